"""media.pixels: a picture is written again as its looks alone."""

import io
from typing import Any

import pytest
from PIL import Image, ImageCms, TiffImagePlugin

from generator.privacy.finding import NotRewritten
from generator.privacy.media import pixels
from generator.privacy.media.pixels import FORMS, only_pixels
from generator.privacy.passages import passages

CANARY = b"canary-7Q"
ORIENTATION, ARTIST = 0x0112, 0x013B
RED = (200, 10, 10)


def file(picture: Image.Image, form: str, **settings: Any) -> bytes:
    """The bytes of a picture file."""
    target = io.BytesIO()
    picture.save(target, form, **settings)
    return target.getvalue()


def opened(data: bytes) -> Image.Image:
    """The picture in a file."""
    picture = Image.open(io.BytesIO(data))
    picture.load()
    return picture


@pytest.mark.parametrize("ending", FORMS)
def test_only_pixels_are_left_and_they_are_upright(ending: str) -> None:
    """Owner, position, thumbnail, comment, profile and what is appended are gone; what was turned is turned."""
    exif = Image.Exif()
    exif[ARTIST], exif[ORIENTATION] = CANARY.decode(), 6
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 1.0, 2.0)})
    settings: dict[str, Any] = {
        "exif": exif,
        "icc_profile": ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes(),
    }
    if FORMS[ending] == "JPEG":
        settings["comment"] = CANARY
    before = file(Image.new("RGB", (64, 32), RED), FORMS[ending], **settings) + CANARY

    after = only_pixels(before, ending)

    assert CANARY in before
    assert CANARY not in after
    assert {passage.alarm for passage in passages("x", after)} == {""}
    picture = opened(after)
    assert (picture.format, picture.size) == (FORMS[ending], (32, 64))
    assert picture.info.keys().isdisjoint({"exif", "icc_profile", "comment"})
    assert all(abs(got - wanted) < 9 for got, wanted in zip(picture.getpixel((16, 32)), RED, strict=True))


@pytest.mark.parametrize(
    ("mode", "colour", "shown"),
    [
        ("1", 1, 255),
        ("L", 77, 77),
        ("P", 0, (0, 0, 0)),
        ("LA", (77, 255), (77, 77, 77)),
        ("LA", (77, 0), (255, 255, 255)),
        ("RGBA", (*RED, 255), RED),
        ("RGBA", (*RED, 0), (255, 255, 255)),
        ("RGBA", (*RED, 1), (255, 254, 254)),
        ("I;16", 40_000, 156),
    ],
)
def test_every_kind_of_pixel_looks_as_before_on_white(mode: str, colour: Any, shown: Any) -> None:
    """Colours that are transparent, wholly or nearly, would still be in the file, and are not there afterwards."""
    assert opened(only_pixels(file(Image.new(mode, (3, 2), colour), "PNG"), ".png")).getpixel((1, 1)) == shown


def test_unused_colours_of_a_palette_are_gone() -> None:
    """A table of colours could hold words."""
    picture = Image.new("P", (4, 4))
    picture.putpalette(CANARY * 3)
    before = file(picture, "PNG")

    assert CANARY in before
    assert CANARY not in only_pixels(before, ".png")


def test_colours_of_print_become_those_of_a_screen() -> None:
    """A picture in CMYK, with a profile that is damaged, is written in RGB."""
    picture = opened(only_pixels(file(Image.new("CMYK", (8, 8)), "JPEG", icc_profile=b"damaged"), ".jpg"))

    assert (picture.mode, picture.getpixel((4, 4))) == ("RGB", (255, 255, 255))


def test_profile_is_applied_before_it_is_dropped() -> None:
    """By this profile, what is called red is blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    swapped = profile.replace(b"rXYZ", b"?").replace(b"bXYZ", b"rXYZ").replace(b"?", b"bXYZ")
    picture = opened(only_pixels(file(Image.new("RGB", (8, 8), RED), "PNG", icc_profile=swapped), ".png"))

    red, _, blue = picture.getpixel((4, 4))
    assert (red < 40, blue > 180) == (True, True)


def test_all_pages_of_a_tiff_are_kept() -> None:
    """A fax has several pages; another form has room for one."""
    pages = [Image.new("1", (4 + number, 4)) for number in range(3)]
    info = TiffImagePlugin.ImageFileDirectory_v2()
    info[ARTIST] = CANARY.decode()
    before = file(pages[0], "TIFF", save_all=True, append_images=pages[1:], tiffinfo=info)

    after = only_pixels(before, ".tif")

    assert CANARY not in after
    assert [opened(after).n_frames, opened(after).size] == [3, (4, 4)]
    with pytest.raises(NotRewritten, match="several pictures"):
        only_pixels(before, ".png")


def test_smaller_copies_behind_a_photo_are_left_out() -> None:
    """A phone stores the picture before it was cropped, too (MPO)."""
    before = file(Image.new("RGB", (9, 9)), "MPO", save_all=True, append_images=[Image.new("RGB", (20, 20))])

    assert opened(before).n_frames == 2
    assert getattr(opened(only_pixels(before, ".jpg")), "n_frames", 1) == 1


@pytest.mark.parametrize("form", ["GIF", "WEBP", "PNG"])
def test_moving_pictures_are_refused(form: str) -> None:
    """Nobody says which of their pictures is meant."""
    frames = [Image.new("RGB", (4, 4), colour) for colour in ("red", "blue")]

    with pytest.raises(NotRewritten, match="several pictures"):
        only_pixels(file(frames[0], form, save_all=True, append_images=frames[1:]), ".png")


def test_pixels_are_counted_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A small file may announce more pixels than fit into memory; all pages of one count together."""
    pages = [Image.new("1", (60, 50)) for _ in range(2)]
    monkeypatch.setattr(pixels, "MAX_PIXELS", 5_000)

    with pytest.raises(NotRewritten, match="too many pixels"):
        only_pixels(file(pages[0], "TIFF", save_all=True, append_images=pages[1:]), ".tif")
    assert opened(only_pixels(file(pages[0], "TIFF"), ".tif")).size == (60, 50)
