"""Open data: the same facts as the pages, as files that other programs read. Pure; hidden search terms stay out."""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from generator.content.formulas import inert
from generator.facts.services import enquiry_phone, limit_words
from generator.model import Dataset, Record
from generator.results.disclosure import Posted, posted_periods
from generator.results.rows_csv import COLUMNS, cells
from generator.site import addresses
from generator.texts.residents import WORDS

_SERVICE_COLUMNS = ("编号", "事项名称", "状态", "办理窗口", "承诺时限", "咨询电话", "核对日期", "网址")


def open_data(dataset: Dataset, today: date) -> dict[str, tuple[str, bytes]]:
    """Mapping address -> (what it is, bytes); results, newest first, only of periods shown on ``today``."""
    files = {
        f"{addresses.OPEN_DATA}services.json": (
            WORDS["data_services"],
            _json(dataset.services.values(), frozenset({"hidden_terms"})),
        ),
        f"{addresses.OPEN_DATA}services.csv": (WORDS["data_services_csv"], _service_table(dataset)),
        f"{addresses.OPEN_DATA}regulations.json": (
            WORDS["data_regulations"],
            _json(dataset.regulations.values(), frozenset()),
        ),
    }
    postings = posted_periods(dataset, today).values()
    for posted in sorted(postings, key=lambda one: (one.period.until, one.period.id), reverse=True):
        if posted.phase == "shown":
            title = WORDS["data_results"].format(title=posted.period.title)
            files[addresses.results_table(posted.period.id)] = (title, _result_table(posted))
    return files


def sitemap(site_url: str, pages: Iterable[tuple[str, date | None]]) -> bytes:
    """sitemap.xml of ``pages`` (site-relative address, last verified)."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for url, day in pages:
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        lines.append(f"<url><loc>{_xml(site_url + url)}</loc>{changed}</url>")
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def _json(records: Iterable[Record], hidden: frozenset[str]) -> bytes:
    lines = (record.model_dump_json(by_alias=True, exclude=set(hidden), exclude_defaults=True) for record in records)
    return ("[" + ",\n".join(lines) + "]\n").encode()


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

    return _table(_SERVICE_COLUMNS, (row(service_id) for service_id in dataset.services))


def _result_table(posted: Posted) -> bytes:
    return _table(COLUMNS, map(cells, posted.listed))


def _table(columns: Iterable[str], rows: Iterable[Sequence[str]]) -> bytes:
    """CSV with a byte order mark, so that Excel reads it as UTF-8, and no cell that it would run as a formula."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([inert(cell) for cell in row])
    return stream.getvalue().encode("utf-8-sig")


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
