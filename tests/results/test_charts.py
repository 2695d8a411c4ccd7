"""charts: pictures of figures that tell what their tables tell, on a phone as on a wall."""

import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
import typst
from PIL import ImageFont
from pypdf import PdfReader
from rules.dataset_builder import content, service_file

from generator.model import Dataset
from generator.model.rating import GRADES
from generator.posters.fonts import find_fonts
from generator.publish.verify import faults, scan_prose
from generator.results.chart_layout import WIDTH, Bar, Words
from generator.results.chart_svg import FONTS, LOOKS
from generator.results.charts import MOST_BARS, Chart, draw, make_charts
from generator.results.figures import Figure, Figures
from generator.results.ratings import Counted, RatedMonth, ratings_chart
from generator.results.statistics import DaysUsed, Outcomes, Tally

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


def one(found: tuple[Chart, ...], name: str) -> Chart:
    """The chart of that name."""
    return next(chart for chart in found if chart.name == name)


FULL = figures(
    Tally(40, outcomes(36, 2, 1, 1, overdue=0), (DaysUsed("工作日", 10, 4.5, 12),)),
    Tally(12, None, (DaysUsed("工作日", 5, 2.0, 4), DaysUsed("自然日", 5, 2.0, 6))),
    Tally(7, outcomes(7), (DaysUsed("工作日", 0, 0.0, 0),)),
    Tally(3, outcomes(3), (DaysUsed("工作日", None, 1.0, 2),)),
    before=(30, 12, 9, 0),
    group=Figure(Tally(14), Tally(11)),
    whole=outcomes(46, 2, 1, 1),
)
NAMES = ("临时救助申请", LONG, "“三属”定期抚恤", "A<script>&c")


@pytest.fixture(scope="module")
def drawn() -> dict[str, str]:
    """Mapping name of each chart of FULL -> SVG."""
    return {chart.name: draw(chart) for chart in make_charts(FULL, hall(*NAMES))}


def words(svg: str) -> list[str]:
    """The texts of a picture, in its order."""
    return [element.text or "" for element in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def bars(chart: Chart, kind: str) -> list[Bar]:
    """The bars of one kind, without the one of the legend."""
    below = next(mark.bottom for mark in chart.drawing.marks if isinstance(mark, Words))
    return [mark for mark in chart.drawing.marks if isinstance(mark, Bar) and mark.kind == kind and mark.y > below]


def lengths(chart: Chart, kind: str) -> list[float]:
    """How long these bars are."""
    return [bar.width for bar in bars(chart, kind)]


# --- the tables ------------------------------------------------------------------------------------------------------


def test_table_of_cases_says_what_the_bars_show() -> None:
    """Every service with this and last period and the change, and the group; names in full."""
    chart = one(make_charts(FULL, hall(*NAMES)), "cases")

    assert (chart.title, chart.header) == ("各事项办理件数", ("事项", "本期", "上期", "增减"))
    assert chart.rows == (
        ("临时救助申请", "40", "30", "+10"),
        (LONG, "12", "12", "0"),
        ("“三属”定期抚恤", "7", "9", "-2"),
        ("A<script>&c", "3", "0", "+3"),
        ("其他（合并公布，含不足10件的事项）", "14", "11", "+3"),
    )
    assert chart.alt == "条形图：各事项的办理件数。单独列出的事项里，最多的是临时救助申请，40件。数字见图旁的表格。"


def test_table_of_timing_counts_whoever_is_past_the_day_as_late() -> None:
    """Finished late and still open past the day are one column; services that are only counted have no row."""
    found = figures(Tally(9, outcomes(4, 2, 1, 1, overdue=1)), Tally(12), whole=outcomes(4, 2, 1, 1, overdue=1))
    chart = one(make_charts(found, hall("甲", "乙")), "timing")

    assert chart.header == ("事项", "按时办结", "超期", "在办未到期", "无法判定", "其中延期")
    assert chart.rows == (("逐件公布的全部事项", "4", "3", "1", "1", "1"), ("甲", "4", "3", "1", "1", "1"))
    assert "按时办结4件，超期3件，在办未到期1件，无法判定1件" in chart.alt


def test_table_of_days_has_both_readings_and_what_is_not_drawn() -> None:
    """An undecided unit gives two rows; 即办 and an unknown promise have no bar and are in the table."""
    chart = one(make_charts(FULL, hall(*NAMES)), "days")

    assert chart.header == ("事项", "单位", "一半的件不超过", "九成的件不超过", "承诺时限")
    assert chart.rows == (
        ("临时救助申请", "工作日", "4.5", "12", "10"),
        (f"{LONG}（工作日）", "工作日", "2", "4", "5"),
        (f"{LONG}（自然日）", "自然日", "2", "6", "5"),
        ("“三属”定期抚恤", "工作日", "0", "0", "即办"),
        ("A<script>&c", "工作日", "1", "2", "—"),
    )
    assert "1条里九成的件在时限内办结，2条超出" in chart.alt


def test_chart_without_anything_to_show_is_left_out() -> None:
    """No cases, no chart; only counted services, no timing; nothing measured against a promise, no days."""
    assert make_charts(figures(), hall()) == ()
    assert [chart.name for chart in make_charts(figures(Tally(12)), hall("甲"))] == ["cases"]
    assert make_charts(figures(Tally(0), before=(3,)), hall("甲")) == ()


def test_withheld_period_before_is_no_number() -> None:
    """A service that was withheld last time has 无 there, and its bar says nothing of it."""
    found = figures(Tally(12), Tally(11), before=(3, 3))
    found = replace(found, services=found.services | {"s0": Figure(Tally(12), None)})
    chart = one(make_charts(found, hall("甲", "乙")), "cases")

    assert chart.rows == (("甲", "12", "无", "无"), ("乙", "11", "3", "+8"))
    assert {"12件", "11件，上期3"} < set(words(draw(chart)))


# --- the pictures ----------------------------------------------------------------------------------------------------


def test_numbers_stand_beside_the_bars(drawn: dict[str, str]) -> None:
    """What the bars show can be read without them, and without colour."""
    assert words(drawn["cases"]) == [
        *("本期", "上期"),
        *("临时救助申请", "40件，上期30"),
        *(LONG[:22], LONG[22:], "12件，上期12"),
        *("“三属”定期抚恤", "7件，上期9"),
        *("A<script>&c", "3件，上期0"),
        *("其他（合并公布，含不足10件的事项）", "14件，上期11"),
    ]
    assert words(drawn["timing"]) == [
        *("按时办结", "超期", "在办未到期", "无法判定"),
        *("逐件公布的全部事项", "按时46　超期2　在办1　未定1"),
        *("临时救助申请", "按时36　超期2　在办1　未定1"),
        *("“三属”定期抚恤", "按时7"),
        *("A<script>&c", "按时3"),
    ]
    assert words(drawn["days"]) == [
        *("九成的件用时", "超出承诺", "一半的件", "承诺"),
        *("临时救助申请", "超出 12个工作日，承诺10"),
        *(LONG[:22], f"{LONG[22:]}（工作日）", "4个工作日，承诺5"),
        *(LONG[:22], f"{LONG[22:]}（自然日）", "超出 6个自然日，承诺5"),
    ]


def test_numbers_beside_the_bars_are_those_of_the_table() -> None:
    """Each line has the numbers of the table's row: cases now and before, cases by timing, days and promise."""
    found = figures(
        Tally(40, outcomes(36, 2, 1, 1), (DaysUsed("工作日", 10, 4.5, 12),)),
        Tally(12, outcomes(11, 0, 1), (DaysUsed("自然日", 30, 8.0, 21),)),
        before=(30, 17),
        whole=outcomes(47, 2, 2, 1),
    )
    columns = {"cases": slice(1, 3), "timing": slice(1, 5), "days": slice(3, 5)}
    for chart in make_charts(found, hall("甲", "乙")):
        told = words(draw(chart))
        for row in chart.rows:
            beside = re.findall(r"\d+", told[told.index(row[0]) + 1])
            assert beside == [cell for cell in row[columns[chart.name]] if cell != "0"], (chart.name, row)


def test_bars_of_cases_are_as_long_as_their_numbers() -> None:
    """Half the cases, half the length; the longest of both periods fills the width."""
    chart = one(make_charts(figures(Tally(40), Tally(20), before=(10, 80)), hall("甲", "乙")), "cases")

    assert lengths(chart, "now") == [WIDTH / 2, WIDTH / 4]
    assert lengths(chart, "before") == [WIDTH / 8, WIDTH]


def test_bars_of_timing_are_as_long_as_their_numbers() -> None:
    """On time, late, running and undetermined share out the width; late also counts what is open past its day."""
    found = figures(Tally(20, outcomes(10, 2, 3, 2, overdue=3)), whole=outcomes(20, 4, 6, 4, overdue=6))
    chart = one(make_charts(found, hall("甲")), "timing")
    room = WIDTH - 3 * 2

    for kind, share in {"on_time": 0.5, "late": 0.25, "running": 0.15, "undetermined": 0.1}.items():
        assert lengths(chart, kind) == pytest.approx([room * share, room * share])


def test_bars_of_days_are_as_long_as_their_days() -> None:
    """Where all keep their promise, it stands near the right edge; days and median are measured against it."""
    days_used = (DaysUsed("工作日", 10, 5.0, 8),), (DaysUsed("工作日", 20, 5.0, 20),)
    chart = one(make_charts(figures(*(Tally(12, None, found) for found in days_used)), hall("甲", "乙")), "days")
    promise = WIDTH / 1.02

    assert lengths(chart, "within") == pytest.approx([promise * 0.8, promise])
    assert [bar.x + bar.width / 2 for bar in bars(chart, "median")] == pytest.approx([promise / 2, promise / 4])
    assert [bar.x + bar.width / 2 for bar in bars(chart, "promised")] == pytest.approx([promise, promise])
    assert lengths(chart, "beyond") == lengths(chart, "cut") == []


def test_days_beyond_the_promise_are_a_bar_of_their_own() -> None:
    """The promise stands in the middle; what exceeds it goes on in the look of being late, and is cut at its double."""
    days_used = DaysUsed("工作日", 10, 5.0, 15), DaysUsed("工作日", 10, 50.0, 100), DaysUsed("工作日", 10, 2.0, 20)
    found = figures(*(Tally(12, None, (used,)) for used in days_used))
    chart = one(make_charts(found, hall("甲", "乙", "丙")), "days")

    assert lengths(chart, "within") == [WIDTH / 2] * 3
    assert [(bar.x, bar.width) for bar in bars(chart, "beyond")] == [
        (WIDTH / 2, WIDTH / 4), (WIDTH / 2, WIDTH / 2), (WIDTH / 2, WIDTH / 2)
    ]  # fmt: skip
    assert [bar.y for bar in bars(chart, "cut")] == [bars(chart, "beyond")[1].y]


def test_more_services_than_fit_are_summed_up_below() -> None:
    """Twelve bars and one line for the other three; the table has all fifteen."""
    names = [f"事项{number}" for number in range(15)]
    chart = one(make_charts(figures(*(Tally(100 - number) for number in range(15))), hall(*names)), "cases")
    told = words(draw(chart))

    assert MOST_BARS == 12
    assert "事项11" in told
    assert "事项12" not in told
    assert told.count("其余3项合计") == 1
    assert f"{88 + 87 + 86}件" in told
    assert [row[0] for row in chart.rows] == names


def test_name_too_long_for_two_lines_is_cut_with_an_ellipsis() -> None:
    """The picture shows its beginning, the table all of it."""
    chart = one(make_charts(figures(Tally(40)), hall(LONG * 2)), "cases")

    assert words(draw(chart)) == [LONG[:22], f"{(LONG * 2)[22:43]}…", "40件"]
    assert chart.rows[0][0] == LONG * 2


def test_picture_names_itself(drawn: dict[str, str]) -> None:
    """Each has its own title and description."""
    for chart in make_charts(FULL, hall(*NAMES)):
        title, text = ElementTree.fromstring(drawn[chart.name])[:2]
        assert (title.get("id"), title.text, text.text) == (f"chart-{chart.name}-title", chart.title, chart.alt)


def test_picture_is_small_and_asks_for_nothing(drawn: dict[str, str]) -> None:
    """Less than 20 KB, no address outside, no script, no style sheet, and no fault in a page."""
    for svg in drawn.values():
        assert len(svg.encode()) < 20_000
        assert not re.search(r"https?://(?!www\.w3\.org/2000/svg\")|<script|<style|url\(|href|<image", svg)
        assert faults({"a.html": 1}, [scan_prose("a.html", svg, "/")], ()) == ()


def test_same_figures_give_the_same_bytes(drawn: dict[str, str]) -> None:
    """Drawn again, nothing changes; another name gives other pictures."""
    assert {chart.name: draw(chart) for chart in make_charts(FULL, hall(*NAMES))} == drawn
    assert not set(drawn.values()) & {draw(chart) for chart in make_charts(FULL, hall("别名", *NAMES[1:]))}


def test_nothing_is_drawn_outside_the_picture() -> None:
    """Bars with their outlines and words in the posters' typeface stay inside, with wild numbers and names too."""
    wild = figures(
        Tally(1_000_000, outcomes(1, 99_999, 888_888, 777_777), (DaysUsed("工作日", 5, 0.0, 50_000),)),
        Tally(1, outcomes(100_000, 1), (DaysUsed("自然日", 1, 900.0, 901),)),
        Tally(2, outcomes(2), (DaysUsed("工作日", 3, 0.0, 0),)),
        before=(0, 1_000_001, 5),
        group=Figure(Tally(1_234_567), Tally(7_654_321)),
        whole=outcomes(100_001, 100_000, 888_888, 777_777),
    )
    fonts = {bold: _font("Bold" if bold else "Regular") for bold in (False, True)}
    for chart in make_charts(wild, hall("OHNU" * 25, LONG * 2, "howdumb@home-%5")):
        width, height = chart.drawing.width, chart.drawing.height
        for mark in chart.drawing.marks:
            if isinstance(mark, Bar):
                assert 0 <= mark.x < mark.x + mark.width <= width + 1e-9, mark
                assert 0 <= mark.y < mark.bottom <= height, mark
            else:
                long = fonts[mark.bold].getlength(mark.text) / 100 * mark.size
                start = mark.x - long if mark.ends else mark.x
                assert 0 <= start < start + long <= width, mark
                assert mark.size <= mark.baseline + 2 < mark.bottom <= height, mark


def _font(weight: str) -> ImageFont.FreeTypeFont:
    path = find_fonts() / f"NotoSansCJKsc-{weight}.otf"
    return ImageFont.truetype(path, 100, layout_engine=ImageFont.Layout.BASIC)


def test_every_kind_of_bar_has_its_look() -> None:
    """What the charts draw, the pictures can show, and no look is left over."""
    grades = tuple(Counted(key, name, 10) for key, name in GRADES.items())
    rated = ratings_chart((RatedMonth("2026-09", "", grades, 10, (), None, 60, None, None),))
    assert rated is not None
    charts = (*make_charts(FULL, hall(*NAMES)), rated)
    kinds = {mark.kind for chart in charts for mark in chart.drawing.marks if isinstance(mark, Bar)}

    assert kinds - {"cut"} == set(LOOKS)


def test_poster_press_sets_the_pictures_in_the_typeface_of_the_posters(drawn: dict[str, str], tmp_path: Path) -> None:
    """Typst takes the SVG under PDF/A, which refuses missing glyphs, with the posters' fonts and no others; its words
    stay text that can be copied."""
    for name, svg in drawn.items():
        (tmp_path / f"{name}.svg").write_text(svg, "utf-8")
        source = f'#set text(font: "{FONTS[0]}")\n#image("{name}.svg", alt: "x", width: 10cm)'
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
        copied = PdfReader(BytesIO(pdf)).pages[0].extract_text()
        assert sorted("".join(copied.split())) == sorted("".join("".join(words(svg)).split()))
