"""The index at the entrance: every window and service in order, never below the type for its distance, even columns."""

import io
import re

import pytest
from PIL import Image
from sheets import SITE_URL, TODAY, assert_rim_is_blank, hall, pages_of, printed, site
from test_press import Grey, missing_in_order, squeezed, type_sizes

from generator.kit.entrance_index import index_sheet
from generator.kit.kinds import contents, printable_sheets
from generator.model import Dataset, FunctionList, PictureFile, Service, SheetKey, Window
from generator.posters.sheet import PosterError
from generator.site.edition import Edition

slow = pytest.mark.slow
PLAN = "pages/pingmiantu.png"


def windows(count: int) -> tuple[Window, ...]:
    """Windows; every second one says where it is."""
    return tuple(
        Window.model_validate(
            {"id": f"w{n}", "name": f"窗口名{n}甲", "number": n, **({"place": f"一楼东侧{n}"} if n % 2 else {})}
        )
        for n in range(1, count + 1)
    )


def services(count: int, among: int, name: str = "临时救助") -> dict[str, Service]:
    """Services, each at one of so many windows in turn."""
    return {
        f"s{n}": Service.model_validate(
            {
                "id": f"s{n}",
                "name": f"{name}{n}号",
                "summary": "说明",
                "status": {"state": "在办"},
                "window": f"w{n % among + 1}",
            }
        )
        for n in range(count)
    }


def halls(of: int, count: int, **parts: object) -> Dataset:
    """A hall with so many windows and services."""
    return hall(windows=windows(of), services=services(count, of), **parts)


def plan() -> PictureFile:
    """A floor plan twice as wide as high."""
    file = io.BytesIO()
    Image.new("L", (1200, 600), 128).save(file, "PNG")
    return PictureFile(file.getvalue(), 1200, 600)


def test_every_service_stands_at_its_window() -> None:
    """Windows come in their order, with number and place where these are known; one without services has its duties."""
    duties = (FunctionList.model_validate({"name": "窗口名3甲", "duties": ["受理石材登记。"]}),)
    dataset = hall(windows=windows(3), services=services(3, 2), functions=duties)
    body = index_sheet(dataset, None).data["body"]
    assert isinstance(body, dict)
    assert body["groups"] == [
        {"number": "1号", "name": "窗口名1甲", "place": "一楼东侧1", "lines": ["临时救助0号", "临时救助2号"]},
        {"number": "2号", "name": "窗口名2甲", "place": None, "lines": ["临时救助1号"]},
        {"number": "3号", "name": "窗口名3甲", "place": "一楼东侧3", "lines": ["受理石材登记。"]},
    ]


def test_window_of_which_nothing_is_known_invites_to_ask() -> None:
    """It is not left empty, which reads as if nothing were done there; on the screens of the hall neither."""
    dataset = hall(windows=windows(2), services=services(1, 1))
    body = index_sheet(dataset, None).data["body"]
    assert isinstance(body, dict)
    assert [group["lines"] for group in body["groups"]] == [["临时救助0号"], ["办什么，请到窗口问"]]
    screen = contents(SheetKey("screen", None, "wide"), Edition(dataset, TODAY)).data["body"]
    assert isinstance(screen, dict)
    assert [window["services"] for window in screen["windows"]] == ["临时救助0号", "办什么，请到窗口问"]


def test_service_without_a_window_stops_the_index() -> None:
    """Who looks for it would not find it; the refusal names it."""
    with pytest.raises(PosterError, match="《办事索引》不印：还不知道在哪个窗口办的事项有：临时救助1号。"):
        index_sheet(hall(windows=windows(1), services=services(2, 2)), None)


def test_hall_with_services_has_one_index() -> None:
    """It hangs at the entrance, on a board of 120 by 240 cm."""
    found = [one for one in printable_sheets(Edition(halls(1, 1), TODAY)) if one.key.kind == "entrance-index"]
    assert [(one.paper, one.places(halls(1, 1))) for one in found] == [("120x240", ("入口",))]
    assert not [one for one in printable_sheets(Edition(hall(), TODAY)) if one.key.kind == "entrance-index"]


@slow
@pytest.mark.parametrize("paper", ["120x240", "90x120", "a1"])
@pytest.mark.parametrize(("of", "count"), [(1, 1), (9, 43), (30, 200), (1, 60)])
def test_long_lists_flow_and_stay_legible(of: int, count: int, paper: str) -> None:
    """Each service is there once, in the order of windows, in type for two metres or larger, over as many boards as it takes."""
    dataset = halls(of, count)
    pdf = printed(index_sheet(dataset, SITE_URL), paper)
    text = "".join(pages_of(pdf))
    expected = []
    for number in range(of):
        expected += [f"窗口名{number + 1}甲", *(f"临时救助{n}号" for n in range(count) if n % of == number)]
    assert missing_in_order(expected, text) == []
    assert all(text.count(f"助{n}号") == 1 for n in range(count))
    sizes = type_sizes(pdf)
    signs = len(squeezed("".join(expected)))
    assert sum(number for size, number in sizes.items() if size >= 45) >= signs and min(sizes) >= 14
    assert_rim_is_blank(pdf)


@slow
@pytest.mark.parametrize(
    ("of", "count", "paper"),
    [
        (1, 3, "120x240"),
        (1, 4, "a1"),
        (5, 15, "60x90"),
        (5, 15, "a1"),
        (5, 20, "a1"),
        (5, 65, "a1"),
        (3, 71, "120x240"),
    ],
)
def test_no_service_stands_alone_where_its_window_goes_on(of: int, count: int, paper: str) -> None:
    """At least two stand before the end of a column, and at least two after it, below the name of the window with 续."""
    text = "".join(pages_of(printed(index_sheet(halls(of, count), None), paper)))
    parts = re.findall("窗口名([0-9])甲(（续）)?(?:一楼东侧[0-9])?((?:临时救助[0-9]+号)+)", text)
    rows = [words.count("临时救助") for _, _, words in parts]

    assert sum(rows) == count
    for n, (window, goes_on, _) in enumerate(parts):
        if goes_on:
            assert parts[n - 1][0] == window and min(rows[n - 1], rows[n]) >= 2, (window, rows)
    assert [window for window, goes_on, _ in parts if not goes_on] == [str(n + 1) for n in range(of)]


@slow
def test_columns_are_of_even_height() -> None:
    """On the board of a hall of 43 services no column is more than a third longer than another."""
    picture = Grey(printed(index_sheet(halls(9, 43), None), "120x240"), 12)
    top, foot = round(0.14 * picture.height), round(0.9 * picture.height)
    half = picture.width // 2
    ends = [
        max(y for y in range(top, foot) if min(picture.row(y, left, right)) < 90)
        for left, right in ((round(0.1 * picture.width), half - 10), (half + 10, round(0.9 * picture.width)))
    ]
    assert min(ends) - top >= 0.7 * (max(ends) - top)


@slow
@pytest.mark.parametrize("paper", ["120x240", "a1"])
def test_floor_plan_stands_above_the_columns(paper: str) -> None:
    """The picture of the hall is on the first board only, and costs no board that is nearly empty."""
    dataset = halls(9, 43, site=site(floor_plan=PLAN), pictures={PLAN: plan()})
    pages = pages_of(printed(index_sheet(dataset, SITE_URL), paper))
    assert all(squeezed(page).count("临时救助") >= 6 for page in pages)
    grey = Grey(printed(index_sheet(dataset, SITE_URL), paper, "ink"), 12).pixels
    assert sum(120 <= value <= 136 for value in grey) > 0.1 * len(grey)


@slow
def test_longest_names_stay_inside_the_frame() -> None:
    """Names of windows, places and services as long as they may be leave the rim blank."""
    window = Window.model_validate({"id": "w1", "name": "窗" * 200, "number": 100000, "place": "W" * 200})
    dataset = hall(windows=(window,), services=services(9, 1, "长" * 190))
    assert_rim_is_blank(printed(index_sheet(dataset, SITE_URL), "90x120", "ink"))
