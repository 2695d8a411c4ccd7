"""Makes the contexts of pages that list records: home, services by heading, materials, regulations, notices."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from generator.facts.closures import closure_lines
from generator.facts.disclosures import is_shown
from generator.facts.hours_words import hall_hours
from generator.facts.services import GONE, Link, NoticePhase, limit_words, notice_phase
from generator.model import Dataset, Regulation, Service
from generator.model.posting import Notice
from generator.site import addresses
from generator.site.contexts import (
    Group,
    HomePage,
    MaterialLink,
    MaterialsPage,
    RegulationsPage,
    ServiceLink,
    ServicesPage,
    SiteMapPage,
    WallRow,
    WindowTile,
)
from generator.site.initials import OTHERS, by_initial, initial_anchor
from generator.site.posting_contexts import NoticeLink, NoticesPage
from generator.site.result_contexts import (
    PeriodLink,
)
from generator.texts.guide import GUIDE
from generator.texts.pages import WORDS

RELATED = 4
"""So many other services are named on the page of one."""


def service_link(service: Service) -> ServiceLink:
    """How a service appears in a list."""
    state = service.status.state
    promised = limit_words(service.time_limits.promised) if service.time_limits else None
    return ServiceLink(
        id=service.id,
        name=service.name,
        summary=service.summary,
        note=None if state == "在办" else GUIDE[f"status_{state}"],
        promise=GUIDE["readings"].join(promised.readings) if promised and state == "在办" else None,
    )


@lru_cache(maxsize=2)
def service_links(dataset: Dataset) -> dict[str, ServiceLink]:
    """Mapping service id -> its link; most pages list some of them."""
    return {service.id: service_link(service) for service in dataset.services.values()}


@lru_cache(maxsize=2)
def related_services(dataset: Dataset) -> dict[str, tuple[Link, ...]]:
    """Mapping service id -> current services of the same event in life, else of the same window.

    Each group is a ring and a service has those that follow it, so that every service is named by some others.
    """
    found: dict[str, tuple[Link, ...]] = dict.fromkeys(dataset.services, ())
    groups: dict[str, list[Service]] = {}
    for service in _current(dataset):
        groups.setdefault(next(iter(service.life_events), service.window or ""), []).append(service)
    for members in groups.values():
        for at, service in enumerate(members):
            others = [*members[at + 1 :], *members[:at]][:RELATED]
            found[service.id] = tuple(Link(other.id, other.name) for other in others)
    return found


def home(dataset: Dataset, today: date, periods: Sequence[PeriodLink]) -> HomePage:
    """The home page; ``periods`` newest first."""
    counts = Counter(window.id for service in _current(dataset) if (window := dataset.window(service.window)))
    links = service_links(dataset)
    return HomePage(
        site=dataset.site,
        hours=hall_hours(dataset.site.hall),
        closures=closure_lines(dataset, today),
        most_used=tuple(links[i] for i in dataset.site.most_used if i in links),
        windows=tuple(WindowTile(window, counts[window.id]) for window in dataset.windows),
        events=_by_event(dataset),
        bundles=tuple(Link(bundle.id, bundle.name) for bundle in dataset.bundles.values()),
        notices=tuple(notice_link(n) for n in _notices(dataset) if notice_phase(n, today) == "in_force"),
        periods=tuple(period for period in periods if period.phase == "shown")[:3],
    )


@lru_cache(maxsize=4)
def services(dataset: Dataset, view: str) -> ServicesPage:
    """All services; ``view`` is the address of one of the four arrangements."""
    arrangements: dict[str, Callable[[Dataset], tuple[Group, ...]]] = {
        addresses.SERVICES: by_window,
        addresses.BY_AUDIENCE: _by_audience,
        addresses.BY_EVENT: _by_event,
        addresses.BY_INITIAL: _by_initial,
    }
    former = tuple(service_links(dataset)[s.id] for s in dataset.services.values() if s.status.ended)
    return ServicesPage(view, arrangements[view](dataset), former)


def by_window(dataset: Dataset) -> tuple[Group, ...]:
    """Current services under their windows; those without a known window come last."""
    groups = [
        _group(
            dataset,
            window.name,
            window.id,
            addresses.page(addresses.WINDOWS, window.id),
            _of_window(dataset, window.id),
        )
        for window in dataset.windows
    ]
    homeless = [service for service in _current(dataset) if dataset.window(service.window) is None]
    if homeless:
        groups.append(_group(dataset, WORDS["unknown"], "unknown", None, homeless))
    return tuple(groups)


def window_services(dataset: Dataset, window_id: str) -> tuple[ServiceLink, ...]:
    """The current services of one window."""
    return tuple(service_links(dataset)[service.id] for service in _of_window(dataset, window_id))


def materials(dataset: Dataset) -> MaterialsPage:
    """The catalogue of materials, those that most services need first."""
    counts = Counter(
        key for service in _current(dataset) for key in {m.material for m in service.materials if m.material}
    )
    links = [MaterialLink(material, counts[material.id]) for material in dataset.materials.values()]
    return MaterialsPage(tuple(sorted(links, key=lambda link: -link.count)))


def regulations(dataset: Dataset, incomplete: frozenset[str]) -> RegulationsPage:
    """The regulations; ``incomplete`` holds the ids of those with gaps."""
    topics = dataset.site.wall_topics
    current = [regulation for regulation in dataset.regulations.values() if not regulation.repealed]
    posted = {regulation.wall: regulation for regulation in current if regulation.wall}
    return RegulationsPage(
        wall=tuple(_wall_row(topic, posted.get(topic), incomplete) for topic in topics),
        others=tuple(regulation for regulation in current if regulation.wall not in topics),
        repealed=tuple(regulation for regulation in dataset.regulations.values() if regulation.repealed),
    )


def notices(dataset: Dataset, today: date) -> NoticesPage:
    """Notices by phase; those withdrawn or taken down are listed together, by title."""
    phased = [(notice_phase(notice, today), notice_link(notice)) for notice in _notices(dataset)]
    headings: dict[str, tuple[NoticePhase, ...]] = {
        "in_force": ("in_force",),
        "upcoming": ("upcoming",),
        "past": ("past",),
        "taken_down": GONE,
    }
    return NoticesPage(
        tuple((heading, tuple(n for p, n in phased if p in phases)) for heading, phases in headings.items()),
        _disclosures(dataset, today),
    )


def _disclosures(dataset: Dataset, today: date) -> tuple[NoticeLink, ...]:
    """Those that are not taken down, newest first."""
    records = sorted(
        (disclosed.record for disclosed in dataset.disclosures.values()),
        key=lambda record: (record.posted_from, record.id),
        reverse=True,
    )
    return tuple(
        NoticeLink(one.id, one.title, one.kind, one.posted_from, one.posted_until)
        for one in records
        if is_shown(one, today)
    )


def notice_link(notice: Notice) -> NoticeLink:
    """How a notice appears in a list."""
    return NoticeLink(notice.id, notice.title, notice.kind, notice.since, notice.until)


def _current(dataset: Dataset) -> list[Service]:
    return [service for service in dataset.services.values() if not service.status.ended]


def _of_window(dataset: Dataset, window_id: str) -> list[Service]:
    return _by_window_id(dataset).get(window_id, [])


@lru_cache(maxsize=2)
def _by_window_id(dataset: Dataset) -> dict[str, list[Service]]:
    found: dict[str, list[Service]] = {}
    for service in _current(dataset):
        if window := dataset.window(service.window):
            found.setdefault(window.id, []).append(service)
    return found


def _by_audience(dataset: Dataset) -> tuple[Group, ...]:
    current = _current(dataset)
    groups = (
        _group(dataset, audience, f"audience-{number}", None, (s for s in current if audience in s.audience))
        for number, audience in enumerate(dataset.site.audiences, 1)
    )
    return tuple(group for group in groups if group.services)


def _by_event(dataset: Dataset) -> tuple[Group, ...]:
    current = _current(dataset)
    groups = (
        replace(
            _group(dataset, event, f"event-{number}", None, (s for s in current if event in s.life_events)),
            bundles=tuple(Link(b.id, b.name) for b in dataset.bundles.values() if b.life_event == event),
        )
        for number, event in enumerate(dataset.site.life_events, 1)
    )
    return tuple(group for group in groups if group.services or group.bundles)


def _by_initial(dataset: Dataset) -> tuple[Group, ...]:
    return tuple(
        _group(dataset, WORDS["no_initial"] if letter == OTHERS else letter, initial_anchor(letter), None, members)
        for letter, members in by_initial(_current(dataset)).items()
    )


def _group(dataset: Dataset, title: str, anchor: str, url: str | None, members: Iterable[Service]) -> Group:
    return Group(title, anchor, url, tuple(service_links(dataset)[service.id] for service in members))


def _wall_row(topic: str, regulation: Regulation | None, incomplete: frozenset[str]) -> WallRow:
    if regulation is None:
        return WallRow(topic, None, True)
    return WallRow(topic, Link(regulation.id, regulation.title), regulation.id in incomplete)


def site_map(dataset: Dataset, today: date) -> SiteMapPage:
    """Every list but home, the search and what a device keeps; and the records that are few."""
    below = {
        addresses.SERVICES: _named(addresses.WINDOWS, ((window.id, window.name) for window in dataset.windows))
        + _named(addresses.BUNDLES, ((bundle.id, bundle.name) for bundle in dataset.bundles.values())),
        addresses.REGULATIONS: _named(
            addresses.REGULATIONS, ((one.id, one.title) for one in dataset.regulations.values())
        ),
        addresses.NOTICES: _named(
            addresses.NOTICES,
            ((one.id, one.title) for one in _notices(dataset) if notice_phase(one, today) not in GONE),
        ),
    }
    left_out = (addresses.HOME, addresses.SEARCH, addresses.SITE_MAP, addresses.OFFLINE)
    listed = (address for address in addresses.LISTS if address not in left_out)
    return SiteMapPage(
        tuple((address, WORDS[addresses.LIST_TITLES[address]], below.get(address, ())) for address in listed)
    )


def _named(kind: str, records: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((addresses.page(kind, record_id), name) for record_id, name in records)


def _notices(dataset: Dataset) -> list[Notice]:
    return sorted(dataset.notices.values(), key=lambda notice: (notice.since, notice.id), reverse=True)
