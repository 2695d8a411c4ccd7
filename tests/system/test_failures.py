"""failures: every expected failure says what to tell and with which code to exit."""

from pathlib import Path

import pytest

from generator.archive.journal import BadJournal, ClockBack
from generator.archive.package import BadPackage
from generator.build.approving import NotApproved
from generator.build.assessing import NothingAssessed
from generator.build.checkpoints import NotLookedAt, PrivateData, UnfitSite
from generator.build.clean import NotCleaned
from generator.build.duty_files import NoDuties
from generator.build.gap_listing import NothingListed
from generator.build.inspecting import NothingInspected
from generator.build.print_posters import NothingPrinted, NotPrinted
from generator.build.search_preview import NothingSearched
from generator.build.sheets import SheetIncomplete
from generator.catalogue import importing, refusals
from generator.catalogue.export_rows import Unexportable
from generator.catalogue.field_mapping import MappingRefused
from generator.content.inspection_profiles import BadProfile
from generator.content.problems import ContentError, make_problem
from generator.content.project import BadSettings
from generator.delivery.fresh import TooOld
from generator.delivery.site import SiteChanged
from generator.delivery.target import ForeignFiles, NotVerified, Overtaken, StillOnline, TargetFailed
from generator.delivery.verify import NotAsPublished, Verified
from generator.fleet.settings import BadFleet
from generator.gaps.register import UnknownDuty
from generator.history.published import NotPublished
from generator.layers.explaining import NothingExplained
from generator.posters.complaints import DoesNotFit
from generator.posters.fonts import FontsMissing
from generator.posters.sheet import PosterError
from generator.privacy.verdict import GateDied, GateFailed, Leak
from generator.publish.mirror import NotMade
from generator.publish.staging import NotASite, SiteBusy
from generator.register.dialogue import NotAgreed
from generator.register.faults import ImportRefused, NothingImported
from generator.system.environment import NotReady, Refused
from generator.system.failures import Failure
from generator.texts.catalogue import CATALOGUE
from generator.texts.commands import NOT_CLEANED, TEXTS
from generator.texts.delivery import FAILURES as DELIVERY
from generator.texts.delivery import VERIFIED
from generator.texts.gaps import WORDS
from generator.texts.private import WAYS_OUT

PROBLEM = make_problem("file/required", "content/site.yml", 1, 1, {})
FOUND = f"> {PROBLEM}"
COUNTED = "错误 1，待补充 0，提醒 0。"

FAILURES: list[tuple[Failure, int, list[str]]] = [
    (ContentError((PROBLEM,)), 1, [FOUND, f"{COUNTED}没有发布，原来的网站保持原样。"]),
    (NothingPrinted((PROBLEM,)), 1, [FOUND, f"{COUNTED}没有做海报，已经做好的文件不动。"]),
    (NothingSearched((PROBLEM,)), 1, [FOUND, f"{COUNTED}请先改正错误，再看搜索。"]),
    (BadSettings((PROBLEM,)), 1, [FOUND, f"{COUNTED}请先改正 mkdocs.yml，再运行一次。"]),
    (NothingImported((PROBLEM,)), 1, [FOUND, f"{COUNTED}{TEXTS['nothing_written']}"]),
    (ImportRefused(["a", "b"]), 1, ["> a", "> b", "没有导入，content 里没有任何改动。"]),
    (refusals.ImportRefused(["a", "b", "a"]), 1, ["> a", "> b", CATALOGUE["refused"].format(count=2)]),
    (importing.NotAgreed(), 1, [CATALOGUE["not_agreed"]]),
    (MappingRefused(["a"]), 2, ["> a"]),
    (Unexportable("a"), 1, ["a"]),
    (NothingListed((PROBLEM,)), 1, [FOUND, f"{COUNTED}{TEXTS['nothing_listed']}"]),
    *(
        (kind((PROBLEM,)), code, [FOUND, f"{COUNTED}{kind.consequence}"])
        for kind, code in (
            (NoDuties, 1),
            (NothingInspected, 1),
            (NothingAssessed, 1),
            (NotApproved, 1),
            (BadProfile, 2),
            (BadFleet, 1),
        )
    ),
    (NotPublished("a"), 2, ["a"]),
    (NothingExplained("a"), 2, ["a"]),
    (BadJournal("a"), 2, ["a"]),
    (BadPackage("a"), 2, ["a"]),
    (ClockBack("a"), 2, ["a"]),
    (UnknownDuty("甲", ["乙", "丙"]), 2, [WORDS["no_window"].format(name="甲", known="乙、丙")]),
    (NotCleaned(Path("x/a.pdf"), "locked"), 1, [f"a.pdf：{NOT_CLEANED['locked']}"]),
    (NotAgreed(), 1, ["没有导入，content 里没有任何改动。"]),
    (UnfitSite(("a", "b")), 1, ["a", "b", "没有发布，原来的网站保持原样。"]),
    (NotLookedAt(("a", "b")), 1, ["a", "b", "没有发布，原来的网站保持原样。"]),
    (TooOld(("a", "b")), 2, ["a", "b"]),
    (
        PrivateData((Leak("a", 1, 2, "mobile"),)),
        1,
        ["a:1:2 [privacy/mobile] 手机号码", f"手机号码：{WAYS_OUT['listed']}", "没有发布，原来的网站保持原样。"],
    ),
    (PosterError("a"), 1, ["a"]),
    (DoesNotFit("a", "b"), 1, ["a"]),
    (SheetIncomplete("a"), 1, ["a"]),
    (NotPrinted([NotReady("a"), PosterError("b")]), 1, ["a", "b"]),
    (FontsMissing("a"), 2, ["a"]),
    (NotReady("a"), 2, ["a"]),
    (Refused("a"), 2, ["a"]),
    (GateDied("a"), 2, ["检查没有完成（a），不能确定有没有个人信息。"]),
    (GateFailed("a"), 2, ["检查没有完成（a），不能确定有没有个人信息。"]),
    (SiteBusy("site"), 2, ["另一个生成或者发布正在进行，请等它结束再运行。"]),
    (NotASite("site"), 2, [TEXTS["not_a_site"].format(name="site")]),
    (NotMade("x"), 2, [TEXTS["not_made"].format(name="x")]),
    (ForeignFiles("a"), 2, ["a"]),
    (SiteChanged("a"), 2, ["a"]),
    *((kind("a"), 2, ["a", DELIVERY["again"]]) for kind in (TargetFailed, NotVerified, Overtaken)),
    (
        NotAsPublished(Verified("https://a.example", 3, True, True, ("a",), ("b",), ("c",), ())),
        1,
        [
            "> 少了 a",
            "> 不一样 b",
            "> 该撤下的还在 c",
            VERIFIED["wrong"].format(name="https://a.example", missing=1, changed=1, left=1),
            VERIFIED["newer"],
        ],
    ),
    (
        StillOnline("s3://hall", {"b": "拒绝", "a": "拒绝"}),
        1,
        [
            "有 2 个文件要从 s3://hall 撤下，试了几次都没有成功，外面还看得到：",
            "> a：拒绝",
            "> b：拒绝",
            DELIVERY["still_online_then"],
        ],
    ),
]


@pytest.mark.parametrize(("failure", "code", "lines"), FAILURES, ids=lambda value: type(value).__name__)
def test_failure_says_what_to_tell(failure: Failure, code: int, lines: list[str]) -> None:
    """Findings (here with >) go where programs read them; 1 is a problem in the content, 2 is anything else."""
    assert [f"> {line.text}" if line.is_finding else line.text for line in failure.report()] == lines
    assert failure.exit_code == code


def test_every_failure_is_known_here() -> None:
    """A new one is added to the list above."""

    def below(kind: type[Failure]) -> set[type[Failure]]:
        return {kind}.union(*map(below, kind.__subclasses__()))

    assert below(Failure) - {Failure} == {type(failure) for failure, _, _ in FAILURES}
