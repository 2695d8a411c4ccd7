"""kept_sheets: what the command has printed once is printed again only where it says something else."""

import re
from pathlib import Path
from typing import Any

import pytest
from content_builder import NOTICE, TODAY, minimal_content
from project_builder import make_project

from generator.build.asked_sheets import PosterRequest
from generator.build.print_posters import print_posters
from generator.content.project import open_project
from generator.posters.press import Press, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import stock_of

RULE = "regulations/weisheng-baojie.yml"


@pytest.fixture(autouse=True)
def set_anew(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The titles of the sheets that were typeset."""
    titles, typeset = list[str](), Press.print

    def noted(press: Press, sheet: Sheet, printing: Printing) -> tuple[bytes, ...]:
        titles.append(sheet.title)
        return typeset(press, sheet, printing)

    monkeypatch.setattr(Press, "print", noted)
    return titles


def printed(project: Path, *names: str, **how: Any) -> dict[str, bytes]:
    """Name -> bytes of what the command makes in a new folder."""
    out = project / f"out{len(list(project.glob('out*')))}"
    request = PosterRequest(names, out, **how)
    list(print_posters(request, open_project(project), TODAY))
    return {path.name: path.read_bytes() for path in out.iterdir()}


def edit(project: Path, old: str, new: str) -> None:
    """Write something else into the rule."""
    path = project / "content" / RULE
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


NAMES = ("卫生保洁制度", "首问负责制度", "临时救助")


def test_only_what_changed_is_typeset_again(tmp_path: Path, set_anew: list[str]) -> None:
    """With the cache the files are those that come without it, byte for byte."""
    project = make_project(tmp_path / "p")
    first = printed(project, *NAMES)
    assert len(set_anew) == len(first) == 3

    assert printed(project, *NAMES) == first
    assert len(set_anew) == 3

    edit(project, "由大厅负责解释", "由办公室负责解释")
    second = printed(project, *NAMES)
    assert set_anew[3:] == ["卫生保洁制度"]

    clean = make_project(tmp_path / "clean")
    edit(clean, "由大厅负责解释", "由办公室负责解释")
    assert printed(clean, *NAMES) == second


@pytest.mark.parametrize(
    "how",
    [{"format": "png"}, {"variant": "ink"}, {"bleed": True}, {"matched": True}, {"distance": 3.0}],
    ids=lambda how: next(iter(how)),
)
def test_sheets_are_kept_as_they_were_asked_for(tmp_path: Path, set_anew: list[str], how: dict[str, Any]) -> None:
    """Another format, colour or distance is another file; asked for again, it is the same."""
    project = make_project(tmp_path / "p")
    usual = printed(project, "卫生保洁制度")
    other = printed(project, "卫生保洁制度", **how)
    count = len(set_anew)

    assert set(other.values()).isdisjoint(usual.values()) or "matched" in how
    assert printed(project, "卫生保洁制度", **how) == other
    assert printed(project, "卫生保洁制度") == usual
    assert len(set_anew) == count


def test_what_is_said_of_a_sheet_is_kept_with_it(tmp_path: Path) -> None:
    """The hint at a larger paper is given every time."""
    project = make_project(tmp_path / "p")
    request = PosterRequest(("卫生保洁制度",), tmp_path / "out", stock=stock_of("a4"), distance=4)
    said = list(print_posters(request, open_project(project), TODAY))

    assert any("一张放得下" in line for line in said)
    assert list(print_posters(request, open_project(project), TODAY)) == said


def test_what_is_filled_in_and_who_is_named_is_never_kept(tmp_path: Path) -> None:
    """Of a form nothing is left behind, and of a notice that may name people neither."""
    project = make_project(tmp_path / "p", {"notices/dibao-2026-11.yml": NOTICE})

    printed(project, "临时救助", kinds=("tick-list",), fill=(("补正说明", "子虚乌有"),))
    printed(project, "notices/dibao-2026-11")

    assert list((project / ".cache/gongshi/printed").iterdir()) == []


def test_damaged_files_are_printed_again(tmp_path: Path) -> None:
    """What was cut off or changed does not leave the cache."""
    project = make_project(tmp_path / "p")
    first = printed(project, *NAMES)
    for number, path in enumerate(sorted((project / ".cache/gongshi/printed").iterdir())):
        path.write_bytes(path.read_bytes()[: -100 * number or None] + b"%" * (100 * number))

    assert printed(project, *NAMES) == first


def test_nothing_is_kept_under_other_rules_of_the_gate(tmp_path: Path) -> None:
    """When the contacts of the hall change, what they let pass is looked at again, and the former is gone."""
    project = make_project(tmp_path / "p")
    printed(project, "卫生保洁制度")
    before = {path.name for path in (project / ".cache/gongshi/printed").iterdir()}
    site = project / "content/site.yml"
    site.write_text(
        minimal_content()["site.yml"] + "public_contacts: [{values: [0000-7000001], reason: 防汛值班电话}]\n", "utf-8"
    )

    printed(project, "卫生保洁制度")

    after = {path.name for path in (project / ".cache/gongshi/printed").iterdir()}
    assert len(before) == len(after) == 1 and before.isdisjoint(after)


def test_where_nothing_can_be_kept_sheets_are_printed_all_the_same(tmp_path: Path, set_anew: list[str]) -> None:
    """As on a stick that is write-protected."""
    project = make_project(tmp_path / "p")
    (project / ".cache").write_text("no folder", "utf-8")

    assert printed(project, "卫生保洁制度", matched=True) == printed(project, "卫生保洁制度", matched=True)
    assert len(set_anew) == 2


def test_set_whose_only_sheet_is_refused_says_why(tmp_path: Path) -> None:
    """A list of fees that cannot be printed leaves no sheet whose type could be shared."""
    service = minimal_content()["services/linshi-jiuzhu.yml"]
    unknown = re.sub(r"^fee:\n(  .*\n)+", "", service, flags=re.MULTILINE)
    project = make_project(tmp_path / "p", {"services/linshi-jiuzhu.yml": unknown})

    with pytest.raises(PosterError, match="《收费公示》不印"):
        printed(project, kinds=("fees",), matched=True)
