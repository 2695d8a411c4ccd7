"""keys: the names of records, their files and their pages."""

import pytest

from generator.model import RecordKey


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("services/linshi-jiuzhu.yml", RecordKey("services", "linshi-jiuzhu")),
        ("regulations/a.yml", RecordKey("regulations", "a")),
        ("notices/a.b.yml", RecordKey("notices", "a.b")),
        ("results/2026-Q3.yml", RecordKey("results", "2026-Q3")),
        ("results/2026-Q3.csv", RecordKey("results", "2026-Q3")),
        ("site.yml", None),
        ("windows.yml", None),
        ("windows/minzheng.yml", None),
        ("materials/id-card.yml", None),
        ("pages/services/a.yml", None),
        ("services/a.yaml", None),
        ("services/.yml", None),
        ("services/a", None),
        ("regulations/", None),
    ],
)
def test_file_belongs_to_a_record(path: str, key: RecordKey | None) -> None:
    """Files of services, regulations, notices and periods do; those that hold many records, or none, do not."""
    assert RecordKey.of_file(path) == key


def test_record_has_a_file_and_a_page() -> None:
    """Both bear its kind and its id, and so do reports."""
    key = RecordKey("services", "linshi-jiuzhu")

    assert (str(key), key.file, key.page) == (
        "services/linshi-jiuzhu", "services/linshi-jiuzhu.yml", "services/linshi-jiuzhu/"
    )  # fmt: skip
    assert RecordKey.of_file(key.file) == key


def test_keys_are_sorted_by_kind_and_id() -> None:
    """Reports and posters have one order."""
    keys = [RecordKey("services", "a"), RecordKey("notices", "b"), RecordKey("notices", "a")]

    assert list(map(str, sorted(keys))) == ["notices/a", "notices/b", "services/a"]
