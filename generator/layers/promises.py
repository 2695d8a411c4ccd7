"""Whether a lower layer promises residents less than the layer above it: a time limit may only become shorter.

The promise (承诺时限) is compared on every day on which either record turns (``facts.versions``). Where holidays decide
whether working days or calendar days are longer, the promise is refused.
"""

from collections.abc import Mapping
from datetime import date

from pydantic import ValidationError

from generator.facts.durations import may_be_longer
from generator.facts.services import limit_words
from generator.facts.versions import record_on, turning_days
from generator.layers.merging import Value
from generator.layers.partial import Complaint
from generator.model import Service, TimeLimit

_BARE = {"id": "x", "name": "x", "status": {"state": "在办"}}
PROMISE = ("time_limits", "promised")
"""Where a service has its promise."""


def weaker_promise(upper: Mapping[str, Value], lower: Mapping[str, Value]) -> Complaint | None:
    """Why the promise in ``lower`` is refused beside that in ``upper``; None where it is not, or cannot be read."""
    above, below = _limits_of(upper), _limits_of(lower)
    if above is None or below is None:
        return None
    for day in (date.min, *sorted({*turning_days(above), *turning_days(below)})):
        rule = _verdict(theirs := _promise(above, day), ours := _promise(below, day))
        if rule and theirs:
            at_start = day == date.min and ours is not None
            keys = PROMISE if at_start or "versions" not in lower else ("versions",)
            return Complaint(rule, keys, False, {"own": _words(ours), "above": _words(theirs)})
    return None


def _verdict(theirs: TimeLimit | None, ours: TimeLimit | None) -> str:
    if theirs is None:
        return ""
    if ours is None:
        return "layer/promise-gone"
    if not may_be_longer(ours, theirs):
        return ""
    return "layer/promise-unclear" if may_be_longer(theirs, ours) else "layer/promise-longer"


def _limits_of(fields: Mapping[str, Value]) -> Service | None:
    """A service of which only the time limits are those of ``fields``; their other faults are found elsewhere."""
    limits = {"time_limits": fields["time_limits"]} if "time_limits" in fields else {}
    try:
        return Service.model_validate({**_BARE, **limits, "versions": _versions(fields.get("versions"))})
    except ValidationError:
        return None


def _versions(versions: Value) -> Value:
    """The scheduled changes with what they set of the time limits only."""
    if not isinstance(versions, list):
        return []
    return [
        {**one, "set": {"time_limits": one["set"]["time_limits"]}}
        for one in versions
        if isinstance(one, Mapping) and isinstance(one.get("set"), Mapping) and "time_limits" in one["set"]
    ]


def _promise(service: Service, day: date) -> TimeLimit | None:
    try:
        limits = record_on(service, day).time_limits
    except ValidationError:
        return None
    return limits.promised if limits else None


def _words(limit: TimeLimit | None) -> str:
    words = limit_words(limit)
    return "、".join(words.readings) if words else ""
