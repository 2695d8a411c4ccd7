"""Runs the matcher of the site (matcher.js) outside a browser, so that a clerk sees what residents would see.

There is one matcher. The one module that imports the JavaScript engine (QuickJS), when a query is asked.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from generator.system.on_demand import load

_PAGE = "var window = {}; Object.defineProperty(globalThis, 'gongshi', {get: () => window.gongshi}); 0"
_READY = """
var index = gongshi.matcher.prepare(gongshi.parts.names);
var none = {label: "", text: ""};
var shown = ({entry, why, means = "", name = "", role = 0, passage = none}) =>
  ({title: entry.title, url: entry.url, note: entry.note, why, means, name, role, label: passage.label,
    text: passage.text});
var asked = (query) => {
  const found = gongshi.matcher.find(index, query), cards = gongshi.parts.names.hall.cards, none = {title: ""};
  const card = found.card ? found.card.window || cards[found.card.card] || none : none;
  return JSON.stringify([found.asked.forms.map((form) => form.text), card.title, found.sure, found.offices,
    found.answers.map(shown), found.mentions.map(shown), found.guesses.map(shown), found.needs]);
}; 0
"""


class Hit(NamedTuple):
    """One page that is shown; ``why`` is how it was matched: by ``name``, or for ``label`` and ``text`` on the page.

    ``role`` says what ``name`` is to the page: 0 its title, 1 an alias, 2 a hidden term, 3 the name of its window or
    group. ``means`` is "word=meaning" where an everyday word led there.
    """

    title: str
    url: str
    note: str
    why: str
    means: str
    name: str
    role: int
    label: str
    text: str


class Answer(NamedTuple):
    """What is shown for a query. ``read_as`` are the ways in which it was read, ``offices`` words and who does that.

    Where the answers or the card are ``sure``, the page of results shows the mentions only when it is asked to.
    """

    read_as: tuple[str, ...]
    card: str
    sure: bool
    offices: tuple[tuple[str, str], ...]
    answers: tuple[Hit, ...]
    mentions: tuple[Hit, ...]
    guesses: tuple[Hit, ...]


class Matcher:
    """The matcher over the ``parts`` of an index: mapping name -> what makes its bytes, asked for when it is needed."""

    def __init__(self, script: Path, parts: Mapping[str, Callable[[], bytes]]) -> None:
        self._parts = parts
        self._given: set[str] = set()
        self._engine: Any = load("quickjs").Context()
        self._run(_PAGE)
        self._run(script.read_text("utf-8"))
        self._run(parts["names"]().decode())
        self._run(_READY)

    def ask(self, query: str) -> Answer:
        """What a resident sees who types ``query`` and presses Enter."""
        while True:
            *found, needs = json.loads(self._run(f"asked({json.dumps(query)})"))
            wanted = [name for name in needs if name in self._parts and name not in self._given]
            if not wanted:
                return _answer(*found)
            for name in wanted:
                self._given.add(name)
                self._run(self._parts[name]().decode())
                self._run(f"gongshi.matcher.add(index, {json.dumps(name)}, gongshi.parts[{json.dumps(name)}]); 0")

    def _run(self, script: str) -> Any:
        return self._engine.eval(script)


def _answer(
    forms: list[str], card: str, sure: bool, offices: list[dict[str, str]], *tiers: Iterable[dict[str, Any]]
) -> Answer:
    others = tuple((office["word"], office["who"]) for office in offices)
    answers, mentions, guesses = (tuple(Hit(**hit) for hit in tier) for tier in tiers)
    return Answer(tuple(forms), card, sure, others, answers, mentions, guesses)
