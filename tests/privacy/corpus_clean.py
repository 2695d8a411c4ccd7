"""Lines that must pass: what a service hall publishes every day, most of it full of digits.

Decided where the issue leaves room: a receipt number of region, date and serial is 18 digits long, and one in eleven has
the check digit of an ID; no reader could tell, so here such a number is one the hall knows as its own, or is left out.
The same with 15 digits that read as an old ID and 16 that read as a card; no card in use here begins with 2. Eighteen
digits with a wrong check digit and no label are a receipt. The hall's own mailbox, mobile number and address to the
door are known too. A public WeChat account (公众号) is not a person's. A town's offices stand at a road and number,
which is no door. Five readable digits of a number may stay.
"""

from collections.abc import Callable
from random import Random

from privacy import corpus_numbers as numbers
from privacy.corpus_numbers import digits
from privacy.corpus_sentences import GUIDE, LAWS, MARKUP, NAMES_PAPERS, SENTENCES
from privacy.corpus_words import WORDS, chinese, fill, hotline

HALL_PHONE, HALL_MOBILE, HALL_MAIL = "0300-0000100", numbers.mobile(Random("hall")), "hall@xugu.example"
HALL_ADDRESS = "虚谷县虚谷镇不远路1号政务中心2号楼305室"
HALL = (HALL_PHONE, "0300-0000112", HALL_MOBILE, HALL_MAIL, HALL_ADDRESS)
"""What the hall says about itself, one value of its record each; the gate is told."""

RECEIPTS_OF_OUR_OWN = ("37088320260701001", "37130220251130045")
"""Bases of receipts that look like IDs; ``own_receipts`` gives them the very check digit."""


def own_receipts() -> tuple[str, ...]:
    """Receipt numbers of the hall that are valid as IDs, too."""
    return tuple(base + numbers.id_check(base) for base in RECEIPTS_OF_OUR_OWN)


def document(rng: Random) -> str:
    """The number of a document, with right and wrong brackets."""
    year, number = rng.randrange(1995, 2028), rng.randrange(1, 400)
    body = rng.choice(
        (
            "国办发",
            "国发",
            "国办函",
            "民发",
            "人社部发",
            "鲁政发",
            "虚政字",
            "财社",
            "医保发",
            "国卫家庭发",
            "农办经",
            "自然资办函",
            "残联发",
        )
    )
    left, right = rng.choice(("〔〕", "〔〕", "〔〕", "[]", "［］", "()", "（）", "【】", "﹝﹞", "<>", "〖〗"))
    return rng.choice(
        (
            f"{body}{left}{year}{right}{number}号", f"{body}{left}{year}{right}{number}号", f"{body} {left}{year}{right} {number} 号",
            f"{body}{year}年{number}号", f"{body}{left}{year}{right}第{number}号", f"{body}{year}-{number}号",
            f"国务院令第{number}号", f"中华人民共和国主席令第{chinese(number % 99 + 1)}号", f"民政部令第{number % 99}号",
            f"公告{year}年第{number}号", f"（{year}）鲁08行终{number}号", f"虚民许准字{left}{year}{right}第{digits(rng, 5)}号",
        )
    )  # fmt: skip


def standard(rng: Random) -> str:
    """The number of a standard."""
    return rng.choice(
        (
            f"GB {rng.randrange(1000, 50000)}—{rng.randrange(1986, 2027)}", f"GB/T {rng.randrange(1000, 50000)}-{rng.randrange(1986, 2027)}",
            f"GB/T {rng.randrange(1000, 50000)}.{rng.randrange(1, 20)}-{rng.randrange(1986, 2027)}", f"DB37/T {rng.randrange(1000, 6000)}—{rng.randrange(2005, 2027)}",
            f"ISO {rng.randrange(1000, 30000)}:{rng.randrange(1986, 2027)}", f"ISO/IEC 7064:{rng.randrange(1986, 2027)}", f"MZ/T {rng.randrange(10, 200)}-{rng.randrange(2005, 2027)}",
            f"GA/T {rng.randrange(100, 2000)}-{rng.randrange(2005, 2027)}", f"JGJ {rng.randrange(10, 500)}-{rng.randrange(2005, 2027)}", f"WCAG 2.{rng.randrange(0, 3)}",
        )
    )  # fmt: skip


def receipt(rng: Random) -> str:
    """The receipt number of some hall: letters, year, region, date, serial, in many habits."""
    when, region = numbers.any_day(rng, 2016, 2027), rng.choice(numbers.REGIONS)
    return rng.choice(
        (
            f"XG{when.year}Q{rng.randrange(1, 5)}-{digits(rng, 4)}", f"{region}{when:%Y%m%d}{digits(rng, 4)}", f"{region}{when:%Y%m%d}{digits(rng, 5)}",
            f"{region}{when:%Y%m%d}{digits(rng, 6)}", f"{region}{when:%y%m%d}{digits(rng, 4)}", f"{region}-{when:%Y%m%d}-{digits(rng, 4)}",
            f"{when:%Y%m%d}{digits(rng, 4)}", f"{when:%Y%m%d}-{digits(rng, 3)}", f"{when:%Y%m%d%H%M%S}{digits(rng, 3)}", f"MZ-{when:%Y%m}-{digits(rng, 4)}",
            f"SL{region}{when:%Y%m%d}{digits(rng, 3)}", f"虚谷受〔{when.year}〕{digits(rng, 4)}号", f"{when.year}-{digits(rng, 4)}", f"BJ{digits(rng, 12)}",
            f"{region}{when:%Y}{digits(rng, 8)}", f"第{when:%Y}{digits(rng, 5)}号", f"{region[:4]}{when:%Y%m%d}{digits(rng, 6)}", f"{rng.choice(own_receipts())}",
            f"JM{when:%y%m%d}{digits(rng, 3)}", f"00{when:%m%d}{digits(rng, 6)}",
        )
    )  # fmt: skip


def item_code(rng: Random) -> str:
    """A code of the national tables of service items."""
    return rng.choice(
        (
            f"000{digits(rng, 3)}{digits(rng, 3)}00{rng.randrange(1, 9)}", f"11{rng.choice(numbers.REGIONS)}MB{digits(rng, 7)}X4000{digits(rng, 9)}",
            f"37{digits(rng, 10)}", f"{rng.randrange(1, 40):02}-{rng.randrange(1, 40):03}-{rng.randrange(1, 9)}", f"11{rng.choice(numbers.REGIONS)}{digits(rng, 8)}X{digits(rng, 13)}",
            f"SX-{digits(rng, 6)}", f"{rng.choice('ABCDEF')}{digits(rng, 3)}", f"{digits(rng, 3)}.{digits(rng, 2)}.{digits(rng, 2)}",
        )
    )  # fmt: skip


def other_number(rng: Random) -> str:
    """ICP filings, post codes, ISBN, hashes, times of computers, network police filings."""
    return rng.choice(
        (
            f"鲁ICP备{rng.randrange(2005, 2027)}{digits(rng, 6)}号-{rng.randrange(1, 9)}", f"鲁公网安备 {rng.choice(numbers.REGIONS)}02{digits(rng, 6)}号", f"邮编：{rng.choice(numbers.REGIONS)[:4]}00",
            f"ISBN 978-7-{digits(rng, 4)}-{digits(rng, 4)}-{digits(rng, 1)}", f"ISSN {digits(rng, 4)}-{digits(rng, 4)}", "".join(rng.choices("0123456789abcdef", k=64)),
            "sha256-" + "".join(rng.choices("0123456789abcdef", k=64)), "".join(rng.choices("0123456789abcdef", k=12)), f"网站标识码：{rng.choice(numbers.REGIONS)}{digits(rng, 4)}",
            f"17{digits(rng, 11)}", f"17{digits(rng, 8)}", f"0.{digits(rng, 16)}", f"{rng.randrange(30, 40)}.{digits(rng, 6)},{rng.randrange(100, 125)}.{digits(rng, 6)}", f"P{digits(rng, 3)}-{digits(rng, 2)}",
        )
    )  # fmt: skip


def credit_line(rng: Random) -> str:
    """A social credit code beside the organisation's name or alone."""
    code = numbers.credit_code(rng, rng.random() < 0.5)
    return rng.choice(
        (
            f"统一社会信用代码：{code}",
            f"统一社会信用代码 {code}",
            f"{{town}}便民服务中心（{code}）",
            f"{{village}}村民委员会,{code},{{service}}",
            f'"credit_code": "{code}"',
            f"| {{office}} | {code} |",
            code,
        )
    )


def good_mask(rng: Random) -> str:
    """A masked name, or a number of which five signs at most can be read."""
    star = rng.choice("*＊●•×")
    kind = rng.random()
    if kind < 0.4:
        name = fill(rng, "{surname}")
        return (
            name + rng.choice((star, star * 2, star + rng.choice("英明华军"), "某", "某某"))
            if kind < 0.35
            else f"阿{star}{star}·{star}{star}提"
        )
    if kind < 0.7:
        number = numbers.resident_id(rng)
        first, last = rng.choice(((1, 1), (1, 1), (3, 0), (0, 4), (1, 4), (3, 2), (0, 0), (2, 2)))
    elif kind < 0.85:
        number = numbers.mobile(rng)
        first, last = rng.choice(((1, 0), (3, 0), (0, 4), (3, 2), (1, 2), (0, 2)))
    else:
        number = numbers.bank_card(rng)
        first, last = rng.choice(((0, 4), (1, 3), (0, 3), (1, 1)))
    end = len(number) - last
    return number[:first] + star * (end - first) + number[end:]


def table_row(rng: Random) -> str:
    """A row of published results or statistics: CSV, a page's table, or a PDF's text."""
    when = numbers.any_day(rng, 2020, 2027)
    cells = [
        str(rng.choice((rng.randrange(0, 100), rng.randrange(0, 100), rng.randrange(100, 10**4))))
        for _ in range(rng.randrange(3, 9))
    ]
    first = rng.randrange(40, 660)
    codes = [str(first + step) for step in range(rng.randrange(5, 12))]
    threes = [str(rng.randrange(100, 700)) for _ in range(rng.randrange(4, 9))]
    result = f"{receipt(rng)},linshi-jiuzhu,{good_mask(rng)},{when:%Y-%m-%d},{when:%Y-%m-%d},{numbers.any_day(rng, 2020, 2027)},{{outcome}},{rng.choice(('', rng.randrange(1, 11)))},"
    return rng.choice(
        (
            result, result.replace(",", "\t"), f"[{','.join(codes)}]", "{town}," + ",".join(threes), " ".join(threes) + " {percent}", "{service}," + ",".join(cells), "| {service} | " + " | ".join(cells) + " |", "{service} " + " ".join(cells),
            f"{{window}},{cells[0]},{cells[1]},{{percent}},{{percent}},{cells[2]}", "{service}\x1f" + "\x1f".join(cells), f"{when.year},{','.join(cells)}", "\t".join(cells),
            f"{when:%Y%m%d},{cells[0]},{cells[1]}", '{"service": "{service}", "counts": [' + ", ".join(cells) + "]}", f"合计,{{big}},{{big}},{{percent}},{cells[0]}",
            f"{rng.choice(numbers.REGIONS)},{{county}},{cells[0]},{cells[1]}", "{window}\n{big}\n{n}\n{percent}\n{n}", f"{when.year}年{when.month}月\n{cells[0]}\n{cells[1]}",
        )
    )  # fmt: skip


HALL_LINES = (
    f"大厅手机：{HALL_MOBILE}", f"联系人手机 {HALL_MOBILE[:3]} {HALL_MOBILE[3:7]} {HALL_MOBILE[7:]}，{{time}}接听", f"{HALL_PHONE}，{{hotline}}",
    f"意见可发到{HALL_MAIL}", f'<a href="mailto:{HALL_MAIL}">{HALL_MAIL}</a>', f"地址：{HALL_ADDRESS}", f"{HALL_ADDRESS}，{{window}}窗口", f"联系电话：{HALL_MOBILE}（{{window}}）",
    "地址：{town}不远路{few}号", "办理地点：{town}便民服务大厅{few}楼{few}号窗口", "微信公众号：{town}发布", "{town}政务服务中心二楼东侧，乘{n}路公交车",
)  # fmt: skip


def around(kind: str, make: Callable[[Random], str] | None = None) -> Callable[[Random], str]:
    """A sentence of ``kind`` around what ``make`` draws."""

    def line(rng: Random) -> str:
        template = rng.choice(SENTENCES[kind])
        return fill(rng, template.replace("{}", make(rng)) if make else template)

    return line


def one_of(templates: list[str] | tuple[str, ...]) -> Callable[[Random], str]:
    """A filled template."""
    return lambda rng: fill(rng, rng.choice(templates))


def guide_sentences(rng: Random) -> str:
    """One to three sentences of a service guide or a law, in one line."""
    return "".join(fill(rng, rng.choice((*GUIDE, *GUIDE, *LAWS))) for _ in range(rng.randrange(1, 4)))


def named_hotline(rng: Random) -> str:
    """A hotline among words."""
    return f"{rng.choice(WORDS['office'])}服务热线{hotline(rng)}，投诉{hotline(rng)}"


NAMED: dict[str, Callable[[Random], str]] = {
    "document number": around("document", document),
    "hotline": named_hotline,
    "landline": around("phone"),
    "the hall's own contacts": one_of(HALL_LINES),
    "social credit code": lambda rng: fill(rng, credit_line(rng)),
    "standard": around("standard", standard),
    "date": around("date"),
    "receipt number": around("receipt", receipt),
    "names papers only": one_of(NAMES_PAPERS),
}
"""The kinds that issue 3 names: not one false alarm."""
ORDINARY: dict[str, Callable[[Random], str]] = {
    "guide": guide_sentences,
    "law": one_of(LAWS),
    "table row": lambda rng: fill(rng, table_row(rng)),
    "amount": around("amount"),
    "item code": around("item code", item_code),
    "other number": around("other number", other_number),
    "markup": one_of(MARKUP),
    "good mask": lambda rng: fill(
        rng,
        rng.choice(
            (
                "{0}",
                "{0}，{{service}}，{{outcome}}",
                "{0},{{date}},{{outcome}}",
                "申请人：{0}",
                "| {0} | {{service}} |",
                "证件号码：{0}",
                "联系电话：{0}",
            )
        ).format(good_mask(rng)),
    ),
}
CLEAN = {**NAMED, **ORDINARY}


def clean_line(rng: Random, kind: str) -> str:
    """A line of ``kind`` in which no number is valid as somebody's by chance."""
    while True:
        line = CLEAN[kind](rng)
        rest = line
        for known in (HALL_MOBILE, *own_receipts(), f"{HALL_MOBILE[:3]} {HALL_MOBILE[3:7]} {HALL_MOBILE[7:]}"):
            rest = rest.replace(known, "")
        if not numbers.is_private_by_chance(rest):
            return line
