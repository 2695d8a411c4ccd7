"""The lists of words in site.yml from which records choose, as they are where a hall lists none of its own.

They are those of the service hall of a town. Whether a record's word is in its hall's list is checked in ``rules.listed``.
"""

from typing import Annotated

from pydantic import AfterValidator

from generator.model.base import ShortText

WALL_TOPICS = (
    "便民服务承诺", "首问负责", "一次性告知", "限时办结", "档案管理", "卫生保洁", "廉政建设", "工作考勤", "责任追究"
)  # fmt: skip
"""The nine regulations that must hang on the wall of a town's service hall."""

AUDIENCES = ("个人", "企业", "其他组织")
LEVELS = ("国家级", "省级", "市级", "县级", "乡镇级", "村级")
NOTICE_KINDS = ("公示", "公告", "通知")
REVIEW_ROLES = ("初审", "复审", "终审")
WHEREABOUTS = ("在岗", "外出办事", "下村", "开会", "休假")

WORD_LISTS: dict[str, tuple[str, ...]] = {
    "wall_topics": WALL_TOPICS,
    "audiences": AUDIENCES,
    "levels": LEVELS,
    "notice_kinds": NOTICE_KINDS,
}
"""Mapping field of site.yml -> its words where the hall lists none."""


def _each_once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))


WordList = Annotated[tuple[ShortText, ...], AfterValidator(_each_once)]
"""What records may choose from; a word that stands twice counts once."""
