"""The sheets of a window: what each says, how large, and that nothing leaves its frame, whatever the window is called."""

import re

import pytest
import segno
from kinds_in_use import pdf, press, sheet, sheets, stray_ink
from rules.dataset_builder import Changes
from test_press import DPI, Grey, code_on, missing_in_order, pages, poppler, squeezed, type_sizes

from generator.build.sheets import SheetIncomplete
from generator.kit.kinds import KINDS
from generator.posters.legibility import IN_THE_HAND
from generator.posters.press import Printing, Variant
from generator.posters.sheet import PosterError
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow

KIND_NAMES = ("window-sign", "desk-sign", "staff-board", "whereabouts")
WINDOW: dict[str, object] = {
    "id": "minzheng",
    "name": "民政救济",
    "aliases": ["民政窗口"],
    "number": "4",
    "staff_role": "民政救济岗",
    "backup": "劳动保障岗",
    "place": "大厅东侧",
    "phone": "0300-0000104",
}


def windows(*others: dict[str, object], **fields: object) -> Changes:
    """windows.yml with one window whose ``fields`` are changed, and ``others``."""
    first = {key: value for key, value in {**WINDOW, **fields}.items() if value is not None}
    functions = [{"name": first["name"], "duties": ["社会救助的受理", "老年人优待的受理"]}]
    return {"windows.yml": {"windows": [first, *others], "functions": functions}}


LONGEST = windows(
    name="城乡居民基本养老保险和基本医疗保险参保登记综合受理",
    number="1234",
    staff_role="社会保险参保登记和待遇申领受理岗",
    backup="社会保险关系转移接续综合受理岗",
    place="一层" * 30,
    phone="0300-0000104、0300-0000105转8001",
)
ENDLESS = windows(name="很长" * 100, staff_role="岗" * 200)
SAID = {
    "window-sign": ["4号窗口", "民政救济", "15米内看得清"],
    "desk-sign": ["4号窗口", "民政救济", "岗位", "民政救济岗", "电话", "0300-0000104", "监督电话", "0300-0000112"],
    "staff-board": [
        "A/B岗公示牌", "4号窗口民政救济", "A岗主办", "B岗替岗", "民政救济岗", "劳动保障岗", "A岗不在时，请找B岗办理。",
        "办公时间", "8:30—12:00", "窗口电话", "0300-0000104", "位置", "大厅东侧", "在这里办", "临时救助",
        "窗口职责", "社会救助的受理", "老年人优待的受理",
    ],
    "whereabouts": [
        "4号窗口", "工作人员去向牌", "民政救济岗", "在岗外出办事下村开会休假", "预计回来月日时分",
        "不在时请找", "劳动保障岗", "或者打电话", "0300-0000104", "把磁扣放在圆圈里",
    ],
}  # fmt: skip


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_each_window_has_a_sheet_that_says_all_in_order(kind: str) -> None:
    """On one page, with the name of the hall and the version code."""
    other = {"id": "laodong", "name": "劳动保障", "number": "3", "staff_role": "甲岗", "backup": "乙岗"}
    functions = [{"name": name, "duties": [f"{name}的受理"]} for name in ("民政救济", "劳动保障")]
    both: Changes = {"windows.yml": {"windows": [WINDOW, other], "functions": functions}}
    assert [str(one.key) for one, _ in sheets(kind, both)] == [f"{kind}/minzheng", f"{kind}/laodong"]

    made = sheet(kind, windows())
    printed = pdf(made)
    text = poppler(printed, "-raw")
    assert pages(printed) == 1
    assert missing_in_order(SAID[kind], text) == []
    assert "虚谷镇便民服务大厅" in squeezed(text) and f"版本{made.version}" in squeezed(text)


@pytest.mark.parametrize("kind", KIND_NAMES)
@pytest.mark.parametrize("variant", ["colour", "outline", "ink"])
def test_longest_names_stay_within_the_frame(kind: str, variant: Variant) -> None:
    """On one page, every character there, and the edge of the paper blank, but for fold and cuts of the desk sign."""
    made = sheet(kind, LONGEST)
    printed = pdf(made, variant=variant)
    name = "城乡居民基本养老保险和基本医疗保险参保登记综合受理"
    assert pages(printed) == 1
    assert (name if kind != "whereabouts" else "社会保险参保登记和待遇申领受理岗") in squeezed(poppler(printed, "-raw"))
    assert stray_ink(printed, 4 if kind == "desk-sign" else 8) == 0


@pytest.mark.parametrize("kind", ["desk-sign", "whereabouts"])
def test_words_that_no_sign_bears_are_named(kind: str) -> None:
    """They are neither cut nor set too small: the message says what to write shorter."""
    with pytest.raises(PosterError, match=r"放不下这些字：“(很长|岗)+…”。请写短一些，或者换大一些的纸。"):
        pdf(sheet(kind, ENDLESS))


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_ink_saving_variant_has_no_filled_field(kind: str) -> None:
    """It says the same with less ink, most of it saved where a number stands in a field."""
    made = sheet(kind, windows())
    full, lean = pdf(made), pdf(made, variant="ink")
    assert Grey(lean, 30).darkness() < (0.9 if kind == "whereabouts" else 0.7) * Grey(full, 30).darkness()
    assert squeezed(poppler(lean, "-raw")) == squeezed(poppler(full, "-raw"))


@pytest.mark.parametrize("kind", ["desk-sign", "staff-board", "whereabouts"])
def test_post_that_is_not_known_is_not_printed(kind: str) -> None:
    """A post is asked of the hall, never made up."""
    with pytest.raises(SheetIncomplete, match="还有待补充的内容"):
        sheet(kind, windows(staff_role=None))


def test_window_without_number_beside_numbered_ones_is_not_printed() -> None:
    """Where the hall numbers its windows, each needs its number; where it numbers none, the name stands alone."""
    numbered = {"id": "laodong", "name": "劳动保障", "number": "3"}
    with pytest.raises(SheetIncomplete, match="号窗口"):
        sheet("window-sign", windows(numbered, number=None))

    alone = pdf(sheet("window-sign", windows(number=None)))
    assert squeezed(poppler(alone, "-raw")).startswith("民政救济虚谷镇")


def test_name_on_the_sign_is_seen_from_its_distance() -> None:
    """A name of six characters is recognised from 10 m; a longer one takes a second line before it shrinks below."""
    for name, lines in (("民政救济", 1), ("石材陶土管理", 1), ("石材和陶土管理", 2)):
        printed = pdf(sheet("window-sign", windows(name=name)))
        large = [size for size in type_sizes(printed) if size < 500 and size > 100]
        assert max(large) * 0.89 * 250 / 72 * 0.0254 >= 9.9
        found = re.search(r"(\d+)米内看得清", squeezed(poppler(printed)))
        assert found and int(found[1]) >= 9
        shown = [line for line in poppler(printed, "-raw").split("\n") if set(line) & set(name) and "大厅" not in line]
        assert len([line for line in shown if "号窗口" not in line]) == lines


def test_both_sides_of_the_desk_sign_read_right_when_folded() -> None:
    """The upper half is the lower half turned by 180 degrees about the fold in the middle of the sheet."""
    picture = Grey(pdf(sheet("desk-sign", windows()), "20x20"), 51)
    cells = range(20)
    step = picture.height / len(cells)

    def darkness(column: int, row: int) -> float:
        rows = [picture.row(y, int(column * step), int((column + 1) * step)) for y in span(row)]
        return sum(255 - pixel for line in rows for pixel in line) / 255 / sum(map(len, rows))

    def span(row: int) -> range:
        return range(int(row * step), int((row + 1) * step))

    upper = {(x, y): darkness(x, y) for x in cells for y in range(10)}
    lower = {(x, y): darkness(19 - x, 19 - y) for x in cells for y in range(10)}
    assert max(upper.values()) > 0.5
    assert max(abs(upper[cell] - lower[cell]) for cell in upper) < 0.12


def test_desk_sign_has_its_size_on_any_sheet() -> None:
    """20 by 10 cm when folded, on A4 as on a square sheet; on A4 it is said where to cut."""
    a4, square = (poppler(pdf(sheet("desk-sign", windows()), paper), "-raw") for paper in ("a4", "20x20"))
    assert "折好后宽200毫米、高100毫米" in squeezed(a4)
    assert "折好后" not in squeezed(square)


def test_board_of_a_busy_window_goes_on_to_another_sheet() -> None:
    """Forty services and thirty duties are all there, in type that is read from a metre."""
    duties = [f"第{n}项职责，写得长一点，看看会怎么换行" for n in range(1, 31)]
    changes = {"windows.yml": {"windows": [WINDOW], "functions": [{"name": "民政救济", "duties": duties}]}}
    printed = pdf(sheet("staff-board", changes))
    assert missing_in_order(duties, poppler(printed, "-raw")) == []
    assert min(type_sizes(printed)) >= IN_THE_HAND - 0.01
    assert stray_ink(printed, 8, page=2) == 0


def test_code_of_the_board_leads_to_the_page_of_the_window() -> None:
    """The QR code on the board is that of the window's page, module by module."""
    expected = segno.make("https://xugu.example/windows/minzheng/", error="m", micro=False)
    matrix = [[bool(cell) for cell in row] for row in expected.matrix]
    assert code_on(Grey(pdf(sheet("staff-board", windows())), DPI["a3"]), len(matrix)) == matrix


@pytest.mark.parametrize("kind", ["window-sign", "whereabouts"])
def test_sign_for_a_print_shop_is_the_same_within_its_edges(kind: str) -> None:
    """With paper over each edge all stands 8 mm further in, the frame, too."""
    made, stock = sheet(kind, windows()), stock_of(KINDS[kind].paper)
    plain = Grey(press().print(made, Printing(stock))[0], 127)
    wide = Grey(press().print(made, Printing(stock, bleed=True))[0], 127)
    frame, moved = (
        max(x for x in range(inside, width) if picture.row(picture.height // 2)[x] < 200)
        for picture, inside, width in ((plain, 0, plain.width), (wide, 0, wide.width - int(9 * wide.per_mm)))
    )
    assert abs(moved - frame - 8 * wide.per_mm) <= 2


def test_states_are_those_of_the_hall() -> None:
    """A hall without villages writes its own."""
    site = {"posters": {"whereabouts": {"states": ["在岗", "窗口外", "休假"]}}}
    text = squeezed(poppler(pdf(sheet("whereabouts", {**windows(), "site.yml": site})), "-raw"))
    assert "在岗窗口外休假" in text and "下村" not in text


def test_signs_follow_the_paper_of_the_hall() -> None:
    """Paper and distance of each kind are set in site.yml."""
    posters = {"window_sign": {"paper": "60x30", "distance": "12"}}
    one, made = sheets("window-sign", {**windows(), "site.yml": {"posters": posters}})[0]
    assert (one.paper, one.distance) == ("60x30", 12.0)
    assert press().print(made, Printing(stock_of(one.paper), distance=one.distance))
