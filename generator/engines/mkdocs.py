"""gongshi in MkDocs: the only importer of mkdocs.

``mkdocs build``, ``mkdocs serve`` and ``gongshi build`` all come through here. MkDocs renders the prose pages, and
one shell for each address and kind of record; ``build.pipeline`` does the rest. The site is built in a staging
folder: MkDocs is pointed there before it cleans its output, so it never touches the published site.
"""

import errno
import logging
import os
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, Literal, TypeVar, cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.commands import serve as mkdocs_serve
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.build.pipeline import BuildOptions, PosterMode, Prepared, Report, UnfitSite, finish, prepare
from generator.content.load import PROSE_FOLDER, is_prose
from generator.content.problems import ContentError, summary
from generator.posters.fonts import FontsMissing
from generator.publish.staging import NotASite, SiteBusy, Stage, discard, lock, open_stage
from generator.site import addresses
from generator.site.frame import frame, shell_source
from generator.site.pages import LIST_TITLES, Shell, name_site, slot
from generator.system.environment import NotReady, templates_folder
from generator.system.progress import StageProgress
from generator.texts.commands import TEXTS
from generator.texts.residents import WORDS

T = TypeVar("T")
log = logging.getLogger("mkdocs.plugins.gongshi")
BEIJING = timezone(timedelta(hours=8))
"""A hall's day is China's day, wherever the site is built."""

_UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "sitemap.xml")
_NAVIGATION = (
    addresses.HOME, addresses.SERVICES, addresses.NOTICES, addresses.RESULTS, addresses.REGULATIONS,
    addresses.MATERIALS, addresses.POSTERS, addresses.SUPERVISION,
)  # fmt: skip


class _Failure(PluginError):
    """A failure that MkDocs reports without a traceback; ``cause`` is what our own commands report."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(f"\n{cause}")
        self.cause = cause


def china_today() -> date:
    """Today in China."""
    return datetime.now(BEIJING).date()


@dataclass
class Settings:
    """What the command line may set beyond mkdocs.yml."""

    posters: PosterMode | None = None
    today: date | None = None
    progress: StageProgress = lambda *_: None


class PluginConfig(base.Config):
    """Options of the plugin in mkdocs.yml."""

    content = config_options.Type(str, default="content")
    posters = config_options.Choice(("changed", "all", "none"), default="changed")


class GongshiPlugin(BasePlugin[PluginConfig]):
    """Adds the records of a hall to a MkDocs site."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.report: Report | None = None
        self._serving = False
        self._prepared: Prepared | None = None
        self._current_problems: tuple[str, ...] = ()
        self._stage: Stage | None = None
        self._shells: dict[str, Shell] = {}
        self._prose: list[tuple[str, str]] = []
        self._held = ExitStack()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is the preview."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read and check the content, then point MkDocs at a staging folder."""
        site = Path(config.site_dir).resolve()  # where a link leads: the link itself stays
        self._stage, self._shells = None, {}
        if not self._serving:
            self._guard(lambda: self._held.enter_context(lock(site)))
        self._stage = self._guard(lambda: open_stage(site))
        self._prepared = self._prepare(config, site)
        config.site_dir = str(self._stage.folder)
        config.docs_dir = str(self._prepared.options.content / PROSE_FOLDER)
        config.site_name = slot("site")
        config.use_directory_urls = True
        config.theme.dirs.insert(0, str(self._prepared.options.templates / "theme"))
        config.theme.static_templates.discard("sitemap.xml")
        config.nav = [{WORDS[LIST_TITLES[address]]: f"{address}index.md"} for address in _NAVIGATION]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each address that records fill; drop the parts of the theme that nothing uses."""
        for file in list(files):
            own = file.src_dir == config.docs_dir
            if own and file.is_documentation_page() and addresses.is_taken(file.url):
                raise _Failure(NotReady(TEXTS["reserved_page"].format(name=file.src_uri)))
            unused = file.src_uri.startswith(_UNUSED) or file.src_uri.endswith(".map")
            if unused or (own and not is_prose(file.src_uri)):
                files.remove(file)
        for address in addresses.LISTS:
            _add_shell(files, config, address, f"{address}index.md")
        for kind in addresses.KINDS:
            _add_shell(files, config, f"{kind}*", f"{kind}{slot('id')}.md")
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The body of a shell is one slot, as it stands."""
        return slot("body") if "gongshi-shell" in page.meta else html

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the theme its words and the facts of the hall."""
        assert self._prepared is not None
        pages = [file.page for file in files.documentation_pages()]
        self._prose = [(str(page.title), page.url) for page in pages if page and "gongshi-shell" not in page.meta]
        env.globals["gs"] = frame(self._prepared.dataset.site, self._prose, self._current_problems)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep a shell for later and write nothing; a page of prose only gets the name of the hall."""
        key = page.meta.get("gongshi-shell")
        if key is not None:
            self._shells[key] = Shell.cut(output)
            return ""
        return self._named(output)

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for wrong addresses carries the name of the hall, too."""
        return self._named(output_content)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Fill the shells, verify the whole, and put it in the place of the published site."""
        prepared, stage = self._prepared, self._stage
        assert prepared is not None
        assert stage is not None
        try:
            self.report = self._guard(lambda: finish(prepared, self._shells, [url for _, url in self._prose], stage))
        finally:
            self._let_go(config)
        for line in self.report.warnings:
            log.warning(line)
        log.info(TEXTS["built"].format(**{**vars(self.report), "problems": summary(self.report.problems)}))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind; a stage that another build holds is not ours to clear."""
        if self._stage:
            discard(self._stage)
        self._held.close()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
        """Rebuild when any content or template changes."""
        assert self._prepared is not None
        log.info(TEXTS["serving"], server.url)
        server.watch(str(self._prepared.options.content))
        server.watch(str(self._prepared.options.templates))

    def _prepare(self, config: MkDocsConfig, site: Path) -> Prepared:
        project = Path(config.config_file_path).parent
        options = BuildOptions(
            content=project / self.config.content,
            site=site,
            templates=templates_folder(),
            cache=project / ".cache" / "gongshi",
            site_url=_address(
                load_config(config.config_file_path) if self._serving else config
            ),  # not the preview's own
            today=self.settings.today or china_today(),
            posters=self.settings.posters or cast("PosterMode", self.config.posters),
            workers=1 if self._serving else min(os.cpu_count() or 1, 8),
            progress=self.settings.progress,
        )
        self._current_problems = ()
        try:
            return prepare(options)
        except ContentError as error:
            if self._serving and self._prepared:
                self._current_problems = tuple(str(p) for p in error.problems if p.severity == "error")
                log.error("%s\n%s", WORDS["serve_problems"], "\n".join(self._current_problems))
                return self._prepared
            raise _Failure(error) from error

    def _guard(self, step: Callable[[], T]) -> T:
        try:
            return step()
        except (ContentError, UnfitSite, NotASite, SiteBusy, FontsMissing, OSError) as error:
            raise _Failure(error) from error

    def _named(self, html: str) -> str:
        assert self._prepared is not None
        return name_site(html, self._prepared.dataset.site.hall.name)

    def _let_go(self, config: MkDocsConfig) -> None:
        assert self._prepared is not None
        assert self._stage is not None
        discard(self._stage)
        config.site_dir = str(self._prepared.options.site)
        self._held.close()


def _add_shell(files: Files, config: MkDocsConfig, key: str, source: str) -> None:
    if existing := files.get_file_from_path(source):
        files.remove(existing)
    files.append(File.generated(config, source, content=shell_source(key)))


def build_site(project: Path, site: Path | None, settings: Settings) -> Report:
    """``gongshi build``. Raises ContentError, UnfitSite, NotASite, SiteBusy, FontsMissing, OSError or Environment."""
    config, plugin = _open_project(project, site)
    plugin.settings = settings
    plugin.on_startup(command="build", dirty=False)
    logging.getLogger("mkdocs").setLevel(logging.CRITICAL)
    try:
        mkdocs_build.build(config)
    except Abort as abort:
        raise _cause(abort) from None
    except _Failure as failure:
        raise failure.cause from None
    assert plugin.report is not None
    return plugin.report


def serve_site(project: Path, address: str) -> None:
    """``gongshi serve``: preview at ``address`` (host:port) and rebuild on every change."""
    _open_project(project, None)
    logging.basicConfig(format="%(message)s")
    log.setLevel(logging.INFO)
    try:
        mkdocs_serve.serve(str(project / "mkdocs.yml"), dev_addr=address)
    except OSError as error:
        if error.errno != errno.EADDRINUSE:
            raise
        raise NotReady(TEXTS["address_taken"].format(address=address)) from None
    except Abort as abort:
        raise _cause(abort) from None
    except _Failure as failure:
        raise failure.cause from None


def site_address(project: Path) -> str | None:
    """site_url of the project, ending in a slash."""
    return _address(_open_project(project, None)[0])


def content_folder(project: Path) -> Path:
    """Where the project keeps its content. Raises Environment when it is not there."""
    named = _open_project(project, None)[1].config.content if (project / "mkdocs.yml").is_file() else "content"
    if not (project / named).is_dir():
        raise NotReady(TEXTS["no_content"].format(name=project.resolve().name, content=named))
    return project / named


def _address(config: MkDocsConfig) -> str | None:
    return config.site_url.rstrip("/") + "/" if config.site_url else None


def _open_project(project: Path, site: Path | None) -> tuple[MkDocsConfig, GongshiPlugin]:
    path = project / "mkdocs.yml"
    if not path.is_file():
        raise NotReady(TEXTS["no_project"].format(name=project.resolve().name))
    try:
        config = load_config(str(path), site_dir=str(site) if site else None)
    except (ConfigurationError, Abort) as error:
        raise NotReady(TEXTS["bad_project"].format(reason=error)) from None
    plugin = config.plugins.get("gongshi")
    if not isinstance(plugin, GongshiPlugin):
        raise NotReady(TEXTS["no_plugin"])
    return config, plugin


def _cause(abort: Abort) -> Exception:
    context = abort.__context__
    if isinstance(context, _Failure):
        return context.cause
    return NotReady(str(context or abort))
