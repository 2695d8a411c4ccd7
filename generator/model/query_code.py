"""查询码: what a resident types to look up a case of a service of which only numbers are published."""

from dataclasses import dataclass

COLUMNS = ("收件编号", "查询码")
"""The header of query-codes.csv."""


@dataclass(frozen=True)
class QueryCode:
    """The query code of the case with this receipt number, and its line in query-codes.csv. It is never published."""

    receipt: str
    code: str
    line: int
