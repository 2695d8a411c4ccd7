"""Open a register: read its file, find its tables, and settle which column is which.

``open_register`` leaves headings open that nobody knows, so that a clerk can be asked; ``remember`` or ``answered``
takes the answers in; ``settled`` refuses what is still open. Only ``remember`` writes, and only the mapping file.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.publish.files import save
from generator.register import mapping
from generator.register.columns import ColumnKind, Table, find_tables, heading_faults, open_headings, plain
from generator.register.faults import Fault, ImportRefused, fault, of_error, report
from generator.register.private_values import texts_naming_people
from generator.register.sheets import Reading, read_register
from generator.register.table import RegisterError
from generator.system.progress import StageProgress
from generator.texts.register import REGISTER_WORDS


@dataclass(frozen=True)
class ImportRequest:
    """What to import: the register, the project and its content folder, the period's id, today, and the options."""

    register: Path
    project: Path
    content: Path
    period: str
    today: date
    prepared_by: str | None = None
    sheet: str | None = None


@dataclass(frozen=True)
class Opened:
    """A register that was read, with the tables of its sheets; those that are not imported count as hidden.

    ``known``: plain heading -> kind, from the mapping file. ``headings`` are those that nobody knows and that may be
    shown to the clerk to ask for their kinds.
    """

    request: ImportRequest
    reading: Reading
    known: Mapping[str, ColumnKind]
    tables: Sequence[Table]
    headings: Sequence[str] = ()

    @property
    def chosen(self) -> Sequence[Table]:
        """The tables whose cases are imported."""
        return [table for table in self.tables if not table.sheet.hidden]


def is_inside(register: Path, project: Path, content: Path) -> bool:
    """Whether a register lies where it would be kept together with the site."""
    folders = register.resolve().parents
    return content.resolve() in folders or project.resolve() in folders[:2]


def open_register(request: ImportRequest, progress: StageProgress) -> Opened:
    """Read the register and recognise its columns. Raises ImportRefused."""
    progress("register", 0, 0)
    if request.register.exists() and is_inside(request.register, request.project, request.content):
        refuse(request, [fault("register/inside")])
    path = request.project / mapping.FILE
    known = mapping.read(path.read_bytes()) if path.is_file() else {}
    try:
        reading = read_register(request.register, lambda rows: progress("register", rows, 0))
    except RegisterError as error:
        raise ImportRefused(report(request.register.name, [of_error(error)])) from None
    opened = Opened(request, reading, known, _tables(request, reading, known))
    headings = open_headings(opened.chosen)
    private = texts_naming_people(headings, opened.tables) if headings else frozenset[str]()
    return replace(opened, headings=[heading for heading in headings if heading not in private])


def remember(opened: Opened, answers: Mapping[str, str]) -> Opened:
    """Write ``answers`` (heading -> label) into the project's mapping file; returns ``opened`` with them known."""
    path = opened.request.project / mapping.FILE
    data = mapping.extended(path.read_bytes() if path.is_file() else None, answers)
    known = mapping.read(data)
    save(path, data)
    return _knowing(opened, known)


def answered(opened: Opened, answers: Mapping[str, str]) -> Opened:
    """Return ``opened`` with ``answers`` (heading -> label) known, without writing them."""
    return _knowing(opened, {**opened.known, **mapping.read(mapping.extended(b"", answers))})


def settled(opened: Opened) -> Opened:
    """``opened`` ready for the import; sheets that are named after people are called by their number.

    Raises ImportRefused for headings that are open, twice or missing, and when there is no case.
    """
    sheets = [sheet.name for sheet in opened.reading.sheets]
    private = texts_naming_people([*sheets, *open_headings(opened.chosen)], opened.tables)
    if not private.isdisjoint(sheets):
        opened = _with_numbered_sheets(opened, private)
    refuse(opened.request, [item for table in opened.chosen for item in heading_faults(table, private)])
    if not any(table.rows for table in opened.chosen):
        refuse(opened.request, [fault("register/no-cases"), *_missing_results(opened.reading)])
    return opened


def refuse(request: ImportRequest, faults: Sequence[Fault]) -> None:
    """Raise ImportRefused with the report of ``faults``, if there are any."""
    if faults:
        raise ImportRefused(report(request.register.name, faults))


def _knowing(opened: Opened, known: Mapping[str, ColumnKind]) -> Opened:
    headings = [heading for heading in opened.headings if plain(heading) not in known]
    tables = _tables(opened.request, opened.reading, known)
    return replace(opened, known=known, tables=tables, headings=headings)


def _tables(request: ImportRequest, reading: Reading, known: Mapping[str, ColumnKind]) -> list[Table]:
    """The tables of all sheets; those of sheets that were not asked for are marked as hidden.

    Hidden ones are not imported, but their private values count. Raises ImportRefused when none is left.
    """
    wanted, names = request.sheet, [sheet.name for sheet in reading.sheets]
    tables = [table for sheet in reading.sheets for table in find_tables(sheet, known)]
    if wanted is not None and wanted not in names:
        private = texts_naming_people(names, tables)
        shown = "、".join(sheet.name for sheet in reading.sheets if not sheet.hidden and sheet.name not in private)
        refuse(request, [fault("register/no-sheet", names=shown)])
    tables = [_hidden(table) if wanted not in (None, table.sheet.name) else table for table in tables]
    if all(table.sheet.hidden for table in tables):
        refuse(request, [fault("register/no-table", wanted), *_missing_results(reading)])
    return tables


def _missing_results(reading: Reading) -> list[Fault]:
    """The notes on formulas without results, which may be why a sheet seems to hold no table or no case."""
    notes = (note for note in reading.notes if note.rule == "note/formula-empty")
    return [fault(note.rule, note.place.sheet, None, None, **note.values) for note in notes]


def _hidden(table: Table) -> Table:
    return replace(table, sheet=replace(table.sheet, hidden=True))


def _with_numbered_sheets(opened: Opened, private: frozenset[str]) -> Opened:
    """``opened`` with each sheet whose name is in ``private`` called by its place in the register."""
    places = enumerate((sheet.name for sheet in opened.reading.sheets), 1)
    names = {name: REGISTER_WORDS["sheet_number"].format(number=place) for place, name in places if name in private}
    sheets = [replace(sheet, name=names.get(sheet.name, sheet.name)) for sheet in opened.reading.sheets]
    notes = [
        replace(note, place=replace(note.place, sheet=names.get(note.place.sheet or "", note.place.sheet)))
        for note in opened.reading.notes
    ]
    tables = [
        replace(table, sheet=replace(table.sheet, name=names.get(table.sheet.name, table.sheet.name)))
        for table in opened.tables
    ]
    return replace(opened, reading=Reading(tuple(sheets), tuple(notes)), tables=tables)
