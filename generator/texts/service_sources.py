"""What is said of a list of services that was read: rule -> (message, what to do instead; may be empty)."""

SOURCE_MESSAGES: dict[str, tuple[str, str]] = {
    # --- sheets ------------------------------------------------------------------------------------------------------
    "sheet/hidden": ("工作表“{sheet}”是隐藏的，没有读取。", "需要时在表格软件里取消隐藏，再导入一次"),
    "sheet/no-table": ("工作表“{sheet}”里没有找到写着“事项名称”的表头，没有读取（有内容的 {count} 行）。", "表头里写上 事项名称"),
    "sheet/hidden-rows": ("有 {count} 行是隐藏的（{rows}），没有读取。", "需要时在表格软件里取消隐藏或取消筛选"),
    "sheet/notes": ("这些行是表格前后的说明或合计，没有当成事项：{rows}。", ""),
    "sheet/no-name": ("这些行有内容，但没有事项名称，也不知道属于哪个事项：{rows}。", "补上事项名称"),
    "sheet/window": ("没有“窗口”这一列，窗口取工作表名：{sheet}（{count} 项）。", ""),
    # --- guides ------------------------------------------------------------------------------------------------------
    "guide/no-name": ("这些地方有办事指南的内容，但没有事项名称，没有导入：{places}。", "写上事项名称"),
    "guide/label": ("“{heading}”没有对应的栏目，{count} 处没有导入：{places}。", "需要公布的，导入后写到事项里"),
    "guide/left": ("这些地方的文字不属于哪一个栏目，没有导入：{places}。", ""),
    "guide/inserted": ("文件里有 {count} 处修订时插入的文字，已经一起导入。", "核对这些修订是否已经定下来"),
    "guide/aside": ("文件里的{kind}没有导入（{count} 处）。", "需要公布的，先改进正文再导入"),
    # --- exports -----------------------------------------------------------------------------------------------------
    "json/unreadable": ("文件打不开。", "检查路径和文件名"),
    "json/size": ("文件太大或者太复杂，没有读取。", "分成几个文件导出"),
    "json/encoding": ("文件的编码不认识。", "另存为 UTF-8"),
    "json/broken": ("文件不是完整的 JSON，没有读取。", "重新导出一次"),
    "json/kind": ("文件里没有认得出的服务目录。", "用 --mapping 指定对照文件"),
    "json/none": ("对照文件里写的“{path}”下面没有事项。", "检查对照文件的“事项在”"),
    "json/no-name": ("这些项没有事项名称，没有导入：{places}。", "检查对照文件的“事项名称”"),
    "json/unused": ("有 {count} 种数据没有对应的栏目，没有导入：{paths}。", "需要的，在对照文件里写明放到哪一栏"),
    # --- the mapping file --------------------------------------------------------------------------------------------
    "mapping/broken": ("对照文件不是正确的 YAML。", "每行写成 栏目: 路径"),
    "mapping/key": ("对照文件里只能写 事项在、栏目、代码，没有“{key}”这一项。", ""),
    "mapping/field": ("不认识栏目“{key}”。可以写：{names}。", ""),
    "mapping/path": ("“{key}”应写一条路径，如 data.materials[].name。", ""),
    "mapping/codes": ("“{key}”的代码应写成 代码: 文字，如 {{\"1\": 即办件}}。", ""),
    # --- columns and cells -------------------------------------------------------------------------------------------
    "column/unknown": ("不认识 {column} 列的列名“{heading}”，{count} 格没有导入。", "改成认识的列名，如：{names}"),
    "column/hidden": ("{column} 列（{heading}）是隐藏的，{count} 格没有读取。", "需要时在表格软件里取消隐藏"),
    "column/nameless": ("{column} 列没有列名，{count} 格没有导入。", "写上列名"),
    "column/unused": ("“{heading}”没有对应的栏目，{count} 格没有导入。", "需要公布的，导入后写到事项里"),
    "columns/unknown": ("有 {columns} 列的列名不认识，{count} 格没有导入：{headings}。", "要导入的，改成认识的列名，如：{names}"),
    "columns/hidden": ("有 {columns} 列是隐藏的，{count} 格没有读取：{headings}。", "需要时在表格软件里取消隐藏"),
    "columns/nameless": ("有 {columns} 列没有列名，{count} 格没有导入：{headings}。", "写上列名"),
    "columns/unused": ("有 {columns} 列没有对应的栏目，{count} 格没有导入：{headings}。", "需要公布的，导入后写到事项里"),
    "cell/unread": ("“{heading}”有 {count} 格没有读懂，没有导入：{places}。", "{remedy}"),
    "cell/unlisted": ("“{heading}”有 {count} 格写的不是 site.yml 里列出的词，没有导入：{places}。", "写成 {words}；确实要用别的词，先加到 site.yml 的 {field} 里"),
    "cell/spare": ("“{heading}”有 {count} 格没有用上，另一列已经写明：{places}。", ""),
    "cell/no-window": ("“{heading}”有 {count} 格只写了窗口号，windows.yml 里没有这个号的窗口，没有导入：{places}。", "写窗口名称，或者先在 windows.yml 里写上窗口号"),
    "cell/partly": ("“{heading}”有 {count} 格只导入了一部分：{places}。", "其余内容请自己核对后补上"),
    "cell/no-unit": ("“{heading}”有 {count} 格只有数字，没有单位，没有导入：{places}。", "在列名里写明单位，如 {heading}（工作日）"),
    "cell/which-paper": ("“{heading}”有 {count} 格看不出说的是哪一种材料，没有导入：{places}。", "一行写一种材料"),
    "cell/one-paper": ("“{heading}”有 {count} 格用顿号连着几样东西，看不准能不能分开，各写成了一种材料：{places}。", "要分开的，一行写一种，或者用 1. 2. 编号"),
    "cell/differs": ("同一事项的“{heading}”有几种写法，只取了第一种：{places}。", "核对后留下正确的一个"),
    "cell/digits": ("“{heading}”有 {count} 格是存成数字的号码，末尾几位已经丢失，没有导入：{places}。", "把整列设置单元格格式→文本，重新填写"),
    "cell/formula": ("“{heading}”有 {count} 格是没有结果或出错的公式，没有读到内容：{places}。", "在表格软件里打开，改正后保存一次"),
    "cell/empty-word": ("“{heading}”有 {count} 格写的是“无”“/”或“待定”，没有写进事项。", ""),
}  # fmt: skip

REMEDIES: dict[str, str] = {
    "time_limits.statutory": "写成 20个工作日、1个月、法律法规未规定",
    "time_limits.promised": "写成 5个工作日、当场办结",
    "type": "写成 行政许可、行政确认、行政给付、公共服务 等",
    "handling": "写成 即办件 或 承诺件",
    "status.state": "写成 在办、暂停、取消 或 更名",
    "legal_basis": "写成 《文件名称》（文号）第几条",
    "enquiry_phone": "只写电话号码，前面写上区号，如 0300-0000100",
    "complaint_phone": "只写电话号码，前面写上区号，如 0300-0000100",
    "visits": "只写数字，如 1",
    "agent": "写成 是 或 否",
    "online.url": "写成 https:// 开头的网址",
    "verified": "写成 2026-01-31",
    "steps": "写成 受理→审核→办结，或者一行一步",
    "fee": "写成 不收费，或者写明收费项目和标准",
}
"""Field -> how it is written so that it is understood."""

REMEDY = "导入后在事项里补上"
ONE_OF = "{words} 中的一个"
ROW = "第{row}行"
MAPPING_KEYS = ("事项在", "栏目", "代码")
"""The keys of a mapping file: where the services are, where the fields are, and what codes mean."""
ITEM = "第{number}项"
PATH_COUNT = "{path}（{count}）"
HSDS: dict[str, str] = {
    "aliases": "alternate_name（别名）", "summary": "description（说明）", "online.url": "url（网址）", "status.state": "status（状态）",
    "steps": "application_process（办理流程）", "conditions": "eligibility（条件）", "fee.standard": "收费标准", "place": "location（地点）",
    "verified": "assured_date（核对日期）", "body": "organization（实施主体）", "enquiry_phone": "phones（电话）", "hours": "schedules（时间）",
    "materials.name": "required_documents（材料）", "materials.+note": "网址", "minimum_age": "年满{age}周岁", "maximum_age": "不超过{age}周岁",
    "extension": "转", "free": "不收费", "yuan": "{amount}元",
}  # fmt: skip
"""Field, or part of one, of Open Referral -> what it is called in messages, or how it is said."""
HSDS_DAYS: dict[str, str] = {
    "MO": "周一", "TU": "周二", "WE": "周三", "TH": "周四", "FR": "周五", "SA": "周六", "SU": "周日",
}  # fmt: skip
HSDS_STATES: dict[str, str] = {"active": "在办", "temporarily closed": "暂停", "defunct": "取消"}
"""State of a service in Open Referral -> ours."""
PARAGRAPH = "第{number}段"
TABLE = "表格{table}"
TABLE_ROW = "表格{table} 第{row}行"
ASIDES: dict[str, str] = {
    "header": "页眉", "footer": "页脚", "note": "脚注和尾注", "comment": "批注", "deleted": "修订（删除）",
    "picture": "图片", "text box": "文本框", "hidden": "隐藏文字",
}  # fmt: skip
"""What stands beside the text of a document -> what we call it."""
PLACE = "{sheet} 第{row}行"
COLUMN = "{column}列“{heading}”"
CELL = "{place} {column}列"
HIDDEN_HEADING = "（列名里有号码，没有显示）"
MORE = "等"
