"""Finds what ``gongshi init`` and ``gongshi new`` wrote and nobody has replaced: it is never published.

These are blanks to fill in (【填写：标题】), the names 示例镇, 示例路 and the like, and phones with the area code 0300,
which is not in use in China. The demos of this repository have such phones, too. They are known by the names of their
towns, which do not exist: whoever claims to be one publishes under a name that is not their own.
"""

import re
from collections.abc import Iterator, Mapping

from generator.content import strict_yaml
from generator.content.problems import Problem, excerpt, make_problem
from generator.content.strict_yaml import YamlValue
from generator.model import Keys, Site

DEMO_TOWNS = ("虚谷镇", "虚岭镇", "虚云乡", "虚湖镇", "虚影村")

_RULES = {
    "starter/blank": re.compile(r"【填写[：:][^】\n]*】?"),
    "starter/place": re.compile(r"(?:示例(?:镇|乡|村|社区|街道|县|路|单位|中心|大厅|学校|医院))+"),
    "starter/phone": re.compile(r"(?<![0-9])0300[-—－ ]?[0-9]{7,8}(?![0-9])"),
}
"""Rule -> what it finds."""


def is_demo(site: Site | None) -> bool | None:
    """Whether a hall is that of a town that does not exist, by all its names; None while they cannot be read."""
    if site is None:
        return None
    return any(all(town in name for name in (site.town, site.organisation, site.hall.name)) for town in DEMO_TOWNS)


def in_record(shown: str, data: bytes, demo: bool | None) -> tuple[Problem, ...]:
    """Every starter value in a file of records, at its place; ``shown`` is its path as problems show it."""
    return tuple(_in_yaml(shown, data, demo)) if any(_found(data.decode("utf-8", "replace"), demo)) else ()


def in_pages(pages: Mapping[str, str], demo: bool | None) -> Iterator[Problem]:
    """Every starter value on pages of prose (path -> text), at its place."""
    for shown, text in pages.items():
        for number, line in enumerate(text.split("\n"), 1):
            for rule, found, start in _found(line, demo):
                yield make_problem(rule, shown, number, start + 1, {"found": found})


def _in_yaml(shown: str, data: bytes, demo: bool | None) -> Iterator[Problem]:
    """What is found in values; comments may say what they like. Nothing where the file cannot be read as YAML."""
    document = strict_yaml.read(data, with_marks=True)
    for keys, text in _texts(document.value, ()) if not document.faults else ():
        for rule, found, _ in _found(text, demo):
            yield make_problem(rule, shown, *document.marks.get(keys, (1, 1)), {"found": found})


def without_echoes(problems: list[Problem]) -> list[Problem]:
    """The problems but those that other rules have with a blank: a blank is no date, no phone and no id."""
    blanks = {(one.path, one.line, one.column) for one in problems if one.rule == "starter/blank"}
    return [one for one in problems if one.rule == "starter/blank" or (one.path, one.line, one.column) not in blanks]


def _found(text: str, demo: bool | None) -> Iterator[tuple[str, str, int]]:
    """Rule, words and place of what is found in a text, each word once."""
    for rule, pattern in _RULES.items():
        if demo is not False and rule == "starter/phone":
            continue  # while the names of the hall cannot be read, nothing is said of phones
        seen: set[str] = set()
        for match in pattern.finditer(text):
            if match[0] not in seen:
                seen.add(match[0])
                yield rule, match[0] if rule == "starter/phone" else excerpt(match[0]), match.start()


def _texts(value: YamlValue | None, keys: Keys) -> Iterator[tuple[Keys, str]]:
    if isinstance(value, str):
        yield keys, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _texts(inner, (*keys, key))
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _texts(inner, (*keys, number))
