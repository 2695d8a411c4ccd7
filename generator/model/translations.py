"""The second language of a hall, and what its sheets say in it (translations.yml)."""

from typing import Literal

from pydantic import Field

from generator.model.base import Record, Text

Language = Literal[
    "英文", "维吾尔文", "哈萨克文", "藏文", "彝文", "德宏傣文", "西双版纳傣文", "壮文", "朝鲜文", "俄文", "越南文",
]  # fmt: skip
"""Those that are written in lines. Mongolian is written in columns, which the typesetter does not set."""


class Translation(Record):
    """一条译文."""

    text: Text = Field(title="原文", description="和内容文件里的一字不差；张贴件上固定的词也可以写，如 咨询电话。")
    says: Text = Field(title="译文", description="由懂这种文字的人译好、核对过的。")


class Translations(Record):
    """双语译文（translations.yml，可以没有）."""

    language: Language = Field(title="文字", description="大厅除中文以外用的文字。")
    texts: tuple[Translation, ...] = Field((), title="译文", description="一条译文一项。")
