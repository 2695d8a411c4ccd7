"""The list of all checks across records (``RULES``). Each rule is one function, named by what it ensures.

A rule takes the dataset and the day and yields findings. Messages are in ``texts.checks``, by rule id. Checks of single
values are in ``model``; checks of files and YAML are in ``content``.
"""

from datetime import date

from generator.model import Dataset
from generator.rules import (
    bundles,
    catalogues,
    dates,
    disclosures,
    everyday_words,
    holidays,
    hours,
    known_changes,
    listed,
    numbering,
    pictures,
    privacy,
    query_codes,
    references,
    regulations,
    services,
    signs,
    translations,
    unknown,
    wording,
)
from generator.rules.finding import Finding, Rule
from generator.rules.placeholders import without_placeholders

RULES: tuple[Rule, ...] = (
    *services.RULES,
    *references.RULES,
    *regulations.RULES,
    *listed.RULES,
    *wording.RULES,
    *signs.RULES,
    *numbering.RULES,
    *unknown.RULES,
    *dates.RULES,
    *disclosures.RULES,
    *holidays.RULES,
    *hours.RULES,
    *bundles.RULES,
    *catalogues.RULES,
    *known_changes.RULES,
    *pictures.RULES,
    *privacy.RULES,
    *query_codes.RULES,
    *translations.RULES,
    *everyday_words.RULES,
)

__all__ = ["RULES", "Finding", "Rule", "check", "without_placeholders"]


def check(dataset: Dataset, today: date) -> tuple[Finding, ...]:
    """Every finding of every rule, in the order of the list."""
    return tuple(finding for rule in RULES for finding in rule(dataset, today))
