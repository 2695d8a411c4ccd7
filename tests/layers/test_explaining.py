"""explain: of each field the layer, file and line, in a hall alone, in a hall of a fleet, and for all halls."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from content_builder import minimal_content
from layers.layer_builder import OVERRIDE, SERVICE, Fleet, write

from generator.cli import main

WHOLE = minimal_content()[SERVICE]
FLEET = """\
name: 示例县
layers:
  - {id: province, name: 省, folder: province}
  - {id: county, name: 县, folder: county}
halls:
  - {id: qingshan, folder: hall, address: https://demo.example/qingshan/}
  - {id: lvshui, folder: other, address: https://demo.example/lvshui/, layers: [province]}
"""


def explain(folder: Path, *arguments: str) -> tuple[int, list[str]]:
    """Exit code and lines of ``gongshi explain``."""
    done = CliRunner().invoke(main, ["explain", "-C", str(folder), *arguments], catch_exceptions=False)
    return done.exit_code, (done.stdout if done.exit_code == 0 else done.output).splitlines()


@pytest.fixture
def county(fleet: Fleet) -> Path:
    """A fleet of two halls, of which one has something of its own about the guide."""
    write(fleet.root, {"fleet.yml": FLEET, "other/site.yml": minimal_content()["site.yml"]})
    fleet.change("province", {"layer.yml": f"locked: {{{SERVICE}: [fee]}}\n"})
    fleet.change("county", {OVERRIDE: "time_limits:\n  promised:\n    days: 7\n"})
    fleet.change("hall", {OVERRIDE: "enquiry_phone: 0300-0000199\ntime_limits: {promised: 5个工作日}\n"})
    return fleet.root


@pytest.mark.parametrize("name", ["linshi-jiuzhu", "services/linshi-jiuzhu", SERVICE, "临时救助"])
def test_a_hall_alone_is_told_files_and_lines(tmp_path: Path, name: str) -> None:
    """Whatever the record is called; no layers are spoken of."""
    write(tmp_path / "content", minimal_content())
    code, lines = explain(tmp_path, name)

    assert code == 0
    assert lines[0] == f"{SERVICE}　临时救助"
    assert f"  到现场次数　“1”　content/{SERVICE}:{WHOLE[: WHOLE.index('visits')].count(chr(10)) + 1}" in lines
    assert len(lines) == 1 + sum(line[0].isalpha() for line in WHOLE.splitlines())


def test_a_hall_of_a_fleet_is_told_the_layers(county: Path) -> None:
    """And what each layer above had, and what is locked."""
    code, lines = explain(county, "linshi-jiuzhu", "--hall", "qingshan")

    assert code == 0
    at = lines.index(f"  时限·承诺时限·天数　“5”　qingshan：hall/{OVERRIDE}:2")
    promised = WHOLE[: WHOLE.index("days: 10")].count("\n") + 1
    assert lines[at + 1 : at + 3] == [
        f"    县写的是“7”（county/{OVERRIDE}:3）",
        f"    省写的是“10”（province/{SERVICE}:{promised}）",
    ]
    assert f"  咨询电话　“0300-0000199”　qingshan：hall/{OVERRIDE}:1" in lines
    assert lines[lines.index(next(line for line in lines if line.startswith("  收费"))) + 1] == (
        "    “省”规定下级不能改（province/layer.yml:1）"
    )


def test_a_hall_may_stand_on_some_of_the_layers(county: Path) -> None:
    """The county's shorter promise is not that of a hall that stands on the province alone."""
    _, lines = explain(county, "linshi-jiuzhu", "--hall", "lvshui")
    assert not any("county" in line or "县" in line for line in lines[1:] if "时限" in line)


def test_without_a_hall_the_halls_that_differ_are_listed(county: Path) -> None:
    """The shared content is told, and where a hall has something of its own."""
    code, lines = explain(county, "linshi-jiuzhu")
    assert code == 0
    assert f"  时限·承诺时限·天数　“7”　县：county/{OVERRIDE}:3" in lines
    assert lines[-2:] == ["改了这一条的大厅：", f"  qingshan：hall/{OVERRIDE}"]

    _, lines = explain(county, "materials")
    assert lines[-1] == "没有大厅改过这一条。"


def test_what_was_left_out_is_told_with_what_was_above(county: Path) -> None:
    """A clerk who looks for a guide that is gone learns who took it away."""
    write(county, {f"hall/{OVERRIDE}": None, "hall/layer.yml": f"leaves_out: [{SERVICE}]\n"})
    _, lines = explain(county, "linshi-jiuzhu", "--hall", "qingshan")
    assert lines[1] == "qingshan不要这一条（hall/layer.yml）。上级的："


def test_refused_overrides_are_told_too(county: Path) -> None:
    """Else the value of the layer above would be a riddle."""
    write(county, {f"hall/{OVERRIDE}": "visit: 3\n"})
    _, lines = explain(county, "linshi-jiuzhu", "--hall", "qingshan")
    assert lines[-1].startswith(f"hall/{OVERRIDE}:1:1 [field/unknown]")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["linshi-jiuzhv"], "没有“linshi-jiuzhv”这一条。最接近的：linshi-jiuzhu。"),
        (["windows"], "共用的内容里没有“windows”这一条；是某个大厅自己的，请用 --hall 写明大厅的编号。"),
        (["site", "--hall", "nope"], "fleet.yml 里没有大厅nope。现有：qingshan、lvshui。"),
    ],
)
def test_what_is_not_there_is_told(county: Path, arguments: list[str], told: str) -> None:
    """With what may be meant."""
    assert explain(county, *arguments) == (2, [told])


def test_an_id_of_two_records_is_told(tmp_path: Path) -> None:
    """A regulation may have the id of a guide."""
    twin = {"regulations/linshi-jiuzhu.yml": "id: linshi-jiuzhu\ntitle: 临时救助\n"}
    write(tmp_path / "content", minimal_content() | twin)

    code, lines = explain(tmp_path, "linshi-jiuzhu")
    assert (code, len(lines)) == (2, 1)
    assert "不止一条" in lines[0]
    assert "regulations/linshi-jiuzhu.yml" in lines[0]
    assert explain(tmp_path, "services/linshi-jiuzhu")[0] == 0


def test_a_hall_alone_has_no_other(tmp_path: Path) -> None:
    """The option is for fleets."""
    write(tmp_path / "content", minimal_content())
    assert explain(tmp_path, "site", "--hall", "x") == (2, ["这里没有 fleet.yml，只有一个大厅，不用写 --hall。"])
