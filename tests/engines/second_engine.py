"""The demo rendered by two site engines, compared file by file, byte by byte. Run it with ``make engines``.

The first engine is MkDocs with Material, as in ``requirements.lock``; the second is mkdocs-ng with Material X, their
maintained continuations, as in ``requirements-engines.lock``. Everything else is the same in both environments. The frame
is a whole page of ours, so any difference is a fault.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECOND_PYTHON = ROOT / ".venv-engines" / "bin" / "python"
DAY = "2026-11-21"
"""The demo's own day, so that both builds and every run say the same."""

_LINES_SHOWN = 12


@dataclass(frozen=True)
class Comparison:
    """How two sites differ: ``faults`` are the differences, in words."""

    files: int
    identical: int
    faults: tuple[str, ...]


def compare(first: Mapping[str, bytes], second: Mapping[str, bytes]) -> Comparison:
    """Compare two sites, given as mappings address -> content."""
    faults = [f"{address}: only the first engine makes it" for address in sorted(first.keys() - second.keys())]
    faults += [f"{address}: only the second engine makes it" for address in sorted(second.keys() - first.keys())]
    differing = [address for address in sorted(first.keys() & second.keys()) if first[address] != second[address]]
    faults += [_difference(address, first[address], second[address]) for address in differing]
    return Comparison(
        len(first.keys() | second.keys()), len(first.keys() & second.keys()) - len(differing), tuple(faults)
    )


def build(python: Path, theme: str, folder: Path) -> dict[str, bytes]:
    """The demo, without posters, as the environment of ``python`` builds it in ``folder``; mapping address -> content.

    Raises RuntimeError with what the build said when it fails.
    """
    shutil.copytree(ROOT / "content", folder / "content")
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    (folder / "mkdocs.yml").write_text(re.sub(r"^  name: material$", f"  name: {theme}", settings, flags=re.M), "utf-8")
    done = subprocess.run(
        [python, "-m", "generator", "build", "--posters", "none", "--today", DAY],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"{python}: {done.stdout}{done.stderr}")
    site = folder / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def compare_engines(folder: Path) -> Comparison:
    """Build the demo with both engines in ``folder`` and compare. Raises FileNotFoundError before ``make engines``."""
    if not SECOND_PYTHON.exists():
        raise FileNotFoundError(f"{SECOND_PYTHON.relative_to(ROOT)} is missing; set it up with: make engines")
    first = build(Path(sys.executable), "material", folder / "first")
    return compare(first, build(SECOND_PYTHON, "materialx", folder / "second"))


def told(found: Comparison) -> str:
    """The result as text."""
    count = f"{found.files} files, {found.identical} identical to the byte."
    return "\n".join([count, *(found.faults or ("Nothing differs.",))])


def _difference(address: str, first: bytes, second: bytes) -> str:
    if not address.endswith(".html"):
        return f"{address}: the bytes differ"
    lines = list(unified_diff(first.decode().splitlines(), second.decode().splitlines(), n=0, lineterm=""))
    return "\n    ".join([f"{address}: the page differs", *lines[2 : 2 + _LINES_SHOWN]])


def main() -> int:
    """Print what differs; 1 when anything does."""
    with tempfile.TemporaryDirectory() as folder:
        found = compare_engines(Path(folder))
    print(told(found))
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
