"""chart_layout: bars as long as their numbers, and words that find room on the narrowest phone."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.results.chart_layout import LEAST, NAME, NUMBER, WIDTH, Bar, Layout, Words, words_width, wrapped

LONG = "农村村民住宅建设用地申请与乡村建设规划许可并联审批初审"
NAMES = st.text(st.sampled_from("城乡居民（）“”，、·Aa1W%- "), min_size=1, max_size=80).map(str.strip).filter(bool)


def bars(layout: Layout) -> list[Bar]:
    """The bars so far, in order."""
    return [mark for mark in layout.drawing().marks if isinstance(mark, Bar)]


def words(layout: Layout) -> list[Words]:
    """The texts so far, in order."""
    return [mark for mark in layout.drawing().marks if isinstance(mark, Words)]


# --- words -----------------------------------------------------------------------------------------------------------


def test_numbers_stand_at_the_right_of_their_name() -> None:
    """Both stand on one line of writing, the name from the left edge, the numbers up to the right one."""
    layout = Layout()
    layout.line("老年人优待证", "21件，上期19", bold=True)

    name, numbers = words(layout)
    assert name.baseline == numbers.baseline
    assert (name.text, name.x, name.size, name.bold, name.ends) == ("老年人优待证", 0, NAME, True, False)
    assert (numbers.text, numbers.x, numbers.size, numbers.bold, numbers.ends) == (
        "21件，上期19",
        WIDTH,
        NUMBER,
        False,
        True,
    )


def test_numbers_without_room_beside_the_name_stand_below_it() -> None:
    """A name that leaves no room has its line to itself."""
    layout = Layout()
    layout.line("城乡居民基本养老保险参保登记", "超出 17个工作日，承诺15")

    name, numbers = words(layout)
    assert name.text == "城乡居民基本养老保险参保登记"
    assert numbers.baseline == name.baseline + NAME + 4


def test_long_name_takes_two_lines() -> None:
    """It is told in full, and its numbers stand beside the end of it."""
    layout = Layout()
    layout.line(LONG, "40件")

    first, second, numbers = words(layout)
    assert first.text + second.text == LONG
    assert second.baseline == numbers.baseline > first.baseline


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("生育登记", ("生育登记",)),
        ("一二三四五六七八", ("一二三四五", "六七八")),
        ("一二三四）五六七", ("一二三四）", "五六七")),
        ("一二三四五）六七", ("一二三四", "五）六七")),
        ("一二三四（五六）", ("一二三四", "（五六）")),
        ("一二三abcd五六", ("一二三", "abcd五六")),
        ("一二三 四五六七", ("一二三 四", "五六七")),
        ("一二三四五六七八九十一二", ("一二三四五", "六七八九…")),
        ("abcdefghijklm", ("abcdefgh", "ijklm")),
    ],
)
def test_lines_break_where_chinese_may_break(text: str, lines: tuple[str, ...]) -> None:
    """Closing marks end a line, opening ones begin one, words of Latin letters stay whole where they can."""
    assert wrapped(text, 10, 50) == lines


@given(NAMES)
def test_wrapped_name_is_whole_or_ends_in_an_ellipsis(name: str) -> None:
    """At most two lines, none wider than its room, and nothing of the name lost between them."""
    lines = wrapped(name, NAME, WIDTH)
    told = "".join("".join(lines).split())

    assert 1 <= len(lines) <= 2
    assert all(words_width(line, NAME) <= WIDTH for line in lines)
    assert told == "".join(name.split()) or (told.endswith("…") and "".join(name.split()).startswith(told[:-1]))


@given(
    st.lists(st.tuples(NAMES, st.sampled_from(["1件", "超出 120个工作日，承诺15", "按时79　超期12　在办17　未定3"])))
)
def test_words_neither_leave_the_picture_nor_meet(lines: list[tuple[str, str]]) -> None:
    """Whatever the name, it ends a clear gap before its numbers begin."""
    layout = Layout()
    layout.legend({"now": "本期"})
    for name, numbers in lines:
        layout.line(name, numbers)

    rows: dict[float, list[tuple[float, float]]] = {}
    for text in words(layout):
        wide = words_width(text.text, text.size)
        rows.setdefault(text.baseline, []).append((text.x - wide, text.x) if text.ends else (text.x, text.x + wide))
    height = layout.drawing().height
    assert all(0 < baseline < height for baseline in rows)
    for spans in rows.values():
        edges = [edge for span in spans for edge in span]
        assert all(start - end >= 10 - 1e-9 for end, start in zip(edges[1::2], edges[2::2], strict=False))
        assert edges[0] >= 0
        assert edges[-1] <= WIDTH


def test_legend_goes_on_in_a_second_line() -> None:
    """What does not fit stands below, from the left edge again."""
    layout = Layout()
    layout.legend(
        {"on_time": "按时办结而且", "late": "超期", "running": "在办未到期也没有", "undetermined": "无法判定"}
    )

    baselines = [text.baseline for text in words(layout)]
    assert baselines[0] == baselines[1] == baselines[2] < baselines[3]
    assert bars(layout)[3].x == bars(layout)[0].x == 0


# --- bars ------------------------------------------------------------------------------------------------------------


def test_bar_is_as_long_as_its_share() -> None:
    """Half the number, half the length; none, no bar."""
    layout = Layout()
    for share in (1, 0.5, 0):
        layout.bar("now", 0, share, height=12)

    assert [(bar.x, bar.width) for bar in bars(layout)] == [(0, WIDTH), (0, WIDTH / 2)]


def test_smallest_bar_is_seen() -> None:
    """One of a thousand has a bar, at the edge too."""
    layout = Layout()
    layout.bar("now", 0, 0.001, height=12)
    layout.bar("beyond", 0.999, 1, height=12)

    assert [(bar.x, bar.width) for bar in bars(layout)] == [(0, LEAST), (WIDTH - LEAST, LEAST)]


@given(
    st.dictionaries(st.sampled_from(["on_time", "late", "running", "undetermined"]), st.integers(1, 5000), min_size=1)
)
def test_stacked_bars_share_out_the_width(parts: dict[str, int]) -> None:
    """They fill the width with narrow gaps, in order, each by its number, and the smallest ones are seen."""
    layout = Layout()
    layout.stack(parts, height=14)
    drawn = bars(layout)

    assert [bar.kind for bar in drawn] == list(parts)
    assert drawn[0].x == 0
    assert drawn[-1].x + drawn[-1].width == pytest.approx(WIDTH)
    gaps = [after.x - before.x - before.width for before, after in pairwise(drawn)]
    assert gaps == pytest.approx([2] * len(gaps))
    room = WIDTH - 2 * (len(parts) - 1)
    for bar, number in zip(drawn, parts.values(), strict=True):
        assert bar.width >= LEAST
        assert abs(bar.width - room * number / sum(parts.values())) <= LEAST * (len(parts) - 1)


def test_stacked_bars_are_exactly_as_long_as_their_numbers_where_all_are_seen() -> None:
    """Three to one is three to one."""
    layout = Layout()
    layout.stack({"on_time": 30, "late": 10}, height=14)

    assert [bar.width for bar in bars(layout)] == [0.75 * (WIDTH - 2), 0.25 * (WIDTH - 2)]


def test_marks_of_a_scale_stay_inside() -> None:
    """A mark at either end is drawn at the edge and not over it."""
    layout = Layout()
    for share in (0, 0.5, 1):
        layout.mark("median", share, height=12)

    assert [(bar.x, bar.width) for bar in bars(layout)] == [(0, 3), (WIDTH / 2 - 1.5, 3), (WIDTH - 3, 3)]


def test_drawing_ends_below_its_last_mark() -> None:
    """There is no room left over at the foot, and what is drawn last is not cut."""
    layout = Layout()
    layout.line("甲", "1件")
    layout.bar("now", 0, 1, height=12)
    layout.below(12)

    assert layout.drawing().height == 18 + 12 + 1
