"""The base class of all records, and the types of single values: text, ids, phones, numbers, dates, yes/no.

Values arrive from ``content.strict_yaml`` as text, lists and mappings, so numbers, dates and yes/no are parsed here,
from text. ``None`` always means 待补充 (not yet known): no field that residents rely on has an invented default.

A type checks the form of one value. Whether several values fit together is checked in ``generator.rules``.
"""

import os
import re
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic_core import PydanticCustomError

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # else the first record reads every package's metadata
FIRST_YEAR = 2019
"""The first year that working days can be counted in; registers are not older."""
LAST_YEAR = 2099
"""The last year that holidays can be typed in for; the lunar calendar is computed no further."""
ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
ONE_LINE_PATTERN = r"^[^\n]*$"
_INTEGER = re.compile(r"0|[1-9][0-9]{0,8}")
_WEB_ADDRESS = re.compile(r"https?://[^\W_](?:[\w.-]*[^\W_])?(?::[0-9]{1,5})?(?:[/?#][^\s\\<>\"'`，。；、（）]*)?")
_METRES = re.compile(r"[0-9]{1,2}(?:\.[0-9]{1,2})?")
_POINTS = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,2})?")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"[0-9]{4}年?")
_TRUTHS = {"是": True, "true": True, "否": False, "false": False}


class Record(BaseModel):
    """A frozen piece of content; unknown keys are refused."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        populate_by_name=True,
        hide_input_in_errors=True,
        defer_build=True,  # most records are only parts of others, which have no use for validators of their own
    )


def _to_whole_number(value: object) -> object:
    if isinstance(value, str):
        if not _INTEGER.fullmatch(value):
            raise PydanticCustomError("whole_number", "whole number expected")
        return int(value)
    return value


def _to_year(value: object) -> object:
    if isinstance(value, str):
        if not _YEAR.fullmatch(value):
            raise PydanticCustomError("year", "year expected")
        return int(value[:4])
    return value


def _to_date(value: object) -> object:
    if isinstance(value, str):
        if not _DATE.fullmatch(value):
            raise PydanticCustomError("iso_date", "date expected")
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise PydanticCustomError("iso_date", "date expected") from None
    return value


def _to_metres(value: object) -> object:
    if isinstance(value, str):
        if not _METRES.fullmatch(value) or not float(value):
            raise PydanticCustomError("metres", "metres expected")
        return float(value)
    return value


def _to_points(value: object) -> object:
    if isinstance(value, str):
        if not _POINTS.fullmatch(value):
            raise PydanticCustomError("points", "points expected")
        return float(value)
    return value


def _to_truth(value: object) -> object:
    if isinstance(value, str):
        if value not in _TRUTHS:
            raise PydanticCustomError("truth", "是 or 否 expected")
        return _TRUTHS[value]
    return value


def _to_web_address(value: object) -> object:
    if isinstance(value, str) and not _WEB_ADDRESS.fullmatch(value.strip()):
        raise PydanticCustomError("web_address", "an address that starts with http:// or https://")
    return value


Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
"""Any text; shown to residents exactly as written, never read as HTML or Markdown."""

ShortText = Annotated[
    str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200, pattern=ONE_LINE_PATTERN)
]
"""One line of text, at most 200 characters: a name, a title."""

WebAddress = Annotated[
    str,
    BeforeValidator(_to_web_address),
    StringConstraints(strip_whitespace=True, min_length=1, max_length=500, pattern=ONE_LINE_PATTERN),
]
"""Address of a page elsewhere that residents may open: http or https, without a name or password of a user."""

Id = Annotated[str, StringConstraints(pattern=ID_PATTERN, max_length=64)]
"""Identifier in addresses and file names: lower-case ASCII letters, digits and single hyphens."""

Phone = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=80)]
"""Telephone number as printed, or several (0300-0000100、0000101转8001); its shape is checked by the rule ``phone/shape``."""

Count = Annotated[int, BeforeValidator(_to_whole_number), Field(ge=0, le=100_000)]
"""Whole number from 0."""

Days = Annotated[int, BeforeValidator(_to_whole_number), Field(ge=1, le=3_660)]
"""Whole number of days from 1."""

Metres = Annotated[float, BeforeValidator(_to_metres), Field(gt=0, lt=100)]
"""A distance in metres, to a hundredth."""

Points = Annotated[float, BeforeValidator(_to_points), Field(ge=0, le=100)]
"""Points of an inspection, to a hundredth."""

Year = Annotated[int, BeforeValidator(_to_year), Field(ge=FIRST_YEAR, le=LAST_YEAR)]
"""Year of the calendar that working days can be counted in."""

Day = Annotated[date, BeforeValidator(_to_date)]
"""Calendar date written YYYY-MM-DD."""

Truth = Annotated[bool, BeforeValidator(_to_truth)]
"""Yes or no, written 是/否 or true/false."""

DayUnit = Literal["工作日", "自然日"]


class Basis(Record):
    """法律依据: one article that a fact rests on."""

    title: ShortText = Field(title="文件名称", description="法律、法规、规章或文件的全称，不写书名号。")
    document_number: ShortText | None = Field(
        None, title="文号", description="如 国务院令第649号；法律没有文号的可不写。"
    )
    article: ShortText | None = Field(None, title="条款", description="如 第四十七条；引用整份文件时可不写。")
    text: Text | None = Field(None, title="条文要点", description="与本事项有关的规定，用自己的话说清楚。")
    source: ShortText | None = Field(None, title="出处", description="在哪里核对到的，如 国家法律法规数据库。")
