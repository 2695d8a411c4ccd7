"""field_names: fields may have Chinese names, which mean the same, and are converted without any other change."""

import pytest
from content_builder import NOTICE, SERVICE, SITE, MakeContent
from hypothesis import given
from hypothesis import strategies as st

from generator.content.field_names import known_names
from generator.content.field_places import rewritten
from generator.content.file_kinds import model_of
from generator.content.load import load
from generator.content.schema import SCHEMAS, _parts
from generator.content.strict_yaml import read
from generator.model import Service

SERVICE_FILE = "services/linshi-jiuzhu.yml"
CHINESE = rewritten(SERVICE.encode(), Service, "zh").decode()


def test_chinese_names_mean_the_same(make_content: MakeContent) -> None:
    """A record with Chinese names is the record with English ones."""
    one, other = (load(make_content({SERVICE_FILE: text})).dataset for text in (SERVICE, CHINESE))
    assert "名称: 临时救助" in CHINESE and "name:" not in CHINESE
    assert one is not None and other is not None
    assert one.services == other.services


@pytest.mark.parametrize("text", ["名称: 甲\n", "事项名称: 甲\n", "name: 甲\n"])
def test_short_name_title_and_name_are_known(make_content: MakeContent, text: str) -> None:
    """名称 and 事项名称 both stand for name."""
    dataset = load(make_content({SERVICE_FILE: SERVICE.replace("name: 临时救助\n", text, 1)})).dataset
    assert dataset is not None
    assert dataset.services["linshi-jiuzhu"].name == "甲"


def test_names_by_law_may_be_written_in_chinese(make_content: MakeContent) -> None:
    """公布姓名, with 依据 and 截止, stands for names, with basis and until."""
    text = NOTICE + "公布姓名: {依据: 虚谷条例第三条, 截止: 2026-11-25}\n"
    dataset = load(make_content({"notices/dibao-2026-11.yml": text})).dataset
    assert dataset is not None
    names = dataset.notices["dibao-2026-11"].names
    assert names is not None
    assert (names.basis, names.until.isoformat()) == ("虚谷条例第三条", "2026-11-25")


def test_names_of_a_record_are_distinct() -> None:
    """No Chinese name stands for two fields of one record, and each field has one that YAML reads as it stands."""
    done: set[type] = set()
    for model in SCHEMAS.values():
        for part in _parts(model, done):
            names = known_names(part)
            given = {field.alias or name for name, field in part.model_fields.items()}
            assert given | {field.title for field in part.model_fields.values()} <= {*names}
            assert len({name for name in names if not name.isascii()}) >= len(part.model_fields)
            assert not [name for name in names if set(name) & set(":#'\"[]{},")]


def test_field_by_two_names_is_reported(make_content: MakeContent) -> None:
    """A field that stands there in English and in Chinese is written twice; the place is that of the second."""
    problems = load(make_content({SERVICE_FILE: SERVICE + "名称: 乙\n"})).problems
    assert [(problem.rule, problem.column) for problem in problems] == [("yaml/duplicate-key", 1)]
    assert problems[0].line == len(SERVICE.splitlines()) + 1


def test_problem_of_a_field_with_a_chinese_name_has_its_place(make_content: MakeContent) -> None:
    """Line and column are those of the value, under whatever name."""
    text = CHINESE.replace("承诺时限:\n    天数: 10", "承诺时限:\n    天数: 十")
    assert text != CHINESE
    (problem,) = load(make_content({SERVICE_FILE: text})).problems
    line = text.splitlines().index("    天数: 十") + 1
    assert (problem.rule, problem.line, problem.column) == ("field/whole-number", line, 9)


def test_unknown_chinese_name_is_told_with_chinese_ones(make_content: MakeContent) -> None:
    """A mistyped Chinese name is answered with the nearest Chinese name."""
    (problem,) = load(make_content({SERVICE_FILE: SERVICE + "咨讯电话: 12345\n"})).problems
    assert problem.rule == "field/unknown" and "咨询电话" in problem.message


@pytest.mark.parametrize(("path", "text"), [(SERVICE_FILE, SERVICE), ("site.yml", SITE)])
def test_converting_back_and_forth_changes_nothing_else(path: str, text: str) -> None:
    """Comments, order, quotation marks and line ends stay; English to Chinese and back is the file as it was."""
    model = model_of(path)
    assert model is not None
    noted = f"# 名称 name:\n{text}# 完\n".replace("\n", "\r\n").encode()
    chinese = rewritten(noted, model, "zh")
    assert chinese != noted
    assert rewritten(chinese, model, "en") == noted
    assert read(chinese).faults == []


def test_broken_file_stays_as_it_is() -> None:
    """A file that cannot be read is not touched."""
    assert rewritten(b"name: [", Service, "zh") == b"name: ["


@given(st.sampled_from(["name", "名称", "summary", "一句话说明"]), st.text(alphabet="名称: name#\"'\n", max_size=12))
def test_values_are_never_rewritten(key: str, value: str) -> None:
    """What a clerk wrote as a value is no name of a field."""
    text = f"{key}: {value!r}\n".replace("\\n", " ")
    document = read(text.encode())
    if not document.faults and isinstance(document.value, dict):
        again = read(rewritten(text.encode(), Service, "zh"))
        assert isinstance(again.value, dict)
        assert list(again.value.values()) == list(document.value.values())
