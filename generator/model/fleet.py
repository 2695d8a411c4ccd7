"""The list of a fleet (fleet.yml): the halls of a county or a province, and the layers of content that they stand on."""

from pydantic import Field

from generator.model.base import Id, Record, ShortText, Text, WebAddress


class FleetLayer(Record):
    """一层共用的内容，如省、县."""

    id: Id = Field(title="编号", description="如 province。")
    name: ShortText = Field(title="名称", description="如 省级通用指南。")
    folder: Text = Field(title="文件夹", description="内容文件夹，从 fleet.yml 所在的文件夹写起，如 layers/province。")


class FleetHall(Record):
    """一个大厅."""

    id: Id = Field(title="编号", description="如 qingshan；网站放在 sites/qingshan。")
    folder: Text = Field(title="文件夹", description="大厅自己的内容文件夹，如 halls/qingshan。")
    address: WebAddress = Field(title="网址", description="发布后的网址，如 https://qingshan.example/。")
    place: ShortText | None = Field(None, title="所在地", description="县、区的名称，汇总页面按它分组。")
    layers: tuple[Id, ...] | None = Field(
        None, title="用哪几层", description="layers 里的编号，从上到下；不写就是全部。"
    )
    channels: tuple[ShortText, ...] = Field(
        (), title="另做哪些", description="embed、articles、wechat、portable，与 gongshi build 的选项相同。"
    )


class Fleet(Record):
    """大厅清单（fleet.yml）."""

    name: ShortText = Field(title="名称", description="汇总页面的标题，如 示例县政务服务。")
    layers: tuple[FleetLayer, ...] = Field((), title="共用的内容", description="从上到下：省、市、县。")
    halls: tuple[FleetHall, ...] = Field((), title="大厅")
    sites: Text = Field("sites", title="网站文件夹", description="每个大厅的网站放在里面；不写就是 sites。")
    address: WebAddress | None = Field(None, title="汇总页面的网址", description="如 https://county.example/halls/。")
