"""The walk-round sheet (上墙核对单): what should hang where, in which version, to be ticked while walking."""

from collections.abc import Callable, Iterable, Iterator

from generator.kit.kind import Kind, Printable, Subject
from generator.model import SheetKey
from generator.posters.sheet import Footer, Json, Layout, PosterError, Sheet, sheet_of
from generator.site.edition import Edition
from generator.texts.walk_round import WALK_ROUND

LAYOUT = Layout("walk-round", distance=0.5, fine=10.5)


def kind(hanging: Callable[[Edition], Iterable[Printable]], contents: Callable[[SheetKey, Edition], Sheet]) -> Kind:
    """The kind, given what hangs in an edition and what each sheet says."""

    def rows(edition: Edition) -> Iterator[tuple[str, Json]]:
        for one in hanging(edition):
            for place in one.places(edition.dataset) or (WALK_ROUND["nowhere"],):
                yield place, [one.title, one.kind.title, one.paper_words, _version(one.key, edition)]

    def _version(key: SheetKey, edition: Edition) -> str:
        try:
            return contents(key, edition).version
        except PosterError:
            return WALK_ROUND["not_yet"]

    def sheet(key: SheetKey, edition: Edition) -> Sheet:
        places: dict[str, list[Json]] = {}
        for place, row in rows(edition):
            places.setdefault(place, []).append(row)
        site = edition.dataset.site
        body: dict[str, Json] = {
            "over": site.hall.name,
            "how": WALK_ROUND["how"],
            "columns": [WALK_ROUND[name] for name in ("sheet", "kind", "paper", "version", "hangs", "whole", "note")],
            "places": [{"place": place, "rows": found} for place, found in places.items()],
            "signed": [WALK_ROUND[name] for name in ("by", "on")],
        }
        return sheet_of(LAYOUT, key.kind, WALK_ROUND["title"], body, Footer(), site, None, None)

    return Kind("walk-round", LAYOUT, "a4", _subjects, sheet, sets=("forms",), online=False)


def _subjects(_: Edition) -> list[Subject]:
    return [Subject(SheetKey("walk-round"), WALK_ROUND["title"])]
