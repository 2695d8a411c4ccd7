"""The shape of the program: who may import whom, how long a module may be, who reads the clock and who writes.

ARCHITECTURE.md says the same in words. A change of the table ``IMPORTS`` is a change of the architecture.
"""

import ast
import re
import statistics
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from generator.build.examine import examine

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
MAX_LINES = 300
MAX_MEDIAN_LINES = 199
MAX_COMMAND_LINES = 15
MAX_TEMPLATE_COLUMNS = 160

IMPORTS = {
    "__init__": "",
    "__main__": "cli",
    "archive": "facts model posters publish results site system tables texts",
    "assessment": "duties facts gaps model results system tables texts",
    "build": "archive assessment catalogue channels content duties facts gaps history inspection kit model posters privacy publish register results rules site sources system texts",
    "catalogue": "content facts model publish register rules sources system texts",
    "channels": "documents facts kit model posters results site system tables texts",
    "cli": "archive build catalogue content delivery duties engines fleet gaps history inspection intake kit layers model posters publish register system texts",
    "content": "facts model publish system texts",
    "county": "facts model results site system texts",
    "engines": "build content publish site system texts",
    "delivery": "publish system texts",
    "documents": "facts model texts",
    "duties": "facts model results system tables texts",
    "facts": "model system texts",
    "inspection": "content facts gaps model publish site tables texts",
    "fleet": "archive build content county engines layers model privacy publish site system texts",
    "history": "content facts model system texts",
    "intake": "catalogue content documents facts model register rules sources system texts",
    "layers": "content facts model publish system texts",
    "gaps": "catalogue content facts model register rules sources system tables texts",
    "kit": "documents facts model posters results site texts",
    "model": "",
    "posters": "facts model system texts",
    "privacy": "model system texts",
    "publish": "system texts",
    "register": "content facts model privacy publish results rules system texts",
    "results": "facts model privacy texts",
    "rules": "content documents facts model privacy results texts",
    "site": "content documents facts model results texts",
    "sources": "facts publish system",
    "system": "",
    "tables": "system texts",
    "texts": "",
}
"""Room (package of ``generator``) -> the rooms it imports, no more and no less."""

SOLE_IMPORTERS = {
    "mkdocs": "engines",
    "yaml": "content",
    "typst": "posters.press",
    "segno": "facts.qr_code",
    "jinja2": "site.templates",
    "click": "cli",
    "rich": "cli.bars",
    "pypinyin": "facts.pinyin",
    "holidays": "facts.workdays",
    "python_calamine": "register.sheets",
    "openpyxl": "register.template",
    "xlsxwriter": "catalogue.workbook tables.book",
    "pypdfium2": "posters.arranging privacy.pdf",
    "PIL": "privacy.media",
    "docx": "gaps.word_table sources.word",
    "lxml": "sources",
    "xml": "system.xml_parts",
    "multiprocessing": "system.isolated system.worker",
    "concurrent": "delivery.together system.crew system.parallel system.worker",
    "shutil": "publish",
    "logging": "engines fleet.cluster",
    "importlib": "system.on_demand",
    "opencc": "facts.simplified",
    "subprocess": "sources.converted",
    "quickjs": "build.matcher_engine",
    "dulwich": "delivery.git_branch history.git_commits",
    "paramiko": "delivery.sftp",
    "bagit": "archive.bag",
    "cryptography": "archive.keys",
    "rfc3161_client": "archive.stamps",
    "urllib.request": "archive.time_service delivery.web",
    "icalendar": "system.calendar_file",
    "distributed": "fleet.cluster",
    "obstore": "delivery.object_store fleet.store",
}
"""Library -> the one module or package that imports it, so that it can be replaced there; several where kinds of file
are made of it that have nothing in common.

``subprocess``: one kind of file can only be read by another program, LibreOffice; nothing else starts any.
"""

DISTRIBUTIONS = {
    "yaml": "pyyaml",
    "PIL": "pillow",
    "python_calamine": "python-calamine",
    "docx": "python-docx",
    "rfc3161_client": "rfc3161-client",
    "quickjs": "quickjs-ng",
}
"""Library -> the name under which it is installed, where the two differ."""

METADATA = {
    "importlib.metadata", "importlib.metadata.version", "importlib.metadata.PackageNotFoundError", "importlib.util",
}  # fmt: skip
"""Parts of importlib that import nothing."""

NOT_IMPORTED_AT_ALL = {
    "socket",
    "http",
    "requests",
    "random",
    "uuid",
    "locale",
    "pickle",
}
"""Nothing here asks the network, draws lots, or depends on the language of the computer.

``urllib.request`` has one importer (``SOLE_IMPORTERS``): a time stamp is a question to somebody else.
"""

EXCEPT = {"urllib.request": ["delivery.web"]}
"""Library -> who imports it all the same: ``gongshi publish --verify https://…`` reads a site as visitors do. obstore
refuses answers without a length, which is what caches in front of a site give; and no extra has to be installed."""

WRITING = {
    "write_bytes", "write_text", "mkdir", "makedirs", "rename", "renames", "rmtree", "rmdir", "unlink", "touch",
    "symlink_to", "hardlink_to", "copyfile", "copytree", "copy2", "chmod", "utime", "truncate",
}  # fmt: skip
"""Methods and functions that change a folder."""

CLOCKS = {
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"), ("time", "time"),
    ("time", "time_ns"), ("time", "localtime"), ("time", "gmtime"), ("time", "strftime"), ("time", "ctime"),
}  # fmt: skip
"""Calls that ask what time it is."""

VAGUE_NAMES = re.compile(r"(Manager|Handler|Helper|Util|Utils|Processor)$|^(process(_.*)?|handle|helper|manage)$")
EXCEPTION = re.compile(r"#\s*(?:noqa|type:\s*ignore|pragma:|pylint:|mypy:|ruff:)(?P<rest>.*)")


@cache
def modules() -> dict[str, Path]:
    """Dotted name below the package -> its file; a package goes by the name of its folder."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        name = ".".join(path.relative_to(PACKAGE).with_suffix("").parts)
        found[name.removesuffix(".__init__")] = path
    return found


@cache
def parse(path: Path) -> ast.Module:
    """The syntax tree of a file."""
    return ast.parse(path.read_text("utf-8"), str(path))


def own_imports(tree: ast.Module, names: dict[str, Path]) -> Iterator[str]:
    """The modules of this package that ``tree`` imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "generator":
            below = (node.module or "").removeprefix("generator").lstrip(".")
            for alias in node.names:
                inner = f"{below}.{alias.name}".lstrip(".")
                yield inner if inner in names else below
        elif isinstance(node, ast.Import):
            for alias in node.names:
                assert alias.name.partition(".")[0] != "generator", "write: from generator import ..."
    yield from (name.removeprefix("generator.") for name in loaded(tree) if name.startswith("generator."))


@cache
def libraries(tree: ast.Module) -> frozenset[str]:
    """The dotted names of the other libraries that ``tree`` imports."""
    found = {name for name in loaded(tree) if not name.startswith("generator.")}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.partition(".")[0] != "generator":
            assert node.level == 0, "write imports in full"
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return frozenset(found)


def loaded(tree: ast.Module) -> Iterator[str]:
    """The dotted names that ``tree`` imports when they are needed (``system.on_demand``), which it has to spell out."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _last_name(node.func) in {"load", "Deferred"}:
            name = node.args[0] if node.args else None
            if isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield name.value


def group(name: str) -> str:
    """The room that a module stands in."""
    return name.partition(".")[0]


def test_modules_import_what_the_table_says() -> None:
    """Each module imports of the others exactly what is written in ``IMPORTS``."""
    names = modules()
    found: dict[str, set[str]] = {group(name): set() for name in names}
    for name, path in names.items():
        found[group(name)] |= {group(other) for other in own_imports(parse(path), names)} - {group(name)}

    assert {name: " ".join(sorted(others)) for name, others in found.items()} == {
        name: " ".join(sorted(others.split())) for name, others in IMPORTS.items()
    }, "change IMPORTS in tests/test_structure.py and ARCHITECTURE.md if the architecture is to change"


def test_architecture_draws_each_room_above_those_that_it_imports() -> None:
    """ARCHITECTURE.md has a row for every room of the table, and a level for it that is above what it imports."""
    text = (ROOT / "ARCHITECTURE.md").read_text("utf-8")
    drawn = re.search(r"^## Who may import whom.*?```text\n(.*?)```", text, re.M | re.S)
    assert drawn
    levels = {room: number for number, line in enumerate(drawn[1].splitlines()) for room in line.split()}
    rooms = sorted(name for name in IMPORTS if not name.startswith("__"))

    assert sorted(levels) == rooms
    assert [(one, low) for one in rooms for low in IMPORTS[one].split() if levels[low] <= levels[one]] == []
    assert [room for room in rooms if f"| `{room}/` |" not in text] == []


def test_outputs_do_not_know_each_other() -> None:
    """A kind of thing that is published can be left out: no other output imports it."""
    names = modules()
    outputs = {name for name in names if name.startswith("build.outputs.")} - {"build.outputs.output"}
    known = {name: set(own_imports(parse(names[name]), names)) & (outputs - {name}) for name in outputs}

    assert len(outputs) >= 7
    assert {name: others for name, others in known.items() if others} == {}


def test_only_plugin_and_preview_know_mkdocs() -> None:
    """The engine that a build asks for frames loads MkDocs when there is one to render, through the plugin."""
    importers = {
        name
        for name, path in modules().items()
        if "mkdocs" in {found.partition(".")[0] for found in libraries(parse(path))}
    }

    assert importers == {"engines.mkdocs_plugin", "engines.preview"}


def test_imports_have_no_cycle() -> None:
    """The modules can be put in an order in which each imports only earlier ones."""
    names = modules()
    graph = {name: set(own_imports(parse(path), names)) for name, path in names.items()}

    order = list(TopologicalSorter(graph).static_order())

    assert set(order) == set(names)


def test_no_import_is_deferred() -> None:
    """Every import stands at the top of its module, not inside a function."""
    deferred = [
        f"{name}:{inner.lineno}"
        for name, path in modules().items()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert deferred == []


def test_whoever_imports_on_demand_spells_the_name_out() -> None:
    """Otherwise the tables above would not see it. The groups of commands alone take it from their own tables."""
    silent = {
        name
        for name, path in modules().items()
        if any(found == "generator.system.on_demand.load" for found in _full_names(parse(path)))
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Call) and _last_name(node.func) == "load" and not isinstance(node.args[0], ast.Constant)
    }

    assert silent == {"cli.groups"}


def _full_names(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("library", SOLE_IMPORTERS)
def test_library_is_imported_in_one_module(library: str) -> None:
    """A library that may have to be replaced is known to one module only."""
    allowed = SOLE_IMPORTERS[library].split()
    importers = {
        next((one for one in allowed if name.startswith(f"{one}.")), name)
        for name, path in modules().items()
        if any(f"{found}.".startswith(f"{library}.") for found in libraries(parse(path)) - METADATA)
    }

    assert importers == {*allowed}


@pytest.mark.parametrize("library", sorted(NOT_IMPORTED_AT_ALL))
def test_library_is_not_imported(library: str) -> None:
    """The build asks no network and has no chance in it."""
    importers = [
        name
        for name, path in modules().items()
        if any(f"{found}.".startswith(f"{library}.") for found in libraries(parse(path)))
    ]

    assert importers == EXCEPT.get(library, [])


def test_dependencies_are_those_that_are_imported() -> None:
    """What pyproject.toml asks for is imported, data packages aside, and what is imported is asked for."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    extras = {line for lines in project["optional-dependencies"].values() for line in lines}
    asked = {re.match(r"[\w-]+", line)[0] for line in project["dependencies"]} - {
        "mkdocs-material",
        "mpl-font",
        "tzdata",
    }
    optional = {re.match(r"[\w-]+", line)[0] for line in extras}
    used = {found.partition(".")[0] for path in modules().values() for found in libraries(parse(path))}
    names = {DISTRIBUTIONS.get(name, name) for name in used - set(sys.stdlib_module_names) - {"pydantic_core"}}

    assert names - optional == asked


# --- size ------------------------------------------------------------------------------------------------------------


def test_no_module_is_longer_than_300_lines() -> None:
    """A longer module has two subjects."""
    lengths = {name: len(path.read_text("utf-8").splitlines()) for name, path in modules().items()}

    assert {name: lines for name, lines in lengths.items() if lines > MAX_LINES} == {}


def test_median_module_is_short() -> None:
    """Half of the modules are below 200 lines."""
    lengths = [len(path.read_text("utf-8").splitlines()) for path in modules().values()]

    assert statistics.median(lengths) <= MAX_MEDIAN_LINES


def test_commands_are_short() -> None:
    """A command parses, calls and reports, in at most 15 lines."""
    lengths = {
        node.name: (node.end_lineno or 0) - node.lineno + 1
        for path in (PACKAGE / "cli").glob("*.py")
        for node in parse(path).body
        if isinstance(node, ast.FunctionDef) and node.decorator_list
    }

    assert {"init", "new", "check", "build", "serve", "posters", "import_results", "scan"} <= set(lengths)
    assert {name: lines for name, lines in lengths.items() if lines > MAX_COMMAND_LINES} == {}


def test_lines_of_templates_are_short() -> None:
    """A line of an HTML template has at most 160 characters, so that a change of it can be read."""
    files = sorted((ROOT / "site_templates").rglob("*.html"))
    assert len(files) > 20
    assert [
        f"{path.relative_to(ROOT)}:{number}: {len(line)}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if len(line) > MAX_TEMPLATE_COLUMNS
    ] == []


# --- names and words -------------------------------------------------------------------------------------------------


def test_no_name_is_vague() -> None:
    """No utils, no managers, no process(): a name says what a thing is or does."""
    files = [name for name in modules() if re.search(r"(^|\.)(utils?|helpers?|common|misc|tools)$", name)]
    inner = [
        f"{name}.{node.name}"
        for name, path in modules().items()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and VAGUE_NAMES.search(node.name)
    ]

    assert files + inner == []


def test_everything_public_has_a_docstring() -> None:
    """Each module, and each public class, function and method, says what it is."""
    assert [name for name, path in modules().items() for name in _silent(parse(path), name)] == []


def _silent(node: ast.Module | ast.ClassDef, name: str) -> Iterator[str]:
    if ast.get_docstring(node) is None:
        yield name
    for inner in node.body:
        if isinstance(inner, ast.ClassDef) and not inner.name.startswith("_"):
            yield from _silent(inner, f"{name}.{inner.name}")
        elif isinstance(inner, ast.FunctionDef) and not inner.name.startswith("_") and ast.get_docstring(inner) is None:
            yield f"{name}.{inner.name}"


def unexplained(line: str) -> bool:
    """Whether ``line`` switches a check off without saying why, in a second comment behind it."""
    found = EXCEPTION.search(line)
    return bool(found and not re.search(r"#\s*\w.{9,}", found["rest"]))


@pytest.mark.parametrize(
    ("line", "verdict"),
    [
        ("x = 1  # noqa: S105", True),
        ("x = 1  # type: ignore[assignment]", True),
        ("x = 1  # type: ignore[assignment]  # why", True),
        ("x = 1  # noqa: S105  # Not a password but a column.", False),
        ("x = 1  # A plain comment about types.", False),
    ],
)
def test_exceptions_without_a_reason_are_found(line: str, verdict: bool) -> None:
    """The check below can fail."""
    assert unexplained(line) is verdict


def test_every_exception_in_the_code_has_a_reason() -> None:
    """Whoever switches a lint or type check off for a line says why beside it."""
    files = [*modules().values(), *(path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))]
    assert [
        f"{path.relative_to(ROOT)}:{number}"
        for path in files
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if unexplained(line)
    ] == []


def test_every_exception_in_the_settings_has_a_reason() -> None:
    """Each rule that pyproject.toml switches off has its reason on the same line."""
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    ignored = re.search(r"^ignore = \[\n(.*?)^\]", text, re.S | re.M)[1].splitlines()
    by_file = re.search(r"^\[tool\.ruff\.lint\.per-file-ignores\]\n(.*?)(?:^\[|\Z)", text, re.S | re.M)[1].splitlines()
    overrides = re.findall(r"^\[\[tool\.mypy\.overrides\]\]\n(.*?)(?=^\[|\Z)", text, re.S | re.M)
    relaxed = [line for block in overrides for line in block.splitlines() if line and not line.startswith("module")]

    lines = [line for line in (*ignored, *by_file, *relaxed) if line.strip()]
    assert len(lines) >= 3
    assert [line for line in lines if not re.search(r"#\s*\S.{9,}", line)] == []


# --- clock and disk --------------------------------------------------------------------------------------------------


def test_only_one_module_reads_the_clock() -> None:
    """Today is an argument everywhere else, so that a build can be repeated."""
    readers = {
        name
        for name, path in modules().items()
        for node in ast.walk(parse(path))
        if isinstance(node, ast.Attribute) and (_last_name(node.value), node.attr) in CLOCKS
    }

    assert readers == {"system.clock"}


def test_only_publish_writes() -> None:
    """One room changes folders; the others hand it bytes. Files of another computer are written by their own module."""
    writers = {name for name, path in modules().items() if any(_writes(node) for node in ast.walk(parse(path)))}

    assert {group(name) for name in writers - {"delivery.sftp"}} == {"publish"}


def _last_name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _writes(node: ast.AST) -> bool:
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Attribute) and node.func.attr in WRITING:
        return True
    if _last_name(node.func) != "open":
        return False
    arguments = [*node.args, *(keyword.value for keyword in node.keywords)]
    modes = [value.value for value in arguments if isinstance(value, ast.Constant) and isinstance(value.value, str)]
    return any(re.fullmatch(r"[rwaxbt+]*[wax+][rwaxbt+]*", mode) for mode in modes)


@pytest.mark.parametrize(
    ("code", "verdict"),
    [
        ("path.write_bytes(b'')", True),
        ("path.open('w')", True),
        ("open(path, mode='ab')", True),
        ("path.open('r+b')", True),
        ("path.open('rb')", False),
        ("open(path)", False),
        ("stage.write('index.html', b'')", False),
    ],
)
def test_writing_is_recognised(code: str, verdict: bool) -> None:
    """The check above can fail."""
    assert any(_writes(node) for node in ast.walk(ast.parse(code))) is verdict


# --- the demo --------------------------------------------------------------------------------------------------------


def test_demo_content_has_no_errors() -> None:
    """The demo town can be published as it stands on its day."""
    examined = examine(ROOT / "content", date(2026, 11, 21))

    assert examined.dataset is not None
    assert [str(problem) for problem in examined.problems if problem.severity == "error"] == []
