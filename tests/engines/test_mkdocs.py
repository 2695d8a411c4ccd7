"""mkdocs: the frames that MkDocs renders with Material, and when it has to render them again."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from content_builder import write_content
from project_builder import MKDOCS, leftovers, make_project, publish_project, stamps, tree

from generator.build.frames import frame_source
from generator.content.project import open_project
from generator.engines import mkdocs
from generator.engines.mkdocs import MkDocs
from generator.site.frame import Frame, FrameSource, shell_sources
from generator.site.shells import HALL_SLOTS, SLOTS, slot
from generator.system.environment import NotReady

SERVICE_PAGE = "services/linshi-jiuzhu/index.html"
PLAIN = "site_name: x\nplugins:\n  - gongshi\n"


def source_of(project: Path) -> FrameSource:
    """What the frame of ``project`` is rendered from."""
    return frame_source(open_project(project))


# --- the fingerprint -------------------------------------------------------------------------------------------------


def fingerprint(folder: Path, text: str) -> str | None:
    """That of settings with this ``text``."""
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return MkDocs().fingerprint(folder / "mkdocs.yml")


@pytest.mark.parametrize(
    "text",
    [
        "hooks: [hooks.py]\n",
        "theme:\n  name: material\n  custom_dir: overrides\n",
        "markdown_extensions: [pymdownx.snippets]\n",
        "markdown_extensions:\n  - pymdownx.snippets:\n      base_path: snippets\n",
        "markdown_extensions:\n  pymdownx.snippets: {}\n",
        "markdown_extensions: [of_somebody]\n",
        "plugins: [gongshi, macros]\n",
        "plugins:\n  - gongshi\n  - macros:\n      a: 1\n",
        "plugins:\n  gongshi: {}\n  macros: {}\n",
        "site_name: [\n",
    ],
)
def test_frame_that_follows_from_files_of_others_has_no_fingerprint(tmp_path: Path, text: str) -> None:
    """Hooks, templates of one's own, other plugins and included files may say anything: each build asks them."""
    assert fingerprint(tmp_path, text) is None


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        MKDOCS,
        f"{PLAIN}  - search\n",
        "plugins:\n  gongshi:\n    posters: none\n  search: {}\n",
        f"{PLAIN}markdown_extensions:\n  - tables\n  - markdown.extensions.footnotes\n  - pymdownx.details\n  - toc:\n      permalink: true\n",
    ],
)
def test_frame_that_follows_from_settings_and_prose_has_one(tmp_path: Path, text: str) -> None:
    """What Material and Markdown bring along reads nothing else."""
    assert fingerprint(tmp_path, text) == fingerprint(tmp_path, text) is not None


def test_fingerprint_changes_with_settings_and_versions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another letter in mkdocs.yml, or another version of any library that renders."""
    before = fingerprint(tmp_path, PLAIN)

    assert fingerprint(tmp_path, f"{PLAIN}site_description: y\n") != before
    monkeypatch.setattr(mkdocs, "versions", lambda names: tuple("0" for _ in names))
    assert fingerprint(tmp_path, PLAIN) not in (before, None)


def test_fingerprint_changes_with_a_file_that_is_inherited(tmp_path: Path) -> None:
    """What stands in the parent of mkdocs.yml counts as if it stood there; so do hooks."""
    (tmp_path / "base.yml").write_text(PLAIN, "utf-8")
    before = fingerprint(tmp_path, "INHERIT: base.yml\n")
    (tmp_path / "base.yml").write_text(f"{PLAIN}site_description: y\n", "utf-8")

    assert before is not None
    assert fingerprint(tmp_path, "INHERIT: base.yml\n") not in (before, None)
    (tmp_path / "base.yml").write_text(f"{PLAIN}hooks: [a.py]\n", "utf-8")
    assert fingerprint(tmp_path, "INHERIT: base.yml\n") is None


# --- the frame -------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def frame(tmp_path_factory: pytest.TempPathFactory) -> Frame:
    """The frame of the minimal project."""
    folder = tmp_path_factory.mktemp("frame")
    (folder / "files").mkdir()
    return MkDocs().render(source_of(make_project(folder / "project")), folder / "files")


@pytest.mark.slow
def test_frame_has_every_shell_with_its_slots(frame: Frame) -> None:
    """A shell for each address and kind; title (but of the home page), body and the name of the hall are slots, the id where it differs."""
    assert set(frame.shells) == set(shell_sources())
    for key, html in frame.shells.items():
        found = {name for name in SLOTS if slot(name) in html}
        assert found >= {"body", "site", "description", "metas"}, key
        assert "title" in found or key == "", key
        assert ("id" in found) == key.endswith("*"), key
        assert html.count(slot("body")) == 1, key
        assert all(slot(name) in html for name in HALL_SLOTS), key


@pytest.mark.slow
def test_frame_has_the_prose_and_the_theme(frame: Frame) -> None:
    """Pages of prose, the page for wrong addresses and the theme's files; no shell, no map of sources, no sitemap."""
    assert frame.prose == (("关于我们", "about/"),)
    assert "虚谷镇是一个不存在的镇" in frame.files["about/index.html"].decode()
    assert slot("site") in frame.files["about/index.html"].decode()
    assert {"404.html", "assets/gongshi/search.js"} <= set(frame.files)
    assert not [path for path in frame.files if path.endswith(".map") or "lunr" in path or path == "sitemap.xml"]
    assert not [path for path in frame.files if path.startswith(("services/", "results/")) or path == "index.html"]


@pytest.mark.slow
def test_problems_are_shown_on_every_page(tmp_path: Path) -> None:
    """A preview of content with mistakes says which, around the last sound content."""
    source = replace(source_of(make_project(tmp_path / "p")), problems=("content/a.yml:1:1 <错>",))
    (tmp_path / "files").mkdir()

    rendered = MkDocs().render(source, tmp_path / "files")

    assert all("content/a.yml:1:1 &lt;错&gt;" in html for html in rendered.shells.values())
    assert "content/a.yml:1:1 &lt;错&gt;" in rendered.files["about/index.html"].decode()


# --- settings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mkdocs_yml", "place"),
    [
        ("site_name: x\ndocs_dir: content/pages\ntheme: nowhere\nplugins: [gongshi]\n", "第 3 行的 theme "),
        (f"{MKDOCS}markdown_extensions: [of_somebody]\n", "第 9 行的 markdown_extensions "),
        (f"{MKDOCS}strict: perhaps\n", "第 9 行的 strict "),
    ],
    ids=["theme", "extension", "strict"],
)
def test_mistake_that_only_mkdocs_knows_is_a_message(tmp_path: Path, mkdocs_yml: str, place: str) -> None:
    """Whatever is wrong with its own settings, a sentence says where in mkdocs.yml; nothing is published."""
    project = make_project(tmp_path / "p", mkdocs=mkdocs_yml)

    with pytest.raises(NotReady, match=rf"^mkdocs\.yml 有错误：{place}用不了。"):
        publish_project(project, MkDocs())

    assert not (project / "site").exists()
    assert leftovers(project) == []


def test_settings_without_the_plugin_render_nothing(tmp_path: Path) -> None:
    """mkdocs.yml that does not name gongshi is not built as an ordinary MkDocs site."""
    source = source_of(make_project(tmp_path / "p"))
    source.settings.write_text("site_name: x\ndocs_dir: content/pages\nplugins: []\n", "utf-8")

    with pytest.raises(NotReady, match=re.escape("mkdocs.yml 的 plugins 里没有 gongshi。请加上一行：  - gongshi")):
        MkDocs().render(source, tmp_path / "files")


@pytest.mark.parametrize("name", ["index.md", "services.md", "services/own.md", "posters/a.md"])
def test_prose_cannot_take_the_address_of_a_record(tmp_path: Path, name: str) -> None:
    """A page that would stand where the program puts its own is refused by name, not lost."""
    project = make_project(tmp_path / "project")
    write_content(project / "content", {f"pages/{name}": "# 我的页面\n"})

    with pytest.raises(NotReady, match=f"content/pages/{name} 的网址由程序使用"):
        publish_project(project, MkDocs())

    assert not (project / "site").exists()


# --- whole sites -----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that was built once; never changed by a test."""
    project = make_project(tmp_path_factory.mktemp("published") / "project")
    publish_project(project, MkDocs())
    return project


@pytest.mark.slow
def test_site_works_from_any_folder(published: Path) -> None:
    """Every link is relative; only the page for wrong addresses, which has no place of its own, names the sub-path."""
    for path, data in tree(published / "site").items():
        if path.endswith(".html"):
            links = re.findall(r"""\s(?:href|src|action|data-\w+)=["']?(/[^"'\s>]*)""", data.decode())
            if path == "404.html":
                assert links
                assert all(link.startswith("/gongshi/") for link in links)
            else:
                assert links == [], path


@pytest.mark.slow
def test_without_an_address_the_site_is_built_all_the_same(tmp_path: Path) -> None:
    """A project that does not know its address yet gets its site, without sitemap and canonical links."""
    project = make_project(
        tmp_path / "p", mkdocs="".join(line for line in MKDOCS.splitlines(True) if "site_url" not in line)
    )

    publish_project(project, MkDocs())

    files = tree(project / "site")
    assert SERVICE_PAGE in files
    assert "sitemap.xml" not in files
    assert b"demo.example" not in b"".join(files.values())


@pytest.mark.slow
def test_content_folder_of_mkdocs_yml_is_used(tmp_path: Path) -> None:
    """The option ``content`` moves the records, and the prose with them."""
    project = make_project(
        tmp_path / "project",
        mkdocs=MKDOCS.replace("content/pages", "data/pages").replace(
            "posters: none", "posters: none\n      content: data"
        ),
    )
    (project / "content").rename(project / "data")

    assert publish_project(project, MkDocs()).changed
    assert {SERVICE_PAGE, "about/index.html"} <= set(tree(project / "site"))


@pytest.mark.slow
def test_site_dir_of_mkdocs_yml_is_used(tmp_path: Path) -> None:
    """The folder named there becomes the site, and --site-dir goes before it."""
    project = make_project(tmp_path / "project", mkdocs=MKDOCS + "site_dir: public\n")

    publish_project(project, MkDocs())
    publish_project(project, MkDocs(), site=tmp_path / "elsewhere")

    assert tree(project / "public") == tree(tmp_path / "elsewhere") != {}
    assert not (project / "site").exists()


@pytest.mark.slow
def test_mkdocs_is_not_asked_again_for_an_edited_record(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The frame is kept: an edit of a record never starts MkDocs, an edit of the prose does."""
    project = published
    before = stamps(project / "site")
    monkeypatch.setattr(MkDocs, "render", lambda *_: pytest.fail("MkDocs was asked"))

    publish_project(project, MkDocs(), site=tmp_path / "elsewhere")

    assert tree(tmp_path / "elsewhere") == tree(project / "site")
    assert stamps(project / "site") == before


@pytest.mark.slow
def test_full_disk_while_mkdocs_writes_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What MkDocs meets is told as it is, and nothing is kept of the half of a frame."""
    project = make_project(tmp_path / "p")
    publish_project(project, MkDocs())
    before = stamps(project / "site")
    write_content(project / "content", {"pages/about.md": "# 关于\n"})

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "index.html")

    monkeypatch.setattr("mkdocs.utils.write_file", full)
    with pytest.raises(OSError, match="No space left"):
        publish_project(project, MkDocs())

    assert stamps(project / "site") == before
    assert leftovers(project) == []
    monkeypatch.undo()
    assert publish_project(project, MkDocs()).changed
