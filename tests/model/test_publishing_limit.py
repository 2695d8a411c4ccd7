"""Words of time limits as catalogues have them, what they mean, and what is not guessed at."""

import pytest

from generator.model.publishing_limit import PROMPTLY, Always, Limit, Periodic, Within, limit_of

AT_ONCE = Within(0, "自然日")


@pytest.mark.parametrize(
    ("words", "limit"),
    [
        ("自信息形成或者变更之日起20个工作日内予以公开", Within(20, "工作日")),
        ("自信息形\n成或者变\n更之日起\n20个工作\n日内", Within(20, "工作日")),
        ("信息形成（变更）２０个工作日内", Within(20, "工作日")),
        ("20工作日", Within(20, "工作日")),
        ("二十个工作日以内", Within(20, "工作日")),
        ("信息形成之日起十五日内", Within(15, "自然日")),
        ("自收到批复后五日内", Within(5, "自然日")),
        ("制定或获取信息之日起10个工作日内，公示7个工作日", Within(10, "工作日")),
        ("政府信息形成后20个工作日内及时公开", Within(20, "工作日")),
        ("每月", Periodic(1)),
        ("按月公开", Periodic(1)),
        ("每月10日前", Periodic(1, 1, 10)),
        ("每季度", Periodic(3)),
        ("一般事项至少每季度公布一次", Periodic(3)),
        ("季度公布一次", Periodic(3)),
        ("每季度的首个月20日", Periodic(3, 1, 20)),
        ("每季度第二个月15日前", Periodic(3, 2, 15)),
        ("每季度末月25日", Periodic(3, 3, 25)),
        ("每半年", Periodic(6)),
        ("半年一次", Periodic(6)),
        ("每年", Periodic(12)),
        ("每年1月31日前公开上一年度公开年度报告", Periodic(12, 1, 31)),
        ("每年3月底前", Periodic(12, 3)),
        ("每年第一季度", Periodic(12, 3)),
        ("每年上半年", Periodic(12, 6)),
        ("实时", AT_ONCE),
        ("涉及村民利益的重大事项随时公布", AT_ONCE),
        ("当日", AT_ONCE),
        ("及时公开，公告期限为5个工作日", PROMPTLY),
        ("长期公开", Always()),
    ],
)
def test_words_of_catalogues_are_read(words: str, limit: Limit) -> None:
    """By when, how often, at once, always; how long something hangs is no limit."""
    assert limit_of(words) == limit


@pytest.mark.parametrize(
    "words",
    [
        "视情况而定",
        "同上",
        "2个月内",
        "按村民会议的决定公布",
        "公示期不少于7日",
        "1月31日前",
        "每季度的首个月20日（集体财务往来较多的，财务收支情况应每月公布一次）",
        "20个工作日内公开，每年更新",
        "10个工作日内初审，20个工作日内公开",
        "",
    ],
)
def test_what_says_two_things_or_another_is_left_to_people(words: str) -> None:
    """Nothing is guessed."""
    assert limit_of(words) is None
