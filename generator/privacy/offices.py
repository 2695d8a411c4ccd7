"""Tells numbers of offices, firms and web pages from those of persons, by what stands right before them.

A licence, a registration, a staff number or the account of a public body can have the shape of a person's number; the
label beside it says whose it is. A sound identity number is never freed by a label, only in the address of a web page.
"""

import re

from generator.privacy.cards import YEAR_OF_DOCUMENT
from generator.privacy.disguise import canonical
from generator.privacy.finding import Hit
from generator.privacy.identity import is_resident

_BETWEEN = r"(?:</?[a-z0-9]+>|[^0-9A-Za-z一-鿿])"
_NUMBER_WORD = "(?:编?号码?|编码|字号)?"
_OFFICE = re.compile(
    r"(?:(?:(?<!居留)许可|执业|执法(?:人员)?|行政检查|(?<!体格)(?<!身体)检查|运输|采伐|营运|经营备案|作坊登记|法人登记|社团登记|凭)证"
    rf"书?{_NUMBER_WORD}|(?:员工|职工|工作人员|教职工)(?:编号|工?号)|工号|(?:企业|工商|商户|执照|原)?注册号码?|营业执照{_NUMBER_WORD}"
    rf"|(?:对公|缴费|工会|捐款|捐赠|专户|国库|财政|基本存款|单位)(?:账号|账户|帐号|帐户))"
    rf"{_BETWEEN}{{0,24}}[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]?\Z"
)
_HEADED = re.compile(r"(?:\A|\n)[^\n,]{1,16},(?:企业|工商)?注册号\r?\n[^\n,0-9]{1,24},\Z")
_PUBLIC_BODY = re.compile(
    r"(?:户名|收款单位|开户单位|单位名称)[^0-9]{0,40}(?:政府|[局所会]|中心|委员会|办公室)[^0-9一-鿿]{0,32}(?:账号|账户|帐号|帐户)"
    rf"{_BETWEEN}{{0,24}}\Z"
)
_DOCUMENT = re.compile(r"(?:编号|文号|案号|合同号|项目号)[^0-9]{0,12}\Z")
_REGION_AND_YEAR = re.compile(f"[1-8][0-9]{{5}}{YEAR_OF_DOCUMENT}")
_WEB_PAGE = re.compile(r"https?://(?:[a-z0-9\-]+\.)+gov\.cn(?::[0-9]+)?/(?:[\w.%~\-/]*[/_\-])?\Z", re.ASCII)
_REACH, _ADDRESS = 80, 240
_BY_LABEL = {"labelled-number", "resident-id-15", "mobile", "other-paper"}
_IN_ADDRESSES = {"resident-id", "resident-id-15", "mobile", "bank-card"}


def is_of_office(text: str, hit: Hit) -> bool:
    """Whether the number at ``hit`` is that of a licence, a clerk, a public account, a document or a page of gov.cn."""
    before = text[max(0, hit.start - _REACH) : hit.start]
    written = text[hit.start : hit.end]
    unsound = hit.kind == "resident-id" and written.isdigit() and not is_resident(canonical(written))
    if (hit.kind in _BY_LABEL or unsound) and (_OFFICE.search(before) or _HEADED.search(before)):
        return True
    if hit.kind == "labelled-number" and _PUBLIC_BODY.search(before):
        return True
    if hit.kind == "bank-card" and _DOCUMENT.search(before):
        return _REGION_AND_YEAR.match(canonical(text[hit.start : hit.end])) is not None
    if hit.kind not in _IN_ADDRESSES or text[hit.start - 1 : hit.start] not in {"/", "_", "-"}:
        return False
    return _WEB_PAGE.search(text[max(0, hit.start - _ADDRESS) : hit.start]) is not None
