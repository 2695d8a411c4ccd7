"""What a kind of sheet is: for which records there is one, on which paper, and what it says."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from generator.model import Dataset, Paper, SheetKey, SheetSettings, Site
from generator.model.hall import PosterSettings
from generator.posters.press import PosterFormat
from generator.posters.sheet import Layout, Sheet
from generator.site.edition import Edition
from generator.texts.posters import PAPER

SheetSet = Literal["wall", "window", "handout", "forms", "notices"]
"""What is printed together: for the walls, the windows, to take home, to fill in, for the notice board."""

_SCALE = re.compile("-1to([0-9]+)$")
_CENTIMETRES = re.compile("^([0-9]+)x([0-9]+)")


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
    some kinds, a function tells which sheets are online. ``sized`` names the paper of a sheet of a kind whose sheets
    differ in size; ``format`` is what files usually are. Sheets that ``may_name`` people, until a day, are kept until
    that day at most. ``absent`` says what to do where there is no sheet of the kind.
    """

    name: str
    layout: Layout
    paper: Paper
    subjects: Callable[[Edition], Iterable[Subject]]
    contents: Callable[[SheetKey, Edition], Sheet]
    places: Callable[[SheetKey, Dataset], tuple[str, ...]] | None = None
    sets: tuple[SheetSet, ...] = ()
    online: bool | Callable[[SheetKey], bool] = True
    sized: Callable[[SheetKey, Site], str] | None = None
    format: PosterFormat = "pdf"
    may_name: bool = False
    absent: str = ""

    @property
    def title(self) -> str:
        """What it is called in Chinese."""
        return PosterSettings.model_fields[self._field].title or self.name

    @property
    def _field(self) -> str:
        return self.name.replace("-", "_")

    def is_online(self, site: Site) -> Callable[[SheetKey], bool]:
        """Whether the site offers a sheet of this kind: as the hall has set it, else as the kind has it."""
        own: bool | None = getattr(site.posters, self._field).online
        usual = self.online if own is None else own
        return (lambda _: usual) if isinstance(usual, bool) else usual

    def paper_of(self, site: Site) -> Callable[[SheetKey], str]:
        """The paper of a sheet: as its words need it, as the hall has set it, or as usual."""
        if sized := self.sized:
            return lambda key: sized(key, site)
        paper = self._settings(site).paper or self.paper
        return lambda _: paper

    def distance_of(self, site: Site) -> float:
        """From how many metres it is read: as the hall has set it, or as usual."""
        return self._settings(site).distance or self.layout.distance

    def _settings(self, site: Site) -> SheetSettings:
        own = getattr(site.posters, self._field)
        return own if isinstance(own, SheetSettings) else SheetSettings()


def paper_words(paper: str) -> str:
    """A3; 60×90 厘米; 1920×1080 像素; 1440×70 厘米，按 1∶10 画."""
    if paper[0] in "ab":
        return paper.upper()
    if paper.endswith("px"):
        return paper.replace("px", PAPER["pixels"]).replace("x", "×")
    return _SCALE.sub(PAPER["scale"], _CENTIMETRES.sub(PAPER["centimetres"], paper))


class Printable(NamedTuple):
    """A sheet that can be printed today; ``distance`` is from how many metres it is read.

    The site offers those that are ``online``; others are printed on demand.
    """

    kind: Kind
    key: SheetKey
    title: str
    paper: str
    distance: float
    online: bool

    @property
    def hangs(self) -> bool:
        """Whether it hangs somewhere; other sheets are handed out."""
        return self.kind.places is not None

    @property
    def format(self) -> PosterFormat:
        """What its files usually are."""
        return self.kind.format

    @property
    def paper_words(self) -> str:
        """The paper as people write it: A3, 60×90 厘米."""
        return paper_words(self.paper)

    @property
    def finished_words(self) -> str:
        """The size of what hangs, without the scale at which it is drawn: 700×70 厘米."""
        return paper_words(_SCALE.sub("", self.paper))

    def places(self, dataset: Dataset) -> tuple[str, ...]:
        """Where it hangs, in words; none where that is not known."""
        return self.kind.places(self.key, dataset) if self.kind.places else ()
