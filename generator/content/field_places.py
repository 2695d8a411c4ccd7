"""Finds fields in a file whatever they are called there, and calls all of them by their Chinese or English names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from generator.content.field_names import Language, called, in_model
from generator.content.file_kinds import model_of
from generator.content.strict_yaml import YamlFault, locate, read
from generator.model import Keys

_CHINESE = re.compile(rb"(?:^|[{,-])[ ]*['\"]?[\xe4-\xe9][^\s:]{2,60}:(?:\s|$)", re.MULTILINE)
"""A name that begins with a Chinese character, in UTF-8."""


@dataclass(frozen=True)
class Renaming:
    """A file below the content folder in which fields get other names: its bytes before and after."""

    path: str
    old: bytes
    new: bytes

    def lines(self) -> Iterator[str]:
        """Each line that changes, as it is and as it will be."""
        pairs = zip(self.old.decode("utf-8-sig").splitlines(), self.new.decode().splitlines(), strict=True)
        for number, (before, after) in enumerate(pairs, 1):
            if before != after:
                yield f"{number}:\n- {before}\n+ {after}"


def renamings(content: Path, language: Language) -> Iterator[Renaming]:
    """The files of the folder ``content`` whose fields are not all called in ``language``; no link is followed."""
    for path in sorted(content.rglob("*.yml")):
        below = path.relative_to(content).as_posix()
        model = model_of(below)
        if model and not path.is_symlink():
            old = path.read_bytes()
            new = rewritten(old, model, language)
            if new != old:
                yield Renaming(below, old, new)


def has_chinese_names(data: bytes) -> bool:
    """Whether a field of the file may have a Chinese name; most files are read without looking closer."""
    return bool(_CHINESE.search(data))


def place_of(data: bytes, keys: Keys, at_key: bool, model: type[BaseModel] | None) -> tuple[int, int]:
    """Position of the value at ``keys`` (or of its key) in a file, whatever its fields are called."""
    if not has_chinese_names(data):
        return locate(data, keys, at_key)
    document = read(data, with_marks=True)
    marks = {in_model(typed, model): place for typed, place in document.marks.items()}
    key_marks = {in_model(typed, model): place for typed, place in document.key_marks.items()}
    if at_key and keys in key_marks:
        return key_marks[keys]
    while keys and keys not in marks:
        keys = keys[:-1]
    return marks.get(keys, (1, 1))


def fault_of_twice(data: bytes, typed: Keys) -> YamlFault:
    """That the field at ``typed`` stands in the file a second time, by its other name."""
    line, column = read(data, with_marks=True).key_marks.get(typed, (1, 1))
    return YamlFault("yaml/duplicate-key", line, column, {"key": str(typed[-1])})


def rewritten(data: bytes, model: type[BaseModel], language: Language) -> bytes:
    """The file with all fields called in ``language``; nothing else changes. Unreadable files come back as they are."""
    document = read(data, with_marks=True)
    if document.faults:
        return data
    lines = data.decode("utf-8-sig").split("\n")
    for typed, (line, column) in sorted(document.key_marks.items(), key=lambda item: item[1], reverse=True):
        old, new = str(typed[-1]), called(typed, model, language)
        text = lines[line - 1]
        if new and text[column - 1 :].startswith(old):
            lines[line - 1] = text[: column - 1] + new + text[column - 1 + len(old) :]
    return "\n".join(lines).encode()
