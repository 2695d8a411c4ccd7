"""The rows of the tables that go round: one for each gap that somebody has to answer, in the order of who is asked."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.gaps.answers import Form, form_of, how_to_answer, words_of
from generator.gaps.fields import record_model
from generator.gaps.gap import Duty, Gap, RecordGaps
from generator.gaps.register import Register
from generator.gaps.wording import block_words
from generator.texts.gaps import WORDS


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
                    yield _row(gap, duty)


def _row(gap: Gap, duty: Duty) -> Row:
    model = record_model(gap.place)
    form = form_of(gap, model)
    words = words_of(gap, model)
    consequences = WORDS["between"].join(block_words(RecordGaps((gap,))))
    return Row(gap, duty, how_to_answer(form, words), form, words if form in ("choice", "truth") else (), consequences)
