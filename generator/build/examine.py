"""Read and check a content folder: what ``gongshi check`` shows, and what every output starts from."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from generator.build.checkpoints import at_the_gate, prose_problems
from generator.build.prose_texts import prose_gaps
from generator.build.scheduled import as_of, coming_findings, in_files, is_coming
from generator.content.known_places import KnownPlaces
from generator.content.load import Loaded, load, place_problem
from generator.content.parsed_records import ParsedRecords
from generator.content.problems import ContentError, Problem, in_order, make_problem
from generator.content.prose import read_pages
from generator.content.starter_values import in_pages, in_record, is_demo, without_echoes
from generator.content.stray_files import stray_registers
from generator.model import Dataset, PictureFile, RecordKey
from generator.privacy.waivers import public_contacts
from generator.rules import Finding, check, without_placeholders
from generator.system import on_demand
from generator.texts.pages import WORDS

TEXT_RULES = (
    "text/placeholder", "text/narrow-sign", "text/pinyin", "name/hall", "name/like-hall", "privacy/number",
    "privacy/name", "privacy/notice-name", "privacy/notice-number",
)  # fmt: skip
"""Rules that read every text of a record and nothing else of it."""

OWN_RULES = (
    "service/basis", "service/materials", "service/no-materials", "service/steps", "service/step-detail",
    "service/limits", "service/essentials", "time-limit/order", "time-limit/unit", "time-limit/promise",
    "time-limit/counts", "redress/no-act",
    "time-limit/immediate", "extension/days", "fee/basis", "material/catch-all", "status/reason", "status/successor",
    "disclosure/basis", "disclosure/names-days", "reference/situation", "text/truncated", "text/numbered",
)  # fmt: skip
"""Rules of which a service's own file decides alone what they say of it: no other file, and not the day."""

CHANGE_RULES = ("change/wrong", "change/outdated", "change/coming", "change/unconfirmed")
"""Rules of which a service's file, the materials, the known changes and the day decide what they say of it."""

SHARED_FILES = ("site.yml", "windows.yml", "materials.yml", "translations.yml")
"""Files that records of many kinds refer to."""


@dataclass(frozen=True)
class Examined:
    """A content folder as it was found: its records, if they can be used at all, and every problem once, in order.

    ``dataset`` are the records of the day, ``as_written`` those of the files, before any scheduled change.
    ``incomplete`` holds every record with a gap. ``digests`` maps each record that has a file of its own to a hash of
    what the record says, ``shared`` is the same for the files that many records refer to. ``read`` maps the path of
    each file of records that was read once, and not again for the place of a problem, to the SHA-256 of its bytes.
    ``held`` are the records of which sign-off does not publish what is in the folder.
    ``findings`` maps each gap among the problems to the finding of a rule that it was made from; a gap in prose has
    none.
    """

    dataset: Dataset | None
    problems: tuple[Problem, ...]
    incomplete: frozenset[RecordKey] = frozenset()
    digests: Mapping[RecordKey, str] = field(default_factory=dict)
    shared: str = ""
    read: Mapping[str, str] = field(default_factory=dict)
    findings: Mapping[Problem, Finding] = field(default_factory=dict)
    held: frozenset[RecordKey] = frozenset()
    as_written: Dataset | None = None

    def sound(self, refusal: type[ContentError] = ContentError) -> Dataset:
        """The records, if they may be published. Raises ``refusal``, which says what is not done otherwise."""
        if self.dataset is None or any(problem.severity == "error" for problem in self.problems):
            raise refusal(self.problems)
        return self.dataset

    def problems_of(self, key: RecordKey) -> tuple[Problem, ...]:
        """What is wrong with one record."""
        return tuple(p for p in self.problems if RecordKey.of_file(p.path.partition("/")[2]) == key)

    def shared_placeholders(self) -> tuple[Problem, ...]:
        """The placeholders in the files that records of many kinds refer to."""
        found = (problem for problem in self.problems if problem.rule == "text/placeholder")
        return tuple(problem for problem in found if problem.path.partition("/")[2] in SHARED_FILES)


def examine(
    content: Path,
    today: date,
    workers: int = 1,
    known: ParsedRecords | None = None,
    settled: set[str] | None = None,
    root: Path | None = None,
    drafts: bool = False,
    places: KnownPlaces | None = None,
) -> Examined:
    """Load and check ``content``, and look for registers in the project at ``root``. Raises UnfitSite.

    Where sign-off is switched on, that is what is approved, and with ``drafts`` what is in the folder.

    Files whose bytes are ``known`` are not parsed again, and records that are ``settled`` (see ``text_marks``,
    ``own_marks``) are not read again by the rules that found nothing in them; both are brought up to date, and so are
    the ``places`` of problems, for which no file is read again.
    """
    loaded = load(content, workers, known, signed=not drafts)
    settled = set() if settled is None else settled
    places = places or KnownPlaces()
    places.begin()
    starter = _starter_problems(loaded, settled)
    strays = [
        make_problem("file/register", path, 1, 1, {}) for path in (stray_registers(root, content) if root else ())
    ]
    before = (*strays, *loaded.problems, *starter.problems)
    if loaded.dataset is None:
        return Examined(None, in_order(without_echoes([*before])), held=loaded.held)
    loaded = replace(loaded, dataset=replace(loaded.dataset, pictures=_measured(loaded.dataset.pictures)))
    written = loaded.dataset
    assert written is not None
    loaded = as_of(loaded, today)
    assert loaded.dataset is not None
    found_today = _findings(loaded, today, settled)
    findings = in_files((*found_today, *coming_findings(written, today)), written, today)
    settled |= starter.quiet
    prose = at_the_gate(partial(prose_problems, content, loaded.dataset, today))
    problems = [_placed(one, loaded, places) for one in findings]
    gaps = (
        finding.place.record
        for finding, problem in zip(findings, problems, strict=True)
        if problem.severity == "gap" and not is_coming(finding, written, today)
    )
    cleared = _with_placeholders(findings)
    found = in_order(without_echoes([*before, *problems, *prose]))
    read_again = {problem.path.partition("/")[2] for problem in (*before, *prose)} | places.read_again
    return Examined(
        without_placeholders(loaded.dataset, findings, WORDS["unknown"]),
        found,
        frozenset(key for key in gaps if key),
        _record_digests(loaded.digests, cleared),
        _digest(*((loaded.digests.get(path), path in cleared) for path in SHARED_FILES)),
        {path: digest for path, digest in loaded.typed.items() if path not in read_again},
        {problem: finding for finding, problem in zip(findings, problems, strict=True) if problem.severity == "gap"},
        loaded.held,
        written,
    )


def _placed(finding: Finding, loaded: Loaded, places: KnownPlaces) -> Problem:
    """The problem of a finding; rows of tables have their place with them."""
    place = finding.place
    home = loaded.home(place.path)
    is_row = place.path.endswith(".csv")
    known = None if is_row else places.place(home, place.path, loaded.digests.get(place.path), place.keys)
    return place_problem(home, finding.rule, place, finding.values, known)


def _measured(pictures: Mapping[str, PictureFile]) -> dict[str, PictureFile]:
    """The pictures with their sizes."""
    if not pictures:
        return {}
    size_of = on_demand.load("generator.privacy.media.size").size_of
    return {path: PictureFile(file.data, *(size_of(file.data) or (0, 0))) for path, file in pictures.items()}


class _Starter(NamedTuple):
    """What nobody has replaced of that which the program wrote, and marks of the files in which nothing was found."""

    problems: list[Problem]
    quiet: set[str]


def _starter_problems(loaded: Loaded, settled: set[str]) -> _Starter:
    """Starter values in records and prose, placeholders in prose, and pages that cannot be read."""
    pages = read_pages(loaded.folder)
    demo = is_demo(loaded.dataset.site if loaded.dataset else None)
    found = _Starter([*pages.problems, *in_pages(pages.texts, demo), *prose_gaps(pages.texts)], set())
    for path, digest in loaded.digests.items():
        mark = _digest("starter", digest, demo)
        left: tuple[Problem, ...] = ()
        if path.endswith(".yml") and mark not in settled:
            home = loaded.home(path)
            left = in_record(f"{home.name}/{path}", (home / path).read_bytes(), demo)
            found.problems.extend(left)
        if not left:
            found.quiet.add(mark)
    return found


def _findings(loaded: Loaded, today: date, settled: set[str]) -> tuple[Finding, ...]:
    """Every finding in a content folder; ``settled`` marks are brought up to date.

    Nothing is said of a file as a whole that could not be read: what it lacks may stand in it.
    """
    assert loaded.dataset is not None
    texts, own = text_marks(loaded.dataset, loaded.digests), own_marks(loaded.digests)
    changes = change_marks(loaded.dataset, loaded.digests, today)
    quiet, consistent, followed = (
        frozenset(key for key, mark in marks.items() if mark in settled) for marks in (texts, own, changes)
    )
    findings = check(replace(loaded.dataset, settled=quiet, consistent=consistent, followed=followed), today)
    settled.clear()
    for marks, rules in ((texts, TEXT_RULES), (own, OWN_RULES), (changes, CHANGE_RULES)):
        noisy = {finding.place.record for finding in findings if finding.rule in rules}
        settled.update(mark for key, mark in marks.items() if key not in noisy)
    unread = {problem.path for problem in loaded.problems if problem.severity == "error"}
    homes = ((one, loaded.home(one.place.path).name) for one in findings)
    return tuple(one for one, home in homes if one.place.keys or f"{home}/{one.place.path}" not in unread)


def own_marks(files: Mapping[str, str]) -> dict[RecordKey, str]:
    """Mapping service -> digest of its file and its name, which decide what ``OWN_RULES`` say of it."""
    return {
        key: _digest(key, digest)
        for path, digest in files.items()
        if path.endswith(".yml") and (key := RecordKey.of_file(path)) and key.kind == "services"
    }


def change_marks(dataset: Dataset, files: Mapping[str, str], today: date) -> dict[RecordKey, str]:
    """Mapping service -> digest of its file and of all else that decides what ``CHANGE_RULES`` say of it.

    That is the materials, the changes and which of them are in force.
    """
    in_force = tuple(change.since <= today for change in dataset.changes)
    circumstances = _digest("changes", dataset.changes, dataset.left_out, in_force, files.get("materials.yml"))
    return {key: _digest(circumstances, mark) for key, mark in own_marks(files).items()}


def text_marks(dataset: Dataset, files: Mapping[str, str]) -> dict[RecordKey, str]:
    """Mapping record -> digest of its file, its name and of all else that decides what rules about texts say of it.

    That is what the hall and others are called, and which contacts are public. Records with a waiver have none: whether
    a waiver is needed is asked every time.
    """
    hall, contacts = dataset.site.hall, public_contacts(dataset)
    known = [sorted(texts) for texts in (contacts.numbers, contacts.emails, contacts.addresses)]
    circumstances = _digest(hall.name, hall.former_names, hall.other_institutions, dataset.site.town, known)
    waived = {waiver.path for waiver in dataset.waivers}
    return {
        key: _digest(key, files[key.file], circumstances)
        for path in files
        if path.endswith(".yml") and path not in waived and (key := RecordKey.of_file(path))
    }


def _with_placeholders(findings: Iterable[Finding]) -> frozenset[str]:
    """The files whose placeholders are taken out before their records are published."""
    return frozenset(finding.place.path for finding in findings if finding.rule == "text/placeholder")


def _record_digests(files: Mapping[str, str], cleared: frozenset[str]) -> dict[RecordKey, str]:
    """Mapping record -> hash of its file, and of whether placeholders were taken out; rows are not part of it."""
    return {
        key: _digest(digest, path in cleared)
        for path, digest in files.items()
        if path.endswith(".yml") and (key := RecordKey.of_file(path))
    }


def _digest(*parts: object) -> str:
    return sha256(repr(parts).encode()).hexdigest()
