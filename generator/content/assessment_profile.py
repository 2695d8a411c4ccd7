"""The sheet of the quarterly assessment (季度考核表) that the program brings, put together with that of a hall.

The program's is in ``assessment.yml`` beside the templates, written like a hall's own, which is read with the rest of
the content.
"""

from collections.abc import Sequence
from typing import TypeVar

from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.model import AssessedByHand, AssessedItem, AssessmentProfile
from generator.system.environment import templates_folder

FILE = "assessment.yml"

_Item = TypeVar("_Item", bound=AssessedItem | AssessedByHand)


def assessment_profile(own: AssessmentProfile | None) -> AssessmentProfile:
    """The program's sheet with what the hall has ``own``: the same id replaces, another is added, some are left out."""
    value, _ = in_model_names(strict_yaml.read((templates_folder() / FILE).read_bytes()).value or {}, AssessmentProfile)
    shipped = AssessmentProfile.model_validate(value)
    if own is None:
        return shipped
    gone = {one.id for one in own.left_out}
    ours = {one.id for one in _all(own)}
    return AssessmentProfile(
        source=own.source or shipped.source,
        items=_together(shipped.items, own.items, gone, ours),
        by_hand=_together(shipped.by_hand, own.by_hand, gone, ours),
        left_out=tuple(one for one in own.left_out if one.id not in {each.id for each in _all(shipped)}),
    )


def _all(profile: AssessmentProfile) -> Sequence[AssessedItem | AssessedByHand]:
    return (*profile.items, *profile.by_hand)


def _together(shipped: Sequence[_Item], own: Sequence[_Item], gone: set[str], ours: set[str]) -> tuple[_Item, ...]:
    """What is replaced keeps its place; an item that becomes one for people, or the other way round, moves."""
    replaced = {one.id: one for one in own}
    kept = [replaced.pop(one.id, one) for one in shipped if one.id in replaced or one.id not in gone | ours]
    return (*kept, *replaced.values())
