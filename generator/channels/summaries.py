"""What an article is about, in the sentences of its summary (摘要): of each kind of record what is asked first."""

from collections.abc import Iterable, Iterator
from datetime import date

from generator.channels.digests import digest
from generator.channels.site_page import SitePage
from generator.documents.guide import Guide
from generator.kit.notice import notice_facts
from generator.kit.wording import day_words, labelled
from generator.model import Dataset, Service
from generator.site import addresses
from generator.site.contexts import BundlePage, PageContext, RegulationPage, ServicePage, WindowPage
from generator.site.posting_contexts import DisclosurePage, NoticePage
from generator.site.result_contexts import PeriodPage
from generator.texts.channels_wechat import DIGESTS
from generator.texts.guide import GUIDE
from generator.texts.pages import WORDS

_TOLD = ("how_long", "how_much", "where", "ask")
"""Facts of a guide that its summary tells, if there is room."""


def summary(context: PageContext, dataset: Dataset) -> str:
    """What a page of a record tells, in at most 120 characters and without the name of anybody; "" of other pages."""
    return digest(_about(context, dataset))


def summary_of_page(page: SitePage, dataset: Dataset) -> str:
    """The same of any page that is an article. A guide is not laid out for it: what it is for is known before."""
    tagged = page.tagged
    if tagged.shell == addresses.SERVICES:
        return digest(_of_service(dataset.services[tagged.record_id], dataset))
    return summary(page.page.context, dataset) or digest((tagged.description,))


def _about(context: PageContext, dataset: Dataset) -> Iterable[str | None]:
    """The sentences of the summary; of what is no longer posted the one that its page has."""
    if said := _gone(context):
        return (said,)
    match context:
        case ServicePage():
            return _of_guide(context.guide, dataset)
        case BundlePage(bundle):
            return (bundle.summary or _of_what(bundle.name, dataset),)
        case RegulationPage():
            return _of_regulation(context)
        case NoticePage():
            return _of_notice(context)
        case DisclosurePage():
            return _of_disclosure(context)
        case PeriodPage():
            return _of_period(context)
        case WindowPage():
            return _of_window(context)
    return ()


def _gone(context: PageContext) -> str | None:
    match context:
        case NoticePage() | DisclosurePage():
            kind = "notice"
        case PeriodPage():
            kind = "period"
        case _:
            return None
    words = {"withdrawn": f"{kind}_withdrawn", "taken_down": f"{kind}_down"}.get(context.phase)
    return words and WORDS[words]


def _of_service(service: Service, dataset: Dataset) -> Iterator[str | None]:
    """First that it is not offered now, where it is not, and last why."""
    status = service.status
    about = service.summary or (None if status.ended else _of_what(service.name, dataset))
    if status.state == "在办":
        yield about
        return
    since = DIGESTS["since"].format(day=day_words(status.since)) if status.since else ""
    yield DIGESTS["state"].format(name=service.name, state=GUIDE[f"status_{status.state}"], since=since)
    yield about
    yield status.reason


def _of_guide(document: Guide, dataset: Dataset) -> Iterator[str | None]:
    yield document.summary or _of_what(document.name, dataset)
    for fact in map(document.fact, _TOLD):
        if fact.value:
            yield DIGESTS["fact"].format(label=fact.label, words=labelled(fact._replace(label=None)))


def _of_what(name: str, dataset: Dataset) -> str:
    return DIGESTS["guide"].format(hall=dataset.site.hall.name, name=name)


def _of_regulation(page: RegulationPage) -> Iterator[str | None]:
    document = page.document
    issuer, effective = document.value("issuer"), document.value("effective")
    count = sum(line.level == "article" for line in document.lines)
    if document.status == "废止":
        yield DIGESTS["repealed"].format(title=document.title)
        return
    if issuer and count:
        yield DIGESTS["regulation"].format(issuer=issuer, count=count)
    if isinstance(effective, date):
        yield DIGESTS["effective"].format(day=day_words(effective))
    yield document.preamble
    for line in document.lines:
        if line.text.endswith(DIGESTS["list"]):  # half of a list would be taken for the whole
            break
        if not line.is_heading:
            yield line.text


def _of_notice(page: NoticePage) -> Iterator[str | None]:
    """A summary outlives its article where it was shared: of a notice that names people it tells the frame alone."""
    notice = page.notice
    told = [DIGESTS["fact"].format(label=label, words=words) for label, words in notice_facts(notice)]
    if notice.names:
        yield DIGESTS["posted"].format(issuer=page.issuer, kind=notice.kind)
    else:
        yield from notice.body
    yield from told[:2]


def _of_disclosure(page: DisclosurePage) -> Iterator[str | None]:
    since, until = day_words(page.record.posted_from), day_words(page.record.posted_until)
    yield DIGESTS["posted"].format(issuer=page.issuer, kind=page.record.kind)
    yield DIGESTS["disclosed"].format(since=since, until=until)
    yield page.record.notes


def _of_period(page: PeriodPage) -> Iterator[str | None]:
    period = page.period
    figures = page.counted.key_figures if page.counted else ()
    told = "，".join(DIGESTS["figure"].format(label=one.name, value=one.value) for one in figures)
    yield DIGESTS["results"].format(since=day_words(period.since), until=day_words(period.until), figures=told)


def _of_window(page: WindowPage) -> Iterator[str]:
    if done := [one.name for one in page.services] or list(page.duties):
        yield DIGESTS["window"].format(name=page.window.name, done="、".join(done))
