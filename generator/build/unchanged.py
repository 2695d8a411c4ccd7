"""Builds of a project in which nothing has changed: the report of the last one still holds, and nothing is loaded.

A report is kept with a digest of everything that the site followed from, and one of the site as it was published.
Where either differs, or anything about the project cannot be foreseen, a build is made.
"""

import json
import os
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Protocol, cast

from generator.build.kept import file_digest, place_digest, read_kept, write_kept
from generator.build.options import BuildOptions, ComingSheet, HungSheet, Report
from generator.content.problems import Problem
from generator.content.project import Project, approved_folder
from generator.content.stray_files import stray_registers
from generator.posters.fonts import find_fonts, font_files
from generator.publish.built import note_of
from generator.system.failures import Failure
from generator.system.on_demand import load


class Foreseeable(Protocol):
    """What is asked of an engine here; see ``site.frame.Engine``."""

    def fingerprint(self, settings: Path) -> str | None:
        """Changes with the engine, its version and its settings; None where what it makes cannot be foreseen."""
        ...


def finished_report(project: Project, options: BuildOptions, inputs: str | None) -> Report | None:
    """The report of the last build, if another from these ``inputs`` would publish the same once more."""
    text = read_kept(_place(project))
    if text is None or inputs is None or options.posters == "all":
        return None
    before, site, problems, warnings, pages, posters, sheets, ahead = json.loads(text)
    if before != inputs or site != site_state(project.site):
        return None
    found = tuple(Problem(*fields) for fields in problems)
    hung = tuple(HungSheet(*sheet)._replace(places=tuple(sheet[3])) for sheet in sheets)
    return Report(
        found,
        tuple(warnings),
        pages,
        posters,
        changed=False,
        sheets=hung,
        ahead=tuple(ComingSheet(*one) for one in ahead),
    )


def remember_report(project: Project, inputs: str, report: Report) -> None:
    """Keep the report of the build that was just published from these ``inputs``."""
    problems = [list(problem.as_json().values()) for problem in report.problems]
    made = [report.warnings, report.pages, report.posters, report.sheets, report.ahead]
    write_kept(_place(project), json.dumps([inputs, site_state(project.site), problems, *made], ensure_ascii=False))


def _place(project: Project) -> Path:
    """One file for each place that a project is published in."""
    return project.cache / f"report-{place_digest(project)}"


def inputs_of(
    project: Project, options: BuildOptions, engine: Foreseeable, read: Mapping[str, str] | None = None
) -> str | None:
    """A digest of all that a site follows from, the program aside; None where that cannot be known.

    Of files of the content whose SHA-256 is in ``read`` the bytes that a build has read count, whatever is in them now.
    """
    fingerprint = engine.fingerprint(project.root / "mkdocs.yml")
    content = _content(project.content, read or {})
    approved = [] if options.drafts else _approved(project.content)
    if fingerprint is None or content is None or approved is None:
        return None
    posters = {"all": "changed"}.get(options.posters, options.posters)
    fonts = _fonts() if posters == "changed" else None
    strays = tuple(stray_registers(project.root, project.content))
    commit = _commit(project.content)
    parts = (options.today, posters, project.site_url, fingerprint, content, approved, strays, fonts, commit)
    return sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _commit(content: Path) -> str | None:
    """The commit that is checked out, if site.yml may ask for the history of the content; else None."""
    try:
        asked = b"git" in (content / "site.yml").read_bytes()
    except OSError:
        return None
    return cast("str | None", load("generator.history.git_commits").head_of(content)) if asked else None


def _fonts() -> list[tuple[str, int]]:
    """Names and sizes of the files of the typeface."""
    try:
        return font_files(find_fonts())
    except Failure:
        return []


def _approved(content: Path) -> list[tuple[str, str]] | None:
    """Path and SHA-256 of every approved version of a record; none where there is no folder of them."""
    folder = approved_folder(content)
    return _content(folder, {}) if folder.is_dir() else []


def folder_digest(folder: Path) -> str | None:
    """Changes with every name and byte below ``folder``; None where there is anything but files and folders."""
    found = _content(folder, {})
    return None if found is None else sha256(repr(found).encode("utf-8", "surrogatepass")).hexdigest()


def _content(folder: Path, read: Mapping[str, str]) -> list[tuple[str, str]] | None:
    """Path and SHA-256 of every file of the content; None where there is anything but files and folders."""
    try:
        return list(_digests(os.fspath(folder), "", read))
    except OSError:
        return None


def _digests(folder: str, below: str, read: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of every file below ``folder``/``below``, from ``read`` or its bytes; "" for a folder.

    Raises OSError.
    """
    with os.scandir(f"{folder}/{below}") as scan:
        entries = sorted(scan, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_file(follow_symlinks=False):
            yield below + entry.name, read.get(below + entry.name) or file_digest(entry.path)
        elif entry.is_dir(follow_symlinks=False):
            yield below + entry.name, ""
            yield from _digests(folder, f"{below}{entry.name}/", read)
        else:
            raise NotRegular(entry.name)


class NotRegular(OSError):
    """A link, a pipe or a device: what it holds may change without it."""


def site_state(site: Path) -> str:
    """A digest of the names, sizes and times of change of all files of a site, and of the note beside it."""
    digest = sha256(note_of(site.resolve()).encode())
    for line in _states(os.fspath(site), ""):
        digest.update(line.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def _states(folder: str, below: str) -> Iterator[str]:
    try:
        with os.scandir(f"{folder}/{below}") as scan:
            entries = sorted(scan, key=lambda entry: entry.name)
    except OSError:
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _states(folder, f"{below}{entry.name}/")
        else:
            found = entry.stat(follow_symlinks=False)
            yield f"{below}{entry.name}\0{found.st_size}\0{found.st_mtime_ns}\n"
