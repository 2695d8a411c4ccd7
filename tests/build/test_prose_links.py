"""prose_links: a dead link in prose is told with file, line, column and what it could lead to."""

from pathlib import Path

import pytest

from generator.build.prose_links import at_their_source
from generator.texts.commands import FAULTS

PAGE = """\
# 怎么办理

先看[材料](#需要的材料)，再看[时间](#时间 "几点")。

## 办理 流程！

<a href="../services/">事项</a> [下载](files/form.pdf)

[规定]: other.md
"""


def told(tmp_path: Path, target: str, address: str = "a/index.html", name: str = "a.md") -> list[str]:
    """What is said of a dead link to ``target`` on the page at ``address``."""
    path = tmp_path / "content" / "pages" / name
    path.parent.mkdir(parents=True)
    path.write_text(PAGE, "utf-8")
    fault = f"{address}：{FAULTS['link'].format(target=target)}"
    return list(at_their_source([fault], tmp_path / "content"))


@pytest.mark.parametrize(
    ("target", "place"),
    [
        ("a/index.html#需要的材料", "3:8：链接 #需要的材料 "),
        ("a/index.html#时间", "3:23：链接 #时间 "),
        ("files/form.pdf", "7:36：链接 files/form.pdf "),
        ("other.md", "9:7：链接 other.md "),
        ("nowhere", "1:1：链接 nowhere "),
    ],
)
def test_place_and_link_are_told(tmp_path: Path, target: str, place: str) -> None:
    """The line of the Markdown file, and the link as it was typed."""
    (line,) = told(tmp_path, target)
    assert line.startswith(f"content/pages/a.md:{place}没有去处")


def test_headings_of_the_page_are_offered(tmp_path: Path) -> None:
    """A dead anchor is told with the anchors that the page has."""
    (line,) = told(tmp_path, "a/index.html#需要的材料")
    assert line.endswith("这一页的标题可以这样写：#怎么办理、#办理-流程")


@pytest.mark.parametrize("name", ["a/index.md", "a/README.md"])
def test_page_of_a_folder_is_known(tmp_path: Path, name: str) -> None:
    """A folder's page may be called index.md or README.md."""
    assert told(tmp_path, "x", name=name)[0].startswith(f"content/pages/{name}:1:1")


def test_fault_of_a_page_of_the_program_stays(tmp_path: Path) -> None:
    """Where no prose is to blame, the fault stays as it is."""
    assert told(tmp_path, "x", "services/b/index.html") == ["services/b/index.html：链接 x 没有去处"]
