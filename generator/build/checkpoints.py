"""Where the gate stands: at the prose before a build, at the staged site after it, at any file on request."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from generator.build.clean_files import AlikeFiles, file_mark, read_clean, write_clean
from generator.build.named_files import files_below, files_in, shown_path
from generator.content.load import load, place_problem
from generator.content.problems import Problem, make_problem
from generator.content.prose import PROSE_FOLDER, is_prose
from generator.facts.services import shows_names
from generator.kit.kinds import KINDS
from generator.model import Dataset, Place, RecordKey, SheetKey, Waiver
from generator.privacy import NO_PUBLIC_CONTACTS
from generator.privacy.gate import ScannedFile, ScanPolicy, fingerprint, inspect
from generator.privacy.verdict import GateDied, GateFailed, Leak, Verdict
from generator.privacy.waivers import in_force, public_contacts, way_out
from generator.publish.staging import Stage, StagedFile
from generator.rules.privacy import waived, waiver_place
from generator.site import addresses
from generator.system.failures import Failure, ReportLine
from generator.system.progress import Progress
from generator.texts.commands import TEXTS
from generator.texts.private import PRIVATE_KIND_NAMES

STDIN = "-"
T = TypeVar("T")


class UnfitSite(Failure):
    """What was made is not fit to be published; nothing was. ``faults`` say what is wrong with it."""

    exit_code = 1
    consequence = TEXTS["nothing_published"]

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults

    def report(self) -> Iterator[ReportLine]:
        """Each fault, and what is as it was."""
        yield from map(ReportLine, (*self.faults, self.consequence))


class NotLookedAt(UnfitSite):
    """The gate was killed before it had looked at everything; nothing was published, and another try may do."""


class PrivateData(UnfitSite):
    """Something private stands in what was made; nothing was published."""

    def __init__(self, leaks: tuple[Leak, ...]) -> None:
        super().__init__(tuple(map(str, leaks)))
        self.leaks = leaks

    def report(self) -> Iterator[ReportLine]:
        """Each leak, what can be done about each kind of them, and what is as it was."""
        yield from map(ReportLine, self.faults)
        for kind in dict.fromkeys(leak.kind for leak in self.leaks):
            yield ReportLine(TEXTS["leak_way_out"].format(kind=PRIVATE_KIND_NAMES[kind], way_out=way_out(kind)))
        yield ReportLine(self.consequence)


@dataclass(frozen=True)
class AppliedWaivers:
    """The waivers that this content needs today, and the path and value (canonical) that each of them allows."""

    waivers: tuple[Waiver, ...]
    values: frozenset[tuple[str, str]]

    def on_site(self) -> dict[str, frozenset[str]]:
        """The beginning of addresses -> the values that may stand there, because they show the file of a waiver."""
        allowed: dict[str, frozenset[str]] = {}
        for path, value in self.values:
            for address in addresses.fed_by(path):
                allowed[address] = allowed.get(address, frozenset()) | {value}
        return allowed

    def lines(self) -> tuple[str, ...]:
        """One sentence for each waiver, with its reason and last day."""
        return tuple(
            TEXTS["waived"].format(
                path=item.path, kind=PRIVATE_KIND_NAMES[item.kind], reason=item.reason, until=item.until
            )
            for item in self.waivers
        )


def prose_problems(content: Path, dataset: Dataset, today: date) -> tuple[Problem, ...]:
    """What the gate finds in the pages of prose and the files beside them. Raises GateFailed."""
    verdict = _prose(content, dataset, today)
    leaks = [
        make_problem("privacy/number", leak.path, leak.line, leak.column, leak.as_values()) for leak in verdict.leaks
    ]
    unused = [
        place_problem(content, "waiver/unused", waiver_place(dataset, waiver), {})
        for waiver in in_force(dataset.waivers, today)
        if waiver.path.startswith(f"{PROSE_FOLDER}/") and waiver not in verdict.waived
    ]
    seen = {(item.file, item.sha256) for item in dataset.seen}
    pictured = {(leak.place, digest): leak for leak, digest in verdict.pictured}
    unseen = [
        make_problem(
            "privacy/picture-page",
            leak.path,
            leak.line,
            leak.column,
            {"file": place, "sha256": digest, "today": today.isoformat()},
        )
        for (place, digest), leak in pictured.items()
        if (place, digest) not in seen
    ]
    needless = [
        place_problem(content, "seen/unused", Place("seen.yml", ("seen", number)), {})
        for number, item in enumerate(dataset.seen)
        if (item.file, item.sha256) not in pictured
    ]
    names = [make_problem("privacy/name", leak.path, leak.line, leak.column, {}) for leak in verdict.reminders]
    return (*leaks, *names, *unused, *unseen, *needless)


def applied_waivers(content: Path, dataset: Dataset, today: date) -> AppliedWaivers:
    """What waivers allow today, in records, rows and prose. Raises GateFailed."""
    if not in_force(dataset.waivers, today):
        return AppliedWaivers((), frozenset())
    found, prose = waived(dataset, today), _prose(content, dataset, today)
    needed = {*(waiver for _, waiver in found), *prose.waived}
    values = prose.values | {(waiver.path, value) for value, waiver in found}
    return AppliedWaivers(tuple(item for item in dataset.waivers if item in needed), values)


def inspect_site(
    stage: Stage,
    dataset: Dataset,
    today: date,
    allowed: AppliedWaivers,
    cache: Path,
    workers: int,
    progress: Progress,
    called: Mapping[str, str] = MappingProxyType({}),
    alike: AlikeFiles | None = None,
    beside: Path | None = None,
    texts: Mapping[str, bytes] = MappingProxyType({}),
) -> tuple[Leak, ...]:
    """Every leak in the staged site; what an earlier build found clean by the same rules is not read again.

    ``called`` maps addresses to the names by which a file is looked at and reported: below the address of a record for
    a file that is of this record, and stands elsewhere. ``beside`` is the ``cache`` of the site that ``stage`` is made
    beside: what the same rules found clean there, under the same name, is not read again either. ``texts`` maps names
    that no file has to what files say that cannot be read in them; they are looked at as if they stood in the stage.

    Files are remembered by a hash of address and bytes: a name may be private too, and its ending says how a file is
    read. Of a long text its clean stretches are remembered, for the next build, in which a few of them differ. Pages
    that name people by law are never remembered: the day decides what may stand there. What is spotless among the
    files that halls have ``alike`` is not read, either. Raises GateFailed.
    """
    assert not texts.keys() & stage.files.keys(), "a text would hide the file of its name"
    alike = alike or AlikeFiles()
    files = stage.files | {name: StagedFile(sha256(text).hexdigest(), len(text)) for name, text in texts.items()}
    names = {address: called.get(address, address) for address in files}
    by_law = naming_records(dataset, today)
    naming = frozenset(name for name in names.values() if any(_shows(name, key) for key in by_law))
    policy = ScanPolicy(public_contacts(dataset), allowed.on_site(), naming)
    memory, rules = cache / "gate", fingerprint(policy)
    clean, stretches = read_clean(memory, rules)
    on_site, _ = read_clean(beside / "gate", rules) if beside else (set[str](), None)
    present = {file_mark(names[address], file): address for address, file in files.items()}
    unread = {
        mark: address
        for mark, address in present.items()
        if mark not in clean and mark not in on_site and not alike.is_spotless(mark)
    }
    items: list[ScannedFile] = [
        (names[address], texts[address] if address in texts else stage.folder / address) for address in unread.values()
    ]
    known = frozenset(digest for digests in stretches.values() for digest in digests)
    asked = frozenset(names[address] for mark, address in unread.items() if alike.is_worth_asking(mark))
    verdict = inspect(items, policy, workers, progress, known, asked)
    alike.note((mark, names[address] in verdict.spotless) for mark, address in unread.items())
    present = {mark: address for mark, address in present.items() if names[address] not in naming}
    if not verdict.leaks and (items or present.keys() != clean):
        there = frozenset(names.values())
        kept = {name: digests for name, digests in stretches.items() if name in there}
        kept |= {name: sorted(digests) for name, digests in verdict.clean.items()}
        write_clean(memory, rules, present, kept)
    return verdict.leaks


def _shows(address: str, notice: RecordKey) -> bool:
    """Whether a file is the page of a notice, stands below it (in a channel), or is one of its sheets."""
    sheets = (SheetKey(kind.name, notice) for kind in KINDS.values() if kind.may_name)
    return address.startswith(notice.page) or any(addresses.is_of_sheet(address, key) for key in sheets)


def admission(content: Path, dataset: Dataset, today: date) -> ScanPolicy:
    """What may stand in single files that leave the project outside a site. Raises UnfitSite.

    They are made of records alone, and these were looked at with the waivers of their own files.
    """
    applied = at_the_gate(partial(applied_waivers, content, dataset, today))
    return ScanPolicy(public_contacts(dataset), {"": frozenset(value for _, value in applied.values)})


def admit(files: Sequence[ScannedFile], policy: ScanPolicy, naming: bool = False) -> None:
    """Let single files pass, which may name people if they are ``naming``. Raises PrivateData, UnfitSite."""
    names = frozenset(name for name, _ in files) if naming else frozenset[str]()
    if leaks := at_the_gate(lambda: inspect(files, replace(policy, naming=names)).leaks):
        raise PrivateData(leaks)


def refusals(sets: Sequence[tuple[Sequence[ScannedFile], bool]], policy: ScanPolicy) -> list[UnfitSite | None]:
    """Why each set of files does not pass, None for one that does; with each, whether it may name people.

    All others are read together. Where that finds something or fails, each is read again: refused for itself alone.
    """
    usual = [file for files, naming in sets if not naming for file in files]
    clean = bool(usual) and _refusal(usual, policy, naming=False) is None
    return [None if clean and not naming else _refusal(files, policy, naming) for files, naming in sets]


def _refusal(files: Sequence[ScannedFile], policy: ScanPolicy, naming: bool) -> UnfitSite | None:
    """Why these files do not pass together."""
    try:
        admit(files, policy, naming)
    except UnfitSite as error:
        return error
    return None


def naming_records(dataset: Dataset, today: date) -> frozenset[RecordKey]:
    """The records whose pages and sheets may name people by law on ``today``."""
    return frozenset(RecordKey("notices", key) for key, one in dataset.notices.items() if shows_names(one, today))


def at_the_gate(step: Callable[[], T]) -> T:
    """Run ``step``; turn GateFailed into UnfitSite, GateDied into NotLookedAt."""
    try:
        return step()
    except GateFailed as error:
        kind = NotLookedAt if isinstance(error, GateDied) else UnfitSite
        raise kind((*map(str, error.leaks), TEXTS["gate_failed"].format(reason=error))) from None


def scan(
    paths: Iterable[str],
    standard_input: bytes,
    content: Path | None,
    today: date,
    with_hashes: bool,
    progress: Progress,
) -> tuple[Leak, ...]:
    """Every leak and name in files, folders and standard input ("-"); contacts and waivers of ``content`` count.

    A file with pages that are but pictures is one, too, until a person has looked at it.

    Symbolic links in folders are not followed; hidden files are read. Raises GateFailed, and OSError for a path that
    cannot be read.
    """
    items: list[ScannedFile] = []
    for path in paths:
        items += (
            [(STDIN, standard_input)] if path == STDIN else [(shown_path(file), file) for file in files_in(Path(path))]
        )
    dataset = load(content).dataset if content else None
    known = public_contacts(dataset) if dataset else NO_PUBLIC_CONTACTS
    root = f"{shown_path(content)}/" if content else ""
    waivers = in_force(dataset.waivers, today) if dataset else ()
    naming = frozenset(f"{root}{key.file}" for key in naming_records(dataset, today)) if dataset else frozenset[str]()
    policy = ScanPolicy(
        known, naming=naming, waivers=waivers, root=root, with_hashes=with_hashes and content is not None
    )
    verdict = inspect(items, policy, os.cpu_count() or 1, progress)
    seen = {item.sha256 for item in dataset.seen} if dataset else set[str]()
    unseen = (leak for leak, digest in verdict.pictured if digest not in seen)
    return tuple(sorted((*verdict.leaks, *verdict.reminders, *unseen)))


def _prose(content: Path, dataset: Dataset, today: date) -> Verdict:
    """The gate over what may be published of the prose; what cannot be opened, others report."""
    policy = ScanPolicy(public_contacts(dataset), waivers=in_force(dataset.waivers, today), root=f"{content.name}/")
    paths = (path for path in files_below(content / PROSE_FOLDER) if os.access(path, os.R_OK))
    items: list[ScannedFile] = [(f"{content.name}/{path.relative_to(content).as_posix()}", path) for path in paths]
    return inspect([item for item in items if is_prose(item[0])], policy)
