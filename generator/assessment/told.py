"""What the assessment says of its lines, in words that terminal, page and table share; and the report."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.assessment.scoring import Assessed, Line
from generator.facts.periods import bounds
from generator.facts.services import percent_words
from generator.model import AssessedByHand
from generator.system.text_width import columns
from generator.texts.assessment import TEXTS

_FEW = 3
"""So many records are named at the terminal."""


def title(assessed: Assessed, hall: str) -> str:
    """Hall and period."""
    return TEXTS["title"].format(hall=hall, period=period_words(assessed.period))


def period_words(period: str) -> str:
    """2026-Q3 as it is said: 2026年第三季度."""
    year, _, part = period.partition("-")
    if not part:
        return TEXTS["year"].format(year=year)
    if part[0] == "H":
        return TEXTS["half"].format(year=year, number=TEXTS["first" if part == "H1" else "second"])
    if part[0] == "Q":
        return TEXTS["quarter"].format(year=year, number=TEXTS["numbers"][int(part[1]) - 1])
    return TEXTS["month"].format(year=year, number=int(part))


def value_words(line: Line) -> str:
    """The share or the number; that there is no data, or that people assess."""
    if line.measured is None:
        return TEXTS["by_hand"]
    measured = line.measured
    if measured.part is None:
        return TEXTS["no_data"]
    if measured.whole is None:
        return TEXTS["cases"].format(count=measured.part)
    return TEXTS["share"].format(share=percent_words(measured.part / measured.whole))


def how_words(line: Line) -> str:
    """How the number came about; what people have to look at."""
    if isinstance(line.item, AssessedByHand):
        return line.item.what
    return line.measured.how if line.measured else ""


def few(names: Sequence[str]) -> str:
    """The first of ``names``, and how many there are where not all are named."""
    some = TEXTS["between"].join(names[:_FEW])
    return some if len(names) <= _FEW else TEXTS["more"].format(names=some, count=len(names))


def sums(assessed: Assessed) -> tuple[str, ...]:
    """What was gained of what could be, and what is not counted."""
    words = [TEXTS["total"].format(points=assessed.points, counted=assessed.counted)]
    if assessed.without_data:
        words.append(TEXTS["without_data"].format(weight=assessed.without_data))
    if assessed.by_hand:
        words.append(TEXTS["for_people"].format(weight=assessed.by_hand))
    return tuple(words)


def notes(assessed: Assessed, today: date) -> tuple[str, ...]:
    """By what the points are counted, and whether the period is still running."""
    words = [TEXTS["source"].format(source=assessed.source)] if assessed.source else []
    return (*words, *([TEXTS["running"].format(day=today)] if today < bounds(assessed.period)[1] else []))


def report(assessed: Assessed, hall: str, today: date) -> Iterator[str]:
    """The lines for a terminal."""
    yield title(assessed, hall)
    yield from notes(assessed, today)
    for area, lines in assessed.areas.items():
        yield ""
        yield TEXTS["area"].format(area=area, weight=sum(line.item.weight for line in lines))
        yield from _table(lines)
    yield ""
    yield from sums(assessed)


def _table(lines: Sequence[Line]) -> Iterator[str]:
    cells = [(line.item.name, value_words(line), points_words(line)) for line in lines]
    widths = [max(columns(row[column]) for row in cells) for column in range(3)]
    for line, row in zip(lines, cells, strict=True):
        name, *numbers = (word + " " * (width - columns(word)) for word, width in zip(row, widths, strict=True))
        yield "  " + "  ".join((name, *numbers, how_words(line)))
        if line.records:
            yield "    " + TEXTS["records"].format(records=few(line.records))
        if line.lacking:
            yield "    " + TEXTS["lacking"].format(names=few(line.lacking))


def points_words(line: Line) -> str:
    """Points of how many there are to get."""
    weight = line.item.weight
    if line.points is None:
        return TEXTS["open"].format(weight=weight)
    return TEXTS["points"].format(points=line.points, weight=weight)
