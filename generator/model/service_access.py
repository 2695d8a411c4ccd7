"""How residents reach a service and what they can do against its outcome: channels, appointments, redress."""

from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model import shorthands
from generator.model.base import Phone, Record, ShortText, Truth, WebAddress


class OnlineChannel(Record):
    """网上办理渠道: where residents can apply without coming to the hall."""

    name: ShortText = Field(title="渠道名称", description="如 省政务服务网、微信小程序“某某办”。")
    url: WebAddress | None = Field(
        None, title="网址", description="以 https:// 或 http:// 开头；小程序、手机应用没有网址的不写。"
    )

    _from_words = model_validator(mode="before")(shorthands.named("name"))


class Appointment(Record):
    """预约: whether one has to book before one comes, and how."""

    needed: Truth | None = Field(
        None, title="必须预约", description="不预约就不能办的写 是；可以预约也可以直接来的写 否。"
    )
    how: ShortText | None = Field(None, title="怎么预约", description="如 微信小程序“某某办”，或者打窗口电话。")
    phone: Phone | None = Field(None, title="预约电话")
    url: WebAddress | None = Field(None, title="预约网址")

    _from_words = model_validator(mode="before")(shorthands.named("how"))


class Redress(Record):
    """复议和诉讼: where a decision can be appealed; the terms are those of the law."""

    review: ShortText | None = Field(None, title="复议机关", description="如 某某县人民政府。")
    court: ShortText | None = Field(None, title="法院", description="如 某某县人民法院。")
    review_first: Truth = Field(False, title="复议前置", description="法律规定必须先复议、再诉讼的写 是。")

    @model_validator(mode="after")
    def _names_one(self) -> Self:
        if self.review is None and self.court is None:
            raise PydanticCustomError("redress_choice", "a review body or a court")
        return self
