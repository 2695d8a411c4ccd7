"""What an import of rules asks on the way; without anybody to ask, the proposal of the program holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Literal

from generator.content.problems import excerpt
from generator.facts.phones import is_of_an_office
from generator.intake.beside import annex
from generator.intake.doubts import TextDoubt, drifting
from generator.intake.halls import Told
from generator.intake.papers import Paper
from generator.intake.planning import Making
from generator.intake.regulation import Draft
from generator.intake.versions import in_force, says_the_same
from generator.model import Regulation
from generator.register.dialogue import Clerk
from generator.texts.commands import TEXTS
from generator.texts.intake import INTAKE

Treatment = Literal["version", "correction", "left"]
"""What becomes of a rule that is there already, when its new text differs: the new text is a version, mends the old
one, or is left out."""


@dataclass(frozen=True)
class Wishes:
    """Options of the command. ``yes``: take every proposal; ``out``: write the files there and not into the content."""

    yes: bool = False
    dry_run: bool = False
    simplified: bool = False
    correct: bool = False
    out: Path | None = None


@dataclass(frozen=True)
class Settled:
    """A draft with the gaps that stay in it."""

    draft: Draft
    gaps: Sequence[TextDoubt]


@dataclass(frozen=True)
class Questions:
    """What is asked on the way; without anybody to ask, the proposal holds."""

    wishes: Wishes
    clerk: Clerk
    making: Making

    @property
    def _asks(self) -> bool:
        return self.clerk.present and not self.wishes.yes

    def settled(self, draft: Draft, found: Sequence[TextDoubt]) -> Settled:
        """The draft after the clerk has decided about what stands beside its text, and about words that drift.

        What was decided before is not asked again.
        """
        if decided := self._decided(draft, [one for one in found if one.beside]):
            return Settled(decided, ())
        draft, gaps = self._with_beside(draft, found)
        for first, second in drifting("\n".join(line.text for line in draft.lines)) if self._asks else ():
            choices = [INTAKE["keep"], INTAKE["both"], *(INTAKE["unify"].format(term=term) for term in (first, second))]
            question = INTAKE["ask_drift"].format(title=draft.title, first=first, second=second)
            answer = self._chosen(question, choices)
            if answer == choices[0]:
                continue
            gaps = [one for one in gaps if not (first in one.note and second in one.note)]
            if answer in choices[2:]:
                draft = _unified(draft, *((first, second) if answer == choices[2] else (second, first)))
        return Settled(draft, gaps)

    def _with_beside(self, draft: Draft, found: Sequence[TextDoubt]) -> tuple[Draft, list[TextDoubt]]:
        """Notes and text boxes stay gaps, become an annex, or are left out."""
        beside = [one for one in found if one.beside]
        if not beside or not self._asks:
            return draft, list(found)
        choices = [INTAKE["beside_keep"], INTAKE["beside_annexed"], INTAKE["beside_omit"]]
        answer = self._chosen(INTAKE["ask_beside"].format(title=draft.title), choices)
        if answer == choices[0]:
            return draft, list(found)
        if answer == choices[1]:
            draft = _annexed(draft, beside)
        return draft, [one for one in found if not one.beside]

    def _decided(self, draft: Draft, beside: Sequence[TextDoubt] = ()) -> Draft | None:
        """The draft with its words as the rule that is there already has them, if nothing else differs from it."""
        old = self._old(draft)
        if old is None:
            return None
        drafts = [draft, *([_annexed(draft, beside)] if beside else [])]
        read = (one for made in drafts for one in _readings(made))
        return next((one for one in read if says_the_same(old, one.record(old.id))), None)

    def _old(self, draft: Draft) -> Regulation | None:
        """The rule that is there already under this title or for this topic, and no sample."""
        old = None if self.wishes.out else in_force(self.making.dataset, draft.title, draft.fields.get("wall"))
        return None if old is None or self.making.replaces(old) else old

    def completed(self, papers: Sequence[Paper]) -> None:
        """Add to drafts what they do not tell and every sheet shows: who made the rules, and since when they hold."""
        if not self._asks:
            return
        for key, question in (("issuer", "ask_issuer"), ("effective", "ask_effective")):
            lacking = [draft for paper in papers for draft in paper.drafts if self._lacks(draft, key)]
            answer = self._told(INTAKE[question].format(count=len(lacking))) if lacking else ""
            if answer and (key == "issuer" or _is_day(answer)):
                for draft in lacking:
                    draft.fields[key] = answer
            elif answer:
                self.clerk.says(INTAKE["bad_day"].format(text=excerpt(answer)))

    def _lacks(self, draft: Draft, key: str) -> bool:
        """Whether neither a draft tells something, nor the rule that is there already, as far as it stays."""
        old = self._old(draft)
        stays = old is not None and bool((key == "issuer" and old.issuer) or self._decided(draft))
        return key not in draft.fields and not stays

    def about_hall(self, papers: Sequence[Paper]) -> Told:
        """What every poster tells of the hall, where site.yml is only the sample."""
        known = self.making.has_address or not any(hall.hall for paper in papers for hall in paper.halls)
        if known or not self._asks:
            return Told()
        address, phone = self._told(INTAKE["ask_address"]), self._told(INTAKE["ask_phone"])
        if phone and not is_of_an_office(phone):
            self.clerk.says(INTAKE["bad_phone"].format(text=excerpt(phone)))
            phone = ""
        return Told(address, phone)

    def _told(self, question: str) -> str:
        return self.clerk.answers(question, (), "").strip()

    def treatment(self, draft: Draft) -> Treatment:
        """What becomes of a rule that is there already; a new version, where nobody says otherwise."""
        proposed: Treatment = "correction" if self.wishes.correct else "version"
        old = None if self.wishes.correct or not self._asks else self._old(draft)
        if old is None or says_the_same(old, draft.record(old.id)):
            return proposed
        choices: dict[str, Treatment] = {
            INTAKE["version"]: "version",
            INTAKE["correction"]: "correction",
            INTAKE["leave"]: "left",
        }
        return choices[self._chosen(INTAKE["ask_version"].format(title=draft.title), list(choices))]

    def _chosen(self, question: str, choices: Sequence[str], proposed: int = 1) -> str:
        """The one of ``choices`` that the clerk takes, by its number."""
        listed = (INTAKE["choice"].format(number=number, text=text) for number, text in enumerate(choices, 1))
        numbers = [str(number) for number in range(1, len(choices) + 1)]
        asked = "\n".join([question, *listed, TEXTS["menu_ask"]])
        return choices[int(self.clerk.answers(asked, numbers, str(proposed))) - 1]

    def takes_hall(self, papers: Sequence[Paper]) -> bool:
        """Whether windows, services and slogans of the papers are taken, too; proposed while the hall is a sample."""
        halls = [one for paper in papers for one in paper.halls]
        what = INTAKE["hall"].format(
            name="".join(hall.hall or "" for hall in halls[:1]),
            windows=sum(len(hall.windows) for hall in halls),
            services=sum(len(errands) for hall in halls for errands, _ in hall.functions.values()),
            slogans=sum(len(hall.indoor) + len(hall.outdoor) for hall in halls),
        )
        question = INTAKE["ask_hall"].format(what=what)
        self.clerk.says(question if self.wishes.yes else "")
        choices = [INTAKE["take_hall"], INTAKE["leave_hall"]]
        return self.wishes.yes or (
            self.clerk.present and self._chosen(question, choices, 2 if self.making.has_address else 1) == choices[0]
        )


def _readings(draft: Draft) -> Iterator[Draft]:
    """The draft as it is, and with each choice among its words that drift."""
    pairs = drifting("\n".join(line.text for line in draft.lines))
    for chosen in product(*([None, (first, second), (second, first)] for first, second in pairs)):
        reading = draft
        for kept, other in filter(None, chosen):
            reading = _unified(reading, kept, other)
        yield reading


def _annexed(draft: Draft, beside: Sequence[TextDoubt]) -> Draft:
    return replace(draft, fields={**draft.fields, "annexes": [*draft.fields.get("annexes", []), annex(beside)]})


def _unified(draft: Draft, kept: str, other: str) -> Draft:
    return replace(draft, fields=_with(draft.fields, other, kept))


def _with(fields: object, old: str, new: str) -> dict[str, object]:
    """The fields with a word replaced in every text."""

    def changed(value: object) -> object:
        if isinstance(value, str):
            return value.replace(old, new)
        if isinstance(value, list):
            return [changed(one) for one in value]
        return {key: changed(one) for key, one in value.items()} if isinstance(value, dict) else value

    result = changed(fields)
    assert isinstance(result, dict)
    return result


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
