"""A built site as residents get it: served below a sub-path of a host, and a record of all that goes wrong on it."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree

from playwright.sync_api import Browser, BrowserContext, Page
from project_builder import publish_project

from generator.content.project import PosterMode
from generator.engines.mkdocs import MkDocs
from generator.publish.staging import SiteBusy

PATH = "gongshi/"
"""The folder below the host in which the site lives, as site_url in mkdocs.yml says."""

PHONE, DESKTOP = (360, 740), (1280, 900)
MakePage = Callable[..., Page]


class Host(SimpleHTTPRequestHandler):
    """Serves a folder without a log; a wrong address below the site gets the site's own page, as on common hosts."""

    def log_message(self, format: str, *args: object) -> None:
        pass

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / PATH / "404.html"
        if code != 404 or not self.path.startswith(f"/{PATH}") or not page.exists():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    """Says nothing about a visitor who leaves before the answer."""

    def handle_error(self, request: object, client_address: object) -> None:
        pass


def publish_when_free(project: Path, posters: PosterMode, day: date, site: Path) -> None:
    """Build ``project`` into ``site``, unless it is there; another worker may be building it, with the same cache."""
    for _ in range(300):
        if site.exists():
            return
        try:
            publish_project(project, MkDocs(), posters, day, site=site)
        except SiteBusy:
            time.sleep(1)
        else:
            return
    raise AssertionError(f"nobody let go of {project.name}")


@contextmanager
def served(root: Path) -> Iterator[str]:
    """Serve ``root``, which holds the site in the folder ``PATH``; gives the address of its home page."""
    server = Server(("127.0.0.1", 0), partial(Host, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/{PATH}"
    finally:
        server.shutdown()
        server.server_close()


def addresses(site: Path) -> list[str]:
    """Site-relative addresses of every page that sitemap.xml lists, and of the four that it need not list."""
    tree = ElementTree.parse(site / "sitemap.xml")
    listed = [node.text or "" for node in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    known = [urlsplit(address).path.removeprefix(f"/{PATH}") for address in listed]
    return list(dict.fromkeys([*known, "about/", "search/", "offline/", "404.html"]))


@dataclass
class Complaints:
    """What a visitor never sees but a page must not do: each line names the kind of trouble and its cause."""

    base: str
    found: list[str] = field(default_factory=list)

    def watch(self, page: Page) -> None:
        """Record errors of scripts, dialogs, failed requests, and requests that leave the site."""
        page.on("pageerror", lambda error: self.found.append(f"script: {error}"))
        page.on("dialog", lambda dialog: (self.found.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("console", lambda line: line.type != "log" and self.found.append(f"console: {line.text}"))
        page.on("requestfailed", lambda request: self._fails(request.url, request.failure or ""))
        page.on("response", lambda answer: answer.status >= 400 and self.found.append(f"{answer.status}: {answer.url}"))
        page.on("request", lambda request: self._leaves(request.url))

    def _leaves(self, url: str) -> None:
        if not url.startswith((self.base, "data:", "blob:")):
            self.found.append(f"leaves the site: {url}")

    def _fails(self, url: str, why: str) -> None:
        if why != "net::ERR_ABORTED":  # the visitor went on before the answer had come
            self.found.append(f"failed: {url} {why}")


def wait_for_scripts(page: Page) -> None:
    """Wait until every script that ``page`` has asked for so far is there; `networkidle` takes half a second more."""
    page.wait_for_function(
        "() => [...document.scripts].every(one => !one.src || performance.getEntriesByName(one.src).length)"
    )


@contextmanager
def opening(browser: Browser, site: str, start: str) -> Iterator[MakePage]:
    """A function that opens an address, ``start`` if none is given, in a browser of its own.

    It takes address, size, a script to run first, and what else a browser may be told; on leaving, any complaint of any
    page fails the test.
    """
    opened: list[tuple[BrowserContext, Complaints]] = []

    def make(address: str = start, size: tuple[int, int] = DESKTOP, first: str = "", **more: Any) -> Page:
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, **more)
        context.set_default_timeout(10_000)
        if first:
            context.add_init_script(first)
        page = context.new_page()
        complaints = Complaints(site)
        complaints.watch(page)
        opened.append((context, complaints))
        page.goto(site + address)
        return page

    yield make
    for context, complaints in opened:
        context.close()
        assert complaints.found == []
