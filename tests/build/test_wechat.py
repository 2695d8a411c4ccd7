"""The folder of articles for WeChat: what the editor of WeChat keeps, pictures of the right size, and the gate."""

import hashlib
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from content_builder import NOTICE, TODAY
from project_builder import DAY, make_project, tree

from generator.build import wechat_files
from generator.build.checkpoints import PrivateData
from generator.build.options import BuildOptions
from generator.build.pipeline import read_hall
from generator.build.wechat import wechat_folder
from generator.channels import wechat_pictures
from generator.cli import main
from generator.content.project import open_project
from generator.posters.sheet import Sheet
from generator.privacy.media.size import size_of
from generator.publish.staging import MANIFEST
from generator.texts.channels_wechat import BUILD

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("fake_engine", "kept_sets")]

NOTICES = "notices/dibao-2026-11.yml"
NAMED = NOTICE.replace("名单在大厅公告栏张贴。", "子虚、乌有二人获得救助。") + (
    "names: {basis: 虚谷条例第三条, until: 2026-11-25}\n"
)
KEPT = {"section", "p", "h2", "h3", "strong", "span", "img"}
"""Elements that the editor is known to take."""


def folder_of(project: Path, day: date = TODAY) -> list[str]:
    """Make the folder; what was told."""
    return list(wechat_folder(read_hall(open_project(project), BuildOptions(day, "none"))))


def article_in(page: bytes) -> str:
    """The HTML that is copied."""
    found = re.search(r"<div data-article>(.*?)</div>", page.decode(), re.S)
    assert found
    return found[1]


def test_folder_has_articles_that_the_editor_keeps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No class, id, link, script or position in an article; every size in pixels; a second run gives the same bytes."""
    monkeypatch.setattr(wechat_files, "PICTURED", 13)
    project = make_project(tmp_path / "project")
    told = folder_of(project)
    made = tree(project / "site-wechat")
    assert (
        told[0]
        == f"公众号文章已做好：site-wechat，{len(list((project / 'site-wechat').rglob('cover.png')))}篇。双击里面的 index.html 打开。"
    )
    pages = [name for name in made if name.endswith("/index.html")]
    assert len(pages) == 13
    for name in pages:
        html = article_in(made[name])
        elements = set(re.findall(r"<(\w+)", html))
        assert elements <= KEPT, name
        attributes = set(re.findall(r"<\w+[^>]*?\s([\w-]+)=", html))
        assert attributes <= {"style", "src", "alt", "data-insert", "data-insert-style"}, name
        assert not re.search(r"position|flex|grid|float|url\(|https?://(?!demo\.example)", html), name
        assert set(re.findall(r"font-size:\d+(\w+)", html)) == {"px"}
        assert size_of(made[name.replace("index.html", "cover.png")]) == (900, 383)
    assert b'<a href="http' not in b"".join(made.values())
    assert folder_of(project) == told
    assert tree(project / "site-wechat") == made


def test_command_makes_the_folder_beside_the_site(tmp_path: Path) -> None:
    """With --wechat the folder is made after the site, and it is said what has to be deleted by hand, and when."""
    project = make_project(tmp_path / "project")
    command = ["build", "-C", str(project), "--today", DAY, "--wechat"]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert done.exit_code == 0
    assert done.stdout.splitlines()[-1] == "最早的一篇只能挂到 2026-11-30：到期要在公众号后台手工删除。"
    assert (project / "site" / MANIFEST).is_file()
    later = folder_of(project, date(2026, 12, 1))
    assert later[1] == "有1条以前可能发过的内容要到公众号后台删除，见 index.html 最上面。"
    assert not (project / "site-wechat" / "notices/dibao-2026-11/index.html").exists()
    assert "2026-11-30 是最后一天" in (project / "site-wechat" / "index.html").read_text("utf-8")


def test_notice_may_name_people_until_its_day(tmp_path: Path) -> None:
    """While the law has them named the article names them; a day later nothing of it is left, not even in the cache."""
    project = make_project(tmp_path / "project", {NOTICES: NAMED})
    folder_of(project)
    assert "乌有" in (project / "site-wechat" / "notices/dibao-2026-11/index.html").read_text("utf-8")
    kept = project / ".cache" / "gongshi" / "wechat" / "wechat"
    digests = {path.name.split(".")[1] for path in kept.iterdir()}
    for name in ("cover.png", "long.png"):
        picture = (project / "site-wechat" / "notices/dibao-2026-11" / name).read_bytes()
        assert hashlib.sha256(picture).hexdigest() not in digests
    folder_of(project, date(2026, 11, 26))
    assert not (project / "site-wechat" / "notices/dibao-2026-11/index.html").exists()
    assert "乌有" not in "".join(path.read_text("utf-8") for path in (project / "site-wechat").rglob("*.html"))


def test_what_only_a_picture_says_goes_through_the_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The gate cannot read pixels, so it reads what they were drawn from."""
    project = make_project(tmp_path / "project")
    honest = wechat_pictures.sheet_of

    def leaking(*given: Any) -> Sheet:
        return honest(*given[:3], {**given[3], "over": "电话 13000000000"}, *given[4:])

    monkeypatch.setattr(wechat_pictures, "sheet_of", leaking)
    with pytest.raises(PrivateData, match=r"cover\.png\.txt"):
        folder_of(project)
    assert not (project / "site-wechat").exists()


def test_article_whose_picture_fails_is_left_out(tmp_path: Path) -> None:
    """Those with a sign that no typeface has are told and listed as not ready, and the others are made."""
    rare = make_project(tmp_path / "project")
    service = rare / "content" / "services" / "linshi-jiuzhu.yml"
    service.write_text(service.read_text("utf-8").replace("name: 临时救助\n", "name: 临时\U0001f9ffc救助\n"), "utf-8")
    told = folder_of(rare)
    assert [line.partition("：")[0] for line in told[:2]] == ["wechat/linshi-jiuzhu", "wechat/dibao-2026-11"]
    made = tree(rare / "site-wechat")
    assert [name for name in made if name.startswith(("services/", "notices/"))] == []
    ready, _, held = (rare / "site-wechat" / "index.html").read_text("utf-8").partition("<h2>还不能发</h2>")
    assert "临时\U0001f9ffc救助" not in ready
    assert "临时\U0001f9ffc救助（办事指南）" in held


def test_only_the_newest_have_pictures_and_those_that_are_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The others have their text, no place for a code, and the command that makes the rest; all are read by the gate."""
    monkeypatch.setattr(wechat_files, "PICTURED", 1)
    project = make_project(tmp_path / "project")
    folder_of(project)
    folder = project / "site-wechat"
    for name in ("cover.png", "long.png", "qr.png"):
        assert [path.parent.name for path in folder.rglob(name)] == ["dibao-2026-11"]
    page = (folder / "services/linshi-jiuzhu/index.html").read_bytes()
    assert "编号是 linshi-jiuzhu。要发的话，先运行 gongshi build --wechat" in page.decode()
    assert ".png" not in article_in(page)
    assert b"wx-files" not in page
    assert len(list(folder.rglob("index.html"))) == 14
    command = ["build", "-C", str(project), "--today", DAY, "--wechat", "linshi-jiuzhu"]
    assert CliRunner().invoke(main, command, catch_exceptions=False).exit_code == 0
    assert len(list((folder / "services/linshi-jiuzhu").glob("*.png"))) == 3
    page = (folder / "services/linshi-jiuzhu/index.html").read_bytes()
    assert "gongshi build --wechat" not in page.decode()
    assert "qr.png" in article_in(page)


def test_help_names_the_number_of_articles_with_pictures() -> None:
    """How many have pictures without being asked for is a number of the program, which the help text says."""
    assert f"最新的{wechat_pictures.PICTURED}篇" in BUILD["help"]


def test_pictures_of_no_article_are_refused(tmp_path: Path) -> None:
    """It is said which id has no article, and nothing is made."""
    project = make_project(tmp_path / "project")
    command = ["build", "-C", str(project), "--today", DAY, "--wechat", "mei-you"]
    done = CliRunner().invoke(main, command, catch_exceptions=False)
    assert done.exit_code == 2
    assert "没有可以发的文章：“mei-you”" in done.stderr
    assert not (project / "site-wechat").exists()
