"""规章制度: a posted regulation, its chapters and articles as data."""

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import shorthands
from generator.model.base import Day, Id, Record, ShortText, Text, Truth
from generator.model.change import Change
from generator.model.version import Versions
from generator.model.word_lists import WALL_TOPICS

RegulationState = Literal["现行", "试行", "废止"]


ChapterNumbering = Literal["第一章", "一、", "（一）", "不编号"]
ArticleNumbering = Literal["第一条", "一、", "（一）", "1.", "1、", "不编号"]
ItemNumbering = Literal["（一）", "一、", "1.", "1、", "（1）", "①", "不编号"]
"""How lines of a level are numbered; the levels below items follow theirs: （一） 1. （1） ①."""

UNNUMBERED = "不编号"
"""The number of a line that has none where the others have one."""


class Numbered(Record):
    """A line that the program numbers, unless its source has a number of its own."""

    number: ShortText | None = Field(
        None,
        title="原文编号",
        description="不写，由程序依次编号；只在原文另有编号时照写，如 第三条之一；其后的各条接着原来的数。"
        "原文单单这一行没有编号的，写 不编号。",
    )


class Subitem(Numbered):
    """目: an item below an item, which may have items of its own."""

    text: Text = Field(title="内容")
    items: tuple[Text, ...] = Field((), title="再下一级")

    _from_words = model_validator(mode="before")(shorthands.named("text"))


class Item(Numbered):
    """款项: a numbered item below an article, which may have items of its own."""

    text: Text = Field(title="内容")
    items: tuple[Subitem, ...] = Field((), title="下级项")

    _from_words = model_validator(mode="before")(shorthands.named("text"))


class Clause(Record):
    """另起的款: a paragraph of an article that follows items, which may have items of its own."""

    text: Text = Field(title="内容")
    items: tuple[Item, ...] = Field((), title="项")

    _from_words = model_validator(mode="before")(shorthands.named("text"))


class Article(Numbered):
    """条: numbered by the program, in order."""

    heading: ShortText | None = Field(None, title="条标", description="条文前的小标题，可不写。")
    text: Text = Field(title="条文", description="一款一行；项写在 items，项后面的话写在 then。")
    items: tuple[Item, ...] = Field((), title="项")
    then: tuple[Clause, ...] = Field((), title="项后的款", description="各项之后另起的话，一款一项。")


class Section(Numbered):
    """节."""

    title: ShortText = Field(title="节名", description="不写“第几节”，由程序编号。")
    articles: tuple[Article, ...] = Field(title="条文", min_length=1)


class Chapter(Numbered):
    """章."""

    title: ShortText = Field(title="章名", description="不写“第几章”，由程序编号。")
    articles: tuple[Article, ...] = Field((), title="条文", description="分节的，这里只写第一节前面的条文。")
    sections: tuple[Section, ...] = Field((), title="节", description="分节时用。")

    @model_validator(mode="after")
    def _has_a_body(self) -> Self:
        if not self.articles and not self.sections:
            raise PydanticCustomError("chapter_body", "articles, sections or both")
        return self


class Part(Numbered):
    """编."""

    title: ShortText = Field(title="编名", description="不写“第几编”，由程序编号。")
    articles: tuple[Article, ...] = Field((), title="条文", description="这一编不分章，或者第一章前面的条文。")
    chapters: tuple[Chapter, ...] = Field((), title="章")

    @model_validator(mode="after")
    def _has_a_body(self) -> Self:
        if not self.articles and not self.chapters:
            raise PydanticCustomError("chapter_body", "articles, chapters or both")
        return self


class Annex(Record):
    """附件: what is attached to a regulation, below its text."""

    title: ShortText = Field(title="附件名", description="如 附件1：值班表。")
    text: Text = Field(title="内容", description="一段一行。")


class TextGap(Record):
    """缺漏: a part of the text that the hall has not got."""

    kind: Literal["占位", "截断", "缺失", "存疑"] = Field(title="类型", description="读不准、要人来定的写 存疑。")
    where: ShortText = Field(title="位置", description="如 全文、第六条。")
    note: Text | None = Field(None, title="说明", description="准备怎么补；会显示在页面上。")


class Regulation(Record):
    """规章制度（一项制度一个文件）."""

    id: Id = Field(title="编号", description="与文件名相同，用作网址。")
    title: ShortText = Field(title="标题", description="制度全称，不写书名号。")
    wall: ShortText | None = Field(
        None,
        title="上墙制度",
        description="site.yml 中 wall_topics 的名称；不上墙的不写。",
        examples=list(WALL_TOPICS),
    )
    document_number: ShortText | None = Field(None, title="文号")
    issuer: ShortText | None = Field(None, title="制定单位")
    adopted: Day | None = Field(None, title="通过日期")
    effective: Day | None = Field(None, title="施行日期")
    status: RegulationState = Field(title="状态", description="现行、试行或废止。")
    supersedes: Id | None = Field(None, title="取代", description="被本制度取代的制度的 id。")
    numbering: ArticleNumbering = Field("第一条", title="编号方式", description="各条怎么编号。")
    chapter_numbering: ChapterNumbering = Field("第一章", title="章的编号方式")
    item_numbering: ItemNumbering = Field("（一）", title="项的编号方式", description="再下面各级依次用 1. （1） ①。")
    numbered_by_chapter: Truth = Field(False, title="各章重新编号", description="每一章的条文都从头编号的写 是。")
    headnote: Text | None = Field(None, title="题注", description="标题下面的通过、公布、修订经过，一行一项。")
    preamble: Text | None = Field(None, title="引言", description="第一条之前的话。")
    parts: tuple[Part, ...] = Field((), title="编", description="分编时用；分编的，各章写在编里。")
    chapters: tuple[Chapter, ...] = Field((), title="章", description="分章时用。")
    articles: tuple[Article, ...] = Field(
        (), title="条文", description="不分章时用；分章的，这里只写第一章（编）前面的条文。"
    )
    signature: Text | None = Field(None, title="落款", description="文末的单位和日期，一行一项。")
    annexes: tuple[Annex, ...] = Field((), title="附件")
    explanation: Text | None = Field(None, title="制定说明", description="为什么制定、怎么制定的；写在正文之后。")
    gaps: tuple[TextGap, ...] = Field((), title="缺漏", description="原文缺失、截断或留有占位的地方，补齐后删除。")
    change_note: Text | None = Field(None, title="修订说明", description="这一版改了什么。")
    changes: tuple[Change, ...] = Field((), title="修改记录", description="改了什么、为什么，写给居民看，一次一条。")
    verified: Day | None = Field(None, title="核对日期")
    review: Day | None = Field(None, title="复核日期")
    hangs_at: tuple[ShortText, ...] = Field(
        (), title="张贴处", description="海报挂在哪里，一处一项；内容变了会提醒重印。"
    )
    versions: Versions = ()

    @property
    def repealed(self) -> bool:
        """No longer in force; one on trial is in force."""
        return self.status == "废止"

    @property
    def has_text(self) -> bool:
        """Whether there is at least one article."""
        return bool(self.parts or self.chapters or self.articles)

    @model_validator(mode="after")
    def _has_one_body(self) -> Self:
        if self.parts and self.chapters:
            raise PydanticCustomError("regulation_body", "either parts or chapters")
        return self
