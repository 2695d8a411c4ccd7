"""Measures of the quality of service: ratings, what is told at once, and the ways of complaining."""

from generator.assessment.subject import Measured, Subject, no_data, share
from generator.model import AssessedItem, RecordKey
from generator.results.ratings import rated_months
from generator.texts.assessment import HOW, WAYS


def good_ratings(subject: Subject, _: AssessedItem) -> Measured:
    """好评率: good ratings among all, of the months in which both may be shown."""
    months = [one for one in rated_months(subject.dataset) if subject.includes(one.id)]
    shown = [(one.good, one.total) for one in months if one.good is not None and one.total]
    if not shown:
        return no_data("ratings_hidden" if months else "no_ratings", period=subject.period)
    good, total = sum(one for one, _ in shown), sum(one for _, one in shown)
    how = HOW["good"].format(part=good, whole=total)
    if hidden := [one.name for one in months if one.good is None]:
        how += HOW["ratings_hidden"].format(months=HOW["between"].join(hidden[::-1]))
    records = tuple(f"ratings/{one.id}.yml" for one in reversed(months) if one.good is not None)
    return Measured(good, total, how, records)


def papers_told_at_once(subject: Subject, _: AssessedItem) -> Measured:
    """一次告知: services whose list of papers is complete, so that all that is missing can be told at once."""
    if not subject.guides:
        return no_data("no_services")
    judged = (("materials" not in guide.missing, guide.name) for guide in subject.guides)
    return share(HOW["told"], judged, (RecordKey("services", guide.id).file for guide in subject.guides))


def ways_of_complaining(subject: Subject, _: AssessedItem) -> Measured:
    """监督渠道: a phone, a way of writing, and what becomes of a complaint."""
    told = subject.dataset.site.supervision
    is_there = {
        "phone": bool(told and (told.phone or told.hotline)),
        "written": bool(told and (told.email or told.box)),
        "handling": bool(told and told.handling),
    }
    return share(HOW["ways"], ((is_there[key], WAYS[key]) for key in WAYS), ("site.yml",))
