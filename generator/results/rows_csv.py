"""The rows of a period as the bytes of ``results/PERIOD.csv``, and the digest by which a later change is noticed.

One form only: UTF-8 without a mark, line feeds, the columns of ``ResultRow`` in order, an empty cell for what is not
known. So the same rows always give the same bytes, and the digest does not depend on how a file was stored.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator

from generator.model import ResultRow

COLUMNS: tuple[str, ...] = tuple(field.alias or name for name, field in ResultRow.model_fields.items())
"""The header of the file."""

_FIELDS = tuple(ResultRow.model_fields)


def cells(row: ResultRow) -> tuple[str, ...]:
    """The cells of ``row`` in the order of ``COLUMNS``."""
    return tuple("" if (value := getattr(row, name)) is None else str(value) for name in _FIELDS)


def rows_bytes(rows: Iterable[ResultRow]) -> bytes:
    """The whole file: header and one line a row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(map(cells, rows))
    return stream.getvalue().encode()


def rows_digest(rows: Iterable[ResultRow]) -> str:
    """SHA-256 of ``rows_bytes`` in hex: what ``rows_sha256`` of a period holds."""
    return digest(rows_bytes(rows))


def digest(data: bytes) -> str:
    """``rows_digest`` of the rows that ``data`` holds, as ``rows_bytes`` gave them."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row, header left out. Raises ValueError where ``rows_bytes`` would write otherwise."""
    reader = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != COLUMNS:
            raise ValueError("not the header of a period")
        for row in reader:
            if len(row) != len(COLUMNS):
                raise ValueError("not the columns of a period")
            yield tuple(row)
    except csv.Error as error:
        raise ValueError from error
