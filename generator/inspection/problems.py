"""Checks that ask what ``gongshi check`` has found already: each is a choice of its rules."""

from collections.abc import Iterator

from generator.content.problems import Problem
from generator.inspection.subject import Fault, Subject
from generator.model import Indicator
from generator.texts.checks import QUOTES
from generator.texts.inspection import TEXTS

_OVERTAKEN = ("change/wrong", "change/outdated")
_CATCH_ALL = ("material/catch-all",)
_STEPS = ("service/step-detail",)
_REVIEW = ("date/review-passed",)
_BLANKS = ("text/placeholder", "prose/placeholder", "text/truncated", "regulation/gap", "regulation/no-text")
_NAMED = (*_OVERTAKEN, *_CATCH_ALL, *_STEPS, *_REVIEW, *_BLANKS)


def guides_follow_changes(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """办事指南准确性 (国办发〔2015〕15号): no guide says what has changed outside."""
    return _found(subject, _OVERTAKEN)


def materials_are_named(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """材料 (国办函〔2017〕115号): 13% of the guides inspected asked for 其他材料 without saying which."""
    return _found(subject, _CATCH_ALL)


def steps_are_explained(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """流程 (国办函〔2017〕115号): 25% of the guides inspected gave only the names of steps."""
    return _found(subject, _STEPS)


def guides_are_reviewed(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """Guides and rules are looked at again on the day that they name (setting)."""
    return _found(subject, _REVIEW)


def blanks_are_filled(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """No blank, no half sentence and no rule without text is on the site (setting). Points are lost once a file."""
    for problem in subject.problems:
        if problem.rule in _BLANKS:
            yield _told(problem, group=problem.path)


def content_has_no_errors(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """Errors hold back everything that is published after them (setting). What another check tells is left to it."""
    for problem in subject.problems:
        if problem.severity == "error" and problem.rule not in _NAMED:
            yield _told(problem)


def _found(subject: Subject, rules: tuple[str, ...]) -> Iterator[Fault]:
    for problem in subject.problems:
        if problem.rule in rules:
            yield _told(problem)


def _told(problem: Problem, group: str = "") -> Fault:
    """The fault that ``problem`` is; where it has no remedy of its own, its message says what to do."""
    remedy = QUOTES["hint"].format(hint=problem.hint) if problem.hint else TEXTS["as_told"]
    return Fault(f"{problem.path}:{problem.line}", problem.message, remedy, group)
