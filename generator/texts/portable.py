"""Words about copies of a site that work without a server, and about reading offline."""

PORTABLE: dict[str, str] = {
    "help": "另做一份不用服务器的副本：放进U盘或者共享文件夹，双击 index.html 就能看（一个文件夹和一个 ZIP）。",
    "done": "副本已做好：{folder}，压缩包 {archive}。双击里面的 index.html 打开。",
    "until": "副本里有公示和结果，最早的一项只能挂到 {day}：请在那天之后重新生成，换掉发出去的旧副本。",
    "stand": "这是 {day} 做的副本，不会自己更新；内容以网站和大厅为准。",
    "changed": "网站的文件 {address} 和生成时不一样。请重新运行 gongshi build --portable。",
    "long_name": "{address}：文件名连同文件夹超过 {most} 个字符，Windows 的U盘上可能打不开。请把编号（文件名）改短",
    "odd_name": "{address}：文件名里有 Windows 不允许的字符或者名称。请改名",
}
"""Said when a portable copy is made, and on every page of it."""
