"""A page of the site as channels lay it out: made when one of them asks for it, and once for all of them."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from generator.channels.blocks import Block
from generator.channels.page_blocks import page_blocks
from generator.site.government import Tagged
from generator.site.pages import Page


@dataclass(eq=False)
class SitePage:
    """A page that is perhaps not made yet: what is known of it before, and a digest of all that it says.

    ``inputs`` are "" where nobody can tell.
    """

    tagged: Tagged
    inputs: str
    make: Callable[[], Page]

    @property
    def url(self) -> str:
        """Site-relative address."""
        return self.tagged.url

    @cached_property
    def page(self) -> Page:
        """The page with its context."""
        return self.make()

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """What it says."""
        return page_blocks(self.page.context)
