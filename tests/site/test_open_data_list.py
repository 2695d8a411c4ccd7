"""The lists of what the site has: the groups of open data, and the map of the site."""

from content_builder import TODAY
from rules.dataset_builder import NOTICE, content

from generator.site import addresses, data_addresses
from generator.site.data_schemas import SCHEMAS, VERSION
from generator.site.edition import Edition
from generator.site.lists import site_map
from generator.site.open_data import open_data_titles
from generator.site.open_data_list import data_groups


def grouped(*made: str) -> dict[str, list[str]]:
    """Key of a group -> the addresses in it, of a site that has these files."""
    of = Edition(content(), TODAY)
    of.made.update(dict.fromkeys(made, 10))
    return {group.key: [address for address, _, _ in group.files] for group in data_groups(of)}


def test_files_are_listed_by_what_they_are_for() -> None:
    """Every file that was made is listed once, with what its group is for; what was not made is not."""
    tables = [
        *open_data_titles(content(), TODAY),
        data_addresses.DATA_PACKAGE,
        *map(data_addresses.data_schema, SCHEMAS),
    ]
    calendars = [
        data_addresses.HOURS_CALENDAR,
        data_addresses.window_calendar("minzheng"),
        data_addresses.NOTICES_CALENDAR,
    ]
    feeds, linked = (
        [data_addresses.NEWS_FEED, data_addresses.CHANGES_FEED],
        [data_addresses.LINKED_DATA, data_addresses.HSDS],
    )

    assert grouped(*tables, *calendars, *feeds, *linked) == {
        "tables": tables,
        "feeds": feeds,
        "calendars": calendars,
        "linked": linked,
    }
    assert grouped(data_addresses.NOTICES_CALENDAR) == {"calendars": [data_addresses.NOTICES_CALENDAR]}


def test_groups_say_what_they_are_for() -> None:
    """A heading and a sentence each; that of the tables names the version of their form."""
    of = Edition(content(), TODAY)
    of.made[data_addresses.SERVICES_JSON] = 10
    (tables,) = data_groups(of)

    assert (tables.title, tables.files[0][1]) == ("数据表", "全部办事指南（JSON）")
    assert tables.text.endswith(f"版本是 {VERSION}。")


def test_map_names_every_column_and_the_records_that_are_few() -> None:
    """Each list but home and search; a notice that was taken down is not on it."""
    gone = content({NOTICE: {"take_down": "2026-11-19"}})
    found = {address: below for address, _, below in site_map(content(), TODAY).columns}

    left_out = {addresses.HOME, addresses.SEARCH, addresses.SITE_MAP, addresses.OFFLINE}
    assert set(found) == set(addresses.LISTS) - left_out
    assert ("windows/minzheng/", "民政救济") in found[addresses.SERVICES]
    assert [address for address, _ in found[addresses.NOTICES]] == ["notices/dibao-2026-11/"]
    assert not {address: below for address, _, below in site_map(gone, TODAY).columns}[addresses.NOTICES]
