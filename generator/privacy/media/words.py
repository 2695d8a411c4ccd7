"""Reads the words in pictures: metadata of every kind, and what is appended. Pixels are not read.

The only importer of Pillow, with ``pixels``; itself imported when there is a picture to read.
"""

import io
import re
import warnings
import zlib
from collections.abc import Iterator

from PIL import ExifTags, Image

from generator.privacy.finding import Unreadable
from generator.privacy.picture_blocks import blocks
from generator.privacy.png_pixels import behind_pixels
from generator.privacy.readable import Piece
from generator.privacy.tiff import directory_values

MAX_METADATA = 20_000_000
"""Bytes of unpacked metadata of one file."""

_PNG = b"\x89PNG\r\n\x1a\n"
_PIXELS = frozenset(b"IHDR PLTE IDAT tRNS gAMA cHRM sRGB bKGD pHYs sBIT tIME hIST acTL fcTL fdAT cICP".split())
"""Chunks that hold no words."""
_TEXT_ENCODINGS = ("utf-8", "utf-16-le", "utf-16-be")
_IFDS = (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.Interop)
_LATITUDE = 2
_XMP_POSITION = re.compile(r"exif:GPSLatitude")
Image.MAX_IMAGE_PIXELS = None  # a limit on decoding, and nothing is decoded here


def picture(data: bytes) -> Iterator[Piece]:
    """Metadata of a picture: EXIF, XMP, comments, text chunks, and what is appended; "photo-position" if it has one."""
    if data.startswith(_PNG):
        yield from _png(data)
        return
    if data.startswith((b"II*\0", b"MM\0*")):
        yield from _tiff(data)
        return
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(data)) as image:
                info = dict(image.info)
                exif = image.getexif()
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError) as error:
        raise Unreadable(type(error).__name__) from None
    yield from _exif(exif)
    for key, value in info.items():
        if isinstance(value, str | bytes) and key not in ("exif", "icc_profile"):
            yield from _candidates(value)
    for part, block in blocks(data):
        if part == "appended":
            yield part, 0, block
        else:
            yield from _candidates(block)


def _png(data: bytes) -> Iterator[Piece]:
    """Every chunk that can hold words, before the pixels and after them."""
    position, header, left = len(_PNG), b"", MAX_METADATA
    pixels: list[bytes] = []
    while position + 8 <= len(data):
        length, kind = int.from_bytes(data[position : position + 4], "big"), data[position + 4 : position + 8]
        body = data[position + 8 : position + 8 + length]
        if len(body) < length:
            raise Unreadable("cut off")
        position += 12 + length
        if kind == b"IHDR":
            header = body
        elif kind == b"IDAT":
            pixels.append(body)
        elif kind == b"tEXt":
            yield from _candidates(body.replace(b"\0", b": ", 1))
        elif kind in (b"zTXt", b"iCCP"):
            key, _, packed = body.partition(b"\0")
            content = _unpacked(packed[1:], left)
            left -= len(content)
            yield from _candidates(key + b": " + content)
        elif kind == b"iTXt":
            key, _, rest = body.partition(b"\0")
            words = rest[2:].split(b"\0", 2)
            content = _unpacked(words[-1], left) if rest[:1] == b"\1" else words[-1]
            left -= len(content)
            yield from _candidates(b": ".join((key, *words[:-1], content)))
        elif kind == b"eXIf":
            exif = Image.Exif()
            exif.load(body)
            yield from _exif(exif)
            yield from _candidates(body)  # the notes in the maker's own form, which the library leaves out
        elif kind == b"IEND":
            break
        elif kind not in _PIXELS:
            yield from _candidates(body)
    if len(header) == 13 and (behind := behind_pixels(header, pixels).strip(b"\0")):
        yield "appended", 0, behind
    if data[position:].strip(b"\0"):
        yield "appended", 0, data[position:]


def _tiff(data: bytes) -> Iterator[Piece]:
    """The words of every directory: a TIFF file may have many pages, each with smaller copies of itself."""
    for value in directory_values(data):
        if value is None:
            yield "photo-position", 0, ""
        else:
            yield from _candidates(value)


def _exif(exif: Image.Exif) -> Iterator[Piece]:
    try:
        directories = [dict(exif), *(dict(exif.get_ifd(ifd)) for ifd in _IFDS)]
    except (OSError, ValueError, SyntaxError, KeyError, TypeError, EOFError) as error:
        raise Unreadable(type(error).__name__) from None
    if _LATITUDE in directories[1 + _IFDS.index(ExifTags.IFD.GPSInfo)]:
        yield "photo-position", 0, ""
    for directory in directories:
        for value in directory.values():
            if isinstance(value, str | bytes):
                yield from _candidates(value)


def _candidates(value: str | bytes) -> Iterator[Piece]:
    """The readings of a value whose encoding nobody states."""
    if isinstance(value, str):
        yield "metadata", 0, value
        texts = [value]
    else:
        texts = [value.decode(encoding, "replace") for encoding in _TEXT_ENCODINGS]
        texts.append(value[1:].decode("utf-16-be", "replace"))  # within a block, wide text may begin at any byte
        yield from (("metadata", 0, text) for text in texts)
        yield "metadata", 0, value.decode("gb18030", "replace")
    if _XMP_POSITION.search(texts[0]):
        yield "photo-position", 0, ""


def _unpacked(data: bytes, most: int) -> bytes:
    """What was packed, and what stands behind its end."""
    unpacker = zlib.decompressobj()
    try:
        content = unpacker.decompress(data, max(most, 1))
    except zlib.error:
        raise Unreadable("damaged") from None
    if unpacker.unconsumed_tail:
        raise Unreadable("unpacks to too much")
    return content + unpacker.unused_data
