"""waivers: what may be published although it looks private, one value in one place, until a day."""

from datetime import date

import pytest
from pydantic import ValidationError
from rules.dataset_builder import NOTICE, PERIOD, ROWS, SERVICE, content

from generator.model import Waiver
from generator.privacy import find, waivers
from generator.privacy.finding import LISTED_KINDS
from generator.privacy.waivers import in_force, public_contacts, waiver_for, waiver_hash, way_out
from generator.texts.private import PRIVATE_KIND_NAMES, WAYS_OUT

MOBILE = "138" + "0013" + "8001"
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
BODY = "110101" + "19900307" + "123"
RESIDENT = BODY + "10X98765432"[sum(int(d) * w for d, w in zip(BODY, WEIGHTS, strict=True)) % 11]
LAST = date(2026, 11, 20)


def waiver(path: str = SERVICE, kind: str = "mobile", value: str = MOBILE, until: date = LAST) -> Waiver:
    """A waiver for ``value``."""
    return Waiver(path=path, kind=kind, hash=waiver_hash(path, kind, value), reason="本人同意", until=until)


def card() -> str:
    """A number of sixteen digits that passes for a bank card."""
    return next(text for text in (f"622202260700{n:04}" for n in range(10_000)) if {h.kind for h in find(text)})


def row(receipt: str) -> str:
    """A row of results with that number."""
    return f"{receipt},linshi-jiuzhu,,2026-07-10,,,在办,,"


@pytest.mark.parametrize(
    "changes",
    [
        {SERVICE: {"enquiry_phone": MOBILE}},
        {SERVICE: {"complaint_phone": MOBILE}},
        {"site.yml": {"supervision": {"phone": MOBILE}}},
        {NOTICE: {"objection": {"phone": MOBILE}}},
    ],
    ids=["enquiry", "complaint", "supervision", "objection"],
)
def test_fields_for_contacts_are_public(changes: dict[str, dict[str, object]]) -> None:
    """What the hall gives out itself is no alarm anywhere on the site."""
    assert [hit.kind for hit in find(MOBILE)] == ["mobile"]
    assert find(MOBILE, public_contacts(content(changes))) == ()


@pytest.mark.parametrize("phone", [f"0300-0000100、{MOBILE}", f"+86 {MOBILE}", f"{MOBILE}转1，0000101"])
def test_each_number_of_a_field_for_phones_is_public(phone: str) -> None:
    """Several in one field, with extension or the code of the country."""
    known = public_contacts(content({SERVICE: {"enquiry_phone": phone}}))

    assert find(phone, known) == ()
    assert find(f"请打{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}。", known) == ()


def test_other_fields_make_nothing_public() -> None:
    """A number in a text is not known by standing there."""
    assert find(MOBILE, public_contacts(content({SERVICE: {"summary": f"请打{MOBILE}。"}}))) != ()


LISTED = {
    "mobile": (MOBILE, (f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}", f"+86{MOBILE}", "１３８００１３８００１")),
    "with a country": (f"+86 {MOBILE}", (MOBILE,)),
    "with a label": (f"值班手机：{MOBILE}", (MOBILE,)),
    "email": ("zuoan" + "@mail.example", ("ZuoAn" + "@mail.example",)),
    "plate": ("京A·10203", ("京A 10203", "京Ａ１０２０３")),
    "account": ("10203040", ("账号：10203040", "账号：1020 3040")),
    "clinic": ("乌有小区3栋2单元101室", ("卫生室在乌有小区3栋2单元101室。",)),
}
"""What a hall lists on purpose -> in which ways it may then be written."""


def listed(*values: str) -> dict[str, dict[str, object]]:
    """site.yml with ``values`` published on purpose."""
    return {"site.yml": {"public_contacts": [{"values": list(values), "reason": "对外公布"}]}}


@pytest.mark.parametrize(("value", "texts"), LISTED.values(), ids=LISTED)
def test_what_is_listed_once_is_public_in_every_notation(value: str, texts: tuple[str, ...]) -> None:
    """Mobile, mail box, account, plate and address of a clinic, as listed and as otherwise written."""
    known = public_contacts(content(listed(value)))

    assert [text for text in texts if not find(text)] == []
    assert [text for text in texts if find(text, known)] == []


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (MOBILE, MOBILE[:-1] + "2"),
        (MOBILE, f"账号：{MOBILE}0001"),
        (MOBILE, "京A·10203"),
        ("10203040", "账号：1020304050"),
        ("10203040", "E10203040"),
        ("zuoan@mail.example", "xzuoan@mail.example"),
        ("乌有小区3栋", "乌有小区3栋2单元101室"),
    ],
)
def test_what_is_listed_makes_nothing_else_public(value: str, text: str) -> None:
    """No longer number, no other kind of paper, no door behind a listed place."""
    assert find(text, public_contacts(content(listed(value))))


@pytest.mark.parametrize(
    "changes",
    [
        listed(RESIDENT),
        listed(f"{MOBILE}、{RESIDENT}"),
        {SERVICE: {"enquiry_phone": RESIDENT}},
        {SERVICE: {"place": f"大厅{RESIDENT}"}},
        {"site.yml": {"hall": {"name": "乌有大厅", "address": f"乌有路1号{RESIDENT}"}}},
        {"windows.yml": {"windows": [{"id": "a", "name": "甲", "place": RESIDENT, "phone": RESIDENT}]}},
        {NOTICE: {"objection": {"place": RESIDENT, "phone": RESIDENT}}},
    ],
)
@pytest.mark.parametrize("text", [RESIDENT, f"{RESIDENT[:6]} {RESIDENT[6:14]} {RESIDENT[14:]}", f"编号{RESIDENT}"])
def test_no_field_makes_an_identity_number_public(changes: dict[str, dict[str, object]], text: str) -> None:
    """Neither a list, nor a phone, nor a place."""
    assert [hit.kind for hit in find(text, public_contacts(content(changes)))] == ["resident-id"]


def test_identity_number_of_wrong_check_digit_is_not_listed_either() -> None:
    """Unlabelled it is no finding, so that it could be listed; labelled it is one, as before."""
    wrong = f"{BODY}{(int(RESIDENT[-1].replace('X', '5')) + 1) % 10}"
    text = f"身份证号：{wrong}"

    assert find(text)
    assert find(text, public_contacts(content(listed(wrong))))


@pytest.mark.parametrize("kind", ["resident-id", "resident-id-15"])
def test_identity_number_has_no_waiver(kind: str) -> None:
    """The kind is refused, and what was taken for another kind does not pass with a waiver of that."""
    with pytest.raises(ValidationError, match="never waived"):
        waiver(kind=kind, value=RESIDENT)
    assert waiver_for((waiver(kind="labelled-number", value=RESIDENT),), SERVICE, "labelled-number", RESIDENT) is None


def test_each_kind_that_is_found_has_a_way_out() -> None:
    """To be listed, to be waived, or only to be removed."""
    ways = {kind: way_out(kind) for kind in PRIVATE_KIND_NAMES}

    assert {kind for kind, way in ways.items() if way == WAYS_OUT["never"]} == {"resident-id", "resident-id-15"}
    assert {kind for kind, way in ways.items() if way == WAYS_OUT["listed"]} == LISTED_KINDS
    assert ways["unreadable"] == WAYS_OUT["unreadable"]
    assert ways["passport"] == WAYS_OUT["waived"]
    assert "gongshi clean" in ways["photo-position"]


def test_card_phone_or_identity_number_is_no_receipt_number() -> None:
    """It was typed into the wrong column, and stays private."""
    known = public_contacts(content({ROWS: [row(card()), row(MOBILE), row(RESIDENT)]}))

    assert find(card(), public_contacts(content())) != ()
    assert find(card(), known) != ()
    assert find(MOBILE, known) != ()
    assert find(RESIDENT, known) != ()


def test_receipt_number_with_the_day_of_its_case_is_known() -> None:
    """Region, day of acceptance or shortly before, serial; with another day it is an identity number, as before."""
    for day, known in (("260710", True), ("260701", True), ("260711", False), ("260531", False)):
        number = f"330000{day}012"
        assert [hit.kind for hit in find(number)] == ["resident-id-15"]
        assert (find(number, public_contacts(content({ROWS: [row(number)]}))) == ()) is known


@pytest.mark.parametrize(("day", "known"), [("260701", True), ("260401", True), ("261001", False), ("260301", False)])
def test_receipt_number_of_a_withdrawn_row_stays_known(day: str, known: bool) -> None:
    """Its row is gone, but number, date and reason are published; it began in its quarter or the one before."""
    number = f"330000{day}012"
    gone = {PERIOD: {"withdrawn_rows": [{"receipt": number, "on": LAST, "reason": "重复登记"}]}}

    assert (find(number, public_contacts(content(gone))) == ()) is known


def test_waiver_holds_to_its_last_day() -> None:
    """That day included."""
    ending, longer = waiver(until=LAST), waiver(until=date(2026, 12, 31))
    assert in_force((ending, longer), LAST) == (ending, longer)
    assert in_force((ending, longer), date(2026, 11, 21)) == (longer,)


def test_waiver_is_for_one_value_of_one_kind_in_one_file() -> None:
    """Nothing else passes with it."""
    given = (waiver(),)
    assert waiver_for(given, SERVICE, "mobile", MOBILE) == given[0]
    assert waiver_for(given, NOTICE, "mobile", MOBILE) is None
    assert waiver_for(given, SERVICE, "bank-card", MOBILE) is None
    assert waiver_for(given, SERVICE, "mobile", MOBILE[:-1] + "2") is None


def test_seal_depends_on_value_file_and_kind_and_on_nothing_else() -> None:
    """Two halls with the same value in the same file have the same hash; it is never shorter than 128 bits."""
    seals = {
        waiver_hash(SERVICE, "mobile", MOBILE),
        waiver_hash(NOTICE, "mobile", MOBILE),
        waiver_hash(SERVICE, "x", MOBILE),
    }
    assert len({*seals, waiver_hash(SERVICE, "mobile", "1")}) == 4
    assert {len(one) for one in seals} == {32}


def test_hash_is_computed_only_where_a_waiver_might_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is slow on purpose; a site without waivers does not pay for it."""
    given = (waiver(),)
    monkeypatch.setattr(waivers, "waiver_hash", lambda *_: pytest.fail("computed"))
    assert waiver_for(given, NOTICE, "mobile", MOBILE) is None
    assert waiver_for((), SERVICE, "mobile", MOBILE) is None
