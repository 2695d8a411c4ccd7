"""register: every gap that check finds, once; who has to fill it, what waits for it, the heaviest first."""

import pytest
from content_builder import SITE, TODAY
from gaps.gap_builder import only_gap, registered
from rules.dataset_builder import NOTICE, REGULATION, SERVICE, Changes, content, service_file

from generator.content import strict_yaml
from generator.content.problems import make_problem
from generator.gaps.gap import Block, Duty
from generator.gaps.register import UnknownDuty, gap_register
from generator.rules import check
from generator.texts.checks import MESSAGES

HALL = "虚谷镇便民服务大厅"
TOWN = "虚谷镇人民政府"
MINZHENG = Duty("民政救济", "民政救济岗", "minzheng")
STUB: Changes = {"services/ku.yml": {"id": "ku", "name": "苦荞补助", "status": {"state": "在办"}}}


def hall(**changes: object) -> Changes:
    """site.yml with fields of the hall changed; None takes a field away."""
    fields = strict_yaml.read(SITE.encode()).value
    return {"site.yml": {"hall": {key: one for key, one in {**fields["hall"], **changes}.items() if one is not None}}}


def test_sound_content_has_no_gaps() -> None:
    """Where nothing is missing the register is empty, and each guide is complete."""
    register = registered()

    assert register.gaps == ()
    assert [(guide.id, guide.missing) for guide in register.guides.values()] == [("linshi-jiuzhu", ())]


def test_register_lists_what_check_counts_and_nothing_else() -> None:
    """A stub of a service has as many gaps in the register as check reports for it; errors are only counted."""
    dataset = content({**STUB, SERVICE: {"window": "x"}})
    findings = {
        make_problem(f.rule, f"content/{f.place.path}", n, 1, f.values): f for n, f in enumerate(check(dataset, TODAY))
    }

    register = gap_register(dataset, findings, findings)

    gaps = [problem for problem in findings if MESSAGES[problem.rule].severity == "gap"]
    assert len(gaps) > 15
    assert sorted(gap.problem for gap in register.gaps) == sorted(gaps)
    assert register.errors == 1


@pytest.mark.parametrize(
    ("changes", "title", "field", "duty"),
    [
        ({SERVICE: {"legal_basis": None}}, "临时救助", "设定依据", MINZHENG),
        ({SERVICE: {"legal_basis": None, "window": None, "visits": 0}}, "临时救助", "设定依据", Duty(HALL)),
        ({SERVICE: {"time_limits": {"promised": "10个工作日"}}}, "临时救助", "法定时限", MINZHENG),
        ({SERVICE: {"time_limits": {"promised": "10天", "statutory": "20个工作日"}}}, "临时救助", "承诺时限：单位", MINZHENG),
        ({SERVICE: {"status": {"state": "暂停"}}}, "临时救助", "办理状态：原因", MINZHENG),
        ({SERVICE: {"steps": [{"name": "受理"}]}}, "临时救助", "办理流程第1项：谁来办、做什么", MINZHENG),
        ({SERVICE: {"conditions": ["有____的"]}}, "临时救助", "受理条件第1项（有没填的占位）", MINZHENG),
        ({"windows.yml": {"functions": []}}, "窗口“民政救济”", "窗口职能", MINZHENG),
        ({"windows.yml": {"functions": [{"name": "民政救济", "duties": ["受理____。"]}]}}, "窗口“民政救济”", "职能第1项（有没填的占位）", MINZHENG),
        ({"materials.yml": {"materials": [{"id": "id-card", "name": "居民身份证"}]}}, "居民身份证", "说明", MINZHENG),
        (hall(hours=None) | {SERVICE: {"hours": "全天"}}, HALL, "办公时间", Duty(HALL)),
        ({REGULATION: None}, "上墙制度", "“责任追究”制度全文", Duty(TOWN)),
        ({REGULATION: {"effective": None}}, "《责任追究制度》", "施行日期", Duty(TOWN)),
        ({REGULATION: {"issuer": "乌有县人民政府", "effective": None}}, "《责任追究制度》", "施行日期", Duty("乌有县人民政府")),
        ({REGULATION: {"gaps": [{"kind": "截断", "where": "第二条"}]}}, "《责任追究制度》", "第二条（截断）", Duty(TOWN)),
        ({REGULATION: {"articles": None}}, "《责任追究制度》", "正文", Duty(TOWN)),
        ({NOTICE: {"body": None}}, "2026年11月救助对象公示", "正文", MINZHENG),
        ({NOTICE: {"service": None, "body": None}}, "2026年11月救助对象公示", "正文", Duty(HALL)),
    ],
)  # fmt: skip
def test_a_gap_says_what_is_missing_and_who_has_to_fill_it(
    changes: Changes, title: str, field: str, duty: Duty
) -> None:
    """A window fills what concerns its services, the issuer what concerns a regulation, the hall all else."""
    gap = next(gap for gap in registered(changes).gaps if gap.title == title and gap.field == field)

    assert gap.duty == duty


def test_a_sentence_of_a_regulation_is_found_by_its_line() -> None:
    """A text deep in the articles has no title that people know."""
    gap = only_gap({REGULATION: {"articles": [{"text": "工作人员应当"}]}})

    assert gap.field == "正文第1行（没有写完）"


def test_a_material_of_several_windows_is_the_business_of_the_hall() -> None:
    """Nobody would ask one of two windows what an identity card is."""
    catalogue = {"materials": [{"id": "id-card", "name": "居民身份证"}]}
    register = registered({"materials.yml": catalogue, **service_file("teshu-jiuzhu", window=None)})

    assert [gap.duty for gap in register.gaps if gap.kind == "material"] == [Duty(HALL)]


@pytest.mark.parametrize(
    ("changes", "blocks"),
    [
        ({SERVICE: {"legal_basis": None}}, ("poster", "section")),
        ({SERVICE: {"summary": None}}, ("poster", "search")),
        ({SERVICE: {"audience": None}}, ("poster", "list")),
        ({SERVICE: {"status": {"state": "暂停", "reason": "修路"}, "visits": None}}, ()),
        ({REGULATION: {"effective": None}}, ("wall", "poster")),
        ({"regulations/x.yml": {"id": "x", "title": "用章制度", "status": "现行", "effective": "2026-01-01", "articles": [{"text": "好。"}]}}, ("poster",)),
        ({REGULATION: {"articles": None}}, ("wall", "poster", "section", "search")),
        ({REGULATION: None}, ("wall", "poster", "section", "search")),
        ({"windows.yml": {"functions": []}}, ("section",)),
        (hall(address=None), ("sheets",)),
        (hall(hours=None) | {SERVICE: {"hours": "全天"}}, ()),
        ({"site.yml": {"supervision": {"hotline": "12345", "box": "门口", "handling": ["当场登记。"]}}}, ()),
        ({"site.yml": {"supervision": {"box": "门口", "handling": ["当场登记。"]}}, SERVICE: {"complaint_phone": "12345"}}, ("sheets",)),
    ],
)  # fmt: skip
def test_a_gap_says_what_waits_for_it(changes: Changes, blocks: tuple[Block, ...]) -> None:
    """Posters wait for every gap of a record that hangs; a list, a section, the search only for their own field."""
    assert registered(changes).gaps[0].blocks == blocks


def test_the_heaviest_gap_comes_first() -> None:
    """What keeps every sheet from being printed, then what must hang on the wall, then elements, then the rest."""
    register = registered(hall(address=None) | {SERVICE: {"agent": None, "legal_basis": None}, REGULATION: None})

    assert [gap.field for gap in register.gaps] == ["服务大厅：地址", "“责任追究”制度全文", "设定依据", "可否代办"]


def test_gaps_that_the_hall_fills_at_once_are_given_to_it() -> None:
    """The phone of the hall holds for all services without one: one gap to fill, that the others follow."""
    changes = hall(phone=None) | {"windows.yml": {"windows": [{"id": "minzheng", "name": "民政救济", "staff_role": "民政救济岗", "backup": "值班岗"}]}}  # fmt: skip
    first, other = registered(changes).gaps

    assert (first.field, first.followers, first.follows) == ("总机电话", 1, None)
    assert (other.field, other.followers, other.follows) == ("咨询电话", 0, first.place)
    assert (first.duty, other.duty) == (Duty(HALL), Duty(HALL))


def test_register_is_narrowed_to_a_window_or_a_kind() -> None:
    """A window goes by id, name or alias, a body by its name; with it go the guides of other windows."""
    register = registered({**STUB, SERVICE: {"visits": None, "agent": None}, REGULATION: None})

    for name in ("minzheng", "民政救济", "民政窗口"):
        assert [gap.field for gap in register.narrowed(name, None).gaps] == ["到现场次数", "可否代办"]
    assert [state.window.id for state in register.narrowed("minzheng", None).windows] == ["minzheng"]
    assert [gap.field for gap in register.narrowed(TOWN, None).gaps] == ["“责任追究”制度全文"]
    assert [gap.kind for gap in register.narrowed(None, "regulation").gaps] == ["regulation"]
    assert register.narrowed("minzheng", "regulation").gaps == ()


def test_a_window_that_is_not_there_is_told_with_those_that_are() -> None:
    """The message names what could have been meant."""
    with pytest.raises(UnknownDuty, match=f"没有叫“农业”的窗口或者单位。可以写：民政救济、{TOWN}。"):
        registered({REGULATION: None}).narrowed("农业", None)
