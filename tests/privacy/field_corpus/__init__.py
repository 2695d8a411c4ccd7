r"""Lines as clerks, typists, scanners and spreadsheets write them, in the medium in which they are published.

Written by somebody who had seen neither the gate nor the other corpus, so that both do not share what they forgot. The
data are plain: a table for each family (``mobiles.tsv`` ...), a line for each case, with four columns:

    class   what the line stands for, such as "OCR: O for zero"
    medium  html (the body of a page), md, yaml, csv or json: all else is a whole file
    find    the kind of private value that the line holds, just one; "-" if there is nothing to be found
    text    what is published; \n \r \t \\ and \uXXXX stand for signs that a table cannot hold or nobody could see

All people and places are invented. Numbers have right check digits, so that only a real search can find them, but belong
to nobody: identity numbers name a prefecture that their province does not have (95 to 99), mobiles have 000 behind their
first three digits, cards an issuer that does not exist, landlines an area that does not exist. A new line may be added
by hand.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

FOLDER = Path(__file__).parent
HEAD = "class\tmedium\tfind\ttext"
NOTHING = "-"
PAGE = '<!doctype html>\n<html lang="zh-CN">\n<body>\n{}\n</body>\n</html>\n'
ENDINGS = {"html": ".html", "md": ".md", "yaml": ".yml", "csv": ".csv", "json": ".json"}
_ESCAPE = re.compile(r"\\(?:u([0-9a-f]{4})|U([0-9a-f]{8})|([nrt\\]))")
_SIGNS = {"n": "\n", "r": "\r", "t": "\t", "\\": "\\"}


class Line(NamedTuple):
    """One case; ``family`` is the name of its table, ``number`` its line there, ``find`` what it holds."""

    family: str
    number: int
    kind: str
    medium: str
    find: str
    text: str

    def __str__(self) -> str:
        return f"{self.family}.tsv:{self.number} [{self.kind}] {self.medium} {self.text!r}"

    def published(self) -> tuple[str, bytes]:
        """Name and bytes of the file in which the case is published."""
        text = PAGE.format(self.text) if self.medium == "html" else self.text
        return f"{self.family}-{self.number}{ENDINGS[self.medium]}", text.encode()


def families() -> list[str]:
    """The names of the tables, in order."""
    return sorted(path.stem for path in FOLDER.glob("*.tsv"))


def lines(family: str) -> Iterator[Line]:
    """All cases of a table."""
    head, *rows = (FOLDER / f"{family}.tsv").read_text("utf-8").rstrip("\n").split("\n")
    assert head == HEAD, f"{family}.tsv has another head"
    for number, row in enumerate(rows, 2):
        kind, medium, find, text = row.split("\t")
        yield Line(family, number, kind, medium, find, _ESCAPE.sub(_unescaped, text))


def _unescaped(match: re.Match[str]) -> str:
    short, long, letter = match.groups()
    return _SIGNS[letter] if letter else chr(int(short or long, 16))
