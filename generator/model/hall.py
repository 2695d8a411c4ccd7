"""The hall itself: site.yml, windows.yml and materials.yml."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.approval import SignOff
from generator.model.archive import ArchiveSettings
from generator.model.base import Count, Id, Metres, Phone, Record, ShortText, Text, Truth, WebAddress
from generator.model.channels import Channels
from generator.model.government_site import GovernmentSite
from generator.model.timetable import Timetable
from generator.model.word_lists import AUDIENCES, LEVELS, NOTICE_KINDS, WALL_TOPICS, WHEREABOUTS, WordList

Paper = Literal[
    "a4", "a3", "a2", "a1", "b5", "b4", "16开", "8开", "60x90", "80x120", "90x120", "120x240", "60x160", "80x180",
    "50x25", "60x30", "20x20",
]  # fmt: skip
"""Papers, and boards, signs and stands by width and height in cm."""


def _refuse_repeated(field: str, ids: list[str]) -> None:
    if len(set(ids)) < len(ids):
        raise PydanticCustomError("repeated_id", "an id stands twice", {"field": field, "ids": ids})


class Desk(Record):
    """大厅里为特定的人或事设的一处."""

    place: ShortText = Field(title="位置", description="如 大厅一层值班台。")
    phone: Phone | None = Field(None, title="电话", description="没有的，印大厅总机电话。")
    hours: ShortText | None = Field(None, title="时间", description="没有的，印大厅办公时间。")
    help: tuple[ShortText, ...] = Field((), title="在这里能得到什么", description="如 帮填表、帮打印，每项写一个。")


class Hall(Record):
    """服务大厅."""

    name: ShortText = Field(title="大厅名称", description="全站只用这一个名称。")
    former_names: tuple[ShortText, ...] = Field((), title="不再使用的名称", description="内容里出现这些名称会报错。")
    other_institutions: tuple[ShortText, ...] = Field(
        (),
        title="名称相近的其他单位",
        description="如 某某镇党群服务中心；写在这里的，不再提醒是不是写错了大厅的名称。",
    )
    address: ShortText | None = Field(None, title="地址")
    directions: Text | None = Field(None, title="怎么去")
    hours: ShortText | None = Field(
        None, title="办公时间", description="照对外公布的写，如 周一至周五 9:00—12:00，13:30—17:00，法定节假日除外。"
    )
    timetable: Timetable | None = Field(
        None, title="开放时间表", description="有季节时间、临时变动的写；不写则照 hours 的文字算现在开不开门。"
    )
    phone: Phone | None = Field(None, title="总机电话")
    email: ShortText | None = Field(None, title="电子邮箱")
    problem_desk: Desk | None = Field(None, title="“办不成事”反映窗口", description="没有设的不写。")
    elderly_desk: Desk | None = Field(None, title="老年人优先窗口", description="没有设的不写。")


class Supervision(Record):
    """监督投诉渠道."""

    phone: Phone | None = Field(None, title="监督电话")
    hotline: Phone | None = Field(None, title="政务热线", description="如 12345。")
    price_phone: Phone | None = Field(
        None, title="价格投诉电话", description="投诉乱收费的电话，如 12315；写了就印在收费公示牌上。"
    )
    email: ShortText | None = Field(None, title="监督邮箱")
    box: ShortText | None = Field(None, title="意见箱位置")
    handling: tuple[Text, ...] = Field((), title="处理程序", description="收到投诉后怎么办、多久答复、怎么回访。")


class Rating(Record):
    """好差评: the picture with the code comes from the official system and is printed as it is."""

    picture: ShortText = Field(
        title="二维码图片",
        description="官方发的好差评二维码图片（PNG 或 JPG），放在 content/pages 里，如 pages/haochaping.png。",
    )
    phone: Phone | None = Field(None, title="评价电话", description="不会扫码的人打这个电话评价。")


class Feedback(Record):
    """反映网页错误: where residents say that a page is wrong."""

    phone: Phone | None = Field(None, title="电话")
    email: ShortText | None = Field(None, title="邮箱", description="单位邮箱；要在 public_contacts 里登记。")
    url: WebAddress | None = Field(None, title="网上表单", description="网址，以 https:// 或 http:// 开头。")


class Slogans(Record):
    """标语."""

    indoor: tuple[ShortText, ...] = Field((), title="室内标语")
    outdoor: ShortText | None = Field(None, title="室外标语")


class SheetSettings(Record):
    """一种张贴件的设置: what is left out is as the program has it for this kind of sheet."""

    paper: Paper | None = Field(None, title="纸张", description="纸张，或者展板的宽x高（厘米），如 60x90。")
    distance: Metres | None = Field(
        None, title="阅读距离", description="多远能看清，单位米，如 1.5。字号按它定：每米 22.5 磅，最小 14 磅。"
    )
    online: Truth | None = Field(
        None, title="网上提供", description="写 否：生成网站时不印这一种，要用时 gongshi posters 单独做。"
    )


class WhereaboutsSettings(SheetSettings):
    """去向牌的设置."""

    states: WordList = Field(
        WHEREABOUTS, title="去向", description="牌上可以指的去向，从左到右。", min_length=1, max_length=7
    )


class BannerSettings(Record):
    """横幅的设置: its length follows from the words."""

    height: Count = Field(70, title="高度", description="单位厘米，常用的是60到70。", ge=30, le=200)
    letters: Literal["黄", "白"] = Field("黄", title="字色", description="红底上的字。")
    online: Truth | None = Field(None, title="网上提供", description="写 否：生成网站时不印这一种。")


class PosterSettings(Record):
    """海报设置."""

    regulation: SheetSettings = Field(default_factory=SheetSettings, title="制度海报")
    guide: SheetSettings = Field(default_factory=SheetSettings, title="办事指南海报")
    bulletin: SheetSettings = Field(default_factory=SheetSettings, title="办理结果公示单")
    disclosure: SheetSettings = Field(default_factory=SheetSettings, title="公开事项公示表")
    tick_list: SheetSettings = Field(default_factory=SheetSettings, title="一次性告知单")
    take_home: SheetSettings = Field(default_factory=SheetSettings, title="带回家的办事指南")
    short_guide: SheetSettings = Field(default_factory=SheetSettings, title="简版办事指南")
    bilingual_guide: SheetSettings = Field(default_factory=SheetSettings, title="双语办事指南")
    bundle: SheetSettings = Field(default_factory=SheetSettings, title="一件事材料单")
    acceptance_slip: SheetSettings = Field(default_factory=SheetSettings, title="受理通知书")
    correction_notice: SheetSettings = Field(default_factory=SheetSettings, title="补正材料通知书")
    extension_notice: SheetSettings = Field(default_factory=SheetSettings, title="延期办理通知书")
    refusal_notice: SheetSettings = Field(default_factory=SheetSettings, title="不予受理通知书")
    delivery_receipt: SheetSettings = Field(default_factory=SheetSettings, title="送达回证")
    register_page: SheetSettings = Field(default_factory=SheetSettings, title="办件登记簿")
    calibration: SheetSettings = Field(default_factory=SheetSettings, title="打印校准页")
    walk_round: SheetSettings = Field(default_factory=SheetSettings, title="上墙核对单")
    window_sign: SheetSettings = Field(default_factory=SheetSettings, title="窗口号牌")
    desk_sign: SheetSettings = Field(default_factory=SheetSettings, title="窗口桌牌")
    staff_board: SheetSettings = Field(default_factory=SheetSettings, title="A/B岗公示牌")
    whereabouts: WhereaboutsSettings = Field(default_factory=WhereaboutsSettings, title="去向牌")
    whereabouts_board: SheetSettings = Field(default_factory=SheetSettings, title="全大厅去向牌")
    problem_window: SheetSettings = Field(default_factory=SheetSettings, title="“办不成事”反映窗口牌")
    elderly_first: SheetSettings = Field(default_factory=SheetSettings, title="老年人优先牌")
    stand: SheetSettings = Field(default_factory=SheetSettings, title="大厅展架")
    service_stand: SheetSettings = Field(default_factory=SheetSettings, title="事项展架")
    banner: BannerSettings = Field(default_factory=BannerSettings, title="横幅")
    screen: SheetSettings = Field(default_factory=SheetSettings, title="大屏画面")
    long_picture: SheetSettings = Field(default_factory=SheetSettings, title="微信群长图")
    notice: SheetSettings = Field(default_factory=SheetSettings, title="公告张贴件")
    official_notice: SheetSettings = Field(default_factory=SheetSettings, title="公文格式的公告")
    fees: SheetSettings = Field(default_factory=SheetSettings, title="收费公示牌")
    rating_plate: SheetSettings = Field(default_factory=SheetSettings, title="好差评牌")
    door_sheet: SheetSettings = Field(default_factory=SheetSettings, title="门上的开放时间")
    entrance_index: SheetSettings = Field(default_factory=SheetSettings, title="入口办事索引")
    posting_record: SheetSettings = Field(default_factory=SheetSettings, title="张贴、撤下记录")


class ResultSettings(Record):
    """办理结果的公布设置."""

    small_count: Count = Field(10, title="最小公布件数", description="只公布数量的事项，不足这个数的不单独公布。")


class PublicContact(Record):
    """特意公布的联系方式: what looks private and is published on purpose, listed once for the whole site."""

    values: tuple[ShortText, ...] = Field(
        title="内容", description="手机号、邮箱、收费账号、公务车牌、村卫生室地址等，每项写一个。", min_length=1
    )
    reason: ShortText = Field(title="理由", description="为什么对外公布，如 防汛值班手机，已在村务公开栏公布。")


class Site(Record):
    """站点设置（site.yml）."""

    organisation: ShortText = Field(title="主办单位", description="如 某某镇人民政府。")
    town: ShortText = Field(title="地名", description="如 某某镇，用来检查名称是否统一。")
    hall: Hall = Field(title="服务大厅")
    supervision: Supervision | None = Field(None, title="监督投诉")
    feedback: Feedback | None = Field(None, title="反映网页错误", description="网页写错了告诉谁；不写，用监督电话。")
    offline: Truth = Field(
        True, title="离线阅读", description="写 否：手机不再保存看过的指南，已经保存的下次上网打开时清掉。"
    )
    history: Literal["git"] | None = Field(
        None,
        title="修改历史",
        description="项目放在 Git 里的可以写 git：每条内容哪天改了哪几项，从 Git 里读，列在“修改记录”里；提交说明和姓名不公布。",
    )
    government_site: GovernmentSite | None = Field(
        None, title="政府网站标注", description="是政府网站（或者它的栏目）的才写：页脚和网页标签照这里写。"
    )
    channels: Channels = Field(default_factory=Channels, title="发布渠道", description="发布到别的地方才写。")
    slogans: Slogans | None = Field(None, title="标语")
    life_events: tuple[ShortText, ...] = Field((), title="生活事件", description="按人生阶段给事项分类的名称。")
    most_used: tuple[Id, ...] = Field((), title="常办事项", description="首页显示的事项 id，按顺序。")
    wall_topics: WordList = Field(
        WALL_TOPICS,
        title="上墙制度",
        description="必须上墙的制度，缺了会提醒；制度的 wall 从这里选。没有这种要求的写 []。",
    )
    audiences: WordList = Field(
        AUDIENCES,
        title="服务对象",
        description="事项的 audience 从这里选，“按办事人”一页按这个顺序。",
        min_length=1,
    )
    levels: WordList = Field(LEVELS, title="行使层级", description="事项的 level 从这里选。", min_length=1)
    notice_kinds: WordList = Field(
        NOTICE_KINDS, title="公告类型", description="公示公告的 kind 从这里选。", min_length=1
    )
    rating: Rating | None = Field(
        None, title="好差评", description="写了才有好差评牌；窗口自己有二维码的，写在窗口里。"
    )
    floor_plan: ShortText | None = Field(
        None, title="平面图", description="大厅平面图（PNG 或 JPG），放在 content/pages 里，印在入口的办事索引上。"
    )
    posters: PosterSettings = Field(default_factory=PosterSettings, title="海报")
    results: ResultSettings = Field(default_factory=ResultSettings, title="办理结果")
    sign_off: SignOff | None = Field(
        None, title="三审三校", description="写了，办事指南、制度、公告、结果等要各个审核角色都批准，才上网。"
    )
    archive: ArchiveSettings | None = Field(
        None, title="归档", description="做归档包的才写：全宗号、保管期限、时间戳服务。"
    )
    public_contacts: tuple[PublicContact, ...] = Field(
        (),
        title="特意公布的联系方式",
        description="大厅特意对外公布的，在这里登记一次，全站都能写。身份证号等证件号码登记了也不能公布。",
    )


class Window(Record):
    """服务窗口."""

    id: Id = Field(title="编号")
    name: ShortText = Field(title="窗口名称")
    aliases: tuple[ShortText, ...] = Field((), title="别名", description="文件里对同一窗口的其他叫法。")
    number: Count | None = Field(None, title="窗口号")
    staff_role: ShortText | None = Field(None, title="经办岗位", description="岗位名称，不写姓名。")
    backup: ShortText | None = Field(None, title="替岗联系", description="经办人不在时找谁（岗位）。")
    place: ShortText | None = Field(None, title="位置")
    hours: ShortText | None = Field(None, title="办公时间")
    timetable: Timetable | None = Field(None, title="开放时间表", description="和大厅不同的才写。")
    phone: Phone | None = Field(None, title="窗口电话")
    rating: Rating | None = Field(None, title="好差评", description="这个窗口自己的好差评二维码。")


class FunctionList(Record):
    """窗口职能: the duties of one window, under the name that the source document uses."""

    name: ShortText = Field(title="职能名称", description="窗口名称或别名，必须只对应一个窗口。")
    duties: tuple[Text, ...] = Field(title="职能", min_length=1)


class Windows(Record):
    """服务窗口（windows.yml）."""

    windows: tuple[Window, ...] = Field(title="窗口", min_length=1)
    functions: tuple[FunctionList, ...] = Field((), title="窗口职能")

    @model_validator(mode="after")
    def _has_distinct_ids(self) -> Self:
        _refuse_repeated("windows", [window.id for window in self.windows])
        return self


class Material(Record):
    """材料目录中的一种材料."""

    id: Id = Field(title="编号")
    name: ShortText = Field(title="材料名称")
    aliases: tuple[ShortText, ...] = Field((), title="别名")
    what: Text | None = Field(None, title="说明", description="这是什么材料、在哪里办。")
    issuer: ShortText | None = Field(None, title="出具单位")
    blank_form: ShortText | None = Field(None, title="空白表格")
    example: ShortText | None = Field(None, title="样表")
    notes: Text | None = Field(None, title="提交要求")


class Materials(Record):
    """材料目录（materials.yml）."""

    materials: tuple[Material, ...] = Field((), title="材料")

    @model_validator(mode="after")
    def _has_distinct_ids(self) -> Self:
        _refuse_repeated("materials", [material.id for material in self.materials])
        return self
