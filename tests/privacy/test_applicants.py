"""applicants: bodies are told from persons by how their names end, and a person beside a body is seen."""

import pytest

from generator.privacy.applicants import kind_of_name, organisation_name
from generator.privacy.family_names import COMPOUND_SURNAMES, SURNAMES

_BODIES = """
示例建材有限公司 示例技术（中国）有限公司 示例(东山)有限公司 示例投资合伙企业（有限合伙） 示例木业有限公司（普通合伙） 示例公司（东山分公司）
示例公司（筹） 示例公司（江西） 【示例】集团 示例镇敬老院 示例镇卫生院 卫生院 示例县农业农村局 林业局 示例木材加工厂 第三村民小组 不远村三组
不远村村民第2小组 不远村 虚谷镇不远村民委员会 李家屯村村委会 李家屯不远村村委会 石家庄市长安镇卫生院 张家口市示例镇敬老院 虚谷镇中心小学
示例镇人民政府 示例镇派出所 示例社区卫生服务站 示例博物馆 示例印刷所 示例农机站 示例理发店 张三小吃店 李四养殖场 示例小吃店（个体工商户）
李记商行 诚信建材行 示例汽车维修部 示例豆腐坊 示例家庭农场 安泰和顺商贸有限公司 示例现代农业合作社 王氏代理记账有限公司 示例时代购物中心
马和平药店 小满·茶馆店 示例法律服务所 示例气象局 示例林木专业合作社 示例镇妇联 示例供销社 示例艺术团 示例业主委员会 示例业主大会 示例民宿 示例老年公寓 王氏宗祠 示例商贸 示例煤矿 A公司、B公司 示例公司，示例合作社
"""
SPACED = [
    "TCL 集团公司",
    "示例县 农业农村局",
    "敬 老 院",
    "ABC Co., Ltd.",
    "示例镇 卫生院",
    "第三 村民小组",
    "示例 (东山) 有限公司",
]
_JOINED = """
华无桃/不远村合作社 不远村合作社/华无桃 阚无名代不远村养殖场 张三丰（示例公司） 张三丰(示例镇卫生院) （示例公司）张三丰 某公司/李四 示例公司、李四
李四，示例公司 李四；示例公司 张三丰-示例公司 示例公司—张三丰 示例公司：李四 示例公司张三丰 示例公司法定代表人张三丰 示例公司（法人：王明）
示例公司（李四） 示例小吃店（王某） 张三丰和示例镇卫生院 张三和示例镇卫生院 张三丰与示例公司 示例公司及张三丰 华无桃虚谷镇中心小学 张*/示例公司
买买提·艾力/示例公司 欧阳无名/示例厂区公司 示例小学三年级 王无名_示例厂 王无名+示例厂 王无名及示例厂 经营者王无名示例店 王明·示例公司
"""
JOINED_BY_A_SPACE = [
    "华无桃 虚谷镇中心小学", "仇无人　不远村村委会", "冉须 卫生院", "示例镇卫生院 张三丰", "阿依古丽 示例公司", "John Smith 示例公司",
    "张* 示例公司", "买买提·艾力 示例公司", "李文镇 示例公司", "王明\n示例公司",
]  # fmt: skip
_PERSONS = """
王明 王晓明 欧阳无名 淳于无 单于无名 买买提·艾力 阿依古丽 李知行 张建业 王小学 欧阳知行 张局 王厅 李文镇 王店 林业 卫生 王明、李四 王明（代） 李四（东门）
张三不远村 李家屯村 个体户王明 个体户（王明） JohnSmith 张* * 张*三 扎西多吉 王晓明月
"""


@pytest.mark.parametrize("name", [*_BODIES.split(), *SPACED])
def test_bodies_are_known_by_their_ends(name: str) -> None:
    """With brackets of either width, with the name of a person within, in any legal form."""
    assert kind_of_name(name) == "organisation"
    assert organisation_name(name) == name


@pytest.mark.parametrize("name", [*_JOINED.split(), *JOINED_BY_A_SPACE])
def test_a_person_beside_a_body_is_seen(name: str) -> None:
    """Before or behind it, with whatever stands between, in full or masked."""
    assert kind_of_name(name) == "joined"


@pytest.mark.parametrize("name", _PERSONS.split())
def test_a_name_that_could_be_a_persons_is_one(name: str) -> None:
    """Also one that ends like a body's; a place behind a name is no body."""
    assert kind_of_name(name) == "person"


def test_a_compound_surname_is_more_than_a_surname_and_a_given_name() -> None:
    """Those that begin with a common surname would show a given name in every mask."""
    common = set("王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗")
    assert {name for name in COMPOUND_SURNAMES if name[0] in common} == set()
    assert all(len(name) > 1 for name in COMPOUND_SURNAMES)
    assert all(len(name) == 1 for name in SURNAMES)
