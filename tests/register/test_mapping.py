"""mapping: the project's own names of columns are read strictly, and grow at the end without touching what stands."""

import pytest

from generator.register.faults import ImportRefused
from generator.register.mapping import extended, new_lines, read


def refusal(data: str) -> list[str]:
    """The lines with which ``data`` is refused, each up to its first full stop."""
    with pytest.raises(ImportRefused) as caught:
        read(data.encode())
    return [line.partition("。")[0] for line in caught.value.lines]


@pytest.mark.parametrize("data", ["", "# 只有说明\n", "\ufeff# 说明\n"])
def test_file_without_lines_knows_nothing(data: str) -> None:
    """Comments are no answers."""
    assert read(data.encode()) == {}


def test_heading_is_known_in_any_spelling() -> None:
    """Spaces, brackets and full width do not make another heading; a synonym of a kind is as good as its label."""
    known = read('"群众 姓名（全称）": 姓名\n村名: 忽略\n联系方式２: 保密\n'.encode())

    assert known == {"群众姓名全称": "applicant", "村名": "ignored", "联系方式2": "private"}


def test_every_line_that_says_no_kind_is_told_with_its_place() -> None:
    """Unknown words and lists; and what may be written instead. A line without an answer is an open question."""
    assert refusal("村名: 忽略\n甲: 鱼\n乙:\n  - 保密\n丙:\n") == [
        "register-columns.yml:2:4 [column/mapping] “甲”写的不是认识的列",
        "register-columns.yml:4:3 [column/mapping] “乙”写的不是认识的列",
    ]
    with pytest.raises(ImportRefused, match=r'可写：收件编号、事项、申请人.*请写："甲": 忽略'):
        read("甲: 鱼\n".encode())


@pytest.mark.parametrize(("data", "line"), [("- 甲\n", 1), ("甲: 忽略\n甲: 保密\n", 2), ("甲: 忽略\n乙: [\n", 2)])
def test_file_of_another_shape_is_refused_at_its_first_fault(data: str, line: int) -> None:
    """A list, a heading that stands twice, broken YAML."""
    assert refusal(data) == [
        f'register-columns.yml:{line}:1 [column/mapping-file] register-columns.yml 应当一行一个列名，如 "群众姓名": 申请人'
    ]


def test_number_in_a_heading_is_not_repeated() -> None:
    """A clerk may have copied a row instead of the header."""
    assert "0000002026" not in "".join(refusal('"000000202613450011": 鱼\n'))


@pytest.mark.parametrize(
    "before", [None, b"", "# 我的\n村名: 忽略".encode(), "村名: 忽略\r\n".encode(), b"\xef\xbb\xbf# x\n"]
)
@pytest.mark.parametrize("heading", ["特别栏", "甲: 乙 # 丙", '"引号"', "两\n行", "是", "2026"])
def test_answers_come_to_the_end_and_are_known_from_then_on(before: bytes | None, heading: str) -> None:
    """What stands there, comments included, stays; whatever a heading looks like, it is read back."""
    data = extended(before, {heading: "保密"})
    kept = (before or b"").removeprefix(b"\xef\xbb\xbf")

    assert data.startswith(kept)
    assert list(read(data).values())[-1] == "private"
    assert data.decode().endswith(f"{new_lines({heading: '保密'})[0]}\n")


def test_new_file_says_what_it_is_for() -> None:
    """Whoever finds it in the project is told in a comment."""
    assert extended(None, {}).startswith("# 台账里程序不认识的列名".encode())
