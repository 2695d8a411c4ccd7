"""The document of a service: what it says, in order, under keys that layouts choose by."""

from collections.abc import Iterator
from datetime import date

import pytest
from rules.dataset_builder import SERVICE, content, service_file

from generator.documents.guide import Guide, guide
from generator.documents.parts import Fact, Section
from generator.facts.services import service_facts


def document(**fields: object) -> Guide:
    """The document of the builder's service with ``fields`` changed."""
    dataset = content({SERVICE: fields, **service_file("teshu-jiuzhu", name="特殊救助")})
    service = dataset.services["linshi-jiuzhu"]
    return guide(service, service_facts(service, dataset))


def section(key: str, **fields: object) -> Section:
    """One section of it, which must be there."""
    found = document(**fields).section(key)
    assert found
    return found


def said(facts: tuple[Fact, ...]) -> list[tuple[str, str | None, tuple[object, ...]]]:
    """Key, label and values of ``facts``."""
    return [(fact.key, fact.label, fact.values) for fact in facts]


def test_asked_first() -> None:
    """Eight facts come first, in the order in which residents ask; what is not known has no value."""
    facts = document(audience=["个人", "企业"], fee={"free": True}, visits=0).facts

    assert [fact.key for fact in facts] == [
        "who", "bring", "how_long", "how_much", "visits", "ask", "where", "when"
    ]  # fmt: skip
    assert document(audience=["个人", "企业"]).fact("who").value == "个人、企业"
    assert [fact.value for fact in facts if fact.key in ("how_much", "visits")] == ["不收费", "不用到现场"]
    bare = document(audience=[], fee=None, visits=None, time_limits=None, materials=None)
    assert [bare.fact(key).value for key in ("who", "bring", "how_long", "how_much", "visits")] == [None] * 5
    assert [fact.key for fact in facts if fact.phone] == ["ask"]


def test_fact_leads_to_the_section_that_tells_more() -> None:
    """Materials and fees are told in sections of their own, which the first facts name."""
    found = document(
        materials=[{"material": "id-card"}, {"name": "申请书"}],
        fee={"items": [{"name": "工本费", "standard": "每本5元"}, {"name": "邮费"}]},
    )

    assert (found.fact("bring").value, found.fact("bring").section) == ("2 种材料", "materials")
    assert (found.fact("how_much").values, found.fact("how_much").section) == (("每本5元", None), "fee")
    none = document(materials=None, no_materials=True)
    assert (none.fact("bring").value, none.fact("bring").section) == ("不需要带任何材料", None)
    materials = none.section("materials")
    assert materials and (materials.entries, materials.remark) == ((), "不需要带任何材料")


def test_order_of_sections() -> None:
    """Sections stand in reading order; those that a service may lack are there only with content."""
    full = document(
        materials=[{"name": "申请书"}],
        situations=[{"name": "代办", "materials": ["申请书"]}],
        exclusions=["重复申请的"],
        fee={"items": [{"name": "工本费"}]},
        faq=[{"question": "问", "answer": "答"}],
    )
    assert [part.key for part in full.sections] == [
        "materials", "situations", "conditions", "exclusions", "steps", "limits", "fee", "more", "basis", "faq"
    ]  # fmt: skip
    bare = document(conditions=None, exclusions=None, steps=None, materials=None, legal_basis=None, fee=None, faq=None)
    assert [part.key for part in bare.sections] == ["materials", "conditions", "steps", "limits", "more", "basis"]
    assert [part.entries for part in bare.sections] == [()] * 6
    assert bare.section("fee") is None


def every_fact(found: Guide) -> Iterator[tuple[Fact, ...]]:
    """The facts of each part that has some."""
    yield found.facts
    for part in found.sections:
        yield part.facts
        yield from (entry.facts for entry in part.entries)


def test_keys_choose_one_fact() -> None:
    """Within a part no key stands twice, notes and the papers of a situation aside, and no text is empty."""
    for facts in every_fact(document(materials=[{"material": "id-card", "copies": 2, "notes": "双面。"}])):
        keys = [fact.key for fact in facts if fact.key not in ("note", "material")]
        assert len(keys) == len(set(keys))
        assert "" not in [value for fact in facts for value in fact.values]


def test_unknown_key_is_an_error() -> None:
    """A layout that asks for what no guide has fails at once."""
    with pytest.raises(KeyError):
        document().fact("price")
    with pytest.raises(KeyError):
        section("limits").fact("price")


def test_material_says_only_what_is_known() -> None:
    """A paper has its name and what is known of it; one of the catalogue carries the id of its card."""
    papers = [{"material": "id-card", "necessity": "必要", "copies": 1}, {"name": "申请书", "blank_form": "窗口"}]
    first, second = section("materials", materials=papers).entries

    assert (first.name, first.record, second.record) == ("居民身份证", "id-card", None)
    assert [first.value(key) for key in ("necessity", "copies", "original")] == ["必要", "1 份", None]
    assert ("blank_form", "空白表格", ("窗口",)) in said(second.facts)


def test_situation_numbers_its_papers() -> None:
    """The papers of a situation carry the numbers that they have among the materials."""
    (entry,) = section(
        "situations",
        materials=[{"material": "id-card"}, {"name": "委托书"}],
        situations=[{"name": "代办", "materials": ["委托书"], "notes": "当面签。"}],
    ).entries

    assert said(entry.facts) == [
        ("count", None, ("1 种材料",)), ("material", "2.", ("委托书",)), ("note", None, ("当面签。",))
    ]  # fmt: skip


def test_step_says_who_and_what_even_where_unknown() -> None:
    """Who does a step and what happens are asked of every step; its limit is said where there is one."""
    first, second = section(
        "steps", steps=[{"name": "受理"}, {"name": "审核", "who": "岗位", "limit": {"days": 3, "unit": "工作日"}}]
    ).entries

    assert said(first.facts) == [("who", None, (None,)), ("what", None, (None,))]
    assert said(second.facts)[2] == ("step_limit", "本环节", ("3个工作日",))


def test_limit_of_a_step_says_what_it_limits() -> None:
    """The end, the beginning or the length of a step, with the note of the limit."""
    limit = {"days": 3, "unit": "工作日", "note": "查完要多久，看情况。"}
    means = ("办完", "开始", "持续")
    entries = section("steps", steps=[{"name": "核实", "limit": {**limit, "means": one}} for one in means]).entries

    facts = [entry.facts[2] for entry in entries]
    assert [fact.label for fact in facts] == ["多久以内办完", "多久以内开始", "持续多久"]
    assert {fact.notes for fact in facts} == {(Fact("note", None, ("查完要多久，看情况。",)),)}


@pytest.mark.parametrize(
    ("situations", "told"),
    [
        ([], "3 种材料"),
        ([["a"], ["a", "b"]], "1 至 2 种材料，看您的情况"),
        ([["a", "b"], ["b", "c"]], "2 种材料"),
        ([["a"], []], "1 至 3 种材料，看您的情况"),
    ],
    ids=["none", "different", "alike", "one without a list"],
)
def test_number_of_materials_is_that_of_the_situations(situations: list[list[str]], told: str) -> None:
    """At a glance the fewest and the most that any situation needs; one that lists none needs all."""
    cases = [{"name": f"情形{number}", "materials": papers} for number, papers in enumerate(situations)]
    found = document(materials=[{"name": name} for name in "abc"], situations=cases)

    assert found.fact("bring").value == told


def test_limits_with_what_qualifies_them() -> None:
    """Promised and statutory limit always stand; start, extension and special procedures where they are known."""
    limits = {
        "statutory": {"days": 20, "unit": "工作日", "basis": "某法第二条", "note": "法定说明"},
        "promised": {"days": 5},
        "clock_starts": "受理次日",
        "extension": {"days": 10, "unit": "工作日"},
        "special_procedures": [
            {"name": "公示", "days": 7, "unit": "自然日", "counts": False, "note": "由村里公示"},
            {"name": "评议", "days": 3, "unit": "工作日", "counts": True},
            {"name": "鉴定"},
        ],
    }
    found = section("limits", time_limits=limits)

    assert said(found.facts) == [
        ("promised", "承诺时限", ("5个工作日／5个自然日",)),
        ("statutory", "法定时限", ("20个工作日",)),
        ("clock_starts", "从什么时候算起", ("受理次日",)),
        ("extension", "最多延长", ("10个工作日",)),
        ("special_counted", "计入时限的程序", ("评议 3个工作日",)),
        ("special_not_counted", "不计入时限的程序", ("公示 7个自然日（由村里公示）",)),
        ("special_procedures", "特别程序", ("鉴定",)),
    ]
    assert said(found.fact("statutory").notes) == [
        ("limit_basis", "依据", ("某法第二条",)), ("note", None, ("法定说明",))
    ]  # fmt: skip
    assert found.remark and "两种算法" in found.remark
    bare = section("limits", time_limits=None)
    assert said(bare.facts) == [("promised", "承诺时限", (None,)), ("statutory", "法定时限", (None,))]
    assert bare.remark is None


def test_more_tells_result_window_and_who_is_responsible() -> None:
    """Result, agent, window, complaints, body, level, type and codes follow; codes only where known."""
    more = section(
        "more",
        agent=False,
        type="行政给付",
        handling="承诺件",
        result={"name": "救助金", "type": "资金", "delivery": ["窗口领取", "邮寄"]},
        item_codes={"implementing": "X1"},
    )
    assert more.fact("agent").value == "不可以"
    assert more.fact("type").values == ("行政给付", "承诺件")
    assert said(more.fact("result").notes) == [
        ("result_type", None, ("资金",)), ("delivery", "怎么拿到", ("窗口领取、邮寄",))
    ]  # fmt: skip
    assert (more.fact("window").record, more.fact("codes").values) == ("minzheng", ("X1",))
    bare = section("more", window="nowhere", item_codes=None, agent=None, body=None, level=None, type=None, result=None)
    assert not bare.has("codes")
    assert [bare.fact(key).value for key in ("result", "agent", "window", "body", "level", "type")] == [None] * 6


def test_basis_is_quoted_with_article_and_number() -> None:
    """A basis is its title in brackets, then article and document number, its text and its source."""
    law = {"title": "某条例", "article": "第二条", "document_number": "令第1号", "text": "条文", "source": "公报"}
    first, second = section("basis", legal_basis=[law, {"title": "某法"}]).entries

    assert (first.name, first.value("place")) == ("《某条例》", "第二条（令第1号）")
    assert said(first.facts)[1:] == [("text", None, ("条文",)), ("basis_source", "出处", ("公报",))]
    assert (second.name, second.facts) == ("《某法》", ())


def test_service_that_has_ended() -> None:
    """It says since when, why and what to do instead, and keeps its basis and questions only."""
    status = {"state": "更名", "since": "2026-10-01", "reason": "合并办理。", "successor": "teshu-jiuzhu"}
    found = document(status=status, faq=[{"question": "问", "answer": "答"}])

    assert found.status_note
    assert (found.status_note.word, found.status_note.since, found.status_note.reason) == (
        "已更名",
        "自 2026-10-01 起",
        "合并办理。",
    )
    assert found.status_note.successor == Fact("successor", "现在请办", ("特殊救助",), record="teshu-jiuzhu")
    assert not found.offered and found.facts == ()
    assert [part.key for part in found.sections] == ["basis", "faq"]


def test_suspended_service_keeps_its_guide() -> None:
    """A suspended service says so and is still explained; one on offer has no standing to tell."""
    found = document(status={"state": "暂停"})

    assert found.status_note and (found.status_note.word, found.status_note.reason) == ("暂停办理", None)
    assert found.offered and found.section("materials")
    assert document().status_note is None


def test_dates_stay_dates() -> None:
    """The verified date is handed on as a date, so that each layout writes it its own way."""
    found = document(verified="2026-10-02")

    assert (found.verified.label, found.verified.value) == ("核对日期", date(2026, 10, 2))


def test_online_channels_are_answered_first_and_told_with_their_address() -> None:
    """A channel without an address, such as a mini program, is named alone; a service without any says nothing."""
    found = document(online=["微信小程序“虚谷办”", {"name": "省网", "url": "https://zwfw.dating.example/a?b=1"}])

    fact = found.fact("channels")
    assert (fact.label, fact.values, fact.section) == ("网上办", ("微信小程序“虚谷办”", "省网"), "online")
    online = found.section("online")
    assert online and [(entry.name, entry.value("url")) for entry in online.entries] == [
        ("微信小程序“虚谷办”", None),
        ("省网", "https://zwfw.dating.example/a?b=1"),
    ]
    assert document().section("online") is None and "channels" not in {fact.key for fact in document().facts}


def test_codes_of_the_item_are_told_in_order() -> None:
    """基本编码, 实施编码, 业务办理项编码: those that are known."""
    codes = {"business": "B3", "catalogue": "B1"}
    more = document(item_codes=codes).section("more")
    assert more and more.fact("codes").values == ("B1", "B3")


@pytest.mark.parametrize(
    ("count", "told"),
    [(2, ("每件1元", "每件2元")), (3, ("分3项收费",)), (8, ("分8项收费",))],
    ids=["two", "three", "eight"],
)
def test_many_fees_are_counted_at_a_glance_and_listed_below(count: int, told: tuple[str, ...]) -> None:
    """Eight standards are no answer in a word."""
    items = [{"name": f"费{n}", "standard": f"每件{n}元", "basis": "价费文件"} for n in range(1, count + 1)]
    found = document(fee={"items": items})

    assert found.fact("how_much").values == told
    fee = found.section("fee")
    assert fee and len(fee.entries) == count
