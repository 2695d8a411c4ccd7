"""Finds every private value of a text with all detectors.

One scan finds the few places worth a look: runs of six digits or more, in any script and with gaps between them; digits
beside hidden ones; and the signs of plates, addresses, e-mail and labels. Only the surroundings of these places are
brought to a plain form and given to the detectors. The time is proportional to the length of the text.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from generator.privacy.birth_dates import BIRTH_SIGN, find_birth_dates
from generator.privacy.cards import find_cards, is_broken_card
from generator.privacy.chat_accounts import find_chat_accounts
from generator.privacy.columns import cells_below_headers
from generator.privacy.contacts import AT_SIGNS, find_emails, find_mobiles
from generator.privacy.disguise import DIGIT, JOINER, canonical, fold, has_chinese_digit
from generator.privacy.finding import NO_PUBLIC_CONTACTS, Hit, PrivateKind, PublicContacts, RulesMissing
from generator.privacy.fragments import find_fragments
from generator.privacy.home_phones import HOME_SIGN, find_home_phones
from generator.privacy.home_places import find_home_places
from generator.privacy.identity import check_digit, find_identity
from generator.privacy.labels import LABEL_SIGNS, find_labelled, labelled_by
from generator.privacy.masked import MASK_SIGN, find_masked
from generator.privacy.misread import find_misread
from generator.privacy.names import find_names, label_before, name_behind
from generator.privacy.offices import is_of_office
from generator.privacy.papers import PLATE_SIGNS, find_papers, find_plates
from generator.privacy.places import ADDRESS_SIGN, PLACE_SIGN, find_addresses, leads_to_a_door
from generator.privacy.prefilter import characters, either
from generator.privacy.wraps import unwrapped

_STRENGTH: tuple[PrivateKind, ...] = (
    "resident-id", "masked-id", "mobile", "travel-permit", "passport", "other-paper", "bank-card", "resident-id-15",
    "plate", "email", "address", "labelled-number", "sensitive-name", "name",
)  # fmt: skip
_RANK = {kind: rank for rank, kind in enumerate(_STRENGTH)}
_SIGNS = (*PLATE_SIGNS, PLACE_SIGN, ADDRESS_SIGN, *LABEL_SIGNS, *AT_SIGNS, BIRTH_SIGN, HOME_SIGN)
_MASK = MASK_SIGN.compiled()
_WORTH_A_LOOK = re.compile(
    f"[{DIGIT[1:-1]}{characters(*_SIGNS)}](?:(?<={DIGIT})"
    f"(?:(?:{JOINER}*+{DIGIT}){{5}}(?P<seventh>(?:{JOINER}*+{DIGIT})*+)"
    f"|(?<=[{MASK_SIGN.characters}])(?P<mask>(?={MASK_SIGN.surroundings})))"
    f"|(?<!{DIGIT}){either(*_SIGNS)})"
)
"""Six digits or more (with all from the seventh on), a digit beside hidden ones, or a sign; signs are no digits and
nothing that joins them."""
_CHECKED_BY_A = re.compile(f"{JOINER}++(?<=[(（])[AＡ][)）]")
_LAST_X = re.compile(f"{JOINER}*+[XxＸｘ×✕✖╳⨯⤫ΧχХхⅩⅹⓍⓧ🅧🅇🄧\U0001d400-\U0001d7cb]")
_ORDINARY = re.compile(
    r"(?:(?:19|20)[0-9]{2}[-/.][01]?[0-9][-/.][0-3]?[0-9](?:[ \t\n\x1f,;|\"']+|\Z))*+\Z"
    r"|(?=[^.]*\.)(?=[^. ,\-]*[. ,\-]+[0-9]*(?:[ ,\-]|\.[0-9]*[ ,\-]))[0-9]{1,3}(?:[ .,\-\n]+[0-9]{1,3})*+"
    r"|(?=[^ ]* )(?=[^\-]*-)[0-9]{1,2}(?:[ \-]+[0-9]{1,2})*+"
)
"""Days of the calendar, and the small decimals of a drawing."""
_SHORTEST = 11
_LETTERS_BEFORE = re.compile(r"[^\W0-9\u4e00-\u9fff](?![\u4e00-\u9fff])|[字第]")
_BEFORE, _AFTER = 24, 8
_MASK_SIGN = 8
"""Signs behind a digit that tell whether hidden ones follow."""
_JOINERS = re.compile(f"{JOINER}*+")
_ANSWERS_KEPT = 8_192
_LONGEST_KEPT = 160
"""Of how many runs the answers are kept, and how long one may be with what stands around it: about 4 MB."""
_IDENTIFIER = re.compile(r"(?<![A-Za-z0-9+/])(?![A-Za-z0-9+/]*[0-9]{5})[A-Za-z0-9+/]{22}==")
"""Sixteen bytes by which programs tell a PDF from others, without five digits in a row; some begin with QQ or VX."""
_IDENTIFIER_LENGTH = 24
_NUMBERS = {
    "resident-id",
    "resident-id-15",
    "mobile",
    "bank-card",
    "labelled-number",
    "travel-permit",
    "passport",
    "other-paper",
    "plate",
}


def find(text: str, known: PublicContacts = NO_PUBLIC_CONTACTS) -> tuple[Hit, ...]:
    """Every private value of ``text`` by offset, sorted; where two overlap, the surer kind stays.

    What stays is ``nameable`` only if all that it overlaps is.
    """
    hits = [hit for hit in _all(text, known) if not _is_allowed(text, hit, known)]
    if not hits:
        return ()
    kept: list[Hit] = []
    last: Hit | None = None
    for hit in sorted(hits, key=lambda hit: (hit.start, _RANK[hit.kind], -hit.end)):
        if last is None or hit.start >= last.end:
            kept.append(hit)
        elif _RANK[hit.kind] < _RANK[last.kind]:
            hit = replace(hit, nameable=hit.nameable and last.nameable)
            kept[-1] = hit
        else:
            kept[-1] = last = replace(last, nameable=hit.nameable and last.nameable)
            continue
        last = hit
    return tuple(kept)


def _all(text: str, known: PublicContacts) -> Iterator[Hit]:
    masks, signs = list[int](), list[int]()
    for found in _WORTH_A_LOOK.finditer(text):
        start, end = found.span()
        if found.lastgroup is None:
            signs.append(start)
        elif found.lastgroup == "mask":
            masks.append(start)
        else:
            begin, stop = _surroundings(text, start, end)
            if stop - begin <= _LONGEST_KEPT:
                hidden, hits = _judge_run(text[begin:stop], start - begin, end - begin, bool(found["seventh"]))
            else:
                begin, (hidden, hits) = 0, _judge_run.__wrapped__(text, start, end, bool(found["seventh"]))
            masks += [begin + place for place in hidden]
            for hit in hits:
                yield Hit(begin + hit.start, begin + hit.end, hit.kind)
    yield from find_masked(text, masks)
    yield from find_plates(text, signs)
    yield from find_emails(text, signs, known)
    yield from find_addresses(text, signs, known)
    yield from find_labelled(text, signs)
    yield from find_birth_dates(text, signs)
    yield from find_home_phones(text, signs)
    yield from find_home_places(text)
    yield from find_misread(text)
    yield from find_fragments(text)
    yield from find_chat_accounts(text)
    yield from _in_columns(text)
    yield from find_names(text)


def _in_columns(text: str) -> Iterator[Hit]:
    """What only the header of its column gives away: the cell is read as if the header stood before it."""
    for cell in cells_below_headers(text):
        label = f"{cell.header}："
        for hit in find(label + cell.text):
            if hit.start >= len(label) and hit.kind in ("labelled-number", "address"):
                start = cell.start + hit.start - len(label)
                yield Hit(start, start + hit.end - hit.start, hit.kind, hit.nameable)


def _surroundings(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of all that any rule about the run of digits ``text[start:end]`` looks at.

    One sign more than ``_BEFORE`` in front of it; behind it what could join it to an X or a bracket, and ``_AFTER``.
    """
    joined = _JOINERS.match(text, end)
    return max(0, start - _BEFORE - 1), (joined.end() if joined else end) + 1 + _AFTER


@lru_cache(_ANSWERS_KEPT)
def _judge_run(around: str, start: int, end: int, is_long: bool) -> tuple[tuple[int, ...], tuple[Hit, ...]]:
    """Digits beside hidden ones, and private values, in the run of digits ``around[start:end]``.

    The phone and the hours that stand on every page of a site are judged once: for equal surroundings the answer is
    the same in any text. The answers are kept in the memory of this process and nowhere else.
    """
    hidden = tuple(mask.start() for mask in _MASK.finditer(around, start, end + _MASK_SIGN))
    hits: list[Hit] = []
    if checked := _CHECKED_BY_A.match(around, end):
        hits += find_papers(fold(around, max(0, checked.end() - _BEFORE), checked.end(), words=True))
    if is_long and not _is_ordinary(around, start, end):
        hits += _in_run(around, start, end)
    return hidden, tuple(hits)


def _is_ordinary(text: str, start: int, end: int) -> bool:
    """Whether a run is too short for a person's number without letters, or made of days or decimals."""
    if _ORDINARY.fullmatch(text, start, end):
        return True
    short = end - start < _SHORTEST and not _LETTERS_BEFORE.search(text, max(0, start - 8), start)
    return short and text[end : end + 1] not in {")", "）"}


def _in_run(text: str, start: int, end: int) -> Iterator[Hit]:
    """What stands in one stretch of digits, read with its Chinese numerals as digits and, if it has any, as words."""
    tail = _LAST_X.match(text, end)
    stop = (tail.end() if tail else end) + _AFTER
    readings = [fold(text, max(0, start - _BEFORE), stop)]
    if has_chinese_digit(text[max(0, start - 1) : end]):
        readings.append(fold(text, max(0, start - _BEFORE), stop, words=True))
    for broken in unwrapped(text, max(0, start - _BEFORE), stop):
        if broken.in_column or is_broken_card(broken.run.text, broken.lengths, broken.words):
            yield from find_cards(broken.run)
        if broken.in_column or broken.in_sentence:
            yield from find_mobiles(broken.run)
    length = end - start
    for run in readings:
        for shortest, detector in ((15, find_identity), (11, find_mobiles), (0, find_papers), (15, find_cards)):
            if length < shortest:
                continue
            for hit in detector(run):
                if hit.end > start and hit.start > start - _BEFORE // 2:
                    yield hit


def _is_allowed(text: str, hit: Hit, known: PublicContacts) -> bool:
    return _is_known(text, hit, known) or is_of_office(text, hit) or _is_of_program(text, hit)


def _is_of_program(text: str, hit: Hit) -> bool:
    """Whether a label and the value after it are signs within the identifier of a file."""
    around = _IDENTIFIER.finditer(text, max(0, hit.start - _IDENTIFIER_LENGTH), hit.end + _IDENTIFIER_LENGTH)
    return hit.kind == "labelled-number" and any(one.start() <= hit.start and hit.end <= one.end() for one in around)


def _is_known(text: str, hit: Hit, known: PublicContacts) -> bool:
    if hit.kind not in _NUMBERS or not known.numbers:
        return False
    value = canonical(text[hit.start : hit.end])
    return value in known.numbers


def check_rules() -> None:
    """Try every detector on a value made up here; raise RulesMissing if one does not find it.

    Answers that were kept are forgotten first: they could come from a detector that is gone.
    """
    for kept in (_judge_run, labelled_by, leads_to_a_door, label_before, name_behind):
        kept.cache_clear()
    serial = "0" * 2 + "7"
    born = "1101011990" + "0307" + serial
    sound = born + check_digit(born)
    probes: tuple[tuple[PrivateKind, str], ...] = (
        ("resident-id", sound),
        ("resident-id-15", "110101" + "900307" + serial),
        ("masked-id", "110101" + "*" * 8 + "1234"),
        ("travel-permit", "H" + "10203040"),
        ("passport", "E" + "10203040"),
        ("other-paper", "军字第" + "1020304号"),
        ("mobile", "138" + "0000" + "1234"),
        ("bank-card", "622202" + "0000" + "0000" + "07"),
        ("plate", "京A" + "·10203"),
        ("email", "a.b" + "@" + "mail.example"),
        ("address", "某某小区3栋" + "2单元501室"),
        ("labelled-number", "账号：" + "10203040"),
        ("sensitive-name", "信访人：" + "冉满仓"),
        ("name", "户主：" + "冉满仓"),
        ("labelled-number", "出生日期：" + "1990年3月7日"),
        ("labelled-number", "家庭电话：2" + "040" + "506"),
        ("labelled-number", "加微" + "abc_" + "10203"),
        ("labelled-number", "序号,出生日期\n1,1990-" + "03-07\n"),
        ("address", "家住 东经" + "104.123456，北纬30.123456"),
        ("resident-id", sound.replace("0", "O", 3)),
        ("masked-id", "身份证后六位：" + sound[-6:]),
    )
    for kind, probe in probes:
        if kind not in {hit.kind for hit in find(probe)}:
            raise RulesMissing(kind)
