"""Changes single values in the text of a YAML file; all else stays as it is, character for character.

Comments stay where they are. Where a group of fields is written anew as a whole, or goes, its comments are kept on
lines of their own above it.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from difflib import SequenceMatcher
from functools import cache
from typing import Any, TypeGuard

import yaml
from pydantic import ConfigDict, ValidationError, create_model
from pydantic.fields import FieldInfo

from generator.content.field_names import Language
from generator.content.yaml_nodes import Entry, Source, entries
from generator.content.yaml_writing import Model, Plain, bracketed, entry, field_order, items, scalar

_NAMING_FIELDS = ("id", "material", "name", "title", "question")
_AS_TYPED = {True: "是", False: "否"}


class Edits:
    """Replacements in one text, from the first to the last."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.line_feed = "\r\n" if "\r\n" in source.text else "\n"
        self.replaced: list[tuple[int, int, str]] = []

    def applied(self) -> str:
        """The text with all replacements."""
        text, place = "", 0
        for start, end, new in sorted(self.replaced, key=lambda one: one[:2]):
            text += self.source.text[place:start] + new
            place = end
        return text + self.source.text[place:]

    def change_group(self, node: yaml.MappingNode, new: Mapping[str, Plain], model: Model | None) -> bool:
        """Give the fields of a group their new values; False where it has to be written anew as a whole."""
        present = {name: (pair, inner) for name, pair, inner in entries(node, model)}
        if node.flow_style and present.keys() != new.keys():
            return False
        empty = {name for name, (pair, inner) in present.items() if self.source.plain(pair[1], inner) is None}
        gone = [name for name in present if name not in new and name not in empty]
        if len(gone) == len(present):
            return False
        for name, (pair, inner) in present.items():
            if name in new:
                self._change_field(pair, name, new[name], model, inner, bool(node.flow_style))
        kept = [name for name in present if name not in gone]
        self._remove_fields([present[name][0] for name in gone], present[kept[0]][0])
        places = field_order(model)
        for name in sorted(new.keys() - present.keys(), key=lambda name: places.get(name, len(places))):
            before = [one for one in kept if places.get(one, 0) <= places.get(name, len(places))]
            self._insert_field(node, present[(before or kept[:1])[-1]][0], name, new[name], model)
        return True

    def _change_field(
        self, pair: Entry, name: str, new: Plain, model: Model | None, inner: Model | None, in_brackets: bool
    ) -> None:
        key, value = pair
        old = self.source.plain(value, inner)
        if same(old, new, model, name):
            return
        if isinstance(value, yaml.MappingNode) and isinstance(new, Mapping) and self.change_group(value, new, inner):
            return
        if isinstance(value, yaml.SequenceNode) and _is_list(new) and self._change_list(value, new, inner):
            return
        start, end = self.source.behind_key(key), max(self.source.behind_key(key), self.source.end(value))
        if in_brackets:
            self._replace(start, end, [f" {bracketed(new, inner, _language(key))}"], start)
            return
        indent = self.source.column(self.source.start(key))
        lines = entry(name, new, model, indent, _language(key))
        lines[0] = lines[0].partition(":")[2]
        if isinstance(value, yaml.ScalarNode) and len(lines) == 1 and value.style in ("'", '"'):
            lines = [f" {scalar(new, quotes=value.style)}"]
        self._replace(start, end, lines, self.source.line_start(start))

    def _change_list(self, node: yaml.SequenceNode, new: Sequence[Plain], inner: Model | None) -> bool:
        if node.flow_style or not new:
            return False
        for first, last, new_first, new_last in _aligned([self.source.plain(one, inner) for one in node.value], new):
            pairs = min(last - first, new_last - new_first)
            for place in range(pairs):
                self._change_item(node, node.value[first + place], new[new_first + place], inner)
            for item in node.value[first + pairs : last]:
                self._remove_lines(self.source.dash(node, item), self.source.end(item))
            self._insert_items(node, first + pairs, new[new_first + pairs : new_last], inner)
        return True

    def _change_item(self, node: yaml.SequenceNode, item: yaml.Node, new: Plain, inner: Model | None) -> None:
        if _same_item(self.source.plain(item, inner), new, inner):
            return
        if isinstance(item, yaml.MappingNode) and isinstance(new, Mapping) and self.change_group(item, new, inner):
            return
        dash = self.source.dash(node, item)
        lines = list(items([new], inner, self.source.column(dash), _language(node)))
        lines[0] = lines[0].lstrip()
        if isinstance(item, yaml.ScalarNode) and len(lines) == 1 and item.style in ("'", '"'):
            lines = [f"- {scalar(new, quotes=item.style)}"]
        self._replace(dash, self.source.end(item), lines, self.source.line_start(dash))

    def _insert_items(self, node: yaml.SequenceNode, place: int, new: Sequence[Plain], inner: Model | None) -> None:
        if not new:
            return
        lines = list(items(new, inner, node.start_mark.column, _language(node)))
        if place:
            self._insert_below(self.source.end(node.value[place - 1]), lines)
        else:
            above = self.source.line_start(self.source.dash(node, node.value[0]))
            self.replaced.append((above, above, "".join(line + self.line_feed for line in lines)))

    def _insert_field(self, node: yaml.MappingNode, above: Entry, name: str, new: Plain, model: Model | None) -> None:
        lines = entry(name, new, model, node.start_mark.column, _language(above[0]))
        self._insert_below(max(self.source.behind_key(above[0]), self.source.end(above[1])), lines)

    def _remove_fields(self, gone: Sequence[Entry], kept: Entry) -> None:
        """Take fields away; ``kept`` is the first that stays, and moves up to the dash where those before it go."""
        first, begin = self.source.start(kept[0]), 0
        if gone and self.source.text[self.source.line_start(start := self.source.start(gone[0][0])) : start].strip():
            begin = first
            self._replace(start, first, [""], self.source.line_start(start))
        for key, value in gone:
            if self.source.start(key) >= begin:
                self._remove_lines(self.source.start(key), max(self.source.behind_key(key), self.source.end(value)))

    def _remove_lines(self, start: int, end: int) -> None:
        begin, end = self.source.line_start(start), self.source.line_end(end)
        rest = self.source.text[end : end + 2]
        behind = end + (2 if rest == "\r\n" else 1 if rest[:1] == "\n" else 0)
        indent = " " * self.source.column(start)
        kept = "".join(indent + one + self.line_feed for one in self.source.comments(start, end))
        self.replaced.append((begin, behind, kept))

    def _insert_below(self, place: int, lines: list[str]) -> None:
        end = self.source.line_end(place)
        self.replaced.append((end, end, "".join(self.line_feed + line for line in lines)))

    def _replace(self, start: int, end: int, lines: list[str], above: int) -> None:
        """Put ``lines`` between two places; the comments between them, and beside a text that grows, go ``above``."""
        line_end = self.source.line_end(end) if len(lines) > 1 else end
        comments = self.source.comments(start, line_end)
        end = line_end if comments else end
        note = " " if self.source.text[end : end + 2] == " #" else ""  # a note stands behind two blanks
        self.replaced.append((start, end, self.line_feed.join(lines) + note))
        if comments:
            text = self.source.text
            indent = text[above : above + len(text[above:]) - len(text[above:].lstrip(" "))]
            self.replaced.append((above, above, "".join(indent + one + self.line_feed for one in comments)))


def _is_list(value: Plain | None) -> TypeGuard[Sequence[Plain]]:
    return isinstance(value, Sequence) and not isinstance(value, str)


def _language(node: Any) -> Language:
    """The language of the names of fields beside ``node``, or in it."""
    while not isinstance(node, yaml.ScalarNode):
        inner = node.value[0] if node.value else None
        node = inner[0] if isinstance(inner, tuple) else inner
        if node is None:
            return "en"
    return "en" if str(node.value).isascii() else "zh"


Stretch = tuple[int, int, int, int]
"""First and last place (exclusive) in an old list, and those in the new list of what takes its place."""


def _aligned(old: Sequence[Plain | None], new: Sequence[Plain]) -> Iterator[Stretch]:
    """The stretches of a list that have changed: found by equal items first, then by what items are called."""
    for first, last, new_first, new_last in _stretches(list(map(_typed, old)), list(map(_typed, new))):
        names = [_called(one) for one in old[first:last]], [_called(one) for one in new[new_first:new_last]]
        place, new_place = first, new_first
        for start, end, new_start, new_end in [*_stretches(*names), (last - first,) * 2 + (new_last - new_first,) * 2]:
            yield place, first + start, new_place, new_first + new_start  # called the same: changed one by one
            yield first + start, first + end, new_first + new_start, new_first + new_end
            place, new_place = first + end, new_first + new_end


def _stretches(old: Sequence[str], new: Sequence[str]) -> Iterator[Stretch]:
    for kind, *places in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            first, last, new_first, new_last = places
            yield first, last, new_first, new_last


def _called(value: Plain | None) -> str:
    """What an item of a list is called, to find the same one in the changed list."""
    if isinstance(value, Mapping):
        return next((str(value[key]) for key in _NAMING_FIELDS if key in value), "")
    return str(value)


def _typed(value: Plain | None) -> str:
    """A value as one text, whatever its type: 是 and True are the same, 3 and "3" too."""
    if isinstance(value, Mapping):
        return json.dumps({key: _typed(value[key]) for key in sorted(value)}, ensure_ascii=False)
    if _is_list(value):
        return json.dumps([_typed(one) for one in value], ensure_ascii=False)
    return "" if value is None else _AS_TYPED.get(value, str(value)) if isinstance(value, bool) else str(value)


def same(old: Plain | None, new: Plain | None, model: Model | None, name: str) -> bool:
    """Whether a field says the same in both values, however it is written: 3个月, or months: 3."""
    if old == new and not isinstance(old, bool | int):  # True is 1 here, and in no file
        return True
    if _typed(old) == _typed(new) or old is None or new is None or model is None or name not in field_order(model):
        return _typed(old) == _typed(new)
    try:
        holder = _holder_of(model, name)
        return holder.model_validate({name: old}) == holder.model_validate({name: new})
    except ValidationError:
        return False


@cache
def _holder_of(model: Model, name: str) -> Model:
    """A record with that one field of ``model``."""
    fields = {field.alias or key: field for key, field in model.model_fields.items()}
    settings = ConfigDict(extra="forbid", populate_by_name=True)
    field: Any = (fields[name].annotation, _named(fields[name], name))
    return create_model("OneField", __config__=settings, value=field)


def _named(field: FieldInfo, name: str) -> FieldInfo:
    named = copy(field)
    named.alias = named.validation_alias = name
    return named


def _same_item(old: Plain | None, new: Plain, inner: Model | None) -> bool:
    if _typed(old) == _typed(new) or inner is None:
        return _typed(old) == _typed(new)
    try:
        return inner.model_validate(old) == inner.model_validate(new)
    except ValidationError:
        return False
