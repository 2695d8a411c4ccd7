"""Reads a single record from the bytes of a file that stands outside the content: a profile, the rules of a layer."""

from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.explain import field_errors
from generator.content.field_names import in_model_names
from generator.content.field_places import fault_of_twice, place_of
from generator.content.problems import Problem, make_problem
from generator.content.strict_yaml import YamlFault, YamlValue
from generator.model import Record

_R = TypeVar("_R", bound=Record)


class Fields(NamedTuple):
    """What a file says by the names of the model, or why it cannot be read."""

    values: dict[str, YamlValue]
    faults: tuple[YamlFault, ...] = ()


def fields_in(source: bytes, model: type[Record]) -> Fields:
    """The fields of a file of ``model`` as they were typed; faults where it is no group of fields."""
    document = strict_yaml.read(source)
    faults = document.faults
    if not faults and not isinstance(document.value, dict):
        faults = [YamlFault("file/empty" if document.value is None else "file/no-fields", 1, 1)]
    if faults:
        return Fields({}, tuple(faults))
    values, twice = in_model_names(document.value or {}, model)
    if twice:
        return Fields({}, (fault_of_twice(source, twice),))
    return Fields(values if isinstance(values, dict) else {})


def read_one(source: bytes, model: type[_R], shown: str) -> _R | tuple[Problem, ...]:
    """The record in ``source``; else every fault with its place in the file that problems call ``shown``."""
    fields = fields_in(source, model)
    if fields.faults:
        return tuple(make_problem(one.rule, shown, one.line, one.column, one.values) for one in fields.faults)
    try:
        return model.model_validate(fields.values)
    except ValidationError as error:
        return tuple(
            make_problem(item.rule, shown, *place_of(source, item.keys, item.at_key, model), values=item.values)
            for item in field_errors(model, error)
        )
