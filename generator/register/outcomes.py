"""Find out what a cell of the column of outcomes (办理结果) says: one of our four outcomes, and nothing else of it.

Clerks write notes behind the outcome: 已办结（已通知本人）, 同意，已发证. The first words decide; what stands behind
them must not say another outcome.
"""

import re

from generator.register.columns import plain
from generator.texts.columns import OUTCOME_DOUBTS, OUTCOME_TICKS, OUTCOMES

SEVERAL = ""
"""What ``outcome_in`` gives for a text that says more than one outcome, or may."""

_OUTCOMES = {plain(word): outcome for outcome, words in OUTCOMES.items() for word in words}
_PARTS = re.compile(r"[\s，,。．；;：:、/|（()）\[\]【】〔〕<>《》—－+＋☐□○]+")
_DOUBTS = re.compile("|".join(OUTCOME_DOUBTS))


def is_outcome(text: str) -> bool:
    """Whether ``text`` is one outcome and nothing else."""
    return text in OUTCOME_TICKS or plain(text) in _OUTCOMES


def outcome_in(text: str) -> str | None:
    """The outcome that ``text`` says; SEVERAL where it may say several, None where it begins with no outcome."""
    if text in OUTCOME_TICKS:
        return "办结"
    whole = _OUTCOMES.get(plain(text))
    if whole:
        return whole
    parts = [name for part in _PARTS.split(text) if (name := plain(part))]
    found = _OUTCOMES.get(parts[0]) if len(parts) > 1 else None
    if found is None:
        return None
    for part in parts[1:]:
        if _OUTCOMES.get(part, found) != found:
            return SEVERAL
        if found == "办结" and part not in _OUTCOMES and _DOUBTS.search(part):
            return SEVERAL
    return found
