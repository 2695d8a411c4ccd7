"""The walk-round sheet (上墙核对单): what should hang where, in which version, to be ticked while walking."""

from collections.abc import Callable, Iterable
from functools import partial

from generator.kit.kind import Kind, Printable, Subject
from generator.kit.wording import day_words
from generator.model import SheetKey
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of, unknown_parts
from generator.site.edition import Edition
from generator.texts.walk_round import WALK_ROUND

LAYOUT = Layout("walk-round", distance=0.5, fine=10.5)


Hanging = Callable[[Edition], Iterable[Printable]]
Contents = Callable[[SheetKey, Edition], Sheet]


def kind(hanging: Hanging, contents: Contents) -> Kind:
    """The kind, given what hangs in an edition and what each sheet says."""
    said = partial(_contents, hanging, contents)
    return Kind("walk-round", LAYOUT, "a4", _subjects, said, sets=("forms",), online=False)


def _subjects(_: Edition) -> list[Subject]:
    return [Subject(SheetKey("walk-round"), WALK_ROUND["title"])]


def _contents(hanging: Hanging, contents: Contents, key: SheetKey, edition: Edition) -> Sheet:
    places: dict[str, list[Json]] = {}
    for one in hanging(edition):
        row: list[Json] = [one.title, one.kind.title, one.finished_words, _version(contents, one.key, edition)]
        for place in one.places(edition.dataset) or (WALK_ROUND["nowhere"],):
            places.setdefault(place, []).append(row)
    site = edition.dataset.site
    body: dict[str, Json] = {
        "over": WALK_ROUND["over"].format(hall=site.hall.name, day=day_words(edition.today)),
        "how": WALK_ROUND["how"],
        "columns": [WALK_ROUND[name] for name in ("sheet", "kind", "paper", "version", "hangs", "whole", "note")],
        "places": [{"place": place, "rows": rows} for place, rows in places.items()],
        "signed": [WALK_ROUND[name] for name in ("by", "on")],
    }
    return sheet_of(LAYOUT, key.kind, WALK_ROUND["title"], body, Footer(), site, None, None)


def _version(contents: Contents, key: SheetKey, edition: Edition) -> str:
    """The code on a sheet, or that it must not hang yet."""
    try:
        sheet = contents(key, edition)
    except PosterError:
        return WALK_ROUND["not_yet"]
    return WALK_ROUND["not_yet"] if unknown_parts(sheet) else sheet.version
