"""Which version of each poster hangs on the walls: ``printed.yml`` in the project, and what has to be printed again.

The first build writes down what there is. From then on only ``gongshi posters --changed`` changes the file, when it has
printed something: a build compares, and goes on naming a poster until it was printed.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from generator.build.options import ComingSheet, HungSheet, Report
from generator.content import strict_yaml
from generator.content.problems import summary
from generator.publish.files import save
from generator.system.environment import NotReady
from generator.texts.commands import TEXTS
from generator.texts.versions import COMING

FILE = "printed.yml"


class Outdated(NamedTuple):
    """A sheet that hangs in another version than ``now``; None where none hangs, and where none is to hang."""

    sheet: HungSheet
    before: str | None
    now: str | None

    def __str__(self) -> str:
        """Its title, the versions, and where it hangs."""
        key = "reprint_new" if not self.before else "reprint_changed" if self.now else "take_down_one"
        places = "、".join(self.sheet.places) or TEXTS["hangs_unknown"]
        return TEXTS[key].format(title=self.sheet.title, before=self.before, now=self.now, places=places)


def made(report: Report, site: Path) -> str:
    """What a build made, and where, in a sentence."""
    text = TEXTS["built" if report.changed else "unchanged"]
    where = {"folder": site.name, "where": TEXTS["built_posters"] if report.posters else ""}
    return text.format(pages=report.pages, posters=report.posters, problems=summary(report.problems), **where)


def to_print(root: Path, sheets: Sequence[HungSheet]) -> tuple[str, ...]:
    """Lines for the clerk after a build: which posters to print again and which to take down. Raises NotReady."""
    printed = printed_sheets(root)
    if printed is None:
        with suppress(OSError):  # the site stands; the next build begins to compare
            write_printed(root, [sheet for sheet in sheets if sheet.expected])
        return ()
    found = compare(printed, sheets)
    changed, gone = [one for one in found if one.now], [one for one in found if not one.now]
    return (*told("reprint", changed), *told("take_down", gone))


def to_hang(root: Path, sheets: Sequence[ComingSheet]) -> Iterator[str]:
    """Lines for the clerk after a build: what to hang, and to take down, on which of the next days. Raises NotReady."""
    printed = (printed_sheets(root) if sheets else None) or {}
    concern = [one for one in sheets if one.expected or one.record in printed]
    for (day, goes), of_day in groupby(sorted(concern, key=lambda one: (one.day, one.goes)), key=itemgetter(0, 3)):
        found = list(of_day)
        said = {"day": COMING["day"].format(day=date.fromisoformat(day)), "iso": day, "count": len(found)}
        yield COMING["take_down" if goes else "sheets"].format(**said, names=" ".join(one.record for one in found))
        yield from (one.line for one in found)


def told(key: str, found: Sequence[Outdated]) -> Iterator[str]:
    """How many there are, and each of them; nothing where there is none."""
    if found:
        yield TEXTS[key].format(count=len(found))
        yield from map(str, found)


def compare(printed: Mapping[str, HungSheet], sheets: Iterable[HungSheet]) -> tuple[Outdated, ...]:
    """What on the walls is not what ``sheets`` say: those to print, in their order, then those to take down.

    A sheet that cannot be printed for now, because something is not known yet, is neither.
    """
    current = {sheet.record: sheet for sheet in sheets}
    changed = [
        Outdated(sheet, hung.version if hung else None, sheet.version)
        for record, sheet in current.items()
        if sheet.version and ((hung := printed.get(record)) or sheet.expected) and _is_other(hung, sheet)
    ]
    gone = [Outdated(hung, hung.version, None) for record, hung in printed.items() if record not in current]
    return (*changed, *gone)


def _is_other(hung: HungSheet | None, sheet: HungSheet) -> bool:
    return hung is None or hung.version != sheet.version


def printed_sheets(root: Path) -> dict[str, HungSheet] | None:
    """Mapping record -> its sheet as it hangs; None where nothing was written down yet. Raises NotReady."""
    try:
        data = (root / FILE).read_bytes()
    except FileNotFoundError:
        return None
    document = strict_yaml.read(data)
    value = {} if document.value is None else document.value
    if document.faults or not isinstance(value, dict):
        raise _unreadable(document.faults[0].line if document.faults else 1)
    found: dict[str, HungSheet] = {}
    for record, entry in value.items():
        sheet = _sheet(record, entry)
        if sheet is None:
            raise _unreadable(strict_yaml.locate(data, (record,), at_key=True)[0])
        found[record] = sheet
    return found


def write_printed(root: Path, sheets: Iterable[HungSheet]) -> None:
    """Write down which sheets hang."""
    lines = [f"# {TEXTS['printed_head']}"]
    for sheet in (one for one in sheets if one.version):
        fields = {"title": sheet.title, "version": sheet.version, "printed": sheet.printed, "places": sheet.places}
        lines.append(f"{sheet.record}:")
        lines += [f"  {key}: {json.dumps(words, ensure_ascii=False)}" for key, words in fields.items() if words]
    save(root / FILE, ("\n".join(lines) + "\n").encode())


def _sheet(record: str, entry: object) -> HungSheet | None:
    """The sheet of an entry of the file; None where it is none."""
    if not isinstance(entry, dict):
        return None
    title, version, places = entry.get("title"), entry.get("version"), entry.get("places", [])
    if not (isinstance(title, str) and isinstance(version, str) and isinstance(places, list)):
        return None
    return HungSheet(record, title, version, tuple(map(str, places)), printed=str(entry.get("printed", "")))


def _unreadable(line: int) -> NotReady:
    return NotReady(TEXTS["bad_printed"].format(name=FILE, line=line))
