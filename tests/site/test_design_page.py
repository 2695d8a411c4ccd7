"""The page of the design (docs/design.md) states the tokens of site.css, and their colours can be read."""

import os
import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
CSS = (PROJECT / "site_templates/theme/assets/gongshi/site.css").read_text("utf-8")
DOCUMENT = PROJECT / "docs" / "design.md"
REM, ELDER_REM = 22.0, 33.0
LOOKS = {
    "light": (":root",), "dark": (":root", ".gs-dark"), "长辈版": (":root", ".gs-elder"),
    "长辈版, dark": (":root", ".gs-dark", ".gs-elder", ".gs-elder.gs-dark"),
}  # fmt: skip
COLOURS = {
    "red": "header, first buttons, numbers", "red-deep": "the row of columns", "red-text": "red words on paper",
    "gold": "lines beside cards, under what was found", "focus": "the ring around what has the focus",
    "amber": "the search button", "amber-ink": "words on it", "on-red": "words on red", "on-red-soft": "slogans on red",
    "ink": "text", "soft": "labels, notes, edges of fields", "line": "lines that only divide", "paper": "cards, lists",
    "wash": "the page", "tint": "what is chosen or pointed at", "link": "links, second buttons",
    "gap": "待补充", "gap-wash": "its ground", "open": "现在开门", "hint": "what an empty field suggests",
}  # fmt: skip
SIZES = {
    "text-tiny": "footer, kinds, counts", "text-small": "notes, labels, columns", "text-fine": "fields, passages",
    "text-body": "text", "text-large": "names, leads, facts", "text-head": "headings of sections",
    "text-title": "figures; the heading of a page on a phone", "text-huge": "the heading of a page",
}  # fmt: skip
MEASURES = {"radius": "corners", "width": "the widest page", "side": "its margins"}
TEXT, EDGE = 4.5, 3.0
PAIRS = (
    *(("ink", ground, TEXT) for ground in ("paper", "wash", "tint", "gap-wash")),
    *(("soft", ground, TEXT) for ground in ("paper", "wash", "tint")),
    *(("link", ground, TEXT) for ground in ("paper", "wash", "tint")),
    *(("red-text", ground, TEXT) for ground in ("paper", "wash")),
    ("gap", "gap-wash", TEXT), ("gap", "paper", TEXT), ("on-red", "red", TEXT), ("on-red", "red-deep", TEXT),
    ("on-red-soft", "red", TEXT), ("amber-ink", "amber", TEXT), ("hint", "#fff", TEXT), ("#fff", "open", TEXT),
    ("focus", "paper", EDGE), ("focus", "wash", EDGE), ("#ffe3a3", "red", EDGE), ("#ffe3a3", "red-deep", EDGE),
    ("soft", "paper", EDGE),
)  # fmt: skip
"""(colour, ground, least contrast): text needs 4.5 (WCAG 1.4.3), 7 in 长辈版 (1.4.6), edges and rings 3 (1.4.11).

#ffe3a3 is the ring in the header; fields of the search are white in every look.
"""


def tokens(*blocks: str) -> dict[str, str]:
    """Mapping token -> value, of the first block of each selector, later ones over earlier ones."""
    found: dict[str, str] = {}
    for selector in blocks:
        block = re.search(rf"(?m)^{re.escape(selector)} {{(.*?)}}", CSS, re.DOTALL)
        assert block, selector
        found |= dict(re.findall(r"--gs-([\w-]+): ([^;]+);", block[1]))
    return found


def light(colour: str) -> float:
    """Relative luminance of #rgb or #rrggbb."""
    digits = colour.lstrip("#")
    parts = [
        int(part * (2 if len(digits) == 3 else 1), 16) / 255 for part in re.findall("." * (len(digits) // 3), digits)
    ]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21."""
    brighter, darker = sorted((light(one), light(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def contrasts(colour: str, ground: str) -> list[float]:
    """The contrast of two tokens in each look."""
    worn = [tokens(*blocks) for blocks in LOOKS.values()]
    return [contrast(each.get(colour, colour), each.get(ground, ground)) for each in worn]


def table(head: list[str], rows: list[list[str]]) -> str:
    """A table in Markdown."""
    return "\n".join("| " + " | ".join(row) + " |" for row in (head, ["---"] * len(head), *rows))


def tables() -> str:
    """All tables of the page."""
    worn = [tokens(*blocks) for blocks in LOOKS.values()]
    looks = list(LOOKS)
    colours = [[f"`{name}`", *(f"`{each[name]}`" for each in worn), use] for name, use in COLOURS.items()]
    pairs = [
        [f"`{colour}` on `{ground}`", *(f"{ratio:.1f}" for ratio in contrasts(colour, ground)), f"{least:g}"]
        for colour, ground, least in PAIRS
    ]
    sizes = [
        [f"`{name}`", worn[0][name], f"{float(worn[0][name].removesuffix('rem')) * REM:.1f}",
         f"{float(worn[0][name].removesuffix('rem')) * ELDER_REM:.1f}", use]
        for name, use in SIZES.items()
    ]  # fmt: skip
    measures = [[f"`{name}`", worn[0][name], use] for name, use in MEASURES.items()]
    return "\n\n".join(
        (
            table(["token", *looks, "for"], colours),
            table(["contrast", *looks, "at least"], pairs),
            table(["token", "rem", "px", "px in 长辈版", "for"], sizes),
            table(["token", "value", "for"], measures),
        )
    )


def test_page_states_the_tokens() -> None:
    """The tables in docs/design.md are those of site.css; UPDATE_GOLDEN=1 writes them anew."""
    begin, end = "<!-- tokens -->\n", "\n<!-- end of tokens -->"
    before, _, rest = DOCUMENT.read_text("utf-8").partition(begin)
    written, found, after = rest.partition(end)
    assert found
    if os.environ.get("UPDATE_GOLDEN"):
        DOCUMENT.write_text(before + begin + tables() + end + after, "utf-8", newline="\n")
        return
    assert written == tables(), "UPDATE_GOLDEN=1 pytest tests/site/test_design_page.py"


def test_each_token_has_a_use() -> None:
    """No token is missing from the page, and the page names none that is not there; rem are as large as it says."""
    assert set(tokens(":root")) == {*COLOURS, *SIZES, *MEASURES}
    assert f"html {{ font-size: {REM / 16:.1%};" in CSS and f".gs-elder {{ font-size: {ELDER_REM / 16:.2%}; }}" in CSS
    assert [name for name in tokens(":root") if f"var(--gs-{name})" not in CSS] == []


def test_colours_can_be_read() -> None:
    """Each pair has its contrast in every look: text 4.5 and in 长辈版 7, edges and rings 3."""
    low = []
    for colour, ground, least in PAIRS:
        for look, ratio in zip(LOOKS, contrasts(colour, ground), strict=True):
            if ratio < (7 if least == TEXT and look.startswith("长辈版") else least):
                low.append((colour, ground, look, round(ratio, 2)))
    assert low == []


def test_pictures_of_the_page_are_there() -> None:
    """Every picture that the page shows is in the folder, and none lies there unused."""
    shown = set(re.findall(r"\]\(images/design/([\w-]+\.png)\)", DOCUMENT.read_text("utf-8")))
    assert shown == {path.name for path in (DOCUMENT.parent / "images" / "design").glob("*.png")}
