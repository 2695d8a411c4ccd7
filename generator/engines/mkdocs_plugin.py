"""gongshi inside MkDocs: the plugin, and the frame that MkDocs and its theme render.

MkDocs sees the prose pages, and one shell for each address and kind of record. Who drives differs. ``gongshi build``
calls ``render_frame``, which runs MkDocs on a folder of its own. In ``mkdocs build`` and ``mkdocs serve`` MkDocs runs
first, and the plugin publishes the site when the frame is there; both take the steps of ``build.pipeline``.
"""

import logging
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import base, config_options, load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, ConfigurationError, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from generator.content.folding import unfolded_html
from generator.content.prose import heading_anchor, is_prose, opening
from generator.content.settings_yaml import read_settings
from generator.site import addresses
from generator.site.frame import NAVIGATION, Frame, FrameSource, shell_file, shell_sources
from generator.site.shells import slot
from generator.system.environment import NotReady
from generator.system.failures import Failure
from generator.system.on_demand import load
from generator.texts.commands import TEXTS
from generator.texts.pages import WORDS

if TYPE_CHECKING:
    from generator.build.options import Report
    from generator.engines.publication import Publication

T = TypeVar("T")
_OF_A_SETTING = re.compile(r"Config value '(?P<key>\w+)': (?P<reason>[^\n]+)")
log = logging.getLogger("mkdocs.plugins.gongshi")


class _Failed(PluginError):
    """A failure that MkDocs reports without a traceback; ``cause`` is what our own commands report."""

    def __init__(self, cause: Exception) -> None:
        super().__init__(f"\n{cause}")
        self.cause = cause


class PluginConfig(base.Config):
    """Options of the plugin in mkdocs.yml; ``content.project`` reads them without MkDocs."""

    content = config_options.Type(str, default="content")
    posters = config_options.Choice(("changed", "all", "none"), default="changed")


class GongshiPlugin(BasePlugin[PluginConfig]):
    """Renders the frame of a hall's site, and publishes the site where MkDocs drives."""

    def __init__(self) -> None:
        self.source: FrameSource | None = None
        self.report: Report | None = None
        self._shells: dict[str, str] = {}
        self._prose: list[tuple[str, str]] = []
        self._site: Publication | None = None
        self._serving = False
        self._last_ones = ""

    def drive(self, source: FrameSource | None) -> None:
        """Render for ``source``, not for MkDocs; None when done: MkDocs keeps a plugin for later settings."""
        self.source, self._site = source, None

    def frame(self, folder: Path) -> Frame:
        """What was rendered; ``folder`` holds the files that MkDocs wrote."""
        files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
        return Frame(
            dict(self._shells), tuple(self._prose), {address: path.read_bytes() for address, path in files.items()}
        )

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether this is the preview of MkDocs."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Point MkDocs at the prose of the hall and at a folder that is not the site."""
        source = self.source
        if source is None:
            self._site = self._site or _publication(config, self._serving)
            source = _guarded(self._site.begin)
            config.site_dir = str(self._site.scratch)
            self._publish_last(config)
        self._shells, self._prose = {}, []
        config.docs_dir = str(source.prose)
        config.site_name = slot("site")
        config.use_directory_urls = True
        config.theme.dirs.insert(0, str(source.theme))
        config.mdx_configs.setdefault("toc", {}).setdefault("slugify", heading_anchor)
        config.mdx_configs.setdefault("tables", {}).setdefault(
            "use_align_attribute", True
        )  # styles in pages are refused
        config.theme.static_templates.discard("sitemap.xml")
        config.nav = [{WORDS[addresses.LIST_TITLES[address]]: f"{address}index.md"} for address in NAVIGATION]
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add a page for each shell; drop what may not be published, and all files of the theme: no page loads them."""
        ours, theirs = config.theme.dirs[0], config.theme.dirs[1:]
        for file in list(files):
            own = file.src_dir == config.docs_dir
            if own and file.is_documentation_page() and addresses.is_taken(file.url):
                raise _Failed(NotReady(TEXTS["reserved_page"].format(name=file.src_uri)))
            of_theme = file.src_dir in theirs and file.src_dir not in (ours, config.theme.custom_dir)
            if of_theme or (own and not is_prose(file.src_uri)):
                files.remove(file)
        for key, source in shell_sources().items():
            if existing := files.get_file_from_path(shell_file(key)):
                files.remove(existing)
            files.append(File.generated(config, shell_file(key), content=source))
        return files

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The body of a shell is one slot, as it stands; prose has no blanks where a line of Chinese text ended."""
        if "gongshi-shell" in page.meta:
            return slot("body")
        text = unfolded_html(html)
        page.meta.setdefault("description", opening(text))
        return text

    def on_env(self, env: Any, *, config: MkDocsConfig, files: Files) -> Any:
        """Give the theme its words and the facts of the hall."""
        pages = [file.page for file in files.documentation_pages()]
        self._prose = [(str(page.title), page.url) for page in pages if page and "gongshi-shell" not in page.meta]
        source = self._site.source if self._site else self.source
        assert source is not None
        env.globals["gs"] = source.variables(self._prose)
        return env

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Keep a shell for later and write nothing for it."""
        key = page.meta.get("gongshi-shell")
        if key is None:
            return output
        self._shells[key] = output
        return ""

    def _publish_last(self, config: MkDocsConfig) -> None:
        """Move this plugin behind all others, of whatever priority: they write before the gate looks."""
        for name, own in (("post_build", self.on_post_build), ("shutdown", self.on_shutdown)):
            events = config.plugins.events[name]
            if own in events:
                events.remove(own)
                events.append(own)
        events = config.plugins.events["shutdown"]
        self._last_ones = _names(config, [event for event in events if event != self.on_shutdown])

    def _refuse_later_plugins(self, config: MkDocsConfig) -> None:
        """Refuse plugins that put themselves behind this one meanwhile: what they write, the gate would not see."""
        events = config.plugins.events["post_build"]
        later = events[events.index(self.on_post_build) + 1 :] if self.on_post_build in events else []
        if later:
            raise _Failed(NotReady(TEXTS["after_the_gate"].format(names=_names(config, later))))

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Where MkDocs drives: publish the site, after whatever other plugins add to the frame."""
        if self._site is None:
            return
        self._refuse_later_plugins(config)
        site = self._site
        self.report = report = _guarded(lambda: site.publish(self.frame(site.scratch)))
        config.site_dir = str(site.project.site)
        for line in report.warnings:
            log.warning(line)
        log.info(_guarded(lambda: site.told(report)))

    def on_shutdown(self) -> None:
        """Say so where a plugin has written into the site after it was published."""
        if self._site and not self._site.is_as_published():
            raise _Failed(NotReady(TEXTS["after_the_gate"].format(names=self._last_ones)))

    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing behind."""
        if self._site:
            self._site.end()

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]) -> None:
        """Rebuild when any content or template changes."""
        assert self._site is not None
        server.watch(str(self._site.project.content))
        server.watch(str(self._site.project.templates))


def _names(config: MkDocsConfig, events: Sequence[Callable[..., Any]]) -> str:
    """What mkdocs.yml calls the plugins and hooks of ``events``; MkDocs keeps that for its own log."""
    return "、".join(str(config.plugins._event_origins.get(event, event.__module__)) for event in events)


def _publication(config: MkDocsConfig, serving: bool) -> "Publication":
    """What publishes the site where MkDocs drives; the pipeline is loaded for nobody else."""
    module = load("generator.engines.publication")
    project, site = Path(config.config_file_path).parent, Path(config.site_dir)
    return cast("Publication", _guarded(lambda: module.Publication(project, site, serving)))


def render_frame(source: FrameSource, folder: Path) -> Frame:
    """Run MkDocs with the project's settings; ``folder`` takes what it writes. Raises NotReady."""
    config = _settings(source.settings, folder)
    plugin = config.plugins.get("gongshi")
    if not isinstance(plugin, GongshiPlugin):
        raise NotReady(TEXTS["no_plugin"])
    plugin.drive(source)
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        mkdocs_build.build(config)
    except Abort as abort:
        context = abort.__context__
        raise context.cause if isinstance(context, _Failed) else NotReady(str(context or abort)) from None
    except _Failed as failure:
        raise failure.cause from None
    finally:
        logger.setLevel(level)
        plugin.drive(None)
    return plugin.frame(folder)


def _settings(path: Path, folder: Path) -> MkDocsConfig:
    """mkdocs.yml as MkDocs reads it, for a site in ``folder``. Raises NotReady with all that MkDocs complains of."""
    complaints = _Complaints(logging.ERROR)
    logger = logging.getLogger("mkdocs")
    logger.addHandler(complaints)
    try:
        return load_config(str(path), site_dir=str(folder))
    except (ConfigurationError, Abort) as error:
        said = "；".join(_with_line(path, one) for one in complaints.said)
        raise NotReady(TEXTS["bad_project"].format(reason=said or error)) from None
    finally:
        logger.removeHandler(complaints)


def _with_line(path: Path, complaint: str) -> str:
    """What MkDocs complains of, with the line of the setting if it names one."""
    found = _OF_A_SETTING.match(complaint)
    if not found:
        return complaint
    line = read_settings(path).root.key(found["key"]).line
    return TEXTS["bad_setting"].format(line=line, key=found["key"], reason=found["reason"].rstrip("."))


class _Complaints(logging.Handler):
    """Remembers what is logged: MkDocs logs what is wrong with its settings, and raises no more than that it is."""

    def __init__(self, level: int) -> None:
        super().__init__(level)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Remember one line."""
        self.said.append(record.getMessage())


def _guarded(step: Callable[[], T]) -> T:
    """Run ``step``; turn an expected failure into one that MkDocs reports without a traceback."""
    try:
        return step()
    except (Failure, OSError) as error:
        raise _Failed(error) from error
