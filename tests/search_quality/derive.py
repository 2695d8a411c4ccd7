"""Make the 720 queries of derived.csv from names.csv: ``python tests/search_quality/derive.py``.

Twelve ways to write a name, sixty names a way. A way gives all the queries that a name may become in it; one is drawn by
a generator seeded with the way and the name, so that a new name does not change the queries of the others. The names of
a way are taken with a fixed stride; one that the way cannot change is passed over. Expected are all names that the query
fits as well: those that may become the same query in the same way, and those that contain it.
"""

import csv
import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

from opencc import OpenCC
from pypinyin import Style, lazy_pinyin

HERE = Path(__file__).parent
NAMES, DERIVED = HERE / "names.csv", HERE / "derived.csv"
EACH, STRIDE, OFFSET, SEED = 60, 19, 97, "gongshi 2026-11"
PARTICLES = re.compile("[的和与及或、，,（）()“”《》/]")
NOT_CHINESE = re.compile("[^\u4e00-\u9fff]")
HEARD = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ang", "an"), ("eng", "en"), ("ing", "in"))
TRADITIONAL = OpenCC("s2t")
WORDS = re.compile(
    "居民身份证|城乡居民|个体工商户|不动产|使用权|所有权|合作社|拖拉机|收割机|退役军人|计划生育|出租汽车|公积金|居民|基本|养老|医疗|保险|社会|保障"
    "|失业|就业|困难|人员|残疾|儿童|农村|农业|土地|承包|经营|生育|家庭|补贴|补助|救助|资金|待遇|关系|资格|证明|信息|许可|登记|备案|变更|申请|申领"
    "|申报|查询|认定|审批|核发|发放|投诉|受理|咨询|机构|服务|企业|营业|食品|卫生|道路|运输|动物|户口|学生|教师|法律|公证|税务|发票|建设|工程"
    "|项目|住房|党员|组织|流动|优抚|对象|抚恤|巡游|网络|预约|农机|畜禽|林木|采伐|森林|抵押|转移|注销|报名|检测|证书|职业|技能|培训|转入|转出"
)


def names() -> list[str]:
    """The names, as they stand in the file."""
    return [row["name"] for row in csv.DictReader(NAMES.read_text(encoding="utf-8").splitlines())]


@cache
def plain(name: str) -> str:
    """The Chinese characters of a name alone."""
    return NOT_CHINESE.sub("", name)


@cache
def sounds(name: str) -> list[str]:
    """The sound of each character, without tones, as it is read in this name."""
    return lazy_pinyin(plain(name))


@cache
def same_sound() -> dict[str, list[str]]:
    """For each sound, the characters of the names that have it."""
    found: dict[str, list[str]] = {}
    for letter in sorted(set("".join(map(plain, names())))):
        found.setdefault(lazy_pinyin(letter)[0], []).append(letter)
    return found


def parts(name: str) -> list[str]:
    """The name cut in two where a usual word begins or ends, as near to the middle as can be."""
    letters = plain(name)
    edges = {edge for word in WORDS.finditer(letters) for edge in word.span() if 2 <= edge <= len(letters) - 2}
    near = sorted(edges, key=lambda edge: (abs(2 * edge - len(letters)), edge))[:1]
    return [part for cut in near for part in (letters[:cut], letters[cut:])]


def shortened(text: str) -> list[str]:
    """The text with one of its letters missing, the first one apart."""
    return [text[:at] + text[at + 1 :] for at in range(1, len(text))]


def slipped(text: str) -> list[str]:
    """The text with two neighbours swapped or one letter doubled."""
    pairs = [at for at in range(len(text) - 1) if text[at] != text[at + 1]]
    swapped = [text[:at] + text[at + 1] + text[at] + text[at + 2 :] for at in pairs]
    return swapped + [text[: at + 1] + text[at:] for at in range(len(text))]


def confused(name: str) -> list[str]:
    """The name's sounds, one of them with z for zh or n for ng, or the other way round."""
    heard, found = sounds(name), []
    for at, sound in enumerate(heard):
        for long, short in HEARD:
            if "h" in long:
                others = [short + sound[2:]] if sound.startswith(long) else [long + sound[1:]] * sound.startswith(short)
            else:
                others = [sound[:-1]] if sound.endswith(long) else [f"{sound}g"] * sound.endswith(short)
            found += ["".join([*heard[:at], other, *heard[at + 1 :]]) for other in others]
    return found


def alike(name: str) -> list[str]:
    """The name with one character taken for another of the same sound."""
    letters, found = plain(name), []
    for at, sound in enumerate(sounds(name)):
        others = [other for other in same_sound().get(sound, []) if other != letters[at]]
        found += [letters[:at] + other + letters[at + 1 :] for other in others]
    return found


WAYS: dict[str, Callable[[str], list[str]]] = {
    "official": lambda name: [name],
    "part": lambda name: [part for part in parts(name) if len(part) >= 4],
    "reordered": lambda name: ["".join(reversed(parts(name)))] * bool(parts(name)),
    "without particles": lambda name: [PARTICLES.sub("", name)] if PARTICLES.search(name) else [],
    "pinyin": lambda name: ["".join(sounds(name))],
    "initials": lambda name: ["".join(lazy_pinyin(plain(name), style=Style.FIRST_LETTER))] * (len(plain(name)) >= 4),
    "pinyin slip": lambda name: shortened("".join(sounds(name))) + slipped("".join(sounds(name))),
    "z zh, n ng": confused,
    "homophone": alike,
    "traditional": lambda name: [TRADITIONAL.convert(name)] * (TRADITIONAL.convert(name) != name),
    "one missing": lambda name: shortened(plain(name)),
    "swapped or doubled": lambda name: slipped(plain(name)),
}


def rows() -> list[tuple[str, str, str]]:
    """Way, query and the names that it fits, of all ways."""
    listed, found = names(), []
    for number, (way, write) in enumerate(WAYS.items()):
        becomes = {name: write(name) for name in listed}
        order = (listed[(number * OFFSET + step * STRIDE) % len(listed)] for step in range(len(listed)))
        for name in [name for name in order if becomes[name]][:EACH]:
            query = random.Random(f"{SEED} {way} {name}").choice(becomes[name])
            fits = [one for one in listed if query in becomes[one] or query in plain(one)]
            found.append((way, query, "|".join(fits)))
    return found


if __name__ == "__main__":
    with DERIVED.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows([("way", "query", "expected"), *rows()])
