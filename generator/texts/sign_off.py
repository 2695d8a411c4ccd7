"""Words about sign-off (三审三校): who has still to look at what, and what ``gongshi approve`` tells."""

from typing import Literal

CHECKS: dict[str, tuple[Literal["error", "gap", "reminder"], str, str]] = {
    "sign-off/changed": ("reminder", "改过，还没有经过{roles}；网站上仍是{day}批准的版本。看过以后运行 gongshi approve {record} --role {role}。", ""),
    "sign-off/withdrawn": ("reminder", "写了要撤下的不等批准，生成网站就撤下；其余的改动还没有经过{roles}，网站上别的仍是{day}批准的版本。看过以后运行 gongshi approve {record} --role {role}。", ""),
    "sign-off/new": ("reminder", "新写的，还没有经过{roles}，没有上网。看过以后运行 gongshi approve {record} --role {role}。", ""),
    "sign-off/none": ("error", "开了三审三校，还没有一项内容批准齐全：现在生成，网站就空了，所以不生成，原来的网站还在。请先运行 gongshi approve --role {role}，各个角色依次看过、批准。", ""),
    "sign-off/waits": ("reminder", "里面有 {service}，它还没有批准上网，所以这一项先不上网。请先批准它。", ""),
    "sign-off/no-copy": ("reminder", "已经全部批准，但是批准的版本还没有存进 approved。请运行 gongshi approve {record} --role {role}。", ""),
    "sign-off/tampered": ("error", "approvals.yml 里没有{roles}对这个文件的批准：它批准以后被改过，或者登记被删了。请恢复原来的文件或登记；要先从网站上撤下，就删去这个文件。", ""),
    "sign-off/role-added": ("error", "approvals.yml 里还没有{roles}对它的批准，以前批准的版本也不全，网站先不更新。角色是后来加的，看过以后运行 gongshi approve {record} --role {role}；登记被删了的，请恢复登记。", ""),
    "sign-off/row": ("error", "这里写得不对。一次批准写四项，由 gongshi approve 登记：record 内容、hash 校验值、role 审核角色、day 批准日期。不写姓名。", "{{record: services/linshi-jiuzhu, hash: 校验值, role: 审核角色, day: 2026-01-31}}"),
    "sign-off/role": ("error", "审核角色不在 site.yml 的 sign_off 里（现有：{roles}）。只写角色，不写姓名。", "role: {role}"),
    "sign-off/record": ("reminder", "没有这项内容：编号写错了，或者文件已经删去。写错的请改正，如 services/linshi-jiuzhu；没有用的请删去。", ""),
}  # fmt: skip
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

SIGN_OFF: dict[str, str] = {
    "day": "{day.year}年{day.month}月{day.day}日",
    "between": "、",
    "new": "—— {record} 《{name}》：新写的，写了 {count} 项 ——",
    "changed": "—— {record} 《{name}》：和批准过的版本相比，改 {count} 处 ——",
    "same_version": "—— {record} 《{name}》：和批准过的版本一样 ——",
    "same_fields": "  内容没有变，改的是批注、空行或者写法",
    "table": "  表格：去掉 {gone} 行，添上 {added} 行，现有 {count} 行",
    "then_others": "  {role}以后，还要经过{roles}，才上网",
    "then_online": "  {role}以后，再生成网站就上网",
    "left_out": "{record} 有错误，这次不批准。请先运行 gongshi check，改正以后再批准。",
    "nothing": "没有等着{role}的内容。",
    "ask": "以{role}的名义批准这 {count} 项吗？",
    "done": "已登记 {count} 项的{role}。",
    "done_online": "其中 {online} 项已经全部批准，再生成网站就上网。",
    "off": "没有开三审三校。要开，在 content/site.yml 里写 sign_off: {roles: [初审, 复审, 终审]}。",
    "no_role": "这不是 site.yml 的 sign_off 里的审核角色（现有：{roles}）。只写角色，不写姓名。",
    "no_record": "没有 {name} 这项内容。请写文件夹和编号，如 services/linshi-jiuzhu。",
    "not_yet": "{record} 还没有经过{roles}，轮不到{role}。",
    "changed_meanwhile": "{path} 刚刚有人改过，没有登记。请再运行一次，看过改动再批准。",
    "unwritable": "{path} 里没法添上一行，没有登记。请先运行 gongshi check，照提示改正。",
    "not_approved": "没有批准，什么也没有登记。",
}  # fmt: skip
"""Parts of these messages, and what is told while somebody approves."""
