"""The sheet of a regulation (规章制度) for the wall."""

from generator.documents.parts import Fact
from generator.documents.regulation import RegulationText, regulation_text
from generator.facts.articles import OutlineLine
from generator.kit.kind import Kind, Subject
from generator.kit.wording import footer_fields, supervision_phone, words
from generator.model import Dataset, RecordKey, Regulation, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.posters import FAILURES, HANGS
from generator.texts.shared import SUPERVISION_PHONE

LAYOUT = Layout("regulation", distance=1.0, on_wall=True, versioned=True)


def regulation_sheet(regulation: Regulation, site: Site, url: str | None) -> Sheet:
    """The poster of a regulation; raises ``PosterError`` where ``obstacle`` names a reason."""
    reason = obstacle(regulation)
    if reason:
        raise PosterError(FAILURES["held"].format(title=regulation.title, reason=reason))
    document = regulation_text(regulation)
    supervision = Fact("supervision", SUPERVISION_PHONE, (supervision_phone(site),))
    fields = footer_fields(document.fact("issuer"), document.fact("effective"), supervision)
    number = document.value("document_number")
    body: dict[str, Json] = {
        "over": site.hall.name,
        "under": "　".join(part for part in (words(number), document.status) if part) or None,
        "preamble": document.preamble,
        "lines": [_line(line) for line in document.lines],
        **_around(document),
    }
    dated = regulation.verified or regulation.effective or regulation.adopted
    return sheet_of(LAYOUT, document.id, document.title, body, Footer(fields), site, url, dated)


def obstacle(regulation: Regulation) -> str | None:
    """Why a regulation must not hang on a wall: no text, text with gaps, or no longer in force; None if it may."""
    if regulation.repealed:
        return FAILURES["repealed"]
    if not regulation.has_text:
        return FAILURES["no_text"]
    return "、".join(FAILURES["gap"].format(where=gap.where, kind=gap.kind) for gap in regulation.gaps) or None


def _around(document: RegulationText) -> dict[str, Json]:
    """What stands before and behind the articles of some regulations."""
    said: dict[str, Json] = {
        "headnote": document.headnote,
        "signature": document.signature,
        "annexes": [{"title": annex.title, "text": annex.text} for annex in document.annexes],
        "explanation": document.explanation
        and {"title": document.explanation.label, "text": words(document.explanation.value)},
    }
    return {key: value for key, value in said.items() if value}


def _line(line: OutlineLine) -> Json:
    """A line as it is printed: its anchor is for links on the page."""
    return {key: value for key, value in vars(line).items() if key != "anchor"}


def _subjects(edition: Edition) -> list[Subject]:
    return [
        Subject(SheetKey.main(RecordKey("regulations", regulation.id)), regulation.title)
        for regulation in edition.dataset.regulations.values()
        if not regulation.repealed
    ]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    regulation = edition.dataset.regulations[key.record_id]
    return regulation_sheet(regulation, edition.dataset.site, edition.url(key.page))


def _places(key: SheetKey, dataset: Dataset) -> tuple[str, ...]:
    regulation = dataset.regulations[key.record_id]
    return regulation.hangs_at or ((HANGS["wall"],) if regulation.wall else ())


KIND = Kind("regulation", LAYOUT, "60x90", _subjects, _contents, _places, ("wall",))
