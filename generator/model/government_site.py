"""What a government site states of itself, in site.yml; a hall that is none leaves it out."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from generator.model.base import Phone, Record, ShortText, WebAddress

SITE_CODE_PATTERN = r"^(?:[0-9]{10}|bm[0-9]{8})$"
ICP_PATTERN = r"^[\u4e00-\u9fff]ICP备[0-9]{6,12}号(?:-[0-9]{1,3})?$"
POLICE_PATTERN = r"^[\u4e00-\u9fff]公网安备 ?[0-9]{14}号$"


ContentTag = Literal["Keywords", "Author", "Url"]
"""Tags of contents that lists of inspections differ in; the others of 国办发〔2017〕47号 are always written."""


class GovernmentSite(Record):
    """政府网站标注: what the footer and the head of every page of a government site say of it.

    国办发〔2017〕47号 names what they are; which of them a hall has is its own matter, so that all are optional.
    """

    code: Annotated[str, StringConstraints(strip_whitespace=True, pattern=SITE_CODE_PATTERN)] | None = Field(
        None, title="网站标识码", description="10位数字，或者 bm 加8位数字；数字要加引号。"
    )
    icp: Annotated[str, StringConstraints(strip_whitespace=True, pattern=ICP_PATTERN)] | None = Field(
        None, title="ICP备案编号", description="照备案证写，如 某ICP备00000000号-1。"
    )
    police: Annotated[str, StringConstraints(strip_whitespace=True, pattern=POLICE_PATTERN)] | None = Field(
        None, title="公安备案号", description="照公安机关备案的写，如 某公网安备 00000000000000号。"
    )
    operator: ShortText | None = Field(None, title="承办单位", description="主办单位写在 organisation。")
    contact: Phone | None = Field(None, title="网站联系电话")
    mark: WebAddress | None = Field(
        None, title="党政机关网站标识", description="机构编制部门发的标识链接的网址，以 https:// 或 http:// 开头。"
    )
    faults: WebAddress | None = Field(
        None, title="政府网站找错", description="“我为政府网站找错”的网址，以 https:// 或 http:// 开头。"
    )
    content_tags: tuple[ContentTag, ...] = Field(
        ("Keywords", "Author", "Url"),
        title="内容页的其他标签",
        description="检查表要求哪些写哪些：关键词、作者、网址；都不要的写 []。",
    )
