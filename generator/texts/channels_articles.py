"""Words of ``gongshi build --articles``: what it tells, the names of its files, the columns of its list."""

ARTICLES: dict[str, str] = {
    "help": "另做一份文章包：网站只能一篇一篇粘贴的用，每页一个 ZIP（正文、图片、附件），另有一张一览表（.xlsx）。",
    "done": "文章包已做好：{folder}，共 {count} 篇，清单在 {list}。",
    "list": "文章一览表.xlsx",
    "sheet": "文章",
    "body": "正文.html",
    "about": "文章信息.json",
    "pictures": "图片",
    "attachments": "附件",
    "attached": "附件：",
    "sheet_picture": "张贴件：{title}",
    "pdf": "{title}（{paper}）.pdf",
    "csv": "{title}.csv",
}
"""Told at the terminal, and written in the package; names of files are in Chinese for whoever opens them."""

COLUMNS: dict[str, str] = {
    "title": "标题",
    "column": "栏目",
    "date": "发布日期",
    "source": "来源",
    "author": "发布机构",
    "number": "索引号",
    "theme": "主题分类",
    "summary": "摘要",
    "file": "文件名",
    "attachments": "附件数",
}
"""Columns of the list, which are fields of the JSON of an article, too."""
