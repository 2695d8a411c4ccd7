"""public: each case gives the public columns and nothing else, or a fault that names its place."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from content_builder import minimal_content
from register_cells import with_check_digit
from register_tables import HEADER, case, table

from generator.content import strict_yaml
from generator.facts.workdays import calendar_of
from generator.model import ResultRow, Service
from generator.privacy import find
from generator.register.cases import read_cases
from generator.register.columns import Table
from generator.register.faults import letter, report
from generator.register.private_values import PrivateValues
from generator.register.public import Period, Published, publish
from generator.register.table import CellValue
from generator.results.rows_csv import PUBLIC_COLUMNS, cells

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30), date(2026, 11, 20), calendar_of(()))
TEXT = minimal_content()["services/linshi-jiuzhu.yml"]


def service(policy: str = "masked", **changes: str) -> Service:
    """The service of the minimal content with a policy, and texts replaced."""
    text = TEXT.replace("policy: masked", f"policy: {policy}")
    for old, new in changes.items():
        text = text.replace(f"{old}: ", f"{old}: {new} #", 1)
    return Service.model_validate(strict_yaml.read(text.encode()).value)


OTHER = service(id="dibao", name="最低生活保障", aliases="[低保, 城市低保]")
ENDED = service(id="wubao", name="五保", aliases="[急难救助]", state="取消")


def published(*rows: Sequence[CellValue], services: Sequence[Service] = (), period: Period = PERIOD) -> Published:
    """What a register of ``rows`` gives."""
    return of_table(table(*rows), services or [service(), OTHER, ENDED], period)


def of_table(one: Table, services: Sequence[Service], period: Period = PERIOD) -> Published:
    """What the register that has ``one`` table gives."""
    cases = read_cases(one, period.first, period.today)
    return publish(cases, services, period, PrivateValues([one]), lambda *_: None)


def row(**changes: CellValue) -> ResultRow:
    """The public row of one case."""
    done = published(case(**changes))
    assert (done.faults, len(done.rows)) == ([], 1)
    return done.rows[0]


def faults(**changes: CellValue) -> list[tuple[str, str]]:
    """Rule and column name of each fault of one case."""
    done = published(case(**changes))
    assert done.rows == () or not done.faults
    return [(fault.rule, HEADER[fault.place.column or 0]) for fault in done.faults]


def test_case_gives_public_columns_only() -> None:
    """Receipt, id of the service, masked name, days and outcome; the due day comes from the promise."""
    assert dict(zip(PUBLIC_COLUMNS, cells(row()), strict=True)) == {
        "收件编号": "XG-0001",
        "事项": "linshi-jiuzhu",
        "申请人": "杨*名",
        "受理日期": "2026-07-01",
        "应办结日期": "2026-07-15",
        "办结日期": "2026-07-13",
        "办理结果": "办结",
        "延期天数": "",
        "延期原因": "",
    }


@pytest.mark.parametrize("item", ["临时救助", "急难救助", "linshi-jiuzhu", "临时 救助", "《临时救助》"])
def test_item_is_known_by_name_alias_or_id(item: str) -> None:
    """A service that is still offered is meant before one that has ended."""
    assert row(事项=item).service == "linshi-jiuzhu"


def test_unknown_item_is_told_once_with_the_number_of_rows() -> None:
    """A name that is put together from words of services is quoted; it stands in most registers in one spelling."""
    rows = [case(收件编号=f"XG-{n}", 事项="急难临时救助" if n < 2 else "临时救助") for n in range(5)]

    assert list(report("a.xlsx", published(*rows).faults)) == [
        "a.xlsx:台账:2:B [case/item-unknown] 没有事项“急难临时救助”（共 2 行）。"
        "名称相近的有：临时救助。请写事项的名称或别名；常用的叫法可加到该事项的 aliases。"
    ]


@pytest.mark.parametrize("item", ["赵无名", "杨无名的儿子办事", "吐尔·子虚乌有", "虚谷镇不远村三组", "赵无名临时救助"])
def test_unknown_item_that_may_be_a_person_is_not_quoted(item: str) -> None:
    """What has other words than services have, a name or a village, may have slipped into the wrong column."""
    rows = [case(收件编号=f"XG-{n}") for n in range(5)]

    assert item not in "".join(report("a.xlsx", published(*rows, case(收件编号="XG-9", 事项=item)).faults))


def test_ambiguous_item_names_the_services() -> None:
    """An alias of two services is an error that names both."""
    twin = service(id="dibao-2", name="农村最低生活保障", aliases="[低保]")
    done = published(case(事项="低保"), services=[OTHER, twin])

    assert "：最低生活保障、农村最低生活保障（共 1 行）" in next(report("a.xlsx", done.faults))


@pytest.mark.parametrize(
    ("policy", "shown"),
    [
        ("masked", "杨*名"),
        ("counts", None),
        ("full", "杨*名"),
        ("full\n  basis: 某办法第九条", "杨*名"),
        ("full\n  basis: 某办法第九条\n  names_days: 7", "杨无名"),
    ],
)
def test_applicant_is_named_as_the_policy_allows(policy: str, shown: str | None) -> None:
    """In full only with basis and days; without a name where only counts are published."""
    assert published(case(), services=[service(policy)]).rows[0].applicant == shown


@pytest.mark.parametrize(
    ("text", "completed", "outcome"),
    [
        ("已办结", "2026-07-13", "办结"),
        ("同意", "2026-07-13", "办结"),
        ("不予批准", "2026-07-13", "不予批准"),
        ("未通过", "2026-07-13", "不予批准"),
        ("撤销申请", "2026-07-13", "撤回"),
        ("已办结，已通知本人", "2026-07-13", "办结"),
        ("√", "2026-07-13", "办结"),
        ("办理中", None, "在办"),
        (None, None, "在办"),
    ],
)
def test_outcome_is_understood(text: str | None, completed: str | None, outcome: str) -> None:
    """The words of registers mean one of four outcomes; nothing at all is an open case."""
    assert row(办理结果=text, 办结日期=completed).outcome == outcome


def test_due_day_of_the_register_counts_before_the_promise() -> None:
    """What the hall wrote down is published."""
    assert row(应办结日期="2026.7.20").due == date(2026, 7, 20)


@pytest.mark.parametrize(
    ("old", "new", "due"),
    [
        ("    days: 10\n    unit: 工作日", "    immediate: 是", date(2026, 7, 1)),
        ("    days: 10\n    unit: 工作日", "    days: 10", None),
        ("    days: 10\n    unit: 工作日", "    days: 900\n    unit: 工作日", None),
    ],
    ids=["at once", "unit not decided", "no calendar"],
)
def test_due_day_is_left_out_where_it_is_no_fact(old: str, new: str, due: date | None) -> None:
    """An undecided unit or a year without a calendar gives no due day."""
    changed = Service.model_validate(strict_yaml.read(TEXT.replace(old, new).encode()).value)
    assert published(case(), services=[changed]).rows[0].due == due


@pytest.mark.parametrize(
    ("accepted", "completed", "expected"),
    [
        ("2026-07-01", "2026-09-30", "办结"),
        ("2026-05-01", "2026-07-01", "办结"),
        ("2026-05-01", "2026-06-30", None),
        ("2026-10-01", "2026-10-02", None),
        ("2026-09-30", "2026-10-02", "在办"),
        ("2026-09-30", None, "在办"),
        ("2026-10-01", None, None),
    ],
)
def test_period_holds_what_ended_in_it_or_was_open_at_its_end(
    accepted: str, completed: str | None, expected: str | None
) -> None:
    """A case that ended later was open on the last day; one that ended before, or began after, is of another period."""
    done = published(case(受理日期=accepted, 办结日期=completed, 办理结果="办结" if completed else "在办"))

    assert done.faults == []
    assert [(r.outcome, r.completed is None) for r in done.rows] == [(expected, expected == "在办")][: len(done.rows)]
    assert bool(done.rows) == bool(expected)


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ({"收件编号": None}, [("case/empty", "收件编号")]),
        ({"收件编号": "X" + "1" * 64}, [("case/receipt-length", "收件编号")]),
        ({"办理结果": "办结/不予批准"}, [("case/outcome-several", "办理结果")]),
        ({"收件编号": "=1+1"}, [("case/formula", "收件编号")]),
        ({"收件编号": "XG-000000202613450011"}, [("case/receipt-private", "收件编号")]),
        ({"收件编号": "XG-13900000000"}, [("case/receipt-private", "收件编号")]),
        ({"收件编号": "杨无名-1"}, [("case/receipt-private", "收件编号")]),
        ({"事项": None}, [("case/empty", "事项")]),
        ({"受理日期": None}, [("case/empty", "受理日期")]),
        ({"受理日期": "七月初"}, [("cell/date-unreadable", "受理日期")]),
        ({"受理日期": "2026-02-30"}, [("cell/date-impossible", "受理日期")]),
        ({"受理日期": "2026-11-21", "办结日期": None, "办理结果": None}, [("case/future", "受理日期")]),
        ({"办结日期": "2026-06-30"}, [("case/order", "办结日期")]),
        ({"应办结日期": "2026-06-30"}, [("case/order", "应办结日期")]),
        ({"办理结果": None}, [("case/outcome-empty", "办理结果")]),
        ({"办理结果": "杨无名"}, [("case/outcome", "办理结果")]),
        ({"办理结果": "在办"}, [("case/outcome-day", "办理结果")]),
        ({"办结日期": None}, [("case/outcome-day", "办理结果")]),
        ({"延期天数": 11, "延期原因": "补材料"}, [("case/extension-days", "延期天数")]),
        ({"延期天数": 5}, [("case/extension", "延期原因")]),
        ({"延期原因": "补材料"}, [("case/extension", "延期天数")]),
        ({"延期天数": "几", "延期原因": "补材料"}, [("cell/days-unreadable", "延期天数")]),
        ({"延期天数": 5, "延期原因": "补" * 201}, [("case/value", "延期原因")]),
        ({"延期天数": 5, "延期原因": "@补材料"}, [("case/formula", "延期原因")]),
        ({"延期天数": 5, "延期原因": "等杨无名补材料"}, [("case/reason-private", "延期原因")]),
        ({"延期天数": 5, "延期原因": "电话0300 0000199无人接"}, [("case/reason-private", "延期原因")]),
        ({"延期天数": 5, "延期原因": "请打13900000000"}, [("case/reason-private", "延期原因")]),
        ({"延期天数": 5, "延期原因": "#REF!"}, [("cell/formula-error", "延期原因")]),
    ],
    ids=str,
)  # fmt: skip
def test_fault_names_its_column(cells: dict[str, CellValue], expected: list[tuple[str, str]]) -> None:
    """What cannot be published, or contradicts itself, stops the import at its cell."""
    assert faults(**cells) == expected


@pytest.mark.parametrize("column", ["收件编号", "事项", "受理日期", "办结日期", "办理结果"])
def test_formula_without_result_is_told_and_is_no_empty_cell(column: str) -> None:
    """An empty day of completion would make an open case; the true reason stands alone."""
    one = table(case(**{column: None}))
    one.sheet.unread.add(2, HEADER.index(column), "cell/formula-empty")

    assert [fault.rule for fault in of_table(one, [service()]).faults] == ["cell/formula-empty"]


def test_number_format_that_is_not_understood_stops_receipt_numbers_only() -> None:
    """Of other columns the number counts."""
    one = table(case(收件编号=1, 延期天数=5, 延期原因="补材料"))
    one.sheet.unread.add(2, HEADER.index("延期天数"), "cell/number-shown")
    assert len(of_table(one, [service()]).rows) == 1

    one.sheet.unread.add(2, HEADER.index("收件编号"), "cell/number-shown")
    assert [fault.rule for fault in of_table(one, [service()]).faults] == ["cell/number-shown"]


def test_faults_never_hold_a_value() -> None:
    """All the messages of a register full of faults name no cell's content."""
    done = published(
        case(收件编号="XG-13900000000", 办理结果="赵无名", 延期天数=5, 延期原因="等杨无名"),
        case(受理日期="钱无名", 事项="孙无名"),
    )
    lines = "".join(report("a.xlsx", done.faults))

    assert len(done.faults) >= 4
    assert not any(value in lines for value in ("139", "无名", letter(99)))


def test_long_receipt_number_is_published() -> None:
    """The unified number of a case has 41 characters, and 64 are taken."""
    for receipt in ("11X00000000000000N2000112000" + "2607010001", "XG-" + "0" * 61):
        assert row(收件编号=receipt).receipt == receipt


def test_receipt_stands_once() -> None:
    """The second row of a number is an error that names the first."""
    done = published(case(), case())

    assert [(f.rule, f.place.row, dict(f.values)["other"]) for f in done.faults] == [("case/receipt-twice", 3, "2")]


def test_rows_do_not_depend_on_the_order_of_the_register() -> None:
    """They stand by day of acceptance, then by number."""
    rows = [case(收件编号=f"XG-{n}", 受理日期=f"2026-07-0{1 + n % 3}") for n in range(6)]

    assert published(*rows).rows == published(*rows[::-1]).rows
    assert [r.receipt for r in published(*rows).rows] == ["XG-0", "XG-3", "XG-1", "XG-4", "XG-2", "XG-5"]


@pytest.mark.parametrize(
    "cells",
    [
        {"收件编号": "XG-202613450011"},
        {"收件编号": "2026-13450011"},
        {"收件编号": "XG-00019900", "联系电话": "0300-0019900"},
        {"收件编号": "XG-39000000", "联系电话": 13900000000},
        {"收件编号": "450011-1"},
        {"收件编号": "XG2026450011"},
        {"收件编号": "45001x-1", "身份证号码": "00000020261345001X"},
    ],
)
def test_receipt_number_made_of_the_number_of_the_applicant_is_a_fault(cells: dict[str, CellValue]) -> None:
    """Eight digits of its identity number, without the region, or telephone number are too many; or its last six."""
    assert [fault.rule for fault in published(case(**cells)).faults] == ["case/receipt-private"]


def test_receipt_number_may_begin_with_the_region_and_hold_the_day() -> None:
    """The digits that every number of the place begins with, a day of the case that is a birthday, and a longer serial."""
    born = {"身份证号码": "000000202607010011", "受理日期": "2026-07-01"}

    assert published(case(收件编号="00000020-0001")).faults == []
    assert published(case(收件编号="XG2026-0450011")).faults == []
    assert published(case(收件编号="XG-20260701-01", **born)).faults == []


@pytest.mark.parametrize("receipt", ["330000202607010012", "330000260701012", "330000-20260701-0012"])
def test_receipt_number_with_the_day_of_its_case_is_published(receipt: str) -> None:
    """All serials, also those that make it pass for an identity number; the day of the application counts too."""
    numbers = [receipt[:-1] + str(last) for last in range(10)]
    later: dict[str, CellValue] = {"受理日期": "2026-07-03", "办结日期": "2026-07-13"}

    assert any(find(number) for number in numbers)
    assert [row(收件编号=number).receipt for number in numbers] == numbers
    assert {rule for number in numbers for rule, _ in faults(收件编号=number, **later)} == {"case/receipt-private"}
    rows = [case(收件编号=number, **later, 住址="2026-07-01") for number in numbers]
    assert len(of_table(replace_applied(table(*rows)), [service()]).rows) == 10


def test_number_that_may_be_a_childs_is_published_beside_others_only() -> None:
    """A number with a sound check digit and a day before the acceptance may be that of the child whose case it is."""
    later: dict[str, CellValue] = {"受理日期": "2026-07-03", "办结日期": "2026-07-13", "住址": "2026-07-01"}
    number = with_check_digit("33000020260701001")
    alone = of_table(replace_applied(table(case(收件编号=number, **later))), [service()])

    assert [fault.rule for fault in alone.faults] == ["case/receipt-private"]


def replace_applied(one: Table) -> Table:
    """``one`` with its column of addresses as that of the days of application."""
    columns = tuple(replace(column, kind="applied") if column.kind == "address" else column for column in one.columns)
    return replace(one, columns=columns)


@pytest.mark.parametrize("column", ["身份证号码", "联系电话"])
def test_number_of_a_private_column_is_no_receipt_number(column: str) -> None:
    """Also when somebody was born on the day of a case, his own or another."""
    number = "330000202607010012"
    done = published(case(收件编号=number), case(收件编号="XG-2", **{column: number}))

    assert [(fault.rule, fault.place.row) for fault in done.faults] == [("case/receipt-private", 2)]
