"""The posters: a guide, a regulation or a bulletin on paper, in colour and ink-saving, with a thumbnail."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from generator.build.outputs.output import File, digest_of
from generator.build.sheets import sheet_of_record
from generator.posters.fonts import faces_in
from generator.posters.press import Press, Printing, Sheet
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.poster_cards import printable_records
from generator.system.program import versions

WORK = 50
"""What a poster takes to print, in pages of the site."""


class Posters:
    """Prints every record that has a sheet, with the typeface and the templates in two folders.

    A change in a file that all records refer to prints only those posters again that say something else now.
    """

    name = "posters"
    needs: tuple[str, ...] = ()
    costly = True

    @property
    def inherit(self) -> bool:
        """typst runs threads, and a copy of a process has none of them: once it was used here, copies cannot use it."""
        return _press.cache_info().currsize == 0

    def __init__(self, fonts: Path, templates: Path) -> None:
        self._folders = (fonts, templates)
        files = [(path.name, path.stat().st_size) for paths in faces_in(fonts).values() for path in paths]
        sources = [(path.name, path.read_bytes()) for path in sorted(templates.glob("*.typ"))]
        self._tools = digest_of(files, sources, versions(("typst", "segno")))

    def render(self, edition: Edition) -> Iterator[File]:
        """Three files for each record."""
        for one in printable_records(edition):
            mark = edition.sheets.get(one.key)
            if mark is None:
                continue
            sheet = partial(sheet_of_record, one.key, edition)
            for thumbnail, ink in ((False, False), (False, True), (True, False)):
                address = addresses.thumbnail(one.key) if thumbnail else addresses.poster(one.key, one.paper, ink)
                printing = Printing(one.paper, ink, "png" if thumbnail else "pdf")
                inputs = digest_of(self._tools, mark.contents, printing, thumbnail)
                make = partial(_print, self._folders, sheet, printing, thumbnail)
                yield File(address, make, inputs, one.key, WORK)


@lru_cache(maxsize=1)
def _press(fonts: Path, templates: Path) -> Press:
    """The press of this process: it reads the typeface once."""
    return Press(fonts, templates)


def _print(folders: tuple[Path, Path], sheet: Callable[[], Sheet], printing: Printing, thumbnail: bool) -> bytes:
    press = _press(*folders)
    return press.thumbnail(sheet(), printing) if thumbnail else press.print(sheet(), printing)[0]
