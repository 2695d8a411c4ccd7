"""Masks names (脱敏), so that of a person's name only what may be public can be read.

Of a name at most the family name and the last character stay, and at least one character is hidden; a name of two
characters keeps the family name only. The same person masks alike in whatever code points the name arrives, and masking
a mask changes nothing. The number of stars does not tell how long a foreign name is.
"""

import re
import unicodedata

from generator.privacy.disguise import visible

STARS = "*＊某"
"""Characters that stand for a hidden one."""

_SURNAMES = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 "
    "申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 "
    "宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 "
    "公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 归海 东门 "
    "西陵 贺兰 完颜 耶律 叶赫 那拉 富察 爱新觉罗 钮祜禄 瓜尔佳 贺若 贺拔 斛律 宿勤 屈突 歐陽 司馬 諸葛 東方 獨孤 聞人 "
    "尉遲 赫連 澹臺 濮陽 公孫 鍾離 長孫 鮮于 閭丘 顓孫 軒轅 東郭 南門 南宮 仲孫 樂正 穀梁 達奚 納蘭 完顏 葉赫 "
    "賀蘭 東門 西門 "
)
COMPOUND_SURNAMES = frozenset(_SURNAMES.split())
"""Family names of two or more characters (百家姓 and later), in simplified and traditional form."""

_MIDDLE_DOTS = re.compile(
    r"\s*[·•・‧･∙⋅ㆍ᛫⸱.．。｡●\u0387\u2024\u2022\u2219\u22c5\uff65\u30fb][·•・‧･∙⋅ㆍ᛫⸱.．。｡●\u0387\u2024\u2022\u2219\u22c5\uff65\u30fb\s]*"
)
_NOTE = re.compile(r"\s*[(（\[【〔].*?(?:[)）\]】〕]|$)")
_ORGANISATION = re.compile(
    r"(?:公司|集团|工厂|[一-鿿]{2}厂|[一-鿿]{2}店|商行|超市|餐馆|饭店|酒店|宾馆|合作社|合作联社|联合社|村民委员会|村委会|居民委员会|居委会|村民小组|经济组织|协会|学会|商会|基金会|"
    r"学校|中学|小学|幼儿园|医院|卫生院|卫生室|诊所|药房|银行|信用社|委员会|人民政府|办事处|事务所|服务部|经营部|门市部|加工厂|农场|林场|养殖场|种植园|工作室|研究所|中心|工会|支部|大队)$"
)
_PERSONAL = re.compile(r"个体|工商户|[(（【\[]")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]+")


def is_organisation(name: str) -> bool:
    """Whether the applicant is a body that stays named; a shop with a person's name in brackets is not."""
    plain = _plain(name)
    return (
        bool(_ORGANISATION.search(plain))
        and not _PERSONAL.search(unicodedata.normalize("NFKC", name))
        and len(plain) > 3
    )


def mask_name(name: str) -> str:
    """The name with enough of it hidden; notes in brackets go, organisations stay as they are."""
    if is_organisation(name):
        return name
    plain = _plain(_NOTE.sub("", unicodedata.normalize("NFKC", name)))
    if not plain:
        return "*"
    if is_masked(plain):
        return plain
    if _LATIN.search(plain):
        return _mask_latin(plain)
    family, _, given = plain.partition("·")
    if given:
        return f"{family[0]}*·*{given[-1] if len(given) > 1 and len(family) > 1 else ''}"
    return _mask_han(plain)


def is_masked(name: str) -> bool:
    """Whether ``name`` is a mask as this module, or a careful clerk, makes it."""
    plain = _plain(name)
    if not set(plain) & set(STARS):
        return False
    shown = [sign for sign in plain if sign not in STARS + "· "]
    return len(shown) <= 3 and not re.search("[A-Za-z]{2}", plain) and not re.search(r"[^\s*＊某·]{3}", plain)


def _plain(name: str) -> str:
    """One spelling of a name: NFKC, nothing invisible, one middle dot, no spaces between Chinese characters."""
    text = unicodedata.normalize("NFKC", visible(unicodedata.normalize("NFKC", name)))
    text = _MIDDLE_DOTS.sub("·", text).strip("· \t\r\n")
    text = text.replace("＊", "*").replace("某", "*") if re.search(r".某|某.", text) else text.replace("＊", "*")
    return " ".join(text.split()) if _LATIN.search(text) else "".join(text.split())


def _mask_latin(plain: str) -> str:
    """The initial of the first and of the last part, each with three stars."""
    parts = _LATIN_WORD.findall(plain)
    initials = [parts[0][0], parts[-1][0]] if len(parts) > 1 else [parts[0][0]]
    return " ".join(f"{initial.upper()[0]}***" for initial in initials)


def _mask_han(plain: str) -> str:
    """Family name and last character of three or more, the family name of two, a star for each hidden one."""
    length = next((size for size in (4, 3, 2) if plain[:size] in COMPOUND_SURNAMES and len(plain) > size), 1)
    family, given = plain[:length], plain[length:]
    if not given:
        return "*"
    if length == 1 and len(given) == 1:
        return family + "*"
    if length > 1:
        return family[:2] + "*" * min(len(given), 2)
    return family + "*" * min(len(given) - 1, 2) + given[-1]
