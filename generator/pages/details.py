"""Contexts of the pages that show one record."""

from collections.abc import Iterable, Sequence
from datetime import date

from generator.derive import Link, notice_phase, regulation_version, service_facts, service_version, shows_case
from generator.model import Dataset, Material, Regulation, ResultRow, Results, Service, Window
from generator.model.posting import Notice
from generator.outline import outline
from generator.pages.contexts import (
    Figures,
    MaterialPage,
    NoticePage,
    PeriodPage,
    PosterCard,
    RegulationPage,
    ServicePage,
    WindowPage,
)
from generator.pages.lists import service_links, window_services
from generator.texts.residents import WORDS


def service(record: Service, dataset: Dataset, incomplete: bool, poster: PosterCard | None) -> ServicePage:
    """A service's page."""
    facts = service_facts(record, dataset)
    return ServicePage(record, facts, service_version(record, facts), incomplete, poster)


def window(record: Window, dataset: Dataset) -> WindowPage:
    """A window's page."""
    duties = tuple(
        duty for functions in dataset.functions if dataset.window(functions.name) == record for duty in functions.duties
    )
    return WindowPage(record, dataset.site.hall, duties, window_services(dataset, record.id))


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


def regulation(record: Regulation, dataset: Dataset, incomplete: bool, poster: PosterCard | None) -> RegulationPage:
    """A regulation's page with its history."""
    return RegulationPage(
        record, outline(record), regulation_version(record), _history(record, dataset), incomplete, poster
    )


def notice(record: Notice, dataset: Dataset, today: date) -> NoticePage:
    """A notice's page."""
    related = dataset.services.get(record.service or "")
    return NoticePage(record, notice_phase(record, today), Link(related.id, related.name) if related else None)


def period(results: Results, dataset: Dataset) -> PeriodPage:
    """A period's page: every service is counted, single cases appear only where their policy allows it."""
    rows = [entry.row for entry in results.entries]
    by_service: dict[str, list[ResultRow]] = {}
    for row in rows:
        by_service.setdefault(row.service, []).append(row)
    names = {key: dataset.services[key].name if key in dataset.services else key for key in by_service}
    return PeriodPage(
        period=results.period,
        figures=tuple(_figures(key, names[key], by_service[key]) for key in sorted(by_service)),
        total=_figures(None, WORDS["total"], rows),
        cases=tuple((names[row.service], row) for row in rows if shows_case(row, dataset)),
    )


def _figures(record_id: str | None, name: str, rows: Iterable[ResultRow]) -> Figures:
    listed = list(rows)
    outcomes = [row.outcome for row in listed]
    return Figures(
        id=record_id,
        name=name,
        accepted=len(listed),
        done=outcomes.count("办结"),
        rejected=outcomes.count("不予批准"),
        withdrawn=outcomes.count("撤回"),
        open=outcomes.count("在办"),
        extended=sum(row.extension_days is not None for row in listed),
    )


def _history(record: Regulation, dataset: Dataset) -> tuple[Regulation, ...]:
    """The chain of versions that ``record`` belongs to, newest first; alone in it, the chain is empty."""
    newer = {item.supersedes: item for item in dataset.regulations.values() if item.supersedes}
    chain = [record]
    while (found := newer.get(chain[0].id)) and found not in chain:
        chain.insert(0, found)
    while (older := dataset.regulations.get(chain[-1].supersedes or "")) and older not in chain:
        chain.append(older)
    return tuple(chain) if len(chain) > 1 else ()
