"""Records that are published for a limited time: notices (公示公告) and periods of results (办理结果公示)."""

from typing import Literal

from pydantic import Field

from generator.model.base import Basis, Count, Day, Days, Id, Phone, Record, ShortText, Text
from generator.model.word_lists import NOTICE_KINDS

PERIOD_PATTERN = r"^20[0-9]{2}(-(Q[1-4]|H[12]|0[1-9]|1[0-2]))?$"


class Withdrawal(Record):
    """撤下: what was posted is no longer shown; when and why stays."""

    on: Day = Field(title="撤下日期")
    reason: ShortText = Field(title="原因", description="让居民看得懂；不写姓名。")


class WithdrawnRow(Withdrawal):
    """撤下的一行: its number stays with the date and the reason."""

    receipt: ShortText = Field(title="收件编号")


class Contact(Record):
    """异议受理."""

    name: ShortText | None = Field(None, title="受理单位或岗位")
    phone: Phone | None = Field(None, title="电话")
    place: ShortText | None = Field(None, title="地址")
    email: ShortText | None = Field(None, title="邮箱")


class PublicNames(Record):
    """公布姓名: the law requires this notice to name people; IDs, addresses and phones are never shown."""

    basis: ShortText = Field(title="依据", description="哪份文件、哪一条规定必须公示姓名，写全称和条款。")
    until: Day = Field(title="截止日期", description="姓名公布到这一天为止；过了这天整份公告自动撤下，只留标题和日期。")


class Closure(Record):
    """停办: a hall or a window does not serve on certain days."""

    since: Day = Field(alias="from", title="第一天")
    until: Day | None = Field(None, title="最后一天", description="包括这一天；只有一天的不写。")
    window: ShortText | None = Field(None, title="窗口", description="只是一个窗口停办的，写窗口的 id、名称或别名。")


class Notice(Record):
    """公示公告（一份一个文件）."""

    id: Id = Field(title="编号", description="与文件名相同，用作网址。")
    title: ShortText = Field(title="标题")
    kind: ShortText = Field(
        title="类型",
        description="公示、公告或通知；site.yml 写了 notice_kinds 的，从那里选。",
        examples=list(NOTICE_KINDS),
    )
    addressed_to: ShortText | None = Field(None, title="称呼", description="正文前面称呼的人，如 各位居民。")
    body: tuple[Text, ...] = Field((), title="正文", description="一段一项。")
    issuer: ShortText | None = Field(None, title="落款单位", description="盖章的单位；不写是主办单位。")
    issued: Day | None = Field(None, title="落款日期", description="不写是开始日期。")
    since: Day = Field(alias="from", title="开始日期")
    until: Day = Field(title="结束日期")
    objection: Contact | None = Field(None, title="异议受理", description="对公示内容有意见时联系谁。")
    take_down: Day | None = Field(None, title="撤下日期", description="到这天之后不再发布。")
    withdrawn: Withdrawal | None = Field(None, title="提前撤下", description="从这天起不再发布，只留标题、日期和原因。")
    names: PublicNames | None = Field(
        None,
        title="公布姓名",
        description="法律法规规定必须公示姓名的才写；正文可以写姓名和出生年月，标题里不写。身份证号、住址、电话照样不能写。",
    )
    hangs_at: tuple[ShortText, ...] = Field((), title="张贴处", description="公告贴在哪里，一处一项；不写是公告栏。")
    service: Id | None = Field(None, title="相关事项")
    closure: Closure | None = Field(
        None, title="停办", description="公告说的是哪几天不办理：首页、窗口页和事项页会提前两周提醒。"
    )
    legal_basis: tuple[Basis, ...] = Field((), title="依据")


class ResultRow(Record):
    """办理结果的一行: public columns only, the applicant already masked or absent."""

    receipt: ShortText = Field(alias="收件编号", title="收件编号")
    service: Id = Field(alias="事项", title="事项", description="事项的 id。")
    applicant: ShortText | None = Field(None, alias="申请人", title="申请人", description="已隐去部分姓名；可空。")
    accepted: Day = Field(alias="受理日期", title="受理日期")
    due: Day | None = Field(None, alias="应办结日期", title="应办结日期")
    completed: Day | None = Field(None, alias="办结日期", title="办结日期")
    outcome: Literal["办结", "不予批准", "撤回", "在办"] = Field(alias="办理结果", title="办理结果")
    extension_days: Days | None = Field(None, alias="延期天数", title="延期天数", description="最多10天。")
    extension_reason: ShortText | None = Field(None, alias="延期原因", title="延期原因")


class ResultPeriod(Record):
    """一期办理结果（PERIOD.yml，数据在同名 CSV 文件）."""

    id: str = Field(
        pattern=PERIOD_PATTERN, title="期次", description="2026、2026-H1、2026-Q3 或 2026-09，与文件名相同。"
    )
    title: ShortText = Field(title="标题")
    since: Day = Field(alias="from", title="开始日期")
    until: Day = Field(title="结束日期")
    prepared_by: ShortText | None = Field(None, title="编制岗位")
    prepared_on: Day | None = Field(None, title="编制日期")
    posted_from: Day | None = Field(None, title="公示开始", description="在公告栏公示的第一天。")
    posted_until: Day | None = Field(None, title="公示结束", description="在公告栏公示的最后一天。")
    take_down: Day | None = Field(None, title="撤下日期", description="到这天之后不再发布，只留标题和日期。")
    hangs_at: tuple[ShortText, ...] = Field((), title="张贴处", description="公示单挂在哪里，一处一项；不写是公告栏。")
    rows: Count | None = Field(None, title="行数", description="表格的行数，导入时写入。")
    rows_sha256: str | None = Field(
        None, pattern="^[0-9a-f]{64}$", title="表格校验值", description="表格内容的 SHA-256，导入时写入，用来发现误改。"
    )
    withdrawn: Withdrawal | None = Field(None, title="撤回本期", description="整期不再发布，只留标题、日期和原因。")
    withdrawn_rows: tuple[WithdrawnRow, ...] = Field((), title="撤下的行", description="不再公布的收件编号。")
    notes: Text | None = Field(None, title="说明")
