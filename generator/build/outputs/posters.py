"""The posters: a guide, a regulation or a bulletin on paper, in colour and ink-saving, with a thumbnail."""

from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from pathlib import Path

from generator.build.outputs.output import File, Output, digest_of
from generator.build.sheets import laid_out
from generator.kit.kind import Printable
from generator.kit.kinds import printable_sheets
from generator.posters.fonts import font_files
from generator.posters.press import Press, Printing, Variant
from generator.posters.sheet import Sheet
from generator.posters.stock import stock_of
from generator.site import addresses
from generator.site.edition import Edition
from generator.system.program import versions

VARIANTS: tuple[Variant, ...] = ("colour", "ink")
"""The variants that the site offers."""

WORK = 50
"""What a poster takes to print, in pages of the site."""


class Posters(Output):
    """Prints every sheet, with the typeface and the templates in two folders.

    A change in a file that all records refer to prints only those posters again that say something else now.
    """

    name = "posters"
    costly = True

    @property
    def inherit(self) -> bool:
        """Not once a press has worked here."""
        return not Press.worked_here

    def __init__(self, fonts: Path, templates: Path) -> None:
        self._folders = (fonts, templates)
        self._tools = tools_digest(fonts, templates)

    def render(self, edition: Edition) -> Iterator[File]:
        """Three files for each sheet."""
        for one in printable_sheets(edition):
            mark = edition.sheets.get(one.key) if one.online else None
            if mark is None:
                continue
            sheet, stock = partial(laid_out, one.key, edition), stock_of(one.paper)
            for address, variant, thumbnail in _files(one):
                printing = Printing(stock, variant, "png" if thumbnail else one.format, one.distance)
                inputs = digest_of(self._tools, mark.contents, printing, thumbnail)
                make = partial(_print, self._folders, sheet, printing, thumbnail)
                yield File(address, make, inputs, one.key, WORK)


def tools_digest(fonts: Path, templates: Path) -> str:
    """Stands for what every sheet is set with: typeface, templates, libraries."""
    sources = [(path.name, path.read_bytes()) for path in sorted(templates.glob("*.typ"))]
    return digest_of(font_files(fonts), sources, versions(("typst", "segno")))


def sheet_files(one: Printable) -> Iterator[tuple[str, Variant]]:
    """Address and variant of each file of a sheet that the site offers; a picture for a screen saves no ink."""
    for variant in VARIANTS if one.format == "pdf" else VARIANTS[:1]:
        yield addresses.poster(one.key, one.paper, variant, one.format), variant


def _files(one: Printable) -> Iterator[tuple[str, Variant, bool]]:
    """Address, variant, and whether it is the thumbnail, of each file of a sheet."""
    for address, variant in sheet_files(one):
        yield address, variant, False
    yield addresses.thumbnail(one.key), "colour", True


@lru_cache(maxsize=1)
def press_of(fonts: Path, templates: Path) -> Press:
    """The press of this process: it reads the typeface once."""
    return Press(fonts, templates)


def _print(folders: tuple[Path, Path], sheet: Callable[[], Sheet], printing: Printing, thumbnail: bool) -> bytes:
    press = press_of(*folders)
    return press.thumbnail(sheet(), printing) if thumbnail else press.print(sheet(), printing)[0]
