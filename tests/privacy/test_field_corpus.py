"""What the field brought: lines of a corpus made without knowledge of the gate are found, and clean lines pass.

The table ``FOUND`` holds for each family the share that is found today, as a floor, beside its goal. A mend that
finds more raises the floor.
"""

import csv
import io
import json
from collections import Counter
from functools import cache

import pytest
import yaml
from privacy.field_corpus import ENDINGS, NOTHING, Line, families, lines

from generator.privacy.gate import ScanPolicy, inspect

FOUND = {
    "identity_numbers": (100, 99.5),
    "mobiles": (100, 99.5),
    "bank_cards": (100, 99.5),
    "papers": (100, 99.5),
    "birth_dates": (100, 95),
    "landlines": (100, 95),
    "names": (98, 95),
    "relations": (97, 95),
    "accounts": (95, 95),
    "addresses": (100, 95),
    "masks": (100, 95),
    "plates": (100, 95),
}
"""Family -> (percent found today, rounded down; goal in percent).

Values with a shape or check digit have the goal 99.5, labelled ones 95. The issue asks for no figure for accounts,
addresses, masks and plates; that of labelled values is their goal, too.
"""
CLEAN = ("clean_numbers", "clean_prose", "clean_words")


@cache
def verdicts(family: str) -> dict[Line, bool]:
    """Every line of a family, and whether the program stops at its file or reminds of a name in it. No contact is known, nothing is waived."""
    published = [(line, line.published()) for line in lines(family)]
    files = {f"{number}-{name}": data for number, (_, (name, data)) in enumerate(published)}
    verdict = inspect([*files.items()], ScanPolicy())
    stopped = {leak.path.partition("!")[0] for leak in (*verdict.leaks, *verdict.reminders)}
    return {line: name in stopped for (line, _), name in zip(published, files, strict=True)}


def report(family: str, wanted: bool) -> str:
    """The classes with wrong verdicts, "right/all" of each with its first wrong line. Nobody's values are shown."""
    judged = verdicts(family)
    total = Counter(line.kind for line in judged)
    wrong = [line for line, found in judged.items() if found != wanted]
    first = {line.kind: line for line in reversed(wrong)}
    counts = Counter(line.kind for line in wrong)
    rows = [f"{kind}: {total[kind] - counts[kind]}/{total[kind]}, such as {first[kind]}" for kind in total & counts]
    return f"{family}: {len(judged) - len(wrong)} of {len(judged)} lines right\n" + "\n".join(rows)


def share(family: str) -> float:
    """Of the lines of a family, how many in one are found."""
    judged = verdicts(family)
    return sum(judged.values()) / len(judged)


@pytest.mark.slow
@pytest.mark.parametrize("family", FOUND)
def test_as_many_are_found_as_the_table_says(family: str) -> None:
    """In the medium in which they are published, at least the share of the table is found; often less than the goal."""
    floor, _ = FOUND[family]
    assert 100 * share(family) >= floor, report(family, wanted=True)


@pytest.mark.slow
def test_clean_lines_pass() -> None:
    """At most one clean line in a thousand raises an alarm."""
    judged = [found for family in CLEAN for found in verdicts(family).values()]
    assert sum(judged) <= 0.001 * len(judged), "\n".join(report(family, wanted=False) for family in CLEAN)


def test_every_family_is_judged() -> None:
    """No table lies beside the tests without being read by one."""
    assert families() == sorted((*FOUND, *CLEAN))


def test_the_corpus_is_wide() -> None:
    """At least 139 private classes and 45 clean ones, none with fewer than eight lines, no line twice."""
    every = [line for family in families() for line in lines(family)]
    classes = Counter((line.family, line.kind) for line in every)
    clean = sum(family in CLEAN for family, _ in classes)
    assert len(classes) - clean >= 139
    assert clean >= 45
    assert [kind for kind, count in classes.items() if count < 8] == []
    assert [text for text, count in Counter((line.medium, line.text) for line in every).items() if count > 1] == []


def test_clean_families_hold_nothing_and_the_others_one_kind_each() -> None:
    """A table of clean lines names no kind; every other table names the same kind in all of its lines."""
    for family in families():
        kinds = {line.find for line in lines(family)}
        assert (kinds == {NOTHING}) is (family in CLEAN), family
        assert len(kinds) == 1, family


def test_every_line_is_sound_in_its_medium() -> None:
    """JSON, YAML and CSV can be read by a parser, so that a find is no matter of broken text."""
    for line in (line for family in families() for line in lines(family)):
        assert line.medium in ENDINGS, str(line)
        if line.medium == "json":
            json.loads(line.text)
        elif line.medium == "yaml":
            yaml.safe_load(line.text)
        elif line.medium == "csv":
            list(csv.reader(io.StringIO(line.text, newline=""), strict=True))
