"""The standard catalogue of what has to be published (基层政务公开标准目录): rows as they came, and what answers them.

The words of a row stay as they stand in the sheet that it came from. What they mean in days is read by
``publishing_limit``; what is met is computed in the room ``duties``.
"""

from typing import Literal

from pydantic import Field

from generator.model.base import Day, Days, Id, Record, ShortText, Text, WebAddress

AnswerKind = Literal["事项", "公告", "办理结果", "公开事项", "制度", "一件事", "网页", "别处"]


class Answer(Record):
    """对应内容: what of the hall's records, or elsewhere, publishes a row."""

    kind: AnswerKind = Field(title="种类", description="别处：县政府网站、公众号等不在本站的。")
    name: ShortText | None = Field(
        None,
        title="哪一个",
        description="编号；公开事项和公告也可以写类型，或者标题里的字；网页写 pages 里的文件名。不写是这一种的全部。",
    )
    on: Day | None = Field(None, title="公开日期", description="在别处或者网页上最近一次公开的日期。")
    address: WebAddress | None = Field(None, title="网址", description="在别处公开的网址。")


class CatalogueRow(Record):
    """目录的一行."""

    number: ShortText | None = Field(None, title="序号")
    group: Text | None = Field(None, title="一级事项")
    item: Text = Field(title="公开事项")
    elements: Text | None = Field(None, title="公开内容", description="要素。")
    basis: Text | None = Field(None, title="公开依据")
    limit: Text | None = Field(None, title="公开时限", description="照目录原样写。")
    body: Text | None = Field(None, title="公开主体")
    channels: tuple[ShortText, ...] = Field((), title="公开渠道和载体", description="勾选了的，一个一项。")
    audience: tuple[ShortText, ...] = Field((), title="公开对象", examples=["全社会", "特定群体"])
    method: tuple[ShortText, ...] = Field((), title="公开方式", examples=["主动", "依申请"])
    levels: tuple[ShortText, ...] = Field((), title="公开层级", examples=["县级", "乡级", "村级"])
    address: Text | None = Field(None, title="公开网址")
    notes: Text | None = Field(None, title="备注", description="目录里其他各列的内容。")
    count_as: ShortText | None = Field(
        None,
        title="时限按此算",
        description="公开时限的原话程序看不懂，或者与实际不同的，写成看得懂的：每季度、20个工作日内、实时、长期公开。",
    )
    formed: Day | None = Field(None, title="形成日期", description="信息最近一次形成或者变更的日期；从这天起算工作日。")
    answered_by: tuple[Answer, ...] = Field((), title="对应内容", description="由哪些内容公开，一个一项。")


class DisclosureCatalogue(Record):
    """公开标准目录（一个领域一个文件，可以没有）."""

    id: Id = Field(title="编号", description="与文件名相同。")
    title: ShortText = Field(title="标题", description="如 社会救助领域基层政务公开标准目录。")
    our_levels: tuple[ShortText, ...] = Field(
        ("乡", "镇", "街道", "村", "社区"),
        title="本级",
        description="公开层级里有其中一个字的，是本单位要公开的；一个也没有的不计时。",
    )
    since: Day | None = Field(None, title="起算日期", description="从哪天起按目录公开；这天以前的不算逾期。")
    finances: Literal["每月", "每季度"] = Field(
        "每月",
        title="村级财务",
        description="依据是村民委员会组织法、没有写公开时限的财务收支，多久公布一次。往来较多的每月，其余的至少每季度。",
    )
    least_days: Days | None = Field(
        None, title="张贴天数", description="对应的公开事项至少张贴几天，少了会提醒；不写不查。"
    )
    notes: Text | None = Field(None, title="说明", description="表格下面的注。")
    rows: tuple[CatalogueRow, ...] = Field((), title="各行")
