"""offices: licences, staff numbers, accounts of public bodies and pages of gov.cn are nobody's private numbers."""

import pytest

from generator.privacy import find
from generator.privacy.identity import check_digit

PHONE = "139" + "0000" + "5678"
BORN = "1102991950" + "0607" + "008"
IDENTITY = BORN + check_digit(BORN)
OLD_SHAPE = "510799" + "600812" + "037"
REGION_YEAR = "621221" + "2026" + "000457"


@pytest.mark.parametrize(
    "text",
    [
        "餐饮服务许可证号：" + "510799" + "000123",
        "道路运输证号：" + "510799" + "004567",
        "工商注册号：" + OLD_SHAPE,
        "<tr><th>注册号</th><td>" + OLD_SHAPE + "</td></tr>",
        "单位,注册号\n白石副食店," + OLD_SHAPE,
        "员工编号：" + "51079901",
        "工号 " + "2019031201",
        "执法人员证号：" + "155" + "10799001",
        "对公账号 " + "88010120" + "00012345",
        "户名：白石县财政局国库支付中心 账号：" + "88010120" + "00012345",
        "许可编号 " + REGION_YEAR,
        "采伐证号：" + "510799" + "202607080017",
        f"https://www.baishi.gov.cn/c/2026-07-08/{PHONE}.shtml",
        f"[原文](https://www.baishi.gov.cn/zwgk/{IDENTITY}/index.html)",
    ],
)
def test_numbers_of_offices_pass(text: str) -> None:
    """The label directly before a number, or the address of a public page that it is in, says that it is no person's."""
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "居留许可号码：" + "510799000123",
        "注册号：" + IDENTITY,
        "执法人员证号：" + IDENTITY,
        "许可证已送达本人，电话：" + PHONE,
        "收款账号：" + "88010120" + "00012345",
        "户名：白石县财政局。老人卡号：" + "88010120" + "00012345",
        f"https://shop.example/c/{PHONE}.shtml",
        f"https://www.baishi.gov.cn/cha?tel={PHONE}",
        "详见 https://www.baishi.gov.cn/ 或 " + PHONE,
    ],
)
def test_numbers_of_persons_beside_offices_are_found(text: str) -> None:
    """A label of an office frees no sound identity number, and none further on; an address frees none in its query."""
    assert find(text) != ()
