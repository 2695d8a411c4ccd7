"""What stands around the articles of a regulation: title, 文号, 题注, 引言, 落款, 附件, and the days told in them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise, takewhile

from generator.facts.articles import number_in
from generator.intake.lines import Line
from generator.intake.marks import mark_of

_KINDS = (
    "制度|制|办法|条例|规定|细则|守则|规则|规范|章程|公约|须知|承诺|承诺书|法|准则|方案|预案|流程|指南|职责|纪律|要求|措施|"
    "标准|程序|意见"
)
_TITLE = re.compile(
    rf"《?[^。；，：:;,、]{{1,60}}(?:{_KINDS})(?:[（(][^（）()]{{1,12}}[)）])*》?(?:[0-9]{{4}}年?(?:版|修订))?"
)
_LONGEST_TITLE = 60
_BOOK = re.compile("^《([^《》]+)》$")
_NAMED = re.compile(r"[^\W\d_]")
_END = re.compile("[。；;，,：:、！？]$")
_NUMBER = re.compile(r"[^\s。，；：]{0,20}[〔\[［（(【][12][0-9]{3}[〕\]］）)】]\s*第?\s*[0-9]{1,5}\s*号")
_ENACTED = re.compile("通过|公布|发布|印发|施行|实施|修订|修正|修改|批准|审议|制定|令第")
_OFFICE = re.compile(
    r"[^。，；：\s]{2,40}(?:人民政府|政府|办公室|办事处|委员会|居委会|村委会|党委|支部|局|厅|部|院|署|中心|大厅|站|协会|公司|"
    "学校|医院)"
)
_YEAR = "(?:[12][0-9]{3}|[一二][一二三四五六七八九〇零○]{3})"
_MONTH_OR_DAY = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_DAY = rf"{_YEAR}\s*年\s*{_MONTH_OR_DAY}\s*月\s*{_MONTH_OR_DAY}\s*日"
_DATED = re.compile(_DAY)
_ONLY_DAY = re.compile(rf"[（(]?\s*{_DAY}\s*[)）]?")
_EFFECTIVE = re.compile(rf"自\s*({_DAY})\s*起(?:正式)?(?:施行|执行|实施|生效)")
_AT_ONCE = re.compile("自(?:公布|发布|印发)之日起(?:正式)?(?:施行|执行|实施|生效)")
_PUBLISHED = re.compile(rf"({_DAY})[^，。；]{{0,60}}?(?:公布|发布|印发)")
_ADOPTED = re.compile(rf"({_DAY})[^，。；]{{0,60}}?(?:通过|批准|公布|发布|印发)")
_ANNEX = re.compile(r"附\s*(?:件|录|表|[：:])\s*(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})?\s*(?:[：:.、]\s*.*|\s.*)?")
ANNEXED = re.compile(r"^附\s*(?:件|录)?\s*[0-9一二三四五六七八九十]{0,3}\s*[：:]\s*")
"""What stands before the title of a rule that is attached to a decision."""
_DIGITS = dict(zip("〇零○一二三四五六七八九", "000123456789", strict=True))


@dataclass
class Around:
    """The lines of one regulation by what they are.

    ``taken`` are lines that became a field which is not printed with the text (文号, 制定单位).
    """

    title: str
    title_lines: list[Line] = field(default_factory=list)
    headnote: list[Line] = field(default_factory=list)
    body: list[Line] = field(default_factory=list)
    signature: list[Line] = field(default_factory=list)
    annexes: list[list[Line]] = field(default_factory=list)
    taken: list[Line] = field(default_factory=list)
    document_number: str | None = None
    issuer: str | None = None
    adopted: date | None = None
    effective: date | None = None


def is_title(text: str) -> bool:
    """Whether a line can be the title of a regulation: short, without a number or a sign at its end, 某某制度."""
    return bool(_TITLE.fullmatch(text)) and len(text) <= _LONGEST_TITLE and mark_of(text) is None


def tells_history(text: str) -> bool:
    """Whether brackets tell on which day a rule was adopted or amended."""
    return bool(_DATED.search(text)) and bool(_ENACTED.search(text))


def around(lines: Sequence[Line], name: str) -> Around:
    """Sort the lines of one regulation; ``name`` is its title where the lines have none."""
    lead = list(takewhile(lambda line: mark_of(line.text) is None, lines))
    start = _title_place(lead)
    found = Around(name)
    if start is not None:
        found.title, found.title_lines = _BOOK.sub(r"\1", lead[start].text), [lead[start]]
    for line in lead[: start or 0]:
        _before_title(line, found)
    rest = list(lines[0 if start is None else start + 1 :])
    rest = _headed(rest, found)
    rest = _annexed(rest, found)
    found.body = _signed(rest, found)
    _dates(found)
    return found


def _title_place(lead: Sequence[Line]) -> int | None:
    """Which of the lines before the first number is the title."""
    for number, line in enumerate(lead):
        if line.heading == 1 or is_title(line.text):
            return number
    if lead and len(lead[0].text) <= _LONGEST_TITLE and _NAMED.search(lead[0].text) and not _END.search(lead[0].text):
        return 0
    return None


def _before_title(line: Line, found: Around) -> None:
    if _NUMBER.fullmatch(line.text) and not found.document_number:
        found.document_number = re.sub(r"\s", "", line.text)
        found.taken.append(line)
    elif _OFFICE.fullmatch(line.text) and not found.issuer:
        found.issuer = line.text
        found.taken.append(line)
    else:
        found.headnote.append(line)


def _headed(lines: list[Line], found: Around) -> list[Line]:
    """Take 题注 and 文号, which stand right below the title; returns the other lines."""
    for number, line in enumerate(lines):
        text = line.text
        bracketed = text[0] in "（(" and text[-1] in ")）" and mark_of(text) is None
        if _NUMBER.fullmatch(text.strip("（）()")) and not found.document_number:
            found.document_number = re.sub(r"\s", "", text.strip("（）()"))
            found.taken.append(line.saying(text))
        elif mark_of(text) is None and (
            (bracketed and (_DATED.search(text) or _ENACTED.search(text)))
            or (_DATED.match(text) and (_ENACTED.search(text) or _ONLY_DAY.fullmatch(text)) and not text.endswith("。"))
        ):
            found.headnote.append(line)
        else:
            return lines[number:]
    return []


def _annexed(lines: list[Line], found: Around) -> list[Line]:
    """Take the annexes: 附件 and what follows, up to the next one. A mere list of them belongs to the text."""
    first = next((number for number, line in enumerate(lines) if mark_of(line.text)), len(lines))
    starts = [number for number, line in enumerate(lines) if number > first and _ANNEX.fullmatch(line.text)]
    named = set(starts)
    starts = [number for number in starts if number + 1 < len(lines) and number + 1 not in named]
    while starts and not _signed(lines[starts[0] + 1 :], Around("")):
        starts.pop(0)
    found.annexes = [lines[start:end] for start, end in pairwise([*starts, len(lines)])]
    return lines[: starts[0]] if starts else lines


def _signed(lines: list[Line], found: Around) -> list[Line]:
    """Take 落款, the offices and the day at the very end; returns the other lines."""
    end = len(lines)
    while end and (_ONLY_DAY.fullmatch(lines[end - 1].text) or _OFFICE.fullmatch(lines[end - 1].text)):
        end -= 1
    signature = lines[end:]
    if not any(_ONLY_DAY.fullmatch(line.text) for line in signature) and len(signature) != 1:
        return lines
    found.signature = signature
    return lines[:end]


def _dates(found: Around) -> None:
    text = "\n".join(line.text for line in found.body)
    head = "\n".join(line.text for line in found.headnote)
    enacted = [day for match in _ADOPTED.finditer(head) if (day := day_in(match[1]))]
    in_force = [day for match in _EFFECTIVE.finditer(f"{head}\n{text}") if (day := day_in(match[1]))]
    signed = [day for line in found.signature if (day := day_in(line.text))]
    found.adopted = enacted[0] if enacted else signed[0] if signed else None
    found.effective = in_force[-1] if in_force else None
    if not in_force and _AT_ONCE.search(text) and (published := _PUBLISHED.search(head)):
        found.effective = day_in(published[1])
    offices = [line.text for line in found.signature if not _ONLY_DAY.fullmatch(line.text)]
    if offices and not found.issuer:
        found.issuer = "、".join(offices)


def day_in(text: str) -> date | None:
    """The day in 2026年4月1日 or 二〇二六年四月一日; None where there is none."""
    match = _DATED.search(text)
    if match is None:
        return None
    numbers = list(_numbers(re.split("[年月日]", re.sub(r"\s", "", match[0]))[:3]))
    try:
        return date(*numbers)
    except (TypeError, ValueError):
        return None


def _numbers(parts: Sequence[str]) -> Iterator[int]:
    for part in parts:
        digits = "".join(_DIGITS.get(sign, sign) for sign in part) if len(part) == 4 else part
        yield int(digits) if digits.isdigit() else (number_in(digits) or (0, 0))[0]
