"""verify: a site with a broken link, a request to elsewhere or a file of the wrong kind is never published."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.publish import verify
from generator.publish.verify import ALLOWED_ENDINGS, Scan, faults, scan_css, scan_html, scan_prose

PAGE = "services/linshi-jiuzhu/index.html"


def judge(html: str, *others: str, site_path: str = "/", address: str = PAGE) -> tuple[str, ...]:
    """Faults of a site that holds the page ``html`` at ``address`` and ``others`` (address, or address=html)."""
    pages = {address: html, **dict(other.partition("=")[::2] for other in others)}
    scans = [scan_prose(path, text, site_path) for path, text in pages.items() if path.endswith(".html")]
    return faults(dict.fromkeys(pages, 1), scans, ())


@pytest.mark.parametrize("site_path", ["/", "/gongshi/"])
def test_quick_scan_of_our_own_pages_sees_what_the_thorough_one_sees(site_path: str) -> None:
    """Markup as the templates write it gives the same scan, whichever way it is read."""
    html = (
        '<link rel="canonical" href="https://hall.example/services/a/"><h1 id="top" class="x">t</h1>'
        '<a href="../../materials/id-card/#x">m</a><img src="../../a.png" alt="1"><form action="../../search/"'
        '></form><a href="tel:12345">12345</a><a href="https://b.example/">b</a>'
        '<script src="https://cdn.example/x.js"></script><p>img src=x onerror=y &lt;a href=&#34;z&#34;&gt;</p>'
    )
    assert scan_html(PAGE, html, site_path) == scan_prose(PAGE, html, site_path)


SCRAPS = (
    "<body>",
    "<article>",
    "</article>",
    ' href="',
    ' id="',
    '"',
    '="',
    "'",
    ">",
    "\n",
    "../",
    "#a",
    "x/",
    "https://b.example/",
)


@given(st.lists(st.sampled_from(SCRAPS)).map("".join), st.sampled_from([PAGE, "index.html", "a/index.html"]))
@settings(max_examples=500)
@example(f'<body><a href="<article>"{SCRAPS[3]}x/">', PAGE)
def test_page_in_pieces_is_scanned_like_a_whole_one(html: str, address: str) -> None:
    """Whatever stands where a page is cut, the scan is that of the page in one piece."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verify, "_pieces", lambda html: (html,))
        whole = scan_html(address, html)

    assert scan_html(address, html) == whole


# --- links within the site -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "link",
    [
        "../../",
        "../..",
        "../../index.html",
        "../../services/",
        "../",
        "..",
        "./",
        ".",
        "",
        "#content",
        "../other/",
        "../other",
        "../other/index.html",
        "../other/#fee",
        "../other/index.html#fee",
        "../../search/?q=%E4%BD%8E%E4%BF%9D",
        "?print=1",
        "/services/other/",
        "/",
        "../other/?a=1&amp;b=2#fee",
    ],
)
def test_link_to_a_page_of_the_site_arrives(link: str) -> None:
    """Relative and absolute links, with folders, files, queries and anchors, lead to what they name."""
    html = f'<main id="content"><a href="{link}">x</a></main>'

    assert (
        judge(html, "index.html", "services/index.html", 'services/other/index.html=<p id="fee">', "search/index.html")
        == ()
    )


@pytest.mark.parametrize(
    ("link", "target"),
    [
        ("../missing/", "services/missing/index.html"),
        ("../missing", "services/missing"),
        ("../../missing.pdf", "missing.pdf"),
        ("/missing/", "missing/index.html"),
        ("../../../outside/", "../outside/index.html"),
        ("../missing/?q=1#top", "services/missing/index.html#top"),
        ("../%E6%95%91%E5%8A%A9/", "services/救助/index.html"),
    ],
)
def test_link_to_nothing_is_a_fault(link: str, target: str) -> None:
    """A link that leads nowhere is named with its page and the address it resolves to."""
    assert judge(f'<a href="{link}">x</a>') == (f"{PAGE}：链接 {target} 没有去处",)


@pytest.mark.parametrize(
    ("link", "target"),
    [("#fee", f"{PAGE}#fee"), ("../other/#steps", "services/other/index.html#steps")],
    ids=["own page", "other page"],
)
def test_link_to_a_missing_anchor_is_a_fault(link: str, target: str) -> None:
    """The page is there, its anchor is not."""
    html = f'<p id="top"><a href="{link}">x</a>'

    assert judge(html, 'services/other/index.html=<p id="fee">') == (f"{PAGE}：链接 {target} 没有去处",)


def test_anchor_is_an_id() -> None:
    """An id of any element is an anchor; the name of a form field or of a meta element is not."""
    scan = scan_html(PAGE, '<p id="one"><h2 class="x" id="费用"></h2><input name="q"><meta name="viewport">')

    assert scan.anchors == {"one", "费用"}


def test_link_with_percent_encoded_chinese_arrives() -> None:
    """Encoded and plain Chinese names, in paths and anchors, mean the same file and the same anchor."""
    html = (
        '<a href="../%E4%B8%B4%E6%97%B6%E6%95%91%E5%8A%A9/#%E8%B4%B9%E7%94%A8">a</a>'
        '<a href="../临时救助/#费用">b</a><img src="../../%E5%9B%BE%20%E7%89%87.png">'
    )

    assert judge(html, 'services/临时救助/index.html=<p id="费用">', "图 片.png") == ()


def test_anchor_in_a_file_that_is_no_page_needs_no_id() -> None:
    """A page of a PDF is not checked; the PDF itself is."""
    assert judge('<a href="../../a.pdf#page=2">x</a>', "a.pdf") == ()
    assert judge('<a href="../../b.pdf#page=2">x</a>', "a.pdf") == (f"{PAGE}：链接 b.pdf#page=2 没有去处",)


@pytest.mark.parametrize(
    "tag",
    [
        '<img src="../../no.png">',
        '<script src="../../no.js"></script>',
        '<link rel="stylesheet" href="../../no.css">',
        '<link href="../../no.ico" rel="icon">',
        '<form action="../../no/"></form>',
        "<a href='../../no/'>x</a>",
        "<a href=../../no/>x</a>",
        '<iframe src="../../no.html"></iframe>',
        '<a\n  class="x"\n  href="../../no/">x</a>',
    ],
)
def test_every_attribute_that_names_a_file_is_followed(tag: str) -> None:
    """Images, scripts, style sheets, icons, forms, frames and data files must be there, however the tag is written."""
    found = judge(tag)

    assert len(found) == 1
    assert found[0].startswith(f"{PAGE}：链接 no")


# --- a site under a sub-path -----------------------------------------------------------------------------------------


def test_absolute_link_with_the_sub_path_arrives() -> None:
    """Under https://host/gongshi/ the absolute address of a page starts with /gongshi/."""
    html = '<a href="/gongshi/services/">a</a><a href="/gongshi/">b</a><link rel="icon" href="/gongshi/a.png">'

    assert judge(html, "services/index.html", "index.html", "a.png", site_path="/gongshi/") == ()


def test_absolute_link_without_the_sub_path_is_a_fault() -> None:
    """Under https://host/gongshi/ the address /services/ belongs to somebody else's site."""
    found = judge('<a href="/services/">a</a>', "services/index.html", site_path="/gongshi/")

    assert found == (f"{PAGE}：链接 /services/ 没有去处",)


def test_sub_path_is_not_a_prefix_of_a_longer_name() -> None:
    """/gongshi-old/ is not below /gongshi/."""
    found = judge('<a href="/gongshi-old/">a</a>', "-old/index.html", "old/index.html", site_path="/gongshi/")

    assert len(found) == 1


# --- requests to elsewhere -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "tag",
    [
        '<script src="https://cdn.example/a.js"></script>',
        '<img src="http://cdn.example/a.png">',
        '<img src="//cdn.example/a.png">',
        '<img alt="x" srcset="https://cdn.example/a.png">',
        '<link rel="stylesheet" href="https://cdn.example/a.css">',
        '<link href="https://cdn.example/a.css" rel="stylesheet">',
        '<link rel="preconnect" href="https://cdn.example">',
        '<link rel="icon" href="https://cdn.example/a.ico">',
        '<link rel="alternate stylesheet" href="https://cdn.example/a.css">',
        '<iframe src="https://cdn.example/"></iframe>',
        '<form action="https://cdn.example/"></form>',
        '<button formaction="https://cdn.example/">x</button>',
        '<video poster="https://cdn.example/a.png"></video>',
        '<object data="https://cdn.example/a.svg"></object>',
        '<input type="image" src="https://cdn.example/a.png">',
        '<base href="https://cdn.example/">',
        "<img src='https://cdn.example/a.png'>",
        "<img src=https://cdn.example/a.png>",
        '<img\nsrc="https://cdn.example/a.png"\n/>',
    ],
)
def test_anything_loaded_from_elsewhere_is_a_fault(tag: str) -> None:
    """No page sends a visitor's browser to another host, with whichever element."""
    found = judge(tag)

    assert len(found) == 1
    assert found[0].startswith(f"{PAGE}：页面要向其他网站请求 ")
    assert "cdn.example" in found[0]


@pytest.mark.parametrize(
    "url", ["&#104;ttps://cdn.example/a.png", " https://cdn.example/a.png ", "HTTPS://cdn.example/a"]
)
def test_disguised_address_is_a_fault(url: str) -> None:
    """An address that a browser would tidy up before it asks does not pass, whatever it is taken for."""
    found = judge(f'<img src="{url}">')

    assert len(found) == 1
    assert "cdn.example" in found[0]


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="https://www.gov.cn/">x</a>',
        '<a href="tel:0300-0000100">x</a>',
        '<a href="mailto:a@demo.example">x</a>',
        '<map><area href="https://www.gov.cn/"></map>',
        '<link rel="canonical" href="https://demo.example/gongshi/services/">',
        '<link rel="license" href="https://creativecommons.org/licenses/by/4.0/">',
        '<img src="data:image/png;base64,AAAA">',
        '<svg xmlns="http://www.w3.org/2000/svg"></svg>',
        '<html lang="zh" prefix="og: https://ogp.me/ns#">',
        '<meta name="generator" content="https://www.mkdocs.org">',
        '<p>src="https://cdn.example/a.js" 不是标签</p>',
        "&lt;script src=&quot;https://cdn.example/a.js&quot;&gt;",
    ],
)
def test_naming_an_address_is_no_request(tag: str) -> None:
    """A link that a reader may follow, the canonical address and mere text load nothing."""
    assert judge(tag) == ()


@pytest.mark.parametrize(
    "address",
    [
        "file:///D:/%E8%A1%A8.doc",
        "D:/biao.doc",
    ],
)
def test_link_to_the_computer_of_the_clerk_leads_nowhere(address: str) -> None:
    """It opens where it was tried out, and for nobody else."""
    assert judge(f'<a href="{address}">x</a>') == (f"{PAGE}：链接 {address} 没有去处",)
    assert judge('<a href="http://localhost.example/a">x</a><a href="https://file.example/">y</a>') == ()


def test_preview_is_a_site_on_this_computer() -> None:
    """Its pages, and those of a county that is tried out, name themselves by an address of this computer."""
    assert judge('<a href="http://127.0.0.1:8000/gongshi/feed.atom">x</a><a href="http://localhost/a">x</a>') == ()


def test_same_external_file_is_reported_once_a_page() -> None:
    """Two uses in one page are one fault."""
    assert len(judge('<img src="https://cdn.example/a.png"><img src="https://cdn.example/a.png">')) == 1


# --- style sheets ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("css", "target"),
    [
        ("p{background:url(../img/a.png)}", "assets/img/a.png"),
        ('p{background:url("../img/a.png")}', "assets/img/a.png"),
        ("p{background:url( '../img/a.png' )}", "assets/img/a.png"),
        ("@import 'b.css';", "assets/css/b.css"),
        ("@import url(b.css);", "assets/css/b.css"),
    ],
)
def test_style_sheet_links_are_followed(css: str, target: str) -> None:
    """url() and @import resolve against the style sheet, not against the page."""
    scan = scan_css("assets/css/site.css", css)

    assert scan.targets == {target}
    assert faults({"assets/css/site.css": 1}, [scan], ()) == (f"assets/css/site.css：链接 {target} 没有去处",)
    assert faults({"assets/css/site.css": 1, target: 1}, [scan], ()) == ()


@pytest.mark.parametrize(
    "css",
    ["p{src:url(https://fonts.example/a.woff2)}", "@import '//fonts.example/a.css';", "@import url(//fonts.example/a)"],
)
def test_style_sheet_that_loads_from_elsewhere_is_a_fault(css: str) -> None:
    """A web font or an imported style sheet is a request like any other."""
    scan = scan_css("a.css", css)

    assert len(scan.external) == 1
    assert faults({"a.css": 1}, [scan], ())[0].startswith("a.css：页面要向其他网站请求 ")


def test_data_in_a_style_sheet_is_no_link() -> None:
    """Embedded icons, also with brackets and quotes inside, lead nowhere and ask for nothing."""
    scan = scan_css("a.css", """i{mask:url('data:image/svg+xml;charset=utf-8,<svg fill="url(#a)"/>')}""")

    assert scan.external == frozenset()


# --- files -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "address",
    [
        "ledger.xlsx",
        "~$通知.docx",
        "pages/台账.XLSX",
        "assets/bundle.js.map",
        ".htaccess",
        "notes",
        "a.html.bak",
        "services.json~",
        ".site.lock",
        "id-cards.zip",
        "Thumbs.db",
        ".DS_Store",
    ],
)
def test_file_of_a_kind_that_may_not_leave_is_a_fault(address: str) -> None:
    """Registers, lock files, sources and archives are refused by name, whatever they hold."""
    assert faults({address: 10}, (), ()) == (f"{address}：这种文件不允许发布",)


@pytest.mark.parametrize("ending", ALLOWED_ENDINGS)
def test_file_of_an_allowed_kind_is_no_fault(ending: str) -> None:
    """Each kind that the site needs may leave."""
    assert faults({f"assets/a{ending}": 10}, (), ()) == ()


def test_empty_file_is_a_fault() -> None:
    """A file without a single byte is a build gone wrong."""
    assert faults({"index.html": 0}, (), ()) == ("index.html：文件是空的",)


def test_missing_output_is_a_fault() -> None:
    """Every address that the records promise must be there."""
    assert faults({"index.html": 1}, (), ["index.html", "404.html"]) == ("404.html：应当生成而没有生成",)


def test_page_with_an_unfilled_slot_is_a_fault() -> None:
    """A shell that was never filled does not leave."""
    assert judge("<title>gongshi-slot-title</title>") == (f"{PAGE}：页面没有填完整",)


def test_all_faults_are_told_at_once_in_order() -> None:
    """One run names everything, sorted, so that two runs give the same report."""
    scans = [
        scan_html("b.html", '<a href="x/">x</a><img src="https://cdn.example/a.png">'),
        scan_html("a.html", "gongshi-slot-body"),
    ]

    assert faults({"b.html": 1, "a.html": 0, "c.xlsx": 1}, scans, ["404.html"]) == (
        "404.html：应当生成而没有生成",
        "a.html：文件是空的",
        "a.html：页面没有填完整",
        "b.html：链接 x/index.html 没有去处",
        "b.html：页面要向其他网站请求 https://cdn.example/a.png",
        "c.xlsx：这种文件不允许发布",
    )


@settings(max_examples=200, deadline=None)
@given(st.text(st.sampled_from("ab/.#?%:[]&;\"'<>= 救\n"), max_size=24))
def test_scan_reads_any_markup(text: str) -> None:
    """Whatever stands in a page, scanning it ends with a result."""
    scan = scan_html(PAGE, f'<a href="{text}">x</a><img src={text}><p {text}>')

    assert isinstance(scan, Scan)
