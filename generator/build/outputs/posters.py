"""The posters: a guide, a regulation or a bulletin on paper, in colour and ink-saving, with a thumbnail."""

from collections.abc import Callable, Iterator, MutableMapping
from functools import lru_cache, partial
from pathlib import Path

from generator.build.outputs.output import File, digest_of
from generator.facts.services import regulation_version, service_facts
from generator.model import RecordKey
from generator.posters.bulletin import bulletin_sheet
from generator.posters.fonts import faces_in
from generator.posters.press import Picture, PosterError, Press, Printing, Sheet
from generator.posters.sheets import regulation_sheet, service_sheet
from generator.results.charts import draw
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.poster_cards import Printable, printable_records
from generator.system.program import versions

WORK = 50
"""What a poster takes to print, in pages of the site."""

CHARTS = ("timing", "days", "cases")
"""Charts that a bulletin may have, in the order of what a wall needs most: its table tells the cases already."""

MOST_CHARTS = 2
"""As many as stand side by side."""


class Posters:
    """Prints every record that may hang on a wall, with the typeface and the templates in two folders.

    ``sheets`` maps a digest of what a sheet follows from to a digest of what it says, kept between builds: a change
    in a file that all records refer to prints only those posters again that say something else now.
    """

    name = "posters"
    needs: tuple[str, ...] = ()
    costly = True

    @property
    def inherit(self) -> bool:
        """typst runs threads, and a copy of a process has none of them: once it was used here, copies cannot use it."""
        return _press.cache_info().currsize == 0

    def __init__(self, fonts: Path, templates: Path, sheets: MutableMapping[str, str]) -> None:
        self._folders = (fonts, templates)
        self._known, self._sheets = dict(sheets), sheets
        files = [(path.name, path.stat().st_size) for paths in faces_in(fonts).values() for path in paths]
        sources = [(path.name, path.read_bytes()) for path in sorted(templates.glob("*.typ"))]
        self._tools = digest_of(files, sources, versions(("typst", "segno")))

    def render(self, edition: Edition) -> Iterator[File]:
        """Three files for each record."""
        self._sheets.clear()
        for one in printable_records(edition):
            sheet = partial(sheet_of_record, one.key, edition)
            said = self._said(one, edition, sheet)
            for thumbnail, ink in ((False, False), (False, True), (True, False)):
                address = addresses.thumbnail(one.key) if thumbnail else addresses.poster(one.key, one.paper, ink)
                printing = Printing(one.paper, ink, "png" if thumbnail else "pdf")
                inputs = said and digest_of(self._tools, said, printing, thumbnail)
                make = partial(_print, self._folders, sheet, printing, thumbnail)
                yield File(address, make, inputs, one.key, WORK)

    def _said(self, one: Printable, edition: Edition, sheet: Callable[[], Sheet]) -> str:
        """A digest of what the sheet says; "" where it cannot be printed."""
        digest = edition.digests.get(one.key)
        origins = digest and _origins(one.key, digest, edition)
        if origins and origins in self._known:
            said = self._known[origins]
        else:
            try:
                said = sheet().digest
            except PosterError:  # ``make`` will raise it again, where it is reported
                return ""
        if origins:
            self._sheets[origins] = said
        return said


def _origins(key: RecordKey, digest: str, edition: Edition) -> str:
    """A digest of all that the sheet of a record follows from; "" where that cannot be told from a few files."""
    if key.kind == "results":
        return ""
    service = edition.dataset.services.get(key.id) if key.kind == "services" else None
    successor = edition.dataset.services.get(service.status.successor or "") if service else None
    named = successor and (successor.id, successor.name)
    return digest_of(key, digest, edition.shared, named, edition.url(key.page))


@lru_cache(maxsize=4)
def sheet_of_record(key: RecordKey, edition: Edition) -> Sheet:
    """What the poster of a record says. Raises PosterError where it must not hang on a wall."""
    dataset, url = edition.dataset, edition.url(key.page)
    if key.kind == "regulations":
        regulation = dataset.regulations[key.id]
        return regulation_sheet(regulation, dataset.site, regulation_version(regulation), url)
    if key.kind == "services":
        service = dataset.services[key.id]
        return service_sheet(service, service_facts(service, dataset), dataset.site, url)
    period = edition.periods[key.id]
    assert period.figures is not None, key
    charts = {chart.name: chart for chart in period.charts}
    chosen = [charts[name] for name in CHARTS if name in charts][:MOST_CHARTS]
    pictures = tuple(Picture(chart.title, draw(chart), chart.alt) for chart in chosen)
    return bulletin_sheet(period.posted, period.figures, dataset, pictures, url, edition.today)


@lru_cache(maxsize=1)
def _press(fonts: Path, templates: Path) -> Press:
    """The press of this process: it reads the typeface once."""
    return Press(fonts, templates)


def _print(folders: tuple[Path, Path], sheet: Callable[[], Sheet], printing: Printing, thumbnail: bool) -> bytes:
    press = _press(*folders)
    return press.thumbnail(sheet(), printing) if thumbnail else press.print(sheet(), printing)[0]
