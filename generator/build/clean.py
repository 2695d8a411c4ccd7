"""``gongshi clean``: a picture or a PDF as people see it, in a new file beside the old one, which stays as it is.

It is opened in a process of its own, with limits of time and memory, because such files come from anywhere. What can
still be found in the new one, the gate says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.build import checkpoints
from generator.privacy.finding import REMINDED, NotRewritten
from generator.privacy.gate import MAX_FILE_BYTES, PICTURE_PAGE, shown_name
from generator.privacy.media.pixels import FORMS, only_pixels
from generator.privacy.pdf.pictured import pages_as_pictures
from generator.privacy.verdict import Leak
from generator.privacy.waivers import way_out
from generator.publish.files import save
from generator.system.environment import Refused
from generator.system.failures import Died, Failure, ReportLine
from generator.system.isolated import run_isolated
from generator.system.progress import Progress
from generator.system.worker import Overdue
from generator.texts.commands import NOT_CLEANED, TEXTS
from generator.texts.private import PRIVATE_KIND_NAMES

SECONDS = 180
MEMORY_MIB = 3_000

_PDF, _PNG = ".pdf", ".png"
_OFFICE = (".doc", ".docx", ".wps", ".rtf", ".odt", ".xls", ".xlsx", ".et", ".ods", ".ppt", ".pptx", ".dps", ".odp")


class NotCleaned(Failure):
    """The file cannot be rewritten; the message says why, and what to do instead."""

    exit_code = 1

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"{shown_name(path.name)}：{NOT_CLEANED[reason]}")


@dataclass(frozen=True)
class Cleaned:
    """The new file, and what the gate still finds in it."""

    path: Path
    leaks: tuple[Leak, ...]

    @property
    def is_fit(self) -> bool:
        """Whether it could be published, once a person has looked at it."""
        return {leak.kind for leak in self.leaks} <= {PICTURE_PAGE, *REMINDED}

    def report(self) -> Iterator[ReportLine]:
        """Where the new file is, what was found, and what to do about each kind of it."""
        for leak in self.leaks:
            yield ReportLine(str(leak), is_finding=True)
        yield ReportLine(TEXTS["cleaned"].format(name=shown_name(str(self.path))))
        for kind in dict.fromkeys(leak.kind for leak in self.leaks):
            yield ReportLine(TEXTS["leak_way_out"].format(kind=PRIVATE_KIND_NAMES[kind], way_out=way_out(kind)))


def clean(path: Path, out: Path | None, content: Path | None, today: date, progress: Progress) -> Cleaned:
    """Write ``path`` again to ``out``, by default a file beside it. Raises NotCleaned, Refused and GateFailed."""
    if path.suffix.lower() in _OFFICE:
        raise NotCleaned(path, "office")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise NotCleaned(path, "too large")
    data = path.read_bytes()
    endings = (_PDF,) if b"%PDF-" in data[:1024] else tuple(FORMS)
    out = out or _beside(path, endings)
    if out.exists():
        raise Refused(TEXTS["clean_exists"].format(name=shown_name(str(out))))
    if out.suffix.lower() not in endings:
        raise Refused(TEXTS["clean_ending"].format(name=shown_name(out.name), endings="、".join(endings)))
    try:
        (new,) = run_isolated(SECONDS, _rewritten, (data, out.suffix.lower()), memory_mib=MEMORY_MIB)
    except NotRewritten as error:
        raise NotCleaned(path, str(error)) from None
    except Overdue:
        raise NotCleaned(path, "overdue") from None
    except Died:
        raise NotCleaned(path, "died") from None
    save(out, new)
    return Cleaned(out, checkpoints.scan([str(out)], b"", content, today, False, progress))


def _beside(path: Path, endings: tuple[str, ...]) -> Path:
    ending = path.suffix if path.suffix.lower() in endings else _PDF if _PDF in endings else _PNG
    return path.with_name(f"{path.stem}{TEXTS['clean_suffix']}{ending}")


def _rewritten(file: tuple[bytes, str]) -> Iterator[bytes]:
    """What runs in the other process. Whatever a damaged file does to a library, its words stay there."""
    data, ending = file
    try:
        yield pages_as_pictures(data) if ending == _PDF else only_pixels(data, ending)
    except (MemoryError, NotRewritten):
        raise
    except Exception:
        raise NotRewritten("damaged") from None
