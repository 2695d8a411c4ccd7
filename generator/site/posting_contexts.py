"""The values of the pages of notices and disclosures, which are posted for a time: one class for each template."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from generator.facts.services import Link, NoticePhase
from generator.model import DisclosedTable, DisclosureRecord
from generator.model.posting import Notice
from generator.site.poster_cards import PosterCard


@dataclass(frozen=True)
class NoticeLink:
    """A notice in a list."""

    id: str
    title: str
    kind: str
    since: date
    until: date


@dataclass(frozen=True)
class NoticesPage:
    """公示公告, each phase newest first; ``disclosures`` are those that are not taken down, newest first."""

    template: ClassVar[str] = "notices.html"
    phases: tuple[tuple[str, tuple[NoticeLink, ...]], ...]
    disclosures: tuple[NoticeLink, ...]


@dataclass(frozen=True)
class NoticePage:
    """One notice; one that was withdrawn or taken down has only title, dates and the reason.

    ``issuer`` and ``issued`` stand below its text. ``version`` is the code on its sheet of today.
    """

    template: ClassVar[str] = "notice.html"
    notice: Notice
    phase: NoticePhase
    service: Link | None
    issuer: str
    issued: date
    poster: PosterCard | None
    version: str | None


@dataclass(frozen=True)
class DisclosurePage:
    """One disclosure; ``figures`` are the columns of numbers, ``total`` whether the last row adds up the others.

    One that was withdrawn or taken down has only title, period, days and the reason. ``data`` is the address of the
    table as CSV, ``version`` the code on its sheet of today.
    """

    template: ClassVar[str] = "disclosure.html"
    record: DisclosureRecord
    phase: NoticePhase
    issuer: str
    table: DisclosedTable
    data: str | None
    figures: frozenset[int]
    total: bool
    poster: PosterCard | None
    version: str | None
