"""Words about holidays that a hall types in (holidays.yml): single days, and how a year looks."""

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")

HOLIDAY_NAMES: dict[str, str] = {
    "元旦": "元旦",
    "农历除夕": "春节",
    "春节": "春节",
    "清明节": "清明节",
    "劳动节": "劳动节",
    "端午节": "端午节",
    "中秋节": "中秋节",
    "国庆节": "国庆节",
}
"""What the library calls a statutory holiday -> what people call its rest."""

HOLIDAYS: dict[str, str] = {
    "workdays": "调休上班日",
    "works": "{date}（这里上班，程序里休息）",
    "rests": "{date}（这里休息，程序里上班）",
    "comma": "、",
    "more": "{days}等 {count} 天",
}
"""What is said of single days of holidays.yml."""

HOLIDAY_YEAR = (
    "- {{year: {year}, source: 【填写：通知文号】, holidays: [{{name: 元旦, from: 【填写：第一天】, until: 【填写：最后一天】}}], "
    "workdays: [【填写：调休上班日】]}}"
)
"""How a year looks in holidays.yml."""
