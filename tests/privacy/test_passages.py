"""passages: every way in which a text stands in a file is read, and what is found is placed where it stands."""

import base64
import gzip
import io
import json
import re
import struct
import zipfile
from zlib import crc32

import icalendar
import pytest
from pdf_builder import page, shown

from generator.privacy import archives, find
from generator.privacy import passages as passages_module
from generator.privacy.finding import Unreadable
from generator.privacy.passages import passages

CANARY = "金丝雀7Q"
"""A value that nothing else contains."""


def seen(name: str, data: bytes, value: str = CANARY) -> list[tuple[str, int, int]]:
    """Part, line and column of every passage that shows ``value``."""
    found: list[tuple[str, int, int]] = []
    for passage in passages(name, data):
        text = passage.text
        if value in text:
            found.append((passage.part, *passage.place(text.index(value))))
    return found


def zipped(files: dict[str, bytes]) -> bytes:
    """A zip archive of ``files``."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return stream.getvalue()


HIDDEN = {
    "attribute": '<p>\n<a title="金丝雀7Q">x</a></p>',
    "comment": "<p>\n<!-- > 金丝雀7Q --></p>",
    "hidden text": "<p>\n<span hidden>金丝雀7Q</span></p>",
    "script": "<script>\n var a = '金丝雀7Q'</script>",
    "style": "<style>\n p::after { content: '金丝雀7Q' }</style>",
    "split tags": "<p>\n金<b class='x>y'>丝</b><i>雀</i><!-- no -->7<span>Q</span></p>",
    "split by a tag over lines": "<p>\n金<b\n class=x>丝</b>雀7Q",
    "entities": "<p>\n&#37329;&#x4E1D;雀7&#81;</p>",
    "entities and tags": "<p>\n&#37329;<b>&#x4E1D;</b>雀7&#81;</p>",
    "address": "<p>\n<a href='?q=%E9%87%91%E4%B8%9D%E9%9B%807Q'>x</a>",
    "unclosed tag": "<p>\n<a title='金丝雀7Q",
    "unclosed comment": "<p>\n<!-- 金丝雀7Q",
}


@pytest.mark.parametrize("html", HIDDEN.values(), ids=HIDDEN)
def test_markup_hides_nothing(html: str) -> None:
    """Whatever a page does with a text, one of its readings shows it whole, and places it on its line."""
    found = seen("a/index.html", html.encode())

    assert found
    assert {line for _, line, _ in found} == {2}


def test_place_is_that_of_the_first_character() -> None:
    """Line and column are those of the source, however much was rewritten before."""
    html = "<p>&amp;&amp;</p>\n<td>一</td><td>&lt;<b>金</b>丝<i>雀</i>7&#81;</td>"

    assert seen("x.html", html.encode()) == [("", 2, html.split("\n")[1].index("金") + 1)]


def test_cells_and_paragraphs_stay_apart() -> None:
    """Tags that end a cell or a line leave a mark between the texts; tags within a line leave none."""
    texts = [passage.text for passage in passages("x.html", b"<tr><td>1</td> <td>2<b>3</b></td></tr><br>4")]

    assert texts[-1] == "┆\x1f1\x1f23\x1f┆\n4"


@pytest.mark.parametrize(
    "text",
    [
        json.dumps({CANARY: 1}),
        json.dumps({"a": [CANARY]}, ensure_ascii=False),
        '{"a": "金\\/丝雀7Q"}'.replace("\\/", ""),
        "var a = '\\u{91d1}\\u4e1d\\u96c0\\x37Q'",
    ],
)
def test_escapes_are_read(text: str) -> None:
    r"""JSON keys and values, and \u, \u{} and \x in scripts, are read as what they mean."""
    assert seen("x.json", text.encode())


def test_escape_of_every_number_is_read_as_json_reads_it() -> None:
    """Halves of a character too, which stand alone only where something is wrong."""
    escapes = [f"\\u{code:04{form}}" for code in range(0x10000) for form in "xX"]
    text = "~".join(escapes)

    assert [*passages("a.js", text.encode())][1].text == json.loads(f'"{text}"')


@pytest.mark.parametrize(
    "text", ["<p>a</p>", "<p>\n <b>x</b> </p>\n<br/>1", "a < b <i>c</i><", "<a href='>'>1</a>  <!--x-->2"]
)
def test_neighbouring_tags_are_one_break(text: str) -> None:
    """Blocks, with the space between and behind them, part a text once."""
    tag = r"<[A-Za-z/!?](?:[^<>\"']*(?:\"[^\"<]*\"[^<>\"']*|'[^'<]*'[^<>\"']*)*>|[^<>]*>)"
    assert passages_module._BLOCK.sub("|", text) == re.sub(rf"(?:{tag}\s*)+", "|", text)


@pytest.mark.parametrize("tag", ["<br>", "<br/>", "<BR />", '<br class="x">'])
def test_a_break_within_a_paragraph_is_the_end_of_a_line(tag: str) -> None:
    """A number may go on behind it; the end of a cell is another mark."""
    html = f"<p>139000{tag}01234</p><td>5</td>"
    assert any("139000\n01234\x1f5\x1f" in passage.text for passage in passages("a.html", html.encode()))


def test_a_quoted_line_of_yaml_that_goes_on_is_read_as_one() -> None:
    """A backslash at its end joins it to the next without its indent."""
    assert seen("a.yml", 'x: "金丝\\\n   雀7Q"'.encode()) == [("", 1, 5)]


def test_characters_beyond_the_first_plane_are_read() -> None:
    """Two escapes that stand for one character become that character."""
    assert seen("x.json", json.dumps("\U0001d7cf").encode(), "\U0001d7cf") == [("", 1, 2)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_encodings_are_recognised(encoding: str) -> None:
    """A text file is read in any encoding that a clerk's computer writes."""
    assert seen("x.csv", f"甲,乙\n丙,{CANARY}\n".encode(encoding)) == [("", 2, 3)]


def test_name_is_a_passage() -> None:
    """The name of a file is searched too, also where it is written with percent signs."""
    assert seen(f"a/{CANARY}.pdf", b"") == [("name", 1, 3)]
    assert seen("a/%E9%87%91%E4%B8%9D%E9%9B%807Q.html", b"") == [("name", 1, 3)]


def test_data_addresses_are_opened() -> None:
    """What is packed into a page as base64 is read as the file it is, at the line of the page."""
    svg = f"<svg><text>{CANARY}</text></svg>".encode()
    html = f'<p>\n<img src="data:image/svg+xml;base64,{base64.b64encode(svg).decode()}">'

    assert {(part, line) for part, line, _ in seen("x.html", html.encode())} == {("data", 2)}


@pytest.mark.parametrize("before", ["data:;base64,", "DATA:text/plain;BASE64,", "data:text/plain;a='b c';base64,"])
def test_data_addresses_are_opened_however_they_are_written(before: str) -> None:
    """In capitals, without a type, over several lines and with percent signs."""
    packed = base64.b64encode(f"a long line of text, {CANARY}".encode()).decode()
    written = f"{packed[:20]}\n{packed[20:30]}%{ord(packed[30]):02X}{packed[31:]}"

    assert "data" in {part for part, _, _ in seen("x.html", f'<img src="{before}{written}">'.encode())}


def test_escapes_in_a_script_of_a_page_are_read() -> None:
    r"""A number may stand in the data of a page as \\u0031."""
    assert seen("x.html", rb'<script type="application/json">{"a":"\u91d1\u4e1d\u96c07Q"}</script>')


@pytest.mark.parametrize("place", ["folder", "comment", "extra"])
def test_words_of_an_archive_are_read(place: str) -> None:
    """The names of empty folders, and comments and fields of single files, are no place to hide."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        info = zipfile.ZipInfo(f"{CANARY}/" if place == "folder" else "a.txt")
        info.comment = CANARY.encode() if place == "comment" else b""
        info.extra = struct.pack("<HH", 0x9999, len(CANARY.encode())) + CANARY.encode() if place == "extra" else b""
        archive.writestr(info, b"")

    assert {part for part, _, _ in seen("x.zip", target.getvalue())} == {"names"}


def test_bytes_outside_the_files_of_an_archive_are_refused() -> None:
    """Before, between and behind the files of a zip, and behind a gzip file, nobody would look."""
    archive, packed = zipped({"a.txt": b"x"}), gzip.compress(b"x")
    hidden = b"PK\x03\x04" + bytes(26) + CANARY.encode()

    assert list(passages("x.zip", archive))
    for data in (hidden + archive, archive + CANARY.encode(), packed + gzip.compress(CANARY.encode())):
        with pytest.raises(Unreadable):
            list(passages("x", data))


@pytest.mark.parametrize("order", [("a.pdf", "b.txt"), ("b.txt", "a.pdf")])
def test_archive_with_a_pdf_is_read_as_an_archive(order: tuple[str, str]) -> None:
    """A PDF that a zip holds as it is, so near the beginning that the zip looks like one, hides no other file."""
    files = {"a.pdf": page(shown(b"(canary 7Q)")), "b.txt": CANARY.encode()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in order:
            packing = zipfile.ZIP_STORED if name == "a.pdf" else zipfile.ZIP_DEFLATED
            archive.writestr(name, files[name], packing)

    assert b"%PDF-" in target.getvalue()[:1024]
    assert seen("x.zip", target.getvalue()) == [("b.txt", 1, 1)]
    assert {part.partition("!")[0] for part, _, _ in seen("x.zip", target.getvalue(), "canary 7Q")} == {"a.pdf"}


@pytest.mark.parametrize("place", ["extra", "beyond the length"])
def test_pdf_between_the_words_of_an_archive_is_refused(place: str) -> None:
    """What no file of the zip holds would open as a PDF under another name, so it is read as one."""
    document, name = page(shown(b"(canary 7Q)")), b"a.txt"
    kept = document if place == "extra" else b""
    content = b"" if place == "extra" else b"x" + document
    length = 0 if place == "extra" else 1
    sizes = struct.pack("<III", crc32(content[:length]), len(content), length)
    begin = b"PK\3\4" + struct.pack("<HHHHH", 20, 0, 0, 0, 33) + sizes + struct.pack("<HH", len(name), len(kept))
    entry = b"PK\1\2" + struct.pack("<HHHHHH", 20, 20, 0, 0, 0, 33) + sizes
    entry += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    files = begin + name + kept + content
    data = files + entry + b"PK\5\6" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(files), 0)

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.read("a.txt") == content[:length]
    with pytest.raises(Unreadable):
        list(passages("x.zip", data))


def test_drawings_are_not_numbers() -> None:
    """The path of a drawing is no text; anything longer than a coordinate keeps it in."""
    texts = [
        passage.text for passage in passages("x.svg", b'<svg><path d="M10 20v-6h4v6h5v-8h3L12 3 2 12h3v8z"/></svg>')
    ]
    assert not [text for text in texts if "M10" in text]
    assert seen("x.svg", b'<svg><path d="M1101011990 z"/></svg>', "1101011990")


def test_styling_is_not_text() -> None:
    """Lengths, colours and words of CSS are taken out of markup; a style with anything else stays whole."""
    plain = '<p style="margin:0 auto 1.5em;line-height:1.75;border-left:4px solid #8f1d1d;font-weight:bold;">'
    cell = '<td style="border:1px solid #999;padding:6px;border-collapse:collapse;vertical-align:top">'
    assert [passage.text for passage in passages("x.html", (plain + cell).encode())][
        1
    ] == '<p style="0px"><td style="0px">'
    for said in (
        "padding:1101px",
        "margin:1101px 0119px;",
        "margin:138px 001 380px;",
        "margin:1 3 8 0 0;",
        "line-height:1.75 1.38;",
        "color:#1101;",
        "color:#13800",
        "margin:1 3",
        "margin:1 3 8",
        "color:#1101190;",
        "font-weight:金丝雀7Q;",
        "font-weight:zhangsan;",
        "content:bold;",
        "margin:0;/*金丝雀7Q*/",
        "margin:0;--note:0;",
    ):
        assert seen("x.html", f'<p style="{said}">'.encode(), said)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("masked-id", f'<tr style="color:#fff;"513701{"*" * 8}1234>'),
        ("passport", '<br style="color:#fff;"E' + "10203040>"),
        ("mobile", '第1 style="color:#fff;"138' + "00001234"),
    ],
)
def test_styling_keeps_apart_what_it_stands_between(kind: str, text: str) -> None:
    """What follows a style with no space between is no part of what stands in front of it."""
    assert kind in {hit.kind for passage in passages("x.md", text.encode()) for hit in find(passage.text)}


def test_office_documents_are_opened() -> None:
    """Word and Excel split a text into runs; it is read whole."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    xml = f"<w:document {space}><w:p><w:r><w:t>金丝</w:t></w:r><w:r><w:t>雀7Q</w:t></w:r></w:p></w:document>"

    assert {part for part, _, _ in seen("x.docx", zipped({"word/document.xml": xml.encode()}))} == {"word/document.xml"}


def test_containers_within_containers_are_opened() -> None:
    """A zip within a zip, and gzip, are read; the part says the way."""
    inner = zipped({"a.txt": CANARY.encode()})

    assert seen("x.zip", zipped({"b.zip": inner})) == [("b.zip!a.txt", 1, 1)]
    assert seen("x.gz", gzip.compress(CANARY.encode())) == [("content", 1, 1)]
    assert seen("x.zip", zipped({f"{CANARY}.txt": b"x"})) == [(f"{CANARY}.txt!name", 1, 1)]


def test_binary_files_show_their_strings() -> None:
    """The words in a file of unknown kind are read, and the rest is said to be unreadable."""
    found = passages("x.bin", b"\0\1\2 call 1234567\0\0\3")

    assert [next(found).text for _ in range(2)] == ["x.bin", " call 1234567"]
    with pytest.raises(Unreadable):
        list(found)


def test_bombs_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """What unpacks to more than the limit, or nests without end, is unreadable, not clean."""
    monkeypatch.setattr(archives, "MAX_UNPACKED", 1_000)
    nest = b"x"
    for _ in range(8):
        nest = zipped({"a.zip": nest})

    for data in (zipped({"a.txt": b" " * 2_000}), gzip.compress(b" " * 2_000), nest):
        with pytest.raises(Unreadable):
            list(passages("x", data))


@pytest.mark.parametrize("data", [b"PK\x03\x04 damaged", b"\x1f\x8b damaged", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0"])
def test_what_cannot_be_read_is_said(data: bytes) -> None:
    """Damaged archives and old Word files are not taken for clean ones."""
    with pytest.raises(Unreadable):
        list(passages("x", data))


def calendar(summary: str) -> bytes:
    """A calendar as the library writes it, which folds lines after 75 bytes."""
    event = icalendar.Event()
    event.add("summary", summary)
    made = icalendar.Calendar()
    made.add_component(event)
    return bytes(made.to_ical())


@pytest.mark.parametrize("name", ["a.ics", "calendar.txt"])
def test_calendar_is_read_across_its_folds(name: str) -> None:
    """A value that goes on in the next line is found, wherever its line ends, and placed where it begins."""
    folded = 0
    for before in range(30, 80):
        data = calendar("x" * before + CANARY)
        folded += CANARY.encode() not in data
        ((part, line, _),) = seen(name, data)
        assert part == "" and data.splitlines()[line - 1].startswith((b"SUMMARY", b" "))
    assert folded >= 3


@pytest.mark.parametrize("end", ["\r\n ", "\n\t"])
def test_lines_that_others_fold_are_joined(end: str) -> None:
    """With a tab, and with the ends of lines of other systems."""
    assert seen("a.ics", f"BEGIN:VCALENDAR\nSUMMARY:金丝{end}雀7Q\n".encode())


def test_signs_of_a_calendar_are_read() -> None:
    """A comma in a text has a backslash before it, which is no part of the text."""
    assert seen("a.ics", calendar("甲,乙;丙\n丁"), "甲,乙;丙\n丁") == [("", 3, 9)]
