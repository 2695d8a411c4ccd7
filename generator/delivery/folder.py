"""A folder, or a share of another computer that this one sees as a folder."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from generator.delivery.target import STATE, TargetFailed
from generator.publish.files_in_use import reason_of
from generator.publish.placing import PART, place
from generator.publish.staging import files_below, read_regular, remove_file
from generator.texts.delivery import FAILURES


class FolderTarget:
    """Files of a folder. A file is written beside the site, in ``STATE``, and renamed."""

    in_one_step = False

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._folder = folder
        self._part = f"{STATE}{os.getpid()}{PART}"

    def listing(self) -> dict[str, int]:
        """Every file below the folder; a folder that is not there yet is empty, if there is one to hold it."""
        try:
            if not self._folder.exists() and self._folder.parent.is_dir():
                return {}
            return dict(files_below(self._folder))
        except OSError as error:
            raise self._failed("list_failed", "", error) from None

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes of regular files."""
        return {address: read_regular(f"{self._folder}/{address}") for address in addresses}

    def write(self, files: Mapping[str, bytes]) -> None:
        """Place each file."""
        for address, data in files.items():
            try:
                place(self._folder, address, data, self._part)
            except OSError as error:
                raise self._failed("write_failed", address, error) from None

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Remove files, and folders that they leave empty."""
        left = {}
        for address in addresses:
            try:
                remove_file(self._folder, address)
            except OSError as error:
                left[address] = reason_of(error) or type(error).__name__
        return left

    def settle(self) -> None:
        """Nothing: each file was there at once."""

    def close(self) -> None:
        """Nothing was opened."""

    def _failed(self, what: str, address: str, error: OSError) -> TargetFailed:
        reason = reason_of(error) or type(error).__name__
        return TargetFailed(FAILURES[what].format(name=self.name, address=address, reason=reason))
