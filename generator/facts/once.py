"""Works out once what follows from a service and the records around it, whichever page, sheet or channel asks first."""

from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from generator.model import Dataset, Service

_T = TypeVar("_T")

MOST = 256
"""Of so many services of a hall it is remembered; of more, what was asked for last."""


def once(make: Callable[[Service, Dataset], _T]) -> Callable[[Service, Dataset], _T]:
    """``make``, called once for each service of a dataset; what it says is kept as long as the dataset is in use.

    A service that is not the one of the dataset, such as an earlier version of it, is not remembered.
    """
    kept: WeakKeyDictionary[Dataset, dict[str, _T]] = WeakKeyDictionary()

    def made(service: Service, dataset: Dataset) -> _T:
        if dataset.services.get(service.id) is not service:
            return make(service, dataset)
        known = kept.setdefault(dataset, {})
        if service.id not in known:
            if len(known) >= MOST:
                del known[next(iter(known))]
            known[service.id] = make(service, dataset)
        return known[service.id]

    return made
