"""A small content folder without a single problem, as text, so that a test can change one thing and see what follows.

``minimal_content`` maps paths below the content folder to file texts: the hall with one window, one material of the
catalogue, one complete service, the nine regulations that must hang on the wall, one notice in force, one period
with two rows of results and one disclosure. Everything in it is invented; ``TODAY`` is a day on which nothing in it is overdue.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path

MakeContent = Callable[..., Path]
"""What the fixture ``make_content`` gives."""

TODAY = date(2026, 11, 20)

SITE = """\
organisation: 虚谷镇人民政府
town: 虚谷镇
hall:
  name: 虚谷镇便民服务大厅
  address: 虚谷镇不远路1号
  hours: 周一至周五上午8:30—12:00，下午13:30—17:00
  phone: 0300-0000100
supervision:
  phone: 0300-0000112
  box: 大厅入口
  handling:
    - 收到意见后当场登记。
life_events: [困难救助]
most_used: [linshi-jiuzhu]
"""

WINDOWS = """\
windows:
  - id: minzheng
    name: 民政救济
    aliases: [民政窗口]
    number: 4
    staff_role: 民政救济岗
    backup: 大厅值班岗
    phone: 0300-0000104
functions:
  - name: 民政救济
    duties:
      - 受理临时救助申请。
"""

MATERIALS = """\
materials:
  - id: id-card
    name: 居民身份证
    aliases: [身份证]
    what: 证明是谁的证件，在派出所办理。
    issuer: 公安机关
"""

SERVICE = """\
id: linshi-jiuzhu
name: 临时救助
summary: 家里突然遇到难处，可以申请一次性的救助。
aliases: [急难救助]
type: 行政给付
handling: 承诺件
status:
  state: 在办
audience: [个人]
life_events: [困难救助]
window: minzheng
body: 虚谷镇人民政府
level: 乡镇级
legal_basis:
  - title: 中华人民共和国社会救助法
    article: 第五十条
    source: 国家法律法规数据库
conditions:
  - 家庭基本生活暂时出现严重困难。
materials:
  - material: id-card
    copies: 1
  - name: 临时救助申请书
steps:
  - name: 受理
    who: 民政救济岗
    what: 情况紧急的先行救助；当场查看材料。
time_limits:
  statutory:
    unregulated: 是
  promised:
    days: 10
    unit: 工作日
fee:
  free: 是
result:
  name: 临时救助金
visits: 1
agent: 是
verified: 2026-10-01
review: 2027-10-01
disclosure:
  policy: masked
"""

WALL = {
    "bianmin-chengnuo": "便民服务承诺",
    "shouwen-fuze": "首问负责",
    "yicixing-gaozhi": "一次性告知",
    "xianshi-banjie": "限时办结",
    "dangan-guanli": "档案管理",
    "weisheng-baojie": "卫生保洁",
    "lianzheng-jianshe": "廉政建设",
    "gongzuo-kaoqin": "工作考勤",
    "zeren-zhuijiu": "责任追究",
}
"""Id -> topic of the regulations that must hang on the wall."""

NOTICE = """\
id: dibao-2026-11
title: 2026年11月救助对象公示
kind: 公示
body:
  - 名单在大厅公告栏张贴。
from: 2026-11-16
until: 2026-11-22
objection:
  phone: 0300-0000112
take_down: 2026-11-30
service: linshi-jiuzhu
"""

PERIOD = """\
id: 2026-Q3
title: 2026年第三季度办理结果
from: 2026-07-01
until: 2026-09-30
"""

HEADER = "收件编号,事项,申请人,受理日期,应办结日期,办结日期,办理结果,延期天数,延期原因"

ROWS = f"""\
{HEADER}
XG-0001,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,
XG-0002,linshi-jiuzhu,,2026-09-30,2026-10-14,,在办,,
"""


DISCLOSURE = """\
id: caiwu-2026-q3
title: 不远村2026年第三季度财务收支公开表
kind: 财务收支
period: 2026-Q3
issuer: 不远村村民委员会
unit: 元
prepared_by: 村报账员
reviewed_by: 村务监督委员会
posted_from: 2026-10-15
posted_until: 2026-12-15
notes: 凭证可以到大厅查看。
"""

DISCLOSED = """\
日期,项目,收入,支出,备注
2026-07-08,村级运转经费,"36,000.00",,第三季度
2026-07-15,打印纸、墨盒,,836.50,
2026-08-20,集体鱼塘租金,9600,,
合计,,"45,600.00",836.50,
"""


def regulation(record_id: str, topic: str) -> str:
    """The text of a regulation with two articles that hangs on the wall under ``topic``."""
    return f"""\
id: {record_id}
title: {topic}制度
wall: {topic}
issuer: 虚谷镇人民政府
status: 现行
effective: 2026-01-01
articles:
  - text: 工作人员应当遵守本制度。
  - text: 本制度由大厅负责解释。
"""


def minimal_content() -> dict[str, str]:
    """Path below the content folder -> text of the file, for a content folder without problems on ``TODAY``."""
    return {
        "site.yml": SITE,
        "windows.yml": WINDOWS,
        "materials.yml": MATERIALS,
        "services/linshi-jiuzhu.yml": SERVICE,
        **{f"regulations/{record_id}.yml": regulation(record_id, topic) for record_id, topic in WALL.items()},
        "notices/dibao-2026-11.yml": NOTICE,
        "results/2026-Q3.yml": PERIOD,
        "results/2026-Q3.csv": ROWS,
        "disclosures/caiwu-2026-q3.yml": DISCLOSURE,
        "disclosures/caiwu-2026-q3.csv": DISCLOSED,
        "pages/about.md": "# 关于我们\n\n虚谷镇是一个不存在的镇。\n",
    }


def write_content(folder: Path, files: dict[str, str]) -> Path:
    """Write ``files`` (path -> text, as UTF-8 with line feeds) below ``folder``; returns ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8", newline="\n")
    return folder
