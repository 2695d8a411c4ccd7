"""What the search says of the hall itself."""

from dataclasses import replace
from typing import Any

from search_data import demo

from generator.model import Site
from generator.model.timetable import Timetable
from generator.site.search_hall import hall_facts, window_aliases
from generator.texts.search import CARD_TITLES, CARD_WORDS
from generator.texts.search_words import INTENTS, OFFICES, STOP_EDGES, STOP_PHRASES
from generator.texts.synonyms import shipped_synonyms


def test_every_intent_has_a_card() -> None:
    """What can be asked about a hall and what is answered are the same list; the windows have a card each."""
    assert set(INTENTS) == set(hall_facts(demo()).cards) == set(CARD_TITLES) - {"window"}


def test_a_card_that_nothing_is_known_of_is_left_out() -> None:
    """A hall without an address has no card that tells where it is; the look-up and the forms are always there."""
    bare = Site.model_validate({"organisation": "甲镇政府", "town": "甲镇", "hall": {"name": "甲站"}})
    assert set(hall_facts(replace(demo(), site=bare)).cards) == {"progress", "forms"}


def test_cards_lead_on() -> None:
    """A telephone can be dialled, a complaint leads to the page on supervision, a window to its own."""
    facts = hall_facts(demo())
    assert facts.cards["complaint"]["url"] == "supervision/"
    assert '("电话", "0300-0000100", "tel:0300-0000100")'.replace('"', "'") in str(facts.cards["phone"]["lines"])
    window = next(window for window in facts.windows if window["number"] == 4)
    assert (window["title"], window["url"]) == ("4号窗口　民政救济", "windows/minzheng/")
    assert facts.most_used[0] == "services/zuidi-shenghuo-baozhang/"


def test_a_window_is_called_by_its_number() -> None:
    """In digits and in Chinese; a window without a number is not."""
    window = next(window for window in demo().windows if window.number == 4)
    assert window_aliases(window) == ("4号窗口", "四号窗口")
    assert window_aliases(window.model_copy(update={"number": None})) == ()


def test_lists_of_words_hold_each_word_once() -> None:
    """No asking word stands twice, and no other office answers to a word of another."""
    for words in (STOP_PHRASES, *INTENTS.values(), " ".join(words for words, _ in OFFICES)):
        listed = words.split()
        assert sorted(listed) == sorted(set(listed))
    assert all(len(set(edge)) == len(edge) for edge in STOP_EDGES)


def test_every_synonym_has_words_meanings_and_a_source() -> None:
    """A row without one of them would do nothing, or nobody would know why it is there."""
    rows = shipped_synonyms()
    assert all(row.word and row.means and row.source for row in rows)
    assert len({row.word for row in rows}) == len(rows) > 400


def test_hours_are_those_that_pages_tell() -> None:
    """Those of a timetable where no words are written, and a window's own before the hall's."""
    base = demo()
    counted = Timetable.model_validate({"weekly": ["周一至周五 9:00-12:00"]})
    hall = base.site.hall.model_copy(update={"hours": None, "timetable": counted})
    windows = tuple(window.model_copy(update={"hours": "每天 8:00-20:00"}) for window in base.windows)
    facts = hall_facts(replace(base, site=base.site.model_copy(update={"hall": hall}), windows=windows))
    assert told(facts.cards["hours"]) == "周一至周五9:00—12:00"
    assert {told(window) for window in facts.windows} == {"每天 8:00-20:00"}


def test_cards_name_the_hours_that_can_be_counted_with() -> None:
    """The card of the hours and those of windows, unless nobody can read when they are open."""
    base = demo()
    facts = hall_facts(base)
    assert [name for name, card in facts.cards.items() if "hours" in card] == ["hours"]
    assert {window["hours"] for window in facts.windows} == {window.id for window in base.windows if window.number}
    vague = base.site.model_copy(update={"hall": base.site.hall.model_copy(update={"hours": "有人就办"})})
    told_nothing = hall_facts(replace(base, site=vague))
    assert not any("hours" in card for card in (*told_nothing.cards.values(), *told_nothing.windows))


def told(card: dict[str, Any]) -> str | None:
    """The hours on a card."""
    return next((text for label, text, _ in card["lines"] if label == CARD_WORDS["hours"]), None)
