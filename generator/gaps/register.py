"""Makes the register of the gaps among the problems of a content folder."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from generator.content.examples import chosen_from
from generator.content.problems import Problem, excerpt
from generator.gaps.effects import blocked_by
from generator.gaps.elements import GuideState, WindowState, element_of, guide_states, window_states
from generator.gaps.fields import field_label, field_of, record_model
from generator.gaps.gap import WEIGHTS, Duty, Gap, Kind, RecordGaps, heaviest_first
from generator.gaps.subjects import Subject, subject_of
from generator.model import Dataset, Place, Window
from generator.rules import Finding
from generator.system.failures import Failure
from generator.texts.gaps import WORDS

_OF_THE_HALL = {
    "enquiry_phone": ("hall.phone",),
    "complaint_phone": ("supervision.phone", "supervision"),
    "place": ("hall.address",),
    "hours": ("hall.hours",),
}
"""Field of a service -> the fields of site.yml that hold for all services that do not say it themselves."""


class UnknownDuty(Failure):
    """There is no window, and no body with gaps to fill, of the name that was asked for."""

    def __init__(self, name: str, known: Iterable[str]) -> None:
        super().__init__(WORDS["no_window"].format(name=excerpt(name), known=WORDS["between"].join(known)))


@dataclass(frozen=True)
class Register:
    """All gaps, the heaviest first, and the state of each guide and window.

    ``errors`` is the number of errors beside them; what stands in a file that cannot be read is not in the register.
    """

    gaps: tuple[Gap, ...]
    guides: Mapping[str, GuideState]
    windows: tuple[WindowState, ...]
    errors: int

    @cached_property
    def by_duty(self) -> dict[Duty, tuple[RecordGaps, ...]]:
        """Mapping who has to fill them -> the records with their gaps; whoever has the heaviest gap comes first."""
        found: dict[Duty, dict[str, list[Gap]]] = {}
        for gap in self.gaps:
            found.setdefault(gap.duty, {}).setdefault(gap.record, []).append(gap)
        return {duty: tuple(RecordGaps(tuple(gaps)) for gaps in records.values()) for duty, records in found.items()}

    def guide(self, record: RecordGaps) -> GuideState | None:
        """The state of the guide that a record is; None for other records, and services that are not offered."""
        return self.guides.get(record.first.record.partition("/")[2]) if record.first.kind == "service" else None

    def narrowed(self, who: str | None, kind: Kind | None) -> "Register":
        """The gaps that ``who`` has to fill in records of one ``kind``; None for all of them.

        ``who`` is the name of a body, or the id, name or an alias of a window. Raises UnknownDuty.
        """
        windows = [state for state in self.windows if who is None or _is_called(state.window, who)]
        chosen = {state.window.id for state in windows if state.window}
        gaps = [gap for gap in self.gaps if who is None or gap.duty.window in chosen or gap.duty.name == who]
        if who is not None and not gaps and not windows:
            names = [state.window.name for state in self.windows if state.window]
            raise UnknownDuty(who, dict.fromkeys([*names, *(duty.name for duty in self.by_duty)]))
        kept = tuple(gap for gap in gaps if kind in (None, gap.kind))
        return replace(self, gaps=kept, windows=tuple(windows))


def gap_register(dataset: Dataset, problems: Iterable[Problem], findings: Mapping[Problem, Finding]) -> Register:
    """The register of the gaps among ``problems``; ``findings`` says of each which finding it was made from."""
    listed = list(problems)
    gaps = [_gap(problem, findings.get(problem), dataset) for problem in listed if problem.severity == "gap"]
    gaps = [*_with_followers(gaps)]
    guides = guide_states(dataset, gaps)
    errors = sum(problem.severity == "error" for problem in listed)
    return Register(heaviest_first(gaps), guides, window_states(dataset, guides), errors)


def _gap(problem: Problem, finding: Finding | None, dataset: Dataset) -> Gap:
    place = finding.place if finding else Place(problem.path.partition("/")[2])
    subject = subject_of(place, dataset)
    first = str(subject.keys[0]) if subject.keys else ""
    offered = subject.kind == "service" and not dataset.services[subject.id].status.ended
    return Gap(
        problem=problem,
        place=place,
        kind=subject.kind,
        record=subject.record,
        keys=subject.keys,
        title=subject.title,
        field=field_label(problem, finding),
        duty=subject.duty,
        blocks=tuple(blocked_by(problem.rule, subject, dataset)),
        element=element_of(first) if offered else None,
        words=_words_of_the_hall(place, subject, dataset),
    )


def _words_of_the_hall(place: Place, subject: Subject, dataset: Dataset) -> tuple[str, ...]:
    """The words that the hall has for a field: a list in site.yml, or its windows; none for other fields."""
    if subject.kind == "service" and subject.keys == ("window",):
        return tuple(window.name for window in dataset.windows)
    model = record_model(place)
    name = chosen_from(field_of(subject.keys, model) if model else None)
    return tuple(getattr(dataset.site, name)) if name else ()


def _with_followers(gaps: Sequence[Gap]) -> Iterator[Gap]:
    """``gaps``; those of services that a field of the hall fills are given to whoever fills that field."""
    roots = {".".join(map(str, gap.place.keys)): gap for gap in gaps if gap.place.path == "site.yml"}
    followers: dict[int, list[Gap]] = {}
    of_hall: dict[int, Gap] = {}
    for gap in gaps:
        fields = _OF_THE_HALL.get(str(gap.place.keys[-1]), ()) if gap.problem.rule == "phone/missing" else ()
        if root := next((roots[field] for field in fields if field in roots), None):
            followers.setdefault(id(root), []).append(gap)
            of_hall[id(gap)] = root
    for gap in gaps:
        if root := of_hall.get(id(gap)):
            yield replace(gap, duty=root.duty, follows=root.place)
        elif led := followers.get(id(gap)):
            blocks = {block for one in (gap, *led) for block in one.blocks}
            yield replace(gap, blocks=tuple(one for one in WEIGHTS if one in blocks), followers=len(led))
        else:
            yield gap


def _is_called(window: Window | None, name: str) -> bool:
    return window is not None and name in (window.id, window.name, *window.aliases)
