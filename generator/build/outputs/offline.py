"""What lets a phone keep the site: the worker that keeps pages, the manifest, and the icon for the home screen."""

from collections.abc import Iterator
from functools import cached_property, partial
from pathlib import Path

from generator.build.outputs.output import File, Output, digest_of
from generator.model import Site
from generator.posters.press import icon_picture
from generator.site import addresses, offline
from generator.site.edition import Edition
from generator.site.frame import Frame
from generator.system.program import versions

_OWN = "assets/gongshi/icon.svg"
"""The small picture of a site that has none of its own, below the folder of the theme."""

_DRAWN = (".svg", ".png", ".jpg", ".jpeg", ".webp")
"""Kinds of picture of which an icon can be made."""

_WORK = 50
"""Drawing an icon takes as long as so many pages."""


class Offline(Output):
    """Writes the worker with what it is told, the manifest and the icons; ``templates`` is the folder of them all."""

    name = "offline"

    def __init__(self, frame: Frame, templates: Path) -> None:
        self._frame = frame
        self._templates = templates

    @cached_property
    def _look(self) -> offline.Look:
        return offline.look_of(self._frame.shells[addresses.HOME])

    def render(self, edition: Edition) -> Iterator[File]:
        """The files."""
        site = edition.dataset.site
        yield File(offline.WORKER, partial(self._worker, site))
        yield File(offline.MANIFEST, lambda: offline.manifest(site, self._look).encode())
        own = (self._templates / "theme" / _OWN).read_bytes()
        picture, address = self._frame.files.get(self._look.picture or ""), self._look.picture or ""
        theirs = picture if picture != own and address.endswith(_DRAWN) else None
        colour = self._look.colour or "#ffffff"
        for pixels in offline.ICON_PIXELS:
            made = digest_of(own, theirs, colour, pixels, versions(("typst",)))
            yield File(offline.icon(pixels), partial(self._icon, own, theirs, colour, pixels), made, work=_WORK)

    def _worker(self, site: Site) -> bytes:
        files = offline.kept_files(self._frame.files, self._look)
        made = digest_of([(address, self._frame.files.get(address)) for address in files])
        settings = offline.worker_settings(site, files, made[:16])
        return settings.encode() + (self._templates / "offline" / offline.WORKER).read_bytes()

    def _icon(self, own: bytes, theirs: bytes | None, colour: str, pixels: int) -> bytes:
        """The site's own picture on white, or ours on its colour, as small as the roundest cut-out needs."""
        template = self._templates / "offline" / "icon.typ"
        drawn = icon_picture(template, theirs, "#ffffff", 56, pixels) if theirs else None
        return drawn or icon_picture(template, own, colour, 64, pixels) or b""
