"""gongshi inspect: the self-check of a project with its built site, and of the demo."""

import json
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from content_builder import SITE, minimal_content
from project_builder import DAY, make_project, publish_once

from generator.build.inspecting import inspect_project
from generator.cli import main
from generator.content.project import open_project

ROOT = Path(__file__).parent.parent.parent
OWN = {"site.yml": SITE + "feedback: {url: https://liuyan.example/}\n"}
NO_FEE = {
    "services/linshi-jiuzhu.yml": minimal_content()["services/linshi-jiuzhu.yml"].replace("fee:\n  free: 是\n", "")
}


def inspect(project: Path, *options: str) -> Result:
    """Run the command in this process; an exception that would be a traceback fails the test."""
    return CliRunner().invoke(main, ["inspect", "-C", str(project), "--today", DAY, *options], catch_exceptions=False)


@pytest.fixture(scope="module")
def put_back(tmp_path_factory: pytest.TempPathFactory):
    """A sound project with its built site; calling it puts everything back as it was."""
    return publish_once(tmp_path_factory.mktemp("inspect"), OWN)


@pytest.fixture
def built(put_back) -> Path:
    """The sound project with its built site."""
    return put_back()


def test_a_sound_hall_passes(built: Path) -> None:
    """Exit code 0; what no program can see is listed; nothing was left unmade."""
    done = inspect(built)

    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("—— 程序看不了，请人看 ——\n")
    assert done.stdout.endswith("否决 0 条，扣 0 分，得 100 分：合格。\n")


def test_a_dead_link_on_the_home_page_is_a_veto(built: Path) -> None:
    """Exit code 1; the page, the target and what to do are told."""
    (built / "site/search/index.html").unlink()
    done = inspect(built)

    assert done.exit_code == 1
    assert (
        "首页有死链（数目还没有核对到原文）　《全国政府网站普查评分表》（国办发〔2015〕15号）\n  index.html　链接打不开：search/index.html。"
        in done.stdout
    )
    assert "否决 1 条：不合格。" in done.stdout


def test_faults_of_records_have_their_line(tmp_path: Path) -> None:
    """And a hall that was not built yet is inspected as far as it goes."""
    window = minimal_content()["windows.yml"].partition("functions:")[0]
    done = inspect(make_project(tmp_path / "project", {**OWN, **NO_FEE, "windows.yml": window}))

    assert done.exit_code == 0
    assert (
        "  content/services/linshi-jiuzhu.yml:1　“临时救助”没有写收不收费。写 fee；不收费的写 free: 是。\n"
        in done.stdout
    )
    assert "  content/windows.yml:2　窗口“民政救济”没有职能清单。" in done.stdout
    assert "没有查的：站点无法访问、首页有死链、" in done.stdout
    assert (
        "请先运行 gongshi build，再查一次。\n否决 0 条，扣 2 分，得 98 分：合格。另有 7 条没有查，不算在内。\n"
        in done.stdout
    )


def test_a_hall_has_its_own_indicators(tmp_path: Path) -> None:
    """content/inspection.yml goes before the program's, and --profile before both."""
    own = "left_out:\n  - {id: meiyou-qudao, reason: 镇里用县里的留言板}\n  - {id: a, reason: 写错}\n"
    project = make_project(tmp_path / "project", {"inspection.yml": own})
    done = inspect(project)
    assert (done.exit_code, "否决 0 条" in done.stdout) == (0, True)
    assert done.stderr == "没有编号为“a”的指标，left_out 里的这一条没有用。\n"

    (tmp_path / "sheng.yml").write_text(
        "indicators:\n  - {id: sheng1, name: 一周更新, check: 首页不更新, kind: 否决, days: 3, source: {title: 某省检查表}}\n",
        "utf-8",
    )
    done = inspect(project, "--profile", str(tmp_path / "sheng.yml"))
    assert done.exit_code == 1
    assert "一周更新　某省检查表\n  content/notices/dibao-2026-11.yml:6　最新的一份是4天以前的" in done.stdout


def test_a_wrong_profile_stops_the_command(tmp_path: Path) -> None:
    """As wrong usage, with line and remedy."""
    (tmp_path / "sheng.yml").write_text("indicators:\n  - {id: a}\n", "utf-8")
    done = inspect(make_project(tmp_path / "project"), "--profile", str(tmp_path / "sheng.yml"))

    assert done.exit_code == 2
    assert "sheng.yml:2:5 [field/missing] 缺少必填项“指标名称”" in done.stdout + done.stderr
    assert done.stderr.endswith("没有自查。请先改正指标文件，再运行一次。\n")


def test_the_assessment_is_plain_values(tmp_path: Path) -> None:
    """For other programs: every indicator with its faults."""
    done = inspect(make_project(tmp_path / "project", NO_FEE), "--json")
    told = json.loads(done.stdout)
    by_id = {one["id"]: one for one in told["indicators"]}

    assert (told["passed"], told["vetoes"], told["lost"], done.exit_code) == (False, 1, 1, 1)
    assert (by_id["meiyou-qudao"]["kind"], by_id["zhinan-shixian"]["kind"]) == ("veto", "points")
    assert by_id["zhinan-shixian"]["faults"][0]["where"] == "content/services/linshi-jiuzhu.yml:1"
    assert by_id["silian"]["made"] is False


def test_the_table_has_faults_and_indicators(tmp_path: Path) -> None:
    """The same bytes each time; outside the project and never over another file."""
    project = make_project(tmp_path / "project", NO_FEE)
    out = tmp_path / "自查.xlsx"
    done = inspect(project, "--out", str(out))
    assert (done.exit_code, done.stdout) == (1, f"已写好 {out}。\n")
    assert done.stderr == "否决 1 条：不合格。扣分 1 分。另有 7 条没有查，不算在内。\n"

    book = openpyxl.load_workbook(out)
    faults = [[cell.value for cell in row] for row in book["问题"].iter_rows()]
    assert faults[0] == ["指标", "性质", "在哪里", "问题", "怎么改"]
    assert [row[:3] for row in faults[1:]] == [
        ["互动回应差：没有网上咨询建言渠道", "否决", "content/site.yml:1"],
        ["办事指南没有时限或者收费", "扣分", "content/services/linshi-jiuzhu.yml:1"],
    ]
    rows = [[cell.value for cell in row] for row in book["指标"].iter_rows()]
    assert rows[1][:5] == ["站点无法访问", "否决", "没有查", 0, 0]
    assert rows[-1][4:6] == [1, "否决 1 条：不合格。扣分 1 分。另有 7 条没有查，不算在内。"]

    assert [cell.value for cell in book["请人看"]["A"]][:2] == ["指标", "安全、泄密事故等严重问题"]

    inspect(project, "--out", str(tmp_path / "b.xlsx"))
    assert (tmp_path / "b.xlsx").read_bytes() == out.read_bytes()
    for wrong, told in (
        (out, "已经存在"),
        (project / "a.xlsx", "不能放在项目文件夹里"),
        (tmp_path / "a.pdf", "以 .xlsx 结尾"),
    ):
        done = inspect(project, "--out", str(wrong), "--json")
        assert (done.exit_code, told in done.stderr, done.stdout) == (2, True, "")


def test_a_hall_that_cannot_be_read_is_not_inspected(tmp_path: Path) -> None:
    """Nothing is known of it."""
    done = inspect(make_project(tmp_path / "project", {"windows.yml": "x"}))

    assert done.exit_code == 1
    assert done.stderr.endswith("没有自查。请先改正以上内容，再运行一次。\n")


def test_the_demo_has_no_veto(tmp_path: Path) -> None:
    """What it has left open on purpose costs points."""
    found = inspect_project(open_project(ROOT, tmp_path / "site"), None, date(2026, 11, 27), 1).assessment

    assert found.vetoes == ()
    assert found.passed
    assert {one.indicator.id for one in found.deductions} >= {"kongbai-koufen", "zhanwei"}


def test_a_page_in_another_encoding_is_inspected(built: Path) -> None:
    """Somebody has changed the built site by hand; the command still tells what it found."""
    (built / "site/about/index.html").write_bytes("<p>关于我们</p><a href='../meiyou/'>x</a>".encode("gbk"))
    done = inspect(built)

    assert done.exit_code == 0
    assert "  about/index.html　链接打不开：meiyou/index.html。" in done.stdout
