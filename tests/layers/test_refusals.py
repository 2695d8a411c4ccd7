"""What a layer may not do: each refusal has the file and line of the layer, and what to write instead."""

import pytest
from content_builder import minimal_content
from layers.layer_builder import OVERRIDE, SERVICE, Files, Fleet

WHOLE = minimal_content()[SERVICE]
HALL_OVERRIDE = f"layers/hall/{OVERRIDE}"


def refused(fleet: Fleet, layer: str, files: Files) -> list[str]:
    """The problems that ``files`` make; whatever they are, the composed record stays that of the layers above."""
    fleet.compose()
    before = fleet.text(SERVICE)
    fleet.change(layer, files)
    found = fleet.problems()
    assert fleet.text(SERVICE) == before
    return found


def test_a_second_file_is_refused(fleet: Fleet) -> None:
    """A copy of an upper record would hide what the province changes later."""
    assert refused(fleet, "hall", {SERVICE: WHOLE}) == [
        f"layers/hall/{SERVICE}:1:1 [layer/exists-above] “省”已经有这个文件（layers/province/{SERVICE}）。"
        f"只改几项的，把要改的几项写进 overrides/{SERVICE}，删去这个文件；整个换掉的，在 layer.yml 里写明。"
        f"请写：replaces: [{SERVICE}]"
    ]


RULES = {
    "replaces: [services/nope.yml]": (
        "1:12 [layer/replaces-nothing] 上级没有 services/nope.yml，没有什么可以换掉。请删去这一项；名字写错的，请改正。"
    ),
    "replaces:\n  - services/linshi-jiuzhv.yml": (
        "2:5 [layer/replaces-nothing] 上级没有 services/linshi-jiuzhv.yml，没有什么可以换掉。请删去这一项；"
        f"名字写错的，请改正。上级有：{SERVICE}。"
    ),
    f"replaces: [{SERVICE}]": (
        f"1:12 [layer/replaces-no-file] 写了换掉 {SERVICE}，本级却没有这个文件。请放上这个文件；不要这一条的，"
        f"写在 leaves_out 里。请写：leaves_out: [{SERVICE}]"
    ),
    "leaves_out: [services/nope.yml]": (
        "1:14 [layer/leaves-nothing] 上级没有 services/nope.yml，不用写“不要”。请删去这一项；名字写错的，请改正。"
    ),
    "leaves_out: [site.yml]": (
        "1:14 [layer/leaves-own] site.yml 写了“不要”，本级又有这个文件。整个换掉的，写在 replaces 里；不要的，请删去文件。"
        "请写：replaces: [site.yml]"
    ),
    "不要的: [../site.yml]": (
        "1:7 [layer/path] “../site.yml”不是内容文件的路径。从内容文件夹写起，如 services/linshi-jiuzhu.yml、site.yml，用 / 分开。"
    ),
    "locked: {services/nope.yml: [fee]}": "1:29 [layer/locked-nothing] 没有 services/nope.yml 这个文件，锁不住。名字写错的，请改正。",
    f"locked: {{{SERVICE}: [fees]}}": "[layer/locked-field] 没有 fees 这个字段，锁不住。是不是想写：fee？",
    f"locked: {{{SERVICE}: [time_limits.promise]}}": (
        "[layer/locked-field] 没有 promise 这个字段，锁不住。是不是想写：promised？"
    ),
    "locked: {servces/*.yml: [fee]}": "1:10 [layer/path] “servces/*.yml”不是内容文件的路径。",
    "replace: []": "1:1 [field/unknown] 没有 replace 这个字段。是不是想写：replaces？",
    "replaces: services/x.yml": "1:11 [field/list]",
    "- a": "1:1 [file/no-fields]",
    "replaces: [*]": "1:13 [yaml/syntax]",
}


@pytest.mark.parametrize("rules", RULES)
def test_rules_that_mean_nothing_are_refused(fleet: Fleet, rules: str) -> None:
    """A misspelt rule would be a silent one."""
    (found,) = refused(fleet, "hall", {"layer.yml": f"{rules}\n"})

    assert found.startswith("layers/hall/layer.yml:")
    assert RULES[rules] in found


def test_an_empty_file_of_rules_is_none(fleet: Fleet) -> None:
    """Or one of comments only."""
    fleet.change("hall", {"layer.yml": "# 以后再写\n"})
    fleet.change("county", {"layer.yml": ""})
    assert fleet.problems() == []


OVERRIDES: dict[str, tuple[str | bytes, str]] = {
    "unknown field": ("visit: 3\n", "1:1 [field/unknown] 没有 visit 这个字段。是不是想写：visits？"),
    "unknown field within": (
        "time_limits:\n  promised:\n    day: 3\n", "3:5 [field/unknown] 没有 day 这个字段。是不是想写：days？"
    ),
    "unknown Chinese field": ("办件时限: 3\n", "1:1 [field/unknown] 没有 办件时限 这个字段。是不是想写：办理时限？"),
    "another id": ("visits: 2\nid: other\n", "2:1 [layer/override-id] id 是这条内容的编号，下级不能改。"),
    "no value": (
        "visits:\nplace: 二楼\n",
        "1:1 [layer/override-empty] visits 没有写内容，什么也不会改。请写上内容，或整行删去；"
        f"要去掉上级的这一项，只能整个换掉。请写：replaces: [{SERVICE}]",
    ),
    "no value within": ("result:\n  type:\n", "2:3 [layer/override-empty] type 没有写内容"),
    "empty": ("", "1:1 [file/empty]"),
    "a list": ("- visits: 1\n", "1:1 [file/no-fields]"),
    "twice": ("visits: 1\nvisits: 2\n", "2:1 [yaml/duplicate-key]"),
    "twice by two names": ("visits: 1\n到现场次数: 2\n", "2:1 [yaml/duplicate-key]"),
    "GBK": ("visits: 1 # 次数\n".encode("gb18030"), "1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是GBK（ANSI）。"),
    "UTF-16": ("visits: 1\n".encode("utf-16"), "1:1 [file/encoding]"),
    "bytes": (b"\x00\xff\xfe\x80", "1:1 [file/encoding]"),
    "syntax": ("visits: [1\n", "[yaml/"),
    "anchor": ("visits: &a 1\n", "[yaml/anchor]"),
    "too deep": (f"faq: {'[' * 60}{']' * 60}\n", "[yaml/too-deep]"),
    "too large": (b"# " + b"x" * 1_000_001, "1:1 [file/too-large]"),
}  # fmt: skip


@pytest.mark.parametrize("kind", OVERRIDES)
def test_odd_overrides_are_refused(fleet: Fleet, kind: str) -> None:
    """Each with its place in the file of the layer that wrote it, and none with a traceback."""
    text, told = OVERRIDES[kind]
    (found,) = refused(fleet, "hall", {OVERRIDE: text})

    assert found.startswith(f"{HALL_OVERRIDE}:")
    assert told in found


def test_overriding_nothing_is_refused(fleet: Fleet) -> None:
    """The record has another name above, or is new and belongs elsewhere."""
    assert refused(fleet, "hall", {"overrides/services/linshi-jiuzhv.yml": "visits: 2\n"}) == [
        "layers/hall/overrides/services/linshi-jiuzhv.yml:1:1 [layer/override-nothing] 上级没有 "
        "services/linshi-jiuzhv.yml，没有什么可以改。新写的一条请放在 services/linshi-jiuzhv.yml，不要放在 overrides 里；"
        f"名字写错的，请改正。上级有：{SERVICE}。"
    ]


def test_overriding_ones_own_file_is_refused(fleet: Fleet) -> None:
    """What one layer says of a record stands in one file."""
    (found,) = refused(fleet, "hall", {"overrides/site.yml": "town: 别镇\n"})
    assert found.startswith("layers/hall/overrides/site.yml:1:1 [layer/override-own] 本级已经有 site.yml 整个文件")


def test_only_records_are_overridden(fleet: Fleet) -> None:
    """A page or a table is no group of fields; other files in the folder are told like those of content."""
    found = refused(
        fleet, "hall", {"overrides/pages/about.md": "x", "overrides/services/x.yaml": "x", "overrides/x/y.yml": "x"}
    )
    assert [line.partition("]")[0] for line in found] == [
        "layers/hall/overrides/pages/about.md:1:1 [layer/override-kind",
        "layers/hall/overrides/services/x.yaml:1:1 [file/yaml-ending",
        "layers/hall/overrides/x:1:1 [file/folder",
    ]


def test_an_item_without_an_id_is_refused(fleet: Fleet) -> None:
    """It could be put to no other."""
    (found,) = refused(fleet, "hall", {"overrides/materials.yml": "materials:\n  - name: 身份证\n"})
    assert found.startswith("layers/hall/overrides/materials.yml:2:5 [layer/override-item] 这个列表按 id 对上。")


def test_an_override_of_a_faulty_record_is_refused(fleet: Fleet) -> None:
    """The upper file has to be put right first; its own fault is told by the ordinary checks."""
    fleet.change("province", {SERVICE: "id: [linshi-jiuzhu\n"})
    (found,) = refused(fleet, "hall", {OVERRIDE: "visits: 2\n"})
    assert found.startswith(
        f"{HALL_OVERRIDE}:1:1 [layer/override-unwritable] 这几项并不进上级的文件（layers/province/{SERVICE}）。"
    )


# --- locks -----------------------------------------------------------------------------------------------------------

LOCKS = f"""\
locked:
  {SERVICE}: [fee, 办理时限.法定时限]
  services/*.yml:
    - legal_basis
"""
LOCKED = {
    "fee: 不收费\n": (1, 6, "“收费”", "2"),
    "fee: {free: 是}\n": (1, 13, "“收费”", "2"),
    "time_limits:\n  statutory: {days: 5, unit: 工作日}\n": (2, 21, "“时限·法定时限”", "2"),
    "visits: 2\nlegal_basis: []\n": (2, 14, "“依据”", "4"),
}


@pytest.mark.parametrize("override", LOCKED)
@pytest.mark.parametrize("lower", ["county", "hall"])
def test_a_locked_field_is_not_overridden(fleet: Fleet, override: str, lower: str) -> None:
    """Even by the same value: it would differ once the province changes its own."""
    fleet.change("province", {"layer.yml": LOCKS})
    line, column, field, at = LOCKED[override]

    assert refused(fleet, lower, {OVERRIDE: override}) == [
        f"layers/{lower}/{OVERRIDE}:{line}:{column} [layer/locked] “省”规定下级不能改{field}"
        f"（layers/province/layer.yml:{at}）。请删去这一项；确实要改的，请上级来改。"
    ]


def test_what_is_beside_a_locked_field_may_be_overridden(fleet: Fleet) -> None:
    """The promise stands in the same group as the statutory limit; and the layer itself may change what it locks."""
    fleet.change("province", {"layer.yml": LOCKS})
    fleet.change("hall", {OVERRIDE: "time_limits: {promised: {days: 5}}\n"})
    assert fleet.problems() == []


def test_a_replaced_record_says_what_is_locked(fleet: Fleet) -> None:
    """Replacing is no way around a lock, nor is leaving out above and adding below."""
    fleet.change("province", {"layer.yml": LOCKS})
    own = WHOLE.replace("article: 第五十条", "article: 第五十一条")
    told = (
        f"layers/hall/{SERVICE}:15:3 [layer/locked-replaced] “省”规定下级不能改“依据”（layers/province/layer.yml:4），"
        "换上的文件里却和上级的不一样。请照上级的写；确实要改的，请上级来改。"
    )
    rules = f"replaces: [{SERVICE}]\n"
    assert refused(fleet, "hall", {SERVICE: own, "layer.yml": rules}) == [told]

    fleet.change("county", {"layer.yml": f"leaves_out: [{SERVICE}]\n"})
    assert fleet.problems() == [told]

    fleet.change("hall", {SERVICE: WHOLE.replace("visits: 1", "visits: 2")})
    assert fleet.problems() == []


def test_a_scheduled_change_breaks_no_lock(fleet: Fleet) -> None:
    """A field that is to change on a day is set as well, by the hall or by taking the province's day away."""
    versions = "versions:\n  - {from: 2027-01-01, set: {fee: 不收费}}\n"
    fleet.change("province", {"layer.yml": LOCKS})
    (found,) = refused(fleet, "hall", {OVERRIDE: versions})
    assert found.startswith(f"{HALL_OVERRIDE}:2:3 [layer/locked-replaced] “省”规定下级不能改“收费”")

    fleet.change("province", {SERVICE: WHOLE + versions})
    fleet.change("hall", {OVERRIDE: "versions: []\n"})
    (found,) = fleet.problems()
    assert found.startswith(f"{HALL_OVERRIDE}:1:11 [layer/locked-replaced] “省”规定下级不能改“收费”")


@pytest.mark.parametrize("how", ["override", "replace", "leave out"])
def test_a_whole_record_can_be_locked(fleet: Fleet, how: str) -> None:
    """With '*' it is neither changed, nor replaced, nor left out."""
    fleet.change("province", {"layer.yml": "locked: {services/*.yml: ['*']}\n"})
    files: dict[str, Files] = {
        "override": {OVERRIDE: "visits: 2\n"},
        "replace": {SERVICE: WHOLE.replace("visits: 1", "visits: 2"), "layer.yml": f"replaces: [{SERVICE}]\n"},
        "leave out": {"layer.yml": f"leaves_out: [{SERVICE}]\n"},
    }
    (found,) = refused(fleet, "hall", files[how])
    assert (
        f"[layer/locked-record] “省”规定下级不能改、不能换、不能不要 {SERVICE}（layers/province/layer.yml:1）" in found
    )


# --- promises --------------------------------------------------------------------------------------------------------

PROMISES = {
    ("days: 10\n    unit: 工作日", "{days: 11}"): "longer",
    ("days: 10\n    unit: 工作日", "{days: 10}"): "",
    ("days: 10\n    unit: 工作日", "9个工作日"): "",
    ("days: 10\n    unit: 工作日", "当场办结"): "",
    ("days: 10\n    unit: 工作日", "14个自然日"): "",
    ("days: 10\n    unit: 工作日", "15个自然日"): "unclear",
    ("days: 10\n    unit: 工作日", "31个自然日"): "longer",
    ("days: 10\n    unit: 工作日", "24小时"): "",
    ("days: 10\n    unit: 工作日", "1个月"): "unclear",
    ("days: 10\n    unit: 工作日", "2个月"): "longer",
    ("days: 20\n    unit: 自然日", "5个工作日"): "",
    ("days: 20\n    unit: 自然日", "14个工作日"): "unclear",
    ("days: 20\n    unit: 自然日", "20个工作日"): "longer",
    ("days: 10", "10个工作日"): "longer",
    ("days: 10", "10个自然日"): "",
    ("days: 10", "{days: 11}"): "longer",
    ("months: 1", "{months: 2}"): "longer",
    ("months: 12", "1年"): "",
    ("years: 1", "13个月"): "longer",
    ("hours: 24", "48小时"): "longer",
    ("immediate: 是", "1小时"): "longer",
}


@pytest.mark.parametrize(("upper", "lower"), PROMISES)
def test_a_promise_only_becomes_shorter(fleet: Fleet, upper: str, lower: str) -> None:
    """Across units only what is shorter on every day is taken; what depends on holidays is refused."""
    fleet.change("province", {SERVICE: WHOLE.replace("days: 10\n    unit: 工作日", upper)})
    fleet.change("hall", {OVERRIDE: f"time_limits:\n  promised: {lower}\n"})

    found = fleet.problems()

    verdict = PROMISES[upper, lower]
    assert [line.partition("]")[0] for line in found] == (
        [f"{HALL_OVERRIDE}:2:13 [layer/promise-{verdict}"] if verdict else []
    )


def test_the_refusal_of_a_promise_tells_both(fleet: Fleet) -> None:
    """And whose promise it is: the county's, which is shorter than the province's."""
    fleet.change("county", {OVERRIDE: "time_limits: {promised: 7个工作日}\n"})
    assert refused(fleet, "hall", {OVERRIDE: "time_limits: {promised: 9个工作日}\n"}) == [
        f"{HALL_OVERRIDE}:1:25 [layer/promise-longer] 承诺时限9个工作日，比“县”的7个工作日长。下级只能承诺得更快。"
        "请写：7个工作日，或者更短"
    ]


def test_a_replaced_record_keeps_the_promise(fleet: Fleet) -> None:
    """Longer, or gone: both are refused."""
    rules = {"layer.yml": f"replaces: [{SERVICE}]\n"}
    (found,) = refused(fleet, "hall", {**rules, SERVICE: WHOLE.replace("days: 10", "days: 12")})
    assert "[layer/promise-longer] 承诺时限12个工作日" in found

    fleet.change("hall", {SERVICE: WHOLE.replace("  promised:\n    days: 10\n    unit: 工作日\n", "")})
    (found,) = fleet.problems()
    assert "[layer/promise-gone] “省”承诺10个工作日办完，这里没有承诺时限了。" in found


def test_a_promise_is_kept_on_coming_days(fleet: Fleet) -> None:
    """Neither by a scheduled change of the hall nor by taking one of the province away it becomes longer."""
    longer = "versions:\n  - {from: 2027-01-01, set: {time_limits: {promised: 12个工作日}}}\n"
    (found,) = refused(fleet, "hall", {OVERRIDE: longer})
    assert found.startswith(f"{HALL_OVERRIDE}:2:3 [layer/promise-longer] 承诺时限12个工作日，比“省”的10个工作日长。")

    fleet.change("province", {SERVICE: WHOLE + longer.replace("12", "5")})
    fleet.change("hall", {OVERRIDE: "versions: []\n"})
    (found,) = fleet.problems()
    assert found.startswith(f"{HALL_OVERRIDE}:1:11 [layer/promise-longer] 承诺时限10个工作日，比“省”的5个工作日长。")


def test_a_first_promise_may_be_made(fleet: Fleet) -> None:
    """Where no layer above promised anything."""
    fleet.change("province", {SERVICE: WHOLE.replace("  promised:\n    days: 10\n    unit: 工作日\n", "")})
    fleet.change("hall", {OVERRIDE: "time_limits: {promised: 30个工作日}\n"})
    assert fleet.problems() == []
