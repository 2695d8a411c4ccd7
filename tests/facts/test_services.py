"""Facts computed from records and today's date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rules.dataset_builder import NOTICE, SERVICE, Changes, content, service_file

from generator.facts.services import (
    LimitWords,
    Link,
    MaterialFacts,
    ProcedureFacts,
    ServiceFacts,
    SituationFacts,
    days_words,
    extension_words,
    limit_words,
    notice_phase,
    percent_words,
    service_facts,
    version_code,
)
from generator.model import TimeLimit
from generator.model.time_limits import Extension

HALL = {"name": "虚谷镇便民服务大厅"}
DESK = {"id": "minzheng", "name": "民政救济"}


def facts(changes: Changes | None = None, record_id: str = "linshi-jiuzhu") -> ServiceFacts:
    dataset = content(changes)
    return service_facts(dataset.services[record_id], dataset)


def at(hall: dict[str, object], desk: dict[str, object], **service: object) -> ServiceFacts:
    """Facts where hall, window and service say just this."""
    return facts(
        {
            "site.yml": {"hall": {**HALL, **hall}},
            "windows.yml": {"windows": [{**DESK, **desk}]},
            SERVICE: service,
        }
    )


@pytest.mark.parametrize(
    ("share", "said"), [(1.0, "100%"), (0.9999, "99.9%"), (0.57, "57%"), (0.29, "29%"), (2 / 3, "66.6%"), (0.0, "0%")]
)
def test_percent_is_rounded_down(share: float, said: str) -> None:
    """100% is said only of all, and a share that is a whole number of percent has no decimals."""
    assert percent_words(share) == said


def test_days_with_a_unit_have_one_reading() -> None:
    """A decided number of days is read one way."""
    assert days_words(10, "工作日") == ("10个工作日",)
    assert days_words(10, "自然日") == ("10个自然日",)


def test_days_without_a_unit_have_two_readings() -> None:
    """An undecided number of days is read both ways, working days first."""
    assert days_words(10, None) == ("10个工作日", "10个自然日")


def test_no_days_have_no_reading() -> None:
    """An unknown number of days is not read at all."""
    assert days_words(None, "工作日") == ()


def test_limits_in_words() -> None:
    """A limit is 即办, a number of days, or 法律法规未规定, with its basis and note; an unknown one stays None."""
    assert limit_words(None) is None
    assert limit_words(TimeLimit(immediate=True, note="n")) == LimitWords(("即办（当场办结）",), None, "n")
    assert limit_words(TimeLimit(unregulated=True, basis="b")) == LimitWords(("法律法规未规定",), "b", None)
    assert limit_words(TimeLimit(days=7, unit="自然日")) == LimitWords(("7个自然日",), None, None)
    assert limit_words(TimeLimit(days=7)) == LimitWords(("7个工作日", "7个自然日"), None, None)


def test_limit_is_decided_when_it_has_one_reading() -> None:
    """A limit without a unit is undecided; 即办 needs none."""
    assert LimitWords(("7个自然日",), None, None).decided
    assert not LimitWords(("7个工作日", "7个自然日"), None, None).decided
    immediate = limit_words(TimeLimit(immediate=True))
    assert immediate and immediate.decided


def test_extension_in_words() -> None:
    """An extension is its longest number of days."""
    assert extension_words(None) is None
    assert extension_words(Extension(days=10, unit="工作日", basis="b")) == LimitWords(("10个工作日",), "b", None)


@pytest.mark.parametrize(
    ("procedure", "readings"),
    [
        ({"name": "公示", "days": "7", "unit": "自然日"}, ("7个自然日",)),
        ({"name": "公示", "days": "7"}, ("7个工作日", "7个自然日")),
        ({"name": "公示"}, ()),
    ],
)
def test_procedure_in_words(procedure: dict[str, str], readings: tuple[str, ...]) -> None:
    """A special procedure is its days, both readings where undecided, nothing where unknown."""
    shown = at({}, {}, time_limits={"special_procedures": [procedure]}).special_procedures
    assert shown == (ProcedureFacts("公示", readings, None, None),)


def test_service_states_its_own_place_hours_and_phones() -> None:
    """What the service says itself goes before window and hall."""
    own = at(
        {"address": "大厅", "hours": "大厅时间", "phone": "1"},
        {"place": "窗口", "hours": "窗口时间", "phone": "2", "number": 4},
        place="村委会",
        hours="每月一次",
        enquiry_phone="3",
        complaint_phone="4",
    )
    assert (own.place, own.hours, own.enquiry_phone, own.complaint_phone) == ("村委会", "每月一次", "3", "4")


def test_window_goes_before_the_hall() -> None:
    """What the service leaves open, its window says."""
    window = at(
        {"address": "大厅", "hours": "大厅时间", "phone": "1"},
        {"place": "窗口", "hours": "窗口时间", "phone": "2", "number": 4},
    )
    assert (window.place, window.hours, window.enquiry_phone) == ("窗口", "窗口时间", "2")


def test_number_of_the_window_is_a_place() -> None:
    """A window without a place is found by its number, 0 included."""
    assert at({"address": "大厅"}, {"number": 4}).place == "虚谷镇便民服务大厅4号窗口（民政救济）"
    assert at({"address": "大厅"}, {"number": 0}).place == "虚谷镇便民服务大厅0号窗口（民政救济）"


def test_hall_speaks_for_a_silent_window() -> None:
    """What neither service nor window says, the hall says."""
    hall = at({"address": "大厅", "hours": "大厅时间", "phone": "1"}, {})
    assert (hall.place, hall.hours, hall.enquiry_phone) == ("大厅", "大厅时间", "1")


def test_unknown_stays_none() -> None:
    """What nobody says stays None and is never guessed."""
    changes = {
        "site.yml": {"hall": HALL, "supervision": None},
        "windows.yml": {"windows": [DESK]},
        SERVICE: {"window": "nowhere", "time_limits": None, "materials": None, "steps": None},
    }
    assert facts(changes) == ServiceFacts(
        offered=True,
        window=None,
        place=None,
        hours=None,
        enquiry_phone=None,
        complaint_phone=None,
        statutory=None,
        promised=None,
        extension=None,
        special_procedures=(),
        step_limits=(),
        materials=(),
        situations=(),
        successor=None,
        related=(),
    )


@pytest.mark.parametrize(
    ("supervision", "own", "phone"),
    [
        ({"phone": "1", "hotline": "12345"}, "3", "3"),
        ({"phone": "1", "hotline": "12345"}, None, "1"),
        ({"hotline": "12345"}, None, "12345"),
        ({"email": "a@example.org"}, None, None),
        (None, "3", "3"),
    ],
)
def test_complaint_phone(supervision: dict[str, object] | None, own: str | None, phone: str | None) -> None:
    """Complaints go to the service's own number, else to the supervision phone, else to the hotline."""
    assert facts({"site.yml": {"supervision": supervision}, SERVICE: {"complaint_phone": own}}).complaint_phone == phone


@pytest.mark.parametrize(
    ("name", "found"), [("minzheng", True), ("民政救济", True), ("民政窗口", True), ("民政", False)]
)
def test_window_answers_to_id_name_and_alias(name: str, found: bool) -> None:
    """A service finds its window by id, name or alias."""
    assert (facts({SERVICE: {"window": name}}).window is not None) == found


def test_ambiguous_window_is_no_window() -> None:
    """A name that two windows answer to leads nowhere, rather than to the wrong desk."""
    windows = [{**DESK, "aliases": ["救助"]}, {"id": "xinfang", "name": "信访", "aliases": ["救助"]}]
    assert facts({"windows.yml": {"windows": windows}, SERVICE: {"window": "救助"}}).window is None


@pytest.mark.parametrize(("state", "offered"), [("在办", True), ("暂停", True), ("取消", False), ("更名", False)])
def test_suspended_service_is_still_explained(state: str, offered: bool) -> None:
    """A suspended service keeps its guide; one that has ended does not."""
    assert facts({SERVICE: {"status": {"state": state}}}).offered == offered


def test_successor_is_named() -> None:
    """A successor is given with its name; one that does not exist is left out."""
    renamed = {SERVICE: {"status": {"state": "更名", "successor": "teshu-jiuzhu"}}}
    assert facts({**renamed, **service_file("teshu-jiuzhu", name="特殊救助")}).successor == Link(
        "teshu-jiuzhu", "特殊救助"
    )
    assert facts(renamed).successor is None


def test_catalogue_completes_a_material() -> None:
    """The catalogue gives name, meaning and notes; what the service says of source, form and example goes first."""
    card = {
        "id": "id-card",
        "name": "居民身份证",
        "what": "证件",
        "issuer": "公安机关",
        "blank_form": "表",
        "example": "样",
        "notes": "在有效期内。",
    }
    own = {"material": "id-card", "source": "自备", "notes": "双面复印。", "copies": 2, "necessity": "必要"}
    changes = {"materials.yml": {"materials": [card]}, SERVICE: {"materials": [own, {"material": "id-card"}]}}
    first, second = facts(changes).materials
    assert first == MaterialFacts(
        key="id-card",
        name="居民身份证",
        catalogue_id="id-card",
        what="证件",
        necessity="必要",
        copies=2,
        original=None,
        format=None,
        source="自备",
        provided_by=(),
        blank_form="表",
        example="样",
        notes=("双面复印。", "在有效期内。"),
    )
    assert (second.source, second.copies, second.notes) == ("公安机关", None, ("在有效期内。",))


def test_material_outside_the_catalogue() -> None:
    """A material named in the service has no page of its own; an unknown id is shown as it is written."""
    inline, unknown = facts({SERVICE: {"materials": [{"name": "申请书"}, {"material": "nowhere"}]}}).materials
    assert (inline.name, inline.catalogue_id, inline.notes) == ("申请书", None, ())
    assert (unknown.name, unknown.catalogue_id) == ("nowhere", None)


def test_situations_point_at_numbered_materials() -> None:
    """A situation names its papers with the numbers they carry in the list; unknown ones are left out."""
    changes = {
        SERVICE: {
            "materials": [{"material": "id-card"}, {"name": "申请书"}, {"name": "委托书"}],
            "situations": [{"name": "代办", "materials": ["委托书", "id-card", "别的"], "notes": "n"}],
        }
    }
    assert facts(changes).situations == (SituationFacts("代办", ((3, "委托书"), (1, "居民身份证")), "n"),)


def test_limits_of_a_service() -> None:
    """Statutory and promised limit and extension come from the service's time limits."""
    found = facts(
        {
            SERVICE: {
                "time_limits": {
                    "statutory": {"days": 20, "unit": "工作日"},
                    "promised": {"immediate": True},
                    "extension": {"days": 10},
                }
            }
        }
    )
    assert [limit and limit.readings for limit in (found.statutory, found.promised, found.extension)] == [
        ("20个工作日",),
        ("即办（当场办结）",),
        ("10个工作日", "10个自然日"),
    ]


def test_version_has_two_groups_of_four() -> None:
    """A version code is easy to read aloud."""
    first, second = version_code("x").split("-")
    assert len(first) == len(second) == 4
    assert set(first + second) <= set("0123456789ABCDEF")


@given(st.lists(st.text(alphabet="ab", max_size=3), min_size=2, max_size=2))
def test_version_keeps_its_parts_apart(parts: list[str]) -> None:
    """Moving text from one part to the next changes the code."""
    joined = "".join(parts)
    others = {(joined[:cut], joined[cut:]) for cut in range(len(joined) + 1)} - {tuple(parts)}
    assert version_code(*parts) not in {version_code(*other) for other in others}


@pytest.mark.parametrize(
    ("day", "phase"),
    [
        ("2026-11-15", "upcoming"),
        ("2026-11-16", "in_force"),
        ("2026-11-22", "in_force"),
        ("2026-11-23", "past"),
        ("2026-11-30", "past"),
        ("2026-12-01", "taken_down"),
    ],
)
def test_phases_of_a_notice(day: str, phase: str) -> None:
    """A notice is in force from its first to its last day, and down from the day after it was to be taken down."""
    assert notice_phase(content().notices["dibao-2026-11"], date.fromisoformat(day)) == phase


def test_notice_without_a_date_to_take_it_down_stays() -> None:
    """A notice that nobody takes down is past for good."""
    notice = content({NOTICE: {"take_down": None}}).notices["dibao-2026-11"]
    assert notice_phase(notice, date(2099, 1, 1)) == "past"


def test_withdrawn_notice() -> None:
    """A notice is withdrawn from the day that says so, whatever its dates."""
    notice = content({NOTICE: {"withdrawn": {"on": "2026-11-17", "reason": "误"}}}).notices["dibao-2026-11"]
    assert notice_phase(notice, date(2026, 11, 16)) == "in_force"
    assert notice_phase(notice, date(2026, 11, 17)) == "withdrawn"
