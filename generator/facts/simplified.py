"""Traditional characters to Simplified, by OpenCC, which knows phrases: 乾隆 stays, 乾燥 becomes 干燥.

The one module that imports opencc, when it is first asked.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from generator.system.on_demand import load

if TYPE_CHECKING:
    from opencc import OpenCC

_SHOWN = 6
_CHARACTERS = range(0x4E00, 0xA000)


@cache
def _converter() -> "OpenCC":
    converter: OpenCC = load("opencc").OpenCC("t2s")
    return converter


def text(traditional: str) -> str:
    """The text in Simplified characters."""
    return str(_converter().convert(traditional))


def traditional_in(content: str) -> str:
    """The first Traditional characters of a text, each once."""
    plain = text(content)
    if len(plain) != len(content):
        return content[:_SHOWN] if plain != content else ""
    found = dict.fromkeys(old for old, new in zip(content, plain, strict=True) if old != new)
    return "".join(list(found)[:_SHOWN])


def traditional_of(characters: Iterable[str]) -> dict[str, str]:
    """Mapping each Traditional character that stands for one of ``characters`` -> that character."""
    wanted = frozenset(characters)
    typed = [chr(code) for code in _CHARACTERS]
    plain = text("\n".join(typed)).split("\n")
    return {old: new for old, new in zip(typed, plain, strict=True) if old != new and new in wanted}
