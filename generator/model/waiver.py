"""Waivers (豁免): each allows one private-looking value to be published, in one file and until a day."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.model.base import Day, Record, ShortText

WaiverKind = Literal[
    "masked-id", "travel-permit", "passport", "other-paper", "mobile", "bank-card", "plate", "email", "address",
    "labelled-number", "sensitive-name", "name", "photo-position",
]  # fmt: skip
"""What may be waived: all that is found but identity numbers, which are never published, and what cannot be read."""

_NEVER_WAIVED = ("resident-id", "resident-id-15")


def _refuse_identity(value: object) -> object:
    if value in _NEVER_WAIVED:
        raise PydanticCustomError("never_waived", "an identity number is never waived")
    return value


class Waiver(Record):
    """豁免一处: one value in one file, named by a hash that cannot be turned back into it."""

    path: ShortText = Field(title="文件", description="content 里的文件，如 services/x.yml、pages/about.md。")
    kind: Annotated[WaiverKind, BeforeValidator(_refuse_identity)] = Field(
        title="种类", description="gongshi scan 报告的种类，如 mobile。身份证号不能豁免。"
    )
    hash: str = Field(
        pattern="^[0-9a-f]{32}$", title="校验值", description="由 gongshi scan --waiver 算出，从它得不到原来的内容。"
    )
    reason: ShortText = Field(title="理由", description="为什么应当公布；会列在生成报告里。")
    until: Day = Field(title="有效期至", description="过了这一天，又按问题报告。")


class Waivers(Record):
    """豁免登记（waivers.yml，可以没有）."""

    waivers: tuple[Waiver, ...] = Field((), title="豁免")
