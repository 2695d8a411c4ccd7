"""What an item of a list is called: a paper, a step, a question, an article of law."""

from collections.abc import Mapping

from generator.catalogue.same_names import plain_name
from generator.content.yaml_writing import Plain

_CALLED_BY = ("id", "material", "name", "title", "article", "question")


def called(item: Mapping[str, Plain]) -> tuple[str, ...]:
    """The fields that name ``item``, to find the same one in another list."""
    return tuple(plain_name(str(item.get(key, ""))) for key in _CALLED_BY)
