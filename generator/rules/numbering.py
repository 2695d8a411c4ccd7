"""Numbers and dots typed in front of an item, though the program puts a number or a dot before every item itself."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from generator.content.problems import excerpt, quote
from generator.model import Dataset, Place
from generator.rules.finding import Finding, open_services

_HAN = "[一二三四五六七八九十百千零〇两]"
_DIGIT = "[0-9０-９]"
COUNT = f"(?:{_HAN}{{1,6}}|{_DIGIT}{{1,3}})"
BLANKS = "[ \u3000]*"
_SEVERAL = rf"(?:{COUNT}、)*{COUNT}(?:年?级|[类号等档层楼胎孩线代期批季寸])"
"""What follows in 一、二级残疾人 and 3、4号窗口, where 一 and 3 are part of the sentence."""
_TEXT_LENGTH = 200
"""So much of the text is shown without its number: a clerk copies it, so only a long paragraph is cut."""
POINT = (
    rf"[（(〔【\[]{COUNT}[)）〕】\]]{BLANKS}|{COUNT}、(?!{_SEVERAL}){BLANKS}"
    rf"|(?:{_DIGIT}{{1,3}}|{_HAN}{{1,3}})[.．](?!{_DIGIT}){BLANKS}|{_DIGIT}{{1,2}}[)）]{BLANKS}"
)
SIGN = f"(?:[①-⑳⑴-⒇⒈-⒛㈠-㈩❶-❿➀-➉]|[0-9]\ufe0f?\u20e3){BLANKS}"
_LISTED = re.compile(
    rf"{POINT}|{SIGN}|{_DIGIT}{{1,2}}[:：](?!{_DIGIT}){BLANKS}|[•●○◆◇■□▪▶►➢·]{BLANKS}"
    rf"|[A-Za-zⅠ-Ⅻ][.．、)）]{BLANKS}(?=[\u4e00-\u9fff])|第{_HAN}{{1,3}}[，、：:](?!{COUNT}){BLANKS}"
    rf"|(?:第{COUNT}步|(?:步骤|环节|条件|材料){COUNT}(?=[、.．:：)）]))[、.．:：)） \u3000]*"
)
"""Numbers, letters and dots before an item of a list. A、B级 and 第一、二款 are parts of sentences."""


def parted(found: re.Match[str]) -> dict[str, str]:
    """The typed number and the text behind it, as values for a message."""
    behind = found.string[found.end() :].lstrip()
    return {"number": quote(found[0].strip()), "text": excerpt(behind, _TEXT_LENGTH)}


def lists_are_not_numbered(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No condition, paper, step or duty begins with a number of its own: the program puts one, or a dot, before it."""
    for place, key, items in _lists(dataset):
        for number, text in enumerate(items):
            if found := _LISTED.match(text):
                where = place / number
                yield Finding("text/numbered", where / key if key else where, parted(found))
            elif text.rstrip().endswith(("：", ":")):
                break  # the numbers behind it are those of what it announces


def _lists(dataset: Dataset) -> Iterator[tuple[Place, str, Sequence[str]]]:
    """Each list whose items get a number or a dot: its place, the field that holds the text of an item, the texts."""
    for service, place in open_services(dataset):
        yield place / "conditions", "", service.conditions
        yield place / "exclusions", "", service.exclusions
        yield place / "materials", "name", [one.name or "" for one in service.materials]
        yield place / "steps", "name", [one.name for one in service.steps]
        yield place / "online", "name", [one.name for one in service.online]
    if dataset.site.supervision:
        yield Place("site.yml", ("supervision", "handling")), "", dataset.site.supervision.handling
    for number, functions in enumerate(dataset.functions):
        yield Place("windows.yml", ("functions", number, "duties")), "", functions.duties


RULES = (lists_are_not_numbered,)
