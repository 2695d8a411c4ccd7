"""What a row of a table of services is: a service, the title of a group of them, or a note that is none."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.catalogue.headings import NAME_KINDS, UNUSED, Heading
from generator.catalogue.sheet_cells import text_of
from generator.register.table import CellValue, SheetRow
from generator.texts.columns import TOTALS
from generator.texts.service_words import BODY_ENDINGS, NOTE_BEGINNINGS, WINDOW_ENDINGS

RowKind = Literal["service", "group", "note"]

_LISTS = ("materials.", "conditions", "exclusions", "steps", "legal_basis", "situations", "faq", "time_limits.special")
"""Beginnings of the kinds that a row without a name may add to the service above it even if nothing else is in it."""

_GROUP_NUMBER = re.compile(r"^\s*[（(]?[一二三四五六七八九十0-9]{1,3}[)）]?[、.．\s]\s*")
_GROUP_COUNT = re.compile(r"\s*[（(][^（）()]*[0-9一二三四五六七八九十]+\s*[项个件][^（）()]*[)）]\s*$")
_TOTAL = re.compile(rf"(?:{'|'.join(TOTALS)})[\W\d]*[项个件]?")
_SIGNED = re.compile(
    "^(?:(?:主要|分管|单位|部门)?(?:填表|制表|填报|审核|审批|复核|联系|负责|报送|统计|经办)|分管领导|主要领导)"
    "[人员单位日期时间电话（）盖章签字名]{0,8}[：:]"
)
_EXAMPLE = re.compile(r"^[（(【]?(?:例|示例|样例|填写示例|举例)[)）】：:]")
_LONGEST_GROUP = 24


@dataclass(frozen=True, slots=True)
class TextRow:
    """A row with the text of each cell; ``cells`` are as stored."""

    number: int
    cells: tuple[CellValue, ...]
    texts: tuple[str, ...]

    @property
    def filled(self) -> list[tuple[int, str]]:
        """The columns that have a text, and the texts."""
        return [(index, text) for index, text in enumerate(self.texts) if text]


def text_row(row: SheetRow) -> TextRow:
    """``row`` with its texts."""
    return TextRow(row.number, row.cells, tuple(map(text_of, row.cells)))


def has_name(row: TextRow, headings: Mapping[int, Heading]) -> bool:
    """Whether a row names a service and says something else, too."""
    return len(row.filled) > 1 and _names_a_service(row, headings)


def kind_of(row: TextRow, headings: Mapping[int, Heading], is_wide: bool, is_behind: bool) -> RowKind:
    """What ``row`` is; ``is_wide``: its first cell reaches over others; ``is_behind``: no row with a name follows."""
    filled = row.filled
    if not filled or _is_note(row, headings):
        return "note"
    if len(filled) > 1:
        return "service"
    index, text = filled[0]
    kind = headings[index].kind if index in headings else None
    if not is_wide and kind and kind.startswith(_LISTS):
        return "service"
    if not is_behind and _is_title(text, is_wide or kind not in NAME_KINDS):
        return "group"
    if is_wide or text.startswith(NOTE_BEGINNINGS):
        return "note"
    return "service" if kind in NAME_KINDS or (kind not in (None, UNUSED) and not is_behind) else "note"


def group_of(row: TextRow) -> str:
    """The title that the only cell of ``row`` is, without its number and how many services follow."""
    return _GROUP_COUNT.sub("", _GROUP_NUMBER.sub("", row.filled[0][1])).strip()


def _names_a_service(row: TextRow, headings: Mapping[int, Heading]) -> bool:
    return any(headings[index].kind in NAME_KINDS for index, _ in row.filled if index in headings)


def _is_note(row: TextRow, headings: Mapping[int, Heading]) -> bool:
    """Whether a row holds sums, signatures, an example, or the numbers of the columns."""
    texts = [text for _, text in row.filled]
    numbers = [str(number) for number in range(int(texts[0] == "1"), len(texts) + 1)]
    if _TOTAL.fullmatch(re.sub(r"\s", "", texts[0])) or any(map(_EXAMPLE.match, texts[:2])):
        return True
    if len(texts) > 2 and texts == numbers[: len(texts)]:
        return True
    signed = texts[:1] if _names_a_service(row, headings) else texts
    return any(map(_SIGNED.match, signed))


def _is_title(text: str, may_be_office: bool) -> bool:
    """Whether a text that stands alone in its row is a window, or an office where that is no service itself."""
    if len(text) > _LONGEST_GROUP or text.startswith(NOTE_BEGINNINGS) or "：" in text:
        return False
    bare = _GROUP_COUNT.sub("", text).strip()
    return bare.endswith(WINDOW_ENDINGS) or (may_be_office and bare.endswith(BODY_ENDINGS))
