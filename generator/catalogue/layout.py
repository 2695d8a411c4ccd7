"""How records stand in the workbook: which sheets there are, and which column holds which field.

Made from the model, so that no field can be forgotten: a group of fields lies in columns of its own, a list of texts in
one cell with a line for each, a list of groups in a sheet of its own with a row for each.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pydantic.fields import FieldInfo

from generator.content.examples import choices, chosen_from, inner_model, is_list, type_names
from generator.content.yaml_writing import Model
from generator.model import Materials, Record, Service, Site, Version, Windows
from generator.texts.workbook import BETWEEN_TITLES, SHEETS

Kind = Literal["text", "number", "day", "truth"]

FILES: dict[str, type[Record]] = {"services": Service, "windows": Windows, "materials": Materials, "site": Site}
"""First part of the name of a table -> the record that a file of it holds."""


@dataclass(frozen=True)
class Column:
    """A field: the names that lead to it from its row, its heading, what kind of values it has, whether several.

    ``choices`` are the words of the model, ``chosen_from`` names the list of site.yml that has them instead.
    """

    path: tuple[str, ...]
    heading: str
    kind: Kind
    is_list: bool
    choices: tuple[str, ...]
    chosen_from: str | None
    description: str
    is_required: bool


@dataclass(frozen=True)
class Table:
    """A sheet: ``key`` names it in ``SHEETS``; ``path`` leads from the record of a file to the list in it.

    The path of the records themselves is empty.
    """

    key: str
    path: tuple[str, ...]
    model: Model
    columns: tuple[Column, ...]

    @property
    def sheet(self) -> str:
        """The name of its sheet."""
        return SHEETS.get(self.key) or self.key.rpartition("/")[2]

    @property
    def file(self) -> str:
        """The kind of file that its rows come from, a key of ``FILES``."""
        return self.key.partition("/")[0]

    def name_of(self, column: Column) -> str:
        """What the words to choose from in ``column`` are listed under: services/window."""
        return "/".join((self.key, *column.path))

    @property
    def is_single(self) -> bool:
        """Whether its sheet holds one record, with a row for each field."""
        return self.key in ("site", "windows", "materials")

    @property
    def is_of_service(self) -> bool:
        """Whether each of its rows belongs to a service."""
        return self.file == "services" and bool(self.path)


@cache
def tables() -> tuple[Table, ...]:
    """All tables, in the order of their sheets."""
    return tuple(table for name, model in FILES.items() for table in _tables(name, model, ()))


def _tables(key: str, model: Model, path: tuple[str, ...]) -> Iterator[Table]:
    columns = tuple(_columns(model, (), ()))
    if columns:
        yield Table(key, path, model, columns)
    yield from _lists(key, model, path)


def _lists(key: str, model: Model, path: tuple[str, ...]) -> Iterator[Table]:
    for name, field in model.model_fields.items():
        inner, key_in_file = inner_model(field.annotation), field.alias or name
        if inner is Version:
            continue  # a workbook shows what the fields say; scheduled changes stay in the files
        if inner and is_list(field):
            yield from _tables(f"{key}/{key_in_file}", inner, (*path, key_in_file))
        elif inner:
            yield from _lists(f"{key}/{key_in_file}", inner, (*path, key_in_file))


def _columns(model: Model, path: tuple[str, ...], titles: tuple[str, ...]) -> Iterator[Column]:
    for name, field in model.model_fields.items():
        inner = inner_model(field.annotation)
        here, heading = (*path, field.alias or name), (*titles, field.title or name)
        if inner is None:
            yield _column(here, BETWEEN_TITLES.join(heading), field)
        elif not is_list(field):
            yield from _columns(inner, here, heading)


def _column(path: tuple[str, ...], heading: str, field: FieldInfo) -> Column:
    words, source = tuple(choices(field)), chosen_from(field)
    names = type_names(field.annotation)
    kind: Kind = "truth" if "bool" in names else "number" if "int" in names else "day" if "date" in names else "text"
    return Column(path, heading, kind, is_list(field), words, source, field.description or "", field.is_required())


WANTED: dict[str, dict[tuple[str, ...], tuple[str, ...]]] = {
    "services": {
        **{
            (name,): (name,)
            for name in (
                "summary", "type", "handling", "audience", "window", "body", "level", "conditions", "visits", "agent",
                "verified",
            )
        },
        ("time_limits", "statutory", "days"): ("time_limits", "statutory"),
        ("time_limits", "promised", "days"): ("time_limits", "promised"),
        ("fee", "free"): ("fee",),
        ("result", "name"): ("result",),
    },
    "services/legal_basis": {("title",): ("title",)},
    "services/materials": {("name",): ("material",)},
    "services/steps": {("name",): ("name",), ("who",): ("who",), ("what",): ("what",)},
    "windows/windows": {("staff_role",): ("staff_role",), ("backup",): ("backup",)},
    "materials/materials": {("what",): ("what",)},
    "site": {
        ("hall", "address"): ("hall", "address"), ("hall", "hours"): ("hall", "hours"),
        ("hall", "phone"): ("hall", "phone"), ("supervision", "phone"): ("supervision", "phone"),
        ("supervision", "box"): ("supervision", "box"), ("supervision", "handling"): ("supervision", "handling"),
    },
}  # fmt: skip
"""Table -> path of a column that is a gap (待补充) while it is empty and nothing stands at the other path, either."""

OPENED_LISTS = ("services/legal_basis", "services/materials", "services/steps")
"""Lists that every service has to have: one that has none gets a row to be filled in."""
