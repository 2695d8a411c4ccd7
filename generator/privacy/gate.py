"""The gate: nothing private goes out. Reads finished files as anybody could, and names the places, never the values.

Whatever keeps it from reading everything with every rule (a crash, no time left, a rule that no longer finds its probe,
a file that nobody can read) is an alarm too, or ends in GateFailed; silence always means that all was read.
"""

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator.model import Waiver
from generator.privacy import NOTHING_KNOWN, Known, RulesMissing, canonical, check_rules, find
from generator.privacy.media import Unreadable
from generator.privacy.passages import passages
from generator.privacy.waivers import waiver_for, waiver_hash
from generator.system.parallel import map_parallel
from generator.system.progress import Progress
from generator.texts.clerks import KINDS

PARALLEL_FROM = 100
"""Number of files from which a second process pays for its start."""
SECONDS, SECONDS_A_MEGABYTE = 60.0, 0.5
MAX_FILE_BYTES = 200_000_000

Item = tuple[str, Path | bytes]
"""Name by which a file is reported, and where it is or what is in it."""


class GateFailed(Exception):
    """The gate could not do its work; says why, without a value."""


@dataclass(frozen=True, order=True, slots=True)
class Leak:
    """One private value at ``path:line:column``.

    ``place`` and ``waiver_hash`` are the path and hash that a waiver would give; the hash only where it was asked for.
    """

    path: str
    line: int
    column: int
    kind: str
    place: str = ""
    waiver_hash: str = ""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column} [privacy/{self.kind}] {KINDS[self.kind]}"

    def as_json(self) -> str:
        """One line for other programs."""
        return json.dumps({key: getattr(self, key) for key in ("path", "line", "column", "kind")}, ensure_ascii=False)

    def as_waiver(self) -> str:
        """The entry of waivers.yml that would let it pass, once reason and last day are filled in."""
        return f"  - path: {self.place}\n    kind: {self.kind}\n    hash: {self.waiver_hash}\n    reason:\n    until:"


@dataclass(frozen=True)
class Verdict:
    """What was found: leaks in order, the waivers that were needed, and the values (canonical) that they allow."""

    leaks: tuple[Leak, ...]
    waived: tuple[Waiver, ...]
    values: frozenset[str]


@dataclass(frozen=True)
class ScanPolicy:
    """What is no leak: the hall's own contacts, values that a waiver allows, waivers.

    ``root`` is what names have before the path that a waiver gives. ``with_hashes`` asks for the hashes of leaks.
    """

    known: Known = NOTHING_KNOWN
    values: frozenset[str] = frozenset()
    waivers: tuple[Waiver, ...] = ()
    root: str = ""
    with_hashes: bool = False


def inspect(
    items: Sequence[Item], policy: ScanPolicy, workers: int = 1, progress: Progress = lambda *_: None
) -> Verdict:
    """Search every file. Raises GateFailed."""
    try:
        check_rules()
        size = sum(len(data) if isinstance(data, bytes) else data.stat().st_size for _, data in items)
        seconds = SECONDS + size / 1_000_000 * SECONDS_A_MEGABYTE
        verdicts = []
        ready = partial(_ready, policy)
        for done, found in enumerate(map_parallel(ready, items, workers, PARALLEL_FROM, chunk=8, seconds=seconds), 1):
            verdicts.append(found)
            progress(done, len(items))
    except RulesMissing as error:
        raise GateFailed(f"RulesMissing: {error}") from None
    except Exception as error:  # whatever it is, nothing may be published, and its words may hold a value
        raise GateFailed(type(error).__name__) from None
    leaks = {leak for verdict in verdicts for leak in verdict.leaks}
    waived = dict.fromkeys(waiver for verdict in verdicts for waiver in verdict.waived)
    values = frozenset[str]().union(*(verdict.values for verdict in verdicts))
    return Verdict(tuple(sorted(leaks)), tuple(waived), values)


def fingerprint(policy: ScanPolicy) -> str:
    """Changes with everything that decides whether a file is clean: the rules themselves, and what is no leak."""
    digest = hashlib.sha256()
    for path in (Path(__file__), *sorted(Path(__file__).parent.glob("*.py"))):
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    digest.update("".join(map(version, ("pypdfium2", "pillow"))).encode())
    known = policy.known
    for texts in (known.numbers, known.emails, known.addresses, policy.values):
        digest.update("\n".join(sorted(texts)).encode() + b"\0")
    return digest.hexdigest()


def _ready(policy: ScanPolicy) -> Callable[[Item], Verdict]:
    """Prepare a process: it tries its rules before it trusts them."""
    check_rules()
    return partial(_inspect, policy)


def _inspect(policy: ScanPolicy, item: Item) -> Verdict:
    name, data = item
    place = _shown(name.removeprefix(policy.root))
    leaks: list[Leak] = []
    waived: dict[str, Waiver] = {}
    try:
        for path, (line, column), kind, value in _sightings(name, data, policy.known):
            if value in policy.values:
                continue
            if waiver := waiver_for(policy.waivers, place, kind, value):
                waived[value] = waiver
            else:
                leaks.append(
                    Leak(path, line, column, kind, place, waiver_hash(place, kind, value) if policy.with_hashes else "")
                )
    except Unreadable:
        leaks.append(Leak(_shown(name), 1, 1, "unreadable", place))
    return Verdict(tuple(leaks), tuple(waived.values()), frozenset(waived))


def _sightings(name: str, data: Path | bytes, known: Known) -> Iterator[tuple[str, tuple[int, int], str, str]]:
    """Path as it may be shown, place, kind and canonical value of everything that looks private in one file."""
    if isinstance(data, Path):
        if data.stat().st_size > MAX_FILE_BYTES:
            raise Unreadable("too large")
        data = data.read_bytes()
    for passage in passages(name, data):
        path = "!".join(_shown(part) for part in (name, passage.part) if part)
        if passage.alarm:
            yield path, (1, 1), passage.alarm, hashlib.sha256(data).hexdigest()
            continue
        text = passage.text
        for hit in find(text, known):
            yield path, passage.place(hit.start), hit.kind, canonical(text[hit.start : hit.end])


def _shown(name: str) -> str:
    """``name`` without what is private in it."""
    for hit in reversed(find(name)):
        name = f"{name[: hit.start]}〔…〕{name[hit.end :]}"
    return name
