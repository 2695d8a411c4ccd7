"""tiling: every part of a sheet is on a tile, neighbours overlap, and no tile is nearly empty."""

import pytest

from generator.posters.sheet import PosterError
from generator.posters.stock import Stock, stock_of
from generator.posters.tiling import MARGIN, OVERLAP, tiling

SHEETS = ["a3", "a2", "a1", "8开", "60x90", "80x120", "120x240", "60x160", "80x180"]


@pytest.mark.parametrize(
    ("sheet", "paper", "tiles", "percent"),
    [
        ("a1", "a4", 9, 92.6),
        ("a3", "a4", 2, 88.1),
        ("60x90", "a4", 9, 90.1),
        ("60x90", "a3", 4, 87.8),
        ("a2", "a4", 4, 88.1),
    ],
)
def test_fewest_tiles_near_the_full_size(sheet: str, paper: str, tiles: int, percent: float) -> None:
    """Reckoned by hand: A1 is 3 times 190 less 2 times 10 mm wide, of 594."""
    found = tiling(stock_of(sheet), stock_of(paper))

    assert (found.total, round(100 * found.scale, 1)) == (tiles, percent)


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("paper", ["a4", "a3"])
def test_tiles_cover_the_sheet(sheet: str, paper: str) -> None:
    """All of it, at a scale that one does not notice, and the last of a row or a column shows at least a fifth."""
    large, small = stock_of(sheet), stock_of(paper)
    if large.width <= small.width:
        return
    found = tiling(large, small)

    for length, size, count in (
        (large.width, found.paper.width, found.columns),
        (large.height, found.paper.height, found.rows),
    ):
        shown = size - 2 * MARGIN
        assert count * shown - (count - 1) * OVERLAP >= length * found.scale - 0.01
        assert length * found.scale - (count - 1) * (shown - OVERLAP) > 0.2 * shown
    assert 0.85 <= found.scale <= 1


@pytest.mark.parametrize(("sheet", "said"), [("a4", "印得下，不用拼"), ("b5", "印得下，不用拼")])
def test_small_sheet_needs_no_tiles(sheet: str, said: str) -> None:
    """What fits on the paper is printed on it."""
    with pytest.raises(PosterError, match=said):
        tiling(stock_of(sheet), stock_of("a4"))


def test_sheet_that_nobody_would_glue_is_refused() -> None:
    """Sixty tiles are the most."""
    with pytest.raises(PosterError, match="要超过 60 张"):
        tiling(Stock("500x300", 5000, 3000), stock_of("a4"))
