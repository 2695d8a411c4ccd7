"""Zensical: the frame of every page, rendered by an engine that runs no plugins and reads files on disk.

The program has no such engine yet; these tests keep the way open. Zensical gets one Markdown file a shell, settings
that carry the facts of the hall in ``extra``, and the theme's templates from where they lie.
"""

import json
import re
from pathlib import Path

import pytest
from content_builder import write_content
from project_builder import run

from generator.site import addresses
from generator.site.frame import FrameSource, shell_sources
from generator.site.shells import Shell, slot
from generator.system.environment import templates_folder
from generator.texts.pages import WORDS

pytestmark = pytest.mark.slow

SHELLS = {address: f"{address}index" for address in addresses.LISTS} | {
    f"{kind}*": f"{kind}{slot('id')}" for kind in addresses.RECORD_PAGES
}
"""Key of a shell -> its file, without ending."""


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder in which Zensical has put every shell and one page of prose."""
    project = tmp_path_factory.mktemp("zensical")
    source = FrameSource(project / "mkdocs.yml", project / "docs", templates_folder() / "theme")
    sources = shell_sources()
    pages = {f"{file}.md": f"{sources[key]}\n{slot('body')}\n" for key, file in SHELLS.items()}
    write_content(project / "docs", {**pages, "about.md": "# 关于本站\n\n本站由便民服务大厅维护。\n"})
    settings = {
        "site_name": slot("site"),
        "site_url": "https://demo.example/gongshi/",
        "nav": [
            {WORDS[addresses.LIST_TITLES[address]]: f"{address}index.md"}
            for address in (addresses.HOME, addresses.SERVICES)
        ],
        "theme": {"language": "zh", "font": False, "custom_dir": str(source.theme)},
        "extra": {"gs": source.variables([("关于本站", "about/")])},
    }
    (project / "mkdocs.yml").write_text(json.dumps(settings, ensure_ascii=False), "utf-8")  # JSON is YAML, too.

    done = run("zensical", "build", cwd=project)

    assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


@pytest.mark.parametrize("key", SHELLS)
def test_shell_has_its_slots(rendered: Path, key: str) -> None:
    """Each shell can be filled: what differs from record to record is a slot in it, and the body stands alone."""
    html = (rendered / f"{SHELLS[key]}/index.html".replace("index/index", "index")).read_text("utf-8")

    slots = set(Shell.cut(html).parts[1::2])

    assert slots == {"title", "description", "body", "site", "metas"} - (
        {"title"} if key == addresses.HOME else set()
    ) | ({"id"} if key.endswith("*") else set())
    assert f"<p>{slot('body')}</p>" in html


def test_shell_marks_its_column(rendered: Path) -> None:
    """The column of the site to which a page belongs is marked, and links lead there from any depth."""
    html = (rendered / SHELLS["services/*"] / "index.html").read_text("utf-8")

    assert re.findall(r'<li><a href="([^"]*)"( aria-current="true")?>', html) == [
        ("../..", ""),
        ("../", ' aria-current="true"'),
    ]


def test_page_for_wrong_addresses_has_the_frame(rendered: Path) -> None:
    """The 404 page, which is no page to Zensical, says so between the site's own header and footer."""
    html = (rendered / "404.html").read_text("utf-8")

    assert f"<h1>{WORDS['not_found']}</h1>" in html
    assert '<header class="gs-header' in html
    assert WORDS["footer_note"] in html


def test_prose_has_the_frame(rendered: Path) -> None:
    """A page that staff write stands in the same frame, and every footer leads to it."""
    html = (rendered / "about/index.html").read_text("utf-8")

    assert "<p>本站由便民服务大厅维护。</p>" in html
    assert '<header class="gs-header"' in html
    assert '<a href="../../about/">关于本站</a>' in (rendered / SHELLS["services/*"] / "index.html").read_text("utf-8")
