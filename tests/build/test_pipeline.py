"""pipeline: from a content folder to a published site, the same bytes everywhere, whole or not at all."""

import errno
import json
import multiprocessing
import os
import re
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from content_builder import TODAY, minimal_content, write_content
from fake_engine import FakeEngine
from project_builder import (
    DAY,
    build,
    clean_site,
    leftovers,
    make_project,
    publish_project,
    service_named,
    stamps,
    tree,
)

from generator.build import frames, incremental, memory, pipeline
from generator.build.checkpoints import PrivateData, UnfitSite
from generator.build.frames import FrameToCome
from generator.build.memory import open_memory
from generator.build.options import BuildOptions
from generator.build.pipeline import outputs, read_hall
from generator.cli import main
from generator.content.problems import ContentError
from generator.content.project import open_project
from generator.privacy import RulesMissing, gate
from generator.privacy.waivers import waiver_hash
from generator.publish import staging as publish
from generator.publish import swap
from generator.site.frame import Frame
from generator.texts.commands import STAGES

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("fake_engine")]

SERVICE = "services/linshi-jiuzhu.yml"
SERVICE_PAGE = "services/linshi-jiuzhu/index.html"
NEW_SUMMARY = {SERVICE: minimal_content()[SERVICE].replace("家里突然遇到难处", "家里突然遇到大难处")}
NO_NAME = {SERVICE: minimal_content()[SERVICE].replace("name: 临时救助\n", "", 1)}


def command(project: Path) -> tuple[int, str, str]:
    """``gongshi build`` in this process: exit code, what it printed, what it complained of."""
    result = CliRunner().invoke(main, ["build", "-C", str(project), "--posters", "none", "--today", DAY])
    return result.exit_code, result.stdout, result.stderr


@pytest.fixture
def project(published: Path, tmp_path: Path) -> Path:
    """A built project of one's own."""
    shutil.copytree(published, tmp_path / "project")
    return tmp_path / "project"


# --- a build that succeeds -------------------------------------------------------------------------------------------


def test_command_publishes_the_whole_site(tmp_path: Path) -> None:
    """One command makes every page from the data, says so, exits 0 and leaves nothing beside the site."""
    project = make_project(tmp_path / "project")

    done = build(project)

    assert (done.returncode, done.stderr) == (0, "")
    assert re.fullmatch(r"已生成 \d+ 个网页、0 份海报，放在 site 文件夹里。错误 0，待补充 0，提醒 0\n", done.stdout)
    files = tree(project / "site")
    assert "临时救助" in files[SERVICE_PAGE].decode()
    assert {"index.html", "404.html", "about/index.html", "sitemap.xml", "search/names.js"} <= set(files)
    assert "regulations/weisheng-baojie/index.html" in files
    assert leftovers(project) == []


def test_manifest_tells_the_truth_about_the_site(published: Path) -> None:
    """Every published file is in the manifest, with its size, and nothing else is."""
    files = tree(published / "site")
    manifest = json.loads(files.pop("gongshi-manifest.json"))

    assert {address: entry["bytes"] for address, entry in manifest.items()} == {k: len(v) for k, v in files.items()}


def test_build_is_the_same_in_every_time_zone_language_and_folder(tmp_path: Path) -> None:
    """Two machines that share only the content publish the same bytes, posters included."""
    surroundings = {
        "一 处/project": {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1", "HOME": "/nonexistent"},
        "b": {"TZ": "America/Los_Angeles", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
    }
    sites = []
    for name, env in surroundings.items():
        project = make_project(tmp_path / name)
        shutil.rmtree(project / "content")
        files = minimal_content()
        write_content(project / "content", {path: files[path] for path in sorted(files, reverse=name == "b")})
        done = build(project, "--posters", "changed", env=env)
        assert (done.returncode, done.stderr) == (0, "")
        sites.append(tree(project / "site"))

    assert any(path.endswith(".pdf") for path in sites[0])
    assert sorted(sites[0]) == sorted(sites[1])
    assert [path for path in sites[0] if sites[0][path] != sites[1][path]] == []


def test_second_build_changes_nothing_and_says_so(project: Path) -> None:
    """Nothing was edited: no file, no folder and no time of the site changes."""
    before = stamps(project / "site")

    code, told, _ = command(project)

    assert code == 0
    assert told.startswith("没有变化，网站保持原样（")
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_edited_content_reaches_the_site(project: Path) -> None:
    """After an edit the page says the new thing, and a record that was deleted has no page."""
    write_content(project / "content", NEW_SUMMARY)
    (project / "content/notices/dibao-2026-11.yml").unlink()

    assert publish_project(project).changed

    assert "家里突然遇到大难处" in (project / "site" / SERVICE_PAGE).read_text("utf-8")
    assert not (project / "site/notices/dibao-2026-11").exists()


def test_progress_is_told_stage_by_stage(tmp_path: Path) -> None:
    """Reading, each output and the gate report, in this order; posters only where posters are made."""
    heard: list[str] = []

    def progress(stage: str, done: int, total: int) -> None:
        heard.append(stage)

    publish_project(make_project(tmp_path / "p"), progress=progress)

    def stages() -> list[str]:
        return list(dict.fromkeys(heard))

    without = stages()
    assert (without[0], without[-1]) == ("read", "privacy")
    assert len(without) >= 4
    heard.clear()
    publish_project(make_project(tmp_path / "q"), posters="changed", progress=progress)
    assert sorted(stages()) == sorted([*without, "posters"])
    assert set(heard) <= set(STAGES)


# --- a build that fails ----------------------------------------------------------------------------------------------


def test_content_error_leaves_the_site_as_it_was(project: Path) -> None:
    """With an error in the content nothing is published, and the report says where it is and that nothing changed."""
    before = stamps(project / "site")
    write_content(project / "content", NO_NAME)

    code, told, complaint = command(project)

    assert code == 1
    assert "content/services/linshi-jiuzhu.yml:1:1 [" in told
    assert re.fullmatch(r"错误 \d+，待补充 \d+，提醒 \d+。没有发布，原来的网站保持原样。\n", complaint)
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_broken_link_in_prose_leaves_the_site_as_it_was(project: Path) -> None:
    """A site that fails verification is thrown away, with the page and the link that is wrong."""
    before = stamps(project / "site")
    write_content(project / "content", {"pages/about.md": "# 关于\n\n[办法](missing.md)\n"})

    code, told, complaint = command(project)

    assert (code, told) == (1, "")
    assert complaint == (
        "content/pages/about.md:3:6：链接 missing.md 没有去处。请检查地址：写相对于这个文件的位置，例如 [材料](other.md)；"
        "不要的请删去\n没有发布，原来的网站保持原样。\n"
    )
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_picture_from_another_host_in_prose_is_refused(project: Path) -> None:
    """Prose cannot make visitors' browsers ask another site."""
    write_content(project / "content", {"pages/about.md": "# 关于\n\n![图](https://cdn.example/a.png)\n"})

    with pytest.raises(UnfitSite, match=re.escape("about/index.html：页面要向其他网站请求 https://cdn.example/a.png")):
        publish_project(project)


PASTED = (
    '<IMG SRC="https://cdn.example/a.png">',
    '<img src = "https://cdn.example/a.png">',
    '<img alt="1 > 0" src="https://cdn.example/a.png">',
    '<div><img alt="x"src="https://cdn.example/a.png"></div>',
    "<div><img/src='https://cdn.example/a.png'></div>",
    "<style>@import 'https://cdn.example/a.css';</style>",
    "<style>p{background:url(https://cdn.example/a.png)}</style>",
    '<p style="background:url(https://cdn.example/a.png)">x</p>',
)
"""Forms that staff paste from elsewhere; a browser reads all of them."""


def test_pasted_html_in_prose_hides_no_request(project: Path) -> None:
    """However unusual the HTML of a prose page is written, a request to another host is found."""
    write_content(project / "content", {f"pages/p{n}.md": f"# 第{n}页\n\n{html}\n" for n, html in enumerate(PASTED)})

    with pytest.raises(UnfitSite) as caught:
        publish_project(project)

    told = [fault for fault in caught.value.faults if "cdn.example" in fault]
    found = {fault.partition("/index.html：")[0] for fault in told}
    assert [html for number, html in enumerate(PASTED) if f"p{number}" not in found] == []


def test_link_that_is_no_address_is_told_and_not_a_crash(project: Path) -> None:
    """http://[ cannot be read as an address: either it is a plain link, or the report names page and link."""
    write_content(project / "content", {"pages/about.md": '# 关于\n\n<img src="http://[cdn.example/a.png">\n'})

    code, _, complaint = command(project)

    assert code == 1
    assert complaint.startswith("about/index.html：页面要向其他网站请求 http://[cdn.example/a.png\n")


def test_folder_with_other_files_is_not_overwritten(project: Path) -> None:
    """A target that no build made stays, and the command says what to do."""
    shutil.rmtree(project / "site")
    write_content(project / "site", {"台账.txt": "台账"})

    code, _, complaint = command(project)

    assert code == 2
    assert complaint == ("文件夹 site 里有不是本程序生成的内容，没有覆盖它。请换一个 --site-dir，或先把它移走。\n")
    assert set(tree(project / "site")) == {"台账.txt"}
    assert leftovers(project) == []


def full_disk(*_: object) -> None:
    """What every write says when the disk is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "index.html")


@pytest.mark.parametrize("writer", ["frame", "kept frame", "pages", "manifest"])
def test_full_disk_leaves_the_site_as_it_was(project: Path, monkeypatch: pytest.MonkeyPatch, writer: str) -> None:
    """No space, whoever notices it first: exit 2, a message, the old site, and nothing half-written beside it."""
    before = stamps(project / "site")
    write_content(project / "content", {**NEW_SUMMARY, "pages/about.md": "# 关于\n\n新的。\n"})
    owner, name = {
        "frame": (FakeEngine, "render"),
        "kept frame": (frames, "write_kept"),
        "pages": (publish.Stage, "write"),
        "manifest": (pipeline, "write_manifest"),
    }[writer]
    monkeypatch.setattr(owner, name, full_disk)

    code, _, complaint = command(project)

    assert code == 2
    assert re.fullmatch(r"读写文件失败：index\.html：.+。请检查磁盘空间和权限。\n", complaint)
    assert stamps(project / "site") == before
    assert leftovers(project) == []
    monkeypatch.undo()
    assert publish_project(project).changed
    assert tree(project / "site") == clean_site(project)


# --- a build that is killed ------------------------------------------------------------------------------------------


BUILDER: list[int] = []
"""The process that builds, in itself and in those that it starts."""


def die(*_: object) -> None:
    """What kill -9 and a power cut do, in whatever process of the build this is."""
    os.kill(BUILDER[0], signal.SIGKILL)
    time.sleep(60)


def die_at(number: int, function: Callable[..., object]) -> Callable[..., object]:
    """``function``, whose ``number``th call is the last thing the process does."""
    calls: Iterator[int] = iter(range(1, 1_000_000))

    def counted(*arguments: object) -> object:
        result = function(*arguments)
        if next(calls) == number:
            die()
        return result

    return counted


KILLS = {
    "the stage is open": (publish, "open_stage", die_at(1, publish.open_stage)),
    "the frame is rendered": (FakeEngine, "render", die_at(1, FakeEngine.render)),
    "the frame is written down": (frames, "write_kept", die_at(1, frames.write_kept)),
    "the first file is written": (publish.Stage, "write", die_at(1, publish.Stage.write)),
    "some pages are written": (publish.Stage, "write", die_at(12, publish.Stage.write)),
    "all is written": (pipeline, "write_manifest", die),
    "the stage is sealed": (pipeline, "swap", die),
    "the old site is moved aside": (Path, "rename", die_at(2, Path.rename)),
    "the new site is in place": (Path, "rename", die_at(3, Path.rename)),
    "the two are exchanged": (swap, "_exchange", die_at(1, swap._exchange)),
    "nothing is remembered yet": (memory.Memory, "save", die),
    "half is remembered": (memory, "write_scans", die_at(1, memory.write_scans)),
    "the report is not kept": (incremental, "remember_report", die),
}
"""Moment -> where the build ends. The first folder that is renamed is that of the frame."""

PUBLISHED_BY_THEN = tuple(KILLS)[tuple(KILLS).index("the new site is in place") :]
NEW_FRAME = FakeEngine("2")


def killed_build(project: Path, moment: str) -> None:
    """Build ``project`` in this process, which ends at ``moment``."""
    BUILDER.append(os.getpid())
    owner, name, replacement = KILLS[moment]
    if owner is Path:
        swap._exchange = lambda *_: False
    setattr(owner, name, replacement)
    publish_project(project, NEW_FRAME)


@pytest.mark.parametrize("moment", KILLS)
def test_killed_build_leaves_a_whole_site(project: Path, moment: str) -> None:
    """Whenever the process is killed, one whole edition stands, and the next build finishes the work."""
    old = tree(project / "site")
    write_content(project / "content", NEW_SUMMARY)
    new = clean_site(project, NEW_FRAME)
    assert new != old
    process = multiprocessing.get_context("fork").Process(target=killed_build, args=(project, moment))
    process.start()
    process.join(60)

    assert process.exitcode == -signal.SIGKILL
    standing = tree(project / (".site.previous" if moment == "the old site is moved aside" else "site"))
    assert standing == (new if moment in PUBLISHED_BY_THEN else old)

    publish_project(project, NEW_FRAME)
    assert tree(project / "site") == new
    assert leftovers(project) == []
    assert [path.name for path in (project / ".cache/gongshi/frames").iterdir() if path.name == "new"] == []


# --- two builds at once ----------------------------------------------------------------------------------------------


def test_build_is_refused_while_another_runs(project: Path) -> None:
    """The second build says so, exits 2 and disturbs neither the site nor the first one's stage."""
    before = stamps(project / "site")
    with publish.lock(project / "site"):
        stage = publish.open_stage(project / "site")
        stage.write("half.html", b"<ht")

        done = build(project)

        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == "另一个生成或者发布正在进行，请等它结束再运行。\n"
        assert tree(stage.folder) == {"half.html": b"<ht"}
    assert stamps(project / "site") == before


def racing_build(project: Path) -> None:
    """Build ``project`` in a process of its own, which ends with the exit code of the command."""
    sys.exit(command(project)[0])


def test_two_builds_started_together_end_with_one_whole_site(project: Path) -> None:
    """Each of two simultaneous builds publishes or stands back; the site is the new edition."""
    write_content(project / "content", NEW_SUMMARY)
    fork = multiprocessing.get_context("fork")
    builds = [fork.Process(target=racing_build, args=(project,)) for _ in range(2)]
    for process in builds:
        process.start()
    for process in builds:
        process.join(60)

    assert sorted(process.exitcode or 0 for process in builds) in ([0, 0], [0, 2])
    after = tree(project / "site")
    assert "家里突然遇到大难处" in after[SERVICE_PAGE].decode()
    assert not publish_project(project).changed
    assert leftovers(project) == []


def test_two_sites_of_one_project_are_not_built_at_once(project: Path, tmp_path: Path) -> None:
    """They share a cache, and the second build says that another is running."""
    with publish.staged(tmp_path / "elsewhere", project / ".cache" / "gongshi"):
        code, told, complaint = command(project)

    assert (code, told, complaint) == (2, "", "另一个生成或者发布正在进行，请等它结束再运行。\n")


def test_site_that_is_a_link_stays_a_link(project: Path, tmp_path: Path) -> None:
    """A site folder that links to where the web server looks is published there, again and again."""
    shutil.rmtree(project / "site")
    (tmp_path / "www").mkdir()
    (project / "site").symlink_to(tmp_path / "www", target_is_directory=True)

    publish_project(project)
    write_content(project / "content", NEW_SUMMARY)
    publish_project(project)

    assert (project / "site").is_symlink()
    assert "家里突然遇到大难处" in (tmp_path / "www" / SERVICE_PAGE).read_text("utf-8")
    assert leftovers(project) == leftovers(tmp_path) == []


# --- what never leaves -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["ledger.docx", "~$ledger.docx", "backup/ledger.html", "ledger.csv.bak"])
def test_stray_file_among_the_prose_stays_there(project: Path, name: str) -> None:
    """MkDocs would publish whatever lies beside the pages; here it is reported and left where it is."""
    write_content(project / "content", {f"pages/{name}": "收件台账"})

    code, printed, _ = command(project)

    assert code == 0
    assert f"content/pages/{name}:1:1 [file/unexpected]" in printed
    assert not [path for path in (project / "site").rglob("*") if "ledger" in path.name]


@pytest.mark.parametrize(
    "name",
    ["台账.xlsx", "表/台账.xls", "台账.csv", "content/台账.ods", "content/pages/a/台账.xlsx", "content/old/台账.xlsx"],
)
def test_register_in_the_project_stops_the_build(project: Path, name: str) -> None:
    """At the root, in a folder, in the content; also where nothing else has changed since the last build."""
    before = stamps(project / "site")
    path = project / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("收件编号,姓名,受理日期\n", "utf-8")

    code, told, _ = command(project)

    assert (code, f"{name}:1:1 [file/register] 这是电子表格或台账" in told) == (1, True)
    assert stamps(project / "site") == before
    path.unlink()
    assert command(project)[0] == 0


def test_stray_files_elsewhere_in_the_content_stay_there(project: Path) -> None:
    """A register or a lock file among the records is reported and never copied."""
    write_content(
        project / "content",
        {
            "ledger.docx": "收件台账",
            "services/~$x.docx": "收件台账",
            "results/old/2025.csv": "收件台账",
            "x/y.html": "收件台账",
        },
    )

    code, told, _ = command(project)

    assert code == 0
    assert re.findall(r"content/(\S+):1:1 \[(file/\w+)\]", told) == [
        ("ledger.docx", "file/unexpected"),
        ("results/old", "file/folder"),
        ("services/~$x.docx", "file/unexpected"),
        ("x", "file/folder"),
    ]
    files = tree(project / "site")
    assert not any("收件台账".encode() in data for data in files.values())
    assert not any(part in path for path in files for part in ("ledger", "~$", "2025", "x/y"))


@pytest.mark.parametrize("name", ["pages/host.txt", "pages/etc", "services/host.yml", "host.csv"])
def test_symbolic_link_stops_the_build(project: Path, tmp_path: Path, name: str) -> None:
    """The target of a link is neither read nor published, wherever the link lies."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/host.txt").write_text("secret-host", "utf-8")
    link = project / "content" / name
    link.symlink_to(tmp_path / "secret" if name.endswith("etc") else tmp_path / "secret/host.txt")
    before = stamps(project / "site")

    code, told, _ = command(project)

    assert code == 1
    assert f"content/{name}:1:1 [file/symlink] " in told
    assert "secret-host" not in told
    assert stamps(project / "site") == before


def test_placeholder_never_reaches_the_site(tmp_path: Path) -> None:
    """Wherever [X] was left in the data, no published file carries it, and each place is reported as 待补充."""
    files = minimal_content()
    edits = {
        "site.yml": ("虚谷镇不远路1号", "虚谷镇[X]路1号"),
        "windows.yml": ("受理临时救助申请", "受理[X]申请"),
        "materials.yml": ("[身份证]", '[身份证, "[X]证"]'),
        SERVICE: ("当场查看", "由[X]当场查看"),
        "regulations/weisheng-baojie.yml": ("由大厅负责", "由[X]负责"),
        "notices/dibao-2026-11.yml": ("名单在大厅", "名单在[X]"),
        "results/2026-Q3.yml": ("第三季度办理", "第三季度[X]办理"),
        "results/2026-Q3.csv": ("2026-07-13,办结,,", "2026-07-13,办结,5,等[X]核实"),
    }
    assert all(files[path].count(old) == 1 for path, (old, _) in edits.items())
    project = make_project(tmp_path / "p", {path: files[path].replace(*edit) for path, edit in edits.items()})

    code, told, _ = command(project)

    assert [path for path, data in tree(project / "site").items() if b"[X]" in data] == []
    assert code == 0
    assert set(re.findall(r"content/(\S+?):\d+:\d+ \[text/placeholder\]", told)) == set(edits)


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "{{ 7*7 }}", '{% raw %}&amp;"<b>']
)
def test_markup_in_a_name_is_text(tmp_path: Path, name: str) -> None:
    """Whatever a record is called, pages show these characters, and no browser or template runs them."""
    project = make_project(tmp_path / "p", {SERVICE: service_named(name)})
    escaped = name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&#34;")

    publish_project(project)

    pages = {path: data.decode() for path, data in tree(project / "site").items() if path.endswith(".html")}
    assert escaped in re.search("<h1[^>]*>(.*?)</h1>", pages[SERVICE_PAGE], re.DOTALL)[1]
    assert escaped in pages["services/index.html"]
    assert not any(re.search("<script>alert|<img src=x|<b>", html) for html in pages.values())


def test_content_error_carries_every_problem(tmp_path: Path) -> None:
    """The exception prints as the report: one line for each problem."""
    project = make_project(tmp_path / "p", NO_NAME)

    with pytest.raises(ContentError) as caught:
        publish_project(project)

    assert str(caught.value).splitlines() == [str(problem) for problem in caught.value.problems]
    assert not (project / "site").exists()


# --- what is private -------------------------------------------------------------------------------------------------

MOBILE = "138" + "0013" + "8001"
IN_A_RECORD = {SERVICE: minimal_content()[SERVICE].replace("家里突然遇到难处", f"请打{MOBILE}")}


def waivers(*paths: str) -> dict[str, str]:
    """waivers.yml with a waiver for the number in each file."""
    entries = [
        f"  - path: {path}\n    kind: mobile\n    hash: {waiver_hash(path, 'mobile', MOBILE)}\n    reason: 本人同意\n"
        f"    until: {DAY}\n"
        for path in paths
    ]
    return {"waivers.yml": "".join(["waivers:\n", *entries])}


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        (IN_A_RECORD, "content/services/linshi-jiuzhu.yml:3:10"),
        ({"pages/about.md": f"# 关于我们\n\n请打{MOBILE}。\n"}, "content/pages/about.md:3:3"),
        ({"pages/a/b.svg": f"<svg xmlns='x'>\n<!--{MOBILE}--></svg>"}, "content/pages/a/b.svg:2:5"),
    ],
    ids=["record", "prose", "picture"],
)
def test_private_number_is_reported_where_it_was_typed(project: Path, changes: dict[str, str], place: str) -> None:
    """A number in a record, a page or a picture stops the build at its line and column, and is not repeated."""
    before = stamps(project / "site")
    write_content(project / "content", changes)

    code, told, complaint = command(project)

    assert (code, f"{place} [privacy/number] 这里有手机号码" in told) == (1, True)
    assert MOBILE not in told + complaint
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_gate_stops_what_no_rule_saw(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever put a number into the finished site: it is reported by file, line and column, and the old site stays."""
    before = stamps(project / "site")
    write_content(project / "content", IN_A_RECORD)
    monkeypatch.setattr("generator.build.examine.check", lambda *_: ())

    with pytest.raises(PrivateData) as caught:
        publish_project(project)

    assert {leak.path for leak in caught.value.leaks} >= {SERVICE_PAGE, "open-data/services.json", "search/names.js"}
    assert {leak.kind for leak in caught.value.leaks} == {"mobile"}
    assert MOBILE not in str(caught.value)
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def crash(*_: object) -> None:
    """What a bug in a detector does."""
    raise RuntimeError(MOBILE)


def hang(*_: object) -> None:
    """What an expression without end does."""
    time.sleep(600)


def missing() -> None:
    """What a detector that finds nothing any more does."""
    raise RulesMissing("mobile")


@pytest.mark.parametrize(
    ("name", "failure", "reason"),
    [("find", crash, "RuntimeError"), ("find", hang, "Overdue"), ("check_rules", missing, "RulesMissing: mobile")],
    ids=["crash", "hang", "no rules"],
)
def test_gate_that_cannot_work_is_closed(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, failure: Callable[..., None], reason: str
) -> None:
    """A crash, no end in sight, or missing rules: nothing is published, the old site stays, and the reason is told."""
    before = stamps(project / "site")
    write_content(project / "content", NEW_SUMMARY)
    monkeypatch.setattr(gate, name, failure)
    monkeypatch.setattr(gate, "SECONDS", 1.0)

    code, told, complaint = command(project)

    assert (code, told) == (1, "")
    assert complaint == f"发布前的个人信息检查没有完成（{reason}），因此不能发布。\n没有发布，原来的网站保持原样。\n"
    assert stamps(project / "site") == before
    assert leftovers(project) == []


def test_waived_number_is_published_and_reported(project: Path) -> None:
    """With a waiver for each file that holds it the number is published, and the report names each waiver."""
    write_content(project / "content", {**IN_A_RECORD, "pages/about.md": f"# 关于我们\n\n请打{MOBILE}。\n"})
    write_content(project / "content", waivers(SERVICE, "pages/about.md"))

    code, _, complaint = command(project)

    assert code == 0
    assert complaint.splitlines() == [
        f"豁免：{path} 的手机号码，理由：本人同意，有效期至 {DAY}。" for path in (SERVICE, "pages/about.md")
    ]
    assert MOBILE in (project / "site" / SERVICE_PAGE).read_text("utf-8")


def test_waiver_that_is_not_needed_is_a_reminder(project: Path) -> None:
    """A waiver for prose that no longer holds the number is reported at its place."""
    write_content(project / "content", waivers("pages/about.md"))

    code, told, _ = command(project)

    assert code == 0
    assert "content/waivers.yml:2:5 [waiver/unused] 豁免没有对上任何内容" in told


def test_no_printed_names_are_kept_where_nothing_is_printed(project: Path) -> None:
    """A build without posters forgets bulletins and notices of earlier builds: names in them may have had their days."""
    kept = project / ".cache" / "gongshi" / "posters"
    kept.mkdir(parents=True, exist_ok=True)
    for name in ("bulletin-aa.bb.1", "notice-aa.bb.1", "official-notice-aa.bb.1", "guide-cc.dd.1"):
        (kept / name).write_bytes(b"printed")
    write_content(project / "content", NEW_SUMMARY)
    publish_project(project)

    assert [path.name for path in kept.iterdir()] == ["guide-cc.dd.1"]


# --- the outputs -----------------------------------------------------------------------------------------------------


def test_outputs_come_after_those_they_need(tmp_path: Path) -> None:
    """Each output has a name of its own and stands behind all that its files point at, never made together with it."""
    project = open_project(make_project(tmp_path / "p"))
    for posters in ("none", "changed"):
        memory = open_memory(project)
        hall = read_hall(project, BuildOptions(TODAY, posters), memory)
        made: list[str] = []
        for together in outputs(hall, FrameToCome(Frame({}, (), {})), memory):
            for output in together:
                assert {need for need in output.needs if need != "posters" or posters != "none"} <= set(made)
            assert len({(output.costly, output.waits) for output in together}) == 1
            assert together[-1].name in STAGES
            made += [output.name for output in together]
        assert ("posters" in made) == (posters != "none")
        assert len(made) == len(set(made)) >= 7
