"""The parts of the page of the latest changes."""

from collections.abc import Iterator

from generator.channels.blocks import Block, Heading, Line, Paragraph, Run
from generator.facts.changes import ChangeEntry
from generator.site.contexts import ChangesPage
from generator.texts.history import CHANGES
from generator.texts.pages import WORDS


def changes_blocks(page: ChangesPage) -> Iterator[Block]:
    """The changes of each day, newest first, with links to the records."""
    yield Paragraph((Run(WORDS["changes_text"] if page.days else WORDS["changes_none"]),))
    for day, entries in page.days:
        yield Heading(2, (Run(day.isoformat()),), f"day-{day}")
        for entry in entries:
            yield Paragraph(_line(entry))
    if page.cut:
        yield Paragraph((Run(WORDS["changes_cut"].format(count=page.cut)),), "note")


def _line(entry: ChangeEntry) -> Line:
    named = [run for one in entry.records for run in (Run(CHANGES["and"]), Run(one.name, one.key.page))][1:]
    why = (Run(WORDS["change_why"] + entry.line.why, tone="note"),) if entry.line.why else ()
    return (*named, Run(CHANGES["says"].format(what=entry.line.what)), *why)
