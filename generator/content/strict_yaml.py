"""Reads the YAML of content files: every value stays the text that was typed, and every mistake has its place.

Stock YAML turns 9:00 into 540, 0123 into 83 and no into false, lets a second key silently replace the first, and lets
ten lines of aliases fill the memory. Here every scalar stays text, and duplicate keys, anchors, aliases, tags and
second documents are refused. Events of the parser are read onto a list instead of by recursion, so no input can
overflow the stack. (mkdocs.yml, which holds settings of others too, is read by ``settings_yaml``.)

A key without a value is left out of the result and means 待补充. An empty list item is a fault.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import yaml

from generator.content.folding import unfolded
from generator.content.invisible import FORBIDDEN
from generator.content.problems import excerpt
from generator.content.yaml_causes import cause_of
from generator.texts.checks import ENCODINGS
from generator.texts.yaml_syntax import SYNTAX

if TYPE_CHECKING:  # settings are read without any record
    from generator.model import Keys

YamlValue = str | dict[str, "YamlValue"] | list["YamlValue"]

MAX_BYTES = 1_000_000
MAX_DEPTH = 32
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_COMMENT_BEHIND = re.compile(r"^(?! *#).*\S[ \t]+#", re.MULTILINE)
_CUT, _NOTE = re.compile(r"[ \t]+#"), re.compile(r"[ \t]+#(?:[ \t]|$)")
_CODE = re.compile(r"[!-~]+")
"""Behind a day, a number or an id, and behind two spaces, a # with a space is a note; elsewhere it may be text."""
_WIDE_COMMA = re.compile("，")
_LINE_BREAK = re.compile(r"\r\n?|\n")


@dataclass(frozen=True)
class YamlFault:
    """A mistake in the YAML of a file: rule id, 1-based position, and the values for the blanks of the message."""

    rule: str
    line: int
    column: int
    values: dict[str, str] = field(default_factory=dict)


@dataclass
class Document:
    """The contents of a file. ``value`` is None when it is empty or could not be read to its end.

    ``marks`` maps keys to the (line, column) of the value, ``key_marks`` to that of the mapping key.
    """

    value: YamlValue | None = None
    faults: list[YamlFault] = field(default_factory=list)
    marks: dict["Keys", tuple[int, int]] = field(default_factory=dict)
    key_marks: dict["Keys", tuple[int, int]] = field(default_factory=dict)


def decode(data: bytes) -> str | YamlFault:
    """Text of a UTF-8 file, with lines that end in a line feed; a YamlFault that names the likely encoding."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return YamlFault("file/encoding", 1, 1, {"encoding": ENCODINGS["utf-16"]})
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return YamlFault("file/encoding", line, 1, {"encoding": _likely_encoding(data)})
    if found := FORBIDDEN.search(text):
        line, column = _position(text, found.start())
        return YamlFault("file/control-character", line, column, {"code": f"U+{ord(found[0]):04X}"})
    return text


def read(data: bytes, with_marks: bool = False) -> Document:
    """Read one YAML document from ``data``; positions take time and are kept only ``with_marks``."""
    if len(data) > MAX_BYTES:
        return Document(faults=[YamlFault("file/too-large", 1, 1, {"limit": f"{MAX_BYTES // 1_000_000} MB"})])
    text = decode(data)
    if isinstance(text, YamlFault):
        return Document(faults=[text])
    return _Reader(text, with_marks).read()


def locate(data: bytes, keys: "Keys", at_key: bool = False) -> tuple[int, int]:
    """Position of the value at ``keys`` (or of its key); of the nearest enclosing value where there is none."""
    document = _marked(data)
    if at_key and keys in document.key_marks:
        return document.key_marks[keys]
    while keys and keys not in document.marks:
        keys = keys[:-1]
    return document.marks.get(keys, (1, 1))


@lru_cache(maxsize=128)
def _marked(data: bytes) -> Document:
    """``data`` with positions, cached: several problems of one file are located in a row, and of many halls again."""
    return read(data, with_marks=True)


def syntax_fault(text: str, error: yaml.MarkedYAMLError) -> YamlFault:
    """Why the parser could not read ``text``: the mistake that was made, where it is a known one."""
    mark = error.problem_mark or error.context_mark
    line, column = _last_place(text, mark.line + 1, mark.column + 1) if mark else (1, 1)
    if cause := cause_of(text, line, column, error.problem or ""):
        return YamlFault(*cause)
    return YamlFault("yaml/syntax", line, column, {"detail": SYNTAX.get(error.problem or "", SYNTAX[""])})


def _last_place(text: str, line: int, column: int) -> tuple[int, int]:
    """The place itself; the end of the text where the parser names a line behind it, because the file was cut off."""
    lines = _LINE_BREAK.split(text.rstrip())
    return (line, column) if line <= len(lines) else (len(lines), len(lines[-1]) + 1)


def _likely_encoding(data: bytes) -> str:
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return ENCODINGS["binary"]
    return ENCODINGS["gbk"]


def _position(text: str, offset: int) -> tuple[int, int]:
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


class _Reader:
    """Builds one document from parser events."""

    def __init__(self, text: str, with_marks: bool) -> None:
        self.text = text
        self.lines = text.split("\n") if _COMMENT_BEHIND.search(text) else []
        self.in_flow = 0
        self.with_marks = with_marks
        self.document = Document()
        self.stack: list[Any] = []
        self.in_mapping = False
        self.abandoned = False
        self.seen: list[set[str]] = []
        self.path: list[str | int] = []
        self.key: str | None = None

    def read(self) -> Document:
        loader = _LOADER(self.text)
        try:
            self._events(loader)
            if self.abandoned:
                self.document.value = None
        except yaml.MarkedYAMLError as error:
            self.document.value = None
            self.document.faults.append(syntax_fault(self.text, error))
        except yaml.YAMLError:
            self.document.value = None
            self.document.faults.append(YamlFault("yaml/syntax", 1, 1, {"detail": SYNTAX[""]}))
        finally:
            loader.dispose()
        return self.document

    def _events(self, loader: Any) -> None:
        documents = 0
        handlers = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._open_mapping,
            yaml.SequenceStartEvent: self._open_sequence,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
        }
        while (event := loader.get_event()) is not None and not self.abandoned:
            handler = handlers.get(type(event))
            if handler:
                handler(event)
            elif isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._fault("yaml/second-document", event)
                    return
            elif isinstance(event, yaml.StreamEndEvent):
                return

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._fault("yaml/anchor", event)
        if event.tag is not None:
            self._fault("yaml/tag", event)

    def _alias(self, event: Any) -> None:
        self._fault("yaml/alias", event)
        self._put(event, "")

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        if self.key is None and self.in_mapping:
            self._take_key(event)
        elif event.value == "" and event.implicit[0]:
            self._put_nothing(event)
        else:
            if event.style == '"' and (found := FORBIDDEN.search(event.value)):  # ``decode`` cannot see "\0"
                self._fault("file/control-character", event, code=f"U+{ord(found[0]):04X}")
            if not event.style:
                self._check_plain(event)
            self._put(event, unfolded(event, self.text) if event.end_mark.line > event.start_mark.line else event.value)

    def _check_plain(self, event: Any) -> None:
        """Refuse what YAML takes away from a text without quotation marks: what stands behind #; or does not divide."""
        if self.lines:
            end = event.end_mark
            behind = self.lines[end.line][end.column :].rstrip() if end.line < len(self.lines) else ""
            if _CUT.match(behind) and not (
                _NOTE.match(behind) and (behind[1].isspace() or _CODE.fullmatch(event.value))
            ):
                corrected = f'"{excerpt(event.value + behind)}"'
                self._fault("yaml/cut-at-hash", event, text=excerpt(event.value), corrected=corrected)
        if self.in_flow and _WIDE_COMMA.search(event.value):
            corrected = ", ".join(part.strip() for part in _WIDE_COMMA.split(event.value))
            self._fault("yaml/full-width-comma", event, corrected=f"[{excerpt(corrected)}]")

    def _take_key(self, event: Any) -> None:
        key: str = event.value
        if key in self.seen[-1]:
            self._fault("yaml/duplicate-key", event, key=excerpt(key))
        self.seen[-1].add(key)
        self.key = key
        if self.with_marks:
            mark = event.start_mark
            self.document.key_marks[(*self.path, key)] = (mark.line + 1, mark.column + 1)

    def _put_nothing(self, event: Any) -> None:
        if self.stack and not self.in_mapping:
            self._fault("yaml/empty-item", event)
        self._mark(event)
        self.key = None

    def _put(self, event: Any, value: YamlValue) -> None:
        if self.with_marks:
            self._mark(event)
        if not self.stack:
            self.document.value = value
        elif self.in_mapping:
            self.stack[-1].setdefault(self.key, value)
            self.key = None
        else:
            self.stack[-1].append(value)

    def _open_mapping(self, event: Any) -> None:
        self._open(event, {})
        self.in_flow += bool(self.in_flow or event.flow_style)
        self.in_mapping = True

    def _open_sequence(self, event: Any) -> None:
        self._open(event, [])
        self.in_flow += bool(self.in_flow or event.flow_style)
        self.in_mapping = False

    def _open(self, event: Any, container: Any) -> None:
        self._check_properties(event)
        if len(self.stack) >= MAX_DEPTH:
            self._abandon("yaml/too-deep", event, limit=str(MAX_DEPTH))
        if self.in_mapping and self.key is None:
            self._abandon("yaml/complex-key", event)
        step = self._step()
        self._put(event, container)
        if step is not None:
            self.path.append(step)
        self.stack.append(container)
        self.seen.append(set())

    def _close(self, _: Any) -> None:
        self.stack.pop()
        self.seen.pop()
        self.in_flow -= self.in_flow > 0
        self.in_mapping = bool(self.stack) and isinstance(self.stack[-1], dict)
        if self.stack:
            self.path.pop()

    def _abandon(self, rule: str, event: Any, **values: str) -> None:
        """Stop reading: the rest of the document cannot be assigned to places."""
        self._fault(rule, event, **values)
        self.abandoned = True

    def _step(self) -> str | int | None:
        if not self.stack:
            return None
        return self.key if self.in_mapping else len(self.stack[-1])

    def _mark(self, event: Any) -> None:
        if self.with_marks:
            step = self._step()
            keys = (*self.path, step) if step is not None else ()
            self.document.marks.setdefault(keys, (event.start_mark.line + 1, event.start_mark.column + 1))

    def _fault(self, rule: str, event: Any, **values: str) -> None:
        mark = event.start_mark
        self.document.faults.append(YamlFault(rule, mark.line + 1, mark.column + 1, values))
