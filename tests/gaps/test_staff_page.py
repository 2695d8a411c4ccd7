"""staff_page: what the page for the hall's own people shows, and the page itself."""

import re
from pathlib import Path

from content_builder import TODAY
from gaps.gap_builder import registered
from rules.dataset_builder import REGULATION, SERVICE, Changes, content, service_file

from generator.gaps.staff_page import GapsPage, staff_page
from generator.site.templates import Templates
from generator.texts.gaps import STAFF

FOLDER = Path(__file__).parents[2] / "site_templates" / "staff"
STYLE = (FOLDER / "staff.css").read_text("utf-8")


def page(changes: Changes) -> GapsPage:
    return staff_page(registered(changes), content(changes), TODAY, STYLE)


def html(changes: Changes) -> str:
    return Templates(FOLDER).render(page(changes), "")


def test_page_tells_at_a_glance_how_much_is_missing() -> None:
    """Gaps, posters that wait, complete guides, and the part of all elements that is there."""
    changes = {SERVICE: {"legal_basis": None, "visits": None}, REGULATION: None}

    assert page(changes).figures == (
        ("缺项", "3"), ("做不了的海报", "2"), ("齐全的办事指南", "0/1"), ("八要素已写", "87.5%"),
    )  # fmt: skip


def test_page_leads_from_each_window_to_what_it_has_to_fill() -> None:
    """A window without gaps has no link; bodies that are no windows stand below the windows."""
    names = ("农林水", "民政救济")
    windows = [
        {"id": f"w{number}", "name": name, "staff_role": "岗", "backup": "岗"} for number, name in enumerate(names)
    ]
    functions = [{"name": name, "duties": ["办事。"]} for name in names]
    shown = page(
        {
            "windows.yml": {"windows": windows, "functions": functions},
            SERVICE: {"window": "民政救济", "visits": None},
            REGULATION: {"effective": None},
        }
    )

    anchors = {state.row.name: state.anchor for state in shown.states}
    duties = {duty.anchor: duty.name for duty in shown.duties}
    assert duties[anchors["民政救济"]] == "民政救济（岗）"
    assert duties[anchors["虚谷镇人民政府"]] == "虚谷镇人民政府"
    assert anchors["合计"] is None
    assert [state.percent for state in shown.states] == [None, 100.0, None, 100.0]


def test_record_shows_its_fields_and_elements() -> None:
    """Each element of a guide is there or not; other records have none."""
    shown = page({SERVICE: {"legal_basis": None, "visits": None}, REGULATION: {"effective": None}})
    regulation, service = (duty.records[0] for duty in shown.duties)

    assert (service.title, service.kind, service.path) == ("临时救助", "事项", "content/services/linshi-jiuzhu.yml")
    assert service.fields == ("设定依据", "到现场次数")
    assert [name for name, stated in service.elements if not stated] == ["依据"]
    assert (regulation.title, regulation.elements) == ("《责任追究制度》", ())


def test_page_is_one_file_that_asks_for_nothing_else() -> None:
    """Its style is in it; it loads and links to nothing, and asks search engines to stay away."""
    text = html({SERVICE: {"legal_basis": None}})

    assert STYLE.strip() in text
    assert not re.search(r"https?:|src=|<link|<script|url\(|@import", text)
    assert set(re.findall(r'href="([^"]*)"', text)) == {"#duty-1"}
    assert 'content="noindex, nofollow"' in text
    assert STAFF["internal"] in text


def test_names_are_text_and_no_markup() -> None:
    """A name with signs of HTML stays a name."""
    assert "<h3>a&lt;b&gt;c " in html({SERVICE: {"name": "a<b>c", "visits": None}})


def test_long_numbers_in_names_are_blanked() -> None:
    """A number that somebody typed into a name does not travel with the page."""
    text = html({SERVICE: {"name": "查询000000190001010000", "visits": None}})

    assert "查询〔数字〕" in text
    assert "0000001900" not in text


def test_page_of_sound_content_says_so() -> None:
    """Nothing is to be ticked off."""
    text = html({})

    assert "没有缺项：该写的都写了。</p>" in text
    assert "st-record" not in text.partition("</style>")[2]


def test_services_without_a_window_have_a_line_that_leads_to_the_hall() -> None:
    """What they lack counts there, and what else the hall has to fill on its own line."""
    shown = page(
        {**service_file("ku", window=None), "site.yml": {"supervision": {"phone": "0300-0000112", "box": "门口"}}}
    )

    hall = next(duty for duty in shown.duties if duty.name == "虚谷镇便民服务大厅")
    lines = {state.row.name: (state.row.gaps, state.anchor) for state in shown.states}
    assert lines["没有定窗口的事项"] == (1, hall.anchor)
    assert lines["虚谷镇便民服务大厅"] == (1, hall.anchor)
