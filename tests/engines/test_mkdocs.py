"""plugin: the same site from MkDocs' own commands, and a preview that survives a mistake."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, tzinfo
from pathlib import Path

import pytest
from content_builder import TODAY, minimal_content, write_content
from project_builder import MKDOCS, leftovers, make_project, run, stamps, tree

from generator.engines import mkdocs as plugin
from generator.engines.mkdocs import Settings, build_site, china_today, site_address
from generator.system.environment import NotReady, templates_folder

SERVICE = "services/linshi-jiuzhu.yml"
PAGE = "/gongshi/services/linshi-jiuzhu/"
SOUND = minimal_content()[SERVICE]


# --- mkdocs build ----------------------------------------------------------------------------------------------------


def test_mkdocs_build_makes_the_same_site(tmp_path: Path) -> None:
    """``mkdocs build --strict`` on its own publishes, without a warning, the very bytes of ``gongshi build``."""
    project = make_project(tmp_path / "project")

    own = run("generator", "build", cwd=project)
    (project / "site").rename(tmp_path / "own")
    theirs = run("mkdocs", "build", "--strict", cwd=project)

    assert (own.returncode, theirs.returncode) == (0, 0)
    assert tree(project / "site") == tree(tmp_path / "own")
    assert leftovers(project) == []


def test_mkdocs_build_prints_problems_without_a_traceback(tmp_path: Path) -> None:
    """With bad content ``mkdocs build`` exits 1, tells place and remedy, and leaves the site as it was."""
    project = make_project(tmp_path / "project")
    build_site(project, None, Settings("none", date(2026, 11, 20)))
    before = stamps(project / "site")
    write_content(project / "content", {SERVICE: SOUND.replace("name: 临时救助\n", "name： 临时救助\n", 1)})

    done = run("mkdocs", "build", cwd=project)

    assert done.returncode == 1
    assert (
        "content/services/linshi-jiuzhu.yml:2:5 [yaml/full-width-colon] "
        "这里用了中文冒号“：”，应当用英文冒号加一个空格。请写：name: 内容"
    ) in done.stderr
    assert "Traceback" not in done.stderr
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_plugin_reads_the_content_folder_that_mkdocs_yml_names(tmp_path: Path) -> None:
    """The option ``content`` moves the records; the prose goes with docs_dir."""
    project = make_project(
        tmp_path / "project",
        mkdocs=MKDOCS.replace("content/pages", "data/pages").replace(
            "posters: none", "posters: none\n      content: data"
        ),
    )
    (project / "content").rename(project / "data")

    report = build_site(project, None, Settings(today=date(2026, 11, 20)))

    assert report.changed
    assert (project / "site/services/linshi-jiuzhu/index.html").is_file()


# --- a project that is not ready -------------------------------------------------------------------------------------


def test_folder_without_mkdocs_yml_is_no_project(tmp_path: Path) -> None:
    """The message says where to go."""
    with pytest.raises(NotReady) as caught:
        build_site(tmp_path / "empty", None, Settings())

    assert str(caught.value) == ("empty 里没有 mkdocs.yml。请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。")


def test_project_without_the_plugin_is_told_which_line_is_missing(tmp_path: Path) -> None:
    """mkdocs.yml that does not name gongshi is not built as an ordinary MkDocs site."""
    project = make_project(tmp_path / "p", mkdocs="site_name: x\ndocs_dir: content/pages\nplugins: []\n")

    with pytest.raises(NotReady) as caught:
        build_site(project, None, Settings())

    assert str(caught.value) == "mkdocs.yml 的 plugins 里没有 gongshi。请加上一行：  - gongshi"
    assert not (project / "site").exists()


@pytest.mark.parametrize(
    "mkdocs", [MKDOCS.replace("posters: none", "posters: often"), "site_name: [", "site_name: x\ntheme: nowhere\n"]
)
def test_mistake_in_mkdocs_yml_is_a_message(tmp_path: Path, mkdocs: str) -> None:
    """Whatever is wrong with the settings, one sentence says that it is mkdocs.yml."""
    with pytest.raises(NotReady, match=r"^mkdocs\.yml 有错误：."):
        build_site(make_project(tmp_path / "p", mkdocs=mkdocs), None, Settings())


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("site_url: https://demo.example/gongshi/", "https://demo.example/gongshi/"),
        ("site_url: https://demo.example/gongshi", "https://demo.example/gongshi/"),
        ("site_url: https://demo.example", "https://demo.example/"),
        ("site_url: ''", None),
    ],
)
def test_site_address_ends_in_a_slash(tmp_path: Path, line: str, address: str | None) -> None:
    """However site_url is written, addresses can be put behind it; without one there is none."""
    project = make_project(tmp_path / "p", mkdocs=re.sub("site_url: .*", line, MKDOCS))

    assert site_address(project) == address


def test_templates_are_found() -> None:
    """The folder with page, poster and theme templates comes with the package."""
    assert {"pages", "posters", "theme", "starter"} <= {path.name for path in templates_folder().iterdir()}


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (datetime(2026, 11, 20, 15, 59, tzinfo=UTC), date(2026, 11, 20)),
        (datetime(2026, 11, 20, 16, 0, tzinfo=UTC), date(2026, 11, 21)),
        (datetime(2026, 12, 31, 16, 0, tzinfo=UTC), date(2027, 1, 1)),
    ],
)
def test_today_is_the_day_in_china(monkeypatch: pytest.MonkeyPatch, now: datetime, day: date) -> None:
    """The day changes at midnight in Beijing, wherever the computer stands."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]  # A plain datetime will do.
            return now.astimezone(tz)

    monkeypatch.setattr(plugin, "datetime", Clock)

    assert china_today() == day


# --- the preview -----------------------------------------------------------------------------------------------------


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def get(port: int, path: str) -> str:
    """Text of a page of the preview; empty while it does not answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", path)
        return connection.getresponse().read().decode()
    except OSError:
        return ""
    finally:
        connection.close()


def wait_for(port: int, wanted: str, unwanted: str = "\0") -> str:
    """The service's page as soon as it shows ``wanted`` and no longer ``unwanted``; fails after half a minute."""
    end = time.monotonic() + 30
    html = ""
    while time.monotonic() < end:
        html = get(port, PAGE)
        if wanted in html and unwanted not in html:
            return html
        time.sleep(0.1)
    raise AssertionError(f"{wanted!r} without {unwanted!r} was not served: {html[:2000]}")


@contextmanager
def preview(project: Path, port: int, temporary: Path) -> "Iterator[subprocess.Popen[bytes]]":
    """``gongshi serve`` on ``project`` for as long as the block lasts."""
    temporary.mkdir()
    server = subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"],
        cwd=project,
        env={**os.environ, "TMPDIR": str(temporary)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        yield server
    finally:
        server.kill()
        server.wait(timeout=30)


def test_preview_follows_edits_and_survives_mistakes(tmp_path: Path) -> None:
    """An edit is shown; a mistake is shown above the last good page; once it is put right, the notice goes away."""
    project, port = make_project(tmp_path / "project"), free_port()
    mistake = "content/services/linshi-jiuzhu.yml:2:5 [yaml/full-width-colon]"
    with preview(project, port, tmp_path / "tmp") as server:
        wait_for(port, "家里突然遇到难处")

        write_content(project / "content", {SERVICE: SOUND.replace("家里突然遇到难处", "家里突然遇到大难处")})
        wait_for(port, "家里突然遇到大难处")

        write_content(project / "content", {SERVICE: SOUND.replace("name: 临时救助\n", "name： 临时救助\n", 1)})
        html = wait_for(port, mistake)
        assert "家里突然遇到大难处" in html

        write_content(project / "content", {SERVICE: SOUND.replace("家里突然遇到难处", "家里突然遇到小难处")})
        wait_for(port, "家里突然遇到小难处", mistake)

        assert "没有找到这个页面" in get(port, "/gongshi/no-such-page/")
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=30) == 0

    assert not (project / "site").exists()
    assert leftovers(project) == []
    assert [path.name for path in (tmp_path / "tmp").iterdir() if path.is_dir()] == []


def test_preview_of_bad_content_does_not_start(tmp_path: Path) -> None:
    """Without a single good edition there is nothing to show: exit 1, with the problems."""
    project = make_project(tmp_path / "project", {SERVICE: SOUND.replace("name: 临时救助\n", "", 1)})

    done = run("generator", "serve", "--address", f"127.0.0.1:{free_port()}", cwd=project)

    assert done.returncode == 1
    assert "content/services/linshi-jiuzhu.yml:1:1 [" in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


def test_preview_on_a_port_in_use_says_so(tmp_path: Path) -> None:
    """The message names the address and not the disk."""
    project = make_project(tmp_path / "project")
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"

        done = run("generator", "serve", "--address", address, cwd=project)

    assert done.returncode == 2
    assert address in done.stderr
    assert "磁盘" not in done.stderr
    assert "Traceback" not in done.stderr


def test_site_dir_of_mkdocs_yml_is_used(tmp_path: Path) -> None:
    """The folder named there becomes the site, and --site-dir goes before it."""
    project = make_project(tmp_path / "project", mkdocs=MKDOCS + "site_dir: public\n")

    build_site(project, None, Settings("none", date(2026, 11, 20)))
    build_site(project, tmp_path / "elsewhere", Settings("none", date(2026, 11, 20)))

    assert tree(project / "public") == tree(tmp_path / "elsewhere") != {}
    assert not (project / "site").exists()
    shutil.rmtree(project / "public")


def test_preview_prints_the_address_of_the_real_site(tmp_path: Path) -> None:
    """MkDocs previews under an address of its own; posters made meanwhile lead to the published page."""
    project = make_project(tmp_path / "project")
    config, previewing = plugin._open_project(project, tmp_path / "preview")
    previewing.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"
    previewing.settings = Settings(posters="none", today=TODAY)
    previewing.on_config(config)

    assert previewing._prepared is not None
    assert previewing._prepared.options.site_url == site_address(project)


@pytest.mark.parametrize("name", ["index.md", "services.md", "services/own.md", "posters/a.md"])
def test_prose_cannot_take_the_address_of_a_record(tmp_path: Path, name: str) -> None:
    """A page that would stand where the program puts its own is refused by name, not lost."""
    project = make_project(tmp_path / "project")
    write_content(project / "content", {f"pages/{name}": "# 我的页面\n"})
    with pytest.raises(NotReady, match=f"content/pages/{name} 的网址由程序使用"):
        build_site(project, None, Settings(posters="none", today=TODAY))
