"""scaffold: a project to start from, with nothing in it that could be published unchanged, and nothing overwritten."""

import json
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from content_builder import TODAY, minimal_content, write_content
from dulwich.ignore import IgnoreFilterManager
from dulwich.repo import Repo
from project_builder import DAY, replace_example, stamps, tree

from generator.cli import main, start
from generator.content import scaffold
from generator.content.own_words import words_of
from generator.content.scaffold import SAMPLE_KINDS
from generator.content.schema import SCHEMAS
from generator.model.word_lists import WORD_LISTS
from generator.system.environment import templates_folder
from generator.texts.commands import TEXTS
from generator.texts.presets import PRESETS

SAMPLES = {
    "service": "abc",
    "regulation": "abc-2",
    "notice": "abc-2026-11",
    "result": "2026-Q3",
    "disclosure": "caiwu",
    "bundle": "chusheng",
    "catalogue": "shehui-jiuzhu",
}
DAYS = (
    *("01-01", "01-01", "01-22", "01-28", "04-05", "04-07", "05-01", "05-04", "06-24", "06-24"),
    *("10-08", "10-08", "10-01", "10-07", "01-19", "10-11"),
)
"""Of an invented notice of 2031: what stands for the blanks of a new holidays.yml, in their order."""
FOLDERS = {
    "service": "services",
    "regulation": "regulations",
    "notice": "notices",
    "result": "results",
    "disclosure": "disclosures",
    "bundle": "bundles",
    "catalogue": "catalogues",
}


def gongshi(*arguments: str) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(main, [*arguments], catch_exceptions=False)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project as ``gongshi init`` leaves it; never changed by a test."""
    folder = tmp_path_factory.mktemp("started") / "大厅"
    assert gongshi("init", str(folder)).exit_code == 0
    return folder


# --- init ------------------------------------------------------------------------------------------------------------


def test_init_tells_the_next_steps_before_the_files_to_edit(tmp_path: Path) -> None:
    """First what to do, then the content with site.yml at its head; files that nobody edits are only counted."""
    folder = tmp_path / "hall"

    done = gongshi("init", str(folder))

    assert (done.exit_code, done.stderr) == (0, "")
    lines = done.stdout.splitlines()
    listed = [line.strip() for line in lines[lines.index("样例在这些文件里：") + 1 : -1]]
    written = {str(path) for path in folder.rglob("*") if path.is_file()}
    assert lines[:2] == ["已建好。接着做：", f"  1. 进入文件夹：cd {folder}"]
    assert "不用从空白写起" in lines[2] and lines[3].startswith("     gongshi import regulation ")
    assert listed[0] == str(folder / "content" / "site.yml")
    assert set(listed) == {path for path in written if path.startswith(str(folder / "content"))}
    assert lines[-1] == f"其余 {len(written) - len(listed)} 个文件不用改。"


def test_started_project_has_its_parts(started: Path) -> None:
    """Settings, content, prose and schemas are there."""
    files = set(tree(started))

    assert {"mkdocs.yml", "content/site.yml", "content/windows.yml", "content/materials.yml"} <= files
    assert {path for path in files if path.startswith("schemas/")} == {
        f"schemas/{name}.schema.json" for name in SCHEMAS
    }
    assert any(path.startswith("content/pages/") and path.endswith(".md") for path in files)


def test_started_project_names_all_that_has_to_be_replaced(started: Path, tmp_path: Path) -> None:
    """Each place of what is invented or blank is an error, and the only one; nothing is published meanwhile."""
    problems = json.loads(gongshi("check", "-C", str(started), "--json").stdout)
    errors = [problem for problem in problems if problem["severity"] == "error"]

    assert {problem["rule"] for problem in errors} == {"starter/place", "starter/phone", "starter/blank"}
    for path in ("site.yml", "windows.yml", "regulations/shouwen-fuze.yml", "services/zhengce-zixun.yml"):
        lines = (started / "content" / path).read_text("utf-8").splitlines()
        left = {number for number, line in enumerate(lines, 1) if re.match(r"[^#]*(?:示例[镇路]|0300-|【填写)", line)}
        assert left == {problem["line"] for problem in errors if problem["path"] == f"content/{path}"} != set()
    done = gongshi("build", "-C", str(started), "--posters", "none", "--site-dir", str(tmp_path / "site"))
    assert done.exit_code == 1 and "没有发布，原来的网站保持原样。" in done.stderr
    assert not (tmp_path / "site").exists()


def test_project_builds_once_the_example_was_replaced(started: Path, tmp_path: Path) -> None:
    """Names, phones and blanks are all that stands between init and a site; what is still to be filled in is a gap."""
    hall = replace_example(shutil.copytree(started, tmp_path / "hall"))

    done = gongshi("build", "-C", str(hall), "--posters", "none", "--site-dir", str(tmp_path / "site"))

    assert done.exit_code == 0
    assert (tmp_path / "site/index.html").is_file()
    assert "错误 0，" in done.stdout


def test_started_project_holds_no_date(started: Path) -> None:
    """Nobody has verified anything yet, and no rule holds since the day on which the example was written."""
    found = [path for path, data in tree(started / "content").items() if re.search(rb"(?m)^[^#]*\b20\d\d-\d\d", data)]
    assert found == []


def test_started_project_carries_no_marks_of_the_starter(started: Path) -> None:
    """Dates were put in place of TODAY and NEXT-YEAR in every file, and a town's hall lists no words of its own."""
    marks = rb"\bTODAY\b|NEXT-YEAR|WORD-LISTS|wall_topics: "
    assert [path for path, data in tree(started / "content").items() if re.search(marks, data)] == []
    assert [path for path, data in tree(started).items() if re.search(rb"\bTODAY\b|NEXT-YEAR", data)] == []


@pytest.mark.parametrize("kind", ["folder", "file"])
def test_init_never_overwrites(tmp_path: Path, kind: str) -> None:
    """A folder with anything in it, and a file of that name, stay as they are: exit 2."""
    target = tmp_path / "hall"
    write_content(tmp_path, {"hall/台账.txt" if kind == "folder" else "hall": "x"})
    before = stamps(tmp_path)

    done = gongshi("init", str(target))

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"文件夹 {target} 不是空的。请换一个新文件夹名。\n"
    assert stamps(tmp_path) == before


def test_init_may_fill_an_empty_folder(tmp_path: Path) -> None:
    """A folder that was made for the purpose is fine."""
    assert gongshi("init", str(tmp_path)).exit_code == 0
    assert (tmp_path / "mkdocs.yml").is_file()


@pytest.mark.parametrize("preset", [*PRESETS][1:])
def test_other_halls_start_with_lists_and_names_of_their_own(preset: str, tmp_path: Path) -> None:
    """Their lists stand in site.yml and in the schemas, no word of a town is left, and all that is found is invented."""
    hall = tmp_path / "hall"

    assert gongshi("init", str(hall), "--preset", preset).exit_code == 0

    assert words_of(hall / "content") == {**WORD_LISTS, **PRESETS[preset].lists}
    schema = json.loads((hall / "schemas" / "notice.schema.json").read_text("utf-8"))
    assert schema["properties"]["kind"]["examples"] == [*words_of(hall / "content")["notice_kinds"]]
    content = b"".join(tree(hall / "content").values()).decode()
    assert not re.search("WORD-LISTS|镇人民政府|示例镇|乡镇级|国务院令", content)
    problems = json.loads(gongshi("check", "-C", str(hall), "--json").stdout)
    assert {p["rule"] for p in problems if p["severity"] == "error"} == {
        "starter/place", "starter/phone", "starter/blank"
    }  # fmt: skip
    replace_example(hall)
    problems = json.loads(gongshi("check", "-C", str(hall), "--json").stdout)
    assert [p for p in problems if p["severity"] == "error"] == []
    missing = {p["message"] for p in problems if p["rule"] == "wall/missing"}
    assert len(missing) == len(PRESETS[preset].lists["wall_topics"]) - 1


@pytest.mark.parametrize("preset", PRESETS)
def test_every_word_of_a_preset_stands_in_the_starter(preset: str) -> None:
    """A word that is replaced is there once the words before it were replaced."""
    starter = templates_folder() / "starter" / "project"
    text = b"".join(tree(starter).values()).decode()

    for word, own in PRESETS[preset].words.items():
        assert word in text
        text = text.replace(word, own)


@pytest.mark.parametrize(
    ("typed", "preset"),
    [("\n", "便民服务大厅"), ("3\n", "村委会"), ("９\n５\n社区居委会\n", "社区居委会"), ("４\n", "其他单位")],
)
def test_at_a_terminal_the_kind_of_hall_is_asked(
    typed: str, preset: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A number or a name chooses, Enter takes the first, anything else is asked again."""
    monkeypatch.setattr(start, "_has_terminal", lambda: True)

    done = CliRunner().invoke(main, ["init", str(tmp_path / "hall")], input=typed, catch_exceptions=False)

    assert done.exit_code == 0
    assert "\n  1  便民服务大厅\n  2  社区居委会\n  3  村委会\n  4  其他单位\n" in done.stdout
    assert words_of(tmp_path / "hall" / "content") == {**WORD_LISTS, **PRESETS[preset].lists}


def test_folder_in_use_is_refused_before_anything_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody answers a question for nothing."""
    monkeypatch.setattr(start, "_has_terminal", lambda: True)
    write_content(tmp_path, {"hall/台账.txt": "x"})

    done = CliRunner().invoke(main, ["init", str(tmp_path / "hall")], input="1\n")

    assert (done.exit_code, done.stdout) == (2, "")


def test_help_names_every_kind_of_hall() -> None:
    """The names of the presets can be read before a project is started."""
    assert f"[{'|'.join(PRESETS)}]" in gongshi("init", "--help").stdout


# --- new -------------------------------------------------------------------------------------------------------------


def test_samples_exist_for_every_kind() -> None:
    """The tests below cover each kind that ``gongshi new`` knows."""
    assert {*SAMPLES, "holidays"} == set(SAMPLE_KINDS)


@pytest.mark.parametrize("kind", SAMPLES)
def test_new_record_holds_nothing_that_could_be_published_unchanged(tmp_path: Path, kind: str) -> None:
    """Every value but its id, and the dates that follow from it, is a blank that check names with its line."""
    content = write_content(tmp_path / "content", minimal_content())
    for path in content.glob("results/*"):
        path.unlink()

    done = gongshi("new", kind, SAMPLES[kind], "-C", str(tmp_path))

    path = content / FOLDERS[kind] / f"{SAMPLES[kind]}.yml"
    assert (done.exit_code, done.stdout) == (0, f"{TEXTS['new_done'].format(path=path)}\n")
    problems = json.loads(gongshi("check", "-C", str(tmp_path), "--json").stdout)
    errors = [(p["rule"], p["line"]) for p in problems if p["path"].endswith(path.name) and p["severity"] == "error"]
    lines = path.read_text("utf-8").splitlines()
    values = [n for n, line in enumerate(lines, 1) if re.match(r" *\w+: ", line) and not line.startswith("id: ")]
    dates = [n for n, line in enumerate(lines, 1) if kind == "result" and re.match("(from|until): 20", line)]
    assert errors == [("starter/blank", number) for number in values if number not in dates] != []
    assert re.match(r"# yaml-language-server: \$schema=\.\./\.\./schemas/\w+\.schema\.json$", lines[0])


@pytest.mark.parametrize("kind", SAMPLES)
def test_lines_that_are_taken_into_use_are_blanks_too(tmp_path: Path, kind: str) -> None:
    """A clerk who takes the # away from all of them is told of each that was not filled in."""
    content = write_content(tmp_path / "content", minimal_content())
    for path in content.glob("results/*"):
        path.unlink()
    gongshi("new", kind, SAMPLES[kind], "-C", str(tmp_path))
    path = content / FOLDERS[kind] / f"{SAMPLES[kind]}.yml"
    used = re.sub(r"(?m)^# ((?: *- )?(?: *)[a-z_]+:|  +- )", r"\1", path.read_text("utf-8"))
    path.write_text(used, "utf-8", newline="\n")

    problems = json.loads(gongshi("check", "-C", str(tmp_path), "--json").stdout)

    named = {p["line"] for p in problems if p["path"].endswith(f"{path.name}") and p["rule"] == "starter/blank"}
    values = {n for n, line in enumerate(used.splitlines(), 1) if re.match(r" *(?:- )?(?:[a-z_]+: .|【)", line)}
    plain = {n for n, line in enumerate(used.splitlines(), 1) if re.match("id: |(from|until): 20", line)}
    assert named == values - plain


@pytest.mark.parametrize(
    ("kind", "lists", "line"),
    [
        ("service", "", "# audience: [【填写：个人、企业或其他组织】]"),
        ("service", "audiences: [村民]", "# audience: [【填写：村民】]"),
        ("service", "levels: [本单位, 上级单位]", "# level: 【填写：本单位或上级单位】"),
        ("notice", "notice_kinds: [公示, 村务公开]", "kind: 【填写：公示或村务公开】"),
        ("regulation", "wall_topics: []", "# wall: 【填写：site.yml 里没有列出】"),
    ],
)
def test_new_record_names_the_words_of_the_hall(kind: str, lists: str, line: str, tmp_path: Path) -> None:
    """What may be chosen stands in the blank, as site.yml lists it."""
    content = write_content(tmp_path / "content", minimal_content())
    with (content / "site.yml").open("a", encoding="utf-8") as site:
        site.write(f"{lists}\n")

    path = scaffold.new(content, templates_folder() / "starter", kind, "abc", TODAY)

    assert line in path.read_text("utf-8").splitlines()


@pytest.mark.parametrize("period", ["2025", "2025-H1", "2025-Q1", "2026-02"])
def test_new_period_of_any_length_has_its_dates(tmp_path: Path, period: str) -> None:
    """A year, a half-year, a quarter or a month gets the dates that belong to it; only the title is to be filled in."""
    write_content(tmp_path / "content", minimal_content())

    assert gongshi("new", "result", period, "-C", str(tmp_path)).exit_code == 0

    problems = json.loads(gongshi("check", "-C", str(tmp_path), "--json").stdout)
    assert [(p["rule"], p["hint"]) for p in problems if p["severity"] == "error"] == [("starter/blank", "")]


@pytest.mark.parametrize("kind", SAMPLES)
def test_new_never_overwrites(tmp_path: Path, kind: str) -> None:
    """A record that exists stays byte for byte: exit 2."""
    bundle = "id: jiuzhu\nname: 救助一件事\nservices: [linshi-jiuzhu]\n"
    catalogue = "id: cunwu\ntitle: 村务公开目录\n"
    others = {"bundles/jiuzhu.yml": bundle, "catalogues/cunwu.yml": catalogue}
    content = write_content(tmp_path / "content", minimal_content() | others)
    path = next(content.glob(f"{FOLDERS[kind]}/*.yml"))
    before = stamps(tmp_path)

    done = gongshi("new", kind, path.stem, "-C", str(tmp_path))

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == f"{path} 已经存在，没有改动它。\n"
    assert stamps(tmp_path) == before


def test_new_period_does_not_overwrite_a_table_without_a_record(tmp_path: Path) -> None:
    """Rows that were saved first survive when the period's record is made afterwards."""
    content = write_content(tmp_path / "content", minimal_content())
    (content / "results/2026-Q3.yml").unlink()
    rows = (content / "results/2026-Q3.csv").read_bytes()

    gongshi("new", "result", "2026-Q3", "-C", str(tmp_path))

    assert (content / "results/2026-Q3.csv").read_bytes() == rows


@pytest.mark.parametrize("record_id", ["../x", "Abc", "临时", "a b", "", "a/b", "CON\n", "-a"])
def test_new_refuses_what_is_no_id(tmp_path: Path, record_id: str) -> None:
    """An id that could leave the folder or be no file name is refused: exit 2, nothing written."""
    content = write_content(tmp_path / "content", minimal_content())
    before = stamps(tmp_path)

    done = gongshi("new", "service", "-C", str(tmp_path), "--", record_id)

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"编号 {record_id} 只能用小写英文字母、数字和连字符")
    assert stamps(tmp_path) == before
    assert content.is_dir()


@pytest.mark.parametrize("record_id", ["2026-Q5", "26-Q1", "2026-13", "2026-H3", "abc"])
def test_new_result_wants_a_period(tmp_path: Path, record_id: str) -> None:
    """The id of results is a year, half-year, quarter or month."""
    write_content(tmp_path / "content", minimal_content())

    assert gongshi("new", "result", record_id, "-C", str(tmp_path)).exit_code == 2


def test_new_holidays_are_blanks_until_the_notice_was_copied(tmp_path: Path) -> None:
    """Each blank is named with its line, and nothing else; with days in place of the blanks the year is fine."""
    content = write_content(tmp_path / "content", minimal_content())
    days = iter(DAYS)

    done = gongshi("new", "holidays", "2031", "-C", str(tmp_path))

    path = content / "holidays.yml"
    assert (done.exit_code, done.stdout) == (0, f"{TEXTS['new_done'].format(path=path)}\n")
    text = path.read_text("utf-8")
    problems = json.loads(gongshi("check", "-C", str(tmp_path), "--json", "--today", "2031-06-01").stdout)
    problems = [problem for problem in problems if problem["path"] == "content/holidays.yml"]
    blank = [number for number, line in enumerate(text.splitlines(), 1) if "【" in line and not line.startswith("#")]
    assert [(p["rule"], p["line"]) for p in problems] == [("starter/blank", number) for number in blank]

    filled = text.replace("【填写：通知文号】", "国办发明电〔2030〕0号")
    filled = re.sub("(?m)^( .*)【填写：[^】]+】", lambda found: f"{found[1]}2031-{next(days)}", filled)
    path.write_text(filled, "utf-8", newline="\n")
    assert json.loads(gongshi("check", "-C", str(tmp_path), "--json", "--today", DAY).stdout) == []


def test_second_year_of_holidays_is_added_by_hand(tmp_path: Path) -> None:
    """There is one file: it stays byte for byte, and the message shows what to add; exit 2."""
    write_content(tmp_path / "content", minimal_content() | {"holidays.yml": "years: []\n"})
    before = stamps(tmp_path)

    done = gongshi("new", "holidays", "2032", "-C", str(tmp_path))

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(
        "holidays.yml 已经存在，没有改动它。请在 years: 下面照通知加上这一年，写法如下（也可以分成几行写）：\n"
        "  - {year: 2032, source: 【填写：通知文号】, holidays: [{name: 元旦, from: 【填写：第一天】, until: 【填写：最后一天】}], "
        "workdays: [【填写：调休上班日】]}\n"
    )
    assert stamps(tmp_path) == before


@pytest.mark.parametrize("year", ["31", "2018", "2100", "二〇三一", "2031年"])
def test_new_holidays_want_a_year(tmp_path: Path, year: str) -> None:
    """Instead of an id, the year of the notice is given."""
    write_content(tmp_path / "content", minimal_content())

    done = gongshi("new", "holidays", year, "-C", str(tmp_path))

    assert done.exit_code == 2
    assert done.stderr.startswith(f"年份 {year} 写法不对。请写成 2027 这样的四位数字")


def test_tables_of_a_hall_go_into_git_and_registers_do_not(started: Path) -> None:
    """Public tables and their approved versions are content; any other table may be a register with private data."""
    ignored = IgnoreFilterManager.from_repo(_in_git(started)).is_ignored
    public = [f"{folder}/{kind}/x.csv" for folder in ("content", "approved") for kind in ("results", "disclosures")]
    assert not [path for path in (*public, "content/query-codes.csv", "approved/services/x.yml") if ignored(path)]
    assert all(ignored(path) for path in ("台账.csv", "content/台账.csv", "content/results/台账.xlsx"))


def _in_git(project: Path) -> Repo:
    """``project`` as Git sees it; the repository itself is beside it."""
    return Repo.init(str(shutil.copytree(project, project.parent / "in-git")))
