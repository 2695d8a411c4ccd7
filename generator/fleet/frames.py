"""Frames of many halls in one process: rendered once for all whose prose is the same, whatever their addresses.

MkDocs renders for an address that no site has; in the frame of a hall its own stands in that place.
"""

from collections import OrderedDict
from dataclasses import replace
from pathlib import Path
from urllib.parse import urlsplit

from generator.build.frames import Frames, FrameToCome, frame_key
from generator.fleet.project import write_settings
from generator.publish.folders import empty_folder
from generator.site.frame import Engine, Frame, FrameSource

_PATH = "/gongshi-fleet-path/"
_ADDRESS = f"https://gongshi-fleet-host.invalid{_PATH}"
_MOST = 4
"""How many frames a process remembers: halls with the same prose come one after the other, or have it all in common."""


class SharedFrames:
    """The frames that a process has rendered."""

    def __init__(self) -> None:
        self.known: OrderedDict[str, Frame] = OrderedDict()

    def of_hall(self, cache: Path, address: str) -> Frames:
        """The frames of a hall whose site has this ``address``; where it is the first, they are kept in ``cache``."""
        return _FramesOfHall(cache / "frames", address, self.known)


class _FramesOfHall(Frames):
    def __init__(self, folder: Path, address: str, known: OrderedDict[str, Frame]) -> None:
        super().__init__(folder)
        self._settings, self._address, self._known = folder.with_name("frame-settings"), address, known

    def begin(self, engine: Engine, source: FrameSource) -> FrameToCome:
        """See ``build.frames``; waits for a frame that has to be rendered."""
        write_settings(self._settings, _ADDRESS)
        empty_folder(self._settings / "content" / "pages")
        neutral = replace(source, settings=self._settings / "mkdocs.yml")
        key = frame_key(engine, neutral)
        frame = self._known.get(key) if key else None
        if frame is None:
            frame = super().begin(engine, neutral).frame()
        if key:
            self._known[key] = frame
            self._known.move_to_end(key)
            while len(self._known) > _MOST:
                self._known.popitem(last=False)
        return FrameToCome(_at(frame, self._address))


def _at(frame: Frame, address: str) -> Frame:
    """``frame`` for a site with this ``address``."""
    path = urlsplit(address).path

    def moved(html: str) -> str:
        return html.replace(_ADDRESS, address).replace(_PATH, path)

    def moved_file(name: str, data: bytes) -> bytes:
        return moved(data.decode()).encode() if name.endswith((".html", ".xml", ".txt")) else data

    shells = {key: moved(html) for key, html in frame.shells.items()}
    return Frame(shells, frame.prose, {name: moved_file(name, data) for name, data in frame.files.items()})
