"""result_csv: the same rows are the same bytes, and the digest notices any change of them."""

from datetime import date

import pytest
from content_builder import ROWS
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.model import ResultRow
from generator.results.rows_csv import bytes_digest, cells, parse, rows_bytes, rows_digest

ROW = ResultRow(receipt="XG-1", service="linshi-jiuzhu", accepted=date(2026, 7, 1), outcome="在办")


def test_bytes_are_those_of_a_written_file() -> None:
    """Header, one line a row, line feeds, UTF-8 without a mark, nothing for what is not known."""
    rows = [
        ResultRow.model_validate(
            {key: cell for key, cell in zip(ROWS.split("\n")[0].split(","), line.split(","), strict=True) if cell}
        )
        for line in ROWS.splitlines()[1:]
    ]

    assert rows_bytes(rows) == ROWS.encode()
    assert rows_digest(rows) == bytes_digest(ROWS.encode())


@pytest.mark.parametrize(
    "change", [{"receipt": "XG-2"}, {"applicant": "杨*"}, {"due": date(2026, 7, 9)}, {"outcome": "撤回"}]
)
def test_digest_notices_any_change(change: dict[str, object]) -> None:
    """Every column counts, and the number of rows."""
    assert rows_digest([ROW.model_copy(update=change)]) != rows_digest([ROW]) != rows_digest([ROW, ROW])


@given(st.text(min_size=1, max_size=60))
def test_any_row_that_the_model_takes_survives(text: str) -> None:
    """Commas, quotes and odd characters come back as they went."""
    try:
        row = ResultRow.model_validate({**ROW.model_dump(by_alias=False), "extension_reason": text})
    except ValidationError:
        return
    if "\r" not in text and not any("\ud800" <= sign <= "\udfff" for sign in text):
        assert list(parse(rows_bytes([row]))) == [cells(row)]


@pytest.mark.parametrize("data", [b"", b"a,b\n", "收件编号\n".encode(), ROWS.replace(",,", ",").encode()])
def test_other_files_are_refused(data: bytes) -> None:
    """What does not have exactly these columns is no file of rows."""
    with pytest.raises(ValueError):
        list(parse(data))
