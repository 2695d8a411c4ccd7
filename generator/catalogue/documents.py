"""Read a guide in a document (Word, OpenDocument, web page, text). Imported on demand: most halls bring sheets."""

from pathlib import Path

from generator.catalogue.guide_forms import guides_in
from generator.catalogue.listing import Listing
from generator.catalogue.refusals import ImportRefused, of_file
from generator.sources import SourceError
from generator.sources.reading import read_source
from generator.texts.sources import SOURCE_MESSAGES


def read_guides(path: Path) -> Listing | None:
    """The services that a document tells of; None where it is a sheet by another name. Raises ImportRefused."""
    try:
        return guides_in(read_source(path))
    except SourceError as error:
        if error.rule == "source/sheet":
            return None
        message, remedy = (text.format(**error.values) for text in SOURCE_MESSAGES[error.rule])
        raise ImportRefused([of_file(path, message, remedy)]) from None
