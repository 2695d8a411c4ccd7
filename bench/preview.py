"""How long the preview takes from saving a file to the page that shows it."""

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import measure

POLLING_SECONDS, PATIENCE_SECONDS = 0.02, 600.0


@contextmanager
def preview(project: Path, path: str) -> Iterator[str]:
    """Run ``gongshi serve`` on a free port until its first page is there; give the address of the site."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [*measure.GONGSHI, "serve", "--address", f"127.0.0.1:{port}"]
    with (project / "serve.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=project, env=measure.environment(), stdout=log, stderr=log)
        try:
            address = f"http://127.0.0.1:{port}{path}"
            seconds_until(address, lambda page: "</html>" in page, process)
            yield address
        finally:
            process.terminate()
            process.wait()


def seconds_until(
    address: str, shows: Callable[[str], bool], process: "subprocess.Popen[bytes] | None" = None
) -> float:
    """Ask for a page again and again, as the browser does, until it ``shows`` what it is to show."""
    started = time.perf_counter()
    while time.perf_counter() - started < PATIENCE_SECONDS:
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE_SECONDS) as answer:  # noqa: S310 # our own preview
                if shows(answer.read().decode()):
                    return time.perf_counter() - started
        except (urllib.error.URLError, ConnectionError):
            if process and process.poll() is not None:
                break
        time.sleep(POLLING_SECONDS)
    raise SystemExit(f"{address} never showed what was waited for")
