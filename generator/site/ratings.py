"""Makes the context of the page of ratings (好差评): how to rate, and what was rated in each month."""

from collections.abc import Iterator

from generator.model import Dataset, Rating
from generator.results.ratings import Counted, RatedMonth, rated_months, ratings_chart
from generator.site import addresses
from generator.site.result_contexts import RatingsPage, RatingWay, WindowRatings

NOT_RATED = "—"
_PROSE = "pages/"
"""The folder whose pictures are published as they are, at the same path below the site."""


def ratings_page(dataset: Dataset) -> RatingsPage:
    """The page; of the ratings only what may be shown (``results.ratings``)."""
    months = rated_months(dataset)
    return RatingsPage(
        ways=tuple(_ways(dataset)),
        months=months,
        windows=tuple(_windows(months)),
        chart=ratings_chart(months),
        chart_address=addresses.ratings_chart(),
        small=dataset.site.results.small_count,
    )


def is_rated(dataset: Dataset) -> bool:
    """Whether residents can rate the hall or a window, or have done."""
    return bool(dataset.site.rating or dataset.ratings or any(window.rating for window in dataset.windows))


def _windows(months: tuple[RatedMonth, ...]) -> Iterator[WindowRatings]:
    """The windows in the order in which the months have them."""
    found = [{(window.id, window.name): window for window in month.windows} for month in months]
    for key in dict.fromkeys(key for month in found for key in month):
        yield WindowRatings(*key, tuple(_count(month.get(key)) for month in found))


def _count(window: Counted | None) -> int | str | None:
    return window.count if window else NOT_RATED


def _ways(dataset: Dataset) -> Iterator[RatingWay]:
    """The code and the phone of the hall, and of each window that has its own."""
    if rating := dataset.site.rating:
        yield _way(dataset.site.hall.name, rating, dataset)
    for window in dataset.windows:
        if window.rating:
            yield _way(window.name, window.rating, dataset)


def _way(name: str, rating: Rating, dataset: Dataset) -> RatingWay:
    picture = dataset.pictures.get(rating.picture)
    is_there = picture is not None and picture.width and rating.picture.startswith(_PROSE)
    return RatingWay(name, rating.picture.removeprefix(_PROSE) if is_there else None, rating.phone)
