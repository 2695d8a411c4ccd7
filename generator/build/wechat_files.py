"""The files of the folder of articles: pictures, which the cache keeps, and pages, which the last build has made."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from generator.build.outputs.output import File, Output, digest_of
from generator.build.outputs.posters import press_of, tools_digest
from generator.channels.wechat import Article, Articles
from generator.channels.wechat_gone import Gone
from generator.channels.wechat_pages import INDEX, article_page, index_page, page_address
from generator.channels.wechat_pictures import CODE_FILE, LONG_FILE, PICTURED, Drawing, drawings
from generator.facts.qr_code import code_png
from generator.kit.kinds import KINDS
from generator.model import RecordKey, SheetKey
from generator.posters.press import Press, Printing
from generator.posters.sheet import texts
from generator.posters.stock import stock_of
from generator.site.edition import Edition
from generator.site.templates import Templates

_WORK = 20
"""What a picture takes to draw, in pages of the site."""

_BESIDE = ("wechat.css", "wechat.js")


@dataclass(frozen=True)
class DrawnArticle:
    """An article with its pictures; ``kept`` if these may be kept.

    One that is ``pictured`` has a cover, a long picture and a code besides its tables.
    """

    article: Article
    drawings: tuple[Drawing, ...]
    pictured: bool
    kept: bool

    @property
    def group(self) -> SheetKey:
        """Its pictures are made together or not at all."""
        return SheetKey("wechat", self.article.record)

    def address(self, file: str) -> str:
        """Where a file of the article stands."""
        return f"{self.article.record.page}{file}"

    def texts(self) -> Iterator[tuple[str, bytes]]:
        """What each picture says, for the gate; all of it is public, whatever may be drawn of it."""
        for drawing in self.drawings:
            yield f"{self.address(drawing.file)}.txt", "\n".join(texts(drawing.sheet.data)).encode()


def drawn_articles(articles: Articles, edition: Edition, asked: Collection[str]) -> tuple[DrawnArticle, ...]:
    """The articles with their pictures; all of them for the newest and for records whose ids are ``asked`` for."""
    pictured = {one.record for number, one in enumerate(articles.ready) if number < PICTURED or one.record.id in asked}
    return tuple(
        DrawnArticle(
            one,
            tuple(drawings(one, edition, one.record in pictured)),
            one.record in pictured,
            not KINDS[SheetKey.main(one.record).kind].may_name,
        )
        for one in articles.ready
    )


class WechatPictures(Output):
    """Draws the pictures that may be kept, with the typeface and the templates in two folders."""

    name = "wechat"
    costly = True

    def __init__(self, drawn: tuple[DrawnArticle, ...], folders: tuple[Path, Path]) -> None:
        self._drawn, self._folders = drawn, folders
        self._tools = tools_digest(*folders)

    @property
    def inherit(self) -> bool:
        """As of the posters: not once a press has worked here."""
        return not Press.worked_here

    def render(self, _edition: Edition) -> Iterator[File]:
        """Those of articles that name nobody."""
        yield from (file for one in self._drawn if one.kept for file in self.files(one))

    def files(self, one: DrawnArticle) -> Iterator[File]:
        """The pictures of one article, and its code."""
        for drawing in one.drawings:
            inputs = digest_of(self._tools, drawing.sheet.digest, drawing.size)
            make = partial(_draw, self._folders, drawing)
            yield File(one.address(drawing.file), make, inputs, one.group, _WORK)
        if one.pictured and one.article.url:
            inputs, code = digest_of(self._tools, one.article.url), partial(code_png, one.article.url)
            yield File(one.address(CODE_FILE), code, inputs, one.group)


class PassingPictures(Output):
    """Draws the pictures that are not kept, since they may name people until a day."""

    name = "wechat_passing"

    def __init__(self, drawn: tuple[DrawnArticle, ...], pictures: WechatPictures) -> None:
        self._drawn, self._pictures = drawn, pictures

    @property
    def inherit(self) -> bool:
        """As of the others."""
        return self._pictures.inherit

    def render(self, _edition: Edition) -> Iterator[File]:
        """Those of articles that may name people."""
        yield from (file for one in self._drawn if not one.kept for file in self._pictures.files(one))


class WechatPages(Output):
    """The pages: the list, and one for each article whose pictures are there; the list names the others."""

    name = "wechat_pages"
    needs: tuple[str, ...] = ("wechat", "wechat_passing")

    def __init__(
        self,
        drawn: tuple[DrawnArticle, ...],
        held: tuple[tuple[RecordKey, str], ...],
        gone: tuple[Gone, ...],
        templates: Path,
    ) -> None:
        self._drawn, self._held, self._gone, self._folder = drawn, held, gone, templates

    def render(self, edition: Edition) -> Iterator[File]:
        """The list, a page for each article, and what they need."""
        site, today, templates = edition.dataset.site, edition.today, Templates(self._folder)
        there = [one for one in self._drawn if all(one.address(each.file) in edition.made for each in one.drawings)]
        failed = ((one.article.record, one.article.title) for one in self._drawn if one not in there)
        articles = Articles(tuple(one.article for one in there), (*self._held, *failed))
        index = index_page(articles, self._gone, site.hall.name, today)
        yield File(INDEX, lambda: templates.render(index, "").encode())
        for name in _BESIDE:
            yield File(name, (self._folder / name).read_bytes)
        usual = digest_of(site, today)
        for one in there:
            long, said = one.address(LONG_FILE) in edition.made, one.article
            known = said.record, said.kind, said.until, said.url, one.pictured, long
            inputs = said.inputs and digest_of(usual, said.inputs, known)
            make = partial(_page_html, templates, said, site.hall.name, today, one.pictured, long)
            yield File(page_address(said.record), make, inputs)


def _page_html(templates: Templates, article: Article, hall: str, today: date, pictured: bool, long: bool) -> bytes:
    return templates.render(article_page(article, hall, today, pictured, long), "../../").encode()


def _draw(folders: tuple[Path, Path], drawing: Drawing) -> bytes:
    printing = Printing(stock_of(drawing.size), format="png")
    return press_of(*folders).print(drawing.sheet, printing)[0]
