"""Placeholders in the pages of prose: listed like those of records, but they stand on the page as they were typed."""

import re
from collections.abc import Iterator, Mapping

from generator.content.problems import Problem, make_problem, quote
from generator.rules.wording import PLACEHOLDER

_QUOTED = re.compile("“[^“”]*”|「[^「」]*」")
"""A word in quotation marks is spoken of: a page may explain what 待补充 means."""


def prose_gaps(prose: Mapping[str, str]) -> Iterator[Problem]:
    """The first placeholder of each line of the pages (path -> text)."""
    for path, text in prose.items():
        for number, line in enumerate(text.splitlines(), 1):
            said = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line)
            if line.strip("-_* \t") and (found := PLACEHOLDER.search(said)):  # a line of these alone is a rule
                yield make_problem("prose/placeholder", path, number, found.start() + 1, {"found": quote(found[0])})
