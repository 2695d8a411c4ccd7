"""Reads the lists of a hall that come with its rules: its name, slogans, windows, what they do, what has to hang."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.intake.lines import Line
from generator.intake.marks import mark_of

ListKind = Literal["slogans", "topics", "windows", "functions", ""]

_HALL = re.compile(r"[^。，；：\s]{2,24}(?:服务大厅|服务中心|服务站|服务室|办事大厅)")
_HEADS: tuple[tuple[ListKind, re.Pattern[str]], ...] = (
    ("functions", re.compile("窗口.{0,4}(?:职能|职责|事项)|服务事项")),
    ("windows", re.compile("窗口.{0,4}(?:名称|设置)|(?:设置|开设|设立).{0,6}窗口")),
    ("topics", re.compile("上墙")),
    ("slogans", re.compile("标语|口号")),
)
_OUTDOOR = re.compile("室外|门外|户外")
_LABEL = re.compile(r"([^：:。，；]{1,24})[：:]\s*(.*)", re.S)
_END = "。；;，,、 　"
_BRACKETS = {"（": "）", "(": ")", "《": "》", "“": "”"}
_WHOLE = re.compile("^(?:接待|提供|做好|开展|组织)")
"""What such a clause tells is one thing, whatever it lists."""
_INNER = re.compile("^做好")
"""Duties of the people at the window, and no errand of residents."""
_LEAD = re.compile("^(?:负责|主要|办理)+")
_ETC = re.compile("等(?:相关事宜|相关事项|事项|工作|事宜)?$")
_ACTION = re.compile("(?:办理|受理|申领|换领|补领|变更|注销|登记|补办|换证|年检|年审|初审|复审|审核|审批|签注){1,2}")
"""What is done with the errand named before it, and is no errand by itself."""
_QUOTES = "“”\"'‘’"


@dataclass
class HallLists:
    """What was read. ``functions``: name as the source has it -> errands, and duties that are none.

    ``other`` are lines that nothing was made of.
    """

    hall: str | None = None
    indoor: list[str] = field(default_factory=list)
    outdoor: list[str] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    windows: list[str] = field(default_factory=list)
    functions: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    other: list[Line] = field(default_factory=list)
    used: list[Line] = field(default_factory=list)


def hall_lists(lines: Sequence[Line]) -> HallLists:
    """Read the lines that stand before the rules of a hall."""
    found = HallLists()
    kind: ListKind = ""
    for line in lines:
        new = _head(line.text)
        if new:
            kind = new
            found.used.append(line)
            label = _LABEL.fullmatch(line.text)
            rest = label[2] if label else ""
            if rest:
                _take(kind, line.text if kind == "slogans" else rest, found)
        elif not kind and _HALL.fullmatch(line.text):
            found.hall = line.text
            found.used.append(line)
        elif kind and _take(kind, line.text, found):
            found.used.append(line)
        else:
            found.other.append(line)
    return found


def _head(text: str) -> ListKind:
    mark = mark_of(text)
    bare = (mark.rest if mark else text).partition("：")[0].partition(":")[0]
    if mark and mark.style not in ("一、", "（一）"):
        return ""
    return next((kind for kind, pattern in _HEADS if len(bare) <= 16 and pattern.search(bare)), "")


def _take(kind: ListKind, text: str, found: HallLists) -> bool:
    mark = mark_of(text)
    bare = mark.rest if mark else text
    if kind == "slogans":
        label = _LABEL.fullmatch(bare)
        words = (label[2] if label else bare).strip(_QUOTES + _END)
        (found.outdoor if _OUTDOOR.search(text) else found.indoor).extend([words] if words else [])
    elif kind == "topics":
        found.topics.append(bare.strip(_END))
    elif kind == "windows":
        found.windows += [name for name in _parts(bare) if name]
    elif kind == "functions" and (label := _LABEL.fullmatch(bare)) and label[2]:
        found.functions[label[1]] = _errands(label[2])
    else:
        return False
    return True


def _errands(text: str) -> tuple[list[str], list[str]]:
    """The errands that a text lists, and the duties that are none."""
    errands, duties = list[str](), list[str]()
    for clause in _parts(text, "，,；;。"):
        if _INNER.match(clause):
            duties.append(clause)
            continue
        parts = [clause] if _WHOLE.match(clause) else list(_parts(clause, "、"))
        for part in parts:
            if errands and _ACTION.fullmatch(_ETC.sub("", part)):
                errands[-1] += f"、{_name(part)}"
            else:
                errands += filter(None, map(_name, _joined(part, len(parts))))
    return errands, duties


def _joined(part: str, parts: int) -> Iterator[str]:
    """效能投诉和控告申诉 at the end of a list are two."""
    plain = _ETC.sub("", part)
    pieces = re.split("和|及", plain)
    if parts > 2 and plain != part and len(pieces) == 2 and len(pieces[0]) == len(pieces[1]) == 4:
        yield from pieces
    else:
        yield plain


def _name(text: str) -> str:
    name = _LEAD.sub("", _ETC.sub("", text.strip(_END)))
    book = re.fullmatch("《([^《》]+)》", name)
    return book[1] if book else name


def _parts(text: str, signs: str = "、，,；;。") -> Iterator[str]:
    """The parts of a list, cut at ``signs`` outside brackets and quotation marks."""
    closing, start = list[str](), 0
    for place, sign in enumerate(text):
        if sign in _BRACKETS:
            closing.append(_BRACKETS[sign])
        elif closing and sign == closing[-1]:
            closing.pop()
        elif sign in signs and not closing:
            if part := text[start:place].strip(_END):
                yield part
            start = place + 1
    if part := text[start:].strip(_END):
        yield part


def window_of(function: str, windows: Sequence[str]) -> tuple[str, ...]:
    """The windows that a list of duties may belong to, by words in their names; one where it is certain."""
    words = [re.sub("(?:服务)?(?:事项|职能|窗口)?$", "", part) or part for part in _parts(function)]
    for fits in (_begins_alike, _shares_a_word, _is_short_for):
        found = tuple(name for name in windows if any(fits(word, name) for word in words))
        if found:
            return found
    return ()


def _begins_alike(word: str, name: str) -> bool:
    return word[:2] == name[:2] or word in name or name in word


def _shares_a_word(word: str, name: str) -> bool:
    pairs = {word[place : place + 2] for place in range(len(word) - 1)} - {"服务", "管理"}
    return any(pair in name for pair in pairs)


def _is_short_for(word: str, name: str) -> bool:
    """计生 for 计划生育: the first two characters of the name stand in the word in their order."""
    return name[0] in word and name[1:2] in word[word.index(name[0]) + 1 :]
