"""What may be kept for places without a network, and what a phone is told of the site."""

import json

from content_builder import minimal_content
from rules.dataset_builder import content

from generator.site import addresses, offline
from generator.site.offline import Look, kept_files, look_of, manifest, worker_settings

NEVER = {
    addresses.NOTICES, addresses.DISCLOSURES, addresses.RESULTS, addresses.LOOKUP, addresses.POSTERS, addresses.OPEN_DATA,
    addresses.RATINGS, addresses.SITE_MAP, addresses.CHANGES,
}  # fmt: skip
"""Addresses whose pages may name people, have to be taken down on a day, hand over files, or tell what is new."""


def test_every_address_is_kept_or_never() -> None:
    """A new list or kind of record has to be decided upon; what may have to be taken down is never kept."""
    assert {*offline.KEPT_LISTS} | (NEVER & {*addresses.LISTS}) == {*addresses.LISTS}
    assert {*offline.KEPT_RECORDS} | (NEVER & {*addresses.RECORD_PAGES}) == {*addresses.RECORD_PAGES}
    assert not NEVER & {*offline.KEPT_LISTS, *offline.KEPT_RECORDS}
    assert {*offline.KEPT_AT_ONCE} <= {*offline.KEPT_LISTS}


def test_files_of_kept_pages_are_kept() -> None:
    """Styles and scripts of the frame, but those of pages that are not kept; of the search the names only."""
    frame = [
        "a.css",
        "x/y.js",
        "assets/gongshi/results.js",
        "assets/gongshi/lookup.js",
        "icon.svg",
        "about/index.html",
        "b.png",
    ]
    files = kept_files(frame, Look("icon.svg", None))
    assert files == ["a.css", "icon.svg", "search/names.js", "visits.js", "x/y.js"]


def test_look_is_that_of_the_pages() -> None:
    """Picture and colour stand in the head; a frame of others may have none."""
    head = '<meta name="theme-color" content="#123456">\n<link rel="icon" href="./images/town.png">'
    assert look_of(head) == Look("images/town.png", "#123456")
    assert look_of("<title>x</title>") == Look(None, None)


def test_home_screen_shows_the_name_of_the_hall() -> None:
    """Name, colour and icons; every address is below the manifest, whatever folder the site is in."""
    said = json.loads(manifest(content().site, Look(None, "#9d2121")))
    assert (said["name"], said["theme_color"], said["scope"]) == ("虚谷镇便民服务大厅", "#9d2121", "./")
    assert [icon["src"] for icon in said["icons"]] == ["icon-192.png", "icon-512.png"]
    assert "theme_color" not in json.loads(manifest(content().site, Look(None, None)))


def test_hall_can_turn_it_off() -> None:
    """The worker is then told nothing but to leave."""
    off = content({"site.yml": {"offline": "否"}}).site
    assert worker_settings(off, ["a.css"], "1") == "self.gongshi = null;\n"
    on = worker_settings(content().site, ["a.css"], "1")
    assert json.loads(on.removeprefix("self.gongshi = ").removesuffix(";\n"))["files"] == ["a.css"]
    assert "offline" not in minimal_content()["site.yml"], "it is on where nothing is said"
