"""The kinds of hall that ``gongshi init`` can start: its words in the starter project, and the lists of its site.yml.

The starter is written for the service hall of a town. The lists of other halls are only a start, which they change: what
has to hang in a village or a community is decided by its county or its sub-district, and differs between them.
"""

from typing import NamedTuple


class Preset(NamedTuple):
    """What differs from the hall of a town.

    ``words`` maps words of the starter to those that stand there instead, replaced in this order. ``lists`` maps a list
    of site.yml to its words.
    """

    words: dict[str, str]
    lists: dict[str, tuple[str, ...]]


_OWN_BASIS = {
    "  - title: 中华人民共和国政府信息公开条例\n"
    "    document_number: 国务院令第711号\n"
    "    article: 第二十一条\n"
    "    text: 乡镇人民政府要把与本地居民有关的办事信息主动公开。\n"
    "    source: 国家法律法规数据库\n": "  - title: 【填写：依据的文件全称】\n    article: 【填写：第几条】\n",
}
"""The law that the example rests on holds for the government of a town only."""

_STATION = {"便民服务大厅": "便民服务站", "服务大厅": "便民服务站", "大厅": "服务站"}

PRESETS: dict[str, Preset] = {
    "便民服务大厅": Preset({}, {}),
    "社区居委会": Preset(
        {
            **_OWN_BASIS,
            "示例镇人民政府": "示例社区居民委员会",
            "示例镇": "示例社区",
            **_STATION,
            "level: 乡镇级": "level: 社区级",
            "[个人, 企业, 其他组织]": "[居民, 驻社区单位]",
        },
        {
            "wall_topics": ("居民公约", "居务公开", "首问负责", "一次性告知", "限时办结"),
            "audiences": ("居民", "外来人员", "驻社区单位"),
            "levels": ("国家级", "省级", "市级", "区县级", "街道级", "社区级"),
            "notice_kinds": ("公示", "公告", "通知", "居务公开"),
        },
    ),
    "村委会": Preset(
        {
            **_OWN_BASIS,
            "示例镇人民政府": "示例村村民委员会",
            "示例镇": "示例村",
            **_STATION,
            "level: 乡镇级": "level: 村级",
            "[个人, 企业, 其他组织]": "[村民, 外来人员]",
        },
        {
            "wall_topics": ("村规民约", "村务公开", "民主理财", "首问负责", "一次性告知"),
            "audiences": ("村民", "外来人员", "其他组织"),
            "notice_kinds": ("公示", "公告", "通知", "村务公开"),
        },
    ),
    "其他单位": Preset(
        {
            **_OWN_BASIS,
            "示例镇人民政府": "示例单位",
            "示例镇便民服务大厅": "示例单位服务大厅",
            "示例镇": "示例单位",
            "level: 乡镇级": "level: 本单位",
            "[个人, 企业, 其他组织]": "[个人, 单位]",
            "life_events: [生育, 上学, 就业, 看病, 养老, 困难救助, 务农, 建房, 反映问题]": "life_events: [咨询, 反映问题]",
        },
        {
            "wall_topics": ("首问负责", "一次性告知", "限时办结"),
            "audiences": ("个人", "单位"),
            "levels": ("本单位", "上级单位"),
        },
    ),
}
"""Mapping the name of a kind of hall -> what is its own; the first is the one that is started if nobody chooses."""

LISTS_HEAD = "# 下面几项是检查和分类用的词，按您那里的规定改；整行删去的，按乡镇便民服务大厅的来。没有必须上墙的制度，写 wall_topics: []。\n"
"""What stands above the lists in site.yml."""
