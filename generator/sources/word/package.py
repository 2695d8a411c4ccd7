"""Opens a .docx: the XML of its body, styles, lists, notes, comments, headers and footers. Imports python-docx."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part, XmlPart
from docx.opc.rel import _Relationship
from docx.oxml import parse_xml
from docx.package import Package
from lxml import etree
from lxml.etree import _Element

from generator.sources.document import SourceError
from generator.sources.word.xml_names import RELATIONSHIP, child, value, w

_DRAWING_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_DIAGRAM = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/diagramData"
_STRICT = b"http://purl.oclc.org/ooxml/"
_STRICT_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(wordprocessingml|officeDocument|drawingml)/")
_NOTES = (
    ("footnote", RELATIONSHIP_TYPE.FOOTNOTES),
    ("endnote", RELATIONSHIP_TYPE.ENDNOTES),
    ("comment", RELATIONSHIP_TYPE.COMMENTS),
)


@dataclass(frozen=True)
class WordParts:
    """The parts of a document that hold text or decide about it.

    ``notes``: ("footnote", "endnote" or "comment", its id) -> its element; whoever shows one takes it out.
    ``drawings``: relationship -> the texts of a chart or diagram, which have a part of their own.
    """

    body: _Element
    styles: _Element | None
    numbering: _Element | None
    notes: dict[tuple[str, str], _Element] = field(default_factory=dict)
    headers: tuple[_Element, ...] = ()
    footers: tuple[_Element, ...] = ()
    drawings: Mapping[str, str] = field(default_factory=dict)
    title: str = ""


def open_word(members: Mapping[str, bytes]) -> WordParts:
    """The parts of a .docx that was unpacked: name of a member -> its bytes. Raises SourceError for a broken one."""
    try:
        return _opened(Package.open(_packed(members)))
    except (AttributeError, TypeError):  # What python-docx raises where an element is missing or of another kind.
        raise SourceError("source/broken") from None


def _opened(package: Package) -> WordParts:
    main = package.main_document_part
    body = child(_root(main), "body")
    if body is None:
        raise SourceError("source/broken")
    return WordParts(
        body,
        _related(main, RELATIONSHIP_TYPE.STYLES),
        _related(main, RELATIONSHIP_TYPE.NUMBERING),
        dict(_notes(main)),
        _of_sections(main, body, "headerReference"),
        _of_sections(main, body, "footerReference"),
        dict(_drawings(main)),
        _title(package),
    )


def _title(package: Package) -> str:
    """The title in the properties; python-docx would make up properties with one where there are none."""
    has_properties = any(relation.reltype == RELATIONSHIP_TYPE.CORE_PROPERTIES for relation in package.rels.values())
    return package.core_properties.title if has_properties else ""


def _packed(members: Mapping[str, bytes]) -> io.BytesIO:
    """The members as a zip, as python-docx takes it: without relationships to what is not there, and with the usual
    names where the file was saved as “Strict Open XML”, which has others for the same.
    """
    stream = io.BytesIO()
    is_strict = _STRICT in members.get("_rels/.rels", b"")
    with zipfile.ZipFile(stream, "w") as archive:
        for name, data in members.items():
            named = _STRICT_NAME.sub(rb"http://schemas.openxmlformats.org/\1/2006/", data) if is_strict else data
            archive.writestr(zipfile.ZipInfo(name), _without_dangling(name, named, members))
    stream.seek(0)
    return stream


def _without_dangling(name: str, data: bytes, members: Mapping[str, bytes]) -> bytes:
    if not name.endswith(".rels"):
        return data
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False))
    folder = posixpath.dirname(posixpath.dirname(name))
    for relation in list(root):
        target = posixpath.normpath(posixpath.join("/", folder, relation.get("Target", ""))).lstrip("/")
        if relation.get("TargetMode") != "External" and target not in members:
            root.remove(relation)
    return etree.tostring(root)


def _root(part: Part) -> _Element:
    return part.element if isinstance(part, XmlPart) else parse_xml(part.blob)


def _related(main: Part, kind: str) -> _Element | None:
    return next((_root(relation.target_part) for relation in _internal(main) if relation.reltype == kind), None)


def _internal(main: Part) -> Iterator[_Relationship]:
    return (relation for relation in main.rels.values() if not relation.is_external)


def _notes(main: Part) -> Iterator[tuple[tuple[str, str], _Element]]:
    for name, kind in _NOTES:
        root = _related(main, kind)
        for note in [] if root is None else root.findall(w(name)):
            if value(note, "type") in (None, "normal"):
                yield (name, value(note, "id") or ""), note


def _of_sections(main: Part, body: _Element, reference: str) -> tuple[_Element, ...]:
    """The headers or footers that sections refer to, each once, in order."""
    named = dict.fromkeys(found.get(f"{RELATIONSHIP}id") for found in body.iter(w(reference)))
    return tuple(_root(main.rels[name].target_part) for name in named if name in main.rels)


def _drawings(main: Part) -> Iterator[tuple[str, str]]:
    for name, relation in main.rels.items():
        if not relation.is_external and relation.reltype in (RELATIONSHIP_TYPE.CHART, _DIAGRAM):
            yield name, "\n".join(found.text or "" for found in _root(relation.target_part).iter(_DRAWING_TEXT))
