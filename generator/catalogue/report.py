"""The lines that tell of a plan before anything is written."""

from collections.abc import Iterator, Mapping, Sequence

from generator.catalogue.changes import FieldChange, FileChange, Plan
from generator.catalogue.matching import Doubt
from generator.content.problems import excerpt, quote, quote_to_publish
from generator.content.yaml_writing import Plain, scalar
from generator.model import Service
from generator.texts.catalogue import CATALOGUE
from generator.texts.workbook import BETWEEN_TITLES

MOST_NEW = 30
"""At most so many new files are named one by one; every change of a file that there is already is told."""
MOST_PAPERS = 12
"""At most so many papers are offered for the catalogue."""
_NAMING_FIELDS = ("name", "title", "question")


def lines(plan: Plan) -> Iterator[str]:
    """What would change, what is in doubt, and what is presumed."""
    yield from plan.notes
    if plan.new:
        yield CATALOGUE["new_head"]
        everywhere = _missing_everywhere(plan.new)
        yield from (_new(one, everywhere) for one in plan.new[:MOST_NEW])
        if len(plan.new) > MOST_NEW:
            yield CATALOGUE["and_more"].format(count=len(plan.new) - MOST_NEW)
        if everywhere:
            yield CATALOGUE["missing_everywhere"].format(count=len(plan.new), titles="、".join(everywhere))
    for one in plan.changed:
        head = "changed_head" if one.path.startswith("services/") else "other_head"
        yield CATALOGUE[head].format(
            path=one.path,
            name=excerpt(one.title),
            place=one.source.place,
            count=len(one.fields),
            same=one.unchanged,
        )
        yield from map(field_line, one.fields)
    if plan.doubts:
        yield CATALOGUE["doubts_head"].format(count=len(plan.doubts))
        yield from map(_doubt, plan.doubts)
    if plan.conflicts:
        yield CATALOGUE["conflicts_head"].format(count=len(plan.conflicts))
        for conflict in plan.conflicts:
            fields = "、".join(dict.fromkeys(_titles(one) for one in conflict.fields))
            yield CATALOGUE["conflict"].format(path=conflict.path, fields=fields)
    if plan.papers:
        shown = (CATALOGUE["paper"].format(name=excerpt(name), count=count) for name, count in plan.papers.items())
        yield CATALOGUE["papers"].format(papers="、".join([*shown][:MOST_PAPERS]))
    if plan.presumed:
        yield CATALOGUE["presumed"].format(count=plan.presumed)
    yield _counted(plan)
    if not plan.files:
        yield CATALOGUE["nothing"]


def _counted(plan: Plan) -> str:
    """How many services (of a workbook: files) there are, and what becomes of them."""
    counted = [one for one in plan.files if plan.is_of_workbook or one.path.startswith("services/")]
    new = sum(one.before is None for one in counted)
    left_out = len(plan.doubts) + len(plan.conflicts)
    return CATALOGUE["files" if plan.is_of_workbook else "read"].format(
        count=len(counted) + plan.same + left_out, new=new, changed=len(counted) - new, same=plan.same
    )


def _missing_everywhere(new: Sequence[FileChange]) -> list[str]:
    """What none of several new files states, so that it is told once."""
    return [title for title in new[0].missing if all(title in one.missing for one in new)] if len(new) > 1 else []


def _new(one: FileChange, everywhere: Sequence[str]) -> str:
    titles = [title for title in one.missing if title not in everywhere]
    word = "missing_too" if everywhere else "missing"
    missing = CATALOGUE[word].format(titles="、".join(titles)) if titles else ""
    return CATALOGUE["new_one"].format(
        path=one.path, name=excerpt(one.title), place=one.source.place, count=len(one.fields), missing=missing
    )


def field_line(one: FieldChange) -> str:
    """One value that changes, in a few words."""
    field = _titles(one)
    kind = "added_field" if one.old is None else "removed_field" if one.new is None else "changed_field"
    return CATALOGUE[kind].format(field=field, old=_shown(one.old), new=_shown(one.new))


def _titles(one: FieldChange) -> str:
    return BETWEEN_TITLES.join(CATALOGUE["item"].format(number=part) if part.isdigit() else part for part in one.titles)


def _shown(value: Plain | None) -> str:
    """A value in a few words: a text as it begins, a list by how long it is, a group by its name."""
    if isinstance(value, Mapping):
        named = next((value[key] for key in _NAMING_FIELDS if key in value), None)
        return quote(named) if named else CATALOGUE["group"].format(title="", count=len(value))
    if isinstance(value, list):
        if all(isinstance(one, str) for one in value):
            return quote("、".join(map(str, value)))
        return CATALOGUE["groups"].format(count=len(value))
    return "" if value is None else quote_to_publish(value if isinstance(value, str) else scalar(value))


def _doubt(doubt: Doubt) -> str:
    name, place = excerpt(doubt.incoming.name), doubt.incoming.place
    if doubt.rule == "twice":
        first, *keys = doubt.others
        titles = "、".join(
            Service.model_fields[key].title or key if key in Service.model_fields else key for key in keys
        )
        return CATALOGUE["twice"].format(name=name, place=place, first=first, fields=titles)
    return CATALOGUE[doubt.rule].format(name=name, place=place, others="、".join(doubt.others))
