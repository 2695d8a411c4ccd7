"""What a part of the campaign found: how often each thing was tried, and every promise that was broken."""

from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Outcome:
    """``tried``: what was tried -> how often. ``faults``: sentences, each with what is needed to see it again."""

    tried: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def add(self, what: str, *faults: str) -> None:
        """One more try of ``what``, and what was wrong with it."""
        self.tried[what] += 1
        self.faults += (f"{what}: {fault}" for fault in faults)

    def rows(self) -> list[str]:
        """The rows of a table in Markdown."""
        wrong = Counter(fault.partition(": ")[0] for fault in self.faults)
        return [f"| {what} | {count:,} | {wrong[what] or 'none'} |" for what, count in self.tried.items()]
