"""Rules about pictures, and how a content folder and its examination read them."""

import io
from pathlib import Path

import pytest
from content_builder import TODAY, minimal_content
from PIL import Image
from project_builder import make_project
from rules.dataset_builder import Case, Cases, case_id, sentences, table

from generator.build.examine import examine
from generator.privacy.media.size import size_of
from generator.rules import Rule, pictures
from generator.texts.checks import MESSAGES

SITE = minimal_content()["site.yml"]
RATED = SITE + "rating: {picture: pages/haochaping.png}\n"


MISSING = MESSAGES["picture/missing"].message
KNOWN = {"endings": ".png、.jpg、.jpeg", "folder": "pages"}

SMALL = MESSAGES["picture/small"].message.format(path="“pages/a.png”", width=900, height=399, least=400)
PLACE = "site.yml:rating.picture"
RATING = {"site.yml": {"rating": {"picture": "pages/a.png"}}}
CASES: Cases = {
    pictures.pictures_can_be_printed: {
        "none named": Case(),
        "large enough": Case({**RATING, "pages/a.png": ("400", "900")}),
        "not there": Case(RATING, (f"{PLACE} [picture/missing] {MISSING.format(path='“pages/a.png”', **KNOWN)}",)),
        "of a window": Case(
            {"windows.yml": {"windows": [{"id": "mz", "name": "民政救济", "rating": {"picture": "pages/a.png"}}]}},
            (
                "windows.yml:windows.0.rating.picture "
                f"[picture/missing] {MISSING.format(path='“pages/a.png”', **KNOWN)}",
            ),
        ),
        "damaged": Case(
            {**RATING, "pages/a.png": ("0", "0")},
            (f"{PLACE} [picture/unreadable] {MESSAGES['picture/unreadable'].message.format(path='“pages/a.png”')}",),
        ),
        "too small": Case({**RATING, "pages/a.png": ("900", "399")}, (f"{PLACE} [picture/small] {SMALL}",)),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected


def picture(width: int = 400, height: int = 400, form: str = "PNG") -> bytes:
    """A white picture."""
    file = io.BytesIO()
    Image.new("RGB", (width, height), "white").save(file, form)
    return file.getvalue()


def found(folder: Path, data: bytes | None, path: str = "haochaping.png", site: str = RATED) -> list[str]:
    """What is said of pictures in a project with this file among its prose."""
    content = make_project(folder, {"site.yml": site}) / "content"
    if data is not None:
        (content / "pages").mkdir(exist_ok=True)
        (content / "pages" / path).write_bytes(data)
    return [str(one) for one in examine(content, TODAY).problems if one.rule.startswith("picture/")]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (picture(), ""),
        (picture(form="JPEG"), ""),
        (None, "[picture/missing] 找不到图片“pages/haochaping.png”。请把图片（.png、.jpg、.jpeg，10 MB 以内）放进 content/pages，"
               "写成 pages/文件名。"),
        (b"<html>", "[picture/unreadable] 图片“pages/haochaping.png”打不开：不是 PNG 或 JPG 图片，或者坏了、太大。请重新下载一份。"),
        (picture()[:600], "[picture/unreadable] 图片“pages/haochaping.png”打不开：不是 PNG 或 JPG 图片，或者坏了、太大。请重新下载一份。"),
        (picture(form="GIF"), "[picture/unreadable] 图片“pages/haochaping.png”打不开：不是 PNG 或 JPG 图片，或者坏了、太大。"
                              "请重新下载一份。"),
        (picture(800, 399), "[picture/small] 图片“pages/haochaping.png”只有 800×399 像素，印出来不清楚，短的一边至少要 400 像素。"
                            "请下载大一些的，不要自己放大。"),
    ],
)  # fmt: skip
def test_picture_has_to_be_fit_for_print(tmp_path: Path, data: bytes | None, said: str) -> None:
    """A missing, damaged, foreign or coarse picture is an error at the line that names it."""
    line = len(RATED.splitlines())
    assert found(tmp_path, data) == ([f"content/site.yml:{line}:19 {said}"] if said else [])


def test_pictures_outside_the_prose_are_not_read(tmp_path: Path) -> None:
    """A path that leads elsewhere, or that ends otherwise, is missing, whatever lies there."""
    (tmp_path / "a.png").write_bytes(picture())
    for path in ("../a.png", "pages/../../a.png", "site.yml", "pages/haochaping.webp"):
        (line,) = found(
            tmp_path / path.replace("/", "_"), picture(), "haochaping.webp", RATED.replace("pages/haochaping.png", path)
        )
        assert "[picture/missing]" in line


def test_examined_pictures_know_their_size(tmp_path: Path) -> None:
    """What a sheet gets is the file byte by byte, with its size."""
    assert found(tmp_path, picture(500, 600)) == []
    dataset = examine(tmp_path / "content", TODAY).sound()
    file = dataset.pictures["pages/haochaping.png"]
    assert (file.data, file.width, file.height) == (picture(500, 600), 500, 600)


def test_size_is_that_of_a_whole_picture() -> None:
    """A picture that is cut off, too large, or of another form has none."""
    assert size_of(picture(3, 5)) == (3, 5)
    assert size_of(picture(3, 5, "BMP")) is None and size_of(b"") is None
    assert size_of(picture(40, 50, "JPEG")[:-40]) is None
