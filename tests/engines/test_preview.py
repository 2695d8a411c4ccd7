"""preview: the site of a project while it is written, with whatever is wrong with it on every page."""

import errno
import logging
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest
from content_builder import minimal_content, write_content
from fake_engine import FakeEngine
from project_builder import leftovers, make_project, publish_project, stamps, tree

from generator.content.problems import ContentError
from generator.content.project import open_project
from generator.engines.preview import Preview, serve
from generator.publish.staging import lock
from generator.system.environment import NotReady
from generator.texts.pages import WORDS

pytestmark = pytest.mark.slow

SERVICE = "services/linshi-jiuzhu.yml"
SERVICE_PAGE = "services/linshi-jiuzhu/index.html"
SOUND = minimal_content()[SERVICE]
BROKEN = {SERVICE: SOUND.replace("name: 临时救助\n", "name： 临时救助\n", 1)}
EDITED = {SERVICE: SOUND.replace("家里突然遇到难处", "家里突然遇到大难处")}
PAGE = b"<!doctype html><html><head></head>\n<body class=a>\n<h1>A</h1></body></html>"


@pytest.fixture
def preview(tmp_path: Path) -> Preview:
    """A preview of the minimal project that was built once."""
    found = Preview(open_project(make_project(tmp_path / "project")), FakeEngine())
    found.publish()
    return found


def shown(preview: Preview) -> str:
    """The page of the service, as the preview has it."""
    return (preview.project.site / SERVICE_PAGE).read_text("utf-8")


def answered(preview: Preview, body: bytes = PAGE, kind: str = "text/html") -> tuple[str, dict[str, str], bytes]:
    """Status, headers and body of an answer that passed through the preview."""
    said: list[Any] = []

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Type", kind), ("Content-Length", str(len(body)))])
        return [body[:10], body[10:]]

    parts = preview.with_problems(application)({}, lambda *heard: said.extend(heard))
    return said[0], dict(said[1]), b"".join(parts)


def test_preview_is_a_site_of_its_own(tmp_path: Path) -> None:
    """It lies in the cache: the published site stays as it is, whatever is edited."""
    project = make_project(tmp_path / "project")
    publish_project(project)
    before = stamps(project / "site")
    preview = Preview(open_project(project), FakeEngine())

    preview.publish()
    write_content(project / "content", EDITED)
    preview.publish_again()

    assert "家里突然遇到大难处" in shown(preview)
    assert preview.project.site.is_relative_to(project / ".cache")
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_edit_of_a_record_does_not_render_the_frame_again(tmp_path: Path) -> None:
    """What was read and rendered stays in memory from one change to the next."""
    engine = FakeEngine(log=tmp_path / "rendered")
    preview = Preview(open_project(make_project(tmp_path / "project")), engine)
    preview.publish()
    write_content(tmp_path / "project" / "content", EDITED)
    preview.publish_again()

    assert engine.rendered == 1
    write_content(tmp_path / "project" / "content", {"pages/about.md": "# 新的\n"})
    preview.publish_again()
    assert engine.rendered == 2
    assert "新的" in (preview.project.site / "about/index.html").read_text("utf-8")


def test_mistake_leaves_the_last_sound_edition(preview: Preview, caplog: pytest.LogCaptureFixture) -> None:
    """Its problems are told, and shown until they are put right."""
    before = tree(preview.project.site)
    write_content(preview.project.content, BROKEN)
    with caplog.at_level(logging.ERROR):
        preview.publish_again()

    (problem, *_) = preview.problems
    assert problem.startswith("content/services/linshi-jiuzhu.yml:2:5 [yaml/full-width-colon]")
    assert problem in caplog.text
    assert tree(preview.project.site) == before

    write_content(preview.project.content, EDITED)
    preview.publish_again()
    assert preview.problems == ()
    assert "家里突然遇到大难处" in shown(preview)


def test_first_edition_must_be_sound(tmp_path: Path) -> None:
    """Without one there is nothing to show."""
    with pytest.raises(ContentError):
        Preview(open_project(make_project(tmp_path / "p", BROKEN)), FakeEngine()).publish()


def test_reminder_is_no_problem(preview: Preview) -> None:
    """Only what keeps the site from being published is shown on its pages."""
    write_content(preview.project.content, {"notes.txt": "x"})
    preview.publish_again()

    assert preview.problems == ()


def test_other_failures_are_shown_too(preview: Preview, monkeypatch: pytest.MonkeyPatch) -> None:
    """A dead link, a build that runs elsewhere, a full disk: each is a sentence, and none ends the preview."""
    write_content(preview.project.content, {"pages/about.md": "# 关于\n\n[办法](missing.md)\n"})
    preview.publish_again()
    assert preview.problems[0].startswith("content/pages/about.md:3:6：链接 missing.md 没有去处。")

    with lock(preview.project.cache):
        preview.publish_again()
    assert preview.problems == ("另一个生成或者发布正在进行，请等它结束再运行。",)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.publish.staging.Stage.write", full)
    preview.publish_again()
    assert len(preview.problems) == 1 and "磁盘满了" in preview.problems[0]


def test_problems_stand_on_every_page(preview: Preview) -> None:
    """At the beginning of the body, escaped, and the length of the answer is that of what is sent."""
    preview.problems = ("content/a.yml:1:1 <错>",)

    status, headers, body = answered(preview)

    assert status == "200 OK"
    assert headers["Content-Length"] == str(len(body)) and headers["Content-Type"] == "text/html"
    before, after = body.split(b"<body class=a>")
    assert PAGE.startswith(before) and body.endswith(PAGE.split(b"<body class=a>")[1])
    assert after.decode().startswith(
        f'<div class="gs-problems" role="alert"><strong>{WORDS["serve_problems"]}</strong>'
    )
    assert "content/a.yml:1:1 &lt;错&gt;" in after.decode()


@pytest.mark.parametrize("kind", ["text/css", "application/json", "image/png"])
def test_other_files_are_sent_as_they_are(preview: Preview, kind: str) -> None:
    """A notice in a style sheet would break it."""
    preview.problems = ("错",)

    assert answered(preview, kind=kind)[2] == PAGE
    assert answered(preview, kind=kind)[1]["Content-Length"] == str(len(PAGE))


def test_page_without_a_body_shows_the_problems_first(preview: Preview) -> None:
    """Whatever a page consists of, they are seen."""
    preview.problems = ("错",)

    assert answered(preview, b"<p>A</p>")[2].startswith(b'<div class="gs-problems"')


def test_sound_content_passes_untouched(preview: Preview) -> None:
    """Without a problem nothing stands between server and browser."""
    assert answered(preview) == ("200 OK", {"Content-Type": "text/html", "Content-Length": str(len(PAGE))}, PAGE)


@pytest.mark.parametrize(
    "address", ["", "127.0.0.1", ":8000", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "a:８０"]
)
def test_address_needs_host_and_port(tmp_path: Path, address: str) -> None:
    """Anything else is refused before anything is built."""
    project = open_project(make_project(tmp_path / "p"))

    with pytest.raises(NotReady):
        serve(project, address, FakeEngine())
    assert not (project.cache / "preview").exists()
