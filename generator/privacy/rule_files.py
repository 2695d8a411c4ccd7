"""The source files that decide what the gate says: those of the gate itself, and of all they import of this program.

Found by reading their imports, so that a rule counts in whatever room it lies, and a new one without being listed.
"""

import hashlib
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

PACKAGE = Path(__file__).parent.parent
_GATE = "privacy.gate"
_LOADED = re.compile(r"\bload\(\"(\w+)\.([\w.]+)\"\)")
"""A module that is imported on demand, see ``system.on_demand``."""

_IMPORT = re.compile(r"\nfrom (?P<package>\w+)\.?(?P<module>[\w.]*) import (?:\((?P<many>[^)]*)\)|(?P<few>.*))")


def rule_files(package: Path = PACKAGE) -> dict[str, bytes]:
    """Path below ``package`` -> content, of every file that the gate imports, on demand or at once; sorted by path."""
    found: dict[str, bytes] = {}
    waiting, looked = [*_files_of(_GATE)], set[str]()
    while waiting:
        name = waiting.pop()
        if name in looked:
            continue
        looked.add(name)
        if (package / name).is_file():
            found[name] = (package / name).read_bytes()
            waiting += (file for module in _imports(package.name, found[name].decode()) for file in _files_of(module))
    return dict(sorted(found.items()))


@lru_cache
def rules_digest(package: Path = PACKAGE) -> str:
    """The digest of names and contents of ``rule_files``; computed once in a process, which imported them once."""
    digest = hashlib.sha256()
    for name, source in rule_files(package).items():
        digest.update(f"{name}\0{len(source)}\0".encode() + source)
    return digest.hexdigest()


def _imports(package: str, source: str) -> Iterator[str]:
    """The dotted names below ``package`` that ``source`` imports; each name it takes from one may be a module, too."""
    for found in _IMPORT.finditer(f"\n{source}"):
        if found["package"] == package:
            yield found["module"]
            for name in re.findall(r"\w+", found["many"] or found["few"]):
                yield f"{found['module']}.{name}".strip(".")
    yield from (module for name, module in _LOADED.findall(source) if name == package)


def _files_of(module: str) -> Iterator[str]:
    """The files that Python reads to import ``module``, as far as they exist: of the packages it lies in, and its own.

    Paths below the package of the program.
    """
    yield "__init__.py"
    place = ""
    for part in filter(None, module.split(".")):
        yield from (f"{place}{part}/__init__.py", f"{place}{part}.py")
        place += f"{part}/"
