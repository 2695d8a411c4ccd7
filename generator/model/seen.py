"""Files that a person has looked at (人工看过), because their words are in pictures and no program reads them."""

from pydantic import Field

from generator.model.base import Day, Record, ShortText


class SeenFile(Record):
    """看过一个文件: one file as it was, who looked at it, and when; a changed file has to be looked at again."""

    file: ShortText = Field(title="文件", description="content 里的文件，如 pages/form.pdf。")
    sha256: str = Field(
        pattern="^[0-9a-f]{64}$", title="校验值", description="gongshi check 的提醒里写着；文件改了就要重新看过。"
    )
    by: ShortText = Field(title="谁看的", description="看过每一页的人的姓名。")
    date: Day = Field(title="哪一天看的")


class SeenFiles(Record):
    """人工看过的扫描件（seen.yml，可以没有）."""

    seen: tuple[SeenFile, ...] = Field((), title="看过的文件")
