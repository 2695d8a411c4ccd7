"""The search index: what residents can find, and the words of the search box.

Owns the two files that ``search.js`` (site_templates/theme/assets/gongshi) reads and the wording that the script
shows; the matching itself happens in the browser, entry by entry, without an inverted index. Pure: records in, bytes
out. It refuses to decide what is public: notices that were taken down must not be passed in, and neither the text of
a notice nor a row of results ever enters the index.

``index.json``::

    {"kinds": [[kind, folder], ...], "stops": [...], "edges": [leading, trailing], "words": [...],
     "entries": [[kind, title, url, pinyin, summary, window, words, aliases, hidden, note, abolished], ...]}

``kind`` is an index into ``kinds`` and ``url`` the address without that kind's folder; ``window`` (-1: none) and the
list ``words`` are indexes into the table ``words``; ``aliases`` and ``hidden`` are joined by line feeds; ``abolished``
is 1 or absent. Empty values at the end are left out.
``pinyin`` has one line for the title and one for each alias, syllables joined by an apostrophe ("di'bao"): full pinyin
and initials are both read off it. ``homophones.json`` says how every common character is read; the script fetches it
only when the text finds nothing good, to hear wrong characters as the right ones (身分证) and to spell hidden terms.

The page prints ``SEARCH_WORDS`` as JSON in ``<script type="application/json" id="gs-search-words">``, and

- ``<form class="gs-search" action role="search" data-index data-homophones data-base data-limit>`` with an
  ``<input name="q" type="search">``: becomes a combobox. With ``data-live`` it drives the list of results instead.
- ``<div class="gs-results" data-index data-homophones data-base data-phone data-browse data-limit>``: all results of
  ``?q=``; ``data-browse`` is the site-relative address of the list of windows, ``data-limit`` the number of results
  of one kind that are shown at once.
"""

import json
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal

from pypinyin import Style, lazy_pinyin, pinyin

from generator.model import Dataset, Material, Notice, Regulation, Service, Window
from generator.texts.search import STOP_EDGES, STOP_PHRASES

Kind = Literal["service", "regulation", "material", "notice", "page"]

FOLDERS: Final[dict[Kind, str]] = {
    "service": "services/",
    "regulation": "regulations/",
    "material": "materials/",
    "notice": "notices/",
    "page": "",
}
"""Kinds, in the order that breaks a tie between equally good results, and the folder of their addresses."""

SUMMARY_CHARACTERS: Final = 24
"""A suggestion shows one short line; longer summaries are cut."""


@dataclass(frozen=True)
class Entry:
    """One thing that can be found. ``url`` is site-relative; ``words`` find it as well, but rank below its names."""

    kind: Kind
    title: str
    url: str
    aliases: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    summary: str = ""
    note: str = ""
    window: str = ""
    abolished: bool = False

    def __post_init__(self) -> None:
        if not self.url.startswith(FOLDERS[self.kind]):
            raise ValueError(f"{self.kind} outside {FOLDERS[self.kind]}: {self.url}")


def entries(dataset: Dataset, notices: Iterable[Notice] = (), pages: Iterable[Entry] = ()) -> list[Entry]:
    """List services, regulations, materials, ``notices`` (only those still up) and ``pages``, in that order."""
    return [
        *(_service(service, dataset) for service in dataset.services.values()),
        *(_regulation(regulation) for regulation in dataset.regulations.values()),
        *(_material(material) for material in dataset.materials.values()),
        *(_notice(notice) for notice in notices),
        *pages,
    ]


def page(title: str, url: str, aliases: tuple[str, ...] = (), summary: str = "") -> Entry:
    """Make the entry of a page that is not a record: a window's list, the print centre, an article of prose."""
    return Entry("page", title, url, aliases=aliases, summary=_clip(summary))


def index_json(found: Iterable[Entry]) -> bytes:
    """Write the index as compact UTF-8 JSON; equal entries give equal bytes."""
    listed = list(found)
    words = list(dict.fromkeys(word for entry in listed for word in (*filter(None, [entry.window]), *entry.words)))
    numbers = {word: number for number, word in enumerate(words)}
    rows = [_row(entry, numbers) for entry in listed]
    stops = sorted(STOP_PHRASES.split(), key=len, reverse=True)
    return _json({"kinds": list(FOLDERS.items()), "stops": stops, "edges": STOP_EDGES, "words": words, "entries": rows})


def homophones_json() -> bytes:
    """Write how the 6,763 characters of GB 2312 are read, as two tables syllable -> characters: ``first`` has the most
    common reading of each character, ``more`` all its others."""
    first: dict[str, str] = {}
    more: dict[str, str] = {}
    for character in _gb2312():
        readings = dict.fromkeys(pinyin(character, style=Style.NORMAL, heteronym=True)[0])
        for table, syllable in zip([first] + [more] * (len(readings) - 1), readings, strict=True):
            table[syllable] = table.get(syllable, "") + character
    return _json({"first": dict(sorted(first.items())), "more": dict(sorted(more.items()))})


def syllables(text: str) -> str:
    """Toneless pinyin in the reading of the phrase, joined by apostrophes; letters and digits stand for themselves."""
    folded = unicodedata.normalize("NFKC", text).lower()
    joined = "'".join(lazy_pinyin(folded, style=Style.NORMAL, errors="'".join))
    return "'".join(part for part in joined.split("'") if part.isalnum())


def _service(service: Service, dataset: Dataset) -> Entry:
    window = dataset.window(service.window)
    return Entry(
        "service",
        service.name,
        f"services/{service.id}/",
        aliases=service.aliases,
        hidden=service.hidden_terms,
        words=(*_window_words(window), *service.life_events),
        summary=_clip(service.summary or ""),
        note=_status_note(service, dataset),
        window=window.name if window else "",
        abolished=service.status.ended,
    )


def _window_words(window: Window | None) -> tuple[str, ...]:
    return (window.name, *window.aliases) if window else ()


def _status_note(service: Service, dataset: Dataset) -> str:
    notes = {"在办": "", "暂停": "暂停办理", "取消": "已取消", "更名": "已更名"}
    note = notes[service.status.state]
    successor = dataset.services.get(service.status.successor or "")
    return f"{note}，现办{successor.name}" if note and successor else note


def _regulation(regulation: Regulation) -> Entry:
    articles = [article for chapter in regulation.chapters for article in chapter.articles] + list(regulation.articles)
    headings = (*(chapter.title for chapter in regulation.chapters), *(article.heading for article in articles))
    first = articles[0].text if articles else ""
    return Entry(
        "regulation",
        regulation.title,
        f"regulations/{regulation.id}/",
        aliases=(regulation.wall,) if regulation.wall and regulation.wall not in regulation.title else (),
        words=tuple(dict.fromkeys(filter(None, headings))),
        summary=_clip(regulation.preamble or first),
        note={"现行": "", "试行": "试行", "废止": "已废止"}[regulation.status],
        abolished=regulation.repealed,
    )


def _material(material: Material) -> Entry:
    summary = _clip(material.what or material.issuer or "")
    return Entry("material", material.name, f"materials/{material.id}/", aliases=material.aliases, summary=summary)


def _notice(notice: Notice) -> Entry:
    """Only title and dates: a copy of the index outlives the notice, so the notice's text stays out of it."""
    return Entry(
        "notice",
        notice.title,
        f"notices/{notice.id}/",
        words=(notice.kind,),
        summary=f"{notice.kind} {notice.since.isoformat()} 至 {notice.until.isoformat()}",
    )


def _clip(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SUMMARY_CHARACTERS else line[: SUMMARY_CHARACTERS - 1] + "…"


def _row(entry: Entry, numbers: dict[str, int]) -> list[object]:
    shown = replace(entry, words=tuple(word for word in entry.words if word != entry.window))
    row: list[object] = [
        list(FOLDERS).index(entry.kind),
        entry.title,
        entry.url.removeprefix(FOLDERS[entry.kind]),
        "\n".join(syllables(name) for name in (entry.title, *entry.aliases)),
        entry.summary,
        numbers[entry.window] if entry.window else -1,
        [numbers[word] for word in shown.words],
        "\n".join(entry.aliases),
        "\n".join(entry.hidden),
        entry.note,
        1 if entry.abolished else "",
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
