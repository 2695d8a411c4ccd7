"""The messages of all checks, by rule id: what is wrong, and what to write instead. Read by clerks.

Blanks in braces are filled by the rule. Severity: ``error`` stops publication, ``gap`` (待补充) is shown on
the page and holds back the record's poster, ``reminder`` (提醒) is only reported.
"""

from typing import Literal, NamedTuple

from generator.texts import other_checks
from generator.texts.holidays import HOLIDAY_YEAR


class Wording(NamedTuple):
    """Severity, message and remedy (what to write instead; may be empty)."""

    severity: Literal["error", "gap", "reminder"]
    message: str
    hint: str = ""


QUOTES: dict[str, str] = {
    "text": "“{text}”",
    "mapping": "一组字段",
    "list": "一个列表",
    "number": "〔数字〕",
    "hint": "请写：{hint}",
}
"""How messages quote a value, name one that is no text, stand in for a long number, and give the remedy."""

GROUPS: dict[str, str] = {
    "TimeLimit": "{days: 10, unit: 工作日}",
    "ServiceMaterial": "{name: 居民身份证}",
    "TimeLimits": "{promised: {days: 10, unit: 工作日}}",
    "KnownChange": "{id: youdaizheng-tingban, since: 2027-01-01, find: [老年人优待证], within: [材料], say: 本县停办老年人优待证, source: {title: 文件名称}}",
    "Fee": "{items: [{name: 【填写：收费项目】, standard: 【填写：收费标准】, basis: 【填写：收费文件】}]}",
}
"""Group of fields -> how it is written in one line, where its first field alone would not tell."""

ENCODINGS: dict[str, str] = {"utf-16": "UTF-16（Unicode）", "gbk": "GBK（ANSI）", "binary": "二进制数据"}
"""What a file that is not UTF-8 seems to be."""

SEVERITY_NAMES: dict[str, str] = {"error": "错误", "gap": "待补充", "reminder": "提醒"}

SAMPLE_ADDRESS = "https://您的网址/"
"""The address of a site where it cannot be told which one was meant."""

MESSAGES: dict[str, Wording] = {
    # --- files -------------------------------------------------------------------------------------------------
    "file/unreadable": Wording("error", "文件或文件夹打不开（{reason}）。请检查权限。"),
    "file/required": Wording("error", "缺少这个文件，网站和海报都需要它。可运行 gongshi init 得到样例。"),
    "file/symlink": Wording("error", "这是一个符号链接（快捷方式），内容文件夹里不能有。请换成文件本身。"),
    "file/not-regular": Wording("error", "这不是普通文件（可能是管道或设备），没有打开它。请移出内容文件夹。"),
    "file/folder": Wording("reminder", "内容文件夹里不认识这个子文件夹，已忽略，不会发布。"),
    "file/unexpected": Wording("reminder", "不认识这个文件，已忽略，不会发布。"),
    "file/register": Wording(
        "error",
        "这是电子表格或台账，里面会有个人信息，不能放在项目里。请移到项目文件夹的外面；办理结果用 gongshi results import 导入。",
    ),
    "file/yaml-ending": Wording("error", "文件名应以小写的 .yml 结尾，否则不会被读取。请改名。"),
    "file/too-large": Wording("error", "文件超过 {limit}，没有读取。请检查是不是放错了文件。"),
    "file/encoding": Wording(
        "error", "文件不是 UTF-8 编码，看起来是{encoding}。请用记事本打开，“另存为”时编码选 UTF-8。"
    ),
    "file/control-character": Wording("error", "这里有一个看不见的字符（{code}），会改变或遮住读到的内容。请把前后的字一起删掉，重新输入。"),
    "file/empty": Wording("error", "文件是空的。可运行 gongshi new 生成一份带说明的样例。"),
    "file/no-fields": Wording("error", "应当是“字段: 内容”的形式，冒号用英文冒号，后面空一格。", "name: 事项名称"),
    "file/copy": Wording(
        "error", "这像是 {original} 的副本，里面的 id 还是 {id}。不要的请删去；要写一件新的，请给文件起新名字，id 改成和新文件名一样。"
    ),
    "file/name-is-id": Wording("error", "id 与文件名不一致。请把文件改名为 {id}.yml，或修改 id。"),
    "starter/blank": Wording("error", "这里还没有填：{found}。请换成真实的内容；不知道的，能不写就整行删去，页面会显示“待补充”。"),
    "starter/place": Wording("error", "“{found}”是样例里的地名，请换成您自己的。不知道的整行删去，页面会显示“待补充”。"),
    "starter/phone": Wording(
        "error", "{found} 是样例里编造的号码（区号 0300 没有启用），请换成真实的电话。不知道的整行删去，页面会显示“待补充”。"
    ),
    # --- YAML --------------------------------------------------------------------------------------------------
    "yaml/syntax": Wording("error", "这里读不懂：{detail}。"),
    "yaml/full-width-colon": Wording("error", "这里用了中文冒号“：”，应当用英文冒号加一个空格。", "{corrected}"),
    "yaml/no-space": Wording("error", "冒号后面少一个空格。", "{corrected}"),
    "yaml/no-colon": Wording("error", "字段名后面少一个英文冒号加空格。", "{corrected}"),
    "yaml/no-space-after-dash": Wording("error", "短横“-”后面少一个空格。", "{corrected}"),
    "yaml/tab": Wording("error", "缩进里有 Tab，请改成空格（每级两个）。", "{corrected}"),
    "yaml/open-bracket": Wording("error", "方括号没有成对，末尾少一个“]”。", "{corrected}"),
    "yaml/quoted-part": Wording("error", "以引号开头的文字，引号后面不能再有字。请给整段文字加上另一种英文引号。", "{corrected}"),
    "yaml/open-quote": Wording("error", "引号没有成对：用英文引号开头的，末尾也要用同样的英文引号。", "{corrected}"),
    "yaml/second-colon": Wording("error", "文字里有“冒号加空格”，会被当成另一个字段。请给整段文字加上英文引号。", "{corrected}"),
    "yaml/indent": Wording("error", "这一行前面空了 {found} 格，和上面的都没有对齐，应当空 {expected} 格。", "{corrected}"),
    "yaml/broken-line": Wording("error", "这一行是第 {line} 行的下半句，中间多了一个换行。请接到第 {line} 行后面；是另一件事的，写到它自己的字段里。", "{corrected}"),
    "yaml/pasted-text": Wording(
        "error", "这一行是正文，不是“字段: 内容”。从 Word 粘贴来的文字，每段前面要加“- text: ”或“- ”，与同级的对齐；不在那个列表里的，移到列表最后一项的下面。段首的编号由程序加，不用写。", "{corrected}"
    ),
    "yaml/cut-at-hash": Wording(
        "error", "空格加 # 后面的文字会被当成注释丢掉，只剩“{text}”。要保留就给整段文字加英文引号；真是注释就另起一行写，# 后面空一格。", "{corrected}"
    ),
    "yaml/full-width-comma": Wording(
        "error", "方括号里用了中文逗号，几项会变成一项。请改用英文逗号加一个空格；确实是一项的，加英文引号。", "{corrected}"
    ),
    "yaml/duplicate-key": Wording("error", "字段 {key} 写了两次，请只留一个。"),
    "yaml/alias": Wording("error", "不支持 *引用。星号开头的文字请加引号，内容请直接写出来。"),
    "yaml/anchor": Wording("error", "不支持 &锚点。& 开头的文字请加引号。"),
    "yaml/tag": Wording("error", "不支持 !标签。感叹号开头的文字请加引号。"),
    "yaml/second-document": Wording("error", "一个文件只能有一份内容，请删去“---”及其后的部分，或另存一个文件。"),
    "yaml/complex-key": Wording("error", "字段名必须是一个单词，不能是列表或一组字段。"),
    "yaml/too-deep": Wording("error", "层次超过 {limit} 层，请检查缩进。"),
    "yaml/empty-item": Wording("error", "列表里有一项是空的。请写上内容，或删去这个“-”。"),
    # --- mkdocs.yml ----------------------------------------------------------------------------------------------
    "project/fields": Wording("error", "应当是“设置: 内容”的形式，冒号用英文冒号，后面空一格。", "site_name: 大厅名称"),
    "project/alias": Wording("error", "这个 *引用没有对上任何 &锚点。星号开头的文字请加引号。"),
    "project/inherit": Wording("error", "INHERIT 的文件{name}打不开。请写它相对于这个文件的位置。", "INHERIT: ../mkdocs.yml"),
    "project/inherit-circle": Wording("error", "INHERIT 绕回了已经读过的文件，或者层数太多。请删去一个 INHERIT。"),
    "project/site-url": Wording("error", "应为完整的网址，以 http:// 或 https:// 开头，实际为{value}。", "site_url: {address}"),
    "project/site-url-parts": Wording("error", "网址里不能有用户名、密码、问号或井号，网页的地址要接在它后面。", "site_url: {address}"),
    "project/site-url-page": Wording("error", "site_url 只写到文件夹为止，不写某一页（index.html），中间也没有两个连着的斜杠和“..”：网页的地址要接在它后面。", "site_url: {address}"),
    "project/site-url-host": Wording("error", "网址里的域名写错了，打不开：{value}。域名只有字母、数字、汉字和连字符，各段之间是一个英文句点。", "site_url: {address}"),
    "project/site-url-sample": Wording("error", "{value}是说明里的样子，不是您的网址。请换成正式的网址；还没有的，整行删去，海报就不印二维码。", "site_url: {address}"),
    "project/site-url-own": Wording("error", "{value}只有这台电脑自己打得开，海报上的二维码别人扫不开。请换成正式的网址；还没有的，整行删去，海报就不印二维码。", "site_url: {address}"),
    "project/site-name": Wording("error", "没有写 site_name（网站的名称），或者写的不是一段文字。", "site_name: 大厅名称"),
    "project/setting": Wording("error", "没有 {field} 这个设置，写了不起作用。", "{line}"),
    "project/no-folder": Wording("error", "项目里没有{value}这个文件夹（{key}）。请写已有的文件夹，从 mkdocs.yml 所在的文件夹写起。", "{key}: {example}"),
    "project/docs-around": Wording("error", "docs_dir 不能是项目文件夹本身，也不能是它上面的文件夹。", "docs_dir: {example}"),
    "project/theme": Wording("error", "没有{value}这个主题，网页是按 material 做的。", "{line}"),
    "project/theme-name": Wording("error", "theme 下面没有写 name（主题的名字）。", "name: material"),
    "project/folder": Wording("error", "{key} 应为文件夹的名字，实际为{value}。", "{key}: {example}"),
    "project/site-dir": Wording("error", "内容在这个文件夹里面，生成网站会盖掉它。", "site_dir: site"),
    "project/site-in-content": Wording("error", "网站不能放在内容的文件夹里面：里面的文件会被当成内容。", "site_dir: site"),
    "project/plugins": Wording("error", "plugins 应为列表，实际为{value}。每项另起一行，以“- ”开头。", "- gongshi"),
    "project/plugin": Wording("error", "plugins 里没有 gongshi。", "{line}"),
    "project/plugin-off": Wording("error", "gongshi 被关掉了。请删去 enabled，或改成 true。", "enabled: true"),
    "project/plugin-twice": Wording("error", "plugins 里 gongshi 写了两次，请只留一个。"),
    "project/plugin-indent": Wording("error", "这一行是 gongshi 的选项，缩进不够。请再向右缩进两格。", "    {key}: 内容"),
    "project/options": Wording("error", "gongshi 的选项应为一组“选项: 内容”，实际为{value}。", "posters: changed"),
    "project/option": Wording("error", "gongshi 没有 {field} 这个选项。是不是想写：{near}？"),
    "project/posters": Wording("error", "posters 只能是：{choices}；实际为{value}。", "posters: {first}"),
    # --- single values -----------------------------------------------------------------------------------------
    "field/unknown": Wording("error", "没有 {field} 这个字段。是不是想写：{near}？"),
    "field/missing": Wording("error", "缺少必填项“{title}”。{description}", "{field}: 内容"),
    "field/whole-number": Wording("error", "“{title}”应为整数，实际为{value}。用阿拉伯数字，前面不补零。", "{field}: 10"),
    "field/year": Wording("error", "“{title}”应为四位数的年份，实际为{value}。", "{field}: 2027"),
    "field/too-small": Wording("error", "“{title}”不能小于 {limit}，实际为{value}。"),
    "field/too-large": Wording("error", "“{title}”不能大于 {limit}，实际为{value}。"),
    "field/date": Wording("error", "“{title}”应为存在的日期，实际为{value}。", "{field}: {date}"),
    "field/web-address": Wording(
        "error",
        "“{title}”应为网址，以 https:// 或 http:// 开头，中间没有空格和中文标点，实际为{value}。没有网址的整行删去。",
        "{field}: https://zwfw.dating.example/",
    ),
    "field/metres": Wording("error", "“{title}”应为米数，如 0.6、1、1.5，实际为{value}。", "{field}: 1.5"),
    "field/yes-no": Wording("error", "“{title}”只能写 是 或 否，实际为{value}。", "{field}: 是"),
    "field/choice": Wording("error", "“{title}”只能是：{choices}；实际为{value}。", "{field}: {first}"),
    "field/text": Wording("error", "“{title}”应为一段文字，实际为{value}。"),
    "field/list": Wording("error", "“{title}”应为列表，实际为{value}。每项另起一行，以“- ”开头。", "{list}"),
    "field/several": Wording("error", "“{title}”里每个都是单独的一项，{value}把几个写成了一项。请用英文逗号加一个空格分开；一行一项的，各起一行。", "{list}"),
    "field/mapping": Wording("error", "“{title}”应为一组“字段: 内容”，实际为{value}。每个字段另起一行，比上一行多空两格；也可以写在一行里。", "{group}"),
    "field/empty": Wording("error", "“{title}”是空的。不知道就整行删去，页面会显示待补充。"),
    "field/empty-list": Wording("error", "“{title}”至少要有一项。"),
    "field/too-long": Wording("error", "“{title}”太长，最多 {limit} 个字。"),
    "field/one-line": Wording("error", "“{title}”只能写一行。"),
    "field/id": Wording("error", "“{title}”只能用小写英文字母、数字和连字符，实际为{value}。", "{field}: linshi-jiuzhu"),
    "field/repeated-id": Wording("error", "编号 {id} 在这个文件里用了两次：列表的第 {number} 项与前面的重了。请给它换一个没有用过的编号。", "id: {other}"),
    "field/other": Wording("error", "“{title}”的内容不符合要求，实际为{value}。{description}"),
    "time-limit/choice": Wording(
        "error", "时限只能写一种：immediate（即办）、days（天数）、months（月数）、years（年数）、hours（小时数）或 unregulated（法律未规定）。"
    ),
    "time-limit/duration": Wording("error", "一个特别程序的时长只能写一种：days（天数）、months（月数）、years（年数）或 hours（小时数）。"),
    "time-limit/unit-name": Wording(
        "error", "“{title}”只能写工作日或自然日，实际为{value}。按月、年、小时计算的写 months、years、hours，不要换算成天数。", "{unit}"
    ),
    "time-limit/unit-open": Wording(
        "error", "{value}没有说清休息日算不算。休息日不算的写工作日，休息日也算的写自然日，还没有定的整行删去。", "unit: 工作日"
    ),
    "material/choice": Wording("error", "每份材料写 material（材料目录的 id）或 name（名称），二者选一。", "material: id-card"),
    "fee/choice": Wording("error", "收费写 free: 是，或者列出 items，二者选一。", "free: 是"),
    "regulation/body": Wording(
        "error", "制度正文分编的，各章写在 parts 的编里，不再另写 chapters。"
    ),
    "regulation/chapter-body": Wording("error", "一章里写 articles（条文）或 sections（分节），一编里写 chapters（章）或 articles，不能都空着。"),
    # --- services ----------------------------------------------------------------------------------------------
    "service/basis": Wording("gap", "没有写设定依据（legal_basis）。"),
    "service/materials": Wording("gap", "没有写申请材料（materials）；确实不需要材料的写 no_materials: 是。"),
    "service/no-materials": Wording("error", "写了“无需材料”，又列出了材料，两者矛盾。请删去一个。"),
    "service/steps": Wording("gap", "没有写办理流程（steps）。"),
    "service/step-detail": Wording("gap", "办理环节{step}没有写清谁来办（who）、做什么（what）。"),
    "service/limits": Wording("gap", "没有写{title}（time_limits.{key}）。"),
    "service/essentials": Wording("gap", "没有写“{title}”（{key}）。"),
    "service/same-name": Wording("error", "事项名称{name}与 {other} 重复。"),
    "time-limit/order": Wording("error", "承诺时限长于法定时限。请核对天数和单位。"),
    "time-limit/unit": Wording("gap", "没有写明是工作日还是自然日；页面会把两种算法都列出。", "unit: 工作日"),
    "time-limit/promise": Wording("error", "承诺时限不能写“法律法规未规定”，要写明多长时间，或写即办。"),
    "time-limit/immediate": Wording("error", "办件类型“{handling}”与承诺时限不一致：即办件应为即办，承诺件应写天数。承诺时限没有写错的，请改办件类型。", "handling: {right}"),
    "extension/unit": Wording("error", "延期按天计算，单位只能写工作日或自然日，实际为{value}。最多延期 10 天。", "{unit}"),
    "extension/days": Wording("error", "延期 {days} 天，超过了最多 {limit} 天的规定。", "days: {limit}"),
    "time-limit/counts": Wording("reminder", "特别程序{name}没有写明计入还是不计入办理时限（counts）。", "counts: 否"),
    "fee/basis": Wording("gap", "收费项目{name}没有写标准（standard）或依据（basis）。"),
    "material/catch-all": Wording("error", "材料名称{name}没有说清是哪些材料。请逐项列出，不能用“其他材料”或“等”。"),
    "status/reason": Wording("gap", "状态是“{state}”，没有写原因（reason）。"),
    "status/successor": Wording("gap", "状态是“更名”，没有写现在的事项（successor）。"),
    "disclosure/basis": Wording("error", "公布全名必须写明规定公示姓名的依据（basis）；没有依据请改为 masked 或 counts。", "policy: masked"),
    # --- references --------------------------------------------------------------------------------------------
    "reference/window": Wording("error", "没有叫{name}的窗口。现有窗口：{known}。"),
    "reference/function": Wording("error", "职能{name}对不上任何窗口。请改成窗口名称，或给窗口加一个别名。现有窗口：{known}。"),
    "reference/material": Wording("error", "材料目录 materials.yml 里没有{id}。"),
    "reference/situation": Wording("error", "情形里的材料{name}不在本事项的材料中。请写材料的 id 或名称，一项只写一个。", "{list}"),
    "reference/successor": Wording("error", "现办事项{id}不存在。"),
    "reference/successor-circle": Wording("error", "现办事项{id}又指回了本事项，居民会在两页之间来回转。"),
    "list/several": Wording("error", "{title}每个是单独的一项，{value}把几个写成了一项。请用英文逗号加一个空格分开；一行一项的，各起一行。", "{list}"),
    "list/unknown": Wording("error", "{title}{value}不在 site.yml 的 {field} 里。要加上它，请在 site.yml 里写：{field}: {all}。", "{near}"),
    "reference/service": Wording("error", "没有 id 为{id}的事项。请改成现有事项的编号（services 里的文件名，不带 .yml）；不要的请删去。"),
    "reference/service-of-results": Wording("error", "本期有 {count} 件办的是{id}，但没有这个事项：文件被删了，或者改了名。请恢复 services/{name}.yml（改了名的改回来），不再办的把 status 写成取消或更名。", "state: 取消"),
    "reference/regulation": Wording("error", "没有 id 为{id}的另一项制度。"),
    "picture/missing": Wording("error", "找不到图片{path}。请把图片（{endings}，10 MB 以内）放进 content/{folder}，写成 {folder}/文件名。"),
    "picture/unreadable": Wording("error", "图片{path}打不开：不是 PNG 或 JPG 图片，或者坏了、太大。请重新下载一份。"),
    "picture/small": Wording("error", "图片{path}只有 {width}×{height} 像素，印出来不清楚，短的一边至少要 {least} 像素。请下载大一些的，不要自己放大。"),
    "window/ambiguous": Wording("error", "名称{name}同时指{windows}，居民不知道该去哪个。请改掉一个别名。"),
    "window/functions": Wording("gap", "窗口{name}没有职能清单（windows.yml 的 functions）。"),
    "phone/missing": Wording("gap", "没有{title}（{key}），窗口和大厅也没有。"),
    "phone/same": Wording("error", "咨询电话和投诉电话相同。投诉应当打到另一个电话。"),
    "phone/shape": Wording("error", "电话号码{value}不完整或写法不对。", "0300-0000100"),
    "unknown/field": Wording("gap", "没有写“{title}”（{key}），页面上会显示“待补充”。"),
    "unknown/services": Wording("gap", "窗口{name}还没有事项，页面上会显示“待补充”。"),
    # --- regulations -------------------------------------------------------------------------------------------
    "wall/missing": Wording("gap", "必须上墙的“{topic}”制度还没有登记。运行 gongshi new regulation 编号 新建一份。", "wall: {topic}"),
    "wall/unknown": Wording(
        "error",
        "上墙制度{value}不在 site.yml 的 {field} 里。不用上墙的，删去这一行；要加上它，请在 site.yml 里写：{field}: {all}。",
        "{near}",
    ),
    "wall/twice": Wording("error", "“{topic}”已由 {other} 登记，现行的上墙制度每项只能有一份。"),
    "regulation/no-text": Wording("gap", "没有正文（articles 或 chapters）。"),
    "regulation/gap": Wording("gap", "登记了缺漏：{kind}，位置{where}。补齐后请删去这一条 gaps。"),
    "regulation/numbered": Wording("error", "这里自己写了编号{number}。编号由程序加，会印成两个。请删去编号，只留后面的文字。", "{text}"),
    "regulation/superseded": Wording("error", "被取代的{id}仍是现行或试行。请把它的 status 改为 废止。"),
    # --- wording -----------------------------------------------------------------------------------------------
    "text/placeholder": Wording("gap", "这里还有没填的占位{found}，页面上会显示“待补充”。"),
    "prose/placeholder": Wording("gap", "这里还有没填的占位{found}，页面上就是这样。请补上，或删去这一句。"),
    "text/narrow-sign": Wording("reminder", "汉字之间用了英文标点{found}，请改用中文标点。", "{text}"),
    "text/pinyin": Wording("reminder", "汉字后面带着注音{found}，多半是从网页复制来的。不是有意写的，请删去。", "{text}"),
    "text/numbered": Wording("error", "这里自己写了{number}。各项前面的编号或者圆点由程序加，会印成两个。请删去，只留后面的文字。", "{text}"),
    "text/several-names": Wording("reminder", "{found}好像是几个名称写成了一项，程序会当成一个。每个名称是单独的一项；本来就是一个名称的，不用改。", "{list}"),
    "text/truncated": Wording("gap", "最后一句好像没有写完：{end}。请补全并加上句号。"),
    "name/hall": Wording("error", "这里还是大厅的旧名称{found}，大厅的名称应当处处一致。", "{name}"),
    "name/like-hall": Wording("reminder", "这里写的是{found}。指这里的，请改成一样的名称；是另一个单位的，不用改，也可以写进 site.yml 的 other_institutions，以后不再提醒。", "{name}"),
    # --- dates and results -------------------------------------------------------------------------------------
    "date/review-passed": Wording("reminder", "复核日期 {date} 已过，请逐项核对后更新 verified 和 review。"),
    "date/review-order": Wording("error", "复核日期应当晚于核对日期。"),
    "date/verified-future": Wording("reminder", "核对日期 {date} 在今天（{today}）之后，请检查日期或电脑的时钟。"),
    "date/effective": Wording("error", "施行日期早于通过日期。"),
    "date/notice-period": Wording("error", "结束日期早于开始日期。"),
    "date/take-down": Wording("error", "撤下日期早于结束日期。"),
    "date/period": Wording("error", "期次与起止日期不符。", "from: {first}，until: {last}"),
    "results/header": Wording("error", "第一行应当是这些列名，次序相同。", "{columns}"),
    "results/csv": Wording("error", "引号没有成对，这一行读不出来。"),
    "results/cells": Wording("error", "这一行有 {found} 格，应为 {expected} 格。"),
    "results/formula": Wording("error", "“{title}”以 = + - @ 开头，电子表格会当成公式执行。请去掉。"),
    "results/partner": Wording("error", "缺少同名的另一个文件 {partner}。"),
    "results/order": Wording("error", "办结或应办结的日期早于受理日期。"),
    "results/outcome": Wording("error", "办理结果“{outcome}”与办结日期不符：在办的没有办结日期，其余的必须有。"),
    "results/extension": Wording("error", "延期天数和延期原因必须同时写，或同时不写。"),
    "results/hash": Wording("error", "表格与最近一次导入的不一样：被人改过，或者导入中断了。请改正台账后再导入一次；确实要手工更正的，请核对后改校验值。", "rows_sha256: {digest}"),
    "results/receipt": Wording("error", "收件编号在本期重复。"),
    **{rule: Wording(*said) for rule, said in other_checks.CHECKS.items()},
    "holidays/year-twice": Wording("error", "{year} 年写了两次，不知道按哪一份算。请合并成一份，另一份删去。"),
    "holidays/order": Wording("error", "{name}的最后一天早于第一天。请照通知改正；只放一天的，两个日期一样。"),
    "holidays/other-year": Wording("error", "{date} 不在 {year} 年。这里只写 {year} 年的通知里的日期，元旦可以从头一年的12月开始。请照通知改正。"),
    "holidays/day-twice": Wording("error", "{date} 已经写在{other}里了，一天只能写一次。请照通知改正。"),
    "holidays/workday": Wording("error", "{date} 是{weekday}，本来就上班，不用写。这里只写通知里调休上班的星期六、星期日。请照通知改正日期，或删去。"),
    "holidays/long": Wording("reminder", "{name}连放 {days} 天，比往年哪一次都长。请照通知核对起止日期。"),
    "holidays/differs": Wording("reminder", "{year} 年的放假安排程序也知道，和这里写的不一样：{days}。现在照这里写的算。请和通知再核对：写错了的改正，没有写错的不用改。"),
    "holidays/statutory": Wording("reminder", "这里没有把法定节假日 {days} 写成放假。请照通知核对，是不是漏了一个节日，或者写错了月份。"),
    "holidays/unknown": Wording(
        "reminder",
        "程序还不知道 {year} 年的放假安排，这一年的日子算不准：页面上写“以官方通知为准”，导入台账时应办结日期留空。国务院办公厅的通知发出以后，请在 content/holidays.yml 的 years: 下面照通知写上这一年；还没有这个文件的，运行 gongshi new holidays {year}。",
        HOLIDAY_YEAR,
    ),
    "codes/weak": Wording("error", "查询码容易被猜中。请用台账模板（gongshi results template）里随机生成的，或者自己写字母和数字混合的 {count} 位以上的码，不要用编号、电话和证件号。"),
    "codes/row": Wording("error", "查询码与第 {line} 行的只差末尾几位，像是连号，知道一个就能猜出别的。请改成随机的。"),
    "codes/twice": Wording("error", "与第 {line} 行重复。一件一个收件编号、一个查询码。"),
    "codes/missing": Wording("reminder", "有 {count} 件属于只公布数量的事项，没有查询码，所以在网上查不到。要让申请人查到，请在台账里加“查询码”一列，把码印在受理通知书上，再导入一次。收件编号是连着的，不能当查询码用。"),
    "privacy/counts": Wording("error", "这个事项只公布数量，不能有申请人。请清空这一格。"),
    "privacy/unmasked": Wording("error", "申请人的姓名没有隐去，或者隐去得不够：只能留姓，三个字以上的还可以留最后一个字。", "张* 或 张*三"),
    "privacy/joined": Wording("error", "申请人这一格里好像既有单位又有个人。单位申请的只写单位登记的全称；个人申请的只写姓名，并隐去。"),
    "privacy/reason": Wording("error", "这里的原因写到了个人的{kinds}，不能公布。请换一种说法，只写事由。", "{neutral} 等"),
    "privacy/number": Wording("error", "这里有{kind}，不能公布。{way_out}"),
    "privacy/picture-page": Wording(
        "reminder",
        "从这一页起有扫描的页，或者字都在图里的页，程序看不到这些字。请一个人逐页看过；没有个人信息的，在 content/seen.yml 的 seen: 下面写上这一行，by 填姓名。",
        '- {{file: "{file}", sha256: {sha256}, by: , date: {today}}}',
    ),
    "seen/unused": Wording("reminder", "没有对上任何扫描件：文件改过、删了，或者写错了。请删去；文件改过的，重新看过再登记。"),
    "disclosure/names-days": Wording("error", "公布全名必须写明公示几天（names_days），到期自动隐去。", "names_days: 7"),
    "waiver/never": Wording("error", "身份证号在任何情况下都不能公布，不能豁免。请删去这一条，并删去原文里的号码。"),
    "privacy/name": Wording("reminder", "这里好像写了个人的姓名。请核对：不是法律法规要求公示的，请只留姓，如“王*”；确实应当公布的，运行 gongshi scan --waiver 登记豁免。"),
    "privacy/notice-name": Wording("reminder", "这里好像写了个人的姓名或者出生年月。请核对：不是法律法规要求公示的，请只留姓，如“王*”；法律法规要求公示的，在这份公告里写明依据（换成您的）和截止日期。", "names: {{basis: 党政领导干部选拔任用工作条例第四十二条, until: {until}}}"),
    "privacy/notice-number": Wording("error", "这里有{kind}，不能公布。请删去，或者只留姓，如“王*”；法律法规要求公示姓名的，在这份公告里写明依据（换成您的）和截止日期。", "names: {{basis: 党政领导干部选拔任用工作条例第四十二条, until: {until}}}"),
    "names/basis": Wording("error", "公布姓名必须写明哪份文件、哪一条规定要公示姓名。没有依据的，请删去 names，正文里只留姓。", "basis: 党政领导干部选拔任用工作条例第四十二条"),
    "names/until": Wording("error", "姓名的截止日期早于公告的结束日期：过了截止日期整份公告就撤下了。", "until: {until}"),
    "names/ended": Wording("reminder", "姓名公布到 {date} 为止，这份公告已经自动撤下，只留标题和日期。请删去正文里的姓名；还要公布的，把姓名改成只留姓，再删去 names。"),
    "waiver/expired": Wording("reminder", "豁免已于 {date} 到期，不再起作用。请删去，或核对后延期。"),
    "waiver/unused": Wording("reminder", "豁免没有对上任何内容，可能已经改掉了。请删去。"),
}  # fmt: skip
