"""The bytes of ``results/PERIOD.csv``, and the digest by which a change made by hand is noticed.

There is one form: UTF-8 without a byte order mark, line feeds, the columns of ``ResultRow`` in order, empty cells for
unknown values. So equal rows give equal bytes and an equal digest.
"""

import csv
import hashlib
import io
from collections.abc import Iterable, Iterator

from generator.model import ResultRow

PUBLIC_COLUMNS: tuple[str, ...] = tuple(field.alias or name for name, field in ResultRow.model_fields.items())
"""The header of the file: the columns that are published."""

_FIELDS = tuple(ResultRow.model_fields)


def cells(row: ResultRow) -> tuple[str, ...]:
    """The cells of ``row`` in the order of ``PUBLIC_COLUMNS``."""
    return tuple("" if (value := getattr(row, name)) is None else str(value) for name in _FIELDS)


def rows_bytes(rows: Iterable[ResultRow]) -> bytes:
    """The whole file: header and one line a row."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(PUBLIC_COLUMNS)
    writer.writerows(map(cells, rows))
    return stream.getvalue().encode()


def rows_digest(rows: Iterable[ResultRow]) -> str:
    """SHA-256 of ``rows_bytes`` in hex: what ``rows_sha256`` of a period holds."""
    return bytes_digest(rows_bytes(rows))


def bytes_digest(data: bytes) -> str:
    """SHA-256 of ``data``, the result of ``rows_bytes``, in hex."""
    return hashlib.sha256(data).hexdigest()


def parse(data: bytes) -> Iterator[tuple[str, ...]]:
    """Yield the cells of each row, header left out. Raises ValueError if ``rows_bytes`` would not write this."""
    reader = csv.reader(io.StringIO(data.decode(), newline=""), strict=True)
    try:
        if tuple(next(reader, ())) != PUBLIC_COLUMNS:
            raise ValueError("not the header of a period")
        for row in reader:
            if len(row) != len(PUBLIC_COLUMNS):
                raise ValueError("not the columns of a period")
            yield tuple(row)
    except csv.Error as error:
        raise ValueError from error
