"""一件事: what has to be done around one event of life, as services in their order."""

from pydantic import Field

from generator.model.base import Basis, Day, Id, Record, ShortText, Text
from generator.model.change import Change
from generator.model.version import Versions


class Bundle(Record):
    """一件事（一件一个文件）."""

    id: Id = Field(title="编号", description="与文件名相同，用作网址。")
    name: ShortText = Field(title="名称", description="如 新生儿出生一件事。")
    aliases: tuple[ShortText, ...] = Field((), title="别名", description="居民的叫法，页面会显示，也能搜到。")
    summary: Text | None = Field(None, title="一句话说明", description="什么时候要办、分几步。")
    life_event: ShortText | None = Field(None, title="生活事件", description="site.yml 中 life_events 的名称。")
    services: tuple[Id, ...] = Field((), title="事项", description="要办的事项 id，按先后，至少一个。")
    elsewhere: tuple[Text, ...] = Field(
        (), title="不在大厅办的", description="同一件事里要到别处办的，写清办什么、去哪里。"
    )
    note: Text | None = Field(None, title="说明", description="哪些情况不用全办、先后有什么要求。")
    legal_basis: tuple[Basis, ...] = Field((), title="依据", description="规定一件事一次办的文件。")
    changes: tuple[Change, ...] = Field((), title="修改记录", description="改了什么、为什么，写给居民看，一次一条。")
    verified: Day | None = Field(None, title="核对日期")
    versions: Versions = ()
