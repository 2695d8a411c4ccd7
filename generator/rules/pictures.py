"""Rules about the pictures that sheets show: each is there, can be read, and is fine enough for print."""

from collections.abc import Iterator
from datetime import date

from generator.content.pictures import ENDINGS
from generator.content.problems import quote
from generator.content.prose import PROSE_FOLDER
from generator.facts.pictures import named_pictures
from generator.model import Dataset
from generator.rules.finding import Finding

FEWEST_PIXELS = 400
"""Of the smaller side: 85 mm, the least that a code on a plate should be, with 120 pixels an inch."""


def pictures_can_be_printed(dataset: Dataset, today: date) -> Iterator[Finding]:
    """Each picture that the hall names lies where it says, is a PNG or JPEG, and has enough pixels."""
    for place, path in named_pictures(dataset):
        values = {"path": quote(path)}
        picture = dataset.pictures.get(path)
        if picture is None:
            known = {"folder": PROSE_FOLDER, "endings": "、".join(ENDINGS)}
            yield Finding("picture/missing", place, values | known)
        elif not picture.width:
            yield Finding("picture/unreadable", place, values)
        elif min(picture.width, picture.height) < FEWEST_PIXELS:
            size = {"width": str(picture.width), "height": str(picture.height), "least": str(FEWEST_PIXELS)}
            yield Finding("picture/small", place, values | size)


RULES = (pictures_can_be_printed,)
