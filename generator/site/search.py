"""The entries of the search: what can be found, under which names. ``search_parts`` writes them for the browser.

Does not decide what is public: callers must not pass notices that were taken down. The rows of results are never in the
index, and of a notice that may name people only its title is.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

from generator.facts.articles import outline
from generator.model import Bundle, Dataset, Material, Notice, Regulation, Service, Window
from generator.texts.guide import GUIDE
from generator.texts.regulation import REGULATION
from generator.texts.search import NOTICE_SUMMARY, SUCCESSOR_NOTE

EntryKind = Literal["service", "bundle", "regulation", "material", "notice", "window", "result", "disclosure", "page"]

ENTRY_FOLDERS: Final[dict[EntryKind, str]] = {
    "service": "services/",
    "bundle": "bundles/",
    "regulation": "regulations/",
    "material": "materials/",
    "notice": "notices/",
    "window": "windows/",
    "result": "results/",
    "disclosure": "disclosures/",
    "page": "",
}
"""Kind -> the folder of its addresses; the order of kinds decides between equally good results."""

SUMMARY_CHARACTERS: Final = 24
"""A suggestion shows one short line; longer summaries are cut."""


@dataclass(frozen=True)
class SearchEntry:
    """One search result. ``url`` is site-relative; a match in ``words`` ranks below one in title or aliases."""

    kind: EntryKind
    title: str
    url: str
    aliases: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    summary: str = ""
    note: str = ""
    window: str = ""
    abolished: bool = False
    codes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.url.startswith(ENTRY_FOLDERS[self.kind]):
            raise ValueError(f"{self.kind} outside {ENTRY_FOLDERS[self.kind]}: {self.url}")


def entries(dataset: Dataset, notices: Iterable[Notice] = (), pages: Iterable[SearchEntry] = ()) -> list[SearchEntry]:
    """List services, bundles, regulations, materials, ``notices`` (only those still up), ``pages``, in that order."""
    return [
        *(_service(service, dataset) for service in dataset.services.values()),
        *(_bundle(bundle) for bundle in dataset.bundles.values()),
        *(_regulation(regulation) for regulation in dataset.regulations.values()),
        *(_material(material) for material in dataset.materials.values()),
        *(_notice(notice) for notice in notices),
        *pages,
    ]


def page_entry(
    title: str, url: str, aliases: tuple[str, ...] = (), summary: str = "", kind: EntryKind = "page"
) -> SearchEntry:
    """The entry of a page that is known by its title: a period of results, the print centre, a page of prose."""
    return SearchEntry(kind, title, url, aliases=aliases, summary=_clip(summary))


def _service(service: Service, dataset: Dataset) -> SearchEntry:
    window = dataset.window(service.window)
    return SearchEntry(
        "service",
        service.name,
        f"services/{service.id}/",
        aliases=service.aliases,
        hidden=service.hidden_terms,
        words=(*_window_words(window), *service.life_events, *(channel.name for channel in service.online)),
        summary=_clip(service.summary or ""),
        note=_status_note(service, dataset),
        window=window.name if window else "",
        abolished=service.status.ended,
        codes=service.item_codes.known if service.item_codes else (),
    )


def _bundle(bundle: Bundle) -> SearchEntry:
    return SearchEntry(
        "bundle",
        bundle.name,
        f"bundles/{bundle.id}/",
        aliases=bundle.aliases,
        words=(bundle.life_event,) if bundle.life_event else (),
        summary=_clip(bundle.summary or ""),
    )


def _window_words(window: Window | None) -> tuple[str, ...]:
    return (window.name, *window.aliases) if window else ()


def _status_note(service: Service, dataset: Dataset) -> str:
    if service.status.state == "在办":
        return ""
    note = GUIDE[f"status_{service.status.state}"]
    successor = dataset.services.get(service.status.successor or "")
    return SUCCESSOR_NOTE.format(note=note, name=successor.name) if successor else note


def _regulation(regulation: Regulation) -> SearchEntry:
    lines = outline(regulation)
    titles = (line.text for line in lines if line.is_heading)
    headings = (*titles, *(line.heading for line in lines))
    first = next((line.text for line in lines if line.level == "article"), "")
    return SearchEntry(
        "regulation",
        regulation.title,
        f"regulations/{regulation.id}/",
        aliases=(regulation.wall,) if regulation.wall and regulation.wall not in regulation.title else (),
        words=tuple(dict.fromkeys(filter(None, headings))),
        summary=_clip(regulation.preamble or first),
        note={"现行": "", "试行": "试行", "废止": REGULATION["repealed"]}[regulation.status],
        abolished=regulation.repealed,
    )


def _material(material: Material) -> SearchEntry:
    summary = _clip(material.what or material.issuer or "")
    return SearchEntry(
        "material", material.name, f"materials/{material.id}/", aliases=material.aliases, summary=summary
    )


def _notice(notice: Notice) -> SearchEntry:
    """Only title and dates, without the text, since copies of the index outlast the notice."""
    return SearchEntry(
        "notice",
        notice.title,
        f"notices/{notice.id}/",
        words=(notice.kind,),
        summary=NOTICE_SUMMARY.format(kind=notice.kind, since=notice.since, until=notice.until),
    )


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY_CHARACTERS else line[: SUMMARY_CHARACTERS - 1] + "…"
