"""The gate: searches finished files for private values before they are published; tells where one stands, never which.

A file that it cannot read is reported like a leak. When it cannot search at all (a crash, no time left, a rule that no
longer finds its probe) it raises GateFailed. So no report means that everything was read with every rule.
"""

import hashlib
import sys
import unicodedata
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from pathlib import Path

from generator.model import Waiver
from generator.privacy import NO_PUBLIC_CONTACTS, PublicContacts, RulesMissing, canonical, check_rules, find
from generator.privacy.finding import REMINDED, Unreadable
from generator.privacy.passages import Passage, passages
from generator.privacy.rule_files import rules_digest
from generator.privacy.stretches import LONG_TEXT, find_in_long
from generator.privacy.verdict import GateDied, GateFailed, Leak, Verdict
from generator.privacy.waivers import may_be_waived, waiver_for, waiver_hash
from generator.system.failures import Died
from generator.system.parallel import map_parallel
from generator.system.progress import Progress
from generator.system.worker import Overdue
from generator.texts.private import UNREADABLE

PARALLEL_FROM = 100
"""Number of files from which a second process pays for its start."""
# Processor time that may pass without a file being done.
SECONDS, SECONDS_A_MEGABYTE = 60.0, 0.5
MAX_FILE_BYTES = 200_000_000
ALWAYS_READ, READ_A_BYTE = 20_000_000, 60
"""Characters that are read of any file, and how many more for each of its bytes; a bomb has more."""

PICTURE_PAGE = "picture-page"
"""The alarm of a page whose words, if it has any, are in pictures."""

LIBRARIES = ("pypdfium2", "pillow")
"""The installed packages whose version decides what is read of a file."""

ScannedFile = tuple[str, Path | bytes]
"""Name by which a file is reported, and where it is or what is in it."""


@dataclass(frozen=True)
class ScanPolicy:
    """What is no leak: the hall's own contacts, waived values, waivers. Nothing in it adds to what is one.

    ``values`` maps the beginning of names to the values (canonical) that may stand in files so named. ``naming`` are
    the names of files that may show what is ``nameable``; it is no part of ``fingerprint``. ``root`` is what
    names have before the path that a waiver gives. ``with_hashes`` asks for the hashes of leaks.
    """

    known: PublicContacts = NO_PUBLIC_CONTACTS
    values: Mapping[str, frozenset[str]] = field(default_factory=dict)
    naming: frozenset[str] = frozenset()
    waivers: tuple[Waiver, ...] = ()
    root: str = ""
    with_hashes: bool = False


def inspect(
    files: Sequence[ScannedFile],
    policy: ScanPolicy,
    workers: int = 1,
    progress: Progress = lambda *_: None,
    clean: frozenset[str] = frozenset(),
    alike: frozenset[str] = frozenset(),
) -> Verdict:
    """Search every file, but for the stretches of long texts whose digests are in ``clean``. Raises GateFailed.

    Of files with the names ``alike``, which others may have in common, the verdict tells whether they are ``spotless``.
    """
    verdicts = list[Verdict]()
    try:
        check_rules()
        size = sum(len(data) if isinstance(data, bytes) else data.stat().st_size for _, data in files)
        seconds = SECONDS + size / 1_000_000 * SECONDS_A_MEGABYTE
        ready = partial(_ready, policy, clean, alike)
        for done, found in enumerate(map_parallel(ready, files, workers, PARALLEL_FROM, chunk=8, seconds=seconds), 1):
            verdicts.append(found)
            progress(done, len(files))
    except RulesMissing as error:
        raise GateFailed(f"RulesMissing: {error}") from None
    except Overdue as error:
        found_before = {leak for verdict in (*verdicts, *error.done) for leak in verdict.leaks}
        raise GateFailed(type(error).__name__, sorted(found_before)) from None
    except Died as error:
        raise GateDied(type(error).__name__) from None
    except Exception as error:  # whatever it is, nothing may be published, and its words may hold a value
        raise GateFailed(type(error).__name__) from None
    leaks = {leak for verdict in verdicts for leak in verdict.leaks}
    waived = dict.fromkeys(waiver for verdict in verdicts for waiver in verdict.waived)
    values = frozenset[tuple[str, str]]().union(*(verdict.values for verdict in verdicts))
    by_file = {name: digests for verdict in verdicts for name, digests in verdict.clean.items()}
    pictured = tuple(found for verdict in verdicts for found in verdict.pictured)
    reminders = {leak for verdict in verdicts for leak in verdict.reminders}
    stained = {name for (name, _), verdict in zip(files, verdicts, strict=True) if name not in verdict.spotless}
    spotless = frozenset(name for name, _ in files if name not in stained)
    return Verdict(tuple(sorted(leaks)), tuple(waived), values, by_file, pictured, tuple(sorted(reminders)), spotless)


def fingerprint(policy: ScanPolicy) -> str:
    """Changes with everything that decides whether a file is clean.

    The source of the rules, wherever it lies; Python with its tables of Unicode; the libraries that open PDFs and
    pictures; and the contacts and values of ``policy``. Not its waivers: for a site, ``values`` has what they allow.
    """
    digest = hashlib.sha256(rules_digest().encode())
    digest.update(f"{sys.version}\0{unicodedata.unidata_version}\0{zlib.ZLIB_RUNTIME_VERSION}\0".encode())
    digest.update("\0".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    known = policy.known
    for texts in (known.numbers, known.emails, known.addresses):
        digest.update("\n".join(sorted(texts)).encode() + b"\0")
    digest.update(repr(sorted((name, sorted(values)) for name, values in policy.values.items())).encode())
    return digest.hexdigest()


def _ready(
    policy: ScanPolicy, clean: frozenset[str], alike: frozenset[str] = frozenset()
) -> Callable[[ScannedFile], Verdict]:
    """Try the rules in the process that is to use them; return the search of one file."""
    check_rules()
    return partial(_inspect, policy, clean, alike)


def _inspect(policy: ScanPolicy, clean: frozenset[str], alike: frozenset[str], file: ScannedFile) -> Verdict:
    name, data = file
    if name in alike and (digests := _spotless(name, data)) is not None:
        by_file = {name: digests} if digests else {}
        return Verdict((), (), frozenset(), by_file, spotless=frozenset((name,)))
    allowed = frozenset[str]().union(*(found for start, found in policy.values.items() if name.startswith(start)))
    place = ""
    leaks: list[Leak] = []
    waived: dict[str, Waiver] = {}
    pictured: dict[str, Leak] = {}
    still_clean: set[str] = set()
    try:
        for path, (line, column), kind, value, nameable in _sightings(name, data, policy.known, clean, still_clean):
            place = place or _waivable(name, policy.root)
            if value in allowed or (nameable and name in policy.naming):
                continue
            if kind == PICTURE_PAGE:
                pictured.setdefault(value, Leak(path, line, column, kind, place))
                continue
            if waiver := waiver_for(policy.waivers, place, kind, value):
                waived[value] = waiver
            else:
                named = policy.with_hashes and place and may_be_waived(kind, value)
                leaks.append(Leak(path, line, column, kind, place, waiver_hash(place, kind, value) if named else ""))
    except Unreadable as error:
        reason = UNREADABLE[str(error) if str(error) in UNREADABLE else "damaged"]
        leaks.append(Leak(shown_name(name), 1, 1, "unreadable", _waivable(name, policy.root), reason=reason))
    by_file = {name: frozenset(still_clean)} if still_clean else {}
    stops = tuple(leak for leak in leaks if leak.kind not in REMINDED)
    reminders = tuple(leak for leak in leaks if leak.kind in REMINDED)
    values = frozenset((place, value) for value in waived)
    unread = tuple((leak, value) for value, leak in pictured.items())
    return Verdict(stops, tuple(waived.values()), values, by_file, unread, reminders)


def _spotless(name: str, data: Path | bytes) -> frozenset[str] | None:
    """The digests of the stretches of its long texts, if nothing in a file looks private to the strictest policy."""
    digests = set[str]()
    try:
        is_spotless = not any(True for _ in _sightings(name, data, NO_PUBLIC_CONTACTS, frozenset(), digests))
    except Unreadable:
        return None
    return frozenset(digests) if is_spotless else None


def _waivable(name: str, root: str) -> str:
    """The path that a waiver would give for a file; "" where none reaches."""
    return shown_name(name.removeprefix(root)) if name.startswith(root) else ""


def _sightings(
    name: str, data: Path | bytes, known: PublicContacts, clean: frozenset[str], still_clean: set[str]
) -> Iterator[tuple[str, tuple[int, int], str, str, bool]]:
    """Path as it may be shown, place, kind, canonical value, and whether it is ``nameable``, of what looks private.

    Adds to ``still_clean`` the digests of the stretches of its long texts, where nothing is in them.
    """
    if isinstance(data, Path):
        if data.stat().st_size > MAX_FILE_BYTES:
            raise Unreadable("too large")
        data = data.read_bytes()
    left = ALWAYS_READ + READ_A_BYTE * len(data)
    for passage in passages(name, data):
        left -= len(passage.source)
        if left < 0:
            raise Unreadable("unpacks to too much")
        if passage.alarm:
            yield _path(name, passage), (passage.page or 1, 1), passage.alarm, hashlib.sha256(data).hexdigest(), False
            continue
        text = passage.text
        if len(text) < LONG_TEXT:
            hits = find(text, known)
        else:
            hits, digests = find_in_long(text, known, clean)
            still_clean |= digests
        places = passage.places([hit.start for hit in hits]) if hits else []
        for hit, place in zip(hits, places, strict=True):
            yield _path(name, passage), place, hit.kind, canonical(text[hit.start : hit.end]), hit.nameable


def _path(name: str, passage: Passage) -> str:
    """Where a passage stands, without what is private in its name."""
    return "!".join(shown_name(part) for part in (name, passage.part) if part)


def shown_name(name: str) -> str:
    """``name`` without what is private in it."""
    for hit in reversed(find(name)):
        name = f"{name[: hit.start]}〔…〕{name[hit.end :]}"
    return name
