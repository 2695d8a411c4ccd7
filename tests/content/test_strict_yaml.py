"""What a clerk types is what the program gets, or the file is refused with its place and reason."""

import json
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import strict_yaml
from generator.content.invisible import FORBIDDEN
from generator.content.strict_yaml import MAX_BYTES, MAX_DEPTH, Document, YamlFault, YamlValue, locate, read


@pytest.fixture(params=[strict_yaml._LOADER, yaml.BaseLoader], ids=["libyaml", "pure-python"])
def each_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run the test with libyaml and with PyYAML's own parser, which is used where libyaml is not built in."""
    monkeypatch.setattr(strict_yaml, "_LOADER", request.param)


def value_of(text: str) -> YamlValue | None:
    document = read(text.encode())
    assert document.faults == []
    return document.value


def only_fault(text: str | bytes) -> YamlFault:
    document = read(text if isinstance(text, bytes) else text.encode())
    assert len(document.faults) == 1, document.faults
    return document.faults[0]


# --- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    "typed",
    [
        "9:00", "8:30:15", "0123", "0o17", "0x1f", "0b11", "1e3", "1_000", "3.10", "+5", "-0", ".5", ".inf", ".nan",
        "no", "yes", "on", "off", "No", "Y", "n", "true", "False", "null", "Null", "NULL", "~", "=",
        "2026-01-31", "2026-13-45", "2026-01-31T08:00:00Z", "是", "否", "50%", "0300-0000100", "a#b", "http://a.cn/b",
    ],
)  # fmt: skip
def test_plain_scalars_stay_text(typed: str) -> None:
    """Nothing plain is turned into a number, a date, a truth or nothing, as a value, an item or a key."""
    assert value_of(f"a: {typed}\n{typed}: [{typed}]\nb:\n  - {typed}\n") == {"a": typed, typed: [typed], "b": [typed]}


@pytest.mark.usefixtures("each_parser")
def test_merge_key_is_an_ordinary_key() -> None:
    """<< merges nothing."""
    assert value_of("<<: {a: b}\n") == {"<<": {"a": "b"}}


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("text", ["a: b\nc:\n", "a: b\nc: # 待补充\n", "{a: b, c}", "{a: b, c: }", "? c\na: b\n"])
def test_key_with_nothing_behind_it_is_left_out(text: str) -> None:
    """An empty value is no value."""
    assert value_of(text) == {"a": "b"}


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("text", ["a: ''\n", 'a: ""\n', "a: |\n\nb: c\n"])
def test_quoted_emptiness_is_kept(text: str) -> None:
    """An empty text in quotes, or an empty block, is a value; the record decides whether it may be empty."""
    value = value_of(text)
    assert isinstance(value, dict)
    assert value["a"] == ""


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize("text", ["a:\n  -\n  - b\n", "a:\n  - # 空\n  - b\n", "- b\n-  \n"])
def test_empty_list_item_is_a_fault(text: str) -> None:
    """A dash with nothing behind it is refused behind the dash."""
    assert only_fault(text) == YamlFault("yaml/empty-item", 2, 4 if text.startswith("a") else 2)


@pytest.mark.parametrize("text", ["", "\n\n", "# nothing\n", "---\n", "\ufeff", "   "])
def test_file_without_content_has_no_value_and_no_fault(text: str) -> None:
    """An empty file says nothing; whether that is wrong is not a question of YAML."""
    assert read(text.encode()) == Document()


def test_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """What Notepad writes is read like any other file."""
    assert value_of("\ufeffa: 一\r\nb:\r\n  - 二\r\n") == {"a": "一", "b": ["二"]}


@pytest.mark.parametrize("end", ["\r", "\r\n"])
def test_every_system_may_end_lines_in_its_way(end: str) -> None:
    """A text of several lines is read alike, and what is wrong has its line."""
    assert value_of(end.join(["a: 今天", "  下班后", "b: c", ""])) == {"a": "今天下班后", "b": "c"}
    assert only_fault(end.join(["a: b", "a: c", ""])) == YamlFault("yaml/duplicate-key", 2, 1, {"key": "a"})


@settings(max_examples=200, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_quoted_text_survives_reading(text: str) -> None:
    """Any text in double quotes comes out as it went in, unless it holds characters that nobody can see."""
    document = read(b"a:\n  - " + json.dumps(text, ensure_ascii=False).encode() + b"\n")
    if FORBIDDEN.search(text):
        assert {fault.rule for fault in document.faults} == {"file/control-character"}
    else:
        assert document == Document({"a": [text]})


@settings(max_examples=200, deadline=None)
@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"], exclude_characters="\ufeff\ufffe\uffff")
    ).filter(lambda text: FORBIDDEN.search(text) is None)
)
def test_single_quoted_text_survives_reading(text: str) -> None:
    """Any one line in single quotes comes out as it went in."""
    assert value_of("a: '" + text.replace("'", "''") + "'\n") == {"a": text}


# --- refusals --------------------------------------------------------------------------------------------------------

REFUSED = {
    "duplicate key": ("a: 1\nb: 2\na: 3\n", YamlFault("yaml/duplicate-key", 3, 1, {"key": "a"})),
    "duplicate key in a flow": ("x: {一: 1, 一: 2}\n", YamlFault("yaml/duplicate-key", 1, 11, {"key": "一"})),
    "duplicate key, quoted": ("a: 1\n'a': 2\n", YamlFault("yaml/duplicate-key", 2, 1, {"key": "a"})),
    "duplicate key without values": ("a:\na:\n", YamlFault("yaml/duplicate-key", 2, 1, {"key": "a"})),
    "duplicate key in an item": ("- a: 1\n  a: 2\n- a: 3\n", YamlFault("yaml/duplicate-key", 2, 3, {"key": "a"})),
    "alias": ("a: *name\n", YamlFault("yaml/alias", 1, 4)),
    "alias behind Chinese text": ("a: [一二, *b]\n", YamlFault("yaml/alias", 1, 9)),
    "alias as a key": ("*a : b\n", YamlFault("yaml/alias", 1, 1)),
    "anchor on a scalar": ("a: &x 1\n", YamlFault("yaml/anchor", 1, 4)),
    "anchor on a list": ("a: &x [1]\n", YamlFault("yaml/anchor", 1, 4)),
    "anchor on a mapping": ("a: &x {b: 1}\n", YamlFault("yaml/anchor", 1, 4)),
    "anchor on nothing": ("a: &x\n", YamlFault("yaml/anchor", 1, 4)),
    "anchor on a key": ("&x a: 1\n", YamlFault("yaml/anchor", 1, 1)),
    "tag": ("a: !!int 1\n", YamlFault("yaml/tag", 1, 4)),
    "own tag on a mapping": ("a: !x {b: c}\n", YamlFault("yaml/tag", 1, 4)),
    "python tag": ("a: !!python/object/apply:os.system [ls]\n", YamlFault("yaml/tag", 1, 4)),
    "exclamation mark": ("a: ! 重要\n", YamlFault("yaml/tag", 1, 4)),
    "second document": ("a: 1\n---\nb: 2\n", YamlFault("yaml/second-document", 2, 1)),
    "second empty document": ("---\na: 1\n---\n", YamlFault("yaml/second-document", 3, 1)),
    "list as a key": ("? [a]\n: b\n", YamlFault("yaml/complex-key", 1, 3)),
    "mapping as a key": ("{{a: b}: c}\n", YamlFault("yaml/complex-key", 1, 2)),
}  # fmt: skip


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(("text", "expected"), REFUSED.values(), ids=REFUSED)
def test_what_yaml_allows_and_clerks_do_not_mean_is_refused(text: str, expected: YamlFault) -> None:
    """Duplicate keys, anchors, aliases, tags, second documents and complex keys are named with their place."""
    assert only_fault(text) == expected


def test_first_of_two_values_is_kept_and_other_faults_are_still_found() -> None:
    """One run lists every duplicate key, anchor and alias of a file."""
    document = read(b"a: 1\na: 2\nb: &x 3\nc: *x\n")
    assert [(f.rule, f.line) for f in document.faults] == [
        ("yaml/duplicate-key", 2),
        ("yaml/anchor", 3),
        ("yaml/alias", 4),
    ]
    assert document.value == {"a": "1", "b": "3", "c": ""}


def test_alias_bomb_stays_small() -> None:
    """Ten lines of aliases that would unfold to 10^10 items are refused without unfolding."""
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    document = read("\n".join(lines).encode())
    assert {f.rule for f in document.faults} == {"yaml/anchor", "yaml/alias"}
    assert len(document.faults) == 100
    assert document.value is not None
    assert len(repr(document.value)) < 2_000


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("[" * 10_000, 1, MAX_DEPTH + 1),
        ("{a: " * 10_000, 1, 4 * MAX_DEPTH + 1),
        ("- " * 10_000 + "a", 1, 2 * MAX_DEPTH + 1),
        ("[" * 10_000 + "]" * 10_000, 1, MAX_DEPTH + 1),
        ("\n".join(" " * depth + "a:" for depth in range(1_300)), MAX_DEPTH + 1, MAX_DEPTH + 1),
    ],
    ids=["flow list", "flow mapping", "block list", "closed flow list", "block mapping"],
)
def test_endless_nesting_is_refused_at_the_limit(text: str, line: int, column: int) -> None:
    """Thousands of levels cost no more than the 32 that are allowed."""
    assert only_fault(text) == YamlFault("yaml/too-deep", line, column, {"limit": "32"})
    assert read(text.encode()).value is None


def test_deepest_allowed_nesting_is_read() -> None:
    """32 levels are fine."""
    value = value_of("[" * MAX_DEPTH + "a" + "]" * MAX_DEPTH)
    for _ in range(MAX_DEPTH):
        assert isinstance(value, list)
        (value,) = value
    assert value == "a"


# --- mistakes of typing ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("text", "line", "column"), [("a:\n\tb: c\n", 2, 1), ("a:\n  b: c\n  \td: e\n", 3, 3)])
def test_tab_in_the_indentation_is_named_at_its_place(text: str, line: int, column: int) -> None:
    """A tab gets its own message."""
    fault = only_fault(text)
    assert (fault.rule, fault.line, fault.column) == ("yaml/tab", line, column)


@pytest.mark.parametrize(
    ("text", "line", "column", "detail"),
    [
        ("a: 'it's'\n", 1, 8, "缩进没有对齐，或引号没有成对"),
        ("- a\nb: c\n", 2, 1, "列表项没有对齐"),
        ("a: `b`\n", 1, 4, "这个字符不能放在开头，请给整段文字加上引号"),
        ("a: @b\n", 1, 4, "这个字符不能放在开头，请给整段文字加上引号"),
        ("a: **注意**\n", 1, 5, "* 和 & 开头的文字请加引号"),
        ("a: &注意\n", 1, 5, "* 和 & 开头的文字请加引号"),
        ("a: {b: c\n", 1, 9, "花括号没有成对，或缺少英文逗号"),
        ('a: "\\q"\n', 1, 5, "写法不符合 YAML 格式"),
        ("%YAML 9.0\n---\na: b\n", 1, 1, "写法不符合 YAML 格式"),
    ],
)
def test_broken_syntax_is_explained_at_its_place(text: str, line: int, column: int, detail: str) -> None:
    """What libyaml found wrong is said in Chinese; nothing of such a file is used."""
    assert only_fault(text) == YamlFault("yaml/syntax", line, column, {"detail": detail})
    assert read(text.encode()).value is None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b\nwords: [c", 2, 8),
        ("a: b\nwords: [c\n\n\n", 2, 8),
        ("a: b\nname", 2, 1),
        ("a: b\r\nname\r\n", 2, 1),
        ("a: b\n{c", 2, 3),
    ],
)
def test_file_that_was_cut_off_is_wrong_in_its_last_line(text: str, line: int, column: int) -> None:
    """The parser notices behind the end what is missing; no line is told that the file does not have."""
    fault = only_fault(text)
    assert (fault.line, fault.column) == (line, column)


# --- bytes that are no YAML ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "line", "encoding"),
    [
        ("a: 1\nname: 临时救助\n".encode("gbk"), 2, "GBK（ANSI）"),
        ("a: 1\nb: 2\n# 𠮷 临时\n".encode("gb18030"), 3, "GBK（ANSI）"),
        ("name: 临时救助\n".encode("utf-16"), 1, "UTF-16（Unicode）"),
        (b"\xfe\xff" + "name: 临时救助\n".encode("utf-16-be"), 1, "UTF-16（Unicode）"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xff", 1, "二进制数据"),
        (b"a: 1\nb: \xff\xff\n", 2, "二进制数据"),
    ],
    ids=["gbk", "gb18030", "utf-16", "utf-16 big end first", "png", "binary in line 2"],
)
def test_other_encodings_are_named(data: bytes, line: int, encoding: str) -> None:
    """A file that is not UTF-8 is refused at its first foreign line, with what it seems to be."""
    assert only_fault(data) == YamlFault("file/encoding", line, 1, {"encoding": encoding})


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x0b", "\x1b", "\x7f", "\x80", "\x9f", "\ufffe", "\uffff"])
def test_control_characters_are_refused_at_their_place(character: str) -> None:
    """A character that nobody can see is named by its number, in place of a strange error further on."""
    expected = YamlFault("file/control-character", 2, 6, {"code": f"U+{ord(character):04X}"})
    assert only_fault(f"a: 一二\nb: 三四{character}五\n") == expected


@pytest.mark.parametrize("character", ["\x85", "\u2028", "\u2029", "\ufeff"])
def test_hidden_line_breaks_and_byte_order_marks_are_refused(character: str) -> None:
    """Characters that YAML takes for a line break, or that stand between two joined files, are never passed on."""
    expected = YamlFault("file/control-character", 2, 7, {"code": f"U+{ord(character):04X}"})
    assert only_fault(f'a: 一二\nb: "三四{character}五"\n') == expected


@pytest.mark.parametrize("escape", ["\\0", "\\e", "\\x7f", "\\u0007"])
def test_control_characters_behind_escapes_are_refused(escape: str) -> None:
    """A control character written as an escape is as unwelcome as the character itself."""
    code = {"\\0": "0000", "\\e": "001B", "\\x7f": "007F", "\\u0007": "0007"}[escape]
    assert only_fault(f'a: b\nc: "x{escape}y"\n') == YamlFault("file/control-character", 2, 4, {"code": f"U+{code}"})


def test_size_limit_is_exact() -> None:
    """A file of the limit is read, one byte more is not."""
    assert value_of("a: " + "b" * (MAX_BYTES - 3)) == {"a": "b" * (MAX_BYTES - 3)}
    assert only_fault(b"a: " + b"b" * (MAX_BYTES - 2)) == YamlFault("file/too-large", 1, 1, {"limit": "1 MB"})


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 20_000 + "a: [",
        "  \n" * 10_000 + "a: [",
        "a: ]\n" + "name：b\n" * 40_000,
        "- " * 30 + "a" + "\n" * 20_000 + "]",
    ],
    ids=["blank lines", "lines of spaces", "full-width colons", "blank lines below"],
)
def test_broken_file_is_explained_at_once(text: str) -> None:
    """No file makes the search for the cause of a syntax error crawl."""
    before = time.process_time()
    assert only_fault(text).rule in ("yaml/syntax", "yaml/open-bracket")
    assert time.process_time() - before < 1


def _limits_kept(value: YamlValue, depth: int = 0) -> int:
    """Number of scalars in ``value``; fails when it is nested too deep or not made of text."""
    assert depth <= MAX_DEPTH
    if isinstance(value, str):
        value.encode("utf-8")
        return 1
    assert isinstance(value, dict | list)
    inner = value.values() if isinstance(value, dict) else value
    return sum(_limits_kept(item, depth + 1) for item in inner)


_YAML_LIKE = st.lists(
    st.sampled_from(
        ["a", "b: ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "&x ", "*x", "!t ", "? ", ": ", "'", '"', "|\n", ">",
         "---\n", "...\n", "%", "#", "\t", "：", "中", "\\", "\r", "\x00", "\x85", "\ufeff", "<<: ", "~", "@"]
    ),
    max_size=60,
).map(lambda parts: "".join(parts).encode())  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.binary(max_size=200), _YAML_LIKE))
def test_no_bytes_do_harm(data: bytes) -> None:
    """Whatever the bytes, reading never raises; it gives faults with places inside the file, or text within limits."""
    document = read(data, with_marks=True)
    lines = data.count(b"\n") + data.count(b"\r") + 2
    for fault in document.faults:
        assert fault.rule.startswith(("yaml/", "file/"))
        assert 1 <= fault.line <= lines
        assert 1 <= fault.column <= len(data) + 1
    if document.value is not None:
        assert _limits_kept(document.value) <= len(data) + 1
    assert read(data) == Document(document.value, document.faults)


# --- places ----------------------------------------------------------------------------------------------------------

PLACES = """\
# 说明
id: linshi
name:   临时救助
status: {state: 在办, reason: 无}
legal_basis:
  - title: 办法
    article: "第一条"
  - title: 条例
aliases: [救急, 困难补助]
empty:
""".encode()


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    ("keys", "at_key", "place"),
    [
        ((), False, (2, 1)),
        (("id",), False, (2, 5)),
        (("id",), True, (2, 1)),
        (("name",), False, (3, 9)),
        (("name",), True, (3, 1)),
        (("status",), False, (4, 9)),
        (("status", "state"), False, (4, 17)),
        (("status", "reason"), False, (4, 29)),
        (("status", "reason"), True, (4, 21)),
        (("legal_basis",), False, (6, 3)),
        (("legal_basis",), True, (5, 1)),
        (("legal_basis", 0), False, (6, 5)),
        (("legal_basis", 0, "article"), False, (7, 14)),
        (("legal_basis", 1, "title"), False, (8, 12)),
        (("legal_basis", 1, "title"), True, (8, 5)),
        (("aliases", 0), False, (9, 11)),
        (("aliases", 1), False, (9, 15)),
        (("empty",), True, (10, 1)),
        (("missing",), False, (2, 1)),
        (("missing",), True, (2, 1)),
        (("status", "successor"), False, (4, 9)),
        (("legal_basis", 1, "article"), False, (8, 5)),
        (("legal_basis", 1, "article", "deeper", 7), False, (8, 5)),
        (("legal_basis", 9), False, (6, 3)),
    ],
)
def test_values_and_keys_are_located(keys: tuple[str | int, ...], at_key: bool, place: tuple[int, int]) -> None:
    """A value, its key, or for what is missing the value that should hold it; columns count characters."""
    assert locate(PLACES, keys, at_key) == place


def test_first_of_two_equal_keys_is_located() -> None:
    """Where a key stands twice, the place is that of the value that was kept."""
    assert locate(b"a: 1\nb: 2\na: 3\n", ("a",)) == (1, 4)


def test_unreadable_file_is_located_at_its_start() -> None:
    """A file that changed under the program since it was read still yields a place."""
    assert locate("名称".encode("gbk"), ("a", 0)) == (1, 1)
    assert locate(b"", ("a",), at_key=True) == (1, 1)


# --- folded lines ----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("each_parser")
@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("工作人员下班后\n  不再打扰。\n", "工作人员下班后不再打扰。"),
        ("甲，\n  乙；\n  丙\n", "甲，乙；丙"),
        ('"甲乙\n  丙丁"\n', "甲乙丙丁"),
        ("'甲乙\n  丙丁'\n", "甲乙丙丁"),
        (">\n  甲乙\n  丙丁\n", "甲乙丙丁\n"),
        (">\n  甲乙\n\n  丙丁\n", "甲乙\n丙丁\n"),
        ("甲 乙\n  丙\n", "甲 乙丙"),
        ("用 App\n  查询\n", "用 App 查询"),
        ("查询\n  App\n", "查询 App"),
        ("use the\n  app\n", "use the app"),
        ("|\n  甲乙\n  丙丁\n", "甲乙\n丙丁\n"),
        ("甲 甲\n  甲 甲\n", "甲 甲甲 甲"),
    ],
)
def test_folded_lines_join_han_without_a_blank(typed: str, text: str) -> None:
    """Where YAML joins two lines of Chinese text it puts no blank; one that was typed stays, and so do line breaks."""
    assert value_of(f"a: {typed}") == {"a": text}
