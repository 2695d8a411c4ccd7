"""What a guide says of who provides a paper, of booking, and of what can be done where the answer is no."""

import pytest
from pydantic import ValidationError
from rules.dataset_builder import SERVICE, content, service_file

from generator.documents.guide import Guide, guide
from generator.facts.services import service_facts
from generator.model.service_access import Redress


def document(**fields: object) -> Guide:
    """The document of the builder's service with ``fields`` changed."""
    dataset = content({SERVICE: fields, **service_file("teshu-jiuzhu", name="特殊救助")})
    service = dataset.services["linshi-jiuzhu"]
    return guide(service, service_facts(service, dataset))


def told(found: Guide, key: str) -> list[tuple[str, list[object]]]:
    """The entries of a section with the values of their facts; none where it has no such section."""
    section = found.section(key)
    return [(entry.name, [fact.value for fact in entry.facts]) for entry in section.entries] if section else []


@pytest.mark.parametrize(
    ("providers", "words"),
    [
        ([], None),
        (["您带"], "您带来"),
        (["窗口联网查"], "窗口联网查"),
        (["电子证照", "您带"], "出示电子证照；不成的，您带来"),
        (["您带", "书面承诺"], "您带来；不成的，可以书面承诺"),
    ],
)
def test_who_provides_a_paper(providers: list[str], words: str | None) -> None:
    """In the order in which it is tried; nothing where nobody has said."""
    section = document(materials=[{"name": "户口簿", "provided_by": providers}]).section("materials")
    assert section and section.entries[0].value("provided_by") == words


def test_booking_is_answered_first_and_told_below() -> None:
    """Whether one has to book stands among the first facts, how in a section of its own."""
    booking = {
        "needed": True,
        "how": "微信小程序“虚谷办”",
        "phone": "0300-0000104",
        "url": "https://zwfw.dating.example/",
    }
    found = document(appointment=booking)
    assert (found.fact("book").value, found.fact("book").section) == ("要先预约", "appointment")
    assert told(found, "appointment") == [
        ("要先预约：微信小程序“虚谷办”", ["0300-0000104", "https://zwfw.dating.example/"])
    ]
    assert document(appointment={"needed": False}).fact("book").value == "不用预约，直接来"
    how = document(appointment="打窗口电话")
    assert told(how, "appointment") == [("打窗口电话", [])]
    assert "book" not in {fact.key for fact in how.facts}
    assert told(document(appointment={"phone": "0300-0000104"}), "appointment") == [("可以预约", ["0300-0000104"])]
    assert document().section("appointment") is None


def test_redress_has_the_terms_of_the_law() -> None:
    """First what to do at the hall, then review within 60 days and court within 6 months, each with its article."""
    found = told(
        document(
            what_if_refused="先问清理由。",
            redress={"review": "子虚县人民政府", "court": "子虚县人民法院"},
        ),
        "redress",
    )
    assert [name for name, _ in found] == ["先问清理由。", "申请行政复议：子虚县人民政府", "向法院起诉：子虚县人民法院"]
    assert "60日内（行政复议法第二十条" in str(found[1][1])
    assert "6个月内（行政诉讼法第四十六条" in str(found[2][1]) and "15日内（行政诉讼法第四十五条" in str(found[2][1])
    first = told(document(redress={"court": "子虚县人民法院", "review_first": True}), "redress")
    assert "6个月" not in str(first) and "15日内" in str(first)
    assert document().section("redress") is None
    with pytest.raises(ValidationError):
        Redress()


def test_related_services_scope_and_postage() -> None:
    """Related services are linked by their names; scope and postage stand with what comes of it."""
    fields = {"name": "救助金", "delivery": ["邮寄"], "postage": "大厅付"}
    found = document(related=["teshu-jiuzhu"], scope="全县", result=fields)
    section, more = found.section("related"), found.section("more")
    assert section and [(entry.name, entry.record) for entry in section.entries] == [("特殊救助", "teshu-jiuzhu")]
    assert more and more.fact("scope").value == "全县"
    assert [note.value for note in more.fact("result").notes] == ["邮寄", "由我们付，您不用出"]
    ended = document(related=["teshu-jiuzhu"], status={"state": "取消", "reason": "上级取消"})
    assert ended.section("related") is None
