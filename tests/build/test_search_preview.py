"""``gongshi search``: the matcher of the site, asked without a browser."""

import re
from pathlib import Path

import pytest
from cli.test_cli import gongshi
from content_builder import SERVICE, TODAY
from project_builder import make_project

from generator.build.search_preview import MATCHER
from generator.system.environment import templates_folder
from generator.texts.search_told import WHY

WORDS = "synonyms:\n  - words: 发洪水了\n    means: 临时救助\n"


def test_every_reason_of_the_matcher_is_worded() -> None:
    """What matcher.js may give as a reason has its sentence, and no sentence is for anything else."""
    script = templates_folder().joinpath(*MATCHER).read_text("utf-8")
    assert {reason for reason in WHY if f'"{reason}"' in script} | {"means"} == set(WHY)
    offered = re.findall(r'offer\([^;\n]*?, "(\w+)"\)|why: "(\w+)"', script)
    assert {one or other for one, other in offered} <= set(WHY)


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("发洪水了", "  1. 临时救助　services/linshi-jiuzhu/　（“发洪水了”说的是“临时救助”；名称就是“临时救助”）"),
        ("linshijuizhu", "  1. 临时救助　services/linshi-jiuzhu/　（和名称“临时救助”差一两处）"),
        ("林时救助", "  1. 临时救助　services/linshi-jiuzhu/　（和名称“临时救助”读音相近）"),
        ("意见当场登记", "正文里提到（1）："),
        ("4号窗口", "最上面是卡片：4号窗口　民政救济"),
        ("办护照", "提示：“护照”可能不归这里办，一般找县公安局出入境管理窗口"),
        ("飞碟", "什么也没有找到。居民这样说某件事的，请在 content/synonyms.yml 里写上。"),
    ],
)
def test_clerk_sees_what_residents_see(tmp_path: Path, words: str, line: str) -> None:
    """Names, the hall's own words, slips, cards, other offices and what pages say are told with their reasons."""
    project = make_project(tmp_path / "project", {"synonyms.yml": WORDS})
    done = gongshi("search", words, "-C", str(project), "--today", TODAY.isoformat())
    assert (done.exit_code, done.exception) == (0, None)
    assert line in done.output.split("\n")


def said(tmp_path: Path, words: str, changes: dict[str, str] | None = None) -> str:
    """What the command says of ``words``."""
    project = make_project(tmp_path / "project", changes or {})
    return gongshi("search", words, "-C", str(project), "--today", TODAY.isoformat()).output


def test_name_is_called_what_it_is(tmp_path: Path) -> None:
    """A clerk reads whether the title, an alias, a hidden term or the name of the window was found."""
    service = SERVICE.replace("aliases: [急难救助]", "aliases: [急难救助]\nhidden_terms: [突发困难]")
    changes = {"services/linshi-jiuzhu.yml": service}
    for words, kind in (("急难救助", "别名"), ("突发困难", "搜索词"), ("民政救济", "名称")):
        assert f"（{kind}就是“{words}”）" in said(tmp_path / kind, words, changes)


@pytest.mark.parametrize(
    ("words", "remedy"),
    [("几点开门", ""), ("办护照", "其实归这里办"), ("意见当场登记", "名称没有对上"), ("飞碟", "什么也没有找到")],
)
def test_remedy_fits_what_is_found(tmp_path: Path, words: str, remedy: str) -> None:
    """A card answers, so no other name is asked for; where another office is named, only if the hall does it after all."""
    last = said(tmp_path, words).splitlines()[-1]
    assert remedy in last
    assert bool(remedy) == ("请" in last)


def test_content_with_errors_is_not_searched(tmp_path: Path) -> None:
    """What is wrong is told instead."""
    project = make_project(tmp_path / "project", {"synonyms.yml": "synonyms:\n  - words: 起屋\n    means: 飞船\n"})
    done = gongshi("search", "起屋", "-C", str(project), "--today", TODAY.isoformat())
    assert done.exit_code == 1
    assert "synonyms/unknown" in done.output
