"""``gongshi approve``: one role approves records as they are in the content, having been shown what has changed.

A row in approvals.yml says so. Once every role has approved a version, it is kept beside the content.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from generator.build.examine import Examined, examine
from generator.catalogue.changes import FieldChange
from generator.catalogue.plain_records import differences
from generator.catalogue.report import field_line
from generator.content.file_kinds import model_of
from generator.content.hidden_files import is_hidden
from generator.content.problems import ContentError, excerpt
from generator.content.project import approved_folder
from generator.content.record_files import Unwritable, as_yaml, fields_of, with_changes
from generator.content.sign_off import (
    FILE,
    SIGNED_KINDS,
    Ledger,
    Version,
    kept_version,
    listed,
    version_hash,
    versions,
)
from generator.content.yaml_writing import Plain
from generator.model import Approvals, RecordKey
from generator.publish.files import save_together
from generator.system.environment import Refused
from generator.texts.sign_off import SIGN_OFF

_ALIKE = 8
"""So many characters are shown of what two texts have alike before they differ."""


class NotApproved(ContentError):
    """Something has errors, and is not approved; nothing was written."""

    consequence = SIGN_OFF["not_approved"]


class Places(NamedTuple):
    """Where it is written down who approved what (approvals.yml), as messages call it, and where copies are kept."""

    ledger: Path
    shown: str
    copies: Path


def places_of(content: Path) -> Places:
    """Where a hall alone with this ``content`` has both."""
    return Places(content / FILE, f"{content.name}/{FILE}", approved_folder(content))


@dataclass(frozen=True)
class Plan:
    """What ``role`` approves of ``content``: versions of records, each with the roles that are still to look at it.

    ``before`` is approvals.yml as it is. ``left_out`` are records that wait for the role and have errors.
    """

    content: Path
    places: Places
    role: str
    day: date
    ledger: Ledger
    before: bytes | None
    records: dict[RecordKey, Version]
    left_out: tuple[RecordKey, ...] = ()

    def still(self, key: RecordKey) -> list[str]:
        """The roles that have to approve a record after this one."""
        return [role for role in self.ledger.missing(key, self.records[key]) if role != self.role]


def planned(
    content: Path, names: Sequence[str], role: str, today: date, workers: int, places: Places | None = None
) -> Plan:
    """What it means that ``role`` approves the records called ``names``; without names, all that wait for it.

    ``places`` are those of a hall of a fleet. Raises Refused, NotApproved, UnfitSite.
    """
    places = places or places_of(content)
    examined = examine(content, today, workers, drafts=True)
    before = _bytes(places.ledger)
    ledger = _ledger(examined, before, role)
    typed = _versions(content)
    bad = {RecordKey.of_file(one.path.partition("/")[2]) for one in examined.problems if one.severity == "error"}
    plan = partial(Plan, content, places, role, today, ledger, before)
    if not names:
        waiting = [key for key in sorted(typed) if ledger.missing(key, typed[key])[:1] == [role]]
        fit = {key: typed[key] for key in waiting if key not in bad}
        return plan(fit, tuple(key for key in waiting if key in bad))
    keys = [_named(name, typed) for name in names]
    if wrong := [one for key in keys for one in examined.problems_of(key) if one.severity == "error"]:
        raise NotApproved(tuple(wrong))
    for key in keys:
        _refuse_out_of_turn(key, typed[key], role, ledger)
    return plan({key: typed[key] for key in keys if _is_open(content, key, typed[key], role, ledger)})


def _versions(content: Path) -> dict[RecordKey, Version]:
    """The files of each record as they are."""
    paths = sorted(path for kind in SIGNED_KINDS for path in (content / kind).glob("*"))
    files = (path for path in paths if path.is_file() and not path.is_symlink() and not is_hidden(path.name))
    return versions({path.relative_to(content).as_posix(): path.read_bytes() for path in files})


def _ledger(examined: Examined, before: bytes | None, role: str) -> Ledger:
    """Who approved what. Raises NotApproved where that cannot be read, Refused for a role that there is not."""
    of_ledger = [one for one in examined.problems if one.severity == "error" and one.path.endswith(f"/{FILE}")]
    if examined.dataset is None or of_ledger:
        raise NotApproved(tuple(of_ledger) or examined.problems)
    settings = examined.dataset.site.sign_off
    if settings is None:
        raise Refused(SIGN_OFF["off"])
    if role not in settings.roles:
        raise Refused(SIGN_OFF["no_role"].format(roles=listed(settings.roles)))
    rows = Approvals.model_validate(fields_of(before.decode("utf-8-sig"), Approvals) if before else {})
    return Ledger(settings.roles, rows.approvals)


def _named(name: str, typed: dict[RecordKey, Version]) -> RecordKey:
    """The record that is meant: services/x, with or without .yml, the folder of the content before it or not."""
    path = "/".join(name.replace("\\", "/").split("/")[-2:]).removesuffix(".yml").removesuffix(".csv")
    key = RecordKey.of_file(f"{path}.yml")
    if key is None or key not in typed:
        raise Refused(SIGN_OFF["no_record"].format(name=excerpt(name)))
    return key


def _refuse_out_of_turn(key: RecordKey, version: Version, role: str, ledger: Ledger) -> None:
    missing = ledger.missing(key, version)
    before = [one for one in ledger.roles[: ledger.roles.index(role)] if one in missing]
    if before and role in missing:
        raise Refused(SIGN_OFF["not_yet"].format(record=key, roles=listed(before), role=role))


def _is_open(content: Path, key: RecordKey, version: Version, role: str, ledger: Ledger) -> bool:
    """Whether there is anything to write: a row, or the copy that is kept."""
    missing = ledger.missing(key, version)
    return role in missing or (not missing and version_hash(kept_version(content, key)) != version_hash(version))


def lines(plan: Plan) -> Iterator[str]:
    """What to show before anything is written: each record, and what changes against the approved version."""
    for key, version in plan.records.items():
        yield from _of_record(key, version, kept_version(plan.content, key))
        still = plan.still(key)
        yield SIGN_OFF["then_others" if still else "then_online"].format(role=plan.role, roles=listed(still))
    for key in plan.left_out:
        yield SIGN_OFF["left_out"].format(record=key)
    if not plan.records and not plan.left_out:
        yield SIGN_OFF["nothing"].format(role=plan.role)


def _of_record(key: RecordKey, version: Version, kept: Version) -> Iterator[str]:
    model = model_of(key.file)
    assert model is not None, key
    new = _fields(version, key)
    name = excerpt(str(new.get("name") or new.get("title") or ""))
    if not kept:
        yield SIGN_OFF["new"].format(record=key, name=name, count=len(new))
        return
    if version_hash(version) == version_hash(kept):
        yield SIGN_OFF["same_version"].format(record=key, name=name)
        return
    changes = differences(_fields(kept, key), new, model)
    fields = [field_line(FieldChange(titles, *_apart(*values))) for titles, *values in changes]
    table = list(_of_table(version, kept))
    yield SIGN_OFF["changed"].format(record=key, name=name, count=len(fields) + len(table))
    yield from (*fields, *table) or [SIGN_OFF["same_fields"]]


def _apart(old: Plain | None, new: Plain | None) -> tuple[Plain | None, Plain | None]:
    """Two values; of long texts that begin alike, only from shortly before they differ."""
    if not (isinstance(old, str) and isinstance(new, str)):
        return old, new
    differing = (place for place, (one, other) in enumerate(zip(old, new, strict=False)) if one != other)
    start = next(differing, min(len(old), len(new))) - _ALIKE
    return (old, new) if start <= 0 else (f"…{old[start:]}", f"…{new[start:]}")


def _fields(version: Version, key: RecordKey) -> dict[str, Plain]:
    """The fields of a version as they were typed; none where an older program wrote them in another way."""
    model = model_of(key.file)
    assert model is not None, key
    try:
        return fields_of((version.get(key.file) or b"").decode("utf-8-sig"), model)
    except (Unwritable, UnicodeDecodeError):
        return {}


def _of_table(version: Version, kept: Version) -> Iterator[str]:
    """How many lines of its table come and go."""
    for path in (path for path in version if path.endswith(".csv")):
        old, new = (Counter((files.get(path) or b"").splitlines()) for files in (kept, version))
        if old != new:
            counts = {"gone": (old - new).total(), "added": (new - old).total(), "count": new.total() - 1}
            yield SIGN_OFF["table"].format(**counts)


def apply(plan: Plan) -> str:
    """Write the rows, and keep what all roles have approved; what was done. Raises Refused, OSError."""
    for path, data in ((path, data) for version in plan.records.values() for path, data in version.items()):
        if _bytes(plan.content / path) != data:
            raise Refused(SIGN_OFF["changed_meanwhile"].format(path=f"{plan.content.name}/{path}"))
    if _bytes(plan.places.ledger) != plan.before:
        raise Refused(SIGN_OFF["changed_meanwhile"].format(path=plan.places.shown))
    done = [key for key in plan.records if not plan.still(key)]
    copies = [
        (plan.places.copies / path, data)
        for key in done
        for path, data in plan.records[key].items()
        if data is not None
    ]
    save_together([(plan.places.ledger, _with_rows(plan)), *copies])
    said = SIGN_OFF["done"].format(count=len(plan.records), role=plan.role)
    return said + SIGN_OFF["done_online"].format(online=len(done)) if done else said


def _with_rows(plan: Plan) -> bytes:
    """approvals.yml with a row more for each record; all that stands in it stays. Raises Refused."""
    new: list[Plain] = [
        {"record": str(key), "hash": version_hash(version), "role": plan.role, "day": plan.day}
        for key, version in plan.records.items()
        if plan.role in plan.ledger.missing(key, version)
    ]
    try:
        if plan.before is None:
            return as_yaml({"approvals": new}, Approvals).encode()
        text = plan.before.decode()
        old = fields_of(text.removeprefix("\ufeff"), Approvals).get("approvals")
        rows: list[Plain] = [*old, *new] if isinstance(old, list) else new
        return with_changes(text, {("approvals",): rows}, Approvals).encode()
    except Unwritable:
        raise Refused(SIGN_OFF["unwritable"].format(path=plan.places.shown)) from None


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
