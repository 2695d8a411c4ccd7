"""How large a picture is, in pixels, and whether it is a sound one of the forms that sheets can show."""

import io
import warnings

from PIL import Image

from generator.privacy.media.pixels import MAX_PIXELS


def size_of(data: bytes) -> tuple[int, int] | None:
    """Width and height of a PNG or JPEG whose every pixel can be read; None for anything else."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data), formats=("PNG", "JPEG")) as image:
                if image.width * image.height > MAX_PIXELS:
                    return None
                image.load()
                return image.size
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError):
        return None
