"""How a hall's packages are catalogued and kept (归档), in site.yml: ``archive``."""

from typing import Literal

from pydantic import Field

from generator.model.base import Days, Record, ShortText, WebAddress
from generator.model.word_lists import WordList

Retention = Literal["永久", "30年", "10年"]


class ArchiveSettings(Record):
    """归档的设置."""

    fonds: ShortText | None = Field(None, title="全宗号", description="档案馆给的，如 Z109；没有写，目录里不编档号。")
    category: ShortText = Field("WS", title="档案门类代码", description="文书档案是 WS；本地另有规定的照规定写。")
    office: ShortText | None = Field(None, title="机构或问题代码", description="按本单位的分类方案写，没有就不写。")
    retention: Retention = Field("10年", title="保管期限", description="永久、30年或10年；下面没有另列的类别都是这样。")
    permanent: WordList = Field((), title="永久保管的类别", description="如 [规章制度]；类别见归档目录。")
    thirty_years: WordList = Field((), title="保管30年的类别", description="如 [办理结果, 公开事项]。")
    journal_days: Days | None = Field(
        None,
        title="记录保存天数",
        description="档案记录（archive）里的内容保存多少天；不写就一直保存，到期撤下的除外。",
    )
    time_service: WebAddress | None = Field(
        None, title="时间戳服务", description="RFC 3161 时间戳服务的网址；不写，就用文件去换时间戳。"
    )
