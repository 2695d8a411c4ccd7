"""Posters: every character in order, the right paper, legible type, a code that can be read, the same bytes again."""

import re
import shutil
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import get_args

import pikepdf
import pytest
import segno
from kept_sets import keep_sets
from pypdf import PdfReader

from generator.build.outputs.posters import Posters
from generator.documents.guide import guide_of
from generator.kit.guide import guide_sheet
from generator.kit.regulation import obstacle, regulation_sheet
from generator.model import Dataset, Material, Paper, Regulation, Service, Site, Window
from generator.posters.breaks import breakable_runs, kept_whole
from generator.posters.fonts import FontsMissing, find_fonts
from generator.posters.legibility import IN_THE_HAND, smallest_points
from generator.posters.press import PosterFormat, Press, Printing, Variant, icon_picture
from generator.posters.sheet import Json, Picture, PosterError, Sheet
from generator.posters.stock import stock_of

pytestmark = pytest.mark.slow

TEMPLATES = Path(__file__).parents[2] / "site_templates" / "posters"
URL = "https://xugu.example/regulations/shouwen-fuze/"
HOSTILE = (
    "#set page(fill: red) $x^2$ <script>alert(\"1\")</script> {{ x }} {% y %} \\n \\u{41} “双” '单' [a] *b* _c_ `d` "
    "@e ~ -- --- ... // /* */ <b>粗</b> &amp; %s {0} ]) #"
)
SITE = Site.model_validate(
    {
        "organisation": "虚谷镇人民政府",
        "town": "虚谷镇",
        "hall": {"name": "虚谷镇便民服务大厅", "address": "虚谷镇不远路1号", "hours": "周一至周五8:30—12:00"},
        "supervision": {"phone": "0300-0000112"},
    }
)
BARE = Site.model_validate({"organisation": "某镇", "town": "某镇", "hall": {"name": "某镇大厅"}})


DPI = {"b5": 150, "a4": 150, "a3": 110, "a1": 60}
"""The smallest paper, the largest and the usual ones; and how finely their QR code is looked at."""


@pytest.fixture(scope="session")
def press(shared_folder: Path) -> Press:
    """One press for all tests: loading the typeface takes longer than setting a poster. It sets the same sheet once."""
    with pytest.MonkeyPatch.context() as while_it_is_made:
        keep_sets(while_it_is_made, shared_folder / "sets")
        return Press(find_fonts(), TEMPLATES, further=[])


def on(paper: str, variant: Variant = "colour", format: PosterFormat = "pdf") -> Printing:
    """Printed on a paper."""
    return Printing(stock_of(paper), variant, format)


def regulation(**fields: object) -> Regulation:
    """A short regulation, with ``fields`` in place of its own."""
    short: dict[str, object] = {
        "id": "shouwen-fuze",
        "title": "首问负责制度",
        "issuer": "虚谷镇人民政府",
        "effective": "2026-04-01",
        "status": "现行",
        "preamble": "为了方便群众，制定本制度。",
        "articles": [
            {"heading": "接待", "text": "第一位被问到的人要把事情接下来。"},
            {"text": "包括：", "items": [{"text": "当场受理；", "items": ["材料齐全的；", "材料不齐的。"]}]},
            {"text": "监督电话0300-0000112。"},
        ],
    }
    return Regulation.model_validate(short | fields)


def sheet(url: str | None = URL, site: Site = SITE, **fields: object) -> Sheet:
    """The poster of ``regulation(**fields)``."""
    return regulation_sheet(regulation(**fields), site, url)


def long_sheet(articles: int = 60) -> Sheet:
    """The poster of a regulation too long for one sheet of any paper."""
    return sheet(
        articles=[{"text": f"这是第{n}句话，" + "写明办事的规矩和时限，" * 6 + "完。"} for n in range(articles)]
    )


def guide(url: str | None = URL, steps: int = 2, text: str = "普通文字", **fields: object) -> Sheet:
    """The poster of a service whose free texts are ``text``."""
    service = Service.model_validate(
        {
            "id": "linshi-jiuzhu",
            "name": "临时救助",
            "summary": text + "一",
            "aliases": ["急难救助", text[:150] + "二"],
            "status": {"state": "在办"},
            "window": "民政",
            "legal_basis": [
                {"title": "社会救助暂行办法", "document_number": "国务院令第649号", "article": "第四十七条"}
            ],
            "conditions": [text + "三", "遭遇困难"],
            "exclusions": [text + "四"],
            "materials": [
                {"material": "id-card", "necessity": "必要", "copies": "1", "original": "原件核验"},
                {"name": "申请书", "necessity": "容缺后补", "blank_form": "窗口领取", "notes": text + "五"},
            ],
            "situations": [{"name": "因病", "materials": ["id-card", "申请书"], "notes": text + "六"}],
            "steps": [{"name": f"环节{n}", "who": "民政岗", "what": text + f"第{n}步"} for n in range(steps)],
            "time_limits": {"promised": {"days": "20"}, "clock_starts": text + "七"},
            "fee": {"items": [{"name": "工本费", "standard": "每本5元", "basis": "收费目录"}]},
            "result": {"name": "救助金", "type": "资金", "delivery": ["窗口领取"]},
            "verified": "2026-09-15",
            **fields,
        }
    )
    window = Window.model_validate({"id": "mz", "name": "民政救济", "aliases": ["民政"], "number": "4"})
    card = Material.model_validate({"id": "id-card", "name": "居民身份证", "notes": "正反面印在一张纸上。"})
    dataset = Dataset(SITE, (window,), (), {card.id: card}, {service.id: service}, {}, {}, {})
    return guide_sheet(service, guide_of(service, dataset), SITE, url)


def body_words(poster: Sheet) -> list[str]:
    """Every string that the poster of a record must print, in reading order."""

    def strings(value: object) -> list[str]:
        if isinstance(value, str):
            return [value]
        if isinstance(value, dict):
            keys = ("label", "lines", "number", "heading", "head", "tags", "notes", "text", "entries")
            return [text for key in keys if key in value for text in strings(value[key])]
        return [text for part in value for text in strings(part)] if isinstance(value, list | tuple) else []

    data = poster.data["body"]
    assert isinstance(data, dict)
    if poster.layout.template == "regulation":
        return [*strings(data["over"]), poster.title, *strings([data["under"], data["preamble"], data["lines"]])]
    parts: list[Json] = [data[key] for key in ("aliases", "notice", "summary", "facts", "remarks", "sections")]
    return [*strings(data["over"]), poster.title, *strings(parts)]


def footer_words(poster: Sheet) -> list[str]:
    """Every string of the footer."""
    footer = poster.data["footer"]
    assert isinstance(footer, dict) and isinstance(footer["fields"], list)
    return [
        str(footer["hall"]),
        *(str(text) for field in footer["fields"] if isinstance(field, list) for text in field),
    ]


def squeezed(text: str) -> str:
    """``text`` without white space: line breaks and the gaps between columns are no characters of the record."""
    return "".join(text.split())


def missing_in_order(words: list[str], text: str) -> list[str]:
    """The words that do not follow each other in ``text``."""
    text, at, missing = squeezed(text), 0, []
    for word in words:
        place = text.find(squeezed(word), at)
        if place < 0:
            missing.append(word)
        else:
            at = place + len(squeezed(word))
    return missing


def flow(poster: Sheet, text: str) -> str:
    """``text`` without what stands on every sheet: running head and footer."""
    first, last = footer_words(poster)[:2], "扫码看网页"
    footer = re.escape(squeezed("".join(first))) + ".*?" + last
    return re.sub(footer, "", squeezed(text)).replace(squeezed(str(poster.data["running"])), "")


def poppler(pdf: bytes, *options: str) -> str:
    """What pdftotext reads."""
    run = subprocess.run(["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True)
    return run.stdout.decode()


def pages(pdf: bytes) -> int:
    """Number of sheets."""
    return len(PdfReader(BytesIO(pdf)).pages)


class Grey:
    """A rendered sheet as grey values, 0 black to 255 white."""

    def __init__(self, pdf: bytes, dpi: int, page: int = 1) -> None:
        command = ["pdftoppm", "-gray", "-r", str(dpi), "-f", str(page), "-l", str(page), "-"]
        picture = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout
        head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", picture)
        assert head
        self.width, self.height, self.per_mm = int(head[1]), int(head[2]), dpi / 25.4
        self.pixels = picture[head.end() :]

    def row(self, y: int, left: int = 0, right: int | None = None) -> bytes:
        """Pixels of one row from ``left`` to ``right``."""
        return self.pixels[y * self.width + left : y * self.width + (self.width if right is None else right)]

    def darkness(self) -> float:
        """Share of ink on the sheet."""
        return 1 - sum(self.pixels) / 255 / len(self.pixels)


def type_sizes(pdf: bytes) -> dict[float, int]:
    """Mapping type size in points -> number of characters set in it."""
    sizes: dict[float, int] = {}

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        points = round(abs(size * tm[3] * cm[3]), 2)
        if text.strip() and points:
            sizes[points] = sizes.get(points, 0) + len(text.strip())

    for page in PdfReader(BytesIO(pdf)).pages:
        page.extract_text(visitor_text=visit)
    return sizes


def code_place(picture: Grey) -> tuple[int, int, int]:
    """Left, top and width in pixels of the code at the lower right of a sheet; the quiet zone parts it from words."""
    margin = round(12 * picture.width / 210)
    right, bottom, gap = picture.width - margin, picture.height - margin, round(2.5 * picture.per_mm)
    edge = [y for y in range(picture.height // 2, bottom) if min(picture.row(y, right - 14 * gap, right)) < 100]
    tall = max(runs(edge, gap), key=len, default=[0])
    lines = [picture.row(y) for y in range(tall[0], tall[-1] + 1)]
    dark = [x for x in range(picture.width // 2, right) if any(line[x] < 100 for line in lines)]
    columns = runs(dark, gap)[-1] if dark else [0]
    height = tall[-1] - tall[0] + 1
    assert height < 15 * picture.per_mm or abs(columns[-1] - columns[0] + 1 - height) <= 1, "the code is square"
    return columns[0], tall[0], height


def runs(places: list[int], gap: int) -> list[list[int]]:
    """Places that are less than ``gap`` apart, together."""
    runs: list[list[int]] = []
    for place in places:
        if runs and place - runs[-1][-1] < gap:
            runs[-1].append(place)
        else:
            runs.append([place])
    return runs


def code_on(picture: Grey, modules: int) -> list[list[bool]] | None:
    """The matrix of the QR code of a sheet, read at the centre of each module; None without a code."""
    left, top, width = code_place(picture)
    if width < 15 * picture.per_mm:
        return None
    centres = [round((n + 0.5) * width / modules - 0.5) for n in range(modules)]
    return [[picture.row(top + y)[left + x] < 128 for x in centres] for y in centres]


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("虚谷镇便民服务大厅投诉处理制度", ["虚谷镇便民服务大厅", "投诉处理制度"]),
        ("投诉处理制度", ["投诉处理制度"]),
    ],
)
def test_a_title_that_needs_two_lines_breaks_behind_whose_rule_it_is(
    press: Press, title: str, lines: list[str]
) -> None:
    """服务大厅 is not cut in two."""
    printed = poppler(press.print(sheet(title=title), on("a3"))[0]).splitlines()

    assert [line for line in printed if line][1 : len(lines) + 1] == lines


@pytest.mark.parametrize("paper", DPI)
@pytest.mark.parametrize("variant", ["colour", "outline", "ink"])
def test_regulation_text_is_whole_and_in_order(press: Press, paper: str, variant: Variant) -> None:
    """The text of the PDF contains every character of the regulation, in order, and the footer on each sheet."""
    poster = sheet(title="制度 " + HOSTILE[:120], preamble=HOSTILE, articles=[{"heading": HOSTILE, "text": HOSTILE}])
    pdf = press.print(poster, on(paper, variant))[0]
    read = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]
    assert all(missing_in_order(footer_words(poster), text) == [] for text in read)
    for text in (poppler(pdf, "-raw"), "".join(read)):
        assert missing_in_order(body_words(poster), flow(poster, text)) == []


@pytest.mark.parametrize("text", ["普通文字", HOSTILE])
@pytest.mark.parametrize("paper", ["a4", "a1"])
def test_guide_text_is_whole_and_in_order(press: Press, paper: str, text: str) -> None:
    """The text of the PDF contains every string of the guide, in order, over all its sheets."""
    poster = guide(text=text)
    pdf = press.print(poster, on(paper))[0]
    assert len(body_words(poster)) > 40
    assert missing_in_order(body_words(poster), poppler(pdf, "-raw")) == []
    assert missing_in_order(body_words(poster), "".join(p.extract_text() for p in PdfReader(BytesIO(pdf)).pages)) == []


def test_no_word_is_lost_when_layout_is_guessed(press: Press) -> None:
    """Plain pdftotext, which guesses columns, still reads each string whole."""
    text = squeezed(poppler(press.print(sheet(), on("a3"))[0]))
    assert [word for word in body_words(sheet()) if squeezed(word) not in text] == []


def test_characters_that_share_a_glyph_stay_themselves(press: Press) -> None:
    """一 and the radical ⼀ look the same in the typeface; the text of the PDF keeps them apart."""
    poster = sheet(articles=[{"text": "一⼀户戶⾔言，·‧・—―…"}])
    assert "一⼀户戶⾔言，·‧・—―…" in squeezed(poppler(press.print(poster, on("a3"))[0], "-raw"))


@pytest.mark.parametrize("paper", get_args(Paper))
def test_page_has_the_size_of_the_paper(press: Press, paper: str) -> None:
    """Every sheet is as large as its paper, upright."""
    for poster in (long_sheet(), guide()):
        for page in PdfReader(BytesIO(press.print(poster, on(paper))[0])).pages:
            millimetres = (float(page.mediabox.width) * 25.4 / 72, float(page.mediabox.height) * 25.4 / 72)
            assert millimetres == pytest.approx(stock_of(paper)[1:3], abs=0.1)


def test_short_regulation_is_one_large_sheet(press: Press) -> None:
    """A short regulation takes one sheet without a mark, in type twice the smallest."""
    pdf = press.print(sheet(), on("a3"))[0]
    assert pages(pdf) == 1
    assert "共" not in poppler(pdf)
    sizes = type_sizes(pdf)
    assert sum(count for size, count in sizes.items() if size > 1.9 * smallest_points(1)) > 50


@pytest.mark.parametrize("paper", DPI)
def test_long_regulation_continues_on_marked_sheets(press: Press, paper: str) -> None:
    """A long regulation takes several sheets, each with its mark, the title, the phone and all of the text."""
    poster = long_sheet()
    pdf = press.print(poster, on(paper))[0]
    total = pages(pdf)
    assert total >= 2
    for number, page in enumerate(PdfReader(BytesIO(pdf)).pages, 1):
        text = squeezed(page.extract_text())
        assert f"第{number}张／共{total}张" in text
        assert "首问负责制度" in text and "监督电话0300-0000112" in text
    shares = [len(page.extract_text()) for page in PdfReader(BytesIO(pdf)).pages]
    assert shares[-1] > 0.3 * shares[1], "the last sheet is not left nearly empty"
    assert missing_in_order(body_words(poster), flow(poster, poppler(pdf, "-raw"))) == []


@pytest.mark.parametrize("paper", DPI)
def test_type_is_never_smaller_than_the_minimum(press: Press, paper: str) -> None:
    """However much there is to say, the text is legible from its distance, and everything in the hand."""
    crowded = sheet(
        title="长" * 200, issuer="某单位" * 60, articles=[{"text": "字" * 5000, "items": [{"text": "项" * 900}]}]
    )
    for poster in (crowded, long_sheet(), guide(text=HOSTILE, steps=30)):
        sizes = type_sizes(press.print(poster, on(paper))[0])
        assert min(sizes) >= IN_THE_HAND - 0.01
        least = smallest_points(poster.layout.distance) - 0.01
        assert sum(count for size, count in sizes.items() if size >= least) >= 0.95 * len("".join(body_words(poster)))


def test_smallest_type_follows_from_the_distance() -> None:
    """22.5 points a metre, whatever the paper; in the hand never below 14."""
    assert [smallest_points(metres) for metres in (0.3, 0.6, 1, 1.5, 3)] == [14.0, 14.0, 22.5, 33.8, 67.5]


@pytest.mark.parametrize(("metres", "said"), [(0.5, 0.6), (1, 1), (2, 2)])
def test_sheet_says_from_how_far_it_can_be_read(press: Press, metres: float, said: float) -> None:
    """At least from the distance that was asked for, which a long text does not exceed by much."""
    text = poppler(press.print(long_sheet(), replace(on("a2"), distance=metres))[0])
    found = re.search(r"适合([0-9.]+)米内阅读（老年人([0-9.]+)米）", squeezed(text))
    assert found and said <= float(found[1]) < 1.3 * said
    assert float(found[2]) == pytest.approx(float(found[1]) * 22.5 / 32, abs=0.1)


def test_larger_paper_needs_fewer_sheets(press: Press) -> None:
    """It is not used up by larger type."""
    counts = [pages(press.print(long_sheet(30), on(paper))[0]) for paper in ("a3", "a2", "a1")]
    assert counts == sorted(set(counts), reverse=True)


@pytest.mark.parametrize("paper", DPI)
@pytest.mark.parametrize("variant", ["colour", "outline", "ink"])
def test_nothing_leaves_the_frame(press: Press, paper: str, variant: Variant) -> None:
    """Outside the frame the paper is blank on every sheet, whatever the text."""
    wide = [{"text": word * 150} for word in ("W", "_", "。", "—", "https://a.example/")]
    posters = (sheet(title="W" * 200, articles=wide), long_sheet(), guide(text=HOSTILE + "W" * 90, steps=20))
    for poster in posters:
        pdf = press.print(poster, on(paper, variant))[0]
        for number in range(1, pages(pdf) + 1):
            picture = Grey(pdf, 30, number)
            blank = int(8 * stock_of(paper).width / 210 * picture.per_mm)
            assert all(
                min(picture.row(y)) == 255 for y in (*range(blank), *range(-blank + picture.height, picture.height))
            )
            for y in range(picture.height):
                assert min(picture.row(y, 0, blank) + picture.row(y, picture.width - blank)) == 255


@pytest.mark.parametrize("paper", DPI)
def test_words_stand_between_the_margins_and_above_the_footer(press: Press, paper: str) -> None:
    """Every word lies between the side margins, and no line of the text runs into the footer."""
    for poster in (
        sheet(articles=[{"text": "W" * 300}]),
        sheet(articles=[{"text": "规矩，" * n} for n in range(9, 22)]),
    ):
        pdf = press.print(poster, on(paper))[0]
        boxes = re.findall(r'xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">(.*?)</word>', poppler(pdf, "-bbox"))
        width = stock_of(paper).width / 25.4 * 72
        margin = 17.5 / 210 * width
        half = smallest_points(1)  # The blank half of a comma at the end of a line may stand out.
        assert all(float(box[0]) >= margin - 1 and float(box[2]) <= width - margin + half for box in boxes)
        footer = max(float(box[1]) for box in boxes if box[4] == "虚谷镇便民服务大厅")
        text = [float(box[1]) for box in boxes if re.match("W{3}|规矩", box[4])]
        assert text and max(text) < footer - smallest_points(1)


@pytest.mark.parametrize("paper", DPI)
@pytest.mark.parametrize("long", [False, True])
def test_code_on_the_sheet_is_the_code_of_the_address(press: Press, paper: str, long: bool) -> None:
    """The QR code, as printed on every sheet, is the code of the address, module by module."""
    poster = long_sheet() if long else sheet()
    expected = segno.make(f"{URL}?v={poster.version}", error="m", micro=False)
    matrix = [[bool(cell) for cell in row] for row in expected.matrix]
    pdf = press.print(poster, on(paper))[0]
    for number in range(1, pages(pdf) + 1):
        assert code_on(Grey(pdf, DPI[paper], number), len(matrix)) == matrix


@pytest.mark.parametrize("paper", DPI)
def test_code_ends_where_the_text_does(press: Press, paper: str) -> None:
    """At the end of the rule over the footer."""
    picture = Grey(press.print(sheet(), on(paper))[0], DPI[paper])
    left, top, width = code_place(picture)
    frame = round(12 * picture.width / 210)
    rows = [picture.row(y, frame, picture.width - frame) for y in range(top - round(20 * picture.per_mm), top)]
    rule = max(rows, key=lambda row: sum(value < 160 for value in row))
    end = frame + max(x for x, value in enumerate(rule) if value < 160)

    assert left + width == pytest.approx(end, abs=0.6 * picture.per_mm)


@pytest.mark.parametrize("paper", DPI)
def test_code_is_large_enough_and_has_its_quiet_zone(press: Press, paper: str) -> None:
    """The code of a wall sheet is 50 mm wide from A3 on, 30 mm on less; four modules around it are white."""
    picture = Grey(press.print(sheet(), on(paper))[0], DPI[paper])
    left, top, width = code_place(picture)
    assert width / picture.per_mm >= (49.5 if paper in ("a3", "a1") else 29.5)
    quiet = int(3.7 * width / segno.make(sheet().scanned, error="m", micro=False).symbol_size(border=0)[0])
    for y in range(top - quiet, top + width + quiet):
        inside = top <= y < top + width
        ring = picture.row(y, left - quiet, left) + picture.row(y, left + width + 1, left + width + quiet)
        assert min(ring if inside else picture.row(y, left - quiet, left + width + quiet)) > 200


def test_sheet_for_a_print_shop_goes_over_the_edge(press: Press) -> None:
    """The trim box is the paper, 8 mm inside; within it the sheet is as on paper, outside are marks alone."""
    plain = press.print(sheet(), on("a3"))[0]
    bled = press.print(sheet(), replace(on("a3"), bleed=True))[0]
    page = PdfReader(BytesIO(bled)).pages[0]
    edge = 8 / 25.4 * 72

    assert [float(side) for side in page.trimbox] == pytest.approx(
        [edge, edge, float(page.mediabox.width) - edge, float(page.mediabox.height) - edge], abs=0.1
    )
    inner, outer = Grey(plain, 127), Grey(bled, 127)
    shift = 40  # 8 mm at 5 pixels for each
    middle = inner.height // 2
    sides = [
        [x for x, grey in enumerate(picture.row(y)) if grey < 250]
        for picture, y in ((inner, middle), (outer, middle + shift))
    ]
    assert [sides[1][0] - shift, sides[1][-1] - shift] == pytest.approx([sides[0][0], sides[0][-1]], abs=1)
    for y in range(10, inner.height - 10, 7):
        pairs = zip(inner.row(y)[10:-10], outer.row(y + shift)[shift + 10 :], strict=False)
        assert sum(abs(one - other) for one, other in pairs) < 4 * inner.width, "but for edges of glyphs the same"
    assert min(outer.row(shift)) < 100 and min(outer.row(shift // 2)[shift + 10 : -shift - 10]) == 255


def test_no_code_without_an_address(press: Press) -> None:
    """A poster without an address has neither a code nor its caption."""
    pdf = press.print(sheet(url=None), on("a3"))[0]
    assert code_on(Grey(pdf, 110), 29) is None
    assert "扫码" not in poppler(pdf)
    assert code_on(Grey(press.print(sheet(), on("a3"))[0], 110), 33) is not None


def head_and_text(pdf: bytes) -> float:
    """Share of ink on the first sheet down to the footer, where the code is dark in every variant."""
    picture = Grey(pdf, 40)
    pixels = picture.pixels[: code_place(picture)[1] * picture.width]
    return 1 - sum(pixels) / 255 / len(pixels)


def test_ink_saving_variant_uses_far_less_ink(press: Press) -> None:
    """The ink-saving variant takes less than half the ink and says the same words."""
    for poster in (sheet(), guide()):
        full, outline, lean = (press.print(poster, on("a3", saving))[0] for saving in ("colour", "outline", "ink"))
        assert head_and_text(outline) < 0.6 * head_and_text(full)
        assert head_and_text(lean) < 0.5 * head_and_text(full)
        assert sorted(squeezed(poppler(lean, "-raw"))) == sorted(squeezed(poppler(full, "-raw")))


@pytest.mark.parametrize("format", ["pdf", "png", "svg"])
def test_missing_character_is_named(press: Press, format: str) -> None:
    """A character that the typeface lacks stops the poster in every format; the message names each of them."""
    poster = sheet(articles=[{"text": "笑脸😀，私用\ue000，藏文བོད"}])
    with pytest.raises(PosterError) as error:
        press.print(poster, on("a3", format=format))
    assert str(error.value) == (
        "海报《首问负责制度》里有字体没有的字：“😀”（U+1F600）、“\ue000”（U+E000）、“བ”（U+0F56）、“ོ”（U+0F7C）、“ད”（U+0F51），"
        "在“笑脸😀，私用\ue000，藏文བོད”里。请换一个字，或者换用有这个字的字体。"
    )


def test_missing_character_in_the_name_of_the_hall_is_said_to_be_there(press: Press) -> None:
    """It stands on every sheet, and is put right in one place."""
    hall = SITE.model_copy(update={"hall": SITE.hall.model_copy(update={"name": "བོད虚谷镇大厅"})})
    with pytest.raises(PosterError, match=r"^大厅名称（site.yml 的 hall.name）里有字体没有的字：“བ”（U\+0F56）"):
        press.print(sheet(site=hall), on("a3"))


SCRIPTS = {
    "Tibetan": "བོད་ཡིག",
    "Uyghur": "ئۇيغۇرچە",
    "Mongolian": "ᠮᠣᠩᠭᠣᠯ",
    "Yi": "ꆈꌠꁱꂷ",
    "Dai of Dehong": "ᥖᥭᥰᥖᥬᥲ",
    "Dai of Xishuangbanna": "ᦑᦺᦟᦹᧉ",
    "Dai of Xishuangbanna, the old script": "ᨴᩱᨶ᩠ᨿᩬᨶ",
}
"""What people write in China besides Chinese, each in its own letters."""


@pytest.mark.parametrize("script", SCRIPTS)
def test_script_of_a_minority_is_printed_or_its_typeface_is_named(press: Press, script: str) -> None:
    """In the name of the hall and in an article: where the computer has the faces, nothing is missing; where it has not,
    the message says which package has them, and who has put them in later needs do nothing else.
    """
    named = SITE.model_copy(update={"hall": SITE.hall.model_copy(update={"name": f"{SCRIPTS[script]}虚谷镇大厅"})})
    posters = (sheet(site=named), sheet(articles=[{"text": f"也写作{SCRIPTS[script]}"}]))
    for poster in posters:
        with pytest.raises(PosterError, match=r"安装有这些字的字体（Noto 字体；Debian 上是 fonts-noto-core）。$"):
            press.print(poster, on("a3"))

    with_faces = Press(find_fonts(), TEMPLATES)
    if any(Path("/usr/share/fonts/truetype/noto").glob("NotoSansTaiLe-*.ttf")):  # one of the package stands for all
        assert all(with_faces.print(poster, on("a3")) for poster in posters)
    else:
        with pytest.raises(PosterError, match="fonts-noto-core"):
            with_faces.print(posters[0], on("a3"))


def test_ticks_come_from_another_face(press: Press) -> None:
    """Boxes and ticks, which the typeface lacks, are printed wherever typst runs, and as pictures, too."""
    poster = sheet(articles=[{"text": "打勾☐✔☑，Łódź⁰"}])
    assert "☐✔☑，Łódź⁰" in squeezed(poppler(press.print(poster, on("a3"))[0], "-raw"))
    assert press.print(poster, on("a3", format="png"))


def test_rare_characters_are_printed_or_named(press: Press) -> None:
    """𠮷, 䶮 and 㛃 are printed; 𰻝, which the typeface lacks, is named."""
    assert "𠮷䶮㛃" in poppler(press.print(sheet(title="𠮷䶮㛃制度"), on("a3"))[0])
    with pytest.raises(PosterError, match="“𰻝”（U\\+30EDD）"):
        press.print(sheet(title="𰻝制度"), on("a3"))


def test_a_broken_template_is_a_message(tmp_path: Path) -> None:
    """A template that cannot be set is reported in Chinese, as a PosterError."""
    shutil.copytree(TEMPLATES, tmp_path / "posters")
    (tmp_path / "posters" / "regulation.typ").write_text("#no-such-thing()")
    with pytest.raises(PosterError, match=r"海报《首问负责制度》排不出来：.*unknown variable"):
        Press(find_fonts(), tmp_path / "posters").print(sheet(), on("a3"))


def test_press_needs_a_face(tmp_path: Path) -> None:
    """A press without a usable face says so; an empty file with the right name does not deceive it."""
    (tmp_path / "NotoSansCJKsc-Regular.otf").write_bytes(b"")
    with pytest.raises(FontsMissing, match="没有能用的简体中文字体"):
        Press(tmp_path, TEMPLATES)


@pytest.mark.parametrize("format", ["pdf", "png", "svg"])
def test_two_prints_are_identical(press: Press, format: str) -> None:
    """Printing again, on another press, gives the same bytes."""
    again = Press(find_fonts(), TEMPLATES)
    for poster in (sheet(), guide()):
        printing = on("a4", format=format)
        assert press.print(poster, printing) == again.print(poster, printing)


def test_pdf_declares_archive_and_accessibility(press: Press) -> None:
    """The PDF is PDF/A-2a and PDF/UA-1, with title, language, date of the record and alternative text of the code."""
    with pikepdf.open(BytesIO(press.print(sheet(), on("a3"))[0])) as pdf:
        with pdf.open_metadata() as metadata:
            assert metadata["pdfaid:part"] + metadata["pdfaid:conformance"] == "2A"
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "首问负责制度"
            assert metadata["xmp:CreateDate"].startswith("2026-04-01")
        assert str(pdf.Root.Lang) == "zh-CN"
        assert pdf.Root.MarkInfo.Marked
        described = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
        assert [str(item.Alt) for item in described] == [f"二维码，内容是网址 {URL}"]


def test_pictures_have_one_item_a_sheet(press: Press) -> None:
    """PNG and SVG come as one item for each sheet, PDF as one item for all."""
    poster = long_sheet()
    total = pages(press.print(poster, on("a3"))[0])
    for format, head in (("png", b"\x89PNG"), ("svg", b"<svg")):
        made = press.print(poster, on("a3", format=format))
        assert len(made) == total
        assert all(item.startswith(head) for item in made)


@pytest.mark.parametrize("paper", DPI)
def test_thumbnail_is_small(press: Press, paper: str) -> None:
    """A thumbnail is the first sheet as a PNG 270 pixels wide, below 60 KB even when the sheet is full."""
    for poster in (long_sheet(), guide(text=HOSTILE)):
        picture = press.thumbnail(poster, on(paper))
        assert picture.startswith(b"\x89PNG") and int.from_bytes(picture[16:20], "big") in (270, 271)
        assert len(picture) < 60_000


def test_digest_follows_everything_that_a_sheet_says() -> None:
    """Equal sheets have equal digests; another text, address, date or picture is another digest."""
    base = sheet()
    assert re.fullmatch("[0-9a-f]{64}", base.digest)
    assert sheet().digest == base.digest
    others = [
        sheet(title="首问责任制度"),
        sheet(url=None),
        replace(base, dated=None),
        replace(base, pictures=(Picture("每月办结", "<svg/>", "每月办结件数"),)),
    ]
    assert len({base.digest, *(other.digest for other in others)}) == len(others) + 1


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({}, None),
        ({"status": "试行"}, None),
        ({"status": "废止"}, "已经废止"),
        ({"articles": []}, "还没有条文"),
        ({"gaps": [{"kind": "占位", "where": "第六条"}]}, "第六条占位"),
    ],
)
def test_incomplete_regulation_is_not_hung(fields: dict[str, object], reason: str | None) -> None:
    """A regulation without text, with gaps, or abolished has no poster, and the reason is given."""
    assert obstacle(regulation(**fields)) == reason
    if reason:
        with pytest.raises(PosterError) as error:
            sheet(**fields)
        assert str(error.value) == f"《首问负责制度》不印海报：{reason}"


def test_unknown_facts_read_as_such(press: Press) -> None:
    """What the hall has not said is printed as 待补充, never left out or made up."""
    poster = sheet(site=BARE, url=None, issuer=None, effective=None, preamble=None)
    text = squeezed(poppler(press.print(poster, on("a3"))[0], "-raw"))
    assert "制定单位待补充施行日期待补充监督电话待补充" in text
    bare = guide(time_limits=None, fee=None, conditions=[], materials=[], situations=[], result=None)
    text = squeezed(poppler(press.print(bare, on("a4"))[0], "-raw"))
    for words in (
        "要多久待补充",
        "法定时限：待补充",
        "多少钱待补充",
        "受理条件待补充",
        "所需材料待补充",
        "办理结果待补充",
    ):
        assert words in text


def test_undecided_days_show_both_readings() -> None:
    """While the hall has not said which days it counts, the guide prints both readings."""
    assert "20个工作日／20个自然日" in body_words(guide())


def test_abolished_service_says_so_and_asks_for_nothing(press: Press) -> None:
    """The poster of an abolished service gives state, date and reason, and no materials or steps."""
    poster = guide(status={"state": "取消", "since": "2020-01-01", "reason": "政策到期"})
    text = squeezed(poppler(press.print(poster, on("a4"))[0], "-raw"))
    assert "已取消（自2020-01-01起）政策到期" in text
    assert "所需材料" not in text and "居民身份证" not in text


def test_many_fees_have_a_section_of_their_own(press: Press) -> None:
    """They stand over the width of the sheet, each with what it rests on; two of them fit in their cell."""
    items = [{"name": f"费{n}", "standard": f"每件{n}元", "basis": f"文件{n}"} for n in range(1, 9)]

    many = squeezed(poppler(press.print(guide(fee={"items": items}), on("a4"))[0], "-raw"))
    assert "分8项收费" in many and "费1每件1元收费依据：文件1" in many and "费8每件8元收费依据：文件8" in many
    two = squeezed(poppler(press.print(guide(fee={"items": items[:2]}), on("a4"))[0], "-raw"))
    assert "项收费" not in two and "费2每件2元" in two


def test_tibetan_breaks_between_syllables() -> None:
    """Their marks part it, where it has no spaces; a Latin word as long may break anywhere."""
    assert breakable_runs("མི་དམངས་ལ་སྟབས་བདེའི་ཞབས་ཞུའི་ཁང་།") == []
    assert breakable_runs("a" * 24) == ["a" * 24]


def test_list_of_phones_is_no_long_word(press: Press) -> None:
    """Chinese punctuation parts it: no number is broken, and no line begins with a mark."""
    phones = "、".join(f"0300-00001{number:02}" for number in range(40))
    text = f"电话：{phones}；{phones.replace('、', '；')}。"
    assert breakable_runs(text) == []

    poster = regulation_sheet(regulation(articles=[{"text": text}]), SITE, None)
    lines = poppler(press.print(poster, on("a4"))[0], "-layout").split("\n")
    shown = [line.removeprefix("第一条").strip() for line in lines if "0300-00001" in line and "版本" not in line]
    assert len(shown) > 10
    assert not [line for line in shown if line[0] in "、；" or line[-1] not in "、；。"]


def test_numbers_stay_with_their_units() -> None:
    """Phones, times, dates, document numbers and counts are whole, with the marks around them."""
    text = (
        "电话0300-0000100、0000101转8001，010-00000000 转 2，12345转1，+86 300 0000100。上午8:30—12:00，"
        "自2026年9月15日起的30个工作日（满60岁的10年），虚政发〔2026〕2号、国务院令第649号，交5.5元；第12条，2026年的，"
        "电话：0300-0000100，虚谷镇服务大厅4号窗口，周一至周五上午8:30—12:00"
    )
    assert kept_whole(text) == [
        "话0300-0000100、", "0000101转8001，", "010-00000000 转 2，", "12345转1，", "+86 300 0000100。", "上午8:30—12:00，",
        "自2026年9月15日", "的30个工作日", "（满60岁", "的10年），", "政发〔2026〕2号、", "院令第649号，", "交5.5元；", "第12条，", "2026年",
        "电话：0300-0000100，", "大厅4号窗口，", "上午8:30—12:00",
    ]  # fmt: skip


def test_no_line_parts_a_number_from_its_unit(press: Press) -> None:
    """However wide the column is: a line never ends with a figure and goes on with its unit, or begins with a mark."""
    text = "".join(
        f"自{2000 + n}年{n % 12 + 1}月{n + 1}日起满{n + 50}岁的，{'按' * (n % 5)}每次领{n}5元（{n}0年内）；"
        for n in range(28)
    )
    lines: list[str] = []
    for paper in ("a4", "a3", "60x90"):
        pdf = press.print(regulation_sheet(regulation(articles=[{"text": text}]), SITE, None), on(paper))[0]
        lines += [line.strip() for line in poppler(pdf, "-layout").split("\n") if re.search("[满领起]", line)]
    assert len(lines) > 60
    assert not [line for line in lines if re.match("[年月日岁元，；）]", line.removeprefix("第一条").strip())]


@pytest.mark.parametrize("work", ["a sheet", "how a sheet would come out", "an icon"])
def test_what_is_typeset_here_is_known(work: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Copies of the process would wait for ever for threads that they have not: presses start in new processes then."""
    press = Press(find_fonts(), TEMPLATES)
    monkeypatch.setattr(Press, "worked_here", False)
    if work == "an icon":
        icon_picture(TEMPLATES.parent / "offline" / "icon.typ", b"no picture", "#112233", 64, 31)
    elif work == "a sheet":
        press.thumbnail(sheet(), on("a3"))
    else:
        press.extent(sheet(), on("a3"))

    assert Press.worked_here
    assert not Posters(find_fonts(), TEMPLATES).inherit
