"""What sheets say in the second language of the hall beside the Chinese."""

from collections.abc import Iterable, Sequence

from generator.facts.second_language import SecondLanguage
from generator.posters.sheet import Json


def beside(language: SecondLanguage | None, words: Iterable[str | None], needed: Sequence[str] = ()) -> dict[str, Json]:
    """A field for the body of a sheet: how the second language is written, and what ``words`` are in it.

    Words that are the same in both are left out. There is no field where none is known, or a ``needed`` one is not.
    """
    asked = (*needed, *filter(None, words))
    if language is None or not all(map(language.of, needed)):
        return {}
    texts: dict[str, Json] = {one: said for one in asked if (said := language.of(one)) and said != one}
    return {"second": {**written(language), "texts": texts}} if texts else {}


def written(language: SecondLanguage) -> dict[str, Json]:
    """How a language is written, for a template."""
    return {"tag": language.script.tag, "rtl": language.script.rtl, "leading": language.script.leading}
