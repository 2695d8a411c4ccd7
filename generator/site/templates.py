"""Turn a page context into HTML and put it into the theme's shell.

The only importer of jinja2. Everything is escaped; a key that the context does not have is an error.
A shell is a page that the theme rendered once with slots in place of what differs from record to record.
It is cut at its slots when it arrives, so filled text is never searched for slots again.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from generator.site.contexts import PageContext
from generator.texts.residents import WORDS

SLOTS = ("title", "description", "id", "body", "site")
_EMPTY_LINES = re.compile(r"\n\s*\n")
_WORD = re.compile(r"\{\{ w\.(\w+) \}\}")
_SLOT = re.compile(f"gongshi-slot-({'|'.join(SLOTS)})")


def slot(name: str) -> str:
    """The text that stands for ``name`` in a shell."""
    return f"gongshi-slot-{name}"


def name_site(html: str, site: str) -> str:
    """A page that is no shell, with the name of the hall in its slot; all else stays as it is."""
    return html.replace(slot("site"), escape(site))


@dataclass(frozen=True)
class Shell:
    """A rendered page, cut at its slots: text, slot name, text, ... and text again."""

    parts: tuple[str, ...]

    @classmethod
    def cut(cls, html: str) -> "Shell":
        """Cut ``html`` at its slots; the empty lines that the theme leaves behind go."""
        return cls(tuple(_SLOT.split(_EMPTY_LINES.sub("\n", html))))

    def fill(self, title: str, description: str, record_id: str, body: str, site: str) -> str:
        """The page with its slots filled; all but ``body`` is escaped here."""
        values = {
            "title": escape(title),
            "description": escape(description),
            "id": record_id,
            "body": body,
            "site": escape(site),
        }
        return "".join(values[part] if number % 2 else part for number, part in enumerate(self.parts))


class _Loader(FileSystemLoader):
    """Writes ``{{ w.key }}`` out when a template is read: a page names two hundred words, and they never change."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, filename, current = super().get_source(environment, template)
        return _WORD.sub(lambda word: escape(WORDS[word[1]]), source), filename, current


class Templates:
    """The page templates of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._environment = Environment(
            loader=_Loader(folder),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
        )
        self._environment.globals["w"] = WORDS

    def render(self, context: PageContext, root: str) -> str:
        """The body of a page; ``root`` leads from its folder to the root of the site."""
        return self._environment.get_template(context.template).render(root=root, **vars(context))

    def __reduce__(self) -> tuple[type["Templates"], tuple[Path]]:
        """Travel to another process as the folder; compiled templates stay."""
        return Templates, (self._folder,)
