"""One cell of a source whose meaning is known by its heading, wherever it stands: in a sheet, a form, an export."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands below a heading: the field it is for (a key of ``texts.service_columns``) and the text.

    ``unit`` is the unit of time that the heading states; ``place`` is where the cell stands, for messages.
    """

    kind: str
    heading: str
    text: str
    place: str
    unit: str = ""

    @property
    def label(self) -> str:
        """The lowest of the cells of the heading: 规格 of 申请材料 规格."""
        return self.heading.rpartition(" ")[2]
