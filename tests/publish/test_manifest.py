"""manifest: the list of files is JSON with a line for each value, as every version of the program has written it."""

import json
from pathlib import Path

import pytest

from generator.publish.manifest import MANIFEST, read_manifest, write_manifest, write_manifest_of
from generator.publish.staging import Stage, StagedFile

FILES = {
    "b/index.html": StagedFile("0a" * 32, 12),
    "a.txt": StagedFile("0b" * 32, 0),
    '名/"引\\号".js': StagedFile("0c" * 32, 1_234_567),
}


@pytest.mark.parametrize("files", [FILES, {}])
def test_manifest_is_the_json_of_its_entries(tmp_path: Path, files: dict[str, StagedFile]) -> None:
    """Sorted by address, whatever signs an address has, and with none at all."""
    write_manifest_of(tmp_path, files)

    entries = {address: {"sha256": file.sha256, "bytes": file.size} for address, file in files.items()}
    expected = json.dumps(entries, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
    assert (tmp_path / MANIFEST).read_text("utf-8") == expected
    assert read_manifest(tmp_path) == {address: file.sha256 for address, file in files.items()}


def test_manifest_does_not_list_itself(tmp_path: Path) -> None:
    """It is written last, over one that was there."""
    stage = Stage(tmp_path)
    stage.write("a.txt", b"x")
    for _ in range(2):
        write_manifest(stage)

    assert [*read_manifest(tmp_path)] == ["a.txt"]
