"""The site-relative addresses of the files of open data that are one of a kind, and of those that there are many of."""

from generator.site.addresses import OPEN_DATA

SERVICES_JSON = f"{OPEN_DATA}services.json"
SERVICES_CSV = f"{OPEN_DATA}services.csv"
REGULATIONS_JSON = f"{OPEN_DATA}regulations.json"
HALL_JSON = f"{OPEN_DATA}hall.json"
WINDOWS_JSON = f"{OPEN_DATA}windows.json"
MATERIALS_JSON = f"{OPEN_DATA}materials.json"
BUNDLES_JSON = f"{OPEN_DATA}bundles.json"
NOTICES_JSON = f"{OPEN_DATA}notices.json"
SHEETS_JSON = f"{OPEN_DATA}sheets.json"
DISCLOSURES_JSON = f"{OPEN_DATA}disclosures.json"
DATA_PACKAGE = f"{OPEN_DATA}datapackage.json"
NEWS_FEED = f"{OPEN_DATA}news.atom"
CHANGES_FEED = f"{OPEN_DATA}changes.atom"
HOURS_CALENDAR = f"{OPEN_DATA}hours.ics"
NOTICES_CALENDAR = f"{OPEN_DATA}notices.ics"
LINKED_DATA = f"{OPEN_DATA}services.jsonld"
HSDS = f"{OPEN_DATA}hsds.json"


def window_calendar(window_id: str) -> str:
    """Address of the calendar of a window whose hours are not those of the hall."""
    return f"{OPEN_DATA}hours-{window_id}.ics"


def data_schema(name: str) -> str:
    """Address of the JSON Schema of a file of open data."""
    return f"{OPEN_DATA}{name}.schema.json"
