"""Make the registers (台账) of the demo town: three quarters of cases of people who do not exist.

    python docs/demo/make_registers.py

writes ``register-2026-Q1.xlsx`` and its two successors beside this file, always the same. Names are those of nobody
(子虚, 乌有, 亡是), ID numbers have a region and a month that do not exist, phones an area code that is not in use.
The sheets look as a hall's registers do: a merged title, headers of their own wording, an empty row, a total, a note
below the table, a column that is hidden.
"""

import random
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from generator.content.load import load
from generator.facts.workdays import due
from generator.model import Dataset, Service
from generator.register.template import reproducible

ROOT = Path(__file__).parent.parent.parent
QUARTERS = {
    "2026-Q1": (date(2026, 1, 1), date(2026, 3, 31)),
    "2026-Q2": (date(2026, 4, 1), date(2026, 6, 30)),
    "2026-Q3": (date(2026, 7, 1), date(2026, 9, 30)),
}
BUSY = {
    "jumin-yiliao-baoxian": 16,
    "jumin-yanglao-baoxian": 12,
    "laonian-youdai": 9,
    "shengyu-dengji": 7,
    "nongcun-jianfang": 6,
    "zuidi-shenghuo-baozhang": 6,
    "zuzhi-guanxi": 5,
    "shiye-dengji": 5,
    "gengdi-dili-butie": 5,
    "linshi-jiuzhu": 4,
    "senlin-shengtai-buchang": 3,
    "bingchonghai-fangzhi": 3,
    "tudi-chengbao-zheng": 3,
    "linmu-caifa": 3,
}
"""How many cases of a service there are for one of the others."""

SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜"
GIVEN = ("子虚", "乌有", "亡是", "无名", "莫须", "非有", "虚", "乌", "假", "无有", "子乌", "若虚")
UNUSUAL = ("欧阳子虚", "上官乌有", "司马亡是", "阿依·子虚", "买买提·乌有", "John Nobody")
REASONS = ("等待上级部门复核", "需要实地勘验，遇连续降雨", "申请人补充材料", "公示期间收到意见，正在核实")
HEADERS = (
    "序号",
    "受理编号",
    "办理事项",
    "申请人姓名",
    "身份证号码",
    "联系电话",
    "家庭住址",
    "受理时间",
    "办结时间",
    "办理结果",
    "延期天数",
    "延期原因",
    "经办人",
    "备注",
)
WIDTHS = (6, 18, 30, 14, 22, 15, 24, 13, 13, 10, 10, 24, 10, 12)


@dataclass(frozen=True)
class Case:
    """One application as the hall's register keeps it."""

    receipt: str
    item: str
    applicant: str
    id_number: str
    phone: str
    address: str
    accepted: date
    completed: date
    outcome: str
    extension: int | None
    reason: str | None


def cases(dataset: Dataset, chance: random.Random) -> list[Case]:
    """All cases of three quarters, in the order in which they were accepted."""
    offered = [service for service in dataset.services.values() if service.status.state == "在办"]
    weights = [BUSY.get(service.id, 1) for service in offered]
    found = []
    day = date(2025, 12, 10)
    while day <= QUARTERS["2026-Q3"][1]:
        day = due(day, 1, "工作日")
        for _ in range(chance.choice((2, 3, 3, 4, 5))):
            service = chance.choices(offered, weights)[0]
            found.append(_case(len(found) + 1, service, day, chance))
    return found


def _case(number: int, service: Service, accepted: date, chance: random.Random) -> Case:
    name = chance.choice(UNUSUAL) if chance.random() < 0.04 else chance.choice(SURNAMES) + chance.choice(GIVEN)
    promised = service.time_limits.promised if service.time_limits else None
    days, unit = (promised.days or 0, promised.unit or "工作日") if promised else (5, "工作日")
    extends = service.time_limits is not None and service.time_limits.extension is not None and chance.random() < 0.12
    extension = min(service.time_limits.extension.days, 10) if extends else None
    late = chance.random() < 0.05
    used = (
        days + (extension or 0) + chance.randint(1, 4)
        if late
        else round(days * chance.uniform(0.3, 1.0)) + (extension or 0) // 2
    )
    return Case(
        receipt=f"XG{accepted:%Y}-{number:05}",
        item=chance.choice((service.name, service.name, *service.aliases[:1])),
        applicant=name,
        id_number=f"00{chance.randint(0, 9999):04}19{chance.randint(40, 99)}13{chance.randint(10, 28)}{chance.randint(0, 9999):04}",
        phone=f"0300-{chance.randint(0, 999):07}",
        address=f"虚谷镇子虚村第{chance.randint(90, 99)}组{chance.randint(900, 999)}号",
        accepted=accepted,
        completed=due(accepted, used, unit) if used else accepted,
        outcome=chance.choices(("办结", "不予批准", "撤回"), (93, 5, 2))[0],
        extension=extension,
        reason=chance.choice(REASONS) if extension else None,
    )


def workbook(all_cases: list[Case], period: str) -> Workbook:
    """The register of one quarter as it stood on its last day."""
    first, last = QUARTERS[period]
    book = Workbook()
    sheet = book.active
    sheet.title = "台账"
    thin = Side(style="thin", color="999999")
    sheet.append(
        [f"虚谷镇便民服务大厅{period[:4]}年第{'一二三'[int(period[-1]) - 1]}季度业务受理台账（演示，人物均属虚构）"]
    )
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(HEADERS))
    sheet["A1"].font, sheet["A1"].alignment = Font(bold=True, size=16), Alignment(horizontal="center")
    sheet.append(["填报单位：虚谷镇便民服务大厅"])
    sheet.merge_cells(start_row=2, start_column=1, end_row=2, end_column=len(HEADERS))
    sheet.append(HEADERS)
    for cell in sheet[3]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDEBF7")
        cell.border, cell.alignment = Border(thin, thin, thin, thin), Alignment(horizontal="center", wrap_text=True)
    shown = [case for case in all_cases if case.accepted <= last and case.completed >= first]
    for number, case in enumerate(shown, 1):
        done = case.completed <= last
        row = [number, case.receipt, case.item, case.applicant, case.id_number, case.phone, case.address, case.accepted]
        row += [
            case.completed if done else None,
            case.outcome if done else "在办",
            case.extension,
            case.reason,
            "窗口甲",
            None,
        ]
        sheet.append(row)
        for column in (2, 5, 6):
            sheet.cell(sheet.max_row, column).number_format = "@"
        for column in (8, 9):
            sheet.cell(sheet.max_row, column).number_format = "yyyy/m/d"
    sheet.append([])
    sheet.append(["合计", f"{len(shown)}件"])
    sheet.append(["注：本表供内部登记使用，演示数据，身份证号和电话均不存在。"])
    for index, width in enumerate(WIDTHS):
        sheet.column_dimensions["ABCDEFGHIJKLMN"[index]].width = width
    sheet.column_dimensions["N"].hidden = True
    sheet.freeze_panes = "A4"
    return book


def main() -> None:
    """Write the three registers."""
    dataset = load(ROOT / "content").dataset
    assert dataset is not None
    all_cases = cases(dataset, random.Random(2026))  # noqa: S311  # Not a secret: the same cases every time.
    for period in QUARTERS:
        path = Path(__file__).parent / f"register-{period}.xlsx"
        path.write_bytes(reproducible(workbook(all_cases, period)))
        print(path.name)


if __name__ == "__main__":
    main()
