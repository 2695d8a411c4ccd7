"""The rows of the tables that go round: one for each gap that somebody has to answer, in the order of who is asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.content.examples import choices, chosen_from, inner_model
from generator.content.file_kinds import model_of
from generator.gaps.answers import Form, field_of, form_of, how_to_answer
from generator.gaps.gap import Duty, Gap, RecordGaps
from generator.gaps.register import Register
from generator.gaps.wording import block_words
from generator.model import Place
from generator.texts.gaps import WORDS

_FILES_OF_MANY = ("windows.yml", "materials.yml")


@dataclass(frozen=True)
class Row:
    """One gap: who is asked, of what, what is missing, how it is answered, and what comes of it.

    ``form`` is None where the answer does not fit into a cell; ``words`` are those that may be chosen.
    """

    gap: Gap
    duty: Duty
    how: str
    form: Form | None
    words: tuple[str, ...]
    consequences: str


def rows(register: Register) -> Iterator[Row]:
    """A row for each gap but those that another one fills."""
    for duty, records in register.by_duty.items():
        for record in records:
            for gap in record.gaps:
                if not gap.follows:
                    yield _row(gap, duty, register.lists)


def _row(gap: Gap, duty: Duty, lists: Mapping[str, tuple[str, ...]]) -> Row:
    model = record_model(gap.place)
    form = form_of(gap, model)
    field = field_of(gap.keys, model) if model else None
    words = tuple(choices(field)) or lists.get(chosen_from(field) or "", ())
    consequences = WORDS["between"].join(block_words(RecordGaps((gap,))))
    return Row(gap, duty, how_to_answer(form, words), form, words if form == "choice" else (), consequences)


def record_model(place: Place) -> type[BaseModel] | None:
    """The class of the record that a place belongs to: in a file of many, that of one of them."""
    model = model_of(place.path)
    if model and place.path in _FILES_OF_MANY and place.keys:
        return inner_model(model.model_fields[str(place.keys[0])].annotation)
    return model
