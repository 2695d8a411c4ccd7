"""What the paragraphs and tables of a guide (办事指南) are taken apart to: labels with values, titles, and the rest."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.catalogue.entry import Entry
from generator.catalogue.headings import UNUSED, Heading, heading_of
from generator.texts.service_words import TITLE_ENDINGS

LONGEST_LABEL = 24

_TITLE = re.compile(
    rf"^(?:附件[0-9一二三四五六七八九十]{{0,2}}[：:\s]*)?(?P<name>.+?)(?:{'|'.join(TITLE_ENDINGS)})(?:[（(][^（）()]*[)）])?$"
)
_NUMBER = re.compile(
    r"^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十0-9]{1,3}[)）]|[0-9]{1,2}[、.．](?![0-9]))\s*"
)
_LABELLED = re.compile(
    r"(?:^|(?<=[\s；;。]))(?:[【\[](?P<bracketed>[^\s【】\[\]：:]{2,24})[】\]][：:]?|(?P<plain>[^\s：:；;，。【】]{2,24})[：:])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of a guide that belong together: a label and its value, or what is said of one paper."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Title:
    """What stands above a guide and may be its name; ``level`` of a heading, 0 of other text."""

    text: str
    place: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """A text that belongs to no label; ``heading`` where it stands below one that has no field."""

    place: str
    heading: str = ""


Part = Line | Title | Left


def label_of(text: str, group: str = "") -> Heading | None:
    """The label that ``text`` is, below the label ``group``; None for a value."""
    bare = "".join(text.strip().rstrip("：:").split())
    if not bare or len(bare) > LONGEST_LABEL:
        return None
    heading = heading_of([group, bare] if group else [bare])
    if heading.kind == "materials.+note" and heading_of([bare]).kind is None:
        return None  # Below 申请材料 everything is said of papers, so this may as well be a paper.
    return heading if heading.kind else None


def line_of(label: Heading, text: str, place: str) -> Part:
    """The value ``text`` of ``label``."""
    if label.kind is None or label.kind == UNUSED:
        return Left(place, label.text)
    return Line((Entry(label.kind, label.text, text, place, label.unit),))


def title_of(text: str) -> str:
    """The name of a service in the title of its guide (老年优待证办事指南); "" for other texts."""
    line = _NUMBER.sub("", " ".join(text.split()))
    found = _TITLE.match(line) if len(line) <= 80 else None
    return found["name"].strip("“”《》 ") if found else ""


def number_before(text: str) -> str:
    """The number with which a paragraph begins; "" where there is none."""
    found = _NUMBER.match(text)
    return found[0].strip() if found else ""


def inline_parts(text: str, place: str) -> Iterator[Part]:
    """The labels with their values in one text (承办部门：民政办　联系电话：……); nothing where it begins otherwise."""
    bare = _NUMBER.sub("", text)
    marks = [
        (mark, label) for mark in _LABELLED.finditer(bare) if (label := label_of(mark["bracketed"] or mark["plain"]))
    ]
    if not marks or marks[0][0].start() != 0:
        return
    ends = [mark.start() for mark, _ in marks[1:]] + [len(bare)]
    for (mark, label), end in zip(marks, ends, strict=True):
        if value := bare[mark.end() : end].strip(" \t\n；;"):
            yield line_of(label, value, place)
