"""fleet.yml: what it says, and every mistake with its place."""

from pathlib import Path

import pytest
from fleet_builder import address, make_fleet

from generator.fleet.settings import BadFleet, read_fleet
from generator.system.environment import NotReady

LAYERS = "layers:\n  - {id: province, name: 省, folder: layers/province}\n"
HALL = "  - {id: a, folder: halls/a, address: 'https://fleet.example/a/'}\n"


def test_halls_stand_on_all_layers_unless_they_say_which(tmp_path: Path) -> None:
    """Top first, the hall's own folder last; a hall may stand on none."""
    root = make_fleet(tmp_path)
    own = "  - {id: d, folder: halls/a, address: 'https://fleet.example/d', layers: [], channels: [embed]}\n"
    with (root / "fleet.yml").open("a", encoding="utf-8") as file:
        file.write(own)

    fleet = read_fleet(root)

    assert [hall.id for hall in fleet.halls] == ["a", "b", "c", "d"]
    assert [layer.folder for layer in fleet.halls[0].layers] == ["layers/province", "halls/a"]
    assert [layer.folder for layer in fleet.halls[3].layers] == ["halls/a"]
    assert (fleet.halls[0].site, fleet.halls[0].address) == ("sites/a", address("a"))
    assert (fleet.halls[3].address, fleet.halls[3].channels) == ("https://fleet.example/d/", ("embed",))


@pytest.mark.parametrize(
    ("text", "rule", "line"),
    [
        ("name: 县\n", "fleet/no-halls", 1),
        (f"name: 县\nsites: ../elsewhere\n{LAYERS}halls:\n{HALL}", "fleet/sites", 2),
        (f"name: 县\nsites: /var\n{LAYERS}halls:\n{HALL}", "fleet/sites", 2),
        (f"name: 县\n{LAYERS}halls:\n{HALL}{HALL.replace('/a/', '/b/')}", "fleet/repeated", 6),
        (f"name: 县\n{LAYERS}halls:\n{HALL}{HALL.replace('id: a', 'id: b')}", "fleet/same-address", 6),
        (f"name: 县\n{LAYERS}halls:\n{HALL.replace('halls/a', 'halls/z')}", "fleet/no-folder", 5),
        (f"name: 县\n{LAYERS}halls:\n{HALL.replace('}', ', layers: [city]}')}", "fleet/unknown-layer", 5),
        (f"name: 县\n{LAYERS}halls:\n{HALL.replace('}', ', channels: [fax]}')}", "fleet/unknown-channel", 5),
        (f"name: 县\n{LAYERS}halls:\n{HALL.replace('fleet.example', 'localhost')}", "project/site-url-own", 5),
        (f"name: 县\n{LAYERS}halls:\n{HALL.replace('id: a', 'id: A/..')}", "field/id", 5),
        ("name: 县\nhalls: [\n", "yaml/open-bracket", 2),
    ],
)
def test_mistake_is_told_with_its_place(tmp_path: Path, text: str, rule: str, line: int) -> None:
    """Each kind of mistake, at the line where it stands."""
    root = make_fleet(tmp_path)
    (root / "fleet.yml").write_text(text, "utf-8")

    with pytest.raises(BadFleet) as failure:
        read_fleet(root)

    assert (rule, line) in [(problem.rule, problem.line) for problem in failure.value.problems]


def test_folder_without_list_is_refused(tmp_path: Path) -> None:
    """A hall alone needs no list, and the command says what it looked for."""
    with pytest.raises(NotReady, match=r"fleet\.yml"):
        read_fleet(tmp_path)
