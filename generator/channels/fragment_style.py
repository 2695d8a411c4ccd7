"""The style sheet of fragments: what is written for bare selectors, bound to the root of a fragment and made stronger.

The page around may have rules of any kind. Its ids are outweighed by three ``:not(#_)``, its ``!important`` by ours,
which then has the stronger selector. The source has comments and rules only, no @-rules.
"""

import re

_ROOT = ".gs-embed:not(#_):not(#_):not(#_)"
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMA = re.compile(r",\s*(?=&)")
FRAMED = ".gs-framed{margin:0;background:#fff}\n"
"""The body of our own page in a frame."""


def scoped(source: str) -> str:
    """The style sheet, a rule each line."""
    found = _RULE.findall(_COMMENT.sub("", source))
    return FRAMED + "".join(f"{_selectors(selectors)}{{{_declarations(body)}}}\n" for selectors, body in found)


def _selectors(text: str) -> str:
    return ",".join(one.strip().replace("&", _ROOT, 1) for one in _COMMA.split(text))


def _declarations(body: str) -> str:
    return ";".join(f"{one.strip()}!important" for one in body.split(";") if one.strip())
