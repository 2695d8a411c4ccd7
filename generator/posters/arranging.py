"""Pages of a finished sheet put together anew: cut into tiles, or folded to a booklet, as a PDF for printing alone."""

from collections.abc import Sequence
from io import BytesIO

from generator.posters.fitting import pages_of
from generator.posters.press import Press
from generator.posters.sheet import Json, PosterError, Sheet
from generator.posters.stock import Stock, stock_of
from generator.posters.tiling import MARGIN, OVERLAP, tiling
from generator.system.on_demand import load
from generator.texts.tiles import TILES

_IN_A_SHEET = 4  # pages of a booklet on the two sides of one paper


def tiles(press: Press, pdf: bytes, sheet: Sheet, stock: Stock, paper: Stock) -> bytes:
    """The pages of ``pdf``, which is ``sheet`` on ``stock``, as tiles of ``paper``; a plan comes before each.

    Raises PosterError as ``tiling`` does.
    """
    laid = stock.turned if sheet.layout.turned else stock
    plan = tiling(laid, paper)
    percent = f"{100 * plan.scale:.1f}".removesuffix(".0")
    inputs: dict[str, Json] = {
        "title": sheet.title,
        "pages": pages_of(pdf),
        "width": plan.paper.width,
        "height": plan.paper.height,
        "sheet_width": laid.width,
        "sheet_height": laid.height,
        "columns": plan.columns,
        "rows": plan.rows,
        "scale": plan.scale,
        "margin": MARGIN,
        "overlap": OVERLAP,
        "words": {
            "plan": TILES["plan"],
            "scale": TILES["scale"].format(count=plan.total, percent=percent),
            "steps": TILES["steps"],
            "page": TILES["page"],
            "tile": TILES["tile"],
            "tile_of": TILES["tile_of"],
        },
    }
    return press.arrange("tiles", inputs, pdf, sheet.dated)


def booklet(press: Press, pdf: bytes, sheet: Sheet) -> bytes:
    """The A4 pages of ``pdf`` two on a side of A4, each at the size of A5, to be printed on both sides and folded.

    The order is that of a booklet that is stitched in the fold. Raises PosterError where there are fewer than three
    pages, which need no fold.
    """
    pages = pages_of(pdf)
    if pages < _IN_A_SHEET - 1:
        raise PosterError(TILES["no_booklet"].format(title=sheet.title, pages=pages))
    paper = stock_of("a4").turned
    sides: list[Json] = [[number if number <= pages else 0 for number in side] for side in imposed(pages)]
    inputs: dict[str, Json] = {"title": sheet.title, "sides": sides, "width": paper.width, "height": paper.height}
    return press.arrange("booklet", inputs, pdf, sheet.dated)


def imposed(pages: int) -> list[tuple[int, int]]:
    """The numbers of the left and the right page of each side: of four pages (4, 1), (2, 3)."""
    total = -(-pages // _IN_A_SHEET) * _IN_A_SHEET
    pairs = [(total - number + 1, number) for number in range(1, total // 2 + 1)]
    return [pair if number % 2 else pair[::-1] for number, pair in enumerate(pairs, 1)]


def merged(pdfs: Sequence[bytes]) -> bytes:
    """All pages in one PDF, one behind the other, each in its own size."""
    library = load("pypdfium2")
    whole = library.PdfDocument.new()
    try:
        for pdf in pdfs:
            part = library.PdfDocument(pdf)
            whole.import_pages(part)
            part.close()
        made = BytesIO()
        whole.save(made)
        return made.getvalue()
    finally:
        whole.close()
