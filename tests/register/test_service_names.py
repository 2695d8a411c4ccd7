"""service_names: a register calls a service by id, name or alias, as clerks write it."""

import pytest

from generator.model import Service
from generator.register.service_names import ServiceNames


def service(key: str, name: str, *aliases: str, state: str = "在办") -> Service:
    """A service that has only names."""
    return Service.model_validate({"id": key, "name": name, "aliases": aliases, "status": {"state": state}})


NAMES = ServiceNames(
    [
        service("linshi", "临时救助", "救急难", "救助"),
        service("teshu", "特殊救助", "救助", "低保"),
        service("dibao", "最低生活保障（城乡）", "低保金"),
        service("laonian", "高龄津贴", state="取消"),
        service("laonian-2", "高龄津贴"),
        service("jiu", "旧证换领", state="取消"),
        service("dibao-2", "低保"),
    ]
)


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("临时救助", ["linshi"]),
        (" 临 时 救 助 ", ["linshi"]),
        ("LINSHI", ["linshi"]),
        ("ｌｉｎｓｈｉ", ["linshi"]),
        ("最低生活保障(城乡)", ["dibao"]),
        ("救急难", ["linshi"]),
        ("救助", ["linshi", "teshu"]),
        ("低保", ["dibao-2"]),
        ("高龄津贴", ["laonian-2"]),
        ("旧证换领", ["jiu"]),
        ("临时", []),
        ("", []),
    ],
    ids=str,
)
def test_item_means_the_services_that_are_called_so(text: str, keys: list[str]) -> None:
    """A name before an alias, one that is offered before one that has ended; half a name is nobody's."""
    assert [found.id for found in NAMES.meant_by(text)] == keys


def test_services_with_like_names_are_offered_best_first() -> None:
    """By the pairs of characters that they share, at most three, and none that has ended; a clerk chooses."""
    assert [one.id for one in NAMES.like("城乡最低生活保障申请")] == ["dibao"]
    assert [one.id for one in NAMES.like("急难救助")] == ["linshi", "teshu"]
    assert NAMES.like("旧证换领") == () == NAMES.like("鱼")
