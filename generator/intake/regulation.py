"""One regulation: from its lines to the fields of its record."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.intake.accounting import check_printed, check_sorted
from generator.intake.around import Around, around
from generator.intake.lines import Line
from generator.intake.numbering import numbered
from generator.intake.structure import body_of
from generator.model import Regulation

_ON_TRIAL = "试行"
_IN_FORCE = "现行"


@dataclass(frozen=True)
class Draft:
    """A regulation as it was read: the fields of its record but for the id, and its lines with their places.

    ``place`` is that of its first line; ``taken`` became fields that are not printed with the text.
    """

    title: str
    fields: dict[str, Any]
    place: int
    taken: tuple[Line, ...] = field(default=())
    lines: tuple[Line, ...] = field(default=())

    @property
    def has_text(self) -> bool:
        """Whether it is more than a title."""
        return any(self.fields.get(key) for key in ("parts", "chapters", "articles", "preamble", "annexes"))

    def record(self, record_id: str) -> Regulation:
        """The record. Raises pydantic.ValidationError for a text that no record can hold."""
        return Regulation.model_validate({"id": record_id, **self.fields})


def drafted(lines: Sequence[Line], name: str, topics: Sequence[str] = ()) -> Draft:
    """Read one regulation; ``name`` is its title where it has none, ``topics`` are those that must hang on the wall.

    Raises CharactersLost where the record would not say what the lines say.
    """
    parts = around(lines, name)
    body = body_of(parts.body)
    fields: dict[str, Any] = {
        "title": parts.title,
        "wall": next((topic for topic in topics if topic in parts.title), None),
        "document_number": parts.document_number,
        "issuer": parts.issuer,
        "adopted": parts.adopted and parts.adopted.isoformat(),
        "effective": parts.effective and parts.effective.isoformat(),
        "status": _ON_TRIAL if _ON_TRIAL in parts.title else _IN_FORCE,
        "headnote": _text(parts.headnote),
        "preamble": _text(body.preamble),
        **numbered(body.nodes),
        "signature": _text(parts.signature),
        "annexes": [{"title": lines[0].text, "text": _text(lines[1:])} for lines in parts.annexes],
    }
    draft = Draft(parts.title, _present(fields), lines[0].place if lines else 0, tuple(parts.taken), tuple(lines))
    printed = _in_order(parts)
    check_printed(draft.record("x"), printed, with_title=bool(parts.title_lines))
    check_sorted(lines, [printed, parts.taken])
    return draft


def _in_order(parts: Around) -> list[Line]:
    annexes = [line for annex in parts.annexes for line in annex]
    return [*parts.title_lines, *parts.headnote, *parts.body, *parts.signature, *annexes]


def _present(fields: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if value not in (None, [], "")}


def _text(lines: Sequence[Line]) -> str | None:
    return "\n".join(line.text for line in lines) or None
