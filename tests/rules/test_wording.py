"""Rules about the wording of any text: placeholders, cut-off sentences, one name for the hall."""

import pytest
from rules.dataset_builder import (
    NOTICE,
    PERIOD,
    REGULATION,
    SERVICE,
    Case,
    Cases,
    case_id,
    content,
    sentences,
    table,
    told,
)

from generator.rules import Rule, wording

TODAY = Case().today
FILL = "，页面上会显示“待补充”。"
HALL = "虚谷镇便民服务大厅"
SITE_HALL = {"name": HALL, "former_names": ["老大厅", "虚谷镇(党群)之家"]}


def summary(text: str) -> dict[str, dict[str, object]]:
    return {SERVICE: {"summary": text}}


def placeholder(place: str, found: str) -> str:
    return f"{place} [text/placeholder] 这里还有没填的占位“{found}”{FILL}"


def truncated(place: str, end: str) -> str:
    return f"{place} [text/truncated] 最后一句好像没有写完：“{end}”。请补全并加上句号。"


def joined(place: str, found: str, listed: str) -> str:
    return (
        f"{place} [text/several-names] “{found}”好像是几个名称写成了一项，程序会当成一个。每个名称是单独的一项；"
        f"本来就是一个名称的，不用改。请写：{listed}"
    )


def misnamed(place: str, found: str) -> str:
    if found in SITE_HALL["former_names"]:
        return f"{place} [name/hall] 这里还是大厅的旧名称“{found}”，大厅的名称应当处处一致。请写：{HALL}"
    return (
        f"{place} [name/like-hall] 这里写的是“{found}”。指这里的，请改成一样的名称；是另一个单位的，不用改，"
        f"也可以写进 site.yml 的 other_institutions，以后不再提醒。请写：{HALL}"
    )


CASES: Cases = {
    wording.no_placeholder_is_left: {
        "nothing open": Case(),
        "two in one record": Case(
            {SERVICE: {"summary": "[X]年内办结。", "aliases": ["急难救助", "XX救助"]}},
            (placeholder(f"{SERVICE}:summary", "[X]"), placeholder(f"{SERVICE}:aliases.1", "XX")),
        ),
        "in every kind of record": Case(
            {
                "site.yml": {"slogans": {"indoor": ["××镇欢迎您"]}},
                "windows.yml": {
                    "windows": [{"id": "minzheng", "name": "民政救济", "backup": "待定"}],
                    "functions": [{"name": "民政救济", "duties": ["受理。", "____"]}],
                },
                "materials.yml": {"materials": [{"id": "id-card", "name": "身份证", "issuer": "××派出所"}]},
                SERVICE: {"faq": [{"question": "问", "answer": "待补充"}]},
                REGULATION: {"articles": [{"text": "第。", "items": [{"text": "甲。", "items": ["XX。"]}]}]},
                NOTICE: {"title": "××公示"},
                PERIOD: {"notes": "TODO"},
            },
            (
                placeholder("site.yml:slogans.indoor.0", "××"),
                placeholder("windows.yml:windows.0.backup", "待定"),
                placeholder("windows.yml:functions.0.duties.1", "____"),
                placeholder("materials.yml:materials.0.issuer", "××"),
                placeholder(f"{SERVICE}:faq.0.answer", "待补充"),
                placeholder(f"{REGULATION}:articles.0.items.0.items.0.text", "XX"),
                placeholder(f"{NOTICE}:title", "××"),
                placeholder(f"{PERIOD}:notes", "TODO"),
            ),
        ),
    },
    wording.sentences_are_whole: {
        "the sound content": Case(),
        "an opening sentence before items": Case(
            {REGULATION: {"articles": [{"text": "有下列情形之一的：", "items": [{"text": "迟到；"}]}]}}
        ),
        "blanks after the end": Case(summary("可以申请救助。 \n")),
        "a label before items, their own numbers, and annexes": Case(
            {
                REGULATION: {
                    "articles": [{"text": "收集范围", "items": [{"number": "•", "text": "收件登记。"}]}],
                    "annexes": [{"title": "附件", "text": "姓名　时间"}],
                }
            }
        ),
        "quotation and bracket": Case(
            {SERVICE: {"summary": "叫做“救助。”", "faq": [{"question": "问", "answer": "是（见上）"}]}}
        ),
        "headings and titles have no end": Case(
            {
                REGULATION: {
                    "articles": None,
                    "chapters": [{"title": "总则", "articles": [{"heading": "目的", "text": "办事。"}]}],
                }
            }
        ),
        "everywhere": Case(
            {
                REGULATION: {
                    "preamble": "为了",
                    "articles": [{"text": "工作人员应当", "items": [{"text": "一", "items": ["二、"]}]}],
                },
                NOTICE: {"body": ["名单如下。", "张三，"]},
                SERVICE: {"summary": "可以申请", "faq": [{"question": "问", "answer": "答"}]},
            },
            (
                truncated(f"{REGULATION}:preamble", "为了"),
                truncated(f"{REGULATION}:articles.0.text", "工作人员应当"),
                truncated(f"{REGULATION}:articles.0.items.0.text", "一"),
                truncated(f"{REGULATION}:articles.0.items.0.items.0.text", "二、"),
                truncated(f"{NOTICE}:body.1", "张三，"),
                truncated(f"{SERVICE}:summary", "可以申请"),
                truncated(f"{SERVICE}:faq.0.answer", "答"),
            ),
        ),
        "only the last words are quoted": Case(
            summary("家里突然遇到难处，可以申请一次性的救助"),
            (truncated(f"{SERVICE}:summary", "处，可以申请一次性的救助"),),
        ),
    },
    wording.names_are_single: {
        "one name an item, marks within brackets": Case(
            {
                "materials.yml": {
                    "materials": [{"id": "id-card", "name": "证", "aliases": ["户口簿（首页、本人页）", "3,5号表"]}]
                }
            }
        ),
        "referred to as a whole": Case(
            {
                "site.yml": {"life_events": ["生育、收养"]},
                SERVICE: {"life_events": ["生育、收养"], "window": "民政、残联"},
                "windows.yml": {
                    "windows": [{"id": "minzheng", "name": "民政", "aliases": ["民政、残联", "救济、优抚"]}],
                    "functions": [{"name": "救济、优抚", "duties": ["受理。"]}],
                },
            }
        ),
        "several in an item": Case(
            {
                "site.yml": {
                    "hall": {"name": HALL, "former_names": ["老大厅，老站"]},
                    "life_events": ["困难救助", "生育；收养"],
                    "public_contacts": [{"values": ["甲@例.test、乙@例.test"], "reason": "公布"}],
                },
                "windows.yml": {
                    "windows": [{"id": "minzheng", "name": "民政", "aliases": ["民政窗口、救助窗口", "四号"]}]
                },
                "materials.yml": {
                    "materials": [{"id": "id-card", "name": "证", "aliases": ["身份证", "二代证,户口簿 #1"]}]
                },
            },
            (
                joined("site.yml:hall.former_names.0", "老大厅，老站", "former_names: [老大厅, 老站]"),
                joined("site.yml:life_events.1", "生育；收养", "life_events: [困难救助, 生育, 收养]"),
                joined(
                    "site.yml:public_contacts.0.values.0",
                    "甲@例.test、乙@例.test",
                    "values: [甲@例.test, 乙@例.test]",
                ),
                joined("windows.yml:windows.0.aliases.0", "民政窗口、救助窗口", "aliases: [民政窗口, 救助窗口, 四号]"),
                joined(
                    "materials.yml:materials.0.aliases.1",
                    "二代证,户口簿 #1",
                    'aliases: [身份证, 二代证, "户口簿 #1"]',
                ),
            ),
        ),
    },
    wording.hall_has_one_name: {
        "one name": Case(summary(f"请到{HALL}办理。")),
        "another town's hall": Case(summary("请到邻镇便民服务中心办理。")),
        "the list of former names itself": Case({"site.yml": {"hall": SITE_HALL}}),
        "a former name": Case(
            {"site.yml": {"hall": SITE_HALL}, **summary("请到老大厅办理。")},
            (misnamed(f"{SERVICE}:summary", "老大厅"),),
        ),
        "a former name with brackets": Case(
            {"site.yml": {"hall": SITE_HALL}, NOTICE: {"body": ["在虚谷镇(党群)之家张贴。"]}},
            (misnamed(f"{NOTICE}:body.0", "虚谷镇(党群)之家"),),
        ),
        "another institution of the town": Case(
            {
                "site.yml": {"hall": {**SITE_HALL, "other_institutions": ["虚谷镇党群服务中心", f"{HALL}东湖分站"]}},
                **summary(f"请到虚谷镇党群服务中心或{HALL}东湖分站办理。"),
            }
        ),
        "two likely names in one text": Case(
            {REGULATION: {"preamble": f"虚谷镇党群服务中心即{HALL}，也叫虚谷镇便民政务服务站。"}},
            (
                misnamed(f"{REGULATION}:preamble", "虚谷镇党群服务中心"),
                misnamed(f"{REGULATION}:preamble", "虚谷镇便民政务服务站"),
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def found(text: str) -> list[str]:
    """The placeholders that the rule quotes when ``text`` is the summary of a service."""
    return [f.values["found"] for f in wording.no_placeholder_is_left(content(summary(text)), TODAY)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("[X]年内办结", "[X]"),
        ("【X】年", "【X】"),
        ("（ XX ）镇", "（ XX ）"),
        ("〔Ｘ〕号", "〔Ｘ〕"),
        ("(***)", "(***)"),
        ("XX村", "XX"),
        ("村民xx", "xx"),
        ("××镇人民政府", "××"),
        ("ＸＸ局", "ＸＸ"),
        ("电话：____", "____"),
        ("电话：＿＿", "＿＿"),
        ("见………", "………"),
        ("时间待定", "待定"),
        ("待补充", "待补充"),
        ("此处待填写。", "待填写"),
        ("内容待完善", "待完善"),
        ("TBD", "TBD"),
        ("电话 TODO", "TODO"),
        ("某年某月", "某年某月"),
    ],
)
def test_placeholders_are_found(text: str, quoted: str) -> None:
    """Whatever editors write for "to be filled in" is found and quoted."""
    assert found(text) == [f"“{quoted}”"]


@pytest.mark.parametrize(
    "text",
    [
        "等待定期复核",
        "等待定点医院回复",
        "请等待补充通知",
        "对待定点医疗机构一视同仁",
        "领取 XXL 号的工作服",
        "XXL",
        "MAXX 牌",
        "材料有：身份证……",
        "最后一位是X的身份证",
        "长×宽",
        "3×5米",
        "下划线 a_b 和 a__b",
        "某某镇",
        "〔2026〕5号",
        "（一）",
        "TODOS",
        "星号*表示必填",
    ],
)
def test_ordinary_text_is_no_placeholder(text: str) -> None:
    """Ordinary words that merely look like a placeholder are left alone."""
    assert found(text) == []


@pytest.mark.parametrize("text", ["20XX年起执行", "国办发〔20XX〕5号", "20××年", "202X年起执行"])
def test_open_year_is_a_placeholder(text: str) -> None:
    """A year whose last digits are open is a placeholder, though digits stand before the X."""
    assert len(found(text)) == 1


@pytest.mark.parametrize("text", ["第一行。\nXX村", "表头\t××镇"])
def test_placeholder_after_a_line_break_is_found(text: str) -> None:
    """A placeholder that opens a new line or follows a tab is found."""
    assert len(found(text)) == 1


def test_placeholder_between_chinese_characters_is_found() -> None:
    """TBD needs no blank around it in Chinese text."""
    assert found("咨询电话TBD，请稍候") == ["“TBD”"]


def test_ids_are_no_placeholders() -> None:
    """An id may hold the letters xx, the initials of 信息, since an id is an address and not a text."""
    changes = {
        "services/gk-xx.yml": {"id": "gk-xx", "name": "信息公开", "status": {"state": "在办"}},
        "site.yml": {"most_used": ["gk-xx"]},
    }
    assert told(wording.no_placeholder_is_left(content(changes), TODAY)) == ()


def test_name_of_the_hall_may_begin_with_another_name() -> None:
    """The hall's own name is never flagged, not even where it begins with a former or a likely name."""
    hall = {"name": "虚谷镇便民服务中心大厅", "former_names": ["虚谷镇便民服务中心"]}
    dataset = content({"site.yml": {"hall": hall}, **summary("请到虚谷镇便民服务中心大厅办理。")})
    assert told(wording.hall_has_one_name(dataset, TODAY)) == ()
