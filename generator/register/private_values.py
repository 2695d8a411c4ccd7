"""Collect the private values of a register, and find them in texts that are to be published.

They are held in memory for one import. They are collected from cells as stored, and found however they are written.
Searching a text takes time linear in its length, however many values there are.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from generator.privacy import canonical, find
from generator.privacy.applicants import is_organisation
from generator.register.columns import ColumnKind, Table
from generator.register.shapes import looks_like
from generator.register.table import CellValue
from generator.register.values import UnreadableCell, as_text, is_ditto

_NAMES: frozenset[ColumnKind] = frozenset({"applicant", "officer"})
_WORDS: frozenset[ColumnKind] = frozenset({"address", "private"})
_NUMBERS: frozenset[ColumnKind] = frozenset({"id_number", "phone", "address", "private"})
_TEXTS: frozenset[ColumnKind] = frozenset({"note", "ignored"})
_FEWEST_DIGITS = 7
"""Shorter numbers are days, counts and house numbers, which stand in many harmless texts."""
_LENGTH_OF_A_DAY = len("20260701")
_SHARED_DIGITS = 8
_REGION, _IDENTITY_LENGTHS = 6, (15, 18)
_ENDING = 6
_SERIAL = re.compile(r"(?<![0-9])(?:20[0-9]{2}(?:0[1-9]|1[0-2])?(?:[0-3][0-9])?)?([0-9]{5}[0-9X])(?![0-9X])")
"""Six digits that stand alone or behind a year, month or day. Within longer numbers they are there by chance, too."""
_PREFIX = 6
_NUMERALS = re.compile("(?:[〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖\u2460-\u249b\u2776-\u2793][^0-9]?){7}")
_BETWEEN = re.compile(r"[、，,；;／/\s和及与]+")
_SIMPLE = re.compile(r"[0-9\u4e00-\u4e0d\u4e0f-\u53c9\u53cb-\u548b\u548d-\u9fff]{2,}")
"""One name or word in plain characters; 和, 及 and 与 are left out because they may stand between two names."""
_KIN = "父亲|母亲|妻子|丈夫|儿子|女儿|孙子|孙女|儿媳"
_BEFORE_NAME = f"(?:姓名|户主|代办人?|代理人?|监护人?|经办人|联系人|申请人|委托人?|配偶|{_KIN}|代|由):?"
_BEHIND_NAME = (
    f"(?:等[0-9一二三四五六七八九十两几多]*[人户名]?|先生|女士|同志|老人|代办?|代领|之?(?:{_KIN})|之[父母妻夫子女孙])"
)
_NAME = "([\u4e00-\u9fff]{2,4})"
_IN_ROLE = re.compile(f"{_BEFORE_NAME}{_NAME}(?:{_BEHIND_NAME})?|{_NAME}{_BEHIND_NAME}")
"""A name with what somebody is to the case: 户主张三, 张三等5人, 李四代办."""
_MANY_DIGITS = re.compile(r"(?:\d[^\d]{0,3}){7}")
_BRACKETS = re.compile(r"[(（\[【].*?[)）\]】]")
_LONG_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z -]{5,}[0-9A-Za-z]")
_INVISIBLE = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff·•・‧･∙⋅.*_-]+"
)


def texts_naming_people(texts: Iterable[str], tables: Iterable[Table]) -> frozenset[str]:
    """Those of ``texts`` (sheet names, headings) with the name of an applicant or officer, or with a private number."""
    names: set[str] = set()
    for table in tables:
        for column in table.columns:
            if column.kind in _NAMES:
                cells = (row.cells[column.index] for row in table.rows if column.index < len(row.cells))
                names.update(_words(cells))
    phrases = _Phrases(names)
    return frozenset(text for text in texts if phrases.found_in(_folded(text)) or find(text))


def holds_part_of(receipt: str, numbers: Iterable[CellValue], days: Iterable[CellValue]) -> bool:
    """Whether ``receipt`` holds eight digits in a row of one of ``numbers``, the ID and telephone number of its case.

    The last six of the ID are enough where they are the serial number, because people are known by them. The
    first six digits of an ID do not count, because they are the region, which begins receipt numbers too; nor do digits
    that are one of ``days``, the days of the case.
    """
    known = [canonical(text).upper() for cell in numbers if isinstance(text := as_text(cell), str)]
    endings = {number[-_ENDING:] for number in known if len(number) in _IDENTITY_LENGTHS}
    if endings and not endings.isdisjoint(_SERIAL.findall(receipt.upper())):
        return True
    digits = canonical(receipt)
    if sum(map(str.isdigit, digits)) < _SHARED_DIGITS:
        return False
    for day in days:
        digits = digits.replace(str(day).replace("-", "")[:_LENGTH_OF_A_DAY], "|")
    for number in known:
        tail = number[_REGION:] if len(number) in _IDENTITY_LENGTHS else number
        if any(tail[at : at + _SHARED_DIGITS] in digits for at in range(len(tail) - _SHARED_DIGITS + 1)):
            return True
    return False


class PrivateValues:
    """The private values of ``tables``, also those of rows and sheets that are hidden or hold no cases."""

    def __init__(self, tables: Iterable[Table]) -> None:
        words: set[str] = set()
        numbers: set[str] = set()
        for table in tables:
            kinds = [(column.index, column.kind or "private") for column in table.columns]
            named = [index for index, kind in kinds if kind in _NAMES]
            wordy = [index for index, kind in kinds if kind in _WORDS]
            numeric = [index for index, kind in kinds if kind in _NUMBERS]
            texts = [index for index, kind in kinds if kind in _TEXTS]
            for row in table.sheet.rows:
                if row.number > table.header:
                    names = (row.cells[index] for index in named if index < len(row.cells))
                    words.update(_words(cell for cell in names if isinstance(cell, str) and not is_organisation(cell)))
                    words.update(_words(row.cells[index] for index in wordy if index < len(row.cells)))
                    numbers.update(_numbers(row.cells[index] for index in numeric if index < len(row.cells)))
                    numbers.update(_numbers_within(row.cells[index] for index in texts if index < len(row.cells)))
        self._words = _Phrases(words)
        self._numbers = _Phrases(numbers)

    def found_in(self, text: str) -> bool:
        """Whether ``text`` contains a private value, however it is written."""
        return self._words.found_in(_folded(text)) or self.number_found_in(text)

    def number_found_in(self, text: str) -> bool:
        """Whether ``text`` contains a private number of the register, or any number with the shape of a private one."""
        return self.register_number_found_in(text) or bool(find(text))

    def register_number_found_in(self, text: str) -> bool:
        """Whether ``text`` contains a private number of the register, from a private column or a remark."""
        return self._numbers.found_in(canonical(text).upper())


class _Phrases:
    """Finds any of a set of phrases in a text: short ones by their length, long ones by their first six characters."""

    def __init__(self, phrases: set[str]) -> None:
        self._all = phrases
        self._short = sorted({len(phrase) for phrase in phrases if len(phrase) < _PREFIX})
        lengths: dict[str, set[int]] = {}
        for phrase in phrases:
            if len(phrase) >= _PREFIX:
                lengths.setdefault(phrase[:_PREFIX], set()).add(len(phrase))
        self._long = {prefix: tuple(sorted(found)) for prefix, found in lengths.items()}

    def found_in(self, text: str) -> bool:
        for start in range(len(text)):
            for length in self._short:
                if text[start : start + length] in self._all and start + length <= len(text):
                    return True
            for length in self._long.get(text[start : start + _PREFIX], ()):
                if text[start : start + length] in self._all:
                    return True
        return False


def _folded(text: str) -> str:
    return _INVISIBLE.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _words(cells: Iterable[CellValue]) -> Iterator[str]:
    """The names and addresses in ``cells``: whole cells, cells without notes in brackets, and each of several names."""
    for cell in cells:
        if not isinstance(cell, str) or is_ditto(cell):
            continue
        if _SIMPLE.fullmatch(cell) and not cell.isdigit():
            yield cell
            yield from _in_role(cell)
            continue
        bare = _BRACKETS.sub("", cell)
        for part in {cell, bare, *_BETWEEN.split(bare)}:
            folded = _folded(part)
            if len(folded) > 1 and not folded.isdigit():
                yield folded
                yield from _in_role(folded)
        for note in _BRACKETS.findall(cell):
            for part in _BETWEEN.split(note[1:-1]):
                yield from _in_role(_folded(part))


def _in_role(text: str) -> Iterator[str]:
    if found := _IN_ROLE.fullmatch(text):
        yield found[1] or found[2]


def _numbers(cells: Iterable[CellValue]) -> Iterator[str]:
    """The numbers in cells of private columns, without days, which stand in many receipt numbers."""
    for cell in cells:
        if isinstance(cell, str) and cell.isascii() and cell.isalnum() and len(cell) > _LENGTH_OF_A_DAY:
            yield cell.upper()
            continue
        if isinstance(cell, str) and not _MANY_DIGITS.search(cell) and not _NUMERALS.search(cell):
            continue
        text = as_text(cell)
        if isinstance(text, UnreadableCell) or text == "" or looks_like("day", cell):
            continue
        for part in _LONG_NUMBER.findall(text) or (text,):
            number = canonical(part).upper()
            if sum(map(str.isdigit, number)) >= _FEWEST_DIGITS:
                yield number


def _numbers_within(cells: Iterable[CellValue]) -> Iterator[str]:
    """The private numbers within ``cells`` of free text."""
    for cell in cells:
        if isinstance(cell, str):
            yield from (canonical(cell[hit.start : hit.end]).upper() for hit in find(cell))
