"""Rules about private values, names beyond a policy, and waivers."""

from dataclasses import replace
from datetime import date

import pytest
from rules.dataset_builder import (
    NOTICE,
    PERIOD,
    ROWS,
    SERVICE,
    Case,
    Cases,
    case_id,
    content,
    sentences,
    table,
    told,
)

from generator.model import Dataset, RecordKey, Waiver
from generator.privacy.waivers import waiver_hash
from generator.rules import Rule, privacy
from generator.texts.private import PRIVATE_KIND_NAMES, WAYS_OUT

TODAY = Case().today
MOBILE = "138" + "0013" + "8001"
A_MOBILE = (
    "[privacy/number] 这里有手机号码，不能公布。"
    "请删去；大厅特意对外公布的，在 site.yml 的 public_contacts 里登记一次，写明理由，全站都能写。"
)
A_NAME = (
    "[privacy/name] 这里好像写了个人的姓名。请核对：不是法律法规要求公示的，请只留姓，如“王*”；"
    "确实应当公布的，运行 gongshi scan --waiver 登记豁免。"
)
AN_IDENTITY = "[privacy/number] 这里有15位身份证号，不能公布。请删去；身份证号不能登记，也不能豁免。"
A_PASSPORT = "[privacy/number] 这里有护照号，不能公布。请删去；确实应当公布的，运行 gongshi scan --waiver 登记豁免。"
OLD_IDENTITY = "110101" + "900307" + "007"
WRONG_IDENTITY = "110101" + "20070307" + "0020"
PASSPORT = "E" + "10203040"
COUNTS = "[privacy/counts] 这个事项只公布数量，不能有申请人。请清空这一格。"
UNMASKED = "[privacy/unmasked] 申请人的姓名没有隐去，或者隐去得不够：只能留姓，三个字以上的还可以留最后一个字。请写：张* 或 张*三"
JOINED = (
    "[privacy/joined] 申请人这一格里好像既有单位又有个人。单位申请的只写单位登记的全称；个人申请的只写姓名，并隐去。"
)
REASON = (
    "[privacy/reason] 这里的原因写到了个人的{kinds}，不能公布。请换一种说法，只写事由。"
    "请写：材料待核、材料待补正、需上级审批、需现场勘验、等待有关部门复核、公示期未满、系统故障 等"
)
NO_END = "[disclosure/names-days] 公布全名必须写明公示几天（names_days），到期自动隐去。请写：names_days: 7"
A_LAW = "请写：names: {basis: 党政领导干部选拔任用工作条例第四十二条, until: 2026-11-22}"
IN_A_NOTICE = (
    "不能公布。请删去，或者只留姓，如“王*”；法律法规要求公示姓名的，在这份公告里写明依据（换成您的）和截止日期。"
    + A_LAW
)
A_SECRET_NAME = "[privacy/notice-number] 这里有与疾病、信访、矫正或者孤儿、留守儿童有关的姓名，" + IN_A_NOTICE
A_BIRTH = "[privacy/notice-number] 这里有证件、账户或家庭电话号码，或者出生日期，" + IN_A_NOTICE
A_NOTICE_NAME = (
    "[privacy/notice-name] 这里好像写了个人的姓名或者出生年月。请核对：不是法律法规要求公示的，请只留姓，如“王*”；"
    "法律法规要求公示的，在这份公告里写明依据（换成您的）和截止日期。" + A_LAW
)
NEVER = "不能公布。请删去；确实应当公布的，运行 gongshi scan --waiver 登记豁免。"
NO_NAME = "[privacy/number] 这里有与疾病、信访、矫正或者孤儿、留守儿童有关的姓名，" + NEVER
NO_BIRTH_DAY = f"[privacy/number] 这里有{PRIVATE_KIND_NAMES['labelled-number']}，不能公布。{WAYS_OUT['listed']}"
NO_BASIS = (
    "[names/basis] 公布姓名必须写明哪份文件、哪一条规定要公示姓名。没有依据的，请删去 names，正文里只留姓。"
    "请写：basis: 党政领导干部选拔任用工作条例第四十二条"
)
UNUSED = "[waiver/unused] 豁免没有对上任何内容，可能已经改掉了。请删去。"


def row(*, receipt: str = "A1", service: str = "linshi-jiuzhu", applicant: str = "", reason: str = "") -> str:
    return f"{receipt},{service},{applicant},2026-07-10,,,在办,{5 if reason else ''},{reason}"


def named(name: str, policy: str | None, text: str = "") -> Case:
    disclosure = None if policy is None else {"policy": policy}
    changes = {SERVICE: {"disclosure": disclosure}, ROWS: [row(applicant=name)]}
    return Case(changes, (f"{ROWS}:2.3 {text}",) if text else ())


def notice(
    *body: str, until: str = "2026-11-25", basis: str = "虚谷条例第三条", **fields: object
) -> dict[str, dict[str, object]]:
    """A notice that names people by law until a day, or by none."""
    return {NOTICE: {"body": list(body), "names": {"basis": basis, "until": until} if until else None, **fields}}


def disclosure(**fields: object) -> dict[str, dict[str, object]]:
    return {SERVICE: {"disclosure": fields}}


def waiver(path: str = SERVICE, until: str = "2026-11-20", value: str = MOBILE) -> dict[str, object]:
    """A waiver for ``value`` in ``path``, as waivers.yml has it."""
    return {
        "path": path,
        "kind": "mobile",
        "hash": waiver_hash(path, "mobile", value),
        "reason": "本人同意",
        "until": until,
    }


def waivers(*entries: dict[str, object], **fields: object) -> dict[str, dict[str, object]]:
    return {SERVICE: fields, "waivers.yml": {"waivers": list(entries)}}


CASES: Cases = {
    privacy.numbers_are_public: {
        "the sound content": Case(),
        "the hall's own": Case({SERVICE: {"enquiry_phone": MOBILE, "summary": f"请打{MOBILE}。"}}),
        "in a text of a record": Case({SERVICE: {"summary": f"请打{MOBILE}。"}}, (f"{SERVICE}:summary {A_MOBILE}",)),
        "a name beside a label": Case({SERVICE: {"summary": "户主：虞满仓。"}}, (f"{SERVICE}:summary {A_NAME}",)),
        "in every kind of record": Case(
            {
                "site.yml": {"slogans": {"indoor": [f"请打{MOBILE}"]}},
                "windows.yml": {
                    "windows": [{"id": "minzheng", "name": "民政救济", "backup": f"小王 {MOBILE}"}],
                },
                NOTICE: {"body": ["第一段。", f"第二段\n{MOBILE}。"]},
                PERIOD: {"withdrawn_rows": [{"on": "2026-10-08", "reason": MOBILE, "receipt": "A1"}]},
            },
            (
                f"site.yml:slogans.indoor.0 {A_MOBILE}",
                f"windows.yml:windows.0.backup {A_MOBILE}",
                f"{NOTICE}:body.1 {A_MOBILE}",
                f"{PERIOD}:withdrawn_rows.0.reason {A_MOBILE}",
            ),
        ),
        "in cells of rows": Case(
            {ROWS: [row(), row(receipt=MOBILE), row(receipt="A3", reason=f"等{MOBILE}回话")]},
            (f"{ROWS}:3.1 {A_MOBILE}", f"{ROWS}:4.9 {A_MOBILE}"),
        ),
        "listed once, in many records": Case(
            {
                "site.yml": {"public_contacts": [{"values": [MOBILE], "reason": "防汛值班手机"}]},
                SERVICE: {"summary": f"请打{MOBILE}。"},
                NOTICE: {"body": [f"{MOBILE[:3]}-{MOBILE[3:7]}-{MOBILE[7:]}"]},
                ROWS: [row(reason=f"等{MOBILE}回话")],
            }
        ),
        "what is never listed, or only waived": Case(
            {
                "site.yml": {"public_contacts": [{"values": [OLD_IDENTITY, PASSPORT], "reason": "登记"}]},
                SERVICE: {"summary": f"号码{OLD_IDENTITY}。"},
            },
            (
                f"site.yml:public_contacts.0.values.0 {AN_IDENTITY}",
                f"site.yml:public_contacts.0.values.1 {A_PASSPORT}",
                f"{SERVICE}:summary {AN_IDENTITY}",
            ),
        ),
        "a name in a notice": Case(notice("户主：虞满仓。", until=""), (f"{NOTICE}:body.0 {A_NOTICE_NAME}",)),
        "a name beside an illness in a notice": Case(
            notice("患者：虞满仓。", until=""), (f"{NOTICE}:body.0 {A_SECRET_NAME}",)
        ),
        "a month of birth in a notice": Case(notice("出生年月：1975.03。", until=""), (f"{NOTICE}:body.0 {A_BIRTH}",)),
        "by law": Case(
            notice("户主：虞满仓。", "患者：虞满仓，救助3000元。", "出生年月：1975年3月，2001年7月参加工作。")
        ),
        "by law, on the day behind the last": Case(notice("患者：虞满仓。"), today=date(2026, 11, 26)),
        "by law, where people may object": Case(notice("姓名：虞满仓，任信访办主任，举报电话：0300-0000112。")),
        "by no law": Case(
            notice("信访人：虞满仓。", "孤儿：虞满仓。", "出生日期：1975年3月7日。", MOBILE),
            (
                f"{NOTICE}:body.0 {NO_NAME}",
                f"{NOTICE}:body.1 {NO_NAME}",
                f"{NOTICE}:body.2 {NO_BIRTH_DAY}",
                f"{NOTICE}:body.3 {A_MOBILE}",
            ),
        ),
        "by law, but in the title, which stays": Case(notice(title="患者：虞满仓"), (f"{NOTICE}:title {NO_NAME}",)),
        "by the law of a notice, elsewhere": Case(
            {**notice("户主：虞满仓。"), SERVICE: {"summary": "患者：虞满仓。"}}, (f"{SERVICE}:summary {NO_NAME}",)
        ),
        "waived until today": Case(waivers(waiver(), summary=f"请打{MOBILE}。")),
        "waived elsewhere, or until yesterday": Case(
            waivers(waiver(NOTICE), waiver(until="2026-11-19"), summary=f"请打{MOBILE}。"),
            (f"{SERVICE}:summary {A_MOBILE}",),
        ),
    },
    privacy.listed_contacts_may_be_public: {
        "none": Case(),
        "a phone": Case({"site.yml": {"public_contacts": [{"values": [MOBILE, "0300-0000101"], "reason": "值班"}]}}),
        "an identity number with a wrong check digit": Case(
            {"site.yml": {"public_contacts": [{"values": [MOBILE, WRONG_IDENTITY], "reason": "登记"}]}},
            (
                "site.yml:public_contacts.0.values.1 "
                "[privacy/number] 这里有身份证号，不能公布。请删去；身份证号不能登记，也不能豁免。",
            ),
        ),
    },
    privacy.applicants_are_masked: {
        "nobody named": Case({SERVICE: {"disclosure": {"policy": "counts"}}, ROWS: [row()]}),
        "masked with a star": named("杨*", "masked"),
        "masked with a full-width star": named("杨＊兰", "masked"),
        "masked with 某": named("杨某", "masked"),
        "a mask that hides nothing": named("杨虚构*", "masked", UNMASKED),
        "a star beside two characters": named("杨无*", "masked", UNMASKED),
        "a star before a name": named("*杨无", "masked", UNMASKED),
        "a star within the given name": named("杨虚*构", "masked", UNMASKED),
        "a body": named("虚谷(东山)有限公司", "masked"),
        "a person beside a body where names are masked": named("杨虚构 虚谷镇卫生院", "masked", JOINED),
        "a person beside a body where names are public": named("虚谷公司（杨虚构）", "full", JOINED),
        "named in full where that is prescribed": named("杨虚构", "full"),
        "named in full where names are masked": named("杨虚构", "masked", UNMASKED),
        "named where only counts are published": named("杨虚构", "counts", COUNTS),
        "masked where only counts are published": named("杨*", "counts", COUNTS),
        "named where nothing is said": named("杨*", None, COUNTS),
        "named for a service that does not exist": Case(
            {ROWS: [row(service="nowhere", applicant="杨*")]}, (f"{ROWS}:2.3 {COUNTS}",)
        ),
    },
    privacy.reasons_tell_nothing_of_a_person: {
        "of the matter": Case({ROWS: [row(reason="需上级审批"), row(receipt="A2")]}),
        "an illness": Case({ROWS: [row(reason="患癌住院")]}, (f"{ROWS}:2.9 {REASON.format(kinds='疾病')}",)),
        "a name": Case({ROWS: [row(reason="等李四签字")]}, (f"{ROWS}:2.9 {REASON.format(kinds='姓名')}",)),
        "the name of the service": Case(
            {SERVICE: {"aliases": ["残疾人救助"]}, ROWS: [row(reason="残疾人救助材料待核")]}
        ),
        "why a row, and why all are withdrawn": Case(
            {
                PERIOD: {
                    "withdrawn_rows": [{"on": "2026-10-08", "reason": "申请人住院", "receipt": "A1"}],
                    "withdrawn": {"on": "2026-10-09", "reason": "有人上访"},
                }
            },
            (
                f"{PERIOD}:withdrawn.reason {REASON.format(kinds='信访和举报')}",
                f"{PERIOD}:withdrawn_rows.0.reason {REASON.format(kinds='疾病')}",
            ),
        ),
    },
    privacy.names_have_an_end: {
        "masked": Case(),
        "full for a week": Case(disclosure(policy="full", basis="某办法第三条", names_days=7)),
        "full without end": Case(disclosure(policy="full", basis="某办法第三条"), (f"{SERVICE}:disclosure {NO_END}",)),
    },
    privacy.names_are_required_by_law: {
        "nobody named": Case(),
        "to the end of the notice": Case(notice(until="2026-11-22")),
        "not to the end of the notice": Case(
            notice(until="2026-11-21"),
            (
                f"{NOTICE}:names.until [names/until] 姓名的截止日期早于公告的结束日期：过了截止日期整份公告就撤下了。"
                "请写：until: 2026-11-22",
            ),
        ),
        "past the last day": Case(
            notice(),
            (
                f"{NOTICE}:names.until [names/ended] 姓名公布到 2026-11-25 为止，这份公告已经自动撤下，只留标题和日期。"
                "请删去正文里的姓名；还要公布的，把姓名改成只留姓，再删去 names。",
            ),
            date(2026, 11, 26),
        ),
        "no document": Case(notice(basis="按照有关规定"), (f"{NOTICE}:names.basis {NO_BASIS}",)),
        "a document to come": Case(notice(basis="《XX条例》第X条"), (f"{NOTICE}:names.basis {NO_BASIS}",)),
        "a word": Case(notice(basis="公示需要"), (f"{NOTICE}:names.basis {NO_BASIS}",)),
        "a numbered document": Case(notice(basis="虚谷办发〔2026〕3号")),
    },
    privacy.waivers_are_current: {
        "none": Case(),
        "until today": Case(waivers(waiver())),
        "until yesterday": Case(
            waivers(waiver(until="2026-11-19")),
            (
                "waivers.yml:waivers.0.until [waiver/expired] 豁免已于 2026-11-19 到期，不再起作用。请删去，或核对后延期。",
            ),
        ),
    },
    privacy.waivers_are_needed: {
        "none": Case(),
        "used": Case(waivers(waiver(), summary=f"请打{MOBILE}。")),
        "the same value in two files": Case(
            {**waivers(waiver(), waiver(NOTICE), summary=f"请打{MOBILE}。"), NOTICE: {"body": [f"请打{MOBILE}。"]}}
        ),
        "for prose, which is tried elsewhere": Case(waivers(waiver("pages/about.md"))),
        "expired": Case(waivers(waiver(until="2026-11-19"))),
        "for a value that is gone": Case(waivers(waiver()), (f"waivers.yml:waivers.0 {UNUSED}",)),
        "for another value": Case(
            waivers(waiver(), waiver(value="0"), summary=f"请打{MOBILE}。"), (f"waivers.yml:waivers.1 {UNUSED}",)
        ),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def test_private_values_are_not_repeated_in_findings() -> None:
    """A finding about a name or a number does not repeat it."""
    changes = {
        SERVICE: {"disclosure": None, "summary": f"请打{MOBILE}。"},
        ROWS: [row(applicant="杨虚构", reason=MOBILE)],
    }
    dataset = content(changes)
    findings = [*privacy.applicants_are_masked(dataset, TODAY), *privacy.numbers_are_public(dataset, TODAY)]

    assert len(findings) == 3
    assert not [text for text in told(findings) if "虚构" in text or MOBILE in text]


def test_number_across_two_texts_is_found_at_the_record() -> None:
    """A number whose parts stand in two fields is reported for the whole record."""
    parts = ["110101", "19900307", "002"]
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = "10X98765432"[sum(int(d) * w for d, w in zip("".join(parts), weights, strict=True)) % 11]
    dataset = content({SERVICE: {"aliases": [parts[0], parts[1], parts[2] + check]}})

    assert [finding.place.path for finding in privacy.numbers_are_public(dataset, TODAY)] == [SERVICE]


def test_applicants_of_a_service_that_cannot_be_read_are_not_judged() -> None:
    """Whose policy is unknown because its file is broken is reported for that file only."""
    dataset: Dataset = replace(
        content({ROWS: [row(service="x", applicant="杨*")]}), broken=frozenset({RecordKey("services", "x")})
    )

    assert list(privacy.applicants_are_masked(dataset, TODAY)) == []


def test_waived_values_are_named_with_their_waiver() -> None:
    """The build learns which values it may publish, and by which waiver."""
    dataset = content(waivers(waiver(), summary=f"请打 {MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}。"))

    assert privacy.waived(dataset, TODAY) == {(MOBILE, Waiver.model_validate(waiver()))}
