"""unfit_sheets: of a sheet that its paper does not hold a clerk hears where its words stand and what would hold it."""

import re
from pathlib import Path
from typing import Any

import pytest
from content_builder import TODAY, minimal_content
from project_builder import make_project
from pypdf import PdfReader

from generator.build.asked_sheets import PosterRequest
from generator.build.print_posters import print_posters
from generator.build.unfit_sheets import MOST_SHEETS
from generator.content.project import open_project
from generator.posters.sheet import PosterError
from generator.posters.stock import stock_of


def printed(project: Path, request: PosterRequest) -> list[str]:
    """What the command says."""
    return list(print_posters(request, open_project(project), TODAY))


def test_words_that_do_not_fit_are_found_in_their_file(tmp_path: Path) -> None:
    """With the line, and with paper and board that would hold them; on that board they are printed."""
    windows = re.sub("(staff_role): .*", rf"\1: {'综合受理岗' * 8}", minimal_content()["windows.yml"])
    project = make_project(tmp_path / "p", {"windows.yml": windows})
    line = next(number for number, text in enumerate(windows.splitlines(), 1) if "staff_role" in text)
    request = PosterRequest(("民政救济",), tmp_path / "out", kinds=("whereabouts",), stock=stock_of("10x10"))

    with pytest.raises(PosterError) as refused:
        printed(project, request)

    said = re.search(
        r"内容写在 content/windows\.yml 第 (\d+) 行。放得下的：a4，或者展板 (\d+x\d+)。$", str(refused.value)
    )
    assert said and int(said[1]) == line
    larger = PosterRequest(("民政救济",), tmp_path / "out", kinds=("whereabouts",), stock=stock_of(said[2]))
    assert printed(project, larger) == [str(tmp_path / f"out/whereabouts-minzheng-{said[2]}.pdf")]


@pytest.mark.parametrize(
    ("how", "told"),
    [
        ({"stock": stock_of("10x10")}, "a4 上是 4 张。请换大一些的纸"),
        ({"distance": 30.0}, "请换大一些的纸"),
    ],
    ids=["a board in other units", "a distance"],
)
def test_pile_of_sheets_is_refused(tmp_path: Path, how: dict[str, Any], told: str) -> None:
    """A short rule never takes more than sixty; the message says on what it takes few."""
    articles = "".join(f"  - text: 第{number}件事情应当按时办结，当场答复，不得推诿。\n" for number in range(20))
    text = minimal_content()["regulations/weisheng-baojie.yml"].partition("articles:\n")[0] + "articles:\n" + articles
    project = make_project(tmp_path / "p", {"regulations/weisheng-baojie.yml": text})

    with pytest.raises(PosterError, match="张，没有印") as refused:
        printed(project, PosterRequest(("卫生保洁制度",), tmp_path / "out", **how))

    assert told in str(refused.value)
    assert not (tmp_path / "out").exists()


def test_long_rule_may_be_folded(tmp_path: Path) -> None:
    """A booklet may have more pages than that: they are bound and not hung."""
    articles = "".join(f"  - text: 第{number}件事情应当按时办结，当场答复，不得推诿。\n" * 9 for number in range(140))
    text = minimal_content()["regulations/weisheng-baojie.yml"].partition("articles:\n")[0] + "articles:\n" + articles
    project = make_project(tmp_path / "p", {"regulations/weisheng-baojie.yml": text})
    request = PosterRequest(("卫生保洁制度",), tmp_path / "out", stock=stock_of("a4"), booklet=True)

    sides = len(PdfReader(printed(project, request)[0]).pages)

    assert 2 * sides > MOST_SHEETS
