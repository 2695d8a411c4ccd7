"""intake.dialogue: a hall's own papers become its rules, windows, services and settings, or nothing is written."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from word_files import members, p, packed, r

from generator.build.examine import examine
from generator.catalogue.importing import NotAgreed
from generator.catalogue.refusals import ImportRefused
from generator.cli import main
from generator.content.project import content_folder
from generator.intake import dialogue
from generator.intake.questions import Wishes
from generator.register.dialogue import Clerk
from generator.system.environment import Refused
from generator.system.progress import StageProgress

DAY = date(2026, 11, 20)
PROPOSALS_ASKED = Wishes()

PAPER = """
  1. 下载文档前请自行甄别文档内容的完整性。

云梯乡便民服务中心

一、中心内标语:

多走一步,少跑一趟

室外标语:“阳光办事,件件回音”

二、需要上墙的制度:

1、首问负责制

2、限时办结制度

三、服务窗口名称:

民政救助、农业服务、户籍窗口。

服务窗口职能

1、民政服务事项:《老年优待证》,临时救助、五保供养(含分散、集中)申请等。

2、农技服务事项:良种补贴申报,病虫害防治咨询等。

附件:

首问负责制

一、来访人第一个问到的人为首问责任人。

二、首问负责人要把来访人带到该去的窗口。

考勤管理制度

为了严明纪律,制定本制度。

一、上下班签到

(一)上午8:30前签到;

(二)下午下班签退。

二、请假要有书面的假条,见附件2。

相关文档
"""


@dataclass
class Answers:
    """Somebody at the terminal, who gives these answers in turn and agrees to everything."""

    given: list[str] = field(default_factory=list)
    agrees: bool = True
    present: bool = True
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def clerk(self) -> Clerk:
        """The clerk as the program sees them."""
        return Clerk(self.present, self.said.append, self._answer, self._agree, _no_progress)

    def _answer(self, question: str, choices: Sequence[str], default: str) -> str:
        self.asked.append(question)
        answer = self.given.pop(0) if self.given else default
        assert not choices or answer in choices
        return answer

    def _agree(self, question: str) -> bool:
        self.asked.append(question)
        return self.agrees


@contextmanager
def _no_progress() -> Iterator[StageProgress]:
    yield lambda *_: None


@pytest.fixture
def hall(tmp_path: Path) -> Path:
    """A fresh project; returns its content folder."""
    CliRunner().invoke(main, ["init", str(tmp_path / "hall")])
    return content_folder(tmp_path / "hall")


def paper(content: Path, text: str = PAPER, name: str = "规定.txt") -> Path:
    """A file outside the project."""
    path = content.parent.parent / name
    path.write_text(text, "utf-8")
    return path


def run(content: Path, files: Sequence[Path], answers: Answers, wishes: Wishes = PROPOSALS_ASKED) -> Answers:
    """Import files; returns what was said and asked."""
    dialogue.run(files, None, content, DAY, wishes, answers.clerk())
    return answers


def fields(content: Path, path: str) -> Mapping[str, object]:
    """What a file of the content says."""
    found = yaml.safe_load((content / path).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_a_paper_becomes_rules_windows_services_and_settings(hall: Path) -> None:
    """With seven answers: issuer, day, words that drift, the lists, address, phone, and whether to write."""
    told = run(
        hall, [paper(hall)], Answers(["云梯乡人民政府", "2026-12-01", "4", "1", "云梯乡无名路0号", "010-00000000"])
    )

    assert len(told.asked) == 7
    first = fields(hall, "regulations/shouwen-fuze.yml")
    assert (first["title"], first["wall"], first["issuer"]) == ("首问负责制", "首问负责", "云梯乡人民政府")
    assert "gaps" not in first
    assert "首问负责人" not in str(first["articles"])
    assert fields(hall, "regulations/kaoqin-guanli-zhidu.yml")["gaps"] == [
        {"kind": "缺失", "where": "二", "note": "提到附件2，文件里没有"}
    ]
    site = fields(hall, "site.yml")
    assert (site["town"], site["organisation"]) == ("云梯乡", "云梯乡人民政府")
    assert site["hall"] == {"name": "云梯乡便民服务中心", "address": "云梯乡无名路0号"}
    assert site["supervision"] == {"hotline": "12345", "phone": "010-00000000"}
    assert site["slogans"] == {"indoor": ["多走一步，少跑一趟"], "outdoor": "阳光办事，件件回音"}
    windows = fields(hall, "windows.yml")["windows"]
    assert isinstance(windows, list)
    assert [window["name"] for window in windows] == ["民政救助", "农业服务", "户籍窗口"]
    services = {path.stem: yaml.safe_load(path.read_text("utf-8")) for path in hall.glob("services/*.yml")}
    made = {one["name"]: one.get("window") for one in services.values() if one["name"] != "政策咨询"}
    assert made == {
        "老年优待证": "民政救助", "临时救助": "民政救助", "五保供养（含分散、集中）申请": "民政救助",
        "良种补贴申报": None, "病虫害防治咨询": None,
    }  # fmt: skip
    errors = [one for one in examine(hall, DAY).problems if one.severity == "error"]
    assert {one.path for one in errors} <= {"content/services/zhengce-zixun.yml"}


def test_what_is_left_out_is_told(hall: Path) -> None:
    """Noise with its line, what became something else, and the rules that must hang and have no text."""
    told = "\n".join(run(hall, [paper(hall)], Answers(present=False), Wishes(dry_run=True)).said)

    assert "文库网站的文字 2 处：第2行" in told
    assert "还缺正文的上墙制度：限时办结" in told
    assert "这是预演" in told
    assert not (hall / "regulations/kaoqin-guanli-zhidu.yml").exists()


def test_a_new_text_becomes_a_new_version(hall: Path) -> None:
    """The old one is kept and repealed, the id stays, the clerk's own fields stay, and the articles are told."""
    run(hall, [paper(hall, "值班制度\n一、到岗。\n二、交班。")], Answers(["", "2026-01-01"]))
    path = hall / "regulations/zhiban-zhidu.yml"
    path.write_text(
        path.read_text("utf-8").replace("status: 现行", "# 院办定\nstatus: 现行\nhangs_at: [门厅]"), "utf-8"
    )

    told = run(hall, [paper(hall, "值班制度\n一、到岗。\n二、交班登记。\n三、请假。")], Answers(["", "2027-01-01"]))

    text = path.read_text("utf-8")
    assert "# 院办定" in text
    current, old = fields(hall, "regulations/zhiban-zhidu.yml"), fields(hall, "regulations/zhiban-zhidu-2026.yml")
    assert (current["supersedes"], current["hangs_at"], str(current["effective"])) == (
        "zhiban-zhidu-2026", ["门厅"], "2027-01-01",
    )  # fmt: skip
    assert (old["status"], str(old["effective"])) == ("废止", "2026-01-01")
    assert "hangs_at" not in old
    assert "  改：二\n  增：三" in "\n".join(told.said)


def test_the_same_text_changes_nothing(hall: Path) -> None:
    """Imported once more, the file keeps its bytes."""
    run(hall, [paper(hall, "值班制度\n一、到岗。\n二、交班。")], Answers())
    before = (hall / "regulations/zhiban-zhidu.yml").read_bytes()

    told = run(hall, [paper(hall, "值班制度\n一、到岗。\n二、交班。")], Answers())

    assert "内容相同" in "\n".join(told.said)
    assert (hall / "regulations/zhiban-zhidu.yml").read_bytes() == before


def test_a_correction_keeps_no_old_version(hall: Path) -> None:
    """Where the clerk says that the text was only mended, its days stay."""
    run(hall, [paper(hall, "值班制度\n一、到刚。")], Answers(["", "2026-01-01"]))

    run(hall, [paper(hall, "值班制度\n一、到岗。")], Answers(), Wishes(yes=True, correct=True))

    assert str(fields(hall, "regulations/zhiban-zhidu.yml")["effective"]) == "2026-01-01"
    assert len(list(hall.glob("regulations/zhiban*"))) == 1


def test_rules_can_be_written_to_another_folder(hall: Path, tmp_path: Path) -> None:
    """Then nothing in the content changes."""
    before = {path: path.read_bytes() for path in hall.rglob("*.yml")}

    run(hall, [paper(hall)], Answers(), Wishes(yes=True, out=tmp_path / "aside"))

    assert {path.name for path in (tmp_path / "aside").iterdir()} == {"shouwen-fuze-zhi.yml", "kaoqin-guanli-zhidu.yml"}
    assert {path: path.read_bytes() for path in hall.rglob("*.yml")} == before
    with pytest.raises(Refused, match=r"aside/shouwen-fuze-zhi\.yml 已经有了"):
        run(hall, [paper(hall)], Answers(), Wishes(yes=True, out=tmp_path / "aside"))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("值班制度\n一、有事打13800000000。", "第2行《值班制度》"),
        ("值班制度\n一、到岗。\n二、例如家住云梯村3组17号的人。", "第3行《值班制度》"),
        ("", "文件里没有文字"),
        ("值班制度\n一、到岗，\u200b守岗\u200b值岗。打\u200b1380000\u200b0000。", "第2行《值班制度》"),
        ("值班制度\n\n", "《值班制度》只有标题，没有正文"),
        ("到岗。\n" * 50_001, "超过 100 万字或 50000 行"),
    ],
)
def test_what_must_not_be_published_stops_the_import(hall: Path, text: str, told: str) -> None:
    """With its place and without its value; nothing is written."""
    with pytest.raises(ImportRefused) as refused:
        run(hall, [paper(hall, text)], Answers())
    assert told in str(refused.value)
    assert "1380000" not in str(refused.value)
    assert not (hall / "regulations/zhiban-zhidu.yml").exists()


def test_nothing_is_written_without_consent(hall: Path) -> None:
    """Nobody there, or somebody who says no."""
    for answers in (Answers(agrees=False), Answers(present=False, agrees=False)):
        with pytest.raises(NotAgreed):
            run(hall, [paper(hall, "值班制度\n一、到岗。")], answers)
    assert not (hall / "regulations/zhiban-zhidu.yml").exists()


def test_a_folder_is_read_whole_and_locks_are_left_alone(hall: Path) -> None:
    """What Word leaves behind while a file is open is no paper."""
    folder = hall.parent.parent / "旧文件"
    folder.mkdir()
    (folder / "甲.txt").write_text("值班制度\n一、到岗。", "utf-8")
    (folder / "乙.md").write_text("# 请假制度\n\n一、写假条。", "utf-8")
    (folder / "~$甲.docx").write_bytes(b"lock")

    run(hall, [folder], Answers(), Wishes(yes=True))

    assert (hall / "regulations/zhiban-zhidu.yml").exists()
    assert (hall / "regulations/qingjia-zhidu.yml").exists()


def test_pasted_text_is_read_in_any_encoding(hall: Path) -> None:
    """What a Windows console pipes is no UTF-8."""
    result = CliRunner().invoke(
        main,
        ["import", "regulation", "-", "--yes", "--project", str(hall.parent)],
        input="值班制度\r\n一、到岗。\r\n".encode("gb18030"),
    )

    assert result.exit_code == 0, result.output
    assert fields(hall, "regulations/zhiban-zhidu.yml")["articles"] == [{"text": "到岗。"}]


NOTED = (
    p('<w:r><w:footnoteReference w:id="9"/></w:r>' + r("值班制度"))
    + p("第一条 到岗。")
    + p(r("第二条 交班") + '<w:r><w:footnoteReference w:id="2"/><w:footnoteReference w:id="3"/></w:r>' + r("。"))
    + p('<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>流程：</w:t></w:r></w:p><w:p><w:r><w:t>先到后交</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>' + r("第三条 请假。"))
)  # fmt: skip
NOTES = "".join(
    f'<w:footnote w:id="{number}">{p(text)}</w:footnote>' for number, text in ((2, "钥匙"), (3, "台账"), (9, "zhí"))
)


def noted(content: Path) -> Path:
    """A Word file with notes and a text box."""
    path = content.parent.parent / "值班.docx"
    path.write_bytes(packed(members(NOTED, footnotes=NOTES)))
    return path


GAPS = [
    {"kind": "存疑", "where": "第二条", "note": "原文这里有脚注、尾注 2 处，没有写进正文：“钥匙”“台账”"},
    {"kind": "存疑", "where": "第三条", "note": "原文这里有文本框 1 处，没有写进正文：“流程： 先到后交”"},
]


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        (Answers(present=False), {"gaps": GAPS}),
        (Answers(["", "", "1"]), {"gaps": GAPS}),
        (
            Answers(["", "", "2"]),
            {"annexes": [{"title": "附注", "text": "第二条：钥匙\n台账\n第三条：流程：\n先到后交"}]},
        ),
        (Answers(["", "", "3"]), {}),
    ],
)
def test_notes_and_text_boxes_are_kept_until_somebody_decides(
    hall: Path, answers: Answers, kept: Mapping[str, object]
) -> None:
    """At their article, as gaps that keep the poster waiting; or as an annex, or not at all."""
    told = run(hall, [noted(hall)], answers, Wishes(yes=not answers.present))

    record = fields(hall, "regulations/zhiban-zhidu.yml")
    assert {key: record[key] for key in ("gaps", "annexes") if key in record} == kept
    assert "脚注、尾注 1 处：第1行“zhí”" in "\n".join(told.said)


def test_what_is_garbled_is_a_doubt(hall: Path) -> None:
    """What programs write in place of a character that they could not write."""
    run(hall, [paper(hall, "值班制度\n?一?到岗。\n第一条 交班锟斤拷。")], Answers(), Wishes(yes=True))

    notes = fields(hall, "regulations/zhiban-zhidu.yml")["gaps"]
    assert notes == [
        {"kind": "存疑", "where": "第一条", "note": "像是乱码：“交班锟斤拷。”"},
        {"kind": "存疑", "where": "全文", "note": "像是乱码：“班制度 ？一？到岗。”"},
    ]


def test_what_stands_beside_the_text_is_told_whole(hall: Path) -> None:
    """A comment, and a header: each word of them."""
    path = hall.parent.parent / "值班.docx"
    comment = "这一条要不要写明谁来锁门、谁来关灯、谁来登记台账，请王主任定，定了告诉我"
    body = p("值班制度") + p(r("一、到岗。") + '<w:r><w:commentReference w:id="1"/></w:r>')
    path.write_bytes(packed(members(body, comments=f'<w:comment w:id="1">{p(comment)}</w:comment>')))

    told = run(hall, [path], Answers(present=False), Wishes(dry_run=True))

    assert f"批注 1 处：第2行“{comment}”" in "\n".join(told.said)


def test_characters_that_nobody_sees_are_taken_out(hall: Path) -> None:
    """They come with text from web pages; a file of the content may not hold them."""
    told = run(hall, [paper(hall, "值班\u200b制度\n一、到\u200b\ufeff岗。")], Answers(), Wishes(yes=True))

    assert fields(hall, "regulations/zhiban-zhidu.yml")["articles"] == [{"text": "到岗。"}]
    assert "看不见的字符 3 处：第1行“<U+200B>”" in "\n".join(told.said)


def test_a_number_in_a_note_is_not_told(hall: Path) -> None:
    """It stops the import with its place, as everywhere, and stands in no message."""
    path = hall.parent.parent / "值班.docx"
    body = p("值班制度") + p(r("一、到岗。") + '<w:r><w:footnoteReference w:id="1"/></w:r>')
    path.write_bytes(packed(members(body, footnotes=f'<w:footnote w:id="1">{p("打13800000000")}</w:footnote>')))
    answers = Answers(present=False)

    with pytest.raises(ImportRefused) as refused:
        run(hall, [path], answers, Wishes(yes=True))

    assert "这里有手机号码" in str(refused.value)
    assert "1380000" not in "\n".join([*answers.said, str(refused.value)])


def test_a_paper_of_text_boxes_says_so(hall: Path) -> None:
    """Their order is not known."""
    path = hall.parent.parent / "值班.docx"
    box = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("值班制度", "一、到岗。"))
    path.write_bytes(packed(members(p(f"<w:r><w:pict><w:txbxContent>{box}</w:txbxContent></w:pict></w:r>"))))

    with pytest.raises(ImportRefused, match="文字都在文本框里"):
        run(hall, [path], Answers(), Wishes(yes=True))
