"""Gives what stands in a PDF beside its pages: strings, names, remarks, streams of any kind, and bytes outside of it.

Tells what nobody can vouch for, because it is not written down: scripts, and forms that a program fills in.
"""

import re
from collections.abc import Iterator

from generator.privacy.finding import Unreadable
from generator.privacy.pdf.literals import LITERAL, decoded, literal_text, literals
from generator.privacy.pdf.objects import Objects, Stream
from generator.privacy.readable import Piece, readable_strings

_SCRIPT = re.compile(rb"/JS\b")
_SCRIPT_TEXT = re.compile(rb"/JS\s*(" + LITERAL.pattern + rb")", re.S)
_FORMAT = re.compile(r"\s*(?:AF[A-Za-z]+_?[A-Za-z]*\([^()]*\)\s*;?\s*)+")
"""What editors write for the format of a date or a number in a field, and nothing else."""
_MACHINES = (
    (re.compile(rb"/XFA\b"), "form of its own"),
    (re.compile(rb"/(?:RichMedia|Movie|U3D|PRC|Sound)\b(?=[\s/>\]])"), "film or sound"),
)
_REMARK = re.compile(rb"%[^\r\n]{6,}")
_NAME = re.compile(rb"/([^\s/<>\[\](){}%]{7,})")
_TELLING = re.compile(rb"[0-9]{6}|[\x80-\xff]")
_DICTIONARY = re.compile(rb"<<(?:[^<>]++|<[0-9A-Fa-f\s]*+>)*+>>")
_LETTER = re.compile(rb"\s*(?:[-+.0-9]+\s+){2,6}d[01]\b")
_END = re.compile(rb"%%EOF")
_JPEG = b"\xff\xd8\xff"
_WORDS = re.compile(rb"/Type\s*/Metadata\b|/Subtype\s*/XML\b")


def leftovers(objects: Objects, contents: frozenset[int]) -> Iterator[Piece]:
    """Everything readable outside of pages; ``contents`` are the numbers of streams that pages show.

    Raises Unreadable at the end for scripts and the like.
    """
    for photo in objects.photos:
        if photo.startswith(_JPEG):
            yield "picture", 0, photo
        else:
            yield from (("picture", 0, text) for text in readable_strings(photo))
    for item in objects.streams:
        yield from _of_stream(item, item.number in contents)
    for text in literals(objects.between):
        yield "strings", 0, text
    names = {name for name in _NAME.findall(objects.structure) if _TELLING.search(name)}
    if names:
        yield "names", 0, "\n".join(sorted(map(decoded, names)))
    for remark in _REMARK.findall(objects.structure):
        yield "remark", 0, decoded(remark)
    for sign, what in _MACHINES:
        if sign.search(objects.structure):
            raise Unreadable(what)
    formats = sum(1 for script in _SCRIPT_TEXT.findall(objects.between) if _FORMAT.fullmatch(literal_text(script)))
    if len(_SCRIPT.findall(objects.structure)) > formats:
        raise Unreadable("script")


def _of_stream(item: Stream, is_content: bool) -> Iterator[Piece]:
    content = item.content
    drawn = is_content or item.is_form
    if content is None:
        if not drawn:
            raise Unreadable("packed in an unknown way")
    elif content.startswith(_JPEG):
        yield "picture", 0, content
    elif b"/EmbeddedFile" in item.about:
        yield "attachment", 0, content
    elif _WORDS.search(item.about):
        yield "metadata", 0, decoded(content)
    elif drawn or item.shows_text or _LETTER.match(content):
        for text in literals(b"\n".join(_DICTIONARY.findall(content))):
            yield "strings", 0, text
    elif b"begincmap" not in content and b"/FunctionType" not in item.about:
        for text in readable_strings(content):
            yield "strings", 0, text


def bytes_outside(data: bytes) -> Iterator[Piece]:
    """What stands before the beginning of the file and behind its end, or between two files in one."""
    start = max(data.find(b"%PDF-"), 0)
    for text in readable_strings(data[:start]):
        yield "appended", 0, text
    ends = [end.end() for end in _END.finditer(data)]
    for end in ends[:-1]:
        if data[end:].lstrip().startswith(b"%PDF-"):
            yield "appended", 0, data[end:].lstrip()
            return
    if ends and (behind := data[ends[-1] :].strip(b"\0\t\n\f\r ")):
        yield "appended", 0, behind
