"""compose: a lower layer adds, replaces, leaves out and overrides; nothing happens in silence, and comments stay."""

from pathlib import Path

import pytest
from content_builder import TODAY, minimal_content
from layers.layer_builder import OVERRIDE, SERVICE, Fleet, write

from generator.build.examine import examine
from generator.layers import composition, reading
from generator.layers.compose import compose
from generator.layers.layer import Layer
from generator.layers.overriding import Overridden, overridden
from generator.publish.mirror import MARK

WHOLE = minimal_content()[SERVICE]


def test_layers_together_are_the_content_of_a_hall(fleet: Fleet) -> None:
    """Files of all layers stand in one folder, byte for byte, and the ordinary checks find nothing."""
    composed = fleet.compose()

    assert composed.problems == ()
    assert fleet.composed_files() == {path: text.encode() for path, text in minimal_content().items()}
    assert examine(fleet.into, TODAY).problems == ()


def test_a_hall_alone_is_copied(tmp_path: Path) -> None:
    """One layer is a hall as it always was."""
    hall = write(tmp_path / "hall", minimal_content())
    into = tmp_path / "content"

    assert compose([Layer("", "", hall)], into).problems == ()
    assert {path: (into / path).read_text("utf-8") for path in minimal_content()} == minimal_content()


def test_only_what_differs_is_written(fleet: Fleet) -> None:
    """The next build sees what has changed by the bytes; what is gone above is gone below."""
    fleet.compose()
    assert fleet.compose().changed == ((), ())

    fleet.change("province", {"services/xin.yml": WHOLE.replace("linshi-jiuzhu", "xin")})
    assert fleet.compose().changed == (("services/xin.yml",), ())

    fleet.change("province", {"services/xin.yml": None})
    assert fleet.compose().changed == ((), ("services/xin.yml",))


def test_a_change_of_the_same_length_is_seen(fleet: Fleet) -> None:
    """What is kept of a layer goes by more than the size of its files."""
    fleet.compose()
    fleet.change("province", {SERVICE: WHOLE.replace("copies: 1", "copies: 2")})

    assert fleet.compose().changed == ((SERVICE,), ())


def test_kept_files_do_not_grow_with_halls(fleet: Fleet, tmp_path: Path) -> None:
    """Only the folders used last are kept, so that three hundred halls need no more memory than a few."""
    for number in range(40):
        hall = write(tmp_path / f"hall-{number}", {"site.yml": minimal_content()["site.yml"]})
        compose([*fleet.layers[:2], Layer("hall", "大厅", hall)], tmp_path / f"made-{number}")

    assert len(reading._kept) == reading.MOST_FOLDERS
    assert fleet.root / "province" in reading._kept


def test_an_override_changes_its_fields_and_nothing_else(fleet: Fleet) -> None:
    """Comments, order and quotation marks of the upper file stay; groups are merged by field."""
    fleet.change("province", {SERVICE: WHOLE.replace("visits: 1", "visits: 1 # 省里核过\n# 可以代办")})
    fleet.change("county", {OVERRIDE: "time_limits:\n  promised:\n    days: 7\n"})
    fleet.change("hall", {OVERRIDE: "enquiry_phone: 0300-0000199\ntime_limits: {promised: {days: 5}}\n"})

    assert fleet.problems() == []
    expected = (
        WHOLE.replace("visits: 1", "visits: 1 # 省里核过\n# 可以代办")
        .replace("    days: 10\n", '    days: "5"\n')
        .replace("  name: 临时救助金\n", "  name: 临时救助金\nenquiry_phone: 0300-0000199\n")
    )
    assert fleet.text(SERVICE) == expected


def test_fields_may_have_their_chinese_names(fleet: Fleet) -> None:
    """In either file, whatever they are called in the other."""
    fleet.change("hall", {OVERRIDE: "办理时限:\n  承诺时限: 8个工作日\n咨询电话: 0300-0000199\n"})

    assert fleet.problems() == []
    assert "enquiry_phone: 0300-0000199\n" in fleet.text(SERVICE)
    assert '    days: "8"\n    unit: 工作日\n' in fleet.text(SERVICE)


def test_things_with_an_id_are_merged_by_it(fleet: Fleet) -> None:
    """A material that the hall knows more about, and one that only the hall has; other lists are replaced whole."""
    fleet.change(
        "hall",
        {
            "overrides/materials.yml": "materials:\n  - {id: id-card, blank_form: 一号窗口}\n  - {id: xin, name: 新表}\n",
            OVERRIDE: "conditions: [住在本镇。]\n",
        },
    )

    assert fleet.problems() == []
    assert fleet.text("materials.yml") == (
        minimal_content()["materials.yml"] + "    blank_form: 一号窗口\n  - id: xin\n    name: 新表\n"
    )
    assert "conditions:\n  - 住在本镇。\n" in fleet.text(SERVICE)


@pytest.mark.parametrize(
    ("upper", "override", "expected"),
    [
        ("promised: 10个工作日", "promised: {days: 5}", 'promised:\n    days: "5"\n    unit: 工作日'),
        ("promised: 1个月", "promised: 5个工作日", 'promised:\n    days: "5"\n    unit: 工作日'),
        ("promised: {months: 1, note: 一般}", "promised: {days: 9, unit: 自然日}", None),
    ],
)
def test_a_limit_is_one_thing_in_several_fields(fleet: Fleet, upper: str, override: str, expected: str | None) -> None:
    """Days take the place of months, and what stands in one line is spelled out before it is merged."""
    text = WHOLE.replace("promised:\n    days: 10\n    unit: 工作日", upper)
    assert text != WHOLE
    fleet.change("province", {SERVICE: text})
    fleet.change("hall", {OVERRIDE: f"time_limits:\n  {override}\n"})

    assert fleet.problems() == []
    assert "months" not in fleet.text(SERVICE)
    if expected:
        assert expected in fleet.text(SERVICE)
    assert [one for one in examine(fleet.into, TODAY).problems if one.severity == "error"] == []


def test_a_hall_shares_the_settings_of_the_province(fleet: Fleet) -> None:
    """The province's site.yml may hold a part only; the hall's own fields are put to it."""
    site = minimal_content()["site.yml"]
    shared = "# 全省一样\nlife_events: [困难救助]\n"
    fleet.change("province", {"site.yml": shared})
    fleet.change("hall", {"site.yml": None, "overrides/site.yml": site.replace("life_events: [困难救助]\n", "")})

    assert fleet.problems() == []
    assert fleet.text("site.yml").startswith("# 全省一样\n")
    assert examine(fleet.into, TODAY).problems == ()


def test_replacing_and_leaving_out_are_said_in_the_rules(fleet: Fleet) -> None:
    """The hall's own guide takes the place of the province's, and one regulation is not wanted."""
    own = WHOLE.replace("visits: 1", "visits: 0")
    fleet.change(
        "hall", {SERVICE: own, "layer.yml": f"replaces: [{SERVICE}]\nleaves_out: [regulations/weisheng-baojie.yml]\n"}
    )

    assert fleet.problems() == []
    assert fleet.text(SERVICE) == own
    assert not (fleet.into / "regulations/weisheng-baojie.yml").exists()


def test_tables_and_prose_are_added(fleet: Fleet) -> None:
    """Results with their rows, pages and pictures go into the content as they are; hidden files do not."""
    fleet.change("province", {"pages/about.md": "# 关于\n"})
    fleet.change("hall", {"pages/deep/a.png": b"\x89PNG", ".git": "x", "pages/.hidden.md": "x"})

    assert fleet.problems() == []
    files = fleet.composed_files()
    assert (files["pages/about.md"], files["pages/deep/a.png"]) == ("# 关于\n".encode(), b"\x89PNG")
    assert any(path.endswith(".csv") for path in files)
    assert {path for path in files if "/." in f"/{path}"} == set()


def test_nothing_is_written_while_a_layer_is_missing(fleet: Fleet) -> None:
    """A layer that is not there would take away half of the content."""
    fleet.compose()
    before = fleet.composed_files()
    (fleet.root / "county").rename(fleet.root / "elsewhere")

    found = fleet.compose()

    assert [str(one) for one in found.problems] == [
        "layers/county/:1:1 [layer/no-folder] “县”这一层的文件夹不存在。请检查 fleet.yml 里的 folder，或建好这个文件夹。"
    ]
    assert found.changed is None
    assert fleet.composed_files() == before


def test_what_was_made_of_the_same_is_taken_over(fleet: Fleet, monkeypatch: pytest.MonkeyPatch) -> None:
    """In another process nothing is merged again; what was touched, or follows from anything else, is."""
    merged: list[str] = []

    def noted(upper: bytes, partial: bytes, path: str) -> Overridden:
        merged.append(path)
        return overridden(upper, partial, path)

    monkeypatch.setattr(composition, "overridden", noted)
    fleet.change("hall", {OVERRIDE: "visits: 2\n", "overrides/materials.yml": "materials: [{id: xin, name: 新}]\n"})
    assert fleet.problems() == []
    both, before = [*merged], fleet.composed_files()
    assert sorted(both) == ["materials.yml", SERVICE]

    assert (fleet.problems(), merged) == ([], both)
    (fleet.into / SERVICE).write_text("touched")
    assert fleet.compose().changed == ((SERVICE,), ())
    assert merged == [*both, SERVICE]
    assert fleet.composed_files() == before

    fleet.change("province", {"layer.yml": f"locked: {{{SERVICE}: [visits]}}\n"})
    assert [line.partition("]")[0] for line in fleet.problems()] == [f"layers/hall/{OVERRIDE}:1:9 [layer/locked"]
    assert fleet.text(SERVICE) == WHOLE


@pytest.mark.parametrize("note", [b"", b"{", b"[1]", b'{"a": 1}', b'{"a": ["b"]}', b"\xff", b"null"])
def test_a_broken_note_is_none(fleet: Fleet, note: bytes) -> None:
    """Whatever happened to the mark, the content is made of the layers."""
    fleet.change("hall", {OVERRIDE: "visits: 2\n"})
    fleet.compose()
    before = fleet.composed_files()
    (fleet.into / MARK).write_bytes(note)

    assert fleet.compose().changed == ((), ())
    assert fleet.composed_files() == before
