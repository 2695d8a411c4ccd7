"""sign_off (三审三校): what is online is what every role approved; approve: who may approve what, and what it writes."""

import re
import shutil
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from content_builder import HEADER, SITE, TODAY, minimal_content
from project_builder import clean_site, make_project, publish_project, tree

from generator.build.approving import apply, lines, planned
from generator.build.drafts import all_problems
from generator.build.duty_files import list_duties
from generator.cli import main
from generator.content.load import load
from generator.content.problems import ContentError
from generator.content.project import open_project

ROLES = ("初审", "复审", "终审")
SIGNED = {"site.yml": f"{SITE}sign_off:\n  roles: [初审, 复审, 终审]\n"}
SERVICE = "services/linshi-jiuzhu"
NOTICE = "notices/dibao-2026-11"
PERIOD = "results/2026-Q3"
NEW = "services/teshu-jiuzhu"
OLD, DRAFT = "家里突然遇到难处", "家里一时过不去"
PAGE = f"{SERVICE}/index.html"
LATER = TODAY + timedelta(days=1)


def approve(project: Path, *names: str, roles: tuple[str, ...] = ROLES, today: date = TODAY) -> None:
    """Let each of ``roles`` approve the records called ``names``; all that wait, without names."""
    for role in roles:
        apply(planned(project / "content", names, role, today, 1))


def signed_project(folder: Path, changes: Mapping[str, str] | None = None) -> Path:
    """A project with sign-off, in which all is approved."""
    project = make_project(folder / "project", {**SIGNED, **(changes or {})})
    approve(project)
    return project


def edit(project: Path, name: str, old: str, new: str) -> None:
    """Replace a text in the file of a record; it has to be there."""
    path = project / "content" / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def draft_service(project: Path) -> None:
    """Change what the service says of itself."""
    edit(project, f"{SERVICE}.yml", OLD, DRAFT)


def published(project: Path, today: date = TODAY) -> dict[str, bytes]:
    """The site that is built of ``project`` with what earlier builds remember; a clean build makes the very same."""
    publish_project(project, today=today)
    site = tree(project / "site")
    assert site == clean_site(project, today=today)
    return site


def told(project: Path, rule: str = "sign-off/", today: date = TODAY) -> list[str]:
    """What ``gongshi check`` says by rules that begin with ``rule``."""
    problems = all_problems(project / "content", today, 1, project).problems
    return [str(one) for one in problems if one.rule.startswith(rule)]


def run(project: Path, *arguments: str) -> Result:
    """The command ``gongshi approve``."""
    return CliRunner().invoke(main, ["approve", *arguments, "-C", str(project), "--today", TODAY.isoformat()])


def test_off_reads_no_approvals_and_no_copies(tmp_path: Path) -> None:
    """Without ``sign_off`` a site is the same, byte for byte, whatever lies in approvals.yml and approved."""
    plain = make_project(tmp_path / "plain")
    publish_project(plain)
    project = signed_project(tmp_path)
    draft_service(project)
    (project / "content" / "site.yml").write_text(SITE, "utf-8", newline="\n")
    edit(project, f"{SERVICE}.yml", DRAFT, OLD)

    assert published(project) == tree(plain / "site")
    assert told(project) == []


def test_all_approved_is_the_site_without_sign_off(tmp_path: Path) -> None:
    """Where all is approved, nothing on the site tells of it: no role, no name, no hash."""
    plain = make_project(tmp_path / "plain")
    publish_project(plain)
    project = signed_project(tmp_path)

    assert told(project) == []
    site = published(project)
    mark = re.findall(r"hash: (\w+)", (project / "content" / "approvals.yml").read_text("utf-8"))[0]
    told_of = {
        path: data.decode("utf-8", "replace") for path, data in site.items() if not path.endswith(".schema.json")
    }
    assert not [path for path, text in told_of.items() if any(word in text for word in (*ROLES, mark))]
    assert {path for path, data in tree(plain / "site").items() if site.get(path) != data} == set()
    assert site.keys() == tree(plain / "site").keys()


def test_changed_record_keeps_its_page_until_the_last_role(tmp_path: Path) -> None:
    """The approved version stays online, to the byte, until every role has approved the new one."""
    project = signed_project(tmp_path)
    before = published(project)
    draft_service(project)

    assert published(project) == before
    shown = f"content/{SERVICE}.yml:1:1 [sign-off/changed] "
    assert told(project) == [
        f"{shown}改过，还没有经过初审、复审、终审；网站上仍是2026年11月20日批准的版本。"
        f"看过以后运行 gongshi approve {SERVICE} --role 初审。"
    ]

    approve(project, SERVICE, roles=("初审", "复审"), today=LATER)
    assert published(project) == before
    assert told(project) == [
        f"{shown}改过，还没有经过终审；网站上仍是2026年11月20日批准的版本。看过以后运行 gongshi approve {SERVICE} --role 终审。"
    ]

    approve(project, SERVICE, roles=("终审",), today=LATER)
    after = published(project)
    assert DRAFT in after[PAGE].decode()
    assert told(project) == []
    plain = make_project(
        tmp_path / "plain", {f"{SERVICE}.yml": (project / f"content/{SERVICE}.yml").read_text("utf-8")}
    )
    publish_project(plain)
    assert after == tree(plain / "site")


def test_edit_after_the_first_role_begins_anew(tmp_path: Path) -> None:
    """An approval is of these bytes: whoever changes the file again needs all roles again."""
    project = signed_project(tmp_path)
    draft_service(project)
    approve(project, SERVICE, roles=("初审", "复审"))
    edit(project, f"{SERVICE}.yml", DRAFT, "有难处")

    assert "还没有经过初审、复审、终审" in told(project)[0]


def test_line_ends_are_no_change(tmp_path: Path) -> None:
    """Windows' line ends, as Git writes them there, need no new approval."""
    project = signed_project(tmp_path)
    for folder in ("content", "approved"):
        path = project / folder / f"{SERVICE}.yml"
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert told(project) == []


def test_new_record_is_not_online_and_nothing_points_to_it(tmp_path: Path) -> None:
    """Nobody approved it: it has no page, references to it are no errors, and bundles and periods of it wait."""
    changes = {
        f"{NEW}.yml": minimal_content()[f"{SERVICE}.yml"]
        .replace("linshi-jiuzhu", "teshu-jiuzhu")
        .replace("临时救助", "特殊救助"),
        "site.yml": SIGNED["site.yml"].replace("[linshi-jiuzhu]", "[linshi-jiuzhu, teshu-jiuzhu]"),
        f"{NOTICE}.yml": minimal_content()[f"{NOTICE}.yml"].replace("linshi-jiuzhu", "teshu-jiuzhu"),
        "bundles/kunnan.yml": "id: kunnan\nname: 遇到困难\nservices: [linshi-jiuzhu, teshu-jiuzhu]\n",
        "results/2026-10.yml": "id: 2026-10\ntitle: 2026年10月办理结果\nfrom: 2026-10-01\nuntil: 2026-10-31\n",
        "results/2026-10.csv": f"{HEADER}\nXG-0003,teshu-jiuzhu,,2026-10-08,2026-10-22,2026-10-10,办结,,\n",
    }
    project = make_project(tmp_path / "project", {**SIGNED, **changes})
    names = ["/".join(path.with_suffix("").parts[-2:]) for path in (project / "content").glob("*/*.yml")]
    approve(project, *(name for name in sorted(names) if name != NEW))

    site = published(project)
    assert f"{PAGE}" in site
    assert not [path for path in site if "teshu-jiuzhu" in path or "kunnan" in path or "results/2026-10" in path]
    assert not [path for path, data in site.items() if b"teshu-jiuzhu" in data]
    read = load(project / "content", signed=True).digests  # what is not online was not looked at, and may not count so
    assert not {f"{NEW}.yml", "bundles/kunnan.yml", "results/2026-10.yml", "results/2026-10.csv"} & read.keys()
    assert told(project, "reference/") == []
    assert told(project) == [
        f"content/bundles/kunnan.yml:1:1 [sign-off/waits] 里面有 {NEW}，它还没有批准上网，所以这一项先不上网。请先批准它。",
        f"content/results/2026-10.yml:1:1 [sign-off/waits] 里面有 {NEW}，它还没有批准上网，所以这一项先不上网。请先批准它。",
        f"content/{NEW}.yml:1:1 [sign-off/new] 新写的，还没有经过初审、复审、终审，没有上网。"
        f"看过以后运行 gongshi approve {NEW} --role 初审。",
    ]

    approve(project, NEW)
    site = published(project)
    assert {f"{NEW}/index.html", "bundles/kunnan/index.html", "results/2026-10/index.html"} <= site.keys()


def test_record_that_is_taken_away_goes_at_once(tmp_path: Path) -> None:
    """Nobody is asked, even while approved versions of others still name it; ``check`` names those."""
    project = signed_project(tmp_path, {f"{PERIOD}.csv": f"{HEADER}\n"})
    published(project)
    (project / "content" / f"{SERVICE}.yml").unlink()

    site = published(project)
    assert not [path for path in site if "linshi-jiuzhu" in path]
    assert len(told(project, "reference/service")) == 2
    assert told(project) == []


def test_duties_are_met_by_what_is_published(tmp_path: Path) -> None:
    """A draft answers no row of a catalogue; that it answers one is no mistake meanwhile."""
    row = (
        "title: 目录\nrows:\n  - item: 公示\n    limit: 每季度\n    answered_by: [{kind: 公告, name: dibao-2026-11}]\n"
    )
    project = make_project(tmp_path / "project", {**SIGNED, "catalogues/mulu.yml": f"id: mulu\n{row}"})

    assert told(project, "catalogue/") == []
    approve(project, SERVICE)
    before = list_duties(open_project(project), TODAY)[0]
    approve(project)
    after = list_duties(open_project(project), TODAY)[0]
    assert (len(before.notices), len(after.notices)) == (0, 1)


def test_withdrawal_takes_effect_at_once(tmp_path: Path) -> None:
    """A notice or a row that is withdrawn is gone with the next build; the rest of the draft waits."""
    project = signed_project(tmp_path)
    assert "名单在大厅公告栏张贴" in published(project)[f"{NOTICE}/index.html"].decode()
    with (project / "content" / f"{NOTICE}.yml").open("a", encoding="utf-8") as file:
        file.write("withdrawn:\n  on: 2026-11-18\n  reason: 名单有误\n")
    edit(project, f"{NOTICE}.yml", "救助对象公示", "对象公示")
    with (project / "content" / f"{PERIOD}.yml").open("a", encoding="utf-8") as file:
        file.write("withdrawn_rows:\n  - receipt: XG-0001\n    on: 2026-11-18\n    reason: 登记有误\n")

    site = published(project)
    assert told(project) == [
        f"content/{record}.yml:1:1 [sign-off/withdrawn] 写了要撤下的不等批准，生成网站就撤下；其余的改动还没有经过初审、复审、"
        f"终审，网站上别的仍是2026年11月20日批准的版本。看过以后运行 gongshi approve {record} --role 初审。"
        for record in (NOTICE, PERIOD)
    ]
    page = site[f"{NOTICE}/index.html"].decode()
    assert "名单在大厅公告栏张贴" not in page
    assert "名单有误" in page
    assert "2026年11月救助对象公示" in page
    assert "登记有误" in site[f"{PERIOD}/index.html"].decode()
    before = load(project / "content", signed=True).digests
    edit(project, f"{NOTICE}.yml", "名单有误", "名单要重新核对")
    after = load(project / "content", signed=True).digests
    assert [path for path in before if before[path] != after[path]] == [f"{NOTICE}.yml"]
    assert "名单要重新核对" in published(project)[f"{NOTICE}/index.html"].decode()
    approve(project)
    published(project)


def test_scheduled_change_that_nobody_approved_is_told_as_such(tmp_path: Path) -> None:
    """What is approved takes place on its day, whatever the draft says; what only the draft says does not."""
    sure = "versions:\n  - {from: 2026-12-01, set: {place: 二楼}}\n"
    project = signed_project(tmp_path, {f"{SERVICE}.yml": minimal_content()[f"{SERVICE}.yml"] + sure})
    edit(project, f"{SERVICE}.yml", "from: 2026-12-01", "from: 2026-12-05")

    assert all_problems(project / "content", TODAY, 1, project).coming == (
        "定好日子的改动 2 项：",
        f"  2026年12月1日起 {SERVICE}：改 办理地点",
        f"  2026年12月5日起 {SERVICE}：改 办理地点（还没有批准，到那天不换）",
    )
    approve(project, today=LATER)
    assert all_problems(project / "content", TODAY, 1, project).coming == (
        "定好日子的改动 1 项：",
        f"  2026年12月5日起 {SERVICE}：改 办理地点",
    )


def test_table_is_part_of_its_record(tmp_path: Path) -> None:
    """A changed table needs approval like the description beside it, and both are published together."""
    project = signed_project(tmp_path)
    before = published(project)
    edit(project, "disclosures/caiwu-2026-q3.csv", "打印纸、墨盒", "打印纸")

    assert published(project) == before
    assert [line.partition("改过")[0] for line in told(project)] == [
        "content/disclosures/caiwu-2026-q3.yml:1:1 [sign-off/changed] "
    ]
    plan = planned(project / "content", [], "初审", TODAY, 1)
    assert "  表格：去掉 1 行，添上 1 行，现有 4 行" in list(lines(plan))
    approve(project)
    assert "打印纸、墨盒" not in published(project)["disclosures/caiwu-2026-q3/index.html"].decode()


def test_draft_with_errors_stops_nothing_and_check_names_them(tmp_path: Path) -> None:
    """What is wrong with a draft is told, keeps it from being approved, and does not keep others from the site."""
    project = signed_project(tmp_path)
    before = published(project)
    edit(project, f"{SERVICE}.yml", "state: 在办", "state: 开着")

    assert published(project) == before
    assert [line.partition(" ")[0] for line in told(project, "field/")] == [f"content/{SERVICE}.yml:8:10"]
    with pytest.raises(ContentError) as refused:
        planned(project / "content", [SERVICE], "初审", TODAY, 1)
    assert [one.rule for one in refused.value.problems] == ["field/choice"]
    waiting = planned(project / "content", [], "初审", TODAY, 1)
    assert waiting.records == {}
    assert list(lines(waiting)) == [f"{SERVICE} 有错误，这次不批准。请先运行 gongshi check，改正以后再批准。"]


def test_wrong_approved_version_is_told_with_its_own_place(tmp_path: Path) -> None:
    """When the rest of the content moves on, an approved version may become wrong: the place is that of the copy."""
    project = signed_project(tmp_path)
    draft_service(project)
    edit(project, f"{SERVICE}.yml", "window: minzheng", "window: wanmin")
    edit(project, "windows.yml", "id: minzheng", "id: wanmin")

    assert [line.partition(" ")[0] for line in told(project, "reference/")] == [f"approved/{SERVICE}.yml:11:9"]
    with pytest.raises(ContentError):
        publish_project(project)


def test_tampered_copy_is_refused(tmp_path: Path) -> None:
    """A copy that nobody approved publishes nothing, and the report says where it is."""
    project = signed_project(tmp_path)
    before = published(project)
    draft_service(project)
    copy = project / "approved" / f"{SERVICE}.yml"
    copy.write_text(copy.read_text("utf-8").replace(OLD, "谁都可以"), "utf-8", newline="\n")

    with pytest.raises(ContentError) as refused:
        publish_project(project)
    assert [str(one) for one in refused.value.problems if one.severity == "error"] == [
        f"approved/{SERVICE}.yml:1:1 [sign-off/tampered] approvals.yml 里没有初审、复审、终审对这个文件的批准："
        "它批准以后被改过，或者登记被删了。请恢复原来的文件或登记；要先从网站上撤下，就删去这个文件。"
    ]
    assert tree(project / "site") == before

    copy.unlink()
    site = published(project)
    assert not [path for path in site if path.startswith((SERVICE, PERIOD))]


def test_approval_by_hand_without_copy_is_told(tmp_path: Path) -> None:
    """Approved by all but not kept: it is online, and ``approve`` makes the copy."""
    project = signed_project(tmp_path)
    published(project)
    shutil.rmtree(project / "approved" / "services")
    assert [one.rule for one in publish_project(project).problems] == ["sign-off/no-copy"]

    assert [line.partition("请")[0] for line in told(project)] == [
        f"content/{SERVICE}.yml:1:1 [sign-off/no-copy] 已经全部批准，但是批准的版本还没有存进 approved。"
    ]
    assert PAGE in published(project)
    rows = (project / "content" / "approvals.yml").read_bytes()
    approve(project, SERVICE, roles=("终审",))
    assert told(project) == []
    assert (project / "content" / "approvals.yml").read_bytes() == rows


def test_rows_that_name_nobody_and_nothing_are_told_with_their_line(tmp_path: Path) -> None:
    """A role that is none is an error whose message does not repeat it; a record that is none is a reminder."""
    project = signed_project(tmp_path)
    mark = "0" * 32
    with (project / "content" / "approvals.yml").open("a", encoding="utf-8") as file:
        file.write(f"  - record: services/meiyou\n    hash: {mark}\n    role: 子虚\n    day: 2026-11-20\n")
    text = (project / "content" / "approvals.yml").read_text("utf-8").splitlines()
    at = text.index("  - record: services/meiyou") + 1

    found = told(project)
    assert found == [
        f"content/approvals.yml:{at}:13 [sign-off/record] 没有这项内容：编号写错了，或者文件已经删去。"
        "写错的请改正，如 services/linshi-jiuzhu；没有用的请删去。",
        f"content/approvals.yml:{at + 2}:11 [sign-off/role] 审核角色不在 site.yml 的 sign_off 里（现有：初审、复审、终审）。"
        "只写角色，不写姓名。请写：role: 初审",
    ]


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("{record: services/x, hash: 子虚看过, role: 初审, day: 2026-11-20}", "2:32"),
        ("{record: services/x, hash: %s, role: 初审, day: 子虚}", "2:81"),
        ("{record: services/x, hash: %s, role: 初审, day: 2026-11-20, by: 子虚}", "2:93"),
        ("{record: services/x, hash: %s, role: 初审, day: 2026-11-20, 子虚: 看过}", "2:93"),
        ("{record: services/x, hash: %s, role: [子虚], day: 2026-11-20}", "2:72"),
        ("子虚同意", "2:5"),
        ("{子虚: 1, 子虚: 2}", "2:13"),
        ("record：子虚", "2:5"),
        ('role: "子虚', "2:11"),
    ],
)
def test_what_was_typed_for_an_approval_is_never_repeated(tmp_path: Path, row: str, place: str) -> None:
    """A hash has 32 characters, and there is no field for a person: the place is told, and nothing that stands there.

    That nobody knows what was approved is not told of each record.
    """
    project = signed_project(tmp_path)
    before = published(project)
    row = row.replace("%s", "0" * 32)
    (project / "content" / "approvals.yml").write_text(f"approvals:\n  - {row}\n", "utf-8")

    problems = all_problems(project / "content", TODAY, 1, project).problems
    assert [str(one) for one in problems] == [
        f"content/approvals.yml:{place} [sign-off/row] 这里写得不对。一次批准写四项，由 gongshi approve 登记："
        "record 内容、hash 校验值、role 审核角色、day 批准日期。不写姓名。"
        "请写：{record: services/linshi-jiuzhu, hash: 校验值, role: 审核角色, day: 2026-01-31}"
    ]
    with pytest.raises(ContentError):
        publish_project(project)
    assert tree(project / "site") == before
    with pytest.raises(ContentError):
        planned(project / "content", [SERVICE], "初审", TODAY, 1)


def test_older_text_is_approved_anew(tmp_path: Path) -> None:
    """Approvals of a text end where all roles have approved another one: going back to it is a change like any other."""
    project = signed_project(tmp_path)
    first = published(project)
    draft_service(project)
    approve(project, SERVICE, today=LATER)
    second = published(project)
    edit(project, f"{SERVICE}.yml", DRAFT, OLD)

    assert published(project) == second
    assert [line.partition("；")[0] for line in told(project)] == [
        f"content/{SERVICE}.yml:1:1 [sign-off/changed] 改过，还没有经过初审、复审、终审"
    ]
    approve(project, roles=("初审", "终审"))
    assert published(project) == second
    approve(project, roles=("复审", "终审"))
    assert published(project) == first
    assert told(project) == []


def test_role_that_is_added_is_asked_once_more(tmp_path: Path) -> None:
    """Until it has approved what is online, the site stays; each record says who has to look, and how."""
    project = signed_project(tmp_path)
    before = published(project)
    edit(project, "site.yml", "[初审, 复审, 终审]", "[初审, 复审, 会审, 终审]")

    assert f"content/{SERVICE}.yml:1:1 [sign-off/role-added] " + (
        "approvals.yml 里还没有会审对它的批准，以前批准的版本也不全，网站先不更新。角色是后来加的，"
        f"看过以后运行 gongshi approve {SERVICE} --role 会审；登记被删了的，请恢复登记。"
    ) in told(project)
    with pytest.raises(ContentError):
        publish_project(project)
    plan = planned(project / "content", [SERVICE], "会审", TODAY, 1)
    assert list(lines(plan)) == [f"—— {SERVICE} 《临时救助》：和批准过的版本一样 ——", "  会审以后，再生成网站就上网"]
    approve(project, roles=("会审",))
    assert told(project) == []
    assert published(project) == before


def test_command_shows_what_changes_and_asks(tmp_path: Path) -> None:
    """Field by field against the approved version; a no writes nothing."""
    project = signed_project(tmp_path)
    draft_service(project)
    before = tree(project)

    asked = run(project, SERVICE, "--role", "初审")
    assert asked.exit_code == 1
    assert asked.stdout.splitlines() == [
        f"—— {SERVICE} 《临时救助》：和批准过的版本相比，改 1 处 ——",
        "  一句话说明：“家里突然遇到难处，可以申请一次性的救助。” 改为 “家里一时过不去，可以申请一次性的救助。”",
        "  初审以后，还要经过复审、终审，才上网",
    ]
    assert tree(project) == before

    assert run(project, SERVICE, "--role", "初审", "--yes").exit_code == 0
    rows = (project / "content" / "approvals.yml").read_text("utf-8")
    assert rows.startswith(before["content/approvals.yml"].decode().rstrip("\n"))
    assert "role: 初审\n    day: 2026-11-20" in rows.removeprefix(before["content/approvals.yml"].decode())


def test_change_far_in_a_text_is_shown(tmp_path: Path) -> None:
    """However long a text is, the place at which it changes is shown."""
    long = "、".join(f"第{number}种难处" for number in range(40))
    project = signed_project(tmp_path, {f"{SERVICE}.yml": minimal_content()[f"{SERVICE}.yml"].replace(OLD, long)})
    edit(project, f"{SERVICE}.yml", "可以申请一次性的救助", "可以申请救助")

    shown = [line for line in lines(planned(project / "content", [SERVICE], "初审", TODAY, 1)) if "改为" in line]
    assert shown == ["  一句话说明：“…种难处，可以申请一次性的救助。” 改为 “…种难处，可以申请救助。”"]


def test_command_keeps_rows_and_comments(tmp_path: Path) -> None:
    """What stands in approvals.yml stays, comments and order and all."""
    project = signed_project(tmp_path)
    path = project / "content" / "approvals.yml"
    path.write_text(
        path.read_text("utf-8").replace("approvals:\n", "approvals:  # 三审\n  # 第一批\n", 1), "utf-8", newline="\n"
    )
    before = path.read_text("utf-8")
    draft_service(project)
    approve(project, roles=("初审",))

    assert path.read_text("utf-8").startswith(before)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((SERVICE, "--role", "复审"), f"{SERVICE} 还没有经过初审，轮不到复审。"),
        (
            (SERVICE, "--role", "子虚"),
            "这不是 site.yml 的 sign_off 里的审核角色（现有：初审、复审、终审）。只写角色，不写姓名。",
        ),
        (
            ("services/meiyou", "--role", "初审"),
            "没有 services/meiyou 这项内容。请写文件夹和编号，如 services/linshi-jiuzhu。",
        ),
    ],
)
def test_command_refuses(tmp_path: Path, arguments: tuple[str, ...], message: str) -> None:
    """Out of turn, in nobody's role, of nothing: exit 2, one sentence, nothing written."""
    project = signed_project(tmp_path)
    draft_service(project)
    before = tree(project)
    refused = run(project, *arguments, "--yes")

    assert (refused.exit_code, refused.stderr.strip()) == (2, message)
    assert tree(project) == before


def test_command_refuses_where_sign_off_is_off(tmp_path: Path) -> None:
    """It says how to switch it on."""
    refused = run(make_project(tmp_path / "project"), SERVICE, "--role", "初审")

    assert refused.exit_code == 2
    assert "没有开三审三校" in refused.stderr


def test_file_that_changed_meanwhile_is_not_approved(tmp_path: Path) -> None:
    """What was shown is what is approved, or nothing is."""
    project = signed_project(tmp_path)
    draft_service(project)
    plan = planned(project / "content", [SERVICE], "初审", TODAY, 1)
    edit(project, f"{SERVICE}.yml", DRAFT, "有难处")

    with pytest.raises(Exception, match="刚刚有人改过"):
        apply(plan)


def test_a_site_is_not_emptied_by_switching_sign_off_on(tmp_path: Path) -> None:
    """While nothing is approved, the site stays as it was and ``check`` says what to do; one record is enough."""
    project = make_project(tmp_path / "project")
    publish_project(project)
    before = tree(project / "site")
    (project / "content/site.yml").write_text(SIGNED["site.yml"], "utf-8")

    (line,) = told(project, "sign-off/none")
    assert re.match(r"content/site\.yml:\d+:1 .*网站就空了.*gongshi approve --role 初审", line)
    approve(project, SERVICE, roles=ROLES[:2])
    with pytest.raises(ContentError):
        publish_project(project)
    assert tree(project / "site") == before

    approve(project, SERVICE, roles=ROLES[2:])
    assert PAGE in published(project)


def test_everything_is_approved_at_once(tmp_path: Path) -> None:
    """A hall that begins with sign-off approves all that it has in one go; before, nothing of it is online."""
    project = make_project(tmp_path / "project", SIGNED)
    assert told(project, "wall/") == []
    assert len(told(project, "sign-off/new")) == len([*(project / "content").glob("*/*.yml")])
    for role in ROLES:
        assert run(project, "--role", role, "--yes").exit_code == 0

    assert told(project) == []
    assert run(project, "--role", "终审").stdout == "没有等着终审的内容。\n"
