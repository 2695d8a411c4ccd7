"""Checks of what the site says of the hall: how to reach it, how to complain, what its columns and windows hold."""

from collections.abc import Iterator

from generator.inspection.subject import Fault, Subject, fault
from generator.model import Hall, Indicator, Place, Window
from generator.site import addresses
from generator.texts.pages import WORDS

_SITE = Place("site.yml")


def columns_hold_something(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """空白栏目 (国办秘函〔2019〕19号): each column of the site, and each window, has something to show."""
    dataset = subject.dataset
    columns = {
        addresses.SERVICES: dataset.services,
        addresses.BY_EVENT: dataset.site.life_events,
        addresses.MATERIALS: dataset.materials,
        addresses.REGULATIONS: dataset.regulations,
        addresses.NOTICES: dataset.notices,
        addresses.RESULTS: dataset.results,
        addresses.SUPERVISION: dataset.site.supervision,
    }
    for address, content in columns.items():
        if not content:
            yield fault(f"{address}index.html", "empty_column", column=WORDS[addresses.LIST_TITLES[address]])
    for number, window in enumerate(dataset.windows):
        if _is_empty(window, subject):
            yield fault(Place("windows.yml", ("windows", number)), "empty_window", name=window.name)


def questions_can_be_asked_online(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """互动回应差 (国办秘函〔2019〕19号, veto): there is a way to ask and suggest over the net."""
    site = subject.dataset.site
    ways = [site.hall.email, site.supervision and site.supervision.email]
    ways += [site.feedback.url, site.feedback.email] if site.feedback else []
    if not any(ways):
        yield fault(_SITE / "feedback", "no_channel")


def complaints_have_a_way(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """监督投诉 (setting): a phone or an e-mail address for complaints."""
    own = subject.dataset.site.supervision
    if own is None or not (own.phone or own.hotline or own.email):
        yield fault(_SITE / "supervision", "no_supervision")


def complaints_are_explained(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """监督投诉 (setting): what becomes of a complaint, and by when it is answered."""
    own = subject.dataset.site.supervision
    if own and not own.handling:
        yield fault(_SITE / "supervision", "no_handling")


def hall_is_described(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """概况信息 (国办秘函〔2019〕19号): address, hours and phone of the hall."""
    hall = subject.dataset.site.hall
    for key in ("address", "hours", "phone"):
        if not getattr(hall, key) and not (key == "hours" and hall.timetable):
            yield fault(_SITE / "hall", "hall_lacks", title=Hall.model_fields[key].title, field=key)


def windows_have_duties(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """机构职能 (国办秘函〔2019〕19号): what each window is for. One whose page is empty is an empty column already."""
    for number, window in enumerate(subject.dataset.windows):
        if not subject.dataset.duties(window) and not _is_empty(window, subject):
            yield fault(Place("windows.yml", ("windows", number)), "no_duties", name=window.name)


def _is_empty(window: Window, subject: Subject) -> bool:
    served = (subject.dataset.window(one.window) for one in subject.offered)
    return not subject.dataset.duties(window) and window not in served
