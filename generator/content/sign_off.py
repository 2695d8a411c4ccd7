"""Sign-off (三审三校): which version of each record is published.

A record is its file and, where it has one, its table. The version that every role has approved is published. While the
files in the content say something else, the approved version stands in for them; it is kept beside the content, in the
folder ``approved``. A record that was never approved is left out. What is taken away or
withdrawn goes at once.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from generator.content.field_places import place_of
from generator.content.problems import Problem, make_problem
from generator.content.project import approved_folder
from generator.content.read_files import TABLED
from generator.model import (
    Approval,
    Approvals,
    Dataset,
    Keys,
    Notice,
    Record,
    RecordKey,
    RecordKind,
    ResultPeriod,
    Site,
)
from generator.texts.sign_off import SIGN_OFF

FILE = "approvals.yml"
SITE_FILE = "site.yml"
SIGNED_KINDS: tuple[RecordKind, ...] = ("services", "regulations", "notices", "results", "disclosures", "bundles")
"""What is published as a hall has written it; a catalogue is for the hall itself, and ratings are the official ones."""

Version = Mapping[str, bytes | None]
"""Path of each file of a record below the content folder -> its bytes; None where it cannot be read."""


@dataclass
class Held:
    """What sign-off changes: files that are not published as they are, and what stands in for them.

    ``offline`` are the records that are not published; ``new`` those of them that nobody has approved yet. Of
    ``refused`` ones the approved version was tampered with. ``changed`` maps the file of each of the others to its
    path as messages show it, and to what fills their blanks.
    """

    withheld: set[str] = field(default_factory=set)
    stand_ins: dict[str, bytes] = field(default_factory=dict)
    new: set[RecordKey] = field(default_factory=set)
    refused: set[RecordKey] = field(default_factory=set)
    offline: set[RecordKey] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    changed: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def withdraw(self, path: str) -> None:
        """Tell of the record in this file that what it withdraws has gone, and the rest of it waits."""
        shown, values = self.changed[path]
        self.problems.remove(make_problem("sign-off/changed", shown, 1, 1, values))
        self.problems.append(make_problem("sign-off/withdrawn", shown, 1, 1, values))

    def records(self) -> frozenset[RecordKey]:
        """The records that are not published as they are in the content."""
        return frozenset((*filter(None, map(RecordKey.of_file, self.withheld)), *self.offline))

    def may_withdraw(self, typed: Mapping[str, object]) -> Iterator[str]:
        """The files in which something may be withdrawn that is online, by what is ``typed`` and not approved yet."""
        kinds = ("notices/", "results/")
        return (path for path in self.stand_ins if path in typed and path.startswith(kinds) and path.endswith(".yml"))

    def published(self, dataset: Dataset, folder: Path) -> Dataset:
        """``dataset`` without the periods and bundles of services that nobody has approved yet: they wait, too."""
        waiting = dict(_waiting(dataset, self.new))
        for key, first in waiting.items():
            values = {"service": str(first)}
            self.problems.append(make_problem("sign-off/waits", f"{folder.name}/{key.file}", 1, 1, values))
        self.offline |= waiting.keys()
        return replace(
            dataset,
            results={name: one for name, one in dataset.results.items() if RecordKey("results", name) not in waiting},
            bundles={name: one for name, one in dataset.bundles.items() if RecordKey("bundles", name) not in waiting},
            broken=dataset.broken | self.refused,
            offline=frozenset(self.offline),
        )


class Ledger:
    """Which roles have approved which version, as approvals.yml says.

    Once all roles have approved a version, what was approved of others before holds no longer: who goes back to an
    older text has it approved anew.
    """

    def __init__(self, roles: Sequence[str], approvals: Sequence[Approval]) -> None:
        self.roles = roles
        self._days = {(one.record, one.hash, one.role): one.day for one in approvals}
        self._holding: dict[str, dict[str, set[str]]] = {}
        for one in approvals:
            of_record = self._holding.setdefault(one.record, {})
            of_record.setdefault(one.hash, set()).add(one.role)
            if of_record[one.hash].issuperset(roles):
                self._holding[one.record] = {one.hash: of_record[one.hash]}

    def missing(self, key: RecordKey, version: Version) -> list[str]:
        """The roles that have yet to approve this version, in their order."""
        approved = self._holding.get(str(key), {}).get(version_hash(version), set())
        return [role for role in self.roles if role not in approved]

    def lacking(self, key: RecordKey, version: Version) -> list[str]:
        """The roles that have never approved this version, in their order."""
        mark = version_hash(version)
        return [role for role in self.roles if (str(key), mark, role) not in self._days]

    def day(self, key: RecordKey, version: Version) -> date:
        """The day on which the last role approved this version. ValueError where none has."""
        mark = version_hash(version)
        return max(day for (record, of, _), day in self._days.items() if (record, of) == (str(key), mark))


def version_hash(version: Version) -> str:
    """Stands for what the files of a record say, whatever their line ends; "" for one that cannot be read."""
    marks = [
        sha256(data.replace(b"\r\n", b"\n")).hexdigest() for _, data in sorted(version.items()) if data is not None
    ]
    if len(marks) < len(version):
        return ""
    return (marks[0] if len(marks) == 1 else sha256("".join(marks).encode()).hexdigest())[:32]


def kept_version(content: Path, key: RecordKey) -> Version:
    """The files of the approved version of ``key``; none where there is no such version."""
    found = {path: _bytes(approved_folder(content) / path) for path in _files(key)}
    return {path: data for path, data in found.items() if data is not None}


def versions(sources: Mapping[str, object]) -> dict[RecordKey, Version]:
    """The files of each record among ``sources``, which maps paths to bytes, or to why there are none."""
    found: dict[RecordKey, dict[str, bytes | None]] = {}
    for path, data in sources.items():
        if (key := RecordKey.of_file(path)) and key.kind in SIGNED_KINDS and path in _files(key):
            found.setdefault(key, {})[path] = data if isinstance(data, bytes) else None
    return dict(found)


def _files(key: RecordKey) -> tuple[str, ...]:
    """The file of a record and, where it has one, that of its table."""
    return (key.file, f"{key.kind}/{key.id}.csv") if key.file.startswith(TABLED) else (key.file,)


def held_back(folder: Path, sources: Mapping[str, object], heads: Mapping[str, Record | None]) -> Held:
    """What sign-off holds back of ``sources``; nothing where ``heads``, site.yml and approvals.yml, switch it off."""
    site, approvals = heads.get(SITE_FILE), heads.get(FILE)
    held = Held()
    if not isinstance(site, Site) or site.sign_off is None:
        return held
    if FILE in sources and not isinstance(approvals, Approvals):
        return held  # nobody can say what was approved; that the file is broken keeps everything from being published
    rows = approvals.approvals if isinstance(approvals, Approvals) else ()
    ledger = Ledger(site.sign_off.roles, rows)
    typed = versions(sources)
    for key, version in typed.items():
        _judge(folder, key, version, ledger, held)
    if typed and held.new == typed.keys() and isinstance(source := sources.get(SITE_FILE), bytes):
        line, column = place_of(source, ("sign_off",), True, Site)
        values = {"role": ledger.roles[0]}
        held.problems.append(make_problem("sign-off/none", f"{folder.name}/{SITE_FILE}", line, column, values))
    gone = set(_kept_records(folder)) - typed.keys()
    held.offline |= gone
    if isinstance(source := sources.get(FILE), bytes):
        held.problems += _faulty_rows(folder, source, ledger, rows, {*map(str, (*typed, *gone))})
    return held


def with_withdrawals(approved: Record | None, draft: Record | None) -> Record | None:
    """``approved`` with what ``draft`` withdraws; None where that is nothing more. Nobody's approval is waited for."""
    if isinstance(approved, Notice) and isinstance(draft, Notice):
        return _changed(approved, withdrawn=draft.withdrawn or approved.withdrawn)
    if isinstance(approved, ResultPeriod) and isinstance(draft, ResultPeriod):
        rows = tuple(dict.fromkeys((*approved.withdrawn_rows, *draft.withdrawn_rows)))
        return _changed(approved, withdrawn=draft.withdrawn or approved.withdrawn, withdrawn_rows=rows)
    return None


def _changed(record: Record, **values: object) -> Record | None:
    changed = record.model_copy(update=values)
    return changed if changed != record else None


def _judge(folder: Path, key: RecordKey, version: Version, ledger: Ledger, held: Held) -> None:
    """Decide what is published of one record, and note what the clerk has to know."""
    kept, missing, shown = kept_version(folder, key), ledger.missing(key, version), f"{folder.name}/{key.file}"
    if not missing:
        if version_hash(kept) != version_hash(version):
            values = {"record": str(key), "role": ledger.roles[-1]}
            held.problems.append(make_problem("sign-off/no-copy", shown, 1, 1, values))
        return
    held.withheld |= version.keys()
    values = {"record": str(key), "roles": listed(missing), "role": missing[0]}
    if not kept:
        held.new.add(key)
        held.problems.append(make_problem("sign-off/new", shown, 1, 1, values))
    elif lacking := ledger.lacking(key, kept):
        held.refused.add(key)
        if len(lacking) < len(ledger.roles):
            held.problems.append(make_problem("sign-off/role-added", shown, 1, 1, values))
        else:
            copy = f"{approved_folder(folder).name}/{next(iter(kept))}"
            held.problems.append(make_problem("sign-off/tampered", copy, 1, 1, {"roles": listed(lacking)}))
    else:
        held.stand_ins |= {path: data for path, data in kept.items() if data is not None}
        values["day"] = SIGN_OFF["day"].format(day=ledger.day(key, kept))
        held.changed[key.file] = shown, values
        held.problems.append(make_problem("sign-off/changed", shown, 1, 1, values))
        return
    held.offline.add(key)


def listed(roles: Sequence[str]) -> str:
    """Roles one after the other, as messages name them."""
    return SIGN_OFF["between"].join(roles)


def _kept_records(content: Path) -> Iterator[RecordKey]:
    for kind in SIGNED_KINDS:
        for path in sorted((approved_folder(content) / kind).glob("*.yml")):
            if key := RecordKey.of_file(f"{kind}/{path.name}"):
                yield key


def _faulty_rows(
    folder: Path, source: bytes, ledger: Ledger, rows: Sequence[Approval], known: set[str]
) -> Iterator[Problem]:
    """Rows of something else than a role of the list, and of records that there are not. No name is quoted."""

    def problem(rule: str, keys: Keys, **values: str) -> Problem:
        line, column = place_of(source, ("approvals", *keys), False, Approvals)
        return make_problem(rule, f"{folder.name}/{FILE}", line, column, values)

    for number, row in enumerate(rows):
        if row.role not in ledger.roles:
            yield problem("sign-off/role", (number, "role"), roles=listed(ledger.roles), role=ledger.roles[0])
        if row.record not in known:
            yield problem("sign-off/record", (number, "record"))


def _waiting(dataset: Dataset, new: set[RecordKey]) -> Iterator[tuple[RecordKey, RecordKey]]:
    """Each period and bundle that names a service among ``new``, with the first of them."""
    named: dict[RecordKey, Iterable[str]] = {}
    for name, results in dataset.results.items():
        named[RecordKey("results", name)] = (entry.row.service for entry in results.entries)
    for name, bundle in dataset.bundles.items():
        named[RecordKey("bundles", name)] = bundle.services
    for key, services in named.items():
        first = next((one for name in services if (one := RecordKey("services", name)) in new), None)
        if first:
            yield key, first


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes() if path.is_file() else None
    except OSError:
        return None
