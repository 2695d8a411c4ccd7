"""New files in the house's style; single fields changed in files that people have edited."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.content import strict_yaml
from generator.content.file_kinds import model_of
from generator.content.record_files import Unwritable, as_yaml, with_changes
from generator.model import Materials, Service, Site, Windows

DEMO = Path(__file__).parents[2] / "content"

EDITED = """# yaml-language-server: $schema=../../schemas/service.schema.json
# 王科长说：等文件下来再改
id: gongtu-banqian
名称: '公共土台搬迁'   # 两个字的叫法不要用
summary: 土台挡了路，
  可以申请搬走。

# 下面是居民的叫法
aliases: [搬土台,  "挪 土台"]
status: {state: 在办}   # 明年取消
conditions:
- 土台在本村
-   挡了路
# 会上定的
materials:
  # 一定要原件
  - name: 申请书
    necessity: 必要   # 没有商量
    notes: |
      写明在哪里。

      再写明挡了谁。
  - material: id-card   # 目录里的
    # 只看不留
    copies: 1
time_limits:
  promised: 10个工作日
  clock_starts:
fee: 不收费
agent: 是
# 完
"""


def changed(changes: dict, text: str = EDITED) -> tuple[list[str], list[str]]:
    """The lines that go and come with ``changes``."""
    old, new = text.splitlines(), with_changes(text, changes, Service).splitlines()
    start = next(
        (n for n, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new))
    )
    while old[start:] and new[start:] and old[-1] == new[-1]:
        old.pop(), new.pop()
    return old[start:], new[start:]


@pytest.mark.parametrize(
    ("changes", "gone", "come"),
    [
        ({("name",): "公共土台迁移"}, ["名称: '公共土台搬迁'   # 两个字的叫法不要用"], ["名称: '公共土台迁移'   # 两个字的叫法不要用"]),
        ({("summary",): "可以搬走。"}, ["summary: 土台挡了路，", "  可以申请搬走。"], ["summary: 可以搬走。"]),
        (
            {("summary",): "可以搬走。\n\n不收钱。"},
            ["summary: 土台挡了路，", "  可以申请搬走。"],
            ["summary: |-", "  可以搬走。", "", "  不收钱。"],
        ),
        ({("aliases",): ["搬土台", "挪土台"]}, ['aliases: [搬土台,  "挪 土台"]'], ["aliases: [搬土台, 挪土台]"]),
        ({("status", "state"): "暂停"}, ["status: {state: 在办}   # 明年取消"], ["status: {state: 暂停}   # 明年取消"]),
        (
            {("status", "since"): date(2026, 7, 1)},
            ["status: {state: 在办}   # 明年取消"],
            ["# 明年取消", "status:", "  state: 在办", "  since: 2026-07-01"],
        ),
        ({("conditions", 1): "挡了大路"}, ["-   挡了路"], ["- 挡了大路"]),
        ({("conditions",): ["有证", "土台在本村", "挡了路"]}, [], ["- 有证"]),
        ({("conditions",): ["挡了路"]}, ["- 土台在本村"], []),
        ({("conditions",): None}, ["conditions:", "- 土台在本村", "-   挡了路"], []),
        (
            {("materials", 0, "necessity"): "非必要"},
            ["    necessity: 必要   # 没有商量"],
            ["    necessity: 非必要   # 没有商量"],
        ),
        (
            {("materials", 0, "notes"): "随便写。"},
            ["    notes: |", "      写明在哪里。", "", "      再写明挡了谁。"],
            ["    notes: 随便写。"],
        ),
        ({("materials", 1, "copies"): 2}, ["    copies: 1"], ["    copies: 2"]),
        ({("materials", 1, "copies"): None}, ["    copies: 1"], []),
        ({("materials", 1, "source"): "自备"}, [], ["    source: 自备"]),
        (
            {("materials", 1): {"name": "照片", "copies": 1}},
            ["  - material: id-card   # 目录里的", "    # 只看不留", "    copies: 1"],
            ["  # 目录里的", "  # 只看不留", "  - copies: 1", "    name: 照片"],
        ),
        (
            {("materials", 0): None},
            [
                "  - name: 申请书", "    necessity: 必要   # 没有商量", "    notes: |", "      写明在哪里。", "",
                "      再写明挡了谁。",
            ],
            ["  # 没有商量"],
        ),
        ({("time_limits", "clock_starts"): "受理之日"}, ["  clock_starts:"], ["  clock_starts: 受理之日"]),
        (
            {("time_limits", "promised"): {"days": 15, "unit": "工作日"}},
            ["  promised: 10个工作日"],
            ["  promised:", "    days: 15", "    unit: 工作日"],
        ),
        ({("visits",): 1}, [], ["visits: 1"]),
        ({("result",): {"name": "批复", "delivery": ["窗口领取"]}}, [], ["result:", "  name: 批复", "  delivery: [窗口领取]"]),
        ({("type",): "公共服务"}, [], ["type: 公共服务"]),
    ],
)  # fmt: skip
def test_a_change_touches_its_own_lines(changes: dict, gone: list[str], come: list[str]) -> None:
    """Only the lines of the changed field change; comments, quotation marks and odd indentation stay."""
    assert changed(changes) == (gone, come)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {("name",): "公共土台搬迁", ("visits",): None},
        {("summary",): "土台挡了路，可以申请搬走。"},
        {("time_limits", "promised"): {"days": 10, "unit": "工作日"}, ("fee",): {"free": True}, ("agent",): True},
        {("materials", 1): {"material": "id-card", "copies": 1}},
        {("materials", 0, "notes"): "写明在哪里。\n\n再写明挡了谁。"},
    ],
)
@pytest.mark.parametrize("text", [EDITED, EDITED.replace("\n", "\r\n"), "\ufeff" + EDITED, EDITED.rstrip("\n")])
def test_what_says_the_same_changes_nothing(changes: dict, text: str) -> None:
    """A value that says what the file says already, in other words or another form, leaves every byte as it is."""
    assert with_changes(text, changes, Service) == text


def test_new_fields_are_called_as_those_beside_them() -> None:
    """In a file with Chinese names of fields, new ones have Chinese names, too."""
    text = "编号: a\n名称: 甲\n状态: {状态: 在办}\n"

    new = with_changes(text, {("result",): {"name": "批复", "delivery": ["邮寄"]}, ("visits",): 0}, Service)

    assert new == text + "办理结果:\n  名称: 批复\n  送达方式: [邮寄]\n到现场次数: 0\n"


def test_line_ends_of_windows_stay() -> None:
    """New lines end as the others do; a mark at the beginning of the file stays."""
    text = "\ufeff" + EDITED.replace("\n", "\r\n")

    new = with_changes(text, {("visits",): 1, ("summary",): "一\n二", ("conditions", 0): None}, Service)

    assert new.startswith("\ufeff#") and new.count("\n") == new.count("\r\n") == EDITED.count("\n") + 1 + 1 - 1


@pytest.mark.parametrize("path", sorted(path.relative_to(DEMO).as_posix() for path in DEMO.rglob("*.yml")))
def test_files_of_the_demo_stay_themselves(path: str) -> None:
    """Reading a file and stating all its fields again changes nothing."""
    text, model = (DEMO / path).read_text("utf-8"), model_of(path)

    fields = strict_yaml.read(text.encode()).value

    assert with_changes(text, {(key,): value for key, value in fields.items()}, model) == text


def test_a_new_file_is_in_the_order_of_the_model() -> None:
    """Names stand in one line, sentences below each other; quotation marks only where they are needed."""
    record = {
        "status": {"state": "在办"}, "name": "搬土台: 初审", "id": "ban-tutai", "aliases": ["挪土台", "a, b"],
        "conditions": ["挡了路", "# 有证"], "enquiry_phone": "12345", "agent": True, "visits": 0,
        "verified": date(2026, 11, 1), "summary": "第一段。\n\n  第二段。", "materials": [{"copies": 1, "name": "申请书"}],
    }  # fmt: skip

    assert as_yaml(record, Service) == (
        "# yaml-language-server: $schema=../../schemas/service.schema.json\n"
        'id: ban-tutai\nname: "搬土台: 初审"\nsummary: |-\n  第一段。\n\n    第二段。\naliases: [挪土台, "a, b"]\n'
        'status:\n  state: 在办\nconditions:\n  - 挡了路\n  - "# 有证"\n'
        "materials:\n  - name: 申请书\n    copies: 1\n"
        'enquiry_phone: "12345"\nvisits: 0\nagent: 是\nverified: 2026-11-01\n'
    )


def test_a_new_file_may_have_chinese_names() -> None:
    """Where a hall calls its fields by Chinese names, new files do, too."""
    record = {"id": "a", "name": "甲", "status": {"state": "在办"}}

    assert as_yaml(record, Service, "zh").splitlines()[1:] == ["编号: a", "名称: 甲", "状态:", "  状态: 在办"]


@pytest.mark.parametrize(
    ("model", "head"),
    [(Windows, "../schemas/windows"), (Site, "../schemas/site"), (Materials, "../schemas/materials")],
)
def test_the_schema_is_named_from_where_the_file_lies(model: type, head: str) -> None:
    """Editors find the schema of a file that stands in no folder of its own."""
    assert as_yaml({}, model).startswith(f"# yaml-language-server: $schema={head}.schema.json\n")


@pytest.mark.parametrize("text", ["id: [", "a: 1\na: 2\n", "- a\n", "", "id: x\n编号: x\n"])
def test_a_file_with_faults_is_not_changed(text: str) -> None:
    """What cannot be read cannot be kept."""
    with pytest.raises(Unwritable):
        with_changes(text, {("name",): "甲"}, Service)


def test_no_file_is_left_without_a_word() -> None:
    """A list that is the whole file may become empty, and says so; it cannot go."""
    text = "# 目录\nmaterials:\n  - id: a  # 甲\n    name: 甲\n"

    assert with_changes(text, {("materials",): []}, Materials) == "# 目录\n# 甲\nmaterials: []\n"
    with pytest.raises(Unwritable):
        with_changes(text, {("materials",): None}, Materials)


@pytest.mark.parametrize("value", ["甲\u202e乙", "甲\x00乙"])
def test_characters_that_no_file_may_hold_are_refused(value: str) -> None:
    """Neither a new file nor a changed one is made with a character that nobody sees."""
    with pytest.raises(Unwritable):
        as_yaml({"id": "a", "name": value}, Service)
    with pytest.raises(Unwritable):
        with_changes("id: a\nname: 甲\n", {("name",): value}, Service)


LINES = st.text(alphabet="甲乙：，。 a1:#-[]{}'\"\\|>&*!%@`?=~/\u3000\U0001f600", min_size=1, max_size=12).map(
    str.strip
)
TEXTS = st.lists(LINES, min_size=1, max_size=3).map("\n".join).map(str.strip).filter(bool)
WORDS = LINES.filter(bool)


@settings(deadline=None, max_examples=60)
@given(TEXTS, st.lists(WORDS, min_size=1, max_size=3), st.lists(TEXTS, min_size=1, max_size=3), WORDS)
def test_every_text_comes_back(summary: str, aliases: list[str], conditions: list[str], name: str) -> None:
    """Whatever a text is made of, it is read as it was written: in a new file, and in a changed one."""
    record = {"id": "a", "name": name, "summary": summary, "hangs_at": aliases, "conditions": conditions}

    assert strict_yaml.read(as_yaml(record, Service).encode()).value == record
    new = with_changes(EDITED, {(key,): value for key, value in record.items() if key != "name"}, Service)
    assert {key: strict_yaml.read(new.encode()).value[key] for key in ("summary", "conditions", "hangs_at")} == {
        "summary": summary, "conditions": conditions, "hangs_at": aliases,
    }  # fmt: skip
    assert all(comment in new for comment in ("# 会上定的", "# 明年取消", "# 没有商量", "# 下面是居民的叫法"))
