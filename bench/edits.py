"""Edits that a clerk makes. Each is a new text, so that no cache of an earlier round has the answer."""

import re
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

_SIGNS = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳"
_numbers = count(time.time_ns() // 1_000_000)


def new_words() -> str:
    """Words that were never written before, without a digit that could be taken for something private."""
    number, words = next(_numbers), ""
    while number:
        number, rest = divmod(number, len(_SIGNS))
        words = _SIGNS[rest] + words
    return f"改字{words}"


def new_summary(guide: Path) -> str:
    """Give a guide another summary, which its page and its poster show; return what is new in it."""
    words = new_words()
    _replace(guide, r"(?m)^summary: .*$", f"summary: 要办的人先看这里，{words}。")
    return words


def new_phone(windows: Path) -> str:
    """Give the first window that has a phone another number; return it."""
    phone = f"0301-0{next(_numbers) % 1_000_000:06}"
    _replace(windows, r"(?m)^    phone: .*$", f"    phone: {phone}")
    return phone


def mistake(guide: Path) -> tuple[str, Callable[[], object]]:
    """Give a guide a state that does not exist; return what is wrong with it, and how to take it back."""
    before, words = guide.read_text("utf-8"), new_words()
    _replace(guide, r"(?m)^  state: .*$", f"  state: {words}")
    return words, lambda: guide.write_text(before, "utf-8")


def _replace(path: Path, pattern: str, text: str) -> None:
    before = path.read_text("utf-8")
    after, found = re.subn(pattern, text, before, count=1)
    if not found:
        raise SystemExit(f"{path}: nothing to edit")
    path.write_text(after, "utf-8")
