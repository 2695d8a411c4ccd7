"""A made-up county's services, the same records as gongshi content and as plain Markdown for other generators."""

from pathlib import Path

OFFICES = [
    "教育",
    "公安",
    "民政",
    "司法",
    "人社",
    "资源",
    "住建",
    "交通",
    "水务",
    "农业",
    "商务",
    "文旅",
    "卫健",
    "医保",
]
OBJECTS = [
    "企业",
    "个体户",
    "房屋",
    "车辆",
    "林地",
    "渔船",
    "学生",
    "老人",
    "社团",
    "药店",
    "食堂",
    "工地",
    "果园",
    "码头",
]
ACTIONS = ["备案", "变更登记", "许可", "注销", "补贴申领", "年度报告", "资格确认", "信息查询", "延续", "补办证书"]

SITE = """organisation: 测速县人民政府
town: 测速县
hall:
  name: 测速县便民服务大厅
  address: 测速县快路1号
  hours: 工作日 9:00—17:00
  phone: 0300-0000100
supervision:
  phone: 0300-0000112
"""


def names(count: int) -> list[str]:
    """``count`` different names of services."""
    return [
        f"{OFFICES[n % 14]}{OBJECTS[n // 14 % 14]}{ACTIONS[n // 196 % 10]}{f'（{n // 1960}类）' if n >= 1960 else ''}"
        for n in range(count)
    ]


def write_content(folder: Path, count: int) -> None:
    """A gongshi project of ``count`` services."""
    content = folder / "content"
    (content / "services").mkdir(parents=True)
    (content / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: bench\nsite_url: https://bench.example/\ndocs_dir: content/pages\n"
        "theme:\n  name: material\n  language: zh\n  font: false\nplugins:\n  - gongshi\n",
        "utf-8",
    )
    (content / "site.yml").write_text(SITE, "utf-8")
    windows = "".join(f"  - id: w{n}\n    name: {office}窗口\n    number: {n}\n" for n, office in enumerate(OFFICES, 1))
    functions = "".join(f"  - name: {office}窗口\n    duties:\n      - {office}事项\n" for office in OFFICES)
    (content / "windows.yml").write_text(f"windows:\n{windows}functions:\n{functions}", "utf-8")
    (content / "materials.yml").write_text(
        "materials:\n" + "".join(f"  - id: m{n}\n    name: 第{n}种证件\n" for n in range(20)), "utf-8"
    )
    for number, name in enumerate(names(count)):
        (content / "services" / f"s{number}.yml").write_text(service_yaml(number, name), "utf-8")


def service_yaml(number: int, name: str) -> str:
    """One complete service of about 3 KB."""
    materials = "".join(
        f"  - material: m{(number + k) % 20}\n    necessity: 必要\n    copies: 1\n    original: 原件核验\n    format: 纸质\n"
        f"    source: 申请人自备\n    notes: 字迹清楚，印章完整，复印件写明与原件一致。\n"
        for k in range(5)
    )
    steps = "".join(
        f"  - name: {step}\n    who: {OFFICES[number % 14]}岗\n    what: {name}的{step}环节，由经办人核对后转下一环节。\n"
        for step in ("申请", "受理", "审核", "决定", "送达")
    )
    return (
        f"id: s{number}\nname: {name}\nsummary: 需要办理{name}的居民和企业，按本指南准备材料，到窗口提出申请。\n"
        f"aliases: [办{name}]\ntype: 行政许可\nhandling: 承诺件\nstatus:\n  state: 在办\naudience: [个人, 企业]\n"
        f"window: w{number % 14 + 1}\nbody: 测速县{OFFICES[number % 14]}局\nlevel: 县级\n"
        f"legal_basis:\n  - title: 测速县{OFFICES[number % 14]}条例\n    article: 第{number % 60 + 1}条\n"
        f"    text: 办理{name}应当具备规定的条件，由主管部门在规定的期限内作出决定。\n    source: 测速县政府网站\n"
        f"conditions:\n  - 住所或者经营地在本县\n  - 符合{name}的规定条件\n  - 没有正在处理的违法案件\n"
        f"materials:\n{materials}steps:\n{steps}"
        "time_limits:\n  statutory:\n    days: 20\n    unit: 工作日\n    basis: 测速县条例\n"
        "  promised:\n    days: 10\n    unit: 工作日\n  clock_starts: 材料齐全、受理之日的第二天\n"
        f"fee:\n  free: 是\nresult:\n  name: {name}决定书\n  type: 批文\n  delivery: [窗口领取, 邮寄]\n"
        "visits: 1\nagent: 是\n"
        f"faq:\n  - question: 可以请别人代办吗？\n    answer: 可以，带上双方的证件和委托书。\n"
        f"  - question: {name}要多久？\n    answer: 材料齐全的，十个工作日办结。\n"
        "verified: 2026-09-01\nreview: 2027-09-01\ndisclosure:\n  policy: masked\n"
    )


def write_markdown(folder: Path, count: int) -> None:
    """The same records as Markdown pages, out of the navigation, for stock mkdocs-material and zensical."""
    docs = folder / "docs"
    (docs / "services").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: bench\nsite_url: https://bench.example/\nnav:\n  - index.md\nnot_in_nav: services/*\n"
        "theme:\n  name: material\n  language: zh\n  font: false\nplugins:\n  - search\n",
        "utf-8",
    )
    listed = names(count)
    (docs / "index.md").write_text(
        "# bench\n\n" + "".join(f"- [{name}](services/s{n}.md)\n" for n, name in enumerate(listed)), "utf-8"
    )
    for number, name in enumerate(listed):
        (docs / "services" / f"s{number}.md").write_text(service_markdown(number, name), "utf-8")


def service_markdown(number: int, name: str) -> str:
    """What ``service_yaml`` says, as a page that somebody would write by hand."""
    office = OFFICES[number % 14]
    materials = "".join(
        f"{k + 1}. **第{(number + k) % 20}种证件**（必要）：原件核验 1 份，纸质，申请人自备。字迹清楚，印章完整，复印件写明与原件一致。\n"
        for k in range(5)
    )
    steps = "".join(
        f"{k}. **{step}**（{office}岗）：{name}的{step}环节，由经办人核对后转下一环节。\n"
        for k, step in enumerate(("申请", "受理", "审核", "决定", "送达"), 1)
    )
    return (
        f"# {name}\n\n别名：办{name}\n\n需要办理{name}的居民和企业，按本指南准备材料，到窗口提出申请。\n\n"
        f"| 项目 | 内容 |\n| --- | --- |\n| 服务对象 | 个人、企业 |\n| 承诺时限 | 10个工作日 |\n| 法定时限 | 20个工作日 |\n"
        f"| 收费 | 不收费 |\n| 到现场次数 | 1 |\n| 窗口 | {office}窗口 |\n| 咨询电话 | 0300-0000100 |\n| 投诉电话 | 0300-0000112 |\n"
        f"| 实施主体 | 测速县{office}局 |\n| 行使层级 | 县级 |\n| 事项类型 | 行政许可，承诺件 |\n\n"
        f"## 需要带的材料\n\n{materials}\n## 受理条件\n\n- 住所或者经营地在本县\n- 符合{name}的规定条件\n- 没有正在处理的违法案件\n\n"
        f"## 办理流程\n\n{steps}\n## 办理时限\n\n材料齐全、受理之日的第二天起算。\n\n"
        f"## 依据\n\n《测速县{office}条例》第{number % 60 + 1}条：办理{name}应当具备规定的条件，由主管部门在规定的期限内作出决定。出处：测速县政府网站\n\n"
        f"## 办理结果\n\n{name}决定书，窗口领取、邮寄。\n\n## 常见问题\n\n**可以请别人代办吗？** 可以，带上双方的证件和委托书。\n\n"
        f"**{name}要多久？** 材料齐全的，十个工作日办结。\n\n核对日期：2026-09-01\n"
    )
