"""Rules about references: every name leads to one thing that exists."""

import pytest
from rules.dataset_builder import (
    NOTICE,
    OTHER,
    ROWS,
    SERVICE,
    Case,
    Cases,
    case_id,
    content,
    sentences,
    service_file,
    table,
    told,
)

from generator.rules import Rule, references

MINZHENG = {"id": "minzheng", "name": "民政救济", "aliases": ["民政窗口"], "number": 4, "phone": "0300-0000104"}
XINFANG = {"id": "xinfang", "name": "信访稳定", "aliases": ["群众来访"], "number": 6}
DUTIES = {"name": "民政救济", "duties": ["受理临时救助申请。"]}
HALL = {"name": "虚谷镇便民服务大厅"}


def windows(*listed: dict[str, object], functions: tuple[dict[str, object], ...] = (DUTIES,)) -> dict[str, object]:
    return {"windows.yml": {"windows": list(listed), "functions": list(functions)}}


def enquiry(phone: str) -> Case:
    return Case({SERVICE: {"enquiry_phone": phone}})


def bad_enquiry(phone: str, shown: str | None = None) -> Case:
    text = f"[phone/shape] 电话号码“{shown or phone}”不完整或写法不对。请写：0300-0000100"
    return Case({SERVICE: {"enquiry_phone": phone}}, (f"{SERVICE}:enquiry_phone {text}",))


def renamed(record_id: str, successor: str) -> dict[str, dict[str, object]]:
    return service_file(record_id, status={"state": "更名", "reason": "合并", "successor": successor})


CIRCLE = "又指回了本事项，居民会在两页之间来回转。"

RATED = "ratings/2026-09.yml"

CASES: Cases = {
    references.windows_resolve: {
        "by id": Case(),
        "by name": Case({SERVICE: {"window": "民政救济"}}),
        "by alias": Case({SERVICE: {"window": "民政窗口"}}),
        "not stated": Case({SERVICE: {"window": None}}),
        "of a notice": Case({NOTICE: {"closure": {"from": "2026-12-01", "window": "民政救济"}}}),
        "unknown, of a notice": Case(
            {NOTICE: {"closure": {"from": "2026-12-01", "window": "民政"}}},
            (f"{NOTICE}:closure.window [reference/window] 没有叫“民政”的窗口。现有窗口：民政救济。",),
        ),
        "of ratings": Case({RATED: {"id": "2026-09", "rows": [{"window": "民政窗口"}, {}]}}),
        "unknown, of ratings": Case(
            {RATED: {"id": "2026-09", "rows": [{}, {"window": "民政"}]}},
            (f"{RATED}:rows.1.window [reference/window] 没有叫“民政”的窗口。现有窗口：民政救济。",),
        ),
        "unknown": Case(
            {**windows(MINZHENG, XINFANG), SERVICE: {"window": "民政"}},
            (f"{SERVICE}:window [reference/window] 没有叫“民政”的窗口。现有窗口：民政救济、信访稳定。",),
        ),
    },
    references.functions_resolve: {
        "by name": Case(),
        "by alias": Case(windows(MINZHENG, functions=({**DUTIES, "name": "民政窗口"},))),
        "unknown": Case(
            windows(MINZHENG, functions=(DUTIES, {**DUTIES, "name": "计生服务"})),
            (
                "windows.yml:functions.1.name [reference/function] 职能“计生服务”对不上任何窗口。"
                "请改成窗口名称，或给窗口加一个别名。现有窗口：民政救济。",
            ),
        ),
    },
    references.window_names_are_distinct: {
        "two windows": Case(windows(MINZHENG, XINFANG)),
        "a name repeated as the window's own alias": Case(windows({**MINZHENG, "aliases": ["民政救济", "minzheng"]})),
        "an alias of one is the name of the other": Case(
            windows(MINZHENG, {**XINFANG, "aliases": ["民政救济"]}),
            (
                "windows.yml:windows.1 [window/ambiguous] 名称“民政救济”同时指民政救济、信访稳定，"
                "居民不知道该去哪个。请改掉一个别名。",
            ),
        ),
        "an alias of one is the id of the other": Case(
            windows({**MINZHENG, "aliases": ["xinfang"]}, XINFANG),
            (
                "windows.yml:windows.1 [window/ambiguous] 名称“xinfang”同时指民政救济、信访稳定，"
                "居民不知道该去哪个。请改掉一个别名。",
            ),
        ),
    },
    references.windows_have_functions: {
        "each": Case(),
        "found by alias": Case(windows(XINFANG, functions=({**DUTIES, "name": "群众来访"},))),
        "the second has none": Case(
            windows(MINZHENG, XINFANG),
            ("windows.yml:windows.1 [window/functions] 窗口“信访稳定”没有职能清单（windows.yml 的 functions）。",),
        ),
    },
    references.materials_resolve: {
        "in the catalogue": Case(),
        "named in place": Case({SERVICE: {"materials": [{"name": "申请书"}]}}),
        "unknown": Case(
            {SERVICE: {"materials": [{"material": "id-card"}, {"material": "id-crad"}]}},
            (f"{SERVICE}:materials.1.material [reference/material] 材料目录 materials.yml 里没有“id-crad”。",),
        ),
    },
    references.situations_resolve: {
        "by id and by name": Case(
            {SERVICE: {"situations": [{"name": "本人办理", "materials": ["id-card", "临时救助申请书"]}]}}
        ),
        "by the name of a catalogue entry": Case(
            {SERVICE: {"situations": [{"name": "自己办"}, {"name": "代办", "materials": ["id-card", "居民身份证"]}]}},
            (
                f"{SERVICE}:situations.1.materials.1 [reference/situation] 情形里的材料“居民身份证”不在本事项的材料中。"
                "请写材料的 id 或名称，一项只写一个。",
            ),
        ),
        "two in one item": Case(
            {SERVICE: {"situations": [{"name": "代办", "materials": ["id-card、临时救助申请书"]}]}},
            (
                f"{SERVICE}:situations.0.materials.0 [reference/situation] 情形里的材料“id-card、临时救助申请书”"
                "不在本事项的材料中。请写材料的 id 或名称，一项只写一个。请写：[id-card, 临时救助申请书]",
            ),
        ),
    },
    references.successors_resolve: {
        "exists": Case(renamed("teshu-jiuzhu", "linshi-jiuzhu")),
        "a chain": Case({**renamed("a", "b"), **renamed("b", "linshi-jiuzhu")}),
        "a way into a circle that it is not part of": Case(
            {**renamed("a", "b"), **renamed("b", "c"), **renamed("c", "b")},
            (
                f"services/b.yml:status.successor [reference/successor-circle] 现办事项“c”{CIRCLE}",
                f"services/c.yml:status.successor [reference/successor-circle] 现办事项“b”{CIRCLE}",
            ),
        ),
        "itself": Case(
            renamed("a", "a"), (f"services/a.yml:status.successor [reference/successor-circle] 现办事项“a”{CIRCLE}",)
        ),
        "unknown": Case(
            renamed("teshu-jiuzhu", "nowhere"),
            (f"{OTHER}:status.successor [reference/successor] 现办事项“nowhere”不存在。",),
        ),
    },
    references.services_resolve: {
        "all exist": Case(),
        "nothing named": Case({"site.yml": {"most_used": None}, NOTICE: {"service": None}, ROWS: []}),
        "none exists": Case(
            {
                "site.yml": {"most_used": ["linshi-jiuzhu", "one"]},
                NOTICE: {"service": "two"},
                SERVICE: {"related": ["linshi-jiuzhu", "four"]},
                ROWS: [
                    "A1,linshi-jiuzhu,,2026-07-01,,,在办,,",
                    "A2,three,,2026-07-01,,,在办,,",
                    "A3,three,,2026-07-01,,,在办,,",
                ],
            },
            (
                "site.yml:most_used.1 [reference/service] 没有 id 为“one”的事项。请改成现有事项的编号（services 里的文件名，不带 .yml）；不要的请删去。",
                f"{NOTICE}:service [reference/service] 没有 id 为“two”的事项。请改成现有事项的编号（services 里的文件名，不带 .yml）；不要的请删去。",
                f"{SERVICE}:related.1 [reference/service] 没有 id 为“four”的事项。请改成现有事项的编号（services 里的文件名，不带 .yml）；不要的请删去。",
                f"{ROWS}:3.2 [reference/service-of-results] 本期有 2 件办的是“three”，但没有这个事项：文件被删了，或者改了名。"
                "请恢复 services/three.yml（改了名的改回来），不再办的把 status 写成取消或更名。请写：state: 取消",
            ),
        ),
    },
    references.phones_are_present: {
        "of window and hall": Case(),
        "its own": Case(
            {
                "site.yml": {"hall": HALL, "supervision": None},
                **windows({**MINZHENG, "phone": None}),
                SERVICE: {"enquiry_phone": "0300-0000100", "complaint_phone": "12345"},
            }
        ),
        "only a hotline to complain to": Case({"site.yml": {"supervision": {"hotline": "12345"}}}),
        "no longer offered": Case(
            {
                "site.yml": {"hall": HALL, "supervision": None},
                **windows({**MINZHENG, "phone": None}),
                SERVICE: {"status": {"state": "取消"}},
            }
        ),
        "none": Case(
            {"site.yml": {"hall": HALL, "supervision": None}, **windows({**MINZHENG, "phone": None})},
            (
                f"{SERVICE}:enquiry_phone [phone/missing] 没有咨询电话（enquiry_phone），窗口和大厅也没有。",
                f"{SERVICE}:complaint_phone [phone/missing] 没有投诉电话（complaint_phone），窗口和大厅也没有。",
            ),
        ),
    },
    references.phones_differ: {
        "two numbers": Case(),
        "neither known": Case(
            {"site.yml": {"hall": HALL, "supervision": None}, **windows({**MINZHENG, "phone": None})}
        ),
        "the window's own number": Case(
            {SERVICE: {"complaint_phone": "0300-0000104"}},
            (f"{SERVICE}:complaint_phone [phone/same] 咨询电话和投诉电话相同。投诉应当打到另一个电话。",),
        ),
        "one number for the whole hall": Case(
            {"site.yml": {"supervision": {"phone": "0300-0000104"}}},
            (f"{SERVICE}:complaint_phone [phone/same] 咨询电话和投诉电话相同。投诉应当打到另一个电话。",),
        ),
    },
    references.phones_have_a_shape: {
        "area code of four digits": enquiry("0300-0000100"),
        "area code of three digits": enquiry("010-00000000"),
        "with an extension": enquiry("0300-0000100-8012"),
        "mobile": enquiry("10000000000"),
        "400": enquiry("400-000-0000"),
        "12345": enquiry("12345"),
        "110": enquiry("110"),
        "12333": enquiry("12333"),
        "95598": enquiry("95598"),
        "several": enquiry("0300-0000100、0000101转8001，12345转2"),
        "of the post, of an area, of the country": enquiry("11185/0300-12345/+86 300 0000100"),
        "without the hyphen": bad_enquiry("03000000100", "〔数字〕"),
        "without the area code": bad_enquiry("0000100", "〔数字〕"),
        "one digit short": bad_enquiry("0300-000010", "〔数字〕"),
        "a full-width hyphen": bad_enquiry("0300－0000100", "0300－〔数字〕"),
        "two numbers of which one is short": bad_enquiry("0300-0000100、0300-000010", "〔数字〕、〔数字〕"),
        "words": bad_enquiry("12345转前台"),
        "two digits": bad_enquiry("11"),
        "placeholder": bad_enquiry("0300-XXXXXXX", "〔数字〕"),
        "every phone is looked at": Case(
            {
                "site.yml": {"hall": {**HALL, "phone": "1"}, "supervision": {"phone": "2", "hotline": "3"}},
                **windows({**MINZHENG, "phone": "4"}),
                SERVICE: {"enquiry_phone": "5", "complaint_phone": "6"},
                NOTICE: {"objection": {"phone": "7"}},
            },
            tuple(
                f"{place} [phone/shape] 电话号码“{number}”不完整或写法不对。请写：0300-0000100"
                for number, place in enumerate(
                    (
                        "site.yml:hall.phone",
                        "site.yml:supervision.phone",
                        "site.yml:supervision.hotline",
                        "windows.yml:windows.0.phone",
                        f"{SERVICE}:enquiry_phone",
                        f"{SERVICE}:complaint_phone",
                        f"{NOTICE}:objection.phone",
                    ),
                    1,
                )
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def test_full_width_digits_are_no_phone() -> None:
    """Full-width digits, which no telephone dials from a link, are refused even after an ASCII first digit."""
    found = references.phones_have_a_shape(content({SERVICE: {"enquiry_phone": "03００-0000100"}}), Case().today)
    assert [finding.rule for finding in found] == ["phone/shape"]


def test_unreadable_service_is_not_reported_twice() -> None:
    """References to a service whose file could not be read are not reported as missing."""
    changes = {
        "site.yml": {"most_used": ["kaputt"]},
        NOTICE: {"service": "kaputt"},
        ROWS: ["A1,kaputt,,2026-07-01,,,在办,,"],
        **renamed("teshu-jiuzhu", "kaputt"),
    }
    dataset = content(changes, broken=["services/kaputt"])
    for rule in (references.services_resolve, references.successors_resolve):
        assert told(rule(dataset, Case().today)) == ()
