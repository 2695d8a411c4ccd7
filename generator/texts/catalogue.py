"""What importing and exporting services says."""

CATALOGUE: dict[str, str] = {
    # --- the summary of an import ------------------------------------------------------------------------------------
    "read": "读到 {count} 件事项：新建 {new}，改动 {changed}，没有变化 {same}。",
    "files": "表里有 {count} 个文件的内容：新建 {new}，改动 {changed}，没有变化 {same}。",
    "nothing": "没有变化，什么也不用写。",
    "new_head": "—— 新建 ——",
    "new_one": "  {path} 《{name}》（{place}）：写明 {count} 项{missing}",
    "missing": "，待补充：{titles}",
    "and_more": "  ……还有 {count} 个，写入后可在文件夹里查看。",
    "changed_head": "—— {path} 《{name}》（{place}）：改 {count} 处，{same} 项没有变化 ——",
    "added_field": "  {field}：添上 {new}",
    "removed_field": "  {field}：删去 {old}",
    "changed_field": "  {field}：{old} 改为 {new}",
    "group": "{title}（{count} 项）",
    "groups": "{count} 条",
    "item": "第{number}条",
    "presumed": "来源没有写办理状态的新事项有 {count} 件，将写成“在办”。已经停办的，请先在来源里加一列“办理状态”。",
    "doubts_head": "下面 {count} 处没有导入，需要您来定：",
    "several": "  《{name}》（{place}）：可能是其中的一件：{others}。请在来源里写上实施编码，或写上与其中一件完全相同的名称。",
    "twice": "  《{name}》（{place}）：与 {first} 是同一件事项，但{fields}不同。请在来源里合成一处，或者各写上自己的实施编码。",
    "conflicts_head": "下面 {count} 个文件在导出以后有人改过，表里也改了，没有导入：",
    "conflict": "  {path}：表里改的是：{fields}。请先重新导出，在新的表里再改一次。",
    # --- questions and answers ---------------------------------------------------------------------------------------
    "ask": "写入以上变化吗？",
    "ask_presumed": "没有写明状态的 {count} 件都在办，写入以上变化吗？",
    "dry": "这是预演，没有写入。",
    "not_agreed": "没有写入，content 里没有任何改动。",
    "done": "已写入 {count} 个文件。接着做：运行 gongshi check 看还缺什么，再用 gongshi serve 看一看页面。",
    # --- exporting ---------------------------------------------------------------------------------------------------
    "unexportable": "{path} 的“{field}”太长，或者有表格放不下的换行，没有导出。请先把它改短，或分成几条。",
    "not_xlsx": "{path} 不是 .xlsx 文件名。请写成：gongshi export services ../事项.xlsx",
    "exported": "已写出 {path}：{services} 件事项、{windows} 个窗口、{materials} 种目录材料。改好后运行 gongshi import services {path}。",
    # --- what stops an import ----------------------------------------------------------------------------------------
    "no_service": "{path} 里没有找到一件事项，没有导入。表头里要有“事项名称”，一行写一件。",
    "refused": "有 {count} 处不能写入，没有导入，content 里没有任何改动。请按上面说的改正来源，再导入一次。",
    "refused_one": "{place} 《{name}》：{message}{hint}",
    "hint": "请写：{hint}",
    "unseen": "或者无法写进文件的符号",
    "changed_meanwhile": "{path} 刚刚有人改过，没有写入。请再导入一次。",
}  # fmt: skip
