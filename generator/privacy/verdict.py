"""What the gate says of files: where something private stands, never which, or that it could not search."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import Waiver
from generator.privacy.waivers import way_out
from generator.system.failures import Failure, ReportLine
from generator.texts.commands import TEXTS
from generator.texts.private import PRIVATE_KIND_NAMES


@dataclass(frozen=True, order=True, slots=True)
class Leak:
    """One private value at ``path:line:column``.

    ``place`` and ``waiver_hash`` are the path and hash that a waiver would give: no path where no waiver reaches, and
    the hash only where it was asked for and there can be a waiver. ``reason`` says why a file cannot be read.
    """

    path: str
    line: int
    column: int
    kind: str
    place: str = ""
    waiver_hash: str = ""
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} [privacy/{self.kind}] {self._name}"

    @property
    def _name(self) -> str:
        why = TEXTS["unreadable_why"].format(reason=self.reason) if self.reason else ""
        return PRIVATE_KIND_NAMES[self.kind] + why

    def as_values(self) -> dict[str, str]:
        """The blanks of the message of ``privacy/number``: what it is, and what to do about it."""
        return {"kind": self._name, "way_out": way_out(self.kind)}

    def as_json(self) -> str:
        """One line for other programs."""
        return json.dumps({key: getattr(self, key) for key in ("path", "line", "column", "kind")}, ensure_ascii=False)

    def as_waiver(self) -> str:
        """The entry of waivers.yml that would let it pass, once reason and last day are filled in.

        Where there can be none, a comment that says what to do instead.
        """
        if not self.waiver_hash:
            return TEXTS["scan_no_waiver"].format(
                leak=self, why=way_out(self.kind) if self.place else TEXTS["scan_outside"]
            )
        return f"  - path: {self.place}\n    kind: {self.kind}\n    hash: {self.waiver_hash}\n    reason:\n    until:"


class GateFailed(Failure):
    """The gate could not search; its text says why and holds no private value. ``leaks`` were found before that."""

    def __init__(self, reason: str, leaks: Sequence[Leak] = ()) -> None:
        super().__init__(reason)
        self.leaks = leaks

    def report(self) -> Iterator[ReportLine]:
        """What was found, that nothing is known of the other files, and why."""
        for leak in self.leaks:
            yield ReportLine(str(leak), is_finding=True)
        yield ReportLine(TEXTS["scan_failed"].format(reason=self))


class GateDied(GateFailed):
    """A process of the gate was killed, perhaps because there was no memory left: another try may do."""


@dataclass(frozen=True)
class Verdict:
    """What was found: leaks in order, the waivers that were needed, and the path and value (canonical) of each.

    ``clean`` has, for each file with long texts, by its name, the digests of their stretches that hold nothing private.
    Given to ``inspect`` again, under an equal ``fingerprint``, they spare it those stretches. ``pictured`` are files
    with pages that are but pictures, with the SHA-256 of each: no leaks, but a person has to look at them.
    ``reminders`` are names that do not stop publication. ``spotless`` are the names of the files that were asked about
    (``alike``) in which nothing looks private at all: no policy can make a leak of what is in them.
    """

    leaks: tuple[Leak, ...]
    waived: tuple[Waiver, ...]
    values: frozenset[tuple[str, str]]
    clean: Mapping[str, frozenset[str]] = field(default_factory=dict)
    pictured: tuple[tuple[Leak, str], ...] = ()
    reminders: tuple[Leak, ...] = ()
    spotless: frozenset[str] = frozenset()
