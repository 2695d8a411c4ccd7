"""What a gap is called: the title of the field that is missing, or what is wrong with the text of one."""

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.content.examples import inner_model
from generator.content.file_kinds import model_of
from generator.content.problems import Problem
from generator.facts.versions import field_keys
from generator.model import Keys, Place, ResultRow
from generator.rules import Finding
from generator.texts.gaps import FIELDS, WORDS

_TEXT = ("parts", "chapters", "articles")
"""The fields that hold the text of a regulation; a place within them is told by the line of the file."""

_LISTS = ("windows.yml", "materials.yml")
"""Files of many records: the first two keys lead to one of them."""

_SHORT = 3
"""A title of fewer characters (原因, 单位) does not tell whose it is, so that of its group stands before it."""

_QUOTES = "“”"
"""Around the words of a record in messages; here they stand by themselves."""


def record_model(place: Place) -> type[BaseModel] | None:
    """The class of the record that a place belongs to: in a file of many, that of one of them."""
    model = model_of(place.path)
    if model and place.path in _LISTS and place.keys:
        return inner_model(model.model_fields[str(place.keys[0])].annotation)
    return model


def field_of(keys: Keys, model: type[BaseModel]) -> FieldInfo | None:
    """The field that ``keys`` lead to from ``model``; None where they lead through a list or to no field."""
    holder: type[BaseModel] | None = model
    found: FieldInfo | None = None
    for key in keys:
        fields = {field.alias or name: field for name, field in holder.model_fields.items()} if holder else {}
        found = fields.get(key) if isinstance(key, str) else None
        if found is None:
            return None
        holder = inner_model(found.annotation)
    return found


def field_label(problem: Problem, finding: Finding | None) -> str:
    """What is missing, in the words of the field reference."""
    values = {key: value.strip(_QUOTES) for key, value in finding.values.items()} if finding else {}
    field = _label(finding.place, problem.line) if finding else ""
    return FIELDS.get(problem.rule, "{field}").format(**{**values, "field": field, "line": problem.line})


def _label(place: Place, line: int) -> str:
    keys, model = field_keys(place.keys), record_model(place)
    if place.path.startswith("disclosures/") and place.path.endswith(".csv"):
        return WORDS["of_line"].format(field=WORDS["table"], line=line)
    if place.path.endswith(".csv"):
        column = list(ResultRow.model_fields.values())[int(keys[1]) - 1].title
        return WORDS["of_line"].format(field=column, line=line)
    if place.path.startswith("regulations/") and keys and keys[0] in _TEXT:
        return WORDS["of_line"].format(field=WORDS["text"], line=line) if len(keys) > 1 else WORDS["text"]
    return WORDS["within"].join(_titles(keys[2:] if place.path in _LISTS else keys, model))


def _titles(keys: Keys, model: type[BaseModel] | None) -> list[str]:
    """The title of a field, behind those of the lists, with the number of the item, that it stands in."""
    titles: list[str] = []
    items: set[int] = set()
    for key in keys:
        if isinstance(key, int):
            items.add(len(titles) - 1)
            titles[-1] = WORDS["of_list"].format(field=titles[-1], number=key + 1)
        elif model:
            fields = {field.alias or name: field for name, field in model.model_fields.items()}
            titles.append(fields[key].title or key)
            model = inner_model(fields[key].annotation)
    last = len(titles) - 1
    nearest = last - 1 if titles and len(titles[-1]) < _SHORT else last
    return [title for position, title in enumerate(titles) if position >= nearest or position in items]
