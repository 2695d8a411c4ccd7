"""The plate for rating: the official picture pixel by pixel, large, for the hall and for windows with their own."""

import io
import subprocess
from pathlib import Path

import pytest
import segno
from PIL import Image
from sheets import SITE_URL, TODAY, assert_rim_is_blank, hall, pages_of, printed, site
from test_press import Grey, missing_in_order, runs

from generator.build.sheets import laid_out
from generator.kit.kinds import printable_sheets
from generator.model import Dataset, PictureFile, RecordKey, SheetKey, Window
from generator.posters.press import Variant
from generator.posters.sheet import PosterError
from generator.privacy.gate import ScanPolicy, inspect
from generator.site.edition import Edition
from generator.texts.kit_notices import GRADES

slow = pytest.mark.slow
ADDRESS = "https://xugu.example/haochaping/1?window=4"
HALL_PLATE = SheetKey("rating-plate")
WINDOW_PLATE = SheetKey("rating-plate", RecordKey("windows", "minzheng"))
WINDOW = {"id": "minzheng", "name": "民政救济", "number": 4}
OF_HALL, OF_WINDOW = "pages/dating.png", "pages/minzheng.jpg"


def code(scale: int = 16, form: str = "PNG") -> PictureFile:
    """A code as an official system gives it."""
    png, file = io.BytesIO(), io.BytesIO()
    segno.make(ADDRESS, error="q").save(png, kind="png", scale=scale, border=4)
    picture = Image.open(png).convert("RGB")
    picture.save(file, form)
    return PictureFile(file.getvalue(), *picture.size)


def given() -> Dataset:
    """A hall and a window, each with a picture of its own."""
    rating = {"picture": OF_HALL, "phone": "0300-0000112"}
    window = Window.model_validate({**WINDOW, "rating": {"picture": OF_WINDOW}})
    files = {OF_HALL: code(), OF_WINDOW: code(form="JPEG")}
    return hall(site=site(rating=rating), windows=(window,), pictures=files)


def plate(key: SheetKey, dataset: Dataset, paper: str = "a4", variant: Variant = "colour") -> bytes:
    """The plate as PDF."""
    return printed(laid_out(key, Edition(dataset, TODAY, SITE_URL)), paper, variant)


def kinds_of(dataset: Dataset) -> list[str]:
    """The plates that a hall has."""
    sheets = printable_sheets(Edition(dataset, TODAY, SITE_URL))
    return [f"{one.title} {one.places(dataset)[0]}" for one in sheets if one.key.kind == "rating-plate"]


def test_plates_are_of_the_hall_and_of_windows_with_a_code() -> None:
    """A hall without a picture has none; the plate of the hall stands at every window."""
    assert kinds_of(given()) == ["好差评牌 各窗口", "“民政救济”窗口好差评牌 “民政救济”窗口旁"]
    assert kinds_of(hall(windows=(Window.model_validate(WINDOW),))) == []


@pytest.mark.parametrize("file", [None, PictureFile(b"no picture")])
def test_picture_that_cannot_be_shown_is_refused(file: PictureFile | None) -> None:
    """The refusal names the plate and the file."""
    dataset = hall(site=site(rating={"picture": OF_HALL}), pictures={OF_HALL: file} if file else {})
    with pytest.raises(PosterError) as refusal:
        laid_out(HALL_PLATE, Edition(dataset, TODAY))
    assert str(refusal.value) == f"《好差评牌》不印：图片 {OF_HALL} 找不到，或者打不开。"


@slow
def test_picture_is_printed_as_it_was_given(tmp_path: Path) -> None:
    """The pixels in the PDF are those of the file, in print they are 100 mm or more, and the code reads the same."""
    pdf = plate(HALL_PLATE, given())
    (tmp_path / "plate.pdf").write_bytes(pdf)
    subprocess.run(["pdfimages", "-png", tmp_path / "plate.pdf", tmp_path / "picture"], check=True)
    inside, file = (Image.open(place).convert("L") for place in (next(tmp_path.glob("*.png")), io.BytesIO(code().data)))
    assert (inside.size, inside.tobytes()) == (file.size, file.tobytes())
    listed = subprocess.run(["pdfimages", "-list", tmp_path / "plate.pdf"], capture_output=True, check=True).stdout
    pixels_an_inch = int(listed.split(b"\n")[2].split()[12])
    assert file.width / pixels_an_inch * 25.4 >= 100


@slow
@pytest.mark.parametrize("variant", ["colour", "outline", "ink"])
@pytest.mark.parametrize("key", [HALL_PLATE, WINDOW_PLATE])
def test_code_on_the_printed_plate_is_the_official_one(key: SheetKey, variant: Variant) -> None:
    """Read module by module from the rendered sheet, whatever the form of the file and the ink."""
    official = [[bool(module) for module in row] for row in segno.make(ADDRESS, error="q").matrix]
    assert large_code(Grey(plate(key, given(), variant=variant), 150), len(official)) == official


def large_code(picture: Grey, modules: int) -> list[list[bool]]:
    """The modules of the code in the middle of the sheet, read at the centre of each."""
    middle = range(picture.width // 2 - int(59 * picture.per_mm), picture.width // 2 + int(59 * picture.per_mm))
    dark = [y for y in range(picture.height) if min(picture.row(y, middle.start, middle.stop)) < 100]
    rows = max(runs(dark, round(6 * picture.per_mm)), key=len)
    lines = [picture.row(y, middle.start, middle.stop) for y in (rows[0], rows[len(rows) // 2], rows[-1])]
    columns = [x for x in range(len(lines[0])) if min(line[x] for line in lines) < 100]
    left, width = middle.start + columns[0], columns[-1] - columns[0] + 1
    places = [(n + 0.5) * width / modules - 0.5 for n in range(modules)]
    return [[picture.row(rows[0] + round(y))[left + round(x)] < 128 for x in places] for y in places]


@slow
def test_plate_says_how_to_rate() -> None:
    """Hall, window, the five grades, the phone and the version stand on one page; nothing else is a code."""
    dataset = given()
    for key, words in ((HALL_PLATE, ["不会扫码，请打0300-0000112评价。"]), (WINDOW_PLATE, ["民政救济窗口"])):
        for paper in ("a4", "b5", "a3"):
            pdf = plate(key, dataset, paper, "ink")
            (page,) = pages_of(pdf)
            assert missing_in_order(["请您评价", "选一个，再提交", *GRADES, "监督电话"], page) == []
            assert all(word in page for word in words) and "扫码看网页" not in page
            assert_rim_is_blank(pdf)


@slow
def test_plate_passes_the_gate() -> None:
    """The gate reads the plate whole and takes it for no scanned page."""
    verdict = inspect([("posters/plate.pdf", plate(HALL_PLATE, given()))], ScanPolicy())
    assert (verdict.leaks, verdict.pictured) == ((), ())
