"""What a column of an export of the official rating system (好差评) holds, by its heading.

Columns about people and columns of comments are known, so that they can be left out by name. Rates are left out, too:
with the total beside them they would tell what is hidden.
"""

import re
from collections.abc import Sequence
from typing import Literal

from generator.model.rating import GRADES
from generator.model.small_numbers import small_number
from generator.register.columns import plain

RatingColumn = Literal["window", "count", "grade", "day", "month", "total", "people", "comment", "left"]

_SUFFIX = re.compile("(?:评价)?(?:总?数量?|件数?|次数?|个数?|票数?|人数)$")
_WINDOWS = re.compile("(?:办理|服务|受理|所属)?(?:窗口|部门|单位|科室|机构)(?:名称)?")
_TOTALS = re.compile("(?:办件)?(?:评价)?(?:总数|总量|合计|总计|数|量|总数量|数量|件数|次数)")
_GRADE = re.compile("满意度|评价(?:等级|结果|级别|档次|星级|情况)?|满意程度|星级")
_DAY = re.compile("(?:评价|评分|提交)?(?:时间|日期)")
_MONTH = re.compile("(?:统计|评价|数据|所属)?(?:月份|年月|月度|期间|周期)|统计(?:时间|日期)")
_RATE = re.compile("[%％]|率|占比|比例|百分比")
_SUB = re.compile("数量?|件数|个数|次数|人数|占比|比例|百分比|比率")
_OTHER_GRADE = re.compile("一般|比?较满意|比?较不满意|较?差|很差")
"""Grades that are not among the five; nobody can say here which of them is meant."""
_PEOPLE = re.compile(
    "人员|姓名|工号|员工|经办|受理人|办理人|评价人|办事人|申请人|用户|被评|电话|手机|证件|身份证|昵称|座席"
)
_COMMENT = re.compile("内容|意见|建议|留言|详情|评语|备注|说明|原因|理由|标签|诉求|回复|整改")

STARS = {
    "5": "very_satisfied",
    "4": "satisfied",
    "3": "fairly_satisfied",
    "2": "dissatisfied",
    "1": "very_dissatisfied",
}
_GRADES = {name: key for key, name in GRADES.items()} | {"很满意": "very_satisfied", "很不满意": "very_dissatisfied"}


def kind_of(heading: str) -> tuple[RatingColumn, str]:
    """The kind of a column, and the grade that it counts ("" for others)."""
    text = plain(re.sub(r"[（(][^（()）]*[)）]", "", heading))
    if _RATE.search(heading):
        return "left", ""
    if (grade := grade_of(_SUFFIX.sub("", text))) and not re.fullmatch("[0-9]分?", text):
        return "count", grade
    if _PEOPLE.search(text):
        return "people", ""
    if _DAY.fullmatch(text):
        return "day", ""
    if _MONTH.fullmatch(text):
        return "month", ""
    if _TOTALS.fullmatch(text):
        return "total", ""
    if _GRADE.fullmatch(text):
        return "grade", ""
    if _WINDOWS.fullmatch(text):
        return "window", ""
    return ("comment" if _COMMENT.search(text) else "left"), ""


def grade_of(words: str) -> str | None:
    """The grade that a cell names: in words, or by stars from 5 to 1."""
    text = plain(words)
    if stars := re.fullmatch("([1-5一二三四五])(?:星级?|分|颗星)?", text):
        return STARS[str(small_number(stars[1]))]
    return _GRADES.get(text)


def is_other_grade(heading: str) -> bool:
    """Whether a column counts a grade that is not one of the five."""
    return not _RATE.search(heading) and bool(_OTHER_GRADE.fullmatch(_SUFFIX.sub("", plain(heading))))


def below(upper: Sequence[str], lower: Sequence[str]) -> list[str] | None:
    """The headings of two rows put together, where the ``lower`` one says what is counted below each grade."""
    own = [text for n, text in enumerate(lower) if text and text != (upper[n] if n < len(upper) else "")]
    if not own or not all(_SUB.fullmatch(plain(text)) for text in own):
        return None
    headings, above = list[str](), ""
    for n in range(max(len(upper), len(lower))):
        head, sub = (upper[n] if n < len(upper) else ""), (lower[n] if n < len(lower) else "")
        above = head or (above if sub else "")
        headings.append(above if sub in ("", above) else above + sub)
    return headings
