"""Shells: pages that an engine rendered once for each kind of page, with slots in place of what differs.

``in_hall`` fills the slots for facts about the hall, then ``Shell.fill`` those that differ from record to record. A
shell is cut at its slots once, so that text that was filled in is never searched for slots.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from generator.facts.phones import shown_parts

SLOTS = ("title", "description", "id", "body", "site", "metas")
"""Slots that differ from record to record; ``site`` (the name of the hall) is among them because titles end with it.

``metas`` are the tags of a page of a government site (``government``)."""

HALL_SLOTS = ("organisation", "address", "complaint", "records", "manifest")
"""Slots for facts about the hall. ``manifest`` is what the file of that name is to a page, if pages may be kept."""

_MARK = "gongshi-slot-"
_EMPTY_LINES = re.compile(r"\n\s*\n")
_SLOT = re.compile(f"{_MARK}({'|'.join(SLOTS)})")
_HALL_SLOT = re.compile(f"{_MARK}({'|'.join(HALL_SLOTS)})")


def slot(name: str) -> str:
    """The text that marks the slot ``name`` in a shell."""
    return f"{_MARK}{name}"


def name_site(html: str, site: str, metas: str = "") -> str:
    """A page that is no shell (prose, 404.html) with the slots ``site`` and ``metas`` filled; ``metas`` is HTML."""
    return html.replace(slot("site"), escape(site)).replace(slot("metas"), metas)


def in_hall(html: str, facts: Mapping[str, str | None]) -> str:
    """``html`` with the slots of the hall filled; ``facts`` maps each of ``HALL_SLOTS`` to text, or None if unknown.

    ``records`` is HTML.
    """
    values = {name: _shown(name, facts[name]) for name in HALL_SLOTS}
    return _HALL_SLOT.sub(lambda found: values[found[1]], html)


def _shown(name: str, fact: str | None) -> str:
    """A fact as the footer shows it; "" for one that is not known."""
    if not fact:
        return ""
    if name == "records":
        return fact
    if name == "complaint":
        texts = ((escaped(part.text), part.dial) for part in shown_parts(fact))
        return " " + "".join(f'<a href="tel:{dial}">{text}</a>' if dial else text for text, dial in texts)
    return f"<p>{escaped(fact)}</p>\n" if name == "address" else escaped(fact)


def escaped(text: str) -> str:
    """``text`` in HTML; what looks like a slot in it is none."""
    return escape(text).replace(_MARK, "gongshi&#45;slot-")


@dataclass(frozen=True)
class Shell:
    """A rendered page, cut at its slots: text, slot name, text, ... and text again."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> "Shell":
        """Cut ``html`` at its slots, and remove empty lines."""
        return cls(tuple(_SLOT.split(_EMPTY_LINES.sub("\n", html))))

    def fill(self, title: str, description: str, record_id: str, body: str, site: str, metas: str = "") -> str:
        """The page with its slots filled; all but ``body`` and ``metas`` is escaped here."""
        values = {
            "title": escape(title),
            "description": escape(description),
            "id": record_id,
            "body": body,
            "site": escape(site),
            "metas": metas,
        }
        return "".join(values[part] if number % 2 else part for number, part in enumerate(self.parts))
