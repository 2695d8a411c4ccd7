"""The page of the latest changes of all records."""

from itertools import groupby

from generator.facts.changes import ChangeEntry, recent_changes
from generator.site.contexts import ChangesPage
from generator.site.edition import Edition

MOST_RECORDS = 500
"""So many changes of single records, the newest, are on the page, and those of one day that go with the last."""


def changes_page(edition: Edition) -> ChangesPage:
    """The page, by days."""
    shown: list[ChangeEntry] = []
    count, every = 0, recent_changes(edition.dataset, edition.edits, edition.today)
    for entry in every:
        if count >= MOST_RECORDS:
            break
        shown.append(entry)
        count += len(entry.records)
    days = groupby(shown, key=lambda entry: entry.line.day)
    return ChangesPage(tuple((day, tuple(entries)) for day, entries in days), count if len(shown) < len(every) else 0)
