"""Writes a picture again as nothing but its pixels: upright, in the colours of any screen, and opaque."""

import io

from PIL import Image, ImageCms, ImageOps

from generator.privacy.finding import NotRewritten

MAX_PIXELS = 100_000_000
"""Of a picture, or of all pages of one."""

FORMS = {
    ".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".tif": "TIFF", ".tiff": "TIFF",
}  # fmt: skip
"""Ending of a file -> the form in which it is written."""

Image.MAX_IMAGE_PIXELS = None  # counted here

_READ = ("JPEG", "PNG", "WEBP", "TIFF", "GIF", "BMP")
_SETTINGS: dict[str, dict[str, int | str]] = {
    "JPEG": {"quality": 90},
    "PNG": {},
    "WEBP": {"quality": 90},
    "TIFF": {"compression": "tiff_adobe_deflate"},
}


def only_pixels(data: bytes, ending: str) -> bytes:
    """The picture as a file with one of the endings of ``FORMS``. Raises NotRewritten if it is too large, or moves."""
    form = FORMS[ending]
    with Image.open(io.BytesIO(data), formats=_READ) as image:
        # A phone stores further pictures behind the one that is shown (MPO): smaller copies, distances.
        count = 1 if image.format == "MPO" else getattr(image, "n_frames", 1)
        if count > 1 and (image.format, form) != ("TIFF", "TIFF"):
            raise NotRewritten("several pictures")
        left, pages = MAX_PIXELS, list[Image.Image]()
        for number in range(count):
            image.seek(number)
            left -= image.width * image.height
            if left < 0:
                raise NotRewritten("too many pixels")
            pages.append(_seen(image))
    target = io.BytesIO()
    several = {"save_all": True, "append_images": pages[1:]} if count > 1 else {}
    pages[0].save(target, form, **several, **_SETTINGS[form])
    return target.getvalue()


def _seen(image: Image.Image) -> Image.Image:
    """A new picture that looks like ``image`` on white. What is transparent, even nearly, could hide something."""
    image.load()
    image = ImageOps.exif_transpose(image)
    profile = image.info.get("icc_profile")
    if image.has_transparency_data:
        white = Image.new("RGBA", image.size, "white")
        white.alpha_composite(image.convert("RGBA"))
        seen = white.convert("RGB")
    elif image.mode.startswith("I;16"):
        seen = image.convert("I").point(lambda value: value / 256).convert("L")
    else:
        seen = image if image.mode in ("1", "L", "RGB", "CMYK") else image.convert("RGB")
    if profile and seen.mode in ("RGB", "CMYK"):
        seen = _in_common_colours(seen, profile)
    blank = Image.new("RGB" if seen.mode == "CMYK" else seen.mode, seen.size)
    blank.paste(seen)
    return blank


def _in_common_colours(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture as its colours are meant, which many cameras describe in a profile; as it is if that is damaged."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB") or image
    except (OSError, ImageCms.PyCMSError):
        return image
