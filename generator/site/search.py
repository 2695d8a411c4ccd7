"""The search index: makes the two files that ``search.js`` (site_templates/theme/assets/gongshi) reads.

The script compares the query with each entry in the browser; there is no inverted index. Does not decide what is
public: callers must not pass notices that were taken down. The text of notices and the rows of results are never in
the index.

``index.json``::

    {"kinds": [[kind, folder], ...], "stops": [...], "edges": [leading, trailing], "words": [...],
     "entries": [[kind, title, url, pinyin, summary, window, words, aliases, hidden, note, abolished,
                 codes], ...]}

``kind`` is an index into ``kinds`` and ``url`` the address without that kind's folder; ``window`` (-1: none) and the
list ``words`` are indexes into the table ``words``; ``aliases``, ``hidden`` and ``codes`` are joined by line feeds;
``abolished`` is 1 or absent. An entry is found by a code that is typed whole, or by its beginning. Empty values at the
end are left out.
``pinyin`` has one line for the title and one for each alias, syllables joined by an apostrophe ("di'bao"): it gives
full pinyin and initials. ``homophones.json`` has the readings of every common character; the script loads it only when
the text finds nothing good, to match wrong characters that sound the same (身分证) and to spell hidden terms.

The page prints ``SEARCH_WORDS`` as JSON in ``<script type="application/json" id="gs-search-words">``, and

- ``<form class="gs-search" action role="search" data-index data-homophones data-base data-limit>`` with an
  ``<input name="q" type="search">``: becomes a combobox. With ``data-live`` it drives the list of results instead.
- ``<div class="gs-results" data-index data-homophones data-base data-phone data-dial data-browse data-limit>``: all
  results of ``?q=``; ``data-dial`` is what a link to ``data-phone`` dials, ``data-browse`` the site-relative address of
  the list of windows, ``data-limit`` the number of results of one kind that are shown at once.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, replace
from typing import Final, Literal

from generator.facts.articles import outline
from generator.facts.pinyin import readings, syllables
from generator.model import Dataset, Material, Notice, Regulation, Service, Window
from generator.texts.guide import GUIDE
from generator.texts.regulation import REGULATION
from generator.texts.search import NOTICE_SUMMARY, STOP_EDGES, STOP_PHRASES, SUCCESSOR_NOTE

EntryKind = Literal["service", "regulation", "material", "notice", "page"]

ENTRY_FOLDERS: Final[dict[EntryKind, str]] = {
    "service": "services/",
    "regulation": "regulations/",
    "material": "materials/",
    "notice": "notices/",
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
    """List services, regulations, materials, ``notices`` (only those still up) and ``pages``, in that order."""
    return [
        *(_service(service, dataset) for service in dataset.services.values()),
        *(_regulation(regulation) for regulation in dataset.regulations.values()),
        *(_material(material) for material in dataset.materials.values()),
        *(_notice(notice) for notice in notices),
        *pages,
    ]


def page_entry(title: str, url: str, aliases: tuple[str, ...] = (), summary: str = "") -> SearchEntry:
    """The entry of a page that is no record of its own kind: a window, the print centre, a page of prose."""
    return SearchEntry("page", title, url, aliases=aliases, summary=_clip(summary))


def index_json(found: Iterable[SearchEntry], spelled: Mapping[str, str] | None = None) -> bytes:
    """Write the index as compact UTF-8 JSON; equal entries give equal bytes.

    ``spelled`` maps names to their ``syllables``; missing ones are computed.
    """
    spelled = dict(spelled or {})
    listed = list(found)
    words = list(dict.fromkeys(word for entry in listed for word in (*filter(None, [entry.window]), *entry.words)))
    numbers = {word: number for number, word in enumerate(words)}
    rows = [_row(entry, numbers, spelled) for entry in listed]
    stops = sorted(STOP_PHRASES.split(), key=len, reverse=True)
    return _json(
        {"kinds": list(ENTRY_FOLDERS.items()), "stops": stops, "edges": STOP_EDGES, "words": words, "entries": rows}
    )


def spelled_names(index: bytes) -> dict[str, str]:
    """Mapping name -> its ``syllables``, of every name in an index."""
    names: dict[str, str] = {}
    for _, title, _, *more in json.loads(index)["entries"]:
        pinyin, aliases = (more[0] if more else ""), (more[4] if len(more) > 4 else "")
        names |= zip((title, *filter(None, aliases.split("\n"))), pinyin.split("\n"), strict=True)
    return names


def homophones_json() -> bytes:
    """The readings of the 6,763 characters of GB 2312 as two tables syllable -> characters.

    ``first`` has the most common reading of each character, ``more`` all its others.
    """
    first: dict[str, str] = {}
    more: dict[str, str] = {}
    for character, sounds in readings(_gb2312()):
        for table, syllable in zip([first] + [more] * (len(sounds) - 1), sounds, strict=True):
            table[syllable] = table.get(syllable, "") + character
    return _json({"first": dict(sorted(first.items())), "more": dict(sorted(more.items()))})


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


def _row(entry: SearchEntry, numbers: dict[str, int], spelled: MutableMapping[str, str]) -> list[object]:
    names = (entry.title, *entry.aliases)
    spelled.update((name, syllables(name)) for name in names if name not in spelled)
    shown = replace(entry, words=tuple(word for word in entry.words if word != entry.window))
    row: list[object] = [
        list(ENTRY_FOLDERS).index(entry.kind),
        entry.title,
        entry.url.removeprefix(ENTRY_FOLDERS[entry.kind]),
        "\n".join(spelled[name] for name in names),
        entry.summary,
        numbers[entry.window] if entry.window else -1,
        [numbers[word] for word in shown.words],
        "\n".join(entry.aliases),
        "\n".join(entry.hidden),
        entry.note,
        1 if entry.abolished else "",
        "\n".join(entry.codes),
    ]
    while row[-1] in ("", -1, []):
        row.pop()
    return row


def _gb2312() -> Iterator[str]:
    """Characters of levels 1 and 2, rows 16 to 87."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
