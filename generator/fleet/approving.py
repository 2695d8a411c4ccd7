"""``gongshi approve`` in a fleet: one role approves records of one hall, or of all in which they wait for it.

What is approved is what the layers of a hall make together. The rows stand in approvals.yml of the hall's own folder,
and approved versions in its folder of what is kept.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from generator.build import approving
from generator.content.problems import ContentError
from generator.content.sign_off import FILE
from generator.fleet.project import at_home, composed_in
from generator.fleet.settings import FleetHallSite, FleetSettings
from generator.system.environment import Refused
from generator.texts.fleet import FLEET


class HallPlan(NamedTuple):
    """What is approved in the hall with this id; "" for one that is in no fleet."""

    hall: str
    plan: approving.Plan


def planned(
    fleet: FleetSettings, hall: str | None, names: Sequence[str], role: str, today: date, workers: int
) -> list[HallPlan]:
    """What ``role`` would approve in a hall, or in each hall that has what is named; see ``build.approving.planned``.

    Raises NotReady for a hall that is not known, Refused where no hall has anything to approve, and what ``planned``
    raises, with problems at the places where they were written.
    """
    if hall is not None:
        return [_in_hall(fleet, fleet.hall(hall), names, role, today, workers)]
    found, refused = list[HallPlan](), list[Refused]()
    for one in fleet.halls:
        try:
            found.append(_in_hall(fleet, one, names, role, today, workers))
        except Refused as error:
            refused.append(error)
    if refused and not any(one.plan.records or one.plan.left_out for one in found):
        raise refused[0]
    return found


def _in_hall(
    fleet: FleetSettings, hall: FleetHallSite, names: Sequence[str], role: str, today: date, workers: int
) -> HallPlan:
    try:
        project, composed = composed_in(fleet, hall)
    except ContentError as error:
        raise approving.NotApproved(error.problems) from None
    own = hall.layers[-1].folder
    places = approving.Places(fleet.root / own / FILE, f"{own}/{FILE}", fleet.approved(hall.id))
    try:
        return HallPlan(hall.id, approving.planned(project.content, names, role, today, workers, places))
    except ContentError as error:
        raise type(error)(at_home(error.problems, composed, hall)) from None


def lines(plans: Sequence[HallPlan]) -> Iterator[str]:
    """What to show before anything is written; halls in which the same changes are told together."""
    halls: dict[tuple[str, ...], list[str]] = {}
    for one in plans:
        halls.setdefault(tuple(approving.lines(one.plan)), []).append(one.hall)
    for told, where in halls.items():
        if any(where):
            yield FLEET["approving"].format(halls=FLEET["between"].join(where))
        yield from told


def apply(plans: Sequence[HallPlan]) -> Iterator[str]:
    """Write hall by hall; tells what was done. Raises Refused, OSError."""
    for one in plans:
        if one.plan.records:
            done = approving.apply(one.plan)
            yield FLEET["of_hall"].format(hall=one.hall, line=done) if one.hall else done
