"""The poster of a period's results (办理结果公示单, the bulletin): figures, charts, services, and single cases.

Takes only what ``results.disclosure`` and ``results.figures`` give, so that it shows no more than the pages.
"""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.facts.deadlines import due_days, due_words
from generator.facts.services import percent_words
from generator.facts.workdays import Calendar, calendar_of
from generator.kit.kind import Kind, Subject
from generator.kit.wording import day_words, supervision_phone
from generator.model import Dataset, RecordKey, ResultRow, SheetKey, Site
from generator.model.posting import ResultPeriod
from generator.posters.sheet import Footer, Json, Layout, Picture, Sheet, sheet_of
from generator.results.charts import draw
from generator.results.disclosure import PostedPeriod
from generator.results.figures import Figure, Figures
from generator.results.statistics import DaysUsed, Outcomes, Tally
from generator.site.edition import Edition
from generator.texts.posters import BULLETIN, DAY_UNITS, DUE_DAYS, HANGS, POSTER_WORDS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

MOST_LISTED = 450
"""The most cases that are listed one by one: about a dozen sheets of A3, for which a notice board has room."""

LAYOUT = Layout("bulletin", distance=0.6, largest=1.25, on_wall=True, versioned=True)

CHARTS = ("timing", "days", "cases")
"""Charts that a bulletin may have, in the order of what a wall needs most: its table tells the cases already."""

MOST_CHARTS = 2
"""As many as stand side by side."""

_LEAST = 2.3
"""The least width of a column: two characters, which are what a label parts into."""

_WIDEST = {"receipt": 15.0, "service": 12.0, "applicant": 9.0}
"""Column -> its greatest width in characters; longer words take a second line."""


def bulletin_sheet(
    posted: PostedPeriod, found: Figures, dataset: Dataset, pictures: tuple[Picture, ...], url: str | None, today: date
) -> Sheet:
    """The bulletin of a period that is shown today; ``found`` are its figures, ``pictures`` its charts.

    A period with more than ``MOST_LISTED`` listed cases gets the figures only, and says where the cases are.
    """
    period, site = posted.period, dataset.site
    body: dict[str, Json] = {
        "over": BULLETIN["over"].format(hall=site.hall.name),
        "under": BULLETIN["under"].format(since=day_words(period.since), until=day_words(period.until)),
        "notice": [[label, words] for label, words in _notice(period, site)],
        "tiles": [_tile(*tile) for tile in _tiles(found)],
        "tables": [
            part
            for part in (_services(found, dataset), _cases(posted, dataset, url is not None), _gone(period, today))
            if part
        ],
        "remarks": [period.notes] if period.notes else [],
        "seal": {"mark": BULLETIN["seal"], "organisation": site.organisation},
    }
    prepared = {
        BULLETIN["prepared_by"]: period.prepared_by,
        BULLETIN["prepared_on"]: day_words(period.prepared_on),
    }
    known = {label: words for label, words in prepared.items() if words}
    fields = {**known, SUPERVISION_PHONE: supervision_phone(site)}
    dated = period.prepared_on or period.until
    footer = Footer(fields, POSTER_WORDS["page_mark"], always=True)
    return sheet_of(LAYOUT, period.id, period.title, body, footer, site, url, dated, pictures)


def _notice(period: ResultPeriod, site: Site) -> Iterator[tuple[str, str | None]]:
    """Notice period, whom to object to, where to complain; for None a line to fill in by hand is printed."""
    since, until = day_words(period.posted_from), day_words(period.posted_until)
    yield BULLETIN["notice_period"], BULLETIN["span"].format(since=since, until=until) if since and until else None
    hall = site.hall
    place = BULLETIN["object_place"].format(address=hall.address) if hall.address else ""
    phone = BULLETIN["object_phone"].format(phone=hall.phone) if hall.phone else ""
    yield BULLETIN["objection"], BULLETIN["object_to"].format(hall=hall.name, place=place, phone=phone)
    channels = site.supervision
    phones = [phone for phone in (channels.phone, channels.hotline) if phone] if channels else []
    yield BULLETIN["supervision"], "、".join(phones) or UNKNOWN


def _tiles(found: Figures) -> Iterator[tuple[str, str, str | None]]:
    """Label, value and remark of each key figure."""
    whole = found.whole
    remark = _change(whole.change) if found.complete else BULLETIN["part"]
    yield BULLETIN["cases"], str(whole.now.cases), remark
    outcomes = whole.now.outcomes
    if outcomes is None:
        return
    judged = BULLETIN["judged"].format(count=outcomes.judged) if outcomes.judged else None
    share = outcomes.on_time_share
    yield BULLETIN["on_time"], BULLETIN["none"] if share is None else percent_words(share), judged
    overdue = BULLETIN["late_open"].format(count=outcomes.overdue) if outcomes.overdue else None
    yield BULLETIN["late"], str(outcomes.late + outcomes.overdue), overdue
    yield BULLETIN["extended"], str(outcomes.extended), None
    yield BULLETIN["rejected"], str(outcomes.rejected), None
    yield BULLETIN["open"], str(outcomes.open), None


def _tile(label: str, value: str, note: str | None) -> Json:
    return {"label": label, "value": value, "note": note}


def _change(change: int | None) -> str | None:
    if change is None:
        return None
    return BULLETIN["more" if change > 0 else "fewer" if change else "same"].format(count=abs(change))


def _services(found: Figures, dataset: Dataset) -> Json:
    lines: list[Json] = [_line(dataset.service_name(key), figure) for key, figure in found.services.items()]
    if found.group:
        lines.append(_line(BULLETIN["group"].format(count=dataset.site.results.small_count), found.group))
    columns = [
        _column("column_service"),
        *(_figures_column(key) for key in ("column_cases", "column_before", "column_done", "column_rejected")),
        *(_figures_column(key) for key in ("column_taken_back", "column_open", "column_late", "column_extended")),
        _figures_column("column_days", 8, least=5),
    ]
    total = [*_line(BULLETIN["total"], found.whole)[:-1], BULLETIN["none"]]  # Days of other promises add up to nothing.
    note = BULLETIN["services_note"] + BULLETIN["timing_note"]
    return {"title": BULLETIN["services"], "note": note, "columns": columns, "rows": lines, "total": total}


def _line(name: str, figure: Figure) -> list[Json]:
    before = BULLETIN["none"] if figure.before is None else str(figure.before.cases)
    return [name, str(figure.now.cases), before, *_outcome_cells(figure.now.outcomes), _days(figure.now)]


def _outcome_cells(outcomes: Outcomes | None) -> tuple[str, ...]:
    if outcomes is None:
        return (BULLETIN["none"],) * 6
    late = outcomes.late + outcomes.overdue
    counts = (outcomes.done, outcomes.rejected, outcomes.withdrawn, outcomes.open, late, outcomes.extended)
    return tuple(map(str, counts))


def _days(tally: Tally) -> str:
    return "\n".join(map(_days_used, tally.days_used)) or BULLETIN["none"]


def _days_used(days: DaysUsed) -> str:
    number = DAY_UNITS[days.unit].format
    used = BULLETIN["used"].format(days=number(number=f"{days.median:g}")) if days.median else BULLETIN["same_day"]
    if days.promised:
        return BULLETIN["days"].format(used=used, promised=number(number=days.promised))
    return used if days.promised is None else BULLETIN["days_at_once"].format(used=used)


def _cases(posted: PostedPeriod, dataset: Dataset, online: bool) -> Json:
    """The listed cases; where they are published if there are more than ``MOST_LISTED``; None if there are none."""
    listed = posted.listed
    if not listed:
        return None
    if len(listed) > MOST_LISTED:
        where = BULLETIN["online"] if online else ""
        note = BULLETIN["too_many"].format(count=len(listed), online=where)
        return {"title": BULLETIN["listed"], "note": note, "columns": [], "rows": [], "total": None}
    year, calendar = posted.period.since.year, calendar_of(dataset.holidays)
    days = max(_width(_short(day, year)) for row in listed for day in (row.accepted, row.due, row.completed) if day)
    dues = [line for row in listed for line in _due(row, dataset, calendar, year).split("\n")]
    due, whole = max(map(_width, dues)), max([days, *(_width(line) for line in dues if line[:1].isdigit())])
    extended = any(row.extension_days for row in listed)
    service = _widest((dataset.service_name(row.service) for row in listed), "service") if extended else None
    receipt = _widest((row.receipt for row in listed), "receipt")
    columns = [
        _column("column_receipt", receipt, least=receipt),
        _column("column_service", service),
        _column("column_applicant", _widest((row.applicant or "" for row in listed), "applicant")),
        _column("column_accepted", days, least=days),
        _column("column_due", max(days, due), least=whole),
        _column("column_completed", days, least=days),
        _column("column_outcome", None if extended else 4),
    ]
    rows: list[Json] = [_case(row, dataset, calendar, year) for row in listed]
    note = BULLETIN["listed_note"]
    return {"title": BULLETIN["listed"], "note": note, "columns": columns, "rows": rows, "total": None}


def _case(row: ResultRow, dataset: Dataset, calendar: Calendar, year: int) -> list[Json]:
    extension = BULLETIN["extension"].format(days=row.extension_days) if row.extension_days else ""
    if extension and row.extension_reason:
        extension += BULLETIN["extension_reason"].format(reason=row.extension_reason)
    return [
        row.receipt,
        dataset.service_name(row.service),
        row.applicant or "",
        _short(row.accepted, year),
        _due(row, dataset, calendar, year),
        _short(row.completed, year) if row.completed else "",
        row.outcome + extension,
    ]


def _due(row: ResultRow, dataset: Dataset, calendar: Calendar, year: int) -> str:
    """The due day before an extension; remarks are on lines of their own, so that the column stays narrow."""
    due = due_days(row, dataset.services.get(row.service), calendar)
    return due_words(due, DUE_DAYS, lambda day: _short(day, year))


def _gone(period: ResultPeriod, today: date) -> Json:
    """The withdrawn cases: receipt number, date and reason of each; None if there are none."""
    gone = [row for row in period.withdrawn_rows if row.on <= today]
    if not gone:
        return None
    receipt = _widest((row.receipt for row in gone), "receipt")
    columns = [
        _column("column_receipt", receipt, least=receipt),
        _column("column_on", 10),
        _column("column_reason"),
    ]
    rows: list[Json] = [[row.receipt, day_words(row.on), row.reason] for row in gone]
    return {"title": BULLETIN["gone"], "note": None, "columns": columns, "rows": rows, "total": None}


def _short(day: date, year: int) -> str:
    """The day without its year where that is the year of the period."""
    return POSTER_WORDS["day"].format(day=day) if day.year != year else POSTER_WORDS["day_of_year"].format(day=day)


def _column(key: str, width: float | None = None, least: float = _LEAST, figures: bool = False) -> Json:
    """A column of words ``width`` characters wide, or of the width that the others leave; on narrow paper ``least``."""
    label = BULLETIN[key]
    needed = max(map(_width, label.split("\n")))
    return {
        "label": label,
        "figures": figures,
        "width": width and max(width, needed),
        "least": max(least, _LEAST),
    }


def _figures_column(key: str, width: float = 2.5, least: float = _LEAST) -> Json:
    return _column(key, width, least, figures=True)


def _widest(words: Iterable[str], key: str) -> float:
    return min(max(map(_width, words)), _WIDEST[key])


def _width(words: str) -> float:
    """The approximate width of ``words`` in Chinese characters; a Latin letter or digit counts two thirds."""
    return round(sum(0.62 if character < "\u0100" else 1 for character in words), 1)


def _subjects(edition: Edition) -> list[Subject]:
    return [
        Subject(SheetKey.main(RecordKey("results", key)), period.posted.period.title)
        for key, period in edition.periods.items()
        if period.figures
    ]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    period = edition.periods[key.record_id]
    assert period.figures is not None, key
    charts = {chart.name: chart for chart in period.charts}
    chosen = [charts[name] for name in CHARTS if name in charts][:MOST_CHARTS]
    pictures = tuple(Picture(chart.title, draw(chart), chart.alt) for chart in chosen)
    url = edition.url(key.page)
    return bulletin_sheet(period.posted, period.figures, edition.dataset, pictures, url, edition.today)


def _places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    return dataset.results[key.record_id].period.hangs_at or (HANGS["results"],)


KIND = Kind("bulletin", LAYOUT, "a3", _subjects, _contents, _places, ("notices",), may_name=True)
