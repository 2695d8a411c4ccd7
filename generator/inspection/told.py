"""The assessment in lines for the terminal, vetoes first, and as plain values for other programs."""

from collections.abc import Callable, Iterator, Sequence

from generator.inspection.subject import Fault
from generator.inspection.verdict import Assessment, Outcome
from generator.model import Place
from generator.model.known_change import ChangeSource
from generator.texts.inspection import TEXTS

Locate = Callable[[Place | str], str]
"""Turns the place of a fault into words: ``content/FILE:LINE``, or the address of a page."""

_MOST = 10
"""So many faults of one indicator are told; the table has all of them."""


def lines(assessment: Assessment, located: Locate) -> Iterator[str]:
    """The report: vetoes, deductions, what is near, what only people can see, and the sum at the end.

    A fault that counts for several indicators is told with the first.
    """
    groups = (
        ("vetoes", "heading", assessment.vetoes),
        ("deductions", "heading_points", assessment.deductions),
        ("near", "heading_near", assessment.near),
    )
    told: set[Fault] = set()
    for title, heading, outcomes in groups:
        if outcomes:
            yield TEXTS[title]
        for outcome in outcomes:
            yield TEXTS[heading].format(**_words(outcome))
            yield from _faults([fault for fault in outcome.faults if fault not in told], located)
            told |= {*outcome.faults}
    if assessment.by_hand:
        yield TEXTS["by_hand"]
    for one in assessment.by_hand:
        yield TEXTS["by_hand_line"].format(name=one.name, what=one.what, source=source_words(one.source))
    if assessment.not_made:
        names = TEXTS["between"].join(one.indicator.name for one in assessment.not_made)
        yield TEXTS["not_made"].format(names=names)
    yield summary(assessment)


def summary(assessment: Assessment) -> str:
    """How many vetoes fall, how many points are lost, whether the hall passes, and how much was not looked at."""
    key = "vetoed" if assessment.vetoes else "passed" if assessment.passed else "failed"
    said = TEXTS[key].format(
        vetoes=len(assessment.vetoes), lost=assessment.lost, score=assessment.score, pass_mark=assessment.pass_mark
    )
    return said + (TEXTS["in_part"].format(count=len(assessment.not_made)) if assessment.not_made else "")


def source_words(source: ChangeSource) -> str:
    """The document that an indicator is from, whose number has the year; what has neither is none."""
    key = "source_number" if source.document_number else "source" if source.day else "source_own"
    return TEXTS[key].format(title=source.title, number=source.document_number)


def as_json(assessment: Assessment, located: Locate) -> dict[str, object]:
    """The assessment as plain values."""
    return {
        "passed": assessment.passed,
        "vetoes": len(assessment.vetoes),
        "lost": assessment.lost,
        "score": assessment.score,
        "indicators": [
            {
                "id": outcome.indicator.id,
                "name": outcome.indicator.name,
                "kind": "veto" if outcome.indicator.kind == "否决" else "points",
                "made": outcome.made,
                "applies": outcome.applies,
                "lost": outcome.lost,
                "confirmed": not outcome.indicator.unconfirmed,
                "source": source_words(outcome.indicator.source),
                "faults": [
                    {"where": located(fault.where), "what": fault.what, "remedy": fault.remedy}
                    for fault in outcome.faults
                ],
            }
            for outcome in assessment.outcomes
        ],
        "by_hand": [{"id": one.id, "name": one.name, "what": one.what} for one in assessment.by_hand],
    }


def _words(outcome: Outcome) -> dict[str, object]:
    indicator = outcome.indicator
    return {
        "name": indicator.name,
        "doubt": TEXTS["doubt"] if indicator.unconfirmed else "",
        "lost": outcome.lost,
        "source": source_words(indicator.source),
        "count": len(outcome.faults),
        "needed": indicator.at_least or 1,
    }


def _faults(faults: Sequence[Fault], located: Locate) -> Iterator[str]:
    for fault in faults[:_MOST]:
        yield TEXTS["fault"].format(where=located(fault.where), what=fault.what, remedy=fault.remedy)
    if len(faults) > _MOST:
        yield TEXTS["more"].format(count=len(faults) - _MOST)
