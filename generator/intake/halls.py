"""From the lists of a hall to windows.yml, site.yml and services: only what was read, in place of the samples."""

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.catalogue.ids import proposed
from generator.catalogue.incoming import Incoming
from generator.catalogue.plain_records import plain
from generator.intake.hall_lists import HallLists, window_of
from generator.model import Dataset, Site

_TOWN = re.compile(r"^(.{1,10}?(?:镇|乡|街道|社区|村))")
_BODY = {"镇": "人民政府", "乡": "人民政府", "街道": "办事处", "社区": "居民委员会", "村": "村民委员会"}
_LABEL_END = re.compile("(?:服务)?(?:事项|职能|职责)$")


@dataclass(frozen=True)
class Told:
    """What the clerk tells of the hall for every poster; "" where nobody knows it."""

    address: str = ""
    phone: str = ""


def services(halls: Sequence[HallLists], windows: Mapping[str, str], name: str) -> Iterator[Incoming]:
    """Each errand of the lists, once, at its window; ``windows`` maps the name of a list of duties to a window."""
    seen: set[str] = set()
    for hall in halls:
        for label, (errands, _) in hall.functions.items():
            for errand in errands:
                if errand not in seen:
                    seen.add(errand)
                    fields = {"window": windows[label]} if label in windows else {}
                    yield Incoming(errand, name, fields)


def windows_of_functions(halls: Sequence[HallLists], names: Sequence[str]) -> dict[str, str]:
    """The window of each list of duties for which there is exactly one."""
    labels = [label for hall in halls for label in hall.functions]
    found = {label: window_of(label, names) for label in labels}
    return {label: windows[0] for label, windows in found.items() if len(windows) == 1}


def windows_file(halls: Sequence[HallLists], old: Dataset | None) -> dict[str, Any]:
    """The fields of windows.yml; ``old`` is what is there and stays, None where that is only the sample."""
    names = [name for hall in halls for name in hall.windows]
    known = windows_of_functions(halls, names)
    taken: set[str] = {window.id for window in old.windows} if old else set()
    windows = (
        [one.model_dump(by_alias=True, exclude_defaults=True, exclude_none=True) for one in old.windows] if old else []
    )
    there = {name for one in old.windows for name in (one.name, *one.aliases)} if old else set[str]()
    for name in dict.fromkeys(names):
        if name in there:
            continue
        made = proposed(name, taken)
        taken.add(made)
        labels = [label for label, window in known.items() if window == name]
        aliases = [alias for alias in dict.fromkeys(_aliases(labels)) if alias not in names]
        windows.append({"id": made, "name": name, **({"aliases": aliases} if aliases else {})})
    functions = [
        {"name": label, "duties": [*errands, *duties]}
        for hall in halls
        for label, (errands, duties) in hall.functions.items()
        if label in known and known[label] not in there
    ]
    if old:
        functions = [*(one.model_dump() for one in old.functions), *functions]
    return {"windows": windows, **({"functions": functions} if functions else {})}


def _aliases(labels: Iterable[str]) -> Iterator[str]:
    """The labels, and what each calls the window in short: 国土、规划建设服务事项, 国土, 规划建设."""
    for label in labels:
        yield label
        yield from filter(None, _LABEL_END.sub("", label).split("、"))


def site(halls: Sequence[HallLists], old: Site, services: Container[str], told: Told | None) -> Site:
    """site.yml with the hall's name and slogans; ``services`` are the ids that there will be.

    ``told``: None where the file is no longer the sample; else what was made up is taken out, and this is put in.
    Raises ValidationError.
    """
    fields: dict[str, Any] = plain(old)
    indoor = [slogan for hall in halls for slogan in hall.indoor]
    outdoor = [slogan for hall in halls for slogan in hall.outdoor]
    if indoor or outdoor:
        fields["slogans"] = {
            **(fields.get("slogans") or {}),
            **({"indoor": indoor} if indoor else {}),
            **({"outdoor": outdoor[0]} if outdoor else {}),
        }
    fields["most_used"] = [one for one in old.most_used if one in services]
    name = next((hall.hall for hall in halls if hall.hall), None)
    if told is not None and name:
        fields["hall"] = {"name": name, **({"address": told.address} if told.address else {})}
        hotline = {"hotline": old.supervision.hotline} if old.supervision else {}
        fields["supervision"] = {**hotline, **({"phone": told.phone} if told.phone else {})} or None
        if town := _TOWN.match(name):
            kind = next(end for end in _BODY if town[1].endswith(end))
            fields |= {"town": town[1], "organisation": town[1] + _BODY[kind]}
    return Site.model_validate(fields)
