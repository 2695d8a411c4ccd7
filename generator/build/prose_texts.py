"""Placeholders and invisible characters in the pages of prose, which no record holds."""

import re
from collections.abc import Iterator, Mapping

from generator.content.invisible import in_markup
from generator.content.problems import Problem, make_problem, quote
from generator.rules.wording import PLACEHOLDER

_QUOTED = re.compile("“[^“”]*”|「[^「」]*」")
"""A word in quotation marks is spoken of: a page may explain what 待补充 means."""


def prose_gaps(prose: Mapping[str, str]) -> Iterator[Problem]:
    """The first placeholder and the first invisible character of each line of the pages (path -> text).

    A placeholder stands on the page as it was typed; an invisible character is an error.
    """
    for path, text in prose.items():
        for number, line in enumerate(text.split("\n"), 1):
            if hidden := in_markup(line):
                code = f"U+{ord(hidden[0]):04X}"
                yield make_problem("file/control-character", path, number, hidden.start() + 1, {"code": code})
            said = _QUOTED.sub(lambda quoted: " " * len(quoted[0]), line)
            if line.strip("-_* \t") and (found := PLACEHOLDER.search(said)):  # a line of these alone is a rule
                yield make_problem("prose/placeholder", path, number, found.start() + 1, {"found": quote(found[0])})
