"""What a hall says in its site.yml, for commands that only need the words of its own and do not check anything."""

from pathlib import Path

from pydantic import ValidationError

from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.model import Site
from generator.model.word_lists import WORD_LISTS


def words_of(content: Path) -> dict[str, tuple[str, ...]]:
    """Mapping list of site.yml from which records choose -> its words; those of a town's hall where it says nothing."""
    site = site_of(content)
    return {name: getattr(site, name, words) for name, words in WORD_LISTS.items()}


def site_of(content: Path) -> Site | None:
    """The settings of the hall; None where there are none or they are not sound, which ``gongshi check`` explains."""
    try:
        document = strict_yaml.read((content / "site.yml").read_bytes())
    except OSError:
        return None
    value, _ = in_model_names(document.value or {}, Site)
    try:
        return None if document.faults else Site.model_validate(value)
    except ValidationError:
        return None
