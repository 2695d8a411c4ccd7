"""Importing the same papers again: what was decided stays decided, what is there stays, and nothing is asked twice."""

from pathlib import Path

import yaml

from generator.build.examine import examine
from generator.intake.questions import Wishes
from tests.intake.test_dialogue import DAY, PAPER, Answers, fields, hall, paper, run

__all__ = ["hall"]

FIRST = ["云梯乡人民政府", "2026-12-01", "4", "1", "云梯乡无名路0号", ""]


def content_of(content: Path) -> dict[Path, bytes]:
    """All that is written."""
    return {path: path.read_bytes() for path in content.rglob("*.yml")}


def test_a_decision_about_words_is_not_asked_again(hall: Path) -> None:
    """Nobody who presses Enter, or says --yes, gets the doubt back as a new version of the rule."""
    run(hall, [paper(hall)], Answers(list(FIRST)))
    before = content_of(hall)

    told = run(hall, [paper(hall)], Answers())
    run(hall, [paper(hall)], Answers(), Wishes(yes=True))

    assert content_of(hall) == before
    assert [question.partition("\n")[0] for question in told.asked] == [
        "文件里还有：大厅云梯乡便民服务中心、3个窗口、5件事项、2条标语。也写进去吗？"
    ]
    assert "没有要写入的内容。" in told.said[-1]


def test_a_phone_that_is_none_is_left_out(hall: Path) -> None:
    """A mobile number, or half a number, does not get onto every poster; it is not repeated either."""
    for typed in ("10000000000", "0000100"):
        told = run(hall, [paper(hall)], Answers([*FIRST[:-1], typed], agrees=True), Wishes(dry_run=True))

        said = "\n".join(told.said)
        assert "“〔数字〕”不是区号加号码的电话，没有写进去。" in said and typed not in said


def test_what_stays_as_it_is_is_no_change(hall: Path) -> None:
    """The lists of a hall that are there already are neither told as a change nor counted."""
    run(hall, [paper(hall)], Answers(list(FIRST)))

    told = run(hall, [paper(hall)], Answers(["1"]))

    assert "windows.yml" not in "\n".join(told.said)


def test_the_lists_of_a_hall_are_proposed_only_while_it_is_a_sample(hall: Path) -> None:
    """Enter takes them in a fresh project, and leaves alone what the hall has made its own."""
    fresh = run(hall, [paper(hall)], Answers())
    site = hall / "site.yml"
    assert fields(hall, "site.yml")["town"] == "云梯乡"
    site.write_text(site.read_text("utf-8").replace("云梯乡便民服务中心", "云梯乡为民服务中心"), "utf-8")

    run(hall, [paper(hall, PAPER.replace("多走一步", "多跑一步"))], Answers())

    assert "  1. 写进去\n  2. 不写\n" in "".join(fresh.asked)
    assert "多跑一步" not in site.read_text("utf-8")


def test_an_issuer_that_is_known_is_not_asked_again(hall: Path) -> None:
    """A new text needs a day of its own, and keeps who made the rule."""
    run(hall, [paper(hall, "值班制度\n一、到岗。")], Answers(["云梯乡人民政府", "2026-01-01"]))

    told = run(hall, [paper(hall, "值班制度\n一、到岗。\n二、交班。")], Answers(["2027-01-01"]))

    assert told.asked[0].startswith("1项制度没有写施行日期。")
    assert fields(hall, "regulations/zhiban-zhidu.yml")["issuer"] == "云梯乡人民政府"


def test_a_rule_that_is_there_can_be_left_alone(hall: Path) -> None:
    """Besides a new version and a correction there is a way to change nothing."""
    run(hall, [paper(hall, "值班制度\n一、到岗。")], Answers(["云梯乡人民政府", "2026-01-01"]))
    before = content_of(hall)

    told = run(hall, [paper(hall, "值班制度\n一、到岗。\n二、交班。")], Answers(["", "3"]))

    assert content_of(hall) == before
    assert "  《值班制度》：现有的不动，没有导入。" in "\n".join(told.said)


def test_what_keeps_posters_back_is_told(hall: Path) -> None:
    """At the question and at the end, with the rules' titles."""
    told = run(hall, [paper(hall)], Answers(["云梯乡人民政府"]))

    assert "（印在海报上，没有它不印；不知道的按回车，以后再补）" in told.asked[1]
    end = told.said[-1]
    assert "还不能印海报的：《首问负责制》《考勤管理制度》，缺施行日期、要人来定的地方。" in end
    assert "gongshi gaps --fill" in end


def test_every_line_that_was_left_out_is_told(hall: Path) -> None:
    """Where they are many, the rest is named by its lines; only empty lines lie between the ends of a stretch."""
    told = "\n".join(run(hall, [paper(hall)], Answers(present=False), Wishes(dry_run=True)).said)

    assert "第18行“三、服务窗口名称：”等，全部在第4—26行" in told
    assert "写进了制度，或列在上面" in told


def test_names_of_a_window_are_single(hall: Path) -> None:
    """What an import writes is nothing that check takes for several names in one."""
    text = PAPER.replace("2、农技服务事项", "2、农业、农机服务事项")

    run(hall, [paper(hall, text)], Answers(), Wishes(yes=True))

    windows = yaml.safe_load((hall / "windows.yml").read_text("utf-8"))["windows"]
    assert next(one for one in windows if one["name"] == "农业服务")["aliases"] == [
        "农业、农机服务事项",
        "农业",
        "农机",
    ]
    assert "text/several-names" not in {one.rule for one in examine(hall, DAY, 1).problems}


def test_an_id_leaves_out_whose_rule_it_is(hall: Path) -> None:
    """The name of the hall would be in the address of each of its rules."""
    run(hall, [paper(hall, "云梯乡便民服务中心意见箱管理制度\n一、每天开箱。")], Answers())

    assert (hall / "regulations/yijianxiang-guanli-zhidu.yml").exists()
