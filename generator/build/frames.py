"""Frames that were rendered before: the engine is not even loaded while nothing that it renders from has changed."""

import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import Path

from generator.build.kept import read_kept, write_kept
from generator.content.project import SETTINGS_FILE, Project
from generator.content.prose import PROSE_FOLDER
from generator.publish.folders import empty_folder, remove_folder, rename_folder
from generator.site.frame import Engine, Frame, FrameSource, shell_sources
from generator.system.environment import NotReady
from generator.system.failures import Died
from generator.system.parallel import Background
from generator.texts.commands import TEXTS


class Frames:
    """The frames of one project, in a folder of the cache; the last one also in memory, for the preview."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._last: tuple[str, Frame] | None = None

    def begin(self, engine: Engine, source: FrameSource) -> "FrameToCome":
        """Look for the frame of ``source``; if there is none, ``engine`` begins to render it in another process."""
        key = frame_key(engine, source)
        if key is not None:
            if self._last and self._last[0] == key:
                return FrameToCome(self._last[1])
            if frame := _kept(self._folder / key):
                self._last = (key, frame)
                return FrameToCome(frame)
        work = Background(partial(_render, engine, source, self._folder / "new"))
        return FrameToCome(work, partial(self._keep, engine, source, key))

    def _keep(self, engine: Engine, source: FrameSource, key: str | None, frame: Frame) -> None:
        """Put a frame that was rendered from the inputs of ``key`` where the next build finds it."""
        if key is not None and key == frame_key(engine, source):  # nobody wrote into the prose meanwhile
            digests = {address: sha256(data).hexdigest() for address, data in frame.files.items()}
            kept = [dict(frame.shells), list(frame.prose), digests]
            write_kept(self._folder / "new" / "frame", json.dumps(kept, ensure_ascii=False))
            rename_folder(self._folder / "new", self._folder / key)
            self._last = (key, frame)
        for other in self._folder.iterdir():
            if other.name != key:
                remove_folder(other)


def open_frames(project: Project) -> Frames:
    """The frames of ``project``."""
    return Frames(project.cache / "frames")


def frame_source(project: Project, problems: tuple[str, ...] = ()) -> FrameSource:
    """What the frame around the pages of ``project`` is rendered from; ``problems`` are shown on every page."""
    return FrameSource(
        project.root / SETTINGS_FILE, project.content / PROSE_FOLDER, project.templates / "theme", problems
    )


class FrameToCome:
    """A frame that is there, or that another process is rendering."""

    def __init__(self, found: Frame | Background[Frame], keep: Callable[[Frame], None] | None = None) -> None:
        self._found = found
        self._keep = keep

    def frame(self) -> Frame:
        """The frame, waited for. Raises NotReady."""
        if isinstance(self._found, Frame):
            return self._found
        try:
            frame = self._found.result()
        except Died:
            raise NotReady(TEXTS["engine_died"]) from None
        if self._keep:
            self._keep(frame)
        self._found = frame
        return frame

    def cancel(self) -> None:
        """Say that nobody will ask for it."""
        if not isinstance(self._found, Frame):
            self._found.cancel()


def _render(engine: Engine, source: FrameSource, scratch: Path) -> Frame:
    return engine.render(source, empty_folder(empty_folder(scratch) / "files"))


def _kept(folder: Path) -> Frame | None:
    """The frame in ``folder``, if every byte of it is as it was written."""
    text = read_kept(folder / "frame")
    if text is None:
        return None
    shells, prose, digests = json.loads(text)
    files: dict[str, bytes] = {}
    for address, digest in digests.items():
        try:
            data = (folder / "files" / address).read_bytes()
        except OSError:
            return None
        if sha256(data).hexdigest() != digest:
            return None
        files[address] = data
    return Frame(shells, tuple((title, address) for title, address in prose), files)


def frame_key(engine: Engine, source: FrameSource) -> str | None:
    """A digest of everything that a frame follows from; None where that cannot be told.

    The program, with the theme's templates, is part of every kept file already.
    """
    fingerprint = engine.fingerprint(source.settings)
    if fingerprint is None:
        return None
    parts = (fingerprint, shell_sources(), source.problems, list(_contents(source.prose)))
    return sha256(repr(parts).encode()).hexdigest()


def _contents(folder: Path) -> Iterator[tuple[str, str]]:
    """Path and SHA-256 of every file below ``folder``, sorted."""
    for place, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file() and not path.is_symlink():
                yield path.relative_to(folder).as_posix(), sha256(path.read_bytes()).hexdigest()
