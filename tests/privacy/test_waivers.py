"""waivers: what may be published although it looks private, one value in one place, until a day."""

from datetime import date

import pytest
from rules.dataset_builder import NOTICE, PERIOD, ROWS, SERVICE, content

from generator.model import Waiver
from generator.privacy import find, waivers
from generator.privacy.waivers import in_force, public_contacts, waiver_for, waiver_hash

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


def test_other_fields_make_nothing_public() -> None:
    """A number in a text is not known by standing there."""
    assert find(MOBILE, public_contacts(content({SERVICE: {"summary": f"请打{MOBILE}。"}}))) != ()


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
