"""The list of rules as a whole: complete, documented, worded, and tested case by case."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from content_builder import HEADER, TODAY
from content_builder import SERVICE as SERVICE_TEXT
from rules import (
    test_bundles,
    test_catalogues,
    test_dates,
    test_disclosures,
    test_everyday_words,
    test_holidays,
    test_hours,
    test_known_changes,
    test_listed,
    test_numbering,
    test_pictures,
    test_privacy,
    test_query_codes,
    test_references,
    test_regulations,
    test_services,
    test_signs,
    test_translations,
    test_unknown,
    test_wording,
)
from rules.dataset_builder import REGULATION, ROWS, SERVICE, content

from generator import layers, rules
from generator.build import prose_texts
from generator.build.examine import CHANGE_RULES, OWN_RULES, TEXT_RULES, examine
from generator.catalogue import disclosure_sheet
from generator.content import (
    disclosure_tables,
    explain,
    folder_files,
    frame_settings,
    load,
    project,
    read_files,
    result_rows,
    settings_yaml,
    sign_off,
    site_address,
    starter_values,
    stray_files,
    strict_yaml,
    versions,
    yaml_causes,
)
from generator.content.problems import make_problem
from generator.fleet import settings as fleet_settings
from generator.model import RecordKey
from generator.rules import RULES, Rule
from generator.rules.finding import records
from generator.texts.checks import MESSAGES

GROUPS = {
    rules.services: test_services.CASES,
    rules.references: test_references.CASES,
    rules.regulations: test_regulations.CASES,
    rules.listed: test_listed.CASES,
    rules.wording: test_wording.CASES,
    rules.signs: test_signs.CASES,
    rules.numbering: test_numbering.CASES,
    rules.unknown: test_unknown.CASES,
    rules.dates: test_dates.CASES,
    rules.disclosures: test_disclosures.CASES,
    rules.holidays: test_holidays.CASES,
    rules.hours: test_hours.CASES,
    rules.bundles: test_bundles.CASES,
    rules.catalogues: test_catalogues.CASES,
    rules.known_changes: test_known_changes.CASES,
    rules.pictures: test_pictures.CASES,
    rules.privacy: test_privacy.CASES,
    rules.query_codes: test_query_codes.CASES,
    rules.translations: test_translations.CASES,
    rules.everyday_words: test_everyday_words.CASES,
}
CASES = {rule: named for cases in GROUPS.values() for rule, named in cases.items()}
ALL = [(rule, case) for rule, named in CASES.items() for case in named.values()]


READERS = (
    disclosure_sheet,
    disclosure_tables,
    explain,
    folder_files,
    frame_settings,
    load,
    project,
    prose_texts,
    read_files,
    result_rows,
    settings_yaml,
    sign_off,
    site_address,
    starter_values,
    stray_files,
    strict_yaml,
    yaml_causes,
    versions,
)
"""The modules that read files."""

SAID_AT_THE_GATE = {"privacy/picture-page", "seen/unused"}
"""What only ``build.checkpoints`` says, of files that no rule opens; tests/build has its cases."""


def said_by_the_reader() -> set[str]:
    """The rule ids that the modules which read files name."""
    files = [Path(module.__file__ or "") for module in READERS]
    files += [*Path(layers.__file__ or "").parent.glob("*.py"), Path(fleet_settings.__file__ or "")]
    trees = [ast.parse(path.read_text("utf-8")) for path in files]
    nodes = (node for tree in trees for node in ast.walk(tree))
    named = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return named & set(MESSAGES)


def said_by_rules() -> set[str]:
    return {finding.rule for rule, case in ALL for finding in rule(content(case.changes), case.today)}


def test_every_rule_has_cases() -> None:
    """The tested rules are exactly the listed ones, in the order of the list."""
    assert list(CASES) == list(RULES)


def test_no_rule_is_left_out_of_the_list() -> None:
    """Each module's list holds every public function of that module with the signature of a rule."""
    for module in GROUPS:
        functions = [
            value
            for name, value in vars(module).items()
            if getattr(value, "__module__", "") == module.__name__ and not name.startswith("_") and callable(value)
        ]
        shaped = [f for f in functions if f.__code__.co_varnames[: f.__code__.co_argcount] == ("dataset", "today")]
        assert tuple(shaped) == module.RULES


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_has_a_passing_and_a_failing_case(rule: Rule) -> None:
    """Each rule is shown content that it accepts and content that it does not."""
    outcomes = {bool(case.expected) for case in CASES[rule].values()}
    assert outcomes == {True, False}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_rule_states_what_it_ensures(rule: Rule) -> None:
    """The docstring of a rule is one line that ends in a full stop."""
    assert re.fullmatch(r"\S[^\n]*\.", rule.__doc__ or "")


def test_sound_content_has_no_finding() -> None:
    """The content that all cases start from breaks no rule."""
    assert rules.check(content(), TODAY) == ()


def test_check_applies_every_rule_in_order() -> None:
    """``check`` yields what the single rules yield, in the order of the list."""
    dataset = content(
        {
            "site.yml": {"most_used": ["nowhere"], "supervision": {"phone": "1", "handling": ["登记。"]}},
            SERVICE: {"legal_basis": None, "summary": "XX", "review": "2026-11-01", "fee": None},
            REGULATION: {"articles": None},
            ROWS: ["A1,linshi-jiuzhu,杨虚构,2026-07-01,,,办结,,"],
        }
    )
    assert [finding.rule for finding in rules.check(dataset, TODAY)] == [
        "service/basis",
        "service/essentials",
        "reference/service",
        "phone/shape",
        "regulation/no-text",
        "text/placeholder",
        "text/truncated",
        "unknown/field",
        "date/review-passed",
        "results/outcome",
        "privacy/unmasked",
    ]


def test_every_message_is_said_by_somebody() -> None:
    """Each wording belongs to the reader or is yielded by a rule in some case, and no rule yields another id."""
    assert said_by_rules() | said_by_the_reader() | SAID_AT_THE_GATE == set(MESSAGES)
    assert said_by_rules() & said_by_the_reader() == set()


def test_reader_owns_the_ids_of_files_and_values() -> None:
    """What rules yield is never named like a problem of a file, of YAML or of a single value."""
    assert not [rule for rule in said_by_rules() if rule.startswith(("file/", "yaml/", "field/", "project/"))]


def test_every_finding_fills_the_blanks_of_its_message() -> None:
    """No finding leaves a blank of its wording open or gives a value that the wording has no blank for."""
    for rule, case in ALL:
        for finding in rule(content(case.changes), case.today):
            wording = MESSAGES[finding.rule]
            blanks = set(re.findall(r"{(\w+)}", wording.message + wording.hint))
            assert set(finding.values) >= blanks, finding.rule


def test_findings_lie_in_files_of_the_content() -> None:
    """The path of a finding is a file of the content, or the folder of the regulations."""
    for rule, case in ALL:
        for finding in rule(content(case.changes), case.today):
            assert re.fullmatch(
                r"[a-z-]+\.yml|query-codes\.csv|[a-z]+/[\w-]+\.(yml|csv)|regulations/", finding.place.path
            )


def test_records_without_a_finding_need_no_second_look() -> None:
    """Whatever is found in any case is found again when all records are settled in which those rules found nothing."""
    for _, case in ALL:
        dataset = content(case.changes)
        found = rules.check(dataset, case.today)
        loud, noisy, behind = (
            {finding.place.record for finding in found if finding.rule in ids}
            for ids in (OWN_RULES, TEXT_RULES, CHANGE_RULES)
        )
        keys = {place.record for _, place in records(dataset) if place.record}
        waived = {RecordKey.of_file(waiver.path) for waiver in dataset.waivers}
        settled = replace(
            dataset,
            settled=frozenset(keys - noisy - waived),
            consistent=frozenset(keys - loud),
            followed=frozenset(keys - behind),
        )
        assert rules.check(settled, case.today) == found


def test_own_rules_are_said_of_services() -> None:
    """The lists name rules that exist."""
    assert {*OWN_RULES, *TEXT_RULES, *CHANGE_RULES} <= said_by_rules()


def test_rules_are_pure() -> None:
    """Applying all rules twice to equal content yields equal findings."""
    for rule, case in ALL:
        assert list(rule(content(case.changes), case.today)) == list(rule(content(case.changes), case.today))


def test_findings_are_reported_at_line_and_column(make_content: Callable[..., Path]) -> None:
    """A report names file, line and column of the offending value, the rule, and what to write instead."""
    text = SERVICE_TEXT.replace("days: 10", "days: 30").replace("unregulated: 是", "days: 20\n    unit: 自然日")
    text = text.replace("  - name: 临时救助申请书", "  - name: 其他材料").replace("window: minzheng", "window: 民政")
    examined = examine(make_content({"services/linshi-jiuzhu.yml": text}), TODAY)
    assert list(map(str, examined.problems)) == [
        "content/services/linshi-jiuzhu.yml:11:9 [reference/window] 没有叫“民政”的窗口。现有窗口：民政救济。",
        "content/services/linshi-jiuzhu.yml:23:11 [material/catch-all] 材料名称“其他材料”没有说清是哪些材料。"
        "请逐项列出，不能用“其他材料”或“等”。",
        "content/services/linshi-jiuzhu.yml:33:11 [time-limit/order] 承诺时限长于法定时限。请核对天数和单位。",
    ]
    assert examined.incomplete == frozenset()


def test_missing_facts_are_reported_where_they_belong(make_content: Callable[..., Path]) -> None:
    """What is missing is reported at the mapping that should hold it, and marks the record as incomplete."""
    text = SERVICE_TEXT.replace("    who: 民政救济岗\n", "").replace("fee:\n  free: 是\n", "")
    rows = f"{HEADER}\nA1,linshi-jiuzhu,,2026-07-01,,,办结,,\n"
    changes = {"services/linshi-jiuzhu.yml": text, "results/2026-Q3.csv": rows, "regulations/zeren-zhuijiu.yml": None}
    examined = examine(make_content(changes), TODAY)
    assert list(map(str, examined.problems)) == [
        "content/regulations/:1:1 [wall/missing] 必须上墙的“责任追究”制度还没有登记。运行 gongshi new regulation 编号 新建一份。请写：wall: 责任追究",
        "content/results/2026-Q3.csv:2:7 [results/outcome] 办理结果“办结”与办结日期不符："
        "在办的没有办结日期，其余的必须有。",
        "content/services/linshi-jiuzhu.yml:1:1 [service/essentials] 没有写“收费”（fee）。",
        "content/services/linshi-jiuzhu.yml:25:5 [service/step-detail] 办理环节“受理”"
        "没有写清谁来办（who）、做什么（what）。",
    ]
    assert examined.incomplete == {RecordKey("services", "linshi-jiuzhu")}


def test_every_wording_can_be_filled() -> None:
    """Each message and each remedy has only blanks that are names in braces; what stands in two is shown in one."""
    for rule, wording in MESSAGES.items():
        said = wording.message + wording.hint
        shown = re.findall(r"{({\w+})}", said)
        blanks = re.findall(r"{(\w+)}", said)
        problem = make_problem(rule, "site.yml", 1, 1, dict.fromkeys(blanks, "某"))
        assert re.findall(r"{\w*}", problem.message + problem.hint) == shown
