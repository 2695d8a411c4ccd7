"""Where the gate stands: at the prose before a build, at the staged site after it, at any file on request."""

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.content.load import PROSE_FOLDER, is_prose, load, place_problem
from generator.content.problems import Problem, make_problem
from generator.model import Dataset, Waiver
from generator.privacy import NOTHING_KNOWN
from generator.privacy.gate import Item, Leak, ScanPolicy, Verdict, fingerprint, inspect
from generator.privacy.waivers import in_force, public_contacts
from generator.publish.files import save
from generator.publish.staging import Stage
from generator.rules.privacy import waived, waiver_place
from generator.system.progress import Progress
from generator.texts.clerks import KINDS
from generator.texts.commands import TEXTS

STDIN = "-"


@dataclass(frozen=True)
class AppliedWaivers:
    """The waivers that this content needs today, and the values that may therefore be published."""

    waivers: tuple[Waiver, ...]
    values: frozenset[str]

    def lines(self) -> tuple[str, ...]:
        """One sentence for each waiver, with its reason and last day."""
        return tuple(
            TEXTS["waived"].format(path=item.path, kind=KINDS[item.kind], reason=item.reason, until=item.until)
            for item in self.waivers
        )


def prose_problems(content: Path, dataset: Dataset, today: date) -> tuple[Problem, ...]:
    """What the gate finds in the pages of prose and the files beside them. Raises GateFailed."""
    verdict = _prose(content, dataset, today)
    leaks = [
        make_problem("privacy/number", leak.path, leak.line, leak.column, {"kind": KINDS[leak.kind]})
        for leak in verdict.leaks
    ]
    unused = [
        place_problem(content, "waiver/unused", waiver_place(dataset, waiver), {})
        for waiver in in_force(dataset.waivers, today)
        if waiver.path.startswith(f"{PROSE_FOLDER}/") and waiver not in verdict.waived
    ]
    return (*leaks, *unused)


def applied_waivers(content: Path, dataset: Dataset, today: date) -> AppliedWaivers:
    """What waivers allow today, in records, rows and prose. Raises GateFailed."""
    if not in_force(dataset.waivers, today):
        return AppliedWaivers((), frozenset())
    found, prose = waived(dataset, today), _prose(content, dataset, today)
    needed = {*(waiver for _, waiver in found), *prose.waived}
    values = prose.values | {value for value, _ in found}
    return AppliedWaivers(tuple(item for item in dataset.waivers if item in needed), values)


def inspect_site(
    stage: Stage, dataset: Dataset, allowed: AppliedWaivers, cache: Path, workers: int, progress: Progress
) -> tuple[Leak, ...]:
    """Every leak in the staged site; bytes that an earlier build found clean by the same rules are not read again.

    The memory goes by hash and ending, since the ending says how a file is read. Raises GateFailed.
    """
    policy = ScanPolicy(public_contacts(dataset), allowed.values)
    memory, rules = cache / "gate.json", fingerprint(policy)
    clean = _remembered(memory, rules)
    items: list[Item] = []
    present: set[str] = set()
    for address, _ in stage.files():
        path = stage.folder / address
        digest = stage.digests.get(address) or hashlib.sha256(path.read_bytes()).hexdigest()
        key = f"{digest}.{address.rpartition('.')[2]}"
        present.add(key)
        items.append((address, b"" if key in clean else path))  # the name is looked at in any case
    leaks = inspect(items, policy, workers, progress).leaks
    if not leaks and present != clean:
        save(memory, json.dumps({"rules": rules, "clean": sorted(present)}).encode())
    return leaks


def inspect_files(files: Sequence[Item], content: Path, dataset: Dataset, today: date) -> tuple[Leak, ...]:
    """Every leak in single files that leave the project outside a site. Raises GateFailed."""
    return inspect(files, ScanPolicy(public_contacts(dataset), applied_waivers(content, dataset, today).values)).leaks


def scan(
    paths: Iterable[str],
    standard_input: bytes,
    content: Path | None,
    today: date,
    with_hashes: bool,
    progress: Progress,
) -> tuple[Leak, ...]:
    """Every leak in files, folders and standard input ("-"), known contacts and waivers of ``content`` considered.

    Symbolic links in folders are not followed; hidden files are read. Raises GateFailed, and OSError for a path that
    cannot be read.
    """
    items: list[Item] = []
    for path in paths:
        items += [(STDIN, standard_input)] if path == STDIN else [(_shown(file), file) for file in _files(Path(path))]
    dataset = load(content).dataset if content else None
    known = public_contacts(dataset) if dataset else NOTHING_KNOWN
    root = f"{_shown(content)}/" if content else ""
    waivers = in_force(dataset.waivers, today) if dataset else ()
    policy = ScanPolicy(known, waivers=waivers, root=root, with_hashes=with_hashes)
    return inspect(items, policy, os.cpu_count() or 1, progress).leaks


def _prose(content: Path, dataset: Dataset, today: date) -> Verdict:
    """The gate over what may be published of the prose; what cannot be opened, others report."""
    policy = ScanPolicy(public_contacts(dataset), waivers=in_force(dataset.waivers, today), root=f"{content.name}/")
    paths = (path for path in _below(content / PROSE_FOLDER) if os.access(path, os.R_OK))
    items: list[Item] = [(f"{content.name}/{path.relative_to(content).as_posix()}", path) for path in paths]
    return inspect([item for item in items if is_prose(item[0])], policy)


def _files(path: Path) -> Iterator[Path]:
    """``path`` or the files below it; raises OSError for one that may not be read."""
    for file in _below(path, _refuse) if path.is_dir() else (path,):
        if not file.stat() or not os.access(file, os.R_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(file))
        yield file


def _below(folder: Path, complain: Callable[[OSError], None] | None = None) -> Iterator[Path]:
    """The regular files below ``folder``, in order; links, pipes and devices are left alone."""
    for place, folders, names in os.walk(folder, onerror=complain):
        folders.sort()
        files = (Path(place, name) for name in sorted(names))
        yield from (file for file in files if file.is_file() and not file.is_symlink())


def _refuse(error: OSError) -> None:
    raise error


def _shown(path: Path) -> str:
    """``path`` from here, where it lies below; else from the root."""
    whole = path.absolute()
    return (whole.relative_to(Path.cwd()) if whole.is_relative_to(Path.cwd()) else whole).as_posix()


def _remembered(memory: Path, rules: str) -> set[str]:
    """Hashes of the files that the same rules found clean; nothing where there is no sound memory."""
    try:
        kept = json.loads(memory.read_bytes())
        return set(kept["clean"]) if kept["rules"] == rules else set()
    except (OSError, ValueError, KeyError, TypeError):
        return set()
