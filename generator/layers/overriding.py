"""Applies a partial record to the text of a whole one; comments and the order of the upper file stay.

What was applied once is kept by the bytes of both: a county's changes to a province's records are the same for all its
halls.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.content.field_places import place_of
from generator.content.file_kinds import model_of
from generator.content.one_record import Fields, fields_in
from generator.content.record_files import Unwritable, with_changes
from generator.content.yaml_writing import Plain
from generator.layers.merging import merged
from generator.layers.partial import Complaint, complaints
from generator.model import Keys

MOST_KEPT = 512
_LONE_RETURN = re.compile("\r(?!\n)")


@dataclass(frozen=True)
class Overridden:
    """A record after a partial one was applied: its bytes, None where that was impossible, and why."""

    data: bytes | None
    complaints: tuple[Complaint, ...] = ()


@lru_cache(maxsize=MOST_KEPT)
def fields_of(source: bytes, path: str) -> Fields:
    """The fields of the record in ``source``, a file at ``path`` of the content."""
    model = model_of(path)
    return fields_in(source, model) if model else Fields({})


@lru_cache(maxsize=MOST_KEPT)
def overridden(upper: bytes, partial: bytes, path: str) -> Overridden:
    """The record in ``upper``, at ``path`` of the content, with the fields in ``partial``, which could be read."""
    model, own, whole = model_of(path), fields_of(partial, path), fields_of(upper, path)
    assert model is not None, path
    found = tuple(complaints(partial, own, whole.values, model))
    if found:
        return Overridden(None, found)
    values = merged(whole.values, own.values, model)
    changes: dict[Keys, Plain | None] = {(key,): values.get(key) for key in own.values}
    try:
        text = with_changes(_LONE_RETURN.sub("\n", upper.decode()), changes, model)
    except (Unwritable, UnicodeDecodeError):
        return Overridden(None, (Complaint("layer/override-unwritable", (), False, {}),))
    return Overridden(text.encode())


def place_in(source: bytes, complaint: Complaint, path: str) -> tuple[int, int]:
    """Line and column of what ``complaint`` is about, in the partial record in ``source``."""
    return place_of(source, complaint.keys, complaint.at_key, model_of(path))
