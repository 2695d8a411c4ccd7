"""mkdocs_plugin: the same site from MkDocs' own commands, and its preview, which survives a mistake."""

import http.client
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from content_builder import minimal_content, write_content
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from project_builder import MKDOCS, leftovers, make_project, publish_project, run, stamps, tree

from generator.engines.mkdocs import MkDocs
from generator.engines.mkdocs_plugin import GongshiPlugin
from generator.system.clock import china_today

pytestmark = pytest.mark.slow

SERVICE = "services/linshi-jiuzhu.yml"
PAGE = "/gongshi/services/linshi-jiuzhu/"
SOUND = minimal_content()[SERVICE]
HOOK = """
from pathlib import Path
from mkdocs.plugins import event_priority

@event_priority(-1000)
def on_post_build(config):
    Path(config.site_dir, "robots.txt").write_text("User-agent: *", "utf-8")
"""


def test_mkdocs_build_makes_the_same_site(tmp_path: Path) -> None:
    """``mkdocs build --strict`` on its own publishes, without a warning, the very bytes of ``gongshi build``."""
    project = make_project(tmp_path / "project")

    own = run("generator", "build", cwd=project)
    (project / "site").rename(tmp_path / "own")
    theirs = run("mkdocs", "build", "--strict", cwd=project)

    assert (own.returncode, theirs.returncode) == (0, 0)
    assert "WARNING " not in theirs.stderr  # Material names a variable of that name
    assert tree(project / "site") == tree(tmp_path / "own")
    assert leftovers(project) == []
    before = stamps(project / "site")
    assert run("generator", "build", cwd=project).stdout.startswith("没有变化")
    assert run("mkdocs", "build", cwd=project).returncode == 0
    assert stamps(project / "site") == before


def test_mkdocs_build_prints_problems_without_a_traceback(tmp_path: Path) -> None:
    """With bad content ``mkdocs build`` exits 1, tells place and remedy, and leaves the site as it was."""
    project = make_project(tmp_path / "project")
    publish_project(project)
    before = stamps(project / "site")
    write_content(project / "content", {SERVICE: SOUND.replace("name: 临时救助\n", "name： 临时救助\n", 1)})

    done = run("mkdocs", "build", cwd=project)

    assert done.returncode == 1
    assert (
        "content/services/linshi-jiuzhu.yml:2:5 [yaml/full-width-colon] "
        "这里用了中文冒号“：”，应当用英文冒号加一个空格。请写：name: "
    ) in done.stderr
    assert "Traceback" not in done.stderr
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_private_number_stops_mkdocs_too(tmp_path: Path) -> None:
    """A page that fails its last check is not published by ``mkdocs build`` either."""
    project = make_project(tmp_path / "project", {"pages/about.md": "# 关于\n\n[办法](missing.md)\n"})

    done = run("mkdocs", "build", cwd=project)

    assert done.returncode == 1
    assert "content/pages/about.md:3:6：链接 missing.md 没有去处。" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (project / "site").exists()
    assert leftovers(project) == []


@pytest.mark.parametrize(
    "command", [("generator", "build"), ("mkdocs", "build", "--strict")], ids=["gongshi", "mkdocs"]
)
def test_what_other_plugins_add_at_the_end_is_published(tmp_path: Path, command: tuple[str, ...]) -> None:
    """A file that a hook writes after everything else is part of the site, in every build, whoever drives."""
    project = make_project(tmp_path / "project", mkdocs=f"{MKDOCS}hooks: [hook.py]\n")
    (project / "hook.py").write_text(HOOK, "utf-8")

    assert run(*command, cwd=project).returncode == 0
    assert tree(project / "site")["robots.txt"] == b"User-agent: *"
    (project / "hook.py").write_text(HOOK.replace("*", "bot"), "utf-8")
    assert run(*command, cwd=project).returncode == 0

    files = tree(project / "site")
    assert files["robots.txt"] == b"User-agent: bot"
    assert b"robots.txt" in files["gongshi-manifest.json"]


def test_plugin_that_comes_after_the_gate_is_refused_by_name(tmp_path: Path) -> None:
    """All others are moved before it, whatever their priority; one that gets behind it all the same is named."""
    project = make_project(tmp_path / "project", mkdocs=f"{MKDOCS}hooks: [hook.py]\n")
    (project / "hook.py").write_text(HOOK, "utf-8")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / "site"))
    plugin = config.plugins["gongshi"]
    assert isinstance(plugin, GongshiPlugin)
    events = config.plugins.events["post_build"]
    (late,) = [event for event in events if event != plugin.on_post_build]
    assert events[-1] == late

    plugin.on_config(config)
    assert events[-1] == plugin.on_post_build
    plugin._refuse_later_plugins(config)

    events.append(late)
    with pytest.raises(PluginError, match=r"hook\.py"):
        plugin.on_post_build(config=config)
    plugin.on_build_error(error=ValueError())


def test_plugin_that_writes_after_everything_is_named(tmp_path: Path) -> None:
    """Even the very last event of MkDocs does not change the site unnoticed."""
    project = make_project(tmp_path / "project", mkdocs=f"{MKDOCS}hooks: [hook.py]\n")
    hook = "from pathlib import Path\n\ndef on_shutdown():\n    Path('site/robots.txt').write_text('x')\n"
    (project / "hook.py").write_text(hook, "utf-8")

    done = run("mkdocs", "build", cwd=project)

    assert done.returncode == 1
    assert "hooks 要在发布前的检查之后改动网站：hook.py。" in done.stderr
    assert "Traceback" not in done.stderr


def test_preview_prints_the_address_of_the_real_site(tmp_path: Path) -> None:
    """MkDocs previews under an address of its own; posters made meanwhile lead to the published page."""
    project = make_project(tmp_path / "project")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "preview"))
    plugin = GongshiPlugin()
    plugin.on_startup(command="serve", dirty=False)
    config.site_url = "http://127.0.0.1:8000/"
    plugin.on_config(config)

    assert plugin._site is not None
    assert plugin._site.project.site_url == "https://demo.example/gongshi/"
    assert plugin._site.project.site == tmp_path / "preview"
    plugin.on_build_error(error=ValueError())
    assert leftovers(tmp_path) == []


# --- the preview of MkDocs -------------------------------------------------------------------------------------------


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
    """The service's page as soon as it shows ``wanted`` and no longer ``unwanted``; fails after a minute."""
    end = time.monotonic() + 60
    html = ""
    while time.monotonic() < end:
        html = get(port, PAGE)
        if wanted in html and unwanted not in html:
            return html
        time.sleep(0.2)
    raise AssertionError(f"{wanted!r} without {unwanted!r} was not served: {html[:2000]}")


@contextmanager
def served(project: Path, *command: str) -> "Iterator[subprocess.Popen[bytes]]":
    """``python -m COMMAND`` in ``project`` for as long as the block lasts."""
    server = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=project,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        yield server
    finally:
        server.kill()
        server.wait(timeout=30)


@pytest.mark.parametrize(
    "command", [("generator", "serve", "--address"), ("mkdocs", "serve", "-a")], ids=["gongshi", "mkdocs"]
)
def test_preview_follows_edits_and_survives_mistakes(tmp_path: Path, command: tuple[str, ...]) -> None:
    """An edit is shown; a mistake is shown above the last good page; once it is put right, the notice goes away."""
    project, port = make_project(tmp_path / "project"), free_port()
    publish_project(project, MkDocs(), today=china_today())
    before = stamps(project / "site")
    mistake = "content/services/linshi-jiuzhu.yml:2:5 [yaml/full-width-colon]"
    with served(project, *command, f"127.0.0.1:{port}") as server:
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

    assert stamps(project / "site") == before
    assert leftovers(project) == []


# --- the preview of gongshi ------------------------------------------------------------------------------------------


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
