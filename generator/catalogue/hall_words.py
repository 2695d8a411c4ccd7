"""For whom a service is, and of which level it is, in the words that the hall lists in site.yml.

A word that the hall has itself stays as it is; a word of the national lists is told in ours where the hall has that.
What the hall has no word for is not taken over, and told.
"""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from generator.catalogue.cell_values import BETWEEN_WORDS, CODE, one_of
from generator.catalogue.incoming import Incoming
from generator.catalogue.listing import Remark, Trouble, remarks_on
from generator.catalogue.same_names import plain_name
from generator.model import Service, Site
from generator.texts.service_sources import ONE_OF
from generator.texts.service_words import AUDIENCES, LEVELS

_LISTS = {"audience": "audiences", "level": "levels"}
"""Field of a service -> the list of site.yml that it chooses from."""


def audiences(text: str, listed: Sequence[str]) -> list[str] | None:
    """Whom a service is for, in words of ``listed``; None as soon as one of the words has none there."""
    own = {plain_name(word): word for word in listed}
    whole = _audience(text, own)
    words = [word for word in BETWEEN_WORDS.split(unicodedata.normalize("NFKC", text)) if word]
    found = [whole] if whole else [_audience(word, own) for word in words]
    if not found or None in found:
        return None
    return list(dict.fromkeys(one for several in found if several for one in several))


def _audience(text: str, own: dict[str, str]) -> tuple[str, ...] | None:
    """The words of the hall for one word of a list, which may have a code before it (1-自然人)."""
    word = CODE.sub("", text.strip())
    if plain_name(word) in own:
        return (own[plain_name(word)],)
    ours = AUDIENCES.get(word, ())
    return ours if ours and all(plain_name(one) in own for one in ours) else None


def level(text: str, listed: Sequence[str]) -> str | None:
    """The level in the word of ``listed``: 县级 where the hall calls it 区县级."""
    ours = one_of(text, {word: word for word in listed}) or one_of(text, LEVELS)
    same = [word for word in listed if ours in (word, LEVELS.get(word))]
    return ours if ours in same else same[0] if len(same) == 1 and ours else None


def in_words_of_hall(incoming: Iterable[Incoming], site: Site, troubles: list[Trouble]) -> Iterator[Incoming]:
    """Services as sources tell them, with the words of ``site``; what it has no word for goes to ``troubles``."""
    for one in incoming:
        fields: dict[str, Any] = dict(one.fields)
        for key in _LISTS:
            if key not in fields:
                continue
            value, is_whole = _told(key, fields.pop(key), site)
            if value:
                fields[key] = value
            if not is_whole:
                title = Service.model_fields[key].title or key
                troubles.append(Trouble("cell/unlisted", title, key, one.places.get(key, one.place)))
        yield replace(one, fields=fields)


def _told(key: str, stated: Any, site: Site) -> tuple[str | list[str] | None, bool]:
    """The value of a field, and whether it holds all that was stated."""
    if key == "level":
        word = level(str(stated), site.levels)
        return word, word is not None
    lines = [audiences(str(line), site.audiences) for line in stated]
    return list(dict.fromkeys(word for line in lines if line for word in line)), None not in lines


def on_unlisted(troubles: Sequence[Trouble], site: Site) -> Iterator[Remark]:
    """What is said of words that the hall does not have: the list in which it could have them."""
    by_kind = {key: [one for one in troubles if one.kind == key] for key in _LISTS}
    for key, found in by_kind.items():
        words = "、".join(getattr(site, _LISTS[key]))
        values = {"field": _LISTS[key], "words": ONE_OF.format(words=words) if key == "level" else words}
        yield from (replace(one, values={**one.values, **values}) for one in remarks_on(found))
