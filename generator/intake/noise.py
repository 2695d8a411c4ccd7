"""What stands in a source and belongs to nobody's rule: pages of document-sharing sites, page numbers, 目录, pinyin."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from generator.content.invisible import FORBIDDEN
from generator.intake.lines import Line, Removed, RemovedKind
from generator.intake.marks import HEADINGS, mark_of

ChangeKind = Literal["punctuation", "blanks", "simplified"]
"""Half-width punctuation between Chinese characters, blanks between them, and Traditional characters."""

_HAN = "\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
_SENTENCE = f"{_HAN}“”‘’《》（）、，。；：？！"
_BOILERPLATE = re.compile(
    r"(?:[0-9]{1,2}[.、．]\s*)*(?:"
    '下载文档前|[“"]?仅部分预览|如?文档侵犯您的权益|文档可以?免费|本(?:文档|资源|文章)(?:由|来自|来源)|(?:相关|最新|热门|推荐)(?:文档|文章|推荐|阅读|搜索|资料)'
    "|(?:相关|最新|热门)(?:文档|文章|推荐)?$|猜你喜欢|更多(?:精彩)?(?:相关|内容|文章|文档).{0,20}(?:请|点击|关注|访问)|点击(?:下载|此处|查看|阅读)|立即下载|下载(?:券|积分|原文档|本文)|"
    "(?:需要|所需)?(?:下载)?积分[：:]?[0-9]*$|收藏\\s*分享|分享到|扫码|扫一扫|(?:文档|资料)分享|版权(?:所有|归)|免责声明|阅读[：:]?\\s*[0-9]+\\s*次?$|"
    "浏览(?:次数|量)?[：:]\\s*[0-9]+|打印本页|关闭窗口|【?字体[：:]|上一篇|下一篇|责任编辑[：:]|来源[：:]\\s*(?:互联网|网络|百度|豆丁|道客|原创力)|"
    "(?:网络整理|仅供参考)[，,。]?|(?:豆丁|道客巴巴|百度文库|原创力文档)"
    ")"
)
"""What a line of a sharing site, or of the frame of a web page, begins with."""
_PAGE = re.compile(
    r"[-—–－·\s]*(?:第\s*)?[0-9]{1,4}\s*(?:页)?\s*(?:[（(/，,]?\s*共\s*[0-9]{1,4}\s*页\s*[)）]?|/\s*[0-9]{1,4})?[-—–－·\s]*"
)
_GLOSS = re.compile(rf"(?<=[{_HAN}])[（(]([a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ][a-zü]*)[)）]")
"""The sound of one character in brackets, with its tone: 社區(qū)."""
_CONTENTS = re.compile(r"目\s*[录錄次]")
_LEADER = ".．。·…"
"""What leads from a heading to the number of its page."""
_PAGE_AT_END = re.compile(r"[0-9]{1,4}$")
_COMMENT = re.compile(r"<!--(?:(?!<!--).)*?-->", re.S)
_BLANKS = re.compile(rf"(?<=[{_SENTENCE}])[ \t\u00a0]+(?=[{_SENTENCE}])")
_NUMBERED = re.compile(r"第[^第\s]{1,7}[编章节条編節條](?:之[^\s]{1,3})?$")
"""A number with a blank behind it, which parts it from the text."""
_NUMBER_LENGTH = 13
_WIDE = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_BEFORE = re.compile(f"[{_SENTENCE}]")
_NARROW = re.compile(r"[,;:?!()]")
_QUOTED = re.compile(r'"([^"\n]*)"')
_CHINESE = re.compile(f"[{_HAN}]")


@dataclass
class Cleaned:
    """The lines of a source without noise, what was taken away, and how often something was changed."""

    lines: list[Line]
    removed: list[Removed] = field(default_factory=list)
    changed: Counter[ChangeKind] = field(default_factory=Counter)


def cleaned(lines: Sequence[Line], simplified: Callable[[str], str] | None = None) -> Cleaned:
    """The lines without noise; ``simplified`` turns Traditional characters to Simplified, where that was asked for."""
    result = Cleaned([])
    for line in lines:
        text = _without(_COMMENT, "markup", line.text, line.place, result)
        while FORBIDDEN.search(text):  # What is taken away may have stood between two of them.
            text = _without(FORBIDDEN, "invisible", text, line.place, result)
        text = text.strip()
        text = _without(_GLOSS, "gloss", text, line.place, result)
        if not text:
            continue
        if _BOILERPLATE.match(text):
            result.removed.append(Removed("boilerplate", text, line.place))
        elif _is_page_number(text):
            result.removed.append(Removed("page number", text, line.place))
        else:
            result.lines.append(line.saying(_written(text, simplified, result.changed)))
    _remove_contents(result)
    return result


def _without(pattern: re.Pattern[str], kind: RemovedKind, text: str, place: int, result: Cleaned) -> str:
    result.removed += [Removed(kind, match[0], place) for match in pattern.finditer(text)]
    return pattern.sub("", text)


def _is_page_number(text: str) -> bool:
    return bool(_PAGE.fullmatch(text)) and bool(re.search("[-—–－页/]", text))


def _written(text: str, simplified: Callable[[str], str] | None, changed: Counter[ChangeKind]) -> str:
    """The text as it is typed in Chinese: wide punctuation, no blanks between characters."""
    if simplified and (plain := simplified(text)) != text:
        changed["simplified"] += sum(old != new for old, new in zip(text, plain, strict=False))
        text = plain
    quoted = _QUOTED.sub(lambda match: f"“{match[1]}”" if _CHINESE.search(match[1]) else match[0], text)
    changed["punctuation"] += quoted.count("“") - text.count("“")
    text = quoted
    signs = list(text)
    for match in _NARROW.finditer(text):
        before, after = "".join(signs[match.start() - 1 : match.start()]), text[match.end() : match.end() + 1]
        if _is_chinese(before, after, match[0]):
            signs[match.start()] = _WIDE[match[0]]
            changed["punctuation"] += 1
    text = "".join(signs)
    closed = _BLANKS.sub(lambda match: match[0] if _is_numbered(text, match.start()) else "", text)
    changed["blanks"] += closed != text
    return closed


def _is_numbered(text: str, end: int) -> bool:
    """Whether a number such as 第一条 ends at a place of the text."""
    return _NUMBERED.search(text, max(0, end - _NUMBER_LENGTH), end) is not None


def _is_chinese(before: str, after: str, sign: str) -> bool:
    """Whether a half-width sign stands between Chinese characters, or beside one at the edge of the line."""
    behind, ahead = bool(_BEFORE.match(before)), bool(_BEFORE.match(after))
    return behind and (ahead or not after) if sign in ":," else behind or ahead


def _remove_contents(result: Cleaned) -> None:
    """Take away a table of contents: headings in a row that come once more below, mostly behind the word 目录."""
    lines = result.lines
    start = next((number for number, line in enumerate(lines) if _CONTENTS.fullmatch(line.text)), None)
    first = next((number for number, line in enumerate(lines) if _is_chapter(line.text)), len(lines))
    entries = [_entry(line.text) for line in lines]
    last = {entry: number for number, entry in enumerate(entries)}
    begin = end = first if start is None else start + 1
    while end < len(entries) and last[entries[end]] > end and (start is not None or _is_chapter(lines[end].text)):
        end += 1
        if end < len(entries) and entries[end] == entries[begin]:
            break
    if end < len(entries) and end > begin and entries[end] == entries[begin]:
        begin = begin if start is None else start
        result.removed += [Removed("contents", line.text, line.place) for line in lines[begin:end]]
        del lines[begin:end]


def _is_chapter(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.style in HEADINGS


def _entry(text: str) -> str:
    return _PAGE_AT_END.sub("", re.sub(r"\s", "", text)).rstrip(_LEADER)
