"""Words of ``gongshi build --embed``: what it tells, and the page that shows how to embed."""

FRAGMENTS: dict[str, str] = {
    "help": "另做一份嵌入县网站用的：每页一个不带页头页脚的片段，放在一个文件夹里（设置写在 site.yml 的 channels）。",
    "done": "嵌入用的文件已做好：{folder}，共 {pages} 页。先打开里面的 include.html，照着交给县网站的管理员。",
    "elsewhere": "没有写 site_url，这几页不在县网站上，搜索时也不显示：{titles}",
    "include_title": "怎样嵌入县网站",
    "include_lead": "三种嵌入方法，选一种就行，由县网站的管理员来做。整个文件夹先上传到网站服务器上；内容更新以后，重新上传整个文件夹。",
    "include_frame": "三、框架，高度自动调整",
    "include_frame_text": "把下面的代码放进栏目页面。网站不让放脚本的，只放第一行，高度就是固定的。下面是实际效果。",
    "include_paste": "一、片段，直接放进页面",
    "include_paste_text": "每一页的文件夹里都有 fragment.html（如 services/fragment.html），把它的内容放进页面。样式和脚本在整个网站里引用一次：",
    "include_no_links": "还没有写各页在县网站上的网址，片段里通向别的页面的链接会打不开。先问好网址，写进 site.yml 的 channels"
    "（embed 的 link），再生成一次。用框架的，不用写。",
    "include_list": "二、由县网站的程序读取",
    "include_list_text": "embed.json 列出每一页的标题、路径、栏目、日期、片段的位置，以及政府网站页面应有的标签。",
    "include_files": "上传以后的网址",
}
"""Told at the terminal, and written in include.html."""
