"""The settings of a project: its folders, the address of its site, which posters are made.

They are read from mkdocs.yml, the only settings file, without MkDocs. Folders, the address, the options of the plugin
``gongshi`` and what a Chinese site needs of MkDocs and its theme (``frame_settings``) are checked; all other settings
are left to MkDocs. Mistakes are reported like those of content, each with its place, all in one run.
"""

import difflib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast, get_args

from generator.content.frame_settings import complaints, may_be_folder
from generator.content.problems import ContentError, Problem, excerpt, in_order, make_problem, quote
from generator.content.prose import PROSE_FOLDER
from generator.content.settings_yaml import Setting, Settings, UnreadableSettings, read_settings
from generator.content.site_address import AddressFault, site_address
from generator.system.environment import NotReady, templates_folder
from generator.texts.commands import TEXTS

PosterMode = Literal["all", "changed", "none"]

SETTINGS_FILE = "mkdocs.yml"
PLUGIN = "gongshi"
CONTENT_FOLDER = "content"
POSTER_MODES: tuple[PosterMode, ...] = ("changed", "all", "none")
PLUGIN_OPTIONS = ("content", "posters", "enabled")
"""The options that the plugin takes; ``enabled`` is one that MkDocs gives to every plugin."""


@dataclass(frozen=True)
class Project:
    """Absolute folders and settings of one project.

    ``docs`` is the folder of prose that MkDocs reads. ``kept`` is where the journal, the list of what hangs and the
    keys are: what nobody can make again. ``site_url`` ends in a slash. ``settings_sha256`` changes with everything in
    mkdocs.yml and the files that it inherits from.
    """

    root: Path
    content: Path
    docs: Path
    kept: Path
    site: Path
    cache: Path
    templates: Path
    site_url: str | None
    posters: PosterMode
    settings_sha256: str


class BadSettings(ContentError):
    """mkdocs.yml has errors, so that the content folder is not known and nothing else was checked."""

    consequence = TEXTS["settings_first"]


def open_project(folder: Path, site_dir: Path | None = None) -> Project:
    """Read the project in ``folder``; ``site_dir``, relative to the working directory, replaces that of mkdocs.yml.

    Raises BadSettings with every mistake, and NotReady where there is no mkdocs.yml or no content folder.
    """
    root = _absolute(folder)
    path = root / SETTINGS_FILE
    if not path.is_file():
        raise NotReady(TEXTS["no_project"].format(name=root.resolve().name))
    try:
        settings = read_settings(path)
    except UnreadableSettings as error:
        fault = error.fault
        values = {name: quote(value) if name == "name" else value for name, value in fault.values.items()}
        raise BadSettings((make_problem(fault.rule, error.path, fault.line, fault.column, values),)) from None
    reader = _SettingsReader(root)
    project = reader.read(settings, _absolute(site_dir) if site_dir else None)
    if reader.problems:
        raise BadSettings(in_order(reader.problems))
    _require_content(root, project.content)
    return project


def content_folder(folder: Path) -> Path:
    """The content folder of the project in ``folder``; ``content`` if there is no mkdocs.yml.

    Raises BadSettings and NotReady.
    """
    root = _absolute(folder)
    if (root / SETTINGS_FILE).is_file():
        return open_project(folder).content
    _require_content(root, root / CONTENT_FOLDER)
    return root / CONTENT_FOLDER


def approved_folder(content: Path) -> Path:
    """Where approved versions of the records in the folder ``content`` are kept, beside it (``sign_off``)."""
    return content.with_name("approved")


def cache_folder(folder: Path) -> Path:
    """Where what can be made again is kept for the project in ``folder``."""
    return _absolute(folder) / ".cache" / PLUGIN


def _require_content(root: Path, content: Path) -> None:
    if not content.is_dir():
        named = os.path.relpath(content, root)
        raise NotReady(TEXTS["no_content"].format(name=root.resolve().name, content=named))


def _absolute(path: Path) -> Path:
    """``path`` as an absolute path, without following links."""
    return Path(os.path.abspath(path))  # noqa: PTH100  # resolve() would follow links, and MkDocs does not.


class _SettingsReader:
    """Reads and checks the settings that gongshi uses; collects every mistake in ``problems``."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def read(self, settings: Settings, site: Path | None) -> Project:
        """The project; not to be used when there are problems."""
        root = settings.root
        if not root.is_mapping:
            self._note("project/fields", root)
        self._refuse_repeated(root)
        top = root.entries()
        options = self._options(root, top.get("plugins"))
        content = self._content(options.get("content"))
        prose = Path(os.path.relpath(content / PROSE_FOLDER, self.root)).as_posix()
        for rule, place, values in complaints(root, self.root, prose) if root.is_mapping else ():
            self._note(rule, place, **values)
        inside = self._folder("site_dir", top.get("site_dir"), "site", "site")
        if site is None and "site_dir" in top:
            if content.is_relative_to(inside):
                self._note("project/site-dir", top["site_dir"])
            elif inside.is_relative_to(content):
                self._note("project/site-in-content", top["site_dir"])
        return Project(
            root=self.root,
            content=content,
            docs=self._folder("docs_dir", top.get("docs_dir"), "docs", prose),
            kept=self.root,
            site=site or inside,
            cache=cache_folder(self.root),
            templates=templates_folder(),
            site_url=self._address(top.get("site_url")),
            posters=self._posters(options.get("posters")),
            settings_sha256=settings.sha256,
        )

    def _content(self, setting: Setting | None) -> Path:
        """The content folder; one that the settings name has to be there."""
        content = self._folder("content", setting, CONTENT_FOLDER, CONTENT_FOLDER)
        if setting and content != self.root / CONTENT_FOLDER and not os.path.isdir(content):  # noqa: PTH112  # as in frame_settings
            values = {"key": "content", "value": quote(setting.shown), "example": CONTENT_FOLDER}
            self._note("project/no-folder", setting, **values)
        return content

    def _address(self, setting: Setting | None) -> str | None:
        if setting is None or setting.is_nothing or setting.text == "":
            return None
        address = site_address(setting.text or "")
        if isinstance(address, AddressFault):
            self._note(address.rule, setting, value=quote(setting.shown), address=address.corrected)
            return None
        return address

    def _folder(self, key: str, setting: Setting | None, default: str, example: str) -> Path:
        if setting is None or setting.is_nothing:
            return self.root / default
        if not setting.text or not may_be_folder(setting.text):
            self._note("project/folder", setting, key=key, value=quote(setting.shown), example=example)
            return self.root / default
        return _absolute(self.root / setting.text)

    def _posters(self, setting: Setting | None) -> PosterMode:
        if setting is None or setting.is_nothing:
            return POSTER_MODES[0]
        if setting.text not in get_args(PosterMode):
            choices = {"choices": "、".join(POSTER_MODES), "first": POSTER_MODES[0]}
            self._note("project/posters", setting, value=quote(setting.shown), **choices)
            return POSTER_MODES[0]
        return cast("PosterMode", setting.text)

    def _options(self, root: Setting, plugins: Setting | None) -> dict[str, Setting]:
        """The options of the plugin; none where they are wrong."""
        if plugins is None or plugins.is_nothing:
            self._note("project/plugin", root if plugins is None else root.key("plugins"), line="plugins: [gongshi]")
            return {}
        if not (plugins.is_list or plugins.is_mapping):
            self._note("project/plugins", plugins, value=quote(plugins.shown))
            return {}
        named = list(self._mentions(plugins))
        if not named:
            self._note("project/plugin", root.key("plugins"), line="- gongshi" if plugins.is_list else "gongshi: {}")
            return {}
        for key, _ in named[1:]:
            self._note("project/plugin-twice", key)
        options = named[0][1]
        if options is None or options.is_nothing:
            return {}
        if not options.is_mapping:
            self._note("project/options", options, value=quote(options.shown))
            return {}
        return self._known(options)

    def _mentions(self, plugins: Setting) -> Iterator[tuple[Setting, Setting | None]]:
        """Each place that names the plugin, and the options there."""
        if plugins.is_mapping:
            self._refuse_repeated(plugins)
            if PLUGIN in plugins.entries():
                yield plugins.key(PLUGIN), plugins.entries()[PLUGIN]
        for item in plugins.items():
            if _is_plugin(item):
                yield item, None
            keys = item.own_keys()
            for key in filter(_is_plugin, keys):
                yield key, item.entries()[str(key.text)]
                for other in keys:
                    if other != key:
                        self._note("project/plugin-indent", other, key=excerpt(str(other.shown)))

    def _known(self, options: Setting) -> dict[str, Setting]:
        self._refuse_repeated(options)
        entries = options.entries()
        for name, value in entries.items():
            if name not in PLUGIN_OPTIONS:
                near = difflib.get_close_matches(name, PLUGIN_OPTIONS, 1) or PLUGIN_OPTIONS[:2]
                key = options.key(name)
                self._note(
                    "project/option", value if key is options else key, field=excerpt(name), near="、".join(near)
                )
        if (enabled := entries.get("enabled")) and enabled.truth is False:
            self._note("project/plugin-off", enabled)
        return entries

    def _refuse_repeated(self, mapping: Setting) -> None:
        seen: set[str] = set()
        for key in mapping.own_keys():
            name = str(key.shown)
            if name in seen and name != "<<":
                self._note("yaml/duplicate-key", key, key=excerpt(name))
            seen.add(name)

    def _note(self, rule: str, place: Setting, **values: str) -> None:
        self.problems.append(make_problem(rule, place.path, place.line, place.column, values))


def _is_plugin(setting: Setting) -> bool:
    """Whether this is the plugin's name; MkDocs ignores a slash in front of it."""
    return setting.text is not None and setting.text.removeprefix("/") == PLUGIN
