"""For whom a service is, of which level and where, in the words of the hall: lists of site.yml, numbers of windows.

A word that the hall has itself stays as it is; a word of the national lists is told in ours where the hall has that.
What the hall has no word for is not taken over, and told.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from generator.catalogue.cell_values import BETWEEN_WORDS, CODE, one_of
from generator.catalogue.incoming import Incoming
from generator.catalogue.listing import Remark, Trouble, remarks_on
from generator.catalogue.same_names import plain_name
from generator.model import Dataset, Service, Site
from generator.texts.service_sources import ONE_OF
from generator.texts.service_words import AUDIENCES, LEVELS

_LISTS = {"audience": "audiences", "level": "levels"}
"""Field of a service -> the list of site.yml that it chooses from."""
_RULES = {"audience": "cell/unlisted", "level": "cell/unlisted", "window": "cell/no-window"}
_NUMBER = re.compile("(?:第)?([0-9]{1,3})号?(?:窗口?)?")


@lru_cache(maxsize=1_024)
def audiences(text: str, listed: tuple[str, ...]) -> tuple[str, ...] | None:
    """Whom a service is for, in words of ``listed``; None as soon as one of the words has none there."""
    own = {plain_name(word): word for word in listed}
    whole = _audience(text, own)
    words = [word for word in BETWEEN_WORDS.split(unicodedata.normalize("NFKC", text)) if word]
    found = [whole] if whole else [_audience(word, own) for word in words]
    if not found or None in found:
        return None
    return tuple(dict.fromkeys(one for several in found if several for one in several))


def _audience(text: str, own: dict[str, str]) -> tuple[str, ...] | None:
    """The words of the hall for one word of a list, which may have a code before it (1-自然人)."""
    word = CODE.sub("", text.strip())
    if plain_name(word) in own:
        return (own[plain_name(word)],)
    ours = AUDIENCES.get(word, ())
    return ours if ours and all(plain_name(one) in own for one in ours) else None


@lru_cache(maxsize=1_024)
def level(text: str, listed: tuple[str, ...]) -> str | None:
    """The level in the word of ``listed``: 县级 where the hall calls it 区县级."""
    ours = one_of(text, {word: word for word in listed}) or one_of(text, LEVELS)
    same = [word for word in listed if ours in (word, LEVELS.get(word))]
    return ours if ours in same else same[0] if len(same) == 1 and ours else None


def in_words_of_hall(incoming: Iterable[Incoming], dataset: Dataset, troubles: list[Trouble]) -> Iterator[Incoming]:
    """Services as sources tell them, in the words of the hall; what it has no word for goes to ``troubles``."""
    for one in incoming:
        fields: dict[str, Any] = dict(one.fields)
        for key, rule in _RULES.items():
            if key not in fields:
                continue
            value, is_whole = _told(key, fields.pop(key), dataset)
            if value:
                fields[key] = value
            if not is_whole:
                title = Service.model_fields[key].title or key
                troubles.append(Trouble(rule, title, key, one.places.get(key, one.place)))
        yield replace(one, fields=fields)


def _told(key: str, stated: Any, dataset: Dataset) -> tuple[str | list[str] | None, bool]:
    """The value of a field, and whether it holds all that was stated."""
    if key == "window":
        name = _window(str(stated), dataset)
        return name, name is not None
    if key == "level":
        word = level(str(stated), dataset.site.levels)
        return word, word is not None
    lines = [audiences(str(line), dataset.site.audiences) for line in stated]
    return list(dict.fromkeys(word for line in lines if line for word in line)), None not in lines


def _window(stated: str, dataset: Dataset) -> str | None:
    """A window by its name, or by its number where that is all that is stated."""
    number = _NUMBER.fullmatch(plain_name(stated))
    if number is None or dataset.window(stated):
        return stated
    names = [window.name for window in dataset.windows if window.number == int(number[1])]
    return names[0] if len(names) == 1 else None


def on_unlisted(troubles: Sequence[Trouble], site: Site) -> Iterator[Remark]:
    """What is said of words that the hall does not have: the list in which it could have them."""
    for key, name in _LISTS.items():
        words = "、".join(getattr(site, name))
        values = {"field": name, "words": ONE_OF.format(words=words) if key == "level" else words}
        found = remarks_on(one for one in troubles if one.kind == key)
        yield from (replace(one, values={**one.values, **values}) for one in found)
    yield from remarks_on(one for one in troubles if one.kind not in _LISTS)
