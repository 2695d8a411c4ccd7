"""charts: pictures of figures that tell what their tables tell, on a phone as on a wall, and ask nothing of anybody."""

import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst
from rules.dataset_builder import content, service_file

from generator.model import Dataset
from generator.posters.fonts import find_fonts
from generator.publish.verify import faults, scan_prose
from generator.results import charts
from generator.results.chart_layout import FONT, WIDTH, Sheet
from generator.results.charts import MOST_BARS, Spec, draw, specs
from generator.results.figures import Figure, Figures
from generator.results.statistics import Outcomes, Spread, Tally

SVG = "{http://www.w3.org/2000/svg}"
LONG = "农村村民住宅建设用地申请与乡村建设规划许可并联审批初审"


def outcomes(on_time: int, late: int = 0, running: int = 0, undetermined: int = 0, overdue: int = 0) -> Outcomes:
    """Outcomes of so many cases, all of them ended or open as their timing has it."""
    done, still_open = on_time + late + undetermined, running + overdue
    return Outcomes(done, 0, 0, still_open, on_time, late, running, overdue, undetermined, extended=1)


def hall(*names: str) -> Dataset:
    """The sound content with services s0, s1, … of these names."""
    changes: dict[str, object] = {}
    for number, name in enumerate(names):
        changes |= service_file(f"s{number}", name=name)
    return replace(content(changes), results={})


def figures(
    *now: Tally, before: tuple[int, ...] | None = None, group: Figure | None = None, whole: Outcomes | None = None
) -> Figures:
    """Figures of services s0, s1, …; ``before`` their cases in the period before."""
    previous = None if before is None else "2026-Q2"
    services = {
        f"s{number}": Figure(tally, None if before is None else Tally(before[number]))
        for number, tally in enumerate(now)
    }
    total = Figure(Tally(sum(tally.cases for tally in now), whole))
    return Figures("2026-Q3", previous, total, services, {}, group, True)


def one(found: tuple[Spec, ...], name: str) -> Spec:
    """The chart of that name."""
    return next(spec for spec in found if spec.name == name)


FULL = figures(
    Tally(40, outcomes(36, 2, 1, 1, overdue=0), (Spread("工作日", 10, 4.5, 12),)),
    Tally(12, None, (Spread("工作日", 5, 2.0, 4), Spread("自然日", 5, 2.0, 6))),
    Tally(7, outcomes(7), (Spread("工作日", 0, 0.0, 0),)),
    Tally(3, outcomes(3), (Spread("工作日", None, 1.0, 2),)),
    before=(30, 12, 9, 0),
    group=Figure(Tally(14), Tally(11)),
    whole=outcomes(46, 2, 1, 1),
)
NAMES = ("临时救助申请", LONG, "“三属”定期抚恤", "A<b>&c")


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """Mapping name of each chart of FULL -> SVG."""
    return {spec.name: draw(spec) for spec in specs(FULL, hall(*NAMES))}


def words(svg: str) -> list[str]:
    """The texts of a picture, in its order."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


# --- the tables ------------------------------------------------------------------------------------------------------


def test_table_of_cases_says_what_the_bars_show() -> None:
    """Every service with this and last period and the change, and the group; names in full."""
    spec = one(specs(FULL, hall(*NAMES)), "cases")

    assert (spec.title, spec.header) == ("各事项办理件数", ("事项", "本期", "上期", "增减"))
    assert spec.rows == (
        ("临时救助申请", "40", "30", "+10"),
        (LONG, "12", "12", "0"),
        ("“三属”定期抚恤", "7", "9", "-2"),
        ("A<b>&c", "3", "0", "+3"),
        ("其他（合并公布，含不足10件的事项）", "14", "11", "+3"),
    )
    assert spec.alt == "条形图：各事项的办理件数。单独列出的事项里，最多的是临时救助申请，40件。数字见图旁的表格。"


def test_table_of_timing_counts_whoever_is_past_the_day_as_late() -> None:
    """Finished late and still open past the day are one column; services that are only counted have no row."""
    found = figures(Tally(9, outcomes(4, 2, 1, 1, overdue=1)), Tally(12), whole=outcomes(4, 2, 1, 1, overdue=1))
    spec = one(specs(found, hall("甲", "乙")), "timing")

    assert spec.header == ("事项", "按时办结", "超期", "在办未到期", "无法判定", "其中延期")
    assert spec.rows == (("逐件公布的全部事项", "4", "3", "1", "1", "1"), ("甲", "4", "3", "1", "1", "1"))
    assert "按时办结4件，超期3件，在办未到期1件，无法判定1件" in spec.alt


def test_table_of_days_has_both_readings_and_what_is_not_drawn() -> None:
    """An undecided unit gives two rows; 即办 and an unknown promise have no bar and are in the table."""
    spec = one(specs(FULL, hall(*NAMES)), "days")

    assert spec.header == ("事项", "单位", "一半的件不超过", "九成的件不超过", "承诺时限")
    assert spec.rows == (
        ("临时救助申请", "工作日", "4.5", "12", "10"),
        (f"{LONG}（工作日）", "工作日", "2", "4", "5"),
        (f"{LONG}（自然日）", "自然日", "2", "6", "5"),
        ("“三属”定期抚恤", "工作日", "0", "0", "即办"),
        ("A<b>&c", "工作日", "1", "2", "待补充"),
    )
    assert "1条里九成的件在时限内办结，2条超出" in spec.alt


def test_chart_without_anything_to_show_is_left_out() -> None:
    """No cases, no chart; only counted services, no timing; nothing measured against a promise, no days."""
    assert specs(figures(), hall()) == ()
    assert [spec.name for spec in specs(figures(Tally(12)), hall("甲"))] == ["cases"]
    assert specs(figures(Tally(0), before=(3,)), hall("甲")) == ()


def test_withheld_period_before_is_no_number() -> None:
    """A service that was withheld last time has 无 there, and its bar says nothing of it."""
    found = figures(Tally(12), Tally(11), before=(3, 3))
    found = replace(found, services=found.services | {"s0": Figure(Tally(12), None)})
    spec = one(specs(found, hall("甲", "乙")), "cases")

    assert spec.rows == (("甲", "12", "无", "无"), ("乙", "11", "3", "+8"))
    assert {"12件", "11件，上期3"} < set(words(draw(spec)))


# --- the pictures ----------------------------------------------------------------------------------------------------


def test_numbers_stand_beside_the_bars(drawn: dict[str, str]) -> None:
    """What the bars show can be read without them, and without colour."""
    assert {"本期", "上期", "临时救助申请", "40件，上期30", "7件，上期9", "14件，上期11"} <= set(words(drawn["cases"]))
    assert {"按时办结", "超期", "按时36　超期2　在办1　未定1", "按时7"} <= set(words(drawn["timing"]))
    assert {"超出 九成12，承诺10工作日", "九成4，承诺5工作日", "超出 九成6，承诺5自然日"} <= set(words(drawn["days"]))


def test_bars_are_as_long_as_their_numbers() -> None:
    """Half the cases, half the length; the longest of both periods fills the width."""
    spec = one(specs(figures(Tally(40), Tally(20), before=(10, 80)), hall("甲", "乙")), "cases")

    assert bars(spec, "#1a4f8f") == [(0, WIDTH / 2), (0, WIDTH / 4)]
    assert bars(spec, "#dfe8f3") == [(0, WIDTH / 8), (0, WIDTH)]


def bars(spec: Spec, fill: str) -> list[tuple[float, float]]:
    """Start and end of the bars of one fill, without the one of the legend."""
    layers = spec.vega_lite["layer"]
    assert isinstance(layers, list)
    values = [layer["data"]["values"] for layer in layers if layer["mark"].get("fill") == fill]
    return [(bar["x"], bar["x2"]) for bar in values[0][1:]]


def test_more_services_than_fit_are_summed_up_below() -> None:
    """Twelve bars and one line for the other three; the table has all fifteen."""
    names = [f"事项{number}" for number in range(15)]
    spec = one(specs(figures(*(Tally(100 - number) for number in range(15))), hall(*names)), "cases")
    told = words(draw(spec))

    assert MOST_BARS == 12
    assert "事项11" in told
    assert "事项12" not in told
    assert told.count("其余3项合计") == 1
    assert f"{88 + 87 + 86}件" in told
    assert [row[0] for row in spec.rows] == names


def test_name_too_long_for_one_line_is_cut_with_an_ellipsis() -> None:
    """Names that leave no room put their numbers below; one wider than the picture ends in an ellipsis."""
    narrow = words(draw(one(specs(figures(Tally(40)), hall(LONG)), "cases")))

    assert narrow == [f"{LONG[:23]}…", "40件"]


def test_picture_names_itself(drawn: dict[str, str]) -> None:
    """Title and description are read aloud, the single marks are not."""
    for name, svg in drawn.items():
        root = ElementTree.fromstring(svg)
        title, text = root[0], root[1]
        assert (title.tag, text.tag) == (f"{SVG}title", f"{SVG}desc")
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"{title.get('id')} {text.get('id')}"
        assert title.get("id") == f"chart-{name}-title"
        assert text.text
        assert "graphics-" not in svg
        assert "roledescription" not in svg


def test_picture_is_small_and_asks_for_nothing(drawn: dict[str, str]) -> None:
    """Less than 40 KB, no address outside, no script, no style sheet, and no fault in a page."""
    for svg in drawn.values():
        assert len(svg.encode()) < 40_000
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg\")|<script|<style|url\(|href|<image", svg)
        assert faults({"a.html": 1}, [scan_prose("a.html", svg, "/")], ()) == ()


def test_names_are_text_and_never_markup(drawn: dict[str, str]) -> None:
    """A name that looks like an element stays a name."""
    assert "A<b>&c" in words(drawn["cases"])
    assert "<b>" not in drawn["cases"]


def test_same_figures_give_the_same_bytes(drawn: dict[str, str]) -> None:
    """Drawn again, nothing changes; the key is the same for the same picture and another for another."""
    found = specs(FULL, hall(*NAMES))

    assert {spec.name: draw(spec) for spec in found} == drawn
    assert [spec.key for spec in found] == [spec.key for spec in specs(FULL, hall(*NAMES))]
    assert len({spec.key for spec in (*found, *specs(FULL, hall("别名", *NAMES[1:])))}) == 6


def test_key_changes_with_the_drawing_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A new version of the engine draws everything anew."""
    spec = specs(FULL, hall(*NAMES))[0]
    old = spec.key
    monkeypatch.setattr(charts, "version", lambda _name: "0")

    assert spec.key != old


def test_fills_differ_without_colour() -> None:
    """In one chart no two kinds of bars have both the same outline and the same lightness; outlines and dark fills
    have a contrast of at least 3 to 1 with the white paper."""
    for kinds in (("now", "before"), ("on_time", "late", "running", "undetermined"), ("within", "beyond", "median")):
        looks = set()
        for kind in kinds:
            sheet = Sheet()
            sheet.bar(kind, 0, 1, height=5)
            layers = sheet.vega_lite()["layer"]
            assert isinstance(layers, list)
            mark = layers[0]["mark"]
            carrier = mark.get("stroke", mark["fill"])
            assert 1.05 / (luminance(carrier) + 0.05) >= 3, kind
            looks.add((luminance(mark["fill"]) > 0.3, mark.get("strokeWidth"), str(mark.get("strokeDash"))))
        assert len(looks) == len(kinds)


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_marks_stay_inside_the_picture() -> None:
    """A median of no days and a case that took ten times the promise are drawn at the edges, not beyond them."""
    tally = Tally(12, None, (Spread("工作日", 5, 0.0, 50),))
    spec = one(specs(figures(tally), hall("甲")), "days")
    layers = spec.vega_lite["layer"]
    assert isinstance(layers, list)
    values = [bar for layer in layers if layer["mark"]["type"] == "rect" for bar in layer["data"]["values"]]

    assert all(0 <= bar["x"] <= bar["x2"] <= WIDTH for bar in values)
    assert max(bar["x2"] for bar in values) == WIDTH


def test_poster_press_sets_the_pictures_in_the_typeface_of_the_posters(drawn: dict[str, str], tmp_path: Path) -> None:
    """Typst takes the SVG under PDF/A, which refuses missing glyphs, with the posters' fonts and no others."""
    for name, svg in drawn.items():
        (tmp_path / f"{name}.svg").write_text(svg, "utf-8")
        source = f'#set text(font: "{FONT.split(",")[0]}")\n#image("{name}.svg", alt: "x", width: 10cm)'
        (tmp_path / "poster.typ").write_text(source, "utf-8")
        pdf = typst.compile(
            tmp_path / "poster.typ",
            font_paths=[find_fonts()],
            ignore_system_fonts=True,
            pdf_standards=["a-2a"],
            timestamp=0,
        )
        assert pdf.startswith(b"%PDF")
        assert b"NotoSansCJKsc" in pdf
