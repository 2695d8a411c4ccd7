"""Numbers as the public standards define them, built at run time and belonging to nobody.

Resident IDs: GB 11643 with the check character of ISO 7064 MOD 11-2. Cards: Luhn (ISO/IEC 7812). Social credit codes:
GB 32100, MOD 31. Written from the standards; nothing here knows how the gate looks for them.
"""

import re
from datetime import date, timedelta
from random import Random

DIGITS = "0123456789"
REGIONS = re.findall(
    r"\d+",
    "110101 110108 110119 120101 130102 130684 140105 150102 152921 210102 220102 222401 230102 231085 310101 310115 "
    "310120 320102 320583 330106 330782 340102 341881 350102 350583 360102 361002 370102 370203 370883 371302 410102 "
    "411381 420106 429004 430102 433101 440106 440305 445281 450102 460105 469001 500101 500112 510104 513401 520102 "
    "522301 530102 532301 540102 610102 620102 630102 640104 650102 652901 659001",
)
"""County codes of GB/T 2260, some of every province."""
ABROAD = ("710000", "810000", "820000", "830000")
"""Where residence permits of Taiwan, Hong Kong and Macao residents begin."""
MOBILE_PREFIXES = re.findall(
    r"\d+",
    "130 131 132 133 134 135 136 137 138 139 145 146 147 148 149 150 151 152 153 155 156 157 158 159 162 165 166 167 "
    "170 171 172 173 174 175 176 177 178 180 181 182 183 184 185 186 187 188 189 190 191 192 193 195 196 197 198 199",
)
CARDS = (
    ("622202", 19), ("621226", 19), ("955880", 19), ("621700", 19), ("436742", 19), ("622848", 19), ("623052", 19),
    ("621661", 19), ("601382", 19), ("622150", 19), ("621799", 19), ("622260", 19), ("622588", 16), ("621483", 16),
    ("622909", 18), ("622155", 16), ("622516", 16), ("625188", 16), ("623191", 19), ("621521", 19), ("622320", 19),
    ("402791", 16), ("451289", 16), ("520169", 16), ("545217", 16), ("356838", 16), ("356895", 16),
)  # fmt: skip
"""Issuer prefixes and lengths: the large banks, rural credit unions, credit cards of four schemes."""
PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
PLATE_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"


def digits(rng: Random, count: int) -> str:
    """``count`` random digits."""
    return "".join(rng.choices(DIGITS, k=count))


def any_day(rng: Random, first: int, last: int) -> date:
    """A day of the years ``first`` to ``last``."""
    return date(first, 1, 1) + timedelta(days=rng.randrange((date(last, 12, 31) - date(first, 1, 1)).days + 1))


def id_check(body: str) -> str:
    """Check character of the 17 digits ``body`` (ISO 7064 MOD 11-2)."""
    total = sum(int(digit) * (2 ** (17 - place) % 11) for place, digit in enumerate(body))
    return "10X98765432"[total % 11]


def resident_id(rng: Random, ending: str = "") -> str:
    """18 characters, of somebody born 1925 to 2025; with ``ending`` X, ending so. One in twenty is a residence permit."""
    while True:
        region = rng.choice(ABROAD if rng.random() < 0.05 else REGIONS)
        body = f"{region}{any_day(rng, 1925, 2025):%Y%m%d}{digits(rng, 3)}"
        if not ending or id_check(body) == ending:
            return body + id_check(body)


def old_resident_id(rng: Random) -> str:
    """15 digits as issued until 1999: the year has two digits and nothing checks."""
    return f"{rng.choice(REGIONS)}{any_day(rng, 1925, 1995):%y%m%d}{digits(rng, 3)}"


def foreigner_id(rng: Random) -> str:
    """The foreigner's permanent residence number of 2023: 9, province, country, birth date, 3 digits, check."""
    country = rng.choice(("840", "826", "392", "410", "250", "276", "124", "036"))
    body = f"9{rng.choice(REGIONS)[:2]}{country}{any_day(rng, 1940, 2015):%Y%m%d}{digits(rng, 3)}"
    return body + id_check(body)


def mistyped_id(rng: Random) -> str:
    """An 18-digit number whose check digit is wrong."""
    whole = resident_id(rng)
    return whole[:17] + rng.choice([digit for digit in DIGITS if digit != whole[17]])


def mobile(rng: Random) -> str:
    """11 digits with a prefix in use."""
    return rng.choice(MOBILE_PREFIXES) + digits(rng, 8)


def luhn_digit(body: str) -> str:
    """The last digit of a card number that begins with ``body``."""
    total = 0
    for place, digit in enumerate(reversed(body)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return str(-total % 10)


def bank_card(rng: Random) -> str:
    """15 to 19 digits of a known issuer."""
    issuer, length = rng.choice(CARDS)
    body = issuer + digits(rng, length - len(issuer) - 1)
    return body + luhn_digit(body)


def credit_code(rng: Random, all_digits: bool) -> str:
    """An 18-character social credit code; ``all_digits`` makes it look like an identity number.

    One of three all-digit codes also has a plausible date where an identity number has it.
    """
    while True:
        head = rng.choice(("11", "12", "13", "51", "52", "53", "91", "92", "93"))
        region = rng.choice(REGIONS)
        organisation = digits(rng, 9) if all_digits else "".join(rng.choices(CREDIT_ALPHABET, k=9))
        if all_digits and rng.random() < 0.33:
            region = rng.choice(("110119", "310120"))
            year = f"{rng.randrange(50, 100)}" if region == "110119" else f"{rng.randrange(0, 26):02}"
            organisation = f"{year}{any_day(rng, 2001, 2001):%m%d}{digits(rng, 3)}"
        body = head + region + organisation
        weights = [pow(3, place, 31) for place in range(17)]
        total = sum(CREDIT_ALPHABET.index(sign) * weight for sign, weight in zip(body, weights, strict=True))
        check = CREDIT_ALPHABET[-total % 31]
        if not all_digits or check in DIGITS:
            return body + check


def hong_kong_id(rng: Random) -> str:
    """A letter, six digits and the check sign in brackets."""
    letter, number = rng.choice("ABCDEGHKMPRVYZ"), digits(rng, 6)
    values = [36, ord(letter) - 55, *map(int, number)]
    rest = -sum(value * weight for value, weight in zip(values, range(9, 1, -1), strict=True)) % 11
    return f"{letter}{number}({'A' if rest == 10 else rest})"


def taiwan_id(rng: Random) -> str:
    """A letter and nine digits of which the last one checks."""
    letter = rng.choice("ABCDEFGHJKLMNPQRSTUVXYWZIO")
    code = "ABCDEFGHJKLMNPQRSTUVXYWZIO".index(letter) + 10
    number = rng.choice("12") + digits(rng, 7)
    total = code // 10 + code % 10 * 9 + sum(int(digit) * (8 - place) for place, digit in enumerate(number))
    return f"{letter}{number}{-total % 10}"


def passport(rng: Random) -> str:
    """A Chinese ordinary, official or diplomatic passport, or one of Hong Kong or Macao."""
    letter = rng.choice("ABCDFGHJKLMNPQRSTUVWXYZ")
    return rng.choice(
        (
            "E" + digits(rng, 8), f"E{letter}" + digits(rng, 7), "G" + digits(rng, 8),
            rng.choice(("PE", "SE", "DE")) + digits(rng, 7), rng.choice(("KJ", "HJ", "MA")) + digits(rng, 7),
        )
    )  # fmt: skip


def travel_permit(rng: Random) -> str:
    """A permit to travel between the mainland and Hong Kong, Macao or Taiwan, in the forms that begin with a letter."""
    letter = rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ")
    return rng.choice(
        (
            rng.choice("HM") + digits(rng, 8), rng.choice("HM") + digits(rng, 10),
            "C" + digits(rng, 8), f"C{letter}" + digits(rng, 7), rng.choice("LT") + digits(rng, 8),
        )
    )  # fmt: skip


def plate(rng: Random) -> str:
    """A number plate: ordinary, new energy, police, trailer, coach, consulate, across the border."""
    place = rng.choice(PROVINCES) + rng.choice(PLATE_LETTERS[:18])
    prefilter = DIGITS * 3 + PLATE_LETTERS
    five = rng.choice(DIGITS) + "".join(rng.choices(prefilter, k=3)) + rng.choice(DIGITS)
    dot = rng.choice(("", "", "·", " ", "•", "-"))
    return rng.choice(
        (
            place + dot + five,
            place + dot + rng.choice("DF") + five,
            place + dot + digits(rng, 5) + rng.choice("DF"),
            place + dot + digits(rng, 4) + rng.choice("警学挂"),
            "粤Z" + dot + digits(rng, 4) + rng.choice("港澳"),
            rng.choice(PROVINCES) + rng.choice("ABC") + digits(rng, 4) + "领",
        )
    )


DIGIT_RUN = re.compile(r"[0-9]+[Xx]?")


def is_private_by_chance(text: str) -> bool:
    """Whether a number of ``text`` happens to be valid as somebody's by its standard, so that no reader could tell.

    Such lines are left out of the clean ones: a run of digits that holds a valid 18-digit ID, is a 15-digit ID, a
    mobile number or a card number; cells, or groups of 6, 8 and 4 digits, that join to an ID; digits grouped as a
    mobile number.
    """
    if re.search(r"(?<![0-9.])1[3-9]\d[ -]\d{4}[ -]\d{4}(?![0-9])", text):
        return True
    grouped = re.sub(r"(?<!\d)(\d{6})[- ](\d{8})[- ](\d{3}[\dXx])", r"\1\2\3", text)
    for joined in (text, grouped, re.sub(r"(?<=\d)[,|\t\n\x1f](?=\d)", "", text)):
        for run in DIGIT_RUN.findall(joined):
            if any(is_id(run[place : place + 18]) for place in range(len(run) - 17)):
                return True
    return any(is_mobile_card_or_old_id(run) for run in DIGIT_RUN.findall(text))


def is_id(number: str) -> bool:
    """Whether 18 characters have a province, a date and the right check sign."""
    return (
        number[:2] in {*(region[:2] for region in (*REGIONS, *ABROAD)), *map(str, range(90, 100))}
        and is_date(number[6:14], range(1900, 2100))
        and number[:17].isdecimal()
        and id_check(number[:17]) == number[17].upper()
    )


def is_date(eight: str, years: range) -> bool:
    """Whether YYYYMMDD is a day of ``years``."""
    try:
        return date(int(eight[:4]), int(eight[4:6]), int(eight[6:])).year in years
    except ValueError:
        return False


def is_mobile_card_or_old_id(run: str) -> bool:
    """Whether a whole run of digits reads as one of these."""
    if (
        len(run) == 15
        and run[:2] in {region[:2] for region in REGIONS}
        and is_date("19" + run[6:12], range(1900, 2000))
    ):
        return True
    if len(run) in (11, 13) and re.fullmatch(r"(86)?1[3-9]\d{9}", run):
        return True
    is_card = run[0] in "3456" if len(run) == 15 else 16 <= len(run) <= 19 and run[:2] in ("43", "60", "62", "95")
    is_card = is_card or (len(run) == 16 and run[0] in "345")
    return is_card and run.isdecimal() and luhn_digit(run[:-1]) == run[-1]
