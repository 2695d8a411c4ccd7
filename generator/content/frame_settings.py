"""What mkdocs.yml says to MkDocs and its theme, as far as a site cannot be made when it is wrong.

MkDocs complains in English and without a line, and only when it runs. Other settings are left to it.
"""

import difflib
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from generator.content.problems import excerpt, quote
from generator.content.settings_yaml import Setting

THEMES = ("material", "materialx")
"""The theme that the pages are made for, and its continuation."""

SETTINGS = (
    "site_name", "site_url", "site_description", "site_author", "site_dir", "docs_dir", "copyright", "repo_url",
    "repo_name", "edit_uri", "edit_uri_template", "nav", "exclude_docs", "draft_docs", "not_in_nav", "theme", "plugins",
    "markdown_extensions", "extra", "extra_css", "extra_javascript", "extra_templates", "hooks", "validation", "strict",
    "dev_addr", "use_directory_urls", "watch", "remote_branch", "remote_name", "INHERIT",
)  # fmt: skip
"""The settings that MkDocs knows. Another one is no mistake, unless it is nearly one of these."""


class Complaint(NamedTuple):
    """A rule, the place of what is wrong, and the values of the message."""

    rule: str
    place: Setting
    values: dict[str, str]


def complaints(root: Setting, folder: Path, prose: str) -> Iterator[Complaint]:
    """What is wrong in the settings ``root`` of the project in ``folder``; ``prose`` is the folder to offer."""
    top = root.entries()
    for key in root.own_keys():
        yield from _misspelt(key, top)
    name = top.get("site_name")
    if name is None or not (name.text or "").strip():
        yield Complaint("project/site-name", name or root, {})
    yield from _prose_folder(root, top.get("docs_dir"), folder, prose)
    if (theme := top.get("theme")) is not None:
        yield from _theme(root.key("theme"), theme)


def _misspelt(key: Setting, top: dict[str, Setting]) -> Iterator[Complaint]:
    typed = str(key.shown)
    if typed in SETTINGS:
        return
    plain = typed.lower().replace("-", "_").replace(" ", "_")
    near = next(iter(difflib.get_close_matches(plain, SETTINGS, 1, 0.8)), "")
    if near and near not in top:
        value = top[typed].shown if typed in top else ""
        line = f"{near}: {excerpt(value) if isinstance(value, str) else ''}".rstrip()
        yield Complaint("project/setting", key, {"field": excerpt(typed), "line": line})


def _prose_folder(root: Setting, setting: Setting | None, folder: Path, prose: str) -> Iterator[Complaint]:
    """``docs_dir`` is a folder that is there, and not the project itself."""
    typed = "docs" if setting is None or setting.is_nothing else setting.text
    if not typed or not may_be_folder(typed):
        return  # told where folders are read
    place = setting or root
    docs = Path(os.path.abspath(folder / typed))  # noqa: PTH100  # resolve() would follow links, and MkDocs does not.
    if folder.is_relative_to(docs):
        yield Complaint("project/docs-around", place, {"example": prose})
    elif not os.path.isdir(docs):  # noqa: PTH112  # Path.is_dir fails where a folder above may not be read.
        yield Complaint("project/no-folder", place, {"key": "docs_dir", "value": quote(typed), "example": prose})


def may_be_folder(text: str) -> bool:
    """Whether systems take this as a path: no NUL, no name of more than 255 bytes, fewer than 1,000 characters."""
    return "\0" not in text and len(text) < 1_000 and all(len(name.encode()) < 256 for name in re.split(r"[/\\]", text))


def _theme(key: Setting, theme: Setting) -> Iterator[Complaint]:
    entries = theme.entries()
    named = entries.get("name") if theme.is_mapping else theme
    name = (named.text if named else None) or ""
    if named and name not in THEMES and difflib.get_close_matches(name.lower(), THEMES[:1], 1, 0.7):
        line = f"name: {THEMES[0]}" if theme.is_mapping else f"theme: {{name: {THEMES[0]}}}"
        yield Complaint("project/theme", named, {"value": quote(name), "line": line})
    if theme.is_mapping and named is None and "custom_dir" not in entries:
        yield Complaint("project/theme-name", key, {})
