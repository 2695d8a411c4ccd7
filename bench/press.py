"""How many A3 regulations one core prints in a second: prints that number, measured in this process.

Every text differs, so that nothing is remembered.
"""

import time
from datetime import date

from guides import names

from generator.kit.regulation import regulation_sheet
from generator.model import Regulation, Site
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing
from generator.posters.stock import stock_of
from generator.system.environment import templates_folder

SHEETS = 60


def main() -> None:
    """Make the sheets, then print them against the clock."""
    site = Site.model_validate({"organisation": "测速县政府", "town": "测速县", "hall": {"name": "测速县便民服务大厅"}})
    press = Press(find_fonts(), templates_folder() / "posters")
    sheets = [regulation_sheet(regulation(number), site, "https://bench.example/") for number in range(SHEETS)]
    started = time.process_time()
    for sheet in sheets:
        press.print(sheet, Printing(stock_of("a3")))
    print(SHEETS / (time.process_time() - started))


def regulation(number: int) -> Regulation:
    """A regulation of twelve articles."""
    articles = [
        {"text": f"第{number}号制度的第{n}条要求：{name}应当按时办结，当场答复。" * 2}
        for n, name in enumerate(names(12))
    ]
    return Regulation.model_validate(
        {
            "id": f"r{number}",
            "title": f"测速制度{number}",
            "status": "现行",
            "effective": date(2026, 1, 1),
            "articles": articles,
        }
    )


if __name__ == "__main__":
    main()
