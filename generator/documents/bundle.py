"""Makes the document of a bundle (一件事): its services in order, one list of papers, the windows."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.documents.parts import Entry, Fact, Section, known
from generator.facts.bundles import BundleFacts, BundleWindow, EndedService, UnitedMaterial
from generator.facts.services import Link
from generator.model import Basis, Bundle
from generator.texts.bundles import BUNDLE, BUNDLE_SECTIONS
from generator.texts.guide import GUIDE
from generator.texts.shared import VERIFIED


@dataclass(frozen=True)
class BundleGuide:
    """What a bundle says. Its sections: ended, services, materials, windows, elsewhere, note, basis, if not empty."""

    id: str
    name: str
    aliases: Fact | None
    life_event: str | None
    summary: str | None
    sections: tuple[Section, ...]
    verified: Fact

    def section(self, key: str) -> Section | None:
        """The section with this key; None where there is none."""
        return next((section for section in self.sections if section.key == key), None)


def bundle_guide(bundle: Bundle, facts: BundleFacts) -> BundleGuide:
    """The document of ``bundle``; ``facts`` are those of this bundle."""
    entries = {
        "ended": [_ended(one) for one in facts.ended],
        "services": [Entry(link.name, (), link.id) for link in facts.services],
        "materials": [_material(one, facts.services) for one in facts.materials],
        "windows": [_window(one) for one in facts.windows],
        "elsewhere": [Entry(text) for text in bundle.elsewhere],
        "note": [Entry(bundle.note)] if bundle.note else [],
        "basis": [_basis(one) for one in bundle.legal_basis],
    }
    sections = [
        Section(key, BUNDLE_SECTIONS[key], BUNDLE_SECTIONS[key], entries=tuple(found))
        for key, found in entries.items()
        if found
    ]
    verified = Fact("verified", VERIFIED, (bundle.verified,))
    aliases = Fact("aliases", GUIDE["aliases"], bundle.aliases) if bundle.aliases else None
    return BundleGuide(bundle.id, bundle.name, aliases, bundle.life_event, bundle.summary, tuple(sections), verified)


def _ended(one: EndedService) -> Entry:
    """A service that has ended, its state, and the one in its place."""
    place = (
        (Fact("successor", GUIDE["successor"], (one.successor.name,), record=one.successor.id),)
        if one.successor
        else ()
    )
    return Entry(one.name, (Fact("state", None, (GUIDE[f"status_{one.state}"],)), *place), one.id)


def _window(one: BundleWindow) -> Entry:
    """A window, and each service that is applied for there; by its number, which the list does not count with."""
    served = tuple(Fact("service", None, (link.name,), record=link.id) for link in one.services)
    number, name = one.window.number, one.window.name
    return Entry(name if number is None else BUNDLE["window"].format(number=number, name=name), served, one.window.id)


def _basis(one: Basis) -> Entry:
    number = GUIDE["basis_number"].format(number=one.document_number) if one.document_number else ""
    place = Fact("place", None, ((one.article or "") + number or None,))
    return Entry(GUIDE["basis_title"].format(title=one.title), known(place, Fact("text", None, (one.text,))))


def _material(one: UnitedMaterial, services: tuple[Link, ...]) -> Entry:
    return Entry(one.name, tuple(_of_material(one, services)), one.catalogue_id)


def _of_material(one: UnitedMaterial, services: tuple[Link, ...]) -> Iterator[Fact]:
    """What is said of a paper; who needs it is named in the order of ``services``."""
    copies = None if one.copies is None else GUIDE["copies"].format(count=one.copies)
    yield from known(
        Fact("necessity", None, (one.necessity,)),
        Fact("original", None, (BUNDLE["and"].join(one.forms) or None,)),
        Fact("copies", None, (copies,)),
    )
    yield Fact("for", BUNDLE["for"], (BUNDLE["and"].join(link.name for link in services if link in one.services),))
    for note in one.notes:
        yield Fact("note", None, (note,))
