"""The search: the index that the search box reads, and the table of sounds behind it."""

from collections.abc import Iterator, Mapping
from functools import partial

from generator.build.outputs.output import File, digest_of
from generator.facts.disclosures import disclosure_phase
from generator.facts.services import notice_phase
from generator.model import Notice
from generator.site import addresses, search
from generator.site.edition import Edition
from generator.system.program import versions
from generator.texts.pages import WORDS

INDEX = f"{addresses.SEARCH}index.json"
"""Address of the index."""

DICTIONARY, NAMES_A_PAGE = 100, 20
"""What it takes to load the dictionary of pinyin, in pages, and how many names are spelled in the time of one."""

GONE = ("withdrawn", "taken_down")
"""Phases in which a notice or a period can no longer be found."""


class Search:
    """Writes the index; ``spelled`` maps names to their pinyin, as earlier builds spelled them."""

    name = "search"
    needs: tuple[str, ...] = ()
    costly = False
    inherit = True

    def __init__(self, spelled: Mapping[str, str]) -> None:
        self._spelled = spelled

    def render(self, edition: Edition) -> Iterator[File]:
        """The index, and the table of sounds that the search consults when the characters find nothing."""
        found = search.entries(edition.dataset, _posted(edition), _other_pages(edition))
        new = sum(name not in self._spelled for entry in found for name in (entry.title, *entry.aliases))
        work = DICTIONARY + new // NAMES_A_PAGE if new else 1
        yield File(INDEX, partial(search.index_json, found, self._spelled), work=work)
        sounds = digest_of("homophones", versions(("pypinyin",)))
        yield File(f"{addresses.SEARCH}homophones.json", search.homophones_json, sounds, work=2 * DICTIONARY)


def _posted(edition: Edition) -> list[Notice]:
    """The notices that can be found: what was taken down is not among them."""
    notices = edition.dataset.notices.values()
    return [notice for notice in notices if notice_phase(notice, edition.today) not in GONE]


def _other_pages(edition: Edition) -> Iterator[search.SearchEntry]:
    """Pages that are no records, as the search should know them."""
    dataset = edition.dataset
    for window in dataset.windows:
        names = (*window.aliases, f"{window.name}{WORDS['windows']}")
        yield search.page_entry(window.name, addresses.page(addresses.WINDOWS, window.id), names)
    for period_id in dataset.results:
        posted = edition.periods[period_id].posted
        if posted.phase not in GONE:
            yield search.page_entry(posted.period.title, addresses.page(addresses.RESULTS, period_id))
    for record_id, disclosed in dataset.disclosures.items():
        if disclosure_phase(disclosed.record, edition.today) not in GONE:
            url = addresses.page(addresses.DISCLOSURES, record_id)
            yield search.page_entry(disclosed.record.title, url, (disclosed.record.kind,))
    for address in (addresses.SUPERVISION, addresses.POSTERS, addresses.RESULTS, addresses.LOOKUP, addresses.OPEN_DATA):
        yield search.page_entry(WORDS[addresses.LIST_TITLES[address]], address)
