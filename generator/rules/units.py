"""The parts of records that known changes are looked for in: what stands together, each with its place.

A unit is one document of a legal basis, one material with all that is said of it, one condition, one step. Notices,
results and accounts have none: they tell of their own day. Services that have ended and repealed rules have none.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial

from generator.model import Dataset, FunctionList, Keys, Material, Place, Regulation, Service, ServiceMaterial
from generator.model.known_change import Where
from generator.rules.finding import open_texts, place_of, services, texts

_BRACKETS = (
    (" ", ""), ("\u3000", ""), ("[", "〔"), ("]", "〕"), ("［", "〔"), ("］", "〕"), ("【", "〔"), ("】", "〕"),
    ("(", "（"), (")", "）"), ("﹝", "〔"), ("﹞", "〕"), ("《中华人民共和国", "《"),
)  # fmt: skip
_NAME = re.compile(r"(?:中华人民共和国)?([^《》]+?)(?=第[一二三四五六七八九十百零0-9]+[条章部款]|$)")
"""The name of a document that stands without 《》, before its article."""
_TOLD_ELSEWHERE = {"id", "status", "change_note", "explanation", "headnote", "gaps", "signature", "document_number"}
"""Fields of a rule that are not its text, or tell of its history."""
_ISSUED = "{issuer}出具"
_COUNTED, _NOT_COUNTED = "全部计入", "不计入"


@dataclass(frozen=True)
class Unit:
    """Texts that stand together in one part of a record, each with the keys that lead to it."""

    where: Where
    parts: tuple[tuple[Keys, str], ...]

    @cached_property
    def text(self) -> str:
        """All texts, as ``plain`` has them."""
        return "\n".join(text for _, text in self.parts)


@dataclass(frozen=True)
class Watched:
    """One record: what it is called, where it stands, all that it says in any field, and its units when asked for."""

    name: str
    place: Place
    said: str
    read: Callable[[], Iterator[Unit]]
    service: Service | None = None

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """What stands together, as ``plain`` has it."""
        return tuple(Unit(unit.where, tuple((keys, plain(text)) for keys, text in unit.parts)) for unit in self.read())


def plain(text: str) -> str:
    """``text`` without what does not count: blanks, the shape of brackets, 中华人民共和国 before a law."""
    for found, instead in _BRACKETS:
        text = text.replace(found, instead)
    return text


def watched(dataset: Dataset) -> Iterator[Watched]:
    """Every record that is still to be looked at and has not ended."""
    known = {place.path: text for record, place, text in open_texts(dataset) if isinstance(record, Service)}
    for service, place in services(dataset):
        if not service.status.ended and place.record not in dataset.followed:
            listed = [dataset.materials.get(item.material or "") for item in service.materials]
            said = (known.get(place.path) or service.model_dump_json(), *(one.name for one in listed if one))
            yield Watched(service.name, place, "\n".join(said), partial(_service, service, dataset), service)
    for number, material in enumerate(dataset.materials.values()):
        place = Place("materials.yml", ("materials", number))
        yield Watched(material.name, place, material.model_dump_json(), partial(_material, material))
    for number, functions in enumerate(dataset.functions):
        place = Place("windows.yml", ("functions", number))
        yield Watched(functions.name, place, functions.model_dump_json(), partial(_functions, functions))
    for regulation in dataset.regulations.values():
        if not regulation.repealed:
            place = place_of("regulations", regulation.id)
            yield Watched(regulation.title, place, regulation.model_dump_json(), partial(_regulation, regulation))


def _one(where: Where, *keys: str | int, text: str | None) -> Iterator[Unit]:
    """The unit of a single text, if it is there."""
    if text:
        yield Unit(where, ((keys, text),))


def _named(text: str) -> str:
    """``text``, in which a document is named, with 《》 around its name."""
    return text if "《" in text else _NAME.sub(r"《\1》", text, count=1)


def _service(service: Service, dataset: Dataset) -> Iterator[Unit]:
    yield from _one("名称", "name", text=service.name)
    yield from _one("正文", "summary", text=service.summary)
    yield from _one("机构", "body", text=service.body)
    yield from _bases(service)
    for key, texts_of_it in (("conditions", service.conditions), ("exclusions", service.exclusions)):
        for number, text in enumerate(texts_of_it):
            yield from _one("条件", key, number, text=text)
    for number, item in enumerate(service.materials):
        yield from _asked_for(item, number, dataset.materials.get(item.material or ""))
    for number, situation in enumerate(service.situations):
        yield from _one("材料", "situations", number, "notes", text=situation.notes)
    yield from _steps_and_limits(service)
    for number, faq in enumerate(service.faq):
        yield from _one("正文", "faq", number, "answer", text=faq.answer)


def _bases(service: Service) -> Iterator[Unit]:
    for number, basis in enumerate(service.legal_basis):
        texts_of_it = {"title": _named(basis.title), "document_number": basis.document_number, "article": basis.article}
        yield Unit("依据", tuple((("legal_basis", number, key), text) for key, text in texts_of_it.items() if text))
    if limits := service.time_limits:
        for key in ("statutory", "promised", "extension"):
            stated = getattr(limits, key)
            if stated and stated.basis:
                yield from _one("依据", "time_limits", key, "basis", text=_named(stated.basis))
    for number, step in enumerate(service.steps):
        if step.limit and step.limit.basis:
            yield from _one("依据", "steps", number, "limit", "basis", text=_named(step.limit.basis))
    if service.disclosure and service.disclosure.basis:
        yield from _one("依据", "disclosure", "basis", text=_named(service.disclosure.basis))


def _asked_for(item: ServiceMaterial, number: int, listed: Material | None) -> Iterator[Unit]:
    """What is said of a material that applicants bring; that of the list is told where the service asks for it."""
    yield from _one("机构", "materials", number, "source", text=item.source)
    if item.provided_by and "您带" not in item.provided_by:
        return
    told = {
        "material": listed.name if listed else None,
        "name": item.name,
        "source": _ISSUED.format(issuer=item.source) if item.source else None,
        "necessity": item.necessity,
        "notes": item.notes,
        "blank_form": item.blank_form,
        "provided_by": "、".join(item.provided_by),
    }
    yield Unit("材料", tuple((("materials", number, key), text) for key, text in told.items() if text))


def _steps_and_limits(service: Service) -> Iterator[Unit]:
    for number, step in enumerate(service.steps):
        yield Unit("流程", tuple((("steps", number, key), getattr(step, key) or "") for key in ("name", "what")))
        yield from _one("机构", "steps", number, "who", text=step.who)
    if limits := service.time_limits:
        for number, special in enumerate(limits.special_procedures):
            keys = ("time_limits", "special_procedures", number)
            counted = {True: _COUNTED, False: _NOT_COUNTED, None: None}[special.counts]
            told = {"name": special.name, "note": special.note, "counts": counted}
            yield Unit("时限", tuple(((*keys, key), text) for key, text in told.items() if text))
    for number, fee in enumerate(service.fee.items if service.fee else ()):
        yield from _one("收费", "fee", "items", number, "name", text=fee.name)
        if fee.basis:
            yield from _one("依据", "fee", "items", number, "basis", text=_named(fee.basis))


def _material(material: Material) -> Iterator[Unit]:
    told = {
        "name": material.name,
        "issuer": _ISSUED.format(issuer=material.issuer) if material.issuer else None,
        "what": material.what,
        "notes": material.notes,
    }
    yield Unit("材料", tuple(((key,), text) for key, text in told.items() if text))
    yield from _one("机构", "issuer", text=material.issuer)


def _functions(functions: FunctionList) -> Iterator[Unit]:
    for number, duty in enumerate(functions.duties):
        yield from _one("正文", "duties", number, text=duty)


def _regulation(regulation: Regulation) -> Iterator[Unit]:
    yield from _one("名称", "title", text=regulation.title)
    for keys, text in texts(regulation):
        if keys[0] not in _TOLD_ELSEWHERE and (keys[-1] in ("preamble", "text") or "items" in keys):
            yield from _one("正文", *keys, text=text)
