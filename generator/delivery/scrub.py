"""What a library says when it fails, fit to be shown: a line of it, without keys, passwords and signed addresses."""

import os
import re
from collections.abc import Mapping

from generator.texts.delivery import REASONS

MOST_CHARACTERS = 200
SECRET_VARIABLES = (
    "AWS_ACCESS_KEY_ID",
    "AWS_SECRET_ACCESS_KEY",
    "AWS_SESSION_TOKEN",
    "GONGSHI_GIT_USERNAME",
    "GONGSHI_GIT_PASSWORD",
)
"""Variables of the environment whose values are never shown."""

_UNSENT = "error sending request"
"""What obstore says where there is nobody to ask."""
_LEAST = 4
"""So long a value has to be for a secret: a letter stands in every word."""

_USER = re.compile(r"//[^/\s@]*@")
_QUERY = re.compile(r"\?[^\s()\"']+")


def reason_of(error: BaseException, environment: Mapping[str, str] = os.environ) -> str:
    """Why something failed: in Chinese where the kind of error says it, else what the library says, scrubbed."""
    for kind in type(error).__mro__:
        if kind.__name__ in REASONS:
            return REASONS[kind.__name__]
    if _UNSENT in str(error):
        return REASONS["ConnectionError"]
    return scrubbed(f"{type(error).__name__}: {error}", environment)


def scrubbed(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """The first line of ``text`` without what is secret in it."""
    for name in SECRET_VARIABLES:
        secret = environment.get(name, "")
        if len(secret) >= _LEAST:
            text = text.replace(secret, "***")
    line = _QUERY.sub("?…", _USER.sub("//", text.strip().partition("\n")[0]))
    return line if len(line) <= MOST_CHARACTERS else f"{line[:MOST_CHARACTERS]}…"
