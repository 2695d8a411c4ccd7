"""The pictures of an article: every cell of a table in order, side by side where it fits, and covers of any title."""

import pytest
from kinds_in_use import URL, press
from rules.dataset_builder import TODAY, content
from test_press import missing_in_order, poppler, squeezed

from generator.channels.wechat import Article, Said
from generator.channels.wechat_pictures import drawings
from generator.channels.wechat_pieces import Facts, Item, Items, Piece, Sheet, Text, Title
from generator.model import RecordKey
from generator.posters.press import Printing
from generator.posters.stock import stock_of
from generator.privacy.media.size import size_of
from generator.site.edition import Edition

pytestmark = pytest.mark.slow

WIDE = tuple(f"第{number}栏" for number in range(1, 9))
NARROW = ("项目", "金额", "备注")


def article(*pieces: Piece, title: str = "不远村收支公开表") -> Article:
    """An article that has these pieces."""
    record = RecordKey("disclosures" if any(isinstance(piece, Sheet) for piece in pieces) else "regulations", "x")
    said = Said("摘要。", pieces)
    return Article(record, "公开", title, "虚谷镇人民政府", None, None, f"{URL}x/", "", lambda: said)


def drawn(made: Article) -> dict[str, tuple[str, tuple[int, int]]]:
    """File -> what each picture says, and its pixels."""
    found = {}
    for drawing in drawings(made, Edition(content(), TODAY, URL), pictured=True):
        stock = stock_of(drawing.size)
        text = poppler(press().print(drawing.sheet, Printing(stock))[0], "-raw")
        pixels = size_of(press().print(drawing.sheet, Printing(stock, format="png"))[0])
        assert pixels
        found[drawing.file] = (text, pixels)
    return found


@pytest.mark.parametrize("columns", [NARROW, WIDE])
def test_table_says_every_cell(columns: tuple[str, ...]) -> None:
    """Side by side, or each row as a block with the names of its columns; the total at the end; 1080 pixels wide."""
    rows = tuple(tuple(f"{column}的{row}" for column in columns) for row in range(3))
    total = ("合计", "12", *[""] * (len(columns) - 2))
    text, (width, _) = drawn(article(Sheet("收支", columns, frozenset({1}), rows, total)))["table-1.png"]
    cells = [cell for row in rows for cell in row]
    assert missing_in_order(["图1", "收支", *cells, "合计", "12", "虚谷镇便民服务大厅"], text) == []
    assert squeezed(text).count(columns[2]) == (4 if columns is NARROW else 6)
    assert width == 1080


@pytest.mark.parametrize("title", ["短", "关于调整虚谷镇便民服务大厅办理时间和窗口安排的公告" * 4])
def test_cover_holds_any_title(title: str) -> None:
    """Exactly 900 by 383 pixels, with what it is, the whole title, and the hall."""
    text, pixels = drawn(article(title=title))["cover.png"]
    assert pixels == (900, 383)
    assert missing_in_order(["公开", title, "虚谷镇便民服务大厅"], text) == []


def test_long_picture_says_the_article_in_its_order() -> None:
    """Facts stand on top, or below their heading where they have one."""
    pieces = (
        Facts((("制定单位", "虚谷镇"),)),
        Text("各位居民：", "text"),
        Title("有意见找谁"),
        Facts((("电话", "0300-0000100"),)),
        Title("材料"),
        Items("steps", (Item("身份证", ("原件",)), Item("申请书"))),
    )
    text, _ = drawn(article(*pieces))["long.png"]
    said = ["制定单位", "虚谷镇", "正文", "各位居民：", "有意见找谁", "电话", "0300-0000100", "材料", "身份证", "原件"]
    assert missing_in_order([*said, "申请书", "长按识别二维码"], text) == []
