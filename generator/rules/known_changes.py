"""The rule about known changes: what records still say although it has changed outside (``model.known_change``).

A service is looked at again only while its file, the materials that it may ask for, or the list of changes differ from
when nothing was found in it, or when a change has come into force (``build.examine``).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property, lru_cache

from generator.content.problems import quote
from generator.facts.durations import is_longer
from generator.facts.services import LimitWords, limit_words
from generator.model import Dataset, Place, Service, TimeLimit
from generator.model.known_change import OF_THE_PAST, ChangeSource, KnownChange
from generator.model.time_limits import TimeLimits
from generator.rules.finding import Finding
from generator.rules.units import Unit, Watched, plain, watched
from generator.texts.known_changes import SAID

_RUN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")
_SENTENCE = re.compile(r"[。；！？\n]")
_TOGETHER = ("依据", "材料", "时限")
"""Parts in which one matter is told in several fields, so that words are sought in all of them."""
_NOT_OF_A_PLACE = r"(?<![\u4e00-\u9fff])"
FILE = "known-changes.yml"


@dataclass(frozen=True)
class _Sought:
    """A change with its words as ``plain`` has them."""

    change: KnownChange

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        return tuple(map(plain, self.change.find))

    @cached_property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """The phrases; a document number of a place (浙民发) is not that of a ministry (民发)."""
        return tuple(
            re.compile((_NOT_OF_A_PLACE if "〔" in phrase else "") + re.escape(phrase)) for phrase in self.phrases
        )

    @cached_property
    def together(self) -> tuple[str, ...]:
        return tuple(map(plain, self.change.together))

    @cached_property
    def unless(self) -> tuple[str, ...]:
        return tuple(map(plain, self.change.unless))

    @cached_property
    def settled_by(self) -> tuple[str, ...]:
        return tuple(map(plain, self.change.settled_by))


@dataclass(frozen=True)
class _Hit:
    """What is found, in words, where, and what says more: the sentence that it stands in, or how long it may be."""

    place: Place
    where: str
    found: str
    sentence: str = ""


def known_changes_are_followed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Nothing is said that a known change has overtaken; what is going to change is told before."""
    left_out = {one.id for one in dataset.left_out}
    search = _search_for(tuple(change for change in dataset.changes if change.id not in left_out))
    for record in watched(dataset) if search.changes else ():
        for sought in search.likely(record.said):
            hits = tuple(_hits(sought, record)) if _is_about(sought.change, record.service) else ()
            if hits and not _is_seen_to(sought, record, today):
                yield from (_finding(sought.change, record, hit, today) for hit in hits)


def left_out_changes_exist(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each change that the hall leaves out is one that there is."""
    known = {change.id for change in dataset.changes}
    for number, left_out in enumerate(dataset.left_out):
        if left_out.id not in known:
            yield Finding("change/left-out", Place(FILE, ("left_out", number, "id")), {"id": quote(left_out.id)})


@dataclass(frozen=True)
class _Search:
    """All changes, and the one pattern that is tried on everything: of each phrase its longest run of characters.

    Of a change about limits it is the names of services that are sought.
    """

    changes: tuple[_Sought, ...]
    pattern: re.Pattern[str]
    by_run: dict[str, frozenset[int]]

    def likely(self, said: str) -> Iterator[_Sought]:
        """The changes of which a run stands in ``said``, in their order."""
        said, found, start = said.replace(" ", "").replace("\u3000", ""), set[int](), 0
        while match := self.pattern.search(said, start):
            found |= self.by_run[match[0]]
            start = match.start() + 1
        return (self.changes[number] for number in sorted(found))


@lru_cache(maxsize=4)
def _search_for(changes: tuple[KnownChange, ...]) -> _Search:
    sought = tuple(map(_Sought, changes))
    runs: dict[str, set[int]] = {}
    for number, one in enumerate(sought):
        for phrase in (*one.phrases, *(map(plain, one.change.services) if one.change.longest else ())):
            runs.setdefault(max(_RUN.findall(phrase) or [phrase], key=_characters), set()).add(number)
    longest_first = sorted(runs, key=len, reverse=True)
    by_run = {run: frozenset().union(*(runs[other] for other in runs if run.startswith(other))) for run in runs}
    return _Search(sought, re.compile("|".join(map(re.escape, longest_first))), by_run)


def _characters(run: str) -> tuple[int, int]:
    """How well a run of a phrase tells it from others: by its Chinese characters, and then by its length."""
    return sum(not character.isascii() for character in run), len(run)


def _is_about(change: KnownChange, service: Service | None) -> bool:
    """Whether the change is about all that is looked at, or about services like this one."""
    if not change.services:
        return True
    names = (service.name, *service.aliases) if service else ()
    return any(any(word in name for name in names) or (service and word == service.type) for word in change.services)


def _is_seen_to(sought: _Sought, record: Watched, today: date) -> bool:
    """Whether a service shows that somebody knows of the change, or will look in time."""
    change, service = sought.change, record.service
    said = "\n".join((plain(record.said), *(unit.text for unit in record.units)))
    if any(word in said for word in sought.settled_by):
        return True
    if service is None:
        return False
    if today < change.since:
        return bool(service.review and service.review < change.since)
    return change.review_only and bool(service.verified and service.verified >= change.since)


def _hits(sought: _Sought, record: Watched) -> Iterator[_Hit]:
    """Where the change is found, once in each unit."""
    for unit in record.units:
        likely = unit.where in sought.change.within and any(phrase in unit.text for phrase in sought.phrases)
        if likely and (found := _hit_in(sought, unit, record)):
            yield found
    if sought.change.longest and record.service:
        yield from _longer_limits(record.service.time_limits or TimeLimits(), sought.change.longest, record.place)


def _longer_limits(limits: TimeLimits, longest: TimeLimit, place: Place) -> Iterator[_Hit]:
    """The limits of a service that are longer than ``longest``, and the statutory one if nobody has written it."""
    at_most = SAID["at_most"].format(longest=_words(limit_words(longest)))
    for key in ("statutory", "promised"):
        title, limit = TimeLimits.model_fields[key].title or key, getattr(limits, key)
        words = limit_words(limit)
        if words is None and key == "statutory":
            yield _Hit(Place(place.path, (*place.keys, "time_limits")), title, SAID["unwritten"], at_most)
        elif words is not None and is_longer(limit, longest):
            stated = SAID["is"].format(phrase=_words(words))
            yield _Hit(Place(place.path, (*place.keys, "time_limits", key)), title, stated, at_most)


def _words(limit: LimitWords | None) -> str:
    return quote(SAID["or"].join(limit.readings if limit else ()))


def _hit_in(sought: _Sought, unit: Unit, record: Watched) -> _Hit | None:
    if any(word in unit.text for word in sought.unless):
        return None
    for keys, text in unit.parts:
        if keys[-1] == "material" and not sought.change.services:
            continue  # told once, in materials.yml
        for sentence in _SENTENCE.split(text):
            around = unit.text if unit.where in _TOGETHER else sentence
            if sought.together and not any(word in around for word in sought.together):
                continue
            if phrase := _phrase(sought, sentence):
                return _told(Place(record.place.path, (*record.place.keys, *keys)), unit.where, phrase, sentence)
    return None


def _told(place: Place, where: str, phrase: str, sentence: str) -> _Hit:
    more = SAID["sentence"].format(sentence=quote(sentence)) if plain(phrase) != sentence else ""
    return _Hit(place, where, SAID["has"].format(phrase=quote(phrase)), more)


def _phrase(sought: _Sought, sentence: str) -> str | None:
    """What is found in a sentence that does not itself tell of the change."""
    for phrase, pattern, written in zip(sought.phrases, sought.patterns, sought.change.find, strict=True):
        if phrase in sentence and pattern.search(sentence):
            rest = sentence.replace(phrase, "")
            return None if any(word in rest for word in OF_THE_PAST) else written
    return None


def _finding(change: KnownChange, record: Watched, hit: _Hit, today: date) -> Finding:
    rule = "change/outdated"
    if today < change.since:
        rule = "change/coming"
    elif change.unconfirmed:
        rule = "change/unconfirmed"
    elif change.level == "错误":
        rule = "change/wrong"
    values = {
        "name": quote(record.name),
        "where": hit.where,
        "found": hit.found,
        "sentence": hit.sentence,
        "say": change.say.rstrip("。"),
        "since": SAID["day"].format(day=change.since),
        "source": _cited(change.source),
        "id": change.id,
        "instead": change.instead or "",
        "doubt": SAID["doubt"] if change.unconfirmed else "",
    }
    return Finding(rule, hit.place, values)


def _cited(source: ChangeSource) -> str:
    day = SAID["day"].format(day=source.day) if source.day else None
    parts = (SAID["title"].format(title=source.title), source.document_number, source.article, day)
    return SAID["between"].join(filter(None, parts))


RULES = (known_changes_are_followed, left_out_changes_exist)
