"""prose_texts: what is still to be filled in on pages of prose is listed with its line."""

import pytest

from generator.build.prose_texts import prose_gaps


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("# 关于\n\n开放时间：待补充\n", "3:6", "待补充"),
        ("电话：____\n", "1:4", "____"),
        ("XX镇人民政府\n", "1:1", "XX"),
        ("| 保管 | [X]年 |\n", "1:8", "[X]"),
        ("- 待定，TBD\n", "1:3", "待定"),
    ],
)
def test_placeholder_on_a_page_is_a_gap(text: str, place: str, found: str) -> None:
    """The first of a line is named, as it stands there."""
    (problem,) = prose_gaps({"content/pages/about.md": text})

    assert str(problem) == (
        f"content/pages/about.md:{place} [prose/placeholder] "
        f"这里还有没填的占位“{found}”，页面上就是这样。请补上，或删去这一句。"
    )
    assert problem.severity == "gap"


@pytest.mark.parametrize(
    "text",
    ["上\n\n____\n\n---\n\n下\n", "- - -\n* * *\n_____  \n", "等待定点医院答复。\n", "写着“待补充”的还不知道。\n", ""],
)
def test_sound_page_has_none(text: str) -> None:
    """A line across the page is no line to fill in."""
    assert list(prose_gaps({"content/pages/about.md": text})) == []
