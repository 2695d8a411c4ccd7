"""Takes a file apart into texts to be searched: markup as it stands and as it is read, metadata, attachments, its name.

Knows how text may be written in a file (entities, escapes, split tags, comments, containers), and nothing of what is
private. Raises ``Unreadable`` for what it cannot read, because no passages would look like a file without any text.
"""

import base64
import binascii
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from html import unescape
from urllib.parse import unquote

from generator.privacy.archives import holds_as_is, members
from generator.privacy.columns import ROW_MARK
from generator.privacy.entities import NAME, declared, declared_entities
from generator.privacy.finding import Unreadable
from generator.privacy.readable import readable_strings
from generator.system.on_demand import load

MAX_DEPTH = 4
"""Containers within containers."""

Replacement = str | Callable[[re.Match[str]], str]
Rewriting = tuple[re.Pattern[str], Replacement]

_QUOTED = r"""[^<>"']*+(?:"[^"<]*+"[^<>"']*+|'[^'<]*+'[^<>"']*+)*+>"""
_INLINE_NAMES = (  # by first letter: tried at every tag
    "a(?:bbr|cronym)?|b(?:d[io]|ig)?|c(?:ite|ode)|d(?:ata|el|fn)|em|font|i(?:ns)?|kbd|label|mark|nobr|q|r(?:[bpt]|uby)"
    "|s(?:amp|mall|pan|trike|trong|u[bp])?|t(?:ime|span|t)|u|var|wbr"
)
_OFFICE_BLOCKS = "p|tc|tr|br|tab|c|row|si|cell|line-break|h|table-cell|table-row|list-item|item|comment|binData"
_SCRIPT = re.compile(r"<(?=s)(script|style)\b(?:[^<]++|<(?!/?(?:script|style)\b))*+</(?:script|style)\s*>", re.I)
_COMMENT = re.compile(r"<!--(?:[^<-]++|-(?!->)|<(?!!--))*+-->")
_ROW = re.compile(r"</?tr(?=[\s/>])[^<>]*+>", re.I)
_BREAK = re.compile(r"<br(?=[\s/>])[^<>]*+>", re.I)
_BEHIND = rf"[A-Za-z/!?](?:{_QUOTED}|[^<>]*+>)"
_TAG = f"<{_BEHIND}"
_INLINE = re.compile(rf"</?(?:{_INLINE_NAMES})(?=[\s/>])(?:{_QUOTED}|[^<>]*+>)", re.I)
_BLOCK = re.compile(rf"<{_BEHIND}\s*+(?:{_TAG}\s*+)*+")
"""One tag or more; begins with its sign, because ``re`` searches for a literal much faster than for a group."""
_OFFICE_INLINE = re.compile(rf"(?!</?(?:\w+:)?(?:{_OFFICE_BLOCKS})[\s/>]){_TAG}")
_ENTITY = re.compile(r"&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_PERCENT = re.compile(r"(?:%[0-9A-Fa-f]{2})++")
_ESCAPE = re.compile(
    r"""\\(?:u[0-9a-fA-F]{4}(?:\\u[0-9a-fA-F]{4})*+|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}|[nrt/"'\\]|\r?\n[ \t]*+)"""
)
"""Begins with a backslash for every form, because ``re`` searches for a literal much faster than for a choice."""
_BASE64 = r"data:[^,<>]{0,100}?;base64,((?:[A-Za-z0-9+/=_-]++|%[0-9A-Fa-f]{2}|[\r\n]++[ \t]*+(?=[A-Za-z0-9+/=]{8}))++)"
_DATA_URI = re.compile(_BASE64, re.I)
_FOLDED = re.compile(r"\r?\n[ \t]")
_CALENDAR_ESCAPE = re.compile(r"\\[,;]")
"""Lines of a calendar end after 75 bytes and go on in the next, anywhere in a value (RFC 5545, 3.1)."""
_OUTLINE = re.compile(r""" d=(["'])[Mm](?:[MmLlHhVvCcSsQqTtAaZz.,\s-]|[0-9]{1,6}(?![0-9]))*+\1""")
"""The path of a drawing: nothing but commands and short numbers."""
_CSS_NAME = (
    "(?:margin|padding|border|width|height)(?:-[a-z]{1,8})?|(?:background-)?color|display|font-(?:size|weight)"
    "|line-height|letter-spacing|(?:text|vertical)-align"
)
_CSS_VALUE = (
    r"(?:0|[0-9]{1,3}(?:\.[0-9]{1,2})?(?:px|em|%)|[0-9](?:\.[0-9]{1,2})?(?=[;\"])|#[0-9a-f]{3}(?:[0-9a-f]{3})?"
    "|left|right|center|top|bold|solid|auto|block|collapse)"
)
_STYLING = re.compile(rf' style="(?:(?:{_CSS_NAME}):{_CSS_VALUE}(?: {_CSS_VALUE})*+(?:;|(?=")))++"')
_STYLED = ' style="0px"'
"""Lengths, colours and a few words of CSS, as articles to paste have them at every paragraph and cell; and what stands
for them, so that what is in front of them and what is behind never touch."""
_ORDINALS = re.compile(r"\[(?:(?:0|[1-9][0-9]{0,3}),\s?)+(?:0|[1-9][0-9]{0,3})\]")
"""A list of small whole numbers, as a search index has many; the parts of an identity number are longer."""
_CONTROLS = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20)))
"""Bytes that stand in no text."""

_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_ARCHIVES = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b")
_FONTS = (b"wOF2", b"wOFF", b"\0\1\0\0", b"OTTO", b"ttcf", b"\0\0\1\0")
"""Outlines and icons: their few strings are searched, and nothing else can be in them."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A text to be searched, and how to find an offset of it in the file.

    ``part`` names the place inside a container ("" for the file itself). ``source`` is the text before ``steps``
    rewrote it. ``page`` is the line to be named for all of it, 0 where lines are counted in ``source``.
    ``alarm`` is a kind that needs no search.
    """

    source: str
    part: str = ""
    steps: tuple[Rewriting, ...] = ()
    page: int = 0
    alarm: str = ""

    @property
    def text(self) -> str:
        """The source with every step applied."""
        text = self.source
        for pattern, replacement in self.steps:
            text = pattern.sub(replacement, text)
        return text

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column (from 1) in the file of a character of ``text``."""
        return self.places((offset,))[0]

    def places(self, offsets: Sequence[int]) -> list[tuple[int, int]]:
        """The same for many characters at once, given in their order; each rewriting is gone through once."""
        stages = [self.source]
        for pattern, replacement in self.steps[:-1]:
            stages.append(pattern.sub(replacement, stages[-1]))
        for step in reversed(range(len(self.steps))):
            pattern, replacement = self.steps[step]
            offsets = list(_earlier(pattern, replacement, stages[step], offsets))
        if self.page:
            return [(self.page, offset + 1) for offset in offsets]
        return list(_lines_and_columns(self.source, offsets))


def passages(name: str, data: bytes, depth: int = 0) -> Iterator[Passage]:
    """Every passage of the file ``name``, its name included. Raises Unreadable."""
    if depth > MAX_DEPTH:
        raise Unreadable("nested too deeply")
    yield Passage(name, "name", ((_PERCENT, _percent),) if "%" in name else ())
    begun = data.find(b"%PDF-", 0, 1024)
    if begun >= 0 and not holds_as_is(data, begun):
        yield from _pieces(load("generator.privacy.pdf.document").portable_document(data), depth)
    elif data.startswith(_PICTURES) or (data[:4] == b"RIFF" and data[8:12] == b"WEBP"):
        yield from _pieces(load("generator.privacy.media.words").picture(data), depth)
    elif data.startswith(_ARCHIVES):
        yield from _pieces(members(data), depth)
    elif (text := decoded(data)) is not None:
        yield from _text(name, text, depth)
    else:
        yield from (Passage(text, "strings") for text in readable_strings(data))
        if not data.startswith(_FONTS):
            raise Unreadable("unknown kind of file")


def decoded(data: bytes) -> str | None:
    """Text of a file in UTF-8, UTF-16 with its mark, or GB18030; None when it is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if len(data.translate(None, _CONTROLS)) < len(data):  # several times as fast as a search
        return None
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _text(name: str, text: str, depth: int) -> Iterator[Passage]:
    ending = name.rpartition(".")[2].lower()
    hidden: tuple[Rewriting, ...] = ()
    if ending == "ics" or text[:15].upper() == "BEGIN:VCALENDAR":
        hidden = ((_FOLDED, ""), (_CALENDAR_ESCAPE, _second_character))
    if ";base64," in text or ";BASE64," in text:
        hidden = (*hidden, (_DATA_URI, ""))
        yield from _embedded(text, depth)
    is_coded = "%" in text and _PERCENT.search(text) is not None
    if is_coded:
        hidden = (*hidden, (_PERCENT, _percent))
    if " d=" in text or (is_coded and "%20d=" in text):
        hidden = (*hidden, (_OUTLINE, " "))
    if ending in ("json", "js", "jsonld"):
        hidden = (*hidden, (_ORDINALS, "[]"))
    marked_up = ending in ("html", "htm", "svg", "xml", "xhtml", "rels", "md", "rdf") or text.lstrip()[:1] == "<"
    if marked_up and ' style="' in text:
        hidden = (*hidden, (_STYLING, _STYLED))
    entities: tuple[Rewriting, ...] = ((_ENTITY, _entity),) if marked_up and "&" in text else ()
    if marked_up and "<!ENTITY" in text:
        entities = ((NAME, partial(declared, declared_entities(text))), *entities)
    escapes: tuple[Rewriting, ...] = ((_ESCAPE, _unescaped),) if "\\" in text else ()
    yield Passage(text, steps=(*hidden, *entities, *escapes))
    if marked_up and "<" in text:
        office = "schemas.openxmlformats.org" in text[:4000] or "oasis:names:tc:opendocument" in text[:4000]
        inline = _OFFICE_INLINE if office else _INLINE
        removed: tuple[Rewriting, ...] = ((_COMMENT, ""),) if "<!--" in text else ()
        if not office and ("<br" in text or "<BR" in text):
            removed = (*removed, (_BREAK, "\n"))
        if not office and ("<tr" in text or "<TR" in text):
            removed = (*removed, (_ROW, ROW_MARK))
        yield Passage(text, steps=(*removed, (_SCRIPT, "\x1f"), (inline, ""), (_BLOCK, "\x1f"), *entities))


def _embedded(text: str, depth: int) -> Iterator[Passage]:
    """What stands in the data: addresses of ``text``; all of it is placed where the address begins."""
    for match in _DATA_URI.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        try:
            data = base64.b64decode(unquote(match[1]).replace("-", "+").replace("_", "/") + "==")
        except (binascii.Error, ValueError):
            yield Passage(match[1], "data")
            continue
        for inner in passages("", data, depth + 1):
            yield Passage(inner.source, _joined("data", inner.part), inner.steps, inner.page or line, inner.alarm)


def _pieces(pieces: "Iterator[tuple[str, int, str | bytes]]", depth: int) -> Iterator[Passage]:
    """Passages of the parts of a container: texts as they are, files by what they are."""
    for part, page, content in pieces:
        if part == "photo-position":
            yield Passage("", "metadata", alarm=part)
        elif part == "picture-page":
            yield Passage("", page=page, alarm=part)
        elif isinstance(content, str):
            yield Passage(content, part, page=page)
        else:
            for inner in passages(part, content, depth + 1):
                yield Passage(inner.source, _joined(part, inner.part), inner.steps, inner.page, inner.alarm)


def _joined(part: str, inner: str) -> str:
    return "!".join(filter(None, (part, inner)))


def _entity(match: re.Match[str]) -> str:
    return _read_entity(match[0])


_read_entity = lru_cache(maxsize=4_096)(unescape)
"""The same few hundred stand on every page."""


def _percent(match: re.Match[str]) -> str:
    return _read_percent(match[0])


_read_percent = lru_cache(maxsize=4_096)(partial(unquote, errors="replace"))
"""Linked data writes a few words of the hall thousands of times."""


def _second_character(match: re.Match[str]) -> str:
    return match[0][1]


def _unescaped(match: re.Match[str]) -> str:
    r"""What \u0031, \u{31}, \x31, \n and a line that goes on (YAML) stand for in JSON, scripts and YAML."""
    text = match[0]
    if text[1] in "\r\n":
        return ""
    if text[1] == "u" and text[2] != "{":
        if len(text) == 6:
            return chr(int(text[2:], 16))
        return str(json.loads(f'"{text}"'))
    if text[1] in "ux":
        number = int(text[2:].strip("{}"), 16)
        return chr(number) if number < 0x110000 else text
    return {"n": "\n", "r": "\r", "t": "\t"}.get(text[1], text[1])


def _earlier(pattern: re.Pattern[str], replacement: Replacement, before: str, offsets: Iterable[int]) -> Iterator[int]:
    """Where the characters at ``offsets``, which ascend, stood in ``before``.

    All of a replacement stands where the original began.
    """
    shift = 0
    matches = pattern.finditer(before)
    match = next(matches, None)
    for offset in offsets:
        while match:
            new = len(replacement if isinstance(replacement, str) else replacement(match))
            if offset < match.start() - shift + new:
                break
            shift += len(match[0]) - new
            match = next(matches, None)
        yield match.start() if match and offset >= match.start() - shift else offset + shift


def _lines_and_columns(text: str, offsets: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Line and column (from 1) of each of ``offsets``, which ascend."""
    line, begin, counted = 1, 0, 0
    for offset in offsets:
        if breaks := text.count("\n", counted, offset):
            line += breaks
            begin = text.rfind("\n", counted, offset) + 1
        counted = max(counted, offset)
        yield line, offset - begin + 1
