"""Lines that must nearly all be found: numbers that have no shape of their own beside the label that betrays them.

A wrong check digit or a lost digit makes an identity number one of these.
"""

import re
from random import Random

from privacy import corpus_numbers as numbers
from privacy.corpus_numbers import digits
from privacy.corpus_shaped import Make
from privacy.corpus_words import fill

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
LABELLED: dict[str, tuple[tuple[str, ...], tuple[Make, ...]]] = {
    "identity number": (
        ("身份证号", "身份证号码", "公民身份号码", "身份证", "身份号码", "身份证件号码", "ID No."),
        (numbers.mistyped_id, lambda rng: numbers.resident_id(rng)[:17], lambda rng: digits(rng, 16)),
    ),
    "number of a paper": (
        ("证件号码", "证件号", "有效证件号码", "证件编号"),
        (lambda rng: digits(rng, rng.randrange(7, 11)), lambda rng: rng.choice(LETTERS) + digits(rng, rng.randrange(6, 10))),
    ),
    "passport by its label": (
        ("护照号码", "护照号", "护照", "Passport No."),
        (lambda rng: digits(rng, 9), lambda rng: rng.choice(LETTERS) + digits(rng, 7), lambda rng: "".join(rng.choices(LETTERS, k=2)) + digits(rng, 6)),
    ),
    "permit without a letter": (("台胞证号", "回乡证号", "港澳通行证号码", "台湾居民来往大陆通行证号", "往来港澳通行证号"), (lambda rng: digits(rng, 8), lambda rng: digits(rng, 10))),
    "account": (("银行账号", "账号", "账户", "开户账号", "收款账号", "存折账号", "银行卡号", "卡号", "帐号"), (lambda rng: "1" + digits(rng, rng.randrange(11, 18)), lambda rng: "2" + digits(rng, 14))),
    "disability card": (("残疾证号", "残疾人证号", "残疾证", "残疾人证号码"), (lambda rng: digits(rng, 10), lambda rng: numbers.mistyped_id(rng) + "42")),
    "social security": (("社保卡号", "社会保障卡号", "社会保障号码", "医保卡号", "医保编号", "参保编号", "个人编号"), (lambda rng: rng.choice(LETTERS) + digits(rng, 8), lambda rng: digits(rng, 9), lambda rng: digits(rng, 12))),
    "WeChat": (("微信号", "微信"), (lambda rng: f"wxid_{digits(rng, 4)}ab{digits(rng, 2)}", lambda rng: f"xiaoming{digits(rng, 4)}", lambda rng: f"zhao_{digits(rng, 3)}")),
    "QQ": (("QQ号", "QQ", "QQ号码"), (lambda rng: rng.choice("123456789") + digits(rng, rng.randrange(5, 10)),)),
    "household": (("户口簿号", "户口本号", "户号", "户籍编号"), (lambda rng: digits(rng, 9), lambda rng: rng.choice(LETTERS) + digits(rng, 8))),
    "welfare card": (("低保证号", "特困供养证号", "优待证号", "退役军人优待证号"), (lambda rng: digits(rng, 10), lambda rng: f"DB{digits(rng, 8)}")),
    "marriage": (("结婚证字号", "结婚证号", "离婚证号"), (lambda rng: f"J{rng.choice(numbers.REGIONS)}-{rng.randrange(1995, 2026)}-{digits(rng, 6)}",)),
    "birth": (("出生医学证明编号", "出生证编号", "出生证号"), (lambda rng: rng.choice(LETTERS) + digits(rng, 9),)),
    "driver": (("驾驶证号", "驾驶证档案编号", "驾驶证号码"), (lambda rng: digits(rng, 12),)),
    "officer": (("军官证号", "士兵证号", "警官证号"), (lambda rng: rng.choice("军南北空海") + f"字第{digits(rng, 7)}号", lambda rng: digits(rng, 7))),
    "patient": (("病历号", "住院号", "门诊号", "病案号"), (lambda rng: digits(rng, rng.randrange(6, 10)),)),
    "pupil": (("学号", "学籍号", "准考证号"), (lambda rng: digits(rng, rng.randrange(8, 13)), lambda rng: "G" + digits(rng, 12))),
    "foreigner": (("外国人永久居留身份证号", "永久居留证号码"), (lambda rng: "".join(rng.choices(LETTERS, k=3)) + digits(rng, 12),)),
}  # fmt: skip
"""Kind -> labels, ways to draw a value."""

LABELLED_LINES = """
{name}，{label}：{value}，{outcome}
{label}：{value}
{label}:{value}
{label}: {value}
{label} {value}
{name}（{label}{value}）申请{service}
{applicant}{name}{label}为{value}，已核对
{label}是{value}。
"{label}": "{value}"
{"name": "{name}", "{label}": "{value}"}
{name}\t{label}\t{value}\t{outcome}
| {label} | {value} |
{label},{value}
**{label}：** {value}
姓名：{name}；{label}：{value}；{service}
{label}【{value}】
2026-07-01 09:30:12 DEBUG {label}={value}
{label}：
{label}（{value}）
""".strip().splitlines()
"""A line that ends in the label goes on in the next one."""


def labelled_line(rng: Random, kind: str) -> tuple[str, str]:
    """A line with a label and a number that only the label betrays: (text with the value, value)."""
    labels, makes = LABELLED[kind]
    value, template = rng.choice(makes)(rng), rng.choice(LABELLED_LINES)
    if "{value}" not in template:
        template += "\n{value}"
    return fill(rng, re.sub(r"\{label\}", rng.choice(labels), template)), value
