"""What the site said, and the proof of it: words about the journal, packages, signatures and time stamps."""

COMMANDS: dict[str, str] = {
    "keep": "开始记：新建 archive 文件夹，生成一次网站并记下。以后每次 gongshi build 有变化都会自动记下。",
    "key": "生成大厅的密钥，以后做的归档包都用它签名。私钥怎样加密，生成以后会说。",
    "verify": "核对归档包：每个字节、目录、签名、时间戳，哪个文件不对就说哪个。",
    "verify_key": "大厅公布的公钥；不写，用包里自带的。",
    "certificate": "时间戳服务的根证书。",
    "stamp": "给归档包盖时间戳：证明这个包在那个时候已经是这样。",
    "request": "不联网：把请求写成这个文件（.tsq），拿去换时间戳。",
    "response": "不联网：收下换回来的这个文件（.tsr）。",
    "expire": "删去到期的内容：已撤下的、保存天数满了的；归档包只提醒，不自动删。",
    "expire_delete": "删除这个归档包，可以写几次；只删保管期限满了的，或者里面有后来撤下的内容的。",
    "at_from": "从这个归档包里查，不用项目的记录。",
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
    "proof": "归档包 {name} 里有这次发布：",
    "no_proof": "还没有归档包能证明这一点：那个时期结束以后，用 gongshi archive --period 做一个。",
    "binary": "这不是文字，请用 --out 写成文件再看。",
    "bad_moment": "{typed} 不是日期。写 2026-05-03，或者 '2026-05-03 10:30'。",
}
"""What ``gongshi at`` tells."""

CLASSES: dict[str, str] = {
    "services": "办事指南",
    "regulations": "规章制度",
    "notices": "公示公告",
    "results": "办理结果",
    "disclosures": "公开事项",
    "posters": "张贴件",
    "data": "开放数据",
    "pages": "其他网页",
    "records": "张贴记录",
    "program": "程序文件",
}
"""The classes of a catalogue, in its order. Files of the program have no number."""

CODES: dict[str, str] = {"永久": "Y", "30年": "D30", "10年": "D10"}
"""Retention periods, and their codes in a number."""

COLUMNS: tuple[tuple[str, float], ...] = (
    ("序号", 6), ("档号", 26), ("责任者", 20), ("题名", 36), ("日期", 11), ("页数", 6), ("保管期限", 9), ("类别", 10), ("公开起", 19),
    ("公开止", 19), ("网址", 34), ("字节", 10), ("SHA-256", 34), ("位置", 34), ("备注", 24),
)  # fmt: skip
"""The columns of a catalogue, and how wide they are."""

ITEMS: dict[str, str] = {
    "sheet": "归档文件目录",
    "gone": "已按规定撤下（{day}）",
    "limited": "公示到 {day} 为止，不放进归档包",
    "expired": "记录的保存天数已满（{day}），做包的时候已经没有",
}
"""Words of a catalogue."""

BAG: dict[str, str] = {
    "changed": "{path}：内容和清单不一样，被改过或者损坏了。",
    "missing": "{path}：清单里有，文件不见了。",
    "unexpected": "{path}：清单里没有这个文件，是后来放进去的。",
    "tags": "包的说明文件（bagit.txt、bag-info.txt、清单）不对",
    "invalid": "不是完好的 BagIt 包：{why}",
}
"""What is wrong with a bag."""

PACKAGE: dict[str, str] = {
    "title": "{name}网站归档文件目录（{period}）",
    "made": "归档包已做好：{path}，{files} 个文件，目录 {items} 件，其中 {without} 件不含内容（已撤下或者有公示期限）。",
    "no_fonds": "site.yml 的 archive 里没有写全宗号（fonds），目录里没有编档号。",
    "unsigned": "没有签名：先用 gongshi archive key 生成密钥，以后做的包就会签名。",
    "exists": "归档包 {name} 已经有了。归档包只写一次，不覆盖；要重做，请先核实，再用 gongshi archive expire --delete {name} 删除。",
    "not_over": "{period} 还没有结束（到 {day}），归档包只写一次，请在结束以后做。",
    "nothing": "{period} 没有发布的记录。档案是从 gongshi archive keep 那天开始记的。",
    "lost": "{address} 的内容在 archive/objects 里找不到，或者损坏了，没有做归档包。请从备份里取回原来的 archive 文件夹。",
    "no_package": "{name} 不是归档包，或者它的目录（data/catalogue.json）损坏了。",
    "no_library": '归档要用的 {library} 没有安装。请运行：pip install "gongshi[archive]"',
}
"""What is told of packages."""

KEYS: dict[str, str] = {
    "made": "密钥已生成：{private}（私钥，只放在这台电脑和保险柜里的备份上，不给别人）和 {public}（公钥，可以公布）。指纹：{fingerprint}",
    "plain": "私钥没有加密。要加密，先设置环境变量 GONGSHI_KEY_PASSWORD，再生成。",
    "exists": "{name} 已经有了，没有覆盖：旧的密钥丢了，以前的签名就再也证明不了。",
    "needs_password": "私钥是加密的。请先设置环境变量 GONGSHI_KEY_PASSWORD。",
    "no_password": "私钥没有加密，但是设置了 GONGSHI_KEY_PASSWORD。请去掉这个环境变量，或者重新确认是不是这把私钥。",
    "wrong_password": "私钥打不开：GONGSHI_KEY_PASSWORD 不对，或者文件损坏了。",
    "bad_private": "私钥文件读不懂：应为 gongshi archive key 生成的 Ed25519 私钥。",
    "bad_certificate": "证书文件读不懂：应为 PEM 或 DER 格式的证书。",
}
"""What is told of keys."""

VERIFIED: dict[str, str] = {
    "sound": "{name}：完好，{count} 个文件每个字节都和清单一样，目录一致。",
    "catalogue_path": "{path}：目录里有这一件，文件不见了，或者不是它。",
    "catalogue_unlisted": "{path}：不在目录里。",
    "catalogue_table": "{path}：和 data/catalogue.json 说的不一样。",
    "signed": "签名正确，是指纹 {fingerprint} 的密钥签的。",
    "own_key": "这把公钥是包里自带的：请和大厅公布的指纹对一下，或者用 --key 给出公钥。",
    "unsigned": "没有签名。",
    "no_signature": "signature.txt：包里写明有签名，签名文件不见了。",
    "bad_signature": "signature.txt：签名不对，清单被改过，或者不是这把密钥签的。",
    "bad_key": "{name}：不是 Ed25519 公钥，签名没有核对。",
    "other_key": "包里写的是指纹 {found} 的密钥，给出的是 {given}：不是同一把。",
    "no_signing_key": "signing-key.pem：公钥不见了，签名没有核对。",
    "stamped": "时间戳正确：{at} 以前就是这样。",
    "stamp_unchecked": "有时间戳（{at}）。要核对是谁盖的，请用 --certificate 给出时间戳服务的根证书。",
    "no_stamp": "没有时间戳。",
    "bad_stamp": "{name}：时间戳不对（{why}）。",
}
"""What ``gongshi archive verify`` tells."""

STAMPS: dict[str, str] = {
    "refused": "时间戳服务没有盖（状态 {status}）",
    "unreadable": "文件读不懂，不是时间戳服务的回复",
    "other": "盖的不是这个包的清单",
    "not_trusted": "不是给出的证书那里盖的，或者文件被改过",
    "asked": "请求已写在 {path}。拿到能上网的电脑上，用时间戳服务换回一份 .tsr 文件，再运行 gongshi archive stamp {package} --response 文件。",
    "done": "时间戳已放在 {path}：{at} 以前就是这样。",
    "unproved": "没有给出证书（--certificate），是谁盖的没有核对。",
    "exists": "{name} 已经有了，没有覆盖。",
    "no_service": "没有设置时间戳服务。请在 site.yml 的 archive 里写 time_service，或者用 --request 和 --response 以文件来换。",
    "not_taken": "没有收下：{why}。",
    "too_long": "回复太长",
    "unreachable": "时间戳服务没有回答（{why}）。归档包不受影响，请以后再运行一次，或者用 --request 和 --response 以文件来换。",
}
"""What is told of time stamps."""

EXPIRY: dict[str, str] = {
    "forgotten": "档案：保存满 {days} 天的记录已删去 {count} 次发布。",
    "due": "归档包 {name}：{why} 请运行 gongshi archive expire --delete {name}。",
    "withdrawn": "里面有 {count} 个文件后来按规定撤下了（如 {first}），不能再给人看；删除以后可以重新做，重做的不含它们。",
    "over": "保管期限到 {day} 已满。按档案管理制度鉴定、报批以后再删。",
    "may_not": "归档包 {name} 的保管期限没有满，里面也没有后来撤下的内容，没有删除。",
    "none": "没有 {name} 这个归档包。",
    "deleted": "归档包 {name} 已删除。",
}
"""What is told of what expires."""
