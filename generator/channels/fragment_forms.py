"""The search and the look-up in a fragment: the markup that the scripts of our own site work on, without ids.

Neither is written as a form. The page around may be one as a whole (ASP.NET), HTML has no form in a form, and the end
of ours would be the end of theirs. The script makes them forms and shows them; without it a link leads to all services.
"""

from html import escape
from urllib.parse import parse_qsl, urlsplit

from generator.channels.blocks import LookUpForm, SearchBox
from generator.channels.ways import Ways
from generator.facts.phones import first_dialled
from generator.site import addresses
from generator.texts.pages import LOOKUP_ANSWERED, LOOKUP_OPEN, WORDS

_OUTCOMES = {
    "办结": "lookup_done",
    "不予批准": "lookup_rejected",
    "撤回": "lookup_taken_back",
    LOOKUP_OPEN: "lookup_open",
    LOOKUP_ANSWERED: "lookup_answered",
}


def form(block: SearchBox | LookUpForm, here: str, ways: Ways) -> str:
    """The form on the page at ``here``."""
    return _search(block, here, ways) if isinstance(block, SearchBox) else _look_up(block)


def _search(block: SearchBox, here: str, ways: Ways) -> str:
    action, live = ways.place(here, addresses.SEARCH), " data-live" if block.results else ""
    word = escape(WORDS["search"])
    box = (
        f'<div class="gs-search gs-live" hidden data-gs-form="{escape(action)}" role="search"{live}>{_kept(action)}'
        f'<input name="q" type="text" aria-label="{word}" placeholder="{escape(WORDS["search_text"])}"'
        ' autocomplete="off">'
        f'<button type="submit">{word}</button></div>'
    )
    if not block.results:
        return f'{box}\n<p class="gs-without"><a href="{escape(action)}">{escape(WORDS["search_all"])}</a></p>'
    told = {
        "browse": addresses.SERVICES,
        "phone": block.phone,
        "dial": first_dialled(block.phone),
        "failed": WORDS["search_failed"],
    }
    status = f'<p class="gs-results-count gs-live" role="status" hidden>{escape(WORDS["search_prompt"])}</p>'
    without = f"<noscript><p>{escape(WORDS['search_without'])}</p></noscript>"
    return f'{box}\n<div class="gs-results"{_data(told)}>{status}{without}</div>'


def _kept(action: str) -> str:
    """What stands in the query of an address: a form that is sent there would leave it out."""
    named = parse_qsl(urlsplit(action).query, keep_blank_values=True)
    return "".join(f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">' for name, value in named)


def _look_up(block: LookUpForm) -> str:
    told = {
        "gs-lookup": addresses.LOOKUP,
        "salt": block.salt,
        "shards": str(block.shards),
        "empty": WORDS["lookup_empty"],
        "failed": WORDS["lookup_failed"],
        "days": WORDS["lookup_days"],
        "no-due": WORDS["lookup_no_due"],
        "not-yet": WORDS["lookup_not_yet"],
    }
    label = WORDS["lookup_label_code" if block.coded else "lookup_label"]
    call = f"{escape(WORDS['lookup_noscript'])}{escape(block.phone)}"
    return "\n".join(
        (
            f'<div class="gs-lookup gs-live" hidden data-gs-form{_data(told)}><p><label>{escape(label)} '
            f'<input type="text" autocomplete="off" maxlength="100"></label> '
            f'<button type="submit">{escape(WORDS["lookup_button"])}</button></p>'
            f'<p class="gs-note">{escape(WORDS["lookup_hint"])}</p></div>',
            f'<noscript><p class="gs-callout">{call}</p></noscript>',
            f'<div aria-live="polite">{"".join(_answers(block))}</div>',
        )
    )


def _answers(block: LookUpForm) -> tuple[str, ...]:
    outcomes = "".join(
        f'<span data-outcome="{outcome}">{escape(WORDS[key])}</span>' for outcome, key in _OUTCOMES.items()
    )
    missing = ("lookup_missing_1", "lookup_missing_2", "lookup_missing_code")
    items = [escape(WORDS[key]) for key in missing] + [escape(WORDS["lookup_missing_3"] + block.phone)]
    due = '<span data-field="2"></span> <span class="gs-note" data-field="days"></span>'
    return (
        '<p class="gs-callout" data-answer="said" hidden></p>',
        _table(
            "case",
            ("lookup_status", outcomes),
            ("accepted_on", '<span data-field="1"></span>'),
            ("due_on", due),
            ("completed_on", '<span data-field="3"></span>'),
        ),
        _table(
            "gone",
            ("lookup_status", escape(WORDS["lookup_gone"])),
            ("gone_on", '<span data-field="0"></span>'),
            ("gone_reason", '<span data-field="1"></span>'),
        ),
        '<div class="gs-callout" data-answer="missing" hidden>'
        f"<p><strong>{escape(WORDS['lookup_missing'])}</strong></p>"
        f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul></div>",
    )


def _table(answer: str, *rows: tuple[str, str]) -> str:
    lines = "".join(f"<tr><th>{escape(WORDS[key])}</th><td>{cell}</td></tr>" for key, cell in rows)
    return f'<div data-answer="{answer}" hidden><table class="gs-pairs">{lines}</table></div>'


def _data(values: dict[str, str]) -> str:
    return "".join(f' data-{name}="{escape(value)}"' for name, value in values.items())
