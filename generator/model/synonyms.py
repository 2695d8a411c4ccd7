"""What residents call things, as the hall knows it (synonyms.yml)."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from generator.model import shorthands
from generator.model.base import Record, ShortText, Text

_Words = Annotated[tuple[ShortText, ...], BeforeValidator(shorthands.terms)]


class SynonymRow(Record):
    """几个叫法和它们说的事."""

    words: _Words = Field(
        title="居民的叫法",
        description="如 起屋、砌房子。当地的土话、旧名称都可以写。几样都说到才算的用 + 连，哪个都行的用 / 隔开，如 屋/房+漏/塌。",
        min_length=1,
    )
    means: _Words = Field(
        title="说的是什么",
        description="事项的名称、别名，或者名称里的几个字，如 建房；最可能的写在前面。",
        min_length=1,
    )
    source: Text | None = Field(None, title="从哪里知道的", description="如 窗口登记、来电记录。只给自己看，不公布。")


class SynonymList(Record):
    """居民的叫法（synonyms.yml，可以没有）."""

    synonyms: tuple[SynonymRow, ...] = Field(
        (), title="叫法", description="程序自带的叫法之外，再加本地的；同一个叫法，照这里写的算。"
    )
