"""What an import would do to a single file, before anybody has agreed to it; and the sheets that it reads."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.importing import NotAgreed
from generator.catalogue.refusals import ImportRefused
from generator.publish.files import save
from generator.register.faults import line, of_error
from generator.register.sheets import read_register
from generator.register.table import RegisterError, RegisterSheet
from generator.texts.catalogue import CATALOGUE


@dataclass(frozen=True)
class FilePlan:
    """The file to be written, the bytes it has now and those it would have, and what to show before."""

    path: Path
    old: bytes | None
    data: bytes
    report: tuple[str, ...]

    @property
    def changed(self) -> bool:
        """Whether anything would be written."""
        return self.data != self.old

    def finish(self, dry_run: bool, agrees: Callable[[str], bool]) -> str:
        """Write the file if ``agrees`` says yes to the question; what was done. Raises NotAgreed."""
        if dry_run:
            return CATALOGUE["dry"]
        if not agrees(CATALOGUE["ask"]):
            raise NotAgreed
        save(self.path, self.data)
        return CATALOGUE["done"].format(count=1)


def shown_sheets(file: Path) -> Sequence[RegisterSheet]:
    """The sheets of ``file`` that are not hidden. Raises ImportRefused."""
    try:
        return [sheet for sheet in read_register(file).sheets if not sheet.hidden]
    except RegisterError as error:
        raise ImportRefused([line(file.name, of_error(error))]) from None
