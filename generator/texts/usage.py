"""How a command is typed: the words of its help, examples, and what is wrong with it as it was typed."""

HELP_WORDS: dict[str, str] = {
    "[OPTIONS]": "[选项]",
    "[COMMAND] [ARGS]...": "[命令] [内容]...",
    "COMMAND [ARGS]...": "命令 [内容]...",
}
"""Placeholders in the usage line of a help text, and what they are called in Chinese."""

PLACEHOLDERS: dict[str, str] = {
    "folder": "文件夹",
    "target": "目的地",
    "old_site": "旧网站",
    "new_site": "新网站",
    "kind": "种类",
    "id": "编号",
    "id_if_any": "[编号]",
    "ids": "编号...",
    "files": "文件...",
    "words": "词...",
    "window": "窗口",
    "register": "台账",
    "file": "文件",
    "workbook": "文件.xlsx",
    "address": "地址:端口",
    "paper": "纸张",
    "metres": "米数",
    "period": "期次",
    "blank": "栏目=内容",
    "numbers": "序号",
    "day": "日期",
    "post": "岗位",
    "role": "角色",
    "records": "[内容]...",
    "record": "内容",
    "sheet": "工作表",
    "reason": "原因",
    "count": "个数",
    "web_address": "网址",
    "package": "归档包",
}
"""What stands for a value in a help text."""

NOTES: dict[str, str] = {
    "usage": "用法：",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示这份说明。",
    "default": "默认：{value}",
    "required": "必须写",
}
"""Headings and notes of a help text, by what they are in English."""

USAGE: dict[str, str] = {
    "no_option": "没有 {name} 这个选项。",
    "missing": "少写了 {name}。{help}",
    "no_value": "{name} 后面要写内容。",
    "choice": "{name} 只能写：{choices}。",
    "path": "{name} 指的文件或文件夹找不到，或者打不开。请检查名字和位置。",
    "value": "{name} 的写法不对。{help}",
    "no_command": "没有 {name} 这个命令。可用的命令：{known}。",
    "too_much": "多写了“{typed}”，请删去。如果它是文件名的一部分，请给整个文件名加上英文引号。",
    "near": "是不是想写：{names}？",
    "example": "例如：{example}",
    "more": "详细说明：{command} --help",
}
"""What is wrong with a command as it was typed."""

ANSWERS: dict[str, str] = {
    "yes": "是",
    "no": "否",
    "yes_or_no": "（y 是，按回车否）",
    "again": "没有看懂。请输入其中的一个，再按回车：{choices}。",
}
"""What a question at the terminal says besides itself."""

YES = ("y", "yes", "是", "好", "对")
NO = ("n", "no", "否", "不", "")
"""What may be typed for yes and no."""

EXAMPLES: dict[str, str] = {
    "init": "gongshi init 我的大厅",
    "version": "显示版本号。",
    "new_done": "已新建 {path}。请打开它，把每个【填写：…】换成真实的内容，再运行 gongshi check。",
    "new": "gongshi new service laonian-youdai（service 事项，regulation 制度，notice 公告，result 办理结果，disclosure 公开事项，bundle 一件事，catalogue 公开标准目录，holidays 节假日安排）",
    "gaps": "gongshi gaps --window 民政救济",
    "inspect": "gongshi inspect --out ../自查.xlsx",
    "posters": "gongshi posters laonian-youdai --paper a4",
    "results import": "gongshi results import ../台账.xlsx --period 2026-Q3",
    "results template": "gongshi results template --out ../台账.xlsx",
    "import services": "gongshi import services ../事项清单.xlsx",
    "import disclosure": "gongshi import disclosure ../第三季度收支.xlsx --id caiwu-2026-q3",
    "import catalogue": "gongshi import catalogue ../社会救助目录.xlsx --id shehui-jiuzhu",
    "import ratings": "gongshi import ratings ../好差评导出.xlsx --period 2026-09",
    "at": "gongshi at 2026-05-03 services/linshi-jiuzhu/",
    "archive": "gongshi archive --period 2026-Q3",
    "archive verify": "gongshi archive verify archive/packages/2026-Q3",
    "archive stamp": "gongshi archive stamp archive/packages/2026-Q3 --request 请求.tsq",
    "archive keep": "gongshi archive keep",
    "duties": "gongshi duties --staff ../台账",
    "assess": "gongshi assess --period 2026-Q3 --out ../考核表.xlsx",
    "export services": "gongshi export services ../事项.xlsx",
    "publish": "gongshi publish sftp://hall@www.example.com/srv/hall",
    "scan": "gongshi scan 文件.pdf",
    "explain": "gongshi explain linshi-jiuzhu",
    "search": "gongshi search 起屋要什么手续",
    "clean": "gongshi clean 照片.jpg",
    "serve": "gongshi serve --address 127.0.0.1:8001",
}
"""Command -> how it is typed."""
