"""The list of the files of open data on their page, by what they are for; only those that were made."""

from collections.abc import Iterator

from generator.site import data_addresses
from generator.site.contexts import DataGroup
from generator.site.data_schemas import SCHEMAS, VERSION
from generator.site.edition import Edition
from generator.site.open_data import open_data_titles
from generator.texts.open_data import DATA


def data_groups(edition: Edition) -> tuple[DataGroup, ...]:
    """The groups in which there are files."""
    groups = {
        "tables": _tables(edition),
        "feeds": {
            data_addresses.NEWS_FEED: DATA["news_feed"],
            data_addresses.CHANGES_FEED: DATA["changes_feed"],
        },
        "calendars": _calendars(edition),
        "linked": {data_addresses.LINKED_DATA: DATA["linked"], data_addresses.HSDS: DATA["hsds"]},
    }
    return tuple(_group(key, titles, edition) for key, titles in groups.items() if titles.keys() & edition.made.keys())


def _group(key: str, titles: dict[str, str], edition: Edition) -> DataGroup:
    title = DATA["linked_group" if key == "linked" else key]
    files = ((address, of, edition.made[address]) for address, of in titles.items() if address in edition.made)
    return DataGroup(key, title, DATA[f"{key}_text"].format(version=VERSION), tuple(files))


def _tables(edition: Edition) -> dict[str, str]:
    described = {data_addresses.data_schema(name): DATA["schema_file"].format(title=DATA[name]) for name in SCHEMAS}
    return {
        **open_data_titles(edition.dataset, edition.today),
        data_addresses.DATA_PACKAGE: DATA["package_file"],
        **described,
    }


def _calendars(edition: Edition) -> dict[str, str]:
    return dict(_named_calendars(edition))


def _named_calendars(edition: Edition) -> Iterator[tuple[str, str]]:
    named = DATA["hours_calendar"]
    yield data_addresses.HOURS_CALENDAR, named.format(name=edition.dataset.site.hall.name)
    for window in edition.dataset.windows:
        yield data_addresses.window_calendar(window.id), named.format(name=window.name)
    yield data_addresses.NOTICES_CALENDAR, DATA["notices_calendar"]
