"""birth_dates and home_phones: a label makes a date or a telephone private; dates of rules and the hall's phone pass."""

import pytest

from generator.privacy import find


@pytest.mark.parametrize(
    "text",
    [
        "出生日期：1951年4月9日",
        "出生年月 1951.04",
        "出 生 日 期：１９５１－０４－０９",
        "生于一九五一年四月九日",
        "李**，男，1951年4月9日出生",
        "（1951年4月生）",
        '{"生日": "19510409"}',
        "姓名,出生日期\n李**,1951-04-09",
        "<td>出生日期</td><td>1951-04-09</td>",
        "DOB: 1951-04-09",
        "出生日期：民国三十四年八月初九",
        "生日：农历1951年三月初三",
        "生于一九五一年腊月",
        "出生：51年4月9日",
        "出生年月：五一年四月",
        "出生年月 51.04",
        "生日：51-04-09",
        "生日 4月9日，今年75岁",
        "DOB: 9 Apr 1951",
        "Date of Birth: April 9th, 1951",
        "born on 09/04/1951",
        "birth_date: 1951-04-09",
        '{"birthDate": "1951-04-09"}',
        "BIRTHDAY: 1951/4/9",
        "年龄：75岁（1951年4月9日）",
        "1951年4月9日至今已75岁",
        "今年75岁（51年4月生）",
    ],
)
def test_dates_of_birth_are_found(text: str) -> None:
    """A day or a month beside a label of birth, in any way of writing it, in a sentence or a table."""
    assert [hit.kind for hit in find(text)] == ["labelled-number"]


@pytest.mark.parametrize(
    "text",
    [
        "1966年12月31日前出生的居民可以申请",
        "2026年1月1日以后出生的儿童",
        "出生日期：1966年12月31日以前的，按原办法办理",
        "出生医学证明自2026年1月5日起在本窗口办理",
        "生产日期：2026年1月5日",
        "申请日期：2026-01-05",
        "出生 12.5 千克",
        "出生体重 3.25 千克",
        "在孩子出生3个月内申请",
        "26年3月生效",
        "满60周岁（2026年3月底前）",
        "自2020年5月1日至今共办理35件",
        "年满60周岁（以2026年1月1日为准）",
    ],
)
def test_dates_of_rules_pass(text: str) -> None:
    """A limit of age, a day of an office and a day of making are no date of birth."""
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "家庭电话：0329-" + "4862029",
        "宅电 " + "4862029",
        "住宅电话：(0329)" + "4862029",
        "0329-" + "4862029" + "（宅电）",
        "姓名,家庭电话\n李**,0329-" + "4862029",
        "<td>住宅电话</td><td>0329 " + "4862029</td>",
        "住宅电话：" + "四八六二〇二九",
    ],
)
def test_telephones_of_homes_are_found(text: str) -> None:
    """A telephone beside a label of a home, with its area or without."""
    assert [hit.kind for hit in find(text)] == ["labelled-number"]


@pytest.mark.parametrize(
    "text", ["咨询电话：0329-" + "4862029", "家电维修：0329-" + "4862029", "服务专家电话：0329-" + "4862029"]
)
def test_telephones_of_offices_pass(text: str) -> None:
    """A telephone without a label of a home is public."""
    assert find(text) == ()
