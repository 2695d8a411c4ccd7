"""办事指南: one service of the hall, with all that a resident has to know before coming.

The fields follow the national item tables (政务服务事项基本目录 and 实施清单); see the field reference.
"""

from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import shorthands
from generator.model.base import Basis, Count, Day, Days, Id, Phone, Record, ShortText, Text, Truth
from generator.model.change import Change
from generator.model.service_access import Appointment, OnlineChannel, Redress
from generator.model.time_limits import StepLimit, TimeLimits
from generator.model.timetable import Timetable
from generator.model.version import Versions
from generator.model.word_lists import AUDIENCES, LEVELS

ServiceType = Literal[
    "行政许可", "行政确认", "行政给付", "行政奖励", "行政裁决", "行政检查", "其他行政权力", "公共服务"
]
Handling = Literal["即办件", "承诺件"]
State = Literal["在办", "暂停", "取消", "更名"]
Necessity = Literal["必要", "非必要", "容缺后补"]
Provider = Literal["您带", "窗口联网查", "电子证照", "书面承诺"]
Original = Literal["原件", "复印件", "原件和复印件", "原件核验"]
MaterialFormat = Literal["纸质", "电子", "纸质或电子"]
DisclosurePolicy = Literal["counts", "masked", "full"]


class ItemCodes(Record):
    """事项编码."""

    catalogue: ShortText | None = Field(None, title="基本编码", description="国家或省政务服务事项基本目录中的编码。")
    implementing: ShortText | None = Field(None, title="实施编码", description="本级实施清单中的编码。")
    business: ShortText | None = Field(
        None, title="业务办理项编码", description="实施清单把一个事项分成几个办理项的，写这一项的编码。"
    )

    @property
    def known(self) -> tuple[str, ...]:
        """The codes that are known, in this order."""
        return tuple(code for code in (self.catalogue, self.implementing, self.business) if code)


class Status(Record):
    """办理状态: whether the service is still offered, and since when and why not."""

    state: State = Field(title="状态", description="在办、暂停、取消或更名。")
    since: Day | None = Field(None, title="起始日期", description="从哪天起是这个状态。")
    reason: Text | None = Field(None, title="原因", description="暂停、取消或更名的原因，让居民看得懂。")
    successor: Id | None = Field(None, title="现办事项", description="取消或更名后，应当去办的事项的 id。")

    @property
    def ended(self) -> bool:
        """No longer offered under this name; a suspended service has not ended."""
        return self.state in ("取消", "更名")


class ServiceMaterial(Record):
    """申请材料: one paper, from the shared catalogue or named here."""

    material: Id | None = Field(None, title="材料目录中的 id", description="与 name 二选一。")
    name: ShortText | None = Field(None, title="材料名称", description="目录里没有的材料在这里写名称。")
    necessity: Necessity | None = Field(None, title="必要性")
    copies: Count | None = Field(None, title="份数")
    original: Original | None = Field(None, title="原件或复印件")
    format: MaterialFormat | None = Field(None, title="材料形式")
    source: ShortText | None = Field(None, title="来源渠道", description="如 申请人自备、政府部门核发。")
    provided_by: tuple[Provider, ...] = Field(
        (), title="由谁提供", description="有几种的按先后写，如 [窗口联网查, 您带]：先联网查，查不到再带。"
    )
    blank_form: ShortText | None = Field(None, title="空白表格", description="领取空白表格的地方或表名。")
    example: ShortText | None = Field(None, title="样表")
    notes: Text | None = Field(None, title="填写与提交说明")

    _from_words = model_validator(mode="before")(shorthands.named("name"))

    @model_validator(mode="after")
    def _is_named_once(self) -> Self:
        if (self.material is None) == (self.name is None):
            raise PydanticCustomError("material_choice", "one of material, name")
        return self

    @property
    def key(self) -> str:
        """What a situation calls this material: the catalogue id, or the inline name."""
        return self.material or self.name or ""


class Situation(Record):
    """办理情形: a case in which only some of the materials are needed."""

    name: ShortText = Field(title="情形", description="如 委托他人代办。")
    materials: tuple[ShortText, ...] = Field(
        (), title="所需材料", description="材料的目录 id，或本事项内写的材料名称。"
    )
    notes: Text | None = Field(None, title="说明")


class Step(Record):
    """办理流程的一步."""

    name: ShortText = Field(title="环节", description="如 受理、初审、复审、审批、办理、反馈。")
    who: ShortText | None = Field(None, title="办理人", description="岗位，不写姓名。")
    what: Text | None = Field(None, title="做什么")
    limit: StepLimit | None = Field(None, title="本环节时限")

    _from_words = model_validator(mode="before")(shorthands.named("name"))


Terms = Annotated[tuple[ShortText, ...], BeforeValidator(shorthands.terms)]
"""Names that residents may search for."""


class FeeItem(Record):
    """收费项目."""

    name: ShortText = Field(title="收费项目")
    standard: ShortText | None = Field(None, title="收费标准", description="如 每本5元。")
    basis: ShortText | None = Field(None, title="收费依据", description="文件名称和文号。")
    reduction: ShortText | None = Field(None, title="减免规定", description="谁少交、谁不交，如 低保对象免收。")


class Fee(Record):
    """收费: free, or a list of items."""

    free: Truth = Field(False, title="不收费")
    items: tuple[FeeItem, ...] = Field((), title="收费项目")

    _from_words = model_validator(mode="before")(shorthands.fee)

    @model_validator(mode="after")
    def _is_free_or_itemised(self) -> Self:
        if self.free == bool(self.items):
            raise PydanticCustomError("fee_choice", "one of free, items")
        return self


class Outcome(Record):
    """办理结果."""

    name: ShortText = Field(title="结果名称", description="如 批准通知书、证件名称。")
    type: Literal["证照", "批文", "资金", "服务", "其他"] | None = Field(None, title="结果类型")
    delivery: tuple[ShortText, ...] = Field((), title="送达方式", description="如 窗口领取、邮寄。")
    postage: Literal["大厅付", "您付"] | None = Field(None, title="邮寄费", description="可以邮寄的才写：邮费谁付。")


class Faq(Record):
    """常见问题."""

    question: ShortText = Field(title="问")
    answer: Text = Field(title="答")


class Disclosure(Record):
    """结果公开方式: what of finished cases may be published."""

    policy: DisclosurePolicy = Field(
        title="方式", description="counts 只公布数量；masked 隐去部分姓名；full 公布全名（必须写依据）。"
    )
    basis: ShortText | None = Field(None, title="依据", description="规定必须公示姓名的文件和条款。")
    names_days: Days | None = Field(
        None, title="公示天数", description="从公示开始那天起，全名公布几天，之后自动隐去；full 必须写。"
    )


class Service(Record):
    """办事指南（一件事项一个文件）."""

    id: Id = Field(title="编号", description="与文件名相同，用作网址。")
    name: ShortText = Field(title="事项名称")
    summary: Text | None = Field(None, title="一句话说明", description="这件事是什么、谁需要办。")
    aliases: Terms = Field((), title="别名", description="居民的叫法，页面会显示，也能搜到。")
    hidden_terms: Terms = Field((), title="隐藏搜索词", description="只用于搜索，不显示。")
    item_codes: ItemCodes | None = Field(None, title="事项编码")
    type: ServiceType | None = Field(None, title="事项类型")
    handling: Handling | None = Field(None, title="办件类型", description="当场办结的是即办件，其余是承诺件。")
    status: Status = Field(title="办理状态")
    audience: tuple[ShortText, ...] = Field(
        (),
        title="服务对象",
        description="个人、企业或其他组织；site.yml 写了 audiences 的，从那里选。",
        examples=list(AUDIENCES),
    )
    life_events: tuple[ShortText, ...] = Field((), title="生活事件", description="site.yml 中 life_events 的名称。")
    window: ShortText | None = Field(None, title="办理窗口", description="窗口的 id、名称或别名。")
    body: ShortText | None = Field(None, title="实施主体", description="依法负责办理的机关。")
    level: ShortText | None = Field(
        None,
        title="行使层级",
        description="国家级、省级、市级、县级、乡镇级或村级；site.yml 写了 levels 的，从那里选。",
        examples=list(LEVELS),
    )
    legal_basis: tuple[Basis, ...] = Field((), title="设定依据")
    conditions: tuple[Text, ...] = Field((), title="受理条件")
    exclusions: tuple[Text, ...] = Field((), title="不予办理的情形")
    materials: tuple[ServiceMaterial, ...] = Field((), title="申请材料")
    no_materials: Truth = Field(False, title="无需材料", description="确实不需要任何材料时写 是。")
    situations: tuple[Situation, ...] = Field((), title="办理情形")
    steps: tuple[Step, ...] = Field((), title="办理流程")
    time_limits: TimeLimits | None = Field(None, title="办理时限")
    fee: Fee | None = Field(None, title="收费")
    result: Outcome | None = Field(None, title="办理结果")
    place: ShortText | None = Field(None, title="办理地点", description="不写则取窗口或大厅的地点。")
    hours: ShortText | None = Field(None, title="办理时间", description="不写则取窗口或大厅的时间。")
    timetable: Timetable | None = Field(None, title="开放时间表", description="和窗口、大厅不同的才写。")
    online: tuple[OnlineChannel, ...] = Field(
        (), title="网上办理", description="能在网上办的渠道，一处一项；不能在网上办的不写。"
    )
    enquiry_phone: Phone | None = Field(None, title="咨询电话", description="不写则取窗口或大厅的电话。")
    complaint_phone: Phone | None = Field(None, title="投诉电话", description="不写则取监督渠道的电话。")
    visits: Count | None = Field(None, title="到现场次数")
    agent: Truth | None = Field(None, title="可否代办")
    scope: ShortText | None = Field(
        None, title="通办范围", description="在哪里都能办，如 全国、全省、全市、全县；只在本大厅办的写 本镇。"
    )
    appointment: Appointment | None = Field(None, title="预约")
    what_if_refused: Text | None = Field(
        None, title="不批准怎么办", description="先做什么，如 先到窗口问清理由、补充材料。"
    )
    redress: Redress | None = Field(
        None, title="复议和诉讼", description="行政许可、确认、给付等行政行为才写；咨询等公共服务不写。"
    )
    related: tuple[Id, ...] = Field((), title="相关事项", description="办这件事的人常常还要办的事项 id。")
    faq: tuple[Faq, ...] = Field((), title="常见问题")
    verified: Day | None = Field(None, title="核对日期", description="最后一次逐项核对内容的日期。")
    review: Day | None = Field(None, title="复核日期", description="下次应当复核的日期。")
    changes: tuple[Change, ...] = Field((), title="修改记录", description="改了什么、为什么，写给居民看，一次一条。")
    hangs_at: tuple[ShortText, ...] = Field((), title="张贴处", description="海报挂在哪里，一处一项；不写是窗口旁边。")
    disclosure: Disclosure | None = Field(None, title="结果公开方式", description="不写按只公布数量处理。")
    versions: Versions = ()
