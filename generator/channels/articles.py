"""Articles to paste into a site that takes nothing else (``gongshi build --articles``): clean HTML, and its fields.

An article has neither scripts nor classes nor ids, and its title is not in its text, because such sites have a field
for it. Tables say themselves that they have lines. Another page is named without a link, unless our own site has it.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape

from generator.channels.blocks import Block, Listing, Paragraph, Picture, Run
from generator.channels.markup import Look, html_of
from generator.model import Site
from generator.site import addresses
from generator.site.government import Tagged, page_tags
from generator.texts.channels_articles import ARTICLES, COLUMNS

_LINE = ' style="border:1px solid #999;padding:6px;vertical-align:top"'
_ATTRIBUTES = {
    "table": ' border="1" cellspacing="0" cellpadding="6" style="border-collapse:collapse;width:100%"',
    "th": f' align="left"{_LINE}',
    "td": _LINE,
    "td.figure": ' align="right" style="border:1px solid #999;padding:6px;vertical-align:top"',
    "p.right": ' align="right"',
    "p.center": ' align="center"',
}
_COLUMNS = (
    addresses.SERVICES, addresses.WINDOWS, addresses.REGULATIONS, addresses.NOTICES, addresses.DISCLOSURES,
    addresses.BUNDLES, addresses.RESULTS,
)  # fmt: skip
"""Columns whose records are articles; lists a site makes itself."""


@dataclass(frozen=True)
class Beside:
    """What belongs to an article: names of files in the package -> addresses of files of our site.

    ``pictures`` stand in the text, with what they show.
    """

    attachments: Mapping[str, str]
    pictures: Mapping[str, tuple[str, str]]


def is_article(page: Tagged) -> bool:
    """Whether a page is handed on as an article."""
    return page.url == addresses.SUPERVISION or (page.is_record and page.shell in _COLUMNS)


def article_html(title: str, blocks: Iterable[Block], site_url: str | None, beside: Beside) -> bytes:
    """The article of a page that says ``blocks``, as a page that a browser opens, so that its text can be copied."""
    look = Look(_ATTRIBUTES, partial(_on_our_site, site_url), _in_package, lambda _: "")
    shown: list[Block] = [block for block in blocks if not isinstance(block, Picture)]
    shown += [Picture(name, "", about) for name, (_, about) in beside.pictures.items()]
    if beside.attachments:
        names = tuple(((Run(name, ""),),) for name in beside.attachments)
        shown += [Paragraph((Run(ARTICLES["attached"], strong=True),)), Listing(names)]
    return (
        f'<!doctype html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f"</head>\n<body>\n{html_of(shown, look)}</body>\n</html>\n"
    ).encode()


def about(fields: Mapping[str, str], beside: Beside) -> bytes:
    """The fields as JSON, in the words of the list."""
    named = {COLUMNS[key]: value for key, value in fields.items()}
    attached = {ARTICLES["attachments"]: [*beside.attachments], ARTICLES["pictures"]: [*beside.pictures]}
    return json.dumps(named | attached, ensure_ascii=False, indent=1).encode() + b"\n"


def file_name(address: str) -> str:
    """The name of the package of a page: services-linshi-jiuzhu.zip."""
    return f"{address.strip('/').replace('/', '-')}.zip"


def article_fields(page: Tagged, summary: str, site: Site, beside: Beside) -> dict[str, str]:
    """The fields of an article by the keys of ``COLUMNS``."""
    return {
        "title": page.title,
        "column": dict(page_tags(site, None, page))["ColumnName"],
        "date": page.dated.isoformat() if page.dated else "",
        "source": page.source or site.organisation,
        "author": site.hall.name,
        "number": "",
        "theme": "",
        "summary": summary,
        "file": file_name(page.url),
        "attachments": str(len(beside.attachments)),
    }


def _on_our_site(site_url: str | None, address: str) -> str | None:
    return f"{site_url}{address}" if site_url else None


def _in_package(address: str) -> str:
    return address
