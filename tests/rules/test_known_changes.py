"""known_changes: what guides still say although it has changed outside."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from content_builder import TODAY
from rules.dataset_builder import (
    NOTICE,
    OTHER,
    REGULATION,
    SERVICE,
    Case,
    Cases,
    Changes,
    case_id,
    content,
    sentences,
    service_file,
    table,
)

from generator.content import strict_yaml
from generator.content.known_changes import merged, shipped_changes
from generator.content.parsed_records import ParsedRecords
from generator.model import KnownChange, KnownChanges, TimeLimit
from generator.rules import Rule, known_changes

CHANGES = "known-changes.yml"
PLANET = {
    "id": "xingqiu",
    "since": "2026-03-01",
    "find": ["球发〔2020〕9号", "《登陆许可办法》"],
    "within": ["依据", "正文"],
    "say": "办法已经废止",
    "instead": "着陆许可办法",
    "source": {"title": "着陆许可办法", "document_number": "球发〔2026〕3号", "article": "第九条", "day": "2026-02-10"},
}
"""An invented change."""
PLANET_TOLD = (
    "办法已经废止（2026年3月1日起）。出处：《着陆许可办法》，球发〔2026〕3号，第九条，2026年2月10日；规则 xingqiu。"
    "请核对后改正。请写：着陆许可办法"
)


LONGEST = {"services": ["救助"], "longest": "3个工作日", "find": [], "within": []}
"""The same change if it were one of how long a service may take."""


def own(*changes: Mapping[str, object], **more: object) -> dict[str, dict[str, object]]:
    """A hall's own list of changes."""
    return {CHANGES: {"changes": list(changes), **more}}


def basis(title: str, **fields: object) -> dict[str, object]:
    return {"legal_basis": [{"title": title, **fields}]}


def planet(
    fields: Mapping[str, object], expected: tuple[str, ...] = (), path: str = SERVICE, **changed: object
) -> Case:
    """What is said of a record with ``fields`` while the invented change is known."""
    return Case({path: fields, **own({**PLANET, **changed})}, expected)


CASES: Cases = {
    known_changes.known_changes_are_followed: {
        "no change is known": Case({SERVICE: basis("登陆许可办法")}),
        "a document that has gone": planet(
            basis("登陆许可办法"),
            (f"{SERVICE}:legal_basis.0.title [change/outdated] “临时救助”的依据里有“《登陆许可办法》”。{PLANET_TOLD}",),
        ),
        "its number, in other brackets": planet(
            basis("登陆的办法", document_number="球发[2020] 9号"),
            (
                f"{SERVICE}:legal_basis.0.document_number [change/outdated] “临时救助”的依据里有“球发〔2020〕9号”。{PLANET_TOLD}",
            ),
        ),
        "the number of a document of a place": planet(basis("登陆的办法", document_number="乌球发〔2020〕9号")),
        "a longer title": planet(basis("乌有省登陆许可办法")),
        "the new document": planet(basis("着陆许可办法", document_number="球发〔2026〕3号")),
        "a sentence about it": planet(
            {"summary": "想登陆的来办。按《登陆许可办法》交表。"},
            (
                f"{SERVICE}:summary [change/outdated] “临时救助”的正文里有“《登陆许可办法》”，"
                f"原话是“按《登陆许可办法》交表”。{PLANET_TOLD}",
            ),
        ),
        "a sentence that tells of its end": planet({"summary": "《登陆许可办法》已经废止，不用再交表。"}),
        "a part that the change is not about": planet({"conditions": ["按《登陆许可办法》申请"]}),
        "a service that has ended": planet(
            {**basis("登陆许可办法"), "status": {"state": "取消", "reason": "办法废止"}}
        ),
        "a notice": planet({**basis("登陆许可办法"), "body": ["依照《登陆许可办法》。"]}, path=NOTICE),
        "a rule of the hall": planet(
            {"articles": [{"text": "依照《登陆许可办法》。"}]},
            (
                f"{REGULATION}:articles.0.text [change/outdated] “责任追究制度”的正文里有“《登陆许可办法》”，"
                f"原话是“依照《登陆许可办法》”。{PLANET_TOLD}",
            ),
            REGULATION,
        ),
        "a repealed rule": planet(
            {"articles": [{"text": "依照《登陆许可办法》。"}], "status": "废止"}, path=REGULATION
        ),
        "a mark of what was put right": planet(basis("登陆许可办法", text="球长批准"), settled_by=["球长批准"]),
        "an error": planet(
            basis("登陆许可办法"),
            (
                f"{SERVICE}:legal_basis.0.title [change/wrong] “临时救助”的依据里有“《登陆许可办法》”。"
                "办法已经废止，2026年3月1日起不能再这样写。出处：《着陆许可办法》，球发〔2026〕3号，第九条，2026年2月10日；"
                "规则 xingqiu。请写：着陆许可办法",
            ),
            level="错误",
        ),
        "not confirmed, and so no error": planet(
            basis("登陆许可办法"),
            (
                f"{SERVICE}:legal_basis.0.title [change/unconfirmed] 线索，“临时救助”的依据里有“《登陆许可办法》”。"
                "办法已经废止（2026年3月1日起）。出处：《着陆许可办法》，球发〔2026〕3号，第九条，2026年2月10日；规则 xingqiu。"
                "这一条还没有核对到原文，请先核对。请写：着陆许可办法",
            ),
            level="错误",
            unconfirmed="是",
        ),
        "to come": planet(
            basis("登陆许可办法"),
            (
                f"{SERVICE}:legal_basis.0.title [change/coming] “临时救助”的依据里有“《登陆许可办法》”。"
                "2027年1月1日起要变：办法已经废止。出处：《着陆许可办法》，球发〔2026〕3号，第九条，2026年2月10日；规则 xingqiu。"
                "请在那天以前复核；复核日期（review）定在那天以前的，不再提醒。请写：着陆许可办法",
            ),
            level="错误",
            since="2027-01-01",
        ),
        "to come, and somebody will look in time": planet(
            {**basis("登陆许可办法"), "review": "2026-12-31"}, since="2027-01-01"
        ),
        "to be looked at again": planet(
            {**basis("登陆许可办法"), "verified": "2026-02-28"},
            (f"{SERVICE}:legal_basis.0.title [change/outdated] “临时救助”的依据里有“《登陆许可办法》”。{PLANET_TOLD}",),
            review_only="是",
        ),
        "looked at on the day": planet({**basis("登陆许可办法"), "verified": "2026-03-01"}, review_only="是"),
        "a material with who issues it": planet(
            {"materials": [{"name": "登陆证明", "source": "球长"}]},
            (f"{SERVICE}:materials.0.name [change/outdated] “临时救助”的材料里有“登陆证明”。{PLANET_TOLD}",),
            find=["登陆证明"],
            together=["球长出具"],
            within=["材料"],
        ),
        "a material of somebody else": planet(
            {"materials": [{"name": "登陆证明", "source": "星港"}]},
            find=["登陆证明"],
            together=["球长出具"],
            within=["材料"],
        ),
        "a material that the window looks up itself": planet(
            {"materials": [{"name": "登陆证明", "provided_by": ["窗口联网查", "书面承诺"]}]},
            find=["登陆证明"],
            within=["材料"],
        ),
        "limits that are longer than they may be": planet(
            {"time_limits": {"statutory": "20个工作日", "promised": "4天"}},
            (
                f"{SERVICE}:time_limits.statutory [change/outdated] “临时救助”的法定时限是“20个工作日”，最长“3个工作日”。{PLANET_TOLD}",
                f"{SERVICE}:time_limits.promised [change/outdated] “临时救助”的承诺时限是“4个工作日或4个自然日”，最长“3个工作日”。"
                f"{PLANET_TOLD}",
            ),
            **LONGEST,
        ),
        "limits as long as they may be": planet(
            {"time_limits": {"statutory": "3个工作日", "promised": "即办"}}, **LONGEST
        ),
        "a limit that nobody has written": planet(
            {"time_limits": {"promised": "2个工作日"}},
            (f"{SERVICE}:time_limits [change/outdated] “临时救助”的法定时限还没有写，最长“3个工作日”。{PLANET_TOLD}",),
            **LONGEST,
        ),
        "no limits at all": planet(
            {"time_limits": None},
            (f"{SERVICE}:time_limits [change/outdated] “临时救助”的法定时限还没有写，最长“3个工作日”。{PLANET_TOLD}",),
            **LONGEST,
        ),
        "a limit that the law is said not to have": planet(
            {"time_limits": {"statutory": {"unregulated": True}}},
            (
                f"{SERVICE}:time_limits.statutory [change/outdated] “临时救助”的法定时限是“法律法规未规定”，最长“3个工作日”。"
                f"{PLANET_TOLD}",
            ),
            **LONGEST,
        ),
        "limits of another service": planet(
            {"time_limits": {"statutory": "20个工作日"}}, **{**LONGEST, "services": ["登陆"]}
        ),
        "words, and a limit": planet(
            {**basis("登陆许可办法"), "time_limits": {"statutory": "1年"}},
            (
                f"{SERVICE}:legal_basis.0.title [change/outdated] “临时救助”的依据里有“《登陆许可办法》”。{PLANET_TOLD}",
                f"{SERVICE}:time_limits.statutory [change/outdated] “临时救助”的法定时限是“1年”，最长“3个工作日”。{PLANET_TOLD}",
            ),
            services=["救助"],
            longest="3个工作日",
        ),
        "a procedure that counts": planet(
            {"time_limits": {"special_procedures": [{"name": "登陆演习", "counts": "是", "note": "不占星期日。"}]}},
            find=["登陆演习"],
            together=["不占"],
            unless=["全部计入"],
            within=["时限"],
        ),
        "a procedure that does not count": planet(
            {"time_limits": {"special_procedures": [{"name": "登陆演习", "counts": "否"}]}},
            (
                f"{SERVICE}:time_limits.special_procedures.0.name [change/outdated] “临时救助”的时限里有“登陆演习”。"
                f"{PLANET_TOLD}",
            ),
            find=["登陆演习"],
            together=["不计入"],
            within=["时限"],
        ),
        "words that excuse it": planet(
            {"materials": [{"name": "登陆证明", "notes": "只在系统里查不到时才需要。"}]},
            find=["登陆证明"],
            unless=["查不到"],
            within=["材料"],
        ),
        "a material of the list, told where it is listed": planet(
            {"materials": [{"id": "id-card", "name": "登陆身份证", "what": "证件。", "issuer": "星港"}]},
            (f"materials.yml:materials.0.name [change/outdated] “登陆身份证”的材料里有“登陆身份证”。{PLANET_TOLD}",),
            "materials.yml",
            find=["登陆身份证"],
            within=["材料"],
        ),
        "a material of the list that this service may not ask for": planet(
            {"materials": [{"material": "id-card"}]},
            (
                f"{SERVICE}:materials.0.material [change/outdated] “临时救助”的材料里有“身份证”，"
                f"原话是“居民身份证”。{PLANET_TOLD}",
            ),
            find=["身份证"],
            within=["材料"],
            services=["急难"],
        ),
        "every place": planet(
            {"summary": "按《登陆许可办法》办。", **basis("登陆许可办法")},
            (
                f"{SERVICE}:summary [change/outdated] “临时救助”的正文里有“《登陆许可办法》”，"
                f"原话是“按《登陆许可办法》办”。{PLANET_TOLD}",
                f"{SERVICE}:legal_basis.0.title [change/outdated] “临时救助”的依据里有“《登陆许可办法》”。{PLANET_TOLD}",
            ),
        ),
        "a service of another kind": planet(
            {"materials": [{"material": "id-card"}]}, find=["身份证"], within=["材料"], services=["登陆", "行政许可"]
        ),
        "a duty of a window": Case(
            {
                "windows.yml": {
                    "windows": [{"id": "minzheng", "name": "民政救济"}],
                    "functions": [{"name": "民政救济", "duties": ["按《登陆许可办法》登记。"]}],
                },
                **own(PLANET),
            },
            (
                "windows.yml:functions.0.duties.0 [change/outdated] “民政救济”的正文里有“《登陆许可办法》”，"
                f"原话是“按《登陆许可办法》登记”。{PLANET_TOLD}",
            ),
        ),
        "a change that does not hold here": Case(
            {SERVICE: basis("登陆许可办法"), **own(PLANET, left_out=[{"id": "xingqiu", "reason": "本球另有规定"}])}
        ),
    },
    known_changes.left_out_changes_exist: {
        "one that there is": Case(own(PLANET, left_out=[{"id": "xingqiu", "reason": "本球另有规定"}])),
        "one that there is not": Case(
            own(PLANET, left_out=[{"id": "huoxing", "reason": "本球另有规定"}]),
            (
                f"{CHANGES}:left_out.0.id [change/left-out] 没有编号为“huoxing”的变化，可能已经撤掉，或者写错了。"
                "请核对 left_out 里的编号；不要的请删去。",
            ),
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def material(name: str, **fields: object) -> dict[str, object]:
    return {"materials": [{"name": name, **fields}]}


def named(name: str, **fields: object) -> dict[str, object]:
    return {"name": name, "aliases": [], **fields}


def unemployed(**fields: object) -> dict[str, object]:
    """A guide of 失业登记, within the limit that it has."""
    return named("失业登记", **{"time_limits": {"statutory": "3个工作日"}, **fields})


PROOF = "本村村民委员会"
SHIPPED: dict[str, tuple[Mapping[str, object], Mapping[str, object]]] = {
    "minfadian": (basis("中华人民共和国婚姻法", article="第八条"), basis("中华人民共和国劳动合同法")),
    "shengtai-huanjing-fadian": (basis("中华人民共和国水污染防治法"), basis("乌有省水污染防治法实施办法")),
    "cunmin-zizhi-2025": (
        basis("中华人民共和国村民委员会组织法", article="第三十条"),
        basis("中华人民共和国村民委员会组织法", article="第三十五条"),
    ),
    "xinfang-tiaoli": (basis("信访条例"), basis("乌有市信访条例")),
    "jisheng-sanbu-tiaoli": (basis("流动人口计划生育工作条例"), basis("中华人民共和国人口与计划生育法")),
    "geti-gongshanghu": (basis("个体工商户条例"), basis("促进个体工商户发展条例")),
    "shichang-zhuti-dengji": (basis("农民专业合作社登记管理条例"), basis("中华人民共和国市场主体登记管理条例")),
    "senlin-caoyuan-fanghuo": (basis("森林防火条例", article="第二十五条"), basis("森林草原防灭火条例")),
    "tuiyi-shibing-anzhi": (basis("退役士兵安置条例"), basis("退役军人安置条例")),
    "junren-fuxu-youdai": (
        basis("军人抚恤优待条例", document_number="国务院、中央军事委员会令第413号"),
        basis("军人抚恤优待条例", document_number="国务院、中央军事委员会令第413号，令第788号修订"),
    ),
    "tudi-guanli-shishi-tiaoli": (
        basis("中华人民共和国土地管理法实施条例", document_number="国务院令第256号"),
        basis("中华人民共和国土地管理法实施条例", document_number="国务院令第743号"),
    ),
    "zhengfu-xinxi-gongkai": (
        basis("政府信息公开条例", document_number="国务院令第492号"),
        basis("政府信息公开条例", document_number="国务院令第492号公布，国务院令第711号修订"),
    ),
    "binzang-guanli-tiaoli": (
        basis("殡葬管理条例", document_number="国务院令第225号"),
        basis("殡葬管理条例", document_number="国务院令第824号"),
    ),
    "nongye-jiuzai-zijin": (
        basis("农业防灾减灾和水利救灾资金管理办法", document_number="财农〔2023〕13号"),
        basis("农业防灾减灾和水利救灾资金管理办法", document_number="财农〔2026〕2号", text="2023年的办法同时废止。"),
    ),
    "dibao-shenhe-queren": (
        basis("最低生活保障审核审批办法（试行）", document_number="民发[2012]220号"),
        basis("最低生活保障审核确认办法", document_number="民发〔2021〕57号"),
    ),
    "tekun-rending": (
        basis("特困人员认定办法", document_number="民发〔2016〕178号"),
        basis("特困人员认定办法", document_number="乌民发〔2016〕178号"),
    ),
    "shehui-jiuzhu-fa": (
        basis("社会救助暂行办法", document_number="国务院令第649号"),
        {"legal_basis": [{"title": "社会救助暂行办法"}, {"title": "中华人民共和国社会救助法"}]},
    ),
    "tudi-jingyingquan-liuzhuan": (basis("农村土地承包经营权流转管理办法"), basis("农村土地经营权流转管理办法")),
    "yiliao-baozhang-fa": (
        named("居民医疗保险参保"),
        named("居民医疗保险参保", review="2026-12-15"),
    ),
    "cunweihui-zhengming": (
        material("婚姻状况证明", source=PROOF),
        material("居民户口簿", notes="没有结婚证的签书面承诺，不用到村里开婚姻状况证明。"),
    ),
    "shiye-dengji-zhengming": (
        unemployed(**material("终止或者解除劳动关系证明")),
        unemployed(**material("失业登记表", notes="离职证明、毕业证书都不用交。")),
    ),
    "shiye-dengji-chengxiang": (
        unemployed(conditions=["本镇的城镇常住人员"]),
        unemployed(conditions=["城乡失业人员，不分城镇户籍、农村户籍"]),
    ),
    "jiuzhu-hukoubu": (
        named("最低生活保障", **material("居民户口簿", necessity="必要")),
        named("最低生活保障", **material("居民户口簿", necessity="非必要")),
    ),
    "jiuzhu-caichan-zhengming": (
        named("特困人员供养", **material("存款证明", necessity="必要")),
        named("小额贷款", **material("存款证明", necessity="必要")),
    ),
    "hunyin-dengji-hukoubu": (
        named("结婚登记", **material("双方的户口簿")),
        named("出生登记", **material("双方的户口簿")),
    ),
    "falv-yuanzhu-kunnan-zhengming": (
        named("法律援助申请", **material("经济困难证明")),
        named("法律援助申请", **material("申请表", notes="不用交经济困难证明。")),
    ),
    "mucai-yunshuzheng": (named("木材运输证核发"), named("林木采伐许可")),
    "shehui-fuyangfei": (
        {"conditions": ["已经缴清社会抚养费"]},
        {"summary": "社会抚养费取消以后怎么办，可以来问。"},
    ),
    "liudong-hunyu-zhengming": (material("流动人口婚育证明"), material("居住证")),
    "jiuye-chuangye-zheng": (
        material("就业失业登记证"),
        material("《就业创业证》", notes="原来的就业失业登记证也可以。"),
    ),
    "linshi-jiuzhu-kuaijiu": (
        named("临时救助", steps=[{"name": "受理", "who": "岗", "what": "收件。"}]),
        named("临时救助", faq=[{"question": "很急怎么办？", "answer": "小额快救，一般不超过3天。"}]),
    ),
    "xuke-bu-ji-shixian": (
        {
            "type": "行政许可",
            "time_limits": {"special_procedures": [{"name": "公示", "note": "公示期不计入办理时限。"}]},
        },
        {"type": "行政许可", "time_limits": {"special_procedures": [{"name": "专家评审", "note": "不计入办理时限。"}]}},
    ),
    "shiye-dengji-shixian": (
        unemployed(time_limits={"statutory": "10个工作日"}),
        unemployed(time_limits={"statutory": "3天", "promised": "即办"}),
    ),
    "jianfang-guihua-xuke": (
        named("农村宅基地和建房审批"),
        named("农村宅基地和建房审批", result={"name": "乡村建设规划许可证"}),
    ),
    "wubao-tekun": (named("五保供养"), named("特困人员救助供养", aliases=["五保供养"])),
    "xinnonghe-jumin-yibao": (
        named("新型农村合作医疗参保", review="2026-12-15"),
        named("参保登记", conditions=["没有参保；原来的新农合已经并入"]),
    ),
    "xinnongbao-jumin-yanglao": (named("新农保参保"), named("居民养老", summary="新农保的养老金也在这里问。")),
    "nongye-sanxiang-butie": (named("良种补贴"), named("耕地地力保护补贴", aliases=["良种补贴"])),
    "weisheng-jiankang": (
        {"body": "乌有县卫生和计划生育局"},
        basis("国务院办公厅转发人口计生委财政部关于奖励扶助的通知"),
    ),
    "ziran-ziyuan": ({"body": "乌有县国土资源局"}, {"body": "乌有县自然资源局"}),
    "nongye-nongcun": ({"body": "乌有县农业局"}, {"body": "乌有县农业农村局"}),
    "shichang-jianguan": ({"body": "乌有县工商局"}, {"body": "乌有县工商业联合会"}),
    "yibao-jiuzhu-bumen": (
        named("城乡医疗救助", body="乌有县民政局", review="2026-12-15"),
        named(
            "城乡医疗救助", body="县级医疗保障部门", steps=[{"name": "核对", "who": "民政部门"}], review="2026-12-15"
        ),
    ),
    "jiuzai-yingji-bumen": (
        named("受灾人员救助", body="乌有县民政局"),
        named("受灾人员救助", body="县级应急管理部门，民政部门配合"),
    ),
    "youfu-tuiyi-junren": (
        named("三属定期抚恤", body="乌有县民政局"),
        named("三属定期抚恤", body="县级退役军人事务部门"),
    ),
    "guoshui-dishui": ({"body": "乌有县地税局"}, {"body": "乌有县税务局"}),
    "fupin-xiangcun-zhenxing": ({"body": "乌有县扶贫办"}, {"body": "乌有县农业农村局（县乡村振兴局）"}),
}
"""Change that the program brings -> fields that it speaks of, and fields that only look so."""


def shipped() -> dict[str, KnownChange]:
    """The changes that the program brings."""
    return {change.id: change for change in shipped_changes(ParsedRecords()).changes}


def told(changes: Changes, day: date = TODAY) -> set[str]:
    """The shipped changes of which something is said."""
    dataset = replace(content(changes), changes=tuple(shipped().values()))
    return {finding.values["id"] for finding in known_changes.known_changes_are_followed(dataset, day)}


def test_every_shipped_change_has_its_examples() -> None:
    """Nothing is shipped that was never seen to fire and to keep silent."""
    assert list(SHIPPED) == list(shipped())


@pytest.mark.parametrize("change", SHIPPED)
def test_shipped_change_is_told(change: str) -> None:
    """The fields that a change is about are told, and nothing else is."""
    assert told({SERVICE: SHIPPED[change][0]}) == {change}


@pytest.mark.parametrize("change", SHIPPED)
def test_near_miss_is_not_told(change: str) -> None:
    """What only looks like it is silent, for this change and all others."""
    assert told({SERVICE: SHIPPED[change][1]}) == set()


def test_sound_content_has_no_known_change() -> None:
    """The content that all cases start from follows the law of its day."""
    assert told({}) == set()


def test_shipped_changes_say_where_they_were_read() -> None:
    """What was not read in its text is marked, and is never an error; a day of a document is not after it holds."""
    for change in shipped().values():
        assert change.unconfirmed or change.source.read_at, change.id
        assert change.level is None, change.id
        assert change.source.day is None or change.source.day <= change.since, change.id


def test_coming_change_holds_from_its_day() -> None:
    """A law to come is told before its day and on it, until somebody has looked at the guide after that day."""
    fields = {"name": "居民医疗保险参保", "review": "2028-01-01"}
    for verified, day, expected in (
        ("2026-10-01", date(2026, 12, 31), {"yiliao-baozhang-fa"}),
        ("2026-10-01", date(2027, 1, 1), {"yiliao-baozhang-fa"}),
        ("2027-01-02", date(2027, 1, 2), set()),
    ):
        assert told({SERVICE: {**fields, "verified": verified}}, day) == expected


def test_later_list_replaces_and_leaves_out() -> None:
    """A county's change stands in place of the program's, a hall's in place of both; a county leaves out for all."""
    base = KnownChange.model_validate(PLANET)
    program = KnownChanges(changes=(base, replace_id(base, "huoxing"), replace_id(base, "muxing")))
    county = KnownChanges.model_validate(
        {"changes": [{**PLANET, "say": "县里说"}], "left_out": [{"id": "muxing", "reason": "本县没有"}]}
    )
    hall = KnownChanges.model_validate({"changes": [{**PLANET, "id": "huoxing", "say": "镇里说"}]})

    assert [(one.id, one.say) for one in merged(program, county, hall)] == [
        ("xingqiu", "县里说"),
        ("huoxing", "镇里说"),
    ]
    assert merged(program, None, None) == program.changes


def replace_id(change: KnownChange, change_id: str) -> KnownChange:
    return change.model_copy(update={"id": change_id})


def test_two_services_are_each_told() -> None:
    """A change is told of every service that it is about."""
    changes = {SERVICE: basis("登陆许可办法"), **service_file("teshu-jiuzhu", **basis("登陆许可办法")), **own(PLANET)}
    findings = known_changes.known_changes_are_followed(content(changes), TODAY)
    assert [finding.place.path for finding in findings] == [SERVICE, OTHER]


def test_example_of_the_guide_is_a_list_of_changes() -> None:
    """What the guide for clerks shows can be copied; what it leaves out is there to be left out."""
    guide = (Path(__file__).parents[2] / "docs/guide.zh.md").read_text("utf-8")
    example = next(text for text in re.findall(r"```yaml\n(.*?)```", guide, re.DOTALL) if text.startswith("changes:"))
    changes = KnownChanges.model_validate(strict_yaml.read(example.encode()).value)
    assert {one.id for one in changes.left_out} <= shipped().keys()
    assert [one.find or one.longest for one in changes.changes] == [
        ("老年人优待证",),
        TimeLimit(days=10, unit="工作日"),
    ]
