"""Ids that are made of names."""

import pytest

from generator.catalogue.ids import proposed


@pytest.mark.parametrize(
    ("name", "id"),
    [
        ("临时救助", "linshi-jiuzhu"),
        ("残疾人两项补贴", "canjiren-liangxiang-butie"),
        ("基层法律服务工作者执业许可证", "jiceng-falv-fuwu-gongzuozhe-zhiye"),
        ("一次性告知制度", "yicixing-gaozhi-zhidu"),
        ("党组织关系转接", "dangzuzhi-guanxi-zhuanjie"),
        ("义务教育咨询", "yiwu-jiaoyu-zixun"),
        ("流动人口婚育证明", "liudong-renkou-hunyu-zhengming"),
        ("生育登记和再生育审批（初审）", "shengyu-dengji-he-zaisheng-yushen-pi"),
        ("A类B超（12345热线）", "a-lei-b-chao"),
        ("２０２６年补贴", "2026-nianbu-tie"),
        ("（一）", "yi"),
        ("！！", "shixiang"),
        ("かな", "shixiang"),
    ],
)
def test_an_id_is_the_pinyin_of_the_name(name: str, id: str) -> None:
    """In words of two characters or three, without what stands in brackets, as long as an address may be."""
    assert proposed(name, ()) == id


def test_an_id_is_never_one_that_is_taken() -> None:
    """What stands in brackets tells two names apart; else a number does."""
    taken: set[str] = set()
    for name in ("临时救助", "临时救助（变更）", "临时救助（变更）", "临时救助（变更）", "银时救助"):
        taken.add(proposed(name, taken))

    assert taken == {"linshi-jiuzhu", "linshi-jiuzhu-biangeng", "linshi-jiuzhu-2", "linshi-jiuzhu-3", "yinshi-jiuzhu"}


def test_a_long_name_gives_a_short_id() -> None:
    """Whole words, and room for a number behind them."""
    assert len(proposed("企业投资建设固定资产项目备案变更延期注销" * 3, ())) <= 40
