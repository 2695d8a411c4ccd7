"""Which pictures of the hall its sheets show, and where the content names them."""

from collections.abc import Iterator

from generator.model import Dataset, Place


def named_pictures(dataset: Dataset) -> Iterator[tuple[Place, str]]:
    """The place of each name of a picture, and the path that stands there, from the content folder."""
    site = dataset.site
    if site.rating:
        yield Place("site.yml", ("rating", "picture")), site.rating.picture
    if site.floor_plan:
        yield Place("site.yml", ("floor_plan",)), site.floor_plan
    for number, window in enumerate(dataset.windows):
        if window.rating:
            yield Place("windows.yml", ("windows", number, "rating", "picture")), window.rating.picture
