"""Registers for tests: the sound content with single fields changed, checked, and its gaps listed."""

from content_builder import TODAY
from rules.dataset_builder import Changes, content

from generator.content.problems import make_problem
from generator.gaps.gap import Gap
from generator.gaps.register import Register, gap_register
from generator.rules import check


def registered(changes: Changes | None = None) -> Register:
    """The register of the sound content after ``changes``; each problem stands on a line of its own."""
    dataset = content(changes)
    findings = {
        make_problem(one.rule, f"content/{one.place.path}", line, 1, one.values): one
        for line, one in enumerate(check(dataset, TODAY), 1)
    }
    return gap_register(dataset, findings, findings)


def only_gap(changes: Changes) -> Gap:
    """The one gap that ``changes`` make."""
    (gap,) = registered(changes).gaps
    return gap
