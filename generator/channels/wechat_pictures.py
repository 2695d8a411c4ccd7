"""The pictures of an article, as sheets for the press: the cover, each table in parts, the long one for chat groups.

A table of many columns is not readable in an article of 340 pixels, and the editor tears tables apart that are pasted.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from generator.channels.wechat import Article
from generator.channels.wechat_pieces import Facts, Item, Items, Piece, Text, Title
from generator.channels.wechat_pieces import Sheet as Table
from generator.kit.kinds import KINDS
from generator.kit.long_picture import LAYOUT as LONG
from generator.kit.long_picture import SIZE as LONG_SIZE
from generator.kit.wording import supervision_phone
from generator.model import SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.channels_wechat import ARTICLE
from generator.texts.posters import POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE

COVER_FILE, LONG_FILE, CODE_FILE = "cover.png", "long.png", "qr.png"

ROWS_A_PICTURE = 30
"""Longer pictures are made coarser by WeChat."""

PICTURED = 8
"""So many articles, the newest, have a cover, a long picture and a code; further ones if they are asked for.

An account sends at most eight at once. To draw those of a thousand guides, of which a few are ever sent, takes ten
times as long as the site.
"""

_COVER = Layout("wechat-cover", distance=0.3)
_TABLE = Layout("wechat-table", distance=0.3)
_COVER_SIZE, _TABLE_SIZE = "900x383px", "1080px"
_WITHOUT_LONG = ("results", "disclosures")
"""Kinds whose tables are pictures already."""


class Drawing(NamedTuple):
    """A picture to be drawn: the name of its file, its size, what it says."""

    file: str
    size: str
    sheet: Sheet


@dataclass(frozen=True, slots=True)
class TablePicture:
    """A part of a table as a picture in an article: its file, the line above it, what it says in a sentence."""

    form: ClassVar[str] = "picture"
    file: str
    caption: str
    alt: str
    table: Table


def drawings(article: Article, edition: Edition, pictured: bool) -> Iterator[Drawing]:
    """Every picture of an article that the press makes: its tables, and if it is ``pictured``, the others."""
    site = edition.dataset.site
    for picture in table_pictures(article):
        sheet = sheet_of(_TABLE, *_named(article), _table(picture), Footer(), site, None, article.dated)
        yield Drawing(picture.file, _TABLE_SIZE, sheet)
    if not pictured:
        return
    cover: dict[str, Json] = {"over": article.kind}
    yield Drawing(
        COVER_FILE, _COVER_SIZE, sheet_of(_COVER, *_named(article), cover, Footer(), site, None, article.dated)
    )
    if article.record.kind in _WITHOUT_LONG:
        return
    if article.record.kind == "services":
        key = SheetKey("long-picture", article.record)
        yield Drawing(LONG_FILE, LONG_SIZE, KINDS[key.kind].contents(key, edition))
    else:
        yield Drawing(LONG_FILE, LONG_SIZE, _long(article, site))


def table_pictures(article: Article) -> Iterator[TablePicture]:
    """The tables of an article in parts that a picture can hold, in their order."""
    number = 0
    for place, table in enumerate(_tables(article), 1):
        parts = [table.rows[at : at + ROWS_A_PICTURE] for at in range(0, len(table.rows), ROWS_A_PICTURE)]
        for part, rows in enumerate(parts, 1):
            number += 1
            caption = ARTICLE["figure" if len(parts) == 1 else "figure_part"].format(
                number=place, title=table.title, part=part, parts=len(parts)
            )
            alt = ARTICLE["alt"].format(title=table.title, rows=len(rows), columns="、".join(table.columns))
            shown = replace(table, rows=rows, total=table.total if part == len(parts) else None)
            yield TablePicture(f"table-{number}.png", caption, alt, shown)


def _tables(article: Article) -> Iterator[Table]:
    return (piece for piece in article.pieces if isinstance(piece, Table)) if article.drawn else iter(())


def _named(article: Article) -> tuple[str, str]:
    return article.record.id, article.title


def _table(picture: TablePicture) -> dict[str, Json]:
    table = picture.table
    figures: list[Json] = [*sorted(table.figures)]
    return {
        "caption": picture.caption,
        "columns": list(table.columns),
        "figures": figures,
        "rows": [list(row) for row in table.rows],
        "total": list(table.total) if table.total else None,
    }


def _long(article: Article, site: Site) -> Sheet:
    """The article as one picture, laid out like that of a guide."""
    first = next((at for at, piece in enumerate(article.pieces) if isinstance(piece, Title)), len(article.pieces))
    above = (piece for piece in article.pieces[:first] if isinstance(piece, Facts))
    facts: list[Json] = [{"label": label, "lines": [words]} for piece in above for label, words in piece.rows]
    body: dict[str, Json] = {
        "over": ARTICLE["over"].format(hall=site.hall.name, kind=article.kind),
        "aliases": None,
        "notice": [],
        "summary": None,
        "facts": facts,
        "remarks": [],
        "sections": list(_sections(article.pieces)),
        "scan": ARTICLE["scan"],
    }
    footer = Footer({POSTER_WORDS["address"]: site.hall.address, SUPERVISION_PHONE: supervision_phone(site)})
    return sheet_of(LONG, *_named(article), body, footer, site, article.url, article.dated)


def _sections(found: tuple[Piece, ...]) -> Iterator[dict[str, Json]]:
    """What stands below each heading; what comes before the first is the text, without its facts."""
    label, style, entries, below = ARTICLE["text"], "lines", list[Json](), False
    for piece in found:
        if isinstance(piece, Title):
            if entries:
                yield {"label": label, "style": style, "entries": entries}
            label, style, entries, below = piece.words, "lines", [], True
        elif isinstance(piece, Text):
            entries.append(_entry(Item(piece.lead + piece.words)))
        elif isinstance(piece, Facts) and below:
            entries += [{"head": name, "tags": [words], "notes": []} for name, words in piece.rows]
        elif isinstance(piece, Items):
            style = piece.style
            entries += map(_entry, piece.items)
    if entries:
        yield {"label": label, "style": style, "entries": entries}


def _entry(item: Item) -> Json:
    return {"head": item.head, "tags": [], "notes": [*item.notes]}
