"""What clerks write in one line where a record has a group of fields."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.model.service import Fee, ServiceMaterial, Step, Terms
from generator.model.time_limits import Extension, TimeLimit


@pytest.mark.parametrize(
    ("typed", "days", "unit"),
    [
        ("10个工作日", 10, "工作日"),
        ("10 工作日内", 10, "工作日"),
        ("20个自然日", 20, "自然日"),
        ("7日", 7, None),
        ("15天内办结", 15, None),
        ("三个工作日", 3, "工作日"),
        ("二十个工作日以内", 20, "工作日"),
        ("两天", 2, None),
        ("十五日", 15, None),
        ("３个工作日", 3, "工作日"),
    ],
)
def test_limit_in_words_is_taken(typed: str, days: int, unit: str | None) -> None:
    """Days and unit are taken; 日 and 天 leave the unit open."""
    limit = TimeLimit.model_validate(typed)
    assert (limit.days, limit.unit) == (days, unit)


@pytest.mark.parametrize("typed", ["当场办结", "即办", "当场"])
def test_at_once_is_taken(typed: str) -> None:
    """A case that is done on the spot."""
    assert TimeLimit.model_validate(typed).immediate


@pytest.mark.parametrize(
    "typed", ["尽快", "10个工作日左右", "0个工作日", "1个半工作日", "5-10个工作日", "三五天", "十几个工作日", "零天"]
)
def test_limit_with_another_meaning_is_refused(typed: str) -> None:
    """What is vague, or means something else, is not guessed at."""
    with pytest.raises(ValidationError):
        TimeLimit.model_validate(typed)


@pytest.mark.parametrize(
    "typed", [["咨询、问政策"], "咨询、问政策", "【咨询，问政策】", "咨询； 问政策", ["咨询", "问政策"]]
)
def test_terms_between_chinese_marks_are_taken_one_by_one(typed: object) -> None:
    """Several terms in one text are several terms, with brackets or without."""
    assert TypeAdapter(Terms).validate_python(typed) == ("咨询", "问政策")


@pytest.mark.parametrize("typed", [[""], "", {"name": "咨询"}])
def test_what_is_no_term_is_refused(typed: object) -> None:
    """An empty term and a group of fields are no terms."""
    with pytest.raises(ValidationError):
        TypeAdapter(Terms).validate_python(typed)


@pytest.mark.parametrize(("typed", "unit"), [("10个工作日", "工作日"), ("10天", None)])
def test_extension_in_words_is_taken(typed: str, unit: str | None) -> None:
    """Days and unit, as of a limit."""
    extension = Extension.model_validate(typed)
    assert (extension.days, extension.unit) == (10, unit)


@pytest.mark.parametrize("typed", ["1个月", "当场", "必要时"])
def test_extension_that_is_not_in_days_is_refused(typed: str) -> None:
    """An extension has days only."""
    with pytest.raises(ValidationError):
        Extension.model_validate(typed)


def test_free_of_charge_is_taken() -> None:
    """不收费 is a fee; an amount needs the name of what it is for."""
    assert Fee.model_validate("不收费").free
    with pytest.raises(ValidationError):
        Fee.model_validate("5元")


def test_name_of_a_paper_or_step_is_taken() -> None:
    """- 身份证 is a paper with that name, - 受理 a step."""
    assert ServiceMaterial.model_validate("身份证").name == "身份证"
    assert Step.model_validate("受理").name == "受理"


@pytest.mark.parametrize("typed", ["name：身份证", "name:身份证", " "])
def test_field_with_a_wrong_colon_is_no_name(typed: str) -> None:
    """name：身份证 was meant to be a field."""
    with pytest.raises(ValidationError):
        ServiceMaterial.model_validate(typed)
