"""What a kind of sheet is: for which records there is one, on which paper, and what it says."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model import Dataset, Paper, SheetKey, SheetSettings, Site
from generator.model.hall import PosterSettings
from generator.posters.sheet import Layout, Sheet
from generator.site.edition import Edition

SheetSet = Literal["wall", "window", "handout", "forms", "notices"]
"""What is printed together: for the walls, the windows, to take home, to fill in, for the notice board."""


class Subject(NamedTuple):
    """A sheet that there is today: its key, and the title under which it is looked for."""

    key: SheetKey
    title: str


@dataclass(frozen=True)
class Kind:
    """One kind of sheet; its ``name`` is that of its settings in site.yml and of its template.

    ``subjects`` are the sheets that an edition would have if nothing were missing. ``contents`` is what one of them
    says; it raises PosterError where it must not be printed. ``places`` tells where one of them hangs; None for what is
    handed out. ``sets`` are those that it is printed with. Kinds that are not ``online`` are printed on demand only; of
    some kinds, a function tells which sheets are online. Sheets that ``may_name`` people, until a day, are kept no
    longer than that day. ``absent`` says what to do where there is no sheet of the kind.
    """

    name: str
    layout: Layout
    paper: Paper
    subjects: Callable[[Edition], Iterable[Subject]]
    contents: Callable[[SheetKey, Edition], Sheet]
    places: Callable[[SheetKey, Dataset], tuple[str, ...]] | None = None
    sets: tuple[SheetSet, ...] = ()
    online: bool | Callable[[SheetKey], bool] = True
    may_name: bool = False
    absent: str = ""

    @property
    def title(self) -> str:
        """What it is called in Chinese."""
        return PosterSettings.model_fields[self._field].title or self.name

    @property
    def _field(self) -> str:
        return self.name.replace("-", "_")

    def is_online(self, key: SheetKey, settings: SheetSettings) -> bool:
        """Whether the site offers a sheet of this kind: as the hall has set it, else as the kind has it."""
        if settings.online is not None:
            return settings.online
        return self.online if isinstance(self.online, bool) else self.online(key)

    def settings(self, site: Site) -> SheetSettings:
        """Paper and distance as the hall has set them, else those of the kind."""
        own: SheetSettings = getattr(site.posters, self._field)
        distance = own.distance or self.layout.distance
        return SheetSettings(paper=own.paper or self.paper, distance=distance, online=own.online)


class Printable(NamedTuple):
    """A sheet that can be printed today; ``distance`` is from how many metres it is read.

    The site offers those that are ``online``; others are printed on demand.
    """

    kind: Kind
    key: SheetKey
    title: str
    paper: Paper
    distance: float
    online: bool

    @property
    def hangs(self) -> bool:
        """Whether it hangs somewhere; other sheets are handed out."""
        return self.kind.places is not None

    @property
    def paper_words(self) -> str:
        """The paper as people write it: A3, 60×90."""
        return self.paper.upper() if self.paper[0] in "ab" else self.paper.replace("x", "×")

    def places(self, dataset: Dataset) -> tuple[str, ...]:
        """Where it hangs, in words; none where that is not known."""
        return self.kind.places(self.key, dataset) if self.kind.places else ()
