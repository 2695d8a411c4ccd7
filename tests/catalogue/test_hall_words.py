"""The words of lists in those of the hall: its own win, others are told in them or not taken over."""

import pytest
from content_builder import SITE, TODAY, MakeContent
from service_sheets import sheet

from generator.catalogue.changes import Plan
from generator.catalogue.hall_words import audiences, level
from generator.catalogue.services import plan
from generator.catalogue.sheet_rows import services_in
from generator.content.load import load
from generator.model.word_lists import AUDIENCES, LEVELS

VILLAGE = ("村民", "外来人员", "其他组织")
COMMUNITY = ("国家级", "省级", "市级", "区县级", "街道级", "社区级")


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("自然人", AUDIENCES, ["个人"]),
        ("1-自然人，2-企业法人", AUDIENCES, ["个人", "企业"]),
        ("法人", AUDIENCES, ["企业", "其他组织"]),
        ("个人、企业和其他组织", AUDIENCES, ["个人", "企业", "其他组织"]),
        ("村民", AUDIENCES, ["个人"]),
        ("自然人/外星人", AUDIENCES, None),
        ("村民", VILLAGE, ["村民"]),
        ("村民、外来人员", VILLAGE, ["村民", "外来人员"]),
        ("1-村民", VILLAGE, ["村民"]),
        ("社会组织", VILLAGE, ["其他组织"]),
        ("自然人", VILLAGE, None),
        ("法人", VILLAGE, None),
        ("老人和孩子", ("老人和孩子", "老人"), ["老人和孩子"]),
        ("法人", ("个人", "法人"), ["法人"]),
        ("、", AUDIENCES, None),
    ],
)
def test_audiences(text: str, listed: tuple[str, ...], found: list[str] | None) -> None:
    """A word of the hall stays; another is told in its words, all of which it has to have; nobody is left out."""
    taken = audiences(text, listed)
    assert (taken and list(taken)) == found


@pytest.mark.parametrize(
    ("text", "listed", "found"),
    [
        ("县(区)级", LEVELS, "县级"),
        ("4-县级", LEVELS, "县级"),
        ("市级、县级", LEVELS, None),
        ("县级", COMMUNITY, "区县级"),
        ("社区级", COMMUNITY, "社区级"),
        ("村级", COMMUNITY, "社区级"),
        ("本单位", ("本单位", "上级单位"), "本单位"),
        ("县级", ("本单位", "上级单位"), None),
        ("乡镇级", ("镇级", "街道级"), None),
    ],
)
def test_levels(text: str, listed: tuple[str, ...], found: str | None) -> None:
    """The hall's own name of a level is used where it has exactly one for it."""
    assert level(text, listed) == found


def imported(make_content: MakeContent, *rows: tuple[str, str, str]) -> Plan:
    lists = "audiences: [村民, 外来人员, 其他组织]\nlevels: [村级, 镇级]\n"
    content = make_content({"site.yml": SITE + lists})
    listing = services_in([sheet(("事项名称", "服务对象", "行使层级"), *rows)])
    return plan(load(content), listing.services, TODAY)


def test_a_list_is_imported_in_the_words_of_the_hall(make_content: MakeContent) -> None:
    """村民 stays 村民 where the hall lists it, and 乡镇级 is its 镇级."""
    (file,) = imported(make_content, ("土台搬迁", "村民\n社会组织", "乡镇级")).files

    assert file.after.decode().splitlines()[-2:] == ["audience: [村民, 其他组织]", "level: 镇级"]


def test_words_that_the_hall_does_not_have_are_told(make_content: MakeContent) -> None:
    """They stay 待补充, with their cells, the words that there are, and where another one can be added."""
    made = imported(make_content, ("土台搬迁", "自然人", "县级"), ("土台租用", "自然人", "省级、市级"))

    assert made.notes == (
        "“服务对象”有 2 格写的不是 site.yml 里列出的词，没有导入：清单 第2行 B列、清单 第3行 B列。"
        "请试：写成 村民、外来人员、其他组织；确实要用别的词，先加到 site.yml 的 audiences 里。",
        "“行使层级”有 2 格写的不是 site.yml 里列出的词，没有导入：清单 第2行 C列、清单 第3行 C列。"
        "请试：写成 村级、镇级 中的一个；确实要用别的词，先加到 site.yml 的 levels 里。",
    )
    assert all({"服务对象", "行使层级"} <= {*file.missing} for file in made.files)
