"""verify: over every kind of place, and over the web as visitors get it."""

import gzip
import http.server
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from delivery_sites import FIRST, SECOND, WITHDRAWN, make_site, way
from project_builder import publish_once

from generator.cli import main
from generator.delivery.deliver import deliver
from generator.delivery.folder import FolderTarget
from generator.delivery.opening import open_place, open_target
from generator.delivery.target import TargetFailed
from generator.delivery.told import verified
from generator.delivery.verify import NotAsPublished, verify
from generator.system.environment import NotReady, Refused

SITE = {**FIRST, "404.html": b"nothing here"}


class Web(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; ``how`` says what the server does to what it serves."""

    how = ""

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        """As a server does that packs everything, hides what begins with a dot, or finds everything."""
        path = Path(self.translate_path(self.path))
        if self.how == "hides" and "/." in self.path:
            self.send_error(403)
        elif self.how == "packs" and path.is_file():
            self._send(gzip.compress(path.read_bytes()), "Content-Encoding", "gzip")
        elif self.how == "finds" and not path.is_file():
            self._send((Path(self.directory) / "404.html").read_bytes(), "X-Odd", "1")
        elif self.how == "pieces" and path.is_file():
            self.send_response(200)
            self.send_header("Transfer-Encoding", "chunked")
            self.end_headers()
            data = path.read_bytes()
            self.wfile.write(b"%x\r\n%s\r\n0\r\n\r\n" % (len(data), data))
        else:
            super().do_GET()

    def _send(self, data: bytes, header: str, value: str) -> None:
        self.send_response(200)
        self.send_header(header, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


@pytest.fixture
def www(tmp_path: Path) -> Path:
    """A folder with a published site."""
    deliver(make_site(tmp_path / "site", SITE), FolderTarget(tmp_path / "www"), way())
    return tmp_path / "www"


@pytest.fixture
def web(www: Path, request: pytest.FixtureRequest) -> Iterator[str]:
    """Its address on the web."""
    kind = type("Served", (Web,), {"how": getattr(request, "param", ""), "protocol_version": "HTTP/1.1"})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(www)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


@pytest.mark.parametrize("web", ["", "packs", "hides", "finds", "pieces"], indirect=True)
def test_the_web_is_compared_with_the_manifest_of_this_computer(web: str, www: Path, tmp_path: Path) -> None:
    """Whatever a server does to files on their way: right, and then with each kind of fault."""
    files = make_site(tmp_path / "site", SITE).files
    assert verify(open_place(web), files, [WITHDRAWN, "gone.html"]).is_right

    (www / "services/index.html").unlink()
    (www / "办事 指南/50%.html").write_bytes(b"else")
    (www / "gone.html").write_bytes(b"withdrawn")
    found = verify(open_place(f"{web}/"), files, ["gone.html", "also-gone.html"])

    assert found.missing == ("services/index.html",)
    assert found.changed == ("办事 指南/50%.html",)
    assert found.still_there == ("gone.html",)
    with pytest.raises(NotAsPublished):
        list(verified(found))


def test_from_another_computer_what_the_target_remembers_counts(web: str, www: Path) -> None:
    """No project is needed."""
    found = verify(open_place(web), {}, [])
    assert (found.is_right, found.is_own, found.count) == (True, False, len(SITE))
    assert "那里记着的清单" in "".join(verified(found))

    (www / "sw.js").write_bytes(b"changed")
    assert verify(open_place(web), {}, []).changed == ("sw.js",)


def test_without_any_manifest_nothing_can_be_compared(web: str, www: Path) -> None:
    """It says where there is one."""
    (www / ".gongshi/delivered.json").unlink()

    with pytest.raises(NotReady, match="请在项目文件夹里运行"):
        verify(open_place(web), {}, [])


def test_a_target_is_listed_and_read(www: Path, tmp_path: Path) -> None:
    """What was withdrawn in the new site is still there; strange files are named and no fault."""
    (www / "web.config").write_bytes(b"theirs")
    site = make_site(tmp_path / "site-2", {**SECOND, "404.html": b"nothing here"})

    found = verify(FolderTarget(www), site.files, [])

    assert found.still_there == (WITHDRAWN,)
    assert found.missing == ("assets/new.css", "services/linshi/index.html")
    assert found.is_newer
    deliver(site, FolderTarget(www), way())
    assert list(verified(verify(FolderTarget(www), site.files, [WITHDRAWN])))[1:] == [
        "那里还有 1 个不是本程序放的文件，没有动，例如 web.config。"
    ]


def test_a_server_that_is_not_there_or_fails_is_told(web: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A site that cannot be asked is not a site without files."""
    with pytest.raises(TargetFailed, match="对方不接受连接"):
        open_place("http://127.0.0.1:9").read(["index.html"])
    monkeypatch.setattr(Web, "do_GET", lambda self: self.send_error(500))
    with pytest.raises(TargetFailed, match="HTTP 500"):
        open_place(web).read(["index.html"])


def test_the_web_is_read_only(tmp_path: Path) -> None:
    """And passwords have no place in an address."""
    with pytest.raises(Refused, match="--verify"):
        open_target("https://www.example.com/")
    with pytest.raises(Refused) as caught:
        open_place("https://geheim@www.example.com/")
    assert "geheim" not in str(caught.value)


# --- the command -----------------------------------------------------------------------------------------------------


def gongshi(project: Path, *arguments: str) -> Result:
    """Run ``gongshi publish``; an exception that would be a traceback fails the test."""
    typed = ["publish", "-C", str(project), *arguments]
    return CliRunner().invoke(main, typed, prog_name="gongshi", catch_exceptions=False)


def test_the_command_compares_from_the_project_and_from_anywhere(tmp_path: Path) -> None:
    """0 where all is right, 1 with each address where it is not; what was taken down is remembered at home."""
    project, www = publish_once(tmp_path)(), tmp_path / "www"
    assert gongshi(project, str(www)).exit_code == 0

    right = gongshi(project, "--verify", str(www))
    assert (right.exit_code, "本机网站的清单一致" in right.stdout) == (0, True)
    anywhere = gongshi(tmp_path, "--verify", str(www))
    assert (anywhere.exit_code, "那里记着的清单一致" in anywhere.stdout) == (0, True)

    (www / "index.html").write_bytes(b"defaced")
    wrong = gongshi(project, "--verify", str(www))
    assert wrong.exit_code == 1
    assert wrong.stdout == "不一样 index.html\n"
    assert "和清单不一致" in wrong.stderr


def test_what_was_taken_down_is_remembered(tmp_path: Path) -> None:
    """Though the target has forgotten it: a cache on the web may still have it."""
    project, www = publish_once(tmp_path)(), tmp_path / "www"
    gongshi(project, str(www))
    state = www / ".gongshi/delivered.json"
    state.write_text(state.read_text("utf-8").replace('"files": {', '"files": {"old.html": "",', 1), "utf-8")
    (www / "old.html").write_bytes(b"withdrawn")

    assert "撤下 1 个" in gongshi(project, str(www)).stdout
    (www / "old.html").write_bytes(b"withdrawn")  # back, from a copy

    assert "该撤下的还在 old.html" in gongshi(project, "--verify", str(www)).stdout
