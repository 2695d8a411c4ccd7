"""The search: the parts of the index that the search box loads, one after the other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property, partial

from generator.build.last_build import LastBuild
from generator.build.outputs.output import File, Output, digest_of
from generator.facts.disclosures import is_shown
from generator.facts.everyday_words import hall_synonyms
from generator.facts.services import GONE, shown_notices
from generator.site import addresses, search
from generator.site.edition import Edition
from generator.site.search_hall import hall_facts, window_aliases
from generator.site.search_pairs import Published
from generator.site.search_parts import codes_part, names_part, sounds_part
from generator.site.search_passages import Passage, passages
from generator.site.search_texts import Texts
from generator.system.program import versions
from generator.texts.pages import WORDS
from generator.texts.search import PAGE_TERMS

INDEX = f"{addresses.SEARCH}names.js"
"""Address of the names, the part that is loaded first."""

_BLOCK = re.compile(rf"{addresses.SEARCH}texts-[0-9]+\.js")

DICTIONARY, NAMES_A_PAGE = 100, 20
"""What it takes to load the dictionary of pinyin, in pages, and how many names are spelled in the time of one."""

Prose = Mapping[str, tuple[str, tuple[tuple[str, str, str], ...]]]
"""Address of a page of prose -> its title, and heading, text and anchor of each of its passages."""


class Search(Output):
    """Writes the parts; ``spelled`` maps names to their pinyin, as earlier builds spelled them.

    ``before`` has the parts of the last build, of which an edit changes little.
    """

    name = "search"

    def __init__(self, spelled: Mapping[str, str], prose: Prose | None = None, before: LastBuild | None = None) -> None:
        self._spelled = spelled
        self._prose = prose or {}
        self._before = before or LastBuild()

    def render(self, edition: Edition) -> Iterator[File]:
        """The names, and the parts that a browser asks for when they do not suffice."""
        found = self.entries(edition)
        new = sum(name not in self._spelled for entry in found for name in (entry.title, *entry.aliases))
        work = DICTIONARY + new // NAMES_A_PAGE if new else 1
        hall = hall_facts(edition.dataset)
        yield File(INDEX, partial(names_part, found, hall, hall_synonyms(edition.dataset), self._spelled), work=work)
        sounds = digest_of("sounds", versions(("pypinyin", "opencc")))
        yield File(f"{addresses.SEARCH}sounds.js", sounds_part, sounds, work=2 * DICTIONARY)
        if any(entry.codes for entry in found):
            yield File(f"{addresses.SEARCH}codes.js", partial(codes_part, found))
        yield from _texts(Texts(found, self.passages(edition)), self._before)

    def entries(self, edition: Edition) -> list[search.SearchEntry]:
        """Everything that can be found."""
        prose = (_prose_entry(title, url, said) for url, (title, said) in self._prose.items())
        posted = shown_notices(edition.dataset, edition.today)
        return search.entries(edition.dataset, posted, [*_other_pages(edition), *prose])

    def passages(self, edition: Edition) -> Iterator[Passage]:
        """What the pages of all that say."""
        posted = shown_notices(edition.dataset, edition.today)
        return passages(edition.dataset, posted, {url: said for url, (_, said) in self._prose.items()})


def _texts(texts: Texts, before: LastBuild) -> Iterator[File]:
    own = {number: digest_of(number, texts.of_block(number)) for number in texts.blocks}
    everything = digest_of(texts.sharded, texts.shards, own)
    yield File(f"{addresses.SEARCH}texts.js", texts.first, everything)
    if texts.sharded:
        pairs = _Pairs(texts, _published(before, own))
        for number in range(texts.shards):
            yield File(
                f"{addresses.SEARCH}pairs-{number}.js", partial(pairs.part, number), digest_of(number, everything)
            )
        for number in texts.blocks:
            yield File(f"{addresses.SEARCH}texts-{number}.js", partial(texts.block, number), own[number])


def _published(before: LastBuild, own: Mapping[int, str]) -> Published | None:
    """The parts of the last build, if they have the blocks that ``own`` has the inputs of, no more and no fewer."""
    blocks = {f"{addresses.SEARCH}texts-{number}.js": (number, inputs) for number, inputs in own.items()}
    if set(filter(_BLOCK.fullmatch, before.files)) != blocks.keys():
        return None
    changed = (number for address, (number, inputs) in blocks.items() if before.files[address].inputs != inputs)
    return Published(lambda name: before.data(f"{addresses.SEARCH}{name}.js"), tuple(changed))


class _Pairs:
    """The parts of pairs, from those of the last build where that is possible."""

    def __init__(self, texts: Texts, before: Published | None) -> None:
        self._texts, self._before = texts, before

    def part(self, number: int) -> bytes:
        """The part of a number."""
        return self._from_before[number] if self._from_before else self._texts.pairs(number)

    @cached_property
    def _from_before(self) -> list[bytes] | None:
        return self._texts.pairs_after(self._before) if self._before else None


def _prose_entry(title: str, url: str, said: Iterable[tuple[str, str, str]]) -> search.SearchEntry:
    """A page of prose is also found by its headings."""
    headings = tuple(dict.fromkeys(heading for heading, _, _ in said if heading != title))
    return search.SearchEntry("page", title, url, hidden=headings)


def _other_pages(edition: Edition) -> Iterator[search.SearchEntry]:
    """Pages that are no records, as the search should know them."""
    dataset = edition.dataset
    for window in dataset.windows:
        names = (*window.aliases, f"{window.name}{WORDS['windows']}", *window_aliases(window))
        phone = tuple(filter(None, [window.phone]))
        yield search.SearchEntry("window", window.name, addresses.page(addresses.WINDOWS, window.id), names, phone)
    for period_id in dataset.results:
        posted = edition.periods[period_id].posted
        if posted.phase not in GONE:
            yield search.page_entry(posted.period.title, addresses.page(addresses.RESULTS, period_id), kind="result")
    for record_id, disclosed in dataset.disclosures.items():
        if is_shown(disclosed.record, edition.today):
            url = addresses.page(addresses.DISCLOSURES, record_id)
            yield search.page_entry(disclosed.record.title, url, (disclosed.record.kind,), kind="disclosure")
    for address in PAGE_TERMS:
        title = WORDS[addresses.LIST_TITLES[address]]
        yield search.SearchEntry("page", title, address, hidden=PAGE_TERMS[address])
