"""Renders the context of a page as HTML with the templates in ``site_templates/pages``.

The only importer of jinja2. All values are escaped; a name that the context does not have is an error.
A template can break a line without a line break in the page: after a block, before ``{%-``, or before ``{#- #}``, an
empty comment that removes the line break.

A wheel holds the templates compiled (``hatch_build.py``), since compiling them takes longer than a build of a few
pages. They are used only while they were made of the very templates and words that are there. This module is run to
build the wheel too, and may therefore import nothing but jinja2, the words, and ``facts.phones``.
"""

import re
from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from html import escape
from pathlib import Path
from types import CodeType
from typing import ClassVar, Protocol

from jinja2 import BaseLoader, BytecodeCache, Environment, FileSystemLoader, ModuleLoader, StrictUndefined, nodes
from jinja2 import __version__ as jinja2_version
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.filters import FILTERS

from generator.facts.phones import first_dialled, shown_parts
from generator.texts.errand import ERRAND
from generator.texts.guide import GUIDE, SECTIONS
from generator.texts.opening import HOURS_SPAN
from generator.texts.pages import WORDS

COMPILED = Path(__file__).parent.parent / "compiled_pages"
"""Where a wheel holds compiled templates: a folder for what they were made of, with a module for each."""

_HOURS = re.compile(f"({HOURS_SPAN})")
_WORD = re.compile(r"\{\{ ([weg])\.(\w+) \}\}")
_TABLES = {"w": WORDS, "e": ERRAND, "g": {**GUIDE, **{key: heading.full for key, heading in SECTIONS.items()}}}


class PageValues(Protocol):
    """The values of a page, as attributes, and the name of its template: ``contexts`` has those of the site."""

    template: ClassVar[str]


class _Loader(FileSystemLoader):
    """Replaces ``{{ w.key }}`` by the word when a template is read, which is faster than in each page."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, filename, current = super().get_source(environment, template)
        return _WORD.sub(lambda word: escape(_TABLES[word[1]][word[2]]), source), filename, current


_escape = FILTERS["escape"]


def escaped(value: object) -> str:
    """``value`` in HTML. Most words have nothing to escape; to see that takes a fifth of the time of Jinja's way."""
    if type(value) is str and not ("&" in value or "<" in value or ">" in value or '"' in value or "'" in value):
        return value
    return str(_escape(value))


class _Generator(CodeGenerator):
    """Writes ``escaped`` where Jinja has a function of its own, and reads attributes as Python does.

    An attribute that is not there is an error at once. Only the tables of words are looked up by a name after a dot.
    """

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:
        self.writeline(f"from {__name__} import {escaped.__name__}")
        super().visit_Template(node, frame)

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape or finalize.src:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write(f"{escaped.__name__}(")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        if isinstance(node.node, nodes.Name) and node.node.name in _TABLES:
            super().visit_Getattr(node, frame)
        else:
            self.write("(")
            self.visit(node.node, frame)
            self.write(f").{node.attr}")


class _Environment(Environment):
    """Jinja's own with that generator."""

    code_generator_class = _Generator


class _CompiledHere(BytecodeCache):
    """What this process has compiled; a preview and the next build of the same process compile nothing again."""

    def __init__(self) -> None:
        self._codes: dict[tuple[str, str], CodeType | None] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        bucket.code = self._codes.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._codes[bucket.key, bucket.checksum] = bucket.code


_COMPILED_HERE = _CompiledHere()


class Templates:
    """The page templates of one folder; ``compiled`` may hold them compiled."""

    def __init__(self, folder: Path, compiled: Path = COMPILED) -> None:
        self._folders = (folder, compiled)
        self._environment = _environment_for(folder, compiled, _digest(folder))

    def render(self, context: PageValues, root: str) -> str:
        """The body of a page; ``root`` is the relative path from its folder to the root of the site."""
        return self._environment.get_template(context.template).render(root=root, **vars(context))

    def __reduce__(self) -> tuple[type["Templates"], tuple[Path, Path]]:
        """Travel to another process as the folders; what was compiled here stays."""
        return Templates, self._folders


def compile_templates(folder: Path, compiled: Path) -> None:
    """Write the templates of ``folder`` as Python modules, where ``Templates`` finds them in ``compiled``."""
    _environment(_Loader(folder)).compile_templates(
        compiled / _digest(folder), extensions=["html"], zip=None, ignore_errors=False
    )


@lru_cache(maxsize=2)
def _environment_for(folder: Path, compiled: Path, digest: str) -> Environment:
    """The templates of ``folder``, which are those of ``digest``; of many sites in one process they are loaded once."""
    modules = compiled / digest
    return _environment(ModuleLoader(modules) if modules.is_dir() else _Loader(folder))


def _environment(loader: BaseLoader) -> Environment:
    environment = _Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=_COMPILED_HERE,
    )
    environment.globals.update(_TABLES)
    environment.filters.update(phone_parts=shown_parts, first_dialled=first_dialled, hours_parts=_HOURS.split)
    return environment


def _digest(folder: Path) -> str:
    """Changes with all that compiled templates follow from: templates, words, Jinja, and this module."""
    files = [(path.relative_to(folder).as_posix(), path.read_bytes()) for path in sorted(folder.rglob("*.html"))]
    return sha256(repr((jinja2_version, Path(__file__).read_bytes(), _TABLES, files)).encode()).hexdigest()[:16]
