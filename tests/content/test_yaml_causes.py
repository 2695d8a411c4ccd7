"""The mistakes behind what the YAML parser reports: the line that is wrong, and the line as it should be."""

import pytest
import yaml

from generator.content import strict_yaml
from generator.content.strict_yaml import read

SOUND = """\
id: zhengce-zixun
name: 政策咨询
status:
  state: 在办
summary: 可以来问
aliases: [咨询, 问政策]
time_limits:
  promised:
    days: 10
    unit: 工作日
steps:
  - name: 受理
    what: 收材料
  - name: 办理
faq:
  - question: 远吗
    answer: |
      不远：就在
      车站:旁边
"""

CASES = {
    "no space": ("name: 政策", "name:政策", "no-space", 2, 6, "name: 政策咨询"),
    "no space, nested, last": ("unit: 工", "unit:工", "no-space", 10, 10, "unit: 工作日"),
    "no space, in an item": ("- name: 受理", "- name:受理", "no-space", 12, 10, "- name: 受理"),
    "no space behind the dash": ("- name: 办理", "-name: 办理", "no-space-after-dash", 14, 4, "- name: 办理"),
    "full-width colon": ("name: 政策", "name：政策", "full-width-colon", 2, 5, "name: 政策咨询"),
    "full-width colon, nested": ("days: 10", "days：10", "full-width-colon", 9, 9, "days: 10"),
    "full-width colon, in an item": ("- name: 受理", "- name：受理", "full-width-colon", 12, 9, "- name: 受理"),
    "full-width colon of a group": ("steps:", "steps：", "full-width-colon", 11, 6, "steps:"),
    "smart quote at the end": ("name: 政策咨询", 'name: "政策咨询”', "open-quote", 2, 7, 'name: "政策咨询"'),
    "quote never closed": ("可以来问", '"可以来问', "open-quote", 5, 10, 'summary: "可以来问"'),
    "quote in an item": ("- name: 受理", "- name: '受理’", "open-quote", 12, 11, "- name: '受理'"),
    "quoted beginning": ("可以来问", '"可以"来问', "quoted-part", 5, 10, "summary: '\"可以\"来问'"),
    "colon in a text": ("可以来问", "注意: 带证", "second-colon", 5, 12, 'summary: "注意: 带证"'),
    "broken sentence": ("可以来问", "可以\n来问", "broken-line", 6, 1, "summary: 可以来问"),
    "broken sentence, nested": ("收材料", "收\n材料", "broken-line", 14, 1, "what: 收材料"),
    "broken sentence, Latin": ("可以来问", "use the\napp", "broken-line", 6, 1, "summary: use the app"),
    "pasted paragraphs": ("steps:", "一、为了群众。\n二、服务居民。\nsteps:", "pasted-text", 11, 1, "- text: 为了群众。"),
    "pasted under a field": ("steps:\n", "steps:\n一、为了群众。\n", "pasted-text", 12, 1, "- text: 为了群众。"),
    "pasted in a list": ("    what: 收材料", "    what: 收材料\n（一）要整洁。", "pasted-text", 14, 1, "- text: （一）要整洁。"),
    "pasted after an item": ("收材料\n", "收材料\n2. 要整洁。\n", "pasted-text", 14, 1, "- text: 要整洁。"),
    "value on the next line": ("name: 政策咨询", "name:\n政策咨询", "broken-line", 3, 1, "name: 政策咨询"),
    "full-width colon of a Chinese name": ("name: 政策", "名称：政策", "full-width-colon", 2, 3, "名称: 政策咨询"),
    "no colon": ("name: 政策咨询", "name 政策咨询", "no-colon", 2, 5, "name: 政策咨询"),
    "no colon, in an item": ("    what: 收材料", "    what 收材料", "no-colon", 13, 9, "what: 收材料"),
    "no colon, Chinese name": ("name: 政策咨询", "名称 政策咨询", "no-colon", 2, 3, "名称: 政策咨询"),
    "broken sentence, long": ("收材料", "收" + "材料" * 40 + "\n齐全", "broken-line", 14, 1, "what: 收" + "材料" * 40 + "齐全"),
    "three spaces": ("    unit: 工", "   unit: 工", "indent", 10, 4, "    unit: 工作日"),
    "five spaces": ("    unit: 工", "     unit: 工", "indent", 10, 6, "    unit: 工作日"),
    "three spaces in an item": ("    what: 收", "   what: 收", "indent", 13, 4, "    what: 收材料"),
    "tab": ("    days", "\tdays", "tab", 9, 1, "days: 10"),
    "bracket never closed": ("[咨询, 问政策]", "[咨询, 问政策", "open-bracket", 6, 10, "aliases: [咨询, 问政策]"),
    "full-width comma": ("咨询, 问", "咨询，问", "full-width-comma", 6, 11, "[咨询, 问政策]"),
    "number sign": ("可以来问", "路1号 #2楼", "cut-at-hash", 5, 10, '"路1号 #2楼"'),
}  # fmt: skip


@pytest.fixture(params=[strict_yaml._LOADER, yaml.BaseLoader], ids=["libyaml", "pure-python"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with libyaml and with PyYAML's own parser."""
    monkeypatch.setattr(strict_yaml, "_LOADER", request.param)


def test_sound_text_has_no_fault() -> None:
    """The text that the mistakes are made in is sound."""
    assert read(SOUND.encode()).faults == []


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(("old", "new", "rule", "line", "column", "corrected"), CASES.values(), ids=CASES)
def test_wrong_line_is_told_as_it_should_be(
    old: str, new: str, rule: str, line: int, column: int, corrected: str
) -> None:
    """The line that is wrong is named, not the one where the parser gave up."""
    assert SOUND.count(old) == 1
    (fault,) = read(SOUND.replace(old, new).encode()).faults

    assert (fault.rule, fault.line, fault.column) == (f"yaml/{rule}", line, column)
    assert fault.values["corrected"] == corrected


@pytest.mark.parametrize(
    "text",
    [
        "a: b # note\n", "a: 一  # note\n", "a: 一  #\n", "a: 'b #c'\n", 'a: "b #c"\n', "a: b#c\n", "a: # note\n  b: c\n", "a: [b, c] # note\n",
        "a: |\n  b #c\n", "a: ['b，c']\n", "a: b，c\n", "a:\n  - b，c\n", "a: [b、c]\n", "# a #b\na: b\n",
    ],
)  # fmt: skip
def test_notes_and_quoted_texts_are_no_mistake(text: str) -> None:
    """What YAML keeps, and notes behind a value that plainly are notes, are no mistake."""
    assert read(text.encode()).faults == []


@pytest.mark.parametrize("value", ["路1号 #2楼", "路1号 # 2楼", "路1号  #2楼", "B #2", "0300-0000100 #8012", "#1 #2"])
def test_text_behind_a_number_sign_is_not_lost(value: str) -> None:
    """What may belong to the text is refused, with the text in quotation marks."""
    faults = read(f"a: {value}\n".encode()).faults
    assert [fault.rule for fault in faults] == ([] if value.startswith("#") else ["yaml/cut-at-hash"])


def test_private_number_in_a_line_is_not_repeated() -> None:
    """The corrected line blanks long numbers."""
    (fault,) = read(b"a: b\nphone:13800000000\nc: d\n").faults
    assert fault.rule == "yaml/no-space"
    assert "138" not in fault.values["corrected"]


def test_line_after_the_mistake_is_not_blamed() -> None:
    """A colon below the place where reading stopped is not the cause."""
    (fault,) = read("a: [b\nc: d]\n: : e\n\nname：f\n".encode()).faults
    assert fault.line < 5
