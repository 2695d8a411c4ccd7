"""Which sheets a clerk means by names, kinds and sets, and why there is none where there is none."""

import difflib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.build.examine import Examined
from generator.content.problems import excerpt
from generator.facts.disclosures import disclosure_phase
from generator.facts.services import hangs_until, notice_phase
from generator.kit.filling import Filling
from generator.kit.kind import Printable
from generator.kit.kinds import KINDS, printable_sheets
from generator.model import Dataset, RecordKey, SheetKey
from generator.posters.press import PosterFormat, Variant
from generator.posters.sheet import PosterError
from generator.posters.stock import Stock
from generator.results.disclosure import period_phase
from generator.site.edition import Edition
from generator.system.environment import NotReady
from generator.system.failures import Failure
from generator.texts.commands import TEXTS
from generator.texts.posters import PHASES

_MOST_GUESSES = 3
_AROUND_TITLES = "《》“” \t　"


@dataclass(frozen=True)
class PosterRequest:
    """Which sheets, by id or title of their record, how, and where to.

    ``kinds`` are the kinds of sheet; none means the main sheet of each record, and all sheets of a window. ``stock``
    and ``distance`` None mean the paper and the distance that site.yml sets for the kind. ``tile`` is a smaller paper
    on which each sheet is put together, ``booklet`` folds A4 pages, ``bleed`` is for a print shop. ``matched`` sheets
    of a wall share their type. If they are ``hung``, it is written down that they hang from today. ``out`` is a folder,
    or one .zip or .pdf for all of them. ``fill`` and ``missing`` go into the blanks of forms; of a record with several
    forms of a kind they mean the one for every case.
    """

    names: tuple[str, ...]
    out: Path
    kinds: tuple[str, ...] = ()
    stock: Stock | None = None
    format: PosterFormat | None = None
    variant: Variant = "colour"
    distance: float | None = None
    tile: Stock | None = None
    booklet: bool = False
    bleed: bool = False
    matched: bool = False
    hung: bool = False
    fill: tuple[tuple[str, str], ...] = ()
    missing: tuple[int, ...] = ()

    @property
    def filling(self) -> Filling:
        """What goes into the blanks of forms."""
        return Filling(self.fill, self.missing)

    def format_of(self, one: Printable) -> PosterFormat:
        """As it was asked for; else what a sheet usually is, but where PDFs are put together."""
        together = self.tile or self.booklet or self.bleed or self.out.suffix.lower() == ".pdf"
        return self.format or ("pdf" if together else one.format)


def asked(
    request: PosterRequest, edition: Edition, examined: Examined, refused: list[Failure]
) -> Iterator[tuple[Printable, str]]:
    """Each sheet that was asked for and exists, once, with the name of its files; the others are ``refused``."""
    found = {one.key: one for one in _found(request, edition, examined, refused)}
    files = Counter(map(_file_name, found))
    for key, one in found.items():
        name = _file_name(key)
        yield one, str(key).replace("/", "-") if files[name] > 1 else name


def _found(request: PosterRequest, edition: Edition, examined: Examined, refused: list[Failure]) -> Iterator[Printable]:
    """The sheets of the kinds, or of each name."""
    sheets = list(printable_sheets(edition))
    if not request.names:
        found = [one for one in sheets if one.key.kind in request.kinds and not (request.filling and one.key.record)]
        if not found:
            missing = [KINDS[kind].absent for kind in request.kinds]
            none = TEXTS["no_sheets_of_kind"].format(kinds="、".join(request.kinds))
            refused.append(PosterError("\n".join(filter(None, missing)) or none))
        yield from found
    for name in request.names:
        keys = keys_named(name, edition.dataset)
        found = [one for one in sheets if _is_meant(one.key, name, keys, request)]
        if not found:
            refused.append(_refusal(name, keys, edition, examined))
        yield from found


def kinds_of(sets: Sequence[str]) -> tuple[str, ...]:
    """The kinds of sheet in one of ``sets``, or all of them."""
    return tuple(name for name, kind in KINDS.items() if "all" in sets or set(sets) & set(kind.sets))


def _is_meant(key: SheetKey, name: str, records: Sequence[RecordKey], request: PosterRequest) -> bool:
    """Whether a sheet is one of those that ``name`` asks for: by its own name, or by its record."""
    if name == str(key) or (key.record is None and name == key.kind):
        return True
    if key.record is None or key.record not in records or (request.filling and key.part):
        return False
    return key.kind in request.kinds if request.kinds else key.is_main or key.record.kind == "windows"


def _file_name(key: SheetKey) -> str:
    """A main sheet is named like its record, another with its kind in front, one of the hall like its kind."""
    if key.is_main:
        return key.record_id
    return key.kind if key.record is None and not key.part else str(key).replace("/", "-")


def titles(dataset: Dataset) -> dict[RecordKey, str]:
    """Mapping record -> title, of every kind of record that has posters."""
    return {
        **{RecordKey("regulations", key): item.title for key, item in dataset.regulations.items()},
        **{RecordKey("services", key): item.name for key, item in dataset.services.items()},
        **{RecordKey("results", key): item.period.title for key, item in dataset.results.items()},
        **{RecordKey("windows", window.id): window.name for window in dataset.windows},
        **{RecordKey("notices", key): item.title for key, item in dataset.notices.items()},
        **{RecordKey("disclosures", key): item.record.title for key, item in dataset.disclosures.items()},
        **{RecordKey("bundles", key): item.name for key, item in dataset.bundles.items()},
    }


def keys_named(name: str, dataset: Dataset) -> tuple[RecordKey, ...]:
    """The records with this id, alone or behind its kind; if there are none, those with this title (《》 or not)."""
    named, title = titles(dataset), name.strip(_AROUND_TITLES)
    by_id = tuple(key for key in named if name in (key.id, str(key)))
    return by_id or tuple(key for key, words in named.items() if words == title)


def _refusal(name: str, keys: Sequence[RecordKey], edition: Edition, examined: Examined) -> Failure:
    """Why there is no poster under this name."""
    named = titles(edition.dataset)
    if not keys:
        near = _near(name.strip(_AROUND_TITLES), [*named.values(), *(key.id for key in named)])
        guess = TEXTS["near_poster"].format(name="、".join(map(excerpt, near))) if near else ""
        return NotReady(TEXTS["unknown_poster"].format(id=excerpt(name)) + guess)
    key = keys[0]
    state = _state(key, edition)
    if key in examined.incomplete and state is None:
        reasons = map(str, examined.problems_of(key))
        return PosterError("\n".join([TEXTS["held_poster"].format(title=named[key]), *reasons]))
    return PosterError(TEXTS["ended_poster" if state else "no_such_sheet"].format(title=named[key], state=state))


def _near(name: str, known: Sequence[str]) -> list[str]:
    """What may be meant: names that hold what was typed, else the one that is most like it."""
    longer = [one for one in dict.fromkeys(known) if name and name in one]
    return longer[:_MOST_GUESSES] or difflib.get_close_matches(name, known, 1)


def _state(key: RecordKey, edition: Edition) -> str | None:
    """Why a record has no poster whatever it says: suspended, ended, repealed, withdrawn; None if it is in force."""
    dataset = edition.dataset
    if key.kind == "results":
        return PHASES.get(period_phase(dataset.results[key.id].period, edition.today))
    if key.kind == "disclosures":
        return PHASES.get(disclosure_phase(dataset.disclosures[key.id].record, edition.today))
    if key.kind == "services":
        state = dataset.services[key.id].status.state
        return None if state == "在办" else state
    if key.kind == "notices":
        phase = notice_phase(dataset.notices[key.id], edition.today)
        over = edition.today > hangs_until(dataset.notices[key.id])
        return PHASES.get("taken_down" if over and phase != "withdrawn" else phase)
    regulation = dataset.regulations.get(key.id) if key.kind == "regulations" else None
    return regulation.status if regulation and regulation.repealed else None
