"""The sheet of a disclosure (公开事项公示表) for the notice board: the table of a village's accounts or affairs.

It is laid out by the template of the bulletin, as a bulletin of one table. Many columns stand on a sheet on its side.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.facts.disclosures import figure_columns, is_shown, total_row
from generator.facts.periods import bounds
from generator.kit.kind import Kind, Subject
from generator.kit.wording import day_words, span, supervision_phone
from generator.model import Dataset, Disclosed, DisclosedTable, DisclosureRecord, RecordKey, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.disclosures import SHEET
from generator.texts.posters import HANGS, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("bulletin", distance=0.6, largest=1.25, on_wall=True, versioned=True)
"""On one sheet of A3 the type is for 1 m; a table that needs more is set smaller, and the footer says for how far."""

_WIDEST, _LEAST, _LONG = 14.0, 4.0, 10.0
"""Widths in characters: the greatest that a column of words asks for, the least it gets, and from where on it shares
the room that others leave."""
_AIR = 0.6
"""Before figures, and so behind the words of the column before."""
_UNBROKEN = re.compile("[!-~]{1,12}")
"""What stands in one line; longer than that, an address of the web, it may break anywhere."""
_UPRIGHT = 52.0
"""So many characters side by side stand on a sheet that is higher than wide."""


def disclosure_sheet(disclosed: Disclosed, site: Site, url: str | None) -> Sheet:
    """The sheet of a disclosure."""
    record, table = disclosed.record, disclosed.table
    issuer = record.issuer or site.organisation
    since, until = map(day_words, bounds(record.period))
    widths = _widths(table)
    body: dict[str, Json] = {
        "over": SHEET["over"].format(organisation=issuer, kind=record.kind),
        "under": SHEET["period"].format(since=since, until=until),
        "notice": [[label, words] for label, words in _notice(record, site)],
        "tiles": [],
        "tables": [_table(disclosed, widths)],
        "remarks": [record.notes] if record.notes else [],
        "seal": {"mark": SHEET["seal"], "organisation": issuer},
    }
    fields = {
        SHEET["prepared"]: record.prepared_by,
        SHEET["reviewed"]: record.reviewed_by,
        SUPERVISION_PHONE: supervision_phone(site),
    }
    footer = Footer(fields, POSTER_WORDS["sheet_mark"], always=True)
    layout = replace(LAYOUT, turned=sum(widths) + len(widths) > _UPRIGHT)
    return sheet_of(layout, record.id, record.title, body, footer, site, url, record.posted_from)


def _notice(record: DisclosureRecord, site: Site) -> Iterator[tuple[str, str]]:
    """Posted days, whom to tell one's doubts, where to complain."""
    yield SHEET["posted"], span(record.posted_from, record.posted_until)
    phone = SHEET["phone"].format(phone=site.hall.phone) if site.hall.phone else ""
    yield SHEET["objection"], SHEET["object_to"].format(hall=site.hall.name, phone=phone)
    channels = site.supervision
    phones = [phone for phone in (channels.phone, channels.hotline) if phone] if channels else []
    yield SHEET["supervision"], "、".join(phones) or UNKNOWN


def _table(disclosed: Disclosed, widths: list[float]) -> Json:
    record, table = disclosed.record, disclosed.table
    figures, total = figure_columns(table), total_row(table)
    longest = max((width for n, width in enumerate(widths) if n not in figures), default=0)
    flexible = {n for n, width in enumerate(widths) if n not in figures and width >= min(longest, _LONG)}
    columns: list[Json] = [
        {
            "label": name,
            "figures": n in figures,
            "width": None if n in flexible else widths[n],
            "wanted": widths[n],
            "least": widths[n] if n in figures else min(widths[n], max(_LEAST, _longest_run(table, n))),
        }
        for n, name in enumerate(table.columns)
    ]
    rows: list[Json] = [list(row.cells) for row in table.rows if row != total]
    note = SHEET["unit"].format(unit=record.unit) if record.unit else None
    last: Json = list(total.cells) if total else None
    return {"title": SHEET["table"], "note": note, "columns": columns, "rows": rows, "total": last}


def _widths(table: DisclosedTable) -> list[float]:
    """How wide each column would like to be, in characters; figures stand in one line."""
    figures = figure_columns(table)
    lines = [table.columns, *(row.cells for row in table.rows)]
    widest = [max(_width(cells[n]) for cells in lines) for n in range(len(table.columns))]
    return [width + _AIR if n in figures else min(width, _WIDEST) for n, width in enumerate(widest)]


def _longest_run(table: DisclosedTable, column: int) -> float:
    """The width of what does not break in a column: days and numbers."""
    cells = (table.columns[column], *(row.cells[column] for row in table.rows))
    runs = (run for cell in cells for run in _UNBROKEN.findall(cell))
    return max(map(_width, runs), default=0)


def _width(words: str) -> float:
    """The approximate width of ``words`` in Chinese characters."""
    return round(sum(0.62 if character < "\u0100" else 1 for character in words), 1)


def _subjects(edition: Edition) -> list[Subject]:
    return [
        Subject(SheetKey.main(RecordKey("disclosures", key)), disclosed.record.title)
        for key, disclosed in edition.dataset.disclosures.items()
        if disclosed.table.rows and is_shown(disclosed.record, edition.today)
    ]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    disclosed = edition.dataset.disclosures[key.record_id]
    return disclosure_sheet(disclosed, edition.dataset.site, edition.url(key.page))


def _places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    return dataset.disclosures[key.record_id].record.hangs_at or (HANGS["results"],)


KIND = Kind("disclosure", LAYOUT, "a3", _subjects, _contents, _places, ("notices",))
