"""The base class of expected failures, and the lines of a report. Commands print them and take the exit code.

Each failure is a subclass in the module that raises it.
"""

from collections.abc import Iterator
from typing import ClassVar, NamedTuple


class ReportLine(NamedTuple):
    """One line of a report. Findings, which other programs may read, go to standard output; all else to standard error.

    ``text`` is a sentence for people, or path, line, rule and message of a finding.
    """

    text: str
    is_finding: bool = False


class Died(Exception):
    """A process of this program ended without a result: there was not enough memory, or a library crashed."""


class UnsafeFile(Exception):
    """A file from elsewhere that no library is to parse; whoever reads such files has the words for ``reason``.

    "broken", "members" (unusual names or too many), "password", "ratio", "unpacked" (too large; ``values`` have the
    limit), or "entities".
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


class Failure(Exception):
    """A failure that the user can correct; its text or ``report`` is printed instead of a traceback.

    ``exit_code`` is 1 for a problem in the content; 2 for wrong usage, or a computer or project that is not ready.
    """

    exit_code: ClassVar[int] = 2

    def report(self) -> Iterator[ReportLine]:
        """The lines to print."""
        yield ReportLine(str(self))
