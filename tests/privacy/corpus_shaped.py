"""Lines that must be found: numbers with a shape or check digit, in every disguise.

Decided where the issue leaves room: a mask is too weak from six readable characters on, whichever they are; a mobile
number or card is disguised like an ID but never split over cells (three counts in a row look the same); a passport
or travel permit needs its letter to count as a shape; an address is down to the door when it names a room, a unit, or
a house number in a village.
"""

from collections.abc import Callable
from random import Random

from privacy import corpus_numbers as numbers
from privacy.corpus_numbers import digits
from privacy.corpus_sentences import BESIDE_OTHERS, SPLIT_OVER_LINES, WITH_VALUE
from privacy.corpus_words import fill

Make = Callable[[Random], str]
"""Draws one value."""

INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202c\u2063\u180e\u034f\ufe0f\u061c"
SPACES = " \u3000\u00a0\u2009\u2002\u202f"
HYPHENS = "-－–—‐‑−﹣"
LOOKS_LIKE_X = "xＸｘХхΧχⅩⅹ×✕Ⓧⓧ"
MASK = "*＊●•×xX█"
NUMERALS = {
    "Chinese": (
        "〇一二三四五六七八九",
        "零一二三四五六七八九",
        "○一二三四五六七八九",
        "零壹贰叁肆伍陆柒捌玖",
        "〇壹貳叁肆伍陸柒捌玖",
    ),
    "circled": ("⓪①②③④⑤⑥⑦⑧⑨", "⓿❶❷❸❹❺❻❼❽❾", "0⑴⑵⑶⑷⑸⑹⑺⑻⑼", "0➀➁➂➃➄➅➆➇➈", "0㊀㊁㊂㊃㊄㊅㊆㊇㊈"),
    "other scripts": ("𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗", "𝟬𝟭𝟮𝟯𝟰𝟱𝟲𝟳𝟴𝟵", "₀₁₂₃₄₅₆₇₈₉", "⁰¹²³⁴⁵⁶⁷⁸⁹", "٠١٢٣٤٥٦٧٨٩"),
}


def groups(rng: Random, value: str, between: str) -> str:
    """``value`` in groups as people write them, or sign by sign, with ``between`` in the gaps."""
    sizes = {18: ((6, 8, 4), (6, 4, 4, 4), (3, 3, 8, 4), (4, 4, 4, 4, 2)), 15: ((6, 6, 3), (3, 3, 6, 3))}
    sizes[11] = ((3, 4, 4), (3, 3, 5), (4, 3, 4))
    if any(value.startswith(issuer) for issuer, _ in numbers.CARDS):
        sizes = {}  # cards go in fours
    if rng.random() < 0.15:
        return between.join(value)
    cut = rng.choice(sizes.get(len(value), ((4, 4, 4, 4, 4),)))
    pieces, rest = [], value
    for size in cut:
        pieces.append(rest[:size])
        rest = rest[size:]
    return between.join(piece for piece in (*pieces, rest) if piece)


def full_width(value: str) -> str:
    """ASCII to its full-width forms."""
    return "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in value)


def invisible(rng: Random, value: str) -> str:
    """One to eight invisible characters somewhere inside."""
    for _ in range(rng.randrange(1, 9)):
        place = rng.randrange(1, len(value))
        value = value[:place] + rng.choice(INVISIBLE) + value[place:]
    return value


def numerals(rng: Random, value: str, kind: str, share: float = 1.0) -> str:
    """Digits written with other numerals; ``share`` of them when mixed."""
    prefilter = rng.choice(NUMERALS[kind])
    return "".join(prefilter[int(sign)] if sign in numbers.DIGITS and rng.random() < share else sign for sign in value)


def mixed(rng: Random, value: str) -> str:
    """Several disguises at once."""
    if rng.random() < 0.6:
        value = groups(rng, value, rng.choice(SPACES + HYPHENS))
    if rng.random() < 0.5:
        value = numerals(rng, value, rng.choice(("Chinese", "circled")), rng.uniform(0.2, 0.8))
    if rng.random() < 0.6:
        value = "".join(full_width(sign) if sign.isalnum() and rng.random() < 0.5 else sign for sign in value)
    return invisible(rng, value)


def with_x(rng: Random) -> str:
    """An ID whose X is written with another sign."""
    return numbers.resident_id(rng, "X")[:17] + rng.choice(LOOKS_LIKE_X)


def embedded(rng: Random) -> str:
    """An ID inside a longer number: a disability card (ID, category, grade, reissue), or digits on both sides."""
    number = numbers.resident_id(rng)
    card = f"{number}{rng.randrange(1, 8)}{rng.randrange(1, 5)}{rng.choice(('', '', 'B1', 'B2'))}"
    return rng.choice(
        (card, card, card, digits(rng, rng.randrange(1, 7)) + number, digits(rng, 4) + number + digits(rng, 3))
    )


def over_lines(rng: Random) -> str:
    """An ID broken once or twice by the end of a line."""
    number, end = numbers.resident_id(rng), rng.choice(("\n", "\r\n", "\n  ", " \n", "\n\t"))
    return cut(rng, number, end)


def cut(rng: Random, number: str, between: str) -> str:
    """A number cut at one place, or where its parts end."""
    if rng.random() < 0.5:
        place = rng.randrange(3, len(number) - 2)
        return number[:place] + between + number[place:]
    parts = (number[:6], number[6:14], number[14:]) if len(number) == 18 else (number[:6], number[6:12], number[12:])
    return between.join(parts)


def over_cells(rng: Random) -> str:
    """An ID over the cells of a row, in parts or a digit a cell; U+001F is what a page's cells become in plain text."""
    number, between = numbers.resident_id(rng), rng.choice((",", "\t", "|", " | ", ";", "\x1f", '","'))
    return between.join(number) if rng.random() < 0.3 else cut(rng, number, between)


def weakly_masked(rng: Random) -> str:
    """A number of which six or more signs can be read."""
    star = rng.choice(MASK)
    kind = rng.random()
    if kind < 0.5:
        number = numbers.resident_id(rng)
        first, last = rng.choice(((3, 4), (6, 4), (6, 0), (6, 2), (10, 4), (14, 0), (0, 8), (4, 4), (2, 4), (12, 1)))
    elif kind < 0.8:
        number = numbers.mobile(rng)
        first, last = rng.choice(((3, 4), (3, 4), (3, 4), (7, 0), (3, 3), (4, 4), (5, 2)))
    else:
        number = numbers.bank_card(rng)
        first, last = rng.choice(((4, 4), (6, 4), (4, 3), (6, 3), (8, 0)))
    end = len(number) - last
    return number[:first] + star * (end - first) + number[end:]


def phone(rng: Random) -> str:
    """A mobile number with or without country code, plain or grouped."""
    number = numbers.mobile(rng)
    country = rng.choice(("", "", "", "+86", "+86 ", "+86-", "0086", "0086-", "(+86)", "（86）", "86", "86-", "tel:"))
    first, second = rng.choice(((3, 7), (3, 7), (3, 6), (4, 7)))
    between = rng.choice(" -\u00a0－.") if rng.random() < 0.5 else ""
    return country + between.join((number[:first], number[first:second], number[second:]))


def email(rng: Random) -> str:
    """A private mailbox."""
    name = rng.choice(
        (
            digits(rng, rng.randrange(6, 11)),
            f"wang.{digits(rng, 2)}",
            f"li_xm{digits(rng, 3)}",
            f"zhao-{digits(rng, 2)}",
            f"chen+a{digits(rng, 1)}",
            f"Yang{digits(rng, 4)}",
        )
    )
    host = rng.choice(
        (
            "qq.com",
            "163.com",
            "126.com",
            "139.com",
            "sina.cn",
            "gmail.com",
            "outlook.com",
            "foxmail.com",
            "vip.sohu.com",
            "QQ.COM",
            "yeah.net",
            "189.cn",
        )
    )
    return rng.choice(
        (
            f"{name}@{host}",
            f"{name}@{host}",
            f"mailto:{name}@{host}",
            f"{name}＠{host}",
            full_width(f"{name}@{host}"),
            f"{name}\u200b@{host}",
        )
    )


ADDRESSES = """
{county}{town}{road}{few}号{estate}{few}号楼{few}单元{few}01室
{estate}{few}栋{few}单元30{few}
{estate}{few}幢{few}单元50{few}室
{estate}{few}-{few}-120{few}
{road}{few}8号院{few}号楼{few}门20{few}室
{town}{hamlet}{few}组{few}6号
{county}{town}{hamlet}第{cn}村民小组{few}号
{county}{road}10{few}号{few}栋110{few}房
{estate}{cn}号楼{cn}单元四〇{few}室
山东省{county}{town}{hamlet}{few}1号
{road}{few}弄{few}2号60{few}室
{estate}A区{few}#楼{few}单元40{few}户
{hamlet}{few}队{few}3号
""".strip().splitlines()


def disguised(make: Make, disguise: Callable[[Random, str], str]) -> Make:
    """Draws a value and disguises it."""
    return lambda rng: disguise(rng, make(rng))


def fixed(kind: str) -> Callable[[Random, str], str]:
    """The disguise by numerals of ``kind``."""
    return lambda rng, value: numerals(rng, value, kind)


DISGUISES: dict[str, Callable[[Random, str], str]] = {
    "plain": lambda _, value: value,
    "full-width": lambda _, value: full_width(value),
    "invisible characters": invisible,
    "spaces": lambda rng, value: groups(rng, value, rng.choice(SPACES)),
    "hyphens": lambda rng, value: groups(rng, value, rng.choice(HYPHENS)),
    "Chinese numerals": fixed("Chinese"),
    "circled numerals": fixed("circled"),
    "numerals of other scripts": fixed("other scripts"),
    "several at once": mixed,
}

SHAPED: dict[str, Make] = {
    **{f"resident ID, {name}": disguised(numbers.resident_id, change) for name, change in DISGUISES.items()},
    "resident ID, X by another sign": with_x,
    "resident ID inside a longer number": embedded,
    "resident ID over lines": over_lines,
    "resident ID over cells": over_cells,
    "resident ID beside other numbers": numbers.resident_id,
    "15-digit ID beside other numbers": numbers.old_resident_id,
    "mobile beside other numbers": numbers.mobile,
    "bank card beside other numbers": numbers.bank_card,
    "foreigner's ID of 2023": numbers.foreigner_id,
    **{f"15-digit ID, {name}": disguised(numbers.old_resident_id, change) for name, change in DISGUISES.items()},
    "weak mask": weakly_masked,
    "mobile, prefixes and groups": phone,
    **{f"mobile, {name}": disguised(numbers.mobile, change) for name, change in DISGUISES.items()},
    **{f"bank card, {name}": disguised(numbers.bank_card, change) for name, change in DISGUISES.items()},
    "passport": numbers.passport,
    "travel permit": numbers.travel_permit,
    "Hong Kong ID": numbers.hong_kong_id,
    "Taiwan ID": numbers.taiwan_id,
    "plate": numbers.plate,
    "e-mail": email,
    "address to the door": lambda rng: fill(rng, rng.choice(ADDRESSES)),
}
"""What it is -> how to draw one."""

HEAVY = ("resident ID", "weak mask", "mobile, prefixes", "address", "plate", "e-mail")
"""Kinds that get three times as many lines."""


def shaped_line(rng: Random, kind: str) -> tuple[str, str]:
    """A line with a number of ``kind``: (text with the value, value)."""
    value = SHAPED[kind](rng)
    if kind == "resident ID over cells":
        template = rng.choice(
            ("{name},{value},{service}", "{value}", "{name}\t{value}\t{outcome}", "| {name} | {value} | {outcome} |")
        )
    elif kind.endswith("beside other numbers"):
        template = rng.choice(BESIDE_OTHERS)
    else:
        template = rng.choice(SPLIT_OVER_LINES if "\n" in value else WITH_VALUE)
    return fill(rng, template), value
