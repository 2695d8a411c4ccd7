"""circumstances: a reason that is published tells nothing of a person, in whatever way it is written."""

import pytest

from generator.privacy.circumstances import NAME, circumstances_in
from generator.texts.sensitive import NEUTRAL_REASONS, SENSITIVE_TERMS

TELLING = {
    "疾病": ["申请人患肾病", "正在住院", "刚 做 完 手-术", "等医院出证明", "精神病待核", "申请人摔伤", "等待确诊", "在ICU", "陪护家人"],
    "残疾": ["等待残联核定", "殘疾等级待核", "视力一级待核", "申请人失聪"],
    "怀孕和生育": ["申请人懷孕", "孕妇行动不便", "正在坐月子", "二胎手续待核"],
    "违法犯罪": ["正在服刑", "涉嫌诈骗待查", "社区矫正期间", "被拘留", "户主坐牢", "户主在押"],
    "成瘾": ["强制戒毒", "吸　毒", "酗酒未到场"],
    "信访和举报": ["因上访正在核实", "信访事项未结", "被人举报"],
    "宗教信仰": ["申请人信教"],
    "家庭情况": ["正在离婚", "其母外出", "孤儿身份待核", "父亲去世"],
    "住处": ["家住不远村东头", "到无有村核实", "住在3组12号", "现住不远小区5栋", "租住镇上"],
    NAME: ["户主：李四", "申请人王无名外出", "等李四签字", "其母王须有病重", "李四老人腿脚不便", "王某未到场", "由李四代办", "李四等3户", "联系不上王无名", "王无名未签字", "由欧阳无名补充材料"],
}  # fmt: skip
"""What is told -> texts that tell it."""

_HARMLESS = """
材料不齐 等待 需补充 需要实地勘验，遇连续降雨 公示期间收到意见，正在核实 等待上级部门复核 申请人补充材料 2026-07-01起补材料
有限公司搬迁 等不存在有限公司盖章 低保户核查 等待村委会盖章 由村民小组公示 申请人应补材料 申请人时间冲突 农村宅基地现场核查
森林病虫害检疫待核 系统升级 动物疫病检疫待核 等待县林业局批复 户主外出未归 需到村入户核实 申请人要求延期 土地权属有争议
等待不远村村委会盖章 邻里纠纷待调解 停电 需与国土所核对 法定节假日 等待公安机关核查 等待本村公示 需会同相关单位现场勘验
精神文明创建活动占用场地 其他材料待核 需其母公司盖章
"""


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TELLING.items() for text in texts])
def test_what_a_reason_tells_is_seen(kind: str, text: str) -> None:
    """With gaps and in traditional characters, too; every kind of the list has its texts."""
    assert kind in circumstances_in(text)
    assert set(TELLING) == {*SENSITIVE_TERMS, NAME}


@pytest.mark.parametrize("text", [*_HARMLESS.split(), *NEUTRAL_REASONS])
def test_a_reason_of_the_matter_passes(text: str) -> None:
    """The offices, the weather, the papers; and what the messages offer instead."""
    assert circumstances_in(text) == ()


def test_the_name_of_a_service_tells_nothing() -> None:
    """Of its own applicants everybody knows it; a short alias does not free the word everywhere."""
    titles = ("残疾人证办理", "计划生育证明", "残疾")

    assert circumstances_in("残疾人证办理材料待核", titles) == ()
    assert circumstances_in("《计划生育证明》待核", titles) == ()
    assert circumstances_in("本人残疾", titles) == ("残疾",)
