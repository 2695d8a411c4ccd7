"""labels: the number of a paper is found beside the name of the paper; names of items and days pass."""

import pytest

from generator.privacy import find


@pytest.mark.parametrize(
    "text",
    [
        "臺胞證 " + "02448142",
        "台胞证（" + "03462886）",
        "護照號碼：" + "123456789",
        "外国人居留许可：" + "A39173233",
        "永居证 " + "VNM669755654520",
        "《出生医学证明》（" + "M683238559）",
        "《出生医学证明》编号 " + "M683238559",
        "出生医学证明\x1f" + "Q744638597\x1f",
        "驾驶证（档案编号" + "519385254557）",
        "结婚证字号 BJ" + "519909-2015-519907",
        "文职干部证：文字第" + "519920号",
        "退役军人优待证：" + "751393909837",
        "惠农一折通 " + "103698138978249876",
    ],
)
def test_numbers_of_papers_are_found_beside_their_name(text: str) -> None:
    """In simplified and traditional characters, with a letter or without, in brackets or behind a colon."""
    assert len(find(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "老年优待证 " + "751393909837",
        "| 退役军人优待证 | " + "378972698121 |",
        "出生医学证明自2026年1月5日起在本窗口办理",
        "经营许可 " + "519723000045",
        "证明：" + "20260001",
    ],
)
def test_items_and_days_pass(text: str) -> None:
    """The code of an item beside its name, a day, a permit of a firm."""
    assert find(text) == ()


IDENTIFIERS = ["QQ5JNpWU5WUDum1h2x4IiQ==", "QQtCfi7h0wjU00C/3OtMWg==", "vX/x2EA0o4a8fILj9oUuwg=="]
"""As Typst writes them into a PDF."""


@pytest.mark.parametrize("identifier", IDENTIFIERS)
@pytest.mark.parametrize("around", ["{}", "<stEvt:instanceID>{}_source</stEvt:instanceID>"])
def test_the_identifier_of_a_file_is_no_account(identifier: str, around: str) -> None:
    """By chance one in 15,000 begins with QQ or VX and has digits enough."""
    assert find(around.format(identifier)) == ()


@pytest.mark.parametrize(
    "text", [IDENTIFIERS[0][:-2], IDENTIFIERS[0][:-3] + "==", "QQ" + "7000111223" + "abcdEFGHij=="]
)
def test_what_only_resembles_an_identifier_is_found(text: str) -> None:
    """Shorter, without its end, or with a number that a person may have."""
    assert len(find(text)) == 1
