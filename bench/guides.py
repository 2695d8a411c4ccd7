"""The guides of a made-up county, short and long, and the two ways to write them: as YAML and as a Markdown page.

A short guide has every field filled in once or a few times (2.8 KB of YAML). A long one has as many materials, steps,
situations, questions and legal bases as the longer half of the demo's guides, and is as long as they are (5.9 KB; there
4.4 to 7.7 KB); its sentences are put together anew for each. Both writers are given the same record, so that generators
are compared on the same content.
"""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any

import yaml

OFFICES = (
    "教育",
    "公安",
    "民政",
    "司法",
    "人社",
    "资源",
    "住建",
    "交通",
    "水务",
    "农业农村",
    "商务",
    "文旅",
    "卫健",
    "医保",
)
OBJECTS = (
    "企业",
    "个体户",
    "房屋",
    "车辆",
    "林地",
    "渔船",
    "学生",
    "老人",
    "社团",
    "药店",
    "食堂",
    "工地",
    "果园",
    "码头",
)
ACTIONS = ("备案", "变更登记", "许可", "注销", "补贴申领", "年度报告", "资格确认", "信息查询", "延续", "补办证书")
EVENTS = ("上学", "就业", "看病", "养老", "务农", "建房", "出行")

HALL_PHONE, COMPLAINTS_PHONE = "0301-0000100", "0301-0000112"
SHARED_MATERIALS = 20

CLAUSES = (
    "材料齐全的当场受理并给回执",
    "不齐的一次写清还缺什么",
    "由经办人当面核对原件和复印件",
    "住所或者经营地应当在本县",
    "在外地的可以由村里或者社区转交",
    "需要到现场看的提前一天约好时间",
    "面积和位置以批准的图纸为准",
    "家里的情况有变化的要在下个月报告",
    "以户为单位提出，由户主代表全家签字",
    "不会写字的按手印，工作人员先念给您听",
    "核对以后当场退还原件",
    "字迹清楚，印章完整，复印件写明与原件一致",
    "超过期限没有答复的可以向监督窗口反映",
    "批准的发给决定书，不批准的书面说明理由",
    "涉及几个部门的，由窗口统一转送",
    "已经享受过同类照顾的不再重复发给",
    "隐瞒情况或者提供假材料的，追回并记入档案",
    "村里先讨论，再在公开栏里公示",
    "公示期里有人提出不同意见的，先查清再办",
    "每年复查一次，情况没有变化的不用重新申请",
    "可以在自助机上打印，也可以请窗口代打",
    "老人和行动不便的人可以预约上门办理",
    "国家没有规定收费的，一律不收费",
    "办理进度可以打电话查询，也可以到窗口查",
    "补贴直接打到申请人自己的银行卡",
    "换过名字的要带上能证明是同一个人的材料",
    "受委托的人要带自己的证件和委托书",
    "材料上的日期要写当天，不能倒填",
)


def names(count: int) -> list[str]:
    """``count`` different names of services."""
    return [
        f"{OFFICES[n % 14]}{OBJECTS[n // 14 % 14]}{ACTIONS[n // 196 % 10]}{f'（{n // 1960}类）' if n >= 1960 else ''}"
        for n in range(count)
    ]


def short_guide(number: int, name: str) -> dict[str, Any]:
    """A service whose texts are the same in all guides but for its name."""
    office = OFFICES[number % 14]
    return {
        "id": f"s{number}",
        "name": name,
        "summary": f"需要办理{name}的居民和企业，按本指南准备材料，到窗口提出申请。",
        "aliases": [f"办{name}"],
        **_offered(number),
        "legal_basis": [
            {
                "title": f"测速县{office}条例",
                "article": f"第{number % 60 + 1}条",
                "text": f"办理{name}应当具备规定的条件，由主管部门在规定的期限内作出决定。",
                "source": "测速县政府网站",
            }
        ],
        "conditions": ["住所或者经营地在本县", f"符合{name}的规定条件", "没有正在处理的违法案件"],
        "materials": [_material(number + k, "字迹清楚，印章完整，复印件写明与原件一致。") for k in range(5)],
        "steps": [
            {"name": step, "who": f"{office}岗", "what": f"{name}的{step}环节，由经办人核对后转下一环节。"}
            for step in ("申请", "受理", "审核", "决定", "送达")
        ],
        "time_limits": _time_limits(),
        **_outcome(name),
        "faq": [
            {"question": "可以请别人代办吗？", "answer": "可以，带上双方的证件和委托书。"},
            {"question": f"{name}要多久？", "answer": "材料齐全的，十个工作日办结。"},
        ],
        **_checked(),
    }


def long_guide(number: int, name: str) -> dict[str, Any]:
    """A service of the size of the demo's longer half; every third one has one more of everything than the last."""
    office, more = OFFICES[number % 14], number % 3
    papers = [_material(number + k, _sentence(number, k, 1)) for k in range(3)]
    own = [f"{name}{paper}" for paper in ("申请表", "情况说明", "承诺书", "现场照片")[: 2 + more]]
    papers += [_own_paper(paper, _sentence(number, k, 1)) for k, paper in enumerate(own, 10)]
    keys = [paper.get("material") or paper["name"] for paper in papers]
    limits = _time_limits()
    note = f"{_sentence(number, 90, 1)}不计入办理时限。"
    limits["special_procedures"] = [{"name": "专家评审", "counts": False, "note": note}]
    return {
        "id": f"s{number}",
        "name": name,
        "summary": f"要办理{name}的，先看符不符合条件，{_sentence(number, 1, 1)}",
        "aliases": [f"办{name}", f"{name}手续", f"申请{name}"],
        "hidden_terms": [
            f"{verb}{OBJECTS[(number + k) % 14]}{name[:2]}" for k, verb in enumerate("办开领交改查补换要")
        ],
        **_offered(number),
        "life_events": [EVENTS[number % 7], EVENTS[(number + 3) % 7]],
        "legal_basis": [
            {
                "title": f"测速县{office}{('条例', '管理办法', '实施细则', '工作规则', '服务规范')[k]}",
                "document_number": f"测速发〔20{10 + (number + k) % 16}〕{number % 90 + k + 1}号",
                "article": f"第{(number + k) % 60 + 1}条",
                "text": f"办理{name}的，{_sentence(number, 20 + k, 3)}",
                "source": "测速县政府网站",
            }
            for k in range(3 + more)
        ],
        "conditions": [_sentence(number, 30 + k, 2) for k in range(2 + more)],
        "exclusions": [_sentence(number, 40 + k, 2) for k in range(2 + more)],
        "materials": papers,
        "situations": [
            {"name": case, "materials": keys[: 3 + k]}
            for k, case in enumerate(("第一次办理", "到期延续", "情况变更", "请别人代办")[: 2 + more])
        ],
        "steps": [
            {"name": step, "who": f"{office}岗", "what": _sentence(number, 50 + k, 2)}
            for k, step in enumerate(("申请", "受理", "实地查看", "审核", "决定", "送达")[: 4 + more])
        ],
        "time_limits": limits,
        **_outcome(name),
        "faq": [
            {"question": f"{name}{question}", "answer": _sentence(number, 60 + k, 3)}
            for k, question in enumerate(
                ("可以请别人代办吗？", "要多久？", "没有批准怎么办？", "要带什么？")[: 2 + more]
            )
        ],
        **_checked(),
    }


GUIDES: dict[str, Callable[[int, str], dict[str, Any]]] = {"short": short_guide, "long": long_guide}


def as_yaml(guide: dict[str, Any]) -> str:
    """The file of a gongshi project."""
    return yaml.dump(guide, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=100_000)


def as_markdown(guide: dict[str, Any]) -> str:
    """The same as a page that somebody would write by hand; hidden search words have no place in it."""
    return "\n".join(_lines(guide))


def _lines(guide: dict[str, Any]) -> Iterator[str]:
    number, limits = int(guide["id"][1:]), guide["time_limits"]
    names_of = {f"m{n}": f"第{n}种证件" for n in range(SHARED_MATERIALS)}
    yield f"# {guide['name']}\n"
    yield f"别名：{_listed(guide['aliases'])}\n\n{guide['summary']}\n"
    yield "| 项目 | 内容 |\n| --- | --- |"
    yield f"| 服务对象 | {_listed(guide['audience'])} |"
    yield f"| 承诺时限 | {limits['promised']['days']}个工作日 |\n| 法定时限 | {limits['statutory']['days']}个工作日 |"
    yield f"| 收费 | 不收费 |\n| 到现场次数 | {guide['visits']} |\n| 窗口 | {OFFICES[number % 14]}窗口 |"
    yield f"| 咨询电话 | {HALL_PHONE} |\n| 投诉电话 | {COMPLAINTS_PHONE} |\n| 实施主体 | {guide['body']} |"
    yield f"| 行使层级 | {guide['level']} |\n| 事项类型 | {guide['type']}，{guide['handling']} |"
    if events := guide.get("life_events"):
        yield f"| 生活事件 | {_listed(events)} |"
    yield "\n## 需要带的材料\n"
    for k, paper in enumerate(guide["materials"], 1):
        called = paper.get("name") or names_of[paper["material"]]
        details = f"{paper['original']} {paper['copies']} 份，{paper['format']}，{paper['source']}"
        yield f"{k}. **{called}**（{paper['necessity']}）：{details}。{paper['notes']}"
    if "situations" in guide:
        yield "\n## 按情形准备\n"
        for case in guide["situations"]:
            yield f"- **{case['name']}**：{_listed(names_of.get(key, key) for key in case['materials'])}"
    yield "\n## 受理条件\n"
    yield from (f"- {condition}" for condition in guide["conditions"])
    if "exclusions" in guide:
        yield "\n## 不予办理的情形\n"
        yield from (f"- {exclusion}" for exclusion in guide["exclusions"])
    yield "\n## 办理流程\n"
    yield from (f"{k}. **{step['name']}**（{step['who']}）：{step['what']}" for k, step in enumerate(guide["steps"], 1))
    yield f"\n## 办理时限\n\n{limits['clock_starts']}起算。法定时限的依据：{limits['statutory']['basis']}。\n"
    yield from (f"{extra['name']}：{extra['note']}\n" for extra in limits.get("special_procedures", ()))
    yield "## 依据\n"
    for basis in guide["legal_basis"]:
        paper_number = f"（{basis['document_number']}）" if "document_number" in basis else ""
        yield f"- 《{basis['title']}》{paper_number}{basis['article']}：{basis['text']}出处：{basis['source']}"
    yield f"\n## 办理结果\n\n{guide['result']['name']}，{_listed(guide['result']['delivery'])}。\n\n## 常见问题\n"
    yield from (f"**{one['question']}** {one['answer']}\n" for one in guide["faq"])
    yield f"核对日期：{guide['verified']}，下次复核：{guide['review']}\n"


def _listed(words: Iterable[str]) -> str:
    return "、".join(words)


def _sentence(number: int, place: int, clauses: int) -> str:
    """A sentence of so many different clauses; which ones depends on the guide and on the place in it."""
    first, step = number * 5 + place * 3, 1 + (number // 7 + place) % 9
    return "，".join(CLAUSES[(first + k * step) % len(CLAUSES)] for k in range(clauses)) + "。"


def _offered(number: int) -> dict[str, Any]:
    """Where a service is offered, and to whom."""
    return {
        "type": "行政许可",
        "handling": "承诺件",
        "status": {"state": "在办"},
        "audience": ["个人", "企业"],
        "window": f"w{number % 14 + 1}",
        "body": f"测速县{OFFICES[number % 14]}局",
        "level": "县级",
    }


def _material(number: int, notes: str) -> dict[str, Any]:
    """A paper of the hall's catalogue."""
    return {"material": f"m{number % SHARED_MATERIALS}", "necessity": "必要", **_copy(), "notes": notes}


def _own_paper(name: str, notes: str) -> dict[str, Any]:
    """A paper that only this service asks for."""
    return {"name": name, "necessity": "非必要", **_copy(), "notes": notes}


def _copy() -> dict[str, Any]:
    return {"copies": 1, "original": "原件核验", "format": "纸质", "source": "申请人自备"}


def _time_limits() -> dict[str, Any]:
    return {
        "statutory": {"days": 20, "unit": "工作日", "basis": "测速县条例"},
        "promised": {"days": 10, "unit": "工作日"},
        "clock_starts": "材料齐全、受理之日的第二天",
    }


def _outcome(name: str) -> dict[str, Any]:
    return {
        "fee": {"free": "是"},
        "result": {"name": f"{name}决定书", "type": "批文", "delivery": ["窗口领取", "邮寄"]},
        "visits": 1,
        "agent": "是",
    }


def _checked() -> dict[str, Any]:
    return {"verified": date(2026, 9, 1), "review": date(2027, 9, 1), "disclosure": {"policy": "masked"}}
