"""What a column of an export of the official rating system (好差评) holds, by its heading.

Columns about people and columns of comments are known, so that they can be left out by name. Rates are left out, too:
with the total beside them they would tell what is hidden.
"""

import re
from typing import Literal

from generator.model.rating import GRADES
from generator.register.columns import plain

RatingColumn = Literal["window", "count", "grade", "day", "total", "people", "comment", "left"]

_SUFFIX = re.compile("(?:评价)?(?:总?数量?|件数?|次数?|个数?|票数?|人数)$")
_WINDOWS = re.compile("(?:办理|服务|受理|所属)?(?:窗口|部门|单位|科室|机构)(?:名称)?")
_TOTALS = re.compile("(?:办件)?(?:评价)?(?:总数|总量|合计|总计|数|量|总数量|数量|件数|次数)")
_GRADE = re.compile("满意度|评价(?:等级|结果|级别|档次|星级|情况)?|满意程度|星级")
_DAY = re.compile("评价(?:时间|日期)")
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
    if grade := _GRADES.get(_SUFFIX.sub("", text)):
        return "count", grade
    if _PEOPLE.search(text):
        return "people", ""
    if _DAY.fullmatch(text):
        return "day", ""
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
    if stars := re.fullmatch("([1-5])(?:星|分|颗星)?", text):
        return STARS[stars[1]]
    return _GRADES.get(text)
