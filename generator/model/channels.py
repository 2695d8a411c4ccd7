"""How what a hall publishes is handed on to other places, in site.yml: ``channels``."""

from typing import Annotated

from pydantic import Field, StringConstraints

from generator.model.base import Record, WebAddress

PATH = "{path}"
"""What stands for the address of a page in a pattern."""

LINK_PATTERN = r"^https?://[^\s/<>\"'{}]+/[^\s<>\"'{}]*\{path\}[^\s<>\"'{}]*$"
FOLDER_PATTERN = r"^[^\s?#]+$"
HOST_PATTERN = r"^https?://[^\s/<>\"'{}]+$"


class Embedding(Record):
    """嵌入别的网站: how ``gongshi build --embed`` writes links, and which sites may show our pages in a frame."""

    link: Annotated[str, StringConstraints(strip_whitespace=True, max_length=200, pattern=LINK_PATTERN)] | None = Field(
        None,
        title="页面网址",
        description='县网站给每一页定的网址，{path} 是页面的路径，如 "https://county.example/col/{path}"；'
        "要加引号，不写就用相对链接。",
    )
    files: Annotated[WebAddress, StringConstraints(pattern=FOLDER_PATTERN)] | None = Field(
        None,
        title="文件放在哪里",
        description="文件夹 site-embed 上传以后的网址；写了，片段自带样式和脚本的地址，不用另外引用。",
    )
    hosts: tuple[Annotated[str, StringConstraints(strip_whitespace=True, pattern=HOST_PATTERN)], ...] = Field(
        (),
        title="哪些网站嵌入",
        description="嵌入我们页面的网站，只写到域名，如 https://county.example；写了，页面只把高度告诉它们。",
    )


class Channels(Record):
    """发布渠道: settings of what is handed on to other places."""

    embed: Embedding = Field(default_factory=Embedding, title="嵌入别的网站", description="gongshi build --embed 用。")
