"""The one board for the staff of all windows: a row for each post, room for markers, on as many boards as it takes."""

import pytest
from sheets import SITE_URL, TODAY, assert_rim_is_blank, hall, pages_of, printed
from test_press import missing_in_order, type_sizes

from generator.build.sheets import laid_out
from generator.kit.kinds import KINDS, printable_sheets
from generator.model import SheetKey, Window
from generator.posters.legibility import smallest_points
from generator.posters.press import Variant
from generator.posters.sheet import PosterError, Sheet
from generator.site.edition import Edition

KEY = SheetKey("whereabouts-board")


def windows(count: int, post: str = "综合岗", **fields: object) -> tuple[Window, ...]:
    """Windows whose staff is told by post."""
    return tuple(
        Window.model_validate(
            {
                "id": f"w{n}", "name": f"窗口{n}", "number": n, "phone": f"0300-00001{n:02}",
                "staff_role": f"{post}{n}", "backup": f"{post}{n + 1}", **fields,
            }
        )
        for n in range(1, count + 1)
    )  # fmt: skip


def board(*parts: Window) -> Sheet:
    """The board of a hall with these windows."""
    return laid_out(KEY, Edition(hall(windows=parts), TODAY, SITE_URL))


@pytest.mark.slow
@pytest.mark.parametrize(("count", "paper"), [(2, "a3"), (9, "a2"), (30, "a2"), (30, "60x90")])
@pytest.mark.parametrize("variant", ["colour", "ink"])
def test_every_post_has_a_row(count: int, paper: str, variant: Variant) -> None:
    """In the order of the windows, with who stands in and the phone, under the states, which every board repeats."""
    pdf = printed(board(*windows(count)), paper, variant)
    pages = pages_of(pdf)
    for page in pages:
        assert missing_in_order(["在岗", "外出办事", "下村", "开会", "休假"], page) == []
    rows = [word for n in range(1, count + 1) for word in (f"综合岗{n}", f"综合岗{n + 1}", f"0300-00001{n:02}")]
    assert missing_in_order(rows, "".join(pages)) == []
    assert_rim_is_blank(pdf)


@pytest.mark.slow
def test_board_is_read_from_a_metre() -> None:
    """As the notice board beside it, for nine windows on A2."""
    sizes = type_sizes(printed(board(*windows(9)), "a2"))
    assert max(sizes, key=lambda size: sizes[size]) >= smallest_points(1.0) - 0.01


@pytest.mark.slow
def test_long_posts_stay_in_their_rows() -> None:
    """They break their lines, in smaller type if need be."""
    made = printed(board(*windows(9, "城乡居民社会保险参保登记和待遇申领受理岗")), "a2")
    assert len(pages_of(made)) == 1
    assert "".join(pages_of(made)).count("城乡居民社会保险参保登记和待遇申领受理岗") == 18


def test_post_that_is_not_known_is_no_sheet() -> None:
    """The refusal names the windows and what to write; a hall without windows has no board."""
    with pytest.raises(PosterError) as refusal:
        board(*windows(2, backup=None))
    assert str(refusal.value) == (
        "《全大厅去向牌》不印：还不知道哪个岗位办、谁替岗的窗口有：窗口1、窗口2。请在 windows.yml 里写 staff_role 和 backup。"
    )
    assert not [one for one in printable_sheets(Edition(hall(), TODAY)) if one.key.kind == KEY.kind]
    assert KINDS[KEY.kind].sets == ("window",)
