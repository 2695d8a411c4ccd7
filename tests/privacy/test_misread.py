"""misread and fragments: numbers with letters for digits, told in parts or turned round are still found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.privacy import find, misread
from generator.privacy.identity import check_digit
from generator.privacy.misread import find_misread

BORN = "5195021959" + "1221" + "332"
IDENTITY = BORN + check_digit(BORN)
CARD = "622202" + "0000" + "0000" + "07"
PHONE = "138" + "0000" + "1764"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (IDENTITY.replace("0", "O"), "resident-id"),
        ("登记号：" + IDENTITY.replace("1", "l"), "resident-id"),
        (IDENTITY.replace("5", "S"), "resident-id"),
        (f"{IDENTITY[:6]}-{IDENTITY[6:14]}-{IDENTITY[14:]}".replace("9", "g"), "resident-id"),
        ("卡" + CARD[:8] + "OO" + CARD[10:], "bank-card"),
        ("致电" + PHONE[:5] + "O" + PHONE[6:], "mobile"),
        ("电话：1B" + PHONE[2:], "mobile"),
        (",".join(IDENTITY[at : at + 3] for at in range(0, 18, 3)), "resident-id"),
        ("身份证" + IDENTITY.translate(str.maketrans("0123456789", "洞幺两三四五六拐八勾")), "resident-id"),
        ("0" + "86" + PHONE, "mobile"),
        (PHONE + "ext.12", "mobile"),
        (f"{IDENTITY[:10]}年{IDENTITY[10:12]}月{IDENTITY[12:14]}日{IDENTITY[14:]}", "resident-id"),
        (f"\u202e{IDENTITY[::-1]}\u202c", "resident-id"),
        (f"\u202e{PHONE[::-1]}\u202c", "mobile"),
        ("身份证后四位：" + "0452", "masked-id"),
        ("身份证尾号" + "210X", "masked-id"),
    ],
)
def test_disguised_numbers_are_found(text: str, kind: str) -> None:
    """The check digit or the label proves the number, whatever it looks like."""
    assert kind in {hit.kind for hit in find(text)}


@pytest.mark.parametrize(
    "text",
    [
        "型号 1B" + PHONE[2:],
        "提交记录 5l9502a9S91221332",
        IDENTITY[:-1].replace("0", "O") + ("1" if IDENTITY[-1] != "1" else "2"),
        "填写身份证后四位，2026年起不再要求",
        "2026年07月08日001号文件",
    ],
)
def test_other_mixtures_of_letters_and_digits_pass(text: str) -> None:
    """A wrong check digit, a number of goods without a label and a part that is not given are nothing."""
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"报销 {IDENTITY.replace('0', 'O')} 1,260.50元", "resident-id"),
        (f"12 {IDENTITY.replace('0', 'O')}", "resident-id"),
        ("受理编号 13O000" + "B1S64", "mobile"),
        (f"{IDENTITY[:6]}\u202e{IDENTITY[:5:-1]}\u202c已审", "resident-id"),
        (f"{CARD[:12]}\u202e{CARD[:11:-1]}\u202c", "bank-card"),
    ],
)
def test_what_stands_beside_hides_no_number(text: str, kind: str) -> None:
    """An amount, a running number, letters in place of several digits, only a part turned round."""
    assert kind in {hit.kind for hit in find(text)}


class _Always:
    """Lets every stretch through."""

    def search(self, *_: object) -> bool:
        """Whether a stretch may hold a number."""
        return True


@given(st.lists(st.sampled_from("0123456789OoDQIil|!ZzSsBbgqG .-Xx1162\nA号"), max_size=90), st.integers(0, 999))
def test_first_look_passes_over_no_number(signs: list[str], serial: int) -> None:
    """What has too few signs in a row for a number has none, whatever stands around it."""
    body = f"11010119900307{serial:03d}"
    number = (body + check_digit(body)).replace("0", "O", 2).replace("1", "l", 1)
    text = "".join((*signs[:45], number if serial % 2 else "", *signs[45:]))
    found = [*find_misread(text)]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(misread, "_MAY_BE_ONE", _Always())
        assert [*find_misread(text)] == found
