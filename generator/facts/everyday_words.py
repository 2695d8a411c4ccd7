"""Which everyday words lead to which names: those that the hall wrote down, and those that come with the program."""

from collections.abc import Iterable, Iterator

from generator.model import Dataset, Service
from generator.texts.synonyms import Synonym, shipped_synonyms


def hall_synonyms(dataset: Dataset) -> tuple[Synonym, ...]:
    """The rows of synonyms.yml, a word each."""
    return tuple(Synonym(word, row.means, row.source or "") for row in dataset.synonyms for word in row.words)


def everyday_words(service: Service, synonyms: Iterable[Synonym]) -> Iterator[str]:
    """The words besides its name by which a service is found: aliases, hidden terms, and words that mean its name."""
    yield from service.aliases
    yield from service.hidden_terms
    names = (service.name, *service.aliases, *service.hidden_terms)
    yield from (row.word for row in synonyms if any(mean in name for mean in row.means for name in names))


def all_synonyms(dataset: Dataset) -> tuple[Synonym, ...]:
    """Those of the hall before those of the program."""
    return (*hall_synonyms(dataset), *shipped_synonyms())


def is_called(dataset: Dataset, meaning: str) -> bool:
    """Whether anything that can be found has ``meaning`` in its name."""
    services = (name for item in dataset.services.values() for name in (item.name, *item.aliases, *item.hidden_terms))
    materials = (name for item in dataset.materials.values() for name in (item.name, *item.aliases))
    others = (item.title for kind in (dataset.regulations, dataset.notices) for item in kind.values())
    windows = (name for item in dataset.windows for name in (item.name, *item.aliases))
    return any(meaning in name for names in (services, materials, others, windows) for name in names)
