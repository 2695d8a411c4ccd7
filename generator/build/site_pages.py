"""Pages of the site for the folders beside it: each is made when one of them asks for it, and once for all of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache, partial

from generator.build.outputs.output import digest_of
from generator.build.outputs.pages import service_inputs
from generator.channels.blocks import Block
from generator.channels.page_blocks import LEFT_OUT, page_blocks
from generator.site.edition import Edition
from generator.site.government import Tagged
from generator.site.pages import Page, list_pages, record_pages, service_page, service_tagged


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


@lru_cache(maxsize=1)
def site_pages(plain: Edition) -> tuple[SitePage, ...]:
    """Every page of the site that can be laid out elsewhere; none has sheets or the code of its address."""
    return tuple(_pages(plain))


def _pages(plain: Edition) -> Iterator[SitePage]:
    for page in (*list_pages(plain), *record_pages(plain, {})):
        if page.url not in LEFT_OUT:
            yield SitePage(page.tagged, digest_of(page), partial(_same, page))
    for service in plain.dataset.services.values():
        make = partial(service_page, service, plain, None)
        yield SitePage(service_tagged(service), service_inputs(service, plain), make)


def _same(page: Page) -> Page:
    return page
