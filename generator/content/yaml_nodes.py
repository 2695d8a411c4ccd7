"""The places of values in the text of a YAML file, for those who change single values in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import yaml

from generator.content.field_names import known_names, model_of_field
from generator.content.folding import unfolded
from generator.content.yaml_writing import Model, Plain

_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT = re.compile(r"(?:(?<=\s)|(?<=^))#[^\r\n]*")
_LINE_END = re.compile(r"\r?(?:\n|\Z)")

Entry = tuple[yaml.ScalarNode, yaml.Node]
"""A key and its value."""


class Source:
    """The text of a file that ``strict_yaml`` could read; places in it are offsets."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]

    def start(self, node: yaml.Node) -> int:
        """Where a value, or a key, begins."""
        return self._lines[node.start_mark.line] + node.start_mark.column

    def end(self, node: yaml.Node) -> int:
        """Behind the last character of a value; YAML itself has the end of a group where the next one begins."""
        if isinstance(node, yaml.ScalarNode):
            end = self._lines[node.end_mark.line] + node.end_mark.column
            return self._end_of_block(node, end) if node.style in ("|", ">") else end
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return self._lines[node.end_mark.line] + node.end_mark.column
        last = node.value[-1]
        return max(self.behind_key(last[0]), self.end(last[1])) if isinstance(last, tuple) else self.end(last)

    def _end_of_block(self, node: yaml.ScalarNode, end: int) -> int:
        """The end of paragraphs (|, >) without empty lines below them."""
        return self.start(node) + len(self.text[self.start(node) : end].rstrip())

    def behind_key(self, key: yaml.Node) -> int:
        """Behind the colon of a key."""
        return self.text.index(":", self._lines[key.end_mark.line] + key.end_mark.column) + 1

    def dash(self, sequence: yaml.SequenceNode, item: yaml.Node) -> int:
        """Where the dash of an item of a list stands that is written in lines."""
        column, line = sequence.start_mark.column, item.start_mark.line
        while self.text[self._lines[line] + column] != "-":
            line -= 1
        return self._lines[line] + column

    def column(self, place: int) -> int:
        """How many characters stand before ``place`` in its line."""
        return place - self.line_start(place)

    def line_start(self, place: int) -> int:
        """Where the line begins in which ``place`` stands."""
        return self._lines[bisect_right(self._lines, place) - 1]

    def line_end(self, place: int) -> int:
        """Where the line ends in which ``place`` stands, before its line feed."""
        found = _LINE_END.search(self.text, place)
        return found.start() if found else len(self.text)

    def comments(self, start: int, end: int) -> list[str]:
        """The comments between two places."""
        scalars = [(self.start(one), self.end(one)) for one in _scalars(self.root) if start <= self.start(one) < end]
        places = [(start, start), *sorted(scalars), (end, end)]
        gaps = (self.text[before : max(before, after)] for (_, before), (after, _) in pairwise(places))
        return [comment for gap in gaps for comment in _COMMENT.findall(gap)]

    def plain(self, node: yaml.Node, model: Model | None) -> Plain | None:
        """The value as ``strict_yaml`` reads it, with the names of the model; None for an empty one."""
        if isinstance(node, yaml.ScalarNode):
            if node.value == "" and not node.style:
                return None
            return unfolded(node, self.text) if node.end_mark.line > node.start_mark.line else str(node.value)
        if isinstance(node, yaml.SequenceNode):
            return [value for item in node.value if (value := self.plain(item, model)) is not None]
        values = {key: self.plain(value, inner) for key, (_, value), inner in entries(node, model)}
        return {key: value for key, value in values.items() if value is not None}


def entries(node: yaml.Node, model: Model | None) -> Iterator[tuple[str, Entry, Model | None]]:
    """Of each field of a group: its name in the model, its key and value, and the group that it holds itself."""
    names = known_names(model) if model else {}
    for key, value in node.value:
        name = names.get(key.value, key.value)
        yield name, (key, value), model_of_field(model, name) if model else None


def _scalars(node: yaml.Node | None) -> Iterator[yaml.ScalarNode]:
    if isinstance(node, yaml.ScalarNode):
        yield node
    elif node is not None:
        for inner in node.value:
            for one in inner if isinstance(inner, tuple) else (inner,):
                yield from _scalars(one)
