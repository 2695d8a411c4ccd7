"""Masks names (脱敏), so that of a person's name only what may be public can be read.

Of a name at most the family name stays and, from three characters on, the last one; at least one character is hidden.
A mask that shows more is masked again, and one that shows no more stays as it is, so masking twice changes nothing. The
same person masks alike in whatever code points the name arrives. The number of stars does not tell how long a foreign
name is. The import, the checks and the pages all ask ``mask_name`` or ``may_be_shown``, and nothing else.
"""

import re

from generator.privacy.applicants import kind_of_name, normal, organisation_name
from generator.privacy.family_names import COMPOUND_SURNAMES

_HIDDEN = "*"
"""What is shown where nothing may be: of a cell that joins a person and a body, and of no name at all."""

_MIDDLE_DOTS = re.compile(
    r"\s*[·•・‧･∙⋅ㆍ᛫⸱.．。｡●\u0387\u2024\u2022\u2219\u22c5\uff65\u30fb][·•・‧･∙⋅ㆍ᛫⸱.．。｡●\u0387\u2024\u2022\u2219\u22c5\uff65\u30fb\s]*"
)
_NOTE = re.compile(r"\s*[(（\[【〔].*?(?:[)）\]】〕]|$)")
_CATEGORY = re.compile("^(?:个体工商户|个体户?|养殖户|种植户|农户|户主|村民|居民)[:]?(?=.{2})")
"""What somebody is, in front of the name."""
_HAN = re.compile("[㐀-鿿]")
_OTHER_STARS = re.compile("[○◯□■△▲☆★×✕✖╳∗_xX]")
"""What else clerks write for a hidden Chinese character: 张××."""
_NOT_HAN = re.compile(r"[^㐀-鿿·]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LATIN_MASK = re.compile(r"[A-ZÀ-ɏ]?\*+(?: \*+)*(?: [A-ZÀ-ɏ]?\*+)?")
_MASK_IN_PARTS = re.compile(r"[^*·]?\*+(?:·\*+)*·\*+[^*·]?")


def may_be_shown(name: str) -> bool:
    """Whether ``name`` may be published as it stands: the name of a body, or of a person with enough of it hidden."""
    kind = kind_of_name(name)
    if kind == "organisation":
        return mask_name(name) == name.strip()
    return kind == "person" and mask_name(name) == _plain(name)


def mask_name(name: str) -> str:
    """The name with enough of it hidden; notes in brackets go, and a body's name stays."""
    kind = kind_of_name(name)
    if kind == "organisation":
        return organisation_name(name)
    return _HIDDEN if kind == "joined" else _mask_person(_plain(_NOTE.sub("", normal(name))))


def is_weak_mask(name: str) -> bool:
    """Whether somebody hid a part of a person's name, but not enough of it."""
    plain = _plain(_NOTE.sub("", normal(name)))
    return _HIDDEN in plain and kind_of_name(name) == "person" and mask_name(name) != plain


def _plain(name: str) -> str:
    """One spelling of a name: normal width, one middle dot, one kind of star, no spaces between Chinese characters."""
    text = _MIDDLE_DOTS.sub("·", normal(name)).strip("· \t\r\n")
    text = _OTHER_STARS.sub(_HIDDEN, text) if _HAN.search(text) else text
    text = text.replace("某", _HIDDEN) if re.search(r".某|某.", text) else text
    return " ".join(text.split()) if _LATIN.search(text) else "".join(text.split())


def _mask_person(plain: str) -> str:
    plain = _CATEGORY.sub("", plain)
    if _LATIN.search(plain):
        if _HAN.search(plain):
            return _mask_person(_NOT_HAN.sub(_HIDDEN, "".join(plain.split())))
        return plain if _LATIN_MASK.fullmatch(plain) else _mask_latin(plain)
    if "·" in plain:
        return plain if _MASK_IN_PARTS.fullmatch(plain) else _mask_parts(plain.split("·"))
    return _mask_han("".join(plain.split()))


def _mask_latin(plain: str) -> str:
    """The initial of the first and of the last part, each with three stars; three stars where both are hidden."""
    words = [word for word in re.split(r"[^A-Za-zÀ-ɏ*]+", plain) if word]
    shown = [words[0], words[-1]] if len(words) > 1 else words
    initials = [word[0].upper()[0].strip(_HIDDEN) for word in shown]
    return " ".join(f"{initial}***" for initial in initials) if any(initials) else "***"


def _mask_parts(parts: list[str]) -> str:
    """First and last character of a name with middle dots; of two parts of one character the first only."""
    first, last = parts[0], parts[-1]
    shown = last[-1] if len(last) > 1 and len(first) > 1 else ""
    return f"{first[:1].strip(_HIDDEN)}*·*{shown.strip(_HIDDEN)}"


def _mask_han(plain: str) -> str:
    """Family name and last character of three or more, the family name of two, a star for each hidden one."""
    family = _family(plain)
    given = plain[len(family) :]
    if len(plain) < 2 or not given:
        return _HIDDEN
    hidden, last = given[:-1], given[-1]
    if set(hidden) <= {_HIDDEN} and (last == _HIDDEN or (hidden and len(plain) > 2)):
        return plain
    if not family:
        return _HIDDEN * min(len(given), 3)
    if len(family) > 1 or not hidden:
        return family + _HIDDEN * min(len(given), 2)
    return family + _HIDDEN * min(len(hidden), 2) + last


def _family(plain: str) -> str:
    """The family name of ``plain``; its first character where none is known, and nothing where that is hidden."""
    size = next((size for size in (5, 4, 3, 2) if plain[:size] in COMPOUND_SURNAMES and len(plain) > size), 1)
    return plain[:size].strip(_HIDDEN)
