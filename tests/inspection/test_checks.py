"""The checks: faults seeded in small halls, one at a time, are named with their place; a sound hall has none."""

import json
from dataclasses import dataclass, field
from datetime import date
from typing import get_args

import pytest
from content_builder import TODAY
from inspection.inspection_builder import GOVERNMENT, PAGES, assessed, located, subject
from rules.dataset_builder import DISCLOSURE, NOTICE, PERIOD, REGULATION, SERVICE, Changes, service_file

from generator.content.inspection_profiles import merged, shipped_profile
from generator.inspection.checks import CHECKS
from generator.inspection.told import as_json, lines, summary
from generator.model import InspectionProfile
from generator.model.inspection import Check

GUIDE = "services/linshi-jiuzhu/index.html"
BARE = {"legal_basis": None, "conditions": None, "materials": None, "steps": None}
SUPERVISION = {"phone": "0300-0000112", "box": "大厅入口", "handling": ["收到意见后当场登记。"]}
HALL = {
    "name": "虚谷镇便民服务大厅",
    "address": "虚谷镇不远路1号",
    "hours": "周一至周五上午8:30—12:00",
    "phone": "0300-0000100",
}
WINDOW = {
    "id": "minzheng",
    "name": "民政救济",
    "number": 4,
    "staff_role": "岗",
    "backup": "岗",
    "phone": "0300-0000104",
}
EMPTY = [{**WINDOW, "id": f"chuang{n}", "name": f"窗口{n}", "number": 4 + n} for n in range(1, 6)]
CHANGE = {
    "changes": [
        {
            "id": "a",
            "since": "2026-01-01",
            "find": ["社会救助法"],
            "within": ["依据"],
            "say": "变了",
            "source": {"title": "某决定"},
        }
    ]
}


@dataclass(frozen=True)
class Seed:
    """One fault: what is changed, the indicator that has to name it, its place, and whether the site fails by it."""

    indicator: str
    where: str
    changes: Changes = field(default_factory=dict)
    pages: dict[str, str | None] = field(default_factory=dict)
    today: date = TODAY
    url: str | None = "https://xugu.gov.cn/"
    veto: bool = False


def hall(**fields: object) -> Changes:
    """The sound hall with other fields of ``hall``."""
    return {"site.yml": {"hall": {key: value for key, value in {**HALL, **fields}.items() if value is not None}}}


def government(**fields: object) -> Changes:
    """A government site with other fields."""
    return {"site.yml": {"government_site": {key: one for key, one in {**GOVERNMENT, **fields}.items() if one}}}


def guides(count: int, **fields: object) -> Changes:
    """So many further guides."""
    return {path: one for n in range(count) for path, one in service_file(f"shixiang{n}", **fields).items()}


def quiet(since: str) -> Changes:
    """Everything that is posted was posted on ``since``."""
    return {
        NOTICE: {"from": since, "until": "2026-12-30", "take_down": None},
        PERIOD: {"posted_from": since},
        DISCLOSURE: {"posted_from": since},
    }


def bare(without: str) -> Changes:
    """The one guide without a field."""
    return {SERVICE: {without: None}}


SEEDS: dict[str, Seed] = {
    # --- vetoes ------------------------------------------------------------------------------------------------------
    "no home page": Seed("dabukai", "index.html", pages={"index.html": None}, veto=True),
    "empty home page": Seed("dabukai", "index.html", pages={"index.html": ""}, veto=True),
    "dead link on home": Seed(
        "shouye-silian", "index.html", pages={"services/linshi-jiuzhu/index.html": None}, veto=True
    ),
    "dead anchor on home": Seed(
        "shouye-silian",
        "index.html",
        pages={"index.html": PAGES["index.html"] + '<a href="search/#x">x</a>'},
        veto=True,
    ),
    "home unchanged for 15 days": Seed("shouye-bugengxin", f"{NOTICE}:from", changes=quiet("2026-11-05"), veto=True),
    "home with nothing new but what was withdrawn": Seed(
        "shouye-bugengxin",
        f"{PERIOD}:",
        changes={
            **quiet("2026-11-05"),
            NOTICE: {
                "from": "2026-11-18",
                "until": "2026-12-30",
                "take_down": None,
                "withdrawn": {"on": "2026-11-19", "reason": "数字有误"},
            },
        },
        veto=True,
    ),
    "nothing ever posted": Seed(
        "shouye-bugengxin",
        "index.html",
        changes={
            NOTICE: None,
            PERIOD: None,
            "results/2026-Q3.csv": None,
            DISCLOSURE: None,
            "disclosures/caiwu-2026-q3.csv": None,
        },
        veto=True,
    ),
    "five columns stale": Seed(
        "lanmu-bugengxin",
        f"{NOTICE}:from",
        changes={
            **quiet("2026-01-05"),
            **{
                f"disclosures/gongkai{n}.yml": {
                    "id": f"gongkai{n}",
                    "title": f"公开{n}",
                    "kind": f"类型{n}",
                    "period": "2025-Q4",
                    "posted_from": "2026-01-05",
                    "posted_until": "2026-12-30",
                }
                for n in range(3)
            },
            **{f"disclosures/gongkai{n}.csv": ["项目", "修路"] for n in range(3)},
        },
        veto=True,
    ),
    "five columns empty": Seed(
        "kongbai-lanmu",
        "windows.yml:windows.1",
        changes={"windows.yml": {"windows": [WINDOW, *EMPTY]}},
        veto=True,
    ),
    "no way to ask online": Seed(
        "meiyou-qudao", "site.yml:feedback", changes={"site.yml": {"feedback": {"phone": "0300-0000100"}}}, veto=True
    ),
    "no service": Seed(
        "meiyou-fuwu",
        "services/index.html",
        changes={SERVICE: {"status": {"state": "取消", "since": "2026-01-01", "reason": "停办"}}},
        veto=True,
    ),
    "the only guide lacks four elements": Seed(
        "zhinan-bushiyong", f"content/{SERVICE}", changes={SERVICE: BARE}, veto=True
    ),
    "five of six guides lack four elements": Seed(
        "zhinan-bushiyong", "content/services/shixiang0.yml", changes=guides(5, **BARE), veto=True
    ),
    # --- guides ------------------------------------------------------------------------------------------------------
    "no basis": Seed("zhinan-yaosu", f"content/{SERVICE}:", changes=bare("legal_basis")),
    "no conditions": Seed("zhinan-yaosu", f"content/{SERVICE}:", changes=bare("conditions")),
    "no materials": Seed("zhinan-yaosu", f"content/{SERVICE}:", changes=bare("materials")),
    "no steps": Seed("zhinan-yaosu", f"content/{SERVICE}:", changes=bare("steps")),
    "no place": Seed(
        "zhinan-yaosu",
        f"content/{SERVICE}:",
        changes={**hall(address=None), SERVICE: {"window": None}},
    ),
    "no hours": Seed("zhinan-yaosu", f"content/{SERVICE}:", changes=hall(hours=None)),
    "no phone": Seed(
        "zhinan-yaosu",
        f"content/{SERVICE}:",
        changes={
            **hall(phone=None),
            "windows.yml": {"windows": [{**WINDOW, "phone": "0300-0000104"}]},
            SERVICE: {"window": None},
        },
    ),
    "no limit": Seed("zhinan-shixian", f"{SERVICE}:time_limits", changes=bare("time_limits")),
    "no fee": Seed("zhinan-shixian", f"{SERVICE}:fee", changes=bare("fee")),
    "law has changed": Seed("zhinan-guoshi", f"content/{SERVICE}:", changes={"known-changes.yml": CHANGE}),
    "other materials": Seed("cailiao", f"content/{SERVICE}:", changes={SERVICE: {"materials": [{"name": "其他材料"}]}}),
    "only names of steps": Seed("liucheng", f"content/{SERVICE}:", changes={SERVICE: {"steps": [{"name": "受理"}]}}),
    "review passed": Seed("fuhe", f"content/{SERVICE}:", changes={SERVICE: {"review": "2026-11-01"}}),
    "guide without a day": Seed("riqi", f"{SERVICE}:", changes=bare("verified")),
    "rule without a day": Seed("riqi", f"{REGULATION}:", changes={REGULATION: {"effective": None}}),
    # --- columns -----------------------------------------------------------------------------------------------------
    "results older than three months": Seed("banjian", f"{PERIOD}:", changes={PERIOD: {"posted_from": "2026-08-01"}}),
    "no results": Seed("banjian", "results/index.html", changes={PERIOD: None, "results/2026-Q3.csv": None}),
    "results that were withdrawn": Seed(
        "banjian", "results/index.html", changes={PERIOD: {"withdrawn": {"on": "2026-11-19", "reason": "数字有误"}}}
    ),
    "notices older than six months": Seed(
        "lanmu-koufen",
        f"{NOTICE}:from",
        changes={NOTICE: {"from": "2026-05-01", "until": "2026-12-30", "take_down": None}},
    ),
    "accounts older than six months": Seed(
        "lanmu-koufen", f"{DISCLOSURE}:posted_from", changes={DISCLOSURE: {"posted_from": "2026-05-01"}}
    ),
    "no notices": Seed("kongbai-koufen", "notices/index.html", changes={NOTICE: None}),
    "no life events": Seed(
        "kongbai-koufen", "by-event/index.html", changes={"site.yml": {"life_events": []}, SERVICE: {"life_events": []}}
    ),
    "a window without anything": Seed(
        "kongbai-koufen", "windows.yml:windows.1", changes={"windows.yml": {"windows": [WINDOW, EMPTY[0]]}}
    ),
    "a notice that ended hangs on": Seed(
        "chexia", f"{NOTICE}:until", changes={NOTICE: {"from": "2026-09-01", "until": "2026-09-30", "take_down": None}}
    ),
    "a window without duties": Seed("zhineng", "windows.yml:windows.0", changes={"windows.yml": {"functions": None}}),
    # --- hall --------------------------------------------------------------------------------------------------------
    "no address": Seed("gaikuang", "site.yml:hall", changes=hall(address=None)),
    "no hours of the hall": Seed("gaikuang", "site.yml:hall", changes=hall(hours=None)),
    "no phone of the hall": Seed("gaikuang", "site.yml:hall", changes=hall(phone=None)),
    "a blank": Seed("zhanwei", f"content/{SERVICE}:", changes={SERVICE: {"summary": "每月[X]元，按月发。"}}),
    "an error": Seed("cuowu", f"content/{NOTICE}:", changes={NOTICE: {"until": "2026-11-01"}}),
    "no supervision": Seed("jiandu", "site.yml:supervision", changes={"site.yml": {"supervision": None}}),
    "no phone for complaints": Seed(
        "jiandu", "site.yml:supervision", changes={"site.yml": {"supervision": {**SUPERVISION, "phone": None}}}
    ),
    "nothing on how complaints are handled": Seed(
        "chuli", "site.yml:supervision", changes={"site.yml": {"supervision": {**SUPERVISION, "handling": []}}}
    ),
    # --- the built site ----------------------------------------------------------------------------------------------
    "dead link on a page": Seed(
        "silian",
        "search/index.html",
        pages={"search/index.html": PAGES["search/index.html"] + '<a href="../windows/x/">x</a>'},
    ),
    "dead link in prose of any form": Seed(
        "silian", "about/index.html", pages={"about/index.html": "<A HREF=../x/>x</A>"}
    ),
    "dead link by the full address of the site": Seed(
        "silian", "about/index.html", pages={"about/index.html": "<a href='HTTP://xugu.gov.cn/windows/gone/'>x</a>"}
    ),
    "link to the preview on the computer of the clerk": Seed(
        "silian", "about/index.html", pages={"about/index.html": '<a href="http://127.0.0.1:8000/windows/">x</a>'}
    ),
    "file on the computer of the clerk": Seed(
        "fujian", "about/index.html", pages={"about/index.html": '<a href="file:///D:/biao.doc">x</a>'}
    ),
    "form that is gone": Seed("fujian", GUIDE, pages={"biao.pdf": None}),
    "empty page": Seed("kongwenjian", "about/index.html", pages={"about/index.html": ""}),
    "no search": Seed("sousuo", "search/index.html", pages={"search/index.html": None}),
    "no site code": Seed("yejiao", "site.yml:government_site", changes=government(code=None)),
    "no ICP record": Seed("yejiao", "site.yml:government_site", changes=government(icp=None)),
    "no police record": Seed("yejiao", "site.yml:government_site", changes=government(police=None)),
    "no mark": Seed("yejiao", "site.yml:government_site", changes=government(mark=None)),
    "no complaint page": Seed("yejiao", "site.yml:government_site", changes=government(faults=None)),
    "page without the tag of the site": Seed(
        "biaoqian", "about/index.html", changes=government(), pages={"about/index.html": "<p>a</p>"}
    ),
    "list without the tag of its column": Seed(
        "biaoqian",
        "search/index.html",
        changes=government(),
        pages={"search/index.html": '<meta name="SiteName" content="大厅">'},
    ),
    "another domain": Seed("yuming", "mkdocs.yml", changes=government(), url="https://xugu.example/"),
    "no domain": Seed("yuming", "mkdocs.yml", changes=government(), url=None),
}


@pytest.mark.parametrize("name", SEEDS)
def test_a_seeded_fault_is_named_with_its_place(name: str) -> None:
    """By its indicator, which then applies; without that indicator nothing tells of it."""
    seed = SEEDS[name]
    inspected = subject(seed.changes, seed.pages, seed.today, seed.url)
    told = {one.indicator.id: one for one in assessed(inspected).outcomes}

    found = told[seed.indicator]
    places = [located(fault.where) for fault in found.faults]
    assert any(place.startswith(seed.where) for place in places), places
    assert found.applies
    assert all(fault.what and "{" not in fault.what + fault.remedy for fault in found.faults)
    assert bool(found.is_veto) == seed.veto
    assert bool(found.lost) != seed.veto

    kinds = {one.id for one in shipped_profile().indicators if one.check == found.indicator.check}
    without = InspectionProfile.model_validate({"left_out": [{"id": one, "reason": "不查"} for one in kinds]})
    others = assessed(inspected, merged(shipped_profile(), without))
    what = {fault.what for fault in found.faults}
    assert not [fault for one in others.outcomes for fault in one.faults if fault.what in what]


def test_there_are_enough_seeds_for_every_indicator() -> None:
    """At least thirty; each indicator of the program is tried, and each check is one of them."""
    assert len(SEEDS) >= 30
    assert {seed.indicator for seed in SEEDS.values()} == {one.id for one in shipped_profile().indicators}
    assert {one.check for one in shipped_profile().indicators} == set(CHECKS) == set(get_args(Check))


@pytest.mark.parametrize("changes", [{}, government(), guides(5)], ids=["plain", "government", "six guides"])
def test_a_sound_hall_has_no_fault(changes: Changes) -> None:
    """No veto, no point lost, and nothing that is near."""
    found = assessed(subject(changes))

    assert [fault for one in found.outcomes for fault in one.faults] == []
    assert (found.vetoes, found.lost, found.score, found.passed, found.not_made) == ((), 0, 100, True, ())


def test_links_by_the_full_address_of_the_site_are_links_inside_it() -> None:
    """What is there is no fault; what stands elsewhere on the same host is not ours to look at."""
    full = (
        '<a href="https://xugu.gov.cn/dating/services/linshi-jiuzhu/#top">x</a><a href="https://xugu.gov.cn/a/">y</a>'
    )
    hall = subject(pages={"about/index.html": full}, url="https://xugu.gov.cn/dating/")

    assert [one for one in assessed(hall).outcomes if one.indicator.check == "死链" and one.faults] == []


def test_an_indicator_without_points_is_told() -> None:
    """Its faults stand in the report, and cost nothing; a veto that has points beside it is a veto everywhere."""
    free = {"indicators": [{**one, "points": "0"} for one in _own("死链")]}
    found = assessed(subject(pages={"about/index.html": '<a href="../x/">x</a>'}), _profile(free))
    assert [(one.indicator.check, one.lost) for one in found.deductions] == [("死链", 0)]
    assert any("链接打不开：x/index.html" in line for line in lines(found, located))

    veto = {"indicators": [{**one, "kind": "否决"} for one in _own("死链")]}
    as_values = json.dumps(as_json(assessed(subject(), _profile(veto)), located))
    kinds = {one["id"]: one["kind"] for one in json.loads(as_values)["indicators"]}
    assert kinds["silian"] == "veto"


def _own(check: Check) -> list[dict[str, object]]:
    found = [one for one in shipped_profile().indicators if one.check == check]
    return [{**one.model_dump(mode="json", exclude_none=True), "points": "1", "most": "5"} for one in found]


def _profile(changes: dict[str, list[dict[str, object]]]) -> InspectionProfile:
    values = changes["indicators"]
    for one in values:
        one["unconfirmed"] = "是"
    return merged(shipped_profile(), InspectionProfile.model_validate(changes))


def test_a_home_page_may_rest_for_two_weeks() -> None:
    """Fourteen days are no fault; a notice that is still to come is no news."""
    assert assessed(subject(quiet("2026-11-06"))).vetoes == ()

    to_come = {**quiet("2026-11-05"), NOTICE: {"from": "2026-11-21", "until": "2026-11-30"}}
    assert [one.indicator.id for one in assessed(subject(to_come)).vetoes] == ["shouye-bugengxin"]


def test_four_guides_of_six_without_elements_are_near() -> None:
    """They are told, cost no veto, and each kind of element costs its points once."""
    found = assessed(subject(guides(4, **BARE) | service_file("quan")))

    assert found.vetoes == ()
    assert [len(one.faults) for one in found.near if one.indicator.id == "zhinan-bushiyong"] == [4]
    assert [one.lost for one in found.deductions if one.indicator.id == "zhinan-yaosu"] == [8]


def test_points_stop_at_the_most_that_an_indicator_takes() -> None:
    """As the published table says; points below one are not lost in rounding."""
    links = "".join(f'<a href="../windows/x{n}/">x</a>' for n in range(7))
    one = assessed(subject(pages={"search/index.html": PAGES["search/index.html"] + links}))
    assert [outcome.lost for outcome in one.deductions] == [0.7]

    many = "".join(f'<a href="../windows/x{n}/">x</a>' for n in range(150))
    other = assessed(subject(pages={"search/index.html": PAGES["search/index.html"] + many}))
    assert [outcome.lost for outcome in other.deductions] == [10]


def test_a_hall_without_a_built_site_is_inspected_as_far_as_it_goes() -> None:
    """What needs pages is listed as not made, and is no fault."""
    found = assessed(subject(built=False))

    assert {one.indicator.check for one in found.not_made} >= {"网站打不开", "死链", "没有搜索"}
    assert (found.vetoes, found.lost) == ((), 0)
    assert summary(found) == f"否决 0 条，扣 0 分，得 100 分：合格。另有 {len(found.not_made)} 条没有查，不算在内。"


def test_points_below_the_mark_fail_without_a_veto() -> None:
    """A profile decides how many points are enough."""
    strict = merged(shipped_profile(), InspectionProfile.model_validate({"pass_mark": "99"}))
    found = assessed(subject({SERVICE: {"fee": None}, "site.yml": {"life_events": []}}), strict)

    assert (found.vetoes, found.passed) == ((), False)


def test_a_fault_of_two_indicators_is_told_once() -> None:
    """With the first of them; the other still says how many there are, and how many it takes."""
    changes = {"site.yml": {"life_events": []}, SERVICE: {"life_events": []}}
    told = list(lines(assessed(subject(changes)), located))

    assert sum("栏目是空的" in line for line in told) == 1
    assert [line for line in told if line.startswith("空白栏目多　现在 1 处，满 5 处才算　")]


def test_many_faults_are_counted() -> None:
    """Ten of them are told; the table has all."""
    links = "".join(f'<a href="../windows/x{n}/">x</a>' for n in range(12))
    told = list(lines(assessed(subject(pages={"search/index.html": PAGES["search/index.html"] + links})), located))

    assert sum("链接打不开" in line for line in told) == 10
    assert "  另有 2 处，用 --out 写成表格可以全看到。" in told
