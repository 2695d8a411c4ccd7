"""What an import of rules asks on the way; without anybody to ask, the proposal of the program holds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.content.problems import excerpt
from generator.intake.beside import annex
from generator.intake.doubts import TextDoubt, drifting
from generator.intake.papers import Paper
from generator.intake.planning import Making
from generator.intake.regulation import Draft
from generator.intake.versions import in_force, says_the_same
from generator.register.dialogue import Clerk
from generator.texts.commands import TEXTS
from generator.texts.intake import INTAKE


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
        """The draft after the clerk has decided about what stands beside its text, and about words that drift."""
        draft, gaps = self._with_beside(draft, found)
        for first, second in drifting("\n".join(line.text for line in draft.lines)) if self._asks else ():
            choices = [INTAKE["keep"], INTAKE["both"], *(INTAKE["unify"].format(term=term) for term in (first, second))]
            question = INTAKE["ask_drift"].format(title=draft.title, first=first, second=second)
            answer = self._chosen(question, choices)
            if answer == choices[0]:
                continue
            gaps = [one for one in gaps if not (first in one.note and second in one.note)]
            if answer in choices[2:]:
                kept, other = (first, second) if answer == choices[2] else (second, first)
                draft = replace(draft, fields=_with(draft.fields, other, kept))
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
            annexes = [*draft.fields.get("annexes", []), annex(beside)]
            draft = replace(draft, fields={**draft.fields, "annexes": annexes})
        return draft, [one for one in found if not one.beside]

    def completed(self, papers: Sequence[Paper]) -> None:
        """Add to drafts what they do not tell and every sheet shows: who made the rules, and since when they hold."""
        if not self._asks:
            return
        for key, question in (("issuer", "ask_issuer"), ("effective", "ask_effective")):
            lacking = [draft for paper in papers for draft in paper.drafts if key not in draft.fields]
            answer = self._told(INTAKE[question].format(count=len(lacking))) if lacking else ""
            if answer and (key == "issuer" or _is_day(answer)):
                for draft in lacking:
                    draft.fields[key] = answer
            elif answer:
                self.clerk.says(INTAKE["bad_day"].format(text=excerpt(answer)))

    def address(self, papers: Sequence[Paper]) -> str:
        """The address of the hall, where site.yml is only the sample; "" where nobody knows it."""
        known = self.making.has_address or not any(hall.hall for paper in papers for hall in paper.halls)
        return "" if known or not self._asks else self._told(INTAKE["ask_address"])

    def _told(self, question: str) -> str:
        return self.clerk.answers(question, (), "").strip()

    def corrects(self, draft: Draft) -> bool:
        """Whether a rule that is there already is to be corrected, and not to get a new version."""
        if self.wishes.correct or self.wishes.out or not self._asks:
            return self.wishes.correct
        old = in_force(self.making.dataset, draft.title, draft.fields.get("wall"))
        if old is None or says_the_same(old, draft.record(old.id)) or self.making.replaces(old):
            return False
        choices = [INTAKE["version"], INTAKE["correction"]]
        return self._chosen(INTAKE["ask_version"].format(title=draft.title), choices) == choices[1]

    def _chosen(self, question: str, choices: Sequence[str]) -> str:
        """The one of ``choices`` that the clerk takes, by its number; the first is proposed."""
        listed = (INTAKE["choice"].format(number=number, text=text) for number, text in enumerate(choices, 1))
        numbers = [str(number) for number in range(1, len(choices) + 1)]
        return choices[int(self.clerk.answers("\n".join([question, *listed, TEXTS["menu_ask"]]), numbers, "1")) - 1]

    def takes_hall(self, papers: Sequence[Paper]) -> bool:
        """Whether windows, services and slogans of the papers are taken, too."""
        halls = [one for paper in papers for one in paper.halls]
        what = INTAKE["hall"].format(
            name="".join(hall.hall or "" for hall in halls[:1]),
            windows=sum(len(hall.windows) for hall in halls),
            services=sum(len(errands) for hall in halls for errands, _ in hall.functions.values()),
            slogans=sum(len(hall.indoor) + len(hall.outdoor) for hall in halls),
        )
        question = INTAKE["ask_hall"].format(what=what)
        self.clerk.says(question if self.wishes.yes else "")
        return self.wishes.yes or (self.clerk.present and self.clerk.agrees(question))


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
