"""What open data lists of records that it does not hold whole: the notices that are posted, the sheets that hang."""

from pydantic import Field

from generator.model.base import Day, Record, ShortText


class ListedNotice(Record):
    """公示公告: 标题和起止日期，不含正文."""

    id: ShortText = Field(title="编号")
    title: ShortText = Field(title="标题")
    kind: ShortText = Field(title="类型")
    since: Day = Field(alias="from", title="开始日期")
    until: Day = Field(title="结束日期")


class ListedSheet(Record):
    """张贴件: 标题和版本."""

    id: ShortText = Field(title="编号")
    title: ShortText = Field(title="标题")
    version: ShortText = Field(title="版本")
