"""private_values: no private value of a register passes in a text that is to be published."""

import pytest
from register_tables import case, table

from generator.register.private_values import PrivateValues, texts_naming_people

PRIVATE_VALUES = PrivateValues(
    [
        table(
            case(),
            case(
                收件编号="XG-0002",
                申请人="欧阳假设、赵示例（代）",
                身份证号码="000000202613450022",
                联系电话="0300 0000 288",
            ),
            case(收件编号="XG-0003", 申请人="不存在有限公司", 身份证号码=None, 住址="虚谷镇无此路 8 号"),
            case(收件编号="XG-0004", 申请人="钱虚设"),
            case(收件编号="XG-0005", 申请人="孙乌有等3人"),
            case(收件编号="XG-0006", 申请人="周莫须（吴子虚代办）"),
            case(收件编号="XG-0007", 申请人="户主：郑乌有"),
            case(收件编号="XG-0008", 申请人="冯某甲与陈某乙"),
            case(收件编号="XG-0009", 申请人="褚虚构女士（低保户）"),
            hidden=[5],
        )
    ]
)


@pytest.mark.parametrize(
    "text",
    [
        "杨无名的材料不齐",
        "等杨 无 名补材料",
        "等 欧阳假设 补材料",
        "赵示例出差",
        "证号000000202613450011有误",
        "证号0000 0020 2613 4500 11有误",
        "证号００００００２０２６１３４５００１１有误",
        "证号000000-20261345-0022有误",
        "电话03000000199无人接听",
        "电话0300-0000288无人接听",
        "到虚谷镇无此路8号核实",
        "李虚构请假",
        "钱虚设未到",
        "等孙乌有补材料",
        "周莫须未到",
        "吴子虚请假",
        "郑乌有未到",
        "等陈某乙补材料",
        "褚虚构未到",
    ],
)
def test_private_value_is_recognised(text: str) -> None:
    """Names, also one of several or with a role, numbers in other groups and widths, addresses; hidden rows as well."""
    assert PRIVATE_VALUES.found_in(text)


@pytest.mark.parametrize(
    "text", ["连续降雨，现场勘查推迟", "2026-07-01 起补材料", "", "有限公司搬迁", "等不存在有限公司盖章", "低保户核查"]
)
def test_harmless_text_passes(text: str) -> None:
    """A reason without persons passes, and the full name of an organisation, which is no person."""
    assert not PRIVATE_VALUES.found_in(text)


def test_any_private_number_is_recognised() -> None:
    """A number that is in no column of the register, but of a private shape, does not pass either."""
    assert PRIVATE_VALUES.number_found_in("XG-13900000000")


def test_asking_is_linear_in_the_text() -> None:
    """A text a hundred times as long asks a hundred times as often, however many values are known."""
    asked = 0

    class Counted(str):
        def __getitem__(self, key: object) -> str:
            nonlocal asked
            asked += 1
            return "x"

        def __len__(self) -> int:
            return 1_000

    PRIVATE_VALUES._words.found_in(Counted("x"))

    assert asked < 1_000 * 10


def test_name_of_a_sheet_or_heading_may_name_a_person() -> None:
    """A text with an applicant or officer of the register, or with a number, is told from one about the table."""
    tables = [table(case())]

    assert texts_naming_people(["杨无名", "李虚构经办", "13900000000", "2026年7月", "低保"], tables) == {
        "杨无名", "李虚构经办", "13900000000",
    }  # fmt: skip


def test_number_of_the_register_is_told_from_one_that_only_looks_private() -> None:
    """A receipt number may pass for an ID; it must not be one of the register's."""
    private_values = PrivateValues([table(case(身份证号码="330000202607010012"))])

    assert private_values.register_number_found_in("XG330000-20260701-0012")
    assert not private_values.register_number_found_in("13900000000")
