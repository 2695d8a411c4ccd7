"""cli: exit 0 fine, 1 a problem in the content, 2 wrong usage or a computer that is not ready; never a traceback."""

import json
import re
import zipfile
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from content_builder import minimal_content, regulation, write_content
from PIL import Image
from project_builder import DAY, MKDOCS, make_project, run, tree
from pypdf import PdfReader

from generator.build import examine as examination
from generator.build import print_posters
from generator.cli import COMMANDS as TABLE
from generator.cli import check, main
from generator.cli.archive import ARCHIVE_COMMANDS, archive
from generator.cli.exports import EXPORT_COMMANDS, exports
from generator.cli.fleet import FLEET_COMMANDS, fleet
from generator.cli.imports import IMPORT_COMMANDS, imports
from generator.cli.results import RESULT_COMMANDS, results
from generator.kit.kinds import KINDS
from generator.privacy import RulesMissing, gate
from generator.system.failures import Died
from generator.texts.commands import TEXTS

SERVICE = "services/linshi-jiuzhu.yml"
GAP = {SERVICE: minimal_content()[SERVICE].replace("当场查看", "由[X]当场查看")}
ERROR = {SERVICE: minimal_content()[SERVICE].replace("state: 在办", "state: 开着")}
GROUPS = {
    "archive": (archive, ARCHIVE_COMMANDS),
    "results": (results, RESULT_COMMANDS),
    "fleet": (fleet, FLEET_COMMANDS),
    "import": (imports, IMPORT_COMMANDS),
    "export": (exports, EXPORT_COMMANDS),
}
COMMANDS = (
    "init", "new", "import", "export", "check", "approve", "search", "explain", "gaps", "duties", "inspect", "assess", "serve", "build", "publish", "diff", "archive", "at", "posters", "results", "fleet", "menu", "scan",
    "clean", "format", "schema",
)  # fmt: skip


def gongshi(*arguments: str) -> Result:
    """Run a command in this process; an exception that would be a traceback fails the test."""
    return CliRunner().invoke(main, [*arguments], prog_name="gongshi", catch_exceptions=False)


def every_command() -> Iterator[tuple[str, click.Command]]:
    """Each command as it is typed, those of groups included."""
    for group, (command, table) in {"": (main, TABLE), **GROUPS}.items():
        for name in table:
            inner = command.get_command(click.Context(command), name)
            assert inner is not None
            yield f"{group} {name}".strip(), inner


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project that was not built yet."""
    return make_project(tmp_path / "project")


# --- usage -----------------------------------------------------------------------------------------------------------


def test_commands_are_the_known_ones() -> None:
    """A new command must be added to the tests of this file."""
    assert tuple(main.list_commands(click.Context(main))) == COMMANDS


def test_list_of_commands_says_what_the_commands_say_of_themselves() -> None:
    """The help texts that are listed without an import are those of the commands, under the same names."""
    tables = {"": TABLE, **{group: table for group, (_, table) in GROUPS.items()}}
    table = {
        f"{group} {name}".strip(): deferred.help for group, one in tables.items() for name, deferred in one.items()
    }

    assert {name: command.help for name, command in every_command()} == table
    assert all(name.rpartition(" ")[2] == command.name for name, command in every_command())


@pytest.mark.parametrize("command", ["", *COMMANDS])
@pytest.mark.parametrize("option", ["-h", "--help"])
def test_every_command_explains_itself_in_chinese(command: str, option: str) -> None:
    """Help exits 0 and describes the command and each of its options in Chinese."""
    done = gongshi(*filter(None, [command]), option)

    assert done.exit_code == 0, done.output
    assert TEXTS[command or "gongshi"].partition("\n")[0][:20] in done.stdout


@pytest.mark.parametrize("command", [[], *(name.split() for name, _ in every_command())])
def test_help_has_no_english_of_its_own(command: list[str]) -> None:
    """Headings, placeholders, notes and the help of ``--help`` are Chinese; what is typed as it stands is not."""
    text = gongshi(*command, "--help").stdout

    assert "用法：gongshi" in text.partition("\n")[0]
    assert "选项：" in text
    assert "显示这份说明。" in text
    assert not re.search(
        r"Usage|Options|Commands|Arguments|Show |[Rr]equired|default|\b[A-Z]{2,}(?=\b|\.\.\.)(?<!JSON)(?<!YAML)(?<!WPS)(?<!CSV)(?<!PDF)(?<!ZIP)",
        text,
    )


def test_help_says_what_must_be_written_and_what_is_taken_otherwise() -> None:
    """The notes behind an option are Chinese too."""
    assert "[必须写]" in gongshi("format", "--help").stdout
    assert "[默认：127.0.0.1:8000]" in gongshi("serve", "--help").stdout
    assert "[默认：../台账.xlsx]" in " ".join(gongshi("results", "template", "--help").stdout.split())


def test_every_option_has_a_chinese_help_text() -> None:
    """No option of any command is left unexplained."""
    silent = [
        f"{name} {option.opts[0]}"
        for name, command in every_command()
        for option in command.params
        if isinstance(option, click.Option) and not re.search("[\u4e00-\u9fff]", option.help or "")
    ]

    assert silent == []


def test_help_explains_every_choice() -> None:
    """What may be written after an option stands in its help text too, with what it means, unless it is Chinese itself."""
    silent = [
        f"{name} {option.opts[0]} {choice}"
        for name, command in every_command()
        for option in command.params
        if isinstance(option, click.Option) and isinstance(option.type, click.Choice)
        for choice in option.type.choices
        if choice.isascii() and choice not in (option.help or "")
    ]

    assert silent == []


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("fly", "没有 fly 这个命令。可用的命令：init、new、import、"),
        ("buidl", "是不是想写：build？"),
        ("results improt x", "没有 improt 这个命令。可用的命令：template、"),
        ("--nonsense", "没有 --nonsense 这个选项。"),
        ("check --nonsense", "没有 --nonsense 这个选项。"),
        ("check --today 2026-13-01", "写法不对"),
        ("check --today 2026年1月1日", "--today 的写法不对。"),
        ("check content", "多写了“content”，请删去。"),
        ("build --posters some", "--posters 只能写：all、changed、none。"),
        ("posters x --paper", "--paper 后面要写内容。"),
        ("posters x --paper a9", "纸张应为 a4、"),
        ("posters x --paper 60*90", "纸张应为 a4、"),
        ("posters x --distance 0.1", "写 0.3 到 50"),
        (
            "posters --kind 告知单",
            "--kind 没有这一种。用 posters --kinds 列出全部。是不是：tick-list（一次性告知单）？",
        ),
        ("posters --kind windw-sign", "是不是：window-sign（窗口号牌）"),
        ("posters --kind 无", "--kind 没有这一种。用 posters --kinds 列出全部。"),
        ("posters x --fill 子虚", "应为 栏目=内容，例如 --fill 补正截止=2026-12-05。"),
        ("posters x --missing 2-3", "应为材料的序号，用逗号隔开，例如 --missing 2,3。"),
        ("new service", "少写了 编号。"),
        ("new 通知 x", "种类 只能写：service、regulation、notice、result、disclosure、bundle、catalogue、holidays。"),
        ("new service 老年 优待", "多写了“优待”"),
        ("results import x", "例如：gongshi results import ../台账.xlsx --period 2026-Q3"),
        ("results import missing.xlsx --period 2026-Q3 -C nowhere", "nowhere"),
        ("init", "详细说明：gongshi init --help"),
    ],
)
def test_wrong_usage_is_told_in_chinese(typed: str, told: str) -> None:
    """What is wrong, how it is typed, where to read more; no word of English, and exit 2."""
    done = gongshi(*typed.split())

    assert done.exit_code == 2
    assert told in done.stderr
    assert not re.search("Usage|Error|Try|Invalid|No such", done.stderr)


def test_program_alone_prints_its_help() -> None:
    """Without a command the commands are listed."""
    done = gongshi()

    assert done.exit_code == 2
    assert "check" in done.stderr and "build" in done.stderr


def test_version_is_that_of_the_package() -> None:
    """--version prints name and version."""
    assert gongshi("--version").stdout == f"gongshi {version('gongshi')}\n"


def test_module_runs_as_the_command(project: Path) -> None:
    """``python -m generator`` is ``gongshi``."""
    done = run("generator", "check", "--today", DAY, cwd=project)

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "错误 0，待补充 0，提醒 0\n")
    assert run("generator", "fly", cwd=project).stderr.startswith("没有 fly 这个命令。")


# --- check -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("changes", "strict", "code", "counted"),
    [
        ({}, False, 0, "错误 0，待补充 0，提醒 0\n"),
        ({}, True, 0, "错误 0，待补充 0，提醒 0\n"),
        (GAP, False, 0, "错误 0，待补充 1，提醒 0\n"),
        (GAP, True, 1, "错误 0，待补充 1，提醒 0\n"),
        ({"notes.txt": "x"}, True, 0, "错误 0，待补充 0，提醒 1\n"),
    ],
    ids=["sound", "sound strict", "gap", "gap strict", "reminder strict"],
)
def test_check_exit_code(tmp_path: Path, changes: dict[str, str], strict: bool, code: int, counted: str) -> None:
    """Errors always exit 1, gaps only with --strict, reminders never; the counts go to stderr."""
    project = make_project(tmp_path / "p", changes)

    done = gongshi("check", "-C", str(project), "--today", DAY, *(["--strict"] if strict else []))

    assert (done.exit_code, done.stderr) == (code, counted)
    assert len(done.stdout.splitlines()) == sum(map(int, re.findall(r"\d+", counted)))


def test_check_prints_place_value_and_remedy(tmp_path: Path) -> None:
    """One line says where, what was found, what is expected, and check exits 1."""
    project = make_project(tmp_path / "p", ERROR)

    done = gongshi("check", "-C", str(project), "--today", DAY)

    assert done.exit_code == 1
    assert done.stdout == (
        "content/services/linshi-jiuzhu.yml:8:10 [field/choice] "
        "“状态”只能是：在办、暂停、取消、更名；实际为“开着”。请写：state: 在办\n"
    )
    assert done.stderr == "错误 1，待补充 0，提醒 0\n"


@pytest.mark.parametrize(("changes", "code"), [({}, 0), (GAP, 0), (ERROR, 1)], ids=["sound", "gap", "error"])
def test_check_json_is_a_list_of_problems(tmp_path: Path, changes: dict[str, str], code: int) -> None:
    """--json prints one JSON list with every field of each problem, and nothing else; exit codes stay."""
    project = make_project(tmp_path / "p", changes)

    plain = gongshi("check", "-C", str(project), "--today", DAY)
    done = gongshi("check", "-C", str(project), "--today", DAY, "--json")

    assert (done.exit_code, done.stderr) == (code, "")
    problems = json.loads(done.stdout)
    assert [f"{p['path']}:{p['line']}:{p['column']} [{p['rule']}]" for p in problems] == [
        line.partition("]")[0] + "]" for line in plain.stdout.splitlines()
    ]
    keys = {"path", "line", "column", "rule", "message", "hint", "severity"}
    assert all(set(problem) == keys for problem in problems)


def test_check_uses_the_day_it_is_given(project: Path) -> None:
    """On a later day the service's review is due."""
    done = gongshi("check", "-C", str(project), "--today", "2027-10-02")

    assert (done.exit_code, done.stderr.partition("提醒")[0]) == (0, "错误 0，待补充 0，")
    assert "[date/review-passed]" in done.stdout


def test_check_reads_the_content_folder_that_mkdocs_yml_names(tmp_path: Path) -> None:
    """check looks where build looks."""
    mkdocs = MKDOCS.replace("content/pages", "data/pages").replace(
        "posters: none", "posters: none\n      content: data"
    )
    project = make_project(tmp_path / "p", ERROR, mkdocs)
    (project / "content").rename(project / "data")

    done = gongshi("check", "-C", str(project), "--today", DAY)

    assert done.exit_code == 1
    assert "data/services/linshi-jiuzhu.yml:8:10 [" in done.stdout


@pytest.mark.parametrize(
    "command", [["check"], ["build"], ["serve"], ["posters", "x"], ["new", "service", "abc"]], ids=str
)
def test_mistake_in_mkdocs_yml_is_told_like_one_of_the_content(tmp_path: Path, command: list[str]) -> None:
    """Its line goes to standard output, the count to standard error, and the exit code is 1."""
    project = make_project(tmp_path / "p", mkdocs=MKDOCS.replace("https://demo.example/gongshi/", "demo"))

    done = gongshi(*command, "-C", str(project))

    assert done.exit_code == 1
    assert done.stdout == (
        "mkdocs.yml:2:11 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，"
        "实际为“demo”。请写：site_url: https://您的网址/\n"
    )
    advice = "" if command == ["check"] else "。请先改正 mkdocs.yml，再运行一次。"
    assert done.stderr == f"错误 1，待补充 0，提醒 0{advice}\n"


def test_mistake_in_mkdocs_yml_is_json_where_json_is_asked_for(tmp_path: Path) -> None:
    """Whoever reads the output by a program gets a list in this case, too."""
    mkdocs_yml = MKDOCS.partition("plugins:")[0] + "plugins: []\n"
    done = gongshi("check", "--json", "-C", str(make_project(tmp_path / "p", mkdocs=mkdocs_yml)))

    assert (done.exit_code, done.stderr) == (1, "")
    assert [problem["rule"] for problem in json.loads(done.stdout)] == ["project/plugin"]


# --- no project ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "missing"),
    [
        (["check"], "content 文件夹"),
        (["build"], "mkdocs.yml"),
        (["serve"], "mkdocs.yml"),
        (["posters", "x"], "mkdocs.yml"),
        (["new", "service", "abc"], "content 文件夹"),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_command_outside_a_project_says_where_to_go(tmp_path: Path, arguments: list[str], missing: str) -> None:
    """Every command that needs a project exits 2 and names what is missing and how to get it."""
    folder = tmp_path / "empty"
    folder.mkdir()

    done = gongshi(*arguments, "-C", str(folder))

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(f"empty 里没有 {missing}。请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。\n")
    assert list(folder.iterdir()) == []


# --- build, posters, schema ------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_build_says_what_it_made(project: Path) -> None:
    """The first build counts pages and posters, the second says that nothing changed."""
    first = gongshi("build", "-C", str(project), "--today", DAY)
    second = gongshi("build", "-C", str(project), "--today", DAY)

    assert (first.exit_code, second.exit_code) == (0, 0)
    pages = len(list((project / "site").rglob("*.html")))
    assert first.stdout == f"已生成 {pages} 个网页、0 份海报，放在 site 文件夹里。错误 0，待补充 0，提醒 0\n"
    assert second.stdout == f"没有变化，网站保持原样（{pages} 个网页、0 份海报）。错误 0，待补充 0，提醒 0\n"


@pytest.mark.slow
def test_build_tells_what_stayed_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder beside the site; the site is published by then."""
    told = "<p>ID 11010519491231002X, phone 13800138000</p>"
    monkeypatch.setattr("generator.channels.fragments.html_of", lambda *_: told)

    done = gongshi("build", "-C", str(project), "--today", DAY, "--embed")

    assert done.exit_code == 1
    assert done.stderr.endswith("网站已经生成；site-embed 没有做，那里原来有的保持原样。\n")
    assert (project / "site").is_dir()
    assert not (project / "site-embed").exists()


@pytest.mark.slow
def test_build_tells_of_folders_that_were_left_behind(project: Path) -> None:
    """What a notice names may stand in them after its last day; what was made again is not told of."""
    build = ("build", "-C", str(project), "--today", DAY)
    told = "site-articles 是以前做的，这次没有跟着更新，里面可能还有过了期限、应当撤下的内容。"

    assert "是以前做的" not in gongshi(*build, "--articles").stdout
    assert told in gongshi(*build).stdout
    assert "是以前做的" not in gongshi(*build, "--articles").stdout


@pytest.mark.slow
def test_build_lists_gaps_and_publishes(tmp_path: Path) -> None:
    """What is still missing is printed with its place; the site is published all the same."""
    project = make_project(tmp_path / "p", GAP)

    done = gongshi("build", "-C", str(project), "--today", DAY, "--site-dir", str(tmp_path / "www"))

    assert done.exit_code == 0
    assert re.match(r"content/services/linshi-jiuzhu\.yml:\d+:\d+ \[text/placeholder\] ", done.stdout)
    assert (tmp_path / "www/index.html").is_file()
    assert not (project / "site").exists()


def test_posters_are_written_where_the_clerk_wants_them(project: Path, tmp_path: Path) -> None:
    """Each poster becomes a file named by record and paper; its path is printed."""
    out = tmp_path / "out"

    done = gongshi("posters", "weisheng-baojie", "-C", str(project), "--today", DAY, "--paper", "a4", "--out", str(out))

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout == f"{out / 'weisheng-baojie-a4.pdf'}\n"
    assert (out / "weisheng-baojie-a4.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.slow
@pytest.mark.parametrize(("typed", "name"), [("A4", "a4"), ("８０×60", "80x60"), ("80X60 ", "80x60")])
def test_paper_is_read_as_people_write_it(project: Path, tmp_path: Path, typed: str, name: str) -> None:
    """In capitals, in full width, and with the sign that our own sheets have between width and height."""
    out = tmp_path / "out"
    done = gongshi(
        "posters", "weisheng-baojie", "-C", str(project), "--today", DAY, "--paper", typed, "--out", str(out)
    )

    assert done.exit_code == 0
    assert [path.name for path in out.iterdir()] == [f"weisheng-baojie-{name}.pdf"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("子虚13800138000", "--fill 填进《临时救助　一次性告知单》的内容里有手机号码，没有打印。"),
        ("子虚\U0001fae8", "--fill 填进《临时救助　一次性告知单》的内容印不出来"),
        ("子虚" + "\ue000", "--fill 填进《临时救助　一次性告知单》的内容印不出来"),
    ],
)
def test_what_was_filled_in_is_not_repeated(project: Path, tmp_path: Path, typed: str, told: str) -> None:
    """Where it is private, or the typeface lacks a character of it, the option is named; no file is made."""
    out = tmp_path / "out"
    form = ("posters", "linshi-jiuzhu", "--kind", "tick-list", "--fill", f"补正说明={typed}")

    done = gongshi(*form, "-C", str(project), "--today", DAY, "--out", str(out))

    assert (done.exit_code, done.stdout) == (1, "")
    assert told in done.stderr and "子虚" not in done.stderr and "public_contacts" not in done.stderr
    assert not out.exists()


def test_unknown_poster_is_told(project: Path, tmp_path: Path) -> None:
    """A record that does not exist has no poster; nothing is written."""
    done = gongshi("posters", "nobody", "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "没有编号或标题为“nobody”的事项、一件事、制度、公告、窗口或期次。\n"
    assert not (tmp_path / "out").exists()


def test_posters_are_asked_for_by_title_too(project: Path, tmp_path: Path) -> None:
    """A title, with or without 《》, stands for the id; a record that is named twice is printed once."""
    out = tmp_path / "out"
    names = ["卫生保洁制度", "weisheng-baojie", "《首问负责制度》", "临时救助", "2026年第三季度办理结果"]

    done = gongshi("posters", *names, "-C", str(project), "--today", DAY, "--out", str(out), "--variant", "ink")

    assert (done.exit_code, done.stderr) == (0, "")
    files = ("weisheng-baojie-60x90", "shouwen-fuze-60x90", "linshi-jiuzhu-a4", "2026-Q3-a3")
    assert [line for line in done.stdout.splitlines() if line.endswith(".pdf")] == [
        f"{out / name}-ink.pdf" for name in files
    ]
    assert "一张放得下的纸：a2，或者展板 60x90" in done.stdout, "said of the sheet that takes more than one"


@pytest.mark.parametrize("options", [(), ("--set", "wall"), ("--set", "wall", "--kind", "guide")])
def test_sheets_are_put_into_one_file(
    kept_sets: None, monkeypatch: pytest.MonkeyPatch, project: Path, tmp_path: Path, options: tuple[str, ...]
) -> None:
    """A ZIP with a file for each, or one PDF with all of their pages; the same bytes from one process and from several."""
    names = () if options else ("weisheng-baojie", "linshi-jiuzhu")
    archive, whole = tmp_path / "out" / "all.zip", tmp_path / "out" / "all.pdf"
    with monkeypatch.context() as alone:
        alone.setattr(print_posters, "cores", lambda: 1)
        made = [
            gongshi("posters", *names, *options, "-C", str(project), "--today", DAY, "--out", str(out))
            for out in (archive, whole)
        ]
    before = archive.read_bytes()
    again = gongshi("posters", *names, *options, "-C", str(project), "--today", DAY, "--out", str(archive))

    assert [done.exit_code for done in (*made, again)] == [0, 0, 0]
    with zipfile.ZipFile(archive) as files:
        assert made[0].stdout.splitlines() == [*files.namelist(), str(archive)]
        assert all(files.read(name).startswith(b"%PDF") for name in files.namelist())
        assert len(files.namelist()) == len(PdfReader(whole).pages)
    assert archive.read_bytes() == before
    assert sorted(path.name for path in archive.parent.iterdir()) == ["all.pdf", "all.zip"]


def test_sheet_is_cut_or_folded_on_demand(project: Path, tmp_path: Path) -> None:
    """Either, as a PDF; a sheet that needs no tiles says so and stops no other."""
    out = tmp_path / "out"
    done = gongshi(
        "posters",
        "weisheng-baojie",
        "linshi-jiuzhu",
        "-C",
        str(project),
        "--today",
        DAY,
        "--tile",
        "a4",
        "--out",
        str(out),
    )
    both = gongshi("posters", "linshi-jiuzhu", "-C", str(project), "--tile", "a4", "--booklet")
    picture = gongshi("posters", "linshi-jiuzhu", "-C", str(project), "--tile", "a4", "--format", "png")

    assert (done.exit_code, done.stdout) == (1, f"{out / 'weisheng-baojie-60x90-拼a4.pdf'}\n")
    assert "a4 印得下，不用拼" in done.stderr
    assert [both.exit_code, picture.exit_code] == [2, 2]
    assert all("--tile、--booklet、--bleed 只能写一个" in one.stderr for one in (both, picture))


def test_kinds_are_listed_and_taken_by_their_chinese_names(project: Path, tmp_path: Path) -> None:
    """The help has no room for them all."""
    listed = gongshi("posters", "--kinds").stdout.splitlines()
    command = (
        "posters",
        "临时救助",
        "--kind",
        "一次性告知单",
        "-C",
        str(project),
        "--today",
        DAY,
        "--out",
        str(tmp_path),
    )

    assert "tick-list          一次性告知单  --set forms" in listed
    assert len(listed) == len(KINDS)
    assert "--kind 种类 " in gongshi("posters", "--help").stdout
    assert gongshi(*command).stdout == f"{tmp_path / 'tick-list-linshi-jiuzhu-a4.pdf'}\n"


def test_what_never_hangs_is_not_written_down_as_hung(project: Path, tmp_path: Path) -> None:
    """And the clerk hears so, of each kind once; of what hangs nothing is said."""
    names = ("临时救助", "卫生保洁制度", "--kind", "regulation", "--kind", "tick-list", "--kind", "take-home", "--hung")

    said = gongshi("posters", *names, "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out")).stdout

    assert said.splitlines()[-1] == "这几种是发放、填写、存放的，不贴出去，没有记张贴：带回家的办事指南、一次性告知单。"
    assert "weisheng-baojie" in (project / "printed.yml").read_text("utf-8")
    assert "tick-list" not in (project / "printed.yml").read_text("utf-8")


def test_what_is_handed_out_may_have_several_pages(project: Path, tmp_path: Path) -> None:
    """It is printed without a hint at a larger paper."""
    command = ("posters", "临时救助", "--kind", "take-home", "-C", str(project), "--today", DAY, "--out", str(tmp_path))

    done = gongshi(*command)

    file = tmp_path / "take-home-linshi-jiuzhu-a4.pdf"
    assert (done.exit_code, done.stdout, done.stderr) == (0, f"{file}\n", "")
    assert len(PdfReader(file).pages) > 1


def test_a_form_is_filled_as_far_as_it_is_not_private(project: Path, tmp_path: Path) -> None:
    """It is a file of its own; what must not be published is refused like on any sheet, and no message repeats it."""
    command = ("posters", "临时救助", "--kind", "tick-list", "-C", str(project), "--today", DAY, "--out", str(tmp_path))

    done = gongshi(*command, "--fill", "补正截止=2026-12-05", "--missing", "1,2")
    private = gongshi(*command, "--fill", "补正说明=请打13900000000")

    assert (done.exit_code, done.stdout) == (0, f"{tmp_path / 'tick-list-linshi-jiuzhu-filled-a4.pdf'}\n")
    assert private.exit_code == 1
    assert "的内容里有手机号码" in private.stderr and "139" not in private.stdout + private.stderr
    done = gongshi(*command, "--fill", "申请人=子虚")
    assert (done.exit_code, done.stderr) == (
        1,
        "“申请人”请在印出来以后手写：姓名、证件号码、联系方式不从命令行填写。\n",
    )


def test_window_stands_for_all_its_sheets(project: Path, tmp_path: Path) -> None:
    """By its name; a kind that windows have none of is told as such."""
    out = tmp_path / "out"
    done = gongshi("posters", "民政救济", "-C", str(project), "--today", DAY, "--out", str(out))
    assert (done.exit_code, done.stderr) == (0, "")
    assert [Path(line).name for line in done.stdout.splitlines()] == [
        "window-sign-minzheng-50x25.pdf",
        "desk-sign-minzheng-a4.pdf",
        "staff-board-minzheng-a3.pdf",
        "whereabouts-minzheng-a4.pdf",
    ]

    none = gongshi("posters", "minzheng", "--kind", "guide", "-C", str(project), "--today", DAY, "--out", str(out))
    assert (none.exit_code, none.stderr) == (1, "《民政救济》没有这一种张贴件。\n")


def test_refused_poster_does_not_stop_the_others(tmp_path: Path) -> None:
    """Those behind it are printed; each that is not is named with its reason, and the exit code says so."""
    project = make_project(
        tmp_path / "p",
        {
            **GAP,
            "regulations/gongzuo-kaoqin.yml": regulation("gongzuo-kaoqin", "工作考勤").replace("现行", "废止"),
            "regulations/dangan-guanli.yml": regulation("dangan-guanli", "档案管理").replace(
                "本制度。", "本制度\ue000。"
            ),
        },
    )
    names = ["首问责任制度", "gongzuo-kaoqin", "临时救助", "dangan-guanli", "weisheng-baojie"]

    done = gongshi("posters", *names, "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert done.exit_code == 1
    assert done.stdout == f"{tmp_path / 'out' / 'weisheng-baojie-60x90.pdf'}\n"
    unknown, ended, held, gap, character = done.stderr.splitlines()
    assert unknown == "没有编号或标题为“首问责任制度”的事项、一件事、制度、公告、窗口或期次。是不是：首问负责制度？"
    assert ended == "《工作考勤制度》现在是“废止”，不做海报。"
    assert held == "《临时救助》还有待补充的内容，补齐之前不做海报："
    assert gap.startswith("content/services/linshi-jiuzhu.yml:27:11 [text/placeholder]")
    assert "档案管理制度" in character and "U+E000" in character
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["weisheng-baojie-60x90.pdf"]


def test_part_of_a_title_leads_to_the_titles_that_hold_it(tmp_path: Path) -> None:
    """A rule is called by less than its whole title, which may begin with the name of the hall."""
    project = make_project(tmp_path / "p")

    done = gongshi("posters", "办结", "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert done.stderr.splitlines() == [
        "没有编号或标题为“办结”的事项、一件事、制度、公告、窗口或期次。是不是：限时办结制度？"
    ]


def test_poster_of_a_record_with_gaps_is_held_back(tmp_path: Path) -> None:
    """The message names every gap with its place."""
    project = make_project(tmp_path / "p", GAP)

    done = gongshi("posters", "linshi-jiuzhu", "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert done.exit_code == 1
    assert "还有待补充的内容，补齐之前不做海报：\ncontent/services/linshi-jiuzhu.yml:" in done.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "names", [["--kind", "guide", "--kind", "regulation"], ["services/jiuzhu", "regulations/jiuzhu"]]
)
def test_records_with_the_same_id_have_files_of_their_own(tmp_path: Path, names: list[str]) -> None:
    """Neither takes the place of the other, however they were asked for."""
    content, out = minimal_content(), tmp_path / "out"
    rule = regulation("jiuzhu", "卫生保洁")
    guide = content["services/linshi-jiuzhu.yml"].replace("id: linshi-jiuzhu", "id: jiuzhu").replace("临时救助", "救急")
    project = make_project(tmp_path / "p", {"regulations/jiuzhu.yml": rule, "services/jiuzhu.yml": guide})
    (project / "content/regulations/weisheng-baojie.yml").unlink()

    gongshi("posters", *names, "-C", str(project), "--today", DAY, "--paper", "a2", "--out", str(out))

    made = {path.name for path in out.iterdir()}
    assert {"services-jiuzhu-a2.pdf", "regulations-jiuzhu-a2.pdf"} <= made


@pytest.mark.parametrize(
    ("kind", "title", "field"),
    [
        ("desk-sign", "《民政救济》的窗口桌牌不印", "windows.yml 里补写这个窗口空着的栏目（number、staff_role"),
        ("acceptance-slip", "《受理通知书（收件回执）》的受理通知书不印", "site.yml 的 hall 里补写空着的栏目（address"),
    ],
)
def test_sheet_that_is_held_back_says_which_it_is_and_what_to_write(
    tmp_path: Path, kind: str, title: str, field: str
) -> None:
    """A window has several sheets with its name, and so has the hall."""
    site = minimal_content()["site.yml"].replace("  address: 虚谷镇不远路1号\n", "")
    windows = re.sub("    (number|staff_role): .*\n", "", minimal_content()["windows.yml"])
    project = make_project(tmp_path / "p", {"site.yml": site, "windows.yml": windows})

    done = gongshi("posters", "--kind", kind, "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert done.exit_code == 1
    assert title in done.stderr and field in done.stderr


def test_poster_that_lacks_what_the_hall_should_say_is_held_back(tmp_path: Path) -> None:
    """The message names the field and its file; of a placeholder, file, line and column."""
    site = minimal_content()["site.yml"].replace("  address: 虚谷镇不远路1号\n", "")
    windows = minimal_content()["windows.yml"].replace("    number: 4\n", "    place: 东侧[X]号门\n")
    project = make_project(tmp_path / "p", {"site.yml": site, "windows.yml": windows})

    done = gongshi("posters", "临时救助", "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert done.exit_code == 1
    held, placeholder = done.stderr.splitlines()
    assert held == "《临时救助》不印海报：还有待补充的内容（去哪办、地址，site.yml 的 hall.address）。"
    assert placeholder.startswith("content/windows.yml:5:12 [text/placeholder]")
    assert not (tmp_path / "out").exists()


def test_posters_of_content_with_errors_are_not_printed(tmp_path: Path) -> None:
    """Errors are listed as by check; the site, of which nothing was asked, is not spoken of."""
    project = make_project(tmp_path / "p", ERROR)

    done = gongshi("posters", "weisheng-baojie", "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert done.exit_code == 1
    assert "content/services/linshi-jiuzhu.yml:8:10 [" in done.stdout
    assert done.stderr.endswith("没有做海报，已经做好的文件不动。\n")
    assert not (tmp_path / "out").exists()


def test_schema_writes_one_file_for_each_kind(tmp_path: Path) -> None:
    """The files are named on stdout, and they are what stands there."""
    done = gongshi("schema", "--out", str(tmp_path / "s"), "--reference", str(tmp_path / "fields.md"))

    assert done.exit_code == 0
    assert {Path(line) for line in done.stdout.splitlines()} == {
        *(tmp_path / "s").iterdir(),
        tmp_path / "fields.md",
    }


def test_schema_offers_what_the_hall_lists(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the folder of a project the words of its site.yml are offered."""
    (tmp_path / "content").mkdir()
    settings = minimal_content()["site.yml"] + "levels: [本单位]\n"
    (tmp_path / "content" / "site.yml").write_text(settings, "utf-8")
    monkeypatch.chdir(tmp_path)

    assert gongshi("schema").exit_code == 0
    assert "本单位" in (tmp_path / "schemas" / "service.schema.json").read_text("utf-8")


# --- failures of the computer ----------------------------------------------------------------------------------------


def test_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    """Where a file is in the way, the command exits 2 with the reason and the name, without a traceback."""
    (tmp_path / "file").write_text("x", "utf-8")

    done = gongshi("schema", "--out", str(tmp_path / "file" / "schemas"))

    assert (done.exit_code, done.stdout) == (2, "")
    assert re.fullmatch(r"读写文件失败：schemas：.+。请检查磁盘空间和权限。\n", done.stderr)
    assert set(tree(tmp_path)) == {"file"}


@pytest.mark.parametrize("failure", [KeyboardInterrupt, click.Abort])
def test_command_that_was_stopped_says_so(
    monkeypatch: pytest.MonkeyPatch, project: Path, failure: type[BaseException]
) -> None:
    """With Ctrl+C, or by the answer to a question: in Chinese, without a traceback."""

    def stop(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(check, "all_problems", stop)

    done = gongshi("check", "-C", str(project))

    assert (done.exit_code, done.stdout, done.stderr) == (1, "", "已停下，没有做完。\n")


@pytest.mark.parametrize("failure", [MemoryError, Died])
def test_want_of_memory_is_told(monkeypatch: pytest.MonkeyPatch, project: Path, failure: type[Exception]) -> None:
    """Here, or in a process that the system has killed for it: exit 2 and what to do."""

    def fail(*_: object, **__: object) -> None:
        raise failure

    monkeypatch.setattr(check, "all_problems", fail)

    done = gongshi("check", "-C", str(project))

    assert (done.exit_code, done.stderr) == (2, "内存不够，没有做完，已经发布的没有变。请关闭别的程序，再运行一次。\n")


def test_a_reader_that_has_seen_enough_is_no_failure(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    """``gongshi gaps | head`` says nothing about disk space."""

    def fail(*_: object, **__: object) -> None:
        raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(check, "all_problems", fail)

    assert gongshi("check", "-C", str(project)).stderr == ""


def test_failure_without_a_file_name_is_told(monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    """An error of the system that names no file prints no empty brackets."""

    def fail(*_: object, **__: object) -> None:
        raise OSError(24, "Too many open files")

    monkeypatch.setattr(check, "all_problems", fail)

    done = gongshi("check", "-C", str(project))

    assert done.exit_code == 2
    assert done.stderr.startswith("读写文件失败：")
    assert "（）" not in done.stderr


@pytest.mark.slow
def test_content_may_be_fixed_and_built_again(project: Path) -> None:
    """After exit 1 and a correction the next build exits 0."""
    write_content(project / "content", ERROR)
    failed = gongshi("build", "-C", str(project), "--today", DAY)
    write_content(project / "content", minimal_content())
    done = gongshi("build", "-C", str(project), "--today", DAY)

    assert (failed.exit_code, done.exit_code) == (1, 0)
    assert (project / "site/index.html").is_file()


def test_posters_pass_the_gate(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A poster that would show a private number is not written, whoever let the number through before."""
    text = minimal_content()["regulations/weisheng-baojie.yml"].replace("由大厅负责解释", f"由{MOBILE}负责解释")
    write_content(project / "content", {"regulations/weisheng-baojie.yml": text})
    monkeypatch.setattr(examination, "check", lambda *_: ())

    done = gongshi("posters", "weisheng-baojie", "-C", str(project), "--today", DAY, "--out", str(tmp_path / "out"))

    assert (done.exit_code, done.stdout) == (1, "")
    assert re.match(r"weisheng-baojie-60x90\.pdf:1:\d+ \[privacy/mobile\] 手机号码\n", done.stderr)
    assert not (tmp_path / "out").exists()


# --- scan ------------------------------------------------------------------------------------------------------------

MOBILE = "138" + "0013" + "8001"


def scanned(folder: Path, *arguments: str, stdin: str = "") -> Result:
    """``gongshi scan`` for the project in ``folder``, in this process."""
    command = ["scan", "-C", str(folder), *arguments]
    return CliRunner().invoke(main, command, prog_name="gongshi", input=stdin, catch_exceptions=False)


def test_scan_finds_nothing_in_sound_content(project: Path) -> None:
    """Clean files exit 0."""
    done = scanned(project, str(project / "content"))

    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "检查完毕，没有发现个人信息。\n")


def test_scan_names_every_place_and_no_value(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Folders are walked with their hidden files, links are not followed, and each finding is a line."""
    write_content(project, {"x/a.csv": f"甲,乙\n丙,{MOBILE}\n", "x/.hidden": MOBILE, "y/b.txt": MOBILE})
    (project / "x/link").symlink_to(project / "y")
    (project / "x/link.txt").symlink_to(project / "y/b.txt")
    monkeypatch.chdir(project)

    done = scanned(project, "x")

    assert done.exit_code == 1
    assert done.stdout == "x/.hidden:1:1 [privacy/mobile] 手机号码\nx/a.csv:2:3 [privacy/mobile] 手机号码\n"
    assert done.stderr == "发现 2 处。\n"


def test_scan_reads_standard_input_and_speaks_json(project: Path) -> None:
    """``-`` is what is piped in; with --json each finding is an object on a line of its own."""
    done = scanned(project, "-", "--json", stdin=f"甲\n{MOBILE}\n")

    assert (done.exit_code, json.loads(done.stdout)) == (1, {"path": "-", "line": 2, "column": 1, "kind": "mobile"})


def test_scan_writes_the_waiver_that_the_build_accepts(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What --waiver prints, with reason and last day, lets the same file pass."""
    write_content(project / "content", {"pages/about.md": f"# 关于\n\n请打{MOBILE}。\n"})
    monkeypatch.chdir(project)

    entry = scanned(project, "content", "--waiver").stdout.replace("reason:", "reason: 本人同意")
    write_content(project / "content", {"waivers.yml": f"waivers:\n{entry.replace('until:', 'until: 2099-12-31')}"})

    assert MOBILE not in entry
    assert scanned(project, "content").exit_code == 0
    assert gongshi("check", "-C", str(project), "--today", DAY).stdout == ""


def test_scan_knows_the_halls_own_numbers(project: Path) -> None:
    """A number in a contact field is public; scanned outside the project it is not known."""
    write_content(project / "content", {SERVICE: minimal_content()[SERVICE] + f"enquiry_phone: '{MOBILE}'\n"})

    assert scanned(project, str(project / "content")).exit_code == 0
    assert scanned(project / "content", str(project / "content")).exit_code == 1


def test_scan_of_what_is_not_there_exits_2(project: Path) -> None:
    """A path that cannot be read is no clean file."""
    assert scanned(project, str(project / "nowhere")).exit_code == 2


def test_scan_that_cannot_work_exits_2(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A detector that is missing is not taken for a clean file."""

    def missing() -> None:
        raise RulesMissing("mobile")

    monkeypatch.setattr(gate, "check_rules", missing)
    done = scanned(project, str(project / "content"))

    assert (done.exit_code, done.stderr.strip()) == (2, TEXTS["scan_failed"].format(reason="RulesMissing: mobile"))


# --- clean -----------------------------------------------------------------------------------------------------------


def test_clean_writes_a_new_file_and_says_what_is_left(project: Path) -> None:
    """Exit 0 for a file that could be published; what is found otherwise is a line, with a way out."""
    Image.new("RGB", (4, 4)).save(project / "图.png")
    Image.new("RGB", (4, 4)).save(project / f"{MOBILE}.png")

    done = gongshi("clean", "-C", str(project), str(project / "图.png"))
    assert (done.exit_code, done.stdout, "图-clean.png" in done.stderr) == (0, "", True)

    done = gongshi("clean", "-C", str(project), str(project / f"{MOBILE}.png"))
    assert (done.exit_code, "[privacy/mobile]" in done.stdout) == (1, True)
    assert "public_contacts" in done.stderr


def test_clean_of_another_kind_of_file_is_one_line(project: Path) -> None:
    """Exit 1, and what to do instead; exit 2 for a file that is not there."""
    done = gongshi("clean", str(project / "mkdocs.yml"))

    assert (done.exit_code, done.stdout, done.stderr.count("\n")) == (1, "", 1)
    assert gongshi("clean", str(project / "nowhere.pdf")).exit_code == 2


# --- format ----------------------------------------------------------------------------------------------------------


def test_format_shows_what_changes_and_asks(project: Path) -> None:
    """Nothing is written before the clerk agrees; then only the names of fields differ, and the content is sound."""
    path = project / "content/services/linshi-jiuzhu.yml"
    before = path.read_text("utf-8")

    refused = CliRunner().invoke(main, ["format", "--keys", "zh", "-C", str(project)], input="n\n")
    unchanged = path.read_text("utf-8")
    done = gongshi("format", "--keys", "zh", "--yes", "-C", str(project))

    assert refused.exit_code == 1 and unchanged == before
    assert "- name: 临时救助\n+ 名称: 临时救助\n" in done.stdout
    assert "名称: 临时救助" in path.read_text("utf-8")
    assert gongshi("check", "-C", str(project), "--today", DAY).exit_code == 0
    assert gongshi("format", "--keys", "zh", "-C", str(project)).stderr.startswith("字段名已经统一")
