"""Brings problems of a composed folder home: to the file and line of the layer in which their cause was written."""

from collections.abc import Mapping
from dataclasses import replace

from generator.content.field_names import in_model
from generator.content.file_kinds import model_of
from generator.content.problems import Problem, shown_path
from generator.content.strict_yaml import read
from generator.layers.history import History
from generator.layers.layer import Layer
from generator.model import Keys


def at_home(problem: Problem, path: str, histories: Mapping[str, History], hall: Layer) -> Problem:
    """``problem``, of the file at ``path`` of the composed folder, at the place in a layer where its cause was written.

    What is missing altogether is missing in the folder of the ``hall``.
    """
    history = histories.get(path) or next((one for key, one in histories.items() if shown_path(key) == path), None)
    if history is None:
        return replace(problem, path=shown_path(hall.place(path)))
    last = history.steps[-1]
    if not last.partial:
        return replace(problem, path=shown_path(last.source.layer.place(last.source.path)))
    keys, at_key = _keys_at(last.result or b"", problem.line, problem.column, path)
    origin = history.origin(keys, at_key)
    return replace(problem, path=shown_path(origin.layer.place(origin.path)), line=origin.line, column=origin.column)


def _keys_at(source: bytes, line: int, column: int, path: str) -> tuple[Keys, bool]:
    """The keys of what stands at a place of a record, or last before it; whether that is the name of a field."""
    document = read(source, with_marks=True)
    marks = [(place, False, keys) for keys, place in document.marks.items()]
    marks += [(place, True, keys) for keys, place in document.key_marks.items()]
    before = [mark for mark in marks if mark[0] <= (line, column) and mark[2]]
    if not before:
        return (), False
    _, at_key, keys = max(before, key=lambda mark: (mark[0], len(mark[2])))
    return in_model(keys, model_of(path)), at_key
