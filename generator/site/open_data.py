"""Open data: the facts of the pages as JSON and CSV for other programs, and sitemap.xml. No hidden search terms."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from pydantic import TypeAdapter

from generator.content.formulas import escape_formula
from generator.facts.disclosures import is_shown, number_of
from generator.facts.services import enquiry_phone, limit_words, shown_notices
from generator.model import (
    Bundle,
    Dataset,
    Disclosed,
    DisclosureRecord,
    Hall,
    Material,
    Record,
    Regulation,
    Service,
    Window,
)
from generator.model.listed import ListedNotice, ListedSheet
from generator.results.disclosure import PostedPeriod, posted_periods
from generator.results.rows_csv import PUBLIC_COLUMNS, cells
from generator.site import addresses
from generator.site.data_addresses import (
    BUNDLES_JSON,
    DISCLOSURES_JSON,
    HALL_JSON,
    MATERIALS_JSON,
    NOTICES_JSON,
    REGULATIONS_JSON,
    SERVICES_CSV,
    SERVICES_JSON,
    SHEETS_JSON,
    WINDOWS_JSON,
)
from generator.site.earlier import Earlier
from generator.texts.open_data import DATA, SERVICE_COLUMNS

_OF_CHECKS = {"former_names", "other_institutions"}
"""Fields of the hall that only tell the program what to look for."""


def open_data_titles(dataset: Dataset, today: date) -> dict[str, str]:
    """Mapping address -> what it is, of every file; results and disclosures, newest first, if shown on ``today``."""
    titles = {
        SERVICES_JSON: DATA["services"],
        SERVICES_CSV: DATA["services_csv"],
        REGULATIONS_JSON: DATA["regulations"],
        HALL_JSON: DATA["hall"],
        WINDOWS_JSON: DATA["windows"],
        MATERIALS_JSON: DATA["materials"],
        BUNDLES_JSON: DATA["bundles"],
        NOTICES_JSON: DATA["notices"],
        SHEETS_JSON: DATA["sheets"],
    }
    for posted in _shown(dataset, today):
        address = addresses.results_table(posted.period.id)
        titles[address] = DATA["table"].format(title=posted.period.title)
    disclosed = _disclosed(dataset, today)
    if disclosed:
        titles[DISCLOSURES_JSON] = DATA["disclosures"]
    for one in disclosed:
        titles[addresses.disclosure_table(one.record.id)] = DATA["table"].format(title=one.record.title)
    return titles


def open_data(
    dataset: Dataset,
    today: date,
    sheets: Callable[[], Iterable[ListedSheet]] = tuple,
    earlier: Callable[[], Earlier | None] = lambda: None,
) -> dict[str, Callable[[], bytes]]:
    """Mapping address -> function that makes the file, of every file that ``open_data_titles`` names, in that order.

    ``sheets`` tells which hang on ``today``, ``earlier`` has the services as they were published.
    """
    results = {addresses.results_table(one.period.id): partial(_result_table, one) for one in _shown(dataset, today)}
    disclosed = _disclosed(dataset, today)
    tables = {addresses.disclosure_table(one.record.id): partial(_disclosed_table, one) for one in disclosed}
    return {
        SERVICES_JSON: lambda: _services(dataset, today, earlier()),
        SERVICES_CSV: partial(_service_table, dataset),
        REGULATIONS_JSON: partial(_json, Regulation, _told(dataset.regulations.values(), today), {"versions"}),
        HALL_JSON: partial(_json, Hall, [dataset.site.hall], _OF_CHECKS),
        WINDOWS_JSON: partial(_json, Window, dataset.windows, set()),
        MATERIALS_JSON: partial(_json, Material, dataset.materials.values(), set()),
        BUNDLES_JSON: partial(_json, Bundle, _told(dataset.bundles.values(), today), {"versions"}),
        NOTICES_JSON: partial(_json, ListedNotice, _listed_notices(dataset, today), set()),
        SHEETS_JSON: lambda: _json(ListedSheet, sheets(), set()),
        **results,
        **({DISCLOSURES_JSON: partial(_disclosed_json, disclosed)} if disclosed else {}),
        **tables,
    }


def sitemap(site_url: str, pages: Iterable[tuple[str, date | None]]) -> bytes:
    """sitemap.xml of ``pages`` (site-relative address, last verified)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url, day in pages:
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{_xml(site_url + url)}</loc>{changed}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def _shown(dataset: Dataset, today: date) -> list[PostedPeriod]:
    """The periods that are shown, newest first."""
    shown = (posted for posted in posted_periods(dataset, today).values() if posted.phase == "shown")
    return sorted(shown, key=lambda one: (one.period.until, one.period.id), reverse=True)


def _disclosed(dataset: Dataset, today: date) -> list[Disclosed]:
    """The disclosures with a table that is shown, newest first."""
    shown = (one for one in dataset.disclosures.values() if one.table.rows and is_shown(one.record, today))
    return sorted(shown, key=lambda one: (one.record.posted_from, one.record.id), reverse=True)


def _listed_notices(dataset: Dataset, today: date) -> Iterator[ListedNotice]:
    """The notices that are shown on ``today``."""
    for notice in shown_notices(dataset, today):
        yield ListedNotice(id=notice.id, title=notice.title, kind=notice.kind, since=notice.since, until=notice.until)


def _told(records: Iterable[Service | Regulation | Bundle], today: date) -> list[Record]:
    """The records without the notes of changes that are told on a later day."""
    return [
        one.model_copy(update={"changes": tuple(change for change in one.changes if change.day <= today)})
        if any(change.day > today for change in one.changes)
        else one
        for one in records
    ]


def _services(dataset: Dataset, today: date, earlier: Earlier | None) -> bytes:
    """A service a line; those that ``earlier`` still tells rightly as they stand there."""
    lines = _lines_by_id(earlier) if earlier else {}
    new = _told((one for one in dataset.services.values() if one.id not in lines), today)
    written = _lines(Service, new, {"hidden_terms", "versions"})
    return _list(lines.get(service_id) or next(written) for service_id in dataset.services)


def _lines_by_id(earlier: Earlier) -> dict[str, bytes]:
    begin = b'{"id":"'
    lines = earlier.data[1 : -len(b"]\n")].split(b",\n")
    by_id = ((line[len(begin) :].partition(b'"')[0].decode(), line) for line in lines if line.startswith(begin))
    return {service_id: line for service_id, line in by_id if service_id in earlier.same}


def _json(kind: type[Record], records: Iterable[Record], hidden: set[str]) -> bytes:
    return _list(_lines(kind, records, hidden))


def _lines(kind: type[Record], records: Iterable[Record], hidden: set[str]) -> Iterator[bytes]:
    return map(partial(TypeAdapter(kind).dump_json, by_alias=True, exclude=hidden, exclude_defaults=True), records)


def _list(lines: Iterable[bytes]) -> bytes:
    return b"[" + b",\n".join(lines) + b"]\n"


def _service_table(dataset: Dataset) -> bytes:
    def row(service_id: str) -> list[str]:
        service = dataset.services[service_id]
        window = dataset.window(service.window)
        promised = limit_words(service.time_limits.promised) if service.time_limits else None
        return [
            service.id,
            service.name,
            service.status.state,
            window.name if window else "",
            "／".join(promised.readings) if promised else "",
            enquiry_phone(service, dataset) or "",
            service.verified.isoformat() if service.verified else "",
            addresses.page(addresses.SERVICES, service.id),
        ]

    return _table(SERVICE_COLUMNS, (row(service_id) for service_id in dataset.services))


def _result_table(posted: PostedPeriod) -> bytes:
    return _table(PUBLIC_COLUMNS, map(cells, posted.listed))


def _disclosed_json(disclosed: Iterable[Disclosed]) -> bytes:
    """Each disclosure with the names of its columns and the cells of its rows, as they were typed."""
    dump = partial(TypeAdapter(DisclosureRecord).dump_python, mode="json", by_alias=True, exclude_defaults=True)
    records = (
        dump(one.record) | {"columns": one.table.columns, "rows": [row.cells for row in one.table.rows]}
        for one in disclosed
    )
    return ("[" + ",\n".join(json.dumps(record, ensure_ascii=False) for record in records) + "]\n").encode()


def _disclosed_table(disclosed: Disclosed) -> bytes:
    return _table(disclosed.table.columns, (row.cells for row in disclosed.table.rows))


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV with a byte order mark, so that Excel reads it as UTF-8, and with formulas escaped; no number is one."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell if number_of(cell) is not None else escape_formula(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
