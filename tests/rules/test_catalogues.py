"""Rules about the standard catalogue (公开标准目录)."""

from rules.dataset_builder import DISCLOSURE, Case, Cases

from generator.rules import catalogues

PATH = "catalogues/cunwu.yml"


def catalogue(*answers: dict[str, str], least_days: str | None = None, **row: object) -> dict[str, dict[str, object]]:
    rows = [{"item": "财务收支", "limit": "每季度", "answered_by": list(answers), **row}]
    return {PATH: {"id": "cunwu", "title": "村务公开目录", "least_days": least_days, "rows": rows}}


def answer(kind: str, name: str | None = None, **fields: str) -> dict[str, str]:
    return {"kind": kind, **({"name": name} if name else {}), **fields}


MISSING = "{at} [catalogue/answer] 对应内容里的{kind}“{name}”找不到。请写现有的编号或者名称；不要的请删去。"

CASES: Cases = {
    catalogues.limits_of_catalogues_are_read: {
        "nothing said": Case(catalogue()),
        "understood": Case(catalogue(count_as="每月10日前")),
        "not understood": Case(
            catalogue(count_as="看情况"),
            (
                f"{PATH}:rows.0.count_as [catalogue/limit] “时限按此算”看不懂。"
                "请写：每月、每季度、每半年、每年，或者几个工作日内、实时、长期公开。请写：count_as: 每季度",
            ),
        ),
    },
    catalogues.answers_of_catalogues_exist: {
        "all there, or still to come": Case(
            catalogue(
                answer("事项", "linshi-jiuzhu"),
                answer("事项", "临时救助"),
                answer("制度", "责任追究"),
                answer("办理结果"),
                answer("公开事项", "村务公开"),
                answer("网页", "about.md"),
                answer("别处", on="2026-11-03"),
            )
        ),
        "none there": Case(
            catalogue(
                answer("事项", "nowhere"),
                answer("制度", "没有的制度"),
                answer("一件事", "没有的事"),
                answer("公告", "nowhere-2"),
            ),
            tuple(
                MISSING.format(at=f"{PATH}:rows.0.answered_by.{n}.name", kind=kind, name=name)
                for n, (kind, name) in enumerate(
                    (("事项", "nowhere"), ("制度", "没有的制度"), ("一件事", "没有的事"), ("公告", "nowhere-2"))
                )
            ),
        ),
        "nobody knows where": Case(
            catalogue(answer("别处", "公众号"), answer("网页")),
            (
                f"{PATH}:rows.0.answered_by.0 [catalogue/elsewhere] 在别处公开的要写公开日期（on）或者网址（address）。"
                "请写：on: 2026-11-03",
                f"{PATH}:rows.0.answered_by.1 [catalogue/page] 对应内容是网页的，要写 pages 里的文件名（name）。"
                "请写：name: about.md",
            ),
        ),
    },
    catalogues.disclosures_hang_long_enough: {
        "not asked": Case(catalogue(answer("公开事项"))),
        "long enough": Case(catalogue(answer("公开事项"), least_days="15")),
        "too short, told once": Case(
            {
                **catalogue(answer("公开事项", "财务收支"), answer("公开事项"), least_days="15"),
                DISCLOSURE: {"posted_from": "2026-11-01", "posted_until": "2026-11-10"},
            },
            (
                f"{DISCLOSURE}:posted_until [catalogue/least-days] 这份公开事项只张贴10天，"
                "“村务公开目录”里写的是至少15天。请核对。",
            ),
        ),
    },
}
