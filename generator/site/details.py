"""Makes the contexts of pages that show one record: a service, window, material, regulation or notice."""

from collections.abc import Sequence
from datetime import date

from generator.documents.bundle import bundle_guide
from generator.documents.guide import guide_of
from generator.documents.missing import missing
from generator.documents.regulation import regulation_text
from generator.facts.bundles import bundle_facts
from generator.facts.changes import change_lines
from generator.facts.closures import ClosureLine, closure_lines
from generator.facts.deadline_table import limit_tables
from generator.facts.disclosures import disclosure_phase, figure_columns, is_shown, total_row
from generator.facts.hours_words import window_hours
from generator.facts.qr_code import code_lines
from generator.facts.services import GONE, Link, ServiceFacts, last_day, notice_phase, service_facts
from generator.facts.versions import announced
from generator.model import (
    Bundle,
    Dataset,
    Disclosed,
    DisclosedTable,
    Material,
    RecordKey,
    Regulation,
    Service,
    Site,
    Window,
)
from generator.model.posting import Notice
from generator.site import addresses
from generator.site.contexts import (
    BundlePage,
    MaterialPage,
    RegulationPage,
    ServicePage,
    WindowPage,
)
from generator.site.edition import Edition
from generator.site.handed import compact
from generator.site.lists import related_services, service_links, window_services
from generator.site.poster_cards import PosterCard
from generator.site.posting_contexts import DisclosurePage, NoticePage
from generator.site.visits import service_table


def service(
    record: Service, edition: Edition, incomplete: bool, poster: PosterCard | None, version: str | None
) -> ServicePage:
    """A service's page."""
    dataset, address = edition.dataset, edition.url(f"{addresses.SERVICES}{record.id}/")
    facts, site = service_facts(record, dataset), dataset.site
    document = guide_of(record, dataset)
    return ServicePage(
        document,
        missing(document),
        announced(record, edition.today),
        service_closures(record, dataset, edition.today),
        site.feedback,
        facts.window.number if facts.window else None,
        _needed_in(facts),
        related_services(dataset)[record.id],
        site.hall,
        site.supervision,
        address,
        code_lines(address) if address else None,
        service_table(record, dataset, edition.today) if facts.offered else None,
        compact(limits) if (limits := limit_tables(record)) else None,
        incomplete,
        poster,
        version,
        change_lines(record, edition.edits.get(RecordKey("services", record.id), ()), edition.today),
    )


def _needed_in(facts: ServiceFacts) -> tuple[tuple[int, ...], ...]:
    """For each material the numbers of the situations that need it; one that names no material needs all of them."""
    named = [{number for number, _ in situation.materials} for situation in facts.situations]
    return tuple(
        tuple(at for at, numbers in enumerate(named, 1) if not numbers or number in numbers)
        for number in range(1, len(facts.materials) + 1)
    )


def service_closures(record: Service, dataset: Dataset, today: date) -> tuple[ClosureLine, ...]:
    """The closures that keep residents from applying for a service: those of the hall and of its window."""
    window = dataset.window(record.window)
    return closure_lines(dataset, today, window.id if window else "") if not record.status.ended else ()


def window(record: Window, dataset: Dataset, today: date) -> WindowPage:
    """A window's page."""
    hall = dataset.site.hall
    return WindowPage(
        record,
        hall,
        window_hours(record, hall),
        closure_lines(dataset, today, record.id),
        dataset.duties(record),
        window_services(dataset, record.id),
        bool(record.rating or dataset.site.rating),
    )


def material(record: Material, users: Sequence[str], dataset: Dataset) -> MaterialPage:
    """A material's page; ``users`` are the ids of the services that need it."""
    return MaterialPage(record, tuple(service_links(dataset)[item] for item in users))


def material_users(dataset: Dataset) -> dict[str, list[str]]:
    """Mapping material id -> ids of the services that need it, sorted."""
    users: dict[str, list[str]] = {material_id: [] for material_id in dataset.materials}
    for item in dataset.services.values():
        for material_id in dict.fromkeys(m.material for m in item.materials if m.material):
            users[material_id].append(item.id)
    return users


def regulation(
    record: Regulation, edition: Edition, incomplete: bool, poster: PosterCard | None, version: str | None
) -> RegulationPage:
    """A regulation's page with its history."""
    changes = change_lines(record, edition.edits.get(RecordKey("regulations", record.id), ()), edition.today)
    history = _history(record, edition.dataset)
    return RegulationPage(regulation_text(record), history, incomplete, poster, version, changes)


def notice(record: Notice, dataset: Dataset, today: date, poster: PosterCard | None, version: str | None) -> NoticePage:
    """A notice's page; one that is no longer posted has only title, dates and the reason."""
    phase = notice_phase(record, today)
    if phase in GONE:
        kept = {name: getattr(record, name) for name in ("id", "title", "kind", "since", "until", "withdrawn")}
        record, related = Notice.model_validate({**kept, "take_down": last_day(record)}), None
    else:
        related = dataset.services.get(record.service or "")
    return NoticePage(
        record,
        phase,
        Link(related.id, related.name) if related else None,
        record.issuer or dataset.site.organisation,
        record.issued or record.since,
        poster,
        version,
    )


def disclosure(
    disclosed: Disclosed, site: Site, today: date, poster: PosterCard | None, version: str | None
) -> DisclosurePage:
    """The page of a disclosure; one that is no longer posted has only title, period, days and the reason."""
    record, table = disclosed.record, disclosed.table
    if not is_shown(record, today):
        kept = record.model_copy(update=dict.fromkeys(("prepared_by", "reviewed_by", "notes", "unit")))
        record, table = kept, DisclosedTable()
    return DisclosurePage(
        record,
        disclosure_phase(record, today),
        record.issuer or site.organisation,
        table,
        addresses.disclosure_table(record.id) if table.rows else None,
        figure_columns(table),
        total_row(table) is not None,
        poster,
        version,
    )


def bundle(record: Bundle, edition: Edition, poster: PosterCard | None, version: str | None) -> BundlePage:
    """A bundle's page."""
    changes = change_lines(record, edition.edits.get(RecordKey("bundles", record.id), ()), edition.today)
    return BundlePage(bundle_guide(record, bundle_facts(record, edition.dataset)), poster, version, changes)


def _history(record: Regulation, dataset: Dataset) -> tuple[Regulation, ...]:
    """All versions of ``record``, itself included, newest first; empty if there is no other version."""
    newer = {item.supersedes: item for item in dataset.regulations.values() if item.supersedes}
    chain = [record]
    while (found := newer.get(chain[0].id)) and found not in chain:
        chain.insert(0, found)
    while (older := dataset.regulations.get(chain[-1].supersedes or "")) and older not in chain:
        chain.append(older)
    return tuple(chain) if len(chain) > 1 else ()
