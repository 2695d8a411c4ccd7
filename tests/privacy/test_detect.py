"""detect: numbers of persons are found in any disguise, and what only looks like them is left alone."""

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from privacy.corpus import HALL_TEXTS, corpus

from generator.privacy import (
    Hit,
    PublicContacts,
    RulesMissing,
    birth_dates,
    canonical,
    cards,
    check_rules,
    contacts,
    detect,
    find,
    home_phones,
    labels,
    papers,
    places,
)
from generator.privacy.identity import check_digit
from generator.privacy.prefilter import one_scan

KNOWN = PublicContacts.of(HALL_TEXTS)
LINES = corpus(11, 1_500)

SEVENTEEN = "11010119900307" + "321"
"""With its check digit, made at run time, a number with the shape of a real one."""
MOBILE = "138" + "00001234"
SCRIPTS = [
    "0123456789",
    "０１２３４５６７８９",
    "〇一二三四五六七八九",
    "零壹贰叁肆伍陆柒捌玖",
    "⓪①②③④⑤⑥⑦⑧⑨",
    "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
    "٠١٢٣٤٥٦٧٨٩",
]
INVISIBLE = ["", "\u200b", "\u00ad", "\x00", "\ufe0f", "\u0301", "\u202e"]
GAPS = ["", " ", "-", "·", "—", "\u3000"]


def identity_number() -> str:
    """A number with a sound check digit."""
    return SEVENTEEN + check_digit(SEVENTEEN)


def kinds(text: str, known: PublicContacts = detect.NO_PUBLIC_CONTACTS) -> list[str]:
    """What is found in ``text``."""
    return [hit.kind for hit in find(text, known)]


@given(st.sampled_from(SCRIPTS), st.sampled_from(INVISIBLE), st.sampled_from(GAPS), st.booleans())
def test_an_identity_number_is_found_in_any_disguise(script: str, nothing: str, gap: str, everywhere: bool) -> None:
    """Scripts, invisible characters and gaps, composed at will, hide nothing; and the offsets are exact."""
    number = identity_number().translate(str.maketrans("0123456789", script))
    groups = list(number) if everywhere else [number[:6], number[6:14], number[14:]]
    value = gap.join(nothing.join(group) for group in groups)
    found = find(f"户主，{value}，已受理")
    assert [hit.kind for hit in found] == ["resident-id"]
    assert (found[0].start, found[0].end) == (3, 3 + len(value))


@pytest.mark.parametrize(("gap", "script"), list(product(["", "-", " ", "\u200b", "."], SCRIPTS)))
def test_a_mobile_number_is_found_in_any_disguise(gap: str, script: str) -> None:
    """Groups of three and four, in any numerals."""
    number = MOBILE.translate(str.maketrans("0123456789", script))
    assert kinds(f"请打{number[:3]}{gap}{number[3:7]}{gap}{number[7:]}。") == ["mobile"]


@pytest.mark.parametrize("cell", ["\n", "\t", ",", '","', " | ", "\x1f\x1f\x1f", ";"])
def test_a_number_split_over_cells_is_found(cell: str) -> None:
    """The end of a cell or line between its parts hides no number."""
    number = identity_number()
    assert kinds(f"甲{cell}{cell.join((number[:6], number[6:14], number[14:]))}{cell}乙") == ["resident-id"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("11010119900307****", "masked-id"),
        ("138****0000", "masked-id"),
        ("E1020" + "3040", "passport"),
        ("H1020" + "3040", "travel-permit"),
        ("京A·1" + "0203", "plate"),
        ("军字第102" + "0304号", "other-paper"),
        ("a.b@" + "mail.example", "email"),
        ("某某小区3栋" + "2单元501室", "address"),
        ("不存在村3组" + "12号", "address"),
        ("家庭住址：" + "不存在小区3栋501", "address"),
        ("账号：1020" + "3040", "labelled-number"),
        ("身份证号：\nabc" + "123456", "labelled-number"),
        ("微信号：ren" + "_2026", "labelled-number"),
        ("622202" + "0000000007", "bank-card"),
        ("+86 138 " + "0000 1234", "mobile"),
    ],
)
def test_each_kind_is_found(text: str, kind: str) -> None:
    """Every kind has its detector."""
    assert kind in kinds(text)


@pytest.mark.parametrize(
    "text",
    [
        "国办发〔2019〕54号",
        "国务院令第649号",
        "拨打12345、12333或400-100-2000",
        "0571-88880000",
        "GB/T 37668-2019，GB 11643-1999",
        "2026-07-01,2026-07-09,2026-07-31",
        "XG2026Q3-0001 202607010001 2026-000123 SJ20260701001",
        "京ICP备12345678号",
        "请携带居民身份证原件和复印件1份",
        "000511005000",
        "1****************4",
        "王*明",
        "a" * 20 + "13800001234" + "b" * 20,
        "虚谷镇不远路1号",
        "M12 3456.78 138.12 345.678-3.5 1.2.3",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    """Documents, hotlines, standards, dates, receipts, coordinates and good masks raise no alarm."""
    assert kinds(text) == []


def test_what_the_hall_made_known_is_no_finding() -> None:
    """The hall's own contacts are public however they are written."""
    known = PublicContacts.of([MOBILE, "fuwu@" + "hall.example"])
    assert kinds(f"{MOBILE[:3]} {MOBILE[3:7]} {MOBILE[7:]}，FUWU@hall.example", known) == []
    assert kinds("139" + "00001234", known) == ["mobile"]


def test_a_wrong_check_digit_counts_with_a_label() -> None:
    """A slip in typing still tells the birth date."""
    wrong = SEVENTEEN + ("1" if check_digit(SEVENTEEN) != "1" else "2")
    assert kinds(f"身份证号{wrong}") == ["resident-id"]
    assert kinds(f"收件编号：{wrong}") == []


@given(st.text())
def test_offsets_are_within_any_text_and_in_order(text: str) -> None:
    """Whatever is read, hits are sorted, apart, and inside."""
    end = 0
    for hit in find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end


SIGNS = (
    *papers.PLATE_SIGNS, places.PLACE_SIGN, places.ADDRESS_SIGN, *labels.LABEL_SIGNS, *contacts.AT_SIGNS,
    birth_dates.BIRTH_SIGN, home_phones.HOME_SIGN,
)  # fmt: skip


def test_one_scan_finds_every_sign() -> None:
    """What a detector would start from alone, the scan for all of them finds as well, whatever stands around it."""
    before = ("", "1", "W", "出", "月", "家", "住", "户", "户籍", "登记", "居住", "所在", "}")
    after = (
        "是",
        "为第",
        "甲1",
        "军",
        "一",
        "1",
        "A1",
        "J1",
        "：12",
        "#12",
        "=",
        "at]",
        "号a",
        "电话",
        "于",
        "地",
        "址",
        " ",
        "\0村",
    )
    text = "。".join(map("".join, product(before, "京使J村号址住在籍地证信宝D#№@＠[（生岁宅", after)))
    together = {match.start() for match in one_scan(*SIGNS).finditer(text)}
    assert together == {match.start() for sign in SIGNS for match in sign.compiled().finditer(text)}


def test_canonical_has_no_disguise() -> None:
    """Digits of any script, nothing invisible, no gaps."""
    assert canonical("１１\u200b0-1 ①⑵三x") == "1101123X"


@pytest.mark.parametrize("detector", ["_in_columns", *(name for name in vars(detect) if name.startswith("find_"))])
def test_a_detector_that_is_gone_is_noticed(detector: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The self-test fails when any of them no longer finds its value."""
    check_rules()
    monkeypatch.setattr(detect, detector, lambda *_, **__: iter(()))
    with pytest.raises(RulesMissing):
        check_rules()


def plainly(text: str) -> tuple[Hit, ...]:
    """What is found without any answer that was kept, every rule reading in the whole text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(detect, "_LONGEST_KEPT", 0)
        patch.setattr(places, "_LONGEST_KEPT", 0)
        patch.setattr(labels, "labelled_by", labels.labelled_by.__wrapped__)
        return find(text, KNOWN)


@settings(deadline=None)
@given(st.integers(0, 10**9))
def test_kept_answers_are_the_plain_ones(seed: int) -> None:
    """In mixtures of lines that repeat with other things around them, cut anywhere, as much is found as without."""
    rng = Random(seed)
    few = [line.text for line in rng.sample(LINES, 6)]
    for _ in range(4):
        text = "".join(
            rng.choice(few) + rng.choice(("\n", "，", " ", "", '","', "(", "X", "A)", "\x1f")) for _ in range(8)
        )
        text = text[rng.randint(0, 40) : len(text) - rng.randint(0, 40)]
        assert find(text, KNOWN) == plainly(text)


def test_equal_stretches_are_judged_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same phone and hours on another page cost no second look."""
    page = "。" * 26 + "<dt>电话</dt><dd>0300-0000112，工作日8:30—12:00、13:30—17:30，到不远村3组问</dd>" + "。" * 64
    find(f"一页{page}")
    looks: list[str] = []
    monkeypatch.setattr(detect, "find_papers", lambda run: looks.append(run.text) or ())
    monkeypatch.setattr(places, "_HOME", None)

    assert find(f"另一页{page}还有别的") == find(page) == ()
    assert looks == []


def test_what_stands_around_is_part_of_the_question() -> None:
    """An answer is kept for all that a rule looks at: the label in front of a gap, the bracket and the X behind one."""
    young = "11010120050307" + "321"
    wrong = young + ("1" if check_digit(young) != "1" else "2")
    assert [kinds(f"{label}：{'_' * 11}{wrong}") for label in ("身份证号", "甲乙丙丁", "身份证号")] == [
        ["resident-id"],
        [],
        ["resident-id"],
    ]
    assert [kinds(f"编号为H1234567{end}") for end in ("8。", "8912。", "8。")] == [
        ["travel-permit"],
        [],
        ["travel-permit"],
    ]


def test_half_hidden_numbers_in_a_row_are_two() -> None:
    """A space between two whole masked numbers parts them; one within a number does not."""
    texts = ("110101********1234 110101********5678", "130****1234 139****5678", "1101 01** **** **12 34")

    assert [len(find(text)) for text in texts] == [2, 2, 1]


def test_address_of_an_office_is_public() -> None:
    """An office before the colon makes its address public; a person's stays private."""
    public = ("镇卫生院地址：虚谷镇健康路88号，门诊楼2楼203室", "不远村村民委员会地址：不远村3组12号")

    assert [find(text) for text in public] == [(), ()]
    assert find("地址：虚谷镇健康路88号3栋2单元203室")
    assert find("家庭地址：不远村3组12号")


@pytest.mark.parametrize(
    "word", ["登记号", "收件编号", "编号", "业务编号", "受理编号", "流水号", "案件编号", "自编编号"]
)
@pytest.mark.parametrize("born", ["20190301", "20210815", "19900307"])
def test_no_word_in_front_frees_a_valid_identity_number(word: str, born: str) -> None:
    """A child's number stands after the words of a receipt as easily as a receipt does."""
    number = f"110199{born}001"
    assert kinds(f"{word}：{number}{check_digit(number)}。") == ["resident-id"]


HALL_PLACE = "柳溪镇云岭小区6栋1单元102室"


@pytest.mark.parametrize("text", [HALL_PLACE, f"请到{HALL_PLACE}办理。", f"地址：{HALL_PLACE}"])
def test_an_address_of_the_hall_is_no_finding(text: str) -> None:
    """Whatever leads to it."""
    assert kinds(text) == ["address"]
    assert kinds(text, PublicContacts.of([HALL_PLACE])) == []


@pytest.mark.parametrize("place", ["云岭小区", "柳溪镇云岭小区", "云岭小区6栋", "柳溪镇云岭小区6栋1单元"])
@pytest.mark.parametrize("before", ["", "住址：", "低保户张某家住"])
def test_the_door_behind_a_known_place_is_private(place: str, before: str) -> None:
    """A known place frees itself only, and no longer address that has it as a part."""
    door = f"{place}{'' if '6栋' in place else '6栋'}{'' if '单元' in place else '1单元'}305室"
    assert "address" in kinds(f"{before}{door}。", PublicContacts.of([place]))


@pytest.mark.parametrize("word", ["{}A", "a{}", "X{}x", "lianxi{}", "{}wx", "Ａ{}", "A+86{}"])
def test_letters_glued_to_a_phone_hide_nothing(word: str) -> None:
    """Before it, behind it or on both sides."""
    assert kinds(f"电话{word.format(MOBILE)}。") == ["mobile"]


@pytest.mark.parametrize("word", ["a3{}", "{}f0", "JY{}012", "1{}A", "0.{}E"])
def test_a_word_with_more_digits_is_no_phone(word: str) -> None:
    """Hashes, numbers of documents and decimals."""
    assert "mobile" not in kinds(f"见{word.format(MOBILE)}。")


@pytest.mark.parametrize("spoken", ["洞幺二三四五六拐八勾", "洞幺贰叁肆伍陆拐捌勾", "〇幺23四五6拐8勾"])
def test_numerals_as_they_are_spoken_on_the_radio_hide_nothing(spoken: str) -> None:
    """洞 is 0, 幺 1, 拐 7 and 勾 9."""
    number = identity_number().translate(str.maketrans("0123456789", spoken))
    phone = ("139" + "07001789").translate(str.maketrans("0123456789", spoken))
    assert kinds(f"户主{number}，电话{phone}。") == ["resident-id", "mobile"]
    assert canonical(number) == identity_number()


def test_words_with_these_numerals_are_left_alone() -> None:
    """A hole, a bend and a hook are no number."""
    assert kinds("窑洞十二孔，洞口拐弯处勾缝，2026年7月1日完工，共300平方米，勾洞拐一带。") == []


def with_luhn(head: str) -> str:
    """``head`` with the check digit of a card."""
    return next(f"{head}{last}" for last in range(10) if cards.luhn(f"{head}{last}"))


@pytest.mark.parametrize(
    "head", ["410184" + "202605103", "620199" + "202403017", "37" + "123400005678", "34" + "567800001234"]
)
def test_region_with_a_year_and_american_express_are_no_card(head: str) -> None:
    """The number of a contract begins with region and year; the check digit fits one in ten by chance."""
    assert "bank-card" not in kinds(f"合同编号：{with_luhn(head)}。")


@pytest.mark.parametrize("head", ["621799" + "202605103217", "622909" + "20241234567", "622848" + "201900123456"])
def test_a_card_with_a_year_behind_its_issuer_is_found(head: str) -> None:
    """No region begins like these issuers."""
    assert "bank-card" in kinds(f"张某{with_luhn(head)}。")


@pytest.mark.parametrize("text", ["车牌号：贵fgg6" + "3e", "号牌 湘f·3e4" + "g8", "川ab12" + "34 已还"])
def test_a_plate_in_small_letters_is_found(text: str) -> None:
    """Behind its label, or as a word alone."""
    assert kinds(text) == ["plate"]


@pytest.mark.parametrize("text", ["新 mac2024", "升级到 云b20231版", "新版abc12345", "苏e生活3.0"])
def test_a_name_of_goods_is_no_plate(text: str) -> None:
    """A year among the digits, or words around it."""
    assert kinds(text) == []


@pytest.mark.parametrize("address", ["138.120.12.123", "139.130.204.12", "158.12.130.201"])
def test_the_address_of_a_computer_is_no_phone(address: str) -> None:
    """Four numbers below 256 with dots between them."""
    assert kinds(f"服务器{address}，端口80") == []


@pytest.mark.parametrize("name", ["子虚", "欧阳*", "张**", "欧阳***"])
@pytest.mark.parametrize("number", ["529991****" + "****8610", "1380000" + "**12"])
def test_stars_of_a_name_hide_no_half_hidden_number(name: str, number: str) -> None:
    """A number that shows too much is found behind a name with stars, too."""
    assert kinds(f"{name} {number}") == ["masked-id"]


def test_an_identity_number_without_its_last_digit_is_found() -> None:
    """What was cut off in copying tells of a person still; a receipt, a longer number and a day of today do not."""
    number = "529991" + "19360315" + "861"
    assert kinds(f"| 张* | {number} |") == ["resident-id"]
    for clean in (f"收件编号：{number}", f"SL{number}", "529991" + "20260315" + "861", f"3.{number}"):
        assert kinds(clean) == []
