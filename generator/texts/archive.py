"""What the site said, and the proof of it: words about the journal, packages, signatures and time stamps."""

COMMANDS: dict[str, str] = {
    "keep": "开始记：新建 archive 文件夹，生成一次网站并记下。以后每次 gongshi build 有变化都会自动记下。",
    "at_out": "把那个文件原样写到这里。",
}
"""What the commands say of themselves."""

JOURNAL: dict[str, str] = {
    "kept": "档案：已记下第 {number} 次发布（{at}）。",
    "removed": "档案：{count} 个旧文件到期撤下，内容已从 archive 里删去，只留校验值和日期。",
    "unreadable": "档案文件 archive/{name} 读不懂，可能损坏了或者有人改过。请从备份里取回原来的 archive 文件夹。",
    "broken_chain": "档案记录 archive/publications/{name} 和前一次接不上：有记录被改过、删过，或者缺了。请从备份里取回原来的 archive 文件夹。",
    "no_list": "第 {number} 次发布的文件清单不在 archive/objects 里，或者损坏了。请从备份里取回原来的 archive 文件夹。",
    "clock_back": "这台电脑的时间比上一次记下的（{last}）还早，这次发布没有记进档案，网站不受影响。请校准电脑的时间，再运行 gongshi archive keep。",
    "changed": "网站的文件 {address} 和生成时不一样，这次发布没有记进档案。请重新运行 gongshi build。",
    "none": "还没有档案。请先运行 gongshi archive keep，从那以后才有记录。",
}
"""What is told of the journal."""

SAID: dict[str, str] = {
    "was": "{address}：第 {number} 次发布（{public}）时的内容。",
    "nothing": "{address}：第 {number} 次发布（{public}）时，网站上没有这个网址。",
    "since": "从 {at} 起是这样。",
    "since_begin": "从 {at} 起是这样；那是档案的开头，之前怎样没有记录。",
    "until": "到 {at} 为止。",
    "until_now": "到最后一次记录为止都是这样。",
    "hash": "校验值（SHA-256）：{hash}",
    "gone_until": "到期已按规定撤下，{day} 起不再保存内容。",
    "gone_withdrawn": "已按规定撤下，{day} 起不再保存内容。",
    "gone_retention": "保存期限已满，{day} 起不再保存内容。",
    "damaged": "内容在档案里找不到，或者损坏了。请从备份里取回原来的 archive 文件夹。",
    "before": "档案从 {at} 开始，在这之前网站说了什么，没有记录。",
    "file": "内容在 {path}。",
    "exists": "{name} 已经有了，没有覆盖。请换一个文件名。",
    "binary": "这不是文字，请用 --out 写成文件再看。",
    "bad_moment": "{typed} 不是日期。写 2026-05-03，或者 '2026-05-03 10:30'。",
}
"""What ``gongshi at`` tells."""
