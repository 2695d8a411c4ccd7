"""What the page of the assessment (考核表) shows to the hall's own people; it is never part of the public site."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.assessment.scoring import Assessed, Line
from generator.assessment.told import few, how_words, notes, points_words, title, value_words
from generator.model import AssessedByHand, AssessedItem, Dataset
from generator.model.assessment import IN_CASES
from generator.tables.staff_page import StaffPage
from generator.texts.assessment import PAGE, TEXTS


@dataclass(frozen=True)
class AssessedLine:
    """A row of a table; ``full`` says from where on the points are full. ``is_open`` where people write the points."""

    name: str
    value: str
    points: str
    full: str
    how: str
    records: str
    lacking: str
    is_open: bool


@dataclass(frozen=True)
class AssessedArea:
    """All rows of one area."""

    name: str
    lines: tuple[AssessedLine, ...]


@dataclass(frozen=True)
class AssessmentPage(StaffPage):
    """The whole page."""

    template: ClassVar[str] = "assessment.html"
    title: str
    notes: tuple[str, ...]
    areas: tuple[AssessedArea, ...]


def assessment_page(assessed: Assessed, dataset: Dataset, today: date, style: str) -> AssessmentPage:
    """The page of what was ``assessed`` on ``today``."""
    hall = dataset.site.hall.name
    figures = {
        "points": f"{assessed.points:g}",
        "counted": str(assessed.counted),
        "without_data": str(assessed.without_data),
        "by_hand": str(assessed.by_hand),
    }
    return AssessmentPage(
        words=PAGE,
        style=style,
        title=title(assessed, hall),
        hall=hall,
        day=today,
        notes=notes(assessed, today),
        figures=tuple((PAGE[key], value) for key, value in figures.items()),
        areas=tuple(
            AssessedArea(
                TEXTS["area"].format(area=area, weight=sum(line.item.weight for line in lines)),
                tuple(map(_line, lines)),
            )
            for area, lines in assessed.areas.items()
        ),
    )


def _line(line: Line) -> AssessedLine:
    return AssessedLine(
        name=line.item.name,
        value=value_words(line),
        points=points_words(line) if line.points is not None else PAGE["open"].format(weight=line.item.weight),
        full="" if isinstance(line.item, AssessedByHand) else _thresholds(line.item),
        how=how_words(line),
        records=TEXTS["records"].format(records=few(line.records)) if line.records else "",
        lacking=TEXTS["lacking"].format(names=TEXTS["between"].join(line.lacking)) if line.lacking else "",
        is_open=line.points is None,
    )


def _thresholds(item: AssessedItem) -> str:
    words = PAGE["cases"] if item.measure in IN_CASES else PAGE["percent"]
    full = words.format(number=item.full)
    if item.none is None:
        return PAGE["of_only"].format(full=full)
    return PAGE["of"].format(full=full, none=words.format(number=item.none))
