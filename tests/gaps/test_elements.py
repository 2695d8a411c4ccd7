"""elements: how many of the eight elements of a guide are stated, for each guide and window."""

import pytest
from gaps.gap_builder import registered
from rules.dataset_builder import SERVICE, content, service_file

from generator.gaps.elements import ELEMENTS, guide_states, share_of, window_states
from generator.model import Service
from generator.texts.gaps import ELEMENTS as NAMES

HALL_WITHOUT = {"hall": {"name": "虚谷镇便民服务大厅"}}
PLAIN_WINDOW = {"windows": [{"id": "minzheng", "name": "民政救济", "staff_role": "岗", "backup": "岗"}]}


def test_there_are_eight_elements_of_fields_that_exist() -> None:
    """Each field belongs to one element, is a field of a service, and each element has a name."""
    fields = [field for fields in ELEMENTS.values() for field in fields]

    assert len(ELEMENTS) == 8
    assert len(set(fields)) == len(fields)
    assert set(fields) <= set(Service.model_fields)
    assert [*NAMES] == [*ELEMENTS]


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        ({SERVICE: {"legal_basis": None}}, ("basis",)),
        ({SERVICE: {"conditions": None}}, ("conditions",)),
        ({SERVICE: {"materials": None}}, ("materials",)),
        ({SERVICE: {"materials": None, "no_materials": "是"}}, ()),
        ({SERVICE: {"steps": [{"name": "受理"}]}}, ("procedure",)),
        ({SERVICE: {"time_limits": {"promised": "10天", "statutory": "20个工作日"}}}, ("terms",)),
        ({SERVICE: {"fee": None, "legal_basis": None}}, ("basis", "terms")),
        ({SERVICE: {"name": "救助____"}}, ("name",)),
        ({"site.yml": HALL_WITHOUT, "windows.yml": PLAIN_WINDOW}, ("place", "time", "terms")),
        ({SERVICE: {"summary": None, "visits": None}}, ()),
    ],
)
def test_an_element_is_missing_while_any_gap_is_in_it(
    changes: dict[str, dict[str, object]], missing: tuple[str, ...]
) -> None:
    """An element that is stated in part counts as missing; other fields do not count."""
    (guide,) = registered(changes).guides.values()

    assert (guide.missing, guide.stated) == (missing, 8 - len(missing))


def test_services_that_are_no_longer_offered_do_not_count() -> None:
    """Nobody applies for a service that was abolished."""
    assert registered({SERVICE: {"status": {"state": "取消", "reason": "上级取消"}}}).guides == {}


def test_windows_are_in_file_order_and_the_homeless_last() -> None:
    """A window without services is listed, too."""
    windows = {"windows": [{"id": "nong", "name": "农林水"}, {"id": "minzheng", "name": "民政救济"}]}
    dataset = content({"windows.yml": windows, **service_file("ku", window=None)})
    states = window_states(dataset, guide_states(dataset, ()))

    assert [(s.window and s.window.id, [g.id for g in s.guides]) for s in states] == [
        ("nong", []), ("minzheng", ["linshi-jiuzhu"]), (None, ["ku"]),
    ]  # fmt: skip
    assert share_of(states[0].guides) is None
    assert share_of(states[1].guides) == 1
