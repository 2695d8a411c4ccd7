"""compose, whatever the layers say: the same again, only what was named changes, and nothing outside is touched."""

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
import yaml
from content_builder import minimal_content
from hypothesis import given, settings
from hypothesis import strategies as st
from layers.layer_builder import OVERRIDE, SERVICE, Fleet, write

from generator.content.one_record import fields_in
from generator.model import Service

WHOLE = minimal_content()[SERVICE]
UPPER = fields_in(WHOLE.encode(), Service).values

TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn", "Zl", "Zp")), min_size=1, max_size=30
).filter(lambda text: text.strip() == text)
OVERRIDDEN = st.fixed_dictionaries(
    {},
    optional={
        "place": TEXTS,
        "summary": TEXTS,
        "visits": st.integers(0, 9).map(str),
        "conditions": st.lists(TEXTS, min_size=1, max_size=3),
        "result": st.fixed_dictionaries(
            {}, optional={"name": TEXTS, "delivery": st.lists(TEXTS, min_size=1, max_size=2)}
        ).filter(bool),
        "time_limits": st.just({"promised": {"days": "3"}}) | st.just({"clock_starts": "受理之日"}),
        "faq": st.lists(st.fixed_dictionaries({"question": TEXTS, "answer": TEXTS}), min_size=1, max_size=2),
        "fee": st.just({"items": [{"name": "工本费", "standard": "每本5元"}]}),
    },
).filter(bool)


def leaf(value: Any, *keys: str) -> Any:
    """What stands at ``keys``."""
    return leaf(value[keys[0]], *keys[1:]) if keys else value


@settings(max_examples=60, deadline=None)
@given(county=OVERRIDDEN, hall=OVERRIDDEN)
def test_only_what_was_named_changes(county: dict[str, Any], hall: dict[str, Any]) -> None:
    """A field that nobody overrode is the province's; one that was is the lowest layer's; composing again changes nothing."""
    with tempfile.TemporaryDirectory() as folder:
        fleet = Fleet(Path(folder))
        for layer, override in (("county", county), ("hall", hall)):
            fleet.change(layer, {OVERRIDE: yaml.safe_dump(override, allow_unicode=True, width=1000)})
        composed = fleet.compose()
        assert [str(one) for one in composed.problems] == []
        found = fields_in(fleet.text(SERVICE).encode(), Service).values
        untouched = UPPER.keys() - county.keys() - hall.keys()
        assert {key: found[key] for key in untouched} == {key: UPPER[key] for key in untouched}
        for key, value in (county | hall).items():
            if not isinstance(value, dict):
                assert found[key] == value
        for key in county.keys() & hall.keys():
            if isinstance(hall[key], dict):
                assert found[key] == {**found[key], **(hall[key] if key != "time_limits" else {})}
        assert set(found) == UPPER.keys() | county.keys() | hall.keys()
        before = fleet.composed_files()
        assert fleet.compose().changed == ((), ())
        assert fleet.composed_files() == before


@settings(max_examples=150, deadline=None)
@given(
    data=st.binary(max_size=60) | st.text(max_size=60).map(lambda text: text.encode("utf-8", "surrogatepass")),
    where=st.sampled_from(
        ["layer.yml", OVERRIDE, "overrides/materials.yml", "overrides/site.yml", "services/x.yml", "pages/x.md"]
    ),
)
def test_odd_bytes_are_problems_and_never_a_crash(data: bytes, where: str) -> None:
    """Whatever stands in whichever file."""
    with tempfile.TemporaryDirectory() as folder:
        fleet = Fleet(Path(folder))
        fleet.change("county", {where: data})
        composed = fleet.compose()
        assert composed.changed is not None
        assert all(
            one.path.startswith("layers/county/") or one.path.startswith("layers/hall/") for one in composed.problems
        )


@pytest.mark.parametrize("ending", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_other_systems_are_overridden(tmp_path: Path, ending: str, mark: str) -> None:
    """Windows and old Macs, with and without a mark at the beginning."""
    fleet = Fleet(tmp_path)
    fleet.change("province", {SERVICE: (mark + WHOLE).replace("\n", ending)})
    fleet.change("hall", {OVERRIDE: f"{mark}visits: 2{ending}place: 二楼{ending}"})

    assert fleet.problems() == []
    found = fields_in(fleet.text(SERVICE).encode(), Service).values
    assert found == UPPER | {"visits": "2", "place": "二楼"}


HOSTILE = [
    "../../escaped.yml",
    "services/../../escaped.yml",
    "/tmp/escaped.yml",
    "services\\x.yml",
    "",
    " ",
    "services/x.yml\n",
    "overrides/x.yml",
    "layer.yml",
    ".git/config",
]


@pytest.mark.parametrize("rule", ["replaces", "leaves_out"])
@pytest.mark.parametrize("name", HOSTILE)
def test_rules_name_nothing_outside(tmp_path: Path, rule: str, name: str) -> None:
    """A path out of the folder is refused and nothing happens to what it leads to."""
    fleet = Fleet(tmp_path)
    (tmp_path / "escaped.yml").write_text("theirs")
    fleet.change("hall", {"layer.yml": yaml.safe_dump({rule: [name]})})

    found = fleet.problems()

    assert len(found) == 1
    assert found[0].startswith("layers/hall/layer.yml:")
    assert (tmp_path / "escaped.yml").read_text() == "theirs"


def test_links_in_a_layer_are_refused(tmp_path: Path) -> None:
    """Neither a file nor a folder of another place gets into the content through one."""
    secret = write(tmp_path / "secret", {"x.yml": "secret", "services/y.yml": "secret"})
    fleet = Fleet(tmp_path)
    county = fleet.root / "county"
    (county / "services").mkdir()
    (county / "services" / "x.yml").symlink_to(secret / "x.yml")
    (county / "pages").symlink_to(secret)
    (county / "overrides").symlink_to(secret)
    (county / "layer.yml").symlink_to(secret / "x.yml")

    composed = fleet.compose()

    assert sorted(f"{one.path} {one.rule}" for one in composed.problems) == [
        f"layers/county/{path} file/symlink" for path in ("layer.yml", "overrides", "pages", "services/x.yml")
    ]
    assert not any(b"secret" in data for data in fleet.composed_files().values())


def test_pipes_are_not_opened(tmp_path: Path) -> None:
    """A pipe would keep the build waiting for ever."""
    fleet = Fleet(tmp_path)
    (fleet.root / "county" / "overrides" / "services").mkdir(parents=True)
    os.mkfifo(fleet.root / "county" / OVERRIDE)
    os.mkfifo(fleet.root / "county" / "layer.yml")

    assert [line.partition("]")[0] for line in fleet.problems()] == [
        "layers/county/layer.yml:1:1 [file/not-regular",
        f"layers/county/{OVERRIDE}:1:1 [file/not-regular",
    ]


def test_nothing_outside_the_composed_folder_is_touched(tmp_path: Path) -> None:
    """The layers least of all, though they have links in them and the composed folder had one."""
    fleet = Fleet(tmp_path)
    fleet.compose()
    (fleet.into / "services" / "gone.yml").symlink_to(fleet.root / "province" / SERVICE)
    fleet.change("hall", {OVERRIDE: "visits: 2\n"})

    def outside() -> dict[str, tuple[int, bytes]]:
        return {
            str(path): (path.stat().st_mtime_ns, path.read_bytes())
            for path in tmp_path.rglob("*")
            if path.is_file() and not path.is_relative_to(fleet.into)
        }

    before = outside()
    assert fleet.compose().changed == ((SERVICE,), ("services/gone.yml",))
    assert outside() == before
