"""dialogue: the clerk is asked once what is not known, is shown what changes, and decides before anything is written."""

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from project_builder import DAY, make_project, tree
from register_tables import HEADER, case

from generator.register.dialogue import Clerk, NotAgreed, Wishes, run
from generator.register.faults import ImportRefused
from generator.register.opening import ImportRequest
from generator.register.table import CellValue
from generator.system.progress import StageProgress

KEPT_ROW = case()
"""Receipt XG-0001, which the sound project has too; its XG-0002 is in no register of these tests."""


@dataclass
class Desk:
    """A clerk who answers as arranged and remembers what was said and asked."""

    answer: str = "忽略"
    agrees: bool = True
    present: bool = True
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)

    def clerk(self) -> Clerk:
        """This clerk, as the dialogue knows one."""
        return Clerk(self.present, self.said.append, self._answers, self._agrees, self._progress)

    def _answers(self, question: str, choices: Sequence[str], default: str) -> str:
        self.asked.append(question)
        return self.answer if choices else default

    def _agrees(self, question: str) -> bool:
        self.asked.append(question)
        return self.agrees

    @contextmanager
    def _progress(self) -> Iterator[StageProgress]:
        yield lambda stage, *_: self.stages.append(stage)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project with XG-0001 and XG-0002 in the third quarter."""
    return make_project(tmp_path / "project")


def request(project: Path, *rows: Sequence[CellValue], more: str | None = None) -> ImportRequest:
    """To import ``rows``; ``more`` heads a column that nobody knows."""
    register = project.parent / "台账.csv"
    with register.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*HEADER, *([more] if more else [])])
        writer.writerows([*row, *(["x"] if more else [])] for row in rows)
    return ImportRequest(register, project, project / "content", "2026-Q3", date.fromisoformat(DAY))


@pytest.mark.parametrize("yes", [True, False])
def test_reasons_that_will_be_published_are_shown_before_anything_is_written(project: Path, yes: bool) -> None:
    """Also to a clerk who said yes beforehand."""
    desk = Desk()
    run(request(project, case(延期天数="5", 延期原因="需上级审批")), Wishes("重复登记", yes, False), desk.clerk())

    assert "将要公布的延期原因 1 种，请逐条看一遍：\n  “需上级审批” 1 件\n" in desk.said[0]


def test_reason_with_an_illness_stops_the_import(project: Path) -> None:
    """It is told with its place and what to write instead, and not repeated."""
    before = tree(project)
    with pytest.raises(ImportRefused) as refused:
        run(
            request(project, case(延期天数="5", 延期原因="申请人患肾病")),
            Wishes("重复登记", True, False),
            Desk().clerk(),
        )

    assert refused.value.lines == (
        "台账.csv:2:L [case/reason-sensitive] 延期原因里写到了个人的疾病，不能公开。请换一种说法，只写事由。"
        "请写：材料待核、材料待补正、需上级审批、需现场勘验、等待有关部门复核、公示期未满、系统故障 等",
    )
    assert tree(project) == before


def test_clerk_sees_the_changes_then_agrees_then_it_is_written(project: Path) -> None:
    """In this order; reading and checking are told as they go."""
    desk = Desk()
    run(request(project, KEPT_ROW), Wishes("重复登记", False, False), desk.clerk())

    assert desk.asked == ["写入以上变化吗？"]
    assert "撤下 1 件（已发布，台账里不再有）：XG-0002" in desk.said[0]
    assert "重复登记" in desk.said[1]
    assert desk.said[2].startswith("已写入 results/2026-Q3.csv")
    assert set(desk.stages) == {"register", "cases"}
    assert "重复登记" in (project / "content/results/2026-Q3.yml").read_text("utf-8")


def test_without_agreement_nothing_is_written(project: Path) -> None:
    """The clerk said no."""
    before = tree(project)
    with pytest.raises(NotAgreed):
        run(request(project, KEPT_ROW), Wishes(None, False, False), Desk(agrees=False).clerk())

    assert tree(project) == before


def test_dry_run_asks_for_no_agreement_and_writes_nothing(project: Path) -> None:
    """Not even the answer about a column is remembered."""
    desk, before = Desk(), tree(project)
    run(request(project, KEPT_ROW, more="特别栏"), Wishes(None, False, True), desk.clerk())

    assert desk.asked == [
        "不认识列名“特别栏”。它是什么列？（保密：不公开；忽略：不是个人信息，也不公开）\n"
        "可以写：收件编号、事项、申请人、身份证号码、联系电话、住址、申请日期、受理日期、应办结日期、办结日期、当日办结日期、"
        "办理结果、延期天数、延期原因、查询码、经办人、保密、备注、忽略"
    ]
    assert desk.said[-1] == "这是预演，没有写入。"
    assert tree(project) == before


def test_unknown_column_is_asked_for_once_and_remembered(project: Path) -> None:
    """The next import does not ask; nor does it ask anything when nothing changed."""
    first, second = Desk(), Desk()
    run(request(project, KEPT_ROW, more="特别栏"), Wishes(None, True, False), first.clerk())
    run(request(project, KEPT_ROW, more="特别栏"), Wishes(None, True, False), second.clerk())

    assert len(first.asked) == 1
    assert '已记在项目的 register-columns.yml 里：\n"特别栏": 忽略' in first.said
    assert second.asked == []
    assert len(second.said) == 1
    assert second.said[0].endswith("与已发布的完全一样，没有改动任何文件。")


def test_nobody_is_asked_where_nobody_is(project: Path) -> None:
    """An unknown column is then refused, as a fault with its place."""
    desk, before = Desk(present=False), tree(project)
    with pytest.raises(ImportRefused, match="column/unknown"):
        run(request(project, KEPT_ROW, more="特别栏"), Wishes(None, True, False), desk.clerk())

    assert desk.asked == []
    assert tree(project) == before


@pytest.mark.parametrize(
    ("present", "yes", "questions"), [(True, False, 2), (True, True, 0), (False, False, 1), (False, True, 0)]
)
def test_reason_of_a_withdrawal_is_asked_for_where_somebody_can_tell(
    project: Path, present: bool, yes: bool, questions: int
) -> None:
    """Else the usual reason stands; --yes asks nothing at all."""
    desk = Desk(present=present)
    run(request(project, KEPT_ROW), Wishes(None, yes, False), desk.clerk())

    assert len(desk.asked) == questions
    assert "台账中已删除" in (project / "content/results/2026-Q3.yml").read_text("utf-8")
