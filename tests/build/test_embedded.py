"""The folder for a section of another site: whole, the same each time, through the gate, with links that lead somewhere."""

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from content_builder import HEADER, NOTICE, PERIOD, SERVICE, SITE, TODAY
from project_builder import MKDOCS, make_project, publish_project, tree

from generator.build import pipeline
from generator.build.checkpoints import PrivateData
from generator.build.embedded import embedded_section
from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.channels.fragments import MOST_BYTES
from generator.cli import main
from generator.content.project import open_project

ROWS = "XG-0012,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,\n"
RESULTS = {"results/2026-Q3.csv": f"{HEADER}\n{ROWS}", "results/2026-Q3.yml": PERIOD}
PATTERN = 'channels:\n  embed: {link: "https://county.example/col/{path}", files: "https://county.example/up"}\n'
SERVICE_PAGE = "services/linshi-jiuzhu/"


def section_of(project: Path) -> list[str]:
    """Make the folder; what was told."""
    return list(embedded_section(read_hall(open_project(project), BuildOptions(TODAY, "none"))))


def embedded(folder: Path, changes: dict[str, str]) -> dict[str, bytes]:
    """The section of a project that was published in ``folder`` just before."""
    project = make_project(folder / "project", {**RESULTS, **changes})
    publish_project(project)
    section_of(project)
    return tree(project / "site-embed")


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The section where the hall has said nothing about it."""
    return embedded(tmp_path_factory.mktemp("plain"), {})


@pytest.fixture(scope="module")
def of_the_county(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The section with the addresses that the county gives it."""
    return embedded(tmp_path_factory.mktemp("county"), {"site.yml": SITE + PATTERN})


def test_every_page_is_a_fragment_and_a_page(tmp_path: Path) -> None:
    """Both say the same; the site is as it was; the same content gives the same bytes."""
    project = make_project(tmp_path / "project", RESULTS)
    publish_project(project)
    before = tree(project / "site")
    told = section_of(project)
    files = tree(project / "site-embed")
    assert tree(project / "site") == before
    fragments = [name for name in files if name.endswith("fragment.html")]
    assert f"共 {len(fragments)} 页" in told[0]
    for name in fragments:
        page = files[name.replace("fragment.html", "index.html")].decode()
        assert files[name].decode().strip() in page
    assert f"{SERVICE_PAGE}fragment.html" in fragments
    section_of(project)
    assert tree(project / "site-embed") == files


def test_style_sheet_is_small_and_about_fragments_alone(plain: dict[str, bytes]) -> None:
    """Every selector begins with the root, every value is important, nothing is loaded, and there is no @-rule."""
    style = plain["embed.css"].decode()
    assert len(style.encode()) < MOST_BYTES
    assert "@" not in style
    assert "url(" not in style
    framed, *rules = style.splitlines()
    assert framed == ".gs-framed{margin:0;background:#fff}"
    for rule in rules:
        selectors, body = re.fullmatch(r"(.*)\{(.*)\}", rule).groups()  # type: ignore[union-attr]  # It matches all.
        assert all(one.startswith(".gs-embed:not(#_):not(#_):not(#_)") for one in re.split(r",(?=\.)", selectors))
        assert all(one.endswith("!important") for one in body.split(";"))


def test_links_follow_the_pattern_of_the_county(of_the_county: dict[str, bytes]) -> None:
    """A page of the section has the county's address, others that of our site; the folder is named in each fragment."""
    html = of_the_county[f"{SERVICE_PAGE}fragment.html"].decode()
    assert 'href="https://county.example/col/windows/minzheng"' in html
    assert 'href="https://county.example/col/index"' in html
    assert html.startswith('<link rel="stylesheet" href="https://county.example/up/embed.css"><div class="gs-embed"')
    assert html.endswith('<script src="https://county.example/up/embed.js" defer></script>')


def test_charts_come_from_where_the_folder_stands(of_the_county: dict[str, bytes]) -> None:
    """A fragment names the full address of a chart; our own page for a frame loads it from beside itself."""
    fragment, page = (of_the_county[f"results/2026-Q3/{name}.html"].decode() for name in ("fragment", "index"))
    assert '<img src="https://county.example/up/results/2026-Q3/cases.svg"' in fragment
    assert '<img src="../../results/2026-Q3/cases.svg"' in page


def test_links_are_relative_where_nothing_is_said(plain: dict[str, bytes]) -> None:
    """Without a pattern pages lead to each other within the folder."""
    html = plain[f"{SERVICE_PAGE}index.html"].decode()
    assert 'href="../../windows/minzheng/index.html"' in html
    assert '<base target="_top">' not in html


def test_fragments_have_no_forms(plain: dict[str, bytes]) -> None:
    """The page around may stand in a form as a whole, which the end of ours would end; a link does without the script."""
    assert [name for name, data in plain.items() if name.endswith(".html") and b"form>" in data] == []
    search = '<p class="gs-without"><a href="search/index.html">全部事项（按拼音首字母）</a></p>'
    assert search in plain["fragment.html"].decode()


def test_pattern_may_have_a_query(tmp_path: Path) -> None:
    """A form leaves out what stands in the query of its address: it is sent along as fields that nobody sees."""
    pattern = 'channels:\n  embed: {link: "https://county.example/list.aspx?col=9&p={path}"}\n'
    html = embedded(tmp_path, {"site.yml": SITE + pattern})[f"{SERVICE_PAGE}fragment.html"].decode()
    assert 'href="https://county.example/list.aspx?col=9&amp;p=windows/minzheng"' in html
    html = tree(tmp_path / "project" / "site-embed")["fragment.html"].decode()
    fields = re.findall('<input type="hidden" name="(.*?)" value="(.*?)">', html)
    assert fields == [("col", "9"), ("p", "search")]


def test_pattern_behind_a_hash_has_no_second_one(tmp_path: Path) -> None:
    """Where the county's own script takes the address apart, a link to a place on a page leads to the page."""
    pattern = 'channels:\n  embed: {link: "https://county.example/app#/{path}"}\n'
    files = embedded(tmp_path, {"site.yml": SITE + pattern})
    links = [link for data in files.values() for link in re.findall(rb'href="(https://county[^"]*)"', data)]
    assert links and not [link for link in links if link.count(b"#") > 1]


def test_page_for_the_administrator_says_what_is_missing(
    plain: dict[str, bytes], of_the_county: dict[str, bytes]
) -> None:
    """Without a pattern include.html warns that links of fragments lead nowhere in a page of the county."""
    assert "（embed 的 link）" in plain["include.html"].decode()
    assert "（embed 的 link）" not in of_the_county["include.html"].decode()


def test_what_will_change_is_told_as_on_the_site(tmp_path: Path) -> None:
    """Who reads a guide on the county's site knows as much of the next days as who reads it on ours."""
    version = "versions:\n  - {from: 2026-12-01, note: 时限缩短, set: {time_limits: {promised: 5个工作日}}}\n"
    files = embedded(tmp_path, {"services/linshi-jiuzhu.yml": SERVICE + version})
    told = "自2026年12月1日起：时限缩短"
    assert told in (tmp_path / "project/site" / SERVICE_PAGE / "index.html").read_text("utf-8")
    assert f'<p class="gs-callout">{told}</p>' in files[f"{SERVICE_PAGE}fragment.html"].decode()


def test_hall_without_materials_has_no_empty_list(tmp_path: Path) -> None:
    """What has not been collected yet is said to be missing, in the section as on the site."""
    service = SERVICE.replace("  - material: id-card\n    copies: 1\n", "")
    files = embedded(tmp_path, {"materials.yml": "materials: []\n", "services/linshi-jiuzhu.yml": service})
    pages = [files["materials/fragment.html"], tree(tmp_path / "project" / "site")["materials/index.html"]]
    for html in map(bytes.decode, pages):
        assert "待补充" in html
        assert not re.search(r"<ul[^>]*>\s*</ul>", html)


def test_ids_and_classes_are_ours(plain: dict[str, bytes]) -> None:
    """Every id begins with gongshi-, every class with gs-; no fragment has a style or a script in its text."""
    for name, data in plain.items():
        if name.endswith("fragment.html"):
            html = data.decode()
            assert {one[:8] for one in re.findall(r'\sid="([^"]*)"', html)} <= {"gongshi-"}, name
            classes = {word for one in re.findall(r'\sclass="([^"]*)"', html) for word in one.split()}
            assert {one[:3] for one in classes} == {"gs-"}, name
            assert not re.search(r"<style|<script|\sstyle=|\son\w+=", html), name


def test_manifest_has_what_government_pages_need(plain: dict[str, bytes]) -> None:
    """Title, path, column, date and the tags of each page; the files that it names are there."""
    listed = json.loads(plain["embed.json"])
    entry = next(one for one in listed["pages"] if one["path"] == "services/linshi-jiuzhu")
    assert entry["title"] == "临时救助"
    assert entry["column"] == "办事指南"
    assert entry["metas"]["ArticleTitle"] == "临时救助"
    assert entry["metas"]["PubDate"] == entry["date"]
    assert {one[kind] for one in listed["pages"] for kind in ("fragment", "page")} <= plain.keys()


def test_a_notice_may_name_people_while_its_law_says_so(tmp_path: Path) -> None:
    """The gate lets names stand in the files of such a notice, as on the site."""
    names = "names: {basis: 某办法第九条, until: 2026-11-30}\n"
    notice = {"notices/dibao-2026-11.yml": NOTICE.replace("body:", f"{names}body:", 1)}
    assert "notices/dibao-2026-11/fragment.html" in embedded(tmp_path, notice)


def test_private_data_stop_the_folder(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the gate finds in a fragment leaves the folder as it was: not there."""
    project = shutil.copytree(published, tmp_path / "project")
    told = "<p>ID 11010519491231002X, phone 13800138000</p>"
    monkeypatch.setattr("generator.channels.fragments.html_of", lambda *_: told)
    with pytest.raises(PrivateData):
        section_of(project)
    assert not (project / "site-embed").exists()


def test_pages_elsewhere_are_named_without_a_site(tmp_path: Path) -> None:
    """Where there is no site of our own, links to what only it has are plain words, and the command says so."""
    project = make_project(
        tmp_path / "project", RESULTS, MKDOCS.replace("site_url: https://demo.example/gongshi/\n", "")
    )
    publish_project(project)
    assert "posters/" in section_of(project)[-1]


@pytest.mark.slow
def test_folders_take_over_what_the_site_was_made_of(
    fake_engine: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One command reads the content once: for the site, or where that is as it was, for all folders together."""
    project = make_project(tmp_path / "project", RESULTS)
    read = list[Path]()
    honest = pipeline.examine

    def counted(*given: Any, **named: Any) -> Any:
        read.append(given[0])
        return honest(*given, **named)

    monkeypatch.setattr(pipeline, "examine", counted)
    command = ["build", "-C", str(project), "--today", TODAY.isoformat(), "--embed", "--articles", "--portable"]
    made = list[dict[str, bytes]]()
    for number in (1, 2):
        assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0
        assert len(read) == number
        made.append(tree(project / "site-embed") | tree(project / "site-articles"))
    assert made[0] == made[1]
