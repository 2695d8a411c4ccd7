"""The visible list of checks across records. Each rule is one function, named by what it ensures."""

from datetime import date

from generator.model import Dataset
from generator.rules import dates, privacy, references, regulations, services, wording
from generator.rules.finding import Finding, Rule
from generator.rules.placeholders import without_placeholders

RULES: tuple[Rule, ...] = (
    *services.RULES,
    *references.RULES,
    *regulations.RULES,
    *wording.RULES,
    *dates.RULES,
    *privacy.RULES,
)

__all__ = ["RULES", "Finding", "Rule", "check", "without_placeholders"]


def check(dataset: Dataset, today: date) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of the list."""
    return tuple(finding for rule in RULES for finding in rule(dataset, today))
