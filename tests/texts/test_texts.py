"""The tables of wording: each key of each table is looked up somewhere, and what a guide says is worded once."""

import ast
import importlib
import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import get_args

import pytest

import generator
from generator.facts.services import NoticePhase
from generator.results.disclosure import PeriodPhase
from generator.texts.guide import GUIDE, SECTIONS
from generator.texts.pages import WORDS
from generator.texts.posters import POSTER_WORDS
from generator.texts.regulation import REGULATION
from generator.texts.shared import GUIDES, SUPERVISION_PHONE, UNKNOWN, VERIFIED, VERSION

PACKAGE = Path(generator.__file__ or "").parent
TEMPLATES = PACKAGE.parent / "site_templates"

TABLES = {
    f"{file.stem}.{name}": value
    for file in sorted((PACKAGE / "texts").glob("[a-z]*.py"))
    for name, value in vars(importlib.import_module(f"generator.texts.{file.stem}")).items()
    if isinstance(value, dict) and not name.startswith("_")
}

LOOKED_UP_ELSEWHERE = {
    "catalogue.CATALOGUE": "catalogue",
    "gaps.BLOCKS": "gaps",
    "gaps.COLUMNS": "gaps",
    "gaps.ELEMENTS": "gaps",
    "gaps.HOW": "gaps",
    "gaps.WORDS": "gaps",
    "history.KINDS": "history",
    "history.GIT": "history",
    "intake.INTAKE": "",
    "inspection.CHECKS": "",
    "inspection.NATIONAL_ELEMENTS": "gaps",
    "inspection.SAID": "inspection",
    "inspection.TABLE": "inspection",
    "assessment.NO_DATA": "assessment",
    "checks.MESSAGES": "",
    "disclosures.CHECKS": "",
    "second_language.CHECKS": "",
    "access.CHECKS": "",
    "assessment.CHECKS": "",
    "bundles.CHECKS": "",
    "sites.CHECKS": "",
    "versions.CHECKS": "",
    "opening.CHECKS": "",
    "known_changes.CHECKS": "",
    "sign_off.CHECKS": "",
    "layers.CHECKS": "",
    "fleet.CHECKS": "",
    "other_checks.CHECKS": "",
    "private.PRIVATE_KIND_NAMES": "privacy",
    "checks.SEVERITY_NAMES": "",
    "private.UNREADABLE": "privacy",
    "columns.COLUMN_NAMES": "register",
    "columns.OUTCOMES": "model",
    "commands.FAULTS": "publish",
    "commands.STAGES": "",
    "posters.DUE_DAYS": "facts/deadlines.py",
    "reference.HEADINGS": "content",
    "reference.TYPES": "content",
    "register.REGISTER_MESSAGES": "register",
    "service_sources.SOURCE_MESSAGES": "catalogue",
    "register.TEMPLATE_COLUMNS": "register",
    "pages.DUE_DAYS": "facts/deadlines.py",
    "sources.SOURCE_MESSAGES": "sources",
}
"""Table -> folder or module of the program that names its keys, where it is not the module that imports it."""

IN_TEMPLATES = {
    "channels_wechat.PAGE": ("wechat", "words"),
    "channels_wechat.ARTICLE": ("wechat", "said"),
}
"""Table that templates are given -> their folder, and what they call it."""

COMPUTED = {
    "guide.MISSING": {"who", "what", "standard"},
    "fleet.FLEET": {"checked"},
    "posters.PHASES": set(get_args(PeriodPhase)),
    "regulation.NUMBERS": {"第一章", "第一条"},
}
"""Table -> keys that are a value of a record or a problem, or the key of a fact."""

NOT_LOOKED_UP_BY_NAME = {
    "holidays.HOLIDAY_NAMES": "the keys are names that a library gives",
    "everyday_phrases.GROUPS": "the keys are named by phrases; tests/texts/test_everyday_phrases.py compares",
    "gaps.FIELDS": "the keys are rules",
    "service_sources.HSDS_STATES": "the keys are states of Open Referral",
    "gaps.KINDS": "the keys are kinds of records",
    "duties.PAGE": "asked for by site_templates/staff/duties.html",
    "duties.STATE_NAMES": "the keys are states",
    "gaps.STAFF": "asked for by site_templates/staff/gaps.html",
    "opening.UNREAD": "the keys are reasons, which tests/model/test_day_times.py compares",
    "pages.RESULT_WORDS": "part of pages.WORDS",
    "result_pages.RESULT_WORDS": "part of pages.WORDS",
    "presets.PRESETS": "the keys are what the user types",
    "workbook.NOTES": "the keys are kinds of columns",
    "workbook.SHEETS": "the keys are the places of lists in files",
    "checks.GROUPS": "the keys are the names of records",
    "delivery.REASONS": "the keys are kinds of errors",
    "delivery.INSTEAD": "the keys are schemes, which the user types",
    "usage.EXAMPLES": "the keys are what the user types",
    "usage.HELP_WORDS": "the keys are the words of click",
    "usage.NOTES": "some of the keys are the words of click",
    "reference.SHORT_NAMES": "the keys are records and fields",
    "reference.TYPE_EXAMPLES": "the keys are types and ends of names",
    **{
        name: "the keys are fields, or what stands in sheets; tests/catalogue tries them"
        for name in TABLES
        if name.startswith(("service_columns.", "service_words."))
    },
    **dict.fromkeys(("service_sources.REMEDIES", "service_sources.HSDS"), "the keys are fields"),
    "service_sources.HSDS_DAYS": "the keys are days of the week as others write them",
    "service_sources.ASIDES": "the keys are kinds of what stands beside a text",
    "sensitive.SENSITIVE_TERMS": "all of its terms are looked for",
    "second_language.ENGLISH": "the keys are what sheets say",
    "second_language.ENGLISH_PATTERNS": "the keys are what sheets say",
    "second_language.LISTED": "the keys are signs",
    "shared.OS_REASONS": "the keys are numbers of the operating system",
    "commands.MENU": "the keys are what the user types",
    "yaml_syntax.SYNTAX": "the keys are the words of the YAML parser",
    "register.PERIOD_TITLES": "the keys are the ends of ids of periods",
    "search.SEARCH_WORDS": "the keys are asked for by search.js; tests/site/test_search.py compares them",
    "county.COUNTY_SEARCH": "the keys are those of search.SEARCH_WORDS; tests/county/test_site.py compares them",
    "search.PAGE_TERMS": "the keys are addresses",
    "search_told.CHECKS": "the keys are rules; tests/rules/test_list.py tries them",
    "search_told.WHY": "the keys are the reasons of matcher.js; tests/build/test_search_preview.py compares them",
    "search_words.KIND_WORDS": "the keys are kinds of entries",
    "search_words.INTENTS": "the keys are names of cards; tests/site/test_search_hall.py compares them",
}


@cache
def parsed(below: str) -> tuple[ast.Module, ...]:
    """The modules of the program in a folder, or one module; the tables themselves are left out."""
    place = PACKAGE / below
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    return tuple(ast.parse(file.read_text("utf-8")) for file in files if file.parent.name != "texts")


@cache
def patterns(node: ast.AST) -> set[str]:
    """The strings in ``node`` as regular expressions; a filled-in part of an f-string may be anything."""
    inside = {id(part) for inner in ast.walk(node) if isinstance(inner, ast.JoinedStr) for part in ast.walk(inner)}
    found = set()
    for inner in ast.walk(node):
        if isinstance(inner, ast.JoinedStr):
            parts = [re.escape(str(p.value)) if isinstance(p, ast.Constant) else ".+" for p in inner.values]
            found.add("".join(parts))
        elif isinstance(inner, ast.Constant) and isinstance(inner.value, str) and id(inner) not in inside:
            found.add(re.escape(inner.value))
    return found


@cache
def tables_by_name(tree: ast.Module) -> dict[str, str]:
    """Table, as ``TABLES`` has it -> what a module that imports it calls it."""
    return {
        f"{node.module.removeprefix('generator.texts.')}.{alias.name}": alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator.texts.")
        for alias in node.names
    }


def looked_up(tree: ast.Module, name: str) -> set[str]:
    """The keys that a module looks up in the table it calls ``name``: those in brackets behind it.

    Where a key is in a variable, it may be any string of the module.
    """
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name) and node.value.id == name:
            held_elsewhere = not patterns(node.slice)
            found |= patterns(tree) if held_elsewhere else patterns(node.slice)
    return found


def named_by_templates(letter: str) -> set[str]:
    """The keys that templates look up in the table that they call ``letter``; those that they compute are phases."""
    texts = [path.read_text("utf-8") for path in TEMPLATES.rglob("*.html")]
    named = {key for text in texts for key in re.findall(rf"\b{letter}\.(\w+)", text)}
    computed = {*get_args(NoticePhase), *get_args(PeriodPhase)}
    return named | (computed if any(f"{letter}[" in text for text in texts) else set())


def named_by_mapping(folder: str, name: str) -> set[str]:
    """The keys that the templates of a folder look up in the mapping that they call ``name``."""
    texts = [path.read_text("utf-8") for path in (TEMPLATES / folder).glob("*.html")]
    return {key for text in texts for key in re.findall(rf"\b{name}\[\"(\w+)\"\]", text)}


def used(table: str) -> set[str]:
    """Regular expressions of the keys of ``table`` that are used."""
    if table in LOOKED_UP_ELSEWHERE:
        return {pattern for tree in parsed(LOOKED_UP_ELSEWHERE[table]) for pattern in patterns(tree)}
    found = {
        pattern for tree in parsed("") if (name := tables_by_name(tree).get(table)) for pattern in looked_up(tree, name)
    }
    found |= named_by_mapping(*IN_TEMPLATES[table]) if table in IN_TEMPLATES else set()
    letters = {"pages.WORDS": "w", "errand.ERRAND": "e", "guide.GUIDE": "g", "guide.SECTIONS": "g"}
    return found | (named_by_templates(letters[table]) if table in letters else set())


@pytest.mark.parametrize("table", sorted(TABLES.keys() - NOT_LOOKED_UP_BY_NAME))
def test_every_key_of_every_table_is_used(table: str) -> None:
    """No table holds a wording that nobody looks up."""
    expressions = used(table)
    filled_in = [re.compile(pattern) for pattern in expressions if ".+" in pattern]
    unnamed = [key for key in TABLES[table] if re.escape(key) not in expressions]

    assert [key for key in unnamed if not any(one.fullmatch(key) for one in filled_in)] == [
        key for key in TABLES[table] if key in COMPUTED.get(table, ())
    ]


def test_exceptions_are_tables() -> None:
    """The lists above name tables that exist."""
    assert {*LOOKED_UP_ELSEWHERE, *NOT_LOOKED_UP_BY_NAME} <= set(TABLES)


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ('T["a"] + X["b"]', {"a"}),
        ('T["a" if x else "b"]', {"a", "b"}),
        ('T[f"a_{x}"]', {"a_.+"}),
        ('k = "c"\nT[k]', {"c"}),
        ("f(T)", set()),
    ],
)
def test_keys_that_code_looks_up_are_found(code: str, keys: set[str]) -> None:
    """The check above can fail."""
    assert looked_up(ast.parse(code), "T") == keys


def test_what_a_guide_says_is_worded_once() -> None:
    """No label of a guide or a regulation stands in a second table of pages or posters.

    办理结果 is both what comes of a service and the part of the site that lists finished cases.
    """
    own = [*GUIDE.values(), *(heading.full for heading in SECTIONS.values()), *REGULATION.values()]
    shared = [GUIDES, UNKNOWN, VERIFIED, VERSION, SUPERVISION_PHONE]

    assert set(own) & {*WORDS.values(), *POSTER_WORDS.values()} == {"办理结果"}
    assert set(shared) & {*own, *POSTER_WORDS.values()} == set()
    assert all(list(WORDS.values()).count(text) <= 1 for text in shared)
    assert {text for text, count in Counter(own).items() if count > 1} == set()


def test_keys_of_guides_are_not_ambiguous() -> None:
    """A template calls both tables of guides ``g``, so no key stands in both, or is the name of a method of dict."""
    assert not set(GUIDE) & set(SECTIONS)
    assert not {*GUIDE, *SECTIONS} & set(dir(dict))


def test_short_headings_fit_a_narrow_column() -> None:
    """The column of headings on a poster is five characters wide; a heading that fits has no other short form."""
    for heading in SECTIONS.values():
        assert len(heading.short) <= 5
        assert heading.short == heading.full or len(heading.full) > 5


NOT_WORDING = {
    "content/explain.py": "units that a clerk typed",
    "content/site_address.py": "addresses that a clerk left as they were",
    "inspection/pages.py": "a domain",
    "gaps/word_table.py": "names of typefaces",
    "tables/book.py": "the name of a typeface",
    "facts/disclosures.py": "what a table calls its total",
    "rules/numbering.py": "numbers that a clerk typed",
    "site/addresses.py": "a size of paper",
    "site/search_parts.py": "ranges of characters",
    "content/folding.py": "punctuation",
    "content/invisible.py": "ranges of characters",
    "content/yaml_causes.py": "numbers that a clerk typed",
    "content/starter_values.py": "what the starter writes",
    "facts/articles.py": "Chinese numerals",
    "facts/second_language.py": "ranges of characters",
    "facts/pinyin.py": "the characters at which the letters of pinyin begin",
    "facts/phones.py": "what stands between telephone numbers",
    "posters/breaks.py": "what a line does not part",
    "rules/regulations.py": "numbers that a clerk typed",
    "rules/signs.py": "signs that a rule looks for",
    "rules/services.py": "names of materials that a rule looks for",
    "rules/units.py": "how texts are compared",
    "rules/wording.py": "patterns that rules look for",
    "sources/encodings.py": "a range of characters",
    "sources/numerals.py": "Chinese numerals",
    "sources/odf/styles.py": "Chinese numerals",
    "sources/web.py": "a range of characters",
}
"""Module with Chinese strings that nobody reads -> what they are."""


def chinese_strings(tree: ast.Module) -> set[str]:
    """The strings with Chinese characters in a module, docstrings left out."""
    docstrings = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    constants = (node for node in ast.walk(tree) if isinstance(node, ast.Constant) and id(node) not in docstrings)
    texts = (node.value for node in constants if isinstance(node.value, str))
    return {text for text in texts if re.search(r"[\u4e00-\u9fff]", text)}


def test_wording_stands_in_the_tables() -> None:
    """A Chinese string elsewhere is a value of a record, or is not shown (``model``, the readers and detectors aside)."""
    values = set().union(*(chinese_strings(tree) for tree in parsed("model")))
    rooms = {path.name for path in PACKAGE.iterdir() if path.is_dir()} - {
        "model",
        "texts",
        "privacy",
        "register",
        "intake",
        "catalogue",
    }
    found = {
        path.relative_to(PACKAGE).as_posix(): chinese_strings(ast.parse(path.read_text("utf-8"))) - values
        for room in rooms
        for path in (PACKAGE / room).rglob("*.py")
    }

    assert {module for module, strings in found.items() if strings} == set(NOT_WORDING)


def test_chinese_strings_are_found() -> None:
    """The check above can fail."""
    assert chinese_strings(ast.parse('"""说明"""\nx = f"共{n}件" + "abc" + "待补充"')) == {"共", "件", "待补充"}


@pytest.mark.parametrize("module", ["charts", "guide", "pages", "posters", "regulation", "search", "shared"])
def test_no_text_for_residents_calls_the_place_a_hall(module: str) -> None:
    """It may be a station of a village; what it is called stands in site.yml."""
    named = {
        f"{name}.{key}"
        for name, table in TABLES.items()
        if name.startswith(f"{module}.")
        for key, text in table.items()
        if "大厅" in str(text)
    }

    assert named <= {"posters.FAILURES.characters_of_hall"}  # A field of site.yml, in a message for clerks.
