"""The pages of the site for the folders beside it, and what each of them follows from."""

from collections.abc import Iterator
from functools import lru_cache, partial

from generator.build.outputs.output import digest_of
from generator.build.outputs.pages import service_inputs
from generator.channels.page_blocks import LEFT_OUT
from generator.channels.site_page import SitePage
from generator.site.edition import Edition
from generator.site.pages import Page, list_pages, record_pages, service_page, service_tagged


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
