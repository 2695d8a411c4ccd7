"""Which posters an edition has, of a period only while it is shown and whole; and what each of them follows from."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from rules.dataset_builder import REGULATION, SERVICE, Changes, content, service_file
from test_bulletin import TODAY, URL, cases, hall_with

from generator.build.cards import poster_cards
from generator.build.outputs.output import File
from generator.build.outputs.posters import Posters
from generator.build.sheets import laid_out, lay_out
from generator.kit.kinds import printable_sheets
from generator.model import Dataset, RecordKey, SheetKey
from generator.posters.fonts import find_fonts
from generator.site.edition import Edition

SITE_URL = "https://xugu.example/"
TEMPLATES = Path(__file__).parents[3] / "site_templates" / "posters"
PERIOD = RecordKey("results", "2026-Q3")
KEY = RecordKey("services", "linshi-jiuzhu")
BULLETIN, GUIDE = SheetKey.main(PERIOD), SheetKey.main(KEY)


def edition(dataset: Dataset, today: date = TODAY, *incomplete: RecordKey) -> Edition:
    """The edition of a hall whose site has an address."""
    return Edition(dataset, today, SITE_URL, frozenset(incomplete))


def posters(of: Edition, templates: Path = TEMPLATES) -> list[File]:
    """Every file of every poster."""
    of.sheets.update(lay_out(of, {}).marks)
    return list(Posters(find_fonts(), templates).render(of))


def bulletins(of: Edition) -> list[File]:
    """The posters that show results."""
    return [file for file in posters(of) if file.group and file.group.kind == "bulletin"]


def test_shown_period_has_a_bulletin() -> None:
    """The bulletin stands under results/ID on the paper of site.yml, with its code and at most two charts."""
    of = edition(hall_with(cases(30)))

    assert [(file.address, file.group) for file in bulletins(of)] == [
        (f"posters/results/2026-Q3{ending}", BULLETIN) for ending in ("-a3.pdf", "-a3-ink.pdf", ".png")
    ]
    sheet = laid_out(BULLETIN, of)
    assert (sheet.layout.template, sheet.url) == ("bulletin", URL)
    assert [picture.title for picture in sheet.pictures] == ["是否按时办结", "办理用时与承诺时限"]
    assert all(picture.svg.startswith("<svg") and picture.alt for picture in sheet.pictures)
    of.made.update((file.address, 1) for file in bulletins(of))
    assert poster_cards(of)[BULLETIN].page == "results/2026-Q3/"


@pytest.mark.parametrize(
    "period",
    [
        {"withdrawn": {"on": TODAY.isoformat(), "reason": "登记有误"}},
        {"take_down": "2026-10-19"},
    ],
)
def test_period_no_longer_shown_has_none(period: dict[str, object]) -> None:
    """From the day of withdrawal, and from the day after take-down, there is no bulletin; a day earlier there is."""
    dataset = hall_with(cases(3), **period)

    assert bulletins(edition(dataset)) == []
    assert len(bulletins(edition(dataset, date(2026, 10, 19)))) == 3


def test_hall_decides_which_kinds_its_site_offers() -> None:
    """What it takes off is still printed on demand."""
    of = edition(content({"site.yml": {"posters": {"guide": {"online": "否"}}}}), date(2026, 11, 20))
    kinds = {file.group.kind for file in posters(of) if file.group}

    assert "guide" not in kinds and "regulation" in kinds
    assert GUIDE in {one.key for one in printable_sheets(of)}


def test_incomplete_period_has_none() -> None:
    """A gap in a period holds its bulletin back."""
    assert bulletins(edition(hall_with(cases(3)), TODAY, PERIOD)) == []


def test_only_what_is_in_force_hangs_on_the_wall() -> None:
    """A suspended service and a repealed regulation have no poster, nor has a record with a gap."""
    changes = {SERVICE: {"status": {"state": "暂停"}}, REGULATION: {"status": "废止"}, **service_file("b-jiuzhu")}
    keys = {
        one.key.record
        for one in printable_sheets(
            edition(content(changes), date(2026, 11, 20), RecordKey("regulations", "gongzuo-kaoqin"))
        )
    }

    assert RecordKey("services", "b-jiuzhu") in keys and KEY not in keys
    assert len([key for key in keys if key and key.kind == "regulations"]) == 7


# --- what a poster follows from --------------------------------------------------------------------------------------


def inputs(
    changes: Changes | None = None, digest: str = "1", shared: str = "1", url: str | None = SITE_URL
) -> list[str]:
    """The digests of the three files of the poster of the service; ``digest`` is that of its own file."""
    of = replace(edition(content(changes), date(2026, 11, 20)), site_url=url, digests={KEY: digest}, shared=shared)
    return [file.inputs for file in posters(of) if file.group == GUIDE]


def test_poster_follows_from_what_it_says() -> None:
    """Its inputs change with its words and its address, and differ between its files; with nothing else."""
    assert len(set(inputs())) == 3
    assert inputs() == inputs(digest="2", shared="2")
    for other in (
        inputs({SERVICE: {"summary": "别的说明"}}),
        inputs(url=None),
        inputs({"site.yml": {"town": "别镇", "organisation": "别镇人民政府"}}),
    ):
        assert len(set(other)) == 3
        assert not set(other) & set(inputs())


def test_poster_follows_from_its_templates_and_paper(tmp_path: Path) -> None:
    """A template that changed prints every poster again, and so does another paper."""
    shutil.copytree(TEMPLATES, tmp_path / "posters")
    (tmp_path / "posters" / "theme.typ").open("a").write("\n")
    of = edition(content(), date(2026, 11, 20))

    def all_inputs(of: Edition, templates: Path) -> set[str]:
        return {file.inputs for file in posters(of, templates) if file.group == GUIDE}

    assert len(all_inputs(of, TEMPLATES)) == 3
    assert not all_inputs(of, TEMPLATES) & all_inputs(of, tmp_path / "posters")
    other = edition(content({"site.yml": {"posters": {"guide": {"paper": "a2"}}}}), date(2026, 11, 20))
    assert not all_inputs(of, TEMPLATES) & all_inputs(other, TEMPLATES)
