"""Rules about bundles (一件事)."""

from rules.dataset_builder import SERVICE, Case, Cases

from generator.rules import bundles

BUNDLE = "bundles/jiuzhu.yml"


def bundle(**fields: object) -> dict[str, dict[str, object]]:
    return {BUNDLE: {"id": "jiuzhu", "name": "救助一件事", "services": ["linshi-jiuzhu"], **fields}}


CASES: Cases = {
    bundles.services_of_bundles_exist: {
        "there": Case(bundle()),
        "none": Case(
            bundle(services=[]),
            (f"{BUNDLE}:services [bundle/services] 没有写这件事里的事项（services）。请写：services: [linshi-jiuzhu]",),
        ),
        "unknown, and twice": Case(
            bundle(services=["linshi-jiuzhu", "one", "linshi-jiuzhu"]),
            (
                f"{BUNDLE}:services.1 [reference/service] 没有 id 为“one”的事项。"
                "请改成现有事项的编号（services 里的文件名，不带 .yml）；不要的请删去。",
                f"{BUNDLE}:services.2 [bundle/repeated] 事项“linshi-jiuzhu”写了两次。请删去一个。",
            ),
        ),
    },
    bundles.services_of_bundles_are_offered: {
        "offered": Case(bundle()),
        "ended": Case(
            {**bundle(), SERVICE: {"status": {"state": "更名", "reason": "合并", "successor": "teshu-jiuzhu"}}},
            (
                f"{BUNDLE}:services.0 [bundle/ended] 一件事里的“临时救助”已经更名，页面上不再列出。"
                "请换成现在的事项，或者删去。请写：teshu-jiuzhu",
            ),
        ),
    },
    bundles.life_events_of_bundles_are_listed: {
        "listed": Case(bundle(life_event="困难救助")),
        "not listed": Case(
            bundle(life_event="开店"),
            (f"{BUNDLE}:life_event [bundle/life-event] 生活事件“开店”不在 site.yml 的 life_events 里。",),
        ),
    },
}
