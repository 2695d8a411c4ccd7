"""The steps and the questions that a cell holds."""

import re

from generator.catalogue.cell_lists import parts_of

_ARROWS = re.compile("→|➝|➔|⇒|↓|=+>|-+>|—+>|－+＞|>+|》》|—+")
_HEAD = re.compile(r"^(?P<name>[^：:。，；\s]{1,12})[：:]\s*(?P<what>.+)$", re.DOTALL)
_ASKED = re.compile(r"(?:^|(?<=[\s。？?；;]))(?:[0-9]{1,2}[.、．]\s*)?(?P<who>问|答)\s*[：:]")
_LONGEST_NAME = 40


def steps(text: str, heading: str) -> list[dict[str, str]]:
    """The steps of a cell; a description that cannot be taken apart is one step that is called as its ``heading``."""
    arrows = [part.strip() for part in _ARROWS.split(text.strip()) if part.strip()]
    is_row = len(arrows) > 1 and all(len(part) <= _LONGEST_NAME and "\n" not in part for part in arrows)
    return [_step(part, heading) for part in (arrows if is_row else parts_of(text))]


def _step(text: str, heading: str) -> dict[str, str]:
    if found := _HEAD.match(text):
        return {"name": found["name"], "what": found["what"].strip()}
    line = " ".join(text.split())
    return {"name": line} if len(line) <= _LONGEST_NAME else {"name": heading, "what": text}


def questions(text: str) -> list[dict[str, str]] | None:
    """The questions of a cell, 问：…… 答：……; None for other text."""
    marks = list(_ASKED.finditer(text))
    asked = [mark["who"] for mark in marks]
    if not marks or text[: marks[0].start()].strip() or asked != ["问", "答"] * (len(marks) // 2):
        return None
    ends = [mark.start() for mark in marks[1:]] + [len(text)]
    said = [text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
    pairs = zip(said[::2], said[1::2], strict=True)
    return [{"question": " ".join(asks.split()), "answer": answer} for asks, answer in pairs] if all(said) else None
