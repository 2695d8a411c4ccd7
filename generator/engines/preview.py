"""The preview (``gongshi serve``): a local server that builds a site of its own after each change."""

import errno
import logging
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from html import escape
from threading import Lock, Thread
from typing import Any

from mkdocs.livereload import LiveReloadServer

from generator.build.incremental import build
from generator.build.memory import open_memory
from generator.build.options import BuildOptions, Report
from generator.build.pipeline import site_path
from generator.content.problems import ContentError
from generator.content.project import SETTINGS_FILE, Project
from generator.engines.requests import Application, guarded
from generator.publish.files_in_use import failure_of
from generator.publish.staging import SiteBusy
from generator.site.frame import Engine
from generator.system.clock import china_today
from generator.system.environment import NotReady, cores
from generator.system.failures import Died, Failure
from generator.texts.commands import TEXTS
from generator.texts.pages import WORDS

POLLING_SECONDS = 0.2
"""How often the preview looks for changes."""

DELAY_SECONDS = 0.03
"""How long it waits for more of them: editors write a file in several steps."""

log = logging.getLogger(__name__)


class Preview:
    """Publishes a project into a folder of the cache; what it has read stays in memory from one change to the next.

    It shows what sign-off holds back, too: those who approve it look at it here.
    """

    def __init__(self, project: Project, engine: Engine) -> None:
        self.project = replace(project, site=project.cache / "preview" / "site")
        self.problems: tuple[str, ...] = ()
        self._engine = engine
        self._memory = open_memory(self.project)
        self._one_at_a_time = Lock()

    def publish(self) -> Report:
        """Build the site, posters and all. Raises what ``incremental.build`` raises."""
        options = BuildOptions(china_today(), self.project.posters, cores(), drafts=True)
        with self._one_at_a_time:
            return build(self.project, options, self._engine, self._memory)

    def publish_again(self) -> None:
        """Build after a change; where that fails, the last sound edition stays, and its pages show why.

        The pages come first: posters are printed while somebody reads them.
        """
        today, mode = china_today(), self.project.posters
        self._publish(BuildOptions(today, "none" if mode == "none" else "kept", drafts=True))
        if mode != "none" and not self.problems:
            Thread(target=self._publish, args=(BuildOptions(today, mode, drafts=True),), daemon=True).start()

    def _publish(self, options: BuildOptions) -> None:
        try:
            with self._one_at_a_time:
                report = build(self.project, options, self._engine, self._memory)
        except ContentError as error:
            self.problems = tuple(str(problem) for problem in error.problems if problem.severity == "error")
        except SiteBusy:
            self.problems = (TEXTS["busy"],)
        except Failure as error:
            self.problems = tuple(line.text for line in error.report())
        except OSError as error:
            self.problems = tuple(line.text for line in failure_of(error).report())
        except (MemoryError, Died):
            self.problems = (TEXTS["no_memory"],)
        else:
            self.problems = ()
            for warning in report.warnings:
                log.warning(warning)
        for problem in self.problems:
            log.error(problem)

    def with_problems(self, application: Application) -> Application:
        """``application``, whose pages also show what is wrong with the content."""

        def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
            if not self.problems:
                return application(environ, start_response)
            heard: list[Any] = []
            body = b"".join(application(environ, lambda *said: heard.extend(said)))
            status, headers = heard
            if ("Content-Type", "text/html") in headers:
                body = _behind_body(body, _banner(self.problems))
            headers = [(name, value) for name, value in headers if name != "Content-Length"]
            start_response(status, [*headers, ("Content-Length", str(len(body)))])
            return [body]

        return answer


def serve(project: Project, address: str, engine: Engine) -> None:
    """Serve at ``address`` (host:port) until interrupted. Raises NotReady, and what a build raises."""
    host, port = _host_and_port(address)
    logging.basicConfig(format="%(message)s")
    log.setLevel(logging.INFO)
    preview = Preview(project, engine)
    preview.publish()
    folder, path = str(preview.project.site), site_path(project)
    server = LiveReloadServer(preview.publish_again, host, port, folder, path, polling_interval=POLLING_SECONDS)
    server.allow_reuse_address = sys.platform != "win32"  # there, two previews would share the port
    server.build_delay = DELAY_SECONDS
    server.set_app(guarded(preview.with_problems(server.serve_request), preview.project.site, path, host))
    server.error_handler = lambda _: (preview.project.site / "404.html").read_bytes()
    for watched in (project.root / SETTINGS_FILE, project.content, project.templates):
        server.watch(str(watched))
    log.info(TEXTS["serving"], server.url)
    try:
        server.serve()
    except KeyboardInterrupt:
        pass
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise NotReady(TEXTS["address_taken"].format(address=address)) from None
    finally:
        server.shutdown()


def _host_and_port(address: str) -> tuple[str, int]:
    host, _, port = address.rpartition(":")
    if not (host and port.isascii() and port.isdecimal() and int(port) < 65_536):
        raise NotReady(TEXTS["bad_address"])
    return host.strip("[]"), int(port)


def _banner(problems: Iterable[str]) -> bytes:
    listed = "".join(f"<li>{escape(problem)}</li>" for problem in problems)
    heading = f"<strong>{WORDS['serve_problems']}</strong>"
    return f'<div class="gs-problems" role="alert">{heading}<ul>{listed}</ul></div>'.encode()


def _behind_body(html: bytes, banner: bytes) -> bytes:
    """``html`` with ``banner`` at the beginning of its body."""
    start = html.find(b"<body")
    end = html.find(b">", start) + 1 if start >= 0 else 0
    return html[:end] + banner + html[end:]
