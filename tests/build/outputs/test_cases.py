"""Rows of periods and the files of the look-up: which there are, and that nothing of what is gone is in them."""

import pytest
from content_builder import TODAY
from rules.dataset_builder import PERIOD, Changes, content

from generator.build.outputs.cases import LookUp, Rows
from generator.site.edition import Edition
from generator.site.lookup import look_up


def made(changes: Changes | None = None) -> dict[str, bytes]:
    """Mapping address -> bytes of rows and look-up."""
    of = Edition(content(changes), TODAY)
    return {file.address: file.make() for output in (Rows(), LookUp()) for file in output.render(of)}


def test_rows_and_look_up_are_written() -> None:
    """A period has its rows beside its page, and the look-up its files."""
    files = made()

    assert "XG-0001" in files["results/2026-Q3/rows.js"].decode()
    rows, *shards = sorted(files)
    assert rows == "results/2026-Q3/rows.js"
    assert [shard.rpartition("/")[2] for shard in shards] == ["00.js", "01.js"]


@pytest.mark.parametrize("change", [{"withdrawn": {"on": "2026-11-01", "reason": "误"}}, {"take_down": "2026-11-01"}])
def test_period_that_is_gone_has_no_rows(change: dict[str, object]) -> None:
    """Neither rows nor an answer to a receipt number are left of it."""
    assert all(address.startswith("results/lookup/") for address in made({PERIOD: change}))
    assert look_up(content({PERIOD: change}), TODAY).shards == ((), ())
