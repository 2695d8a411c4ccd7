"""printed: what has to be printed again and where it hangs, until it was printed."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from content_builder import SITE, minimal_content, regulation
from project_builder import DAY, make_project, publish_project

from generator.build import printed
from generator.build.options import HungSheet
from generator.build.printed import compare, printed_sheets, to_print, write_printed
from generator.cli import main
from generator.system.environment import NotReady

RULES = HungSheet("regulations/shouwen-fuze", "首问负责制度", "AAAA-0001", ("墙上",))
GUIDE = HungSheet("services/linshi-jiuzhu", "临时“救助”: #1", "AAAA-0002", ("“民政救济”窗口旁", "村公告栏"))
BULLETIN = HungSheet("results/2026-Q3", "2026年第三季度办理结果", "AAAA-0003")
HEAD = "要重新打印的海报 {} 份，请运行：gongshi posters --changed"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A project whose three sheets hang as they are."""
    write_printed(tmp_path, [RULES, GUIDE, BULLETIN])
    return tmp_path


def test_what_was_written_down_is_read_again(root: Path) -> None:
    """Whatever stands in a title or a place."""
    assert printed_sheets(root) == {sheet.record: sheet for sheet in (RULES, GUIDE, BULLETIN)}


def test_first_build_writes_down_what_there_is(tmp_path: Path) -> None:
    """It names nothing, since nothing was there to change; a sheet that cannot be printed hangs nowhere."""
    held = BULLETIN._replace(version="")

    assert to_print(tmp_path, [RULES, held]) == ()
    assert printed_sheets(tmp_path) == {RULES.record: RULES}
    assert to_print(tmp_path, [RULES, held]) == ()


def test_project_that_cannot_be_written_to_is_compared_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The site stands all the same; nothing is named while nothing is written down."""

    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(printed, "save", refuse)

    assert to_print(tmp_path, [RULES]) == to_print(tmp_path, [GUIDE]) == ()
    assert printed_sheets(tmp_path) is None


def test_changed_sheets_are_named_by_title_until_they_are_printed(root: Path) -> None:
    """With both codes and the places; a new one, too; comparing changes nothing."""
    now = [RULES._replace(version="BBBB-0001"), GUIDE, BULLETIN, HungSheet("regulations/x", "新制度", "BBBB-0004")]
    expected = (
        HEAD.format(2),
        "  《首问负责制度》 版本 AAAA-0001 改为 BBBB-0001，张贴处：墙上",
        "  《新制度》 新的，版本 BBBB-0004，张贴处：没有写（hangs_at）",
    )

    assert to_print(root, now) == to_print(root, now) == expected
    assert to_print(root, [RULES, GUIDE, BULLETIN]) == ()


def test_sheet_of_a_record_that_is_no_longer_in_force_is_to_be_taken_down(root: Path) -> None:
    """Where it hung when it was printed; one that only lacks something for now stays where it is."""
    assert to_print(root, [RULES, BULLETIN._replace(version="")]) == (
        "要撤下的海报 1 份：",
        "  《临时“救助”: #1》 版本 AAAA-0002，张贴处：“民政救济”窗口旁、村公告栏",
    )


def test_place_and_title_alone_print_nothing_again() -> None:
    """The code decides."""
    moved = RULES._replace(places=("一楼东墙",), title="首问责任制度")
    assert compare({RULES.record: RULES}, [moved]) == ()


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("x\n", 1),
        ("regulations/a:\n  title: 甲\n  version: AAAA-0001\nregulations/b: 乙\n", 4),
        ("regulations/a:\n  title: 甲\nregulations/a:\n  title: 甲\n", 3),
        ("regulations/a:\n  title: [甲]\n  version: AAAA-0001\n", 1),
        ("regulations/a:\n  title: 甲\n\tversion: AAAA-0001\n", 3),
    ],
)
def test_damaged_file_is_named_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    """Nothing is compared with it, and it is not overwritten."""
    (tmp_path / "printed.yml").write_text(text, "utf-8", newline="\n")

    with pytest.raises(NotReady, match=f"^printed.yml 第 {line} 行读不懂"):
        to_print(tmp_path, [RULES])
    assert (tmp_path / "printed.yml").read_text("utf-8") == text


# --- in a project ----------------------------------------------------------------------------------------------------


def gongshi(project: Path, *arguments: str) -> Result:
    """Run a command on ``project`` in this process."""
    return CliRunner().invoke(main, [*arguments, "-C", str(project), "--today", DAY], catch_exceptions=False)


def write(project: Path, **files: str) -> None:
    """Change files of the content; of each the name alone is given."""
    for path in minimal_content():
        name = path.rpartition("/")[2].removesuffix(".yml").replace("-", "_")
        if name in files:
            (project / "content" / path).write_text(files[name], "utf-8", newline="\n")


def test_changed_posters_are_printed_and_written_down(tmp_path: Path) -> None:
    """Exactly those that a build names; then none is left; one that was refused goes on being named."""
    project, out = make_project(tmp_path / "p"), tmp_path / "out"
    assert to_print(project, publish_project(project).sheets) == ()
    broken = regulation("weisheng-baojie", "卫生保洁").replace("本制度。", "本制度\ue000。")
    hung = regulation("dangan-guanli", "档案管理").replace("本制度。", "本规定。") + "hangs_at: [一楼东墙, 村公告栏]\n"
    write(project, weisheng_baojie=broken, dangan_guanli=hung)

    first, *lines = to_print(project, publish_project(project).sheets)
    again = to_print(project, publish_project(project).sheets)
    done = gongshi(project, "posters", "--changed", "--variant", "ink", "--out", str(out))

    assert again == (first, *lines) and first == HEAD.format(2)
    assert [line.partition(" 版本")[0] for line in lines] == ["  《档案管理制度》", "  《卫生保洁制度》"]
    assert lines[0].endswith("张贴处：一楼东墙、村公告栏") and lines[1].endswith("张贴处：墙上")
    assert (done.exit_code, done.stdout) == (1, f"{out / 'dangan-guanli-60x90-ink.pdf'}\n")
    assert "U+E000" in done.stderr
    assert to_print(project, publish_project(project).sheets) == (HEAD.format(1), lines[1])


def test_what_hangs_only_in_some_halls_is_named_once_it_hung(tmp_path: Path) -> None:
    """Nobody is told to print a kind of sheet that the hall does not hang; with --hung its day is written down."""
    extra = HungSheet("window-sign/minzheng", "民政救济", "AAAA-0009", ("窗口",), expected=False)
    write_printed(tmp_path, [RULES])

    assert compare({RULES.record: RULES}, [RULES, extra]) == ()
    assert (
        len(compare({sheet.record: sheet for sheet in (RULES, extra._replace(version="AAAA-0001"))}, [RULES, extra]))
        == 1
    )


def test_sheets_that_were_hung_are_written_down_with_their_day(tmp_path: Path) -> None:
    """Those that were printed, of the others those that hung before; a build goes on from there."""
    project = make_project(tmp_path / "p")
    to_print(project, publish_project(project).sheets)
    before = printed_sheets(project)
    write(project, dangan_guanli=regulation("dangan-guanli", "档案管理").replace("本制度。", "本规定。"))
    done = gongshi(project, "posters", "dangan-guanli", "--hung", "--out", str(tmp_path / "out"))
    after = printed_sheets(project)

    assert done.exit_code == 0 and before and after
    assert after.keys() == before.keys()
    changed = [key for key in after if after[key] != before[key]]
    assert changed == ["regulations/dangan-guanli"] and after[changed[0]].printed == DAY
    assert to_print(project, publish_project(project).sheets) == ()


def test_what_is_to_be_taken_down_is_not_forgotten_when_another_is_hung(tmp_path: Path) -> None:
    """A build goes on naming a sheet that still hangs, whatever was hung since."""
    project = make_project(tmp_path / "p")
    to_print(project, publish_project(project).sheets)
    write(project, dangan_guanli=regulation("dangan-guanli", "档案管理").replace("现行", "废止"))
    told = to_print(project, publish_project(project).sheets)

    assert gongshi(project, "posters", "weisheng-baojie", "--hung", "--out", str(tmp_path / "out")).exit_code == 0

    assert told[0] == "要撤下的海报 1 份："
    assert to_print(project, publish_project(project).sheets) == told


@pytest.mark.parametrize("arguments", [["--changed"], ["dangan-guanli", "--hung"]])
def test_sheets_whose_file_was_not_saved_do_not_hang(tmp_path: Path, arguments: list[str]) -> None:
    """All go into one file, and that cannot be written: nothing is written down, and a build names them again."""
    project = make_project(tmp_path / "p")
    to_print(project, publish_project(project).sheets)
    write(project, dangan_guanli=regulation("dangan-guanli", "档案管理").replace("本制度。", "本规定。"))
    told = to_print(project, publish_project(project).sheets)
    (tmp_path / "file").touch()

    done = gongshi(project, "posters", *arguments, "--out", str(tmp_path / "file" / "all.zip"))

    assert done.exit_code != 0 and "读写文件失败" in done.stderr
    assert to_print(project, publish_project(project).sheets) == told != ()


def test_damaged_file_stops_before_anything_is_printed(tmp_path: Path) -> None:
    """What could not be written down afterwards is not printed and hung unrecorded."""
    project, out = make_project(tmp_path / "p"), tmp_path / "out"
    (project / "printed.yml").write_text("x\n", "utf-8")

    done = gongshi(project, "posters", "dangan-guanli", "--hung", "--out", str(out))

    assert "printed.yml 第 1 行读不懂" in done.stderr and not out.exists()


def test_nothing_is_written_down_where_nothing_was_printed(tmp_path: Path) -> None:
    """A name that does not exist is no reason to say that every sheet hangs."""
    project = make_project(tmp_path / "p")

    assert gongshi(project, "posters", "meiyou", "--hung", "--out", str(tmp_path / "out")).exit_code != 0

    assert printed_sheets(project) is None


def test_new_phone_of_the_hall_prints_all_that_show_it(tmp_path: Path) -> None:
    """Every sheet has the supervision phone; the page of each says the code that a build names."""
    project = make_project(tmp_path / "p")
    to_print(project, publish_project(project).sheets)
    write(project, site=SITE.replace("0300-0000112", "0300-0000113"))

    report = publish_project(project)

    assert to_print(project, report.sheets)[0] == HEAD.format(13)
    pages = {sheet.version: project / "site" / sheet.record / "index.html" for sheet in report.sheets}
    own = {version: page.read_text("utf-8") for version, page in pages.items() if page.exists()}
    assert len(own) == 13 and all(f"<code>{version}</code>" in page for version, page in own.items())


def test_withdrawn_regulation_is_taken_down_once_it_was_told(tmp_path: Path) -> None:
    """--changed names what to take down, prints nothing, and forgets it."""
    project = make_project(tmp_path / "p")
    to_print(project, publish_project(project).sheets)
    write(project, dangan_guanli=regulation("dangan-guanli", "档案管理").replace("现行", "废止"))

    done, again = (gongshi(project, "posters", "--changed", "--out", str(tmp_path / "out")) for _ in range(2))

    told = [line.partition(" 版本")[0] for line in done.stdout.splitlines()]
    assert (done.exit_code, told) == (0, ["要撤下的海报 1 份：", "  《档案管理制度》"])
    assert (again.exit_code, again.stdout) == (0, "没有要重新打印的海报。\n")
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("arguments", [[], ["--changed", "dangan-guanli"]])
def test_either_names_or_changed_ones_are_asked_for(tmp_path: Path, arguments: list[str]) -> None:
    """Anything else is wrong usage."""
    done = gongshi(make_project(tmp_path / "p"), "posters", *arguments)

    assert done.exit_code == 2
    assert "请写要做的海报的编号或标题，或者写 --kind；或者只写 --changed。" in done.stderr
