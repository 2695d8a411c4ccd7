"""Nothing of a source is lost: each of its characters is printed with a record, stands in a field, or was removed."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from generator.documents.regulation import as_plain_text, regulation_text
from generator.intake.lines import Line
from generator.model import Regulation

_BLANKS = re.compile(r"\s")
_SAME = str.maketrans("．()０１２３４５６７８９", ".（）0123456789", "《》")


class CharactersLost(Exception):
    """A record does not say what its source says; ``place`` is the line of the source, ``text`` what stands there."""

    def __init__(self, place: int, text: str) -> None:
        super().__init__(place)
        self.place, self.text = place, text


def plain(texts: Iterable[str]) -> str:
    """The characters of texts without blanks and marks of titles, and with one kind of brackets, points and digits."""
    return _BLANKS.sub("", "".join(texts)).translate(_SAME)


def check_printed(regulation: Regulation, lines: Sequence[Line], with_title: bool) -> None:
    """Raise CharactersLost unless ``regulation`` prints ``lines``, every character in its order.

    ``with_title``: the title stands among the lines; else it was given by the name of the file.
    """
    printed = plain(as_plain_text(regulation_text(regulation))[0 if with_title else 1 :])
    wanted = plain(line.text for line in lines)
    if printed == wanted:
        return
    place = next(
        (number for number, (one, other) in enumerate(zip(printed, wanted, strict=False)) if one != other),
        min(len(printed), len(wanted)),
    )
    for line in lines:
        length = len(plain([line.text]))
        if place < length:
            raise CharactersLost(line.place, line.text)
        place -= length
    raise CharactersLost(lines[-1].place if lines else 0, "")


def check_sorted(lines: Iterable[Line], parts: Iterable[Iterable[Line]]) -> None:
    """Raise CharactersLost unless every one of ``lines`` is in exactly one of ``parts``."""
    left = Counter((line.place, plain([line.text])) for part in parts for line in part)
    for line in lines:
        key = (line.place, plain([line.text]))
        left[key] -= 1
        if left[key] < 0:
            raise CharactersLost(line.place, line.text)
