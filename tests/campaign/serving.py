"""The preview as somebody else on the network, or a page on the internet, finds it; and after many rebuilds."""

import http.client
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from campaign.outcome import Outcome
from content_builder import minimal_content, write_content
from project_builder import make_project

SERVICE = "services/linshi-jiuzhu.yml"
PAGE = "/gongshi/services/linshi-jiuzhu/"
SECRET = b"THIS IS NOT OF THE SITE"
WAYS_UP = (
    "..",
    "%2e%2e",
    "%2E.",
    "..%2f..",
    "%252e%252e",
    "..\\",
    "..%5c..",
    "%c0%ae%c0%ae",
    "....",
    "..;",
    ".%00.",
    "//..",
)
HOSTS = ("evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::1", "demo.example")
PATIENCE = 60.0


@contextmanager
def preview(project: Path) -> "Iterator[tuple[subprocess.Popen[bytes], int]]":
    """``gongshi serve`` of ``project`` and its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with (project.parent / "log").open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "generator", "serve", "--address", f"127.0.0.1:{port}"],
            cwd=project,
            stdout=log,
            stderr=log,
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
    try:
        wait_for(port, b"")
        yield server, port
    finally:
        server.kill()
        server.wait(30)


def ask(port: int, path: str, host: str | None = None) -> tuple[int, bytes]:
    """Status and body for a path that is sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.putrequest("GET", "/", skip_host=True)
        connection._buffer[0] = f"GET {path} HTTP/1.1".encode("latin-1")  # type: ignore[attr-defined]  # odd paths are refused by the library
        connection.putheader("Host", f"127.0.0.1:{port}" if host is None else host)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


def wait_for(port: int, wanted: bytes) -> None:
    """Wait until the page of the service shows ``wanted``."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            status, body = ask(port, PAGE)
        except OSError:
            status, body = 0, b""
        if status == 200 and wanted in body:
            return
        time.sleep(0.05)
    raise AssertionError(f"{wanted!r} is not shown after {PATIENCE} s")


def requests(project: Path, port: int, count: int, chance: random.Random, outcome: Outcome) -> None:
    """Odd paths and hosts: nothing outside the site, no answer to a name of somebody else."""
    (project / "secret.txt").write_bytes(SECRET)
    (project / ".cache/gongshi/preview/secret.txt").write_bytes(SECRET)
    (project / ".cache/gongshi/preview/site/link.txt").symlink_to(project / "secret.txt")
    targets = ["secret.txt", "etc/passwd", "mkdocs.yml", "gongshi/secret.txt"]
    for number in range(count):
        ups = "/".join(chance.choice(WAYS_UP) for _ in range(chance.randrange(1, 9)))
        path = chance.choice(("/", "/gongshi/", PAGE, "//", "")) + ups + "/" + chance.choice(targets)
        if number % 10 == 0:
            path = chance.choice(
                ("/gongshi/link.txt", "/gongshi/%6cink.txt", "/gongshi//link.txt", "/gongshi/./link.txt")
            )
        _, body = ask(port, path)
        leaked = SECRET in body or b"root:" in body or b"docs_dir" in body
        outcome.add("path out of the site asked for", *([f"{path} leads out"] if leaked else []))
    for number in range(max(len(HOSTS), count // 10)):
        host = HOSTS[number % len(HOSTS)]
        status, body = ask(port, PAGE, host)
        outcome.add("foreign host asked for", *([f"{host} is answered"] if status == 200 else []))


def listens_elsewhere(port: int) -> list[str]:
    """Addresses on which the port is open, other than loopback."""
    lines = [
        line.split() for name in ("tcp", "tcp6") for line in Path(f"/proc/net/{name}").read_text().splitlines()[1:]
    ]
    mine = [cells[1] for cells in lines if cells[3] == "0A" and cells[1].endswith(f":{port:04X}")]
    return [address for address in mine if not address.startswith("0100007F")]


def mebibytes(pid: int) -> float:
    """What a process holds now, without what it shares with files."""
    found = re.search(r"RssAnon:\s+(\d+)", Path(f"/proc/{pid}/status").read_text())
    return int(found[1]) / 1024 if found else 0.0


def rebuilds(project: Path, server: "subprocess.Popen[bytes]", port: int, count: int, outcome: Outcome) -> None:
    """Edits, one after the other: each is shown, and the memory stays what it was after the first tenth."""
    sound = minimal_content()[SERVICE]
    held: list[float] = []
    for number in range(count):
        write_content(project / "content", {SERVICE: sound.replace("家里突然遇到难处", f"家里第{number}次遇到难处")})
        wait_for(port, f"家里第{number}次遇到难处".encode())
        held.append(mebibytes(server.pid))
        outcome.add("rebuild in a preview")
    early, late = max(held[: max(3, count // 5)]), held[-1]
    if late > early * 1.2 + 10:
        outcome.faults.append(f"rebuild in a preview: memory grew from {early:.0f} to {late:.0f} MiB in {count}")
    print(f"preview: {early:.0f} MiB after a fifth of {count} rebuilds, {late:.0f} MiB at the end", file=sys.stderr)


def run(folder: Path, seed: int, size: float = 1.0) -> Outcome:
    """2,000 requests and 300 rebuilds, or the share ``size`` of them."""
    outcome, project = Outcome(), make_project(folder / "project")
    with preview(project) as (server, port):
        outcome.add("preview started", *(f"listens on {address}" for address in listens_elsewhere(port)))
        requests(project, port, round(2000 * size), random.Random(seed), outcome)
        (project / ".cache/gongshi/preview/site/link.txt").unlink()
        rebuilds(project, server, port, max(4, round(300 * size)), outcome)
    if b"Traceback" in (folder / "log").read_bytes():
        outcome.faults.append(f"preview started: a traceback in its log: {(folder / 'log').read_text()[-600:]}")
    return outcome
