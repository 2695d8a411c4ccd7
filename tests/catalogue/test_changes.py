"""From services as a source tells them to files: what is found, what changes, what is refused, and what is left alone."""

from pathlib import Path
from typing import Any

import pytest
from content_builder import SERVICE, TODAY, MakeContent

from generator.catalogue import report
from generator.catalogue.changes import Plan, apply
from generator.catalogue.incoming import Incoming
from generator.catalogue.refusals import ImportRefused
from generator.catalogue.services import plan
from generator.content.load import load
from generator.register.faults import NothingImported
from generator.system.environment import Refused

OWN = "services/linshi-jiuzhu.yml"


def incoming(name: str = "临时救助", id: str | None = None, place: str = "清单 第3行", **fields: Any) -> Incoming:
    return Incoming(name, place, fields, id)


def planned(content: Path, *services: Incoming) -> Plan:
    return plan(load(content), services, TODAY)


def told(made: Plan) -> list[str]:
    return list(report.lines(made))


def changes(made: Plan) -> list[tuple[str, object, object]]:
    return [("/".join(one.titles), one.old, one.new) for file in made.files for one in file.fields]


def test_a_new_service_says_what_the_source_says(make_content: MakeContent) -> None:
    """What the source does not state stays out of the file; 在办 is proposed, and said."""
    content = make_content()

    made = planned(content, incoming("土台搬迁", audience=["个人"], visits="0"))
    apply(made)

    assert (content / "services/tutai-banqian.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../schemas/service.schema.json\n"
        "id: tutai-banqian\nname: 土台搬迁\nstatus:\n  state: 在办\naudience: [个人]\nvisits: 0\n"
    )
    assert told(made) == [
        "—— 新建 ——",
        "  services/tutai-banqian.yml 《土台搬迁》（清单 第3行）：写明 5 项，待补充：一句话说明、事项类型、办件类型、"
        "办理窗口、实施主体、行使层级、设定依据、受理条件、申请材料、办理流程、办理时限、收费、办理结果、可否代办、核对日期",
        "来源没有写办理状态的新事项有 1 件，将写成“在办”。已经停办的，请先在来源里加一列“办理状态”。",
        "读到 1 件事项：新建 1，改动 0，没有变化 0。",
    ]


def test_what_no_new_service_states_is_told_once(make_content: MakeContent) -> None:
    """A list of twelve services fills no screen with the same fifteen words twelve times."""
    lines = told(
        planned(make_content(), incoming("土台搬迁", visits="0"), incoming("来访接待", agent="是", visits="1"))
    )

    assert lines[1:4] == [
        "  services/tutai-banqian.yml 《土台搬迁》（清单 第3行）：写明 4 项，还缺可否代办",
        "  services/laifang-jiedai.yml 《来访接待》（清单 第3行）：写明 5 项",
        "这 2 件都没有写，待补充：一句话说明、事项类型、办件类型、服务对象、办理窗口、实施主体、行使层级、设定依据、受理条件、"
        "申请材料、办理流程、办理时限、收费、办理结果、核对日期。",
    ]


@pytest.mark.parametrize(
    ("one", "id"),
    [
        (incoming("临时救助"), "linshi-jiuzhu"),
        (incoming(" 临时 救助"), "linshi-jiuzhu"),
        (incoming("《临时救助》"), "linshi-jiuzhu"),
        (incoming("急难救助金", item_codes={"implementing": "11"}), "linshi-jiuzhu"),
        (incoming("临时救助", item_codes={"implementing": "12"}), "linshi-jiuzhu-2"),
        (incoming("救急"), "linshi-jiuzhu"),
        (incoming("救急不救穷"), "jiuji-bujiu-qiong"),
        (incoming("（）"), "shixiang"),
        (incoming("新名", "linshi-jiuzhu"), "linshi-jiuzhu"),
        (incoming("临时救助", "xin-de"), "xin-de"),
        (incoming("Ａ类B超（12345）"), "a-lei-b-chao"),
    ],
)
def test_a_service_is_found_by_id_code_or_name(make_content: MakeContent, one: Incoming, id: str) -> None:
    """Blanks, brackets and width of signs make no difference; another code means another service."""
    extra = 'aliases: [救急]\nitem_codes:\n  implementing: "11"\n'
    content = make_content({OWN: SERVICE.replace("aliases: [急难救助]\n", extra)})

    made = planned(content, Incoming(one.name, one.place, {**one.fields, "hours": "全天"}, one.id))

    assert [file.path for file in made.files] == [f"services/{id}.yml"]


def test_importing_again_changes_nothing(make_content: MakeContent) -> None:
    """Ids are stable: what was new is found again, in any order, also where two names begin alike."""
    content = make_content()
    long = "企业投资建设固定资产项目备案变更延期注销"
    listed = [
        incoming("土台搬迁", steps=[{"name": "受理"}], time_limits={"promised": {"days": "10", "unit": "工作日"}}),
        incoming(f"{long}（一）", place="清单 第4行"), incoming(f"{long}（二）", place="清单 第5行"),
        incoming("土台搬迁（变更）", place="清单 第6行"),
    ]  # fmt: skip
    first = planned(content, *listed)
    apply(first)

    again = planned(content, *reversed(listed))

    assert len({file.path for file in first.files}) == len(listed)
    assert (again.files, again.same, again.presumed) == ((), len(listed), 0)
    assert told(again) == ["读到 4 件事项：新建 0，改动 0，没有变化 4。", "没有变化，什么也不用写。"]


def test_only_what_the_source_states_is_touched(make_content: MakeContent) -> None:
    """Notes of the hall within groups and lists stay; what differs is shown before it is written."""
    own = """\
# 别动这个文件
id: linshi-jiuzhu
name: 临时救助
status:
  state: 在办
materials:
  - material: id-card   # 只看
    copies: 1
    notes: 看一眼就还。
  - name: 申请书
time_limits:
  promised: 20个工作日   # 会上定的
  statutory:
    unregulated: 是
    note: 法律没有写。
  clock_starts: 受理之日
"""
    content = make_content({OWN: own})

    made = planned(
        content,
        incoming(
            materials=[{"name": "身份证", "copies": 2}, {"name": "申请书"}, {"name": "照片"}],
            time_limits={"promised": {"days": 15}, "statutory": {"months": 2}},
        ),
    )
    apply(made)

    assert changes(made) == [
        ("申请材料/1/份数", 1, 2), ("申请材料", None, {"name": "照片"}), ("办理时限/法定时限/月数", None, 2), ("办理时限/法定时限/法律法规未规定", True, None),
        ("办理时限/承诺时限/天数", 20, 15),
    ]  # fmt: skip
    assert (content / OWN).read_text("utf-8") == own.replace("copies: 1", "copies: 2").replace(
        "  - name: 申请书\n", "  - name: 申请书\n  - name: 照片\n"
    ).replace("    unregulated: 是\n", "").replace(
        "    note: 法律没有写。\n", "    note: 法律没有写。\n    months: 2\n"
    ).replace("  promised: 20个工作日   # 会上定的\n", "  # 会上定的\n  promised:\n    days: 15\n    unit: 工作日\n")


def test_hand_edits_are_shown_before_they_are_replaced(make_content: MakeContent) -> None:
    """Where the hall wrote something else than the source says, both are told, and what was as it is in numbers."""
    content = make_content({OWN: "id: linshi-jiuzhu\nname: 临时救助\nstatus: {state: 在办}\nvisits: 1\nbody: 镇\n"})

    made = planned(content, incoming(visits=0, body="镇", agent=True, conditions=["有难处"]))

    assert told(made)[:4] == [
        f"—— {OWN} 《临时救助》（清单 第3行）：改 3 处，1 项没有变化 ——",
        "  受理条件：添上 “有难处”",
        "  到现场次数：“1” 改为 “0”",
        "  可否代办：添上 “是”",
    ]


@pytest.mark.parametrize(
    ("services", "lines"),
    [
        (
            [incoming("土台搬迁", body="甲"), incoming("土台搬迁", body="乙", place="清单 第9行")],
            ["下面 1 处没有导入，需要您来定：",
             "  《土台搬迁》（清单 第9行）：与 清单 第3行 是同一件事项，但实施主体不同。请在来源里合成一处，或者各写上自己的实施编码。"],
        ),
        (
            [incoming("救急", hours="全天")],
            ["下面 1 处没有导入，需要您来定：",
             "  《救急》（清单 第3行）：可能是其中的一件：ling-yi、linshi-jiuzhu。请在来源里写上实施编码，或写上与其中一件完全相同的名称。"],
        ),
    ],
)  # fmt: skip
def test_doubts_are_told_and_left_out(make_content: MakeContent, services: list[Incoming], lines: list[str]) -> None:
    """Nobody guesses which of two services is meant, or which of two statements holds."""
    content = make_content(
        {
            OWN: SERVICE.replace("急难救助", "救急"),
            "services/ling-yi.yml": "id: ling-yi\nname: 另一\naliases: [救急]\nstatus: {state: 在办}\n",
        }
    )

    made = planned(content, *services)

    assert [line for line in told(made) if line in lines] == lines
    assert len(made.doubts) == 1


def test_rows_that_agree_are_one_service(make_content: MakeContent) -> None:
    """A service that stands on the sheets of two windows is taken once, with what either says."""
    made = planned(
        make_content(), incoming("土台搬迁", body="甲"), incoming("土台 搬迁", agent=True, place="表二 第1行")
    )

    assert len(made.files) == 1
    assert made.files[0].after.decode().endswith("body: 甲\nagent: 是\n")


@pytest.mark.parametrize("stated", ["民政救济", "民政救济窗口", "民政窗口", "民政", "minzheng"])
def test_a_window_is_called_as_the_hall_calls_it(make_content: MakeContent, stated: str) -> None:
    """A name with or without 窗口 is the same window; where the service has it already nothing changes."""
    content = make_content()

    assert planned(content, incoming(window=stated)).files == ()
    new = planned(content, incoming("土台搬迁", window=stated)).files
    assert [(one.path, "window: 民政救济\n" in one.after.decode()) for one in new] == [
        ("services/tutai-banqian.yml", True)
    ]


def test_windows_that_the_hall_lacks_are_proposed(make_content: MakeContent) -> None:
    """With their names and nothing else, once each; what names several windows is left to the check."""
    content = make_content()

    made = planned(
        content,
        incoming("甲事", window="石材陶土管理"),
        incoming("乙事", window="石材陶土管理"),
        incoming("丙事", window="信访、民政窗口"),
    )

    assert [one.path for one in made.files][3:] == ["windows.yml"]
    assert "    phone: 0300-0000104\n  - id: shicai-taotu-guanli\n    name: 石材陶土管理\nfunctions:" in (
        made.files[3].after.decode()
    )
    assert "  窗口：添上 “石材陶土管理”" in told(made)


@pytest.mark.parametrize("wanted", [False, True])
def test_papers_of_many_services_are_offered_for_the_catalogue(make_content: MakeContent, wanted: bool) -> None:
    """They are told with their number; where the clerk asks for it they get an entry, and services refer to it."""
    papers = [{"name": "土台证", "copies": 1}, {"name": "身份证"}]
    services = [
        incoming(name, materials=papers, situations=[{"name": "补", "materials": ["土台证"]}]) for name in "甲乙丙丁戊"
    ]

    made = plan(load(make_content()), services, TODAY, wanted)

    offer = "这些材料好几件事项都要，可以写进材料目录，只写一次：土台证（5 件）。要写的，加上 --materials 再导入。"
    assert (offer in told(made)) is not wanted
    assert [one.path for one in made.files][5:] == (["materials.yml"] if wanted else [])
    paper = "material: tutaizheng" if wanted else "name: 土台证"
    assert f"materials:\n  - {paper}\n    copies: 1\n  - material: id-card\n" in made.files[0].after.decode()
    assert f"materials: [{paper.partition(' ')[2]}]\n" in made.files[0].after.decode()


@pytest.mark.parametrize(
    ("one", "line"),
    [
        (
            Incoming(
                "土台搬迁", "清单 第3行", {"summary": "找老张，手机13812345678。"}, places={"summary": "清单 第3行 D列"}
            ),
            "清单 第3行 D列 《土台搬迁》：这里有手机号码，不能公布。",
        ),
        (
            incoming("土台搬迁", visits="两次"),
            "清单 第3行 《土台搬迁》：“到现场次数”应为整数，实际为“两次”。用阿拉伯数字，前面不补零。请写：10",
        ),
        (incoming("土台搬迁", summary="甲\u202e乙"), "清单 第3行 《土台搬迁》：这里有一个看不见的字符"),
    ],
)
def test_what_no_file_may_hold_stops_the_import(make_content: MakeContent, one: Incoming, line: str) -> None:
    """The place in the source is told, and never a private value."""
    with pytest.raises(ImportRefused) as caught:
        planned(make_content(), one, incoming("好的", hours="全天"))

    assert len(caught.value.lines) == 1
    assert caught.value.lines[0].startswith(line)
    assert "13812345678" not in "".join(text for text, _ in caught.value.report())


def test_an_enquiry_phone_of_the_source_is_a_contact(make_content: MakeContent) -> None:
    """The phone of an office is public on purpose, also where a text repeats it."""
    made = planned(
        make_content(), incoming("土台搬迁", enquiry_phone="0300-0000199", summary="先打 0300-0000199 问问。")
    )

    assert len(made.files) == 1


def test_a_broken_service_file_stops_the_import(make_content: MakeContent) -> None:
    """The service that comes in may be the one that cannot be read; it would be written a second time."""
    with pytest.raises(NothingImported):
        planned(make_content({OWN: "id: linshi-jiuzhu\nname: ["}), incoming())


def test_files_changed_in_between_stop_the_writing(make_content: MakeContent) -> None:
    """Neither a hand edit nor a new file that came after the plan is overwritten, and no other file is written."""
    content = make_content()
    made = planned(content, incoming("土台搬迁"), incoming(hours="全天", place="清单 第4行"))
    (content / OWN).write_text((content / OWN).read_text("utf-8") + "# 刚改的\n", "utf-8")

    with pytest.raises(Refused, match="刚刚有人改过"):
        apply(made)

    assert not (content / "services/tutai-banqian.yml").exists()


def test_new_files_call_their_fields_as_the_others_do(make_content: MakeContent) -> None:
    """In a hall whose files have Chinese names of fields, new ones have them too."""
    content = make_content({OWN: "编号: linshi-jiuzhu\n名称: 临时救助\n状态: {状态: 在办}\n"})

    made = planned(content, incoming("土台搬迁", agent=False))

    assert made.files[0].after.decode().splitlines()[1:] == [
        "编号: tutai-banqian", "名称: 土台搬迁", "状态:", "  状态: 在办", "可否代办: 否",
    ]  # fmt: skip
