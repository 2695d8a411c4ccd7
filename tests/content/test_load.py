"""A content folder becomes records; whatever else lies in it becomes a problem with a place, and is not opened."""

import os
import threading
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from content_builder import HEADER, PERIOD, ROWS, SERVICE, SITE, TODAY, MakeContent, minimal_content

from generator.build.examine import examine
from generator.content import folder_files
from generator.content import load as load_module
from generator.content.load import PARALLEL_FROM, Loaded, load, place_problem
from generator.content.parsed_records import ParsedRecords
from generator.model import Place, RecordKey
from generator.texts.checks import MESSAGES

INDICATOR = """\
indicators:
  - id: a
    name: 有占位
    check: 有占位没有填
    kind: 扣分
    points: 2
    source: {title: 检查表}
"""
ROW = "XG-0003,linshi-jiuzhu,,2026-07-01,2026-07-15,2026-07-13,办结,,\n"
SYMLINK = "这是一个符号链接（快捷方式），内容文件夹里不能有。请换成文件本身。"
NOT_REGULAR = "这不是普通文件（可能是管道或设备），没有打开它。请移出内容文件夹。"
REQUIRED = "缺少这个文件，网站和海报都需要它。可运行 gongshi init 得到样例。"
UNEXPECTED = "不认识这个文件，已忽略，不会发布。"
FOLDER = "内容文件夹里不认识这个子文件夹，已忽略，不会发布。"
YAML_ENDING = "文件名应以小写的 .yml 结尾，否则不会被读取。请改名。"


def lines(loaded: Loaded) -> list[str]:
    return [str(problem) for problem in loaded.problems]


def parts(loaded: Loaded) -> dict[str, Any]:
    """The fields of the dataset; datasets themselves are compared by identity."""
    assert loaded.dataset is not None
    return {item.name: getattr(loaded.dataset, item.name) for item in fields(loaded.dataset)}


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files that are opened for reading during the test."""
    names: list[str] = []
    original = Path.open

    def spy(self: Path, mode: str = "r", *arguments: Any, **options: Any) -> Any:
        if mode.startswith("r"):
            names.append(self.name)
        return original(self, mode, *arguments, **options)

    monkeypatch.setattr(Path, "open", spy)
    return names


# --- sound content ---------------------------------------------------------------------------------------------------


def test_minimal_content_has_no_problems(make_content: MakeContent) -> None:
    """The folder that other tests start from is sound in every respect."""
    examined = examine(make_content(), TODAY)
    assert examined.dataset is not None
    assert examined.problems == ()
    assert examined.incomplete == frozenset()


def test_records_are_read_by_id(make_content: MakeContent) -> None:
    """Mappings go from id to record; lists keep the order of the file; rows know their line."""
    dataset = load(make_content()).dataset
    assert dataset is not None
    assert dataset.site.hall.name == "虚谷镇便民服务大厅"
    assert [window.id for window in dataset.windows] == ["minzheng"]
    assert [functions.name for functions in dataset.functions] == ["民政救济"]
    assert list(dataset.materials) == ["id-card"]
    assert list(dataset.services) == ["linshi-jiuzhu"]
    assert list(dataset.regulations) == sorted(dataset.regulations)
    assert len(dataset.regulations) == 9
    assert list(dataset.notices) == ["dibao-2026-11"]
    (results,) = dataset.results.values()
    assert results.period.title == "2026年第三季度办理结果"
    assert [(entry.line, entry.row.receipt) for entry in results.entries] == [(2, "XG-0001"), (3, "XG-0002")]
    assert results.entries[1].row.applicant is None


def test_reading_changes_nothing(make_content: MakeContent) -> None:
    """The content folder is the clerk's: nothing in it is written, added or removed."""
    folder = make_content()
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    load(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


# --- what is not a regular file --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["services/pipe.yml", "results/2026-Q2.csv", "pages/pipe.md", "pipe"])
def test_pipe_is_reported_and_never_opened(make_content: MakeContent, opened: list[str], name: str) -> None:
    """A named pipe would block its reader for ever; it is not touched."""
    folder = make_content()
    os.mkfifo(folder / name)
    finished: list[Loaded] = []
    thread = threading.Thread(target=lambda: finished.append(load(folder)), daemon=True)
    thread.start()
    thread.join(10)
    assert finished, "load hangs on a pipe"
    assert lines(finished[0]) == [f"content/{name}:1:1 [file/not-regular] {NOT_REGULAR}"]
    assert Path(name).name not in opened


def test_pipe_in_place_of_a_required_file_is_reported(make_content: MakeContent) -> None:
    """A pipe called site.yml is no site.yml."""
    folder = make_content({"site.yml": None})
    os.mkfifo(folder / "site.yml")
    loaded = load(folder)
    assert loaded.dataset is None
    assert lines(loaded) == [
        f"content/site.yml:1:1 [file/not-regular] {NOT_REGULAR}",
        f"content/site.yml:1:1 [file/required] {REQUIRED}",
    ]


@pytest.mark.parametrize("name", ["services/geheim.yml", "pages/geheim.md", "pages/sub/geheim.png", "geheim.txt"])
def test_link_to_a_file_is_reported_and_never_opened(
    make_content: MakeContent, opened: list[str], tmp_path: Path, name: str
) -> None:
    """A link could carry any file of this computer to the website; MkDocs would follow it, so pages are walked too."""
    (tmp_path / "secret").write_text(SERVICE.replace("linshi-jiuzhu", "geheim"), "utf-8")
    folder = make_content()
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).symlink_to(tmp_path / "secret")
    loaded = load(folder)
    assert lines(loaded) == [f"content/{name}:1:1 [file/symlink] {SYMLINK}"]
    assert loaded.dataset is not None
    assert list(loaded.dataset.services) == ["linshi-jiuzhu"]
    assert not {"secret", Path(name).name} & set(opened)


@pytest.mark.parametrize("name", ["services", "pages/sub", "elsewhere"])
def test_link_to_a_folder_is_reported_and_not_followed(make_content: MakeContent, tmp_path: Path, name: str) -> None:
    """No folder outside the content folder is listed, not even under a name that the program knows."""
    changes: dict[str, str | None] = {"services/linshi-jiuzhu.yml": None} if name == "services" else {}
    folder = make_content(changes)
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "secret.yml").write_text("name: x\n", "utf-8")
    (folder / name).symlink_to(tmp_path / "outside", target_is_directory=True)
    loaded = load(folder)
    assert lines(loaded) == [f"content/{name}:1:1 [file/symlink] {SYMLINK}"]


def test_broken_and_circular_links_are_reported(make_content: MakeContent) -> None:
    """A link that leads nowhere, or to itself, is a link."""
    folder = make_content()
    (folder / "services" / "a.yml").symlink_to("nowhere.yml")
    (folder / "services" / "b.yml").symlink_to("b.yml")
    assert lines(load(folder)) == [
        f"content/services/a.yml:1:1 [file/symlink] {SYMLINK}",
        f"content/services/b.yml:1:1 [file/symlink] {SYMLINK}",
    ]


def test_folder_in_place_of_a_file_is_reported(make_content: MakeContent) -> None:
    """A folder with the name of a file is not entered, and the file is missing."""
    folder = make_content({"site.yml": None, "site.yml/a.yml": "a: b\n", "services/b.yml/c.yml": "c: d\n"})
    loaded = load(folder)
    assert loaded.dataset is None
    assert lines(loaded) == [
        f"content/services/b.yml:1:1 [file/folder] {FOLDER}",
        f"content/site.yml:1:1 [file/folder] {FOLDER}",
        f"content/site.yml:1:1 [file/required] {REQUIRED}",
    ]


def test_file_in_place_of_a_folder_is_reported(make_content: MakeContent) -> None:
    """A file called notices holds no notices."""
    loaded = load(make_content({"notices/dibao-2026-11.yml": None, "notices": "x"}))
    assert lines(loaded) == [f"content/notices:1:1 [file/unexpected] {UNEXPECTED}"]


def test_file_that_cannot_be_opened_is_reported(make_content: MakeContent, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that another program holds is one problem; the rest is read."""
    folder = make_content()
    original = Path.open

    def refuse(self: Path, *arguments: Any, **options: Any) -> Any:
        if self.name == "linshi-jiuzhu.yml":
            raise PermissionError(13, "Permission denied", str(self))
        return original(self, *arguments, **options)

    monkeypatch.setattr(Path, "open", refuse)
    loaded = load(folder)
    assert lines(loaded) == [
        "content/services/linshi-jiuzhu.yml:1:1 [file/unreadable] 文件或文件夹打不开（没有权限，或者被别的程序打开着）。请检查权限。"
    ]
    assert loaded.dataset is not None
    assert RecordKey("services", "linshi-jiuzhu") in loaded.dataset.broken


def test_folder_that_cannot_be_listed_is_reported(make_content: MakeContent, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without permission is one problem; the rest is read."""
    folder = make_content()
    original = os.scandir

    def refuse(path: Any) -> Any:
        if Path(path).name == "notices":
            raise PermissionError(13, "Permission denied", str(path))
        return original(path)

    monkeypatch.setattr(os, "scandir", refuse)
    assert lines(load(folder)) == [
        "content/notices/:1:1 [file/unreadable] 文件或文件夹打不开（没有权限，或者被别的程序打开着）。请检查权限。"
    ]


def test_missing_folder_is_reported(tmp_path: Path) -> None:
    """A content folder that is not there lacks its three required files."""
    assert [problem.rule for problem in load(tmp_path / "content").problems] == [
        "file/unreadable",
        "file/required",
        "file/required",
        "file/required",
    ]


# --- names -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["site.yml", "windows.yml", "materials.yml"])
def test_required_file_is_asked_for(make_content: MakeContent, name: str) -> None:
    """Without site, windows or materials there is no dataset."""
    loaded = load(make_content({name: None}))
    assert loaded.dataset is None
    assert lines(loaded) == [f"content/{name}:1:1 [file/required] {REQUIRED}"]


@pytest.mark.parametrize("name", ["services/a.yaml", "services/a.YML", "services/a.Yml", "site.YAML"])
def test_other_ending_of_yaml_is_an_error(make_content: MakeContent, opened: list[str], name: str) -> None:
    """A record that would silently not appear on the website stops publication."""
    assert lines(load(make_content({name: "id: [\n"}))) == [f"content/{name}:1:1 [file/yaml-ending] {YAML_ENDING}"]
    assert Path(name).name not in opened


@pytest.mark.parametrize(
    "name",
    ["ledger.docx", "services/名单.docx", "services/~$名单.docx", "other.yml", "results/2026-Q3.docx"],
)
def test_unknown_file_is_reported_and_not_read(make_content: MakeContent, opened: list[str], name: str) -> None:
    """What lies in the content folder and is no content is mentioned and stays where it is."""
    loaded = load(make_content({name: "110101199003071234"}))
    assert lines(loaded) == [f"content/{name}:1:1 [file/unexpected] {UNEXPECTED}"]
    assert [problem.severity for problem in loaded.problems] == ["reminder"]
    assert Path(name).name not in opened


def test_unknown_folder_is_reported_and_not_entered(make_content: MakeContent) -> None:
    """A folder that the program does not know is mentioned once, whatever is in it."""
    loaded = load(make_content({"archive/a.yml": "a: b\n", "services/old/b.yml": "c: d\n"}))
    assert lines(loaded) == [
        f"content/archive:1:1 [file/folder] {FOLDER}",
        f"content/services/old:1:1 [file/folder] {FOLDER}",
    ]


def test_hidden_files_and_prose_are_left_alone(make_content: MakeContent) -> None:
    """What the system or an editor hides, and what MkDocs reads, is not reported."""
    hidden = {
        ".DS_Store": "x",
        "services/.gitkeep": "",
        ".git/config": "x",
        "pages/img/a.png": "x",
        "pages/form.pdf": "x",
        "Thumbs.db": "x",
        "services/desktop.ini": "x",
        "pages/img/Thumbs.db": "x",
    }
    assert lines(load(make_content(hidden))) == []


def test_file_name_must_be_the_id(make_content: MakeContent) -> None:
    """A record under another name than its own is not used."""
    loaded = load(make_content({"services/linshi.yml": "# 说明\n" + SERVICE}))
    assert lines(loaded) == [
        "content/services/linshi.yml:2:5 [file/copy] 这像是 services/linshi-jiuzhu.yml 的副本，里面的 id 还是 linshi-jiuzhu。"
        "不要的请删去；要写一件新的，请给文件起新名字，id 改成和新文件名一样。"
    ]
    assert loaded.dataset is not None
    assert list(loaded.dataset.services) == ["linshi-jiuzhu"]


def test_renamed_file_is_to_be_named_back(make_content: MakeContent) -> None:
    """Where the id has no file of its own, the file was renamed."""
    text = SERVICE.replace("id: linshi-jiuzhu", "id: daxing-jiuzhu")
    assert lines(load(make_content({"services/linshi.yml": text}))) == [
        "content/services/linshi.yml:1:5 [file/name-is-id] "
        "id 与文件名不一致。请把文件改名为 daxing-jiuzhu.yml，或修改 id。"
    ]


# --- one record ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "1:1 [file/empty] 文件是空的。可运行 gongshi new 生成一份带说明的样例。"),
        ("# 待写\n", "1:1 [file/empty] 文件是空的。可运行 gongshi new 生成一份带说明的样例。"),
        (
            "临时救助\n",
            "1:1 [file/no-fields] 应当是“字段: 内容”的形式，冒号用英文冒号，后面空一格。请写：name: 事项名称",
        ),
        (
            "- id: linshi-jiuzhu\n",
            "1:1 [file/no-fields] 应当是“字段: 内容”的形式，冒号用英文冒号，后面空一格。请写：name: 事项名称",
        ),
        (
            SERVICE.replace("name: 临时救助\n", "name：临时救助\n"),
            "2:5 [yaml/full-width-colon] 这里用了中文冒号“：”，应当用英文冒号加一个空格。请写：name: 临时救助",
        ),
        (
            SERVICE.replace("  state: 在办", "\tstate: 在办"),
            "8:1 [yaml/tab] 缩进里有 Tab，请改成空格（每级两个）。请写：state: 在办",
        ),
        (SERVICE + "name: 救急\n", "44:1 [yaml/duplicate-key] 字段 name 写了两次，请只留一个。"),
        (SERVICE.replace("[个人]", "[个人"), "9:11 [yaml/open-bracket] 方括号没有成对，末尾少一个“]”。请写：audience: [个人]"),
        (
            SERVICE.replace("救助申请书", "救助申请书\n  -"),
            "24:4 [yaml/empty-item] 列表里有一项是空的。请写上内容，或删去这个“-”。",
        ),
        (
            SERVICE.replace("days: 10", "days: 十天"),
            "32:11 [field/whole-number] “天数”应为整数，实际为“十天”。用阿拉伯数字，前面不补零。请写：days: 10",
        ),
        (SERVICE.replace("copies: 1", "copys: 1"), "22:5 [field/unknown] 没有 copys 这个字段。是不是想写：copies？"),
        (SERVICE.replace("  state: 在办\n", "  since: 2026-01-01\n"),
         "8:3 [field/missing] 缺少必填项“状态”。在办、暂停、取消或更名。请写：state: 内容"),
        (SERVICE.replace("name: 临时救助\n", "name:\n"), "2:6 [field/missing] 缺少必填项“事项名称”。请写：name: 内容"),
        (
            SERVICE.replace("在办", "&a 在办") + "place: *a\n",
            "8:10 [yaml/anchor] 不支持 &锚点。& 开头的文字请加引号。",
        ),
    ],
)  # fmt: skip
def test_broken_record_is_reported_at_its_place(make_content: MakeContent, text: str, expected: str) -> None:
    """One mistake in one file is one line with its place; the file is not used, the others are."""
    loaded = load(make_content({"services/linshi-jiuzhu.yml": text}))
    assert lines(loaded)[0] == f"content/services/linshi-jiuzhu.yml:{expected}"
    assert loaded.dataset is not None
    assert loaded.dataset.services == {}
    assert RecordKey("services", "linshi-jiuzhu") in loaded.dataset.broken


def test_broken_record_is_not_reported_a_second_time_where_it_is_named(make_content: MakeContent) -> None:
    """One mistake is one line: references to a file that could not be read are not reported."""
    examined = examine(make_content({"services/linshi-jiuzhu.yml": "id: linshi-jiuzhu\nid: x\n"}), TODAY)
    assert [problem.rule for problem in examined.problems] == ["yaml/duplicate-key"]


def test_all_problems_of_a_file_come_in_one_run(make_content: MakeContent) -> None:
    """Problems of one file stand in the order of its lines, each at its value."""
    text = SERVICE.replace("copies: 1", "copies: 一").replace("在办", "停办").replace("type: 行政给付", "type: 给付")
    assert [line.split("]")[0] for line in lines(load(make_content({"services/linshi-jiuzhu.yml": text})))] == [
        "content/services/linshi-jiuzhu.yml:5:7 [field/choice",
        "content/services/linshi-jiuzhu.yml:8:10 [field/choice",
        "content/services/linshi-jiuzhu.yml:22:13 [field/whole-number",
    ]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (SERVICE.encode("gbk"), "2:1 [file/encoding] 文件不是 UTF-8 编码，看起来是GBK（ANSI）。"),
        (SERVICE.encode("utf-16"), "1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是UTF-16（Unicode）。"),
        (b"PK\x03\x04\xff\xff\x00", "1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是二进制数据。"),
        (
            SERVICE.encode() + b"\x00",
            "44:1 [file/control-character] 这里有一个看不见的字符（U+0000），会改变或遮住读到的内容。请把前后的字一起删掉，重新输入。",
        ),
        (b"#" * 1_000_001, "1:1 [file/too-large] 文件超过 1 MB，没有读取。请检查是不是放错了文件。"),
    ],
    ids=["gbk", "utf-16", "binary", "nul", "too large"],
)
def test_file_that_is_no_utf8_text_is_reported(make_content: MakeContent, data: bytes, expected: str) -> None:
    """Bytes that are no UTF-8 text, and files out of proportion, get the message that helps."""
    folder = make_content()
    (folder / "services" / "linshi-jiuzhu.yml").write_bytes(data)
    (line,) = lines(load(folder))
    assert line.startswith(f"content/services/linshi-jiuzhu.yml:{expected}")


def test_file_as_notepad_writes_it_is_read(make_content: MakeContent) -> None:
    """A byte order mark and Windows line ends change nothing."""
    plain = load(make_content())
    folder = make_content()
    for path in folder.rglob("*.*"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    loaded = load(folder)
    assert lines(loaded) == []
    assert parts(loaded) == parts(plain)


# --- rows of results -------------------------------------------------------------------------------------------------

CSV = "content/results/2026-Q3.csv"
HEADER_MESSAGE = f"[results/header] 第一行应当是这些列名，次序相同。请写：{HEADER}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", [f"1:1 {HEADER_MESSAGE}"]),
        (ROW, [f"1:1 {HEADER_MESSAGE}"]),
        (ROWS.replace("事项,申请人", "申请人,事项"), [f"1:1 {HEADER_MESSAGE}"]),
        (ROWS.replace(",延期原因", ""), [f"1:1 {HEADER_MESSAGE}"]),
        (ROWS.replace("延期原因", "延期原因,身份证号"), [f"1:1 {HEADER_MESSAGE}"]),
        (ROWS.replace(",", "\t"), [f"1:1 {HEADER_MESSAGE}"]),
        (ROWS.replace(",", ";"), [f"1:1 {HEADER_MESSAGE}"]),
        (ROWS + "XG-0003,linshi-jiuzhu\n", ["4:1 [results/cells] 这一行有 2 格，应为 9 格。"]),
        (ROWS + ROW.strip() + ",多\n", ["4:1 [results/cells] 这一行有 10 格，应为 9 格。"]),
        (
            ROWS + ROW.replace(",,2026-07-01", ',"=HYPERLINK(""http://x"",""y"")",2026-07-01'),
            ["4:3 [results/formula] “申请人”以 = + - @ 开头，电子表格会当成公式执行。请去掉。"],
        ),
        (
            ROWS + ROW.replace("XG", " @XG").replace(",,\n", ",-1,+1\n"),
            [
                "4:1 [results/formula] “收件编号”以 = + - @ 开头，电子表格会当成公式执行。请去掉。",
                "4:8 [results/formula] “延期天数”以 = + - @ 开头，电子表格会当成公式执行。请去掉。",
                "4:9 [results/formula] “延期原因”以 = + - @ 开头，电子表格会当成公式执行。请去掉。",
            ],
        ),
        (ROWS + '"XG-0003,linshi-jiuzhu\n', ["4:1 [results/csv] 引号没有成对，这一行读不出来。"]),
        (ROWS + '"XG"0003,linshi-jiuzhu\n', ["4:1 [results/csv] 引号没有成对，这一行读不出来。"]),
        (
            ROWS + ROW.replace("2026-07-13", "2026/7/13"),
            ["4:6 [field/date] “办结日期”应为存在的日期，实际为“2026/7/13”。请写：办结日期: 2026-07-13"],
        ),
        (
            ROWS + ROW.replace("办结", "已办"),
            ["4:7 [field/choice] “办理结果”只能是：办结、不予批准、撤回、在办；实际为“已办”。请写：办理结果: 办结"],
        ),
        (ROWS + ROW.replace("XG-0003", ""), ["4:1 [field/missing] 缺少必填项“收件编号”。请写：收件编号: 内容"]),
        (
            ROWS + ROW.replace("linshi-jiuzhu", "临时救助"),
            ["4:2 [field/id] “事项”只能用小写英文字母、数字和连字符，实际为“临时救助”。请写：事项: linshi-jiuzhu"],
        ),
        (
            ROWS + ROW.replace(",,\n", ",十,\n") + ROW.replace(",,\n", ",0,\n"),
            [
                "4:8 [field/whole-number] “延期天数”应为整数，实际为“十”。用阿拉伯数字，前面不补零。请写：延期天数: 10",
                "5:8 [field/too-small] “延期天数”不能小于 1，实际为“0”。",
            ],
        ),
    ],
    ids=["empty", "no header", "columns swapped", "column missing", "column too many", "tabs", "semicolons",
         "short row", "long row", "formula", "formulas", "open quote", "quote inside", "date", "outcome", "no receipt",
         "service name", "days"],
)  # fmt: skip
def test_wrong_rows_are_reported_by_line_and_cell(make_content: MakeContent, text: str, expected: list[str]) -> None:
    """Header, number of cells, formulas, quotes and values are checked; the column counts cells."""
    assert lines(load(make_content({"results/2026-Q3.csv": text}))) == [f"{CSV}:{line}" for line in expected]


def test_sound_rows_beside_wrong_ones_are_kept(make_content: MakeContent) -> None:
    """One wrong row does not hide the others."""
    text = ROWS.replace(",在办,", ",正在办,") + ROW
    dataset = load(make_content({"results/2026-Q3.csv": text})).dataset
    assert dataset is not None
    entries = dataset.results["2026-Q3"].entries
    assert [(entry.line, entry.row.receipt) for entry in entries] == [(2, "XG-0001"), (4, "XG-0003")]


def test_quoted_cells_are_read(make_content: MakeContent) -> None:
    """Commas and quotes inside quotes belong to the cell."""
    text = ROWS + ROW.replace(",,\n", ',5,"材料多，要""核实"",请等"\n')
    loaded = load(make_content({"results/2026-Q3.csv": text}))
    assert lines(loaded) == []
    assert loaded.dataset is not None
    assert loaded.dataset.results["2026-Q3"].entries[2].row.extension_reason == '材料多，要"核实",请等'


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (ROWS.encode("gbk"), "1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是GBK（ANSI）。"),
        (ROWS.encode("utf-16"), "1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是UTF-16（Unicode）。"),
        (
            ROWS.encode() + b"\x00\n",
            "4:1 [file/control-character] 这里有一个看不见的字符（U+0000），会改变或遮住读到的内容。请把前后的字一起删掉，重新输入。",
        ),
    ],
    ids=["gbk", "utf-16", "nul"],
)
def test_rows_that_are_no_utf8_text_are_reported(make_content: MakeContent, data: bytes, expected: str) -> None:
    """Excel's plain CSV is GBK; the message says how to save it."""
    folder = make_content()
    (folder / "results" / "2026-Q3.csv").write_bytes(data)
    (line,) = lines(load(folder))
    assert line.startswith(f"{CSV}:{expected}")


def test_rows_over_the_limit_are_not_read(make_content: MakeContent, monkeypatch: pytest.MonkeyPatch) -> None:
    """A CSV file may be larger than a record, but not boundless."""
    folder = make_content()
    monkeypatch.setattr(folder_files, "MAX_CSV_BYTES", len(ROWS.encode()))
    assert lines(load(folder)) == []
    monkeypatch.setattr(folder_files, "MAX_CSV_BYTES", len(ROWS.encode()) - 1)
    assert [problem.rule for problem in load(folder).problems] == ["file/too-large"]


@pytest.mark.parametrize(
    ("gone", "left"), [("results/2026-Q3.csv", "results/2026-Q3.yml"), ("results/2026-Q3.yml", "results/2026-Q3.csv")]
)
def test_description_and_rows_need_each_other(make_content: MakeContent, gone: str, left: str) -> None:
    """A period without rows, or rows without a period, lack their partner."""
    assert lines(load(make_content({gone: None}))) == [
        f"content/{left}:1:1 [results/partner] 缺少同名的另一个文件 {gone}。"
    ]


def test_period_must_be_a_period(make_content: MakeContent) -> None:
    """A wrong period is shown the right ones."""
    changes = {"results/2026-Q3.yml": PERIOD.replace("2026-Q3", "2026-Q5")}
    assert lines(load(make_content(changes))) == [
        "content/results/2026-Q3.yml:1:5 [field/other] “期次”的内容不符合要求，实际为“2026-Q5”。"
        "2026、2026-H1、2026-Q3 或 2026-09，与文件名相同。"
    ]


# --- places ----------------------------------------------------------------------------------------------------------


def test_findings_are_placed_in_files(make_content: MakeContent) -> None:
    """A finding about records gets line and column from the file, from the row of a CSV file, or the start."""
    folder = make_content()
    window = place_problem(folder, "service/basis", Place("services/linshi-jiuzhu.yml", ("window",)), {})
    assert (window.path, window.line, window.column) == ("content/services/linshi-jiuzhu.yml", 11, 9)
    row = place_problem(folder, "results/receipt", Place("results/2026-Q3.csv", (7, 1)), {})
    assert (row.path, row.line, row.column) == (CSV, 7, 1)
    for gone in ("services/gone.yml", "regulations/"):
        problem = place_problem(folder, "service/basis", Place(gone, ("window",)), {})
        assert (problem.path, problem.line, problem.column) == (f"content/{gone}", 1, 1)


def test_two_processes_read_the_same_as_one(make_content: MakeContent) -> None:
    """Reading in parallel changes neither the records nor the problems nor their order."""
    changes: dict[str, str | None] = {}
    for number in range(PARALLEL_FROM + 20):
        text = SERVICE.replace("linshi-jiuzhu", f"s{number}").replace("临时救助\n", f"救助{number}\n", 1)
        changes[f"services/s{number}.yml"] = text if number % 7 else text.replace("copies: 1", "copies: 一")
    folder = make_content(changes)
    serial, parallel = load(folder), load(folder, workers=2)
    assert serial.problems == parallel.problems
    assert parts(serial) == parts(parallel)
    broken = len(range(0, PARALLEL_FROM + 20, 7))
    assert len(serial.problems) == broken
    assert serial.dataset is not None
    assert len(serial.dataset.services) == PARALLEL_FROM + 20 + 1 - broken


def test_what_two_processes_read_is_known_as_what_one_reads(make_content: MakeContent) -> None:
    """The values that are kept for later loads do not depend on who read them, and make the same records."""
    names = (f"s{number}" for number in range(PARALLEL_FROM + 20))
    files = {f"services/{name}.yml": f"id: {name}\nname: 救助\nstatus:\n  state: 在办\n" for name in names}
    folder = make_content(files)
    alone, together = ParsedRecords(), ParsedRecords()
    first, _ = load(folder, known=alone), load(folder, workers=2, known=together)
    assert (len(alone.texts), alone.texts) == (
        len(first.digests) - 2 + 1,
        together.texts,
    )  # the tables; the changes of the program
    assert parts(load(folder, known=ParsedRecords(together.texts))) == parts(first)


def test_hundreds_of_mistakes_in_one_file_are_placed_quickly(make_content: MakeContent) -> None:
    """A file is not read again for each of its mistakes."""
    reads: list[int] = []
    original = load_module.strict_yaml.read

    def counted(data: bytes, with_marks: bool = False) -> Any:
        reads.append(len(data))
        return original(data, with_marks)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load_module.strict_yaml, "read", counted)
        loaded = load(make_content({"site.yml": SITE + "".join(f"k{n}: x\n" for n in range(500))}))
    assert len(loaded.problems) == 500
    assert len(reads) <= len(minimal_content()) + 2


# --- every rule ------------------------------------------------------------------------------------------------------

SERVICE_FILE = "services/linshi-jiuzhu.yml"
ROWS_FILE = "results/2026-Q3.csv"
EXAMPLES: dict[str, tuple[str, str | None]] = {
    "field/year": ("holidays.yml", "years:\n  - year: 明年\n    source: 通知\n    holidays: []\n"),
    "file/required": ("site.yml", None),
    "file/folder": ("archive/a.yml", "a: b"),
    "file/unexpected": ("a.txt", "a"),
    "file/register": ("a.xlsx", "a"),
    "file/yaml-ending": ("services/a.yaml", "a: b"),
    "file/too-large": (SERVICE_FILE, "#" * 1_000_001),
    "file/control-character": (SERVICE_FILE, "\x00"),
    "file/empty": (SERVICE_FILE, ""),
    "file/no-fields": (SERVICE_FILE, "a"),
    "file/name-is-id": ("services/a.yml", SERVICE.replace("id: linshi-jiuzhu", "id: b")),
    "file/copy": ("services/a.yml", SERVICE),
    "yaml/syntax": (SERVICE_FILE, "a: {"),
    "yaml/no-space": (SERVICE_FILE, "a: b\nc:d\ne: f\n"),
    "yaml/no-colon": (SERVICE_FILE, "a: 1\nname 内容\n"),
    "yaml/no-space-after-dash": (SERVICE_FILE, "a:\n  - b: c\n  -d: e\n"),
    "yaml/open-quote": (SERVICE_FILE, 'a: "b”\nc: d\n'),
    "yaml/open-bracket": (SERVICE_FILE, "a: [b\nc: d\n"),
    "yaml/quoted-part": (SERVICE_FILE, "a: 'b'c\n"),
    "yaml/second-colon": (SERVICE_FILE, "a: b: c\n"),
    "yaml/indent": (SERVICE_FILE, "a:\n  b: c\n   d: e\n"),
    "yaml/broken-line": (SERVICE_FILE, "a: b\nc\nd: e\n"),
    "yaml/pasted-text": (SERVICE_FILE, "a:\nb\nc\nd: e\n"),
    "yaml/cut-at-hash": (SERVICE_FILE, "a: b #c\n"),
    "yaml/full-width-comma": (SERVICE_FILE, "a: [b，c]\n"),
    "yaml/full-width-colon": (SERVICE_FILE, "a: b\nc：d\n"),
    "yaml/tab": (SERVICE_FILE, "a:\n\tb: c\n"),
    "yaml/duplicate-key": (SERVICE_FILE, "a: b\na: c\n"),
    "yaml/alias": (SERVICE_FILE, "a: *b"),
    "yaml/anchor": (SERVICE_FILE, "a: &b c"),
    "yaml/tag": (SERVICE_FILE, "a: !b c"),
    "yaml/second-document": (SERVICE_FILE, "a: b\n---\n"),
    "yaml/complex-key": (SERVICE_FILE, "? [a]\n: b\n"),
    "yaml/too-deep": (SERVICE_FILE, "[" * 33),
    "yaml/empty-item": (SERVICE_FILE, "a:\n  -\n"),
    "field/unknown": (SERVICE_FILE, SERVICE + "a: b\n"),
    "field/missing": (SERVICE_FILE, "id: linshi-jiuzhu\n"),
    "field/whole-number": (SERVICE_FILE, SERVICE.replace("visits: 1", "visits: 一")),
    "field/too-small": (SERVICE_FILE, SERVICE.replace("days: 10", "days: 0")),
    "field/too-large": (SERVICE_FILE, SERVICE.replace("visits: 1", "visits: 100001")),
    "field/date": (SERVICE_FILE, SERVICE.replace("2026-10-01", "2026-10-00")),
    "field/web-address": (SERVICE_FILE, SERVICE + "online:\n  - {name: 网站, url: dating.example}\n"),
    "field/site-code": ("site.yml", SITE + "government_site: {code: '123'}\n"),
    "field/host": ("site.yml", SITE + "channels:\n  embed: {hosts: [https://county.example/]}\n"),
    "field/folder-address": ("site.yml", SITE + "channels:\n  embed: {files: 'https://county.example/up?a=1'}\n"),
    "field/page-pattern": ("site.yml", SITE + "channels:\n  embed: {link: https://county.example/col/}\n"),
    "field/icp-number": ("site.yml", SITE + "government_site: {icp: 00000000号}\n"),
    "field/police-number": ("site.yml", SITE + "government_site: {police: 某公网安备0000号}\n"),
    "field/metres": ("site.yml", SITE + "posters:\n  guide: {distance: 1米}\n"),
    "field/points": ("inspection.yml", INDICATOR.replace("points: 2", "points: 两分")),
    "field/indicator": ("inspection.yml", INDICATOR.replace("    points: 2\n", "")),
    "field/yes-no": (SERVICE_FILE, SERVICE.replace("agent: 是", "agent: yes")),
    "field/choice": (SERVICE_FILE, SERVICE.replace("在办", "停办")),
    "field/text": (SERVICE_FILE, SERVICE + "place: [一楼]\n"),
    "field/several": ("site.yml", SITE.replace("most_used: [", "most_used: [x、")),
    "field/list": (SERVICE_FILE, SERVICE.replace("[个人]", "个人")),
    "field/mapping": (SERVICE_FILE, SERVICE + "item_codes: 1\n"),
    "field/empty": (SERVICE_FILE, SERVICE + "place: ''\n"),
    "field/empty-list": ("windows.yml", "windows: []\n"),
    "field/too-long": (SERVICE_FILE, SERVICE + f"place: {'楼' * 201}\n"),
    "field/one-line": (SERVICE_FILE, SERVICE + "place: |\n  一楼\n  二楼\n"),
    "field/id": (SERVICE_FILE, SERVICE.replace("id: linshi-jiuzhu", "id: 临时救助")),
    "field/repeated-id": ("materials.yml", "materials:\n  - {id: a, name: 一}\n  - {id: a, name: 二}\n"),
    "field/other": (SERVICE_FILE, SERVICE.replace("visits: 1", "visits: [1]")),
    "results/header": (ROWS_FILE, ROW),
    "results/csv": (ROWS_FILE, ROWS + '"'),
    "results/cells": (ROWS_FILE, ROWS + "a,b\n"),
    "results/formula": (ROWS_FILE, ROWS + ROW.replace("XG-0003", "=1")),
    "results/partner": (ROWS_FILE, None),
}
ELSEWHERE = {"file/symlink", "file/not-regular", "file/unreadable", "file/encoding"}
"""Rules whose examples are no texts; they have their own tests above."""
READING = {
    rule
    for rule in MESSAGES
    if rule.startswith(("file/", "yaml/", "field/"))
    or rule in {f"results/{name}" for name in ("header", "csv", "cells", "formula", "partner")}
}


def test_repeated_id_has_the_line_of_the_second(make_content: MakeContent) -> None:
    """Not the first line of the list; whatever the fields are called."""
    texts = {
        "windows.yml": "windows:\n  - id: minzheng\n    name: 民政救济\n  - id: minzheng\n    name: 社保\n",
        "materials.yml": "材料:\n  - 编号: id-card\n    名称: 居民身份证\n  - 名称: 照片\n    编号: id-card\n",
    }
    told = [line for line in lines(load(make_content(texts))) if "[field/repeated-id]" in line]
    assert [line.partition(" ")[0] for line in told] == ["content/materials.yml:5:9", "content/windows.yml:4:9"]


@pytest.mark.parametrize("rule", sorted(READING - ELSEWHERE))
def test_every_rule_about_reading_has_an_example(make_content: MakeContent, rule: str) -> None:
    """Each message about files, YAML, single values and rows can be produced; a new rule needs an example here."""
    path, text = EXAMPLES[rule]
    assert rule in {problem.rule for problem in load(make_content({path: text})).problems}


def test_examples_are_of_rules_that_exist() -> None:
    """A rule that was renamed or removed leaves no example behind."""
    assert set(EXAMPLES) | ELSEWHERE == READING


# --- waivers ---------------------------------------------------------------------------------------------------------


def test_translations_may_be_missing_or_given(make_content: MakeContent) -> None:
    """translations.yml is optional; a language that cannot be set is told with those that can."""
    text = "文字: {language}\n译文:\n  - 原文: 民政救济\n    译文: Civil Affairs\n"

    assert parts(load(make_content({})))["translations"] is None
    loaded = load(make_content({"translations.yml": text.format(language="英文")}))
    assert loaded.problems == () and parts(loaded)["translations"].texts[0].says == "Civil Affairs"
    (problem,) = lines(load(make_content({"translations.yml": text.format(language="蒙古文")})))
    assert problem.startswith("content/translations.yml:1:5 [field/") and "维吾尔文" in problem


def test_waivers_may_be_missing_or_given(make_content: MakeContent) -> None:
    """waivers.yml is optional; what it says is read, and what is wrong with it is reported like anything else."""
    text = "waivers:\n  - path: pages/about.md\n    kind: mobile\n    hash: {hash}\n    reason: 本人同意\n    until: 2027-01-01\n"

    assert parts(load(make_content({})))["waivers"] == ()
    loaded = load(make_content({"waivers.yml": text.format(hash="a" * 32)}))
    assert (loaded.problems, [item.path for item in parts(loaded)["waivers"]]) == ((), ["pages/about.md"])
    assert [line[:33] for line in lines(load(make_content({"waivers.yml": text.format(hash="x")})))] == [
        "content/waivers.yml:4:11 [field/o"
    ]
