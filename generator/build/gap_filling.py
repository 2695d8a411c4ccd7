"""Reads a filled table of the gap register, shows what it would change, and writes it into the content."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

from generator.build.gap_listing import list_gaps
from generator.catalogue.changes import Plan
from generator.catalogue.refusals import ImportRefused
from generator.content.problems import quote, quote_to_publish
from generator.content.project import Project
from generator.content.yaml_writing import Plain, scalar
from generator.gaps.filled_cells import Answer, answers_in_document, answers_in_sheets
from generator.gaps.filling import plan_filling
from generator.gaps.register import Register
from generator.model import TimeLimit
from generator.model.service import Fee
from generator.register.faults import line, of_error
from generator.register.sheets import read_register
from generator.register.table import RegisterError
from generator.sources import SourceError
from generator.sources.reading import read_source
from generator.system.environment import Refused
from generator.texts.checks import QUOTES
from generator.texts.gaps import FILL, WORDS
from generator.texts.sources import SOURCE_MESSAGES

_DOCUMENTS = (".docx", ".odt", ".doc", ".wps")


def plan(table: Path, project: Project, today: date, workers: int) -> Plan:
    """What ``table``, a workbook or a Word document, would change.

    Raises Refused, ImportRefused, NothingListed, UnfitSite.
    """
    listing = list_gaps(project.root, project.content, today, workers)
    is_document = table.suffix.lower() in _DOCUMENTS
    filled = _in_document(table, listing.register) if is_document else _in_workbook(table)
    if filled is None:
        raise Refused(FILL["not_ours"].format(name=table.name))
    return plan_filling(project.content, listing.dataset, listing.register, filled, today)


def _in_workbook(table: Path) -> list[Answer] | None:
    try:
        return answers_in_sheets(read_register(table).sheets)
    except RegisterError as error:
        raise ImportRefused([line(table.name, of_error(error))]) from None


def _in_document(table: Path, register: Register) -> list[Answer] | None:
    try:
        return answers_in_document(read_source(table), register)
    except SourceError as error:
        message, remedy = (text.format(**error.values) for text in SOURCE_MESSAGES[error.rule])
        hint = QUOTES["hint"].format(hint=remedy) if remedy else ""
        raise ImportRefused([f"{table.name}: {message}{hint}"]) from None


def lines(plan: Plan) -> Iterator[str]:
    """Each value with its file, then what is left as it is."""
    for file in plan.files:
        yield FILL["head"].format(path=f"{plan.content.name}/{file.path}")
        for one in file.fields:
            title, field = one.titles
            yield FILL["field"].format(title=title, field=field, value=_shown(one.new))
    yield from plan.notes
    if not plan.files:
        yield FILL["nothing"]


def count(plan: Plan) -> dict[str, int]:
    """How many values go into how many files."""
    return {"count": sum(len(file.fields) for file in plan.files), "files": len(plan.files)}


def _shown(value: Plain | None) -> str:
    """A value in one line: the parts of a group one behind the other, a yes by the title of its field."""
    if isinstance(value, Mapping):
        return quote(" ".join(_TITLES.get(key, key) if one is True else _words(one) for key, one in value.items()))
    if isinstance(value, list):
        return WORDS["between"].join(_shown(one) for one in value)
    return quote_to_publish(_words(value))


def _words(value: Plain | None) -> str:
    if isinstance(value, list):
        return WORDS["between"].join(_words(one) for one in value)
    if isinstance(value, Mapping):
        return " ".join(_words(one) for one in value.values())
    return value if isinstance(value, str) else scalar(value) if value is not None else ""


_TITLES = {key: field.title or key for model in (TimeLimit, Fee) for key, field in model.model_fields.items()}
"""Field that is yes or no within a group -> what it is called."""
