"""Small words that several kinds of sheet share."""

from collections.abc import Sequence
from datetime import date

from generator.documents.parts import Fact, FactValue
from generator.model import Site
from generator.texts.posters import POSTER_WORDS
from generator.texts.shared import UNKNOWN


def day_words(day: date | None) -> str | None:
    """2026-09-15 -> 2026年9月15日."""
    return POSTER_WORDS["day"].format(day=day) if day else None


def span(since: date, until: date) -> str:
    """2026年9月1日至2026年9月15日; a single day once."""
    if since == until:
        return POSTER_WORDS["day"].format(day=since)
    return POSTER_WORDS["span"].format(since=day_words(since), until=day_words(until))


def supervision_phone(site: Site) -> str | None:
    """The hall's own supervision phone, else the hotline."""
    channels = site.supervision
    return (channels.phone or channels.hotline) if channels else None


def footer_fields(*facts: Fact) -> dict[str, str | None]:
    """Label -> words of the fields of a footer."""
    return {fact.label or "": words(fact.value) for fact in facts}


def labelled(fact: Fact) -> str:
    """The label and the values of a fact in one line."""
    said = "、".join(values(fact)) or UNKNOWN
    return f"{fact.label}：{said}" if fact.label else said


def noted(fact: Fact) -> str:
    """``labelled``, and in brackets what adds to it."""
    notes = "".join(f"（{words(note.value)}）" for note in fact.notes if note.value)
    return labelled(fact) + notes


def values(fact: Fact) -> Sequence[str]:
    """The values of a fact in words, 待补充 for each unknown one."""
    return [words(value) or UNKNOWN for value in fact.values]


def words(value: FactValue) -> str | None:
    """A value in words: a date as 2026年9月15日."""
    return day_words(value) if isinstance(value, date) else value
