"""Tells what makes a name a secret: illness, petition, correction, orphans and left-behind children beside it.

Sensitive personal data, identities that set apart (特定身份) among them, and those of children under 14: Personal
Information Protection Law (个人信息保护法), art. 28; what a petitioner reports: 信访工作条例, art. 30; minors in
correction: Community Correction Law (社区矫正法), art. 54; children in distress and minors: Law on the Protection of
Minors (未成年人保护法), art. 4.

Some are named by no notice, whatever basis it states: who petitions or reports (Rules on Handling Reports,
纪检监察机关处理检举控告工作规则, art. 47), is in drug treatment (戒毒条例, art. 7), in correction or in prison, has
AIDS (艾滋病防治条例, art. 39), and children in need (个人信息保护法, art. 28).
"""

import re

_LABELS_LISTED = """
信访人 来访人 来信人 上访人 投诉人 投诉者 举报人 举报者 反映人 申诉人 控告人 检举人 矫正对象 矫正人
矫正人员 戒毒人员 吸毒人员 刑满释放人员 帮教对象 服刑人员 缓刑人员 假释人员 患者 病人 病患 残疾人
重病对象 大病救助对象 鉴定人 孕妇 产妇 就诊人 感染者 孤儿 留守儿童 困境儿童 抚养儿童 留守老人
流浪儿童 受害人
"""
SENSITIVE_LABELS = frozenset(_LABELS_LISTED.split())
"""Labels of persons who must not be named at all."""
_WORDS = re.compile(
    "癌|肿瘤|尿毒|透析|白血病|艾滋|精神(?:病|障碍|分裂|残疾)|抑郁|癫痫|瘫痪|[肢视听智]力?体?残疾|智障|痴呆|脑梗|中风|结核|肝炎|重病|大病|患病|[患]有|住院|手术|流产|引产|怀孕|孕期"
    "|信访|上访|举报|控告|检举|矫正|戒毒|吸毒|服刑|刑满|缓刑|犯罪|判刑|孤儿|留守儿童|困境儿童|无人抚养"
)
_NEVER_LISTED = """
信访人 来访人 来信人 上访人 投诉人 投诉者 举报人 举报者 反映人 申诉人 控告人 检举人 矫正对象 矫正人
矫正人员 戒毒人员 吸毒人员 刑满释放人员 帮教对象 服刑人员 缓刑人员 假释人员 感染者 受害人
孤儿 留守儿童 困境儿童 抚养儿童 流浪儿童 儿童 新生儿
"""
NEVER_NAMED = frozenset(_NEVER_LISTED.split())
"""Labels of persons whom no law lets a hall name."""
_NEVER_BESIDE = re.compile(
    "艾滋|(?:信访|上访|举报|控告|检举|矫正|戒毒|吸毒|服刑|刑满|缓刑|(?<![无未])犯罪|判刑|孤儿|留守儿童|困境儿童|无人抚养)"
    "(?!电话|热线|信箱|邮箱|方式|途径|渠道|受理|工作|管理|部门|机构|中心|专干|社工|窗口|[局办科所岗站院])"
)
"""Not where a person works (信访办, 戒毒所), nor how to object (举报电话)."""
_SENTENCE_END = re.compile(r"[。！？!?\n\x1f;；<>\"{}]")
_NEAR = 40


def is_beside_a_sensitive_word(text: str, start: int, end: int) -> bool:
    """Whether such a word stands in the sentence of ``text[start:end]``, at most 40 characters away."""
    return _is_beside(_WORDS, text, start, end)


def may_be_named(text: str, start: int, end: int, label: str = "") -> bool:
    """Whether a notice that has to name people may name ``text[start:end]``, a person whom ``label`` stands before."""
    return label not in NEVER_NAMED and not _is_beside(_NEVER_BESIDE, text, start, end)


def _is_beside(words: re.Pattern[str], text: str, start: int, end: int) -> bool:
    before = _SENTENCE_END.split(text[max(0, start - _NEAR) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _NEAR], maxsplit=1)[0]
    return words.search(before) is not None or words.search(after) is not None
