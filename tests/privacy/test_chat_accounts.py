"""chat_accounts: QQ numbers and WeChat names behind any spelling of their label; public accounts and dates pass."""

import pytest

from generator.privacy import find

FOUND = [
    "扣扣：70001112", "扣扣号70001112", "Q Q：700011123", "ＱＱ：7000111", "Q-Q：700 011 128", "企鹅号 70001112", "Q号：700011",
    "请加Q70001112", "QQ（700-011-128）", "VX：b1436365", "wx:pqz76470", "wx47525612", "V信 b_1436365", "薇信：laozhang302",
    "威信号：b1665515", "加微72314931", "WeChat: b2722379", "wechat Runlin-4885", "微信号是zhang_lin",
    "tencent://message/?uin=70001112", "扣扣：八洞洞洞两八洞三三",
]  # fmt: skip
CLEAN = [
    "微信公众号：虚谷发布", "微信支付、支付宝都可以", "WeChat Official Account", "微信号 2026-07-08 更新", "wx.request", "VX模式",
    "QQ群号见公告栏", "企鹅电竞", "微信扫一扫", "关注微信服务号", "QQ音乐", "box12345678", "加Q群请看公告",
]  # fmt: skip


@pytest.mark.parametrize("text", FOUND)
def test_account_behind_its_label_is_found(text: str) -> None:
    """However the label is written."""
    assert "labelled-number" in {hit.kind for hit in find(text)} or {hit.kind for hit in find(text)} & {"mobile"}


@pytest.mark.parametrize("text", CLEAN)
def test_what_is_no_account_passes(text: str) -> None:
    """Public accounts, names of products, dates and code are no account of a person."""
    assert find(text) == ()
