"""history, home: each field knows the layer, file and line that it comes from, and so does each problem."""

from content_builder import TODAY, minimal_content
from layers.layer_builder import OVERRIDE, SERVICE, Fleet

from generator.build.examine import examine
from generator.content.problems import make_problem

WHOLE = minimal_content()[SERVICE]
PROVINCE = f"layers/province/{SERVICE}"


def line_of(text: str, words: str) -> int:
    """The number of the first line of ``text`` that has ``words``."""
    return next(number for number, line in enumerate(text.splitlines(), 1) if words in line)


def at_home(fleet: Fleet) -> list[str]:
    """The problems of the ordinary checks, at home."""
    composed = fleet.compose()
    assert composed.problems == ()
    return sorted(str(composed.at_home(one)).partition("]")[0] for one in examine(fleet.into, TODAY).problems)


def origins(fleet: Fleet, path: str = SERVICE) -> dict[str, list[str]]:
    """Field -> where its value was written, then what layers above wrote."""
    return {
        ".".join(map(str, one.keys)): [
            one.origin.place,
            *(f"{upper.value} {upper.origin.place}" for upper in one.above),
        ]
        for one in fleet.compose().histories[path].fields()
    }


def test_each_field_knows_its_layer(fleet: Fleet) -> None:
    """Those that nobody changed come from the province; a group is told field by field once it was changed."""
    fleet.change("county", {OVERRIDE: "# 县里定的\ntime_limits:\n  promised:\n    days: 7\n"})
    fleet.change("hall", {OVERRIDE: "time_limits: {promised: {days: 5}}\nenquiry_phone: 0300-0000199\n"})

    found = origins(fleet)

    assert found["visits"] == [f"{PROVINCE}:{line_of(WHOLE, 'visits')}"]
    assert found["enquiry_phone"] == [f"layers/hall/{OVERRIDE}:2"]
    assert found["time_limits.statutory"] == [f"{PROVINCE}:{line_of(WHOLE, 'statutory')}"]
    assert found["time_limits.promised.days"] == [
        f"layers/hall/{OVERRIDE}:1",
        f"7 layers/county/{OVERRIDE}:4",
        f"10 {PROVINCE}:{line_of(WHOLE, 'days: 10')}",
    ]
    assert found["time_limits.promised.unit"] == [f"{PROVINCE}:{line_of(WHOLE, '工作日')}"]
    assert "time_limits" not in found


def test_a_replaced_record_tells_what_was_above(fleet: Fleet) -> None:
    """All its fields are the hall's."""
    fleet.change("hall", {SERVICE: WHOLE.replace("visits: 1", "visits: 2"), "layer.yml": f"replaces: [{SERVICE}]\n"})

    line = line_of(WHOLE, "visits")
    assert origins(fleet)["visits"] == [f"layers/hall/{SERVICE}:{line}", f"1 {PROVINCE}:{line}"]


def test_things_with_an_id_are_told_one_by_one(fleet: Fleet) -> None:
    """Wherever they stand in either list."""
    upper = "materials:\n  - {id: a, name: 甲}\n" + minimal_content()["materials.yml"].partition("\n")[2]
    fleet.change("province", {"materials.yml": upper})
    fleet.change(
        "hall",
        {"overrides/materials.yml": "materials:\n  - id: xin\n    name: 新\n  - id: id-card\n    issuer: 某局\n"},
    )

    found = origins(fleet, "materials.yml")

    assert found["materials.1.issuer"] == [
        "layers/hall/overrides/materials.yml:5",
        "公安机关 layers/province/materials.yml:7",
    ]
    assert found["materials.0"] == ["layers/province/materials.yml:2"]
    assert found["materials.2"] == ["layers/hall/overrides/materials.yml:2"]


def test_problems_of_whole_files_are_told_in_the_layer(fleet: Fleet) -> None:
    """Also of YAML that cannot be read, of tables, and of prose."""
    rows = next(path for path in minimal_content() if path.startswith("results/") and path.endswith(".csv"))
    fleet.change("province", {SERVICE: WHOLE.replace("state: 在办", "state: 开着"), "services/b.yml": "id: [b\n"})
    fleet.change("county", {"notices/c.yml": "name: c\n"})
    fleet.change("hall", {rows: minimal_content()[rows] + "x,y\n"})

    lines = len(minimal_content()[rows].splitlines()) + 1
    found = at_home(fleet)
    assert f"{PROVINCE}:{line_of(WHOLE, 'state:')}:10 [field/choice" in found
    assert any(line.startswith("layers/province/services/b.yml:1:") for line in found)
    assert any(line.startswith("layers/county/notices/c.yml:1:1 [") for line in found)
    assert any(line.startswith(f"layers/hall/{rows}:{lines}:") for line in found)
    assert all(line.startswith("layers/") for line in found)


def test_a_problem_of_an_overridden_field_is_told_in_the_override(fleet: Fleet) -> None:
    """And one of the field beside it in the province's file, at the line that it has there."""
    upper = "# 省里的说明\n" + WHOLE.replace("    unit: 工作日", "    unit: 天天")
    fleet.change("province", {SERVICE: upper})
    fleet.change("county", {OVERRIDE: "place: 二楼\n\nvisits: 两次\n"})
    fleet.change("hall", {OVERRIDE: "time_limits:\n  promised: {days: 九}\n"})

    assert at_home(fleet) == [
        f"layers/county/{OVERRIDE}:3:9 [field/whole-number",
        f"layers/hall/{OVERRIDE}:2:20 [field/whole-number",
        f"{PROVINCE}:{line_of(upper, '天天')}:11 [time-limit/unit-name",
    ]


def test_a_missing_field_is_told_where_the_record_stands(fleet: Fleet) -> None:
    """In the file of the layer that brought the whole record."""
    fleet.change("province", {SERVICE: WHOLE.replace("name: 临时救助\n", "", 1)})
    fleet.change("hall", {OVERRIDE: "visits: 2\n"})

    assert at_home(fleet) == [f"{PROVINCE}:1:1 [field/missing"]


def test_a_missing_file_is_missing_in_the_hall(fleet: Fleet) -> None:
    """Nobody else could bring its windows."""
    fleet.change("hall", {"windows.yml": None})

    assert "layers/hall/windows.yml:1:1 [file/required" in at_home(fleet)


def test_other_problems_stay_as_they_are(fleet: Fleet) -> None:
    """Those of mkdocs.yml, say."""
    problem = make_problem("file/empty", "mkdocs.yml", 1, 1, {})
    assert fleet.compose().at_home(problem) == problem
