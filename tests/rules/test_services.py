"""Rules about one service: what must be stated, and what must agree with itself."""

import pytest
from rules.dataset_builder import OTHER, SERVICE, Case, Cases, case_id, content, limits, sentences, service_file, table

from generator.facts.durations import fewest_calendar_days
from generator.model import TimeLimit
from generator.rules import Rule, services

CANCELLED = {"status": {"state": "取消", "reason": "上级取消"}}
AT_ONCE: dict[str, object] = {"immediate": True}
UNREGULATED: dict[str, object] = {"unregulated": True}
PROMISE = f"{SERVICE}:time_limits.promised.days [time-limit/order] 承诺时限长于法定时限。请核对天数和单位。"
UNIT = "[time-limit/unit] 没有写明是工作日还是自然日；页面会把两种算法都列出。请写：unit: 工作日"


def no_limit(key: str, title: str) -> str:
    return f"{SERVICE}:time_limits.{key} [service/limits] 没有写{title}（time_limits.{key}）。"


def working(number: int) -> dict[str, object]:
    return {"days": number, "unit": "工作日"}


def calendar(number: int) -> dict[str, object]:
    return {"days": number, "unit": "自然日"}


def one_material(name: str) -> dict[str, dict[str, object]]:
    return {SERVICE: {"materials": [{"name": name}]}}


def catch_all(name: str) -> Case:
    text = f"{SERVICE}:materials.0.name [material/catch-all] 材料名称“{name}”没有说清是哪些材料。"
    return Case(one_material(name), (f"{text}请逐项列出，不能用“其他材料”或“等”。",))


def handled(handling: str | None, promised: dict[str, object]) -> dict[str, dict[str, object]]:
    return {SERVICE: {"handling": handling, "time_limits": {"promised": promised}}}


def disagreement(handling: str) -> tuple[str, ...]:
    remedy = "即办件应为即办，承诺件应写天数。承诺时限没有写错的，请改办件类型。"
    right = {"即办件": "承诺件", "承诺件": "即办件"}[handling]
    wrong = f"{SERVICE}:handling [time-limit/immediate] 办件类型“{handling}”与承诺时限不一致：{remedy}"
    return (f"{wrong}请写：handling: {right}",)


def essential(key: str, title: str) -> Case:
    return Case({SERVICE: {key: None}}, (f"{SERVICE}:{key} [service/essentials] 没有写“{title}”（{key}）。",))


CASES: Cases = {
    services.basis_is_stated: {
        "named": Case(),
        "none": Case(
            {SERVICE: {"legal_basis": None}},
            (f"{SERVICE}:legal_basis [service/basis] 没有写设定依据（legal_basis）。",),
        ),
        "none, but no longer offered": Case({SERVICE: {"legal_basis": None, **CANCELLED}}),
    },
    services.materials_are_stated: {
        "listed": Case(),
        "none needed": Case({SERVICE: {"materials": None, "no_materials": True}}),
        "nothing said": Case(
            {SERVICE: {"materials": None}},
            (
                f"{SERVICE}:materials [service/materials] 没有写申请材料（materials）；确实不需要材料的写 no_materials: 是。",
            ),
        ),
        "nothing said, but cancelled": Case({SERVICE: {"materials": None, **CANCELLED}}),
    },
    services.materials_do_not_contradict: {
        "none needed, none listed": Case({SERVICE: {"materials": None, "no_materials": True}}),
        "none needed, two listed": Case(
            {SERVICE: {"no_materials": True}},
            (f"{SERVICE}:no_materials [service/no-materials] 写了“无需材料”，又列出了材料，两者矛盾。请删去一个。",),
        ),
        "the same of a cancelled service": Case(
            {SERVICE: {"no_materials": True, **CANCELLED}},
            (f"{SERVICE}:no_materials [service/no-materials] 写了“无需材料”，又列出了材料，两者矛盾。请删去一个。",),
        ),
    },
    services.steps_are_stated: {
        "who and what": Case(),
        "no steps": Case({SERVICE: {"steps": None}}, (f"{SERVICE}:steps [service/steps] 没有写办理流程（steps）。",)),
        "the second step names nobody, the third nothing": Case(
            {
                SERVICE: {
                    "steps": [
                        {"name": "受理", "who": "民政救济岗", "what": "查看材料。"},
                        {"name": "初审", "what": "核对情况。"},
                        {"name": "审批", "who": "分管领导"},
                    ]
                }
            },
            (
                f"{SERVICE}:steps.1 [service/step-detail] 办理环节“初审”没有写清谁来办（who）、做什么（what）。",
                f"{SERVICE}:steps.2 [service/step-detail] 办理环节“审批”没有写清谁来办（who）、做什么（what）。",
            ),
        ),
    },
    services.limits_are_stated: {
        "both": Case(limits(working(20), working(5))),
        "the law sets none": Case(limits(UNREGULATED, AT_ONCE)),
        "no limits": Case(
            {SERVICE: {"time_limits": None}},
            (
                no_limit("statutory", "法定时限"),
                no_limit("promised", "承诺时限"),
            ),
        ),
        "only promised": Case(limits(None, working(5)), (no_limit("statutory", "法定时限"),)),
        "only statutory": Case(limits(working(5), None), (no_limit("promised", "承诺时限"),)),
    },
    services.essentials_are_stated: {
        "all": Case(),
        "no visits needed, no agent": Case({SERVICE: {"visits": 0, "agent": False}}),
        "place and hours may stay open": Case({SERVICE: {"place": None, "hours": None}}),
        "no visits": essential("visits", "到现场次数"),
        "no agent": essential("agent", "可否代办"),
        "not verified": essential("verified", "核对日期"),
        "no summary": essential("summary", "一句话说明"),
        "no type": essential("type", "事项类型"),
        "no handling": essential("handling", "办件类型"),
        "no audience": essential("audience", "服务对象"),
        "an empty audience": Case(
            {SERVICE: {"audience": []}}, (f"{SERVICE}:audience [service/essentials] 没有写“服务对象”（audience）。",)
        ),
        "no window": essential("window", "办理窗口"),
        "no body": essential("body", "实施主体"),
        "no level": essential("level", "行使层级"),
        "no conditions": essential("conditions", "受理条件"),
        "no fee": essential("fee", "收费"),
        "no result": essential("result", "办理结果"),
    },
    services.promise_is_within_law: {
        "5 working days are 7 calendar days": Case(limits(calendar(7), working(5))),
        "15 working days fit into 21 calendar days": Case(limits(calendar(21), working(15))),
        "equal": Case(limits(working(20), working(20))),
        "20 calendar days fit into 20 working days": Case(limits(working(20), calendar(20))),
        "at once, where the law gives days": Case(limits(working(1), AT_ONCE)),
        "at once, where the law says at once": Case(limits(AT_ONCE, AT_ONCE)),
        "any number, where the law sets none": Case(limits(UNREGULATED, working(3660))),
        "no statutory limit known": Case(limits(None, working(90))),
        "no promise known": Case(limits(working(1), None)),
        "20 working days do not fit into 20 calendar days": Case(limits(calendar(20), working(20)), (PROMISE,)),
        "6 working days do not fit into 7 calendar days": Case(limits(calendar(7), working(6)), (PROMISE,)),
        "one day more": Case(limits(working(20), working(21)), (PROMISE,)),
        "a day, where the law says at once": Case(limits(AT_ONCE, calendar(1)), (PROMISE,)),
    },
    services.limits_have_units: {
        "stated": Case(limits(working(20), calendar(5))),
        "at once has none": Case(limits(UNREGULATED, AT_ONCE)),
        "everywhere missing": Case(
            {
                SERVICE: {
                    "time_limits": {
                        "statutory": {"days": 20},
                        "promised": {"days": 5},
                        "extension": {"days": 10},
                        "special_procedures": [{"name": "公示"}, {"name": "公示", "days": 7}],
                    },
                    "steps": [{"name": "受理"}, {"name": "初审", "limit": {"days": 2}}],
                }
            },
            (
                f"{SERVICE}:time_limits.statutory.unit {UNIT}",
                f"{SERVICE}:time_limits.promised.unit {UNIT}",
                f"{SERVICE}:time_limits.extension.unit {UNIT}",
                f"{SERVICE}:time_limits.special_procedures.1.unit {UNIT}",
                f"{SERVICE}:steps.1.limit.unit {UNIT}",
            ),
        ),
    },
    services.procedures_say_whether_they_count: {
        "said": Case({SERVICE: {"time_limits": {"special_procedures": [{"name": "公示", "counts": False}]}}}),
        "not said": Case(
            {SERVICE: {"time_limits": {"special_procedures": [{"name": "公示"}]}}},
            (
                f"{SERVICE}:time_limits.special_procedures.0 [time-limit/counts] "
                "特别程序“公示”没有写明计入还是不计入办理时限（counts）。请写：counts: 否",
            ),
        ),
    },
    services.promise_is_regulated: {
        "the law sets no limit": Case(limits(UNREGULATED, working(5))),
        "the hall promises nothing": Case(
            limits(UNREGULATED, UNREGULATED),
            (
                f"{SERVICE}:time_limits.promised.unregulated [time-limit/promise] "
                "承诺时限不能写“法律法规未规定”，要写明多长时间，或写即办。",
            ),
        ),
    },
    services.handling_agrees_with_limit: {
        "即办件 at once": Case(handled("即办件", AT_ONCE)),
        "承诺件 in days": Case(handled("承诺件", working(5))),
        "handling unknown": Case(handled(None, AT_ONCE)),
        "limits unknown": Case({SERVICE: {"handling": "即办件", "time_limits": None}}),
        "promise unknown": Case({SERVICE: {"handling": "即办件", "time_limits": {"statutory": working(5)}}}),
        "即办件 in days": Case(handled("即办件", working(1)), disagreement("即办件")),
        "承诺件 at once": Case(handled("承诺件", AT_ONCE), disagreement("承诺件")),
    },
    services.extension_is_short: {
        "10 days": Case({SERVICE: {"time_limits": {"extension": working(10)}}}),
        "none": Case({SERVICE: {"time_limits": None}}),
        "11 days": Case(
            {SERVICE: {"time_limits": {"extension": working(11)}}},
            (
                f"{SERVICE}:time_limits.extension.days [extension/days] 延期 11 天，超过了最多 10 天的规定。"
                "请写：days: 10",
            ),
        ),
    },
    services.fees_have_a_basis: {
        "free": Case(),
        "standard and basis": Case(
            {SERVICE: {"fee": {"items": [{"name": "工本费", "standard": "每本5元", "basis": "价费〔2001〕1号"}]}}}
        ),
        "the first lacks the basis, the third the standard": Case(
            {
                SERVICE: {
                    "fee": {
                        "items": [
                            {"name": "工本费", "standard": "每本5元"},
                            {"name": "检测费", "standard": "每次9元", "basis": "价费〔2001〕1号"},
                            {"name": "测绘费", "basis": "价费〔2001〕1号"},
                        ]
                    }
                }
            },
            (
                f"{SERVICE}:fee.items.0 [fee/basis] 收费项目“工本费”没有写标准（standard）或依据（basis）。",
                f"{SERVICE}:fee.items.2 [fee/basis] 收费项目“测绘费”没有写标准（standard）或依据（basis）。",
            ),
        ),
    },
    services.materials_are_named: {
        "named": Case(),
        "等级证书": Case(one_material("职业技能等级证书")),
        "等 in the middle": Case(one_material("初等教育证明")),
        "其他 without 材料": Case(one_material("其他家庭成员的身份证")),
        "其他材料": catch_all("其他材料"),
        "其它相关材料": catch_all("其它相关材料"),
        "a catch-all among words": catch_all("法律规定的其他材料"),
        "与申请有关材料": catch_all("与申请有关材料"),
        "ends in 等": catch_all("身份证、户口簿等"),
        "等 in a bracket": Case(
            one_material("证明（身份证等）"),
            (catch_all("证明（身份证等").expected[0],),
        ),
        "等 before a full stop": Case(one_material("身份证等。"), (catch_all("身份证等").expected[0],)),
    },
    services.names_are_distinct: {
        "two names": Case(service_file("teshu-jiuzhu")),
        "one name": Case(
            service_file("teshu-jiuzhu", name="临时救助"),
            (f"{OTHER}:name [service/same-name] 事项名称“临时救助”与 linshi-jiuzhu 重复。",),
        ),
        "one name three times": Case(
            {**service_file("a", name="临时救助"), **service_file("b", name="临时救助")},
            (
                "services/b.yml:name [service/same-name] 事项名称“临时救助”与 a 重复。",
                f"{SERVICE}:name [service/same-name] 事项名称“临时救助”与 a 重复。",
            ),
        ),
    },
    services.status_is_explained: {
        "offered": Case(),
        "cancelled with a reason": Case({SERVICE: CANCELLED}),
        "renamed with a reason and a successor": Case(
            {SERVICE: {"status": {"state": "更名", "reason": "合并", "successor": "teshu-jiuzhu"}}}
        ),
        "suspended without a reason": Case(
            {SERVICE: {"status": {"state": "暂停"}}},
            (f"{SERVICE}:status.reason [status/reason] 状态是“暂停”，没有写原因（reason）。",),
        ),
        "renamed without anything": Case(
            {SERVICE: {"status": {"state": "更名"}}},
            (
                f"{SERVICE}:status.reason [status/reason] 状态是“更名”，没有写原因（reason）。",
                f"{SERVICE}:status.successor [status/successor] 状态是“更名”，没有写现在的事项（successor）。",
            ),
        ),
    },
    services.redress_is_against_an_act: {
        "of an act": Case({SERVICE: {"redress": {"review": "子虚县人民政府"}}}),
        "of none": Case(
            {SERVICE: {"type": "公共服务", "redress": {"review": "子虚县人民政府"}}},
            (
                f"{SERVICE}:redress [redress/no-act] “公共服务”一般不是行政行为，不能复议、诉讼。"
                "请核对事项类型（type）或者复议和诉讼（redress）。",
            ),
        ),
    },
    services.full_disclosure_has_a_basis: {
        "masked": Case(),
        "no policy": Case({SERVICE: {"disclosure": None}}),
        "full with a basis": Case({SERVICE: {"disclosure": {"policy": "full", "basis": "社会救助暂行办法第十一条"}}}),
        "full without a basis": Case(
            {SERVICE: {"disclosure": {"policy": "full"}}},
            (
                f"{SERVICE}:disclosure [disclosure/basis] 公布全名必须写明规定公示姓名的依据（basis）；"
                "没有依据请改为 masked 或 counts。请写：policy: masked",
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


@pytest.mark.parametrize(
    ("days", "calendar_days"), [(1, 1), (4, 4), (5, 7), (6, 8), (10, 14), (11, 15), (15, 21), (20, 28), (60, 84)]
)
def test_working_days_span_weekends(days: int, calendar_days: int) -> None:
    """Each full week of working days brings a weekend along, from whichever day it is counted."""
    assert fewest_calendar_days(TimeLimit(days=days, unit="工作日")) == calendar_days


def test_calendar_days_span_themselves() -> None:
    """Calendar days span their number, 即办 spans nothing, an unregulated limit has no end."""
    assert fewest_calendar_days(TimeLimit(days=20, unit="自然日")) == 20
    assert fewest_calendar_days(TimeLimit(immediate=True)) == 0
    assert fewest_calendar_days(TimeLimit(unregulated=True)) == float("inf")


def test_catch_all_in_the_catalogue_is_found() -> None:
    """A material of the catalogue is not called 其他材料 either: every service that needs it would ask for anything."""
    catalogue = {"materials": [{"id": "id-card", "name": "居民身份证"}, {"id": "rest", "name": "其他材料"}]}
    found = list(services.materials_are_named(content({"materials.yml": catalogue}), Case().today))
    assert [(finding.rule, finding.place.path, finding.place.keys) for finding in found] == [
        ("material/catch-all", "materials.yml", ("materials", 1, "name"))
    ]
