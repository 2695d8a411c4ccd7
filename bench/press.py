"""How many sheets of a kind one core prints in a second: regulations on A3, guides and tick lists on A4, bulletins on A3.

The kind is the argument. Measured by the time of the processor in this process; every text differs, so that nothing is
remembered.
"""

import sys
import time
from collections.abc import Callable
from datetime import date, timedelta

from guides import names

from generator.documents.guide import guide as document
from generator.facts.services import ServiceFacts, service_facts
from generator.kit.bulletin import bulletin_sheet
from generator.kit.guide import guide_sheet
from generator.kit.regulation import regulation_sheet
from generator.kit.tick_list import tick_list_sheet
from generator.model import Dataset, Regulation, ResultPeriod, ResultRow, Service, Site
from generator.model.dataset import ResultEntry, Results
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing
from generator.posters.sheet import Sheet
from generator.posters.stock import stock_of
from generator.results.disclosure import posted_periods
from generator.results.figures import figures
from generator.results.suppression import shown_counts
from generator.system.environment import templates_folder

SHEETS = 60
TODAY = date(2026, 10, 20)
URL = "https://bench.example/"
SITE = Site.model_validate({"organisation": "测速县政府", "town": "测速县", "hall": {"name": "测速县便民服务大厅"}})


def main(kind: str = "regulation") -> None:
    """Make the sheets, then print them against the clock."""
    make, paper = KINDS[kind]
    press = Press(find_fonts(), templates_folder() / "posters")
    sheets = [make(number) for number in range(SHEETS)]
    started = time.process_time()
    for sheet in sheets:
        press.print(sheet, Printing(stock_of(paper)))
    print(SHEETS / (time.process_time() - started))


def regulation(number: int) -> Sheet:
    """A regulation of twelve articles."""
    articles = [
        {"text": f"第{number}号制度的第{n}条要求：{name}应当按时办结，当场答复。" * 2}
        for n, name in enumerate(names(12))
    ]
    fields = {"id": f"r{number}", "title": f"测速制度{number}", "status": "现行", "effective": date(2026, 1, 1)}
    return regulation_sheet(Regulation.model_validate({**fields, "articles": articles}), SITE, URL)


def guide(number: int) -> Sheet:
    """A guide with three materials and three steps."""
    service, facts = _subject(number)
    return guide_sheet(service, document(service, facts), SITE, URL)


def tick_list(number: int) -> Sheet:
    """What to bring for the same service, two copies on a sheet."""
    return tick_list_sheet(*_subject(number), SITE, URL)


def _subject(number: int) -> tuple[Service, ServiceFacts]:
    """A service, and what follows from it."""
    fields = {
        "id": f"s{number}",
        "name": f"测速事项{number}",
        "summary": f"第{number}件事用一句话说清楚。",
        "status": {"state": "在办"},
        "window": "综合",
        "conditions": [f"符合第{number}项条件", "户籍在本县"],
        "materials": [{"name": f"第{n}份证明{number}", "necessity": "必要", "copies": "1"} for n in range(3)],
        "steps": [{"name": f"环节{n}", "what": f"第{number}号事项在这里审核材料是否齐全。"} for n in range(3)],
        "time_limits": {"promised": {"days": 10, "unit": "工作日"}},
        "legal_basis": [{"title": f"测速办法{number}", "article": "第三条"}],
    }
    service = Service.model_validate(fields)
    dataset = Dataset(SITE, (), (), {}, {service.id: service}, {}, {}, {})
    return service, service_facts(service, dataset)


def bulletin(number: int) -> Sheet:
    """A bulletin of thirty cases, without charts."""
    service = {
        "id": "jianfang",
        "name": f"测速审批{number}",
        "summary": "说明",
        "status": {"state": "在办"},
        "window": "综合",
        "time_limits": {"promised": {"days": 10, "unit": "工作日"}},
        "disclosure": {"policy": "masked"},
    }
    until = {"id": "2026-Q3", "title": f"第{number}期办理结果", "from": "2026-07-01", "until": "2026-09-30"}
    entries = tuple(ResultEntry(case(number, n), n + 2) for n in range(30))
    results = {"2026-Q3": Results(ResultPeriod.model_validate(until), entries)}
    dataset = Dataset(SITE, (), (), {}, {"jianfang": Service.model_validate(service)}, {}, {}, results)
    posted = posted_periods(dataset, TODAY)
    found = figures(posted["2026-Q3"], None, shown_counts(posted.values(), dataset), dataset, TODAY)
    return bulletin_sheet(posted["2026-Q3"], found, dataset, (), URL, TODAY)


def case(number: int, n: int) -> ResultRow:
    """A finished case."""
    accepted = date(2026, 7, 1) + timedelta(days=n)
    return ResultRow.model_validate(
        {
            "收件编号": f"CS{number:03d}-{n:04d}",
            "事项": "jianfang",
            "申请人": "赵*明",
            "受理日期": accepted,
            "应办结日期": accepted + timedelta(days=14),
            "办结日期": accepted + timedelta(days=5),
            "办理结果": "办结",
        }
    )


KINDS: dict[str, tuple[Callable[[int], Sheet], str]] = {
    "regulation": (regulation, "a3"),
    "guide": (guide, "a4"),
    "tick-list": (tick_list, "a4"),
    "bulletin": (bulletin, "a3"),
}
"""Kind -> how a sheet of it is made, and its paper."""


if __name__ == "__main__":
    main(*sys.argv[1:])
