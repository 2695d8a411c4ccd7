"""The sound content of the tests in English, as translations.yml says it, for sheets in two languages."""

from rules.dataset_builder import Changes

TEXTS = {
    "虚谷镇便民服务大厅": "Xugu Town Service Hall",
    "民政救济": "Civil Affairs and Relief",
    "民政救济岗": "Civil Affairs desk",
    "临时救助": "Temporary Assistance",
    "周一至周五上午8:30—12:00，下午13:30—17:00": "Monday to Friday, 8:30–12:00 and 13:30–17:00",
    "家庭基本生活暂时出现严重困难。": "Your family can hardly meet its basic needs for the time being.",
    "居民身份证": "Resident identity card",
    "临时救助申请书": "Application for temporary assistance",
    "受理": "Acceptance",
    "临时救助金": "Assistance in money",
    "2026年11月救助对象公示": "Persons to Be Assisted, November 2026",
    "名单在大厅公告栏张贴。": "The list hangs on the notice board of the hall.",
}


def english(*left_out: str) -> Changes:
    """translations.yml without some of its texts."""
    return {"translations.yml": translations(TEXTS, *left_out)}


def translations(texts: dict[str, str], *left_out: str, language: str = "英文") -> dict[str, object]:
    """The file, with these texts."""
    pairs = [{"text": text, "says": says} for text, says in texts.items() if text not in left_out]
    return {"language": language, "texts": pairs}
