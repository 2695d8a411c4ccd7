"""The demo rendered by two site engines, compared file by file: what differs, and why. Run it with ``make engines``.

The first engine is MkDocs with Material, as in ``requirements.lock``; the second is mkdocs-ng with Material X, their
maintained continuations, as in ``requirements-engines.lock``. Everything else is the same in both environments.
What may differ stands in ``IN_PAGES`` and ``FILES``, with the reason; any other difference is a fault, and so is
an entry that no page needs any more.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

ROOT = Path(__file__).parents[2]
SECOND_PYTHON = ROOT / ".venv-engines" / "bin" / "python"
DAY = "2026-11-21"
"""The demo's own day, so that both builds and every run say the same."""

_HASHED = re.compile(r"(assets/(?:javascripts|stylesheets)/(?:\w+/)*\w+)\.[0-9a-f]{8}(\.min\.(?:js|css))")
_LINES_SHOWN = 12


@dataclass(frozen=True)
class Known:
    """A part of a page in which the engines may differ: ``pattern`` is left out on both sides before comparing."""

    name: str
    pattern: str
    why: str


IN_PAGES = (
    Known("generator", r'<meta name="generator" content="[^"]*">', "each engine names itself and its version"),
    Known("asset names", r"(?<=\.)[0-9a-f]{8}(?=\.min\.(?:js|css)\b)", "the theme's files carry a hash of their content"),
    Known("theme settings", r'<script id="__config" [^>]*>.*?</script>', "for parts of the theme's script not used here"),
    Known("drawer of contents", r'<input [^>]*id="__toc"[^>]*>|<label [^>]*for="__toc"></label>', "Material X can fold it away"),
    Known("bar on top", r' data-mx-topbar="[^"]*"', "a style of Material X for a header that ours replaces"),
    Known("back to top", r'<div class="md-top" .*?</div>\s*</div>', "Material asks for navigation.top first, Material X does not"),
    Known("white space", r"(?<=\n)\s+|[^\S\n]+(?=\n)", "their templates break lines in other places"),
)  # fmt: skip
FILES = {
    "assets/javascripts/bundle.min.js": "the theme's own script",
    "assets/stylesheets/main.min.css": "the theme's own styles",
    "assets/stylesheets/palette.min.css": "the theme's own colours",
    "gongshi-manifest.json": "the checksums of all the above",
}
"""Address, without hash -> why the whole file may differ."""


@dataclass(frozen=True)
class Comparison:
    """How two sites differ: ``known`` counts the files for each entry of the tables, ``faults`` are all the rest."""

    files: int
    identical: int
    known: Mapping[str, int]
    faults: tuple[str, ...]


def compare(first: Mapping[str, bytes], second: Mapping[str, bytes]) -> Comparison:
    """Compare two sites, given as mappings address -> content; names of the theme's files count without their hash."""
    ours, theirs = _without_hashes(first), _without_hashes(second)
    known: Counter[str] = Counter()
    faults = [f"{address}: only the first engine makes it" for address in sorted(ours.keys() - theirs.keys())]
    faults += [f"{address}: only the second engine makes it" for address in sorted(theirs.keys() - ours.keys())]
    differing = [address for address in sorted(ours.keys() & theirs.keys()) if ours[address] != theirs[address]]
    for address in differing:
        if address in FILES:
            known[address] += 1
        elif address.endswith(".html"):
            faults += _compare_pages(address, ours[address].decode(), theirs[address].decode(), known)
        else:
            faults.append(f"{address}: the bytes differ")
    stale = [name for name in (*(entry.name for entry in IN_PAGES), *FILES) if not known[name]]
    faults += [f"{name}: no longer differs; take it off the table" for name in stale]
    return Comparison(
        len(ours.keys() | theirs.keys()), len(ours.keys() & theirs.keys()) - len(differing), known, tuple(faults)
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


def table(found: Comparison) -> str:
    """The result as text: the known differences with their reasons, then the faults."""
    reasons = {entry.name: entry.why for entry in IN_PAGES} | FILES
    lines = [f"{found.files} files, {found.identical} identical to the byte. Known differences:", ""]
    lines += ["| what | files | why |", "| --- | ---: | --- |"]
    lines += [f"| {name} | {found.known[name]} | {why} |" for name, why in reasons.items()]
    return "\n".join([*lines, "", *(found.faults or ("Nothing else differs.",))])


def _without_hashes(site: Mapping[str, bytes]) -> dict[str, bytes]:
    named = {_HASHED.sub(r"\1\2", address): content for address, content in site.items()}
    assert len(named) == len(site), "two files of the theme differ in nothing but the hash in their names"
    return named


def _compare_pages(address: str, first: str, second: str, known: Counter[str]) -> list[str]:
    for entry in IN_PAGES:
        pattern = re.compile(entry.pattern, re.S)
        known[entry.name] += pattern.findall(first) != pattern.findall(second)
        first, second = pattern.sub("", first), pattern.sub("", second)
    if first == second:
        return []
    lines = list(unified_diff(first.splitlines(), second.splitlines(), "first", "second", n=0, lineterm=""))
    return ["\n    ".join([f"{address}: the page differs", *lines[2 : 2 + _LINES_SHOWN]])]


def main() -> int:
    """Print the table; 1 when anything else differs."""
    with tempfile.TemporaryDirectory() as folder:
        found = compare_engines(Path(folder))
    print(table(found))
    return 1 if found.faults else 0


if __name__ == "__main__":
    sys.exit(main())
