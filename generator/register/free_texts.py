"""Judge the free texts of a register: reasons that are published, and explanations that are not.

A reason stands beside a name on the site, so it must tell nothing of a person. What will be published of free texts is
shown before the clerk agrees; a text that is not published is shown only where it holds nothing private.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from generator.content.problems import printable
from generator.model import ResultRow, Service
from generator.privacy.circumstances import circumstances_in
from generator.register.cases import Case
from generator.register.columns import Table
from generator.register.outcomes import is_outcome, outcome_in
from generator.register.private_values import PrivateValues
from generator.texts.register import REGISTER_WORDS
from generator.texts.sensitive import NEUTRAL_REASONS


class FreeTexts:
    """Tells what is private in texts, each distinct text once; names of ``services`` tell nothing of a person."""

    def __init__(self, private_values: PrivateValues, services: Iterable[Service]) -> None:
        self._private_values = private_values
        self._titles = tuple(title for service in services for title in (service.name, *service.aliases))
        self._judged: dict[str, tuple[str, dict[str, str]] | None] = {}

    def breach(self, text: str) -> tuple[str, dict[str, str]] | None:
        """The rule that forbids to publish ``text``, and what fills its blanks; None where nothing does."""
        if text not in self._judged:
            self._judged[text] = self._judge(text)
        return self._judged[text]

    def _judge(self, text: str) -> tuple[str, dict[str, str]] | None:
        comma = REGISTER_WORDS["comma"]
        neutral = comma.join(NEUTRAL_REASONS)
        if self._private_values.found_in(text):
            return "case/reason-private", {"neutral": neutral}
        told = circumstances_in(text, self._titles)
        return ("case/reason-sensitive", {"kinds": comma.join(told), "neutral": neutral}) if told else None

    def lines(self, rows: Iterable[ResultRow], cases: Iterable[Case], tables: Iterable[Table]) -> Iterator[str]:
        """What the clerk is shown: reasons of ``rows``, explained outcomes of ``cases``, and that remarks stay here."""
        reasons = Counter(row.extension_reason for row in rows if row.extension_reason)
        if reasons:
            yield REGISTER_WORDS["reasons"].format(count=len(reasons))
            for reason, count in reasons.items():
                yield REGISTER_WORDS["reason"].format(text=printable(reason), count=count)
        yield from self._explained(Counter(case.outcome for case in cases if isinstance(case.outcome, str)))
        if any(column.kind == "note" for table in tables for column in table.columns):
            yield REGISTER_WORDS["remarks"]

    def _explained(self, outcomes: Counter[str]) -> Iterator[str]:
        explained = {text: count for text, count in outcomes.items() if text and not is_outcome(text)}
        if not explained:
            return
        yield REGISTER_WORDS["explained"].format(count=len(explained))
        kept = 0
        for text, count in explained.items():
            if self.breach(text):
                kept += 1
            else:
                outcome = outcome_in(text)
                yield REGISTER_WORDS["explained_one"].format(text=printable(text), outcome=outcome, count=count)
        if kept:
            yield REGISTER_WORDS["explained_kept"].format(count=kept)
