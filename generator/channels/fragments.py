"""A section of another site (``gongshi build --embed``): pages as fragments without frame, and as pages for a frame.

Classes begin with ``gs-``, ids with ``gongshi-``, and every rule of the style sheet is about what lies inside the root
of a fragment (decision 21).
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from html import escape

from generator.channels.blocks import Block
from generator.channels.fragment_forms import form
from generator.channels.markup import Look, html_of
from generator.channels.ways import ANCHORS, FRAGMENT, PAGE, Ways, path_of
from generator.model import Site
from generator.site import addresses
from generator.site.frame import POLICY
from generator.site.government import Tagged, page_tags
from generator.site.pages import Page
from generator.texts.pages import WORDS

STYLE, SCRIPT, FRAME_SCRIPT, MANIFEST = "embed.css", "embed.js", "frame.js", "embed.json"
MOST_BYTES = 15_000
"""Of the style sheet."""

_ATTRIBUTES = {
    "h1": ' class="gs-title"',
    **{
        f"p.{tone}": f' class="gs-{tone}"'
        for tone in ("note", "lead", "callout", "right", "center", "action", "picture")
    },
    **{f"span.{tone}": f' class="gs-{tone}"' for tone in ("note", "gap", "tag")},
    **{f"ul.{look}": f' class="gs-{look}"' for look in ("links", "cards", "chips")},
    "table": ' class="gs-grid"',
    "table.pairs": ' class="gs-pairs"',
    "td.figure": ' class="gs-figure"',
}
_PARENTS = {
    addresses.WINDOWS: addresses.SERVICES,
    addresses.BUNDLES: addresses.SERVICES,
    addresses.DISCLOSURES: addresses.NOTICES,
    addresses.LOOKUP: addresses.RESULTS,
}
"""Column -> the list that leads there."""


@dataclass(frozen=True)
class Section:
    """The section as a whole: whose it is, where things stand, and ``elsewhere``, what only our own site has."""

    site: Site
    ways: Ways
    elsewhere: tuple[str, ...]

    def fragment(self, url: str, root: str) -> str:
        """What is put into a page of the other site; where the folder stands is known, it brings style and script.

        Nothing stands around the root: in a page with ``white-space: pre`` a line break would be an empty line.
        """
        folder = self.ways.folder
        if folder is None:
            return root
        picture, way_up = '<img src="', addresses.root_from(url)
        root = root.replace(f"{picture}{way_up}", f"{picture}{escape(folder)}")  # no text has this: it is escaped
        style = f'<link rel="stylesheet" href="{escape(folder)}{STYLE}">'
        return f'{style}{root}<script src="{escape(folder)}{SCRIPT}" defer></script>'

    def page(self, page: Page, root: str) -> str:
        """A whole page for a frame; where the pages around it have addresses, its links lead the whole window there."""
        way_up, origin = addresses.root_from(page.url), self.ways.pattern_origin
        policy = POLICY.replace("form-action 'self'", f"form-action 'self' {origin}".rstrip())
        head = [
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{escape(policy)}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(page.title)}</title>",
            *(
                f'<meta name="{name}" content="{escape(text)}">'
                for name, text in page_tags(self.site, None, page.tagged)
            ),
            *(['<base target="_top">'] if origin else []),
            f'<link rel="stylesheet" href="{way_up}{STYLE}">',
        ]
        return "\n".join(
            (
                '<!doctype html>\n<html lang="zh-Hans">\n<head>',
                *head,
                f'</head>\n<body class="gs-framed">\n{root}'
                f'<script src="{way_up}{SCRIPT}"></script>\n</body>\n</html>\n',
            )
        )

    def manifest(self, pages: Iterable[Tagged], today: date) -> bytes:
        """What the section consists of, for a program of the other site; a page a line."""
        files = {"style": STYLE, "script": SCRIPT, "frame_script": FRAME_SCRIPT}
        whole = {"hall": self.site.hall.name, "day": today.isoformat(), "files": files}
        entries = ",\n".join(json.dumps(self._entry(page), ensure_ascii=False) for page in pages)
        return f'{json.dumps(whole, ensure_ascii=False)[:-1]},\n"pages": [\n{entries}\n]}}\n'.encode()

    def _entry(self, page: Tagged) -> dict[str, object]:
        tags = dict(page_tags(self.site, None, page))  # but the address, which the other site decides
        return {
            "title": page.title,
            "path": path_of(page.url),
            "column": tags.get("ColumnName", ""),
            "date": page.dated.isoformat() if page.dated else None,
            "link": self.ways.place("", page.url),
            "fragment": f"{page.url}{FRAGMENT}",
            "page": f"{page.url}{PAGE}",
            "metas": tags,
        }

    def root(self, page: Page, blocks: Iterable[Block]) -> str:
        """What a page says in ``blocks``, in the element that the style sheet is about."""
        ways = self.ways
        look = Look(
            _ATTRIBUTES,
            partial(ways.link, page.url),
            lambda address: f"{addresses.root_from(page.url)}{address}",
            partial(form, here=page.url, ways=ways),
            ANCHORS,
            spans=True,
        )
        title = WORDS["home_lead"] if page.url == addresses.HOME else page.title
        body = html_of(blocks, look)
        known = ways.attributes(" ".join(self.elsewhere))
        head = f'{self._crumbs(page)}<h1 class="gs-title">{escape(title)}</h1>'
        return f'<div class="gs-embed" lang="zh-Hans"{known}>\n{head}\n{body}</div>'

    def _crumbs(self, page: Page) -> str:
        if page.url == addresses.HOME:
            return ""
        column = _PARENTS.get(page.shell, page.shell if page.record_id else addresses.HOME)
        above = dict.fromkeys((addresses.HOME, column))
        links = (
            f'<a href="{escape(self.ways.place(page.url, one))}">{WORDS[addresses.LIST_TITLES[one]]}</a>'
            for one in above
        )
        return f'<p class="gs-note">{" › ".join(links)}</p>\n'
