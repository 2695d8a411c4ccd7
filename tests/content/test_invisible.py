"""invisible: characters that nobody sees and that change what is read."""

import pytest

from generator.build.prose_texts import prose_gaps
from generator.content.invisible import FORBIDDEN, in_markup
from generator.content.problems import Problem
from generator.content.result_rows import read_rows
from generator.content.strict_yaml import read

TURNED = "\u202e8000000013\u202c"


@pytest.mark.parametrize("code", [*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x00, 0x7F, 0x2028])
def test_sign_that_turns_writing_is_refused_wherever_it_stands(code: int) -> None:
    """In YAML, in an escape of YAML, in a table, in prose and as an entity of prose."""
    sign = chr(code)
    assert [fault.rule for fault in read(f"a: 甲{sign}乙\n".encode()).faults] == ["file/control-character"]
    assert [fault.rule for fault in read(f'a: "甲\\u{code:04x}乙"\n'.encode()).faults] == ["file/control-character"]
    problems: list[Problem] = []
    read_rows("content/results/x.csv", f"收件{sign}编号\n".encode(), problems)
    assert [problem.rule for problem in problems] == ["file/control-character"]


@pytest.mark.parametrize("line", [f"电话{TURNED}", "电话&#x202e;8000000013", "电话&#8238;8000000013", "甲&#8203;乙"])
def test_prose_is_read_as_browsers_read_it(line: str) -> None:
    """Entities are signs, too."""
    (problem,) = prose_gaps({"content/pages/a.md": f"# 一\n{line}\n"})
    assert (problem.rule, problem.line, problem.severity) == ("file/control-character", 2, "error")


@pytest.mark.parametrize(
    "text",
    [
        "甲\u200b乙",
        "138\u200b0000",
        "a\u00adb",
        "张\u2060三",
        "甲\u200f乙",
        "１\u3164２",
        "𠮷\u2063田",
        "张\u200b\u200d三",
        "a\u034fb",
        "甲 \u061c乙",
    ],
)
def test_sign_without_width_between_letters_is_refused(text: str) -> None:
    """There it can only hide a word or a number."""
    assert FORBIDDEN.search(text)


@pytest.mark.parametrize(
    "text", ["👩\u200d⚕️", "甲，\u200b乙", "\u200b甲", "👨\u200d👩\u200d👧 家庭", "a b", "甲\u3000乙", "&amp;#x202e;"]
)
def test_sign_that_hides_nothing_stays(text: str) -> None:
    """Emoji are put together with such signs; beside punctuation they are harmless."""
    assert not in_markup(text)
