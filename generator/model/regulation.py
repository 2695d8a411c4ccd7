"""规章制度: a posted regulation, its chapters and articles as data."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Id, Record, ShortText, Text

WallTopic = Literal[
    "便民服务承诺", "首问负责", "一次性告知", "限时办结", "档案管理", "卫生保洁", "廉政建设", "工作考勤", "责任追究"
]
"""The nine regulations that must hang on the wall of a service hall."""

RegulationState = Literal["现行", "试行", "废止"]


class Item(Record):
    """款项: a numbered item below an article, which may have items of its own."""

    text: Text = Field(title="内容")
    items: tuple[Text, ...] = Field((), title="下级项")


class Article(Record):
    """条: numbered by the program, in order."""

    heading: ShortText | None = Field(None, title="条标", description="条文前的小标题，可不写。")
    text: Text = Field(title="条文")
    items: tuple[Item, ...] = Field((), title="项")


class Chapter(Record):
    """章."""

    title: ShortText = Field(title="章名", description="不写“第几章”，由程序编号。")
    articles: tuple[Article, ...] = Field(title="条文", min_length=1)


class TextGap(Record):
    """缺漏: a part of the text that the hall has not got."""

    kind: Literal["占位", "截断", "缺失"] = Field(title="类型")
    where: ShortText = Field(title="位置", description="如 全文、第六条。")
    note: Text | None = Field(None, title="说明", description="准备怎么补；会显示在页面上。")


class Regulation(Record):
    """规章制度（一项制度一个文件）."""

    id: Id = Field(title="编号", description="与文件名相同，用作网址。")
    title: ShortText = Field(title="标题", description="制度全称，不写书名号。")
    wall: WallTopic | None = Field(None, title="上墙制度", description="九项必须上墙的制度之一；不上墙的不写。")
    document_number: ShortText | None = Field(None, title="文号")
    issuer: ShortText | None = Field(None, title="制定单位")
    adopted: Day | None = Field(None, title="通过日期")
    effective: Day | None = Field(None, title="施行日期")
    status: RegulationState = Field(title="状态", description="现行、试行或废止。")
    supersedes: Id | None = Field(None, title="取代", description="被本制度取代的制度的 id。")
    numbering: Literal["第一条", "一、"] = Field("第一条", title="编号方式")
    preamble: Text | None = Field(None, title="引言", description="第一条之前的话。")
    chapters: tuple[Chapter, ...] = Field((), title="章", description="与 articles 二选一。")
    articles: tuple[Article, ...] = Field((), title="条文", description="不分章时用。")
    gaps: tuple[TextGap, ...] = Field((), title="缺漏", description="原文缺失、截断或留有占位的地方，补齐后删除。")
    change_note: Text | None = Field(None, title="修订说明", description="这一版改了什么。")
    verified: Day | None = Field(None, title="核对日期")
    review: Day | None = Field(None, title="复核日期")
    hangs_at: tuple[ShortText, ...] = Field(
        (), title="张贴处", description="海报挂在哪里，一处一项；内容变了会提醒重印。"
    )

    @property
    def repealed(self) -> bool:
        """No longer in force; one on trial is in force."""
        return self.status == "废止"

    @model_validator(mode="after")
    def _has_one_body(self) -> Self:
        if self.chapters and self.articles:
            raise PydanticCustomError("regulation_body", "one of chapters, articles")
        return self
