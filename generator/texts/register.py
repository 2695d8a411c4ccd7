"""The messages of importing a register (台账): rule -> (message, what to write or do instead; may be empty).

Blanks in braces are filled by whoever raises the rule, and never with a value from a cell.
"""

REGISTER_MESSAGES: dict[str, tuple[str, str]] = {
    # --- the file: generator.register.limits, sheet_extent, biff, sheets ----------------------------------------------
    "register/missing": ("没有找到这个文件。请检查路径和文件名。", ""),
    "register/unreadable": ("文件打不开（{reason}）。如果它正在 Excel 或 WPS 里打开，请先保存并关闭。", ""),
    "register/lock-file": ("这是 Excel 打开表格时留下的临时文件（文件名以 ~$ 或 .~ 开头），不是表格本身。", "去掉 ~$ 的那个文件"),
    "register/kind": ("不是认识的表格文件。支持 .xlsx、.xls、.ods 和 .csv。", "在 Excel 或 WPS 里打开它，另存为 .xlsx"),
    "register/web-page": ("文件虽然叫 .xls，其实是网页或 XML。", "在 Excel 或 WPS 里打开它，另存为 .xlsx"),
    "register/binary-workbook": ("这是二进制工作簿（.xlsb），不读取。", "另存为“Excel 工作簿 (*.xlsx)”"),
    "register/password": ("表格设了打开密码，读不了。请在 Excel 或 WPS 里去掉密码（文件→信息→保护工作簿→用密码进行加密，清空），导入后再设回。", ""),
    "register/macros": ("表格里有宏，为安全起见不读取。", "另存为“Excel 工作簿 (*.xlsx)”，不带宏"),
    "register/broken": ("文件已损坏或不完整。请重新取得文件，或在 Excel 或 WPS 里打开后另存为 .xlsx。", ""),
    "register/entities": ("文件里有正常表格不会有的声明（DTD），为安全起见不读取。", "在 Excel 或 WPS 里打开它，另存为 .xlsx"),
    "register/empty": ("文件里没有一个有内容的工作表。", ""),
    "register/file-size": ("文件超过 {limit}，没有读取。", "删去图片等无关内容，或分成几个文件导入"),
    "register/unpacked": ("文件解开后超过 {limit}，没有读取。", "删去图片、无关的工作表和格式，或另存为 .csv，或分成几个文件导入"),
    "register/ratio": ("文件的压缩比超过 {limit} 倍，正常的表格不会这样，没有读取。", "在 Excel 或 WPS 里打开它，另存为 .xlsx"),
    "register/members": ("压缩包里的文件名重复、过多或不正常，不像 Excel 或 WPS 保存的表格，没有读取。", "在 Excel 或 WPS 里打开它，另存为 .xlsx"),
    "register/rows": ("工作表有内容的行超过 {limit} 行（注意最下面是否误填了内容）。", "删去多余的行，或分成几个文件导入"),
    "register/columns": ("工作表有内容的列超过 {limit} 列（注意最右边是否误填了内容）。", "删去多余的列"),
    "register/area": ("工作表的范围（行数乘列数）超过 {limit} 个单元格，没有读取。", "删去远离表格的零散内容"),
    "register/time": ("{seconds} 秒内没有读完，已停止。", "删去无关的工作表和格式，另存为 .csv 再试"),
    "register/memory": ("读取时程序中止：文件太大或已损坏。", "在 Excel 或 WPS 里打开它，另存为 .xlsx 或 .csv"),
    "register/csv-encoding": ("这个 CSV 的编码不认识。支持 UTF-8、GB18030（含 GBK）和 Unicode 文本。", "在 Excel 里另存为“CSV UTF-8”"),
    "register/csv-control": ("这个 CSV 里有不可能出现在文字里的控制字符，可能不是 CSV。", "在 Excel 或 WPS 里打开它，另存为 .xlsx"),
    "register/csv-cell": ("这一行的引号没有成对，或有一个单元格太长；后面的行会被当成同一格，因此没有读取。", "检查这一行的引号，或另存为 .xlsx"),
    # --- notes on a register that could be read --------------------------------------------------------------------
    "note/external-links": ("表格里有指向其他文件的链接，没有打开；用的是上次保存的值。", ""),
    "note/date-1904": ("表格用 1904 日期系统，日期已按它换算。没有设成日期格式的数字无法换算，请检查。", ""),
    "note/formula-empty": ("有 {count} 个公式没有保存结果，没有读到值。", "在 Excel 或 WPS 里打开表格，保存一次再导入"),
    "note/formula-error": ("有 {count} 个公式出错（显示为 # 开头的错误），没有读到值。", "改正这些公式，或直接填写"),
    "note/merged": ("有 {count} 处合并单元格在表头以下，只有左上角的一格有内容。", "取消合并，每格都填"),
    # --- single cells: generator.register.values -------------------------------------------------------------------
    "cell/number-format": ("号码存成了数字，末尾几位已经丢失：Excel 只保留 15 位，CSV 里 1.1E+17 这样的只剩开头几位。请把整列设置单元格格式→文本，再重新填写这一列。", ""),
    "cell/number-shown": ("收件编号是带格式的数字，程序认不出表格里显示成什么样。请把显示的编号原样填成文本（先把整列设置单元格格式→文本）。", ""),
    "cell/formula-empty": ("公式没有保存结果，读不到值。", "在 Excel 或 WPS 里打开表格，保存一次再导入"),
    "cell/formula-error": ("公式出错（显示为 # 开头的错误）。请改正公式或直接填写。", ""),
    "cell/date-unreadable": ("应为日期。", "2026-07-01"),
    "cell/date-year": ("日期没有写全年份（四位数）。", "2026-07-01"),
    "cell/date-impossible": ("没有这一天。", "2026-07-01"),
    "cell/date-ambiguous": ("分不清哪个是年、哪个是月、哪个是日。请按年、月、日的顺序写，年份写四位。", "2026-07-01"),
    "cell/date-decimal": ("日期存成了小数：7.1 和 7.10 在表格里是同一个数，分不清是 1 日还是 10 日（7.2、7.3 也一样）。请写全日期。", "2026-07-01"),
    "cell/ditto": ("写的是“同上”，但上一行没有可以照抄的内容，或者这一列不能相同。请写全。", ""),
    "cell/days-unreadable": ("应为天数（0 到 999 的整数）。", "10"),
    # --- importing: generator.register.columns, public, compare, importing ------------------------------------------
    "register/inside": ("台账放在项目文件夹里，会和网站一起保存。请移到项目外面再导入。", ""),
    "register/copy-unread": ("有公式没有保存结果、公式出错，或有认不出的数字格式，抄到副本里会丢失，因此没有编号。", "在 Excel 或 WPS 里打开台账，改正后保存一次"),
    "register/no-sheet": ("没有这个工作表。现有：{names}。", "--sheet 工作表名"),
    "register/no-table": ("没有找到表头。表头要在同一行写明：收件编号、事项、受理日期、办结日期、办理结果。", ""),
    "register/none-in-period": ("台账里没有一件属于 {period} 这一期。请检查 --period，或者是不是拿错了台账。", ""),
    "register/no-cases": ("表头下面没有一行办件。", ""),
    "register/too-many": ("这一期有 {count} 件，最多 {limit} 件。请改为按季或按月导入。", ""),
    "column/unknown": ("不认识列名“{heading}”。请在项目的 register-columns.yml 里加一行，写明它是什么列、保密还是忽略。", "\"{heading}\": 保密"),
    "column/unknown-date": ("不认识列名“{heading}”。请在项目的 register-columns.yml 里加一行，写明它是受理日期、办结日期，还是保密或忽略；台账只有这一个日期、办件都是当天受理当天办结的，写当日办结日期。", "\"{heading}\": 保密"),
    "column/heading": ("这一列的列名里有姓名或号码，没有显示。请改成列名，如：收件编号。", ""),
    "column/twice": ("有两列都是“{title}”。请改掉一个列名，或在 register-columns.yml 里把其中一个写成忽略。", ""),
    "column/one-date": ("既有“{title}”，又有“受理日期”或“办结日期”，分不清以哪个为准。请在 register-columns.yml 里把其中一个写成忽略。", ""),
    "column/missing-date": ("缺少“{title}”这一列。认识的列名：{names}等。台账只有一个日期、办件都是当天受理当天办结的，请把那一列的列名写成“当日办结日期”；不是的，请补上这一列。", ""),
    "column/missing-receipt": ("缺少“收件编号”这一列。认识的列名：{names}等。台账从来没有编号的，运行 gongshi results number 台账文件 --period 期次，程序另存一份编好号的副本，以后就用那份副本。", ""),
    "column/missing": ("缺少“{title}”这一列。认识的列名：{names}等。", ""),
    "column/mapping": ("“{heading}”写的不是认识的列。可写：{labels}。", "\"{heading}\": 忽略"),
    "column/mapping-file": ("register-columns.yml 应当一行一个列名，如 \"群众姓名\": 申请人。", ""),
    "column/contents": ("这里的内容不是“{title}”，可能整列或整行错位，或者列名改过。请对照列名检查。", ""),
    "case/empty": ("“{title}”是空的。", ""),
    "case/value": ("“{title}”太长，或有换行。", ""),
    "case/formula": ("“{title}”以 = + - @ 开头，电子表格会当成公式执行。请去掉。", ""),
    "case/receipt-twice": ("收件编号与第 {other} 行重复。同一件办件只能有一行；同一件在两个工作表里的，用 --sheet 只导入一个。", ""),
    "case/receipt-length": ("收件编号超过 {limit} 个字。请检查是不是把别的内容写进了这一列；太长的编号请缩短。", ""),
    "case/receipt-private": ("收件编号里有身份证号、身份证后六位、电话等不能公开的内容。请换成大厅自编的编号。", ""),
    "case/item-unknown": ("没有事项{name}（共 {count} 行）。{similar}请写事项的名称或别名；常用的叫法可加到该事项的 aliases。", ""),
    "case/item-ambiguous": ("事项{name}说不清是哪一个：{services}（共 {count} 行）。请写全称。", ""),
    "case/future": ("“{title}”在今天之后。请检查日期。", ""),
    "case/order": ("“{title}”早于受理日期。", ""),
    "case/outcome": ("不认识这个办理结果。", "办结、不予批准、撤回或在办"),
    "case/outcome-several": ("办理结果写了不止一种，分不清是哪一种。", "办结、不予批准、撤回或在办"),
    "case/outcome-empty": ("有办结日期，没有办理结果。", "办结、不予批准或撤回"),
    "case/outcome-day": ("办理结果是“{outcome}”，与办结日期不符：在办的没有办结日期，其余的必须有。", ""),
    "case/extension": ("延期天数和延期原因必须同时写，或同时不写。", ""),
    "case/extension-days": ("延期超过了最多 {limit} 天的规定。", "{limit}"),
    "case/query-code": ("查询码太短、只有字母或只有数字，或者像连号，容易被猜中。请用台账模板里随机生成的查询码。", ""),
    "case/query-code-twice": ("查询码与另一件的相同。一件一个查询码。", ""),
    "case/reason-private": ("延期原因里有姓名、号码、住址等台账里的个人信息，不能公开。请换一种说法，只写事由。", "{neutral} 等"),
    "case/reason-sensitive": ("延期原因里写到了个人的{kinds}，不能公开。请换一种说法，只写事由。", "{neutral} 等"),
    "case/applicant-joined": ("“{title}”一格里好像既有单位又有个人，不能公布。单位申请的只写单位登记的全称，中间不留空格；个人申请的只写姓名，单位请另写一列。", ""),
    "case/applicant": ("申请人的姓名没法隐去（一格里可能有号码、多个人或其他内容）。请只写姓名。", ""),
}  # fmt: skip

# --- importing: what is told ---------------------------------------------------------------------------------------------

REGISTER_WORDS: dict[str, str] = {
    "kept": "保密",
    "hint": "请写：{hint}",
    "similar_items": "名称相近的有：{names}。",
    "more": "同样的问题还有 {count} 行。",
    "title": "{year}年{part}办理结果",
    "month": "{number}月",
    "comma": "、",
    "sheet": "工作表“{name}”：{count} 行办件",
    "sheet_number": "第{number}个工作表",
    "sheet_hidden": "工作表“{name}”是隐藏的，没有导入",
    "sheet_no_table": "工作表“{name}”没有认识的表头，没有导入",
    "sheet_not_chosen": "工作表“{name}”没有选中，没有导入",
    "left_out_blank": "  空行 {count} 行，已跳过",
    "left_out_header": "  重复的表头 {count} 行，已跳过",
    "left_out_total": "  合计行 {count} 行，已跳过：第 {rows} 行",
    "left_out_example": "  示例行 {count} 行，已跳过：第 {rows} 行",
    "left_out_note": "  没有办件内容的行 {count} 行（说明、签字、预留编号等），已跳过：第 {rows} 行",
    "left_out_hidden": "  隐藏的行 {count} 行，没有导入；要导入请先取消隐藏：第 {rows} 行",
    "columns_public": "  公开的列：{names}",
    "columns_kept": "  不公开的列：{names}",
    "hidden_columns": "  隐藏的列照样按列名读取：{names}",
    "no_heading": "{letter} 列（没有列名）",
    "other_period": "不在本期的办件 {count} 行，没有导入",
    "open_then": "期末之后才办结的 {count} 件，按期末时的情况列为在办",
    "due_open": "应办结日期没有写、也算不出来的 {count} 件，留空（时限单位未定，或还不知道放假安排）",
    "unknown_year": "  其中 {count} 件要算到 {year} 年，程序还不知道这一年的放假安排。国务院办公厅的通知已经发出的，请先照通知写在 content/holidays.yml 的 years: 下面，再导入一次（gongshi new holidays {year} 新建这个文件）。写法：\n    {example}",
    "masked_again": "重新隐去 {count} 件：台账里申请人打了*，但露出的字太多（只能留姓，三个字以上的再留最后一个字）",
    "stay_withdrawn": "早已撤下的 {count} 件仍在台账里，没有重新公布；要恢复公布，请删去 {name} 里 withdrawn_rows 的那一条",
    "public": "{period}：公开 {count} 件",
    "codes": "查询码记入 {name}，只用于网上查询，不公布",
    "unchanged": "与已发布的完全一样，没有改动任何文件。",
    "repaired": "行的内容没有变化，只更新 {name}。",
    "added": "新增 {count} 件：{receipts}",
    "corrected": "更正 {count} 件：{receipts}",
    "corrected_one": "{receipt}（{columns}）",
    "withdrawn": "撤下 {count} 件（已发布，台账里不再有）：{receipts}",
    "withdrawn_hidden": "  其中 {count} 件在台账的隐藏行里，可能是筛选造成的；请先取消筛选、再导入：{receipts}",
    "and_more": "{receipts}……",
    "line_before": "  - {line}",
    "line_after": "  + {line}",
    "file_changes": "{name} 的改动：",
    "default_reason": "台账中已删除",
    "not_editable": "{name} 的写法太特别，没法自动修改。请自己写上这些行，再导入一次：\n{lines}",
    "bad_reason": "撤下的原因里有姓名、号码、病情、住处等个人信息，或者超过一行，不能公开。请换一种说法。",
    "reasons": "将要公布的延期原因 {count} 种，请逐条看一遍：",
    "reason": "  “{text}” {count} 件",
    "explained": "办理结果里带说明的 {count} 种，只公布结果，说明不公布：",
    "explained_one": "  “{text}” {count} 件，公布为：{outcome}",
    "explained_kept": "  另有 {count} 种说明里有个人信息，没有显示",
    "remarks": "备注、说明等列不公布，没有显示",
    "bad_by": "编制岗位应写岗位名称，只写一行，不写姓名和号码。",
}
"""What the import says besides faults."""

PERIOD_TITLES: dict[str, str] = {
    "": "", "H1": "上半年", "H2": "下半年", "Q1": "第一季度", "Q2": "第二季度", "Q3": "第三季度", "Q4": "第四季度",
}  # fmt: skip

PERIOD_YML_HEAD = """\
# yaml-language-server: $schema=../../schemas/result.schema.json
# rows、rows_sha256、prepared_on 由 gongshi results import 写入；其余各行可以自己改。
"""

MAPPING_HEAD = """\
# 台账里程序不认识的列名：写明它是什么列。保密的列不公开，忽略的列不读取。
"""

# --- the register to fill in: generator.register.template -----------------------------------------------------------

TEMPLATE_SHEETS: dict[str, str] = {"register": "台账", "guide": "填写说明", "choices": "选项"}

TEMPLATE_COLUMNS: dict[str, tuple[str, str]] = {
    "receipt": ("收件编号", "一件一号，不重复。不要用身份证号或电话当编号。"),
    "item": ("事项", "从下拉列表里选。"),
    "applicant": ("申请人", "姓名写全，中间不加空格。是否公布、怎样隐去，由事项的公开方式决定。"),
    "id_number": ("身份证号码", "这一列已设为文本，请直接输入，不要从设成数字的列粘贴。不会公布。"),
    "phone": ("联系电话", "这一列已设为文本。不会公布。"),
    "address": ("住址", "不会公布。"),
    "applied": ("申请日期", "年-月-日，例如 2026-07-01。"),
    "accepted": ("受理日期", "材料齐全、开始计时的那一天，例如 2026-07-01。"),
    "due": ("应办结日期", "承诺的最后一天，可以不填。例如 2026-07-15。"),
    "completed": ("办结日期", "还在办的不填。例如 2026-07-10。"),
    "outcome": ("办理结果", "从下拉列表里选。"),
    "extension_days": ("延期天数", "没有延期的不填；只能延一次，最多 10 天。"),
    "extension_reason": ("延期原因", "会公布，不要写姓名、证件号、电话和住址。"),
    "query_code": ("查询码", "已随机填好，请不要改。请印在受理通知书上，申请人凭它在网上查进度。不会公布。"),
    "officer": ("经办人", "不会公布。"),
}
"""Column -> header, and what is shown to the clerk who enters a cell of it."""

TEMPLATE_EXAMPLE_MARK = "示例"
"""How the receipt number of an example row begins."""

TEMPLATE_EXAMPLES: tuple[dict[str, str], ...] = (
    {
        "receipt": "示例-1（导入前删去本行）",
        "applicant": "示例甲",
        "id_number": "000000202613450011",
        "phone": "00000000000",
        "address": "示例镇示例路",
        "applied": "2026-07-01",
        "accepted": "2026-07-01",
        "due": "2026-07-15",
        "completed": "2026-07-10",
        "outcome": "办结",
        "officer": "示例岗",
    },
    {
        "receipt": "示例-2（导入前删去本行）",
        "applicant": "示例乙",
        "id_number": "000000202613450022",
        "phone": "00000000000",
        "address": "示例镇示例路",
        "applied": "2026-07-02",
        "accepted": "2026-07-03",
        "due": "2026-07-17",
        "outcome": "在办",
        "extension_days": "5",
        "extension_reason": "需要到现场核实",
        "officer": "示例岗",
    },
)

TEMPLATE_ERRORS: dict[str, str] = {
    "title": "请检查",
    "text": "这里要填文本。请先设置单元格格式为“文本”，再输入，否则长号码的末尾会丢失。",
    "day": "请填日期，例如 2026-07-01。",
    "days": "请填 0 到 10 的整数。",
    "choice": "请从下拉列表里选。",
}

TEMPLATE_CHOICES: tuple[str, str] = ("可选的事项", "可选的结果")

TEMPLATE_GUIDE: tuple[str, ...] = (
    "填写说明",
    "1. 一件一行，从“台账”表的第 2 行填起。两行示例是虚构的，导入前请删去。",
    "2. 不要改第一行的列名，不要合并单元格。列的先后可以调整，用不到的列可以空着。",
    "3. 身份证号码和联系电话两列已设为文本。从别处粘贴时请选“只粘贴值”，不然长号码的末尾会变成 0。",
    "4. 日期按 年-月-日 填写，年份写四位。",
    "5. 事项和办理结果从下拉列表里选；列表在“选项”表里，由网站上的事项生成。",
    "6. 删去的件请整行删除，不要隐藏：隐藏的行不会导入。",
    "7. “查询码”一列已随机填好，一行一个：受理时把本行的码印在或写在受理通知书上。行不够用时，另做一份模板，接着用它的行。",
    "8. 这份台账有个人信息，请保存在内网电脑上，不要放进网站的文件夹，也不要用微信、网盘传送。",
    "9. 导入时只取公开的列：gongshi results import 台账文件 --period 2026-Q3",
)
