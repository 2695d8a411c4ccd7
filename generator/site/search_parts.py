"""The files of the search, which ``matcher.js`` and ``search.js`` (site_templates/theme/assets/gongshi) read.

Each is a script that hands its data over, so that a page opened from a folder (file://) can load it as well::

    gongshi.data("names", {...})

``names`` is loaded when somebody goes to a search box, the others when a query needs them:

- ``names``: ``{"kinds": [[kind, folder], ...], "words": [...], "sounds": {syllable: characters}, "others": the same,
  "stops", "edges", "hallWords": asking words, "synonyms": [[words, means], ...], "intents": [[card, words], ...],
  "offices": [[words, who], ...], "vague": cards shown for nothing else, "kindWords": [[kind, words], ...],
  "hall": {"windows": [...], "cards": {...}}, "used": [entry, ...], "codes": whether there are any, "say": {...},
  "open": words for what is open now,
  "entries": [kinds, titles, urls, spelt, summaries, windows, words, aliases, hidden, notes, abolished]}``.
  Each column of the entries has a line for each of them, and tabs between several values. A kind is an index into
  ``kinds``, an address lacks that kind's folder; windows and words are indexes into the table ``words``. A name is
  spelled with ``sounds``, hidden terms with ``others`` as well; ``spelt`` has a value for the title and for each alias,
  empty unless its spelling is another: syllables joined by apostrophes.
- ``sounds``: the reading of every common character, for wrong characters that sound the same, and Traditional
  characters, each followed by the Simplified one.
- ``codes``: ``[[entry, codes joined by line feeds], ...]``.
- ``texts`` and others: what the pages say; see ``search_texts``.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import Final

from generator.facts.pinyin import readings, syllables
from generator.facts.simplified import traditional_of
from generator.site.handed import handed, in_letters
from generator.site.search import ENTRY_FOLDERS, SearchEntry
from generator.site.search_hall import HallFacts
from generator.texts.errand import ERRAND
from generator.texts.search import SEARCH_WORDS
from generator.texts.search_words import (
    HALL_WORDS,
    INTENTS,
    KIND_WORDS,
    OFFICES,
    STOP_EDGES,
    STOP_PHRASES,
    VAGUE_INTENTS,
)
from generator.texts.synonyms import Synonym, shipped_synonyms

_OPEN_WORDS: Final = ("now", "pause", "later", "off", "today", "tomorrow", "week", "day")

_NOT_READ: Final = re.compile("[^0-9A-Za-z\u3400-\u9fff]+")
_PLAIN: Final = re.compile("[\0-\x7f\u4e00-\u9fff，。、；：？！（）《》“”‘’]*+")
"""Texts that are read as they stand: nothing in them has another form, but signs that are not read anyway."""

SUMMARIES_UP_TO: Final = 1_000
"""Of more entries the summaries are left out of the names: they would be most of what a phone has to load."""


def names_part(
    found: Sequence[SearchEntry],
    hall: HallFacts,
    synonyms: Iterable[Synonym] = (),
    spelled: Mapping[str, str] | None = None,
    say: Mapping[str, str] = SEARCH_WORDS,
) -> bytes:
    """The first part. ``spelled`` maps names to their ``syllables``; missing ones are computed.

    ``synonyms`` of the hall come before the shipped ones. ``say`` are the words that the box shows.
    """
    known = dict(spelled or {})
    names = [name for entry in found for name in (entry.title, *entry.aliases)]
    known.update((name, syllables(name)) for name in dict.fromkeys(names) if name not in known)
    words = list(dict.fromkeys(word for entry in found for word in (*filter(None, [entry.window]), *entry.words)))
    sounds = _usual_readings((name, known[name]) for name in names)
    numbers = {word: number for number, word in enumerate(words)}
    summaries = len(found) <= SUMMARIES_UP_TO
    places = {entry.url: number for number, entry in enumerate(found)}
    return handed(
        "names",
        {
            "kinds": list(ENTRY_FOLDERS.items()),
            "words": words,
            "sounds": _by_syllable(sounds),
            "others": _by_syllable(_common_readings(found, sounds, known)),
            "stops": STOP_PHRASES.split(),
            "edges": STOP_EDGES,
            "hallWords": [*hall.names, *HALL_WORDS.split()],
            "synonyms": _by_meaning((*synonyms, *shipped_synonyms())),
            "intents": list(INTENTS.items()),
            "offices": OFFICES,
            "vague": VAGUE_INTENTS,
            "kindWords": list(KIND_WORDS.items()),
            "hall": {"windows": hall.windows, "cards": hall.cards},
            "used": [places[url] for url in hall.most_used if url in places],
            "codes": any(entry.codes for entry in found),
            "say": say,
            "open": {"weekdays": ERRAND["weekdays"], **{word: ERRAND[f"open_{word}"] for word in _OPEN_WORDS}},
            "entries": _columns([_row(entry, numbers, known, sounds, summaries) for entry in found]),
        },
    )


def spelled_names(part: bytes) -> dict[str, str]:
    """Mapping name -> its ``syllables``, of every name in the part ``names``; single characters of hidden terms too."""
    data = json.loads(part[part.index(b"{") : part.rindex(b"}") + 1])
    sounds = {character: syllable for syllable, characters in data["sounds"].items() for character in characters}
    names = {character: syllable for syllable, characters in data["others"].items() for character in characters}
    _, titles, _, spelt, _, _, _, aliases, *_ = (column.split("\n") for column in data["entries"])
    for title, own, others in zip(titles, spelt, aliases, strict=True):
        known = own.split("\t")
        for number, name in enumerate((title, *filter(None, others.split("\t")))):
            names[name] = (known[number] if number < len(known) else "") or _spell(name, sounds)
    return names


def codes_part(found: Iterable[SearchEntry]) -> bytes:
    """The item codes, which few type."""
    return handed("codes", [[n, "\n".join(entry.codes)] for n, entry in enumerate(found) if entry.codes])


@lru_cache(maxsize=2)
def sounds_part(characters: int = 6_763) -> bytes:
    """The most common reading of so many characters of GB 2312, and the Traditional characters for them.

    The first 3,755 are those of level 1, most of what is written; a part with these alone is 11 KB smaller, packed.
    """
    first: dict[str, str] = {}
    for character, sounds in readings(islice(_gb2312(), characters)):
        first[sounds[0]] = first.get(sounds[0], "") + character
    pairs = "".join(old + new for old, new in traditional_of(islice(_gb2312(), characters)).items())
    return handed("sounds", {"first": dict(sorted(first.items())), "traditional": pairs})


def _usual_readings(spelled: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Mapping each Chinese character of the names -> the reading that it has most often in them."""
    read = Counter[tuple[str, str]]()
    for name, spelling in spelled:
        characters, parts = _read(name), spelling.split("'")
        if len(parts) == len(characters):
            read.update(zip(characters, parts, strict=True))
    usual: dict[str, str] = {}
    for character, syllable in sorted(read, key=lambda one: (-read[one], one[1])):
        if not character.isascii():
            usual.setdefault(character, syllable)
    return {character: usual[character] for character in dict.fromkeys(one for one, _ in read) if character in usual}


def _common_readings(
    found: Iterable[SearchEntry], usual: Mapping[str, str], known: Mapping[str, str]
) -> dict[str, str]:
    """Mapping each character that only hidden terms and words have -> its most common reading."""
    texts = ("".join((*entry.hidden, *entry.words, entry.window)) for entry in found)
    others = sorted({character for text in texts for character in _read(text) if not character.isascii()} - {*usual})
    table = {character: known[character] for character in others if character in known}
    return table | {c: sounds[0] for c, sounds in readings(iter([c for c in others if c not in table]))}


def _read(name: str) -> list[str]:
    """The characters of a name that are read: Chinese ones, letters and digits."""
    return list(folded(name))


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalnum()


def _spell(name: str, sounds: Mapping[str, str]) -> str:
    spelt = (sounds.get(character) or (character if _is_letter(character) else "") for character in _read(name))
    return "'".join(filter(None, spelt))


def _by_syllable(sounds: Mapping[str, str]) -> dict[str, str]:
    table: dict[str, str] = {}
    for character, syllable in sorted(sounds.items()):
        table[syllable] = table.get(syllable, "") + character
    return dict(sorted(table.items()))


def _by_meaning(synonyms: Iterable[Synonym]) -> list[tuple[str, str]]:
    """The words of each list of meanings, and these; of a word that comes twice the first row counts."""
    meanings = {row.word: row.means for row in reversed(tuple(synonyms))}
    table: dict[tuple[str, ...], list[str]] = {}
    for word, means in sorted(meanings.items()):
        table.setdefault(means, []).append(word)
    return [(" ".join(words), " ".join(means)) for means, words in table.items()]


def _row(
    entry: SearchEntry, numbers: Mapping[str, int], known: Mapping[str, str], sounds: Mapping[str, str], summary: bool
) -> tuple[str, ...]:
    own = (known[name] if known[name] != _spell(name, sounds) else "" for name in (entry.title, *entry.aliases))
    return (
        in_letters(list(ENTRY_FOLDERS).index(entry.kind)),
        entry.title,
        entry.url.removeprefix(ENTRY_FOLDERS[entry.kind]),
        "\t".join(own).rstrip("\t"),
        entry.summary if summary else "",
        in_letters(numbers[entry.window]) if entry.window else "",
        "\t".join(in_letters(numbers[word]) for word in entry.words if word != entry.window),
        "\t".join(entry.aliases),
        "\t".join(entry.hidden),
        entry.note,
        "y" if entry.abolished else "",
    )


def _columns(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """Column by column a part is a quarter smaller, packed, than row by row."""
    return ["\n".join(column) for column in zip(*rows, strict=True)]


def _gb2312() -> Iterator[str]:
    """Characters of levels 1 and 2, rows 16 to 87."""
    for row in range(0xB0, 0xF8):
        for cell in range(0xA1, 0xFF):
            try:
                yield bytes((row, cell)).decode("gb2312")
            except UnicodeDecodeError:
                continue


def folded(text: str) -> str:
    """The Chinese characters, letters and digits of a text, as the matcher compares them."""
    if not _PLAIN.fullmatch(text):
        text = unicodedata.normalize("NFKC", text)
    return _NOT_READ.sub("", text.lower())
