"""Everyday words and what they mean, from ``synonyms.csv`` beside this module: a word, its meanings, and the source.

Behind them stand the phrases of ``everyday_phrases``, each as one word: 屋/房+漏/塌 is said where one of the first and one of
the second are. The meanings are names of services or parts of them, the likeliest first; one that no record of a hall is called by finds
nothing there. A source says where the word was read, or which kind of word it is where nobody has looked it up. A hall
adds its own words in ``synonyms.yml``.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple

from generator.texts.everyday_phrases import SOURCE, phrases


class Synonym(NamedTuple):
    """A word that residents use, what it means, and where that is known from."""

    word: str
    means: tuple[str, ...]
    source: str


@cache
def shipped_synonyms() -> tuple[Synonym, ...]:
    """The rows of the table, then the phrases."""
    with Path(__file__).with_name("synonyms.csv").open(encoding="utf-8", newline="") as lines:
        words = [Synonym(row["word"], tuple(row["means"].split()), row["source"]) for row in csv.DictReader(lines)]
    return (*words, *(Synonym(phrase, means, SOURCE) for phrase, means in phrases()))
