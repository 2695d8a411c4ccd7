"""Words of the articles for an official account of WeChat (微信公众号), and of the pages from which they are copied."""

ARTICLE: dict[str, str] = {
    "figure": "图{number}　{title}",
    "figure_part": "图{number}　{title}（{part}/{parts}）",
    "alt": "{title}，共{rows}行，各栏是：{columns}。",
    "insert": "【在这里插入图片 {file}，然后删掉这一行】",
    "scan": "长按识别二维码，看网页上的最新内容",
    "code_alt": "二维码：{url}",
    "text": "正文",
    "over": "{hall}　{kind}",
    "too_many": "可以逐件公布的有 {count} 件，在网页上查，扫下面的二维码。",
}
"""In an article and on its pictures."""

KINDS: dict[str, str] = {
    "services": "办事指南",
    "regulations": "规章制度",
    "results": "办理结果公示",
    "bundles": "一件事",
}
"""What an article is, by the kind of its record; notices and disclosures have words of their own."""

DIGESTS: dict[str, str] = {
    "guide": "在{hall}办“{name}”要带什么、怎么办、多久办好，看这一篇。",
    "fact": "{label}：{words}。",
    "posted": "{issuer}发布{kind}。",
    "disclosed": "公示时间是{since}至{until}。",
    "results": "{since}至{until}的办理结果：{figures}。",
    "figure": "{label}{value}",
    "regulation": "{issuer}制定，共{count}条。",
    "effective": "自{day}起施行。",
    "repealed": "《{title}》已经废止。",
    "state": "“{name}”{state}{since}。",
    "since": "（自{day}起）",
    "list": "：",
    "window": "“{name}”窗口办理：{done}。",
}
"""Sentences of summaries, and the sign at the end of a text behind which a list begins."""

SIGNS: dict[str, str] = {
    "sentence": "。！？།؟۔",
    "closing": "”』」）》",
    "clause": "，、；：,;: ་،؛",
    "number": "0-9A-Za-z.,:：/%+\\-－—〔〕\\[\\]（）()年月日时分元件天个第号",
}
"""Signs at which a text may be cut, also in Tibetan and Uyghur, and what belongs to a number, a day, an amount and must not be."""

GONE: dict[str, str] = {
    "taken_down": "{day} 是最后一天",
    "names": "姓名只能公布到 {day}，删除后用现在的内容重发",
    "withdrawn": "{day} 已撤下",
    "rows": "{day} 撤下了其中的办件，删除后用现在的内容重发",
    "state": "现在是“{state}”",
}
"""Why something that was published before has to be deleted."""

PAGE: dict[str, str] = {
    "title": "公众号文章",
    "internal": "给发文的人用，不对外",
    "day": "{day} 生成",
    "lead": "一条内容一篇文章，新的在前。点开一篇，按页面上的步骤复制、粘贴到公众号后台。",
    "gone": "以前发过的，要到公众号后台删除",
    "gone_lead": "公众号文章不会跟着网站自己撤下。下面这些如果发过，请到“发表记录”里删除；没有发过的不用管。",
    "gone_none": "今天没有要删除的。",
    "articles": "可以发的文章",
    "article": "文章",
    "article_title": "标题",
    "kind": "类型",
    "dated": "日期",
    "until": "撤下日",
    "no_until": "不用撤",
    "unset": "内容里没写",
    "why": "原因",
    "held": "还不能发",
    "held_lead": "这些内容有缺项，或者图片做不出来；发出去的文章改不了，补齐、改好以后再生成。"
    "缺什么，用 gongshi gaps 看；图片为什么做不出来，生成的时候说了。",
    "filter": "找文章",
    "count": "共{count}篇",
    "back": "全部文章",
    "steps": "怎么发",
    "author": "作者",
    "digest": "摘要",
    "characters": "{count}字",
    "long_title": "公众号标题可能限32个字，这个标题有{count}个字；后台不让保存时，改短再发。",
    "until_told": "这一篇挂到 {day}。第二天请到公众号后台“发表记录”里删除，公众号不会自己撤下。",
    "copy_title": "复制标题",
    "copy_author": "复制作者",
    "copy_digest": "复制摘要",
    "copy_body": "复制正文",
    "copied": "已复制，到公众号后台粘贴",
    "failed": "浏览器不让复制：请选中下面的文字，按 Ctrl+C",
    "step_pictured": "这一篇还没有封面、长图和二维码，编号是 {id}。要发的话，先运行 gongshi build --wechat，后面空一格写上这个编号，再重新打开这一页。",
    "step_new": "打开公众号后台，新建图文。",
    "step_title": "复制标题、作者和摘要，贴到各自的框里。",
    "step_body": "复制正文，在编辑框里粘贴（Ctrl+V）。",
    "step_pictures": "粘贴后有{count}行“【在这里插入图片…】”：逐行换成下面对应的图片，删掉那一行。公众号不收粘贴来的图片，要从电脑上传。",
    "step_cover": "封面上传 cover.png（900×383）。",
    "step_preview": "先发预览到自己手机看一遍，再群发。",
    "step_until": "记下撤下日：{day}。",
    "files": "图片",
    "cover": "封面",
    "cover_alt": "封面：{title}",
    "long": "长图，可以直接发到微信群",
    "code": "二维码，放在文章最后",
    "save": "点开图片，右键“另存为”；或者直接在这个文件夹里找。",
    "preview": "手机上的样子",
    "words": "图里的文字",
}
"""The pages for whoever publishes."""

BUILD: dict[str, str] = {
    "help": "另做一个给公众号用的文件夹：每条内容一篇文章，双击 index.html 打开，一键复制。最新的8篇带封面、长图和二维码；别的要发时写上编号，可以写几次。",
    "unknown": "没有可以发的文章：{ids}。编号是内容文件的文件名（不带 .yml），能发的见 index.html。",
    "done": "公众号文章已做好：{folder}，{count}篇。双击里面的 index.html 打开。",
    "gone": "有{count}条以前可能发过的内容要到公众号后台删除，见 index.html 最上面。",
    "until": "最早的一篇只能挂到 {day}：到期要在公众号后台手工删除。",
}
"""Said when the folder is made."""
