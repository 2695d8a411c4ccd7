"""Bundles of services (一件事): one list of papers, whatever the order, with nothing lost; and the windows in order."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st
from rules.dataset_builder import SERVICE, content, service_file

from generator.documents.bundle import bundle_guide
from generator.facts.bundles import UnitedMaterial, bundle_facts, joined, united
from generator.facts.services import Link, MaterialFacts
from generator.model import Bundle

ORIGINALS = (None, "原件", "复印件", "原件和复印件", "原件核验")
PAPERS = st.builds(
    lambda number, necessity, copies, original, notes: MaterialFacts(
        key=str(number), name=f"材料{number}", catalogue_id=f"m{number}" if number % 2 else None, what=None,
        necessity=necessity, copies=copies, original=original, format=None, source=None, provided_by=(),
        blank_form=None, example=None, notes=tuple(notes),
    ),
    st.integers(0, 4),
    st.sampled_from([None, "必要", "非必要", "容缺后补"]),
    st.none() | st.integers(0, 5),
    st.sampled_from(ORIGINALS),
    st.lists(st.sampled_from(["甲", "乙", "丙"]), max_size=2),
)  # fmt: skip
NEEDS = st.lists(st.lists(PAPERS, max_size=4), min_size=1, max_size=4).map(
    lambda lists: [(Link(f"s{number}", f"事项{number}"), tuple(papers)) for number, papers in enumerate(lists)]
)


def by_key(found: tuple[UnitedMaterial, ...]) -> dict[str, UnitedMaterial]:
    """Each paper by its key, which stands once."""
    assert len({one.key for one in found}) == len(found)
    return {one.key: one for one in found}


@given(NEEDS)
def test_order_does_not_matter(needs: list[tuple[Link, tuple[MaterialFacts, ...]]]) -> None:
    """Whatever the order of services, the same papers are needed in the same way."""
    assert len({str(sorted(by_key(united(order)).items())) for order in permutations(needs)}) == 1


@given(NEEDS)
def test_the_same_twice_is_the_same(needs: list[tuple[Link, tuple[MaterialFacts, ...]]]) -> None:
    """A service that stands twice changes nothing, and neither does a paper joined with itself."""
    once = united(needs)
    assert united([*needs, *needs]) == once
    assert [joined(one, one) for one in once] == list(once)


@given(NEEDS)
def test_nothing_is_lost(needs: list[tuple[Link, tuple[MaterialFacts, ...]]]) -> None:
    """What is brought is enough for each service: its copies, its original or copy, its notes; the list has no more."""
    found = by_key(united(needs))
    assert set(found) == {paper.catalogue_id or paper.name for _, papers in needs for paper in papers}
    for link, papers in needs:
        for paper in papers:
            one = found[paper.catalogue_id or paper.name]
            assert link in one.services and set(paper.notes) <= set(one.notes)
            assert paper.copies is None or (one.copies or 0) >= paper.copies
            assert paper.necessity != "必要" or one.necessity == "必要"
            for form in {"原件和复印件": ("原件", "复印件")}.get(paper.original or "", (paper.original,)):
                assert form in (None, *one.forms) or (form == "原件核验" and "原件" in one.forms)


def test_bundle_of_a_hall() -> None:
    """Its services in order, those that have ended apart, one list of papers, each window once with its services."""
    dataset = content(
        {
            SERVICE: {"materials": [{"material": "id-card", "copies": 1, "original": "原件核验"}, {"name": "申请书"}]},
            **service_file(
                "teshu-jiuzhu", name="特殊救助", window="minzheng",
                materials=[{"material": "id-card", "copies": 2, "original": "复印件", "notes": "正反面。"}],
            ),
            **service_file("jiu-shixiang", name="旧事项", status={"state": "取消", "reason": "上级取消", "successor": "teshu-jiuzhu"}),
        }
    )  # fmt: skip
    bundle = Bundle.model_validate(
        {"id": "b", "name": "救助一件事", "services": ["teshu-jiuzhu", "linshi-jiuzhu", "jiu-shixiang", "nowhere"],
         "elsewhere": ["到派出所。"], "note": "说明。", "legal_basis": [{"title": "某意见", "document_number": "国发〔2024〕3号"}]}
    )  # fmt: skip
    facts = bundle_facts(bundle, dataset)

    assert [link.id for link in facts.services] == ["teshu-jiuzhu", "linshi-jiuzhu"]
    assert [link.id for link in facts.ended] == ["jiu-shixiang"]
    assert [(one.name, one.copies, one.forms, one.notes) for one in facts.materials] == [
        ("居民身份证", 2, ("原件核验", "复印件"), ("正反面。",)),
        ("申请书", None, (), ()),
    ]
    assert [(one.window.id, [link.id for link in one.services]) for one in facts.windows] == [
        ("minzheng", ["teshu-jiuzhu", "linshi-jiuzhu"])
    ]
    document = bundle_guide(bundle, facts)
    assert [section.key for section in document.sections] == [
        "ended", "services", "materials", "windows", "elsewhere", "note", "basis"
    ]  # fmt: skip
    ended = document.sections[0].entries[0]
    assert (ended.name, ended.record, [(fact.value, fact.record) for fact in ended.facts]) == (
        "旧事项", "jiu-shixiang", [("已取消", None), ("特殊救助", "teshu-jiuzhu")]
    )  # fmt: skip
    materials, basis = document.section("materials"), document.section("basis")
    assert materials and basis
    assert [fact.value for fact in materials.entries[0].facts] == [
        "原件核验、复印件",
        "2 份",
        "特殊救助、临时救助",
        "正反面。",
    ]
    assert (basis.entries[0].name, basis.entries[0].value("place")) == ("《某意见》", "（国发〔2024〕3号）")
