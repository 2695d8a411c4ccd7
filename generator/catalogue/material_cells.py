"""The papers of one row: their names, and what other cells of the row say of them.

What is said of a paper and not understood is kept in its notes with the heading, because papers have a field for it.
"""

import re
from collections.abc import Sequence
from typing import Any

from generator.catalogue import cell_values
from generator.catalogue.cell_lists import is_a_row_of_names, papers_of, parts_of
from generator.catalogue.entry import Entry
from generator.catalogue.listing import Trouble
from generator.texts.service_words import FORMATS, NECESSITIES, NECESSITY_OF_YES, NO, ORIGINALS, YES

Material = dict[str, Any]

_COPIES = re.compile(r"([0-9]{1,3}|[一二两三四五六七八九十])(?:\.0)?份?")
_END = re.compile(
    r"^(?P<name>.*?[^（(，,、\s])[（(，,\s]*(?P<original>原件[及和与、]复印件|原件复印件|复印件|原件)?(?:各|一式)?"
    r"(?P<copies>[0-9]{1,2}|[一二两三四五六七八九十])份[）)]?$"
)
"""The end of a name that says how many copies: 身份证（原件及复印件1份）, 申请表一式两份."""
_LONGEST_NAME = 200
_BRACKETED_WORD = re.compile(r"[（(【]([^（）()【】]{2,8})[）)】]$")
_FIELDS = ("source", "blank_form", "example")


def materials_of(row: Sequence[Entry]) -> tuple[list[Material], list[Trouble]]:
    """The papers of ``row`` with what is said of each, and the cells that leave open what is a paper."""
    named = [(one, name) for one in row if one.kind == "materials.name" for name in papers_of(one.text)]
    papers = [_paper(name) for _, name in named]
    troubles = [
        Trouble("cell/one-paper", one.heading, one.kind, one.place) for one, name in named if is_a_row_of_names(name)
    ]
    for entry in row:
        if entry.kind == "materials.name" or not entry.kind.startswith("materials."):
            continue
        said = _said_of_each(entry.text, len(papers))
        if said is None:
            troubles.append(Trouble("cell/which-paper", entry.heading, entry.kind, entry.place))
            continue
        for paper, text in zip(papers, said, strict=True):
            _note(paper, entry, text)
    return papers, troubles


def _said_of_each(text: str, papers: int) -> list[str] | None:
    """What a cell says of each of the papers of its row; None where that cannot be told."""
    if papers == 1:
        return [text]
    said = parts_of(text)
    return said if papers and len(said) == papers else None


def _paper(text: str) -> Material:
    """A paper by its name, with what is said at the end of the name: 原件及复印件1份, （容缺）."""
    name = cell_values.unbroken(text)
    paper: Material = {}
    if (word := _BRACKETED_WORD.search(name)) and word[1] in NECESSITIES and word.start():
        paper["necessity"] = NECESSITIES[word[1]]
        name = name[: word.start()].strip()
    found = _END.match(name) if len(name) <= _LONGEST_NAME else None
    number = cell_values.count(found["copies"]) if found else None
    if found is None or not number or not _is_balanced(found["name"]):
        return {"name": name, **paper}
    original = {"original": ORIGINALS[found["original"]]} if found["original"] else {}
    return {"name": found["name"].strip(), **paper, "copies": number, **original}


def _is_balanced(text: str) -> bool:
    return sum(map(text.count, "（(")) == sum(map(text.count, "）)"))


def _note(paper: Material, entry: Entry, text: str) -> None:
    """Put what ``text`` says of ``paper`` into its field, else into its notes."""
    field = entry.kind.removeprefix("materials.")
    value = _value(field, entry, text)
    if value is None or (field in paper and paper[field] != value):
        said = text if field == "notes" else f"{entry.label}：{text}"
        paper["notes"] = f"{paper['notes']}\n{said}" if "notes" in paper else said
    else:
        paper[field] = value


def _value(field: str, entry: Entry, text: str) -> object:
    if field == "necessity":
        return _necessity(entry, text)
    if field == "original":
        return cell_values.one_of(text, ORIGINALS)
    if field == "format":
        return cell_values.one_of(text, FORMATS)
    if field == "copies":
        found = _COPIES.fullmatch(cell_values.narrow(text))
        return cell_values.count(found[1]) if found else None
    names_it = field in _FIELDS and len(text) <= 200 and cell_values.truth(text) is None
    return " ".join(text.split()) if names_it else None


def _necessity(entry: Entry, text: str) -> str | None:
    """The necessity by its word, or by yes and no below a heading that asks for it."""
    if (word := cell_values.one_of(text, NECESSITIES)) is not None:
        return word
    yes, no = next(meant for asked, meant in NECESSITY_OF_YES.items() if asked in entry.heading)
    return yes if text.strip() in YES else (no or None) if text.strip() in NO else None
