"""Reads a file that is one record and stands outside the content: a profile from elsewhere, the list of a fleet."""

from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.explain import field_errors
from generator.content.field_names import in_model_names
from generator.content.field_places import fault_of_twice, place_of
from generator.content.problems import ContentError, make_problem
from generator.model import Record
from generator.publish.files_in_use import reason_of

_R = TypeVar("_R", bound=Record)


def read_record(path: Path, model: type[_R], failure: type[ContentError], shown: str | None = None) -> _R:
    """The record in the file at ``path``; ``failure`` is raised with every fault and its place.

    ``shown`` is how the file is called in the report, its name if nothing else is said.
    """
    shown = shown or path.name
    try:
        source = path.read_bytes()
    except OSError as error:
        raise failure((make_problem("file/unreadable", shown, 1, 1, {"reason": reason_of(error)}),)) from None
    document = strict_yaml.read(source)
    faults = document.faults
    if not faults and not isinstance(document.value, dict):
        faults = [strict_yaml.YamlFault("file/empty" if document.value is None else "file/no-fields", 1, 1)]
    value, twice = in_model_names(document.value or {}, model)
    if twice and not faults:
        faults = [fault_of_twice(source, twice)]
    if faults:
        raise failure(tuple(make_problem(f.rule, shown, f.line, f.column, f.values) for f in faults))
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = [(item, place_of(source, item.keys, item.at_key, model)) for item in field_errors(model, error)]
        raise failure(tuple(make_problem(item.rule, shown, *place, values=item.values) for item, place in found)) from None
