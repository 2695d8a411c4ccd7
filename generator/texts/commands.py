"""What the commands say: help, results, failures."""

STAGES: dict[str, str] = {
    "read": "读取内容", "charts": "绘制图表", "posters": "制作海报", "open-data": "生成开放数据",
    "rows": "生成办件表格", "look-up": "生成办件查询", "pages": "生成网页", "search": "生成搜索索引",
    "sitemap": "生成网站地图", "privacy": "检查个人信息", "register": "读取台账", "cases": "核对办件",
}  # fmt: skip

USAGE: dict[str, str] = {
    "no_option": "没有 {name} 这个选项。",
    "missing": "少写了 {name}。{help}",
    "no_value": "{name} 后面要写内容。",
    "choice": "{name} 只能写：{choices}。",
    "path": "{name} 指的文件或文件夹找不到，或者打不开。请检查名字和位置。",
    "value": "{name} 的写法不对。{help}",
    "no_command": "没有 {name} 这个命令。可用的命令：{known}。",
    "too_much": "多写了内容。文件名里有空格的，请加上英文引号。",
    "near": "是不是想写：{names}？",
    "example": "例如：{example}",
    "more": "详细说明：{command} --help",
}
"""What is wrong with a command as it was typed."""

EXAMPLES: dict[str, str] = {
    "init": "gongshi init 我的大厅",
    "new": "gongshi new service laonian-youdai（service 事项，regulation 制度，notice 公告，result 办理结果）",
    "posters": "gongshi posters laonian-youdai --paper a4",
    "results import": "gongshi results import ../台账.xlsx --period 2026-Q3",
    "results template": "gongshi results template --out ../台账.xlsx",
    "scan": "gongshi scan 文件.pdf",
    "serve": "gongshi serve --address 127.0.0.1:8001",
}
"""Command -> how it is typed."""

TEXTS: dict[str, str] = {
    "gongshi": "把服务大厅的办事指南、制度、公示和办理结果，变成能搜索的网站和能张贴的海报。\n\n"
    "常用：check 检查内容，build 生成网站和海报，serve 边改边看。",
    "project": "项目文件夹（有 mkdocs.yml 的那个），默认是当前文件夹。",
    "today": "按这一天生成，写成 2026-01-31；默认是今天（北京时间）。",
    "init": "在 FOLDER 新建一个大厅的项目，带有可以照着改的样例。",
    "init_done": "已建好。下一步：cd {folder}，修改 content 里的内容，然后运行 gongshi build。",
    "new": "新建一份带说明的空白内容。KIND 是种类，ID 是编号（小写字母、数字、连字符），也是文件名。",
    "check": "检查全部内容，列出每一处问题的文件、行、列和改法。有错误时退出码为 1，只有待补充时为 0。",
    "json": "以 JSON 输出，供其他程序读取。",
    "strict": "有待补充的内容时，退出码也为 1。",
    "no_project": "{name} 里没有 mkdocs.yml。请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。",
    "engine_died": "生成网页外框的程序中途退出了，可能是内存不够。请关掉别的程序再试一次。",
    "bad_project": "mkdocs.yml 有错误：{reason}",
    "after_the_gate": "mkdocs.yml 里的插件或 hooks 要在发布前的检查之后改动网站：{names}。这样的内容没有检查过，不能发布。"
    "请从 mkdocs.yml 里删去它，或用 gongshi build 生成。",
    "no_plugin": "mkdocs.yml 的 plugins 里没有 gongshi。请加上一行：  - gongshi",
    "no_content": "{name} 里没有 {content} 文件夹。请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。",
    "build": "检查内容，生成网站和海报。有错误时什么也不改动，原来的网站保持原样。",
    "site_dir": "网站放在哪个文件夹；默认是 mkdocs.yml 里的 site_dir（site）。",
    "posters_mode": "海报：changed 只重做有变化的（默认），all 全部重做，none 不做。",
    "built": "已生成 {pages} 个网页、{posters} 份海报。{problems}",
    "unchanged": "没有变化，网站保持原样（{pages} 个网页、{posters} 份海报）。{problems}",
    "nothing_published": "没有发布，原来的网站保持原样。",
    "serve": "在本机预览网站，修改内容后自动刷新；改错了会在页面顶部提示。按 Ctrl+C 结束。",
    "address": "预览的地址和端口。",
    "bad_address": "端口应为 1 到 65535，例如 127.0.0.1:8000。",
    "reserved_page": "content/pages/{name} 的网址由程序使用，请改名。",
    "address_taken": "地址 {address} 已被占用，可能另一个预览还开着。请换一个：--address 127.0.0.1:8001",
    "no_site_url": "mkdocs.yml 没有写 site_url，海报上没有二维码。请写：site_url: https://您的网址/",
    "posters": "制作指定事项、制度或一期办理结果的海报。ID 是事项、制度或期次的编号。",
    "paper": "纸张；默认是 site.yml 里设置的纸张。",
    "format": "文件格式：pdf 适合打印，png 和 svg 适合放进其他文件。",
    "ink_saving": "省墨版：没有大块底色。",
    "out": "放在哪个文件夹，默认是当前文件夹。",
    "error": "—— {name}：改正之前不能发布 ——",
    "gap": "—— {name}：页面会标明，这一项的海报先不做 ——",
    "reminder": "—— {name} ——",
    "menu": "用数字选择每天要做的事：检查、预览、生成。双击项目里的 gongshi.cmd 就是它（Windows）。",
    "menu_ask": "请输入数字，再按回车",
    "serving": "预览地址：%s （按 Ctrl+C 结束）",
    "ended_poster": "《{title}》现在是“{state}”，不做海报。",
    "bad_period": "期次 {id} 写法不对。请写成 2026、2026-H1、2026-Q3 或 2026-09（字母大写）。",
    "unknown_poster": "没有编号为 {id} 的事项、制度或期次。",
    "held_poster": "《{title}》还有待补充的内容，补齐之前不做海报：",
    "schema": "输出各类内容的 JSON Schema，编辑器可以用它提示和检查字段。",
    "schema_out": "放在哪个文件夹。",
    "reference": "同时把字段说明写到这个 Markdown 文件。",
    "exists": "{name} 已经存在，没有改动它。",
    "folder_not_empty": "文件夹 {name} 不是空的。请换一个新文件夹名。",
    "bad_id": "编号 {id} 只能用小写英文字母、数字和连字符，例如 linshi-jiuzhu。",
    "busy": "另一个生成正在进行，请等它结束再运行。",
    "not_a_site": "文件夹 {name} 里有不是本程序生成的内容，没有覆盖它。请换一个 --site-dir，或先把它移走。",
    "results": "办理结果：从大厅自己的台账（Excel、WPS 或 CSV）导入公开的部分，或做一份空白台账。",
    "results_import": "从台账 REGISTER 导入一期办理结果。台账留在项目外面，只读不写；身份证号、电话、住址等不会进入项目。\n\n"
    "先列出新增、更正和撤下的办件，确认之后才写入 content/results。",
    "results_template": "做一份空白台账（Excel），列名、格式和下拉选项都已设好，附有填写说明。",
    "period": "期次：2026（全年）、2026-H1（半年）、2026-Q3（季度）或 2026-09（月）。",
    "by": "编制岗位，如 大厅值班岗；写进这一期的说明。不写姓名。",
    "sheet": "只导入这个工作表；默认导入所有有表头的、没有隐藏的工作表。",
    "reason": "撤下的原因（台账里不再有的办件），会公开。默认：台账中已删除。",
    "yes": "不再询问，直接写入。",
    "dry_run": "只列出会有什么变化，不写入。",
    "template_out": "存为哪个文件；默认在项目文件夹的上一级，台账不放进项目。",
    "ask_column": "不认识列名“{heading}”。它是什么列？（保密：不公开；忽略：不是个人信息，也不公开）",
    "columns_remembered": "已记在项目的 {name} 里：",
    "ask_reason": "撤下的原因（会公开）",
    "ask_write": "写入以上变化吗？",
    "settings_first": "请先改正 mkdocs.yml，再运行一次。",
    "nothing_written": "没有导入，也没有写出任何文件。请先改正以上内容，再运行一次。",
    "not_imported": "没有导入，content 里没有任何改动。",
    "imported": "已写入 results/{period}.csv 和 results/{period}.yml。下一步：gongshi build",
    "dry": "这是预演，没有写入。",
    "scan": "检查任何文件或文件夹（- 是标准输入）里有没有身份证号、手机号、银行卡号等个人信息，与发布前的检查相同。\n\n"
    "只报告文件、行、列和种类，不显示内容。发现时退出码为 1。",
    "scan_json": "以 JSON 输出，一行一处。",
    "scan_waiver": "输出可以粘贴到 content/waivers.yml 的豁免；理由和有效期由您填写。",
    "scan_no_waiver": "  # {leak}：这一处不能豁免。{why}",
    "scan_outside": "豁免只对项目 content 里的文件有效。",
    "scan_clean": "检查完毕，没有发现个人信息。",
    "scan_found": "发现 {count} 处。",
    "scan_failed": "检查没有完成（{reason}），不能确定有没有个人信息。",
    "gate_failed": "发布前的个人信息检查没有完成（{reason}），因此不能发布。",
    "waived": "豁免：{path} 的{kind}，理由：{reason}，有效期至 {until}。",
    "held": "不能写入“{name}”：它正被别的程序打开，或没有权限。请先关闭打开它的窗口（Excel、PDF 阅读器、资源管理器），再运行一次。",
    "os_error": "读写文件失败：{reason}。请检查磁盘空间和权限。",
}

MENU: dict[str, tuple[str, str]] = {
    "1": ("检查内容", "check"),
    "2": ("预览网站（看完按 Ctrl+C 回到这里）", "serve"),
    "3": ("生成网站和海报", "build"),
    "0": ("退出", ""),
}
"""Number -> what it does, and the command."""

FAULTS: dict[str, str] = {
    "kind": "这种文件不允许发布",
    "missing": "应当生成而没有生成",
    "empty": "文件是空的",
    "slots": "页面没有填完整",
    "external": "页面要向其他网站请求",
    "link": "链接 {target} 没有去处",
}
"""What verification finds wrong with a finished site."""
