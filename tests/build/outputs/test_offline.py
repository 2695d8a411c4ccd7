"""The worker, the manifest and the icons as an output."""

from io import BytesIO
from pathlib import Path

import pytest
from content_builder import TODAY
from PIL import Image
from rules.dataset_builder import content

from generator.build.outputs.offline import Offline
from generator.build.outputs.output import File
from generator.site.edition import Edition
from generator.site.frame import Frame
from generator.site.shells import slot

TEMPLATES = Path(__file__).parents[3] / "site_templates"
HEAD = '<meta name="theme-color" content="#9d2121"><link rel="icon" href="./town.{ending}">'
GREEN = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><rect width="1" height="1" fill="#00ff00"/></svg>'


def files(head: str = HEAD.format(ending="svg"), picture: bytes = GREEN, style: bytes = b"a") -> dict[str, File]:
    """The files for a frame with this head, by address."""
    address = head.rpartition('href="./')[2].partition('"')[0]
    frame = Frame({"": head + slot("body")}, (), {address: picture, "a.css": style})
    return {file.address: file for file in Offline(frame, TEMPLATES).render(Edition(content(), TODAY))}


def pixels(made: dict[str, File], size: int = 192) -> "Image.Image":
    """The icon as a picture."""
    picture = Image.open(BytesIO(made[f"icon-{size}.png"].make()))
    assert picture.size == (size, size)
    return picture.convert("RGB")


def test_worker_knows_the_files_of_the_frame() -> None:
    """What it is told stands in front of it, and changes with their bytes."""
    worker = files()["sw.js"].make().decode()
    settings, rest = worker.split("\n", 1)
    assert settings.startswith("self.gongshi = {") and '"a.css"' in settings
    assert rest == (TEMPLATES / "offline" / "sw.js").read_text("utf-8")
    assert files()["sw.js"].make().decode() == worker
    assert files(style=b"b")["sw.js"].make().decode() != worker


@pytest.mark.slow
def test_icon_is_the_picture_of_the_site() -> None:
    """It stands on white, within what the roundest phone leaves; the same bytes each time."""
    made = files()
    picture = pixels(made)
    assert [picture.getpixel(place) for place in ((96, 96), (50, 50), (30, 96), (0, 0))] == [
        (0, 255, 0), (0, 255, 0), (255, 255, 255), (255, 255, 255)
    ]  # fmt: skip
    assert pixels(made, 512).getpixel((256, 256)) == (0, 255, 0)
    assert made["icon-192.png"].make() == files()["icon-192.png"].make()
    assert made["icon-192.png"].inputs == files()["icon-192.png"].inputs != files(picture=b"x")["icon-192.png"].inputs


@pytest.mark.slow
@pytest.mark.parametrize(("ending", "picture"), [("ico", b"\0\0\1\0"), ("svg", b"broken"), ("svg", b"")])
def test_site_without_a_usable_picture_has_ours(ending: str, picture: bytes) -> None:
    """A favicon that cannot be drawn is none."""
    assert pixels(files(HEAD.format(ending=ending), picture)).getpixel((0, 0)) == (157, 33, 33)
