"""prose: pages that staff write are read as engines read them; one that is not in UTF-8 is told before."""

from collections.abc import Callable
from pathlib import Path

import pytest
from content_builder import TODAY

from generator.build.examine import examine
from generator.content.prose import read_pages

PAGE = "# 关于大厅\n\n本站由便民服务大厅维护。\n"


def write(folder: Path, data: bytes) -> Path:
    """A content folder with one page."""
    (folder / "content/pages").mkdir(parents=True)
    (folder / "content/pages/about.md").write_bytes(data)
    return folder / "content"


@pytest.mark.parametrize(
    "data",
    [PAGE.encode(), PAGE.encode("utf-8-sig"), PAGE.replace("\n", "\r\n").encode(), PAGE.replace("\n", "\r").encode()],
    ids=["Linux", "byte order mark", "Windows", "old Mac"],
)
def test_text_is_the_same_whatever_wrote_it(tmp_path: Path, data: bytes) -> None:
    """A mark at the beginning and the ends of lines are no part of the text."""
    pages = read_pages(write(tmp_path, data))

    assert (pages.texts, pages.problems) == ({"content/pages/about.md": PAGE}, ())


@pytest.mark.parametrize(
    ("encoding", "place", "name"), [("gb18030", "1:1", "GBK（ANSI）"), ("utf-16", "1:1", "UTF-16（Unicode）")]
)
def test_page_in_another_encoding_is_told_by_check(
    make_content: Callable[..., Path], encoding: str, place: str, name: str
) -> None:
    """As a file of records is, with what to do in the editor: an engine would end with a traceback."""
    folder = make_content()
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages/about.md").write_bytes(PAGE.encode(encoding))

    problems = [str(problem) for problem in examine(folder, TODAY).problems]

    assert problems == [
        f"content/pages/about.md:{place} [file/encoding] 文件不是 UTF-8 编码，看起来是{name}。"
        "请用记事本打开，“另存为”时编码选 UTF-8。"
    ]


def test_page_cut_within_a_character_is_told_where(tmp_path: Path) -> None:
    """The line is that of the first byte which is no text."""
    (problem,) = read_pages(write(tmp_path, PAGE.encode()[:-2])).problems

    assert (problem.rule, problem.line) == ("file/encoding", 3)


def test_page_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is the system's."""

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    folder = write(tmp_path, PAGE.encode())
    monkeypatch.setattr(Path, "read_bytes", refuse)

    (problem,) = read_pages(folder).problems

    assert (problem.path, problem.rule) == ("content/pages/about.md", "file/unreadable")


def test_sign_that_ends_a_line_elsewhere_ends_none_here(make_content: Callable[..., Path]) -> None:
    """Editors count the ends of lines only; a form feed is told where it stands."""
    folder = make_content()
    (folder / "pages").mkdir(exist_ok=True)
    (folder / "pages/about.md").write_text("# 一\n\n二\f三\x85四\u2028五\n\n待补充\n", "utf-8")

    places = [(problem.rule, problem.line, problem.column) for problem in examine(folder, TODAY).problems]

    assert places == [("file/control-character", 3, 2), ("prose/placeholder", 5, 1)]
