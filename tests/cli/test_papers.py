"""Papers as word processors write them are imported by the commands, with their numbers and cells."""

from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from word_files import abstract, level, members, num, p, packed, r

from generator.cli import main

PAPERS = Path(__file__).parent.parent / "data" / "papers"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The content folder of a fresh project."""
    CliRunner().invoke(main, ["init", str(tmp_path / "hall")])
    return tmp_path / "hall" / "content"


def imported(content: Path, what: str, file: Path, *options: str) -> Result:
    """Run ``gongshi import``."""
    return CliRunner().invoke(main, ["import", what, str(file), "--project", str(content.parent), *options])


def record(content: Path, path: str) -> dict[str, object]:
    """What a file of the content says."""
    found = yaml.safe_load((content / path).read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_a_rule_from_libreoffice(content: Path) -> None:
    """Numbers are those that it counts, changes are accepted, and what stands beside the text is kept or told."""
    done = imported(content, "regulation", PAPERS / "rules.docx", "--yes")

    assert done.exit_code == 0, done.output
    assert record(content, "regulations/chuangkou-zhishou-zhidu.yml") == {
        "id": "chuangkou-zhishou-zhidu",
        "title": "窗口值守制度",
        "document_number": "虚便发〔2026〕3号",
        "issuer": "虚谷镇便民服务中心",
        "adopted": yaml.safe_load("2026-03-05"),
        "effective": yaml.safe_load("2026-04-01"),
        "status": "现行",
        "preamble": "为了窗口有人守、事情有人办，制定本制度。",
        "articles": [
            {"text": "窗口工作日全天有人值守，中午留一个人。"},
            {
                "text": "值守的人做下列事：",
                "items": [
                    {"text": "接待来人；"},
                    {"text": "登记台账，写明：", "items": [{"text": "事项；"}, {"text": "时间；"}]},
                    {"text": "交接钥匙。"},
                ],
            },
            {"text": "值守表如下：\n时段　窗口　人数\n上午　民政　二\n农业　一"},
            {"text": "来不了的，提前一天请假。"},
            {"text": "窗口不得收取公示以外的任何费用。"},
            {"text": "本制度自2026年4月1日起施行。"},
        ],
        "signature": "虚谷镇便民服务中心\n2026年3月5日",
        "gaps": [
            {
                "kind": "存疑",
                "where": "第二条",
                "note": "原文这里有脚注、尾注 1 处，没有写进正文：“钥匙两把，一把在门卫。”",
            },
            {"kind": "存疑", "where": "第四条", "note": "原文这里有文本框 1 处，没有写进正文：“流程：写假条 主任批准”"},
        ],
    }
    assert "修订中删除的字 2 处：第4行“窗口不得收取公示以外的任何费用。”、第6行“两个”" in done.output
    assert "批注 1 处：第6行“中午一个人够不够？请主任定。”" in done.output


def test_tracked_changes_are_not_accepted_unasked(content: Path) -> None:
    """With nobody at the terminal and without --yes nothing is imported, and the number of changes is told."""
    done = imported(content, "regulation", PAPERS / "rules.docx")

    assert done.exit_code != 0
    assert "有 4 处修订没有处理" in done.output
    assert not (content / "regulations/chuangkou-zhishou-zhidu.yml").exists()


def moved(kind: str, inner: str) -> str:
    """A paragraph that was moved away (moveFrom) or that was moved here (moveTo), as Word writes it."""
    mark = f'<w:{kind} w:id="1" w:author="乌有"/>'
    return p(
        f'<w:{kind}RangeStart w:id="2" w:name="move1"/><w:{kind} w:id="3" w:author="乌有">{r(inner)}</w:{kind}>'
        f'<w:{kind}RangeEnd w:id="2"/>',
        f'<w:pStyle w:val="Article"/><w:rPr>{mark}</w:rPr>',
    )


def styled(style: str, text: str) -> str:
    """A paragraph of a style."""
    return p(text, f'<w:pStyle w:val="{style}"/>')


WORD_STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/><w:pPr><w:numPr><w:ilvl w:val="{place}"/>'
    '<w:numId w:val="7"/></w:numPr></w:pPr></w:style>'
    for place, name in enumerate(("Chapter", "Article", "Item", "Subitem"))
)
"""Word ties the levels of a list to styles; the paragraphs name only those."""
WORD_LEVELS = abstract(
    3,
    level(0, "chineseCountingThousand", "第%1章", '<w:pStyle w:val="Chapter"/>'),
    level(1, "chineseCountingThousand", "第%2条", '<w:lvlRestart w:val="0"/><w:pStyle w:val="Article"/>'),
    level(2, "chineseCountingThousand", "（%3）", '<w:pStyle w:val="Item"/>'),
    level(3, "decimal", "%4.", '<w:pStyle w:val="Subitem"/>'),
)
WORD_RULES = (
    styled("", "请假制度")
    + styled("Chapter", "总则")
    + styled("Article", "请假要写假条。")
    + moved("moveFrom", "假满按时回来。")
    + styled("Article", "写明：")
    + styled("Item", "事由；")
    + styled("Item", "时间：")
    + styled("Subitem", "从哪天；")
    + styled("Subitem", "到哪天。")
    + styled("Chapter", "附则")
    + styled("Article", "病假可以后补。")
    + moved("moveTo", "假满按时回来。")
)


def test_a_rule_from_word(content: Path, tmp_path: Path) -> None:
    """Articles count on through the chapters, and a paragraph that was moved has the number of its new place."""
    parts = {"styles": WORD_STYLES, "numbering": WORD_LEVELS + num(7, 3)}
    (tmp_path / "请假.docx").write_bytes(packed(members(WORD_RULES, **parts)))

    done = imported(content, "regulation", tmp_path / "请假.docx", "--yes")

    assert done.exit_code == 0, done.output
    rule = record(content, "regulations/qingjia-zhidu.yml")
    assert rule["chapters"] == [
        {
            "title": "总则",
            "articles": [
                {"text": "请假要写假条。"},
                {"text": "写明：", "items": [{"text": "事由；"}, {"text": "时间：", "items": [{"text": "从哪天；"}, {"text": "到哪天。"}]}]},
            ],
        },
        {"title": "附则", "articles": [{"text": "病假可以后补。"}, {"text": "假满按时回来。"}]},
    ]  # fmt: skip
    assert not {"numbering", "numbered_by_chapter"} & rule.keys()


def test_guides_from_libreoffice(content: Path) -> None:
    """Labels in two and four columns, a table of papers within a cell, lists that the word processor numbers."""
    done = imported(content, "services", PAPERS / "guide.docx", "--yes")

    assert done.exit_code == 0, done.output
    assert record(content, "services/tutai-banqian.yml") == {
        "id": "tutai-banqian",
        "name": "土台搬迁",
        "handling": "承诺件",
        "status": {"state": "在办"},
        "body": "虚谷镇人民政府",
        "conditions": ["土台在本镇", "四邻没有异议。"],
        "materials": [
            {"name": "搬迁申请表", "source": "申请人自备", "copies": 2},
            {"name": "四邻意见书", "copies": 1},
        ],
        "steps": [
            {"name": "申请", "what": "到窗口交材料"},
            {"name": "查勘", "what": "两名工作人员上门"},
            {"name": "办结", "what": "领取同意书。"},
        ],
        "time_limits": {"statutory": {"days": 20, "unit": "工作日"}, "promised": {"days": 5, "unit": "工作日"}},
        "fee": {"free": "是"},
        "place": "虚谷镇便民服务中心",
    }
    second = record(content, "services/shuijing-tianmai.yml")
    assert second["materials"] == [
        {"name": "填埋申请表", "copies": 1, "original": "原件"},
        {"name": "位置图", "copies": 2, "original": "复印件"},
    ]
    assert (second["time_limits"], second["steps"]) == (
        {"promised": {"immediate": "是"}}, [{"name": "申请"}, {"name": "查勘"}, {"name": "办结"}],
    )  # fmt: skip
