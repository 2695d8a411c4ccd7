"""The board of fees (收费公示牌): every fee of the services on offer, or that there is none.

It says that nothing else is charged for, so it is printed only when the fee of every service is known.
"""

from collections.abc import Iterator, Sequence

from generator.kit.kind import Kind, Subject
from generator.kit.wording import supervision_phone
from generator.model import Dataset, Service, SheetKey, Site
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.kit_notices import FEES
from generator.texts.posters import HANGS
from generator.texts.shared import SUPERVISION_PHONE, UNKNOWN

LAYOUT = Layout("fees", distance=0.6, largest=2.6, on_wall=True)


def fees_sheet(services: Sequence[Service], site: Site, url: str | None) -> Sheet:
    """The board for these services, which are on offer. Raises PosterError where a fee is not known."""
    if unknown := [service.name for service in services if service.fee is None]:
        raise PosterError(FEES["unknown"].format(title=FEES["title"], names="、".join(unknown)))
    columns, rows = _table(services)
    body: dict[str, Json] = {
        "over": site.hall.name,
        "free": None if rows else FEES["free"],
        "note": FEES["others_free"] if rows else FEES["all_free"].format(count=len(services)),
        "complain": [[label, phone] for label, phone in _phones(site)],
        "columns": columns,
        "rows": rows,
    }
    fields = {SUPERVISION_PHONE: supervision_phone(site)}
    return sheet_of(LAYOUT, KIND.name, FEES["title"], body, Footer(fields), site, url, None)


def _table(services: Sequence[Service]) -> tuple[list[Json], list[Json]]:
    """Labels of the columns, and the rows; the name of a service stands in its first row only."""
    charged = [(service, item) for service in services if service.fee for item in service.fee.items]
    reduced = any(item.reduction for _, item in charged)
    labels = ("service", "item", "standard", "basis", *(("reduction",) if reduced else ()))
    rows: list[Json] = []
    for number, (service, item) in enumerate(charged):
        name = service.name if number == 0 or charged[number - 1][0] is not service else ""
        row: list[Json] = [name, item.name, item.standard or UNKNOWN, item.basis or UNKNOWN]
        rows.append([*row, item.reduction or FEES["none"]] if reduced else row)
    return [FEES[label] for label in labels], rows


def _phones(site: Site) -> Iterator[tuple[str, str]]:
    """Where to complain about a fee: label and number."""
    for key in ("phone", "hotline", "price_phone"):
        if site.supervision and (phone := getattr(site.supervision, key)):
            yield FEES[key], phone


def _subjects(edition: Edition) -> list[Subject]:
    return [Subject(SheetKey(KIND.name), FEES["title"])] if _offered(edition.dataset) else []


def _offered(dataset: Dataset) -> list[Service]:
    return [service for service in dataset.services.values() if service.status.state == "在办"]


def _contents(key: SheetKey, edition: Edition) -> Sheet:
    return fees_sheet(_offered(edition.dataset), edition.dataset.site, edition.url(key.page))


def _places(_key: SheetKey, _dataset: Dataset) -> tuple[str, ...]:
    return (HANGS["wall"],)


KIND = Kind("fees", LAYOUT, "60x90", _subjects, _contents, _places, ("wall",))
