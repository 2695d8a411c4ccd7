"""Reads mkdocs.yml as MkDocs does, but without MkDocs: every value with its file, line and column.

The file also holds settings of MkDocs, its theme and other plugins, so anchors, aliases, merge keys and any tags are
allowed; no tag runs code. ``INHERIT`` and ``!ENV`` work as in MkDocs. Values stay nodes of the YAML parser and are
converted when asked for. Which settings are valid is decided in ``content.project``.
"""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import yaml

from generator.content.strict_yaml import MAX_BYTES, MAX_DEPTH, YamlFault, decode, syntax_fault
from generator.publish.files_in_use import reason_of
from generator.texts.yaml_syntax import SYNTAX

MAX_FILES = 10
"""The longest chain of settings files that inherit from each other."""

_TYPES = "tag:yaml.org,2002:"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MERGE, _ENVIRONMENT = f"{_TYPES}merge", "!ENV"


class UnreadableSettings(Exception):
    """A settings file that cannot be read: ``path`` as it was written, and the fault."""

    def __init__(self, path: str, fault: YamlFault) -> None:
        super().__init__(f"{path}:{fault.line} {fault.rule}")
        self.path = path
        self.fault = fault


@dataclass(frozen=True)
class Setting:
    """A value at ``path:line:column``; ``inherited`` is the same mapping in the parent file (``INHERIT``)."""

    path: str
    line: int
    column: int
    node: Any
    inherited: "Setting | None" = None

    @property
    def text(self) -> str | None:
        """The value where it is text; None for a number, yes or no, a list and so on."""
        return self.node.value if self.node.tag == f"{_TYPES}str" else None

    @property
    def truth(self) -> bool | None:
        """The value where it is yes or no."""
        if self.node.tag != f"{_TYPES}bool":
            return None
        return bool(yaml.SafeLoader.bool_values[self.node.value.lower()])

    @property
    def is_nothing(self) -> bool:
        """Whether there is no value."""
        return bool(self.node.tag == f"{_TYPES}null")

    @property
    def is_mapping(self) -> bool:
        """Whether it has entries."""
        return isinstance(self.node, yaml.MappingNode)

    @property
    def is_list(self) -> bool:
        """Whether it has items."""
        return isinstance(self.node, yaml.SequenceNode)

    @property
    def shown(self) -> object:
        """The value as it was typed, for messages."""
        return {} if self.is_mapping else [] if self.is_list else self.node.value

    def items(self) -> list["Setting"]:
        """The items of a list."""
        return [_setting(self.path, node) for node in self.node.value] if self.is_list else []

    def entries(self) -> dict[str, "Setting"]:
        """Mapping key -> value, with those of merge keys and of the parent file that are not set here."""
        if not self.is_mapping:
            return {}
        found = {key: _setting(self.path, value) for key, value in _pairs(self.node, frozenset())}
        for key, behind in (self.inherited.entries() if self.inherited else {}).items():
            if key not in found:
                found[key] = behind
            elif found[key].is_mapping and behind.is_mapping:
                found[key] = replace(found[key], inherited=behind)
        return found

    def own_keys(self) -> list["Setting"]:
        """The keys written in this mapping itself, in order, repetitions included."""
        return [_setting(self.path, key) for key, _ in self.node.value] if self.is_mapping else []

    def key(self, name: str) -> "Setting":
        """The key ``name``, for its place; the mapping itself where the key is inherited or merged."""
        return next((key for key in self.own_keys() if key.text == name), self)


@dataclass(frozen=True)
class Settings:
    """The contents of mkdocs.yml and of the files that it inherits from.

    ``sha256`` depends on every byte of them and on the environment variables that they name.
    """

    root: Setting
    sha256: str


def read_settings(path: Path) -> Settings:
    """Read ``path`` and what it inherits from. Raises UnreadableSettings."""
    digest = hashlib.sha256()
    layers: list[Setting] = []
    shown, file, asking = path.name, path, Setting(path.name, 1, 1, None)
    seen: set[Path] = set()
    while True:
        if file.resolve() in seen or len(seen) >= MAX_FILES:
            raise UnreadableSettings(asking.path, YamlFault("project/inherit-circle", asking.line, asking.column, {}))
        seen.add(file.resolve())
        data = _bytes(file, shown, asking)
        digest.update(hashlib.sha256(data).digest())
        node = _parse(data, shown)
        for name in _variables(node):
            digest.update(f"{name}={os.environ.get(name)}\0".encode("utf-8", "surrogateescape"))
        layers.append(_setting(shown, node))
        above = layers[-1].entries().get("INHERIT")
        if above is None:
            return Settings(_behind(layers), digest.hexdigest())
        if above.text is None or "\0" in above.text:
            raise UnreadableSettings(
                above.path, YamlFault("project/inherit", above.line, above.column, {"name": str(above.shown)})
            )
        shown, file, asking = above.text, Path(os.path.normpath(file.parent / above.text)), above


def _behind(layers: list[Setting]) -> Setting:
    """The first of ``layers``, inheriting from the second, which inherits from the third, and so on."""
    first, *rest = layers
    return replace(first, inherited=_behind(rest)) if rest else first


def _bytes(file: Path, shown: str, asking: Setting) -> bytes:
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        if asking.node is not None:
            fault = YamlFault("project/inherit", asking.line, asking.column, {"name": shown})
            raise UnreadableSettings(asking.path, fault) from None
        raise UnreadableSettings(shown, YamlFault("file/unreadable", 1, 1, {"reason": reason_of(error)})) from None
    if len(data) > MAX_BYTES:
        raise UnreadableSettings(shown, YamlFault("file/too-large", 1, 1, {"limit": f"{MAX_BYTES // 1_000_000} MB"}))
    return data


def _parse(data: bytes, shown: str) -> Any:
    """The root node of the document; an empty mapping where the document is empty."""
    text = decode(data)
    if isinstance(text, YamlFault):
        raise UnreadableSettings(shown, text)
    try:
        if deep := _too_deep(text):
            raise UnreadableSettings(shown, deep)
        node = yaml.compose(text, Loader=_LOADER)
    except yaml.composer.ComposerError as error:
        rule = "yaml/second-document" if error.problem == "but found another document" else "project/alias"
        raise UnreadableSettings(shown, replace(syntax_fault(text, error), rule=rule, values={})) from None
    except yaml.MarkedYAMLError as error:
        raise UnreadableSettings(shown, syntax_fault(text, error)) from None
    except yaml.YAMLError:
        raise UnreadableSettings(shown, YamlFault("yaml/syntax", 1, 1, {"detail": SYNTAX[""]})) from None
    if node is None or node.tag == f"{_TYPES}null":
        return yaml.compose("{}", Loader=_LOADER)
    return node


def _too_deep(text: str) -> YamlFault | None:
    """The first place deeper than MAX_DEPTH. The parser composes by recursion, so deeper input would crash it."""
    depth = 0
    for event in yaml.parse(text, Loader=_LOADER):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > MAX_DEPTH:
            mark: Any = event.start_mark
            return YamlFault("yaml/too-deep", mark.line + 1, mark.column + 1, {"limit": str(MAX_DEPTH)})
    return None


def _setting(path: str, node: Any) -> Setting:
    """``node`` with its place; an ``!ENV`` node is replaced by the value of its variable."""
    mark = node.start_mark
    if node.tag == _ENVIRONMENT:
        node = _resolved(node)
    return Setting(path, mark.line + 1, mark.column + 1, node)


def _resolved(node: Any) -> Any:
    """The value of ``!ENV NAME`` or ``!ENV [NAME, ..., default]`` as a node.

    A variable is read as an unquoted YAML scalar: ``8`` is a number, ``false`` is no.
    """
    names, default = _names(node)
    for name in names:
        if name in os.environ:
            value = os.environ[name]
            resolver: Any = yaml.resolver.Resolver()
            tag = resolver.resolve(yaml.ScalarNode, value, (True, False))
            return yaml.ScalarNode(tag, value, node.start_mark, node.end_mark)
    if default is None:
        return yaml.ScalarNode(f"{_TYPES}null", "", node.start_mark, node.end_mark)
    return _resolved(default) if default.tag == _ENVIRONMENT else default


def _names(node: Any) -> tuple[list[str], Any]:
    """The variables that an ``!ENV`` node tries in turn, and its default node."""
    if isinstance(node, yaml.ScalarNode):
        return [node.value], None
    inner = list(node.value) if isinstance(node, yaml.SequenceNode) else []
    default = inner.pop() if len(inner) > 1 else None
    return [child.value for child in inner if isinstance(child, yaml.ScalarNode)], default


def _variables(node: Any) -> Iterator[str]:
    """Each environment variable that the document names; a node used by several aliases is visited once."""
    stack, seen = [node], set[int]()
    while stack:
        current = stack.pop()
        if id(current) in seen:
            continue
        seen.add(id(current))
        if current.tag == _ENVIRONMENT:
            yield from _names(current)[0]
        if isinstance(current, yaml.SequenceNode):
            stack.extend(reversed(current.value))
        elif isinstance(current, yaml.MappingNode):
            stack.extend(part for pair in reversed(current.value) for part in reversed(pair))


def _pairs(node: Any, above: frozenset[int]) -> Iterator[tuple[str, Any]]:
    """The keys and values of a mapping; those of merge keys come first, so that its own replace them."""
    if id(node) in above or not isinstance(node, yaml.MappingNode):
        return
    for key, value in node.value:
        if key.tag == _MERGE:
            sources = reversed(value.value) if isinstance(value, yaml.SequenceNode) else [value]
            for source in sources:
                yield from _pairs(source, above | {id(node)})
    for key, value in node.value:
        if key.tag != _MERGE and isinstance(key, yaml.ScalarNode):
            yield key.value, value
