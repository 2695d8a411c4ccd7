"""cell_lists: cells that hold a list are taken apart, and nothing of them is lost."""

import pytest

from generator.catalogue.cell_lists import papers_of, parts_of


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("1.身份证 2.户口簿", ["身份证", "户口簿"]),
        ("1、年满60周岁；2、本镇户籍。", ["年满60周岁", "本镇户籍。"]),
        ("（一）有住所；（二）有收入。", ["有住所", "有收入。"]),
        ("一、有住所\n二、有收入", ["有住所", "有收入"]),
        ("①申请表②照片", ["申请表", "照片"]),
        ("(1)申请表(2)照片", ["申请表", "照片"]),
        ("申请表\n\n照片\r\n", ["申请表", "照片"]),
        ("申请表；照片；", ["申请表", "照片"]),
        ("• 申请表\n• 照片", ["申请表", "照片"]),
        ("符合下列条件：1.有住所；2.有收入。", ["符合下列条件：", "有住所", "有收入。"]),
        ("收入低于1.5倍标准", ["收入低于1.5倍标准"]),
        ("1.申请表", ["申请表"]),
        ("3、户口簿", ["户口簿"]),
        ("身份证原件\n及复印件\n户口簿", ["身份证原件及复印件", "户口簿"]),
        ("申请表、\n照片", ["申请表、照片"]),
        ("4.申请表\n5.照片", ["申请表", "照片"]),
        ("申请表（1.本人签字；2.按手印）；照片", ["申请表（1.本人签字；2.按手印）", "照片"]),
        ("2026.3.1起受理", ["2026.3.1起受理"]),
        ("1.甲\n1.乙", ["1.甲", "1.乙"]),
        ("", []),
    ],
)
def test_a_list_is_taken_apart_at_its_numbers_lines_or_marks(text: str, parts: list[str]) -> None:
    """Numbers go before lines, lines before semicolons; marks within brackets part nothing."""
    assert parts_of(text) == parts


@pytest.mark.parametrize(
    ("text", "papers"),
    [
        ("身份证、户口簿、结婚证", ["身份证", "户口簿", "结婚证"]),
        ("身份证复印件，户口簿复印件", ["身份证复印件", "户口簿复印件"]),
        ("身份证、户口簿复印件", ["身份证、户口簿复印件"]),
        ("本人、配偶的身份证", ["本人、配偶的身份证"]),
        ("身份证（或者户口簿、护照）", ["身份证（或者户口簿、护照）"]),
        ("1.申请书；2.身份证、户口簿。", ["申请书", "身份证", "户口簿"]),
        ("证明（村、社区出具）、照片2张", ["证明（村、社区出具）", "照片2张"]),
    ],
)
def test_papers_are_parted_at_a_comma_only_where_each_is_one(text: str, papers: list[str]) -> None:
    """身份证、户口簿复印件 may mean a copy of both, so it stays together."""
    assert papers_of(text) == papers
