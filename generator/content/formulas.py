"""What a spreadsheet would run as a formula: refused where it is typed in, disarmed where it is handed out.

In content a cell that begins like a formula is a slip, or worse, and is reported (``may_run``). In a download the same
text must stay readable, so it is only made inert, and there every way is closed by which a program may find a formula.
"""

import re

_STARTS = ("=", "+", "-", "@")
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_FORMULA = re.compile(r"""((?:^|[;,|])[\s"'`“”‘’＂＇\u200b-\u200f\u2060\ufeff]*)(?=[=+\-@＝＋－−＠﹢﹣﹦﹫])""")
"""Where a spreadsheet would begin to read a formula: at the start of a cell, or of what it takes for one when it splits
lines at semicolons; it may pass over spaces, quotes and invisible characters, and takes full-width signs as well."""


def may_run(text: str) -> bool:
    """Whether a spreadsheet would take a cell with ``text`` for a formula."""
    return text.lstrip().startswith(_STARTS)


def inert(text: str) -> str:
    """The same text for a reader, and only text for a spreadsheet: one line, an apostrophe before what could run."""
    return _FORMULA.sub(r"\1'", _CONTROL.sub(" ", text))
