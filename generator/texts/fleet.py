"""The words of a fleet (大厅群): the list of its halls, and what its commands tell."""

from typing import Literal

FLEET: dict[str, str] = {
    "settings_first": "请先改好 fleet.yml；什么都没有生成。",
    "no_fleet": "{name} 里没有 fleet.yml。请在大厅清单所在的文件夹里运行，或者用 -C 指明文件夹。",
    "between": "、",
    "unknown_hall": "fleet.yml 里没有大厅{id}。现有：{known}。",
    "which_hall": "这是几个大厅的文件夹。请用 --hall 编号 写明是哪个大厅。现有：{known}。",
    "hall": "大厅群里的哪个大厅",
    "check": "检查每个大厅，不生成网站。\n\n大厅和各层内容写在 fleet.yml 里。",
    "build": "生成每个大厅的网站。\n\n没有变化的大厅不动；一个大厅有错，它的网站保持原样，别的照样生成。",
    "status": "上次生成以后，哪些大厅有错、哪些要重做、哪些张贴要重印。",
    "only": "只做这个大厅，可以写几次；默认是全部。",
    "workers": "同时做几个；默认按处理器的核数。",
    "scheduler": "交给 Dask 集群去做，如 tcp://10.0.0.5:8786。",
    "store": "与集群共用的存储：文件夹，或者 s3://桶/路径。",
    "json": "逐个大厅输出 JSON，一行一个。",
    "posters": "海报：changed 只重做有变化的（默认），all 全部重做，none 不做。",
    "published": "{hall}：已更新，{pages}个页面",
    "same": "{hall}：没有变化",
    "checked": "{hall}：{problems}",
    "failed": "{hall}：没有生成，网站保持原样",
    "failed_check": "{hall}：有错误",
    "not_built": "{hall}：还没有生成过",
    "to_build": "{hall}：内容或者日期变了，要重新生成",
    "died": "处理这个大厅的进程几次中断，可能是内存不够。其他大厅不受影响；请单独再做一次：gongshi fleet build --only {id}",
    "unforeseen": "程序在处理这个大厅时出错（{reason}）。其他大厅不受影响；请把这一行告诉维护的人。",
    "summary": "共{halls}个大厅：更新{published}个，没有变化{same}个，没有生成{failed}个。用时{seconds}秒。",
    "summary_check": "共{halls}个大厅：{failed}个有错误。用时{seconds}秒。",
    "approving": "【{halls}】",
    "unmade": "网站已更新，但是 {channel} 没有做成，保持原样：",
    "of_hall": "{hall}：{line}",
    "journal_begun": "{hall}：档案已经开始，下一次 gongshi fleet build 以后就有第一次记录。",
    "overview": "-all",
    "overview_done": "汇总页面：{folder}，{halls}个大厅。",
    "overview_unknown": "汇总页面里还没有：{halls}。",
    "overview_failed": "汇总页面没有更新：{reason}",
    "no_extra": '请先安装集群要用的部分：pip install "gongshi[fleet]"',
    "no_cluster": "连不上集群 {address}（{reason}）。请核对地址，并确认 dask scheduler 和 dask worker 已经启动。",
    "no_address": "集群的地址应写成 tcp://主机:端口，实际为 {address}。",
    "cluster_gone": "集群中途断开了。已经送到的网站都是完整的；请重新启动 dask scheduler，再运行一次，只会做剩下的大厅。",
    "no_store": "打不开存储 {store}（{reason}）。请核对地址和环境变量里的密钥。",
    "broken_store": "存储里的内容不全，或者被改动过。请再运行一次。",
    "other_program": "集群上的程序与这里的不是同一个版本。请在每台机器上安装同一个版本。",
}
"""What the commands tell."""

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "fleet/no-halls": ("error", "没有写大厅（halls）。", "halls: [{{id: …, folder: halls/…, address: https://…}}]"),
    "fleet/sites": ("error", "sites 应为本文件夹里的一个文件夹，实际为{value}。", "sites: sites"),
    "fleet/repeated": ("error", "编号{id}写了两次。请改一个。", ""),
    "fleet/no-folder": ("error", "没有文件夹{value}。请从 fleet.yml 所在的文件夹写起，先取到本机。", ""),
    "fleet/unknown-layer": ("error", "layers 里没有{value}。现有：{known}。", ""),
    "fleet/unknown-channel": ("error", "没有{value}这一种。可以写：{known}。", ""),
    "fleet/same-address": ("error", "网址与大厅{other}的相同。每个大厅要有自己的网址。", ""),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""
