"""MkDocs with the theme Material as the engine of the frame; loaded only when a frame has to be rendered."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, cast

from generator.content.settings_yaml import Setting, UnreadableSettings, read_settings
from generator.system.on_demand import load
from generator.system.program import versions

if TYPE_CHECKING:  # a build without a change needs no records, and the frame is described in terms of them
    from generator.site.frame import Frame, FrameSource

LIBRARIES = (
    "mkdocs", "mkdocs-material", "mkdocs-material-extensions", "jinja2", "markdown", "pymdown-extensions", "pygments",
    "babel", "pyyaml", "mergedeep", "pathspec", "mkdocs-ng", "mkdocs-materialx",
)  # fmt: skip
"""Everything whose version decides what MkDocs renders; a continuation of MkDocs or Material counts when installed."""


PLUGINS = ("gongshi", "search", "material/search")
"""Plugins of which it is known that they read nothing but mkdocs.yml and the prose."""

EXTENSIONS = (
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes", "md_in_html",
    "meta", "nl2br", "sane_lists", "smarty", "tables", "toc", "wikilinks",
)  # fmt: skip
"""Extensions of Markdown of which the same is known, beside all of pymdownx but the one that includes files."""

_FILES_OF_OTHERS = ("hooks",)


class MkDocs:
    """Renders frames with MkDocs and whatever theme, extensions and plugins mkdocs.yml names."""

    def fingerprint(self, settings: Path) -> str | None:
        """See ``site.frame.Engine``; None where mkdocs.yml names files or code beyond what is known here."""
        try:
            read = read_settings(settings)
        except UnreadableSettings:
            return None
        if not _is_foreseeable(read.root):
            return None
        return sha256(repr((read.sha256, versions(LIBRARIES))).encode()).hexdigest()

    def render(self, source: "FrameSource", folder: Path) -> "Frame":
        """Run MkDocs. Raises NotReady where it cannot read mkdocs.yml."""
        plugin = load("generator.engines.mkdocs_plugin")
        return cast("Frame", plugin.render_frame(source, folder))


def _is_foreseeable(root: Setting) -> bool:
    """Whether everything that is rendered follows from mkdocs.yml, the prose and the versions of ``LIBRARIES``."""
    top = root.entries()
    theme = top.get("theme")
    own_templates = theme is not None and "custom_dir" in theme.entries()
    return (
        not own_templates
        and all(key not in top for key in _FILES_OF_OTHERS)
        and all(name in PLUGINS for name in _names(top.get("plugins")))
        and all(_is_plain(name) for name in _names(top.get("markdown_extensions")))
    )


def _is_plain(extension: str) -> bool:
    known = extension.removeprefix("markdown.extensions.") in EXTENSIONS
    return known or (extension.startswith("pymdownx.") and extension != "pymdownx.snippets")


def _names(setting: Setting | None) -> Iterator[str]:
    """What a list of names, or of names with options, or a mapping of names, names."""
    if setting is None:
        return
    yield from setting.entries()
    for item in setting.items():
        yield from item.entries()
        if not item.is_mapping:
            yield str(item.text)
