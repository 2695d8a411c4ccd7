"""The wording of posters that does not come from records or documents (``documents``)."""

POSTER_WORDS: dict[str, str] = {
    "sheet_mark": "第{number}张／共{total}张",
    "page_mark": "第{number}页　共{total}页",
    "continued": "（续）",
    "address": "地址",
    "distance": "适合{metres}米内阅读（老年人{elderly}米）",
    "qr": "扫码看网页",
    "qr_alt": "二维码，内容是网址 {url}",
    "day": "{day.year}年{day.month}月{day.day}日",
    "span": "{since}至{until}",
    "day_of_year": "{day.month}月{day.day}日",
}

UNITS = (
    "个(?:工作日|自然日|月|小时)|号窗口|周岁|平方米|立方米|公里|千米|厘米|毫米|公斤|千克|小时|分钟|季度|万元|亿元|"
    "[年月日天岁元角分时秒周份件页项条款章节号楼层室米人次张本户亩级类倍折克吨升度个名位家处例%％℃]"
)
"""Units that a line does not part from their number, as a regular expression."""

FITTING: dict[str, str] = {
    "stocks": "一张放得下的纸：{names}",
    "paper": "{name}",
    "board": "展板 {name}",
    "or": "，或者",
    "metres": "用 {name} 一张，适合 {metres} 米内阅读",
    "and": "；",
}
"""What is said of a sheet that takes more than one."""

PAPER: dict[str, str] = {"pixels": " 像素", "centimetres": r"\1×\2 厘米", "scale": r"，按 1∶\1 画"}
"""How sizes are told that are no paper: in pixels, in centimetres, and drawn to scale."""

FAILURES: dict[str, str] = {
    "held": "《{title}》不印海报：{reason}",
    "repealed": "已经废止",
    "no_text": "还没有条文",
    "gap": "{where}{kind}",
    "unknown": "《{title}》不印海报：还有待补充的内容（{parts}）。",
    "unknown_of_kind": "《{title}》的{kind}不印：还有待补充的内容（{parts}）。{remedy}",
    "complete_window": "请在 windows.yml 里补写这个窗口空着的栏目（number、staff_role、backup、phone），"
    "还没有事项和职能的写上 functions；时间和总机写在 site.yml 的 hall 里（hours、phone）。",
    "complete_hall": "请在 site.yml 的 hall 里补写空着的栏目（address、hours、phone）。",
    "unknown_of_hall": "{label}，site.yml 的 {field}",
    "too_large": "海报《{title}》的纸太长：PDF 一页最长5.08米。请把纸改小一些。",
    "too_long": "海报《{title}》放不下这些字：“{words}”。请写短一些，或者换大一些的纸。",
    "nothing": "海报《{title}》没有排出内容",
    "broken": "海报《{title}》排不出来：{report}",
    "in_file": "内容写在 {place}。",
    "on_line": "{file} 第 {line} 行",
    "held_by": "放得下的：{names}。",
    "too_many": "《{title}》在 {paper} 上要 {count} 张，没有印。{few}请换大一些的纸，或者把 --distance 写小一些；展板的单位是厘米。",
    "takes_few": "{name} 上是 {count} 张。",
    "too_tall": "《{title}》排不下，有一格的字比一张纸还长。请换大一号的纸，或者把这一格写短。",
    "too_wide": "《{title}》排不下，表格各栏并排比一张纸还宽。请换大一号的纸，或者减少几栏。",
    "characters": "海报《{title}》里有字体没有的字：{characters}，在{where}里。请换一个字，或者换用有这个字的字体。",
    "characters_of_script": "海报《{title}》里有字体没有的字：{characters}，在{where}里。请安装有这些字的字体（Noto 字体；Debian 上是 fonts-noto-core）。",
    "characters_of_hall": "大厅名称（site.yml 的 hall.name）里有字体没有的字：{characters}，所以一张海报也印不出来。"
    "请换一个写法，或者安装有这些字的字体（Noto 字体；Debian 上是 fonts-noto-core）。",
    "in_words": "“{words}”",
    "no_face": "字体文件夹里没有简体中文字体：{folder}。",
    "unusable_face": "字体文件夹里没有能用的简体中文字体：{folder}",
    "no_fonts": "找不到印海报用的简体中文字体。",
    "get_fonts": "请运行：pip install --no-deps mpl-font；或者在系统里安装“思源黑体／Noto Sans CJK SC”。",
}
"""Why a poster is not printed, and what to do; for clerks."""

HANGS: dict[str, str] = {
    "wall": "墙上",
    "entrance": "入口",
    "door": "大门",
    "window": "“{window}”窗口旁",
    "results": "公告栏",
}
"""Where a sheet hangs whose record does not say it."""

BULLETIN: dict[str, str] = {
    "over": "{hall}　办理结果公示",
    "under": "统计时间：{since}至{until}",
    "span": "{since}至{until}",
    "notice_period": "公示期",
    "objection": "有异议",
    "object_to": "公示期内请向{hall}提出{place}{phone}",
    "object_place": "，地址：{address}",
    "object_phone": "，电话：{phone}",
    "supervision": "监督投诉",
    "prepared_by": "编制",
    "prepared_on": "编制日期",
    "seal": "（盖章处）",
    "total": "合计",
    "none": "—",
    "cases": "本期件数",
    "more": "比上期多{count}件",
    "fewer": "比上期少{count}件",
    "same": "和上期一样多",
    "part": "不含未公布的事项",
    "on_time": "按时率",
    "judged": "按{count}件计算",
    "late": "超期",
    "late_open": "其中在办{count}件",
    "extended": "延期",
    "open": "在办",
    "rejected": "不予批准",
    "services": "各事项办理情况",
    "services_note": "件数是已经办完的件，可以逐件公布的事项还加上期末仍在办的件。“—”表示只公布件数或者没有；合计的其他各栏只含逐件公布的事项。",
    "used": "用{days}",
    "timing_note": "用时：已经办完的件，有一半不超过这些天；“天”是工作日。",
    "column_service": "事项",
    "column_cases": "件数",
    "column_before": "上期",
    "column_done": "办结",
    "column_rejected": "不予\n批准",
    "column_taken_back": "撤回",
    "column_open": "在办",
    "column_late": "超期",
    "column_extended": "延期",
    "column_days": "用时和承诺",
    "days": "{used}，承诺{promised}",
    "days_at_once": "{used}，承诺即办",
    "same_day": "当天",
    "group": "其他（合并公布，含不足{count}件的事项）",
    "listed": "逐件公布",
    "listed_note": "只列出可以逐件公布的事项。应办结日期不含延期。",
    "too_many": "可以逐件公布的共{count}件，这里列不下，请到窗口查询{online}。",
    "online": "，或者扫二维码在网页上查询",
    "column_receipt": "收件编号",
    "column_applicant": "申请人",
    "column_accepted": "受理",
    "column_due": "应办结",
    "column_completed": "办结",
    "column_outcome": "结果",
    "extension": "，延期{days}天",
    "extension_reason": "：{reason}",
    "gone": "撤下的办件",
    "column_on": "撤下日期",
    "column_reason": "原因",
}
"""The words of the bulletin of a period's results."""

DAY_UNITS: dict[str, str] = {"工作日": "{number}天", "自然日": "{number}个自然日"}
"""Days in a narrow cell."""

DUE_DAYS: dict[str, str] = {
    "by": "按{unit}",
    "unofficial": "以官方通知为准",
    "comma": "，\n",
    "marked": "{day}\n（{marks}）",
    "or": "或\n",
}
"""Wording of a due day that was counted (``facts.deadlines``), in short lines for a narrow column."""

PHASES: dict[str, str] = {"withdrawn": "已提前撤下", "taken_down": "已撤下"}
"""Why a period has no bulletin."""
