"""Banners: one line as long as its words, in a page that a PDF can have, and the scale said where it is drawn to one."""

from io import BytesIO

import pikepdf
import pytest
from kinds_in_use import pdf, press, sheets
from rules.dataset_builder import Changes
from test_press import Grey, pages, poppler, squeezed

from generator.kit.banner import size
from generator.kit.kinds import Printable
from generator.posters.press import Printing, Variant
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import LONGEST, SCALE_STRIP, scaled, stock_of

pytestmark = pytest.mark.slow

SHORT, USUAL = "马上就办", "少跑一趟路，少等一刻钟，办事看得见，结果晒得出"
LONG = "为民服务" * 50


def banners(*indoor: str, outdoor: str | None = None, **settings: object) -> list[tuple[Printable, Sheet]]:
    """The banners of a hall with these slogans."""
    slogans = {"indoor": list(indoor), **({"outdoor": outdoor} if outdoor else {})}
    changes: Changes = {"site.yml": {"slogans": slogans, "posters": {"banner": settings}}}
    return sheets("banner", changes)


def printed(words: str, variant: Variant = "colour", **settings: object) -> bytes:
    """The banner of a slogan as PDF."""
    one, made = banners(words, **settings)[0]
    return pdf(made, one.paper, variant)


def test_each_slogan_has_a_banner() -> None:
    """Those for indoors and the one for outdoors; a hall without slogans has none."""
    assert [str(one.key) for one, _ in banners(SHORT, "一次说清", outdoor=USUAL)] == [
        "banner/indoor-1",
        "banner/indoor-2",
        "banner/outdoor",
    ]
    assert banners() == []


def test_length_follows_from_the_words_and_the_height() -> None:
    """In whole decimetres; Latin letters and figures need less."""
    assert size(SHORT, 70) == (330, 70)
    assert size(SHORT, 60) == (280, 60)
    assert size(USUAL, 70) == (1500, 70)
    assert size("12345", 70)[0] < size("一二三四五", 70)[0]


@pytest.mark.parametrize(
    ("words", "height", "scale"), [(SHORT, 60, 1), (SHORT, 70, 10), (USUAL, 60, 10), (LONG, 70, 50)]
)
def test_page_is_one_that_a_pdf_can_have(words: str, height: int, scale: int) -> None:
    """Up to 5.08 m as it hangs, beyond that, and with characters that some viewers leave out, to a scale.

    It is said on a strip below and in the name of the file.
    """
    one, made = banners(words, height=str(height))[0]
    width, _ = size(words, height)
    assert one.paper == scaled(width, height, 0.785 * height)
    assert one.paper.endswith(f"-1to{scale}") == (scale > 1)
    stock = stock_of(one.paper)
    assert stock.width <= LONGEST
    assert stock.width == 10 * width / scale and stock.height == 10 * height / scale + (SCALE_STRIP if scale > 1 else 0)

    data = pdf(made, one.paper)
    with pikepdf.open(BytesIO(data)) as file:
        box = [float(side) for side in file.pages[0].mediabox]
        assert len(file.pages) == 1 and max(box) <= 14_400
    text = squeezed(poppler(data, "-raw"))
    assert text.startswith(words)
    assert (f"比例1∶{scale}，成品宽{width}厘米、高{height}厘米；裁去这一条。" in text) == (scale > 1)


@pytest.mark.parametrize("words", [SHORT, USUAL, "办理ABC类2026年9月12日以前的事项，请拨打12345"])
def test_characters_take_seven_tenths_of_the_height(words: str) -> None:
    """In one line, in the middle, with a margin before and behind."""
    one, made = banners(words, height="60")[0]
    strip = SCALE_STRIP if "-1to" in one.paper else 0
    stock = stock_of(one.paper)
    picture = Grey(pdf(made, one.paper), 100 if strip else 15)
    height = picture.height - round(strip * picture.per_mm) - 2
    lit = [y for y in range(height) if max(picture.row(y, 3, picture.width - 3)) > 150]
    assert 0.66 < len(lit) / height < 0.82
    assert abs((lit[0] + lit[-1]) / 2 / height - 0.5) < 0.04
    columns = [x for x in range(3, picture.width - 3) if any(picture.row(y)[x] > 150 for y in range(height))]
    left, right = columns[0], picture.width - columns[-1]
    em = 0.785 * (stock.height - strip) * picture.per_mm
    assert min(left, right) > 0.4 * em and abs(left - right) < 0.35 * em


def test_letters_are_yellow_or_white_on_red_and_hollow_to_save_ink() -> None:
    """The hall chooses; an outline takes less than a quarter of the ink and says the same."""
    full, white, lean = (
        printed(SHORT, height="60"),
        printed(SHORT, letters="白", height="60"),
        printed(SHORT, "outline", height="60"),
    )
    assert full != white
    assert Grey(lean, 8).darkness() < 0.25 * Grey(full, 8).darkness()
    assert squeezed(poppler(lean)) == squeezed(poppler(full)) == SHORT


def test_own_board_takes_the_slogan_in_smaller_letters() -> None:
    """On a board of 300 by 70 cm the words close up to its width; one that is too long for a PDF is refused."""
    one, made = banners(USUAL)[0]
    data = pdf(made, "300x70")
    assert pages(data) == 1 and "比例" not in poppler(data)
    picture = Grey(data, 8)
    assert min(picture.row(picture.height // 2, 0, 10)) == min(picture.row(1, 0, 10)), "the ground reaches the edge"
    with pytest.raises(PosterError, match="PDF 一页最长"):
        pdf(made, "600x70")
    assert one.key.part == "indoor-1"


def test_banner_is_drawn_as_svg() -> None:
    """For print shops that scale by themselves."""
    one, made = banners(USUAL)[0]
    picture = press().print(made, Printing(stock_of(one.paper), format="svg"))
    assert len(picture) == 1 and picture[0].startswith(b"<svg")
