"""The duties in lines for a terminal: the overdue, those due soon, what to look at, and what is met."""

from collections.abc import Iterator

from generator.duties.duty import Duty, State, by_state
from generator.system.text_width import columns
from generator.texts.duties import STATE_NAMES, TABLE

_UNLISTED: tuple[State, ...] = ("others",)
"""States that are only counted."""
_WIDEST = 36
"""So many columns of the terminal the name of a row has."""


def report(found: tuple[Duty, ...]) -> Iterator[str]:
    """The lines, and at the end how many rows there are of each state."""
    if not found:
        yield TABLE["none"]
        return
    for state, some in by_state(found):
        if state in _UNLISTED:
            continue
        yield TABLE["head"].format(state=STATE_NAMES[state], count=len(some))
        width = max(columns(_name(one)) for one in some)
        for one in some:
            due = one.due.isoformat() if one.due else TABLE["no_due"]
            yield f"  {due}  {_name(one)}{' ' * (width - columns(_name(one)))}  {one.why}"
        yield ""
    parts = TABLE["between"].join(
        TABLE["part"].format(state=STATE_NAMES[state], count=len(some)) for state, some in by_state(found)
    )
    yield TABLE["total"].format(all=len(found), parts=parts)


def _name(duty: Duty) -> str:
    """Number and name of a row in one line, no longer than its column."""
    item = " ".join(TABLE["between_names"].join(filter(None, (duty.row.group, duty.row.item))).split())
    words = TABLE["of"].format(number=duty.row.number or duty.number, item=item)
    while columns(words) > _WIDEST:
        words = words.removesuffix(TABLE["cut"])[:-1] + TABLE["cut"]
    return words
