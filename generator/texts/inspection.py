"""Words of the self-check (自查): the faults, the report on the terminal, and the table."""

from typing import Literal

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "field/points": ("error", "“{title}”应为分数，如 0.1、2、5，最多两位小数，实际为{value}。", "{field}: 2"),
    "field/indicator": ("error", "这一条指标还要写“{title}”（{field}），不写就没法算。", "{field}: 5"),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

NATIONAL_ELEMENTS: dict[str, str] = {
    "name": "事项名称", "basis": "设定依据", "conditions": "申请条件", "materials": "办理材料", "place": "办理地点",
    "time": "办理时间", "phone": "联系电话", "procedure": "办理流程",
}  # fmt: skip
"""The eight elements of a guide as the national survey names them."""

SAID: dict[str, tuple[str, str]] = {
    "no_home": ("没有首页，网站打不开。", "重新生成网站（gongshi build），再整个上传。"),
    "dead_link": ("链接打不开：{target}。", "改正或者删去这个链接，再生成网站。"),
    "dead_file": ("附件打不开：{target}。", "把文件放回 content/pages，或者删去这个链接，再生成网站。"),
    "empty_file": ("文件是空的。", "换上有内容的文件，再生成网站。"),
    "no_search": ("没有站内搜索。", "重新生成网站（gongshi build），不要只上传一部分。"),
    "footer": ("页脚没有“{title}”。", "在 site.yml 的 government_site 里写 {field}。"),
    "tags": ("页面没有标签 {tags}。", "重新生成网站（gongshi build）；页面是别处来的，请补上标签。"),
    "no_domain": ("没有写网址（site_url），看不出域名。", "在 mkdocs.yml 写 site_url。"),
    "domain": ("域名 {host} 不是 .gov.cn，也不是 .政务。", "政府网站换用合规的域名，或者放到县里门户的栏目里。"),
    "home_without_news": ("没有发布过公告、办理结果和公开事项，首页没有新内容。", "发布一份公告，或者导入办理结果。"),
    "home_stale": ("最新的一份是{days}天以前的“{title}”，首页没有新内容。", "发布新的公告、办理结果或者公开事项。"),
    "column_stale": ("“{column}”已经{days}天没有更新，最新的是“{title}”。", "发布新的一份；确实没有的，请写明情况。"),
    "no_results": ("没有公布过办理结果。", "用 gongshi results import 导入最近一期台账。"),
    "results_stale": ("最近一期是“{title}”，公布已经{days}天。", "用 gongshi results import 导入新的一期。"),
    "not_taken_down": ("“{title}”早已期满，还像有效的一样挂着。", "写撤下日期（take_down）。"),
    "guide_undated": ("“{name}”没有写核对日期，页面上看不出是哪天的内容。", "逐项核对以后写 verified。"),
    "regulation_undated": ("《{name}》没有写日期。", "写施行日期（effective）或者通过日期（adopted）。"),
    "no_services": ("没有办事指南。", "用 gongshi new service 或者 gongshi import services 写入事项。"),
    "guide_lacks": ("{name}缺{count}类要素：{elements}。", "照 gongshi gaps 列出的补齐。"),
    "element_missing": ("{name}没有“{element}”。", "补上；不知道的问经办的单位。"),
    "no_limit": ("“{name}”没有办理时限。", "写承诺时限（time_limits 里的 promised）。"),
    "no_fee": ("“{name}”没有写收不收费。", "写 fee；不收费的写 free: 是。"),
    "empty_column": ("“{column}”栏目是空的。", "写入内容；没有这项工作的，请从导航里拿掉。"),
    "empty_window": ("窗口“{name}”的页面是空的：没有事项，也没有职能。", "写入事项或者职能；撤销了的窗口请删去。"),
    "no_channel": ("没有网上咨询、建言的渠道（电话不算）。", "在 site.yml 的 feedback 里写 url 或者 email。"),
    "no_supervision": ("没有监督投诉的电话或者邮箱。", "在 site.yml 的 supervision 里写 phone、hotline 或者 email。"),
    "no_handling": ("没有写明投诉怎么处理。", "在 site.yml 的 supervision 里写 handling。"),
    "hall_lacks": ("没有写大厅的“{title}”。", "在 site.yml 的 hall 里写 {field}。"),
    "no_duties": ("窗口“{name}”没有职能清单。", "在 windows.yml 的 functions 里写它的职能。"),
}
"""Key of a fault -> what is wrong, and what to do."""

TEXTS: dict[str, str] = {
    "bad_profile": "没有自查。请先改正指标文件，再运行一次。",
    "vetoes": "—— 单项否决：有一条就不合格 ——",
    "deductions": "—— 扣分 ——",
    "as_told": "照这里说的改正。",
    "near": "—— 还没有到否决、扣分的数，也请看一看 ——",
    "by_hand": "—— 程序看不了，请人看 ——",
    "not_made": "没有查的：{names}。网站还没有生成，请先运行 gongshi build，再查一次。",
    "between": "、",
    "heading": "{name}{doubt}　{source}",
    "heading_points": "{name}{doubt}　扣 {lost:g} 分　{source}",
    "heading_near": "{name}{doubt}　现在 {count} 处，满 {needed} 处才算　{source}",
    "doubt": "（数目还没有核对到原文）",
    "fault": "  {where}　{what}{remedy}",
    "more": "  另有 {count} 处，用 --out 写成表格可以全看到。",
    "by_hand_line": "  {name}：{what}　{source}",
    "source": "《{title}》",
    "source_own": "{title}",
    "source_number": "《{title}》（{number}）",
    "passed": "否决 0 条，扣 {lost:g} 分，得 {score:g} 分：合格。",
    "failed": "否决 0 条，扣 {lost:g} 分，得 {score:g} 分，不到 {pass_mark:g} 分：不合格。",
    "vetoed": "否决 {vetoes} 条：不合格。扣分 {lost:g} 分。",
    "in_part": "另有 {count} 条没有查，不算在内。",
    "left_out": "没有编号为“{id}”的指标，left_out 里的这一条没有用。",
    "example": "自查.xlsx",
    "nothing_inspected": "没有自查。请先改正以上内容，再运行一次。",
}
"""The report on the terminal."""

TABLE: dict[str, str] = {
    "heading": "{hall}网站自查表",
    "faults": "问题",
    "indicators": "指标",
    "indicator": "指标",
    "kind": "性质",
    "where": "在哪里",
    "what": "问题",
    "remedy": "怎么改",
    "count": "几处",
    "lost": "扣分",
    "verdict": "结果",
    "source": "出处",
    "confirmed": "数目",
    "is_confirmed": "照原文",
    "is_unconfirmed": "未核对",
    "veto": "否决",
    "fine": "没有问题",
    "few": "未到数",
    "not_made": "没有查",
    "by_hand": "请人看",
    "look": "看什么",
    "total": "合计",
}
"""The table in Excel."""
