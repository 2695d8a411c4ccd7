"""Words of the quarterly assessment (季度考核): how numbers came about, the report, the page and the table."""

from typing import Literal

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "assessment/thresholds": (
        "error",
        "“得满分的数”（full）和“不得分的数”（none）对不上：比率写百分数，最多100，full 不小于 none；件数越少越好，full 不大于 none。",
        "",
    ),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

HOW: dict[str, str] = {
    "on_time": "按时办结 {part} 件 ÷ 已到期或办结、能判断的 {whole} 件；只算逐件公布的事项",
    "late": "超时办结和到期没有办结的共 {part} 件；只算逐件公布的事项",
    "median": "用时的中位数不超过承诺的 {part} 项 ÷ 两个数都公布的 {whole} 项",
    "in_period": "{name}（{period}）",
    "good": "非常满意、满意、基本满意 {part} 个 ÷ 评价 {whole} 个",
    "ratings_hidden": "；{months}的好评、差评数太小，不公布，没有算",
    "between": "、",
    "told": "材料清单写全的 {part} 项 ÷ 在办的 {whole} 项；按今天的内容",
    "ways": "有的渠道 {part} 种 ÷ {whole} 种（电话、邮箱或意见箱、处理程序）；按今天的内容",
    "duties": "都按时公开的 {part} 项 ÷ 这一期能判断的 {whole} 项；按公开标准目录，逐月看到月底",
    "unsure": "；另有 {count} 项程序判断不了，没有算",
    "posted": "期末以后 {days} 个工作日内公示的 {part} 期 ÷ 到了公示时间的 {whole} 期",
    "elements": "写了的要素 {part} 个 ÷ {guides} 份指南应有的 {whole} 个；按今天的内容",
    "reviewed": "{since}以来核对过、也没有过复核日期的 {part} 份 ÷ 在用的指南和制度 {whole} 份",
    "recorded": "写明编制人、编制日期或审核、公示起止日期的 {part} 份 ÷ 应公示的 {whole} 份",
    "last_days": "写明撤下日期的 {part} 份 ÷ 这一期公示的结果、公开事项和公告 {whole} 份",
}
"""How a number came about: numerator, denominator, and what was left out."""

NO_DATA: dict[str, str] = {
    "no_results": "没有数据：{period}没有公布办理结果",
    "no_cases": "没有数据：{period}没有可以逐件公布、能判断是否按时的件",
    "no_days": "没有数据：{period}没有同时公布用时和承诺的事项",
    "no_ratings": "没有数据：{period}没有导入好差评",
    "ratings_hidden": "没有数据：{period} 的好评、差评数太小，不公布，算不出好评率",
    "no_services": "没有数据：没有在办的事项",
    "no_catalogue": "没有数据：没有公开标准目录",
    "no_duties": "没有数据：目录里没有程序能判断的行",
    "no_periods": "没有数据：{period}没有到了公示时间的办理结果",
    "nothing_posted": "没有数据：{period}没有要公示的",
}
"""Why there is no number."""

WAYS: dict[str, str] = {"phone": "监督电话或者热线", "written": "邮箱或者意见箱", "handling": "投诉怎么处理"}
"""Ways of complaining."""

TEXTS: dict[str, str] = {
    "title": "{hall}{period}考核表",
    "year": "{year}年",
    "half": "{year}年{number}半年",
    "first": "上",
    "second": "下",
    "quarter": "{year}年第{number}季度",
    "month": "{year}年{number}月",
    "numbers": "一二三四",
    "running": "这一期还没有结束，算到{day}。",
    "source": "分值：{source}",
    "area": "{area}（{weight}分）",
    "share": "{share}",
    "cases": "{count}件",
    "no_data": "没有数据",
    "by_hand": "人评",
    "points": "{points:g}/{weight}",
    "open": "—/{weight}",
    "records": "依据：{records}",
    "lacking": "没有做到：{names}",
    "more": "{names}等{count}个",
    "between": "、",
    "total": "程序算的：得 {points:g} 分，满分 {counted} 分。",
    "without_data": "没有数据、没有算的：{weight} 分。",
    "for_people": "要人评的：{weight} 分。",
    "left_out": "没有编号为“{id}”的考核项目，left_out 里的这一条没有用。",
    "not_begun": "{period}还没有开始，没有可以考核的。请写已经开始的一期。",
    "errors_first": "没有考核。请先改正以上内容，再运行一次。",
    "example": "考核表.xlsx",
    "page_written": "内部用的考核表：{path}",
}
"""The report on the terminal, and what all three share."""

PAGE: dict[str, str] = {
    "file": "考核表.html",
    "internal": "内部使用，不对外公布",
    "lead": "每个数都从公开的办理结果、公开台账和内容里算出来，写明怎么来的；没有数据的不给数，要人评的留空。",
    "points": "程序算的得分",
    "counted": "程序算的满分",
    "without_data": "没有数据的分值",
    "by_hand": "要人评的分值",
    "name": "项目",
    "value": "数值",
    "got": "得分",
    "of": "满分{full}，不得分{none}",
    "of_only": "满分{full}，不到不得分",
    "open": "______/{weight}",
    "percent": "{number}%",
    "cases": "{number}件",
    "signed": "考核人：　　　　　　　　　　被考核的岗位：　　　　　　　　　　日期：",
    "foot": "{day}的情况，由 gongshi assess 生成。",
}
"""The page for the staff."""

TABLE: dict[str, str] = {
    "sheet": "考核表",
    "area": "类别",
    "name": "项目",
    "weight": "分值",
    "value": "数值",
    "points": "得分",
    "how": "怎么算的",
    "records": "依据的记录",
    "lacking": "没有做到的",
    "names": "依据和没有做到的",
    "what": "是什么",
    "record": "依据的记录或没有做到的",
    "is_record": "依据",
    "is_lacking": "没有做到",
    "total": "合计",
}
"""The table in Excel."""
