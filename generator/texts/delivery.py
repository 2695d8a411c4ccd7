"""Words of publishing a site elsewhere: what is done, what was found, and why it failed."""

HELP: dict[str, str] = {
    "overview": "几个大厅一起的，发布汇总页面。",
    "dry_run": "只列出要传、要撤的，什么也不动。",
    "verify": "不发布，只核对那里的文件和清单是否一致；目的地也可以写网址（https://…）。有不一致时退出码为 1。",
    "take_over": "目的地里已有别的文件时也发布进去；那些文件不会动，同名的换掉。",
    "purge_list": "把变了的和撤下的网址写进这个文件，一行一个，拿去刷新网站前面的缓存（内容分发）。",
}
"""Help of the options."""

VERIFIED: dict[str, str] = {
    "missing": "少了 {address}",
    "changed": "不一样 {address}",
    "still_there": "该撤下的还在 {address}",
    "wrong": "{name} 和清单不一致：少了 {missing} 个，不一样 {changed} 个，该撤下的还在 {left} 个。请重新发布；前面有缓存的，刷新缓存。",
    "newer": "本机的网站在上一次发布以后重新生成过，还没有发布，所以会有不一样的。",
    "right": "{name} 和{manifest}一致：{count} 个文件都在，内容一样，撤下的都不在了。",
    "own": "本机网站的清单",
    "theirs": "那里记着的清单",
}
"""What a comparison found."""

TOLD: dict[str, str] = {
    "overview_or_hall": "--overview 和 --hall 只能写一个：要么发布汇总页面，要么发布一个大厅的网站。",
    "overview_no_address": "没有汇总页面：fleet.yml 里写了 address（汇总页面的网址），gongshi fleet build 才做。",
    "done": "已发布到 {name}：新增 {new} 个文件，更新 {changed} 个，撤下 {removed} 个，共传送 {size}。每个都读回来核对过。",
    "nothing": "{name} 和网站一样，没有要传的，也没有要撤的。",
    "strange": "那里还有 {count} 个不是本程序放的文件，没有动，例如 {examples}。",
    "plan": "如果发布到 {name}：新增 {new} 个文件，更新 {changed} 个，撤下 {removed} 个，共传送 {size}。什么也没有动。",
    "plan_new": "新增 {address}（{size}）",
    "plan_changed": "更新 {address}（{size}）",
    "plan_removed": "撤下 {address}",
    "plan_foreign": "那里有别的文件，也没有本程序的清单；真要发布进去，请加上 --take-over。",
    "purge": "要刷新的网址 {count} 个，已写进 {file}。",
    "purge_no_address": "mkdocs.yml 里没有 site_url，写的是相对的地址。",
    "resumed": "上一次发布没有做完，这一次接着做完了。",
}
"""What was done, or would be."""

FRESH: dict[str, str] = {
    "unknown": "不知道网站是哪一天生成的，里面可能有该撤下的，什么也没有发布。请先运行 gongshi build，再发布。",
    "too_old": "网站是 {day} 生成的，里面有后来到期、该撤下的，什么也没有发布：",
    "gone": "  {record}：只能公开到 {day}",
    "build": "请先运行 gongshi build，再发布。",
    "other_day": "注意：网站是 {day} 生成的，不是今天的；没有到期该撤下的。要今天的，请先运行 gongshi build。",
}
"""What is told of a site that was built on another day."""

FAILURES: dict[str, str] = {
    "again": "没有发布完。那里没有半个文件，旧的网页还能看；再运行一次就接着做。",
    "no_site": "{name} 里还没有生成好的网站。请先运行 gongshi build。",
    "site_changed": "网站的文件 {address} 和生成时不一样，什么也没有发布。请重新运行 gongshi build，再发布。",
    "list_failed": "读不到 {name} 里有什么：{reason}。请检查地址和权限。",
    "read_failed": "从 {name} 读不回 {address}：{reason}。",
    "write_failed": "写不进 {name} 的 {address}：{reason}。",
    "not_verified": "写进 {name} 的文件读回来不一样：{addresses}。可能有别的程序在改，或者磁盘、服务器有故障。",
    "overtaken": "另一个发布也在往 {name} 传文件，这一个停下了。请等那一个做完，再运行一次，核对刚才传的。",
    "foreign": "{name} 里已经有 {count} 个文件（例如 {one}），不是本程序放的。请换一个空的地方；"
    "确定就是放在这里的，加上 --take-over：已有的文件不会动，同名的换掉。",
    "still_online": "有 {count} 个文件要从 {name} 撤下，试了几次都没有成功，外面还看得到：",
    "still_online_one": "{address}：{reason}",
    "still_online_then": "请让管理员手工删除，或者排除原因以后再运行一次：下一次发布先撤这些。",
    "inside": "目的地 {name} 在网站或者内容的文件夹里，或者包着它们，不能发布到那里。请换一个文件夹。",
    "no_target": "不认识的目的地：{scheme}。可以写：文件夹、sftp://、s3://、git:、portal:；只核对时还可以写 https://。",
    "unc": "以 \\\\ 开头的共享文件夹只有 Windows 认得。请先把它挂载成文件夹，再写那个文件夹。",
    "no_manifest": "没有可以核对的清单：这里没有生成好的网站，{name} 也读不到上一次发布的清单。请在项目文件夹里运行。",
    "password": "目的地里写了密码或令牌。写在命令里的会留在记录里，所以不用它；请从目的地里删去，并换掉那个密码。{instead}",
    "no_bucket": "对象存储的目的地要写存储桶：s3://存储桶/前缀。",
    "no_keys": "没有对象存储的密钥：请设置环境变量 {names}（以及 AWS_ENDPOINT_URL、AWS_REGION），不要写在命令或者文件里。",
    "no_host": "SFTP 的目的地这样写：sftp://用户@服务器/路径，端口不是 22 的写成 服务器:端口。",
    "unknown_host": "还不认识服务器 {host}，没有连接。请先在终端里运行 ssh {where}，向管理员核对它的指纹"
    "（{fingerprint}），一样就输入 yes；以后就认识了。",
    "other_host": "服务器 {host} 的身份和以前不一样，没有连接：可能换了机器，也可能有人冒充。请问管理员；确实换了，"
    "就从 ~/.ssh/known_hosts 里删去它的那一行，再用 ssh 连接一次。",
    "no_login": "登录不了服务器 {host}：没有它认识的密钥。请用 ssh-agent，或者把密钥放进 ~/.ssh，并请管理员登记公钥。",
    "remove_failed": "从 {name} 撤下 {address} 的时候断了：{reason}。",
    "no_branch": "Git 的目的地这样写：git:仓库的位置#分支，例如 git:git@example.com:hall/pages.git#gh-pages。",
    "push_failed": "推不上 {name}：{reason}。",
    "not_pushed": "{name} 没有接受：{reason}。如果仓库不许覆盖（强制推送），请让管理员对这个分支放开：每次发布是一个没有历史的提交，撤下的内容才不会留在旧提交里。",
    "no_package": "门户的包是一个 ZIP 文件：portal:文件.zip。",
    "other_package": "{name} 已经存在，不是本程序做的包，没有动它。请换一个名字。",
    "only_verify": "网址只能核对，不能发布到那里。请加上 --verify，或者写能写入的目的地。",
    "no_extra": '这种目的地要另外安装：{packages}。请运行 pip install "gongshi[publish]"，再试一次。',
}
"""Why a site was not published, and what to do."""

REASONS: dict[str, str] = {
    "PermissionDeniedError": "没有权限",
    "UnauthenticatedError": "密钥不对，或者过期了",
    "NotFoundError": "没有这个地方",
    "NotGitRepository": "那里没有仓库",
    "HTTPUnauthorized": "没有登录，或者密码（令牌）不对",
    "FileNotFoundError": "没有这个地方",
    "TimeoutError": "对方没有回答",
    "ConnectionRefusedError": "对方不接受连接",
    "ConnectionError": "连接不上",
    "ConnectionResetError": "连接断了",
    "EOFError": "连接断了",
}
"""Kind of error of a library -> what it means."""

PACKAGE: dict[str, str] = {
    "about_file": "说明.txt",
    "about": "site 文件夹：网站的全部文件，原样放到网站的文件夹里，同名的换掉。\n"
    "removed.txt：要从网站上删除的文件，一行一个。请先放文件，再删除；撤下的公示必须删除。\n"
    "manifest.json：site 里每个文件的 SHA-256 和字节数，放好以后可以核对。\n",
}
"""What stands in a portal's package."""

INSTEAD: dict[str, str] = {
    "sftp": "SFTP 用密钥登录：ssh-agent，或者 ~/.ssh 里的密钥。",
    "s3": "对象存储的密钥写在环境变量 AWS_ACCESS_KEY_ID 和 AWS_SECRET_ACCESS_KEY 里。",
    "git": "Git 的令牌写在环境变量 GONGSHI_GIT_USERNAME 和 GONGSHI_GIT_PASSWORD 里，或者由 git 存在 ~/.git-credentials。",
    "web": "核对公开的网址不用密码。",
}
"""Scheme -> where credentials come from instead."""
