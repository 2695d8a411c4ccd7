"""What belongs to the frame: the pages of prose, the page for wrong addresses, the theme's style sheets and scripts."""

from collections.abc import Iterator
from functools import partial

from generator.build.outputs.output import File, Output
from generator.model import Site
from generator.site.edition import Edition
from generator.site.frame import Frame, hall_facts
from generator.site.government import site_metas
from generator.site.shells import in_hall, name_site


class FrameFiles(Output):
    """Takes over every file that the engine wrote, with what its pages say of the hall."""

    name = "frame"

    def __init__(self, frame: Frame, site: Site) -> None:
        self._frame = frame
        self._site = site

    def render(self, edition: Edition) -> Iterator[File]:
        """The files as the engine wrote them."""
        metas = site_metas(self._site, edition.site_url)
        for address, data in self._frame.files.items():
            make = partial(self._page, data, metas) if address.endswith(".html") else partial(bytes, data)
            yield File(address, make, foreign=True)

    def _page(self, data: bytes, metas: str) -> bytes:
        return name_site(in_hall(data.decode(), hall_facts(self._site)), self._site.hall.name, metas).encode()
