"""The sheet of a bundle (一件事): one list of papers, each with who needs it; none where a service has ended."""

import pytest
from kinds_in_use import pdf, sheets, stray_ink
from rules.dataset_builder import SERVICE as SERVICE_FILE
from rules.dataset_builder import TODAY, Changes, content
from test_press import HOSTILE, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.build.sheets import laid_out, lay_out
from generator.kit.kinds import printable_sheets
from generator.model import RecordKey, SheetKey
from generator.posters.legibility import IN_THE_HAND
from generator.posters.sheet import PosterError, Sheet, texts
from generator.site.edition import Edition

KEY = SheetKey("bundle", RecordKey("bundles", "jiuzhu"))


def bundle(**fields: object) -> Changes:
    """A bundle of one service, with ``fields``."""
    own = {"id": "jiuzhu", "name": "救助一件事", "services": ["linshi-jiuzhu"], "verified": "2026-11-20"}
    return {"bundles/jiuzhu.yml": {**own, **fields}}


def made(changes: Changes) -> Sheet:
    """Its sheet."""
    return next(sheet for one, sheet in sheets("bundle", changes) if one.key == KEY)


def test_sheet_is_the_main_one_of_the_bundle() -> None:
    """Its files are named like the record, and its page tells which version is current."""
    ((one, sheet),) = sheets("bundle", bundle())
    assert (str(one.key), one.paper, one.hangs, one.kind.sets) == ("bundles/jiuzhu", "a4", False, ("handout",))
    assert sheet.scanned == f"https://xugu.example/bundles/jiuzhu/?v={sheet.version}"


def test_ended_service_stops_the_sheet() -> None:
    """Whoever asks for it hears which service has ended."""
    ended = {**bundle(), SERVICE_FILE: {"status": {"state": "取消", "reason": "合并"}}}
    edition = Edition(content(ended), TODAY)
    with pytest.raises(PosterError, match=r"《救助一件事》不印：.*临时救助"):
        laid_out(KEY, edition)
    assert str(lay_out(edition, {}).refused[KEY]).startswith("《救助一件事》不印")


def test_paper_that_changes_changes_the_sheet_that_is_remembered() -> None:
    """What a sheet says follows from the services, whose files are not its own."""
    known: dict[str, str] = {}
    digests = {RecordKey("bundles", "jiuzhu"): "same"}
    before = lay_out(Edition(content(bundle()), TODAY, digests=digests), known).marks[KEY]
    service = {SERVICE_FILE: {"name": "临时救助金"}}
    after = lay_out(Edition(content({**bundle(), **service}), TODAY, digests=digests), known).marks[KEY]
    assert before.version != after.version


@pytest.mark.slow
@pytest.mark.parametrize("variant", ["colour", "ink"])
def test_everything_is_printed_in_order(variant: str) -> None:
    """Summary, services, papers, windows, what is done elsewhere, note and basis; nothing is read as markup."""
    basis = [{"title": "关于办成一件事的意见", "document_number": "虚发〔2026〕3号"}]
    elsewhere = [f"第{n}件到别处办，{HOSTILE[:40]}" for n in range(1, 25)]
    sheet = made(bundle(summary=HOSTILE, elsewhere=elsewhere, note=HOSTILE, legal_basis=basis))
    printed = pdf(sheet, variant="ink" if variant == "ink" else "colour")
    body = sheet.data["body"]
    assert isinstance(body, dict) and isinstance(body["sections"], list)
    said = [sheet.title, str(body["summary"])]
    for part in body["sections"]:
        assert isinstance(part, dict)
        said += [str(part["label"]), *texts(part["entries"])]
    assert missing_in_order(said, poppler(printed, "-raw")) == []
    assert pages(printed) > 1 and min(type_sizes(printed)) >= IN_THE_HAND - 0.01
    assert all(stray_ink(printed, 5, page) == 0 for page in range(1, pages(printed) + 1))


@pytest.mark.slow
@pytest.mark.parametrize("paper", ["a4", "60x40"])
def test_list_that_goes_on_has_its_label_again(paper: str) -> None:
    """With 续 behind it, beside its first line on each further page, or column where there are two; nowhere else."""
    elsewhere = [f"第{n}件到别处办，" + "先打电话问清楚再去。" * 4 for n in range(1, 61)]
    printed = pdf(made(bundle(elsewhere=elsewhere)), paper)
    words = [squeezed(poppler(printed, "-raw", "-f", str(n), "-l", str(n))) for n in range(1, pages(printed) + 1)]
    again = "别处办（续）"

    assert len(words) > 1 and "（续）" not in words[0].replace(again, "")
    assert all(f"救助一件事（续）{again}" in page for page in words[1:])
    columns = 1 if paper == "a4" else 2
    assert all(page.count(again) == columns for page in words[1:-1])


def test_hall_without_bundles_has_no_sheet() -> None:
    """Nothing is missing then."""
    assert not [one for one in printable_sheets(Edition(content(), TODAY)) if one.key.kind == "bundle"]
