"""Makes the document of a regulation (规章制度): its facts, its numbered lines, and the gaps in its text."""

from dataclasses import dataclass

from generator.documents.parts import Fact, FactValue, known, pick
from generator.facts.articles import OutlineLine, outline
from generator.model import Annex, Regulation
from generator.texts.regulation import REGULATION
from generator.texts.shared import VERIFIED


@dataclass(frozen=True)
class RegulationText:
    """The document of a regulation. ``status`` is None for one in force (现行); no ``lines``: the text is missing.

    ``facts`` are the issuer and the effective date, and where they are known the document number and the date of
    adoption, in this order of keys: issuer, document_number, adopted, effective.
    """

    id: str
    title: str
    status: str | None
    facts: tuple[Fact, ...]
    headnote: str | None
    preamble: str | None
    lines: tuple[OutlineLine, ...]
    signature: str | None
    annexes: tuple[Annex, ...]
    explanation: Fact | None
    gaps: tuple[Fact, ...]
    change_note: Fact | None
    verified: Fact

    def fact(self, key: str) -> Fact:
        """The fact with this key; KeyError where there is none."""
        return pick(self.facts, key)

    def value(self, key: str) -> FactValue:
        """The value of the fact with this key; None where it is unknown or not there."""
        return next((fact.value for fact in self.facts if fact.key == key), None)


def regulation_text(regulation: Regulation) -> RegulationText:
    """The document of ``regulation``."""
    return RegulationText(
        id=regulation.id,
        title=regulation.title,
        status=None if regulation.status == "现行" else regulation.status,
        facts=(
            _fact("issuer", regulation.issuer),
            *known(_fact("document_number", regulation.document_number), _fact("adopted", regulation.adopted)),
            _fact("effective", regulation.effective),
        ),
        headnote=regulation.headnote,
        preamble=regulation.preamble,
        lines=outline(regulation),
        signature=regulation.signature,
        annexes=regulation.annexes,
        explanation=next(iter(known(_fact("explanation", regulation.explanation))), None),
        gaps=tuple(
            _fact("gap", REGULATION["gap_place"].format(where=gap.where, kind=gap.kind), note=gap.note)
            for gap in regulation.gaps
        ),
        change_note=next(iter(known(_fact("change_note", regulation.change_note))), None),
        verified=Fact("verified", VERIFIED, (regulation.verified,)),
    )


def as_plain_text(document: RegulationText) -> tuple[str, ...]:
    """Every paragraph as it is printed, numbers included: what an original is compared with."""
    parts = [document.title, document.headnote, document.preamble]
    for line in document.lines:
        between = "　" if line.heading or line.is_heading or line.level == "article" else ""
        parts.append(line.number + between + (f"{line.heading}　" if line.heading else "") + line.text)
    parts.append(document.signature)
    for annex in document.annexes:
        parts += [annex.title, annex.text]
    if document.explanation:
        parts += [document.explanation.label, str(document.explanation.value)]
    return tuple(paragraph for part in parts if part for paragraph in part.split("\n") if paragraph.strip())


def _fact(key: str, value: FactValue, note: str | None = None) -> Fact:
    """A fact under the label that ``REGULATION`` has for its key."""
    return Fact(key, REGULATION[key], (value,), known(Fact("note", None, (note,))))
