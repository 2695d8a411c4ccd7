"""Says why a sheet could not be set: which characters the typeface lacks, and in which words they stand."""

import re
from collections.abc import Sequence

from generator.posters.fonts import FURTHER_SIGNS
from generator.posters.sheet import PosterError
from generator.texts.posters import FAILURES

_MISSING = re.compile(r'(?:the text|codepoint) `"(.+?)"`')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_TOO_TALL = "taller than the sheet"
"""What templates say of a cell that no sheet of this paper can hold."""
_TOO_LONG = re.compile(r"panicked with: too long: (.+)")
"""What a template says of words that a sign cannot bear (``too-long`` in sign.typ)."""
_TOO_WIDE = "wider than the sheet"
"""What they say of a table whose columns do not stand side by side."""
_AROUND = 12


class DoesNotFit(PosterError):
    """A sheet that says more than its paper holds; ``words`` are those too long for it, "" where that is not known."""

    def __init__(self, message: str, words: str = "") -> None:
        super().__init__(message)
        self.words = words


def complaint(title: str, hall: str, texts: Sequence[str], error: Exception) -> PosterError:
    """What staff are told of a failed run of Typst; ``texts`` are all that the sheet says, ``hall`` its name.

    Missing characters are named with their code points, and with the first words that have one of them.
    """
    report = str(getattr(error, "diagnostic", None) or error)
    if _TOO_TALL in report:
        return DoesNotFit(FAILURES["too_tall"].format(title=title))
    if long := _TOO_LONG.search(report):
        return DoesNotFit(FAILURES["too_long"].format(title=title, words=_cut(long[1])), long[1])
    if _TOO_WIDE in report:
        return DoesNotFit(FAILURES["too_wide"].format(title=title))
    found = [_ESCAPED.sub(lambda code: chr(int(code[1], 16)), text) for text in _MISSING.findall(report)]
    if not found:
        return PosterError(FAILURES["broken"].format(title=title, report=report.strip()))
    characters = dict.fromkeys(character for text in found for character in text)
    named = "、".join(f"“{character}”（U+{ord(character):04X}）" for character in characters)
    if all(character in hall for character in characters):
        return PosterError(FAILURES["characters_of_hall"].format(characters=named))
    where = FAILURES["in_words"].format(words=_words(texts, characters))
    message = "characters_of_script" if all(map(FURTHER_SIGNS.match, characters)) else "characters"
    return PosterError(FAILURES[message].format(title=title, characters=named, where=where))


def _words(texts: Sequence[str], characters: dict[str, None]) -> str:
    """The first text with one of ``characters``, cut where it is long."""
    for text in texts:
        if places := [text.index(character) for character in characters if character in text]:
            start, end = max(0, min(places) - _AROUND), min(places) + 2 * _AROUND
            return ("…" if start else "") + text[start:end].replace("\n", " ") + ("…" if end < len(text) else "")
    return texts[0] if texts else ""


def _cut(words: str) -> str:
    """The first words of a long text."""
    return words if len(words) <= 2 * _AROUND else words[: 2 * _AROUND] + "…"
