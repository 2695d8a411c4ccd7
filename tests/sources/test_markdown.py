"""Text with the marks of Markdown is read line by line, without the marks."""

import re
import time

import pytest

from generator.sources import Aside, Block, Paragraph, Table
from generator.sources.markdown import read_markdown


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("## 第一章 总则 ##", Paragraph("第一章 总则", 1, heading=2)),
        ("#标签", Paragraph("#标签", 1)),
        ("1. 甲", Paragraph("1. 甲", 1)),
        ("- 甲", Paragraph("- 甲", 1)),
        ("**第一条** 甲[乙](https://example.org)", Paragraph("第一条 甲乙", 1)),
        ("姓名：________ 电话：____", Paragraph("姓名：________ 电话：____", 1)),
        (r"1\. 甲\*", Paragraph("1. 甲*", 1)),
        ("关于修改<某法>的决定", Paragraph("关于修改<某法>的决定", 1)),
        ("3 * 4 ** 5", Paragraph("3 * 4 ** 5", 1)),
        (
            "| 材料 | 份数 |\n|---|:-:|\n| 甲<br>乙 | 1 |\n| a\\|b | |",
            Table((("材料", "份数"), ("甲\n乙", "1"), ("a|b", "")), 1),
        ),
        ("甲 | 乙", Paragraph("甲 | 乙", 1)),
    ],
)
def test_line_is_read(text: str, block: Block) -> None:
    """Headings, bold text, links, escaped signs and tables lose their marks; lists and gaps to fill in stay."""
    assert read_markdown("a.md", text).blocks == (block,)


def test_what_stands_beside_the_text() -> None:
    """Comments, struck text, pictures and footnotes are told with their line; the lines below keep their numbers."""
    source = read_markdown("a.md", "<!-- 内部\n意见 -->\n甲~~乙~~[^1]![图](x.png)\n\n[^1]: 注")

    assert source.blocks == (Paragraph("甲", 3),)
    assert source.asides == (
        Aside("comment", "内部\n意见", 1), Aside("picture", "图", 3), Aside("deleted", "乙", 3), Aside("note", "注", 5),
    )  # fmt: skip


@pytest.mark.parametrize(
    "text",
    ["[" * 150_000, "![" * 75_000, "[^" * 75_000, "**a " * 40_000, "~~a " * 40_000, "<!--" * 40_000,
     "a|b\n" + " " * 150_000 + "x|", "# x" + " " * 150_000 + "x"],
    ids=["brackets", "pictures", "footnotes", "bold text", "struck text", "comments", "rule of a table", "heading"],
)  # fmt: skip
def test_marks_without_end_are_read_in_time(text: str) -> None:
    """Those that begin again and again and never end are text; what reading takes grows with the file and not faster."""
    start = time.process_time()

    source = read_markdown("a.md", text)

    assert time.process_time() - start < 3
    shown = "".join(block.text for block in source.blocks if isinstance(block, Paragraph))
    assert re.sub(r"[\s#]", "", shown) == re.sub(r"[\s#]", "", text)
