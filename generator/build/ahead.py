"""Which sheets to hang on a coming day, because a scheduled change begins or has ended on it.

The sheets of a coming day are those of a build on that day; they are put beside those that would hang if nothing were
to change on it, so that what else the day brings (a notice that ends, another month) is left out.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta

from generator.build.examine import Examined, examine
from generator.build.memory import Memory
from generator.build.options import BuildOptions, ComingSheet, HungSheet
from generator.build.printed import Outdated, compare
from generator.build.scheduled import changed_on
from generator.build.sheets import hung_sheets, lay_out
from generator.content.project import Project
from generator.facts.versions import AHEAD, dataset_on
from generator.model import Dataset, RecordKey
from generator.site.edition import Edition


def sheets_ahead(project: Project, options: BuildOptions, examined: Examined, memory: Memory) -> Iterator[ComingSheet]:
    """The sheets that change on one of the next days, in the order of days."""
    files = examined.as_written
    if files is None:
        return
    for day, keys in changed_on(files, options.today).items():
        if day <= options.today + timedelta(days=AHEAD):
            then = examine(
                project.content, day, options.workers, memory.records, {*memory.settled}, drafts=options.drafts
            )
            for one in _turned(then, files, day, keys, project.site_url, dict(memory.sheets)):
                sheet = one.sheet
                yield ComingSheet(day.isoformat(), sheet.record, str(one), one.now is None, sheet.expected)


def _turned(
    examined: Examined, files: Dataset, day: date, keys: Collection[RecordKey], url: str | None, known: dict[str, str]
) -> tuple[Outdated, ...]:
    """The sheets that change on ``day`` because the records of ``keys`` do."""
    if examined.dataset is None:
        return ()
    after = Edition(examined.dataset, day, url, examined.incomplete, examined.digests, examined.shared)
    before = replace(
        after,
        dataset=_without_turn(examined.dataset, files, day, keys),
        incomplete=examined.incomplete.difference(keys),
        digests={key: digest for key, digest in examined.digests.items() if key not in keys},
        sheets={},
    )
    hung = {sheet.record: sheet for sheet in _sheets(before, known) if sheet.version}
    return compare(hung, _sheets(after, known))


def _sheets(edition: Edition, known: dict[str, str]) -> tuple[HungSheet, ...]:
    edition.sheets.update(lay_out(edition, known).marks)
    return hung_sheets(edition)


def _without_turn(dataset: Dataset, files: Dataset, day: date, keys: Collection[RecordKey]) -> Dataset:
    """``dataset``, but the records of ``keys`` as they are the day before."""
    before = dataset_on(files, day - timedelta(days=1))
    ids = {kind: {key.id for key in keys if key.kind == kind} for kind in ("services", "regulations", "bundles")}
    return replace(
        dataset,
        services=dataset.services | {key: before.services[key] for key in ids["services"]},
        regulations=dataset.regulations | {key: before.regulations[key] for key in ids["regulations"]},
        bundles=dataset.bundles | {key: before.bundles[key] for key in ids["bundles"]},
    )
