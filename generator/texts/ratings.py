"""The words of ratings (好差评): the chart, and the import of what the official system exports."""

CHART: dict[str, str] = {
    "title": "各月的评价",
    "alt": "条形图：最近{count}个月的评价，按满意的程度分开。数字见图旁的表格。",
    "name": "{year}年{month}月",
    "total": "{count}个评价",
    "month": "月份",
    "all": "合计",
    "merged": "合并公布",
    "withheld": "—",
}
"""The chart of all months, and the table that says the same."""

IMPORT: dict[str, str] = {
    "period": "好差评按月导入。请写 --period 和月份，如 --period 2026-09。",
    "no_table": "没有找到评价的表格。表头要有“非常满意”“满意”等各档的数量，或者“满意度”一列，一行一个评价。",
    "many": "有几个工作表都有评价：{names}。请只留下一个，另存以后再导入。",
    "read": "{file} 工作表“{sheet}”：读到 {rows} 行，{count} 个评价。",
    "people": "写到个人的列没有导入：{columns}。好差评只按窗口公布，不排个人。",
    "comments": "评语没有导入：{columns}。里面可能有居民自己的事。",
    "left": "其余没有导入的列：{columns}。",
    "outside": "不在 {period} 的 {count} 个评价没有导入。",
    "window": "{name}：{counts}",
    "window_counts": "非常满意{very_satisfied}，满意{satisfied}，基本满意{fairly_satisfied}，不满意{dissatisfied}，非常不满意{very_dissatisfied}",
    "public": "网页上：全大厅按档公布，各窗口只公布总数；不足{least}个的合并，推算不出来。",
    "bad_window": "{place} windows.yml 里没有这个窗口。请改成窗口的名称，或者把这个叫法写进它的别名（aliases）。",
    "bad_count": "{place} 这一格应当是整数。",
    "bad_grade": "{place} 这一格看不出是哪一档。请写：非常满意、满意、基本满意、不满意、非常不满意。",
    "bad_day": "{place} 这一格看不出是哪一天。请写成 2026-09-15。",
    "bad_month": "{place} 这一格看不出是哪一个月。请写成 2026-09。",
    "other_month": "表格上面写的是 {months}，不是 {period}。请核对是不是拿错了表。",
    "twice": "{place} “{name}”有两列，不知道该算哪一列。请只留下这个月的一列，另存以后再导入。",
    "other_grade": "{place} 这一列不是好差评的五档。请改成五档之一的名称，或者删去这一列，另存以后再导入。",
    "no_window": "{place} 这一行没有窗口，别的行有。请补上窗口的名称；全大厅的写大厅的名称。",
    "hall_is_total": "{place} 这一行是全大厅的，各档正好是各窗口的和，像是合计。是合计的请删去这一行，另存以后再导入。",
    "bad_sum": "{place} 各档相加是 {sum}，这里写的是 {stated}。请核对。",
}
"""The lines of the plan, and what stops it."""
