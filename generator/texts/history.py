"""What has changed: the words of the records of changes."""

CHANGES: dict[str, str] = {
    "edited": "改了：{fields}。",
    "new": "新增这一项。",
    "and": "、",
    "says": "：{what}",
}
"""What a change says that was read from Git, where no note of the record says more."""

DIFFERENCES: dict[str, str] = {
    "below": "·",
    "member": "其中一项",
    "yes": "是",
    "no": "否",
    "free": "不收费",
    "unreadable": "（读不懂）",
    "articles": "条文",
    "unnumbered": "第{place}段",
    "address": "编号（旧的链接、收藏和二维码打不开了）",
    "text": "文字",
    "table": "表格内容",
    "added": "新增",
    "dropped": "撤下",
    "corrected": "更正",
    "cases": "{count}件",
}
"""What differs between two builds, in words."""

KINDS: dict[str, str] = {
    "hall": "大厅",
    "windows": "服务窗口",
    "services": "办事指南",
    "bundles": "一件事",
    "regulations": "规章制度",
    "notices": "公示公告",
    "disclosures": "公开事项",
    "materials": "材料目录",
    "sheets": "墙上的海报（要重新打印，或者撤下）",
    "results": "办理结果",
    "pages": "其他网页",
}
"""The headings of what differs, by kinds of records."""

TOLD: dict[str, str] = {
    "heading": "{kind}",
    "new": "  + 《{title}》 新的",
    "gone": "  - 《{title}》 没有了",
    "changed": "  * 《{title}》",
    "pair": "      {field}：{old} → {new}",
    "added": "      {field}：加了“{new}”",
    "dropped": "      {field}：去掉“{old}”",
    "reworded": "      {field}：改了",
    "equal": "两次生成的，公开的内容一样。没有比较的：随日子变的（公告到期、放假提示），主办单位、标语、窗口职能。",
    "sum": "居民会看到的变化：新的 {new} 处，没有了的 {gone} 处，改了的 {changed} 处。",
    "not_compared": "没有比较：{kinds}。只有一边公布了这些，可能是两次生成用的程序版本不同。",
}
"""How ``gongshi diff`` tells it."""

FAILURES: dict[str, str] = {
    "no_build": "{name} 不是生成好的网站：里面没有 open-data/services.json。请写 gongshi build 生成的网站文件夹，或者它的开放数据的压缩包（ZIP）。",
    "broken": "{name} 里的开放数据 {file} 读不懂，可能下载或者复制得不完整。请重新复制一份，或者重新生成。",
    "too_large": "{name} 里的开放数据 {file} 太大（超过100 MB），没有比较。",
}
"""Why two builds cannot be compared."""

GIT: dict[str, str] = {
    "none": "site.yml 写了 history: git，但是 content 不在 Git 里，修改记录里只有 changes 写的。请把项目放进 Git；几个大厅共用内容的不从 Git 里读，请删去这一行。",
    "empty": "site.yml 写了 history: git，但是项目还没有提交过，修改记录里只有 changes 写的。请运行 git add 和 git commit。",
    "unsigned": "site.yml 写了 history: git 和 sign_off，但是批准过的版本（approved 文件夹）不在 Git 里，修改记录里只有 changes 写的。请把 approved 和 content 一起提交。",
    "broken": "site.yml 写了 history: git，但是 Git 的历史读不出来（可能复制得不完整），修改记录里只有 changes 写的。请运行 git fsck 看一看。",
    "shallow": "Git 里只有最近的历史（浅克隆），更早的修改没有列进修改记录。要全部的，请运行 git fetch --unshallow。",
}
"""What a build says of the history that it reads from Git."""
