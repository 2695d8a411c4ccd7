"""How a finding looks, and what never gets into a report."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.content.problems import Problem, in_order, make_problem, printable, quote, report_lines, summary
from generator.texts.checks import MESSAGES, SEVERITY_NAMES


def problem(path: str = "content/site.yml", line: int = 1, column: int = 1, rule: str = "file/empty") -> Problem:
    return make_problem(rule, path, line, column, {})


def test_problem_reads_as_place_rule_message_and_remedy() -> None:
    """One line holds what a clerk needs: where, which rule, what is wrong, what to write."""
    values = {"title": "天数", "field": "days", "value": quote("十")}
    assert str(make_problem("field/whole-number", "content/services/a.yml", 14, 9, values)) == (
        "content/services/a.yml:14:9 [field/whole-number] “天数”应为整数，实际为“十”。"
        "用阿拉伯数字，前面不补零。请写：days: 10"
    )


def test_problem_without_a_remedy_ends_with_its_message() -> None:
    """No empty 请写 is shown."""
    assert str(problem()) == ("content/site.yml:1:1 [file/empty] 文件是空的。可运行 gongshi new 生成一份带说明的样例。")


def test_problem_as_json_has_plain_fields() -> None:
    """Other programs get the same facts by name."""
    assert make_problem("yaml/duplicate-key", "content/site.yml", 3, 1, {"key": "town"}).as_json() == {
        "path": "content/site.yml",
        "line": 3,
        "column": 1,
        "rule": "yaml/duplicate-key",
        "message": "字段 town 写了两次，请只留一个。",
        "hint": "",
        "severity": "error",
    }


def test_severity_comes_from_the_rule() -> None:
    """Errors stop publication, gaps hold back a poster, reminders do neither."""
    rules = {"file/empty": "error", "service/basis": "gap", "file/unexpected": "reminder"}
    assert {rule: problem(rule=rule).severity for rule in rules} == rules


def test_braces_in_values_are_not_blanks() -> None:
    """What a clerk typed is never taken for a part of the wording."""
    assert make_problem("yaml/duplicate-key", "p", 1, 1, {"key": "{0.__class__}"}).message == (
        "字段 {0.__class__} 写了两次，请只留一个。"
    )


def test_number_in_the_name_of_a_file_is_blanked() -> None:
    """A file named after a person's number is told by its place, not by the number; a date in a name stays."""
    paths = ("content/" + "000000" * 3 + ".xlsx", "content/notices/dibao-2026-11-22.yml")

    shown = [make_problem("file/unexpected", path, 1, 1, {}).path for path in paths]

    assert shown == ["content/〔数字〕.xlsx", "content/notices/dibao-2026-11-22.yml"]


def test_path_with_invisible_characters_is_shown_safely() -> None:
    """A file name cannot move the cursor, turn the writing direction or break the encoding of a report."""
    assert problem("content/a\x1b[2J\u202e\udcff.yml").path == "content/a<U+001B>[2J<U+202E><U+DCFF>.yml"


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("十", "“十”"),
        ("", "“”"),
        ("一\n二\t三", "“一<U+000A>二<U+0009>三”"),
        ("a\x00\x1b[31m\x7f\u200b", "“a<U+0000><U+001B>[31m<U+007F><U+200B>”"),
        ("\u202e\u2066\ufeff", "“<U+202E><U+2066><U+FEFF>”"),
        ("字" * 40, f"“{'字' * 40}”"),
        ("字" * 41, f"“{'字' * 40}…”"),
        ({"a": "b"}, "一组字段"),
        (["a"], "一个列表"),
        (("a",), "一个列表"),
        (12, "“12”"),
    ],
)
def test_values_are_quoted_for_people(value: object, quoted: str) -> None:
    """Quotes are short, show what is invisible, and name what is no text."""
    assert quote(value) == quoted


@pytest.mark.parametrize(
    ("value", "quoted"),
    [
        ("110101199003071234", "“〔数字〕”"),
        ("11010119900307123X", "“〔数字〕”"),
        ("11010119900307123x的张三", "“〔数字〕的张三”"),
        ("电话0300-0000100转8", "“电话〔数字〕转8”"),
        ("110101 1990 0307 1234", "“〔数字〕”"),
        ("１１０１０１１９９００３０７１２３４", "“〔数字〕”"),
        ("卡号6222 0000 0000 0000 000，勿外传", "“卡号〔数字〕，勿外传”"),
        ("一" * 38 + "110101199003071234", f"“{'一' * 38}〔数…”"),
        ("123456", "“123456”"),
        ("共10天", "“共10天”"),
    ],
)
def test_long_numbers_are_blanked(value: str, quoted: str) -> None:
    """An identity, phone or card number typed into the wrong field is not repeated, not even in part."""
    assert quote(value) == quoted


@given(st.text(st.characters()), st.integers(10**6, 10**19), st.text(st.characters()))
def test_no_quote_repeats_a_long_number_or_a_control_character(before: str, number: int, after: str) -> None:
    """Whatever stands around a number of seven or more digits, the quote is one printable line without it."""
    quoted = quote(f"{before}{number}{after}")
    assert str(number) not in quoted
    assert printable(quoted) == quoted
    assert "\n" not in quoted
    assert len(quoted) <= 43


def test_problems_are_sorted_by_place_and_listed_once() -> None:
    """Files in order, then lines and columns as numbers, then rules; a finding made twice is one line."""
    expected = [
        problem("content/a.yml", 2, 1),
        problem("content/a.yml", 10, 2),
        problem("content/a.yml", 10, 10, "file/empty"),
        problem("content/a.yml", 10, 10, "file/required"),
        problem("content/b.yml", 1, 1),
    ]
    shuffled = expected * 3
    random.Random(1).shuffle(shuffled)
    assert list(in_order(shuffled)) == expected


def test_summary_counts_each_severity() -> None:
    """The last line of a report says how much there is of what."""
    problems = [problem(rule=rule) for rule in ("file/empty", "file/empty", "service/basis", "file/unexpected")]
    assert summary(problems) == "错误 2，待补充 1，提醒 1"
    assert summary([]) == "错误 0，待补充 0，提醒 0"


def test_every_wording_has_a_known_severity_and_one_line() -> None:
    """A rule's wording fits the report: a known severity, one line, a full sentence."""
    for rule, wording in MESSAGES.items():
        assert wording.severity in SEVERITY_NAMES, rule
        assert "\n" not in wording.message + wording.hint, rule
        assert wording.message.endswith(("。", "？", "}")), rule


def told(*problems: Problem) -> list[str]:
    return [line.text for line in report_lines(problems)]


def test_errors_are_last_and_told_first() -> None:
    """A clerk sees first that nothing can be published, and last, on the screen, what to correct."""
    gap, reminder, error = (problem(rule=rule) for rule in ("service/basis", "file/unexpected", "file/empty"))

    lines = told(error, gap, reminder)

    assert lines[0] == "有 1 处错误，改好以前不能发布；错误列在最后。"
    assert [line for line in lines if line.startswith("content")] == [str(reminder), str(gap), str(error)]


def test_gaps_of_a_file_are_counted() -> None:
    """The gaps of one record stand together, with their number where there are several."""
    gaps = [problem(path, line, rule="service/basis") for path, line in (("a.yml", 1), ("a.yml", 2), ("b.yml", 1))]

    assert told(*gaps) == ["a.yml：缺 2 项", *map(str, gaps)]


def test_many_gaps_are_only_counted() -> None:
    """After a hall's papers were imported, errors and reminders are still found on the screen."""
    gaps = [
        problem(f"content/services/{name}.yml", line, rule="service/basis") for name in "abcd" for line in range(20)
    ]
    gaps += [problem("content/site.yml", rule="service/basis")]
    error = problem()

    lines = told(*gaps, error)

    assert lines == [
        "有 1 处错误，改好以前不能发布；错误列在最后。",
        "—— 待补充：页面会标明，这一项的海报先不做 ——",
        "content/services/：4 个文件，缺 80 项",
        "content/site.yml：缺 1 项",
        "谁来补什么：gongshi gaps；每一处在哪一行：gongshi check --all。",
        "—— 错误：改正之前不能发布 ——",
        str(error),
    ]
    assert {str(gap) for gap in gaps} <= {line.text for line in report_lines([*gaps, error], every_gap=True)}


def test_one_kind_of_problem_needs_no_heading() -> None:
    """Errors alone are listed as they are."""
    assert told(problem(), problem(line=2)) == [str(problem()), str(problem(line=2))]


@pytest.mark.parametrize("text", ["2026-1-1", "2026-02-30", "19 行", "2026 19 行", "第 12-34 号"])
def test_harmless_numbers_are_quoted(text: str) -> None:
    """Days and short numbers are shown: without them a message does not say what is wrong."""
    assert quote(text) == f"“{text}”"


@pytest.mark.parametrize("text", ["13800000000", "0300-0000100", "000000 20261345 0011", "2026-1-1 13800000000"])
def test_number_beside_a_day_is_blanked(text: str) -> None:
    """What may be somebody's number is not repeated."""
    assert "0000" not in quote(text) and "〔数字〕" in quote(text)
