"""The sheet of a disclosure: whole rows under a header on every sheet, figures in line, nothing over the edge."""

import re
from datetime import date

import pytest
from handouts import is_blank_outside
from rules.dataset_builder import DISCLOSURE, Changes, content
from test_press import SITE, Grey, code_on, missing_in_order, pages, poppler, press, squeezed, type_sizes

from generator.kit.disclosure import KIND, disclosure_sheet
from generator.model import Disclosed, DisclosedRow, DisclosedTable, DisclosureRecord
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import PosterError, Sheet, texts
from generator.posters.stock import stock_of
from generator.site.edition import Edition

pytestmark = pytest.mark.slow
__all__ = ["press"]

URL = "https://xugu.example/disclosures/x/"
A3 = Printing(stock_of("a3"), distance=0.6)
MONEY = ("日期", "项目", "收入", "支出", "备注")


def sheet(columns: tuple[str, ...], rows: list[tuple[str, ...]], **fields: object) -> Sheet:
    """The sheet of a disclosure of September with this table."""
    record = DisclosureRecord.model_validate(
        {
            "id": "x", "title": "不远村2026年9月公开表", "kind": "村务公开", "period": "2026-09",
            "prepared_by": "村文书", "reviewed_by": "村务监督委员会", "posted_from": "2026-10-10",
            "posted_until": "2026-10-20", **fields,
        }
    )  # fmt: skip
    table = DisclosedTable(columns, tuple(DisclosedRow(row, line) for line, row in enumerate(rows, 2)))
    return disclosure_sheet(Disclosed(record, table), SITE, URL)


def money(count: int) -> list[tuple[str, ...]]:
    """So many entries and their total."""
    rows = [("2026-09-01", f"第{n}笔", "", f"{1000 + n:,}.50", "按票据") for n in range(count)]
    return [*rows, ("合计", "", "", f"{sum(1000.5 + n for n in range(count)):,.2f}", "")]


def edition(changes: Changes, day: date) -> Edition:
    return Edition(content(changes), day, "https://xugu.example/")


@pytest.mark.parametrize("variant", ["colour", "ink"])
def test_every_word_of_the_table_stands_on_the_sheet_in_order(press: Press, variant: Variant) -> None:
    """Head, posted days, header, rows, total, remarks, seal, who prepared and reviewed, version and phone."""
    made = sheet(MONEY, money(4), unit="元", notes="票据可以查看。", issuer="不远村村民委员会")
    text = poppler(press.print(made, Printing(stock_of("a3"), variant, distance=0.6))[0], "-layout")

    said = [
        "不远村村民委员会",
        "不远村2026年9月公开表",
        "2026年9月1日至2026年9月30日",
        "2026年10月10日至2026年10月20日",
    ]
    cells = [cell for row in money(4) for cell in row if cell]
    assert missing_in_order([*said, "单位：元", *MONEY, *cells], text) == []
    for words in ("票据可以查看。", "（盖章处）", "村文书", "村务监督委员会", made.version, "第1张／共1张"):
        assert squeezed(words) in squeezed(text)


def test_short_table_is_read_from_a_metre_and_a_long_one_says_what_it_is(press: Press) -> None:
    """The type of a single sheet grows; that of several is the smallest, and the footer says for how far."""
    few, many = (poppler(press.print(sheet(MONEY, money(count)), A3)[0]) for count in (2, 90))

    metres = [float(re.findall(r"适合([0-9.]+)米", squeezed(text))[0]) for text in (few, many)]
    assert metres[0] >= 1.0
    assert metres[1] == 0.6


def test_header_comes_again_on_every_sheet_and_the_seal_is_not_alone(press: Press) -> None:
    """Every sheet has its number; the last two rows keep the seal company."""
    pdf = press.print(sheet(MONEY, money(120)), A3)[0]
    count = pages(pdf)

    assert count > 2
    for number in range(1, count + 1):
        text = squeezed(poppler(pdf, "-f", str(number), "-l", str(number)))
        assert f"第{number}张／共{count}张" in text
        assert all(name in text for name in MONEY)
    assert "第119笔" in text
    assert "合计" in text
    assert "（盖章处）" in text


def test_figures_of_a_column_end_at_the_same_place(press: Press) -> None:
    """Aligned at the right, with digits of one width, so that they can be added up on paper."""
    pdf = press.print(sheet(MONEY, money(12)), A3)[0]
    boxes = re.findall(r'xMin="([0-9.]+)" .*xMax="([0-9.]+)" .*>(1,0[0-9]{2}\.50|12,072\.00)<', poppler(pdf, "-bbox"))

    assert len(boxes) == 13
    ends = [float(end) for _, end, _ in boxes]
    assert max(ends) - min(ends) < 0.5
    widths = {round(float(end) - float(start), 1) for start, end, words in boxes if words != "12,072.00"}
    assert len(widths) == 1


def test_words_stand_in_one_line_beside_figures(press: Press) -> None:
    """The column of what it was for is as wide as its words where the table fills the sheet."""
    rows = 6 * [
        ("2026-07-08", "上级拨付村级运转经费", "36,000.00", "", "48,480.00", "第三季度"),
        ("2026-09-11", "重阳节慰问80岁以上老人", "", "3,900.00", "35,748.20", "39人，每人100元"),
    ]
    text = poppler(press.print(sheet(("日期", "项目", "收入", "支出", "余额", "备注"), rows), A3)[0], "-layout")
    lines = [squeezed(line) for line in text.splitlines()]
    for row in rows[:2]:
        assert "".join(row) in lines


HOSTILE = {
    "a single row": (("项目",), [("低保复核",)]),
    "figures alone": (("2024", "2025"), [("1", "-2"), ("1,000", "2.5")]),
    "long words": (("序号", "事项", "内容", "负责", "说明"), [(str(n), "事项名称" * 4, "内容很长，" * 30, "村务监督委员会", "说明" * 40) for n in range(6)]),
    "no place to break": (("项目", "网址"), [("甲" * 60, "https://xugu.example/" + "a" * 150)]),
    "markup": (("#项目", "*金额*"), [("<b>$x$</b> #panic() _a_ @b", "1"), ("合计", "1")]),
    "twelve columns": (tuple(f"第{n}栏" for n in range(12)), [tuple(f"{n * 137:,}" for n in range(12)) for _ in range(9)]),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_table_stays_within_the_frame(press: Press, name: str) -> None:
    """Nothing is cut off, nothing smaller than allowed, and the code is that of the page."""
    made = sheet(*HOSTILE[name])
    pdf = press.print(made, A3)[0]

    words = [squeezed(text) for text in texts(made.data["body"])]
    everything = squeezed(poppler(pdf))
    if name != "no place to break":  # poppler reads the lines of such cells one beside the other
        assert [word for word in words if len(word) < 8 and word not in everything] == []
    assert min(type_sizes(pdf)) >= 13.99
    picture = Grey(pdf, 110)
    assert is_blank_outside(picture, 8)
    assert code_on(picture, 33) is not None


def test_many_columns_lie_on_their_side() -> None:
    """So that figures stay in one line."""
    assert not sheet(MONEY, money(3)).layout.turned
    assert sheet(*HOSTILE["twelve columns"]).layout.turned


def test_table_that_is_too_wide_for_the_paper_is_refused_with_its_title(press: Press) -> None:
    """Numbers are not parted; a larger paper holds them."""
    wide = sheet(tuple(f"第{n}栏" for n in range(12)), [tuple(f"{n}1,234,567.00" for n in range(10, 22))])

    with pytest.raises(PosterError, match="《不远村2026年9月公开表》排不下，表格各栏并排比一张纸还宽。"):
        press.print(wide, A3)
    assert press.print(wide, Printing(stock_of("a1"), distance=0.6))


@pytest.mark.parametrize(
    ("changes", "day", "there"),
    [
        ({}, date(2026, 10, 1), True),
        ({}, date(2026, 12, 31), True),
        ({DISCLOSURE: {"take_down": "2026-12-15"}}, date(2026, 12, 16), False),
        ({DISCLOSURE: {"withdrawn": {"on": "2026-11-01", "reason": "数字有误"}}}, date(2026, 11, 1), False),
        ({"disclosures/caiwu-2026-q3.csv": ["项目,金额"]}, date(2026, 11, 1), False),
    ],
)
def test_there_is_a_sheet_while_the_table_is_shown(changes: Changes, day: date, there: bool) -> None:
    """Before it is posted, too, so that it can be printed in time; none of an empty table."""
    assert bool(list(KIND.subjects(edition(changes, day)))) == there


def test_sheet_hangs_where_its_record_says() -> None:
    """Else at the notice board."""
    of = edition({DISCLOSURE: {"hangs_at": ["村部门口"]}}, date(2026, 11, 1))
    other = edition({}, date(2026, 11, 1))
    assert KIND.places
    keys = [next(iter(KIND.subjects(one))).key for one in (of, other)]
    assert [KIND.places(key, one.dataset) for key, one in zip(keys, (of, other), strict=True)] == [
        ("村部门口",),
        ("公告栏",),
    ]
