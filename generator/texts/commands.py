"""What the commands say: help, results, failures."""

STAGES: dict[str, str] = {"read": "读取内容", "posters": "制作海报", "pages": "生成网页", "verify": "检查成品"}

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
    "no_content": "{name} 里没有 content 文件夹。请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。",
    "build": "检查内容，生成网站和海报。有错误时什么也不改动，原来的网站保持原样。",
    "site_dir": "网站放在哪个文件夹；默认是 mkdocs.yml 里的 site_dir（site）。",
    "posters_mode": "海报：changed 只重做有变化的（默认），all 全部重做，none 不做。",
    "built": "已生成 {pages} 个网页、{posters} 份海报。{problems}",
    "unchanged": "没有变化，网站保持原样（{pages} 个网页、{posters} 份海报）。{problems}",
    "nothing_published": "没有发布，原来的网站保持原样。",
    "serve": "在本机预览网站，修改内容后自动刷新；改错了会在页面顶部提示。按 Ctrl+C 结束。",
    "address": "预览的地址和端口。",
    "posters": "制作指定事项或制度的海报。ID 是事项或制度的编号。",
    "paper": "纸张；默认是 site.yml 里设置的纸张。",
    "ink_saving": "省墨版：没有大块底色。",
    "out": "放在哪个文件夹，默认是当前文件夹。",
    "unknown_poster": "没有编号为 {id} 的事项或制度。",
    "held_poster": "《{title}》还有待补充的内容，补齐之前不做海报：",
    "schema": "输出各类内容的 JSON Schema，编辑器可以用它提示和检查字段。",
    "reference": "同时把字段说明写到这个 Markdown 文件。",
    "exists": "{name} 已经存在，没有改动它。",
    "folder_not_empty": "文件夹 {name} 不是空的。请换一个新文件夹名。",
    "bad_id": "编号 {id} 只能用小写英文字母、数字和连字符，例如 linshi-jiuzhu。",
    "busy": "另一个生成正在进行，请等它结束再运行。",
    "not_a_site": "文件夹 {name} 里有不是本程序生成的内容，没有覆盖它。请换一个 --site-dir，或先把它移走。",
    "os_error": "读写文件失败：{reason}（{path}）。请检查磁盘空间和权限。",
}
