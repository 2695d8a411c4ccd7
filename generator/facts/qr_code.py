"""QR codes of addresses: as a picture for a sheet, and as lines for a page. The one module that uses segno."""

import re
from io import BytesIO
from typing import NamedTuple

from generator.system.on_demand import load

QUIET = 4
"""Light modules around a code, which scanners need."""

_MASK = 2
"""Any of the eight masks can be read; to find the best takes five times as long, which counts on a thousand pages."""

_DARK = re.compile(b"\x01+")
"""A run of dark modules in a row."""


class CodePicture(NamedTuple):
    """A code as SVG, with its quiet zone, and how many modules it has in a row without it."""

    svg: str
    modules: int


class CodeLines(NamedTuple):
    """A code as the path of an SVG with lines one unit wide; ``size`` is that of the picture, quiet zone included."""

    size: int
    path: str


def code_picture(text: str) -> CodePicture:
    """The code of ``text`` for print."""
    code = load("segno").make(text, error="m", micro=False)
    picture = BytesIO()
    code.save(picture, kind="svg", border=QUIET, dark="#000", light="#fff", omitsize=True, xmldecl=False, nl=False)
    return CodePicture(picture.getvalue().decode(), code.symbol_size(border=0)[0])


def code_lines(text: str) -> CodeLines:
    """The code of ``text``: each row of dark modules is a line."""
    matrix = load("segno").make(text, error="m", micro=False, mask=_MASK, boost_error=False).matrix
    runs = ((run, y) for y, row in enumerate(matrix, QUIET) for run in _DARK.finditer(bytes(row)))
    path = "".join(f"M{run.start() + QUIET} {y}.5h{run.end() - run.start()}" for run, y in runs)
    return CodeLines(len(matrix) + 2 * QUIET, path)


def code_png(text: str) -> bytes:
    """The code of ``text`` as a picture of its own, large enough to be recognised on a telephone."""
    picture = BytesIO()
    load("segno").make(text, error="m", micro=False, mask=_MASK).save(picture, kind="png", scale=10, border=QUIET)
    return picture.getvalue()
