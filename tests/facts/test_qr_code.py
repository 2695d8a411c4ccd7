"""QR codes of addresses."""

import re

import segno

from generator.facts.qr_code import QUIET, code_lines, code_picture

ADDRESS = "https://xugu.example/services/linshi-jiuzhu/"


def test_lines_are_the_dark_modules() -> None:
    """Drawn one unit wide, the lines fill exactly the dark modules of the code, within a quiet zone."""
    code = code_lines(ADDRESS)
    drawn = {
        (x + at, y)
        for x, y, length in (map(int, run) for run in re.findall(r"M(\d+) (\d+)\.5h(\d+)", code.path))
        for at in range(length)
    }
    matrix = segno.make(ADDRESS, error="m", micro=False, mask=2, boost_error=False).matrix
    expected = {(x + QUIET, y + QUIET) for y, row in enumerate(matrix) for x, dark in enumerate(row) if dark}
    assert drawn == expected
    assert code.size == len(matrix) + 2 * QUIET
    assert re.fullmatch(r"(M\d+ \d+\.5h\d+)+", code.path)


def test_picture_is_that_of_the_library() -> None:
    """The picture for print scales, and says how many modules it has."""
    picture = code_picture(ADDRESS)
    assert picture.svg.startswith("<svg") and "width" not in picture.svg.split(">")[0]
    assert picture.modules == segno.make(ADDRESS, error="m", micro=False).symbol_size(border=0)[0]
