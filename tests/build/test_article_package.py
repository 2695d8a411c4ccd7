"""The package of articles: clean HTML that survives a paste, what belongs to it, and the list of all."""

import io
import json
import re
import shutil
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import pytest
from content_builder import NOTICE, TODAY, minimal_content
from project_builder import make_project, publish_project, tree
from python_calamine import CalamineWorkbook

from generator.build.article_package import article_package
from generator.build.checkpoints import PrivateData
from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.content.project import open_project

ALLOWED = {"p", "h2", "h3", "h4", "ul", "ol", "li", "table", "tr", "th", "td", "a", "img", "strong"}
FRAME = {"html", "head", "meta", "title", "body"}
LIST = "文章一览表.xlsx"
GUIDE = "services/linshi-jiuzhu.yml"


class Tags(HTMLParser):
    """All elements of a page, and their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def package_of(project: Path) -> dict[str, bytes]:
    """Make the folder; its files."""
    list(article_package(read_hall(open_project(project), BuildOptions(TODAY, "none"))))
    return tree(project / "site-articles")


@pytest.fixture(scope="module")
def project(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose site is published."""
    return shutil.copytree(published, tmp_path_factory.mktemp("articles") / "project")


@pytest.fixture(scope="module")
def files(project: Path) -> dict[str, bytes]:
    """The files of its package."""
    return package_of(project)


def inside(data: bytes) -> dict[str, bytes]:
    """The files of a ZIP."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_articles_are_clean(files: dict[str, bytes]) -> None:
    """No script, class or id; only elements that editors keep; tables have lines of their own."""
    packages = [name for name in files if name.endswith(".zip")]
    assert "services-linshi-jiuzhu.zip" in packages
    for name in packages:
        tags = Tags(inside(files[name])["正文.html"].decode()).found
        assert {tag for tag, _ in tags} - FRAME <= ALLOWED, name
        assert not any(attributes.keys() & {"class", "id", "onclick"} for _, attributes in tags), name
        assert all(attributes.get("border") == "1" for tag, attributes in tags if tag == "table"), name


def test_list_has_a_row_for_each_article(files: dict[str, bytes]) -> None:
    """The list names each file, with the fields that its JSON has; summaries have at most 120 characters."""
    head, *rows = CalamineWorkbook.from_filelike(io.BytesIO(files[LIST])).get_sheet_by_index(0).to_python()
    listed = {row[head.index("文件名")]: dict(zip(head, row, strict=True)) for row in rows}
    assert listed.keys() == {name for name in files if name.endswith(".zip")}
    for name, row in listed.items():
        about = json.loads(inside(files[name])["文章信息.json"])
        assert {key: about[key] for key in head} == row
        assert len(str(row["摘要"])) <= 120
    assert listed["services-linshi-jiuzhu.zip"]["栏目"] == "办事指南"
    assert listed["windows-minzheng.zip"]["摘要"] == "“民政救济”窗口办理：临时救助。"
    assert {name for name, row in listed.items() if row["摘要"] == row["标题"]} == set()


def test_same_content_gives_the_same_bytes(project: Path, files: dict[str, bytes]) -> None:
    """A second run writes the same files, ZIPs and list included, and leaves nothing loose beside them."""
    assert package_of(project) == files
    assert [name for name in files if "/" in name] == []
    assert [path for path in (project / "site-articles").iterdir() if path.is_dir()] == []


def test_tables_are_attached(files: dict[str, bytes]) -> None:
    """A disclosure brings its table as CSV, and says so in its text."""
    package = next(inside(data) for name, data in files.items() if name.startswith("disclosures-"))
    (table,) = [name for name in package if name.endswith(".csv")]
    assert table.startswith("附件/")
    assert table in package["正文.html"].decode()


@pytest.mark.usefixtures("kept_sets")
def test_sheet_is_attached(tmp_path: Path) -> None:
    """An article brings the sheet of its record as PDF, in colour, and no other sheet of it; the list counts it."""
    project = make_project(tmp_path / "project")
    publish_project(project, posters="all")
    package = inside(package_of(project)["services-linshi-jiuzhu.zip"])
    assert [name for name in package if name.startswith("附件/")] == ["附件/临时救助（A4）.pdf"]
    posters = project / "site" / "posters"
    assert package["附件/临时救助（A4）.pdf"] == (posters / "services" / "linshi-jiuzhu-a4.pdf").read_bytes()
    assert len([*posters.glob("*/linshi-jiuzhu-a4.pdf")]) > 1
    assert json.loads(package["文章信息.json"])["附件数"] == "1"


@pytest.mark.parametrize("title", ["表" * 200, "𠮷" * 200, 'A/B: "一" <二>?*|'])
def test_attachments_have_names_that_every_computer_opens(tmp_path: Path, title: str) -> None:
    """A title may be longer than the name of a file; the article has all of it."""
    record = minimal_content()["disclosures/caiwu-2026-q3.yml"]
    long = record.replace("title: 不远村2026年第三季度财务收支公开表", f"title: '{title}'")
    project = make_project(tmp_path / "project", {"disclosures/caiwu-2026-q3.yml": long})
    publish_project(project)
    package = inside(package_of(project)["disclosures-caiwu-2026-q3.zip"])
    (name,) = (name for name in package if name.endswith(".csv"))
    assert len(name.encode()) < 255
    assert not set('<>:"\\|?*') & set(name)
    assert json.loads(package["文章信息.json"])["标题"] == title


@pytest.mark.parametrize(
    ("name", "source"),
    [("disclosures-caiwu-2026-q3.zip", "不远村村民委员会"), ("notices-dibao-2026-11.zip", "虚谷镇人民政府")],
)
def test_source_is_who_says_it(files: dict[str, bytes], name: str, source: str) -> None:
    """That stands on the page itself, too: the accounts of a village are not those of the town."""
    package = inside(files[name])
    assert json.loads(package["文章信息.json"])["来源"] == source
    assert source in package["正文.html"].decode()


def test_list_does_not_keep_names(tmp_path: Path) -> None:
    """Of a notice that names people by law the list names nobody: it is kept longer than the notice may stand."""
    names = "names: {basis: 某办法第九条, until: 2026-11-30}\n"
    notice = NOTICE.replace("body:", f"{names}body:", 1)
    project = make_project(tmp_path / "project", {"notices/dibao-2026-11.yml": notice})
    publish_project(project)
    about = json.loads(inside(package_of(project)["notices-dibao-2026-11.zip"])["文章信息.json"])
    assert about["摘要"].startswith("虚谷镇人民政府发布公示。时间：")
    assert "乌有" not in about["摘要"]


@pytest.mark.parametrize(
    ("path", "before", "after", "said"),
    [
        (
            GUIDE,
            "state: 在办",
            "state: 取消, since: 2026-10-01, reason: 县里办",
            "“临时救助”已取消（自2026年10月1日起）。家里突然遇到难处，可以申请一次性的救助。县里办。",
        ),
        (GUIDE, "state: 在办", "state: 暂停", "“临时救助”暂停办理。家里"),
        (GUIDE, "state: 在办", "state: 更名", "“临时救助”已更名。家里"),
        ("notices/dibao-2026-11.yml", "2026-11-30", "2026-11-19", "这份公示到期撤下，内容不再公布。"),
        (
            "disclosures/caiwu-2026-q3.yml",
            "notes:",
            "withdrawn: {on: 2026-11-19, reason: 写错}\nnotes:",
            "这份公示已经提前撤下，内容不再公布。",
        ),
        ("results/2026-Q3.yml", "until:", "take_down: 2026-11-19\nuntil:", "这一期办理结果公示期满，已经撤下。"),
        ("regulations/dangan-guanli.yml", "status: 现行", "status: 废止", "《档案管理制度》已经废止。"),
    ],
)
def test_summary_says_first_what_no_longer_holds(tmp_path: Path, path: str, before: str, after: str, said: str) -> None:
    """What is pasted elsewhere must not invite to a service that is gone, or tell a repealed rule as one in force."""
    text = minimal_content()[path].replace("until: 2026-11-22", "until: 2026-11-18")
    text = text.replace("status:\n  state: 在办", "status: {state: 在办}")
    project = make_project(tmp_path / "project", {path: text.replace(before, after)})
    publish_project(project)
    about = json.loads(inside(package_of(project)[path.replace("/", "-").replace(".yml", ".zip")])["文章信息.json"])
    assert re.fullmatch(f"{re.escape(said)}(突然.+)?", about["摘要"])


def test_private_data_stop_the_package(published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate reads what goes into the ZIPs; what it finds stops all of them."""
    project = shutil.copytree(published, tmp_path / "project")
    monkeypatch.setattr("generator.channels.articles.html_of", lambda *_: "<p>13800138000</p>")
    with pytest.raises(PrivateData):
        package_of(project)
    assert not (project / "site-articles").exists()


def test_links_lead_to_our_site_or_nowhere(files: dict[str, bytes]) -> None:
    """What is on another page of ours has a full address; nothing is relative but what is in the package."""
    html = inside(files["services-linshi-jiuzhu.zip"])["正文.html"].decode()
    links = re.findall(r'href="([^"]*)"', html)
    assert "https://demo.example/gongshi/windows/minzheng/" in links
    assert [link for link in links if not link.startswith(("https://", "tel:", "mailto:"))] == []
