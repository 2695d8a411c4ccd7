"""What the pages say, for the second tier of the search: one passage for each condition, step, question and article.

Taken from the records, never from HTML. Of notices that may name people nothing is taken, because copies of the index
outlast them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from generator.facts.articles import OutlineLine, outline
from generator.facts.services import service_facts
from generator.model import Basis, Dataset, Material, Notice, Regulation, Service, Supervision, Window
from generator.model.word_lists import NOTICE_KINDS
from generator.site import addresses
from generator.texts.guide import GUIDE, SECTIONS
from generator.texts.search import CARD_WORDS, PASSAGES

NAMELESS_KINDS: Final = NOTICE_KINDS[1:]
"""Kinds of notices that name nobody; of a hall's own kinds none is taken to be one."""


class Passage(NamedTuple):
    """``url`` is that of an entry, ``label`` says where on its page the text stands, ``anchor`` leads there."""

    url: str
    label: str
    text: str
    anchor: str = ""


def passages(
    dataset: Dataset, notices: Iterable[Notice] = (), prose: Mapping[str, Iterable[tuple[str, str, str]]] | None = None
) -> Iterator[Passage]:
    """Of all records, of ``notices`` (only those still up), and of ``prose``: address -> heading, text and anchor."""
    for service in dataset.services.values():
        url = addresses.page(addresses.SERVICES, service.id)
        yield from (Passage(url, *found) for found in _service(service, dataset))
    for regulation in dataset.regulations.values():
        url = addresses.page(addresses.REGULATIONS, regulation.id)
        yield from (Passage(url, *found) for found in _regulation(regulation))
    for material in dataset.materials.values():
        url = addresses.page(addresses.MATERIALS, material.id)
        yield from (Passage(url, PASSAGES["material"], text) for text in _material(material))
    for notice in notices:
        if names_nobody(notice):
            url = addresses.page(addresses.NOTICES, notice.id)
            yield from (Passage(url, notice.kind, text) for text in notice.body)
    for window in dataset.windows:
        url = addresses.page(addresses.WINDOWS, window.id)
        yield from (Passage(url, PASSAGES["duties"], text, "duties") for text in _window(window, dataset))
    for text in _supervision(dataset.site.supervision):
        yield Passage(addresses.SUPERVISION, PASSAGES["handling"], text, "handling")
    for url, sections in (prose or {}).items():
        yield from (Passage(url, *section) for section in sections)


def names_nobody(notice: Notice) -> bool:
    """Whether a notice is of a kind that names nobody, and neither says that it does nor asks for objections."""
    return notice.kind in NAMELESS_KINDS and notice.names is None and notice.objection is None


def _service(service: Service, dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    """Label, text and anchor. A service that has ended has only its reason, basis and questions on its page."""
    if service.status.reason:
        yield GUIDE[f"status_{service.status.state}"], service.status.reason, ""
    if not service.status.ended:
        yield from _offered(service, dataset)
    for basis in service.legal_basis:
        yield _title("basis"), _basis(basis), "basis"
    for question in service.faq:
        yield question.question, question.answer, "faq"


def _offered(service: Service, dataset: Dataset) -> Iterator[tuple[str, str, str]]:
    if service.summary:
        yield PASSAGES["summary"], service.summary, ""
    for key, texts in (("conditions", service.conditions), ("exclusions", service.exclusions)):
        yield from ((_title(key), text, "conditions") for text in texts)
    facts = service_facts(service, dataset)
    for item in facts.materials:
        parts = (item.name, item.source, item.blank_form, *item.notes)
        yield _title("materials"), "；".join(part.rstrip("。") for part in parts if part), "materials"
    for situation in facts.situations:
        yield _title("situations"), "；".join(filter(None, (situation.name, situation.notes))), "materials"
    for step in service.steps:
        said = "：".join(filter(None, (step.name, step.what or step.who)))
        yield _title("steps"), said, "steps"
    if service.fee:
        for fee in service.fee.items:
            yield _title("fee"), "；".join(filter(None, (fee.name, fee.standard, fee.reduction))), "fee"
    if service.result:
        yield PASSAGES["result"], "；".join((service.result.name, *service.result.delivery)), ""


def _title(key: str) -> str:
    return SECTIONS[key].short


def _basis(basis: Basis) -> str:
    return "：".join(filter(None, ("".join(filter(None, (basis.title, basis.article))), basis.text)))


def _regulation(regulation: Regulation) -> Iterator[tuple[str, str, str]]:
    """The lines below an article belong to it."""
    if regulation.preamble:
        yield PASSAGES["preamble"], regulation.preamble, ""
    gathered: list[OutlineLine] = []
    for line in outline(regulation):
        if line.is_heading or line.level == "article":
            yield from _article(gathered)
            gathered = []
        if not line.is_heading:
            gathered.append(line)
    yield from _article(gathered)


def _article(lines: list[OutlineLine]) -> Iterator[tuple[str, str, str]]:
    if lines:
        text = "".join(part for line in lines for part in (line.heading or "", line.text))
        yield lines[0].number or PASSAGES["article"], text, next((line.anchor for line in lines if line.anchor), "")


def _material(material: Material) -> Iterator[str]:
    yield from filter(None, (material.what, material.issuer, material.blank_form, material.notes))


def _window(window: Window, dataset: Dataset) -> Iterator[str]:
    yield from dataset.duties(window)


def _supervision(supervision: Supervision | None) -> Iterator[str]:
    if supervision:
        yield from supervision.handling
        if supervision.box:
            yield f"{CARD_WORDS['box']}：{supervision.box}"
