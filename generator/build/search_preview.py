"""What residents see when they search: the index of the content as it is, asked as a browser asks it."""

from collections.abc import Iterator, Sequence
from datetime import date

from generator.build.examine import examine
from generator.build.matcher_engine import Answer, Hit, Matcher
from generator.build.outputs.search import Search
from generator.build.prose_passages import prose_passages, titles
from generator.content.problems import ContentError
from generator.content.project import Project
from generator.content.prose import read_pages
from generator.site.edition import Edition
from generator.texts.commands import TEXTS
from generator.texts.search_told import ROLES, TOLD, WHY

MATCHER = ("theme", "assets", "gongshi", "matcher.js")
"""Where the matcher is, below the templates."""

SHOWN = 10
"""So many of each kind are told."""


class NothingSearched(ContentError):
    """The content has errors, so that the site would not be what is searched here."""

    consequence = TEXTS["nothing_searched"]


def ask(project: Project, words: str, today: date) -> Answer:
    """The answer to ``words``. Raises NothingSearched while the content has errors."""
    dataset = examine(project.content, today, root=project.root).sound(NothingSearched)
    texts = read_pages(project.content).texts
    prose = prose_passages(texts, titles(texts))
    files = Search({}, prose).render(Edition(dataset, today))
    parts = {file.address.rpartition("/")[2].removesuffix(".js"): file.make for file in files}
    return Matcher(project.templates.joinpath(*MATCHER), parts).ask(words)


def told(answer: Answer) -> Iterator[str]:
    """The answer in lines, as the page of results has it, each with its reason."""
    if len(answer.read_as) > 1:
        yield TOLD["read_as"].format(forms="、".join(f"“{form}”" for form in answer.read_as[1:]))
    if answer.card:
        yield TOLD["card"].format(title=answer.card)
    for word, who in answer.offices:
        yield TOLD["office"].format(word=word, who=who)
    mentions = "more_mentions" if answer.sure else "mentions"
    for heading, hits in (("answers", answer.answers), (mentions, answer.mentions), ("guesses", answer.guesses)):
        yield from _tier(heading, hits)
    if not (answer.answers or answer.card):
        yield TOLD[_remedy(answer)]


def _tier(heading: str, hits: Sequence[Hit]) -> Iterator[str]:
    if hits:
        yield TOLD[heading].format(count=len(hits))
        yield from (f"  {number}. {_line(hit)}" for number, hit in enumerate(hits[:SHOWN], 1))
    if len(hits) > SHOWN:
        yield TOLD["rest"].format(count=len(hits) - SHOWN)


def _remedy(answer: Answer) -> str:
    """What to write where no name and no card answers."""
    if answer.offices:
        return "remedy_office"
    return "remedy" if answer.mentions or answer.guesses else "nothing"


def _line(hit: Hit) -> str:
    reasons = [hit.note] if hit.note else []
    if hit.means:
        word, _, mean = hit.means.partition("=")
        reasons.append(WHY["means"].format(word=word, mean=mean))
    reasons.append(WHY[hit.why].format(kind=ROLES[hit.role], name=hit.name, label=hit.label, text=hit.text))
    return TOLD["line"].format(title=hit.title, url=hit.url, reasons=TOLD["and"].join(reasons))
