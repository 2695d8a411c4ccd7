"""定好日子的改动: fields of a record that change on a day that is known ahead."""

from typing import Annotated

from pydantic import Field

from generator.model.base import Day, Record, ShortText


class Version(Record):
    """定好日子的改动: what a record says from a day on."""

    since: Day = Field(alias="from", title="从哪天起", description="这一天的 0 点起，按下面改成的内容生成。")
    until: Day | None = Field(
        None, title="到哪天止", description="最后一天；过了这一天又是原来的内容。一直改下去的不写。"
    )
    note: ShortText | None = Field(
        None, title="说明", description="改了什么，用居民的话说；提前30天显示在事项的网页上。"
    )
    changes: dict[str, object] = Field(
        alias="set", min_length=1, title="改成", description="只写改变的字段，写法和平时一样；整个字段换成新写的。"
    )


Versions = Annotated[
    tuple[Version, ...],
    Field(
        title="定好日子的改动",
        description="已经知道哪天要改的，先写在这里，到那天自动换上；几项同时有效的，开始得晚的为准。",
    ),
]
"""The changes of one record, in the order of its file."""
