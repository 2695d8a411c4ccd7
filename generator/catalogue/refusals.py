"""What stops an import of services, told by the place in the source; never with a private value."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from generator.catalogue.sources_of_fields import Sources
from generator.content.explain import field_errors
from generator.content.problems import excerpt, make_problem
from generator.model import Dataset, Record, RecordKey, Service
from generator.rules.finding import Finding
from generator.rules.privacy import numbers_are_public, phones_were_given_out
from generator.system.failures import Failure, ReportLine
from generator.texts.catalogue import CATALOGUE

_FIELD = re.compile(r"^[a-z_]+: ")
"""What stands before a value in a file, and has no place in a sheet."""


class ImportRefused(Failure):
    """What comes in cannot be written; ``lines`` say where and why."""

    exit_code = 1

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(dict.fromkeys(lines))
        super().__init__("\n".join(self.lines))

    def report(self) -> Iterator[ReportLine]:
        """Each reason, and that nothing was written."""
        yield from (ReportLine(line, is_finding=True) for line in self.lines)
        yield ReportLine(CATALOGUE["refused"].format(count=len(self.lines)))


def of_file(path: Path, message: str, remedy: str) -> str:
    """That a file cannot be read, and what to do instead."""
    return f"{excerpt(path.name)}：{with_remedy(message, remedy)}"


def with_remedy(message: str, remedy: str) -> str:
    """What is so, and what can be done about it, where there is something."""
    return message + (CATALOGUE["remedy"].format(remedy=remedy) if remedy else "")


def of_fields(model: type[Record], error: ValidationError, sources: Sources, name: str) -> Iterator[str]:
    """The values that no file may hold, each with its place and what to write instead."""
    for one in field_errors(model, error):
        yield _line(one.rule, one.values, sources.of(one.keys), name)


def of_text(sources: Sources, name: str) -> str:
    """That a text holds characters that nobody sees."""
    return _line("file/control-character", {"code": CATALOGUE["unseen"]}, sources.place, name)


Changed = Mapping[str, tuple[Sources, str]]
"""Mapping the path of a file that changes -> the places of what comes in, and the name of its record."""


def of_findings(dataset: Dataset, changed: Changed, today: date) -> Iterator[str]:
    """What the gate would find in the files of ``changed`` if they were written."""
    settled = {RecordKey.of_file(path) for path in changed}
    others = frozenset(key for one in dataset.services if (key := RecordKey("services", one)) not in settled)
    yield from _lines(
        numbers_are_public(replace(dataset, results={}, settled=dataset.settled | others), today), changed
    )


def of_phones(before: Dataset, services: Iterable[Service], changed: Changed) -> Iterator[str]:
    """Telephones that the hall has not given out so far, and that may be those of a person."""
    yield from _lines(phones_were_given_out(services, before), changed)


def _lines(findings: Iterable[Finding], changed: Changed) -> Iterator[str]:
    for finding in findings:
        if finding.place.path in changed and finding.rule != "privacy/name":
            sources, name = changed[finding.place.path]
            yield _line(finding.rule, dict(finding.values), sources.of(finding.place.keys), name)


def _line(rule: str, values: dict[str, str], place: str, name: str) -> str:
    problem = make_problem(rule, "", 1, 1, values)
    value = _FIELD.sub("", problem.hint)
    message = problem.message + (CATALOGUE["hint"].format(hint=value) if value else "")
    return CATALOGUE["refused_one"].format(place=excerpt(place, 80), name=excerpt(name), message=message)
