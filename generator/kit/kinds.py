"""The table of kinds, and the sheets that a hall has today."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.kit import bulletin, calibration, guide, regulation
from generator.kit.kind import Kind
from generator.model import Dataset, Paper, SheetKey
from generator.posters.sheet import Sheet
from generator.site.edition import Edition

KINDS: dict[str, Kind] = {kind.KIND.name: kind.KIND for kind in (regulation, guide, bulletin, calibration)}
"""Name -> kind."""


class Printable(NamedTuple):
    """A sheet that can be printed today: its key, its title, its paper, and from how many metres it is read."""

    key: SheetKey
    title: str
    paper: Paper
    distance: float

    @property
    def hangs(self) -> bool:
        """Whether it hangs somewhere; other sheets are handed out."""
        return KINDS[self.key.kind].places is not None

    @property
    def is_online(self) -> bool:
        """Whether the site offers it; others are printed on demand."""
        return KINDS[self.key.kind].online

    def places(self, dataset: Dataset) -> tuple[str, ...]:
        """Where it hangs, in words; none where that is not known."""
        places = KINDS[self.key.kind].places
        return places(self.key, dataset) if places else ()


def sheets_in_force(edition: Edition) -> Iterator[Printable]:
    """Every sheet that there would be if nothing were missing."""
    for kind in KINDS.values():
        settings = kind.settings(edition.dataset.site)
        assert settings.paper and settings.distance
        for key, title in kind.subjects(edition):
            yield Printable(key, title, settings.paper, settings.distance)


def printable_sheets(edition: Edition) -> Iterator[Printable]:
    """Every sheet that there is today: in force, public, and of a record without gaps."""
    for one in sheets_in_force(edition):
        if one.key.record not in edition.incomplete:
            yield one


def contents(key: SheetKey, edition: Edition) -> Sheet:
    """What a sheet says. Raises PosterError where it must not be printed."""
    return KINDS[key.kind].contents(key, edition)
