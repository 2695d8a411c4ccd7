"""Finds what a short published text tells of a person's circumstances: illness, crime, home, family, a person's name.

The words are in ``texts.sensitive``. A name is found beside a label or a relation (其母…), or before a form of address;
a name that nothing leads to is found by who knows the names of the register (``register.private_values``).
"""

import re
import unicodedata
from functools import lru_cache

from generator.privacy.disguise import visible
from generator.privacy.family_names import COMPOUND_SURNAMES, SURNAMES
from generator.texts.sensitive import SENSITIVE_TERMS

NAME = "姓名"
"""What a text tells that names somebody."""

_SHORTEST_TITLE = 4
"""A shorter name of a service, such as 残疾, excuses nothing."""
_NOISE = re.compile(r"[\W_]+")
_SIMPLER = str.maketrans(
    "殘懷醫訪癡瘋離獄療診斷癱戶親孫兒號棟婦產舉報訴賭結紮獨養",
    "残怀医访痴疯离狱疗诊断瘫户亲孙儿号栋妇产举报诉赌结扎独养",
)
_ORDINARY = frozenset("申时应查经计于和方都全但由连从向易通广边公年能关养相后要有初冒修原时")
"""Family names that in a sentence are nearly always another word."""
_FAMILY = f"(?:{'|'.join(sorted(COMPOUND_SURNAMES))}|[{''.join(sorted(SURNAMES - _ORDINARY))}])"
_PERSON = f"{_FAMILY}[㐀-鿿]{{1,2}}?"
_LABELS = (
    "姓名|户主|申请人|当事人|经办人|联系人|代办人|代理人|委托人|监护人|共有人|承包人|产权人|权利人|邻居|配偶|丈夫|妻子|爱人|"
    "其[父母妻夫子女]|"
    "父亲|母亲|爸爸|妈妈|儿子|女儿|之子|长子|次子|长女|次女|子女|孙子|孙女|兄弟|哥哥|弟弟|姐姐|妹妹|岳父|岳母|公公|婆婆|爷爷|奶奶|儿媳|女婿"
)
_GOES_ON = (
    "(?=$|本人|先生|女士|同志|因|已|未|需|正|外出|住|病|患|到|去|在|补|不|无|没|提|签|确认|回|同意|配合|身|的|死|离|长期|"
    "生|等|尚|暂|名下|代)"
)
_NAMED = (
    f"(?:{_LABELS})[为是系叫]?{_PERSON}{_GOES_ON}",
    f"(?<![㐀-鿿]){_PERSON}(?:先生|女士|同志|老人|之[子女父母妻夫]|的[父母儿女妻丈]|本人|[身重]?[患病])",
    f"{_FAMILY}(?:某|大爷|大妈|大娘|奶奶|爷爷|老汉|老太)",
    f"(?<![㐀-鿿]){_PERSON}(?:[未已没]?(?:签|到|来|回)|等[0-9一二三四五六七八九十]+[户人名]|代[办为领签])",
    f"(?:找不到|联系不上|未见){_PERSON}$",
    f"[等由找请与待]{_PERSON}(?:代[办为领签]|签[字名]|确认|回来|返乡|到场|提供|补[正充齐]|同意|配合|本人)",
)  # fmt: skip
"""A name behind a label or a relation, before a form of address, and of somebody who is waited for."""


def circumstances_in(text: str, titles: tuple[str, ...] = ()) -> tuple[str, ...]:
    """What ``text`` tells of a person, as words for a message; ``titles`` are names of services, which tell nothing."""
    bare = _bare(text)
    return _told(bare, titles) if titles and _told(bare, ()) else _told(bare, ())


@lru_cache(4_096)
def _told(bare: str, titles: tuple[str, ...]) -> tuple[str, ...]:
    rest = bare
    for title in _longest_first(titles):
        rest = rest.replace(title, "\0")
    return tuple(kind for kind, pattern in _patterns() if pattern.search(rest))


@lru_cache(1)
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """What a text may tell, and how it is known; compiled for the first text, since few builds have one."""
    terms = ((kind, re.compile("|".join(words))) for kind, words in SENSITIVE_TERMS.items())
    return (*terms, (NAME, re.compile("|".join(_NAMED))))


@lru_cache(2)
def _longest_first(titles: tuple[str, ...]) -> tuple[str, ...]:
    found = {bare for title in titles if len(bare := _bare(title)) >= _SHORTEST_TITLE}
    return tuple(sorted(found, key=lambda title: (-len(title), title)))


@lru_cache(4_096)
def _bare(text: str) -> str:
    """``text`` in normal width and simplified characters, without spaces and punctuation."""
    plain = unicodedata.normalize("NFKC", visible(unicodedata.normalize("NFKC", text)))
    return _NOISE.sub("", plain.translate(_SIMPLER))
