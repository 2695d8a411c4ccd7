"""Applicants from the register to the page: import, check and display agree on what may be shown of a name."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from register_tables import case, table
from rules.dataset_builder import ROWS, SERVICE, content, told

from generator.facts.workdays import calendar_of
from generator.model import ResultRow, Service
from generator.register.cases import read_cases
from generator.register.faults import report
from generator.register.private_values import PrivateValues
from generator.register.public import Period, Published, publish
from generator.results.disclosure import posted_period
from generator.rules import privacy

PERIOD = Period(date(2026, 7, 1), date(2026, 9, 30), date(2026, 11, 20), calendar_of(()))
POLICIES = {
    "masked": {"policy": "masked"},
    "full": {"policy": "full", "basis": "某办法第九条", "names_days": 7},
    "full without basis": {"policy": "full", "names_days": 7},
}
NAMES = (
    *(
        "王明",
        "王晓明",
        "欧阳无名",
        "淳于无",
        "单于无名",
        "阿依古丽·买买提",
        "John Smith",
        "王",
        "王明（代）",
        "个体户王明",
    ),
    *("张*", "张*三", "张**", "**", "张某", "*娄须", "冉须*", "华无*桃", "张三*", "张三某", "李乌*有", "*三", "买*·力"),
    *("示例技术（中国）有限公司", "示例(东山)有限公司", "示例镇敬老院", "示例投资合伙企业（有限合伙）", "第三村民小组"),
    *(
        "示例村民委员会（盖章）",
        "示例小吃店（个体工商户）",
        "示例小吃店（王明）",
        "示例镇卫生院 张三丰",
        "张三丰（示例公司）",
    ),
    *("某公司/李四", "张三代示例合作社", "示例小学三年级", "王明、李四", "王明2", "==", "（）", "…"),
)


def imported(name: str, policy: str = "masked") -> Published:
    """What an import makes of a register with one case of ``name``."""
    register = table(case(申请人=name))
    services = content({SERVICE: {"disclosure": POLICIES[policy]}}).services.values()
    return publish(
        read_cases(register, PERIOD.first, PERIOD.today),
        services,
        PERIOD,
        PrivateValues([register]),
        lambda *_: None,
    )


def written(name: str, policy: str = "masked") -> tuple[str, ...]:
    """What the check says of a results file with ``name``."""
    rows = [f'A1,linshi-jiuzhu,"{name}",2026-07-10,,,在办,,']
    dataset = content({SERVICE: {"disclosure": POLICIES[policy]}, ROWS: rows})
    return told(finding for rule in privacy.RULES for finding in rule(dataset, PERIOD.today))


def agrees(name: str, policy: str) -> None:
    """What the import writes for ``name`` passes the check."""
    done = imported(name, policy)
    for row in () if done.faults else done.rows:
        assert row.applicant is None or written(row.applicant, policy) == ()


@pytest.mark.parametrize("policy", POLICIES)
@pytest.mark.parametrize("name", NAMES)
def test_what_the_import_writes_passes_the_check(name: str, policy: str) -> None:
    """For every kind of name, whatever the service publishes."""
    agrees(name, policy)


@given(
    st.text("王明欧阳某*＊·. aJ（）()、/代和公司店院镇", min_size=1, max_size=9).filter(str.strip),
    st.sampled_from([*POLICIES]),
)
def test_any_cell_that_is_imported_passes_the_check(name: str, policy: str) -> None:
    """Also those that nobody thought of."""
    agrees(name, policy)


@pytest.mark.parametrize(
    "name",
    [
        "示例镇卫生院 张三丰",
        "冉须 卫生院",
        "娄须　不远村村民小组",
        "张三丰（示例公司）",
        "某公司/李四",
        "张三代示例合作社",
    ],
)
def test_person_beside_a_body_is_refused_with_its_place(name: str) -> None:
    """Nobody can tell which part to hide; the message repeats neither."""
    done = imported(name)

    assert list(report("a.xlsx", done.faults)) == [
        "a.xlsx:台账:2:C [case/applicant-joined] “申请人”一格里好像既有单位又有个人，不能公布。单位申请的只写单位登记的全称，"
        "中间不留空格；个人申请的只写姓名，单位请另写一列。"
    ]
    assert "[privacy/joined]" in written(name)[0]


@pytest.mark.parametrize("name", ["示例技术（中国）有限公司", "示例(东山)有限公司", "示例镇敬老院", "示例县农业农村局"])
def test_body_stays_named_on_all_its_way(name: str) -> None:
    """As the register spells it."""
    row = imported(name).rows[0]
    rows = [f"A1,linshi-jiuzhu,{name},2026-07-10,,,在办,,"]

    assert row.applicant == name
    assert written(name) == ()
    assert posted_period("2026-Q3", content({ROWS: rows}), PERIOD.today).listed[0].applicant == name


def test_weak_masks_are_masked_again_and_counted() -> None:
    """A name that the register gives in full and one that is masked well are not counted."""
    rows = [case(收件编号=f"XG-{n}", 申请人=name) for n, name in enumerate(("冉须*", "华无*桃", "张*", "王明"), 1)]
    register = table(*rows)
    services: list[Service] = list(content().services.values())
    done = publish(
        read_cases(register, PERIOD.first, PERIOD.today),
        services,
        PERIOD,
        PrivateValues([register]),
        lambda *_: None,
    )

    assert [row.applicant for row in done.rows] == ["冉**", "华**桃", "张*", "王*"]
    assert done.counts["masked_again"] == 2


def test_a_weak_mask_in_a_file_is_not_shown() -> None:
    """Even where nobody ran the check, a page shows no more than may be public."""
    dataset = content({ROWS: ["A1,linshi-jiuzhu,冉须*,2026-07-10,,,在办,,"]})
    row: ResultRow = posted_period("2026-Q3", dataset, PERIOD.today).listed[0]

    assert row.applicant == "冉**"
