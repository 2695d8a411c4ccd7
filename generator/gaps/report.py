"""The register in lines for a terminal of 80 columns: who has to fill what, then how complete each window is."""

from collections.abc import Iterator, Sequence

from generator.gaps.gap import RecordGaps
from generator.gaps.register import Register
from generator.gaps.state_table import state_rows
from generator.gaps.wording import block_words, duty_words, element_words, field_words, summary
from generator.system.text_width import columns
from generator.texts.gaps import COLUMNS, ELEMENTS, WORDS

WIDTH = 80
_INDENT = "  "
_FEW = 3
"""So many records are named that lack only what the hall would tell for them, too."""


def report(register: Register) -> Iterator[str]:
    """The lines; the heaviest gaps come first, and the table of windows at the end, where it stays in view."""
    for duty, records in register.by_duty.items():
        gaps = sum(len(record.gaps) for record in records)
        yield WORDS["head"].format(duty=duty_words(duty), gaps=gaps, records=len(records))
        following = [record for record in records if all(gap.follows for gap in record.gaps)]
        are_counted = len(following) > _FEW
        for record in records:
            if not (are_counted and record in following):
                yield from _record(record, register)
        if are_counted:
            yield WORDS["following"].format(records=len(following))
        yield ""
    yield WORDS["states"]
    yield from _joined(WORDS["all_elements"], list(ELEMENTS.values()))
    yield from _table([tuple(COLUMNS.values()), *(row.cells for row in state_rows(register))])
    yield ""
    yield summary(register)


def _record(record: RecordGaps, register: Register) -> Iterator[str]:
    """Title and file, what is missing, and what comes of it."""
    path, title = record.first.problem.path, record.first.title
    beside = f"{title}  {path}"
    yield from [beside] if columns(beside) <= WIDTH else [title, f"{_INDENT}{path}"]
    yield from _joined(_INDENT + WORDS["missing"], [field_words(gap) for gap in record.gaps])
    state = [element_words(guide)] if (guide := register.guide(record)) and guide.missing else []
    if consequences := [*state, *block_words(record)]:
        yield from _joined(_INDENT + WORDS["therefore"], consequences)


def _joined(head: str, words: Sequence[str]) -> Iterator[str]:
    """Words behind a head, with as many on a line as fit in ``WIDTH``; further lines begin below the first word."""
    line, below = head, " " * columns(head)
    for number, word in enumerate(words, 1):
        part = word + (WORDS["between"] if number < len(words) else "")
        if number > 1 and columns(line + part) > WIDTH:
            yield line
            line = below
        line += part
    yield line


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in columns: the first to the left, the numbers to the right."""
    widths = [max(columns(row[column]) for row in rows) for column in range(len(rows[0]))]
    for name, *numbers in rows:
        aligned = (" " * (3 + width - columns(one)) + one for width, one in zip(widths[1:], numbers, strict=True))
        yield name + " " * (widths[0] - columns(name)) + "".join(aligned)
