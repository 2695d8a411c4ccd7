"""How the differences between two builds are told: lines for clerks, or JSON for other programs."""

import json
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from generator.history.compare import Changed, Comparison
from generator.history.values import Difference
from generator.texts.history import KINDS, TOLD


def told(comparison: Comparison) -> Iterator[str]:
    """The differences by kinds of records, and how many there are."""
    for kind, records in groupby(comparison.changed, key=lambda one: one.kind):
        yield TOLD["heading"].format(kind=KINDS[kind])
        for record in records:
            yield TOLD[record.change].format(title=record.title)
            yield from map(_line, record.fields)
    counted = Counter(one.change for one in comparison.changed)
    yield (
        TOLD["sum"].format(**{name: counted[name] for name in ("new", "gone", "changed")}) if counted else TOLD["equal"]
    )
    if comparison.not_compared:
        yield TOLD["not_compared"].format(kinds="、".join(KINDS[kind] for kind in comparison.not_compared))


def as_json(comparison: Comparison) -> str:
    """The same for other programs: ``changed`` records with their ``fields``, and kinds that were ``not_compared``."""
    return json.dumps(
        {"changed": [_object(one) for one in comparison.changed], "not_compared": comparison.not_compared},
        ensure_ascii=False,
        indent=1,
    )


def _object(one: Changed) -> dict[str, object]:
    return {**one._asdict(), "fields": [field._asdict() for field in one.fields]}


def _line(one: Difference) -> str:
    if one.old is not None and one.new is not None:
        return TOLD["pair"].format(**one._asdict())
    form = "added" if one.new is not None else "dropped" if one.old is not None else "reworded"
    return TOLD[form].format(**one._asdict())
