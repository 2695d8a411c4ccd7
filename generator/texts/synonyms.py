"""Everyday words and what they mean, from ``synonyms.csv`` beside this module: a word, its meanings, and the source.

The meanings are names of services or parts of them, the likeliest first; one that no record of a hall is called by finds
nothing there. A source says where the word was read, or which kind of word it is where nobody has looked it up. A hall
adds its own words in ``synonyms.yml``.
"""

import csv
from functools import cache
from pathlib import Path
from typing import NamedTuple


class Synonym(NamedTuple):
    """A word that residents use, what it means, and where that is known from."""

    word: str
    means: tuple[str, ...]
    source: str


@cache
def shipped_synonyms() -> tuple[Synonym, ...]:
    """The rows of the table."""
    with Path(__file__).with_name("synonyms.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(Synonym(row["word"], tuple(row["means"].split()), row["source"]) for row in csv.DictReader(lines))
