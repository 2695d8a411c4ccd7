"""What the pages show from which articles are copied: the list of all, and each article with its files and steps."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.channels.wechat import Article, Articles
from generator.channels.wechat_gone import Gone
from generator.channels.wechat_pictures import TablePicture, table_pictures
from generator.channels.wechat_pieces import Piece
from generator.channels.wechat_pieces import Sheet as Table
from generator.model import RecordKey
from generator.texts.channels_wechat import ARTICLE, KINDS, PAGE

MOST_IN_TITLE = 32
"""What the interface for drafts takes (developers.weixin.qq.com, draft_add); the editor has taken 64."""

INDEX = "index.html"

_POSTED = ("notices", "results", "disclosures")


@dataclass(frozen=True)
class WechatIndex:
    """The list of articles, each with its address and its last day in words.

    Above it stands what has to be deleted, below it what cannot be sent yet.
    """

    template: ClassVar[str] = "index.html"
    words: Mapping[str, str]
    hall: str
    day: date
    gone: tuple[Gone, ...]
    articles: tuple[tuple[str, Article, str], ...]
    held: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class WechatPage:
    """One article; ``pieces`` have pictures where it has tables, ``code`` is True where it ends with a QR code.

    One that is not ``pictured`` has no cover, either: its first step says how to get them.
    """

    template: ClassVar[str] = "article.html"
    words: Mapping[str, str]
    said: Mapping[str, str]
    hall: str
    day: date
    article: Article
    pieces: tuple[Piece | TablePicture, ...]
    pictures: tuple[TablePicture, ...]
    pictured: bool
    code: bool
    long: bool
    steps: tuple[str, ...]
    long_title: str | None


def page_address(record: RecordKey) -> str:
    """Where the page of an article stands in the folder, as its page on the site."""
    return f"{record.page}{INDEX}"


def index_page(articles: Articles, gone: Iterable[Gone], hall: str, today: date) -> WechatIndex:
    """The list of all articles."""
    ready = tuple((page_address(one.record), one, _until(one)) for one in articles.ready)
    held = tuple((KINDS.get(record.kind, ""), title) for record, title in articles.held)
    return WechatIndex(PAGE, hall, today, tuple(gone), ready, held)


def _until(article: Article) -> str:
    """The last day of an article in words; what is posted for a time should have one."""
    if article.until:
        return str(article.until)
    return PAGE["unset" if article.record.kind in _POSTED else "no_until"]


def article_page(article: Article, hall: str, today: date, pictured: bool, long: bool) -> WechatPage:
    """The page of one article; ``long`` if there is a long picture of it."""
    pictures, code = tuple(table_pictures(article)), pictured and article.url is not None
    length = len(article.title)
    return WechatPage(
        PAGE,
        ARTICLE,
        hall,
        today,
        article,
        tuple(_with_pictures(article.pieces, pictures)),
        pictures,
        pictured,
        code,
        long,
        tuple(_steps(article, len(pictures) + code, pictured)),
        PAGE["long_title"].format(count=length) if length > MOST_IN_TITLE else None,
    )


def _with_pictures(found: Iterable[Piece], pictures: Iterable[TablePicture]) -> Iterator[Piece | TablePicture]:
    """The pieces with the pictures of each table in its place."""
    waiting = list(pictures)
    for piece in found:
        if not isinstance(piece, Table):
            yield piece
            continue
        while waiting and waiting[0].table.title == piece.title:
            yield waiting.pop(0)


def _steps(article: Article, pictures: int, pictured: bool) -> Iterator[str]:
    if not pictured:
        yield PAGE["step_pictured"].format(id=article.record.id)
    yield from (PAGE["step_new"], PAGE["step_title"], PAGE["step_body"])
    if pictures:
        yield PAGE["step_pictures"].format(count=pictures)
    yield from (PAGE["step_cover"], PAGE["step_preview"])
    if article.until:
        yield PAGE["step_until"].format(day=article.until)
