"""Rules about single services: which fields have to be filled in, and which have to agree with each other.

All but one follow from the service's own file alone: they read only the services that are still open
(``build.examine.OWN_RULES``).
"""

from collections.abc import Iterator
from datetime import date

from generator.content.problems import quote
from generator.facts.durations import is_longer
from generator.facts.workdays import MAX_EXTENSION_DAYS
from generator.model import Dataset, Place, Service
from generator.rules.finding import Finding, open_services, open_services_offered, services
from generator.texts.guide import GUIDE

_ESSENTIALS = (
    "summary", "type", "handling", "audience", "window", "body", "level", "conditions", "fee", "result", "visits",
    "agent", "verified",
)  # fmt: skip
_NUMBERS = ("days", "months", "years", "hours")
_CATCH_ALL = ("其他材料", "其它材料", "其他相关材料", "其它相关材料", "相关材料", "有关材料", "其他资料")


def basis_is_stated(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service on offer names its legal basis (政府信息公开条例 art. 21: basis, conditions, procedure, result)."""
    for service, place in open_services_offered(dataset):
        if not service.legal_basis:
            yield Finding("service/basis", place / "legal_basis")


def materials_are_stated(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that is offered lists its materials or says that it needs none."""
    for service, place in open_services_offered(dataset):
        if not service.materials and not service.no_materials:
            yield Finding("service/materials", place / "materials")


def materials_do_not_contradict(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that needs no materials lists none."""
    for service, place in open_services(dataset):
        if service.materials and service.no_materials:
            yield Finding("service/no-materials", place / "no_materials")


def steps_are_stated(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that is offered states its procedure, and each step says who does what."""
    for service, place in open_services_offered(dataset):
        if not service.steps:
            yield Finding("service/steps", place / "steps")
        for number, step in enumerate(service.steps):
            if step.what is None or step.who is None:
                yield Finding("service/step-detail", place / "steps" / number, {"step": quote(step.name)})


def limits_are_stated(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that is offered states its statutory and its promised limit."""
    for service, place in open_services_offered(dataset):
        limits = service.time_limits
        for key in ("statutory", "promised"):
            if limits is None or getattr(limits, key) is None:
                yield Finding("service/limits", place / "time_limits" / key, {"title": GUIDE[key], "key": key})


def essentials_are_stated(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A service that is offered states every fact of ``_ESSENTIALS``, which residents need before they come."""
    for service, place in open_services_offered(dataset):
        for key in _ESSENTIALS:
            if getattr(service, key) in (None, ()):
                title = Service.model_fields[key].title or key
                yield Finding("service/essentials", place / key, {"title": title, "key": key})


def promise_is_within_law(dataset: Dataset, today: date) -> Iterator[Finding]:
    """The promised limit is not above the statutory one."""
    for service, place in open_services(dataset):
        limits = service.time_limits
        if limits is None or limits.promised is None or limits.statutory is None:
            continue
        stated = next((key for key in _NUMBERS if getattr(limits.promised, key) is not None), "days")
        if is_longer(limits.promised, limits.statutory):
            yield Finding("time-limit/order", place / "time_limits" / "promised" / stated)


def limits_have_units(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Every number of days says whether it counts working or calendar days."""
    for service, place in open_services(dataset):
        limits = service.time_limits
        if limits:
            for key in ("statutory", "promised", "extension"):
                limit = getattr(limits, key)
                if limit and limit.days is not None and limit.unit is None:
                    yield Finding("time-limit/unit", place / "time_limits" / key / "unit")
            for number, procedure in enumerate(limits.special_procedures):
                if procedure.days is not None and procedure.unit is None:
                    yield Finding("time-limit/unit", place / "time_limits" / "special_procedures" / number / "unit")
        for number, step in enumerate(service.steps):
            if step.limit and step.limit.days is not None and step.limit.unit is None:
                yield Finding("time-limit/unit", place / "steps" / number / "limit" / "unit")


def procedures_say_whether_they_count(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each special procedure says whether its time counts toward the limit."""
    for service, place in open_services(dataset):
        for number, procedure in enumerate(service.time_limits.special_procedures if service.time_limits else ()):
            if procedure.counts is None:
                where = place / "time_limits" / "special_procedures" / number
                yield Finding("time-limit/counts", where, {"name": quote(procedure.name)})


def promise_is_regulated(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Only a statutory limit can be 法律法规未规定; a promised limit is a number of days, or 即办."""
    for service, place in open_services(dataset):
        limits = service.time_limits
        if limits and limits.promised and limits.promised.unregulated:
            yield Finding("time-limit/promise", place / "time_limits" / "promised" / "unregulated")


def handling_agrees_with_limit(dataset: Dataset, today: date) -> Iterator[Finding]:
    """即办件 promises 即办, and only 即办件 does."""
    for service, place in open_services(dataset):
        promised = service.time_limits and service.time_limits.promised
        if promised and service.handling and promised.immediate != (service.handling == "即办件"):
            right = "即办件" if promised.immediate else "承诺件"
            yield Finding("time-limit/immediate", place / "handling", {"handling": service.handling, "right": right})


def extension_is_short(dataset: Dataset, today: date) -> Iterator[Finding]:
    """An extension adds at most ten days."""
    for service, place in open_services(dataset):
        extension = service.time_limits and service.time_limits.extension
        if extension and extension.days > MAX_EXTENSION_DAYS:
            values = {"days": str(extension.days), "limit": str(MAX_EXTENSION_DAYS)}
            yield Finding("extension/days", place / "time_limits" / "extension" / "days", values)


def fees_have_a_basis(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each fee names its standard and the document that allows it."""
    for service, place in open_services(dataset):
        for number, item in enumerate(service.fee.items if service.fee else ()):
            if item.basis is None or item.standard is None:
                yield Finding("fee/basis", place / "fee" / "items" / number, {"name": quote(item.name)})


def materials_are_named(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No material is 其他材料, and none ends in 等 (国办函〔2017〕115号 found this in 13% of guides)."""
    listed = [
        (material.name or "", place / "materials" / number)
        for service, place in open_services(dataset)
        for number, material in enumerate(service.materials)
    ]
    catalogue = Place("materials.yml", ("materials",))
    listed += [(material.name, catalogue / number) for number, material in enumerate(dataset.materials.values())]
    for name, place in listed:
        name = name.rstrip("。；;）) ")
        if name and (name.endswith("等") or any(word in name for word in _CATCH_ALL)):
            yield Finding("material/catch-all", place / "name", {"name": quote(name)})


def names_are_distinct(dataset: Dataset, today: date) -> Iterator[Finding]:
    """No two services bear the same name."""
    first: dict[str, str] = {}
    for service, place in services(dataset):
        other = first.setdefault(service.name, service.id)
        if other != service.id:
            yield Finding("service/same-name", place / "name", {"name": quote(service.name), "other": other})


def status_is_explained(dataset: Dataset, today: date) -> Iterator[Finding]:
    """A suspended, abolished or renamed service states the reason; a renamed one has a successor."""
    for service, place in open_services(dataset):
        status = service.status
        if status.state != "在办" and status.reason is None:
            yield Finding("status/reason", place / "status" / "reason", {"state": status.state})
        if status.state == "更名" and status.successor is None:
            yield Finding("status/successor", place / "status" / "successor")


def redress_is_against_an_act(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Review and court are for administrative acts (行政复议法 art. 2, 行政诉讼法 art. 2), not for 公共服务."""
    for service, place in open_services(dataset):
        if service.redress and service.type == "公共服务":
            yield Finding("redress/no-act", place / "redress", {"type": service.type})


def full_disclosure_has_a_basis(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Names are published in full only where a stated document prescribes it."""
    for service, place in open_services(dataset):
        if service.disclosure and service.disclosure.policy == "full" and service.disclosure.basis is None:
            yield Finding("disclosure/basis", place / "disclosure")


RULES = (
    basis_is_stated,
    materials_are_stated,
    materials_do_not_contradict,
    steps_are_stated,
    limits_are_stated,
    essentials_are_stated,
    promise_is_within_law,
    limits_have_units,
    procedures_say_whether_they_count,
    promise_is_regulated,
    handling_agrees_with_limit,
    extension_is_short,
    fees_have_a_basis,
    materials_are_named,
    names_are_distinct,
    status_is_explained,
    redress_is_against_an_act,
    full_disclosure_has_a_basis,
)
