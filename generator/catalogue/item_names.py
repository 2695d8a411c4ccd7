"""What an item of a list is called: a paper, a step, a question, an article of law; and which items are the same."""

from collections.abc import Mapping, Sequence

from generator.catalogue.same_names import plain_name
from generator.content.yaml_writing import Plain

Item = Mapping[str, Plain]

_CALLED_BY = ("material", "name", "title", "article", "question")


def called(item: Item) -> tuple[str, ...]:
    """The fields that name ``item``, to find the same one in another list; its id where it has one."""
    if "id" in item:
        return (str(item["id"]),)
    return tuple(plain_name(str(item.get(key, ""))) for key in _CALLED_BY)


def before_each(old: Sequence[Item], new: Sequence[Item]) -> list[Item | None]:
    """For each item of ``new`` what it was in ``old``; None for one that was added.

    Items are the same by what they are called. Where a list has as many as before, one that nobody calls so any more
    has been renamed in its place. Where several are called alike, only places count.
    """
    names, new_names = list(map(called, old)), list(map(called, new))
    by_place = [*old, *[None] * (len(new) - len(old))][: len(new)]
    if len({*names}) < len(names) or len({*new_names}) < len(new_names):
        return by_place
    by_name = dict(zip(names, old, strict=True))
    is_as_long = len(old) == len(new)
    return [
        by_name[name] if name in by_name else one if is_as_long and one and called(one) not in new_names else None
        for name, one in zip(new_names, by_place, strict=True)
    ]
