"""The words that stand in the cells of lists of services (事项清单) and guides (办事指南), and what they mean."""

LIMIT_UNITS: dict[str, str] = {
    "工作日": "工作日", "个工作日": "工作日", "w": "工作日", "自然日": "自然日", "日历日": "自然日", "个自然日": "自然日", "天": "天", "日": "天",
    "月": "月", "个月": "月", "年": "年", "小时": "小时", "个小时": "小时", "h": "小时",
}  # fmt: skip
"""Word of a column of units -> unit; 天 leaves open which days are meant."""

AT_ONCE = (
    "当场", "当场办结", "当场办理", "即办", "即时", "即时办结", "即时办理", "立等可取", "即来即办", "现场办结", "随到随办", "即办件", "当场即办", "马上办", "马上办理", "当时办", "现场办理",
)  # fmt: skip
UNREGULATED = (
    "无法定时限", "法律法规未规定", "法律法规没有规定", "法律法规未作规定", "无法定办结时限", "未规定", "没有规定", "无规定", "未作规定",
    "无明确规定", "法律法规无规定", "法律法规无明确规定", "无法定期限", "法律未规定",
)  # fmt: skip
"""What says that no law sets a limit."""

NONE = "无"
"""What is an answer below some headings, and nothing below the others."""
NOTHING = (
    "无", "/", "-", "—", "——", "--", "\\", "／", "－", "暂无", "空", "null", "无。", "n/a", "N/A", "NULL", "None",
)  # fmt: skip
"""What stands in a cell in place of nothing."""
OPEN_WORDS = (
    "待补充", "待定", "待完善", "待确定", "未填", "未填写", "?", "？", "??", "？？", "……", "待填", "待核实",
)  # fmt: skip
"""What stands in a cell that somebody has yet to fill in."""

NO_MATERIALS = (
    "无", "无需材料", "不需要材料", "不需要", "无需提供材料", "无须材料", "无需提交材料", "不需要提供材料", "免材料", "无需", "无材料",
    "不需提供材料",
)  # fmt: skip
FREE = (
    "不收费", "免费", "不收取费用", "不收任何费用", "免收费", "无收费", "零收费", "否", "不", "0", "0元", "免费办理", "本事项不收费", "无收费项目", "无收费标准", "不收费用", "不收取任何费用", "不收",
    "无费用", "不要钱", "不用钱", "不花钱", "分文不收",
)  # fmt: skip
CHARGED = ("是", "收费", "收", "有", "√", "✓", "✔", "☑")
YES = ("是", "可", "可以", "能", "有", "√", "✓", "✔", "☑", "支持", "true", "True", "TRUE", "Y", "可代办", "允许")
NO = (
    "否",
    "不可",
    "不可以",
    "不能",
    "无",
    "×",
    "✗",
    "✘",
    "✕",
    "☒",
    "不支持",
    "false",
    "False",
    "FALSE",
    "N",
    "不可代办",
    "不允许",
)

NECESSITIES: dict[str, str] = {
    **dict.fromkeys(("必要", "必须", "必需", "必备", "必要材料", "必选", "必提交"), "必要"),
    **dict.fromkeys(("非必要", "非必须", "非必需", "可选", "选填", "非必备", "非必要材料"), "非必要"),
    **dict.fromkeys(("容缺", "容缺后补", "可容缺", "容缺受理", "可容缺后补", "容缺材料"), "容缺后补"),
}
NECESSITY_OF_YES = {"容缺": ("容缺后补", ""), "": ("必要", "非必要")}
"""Word in the heading (是否容缺, any other) -> what yes means, and what no; "" for what no leaves open."""

ORIGINALS: dict[str, str] = {
    **{one: one for one in ("原件", "复印件", "原件和复印件", "原件核验")},
    **dict.fromkeys(
        ("原件及复印件", "原件与复印件", "原件、复印件", "原件复印件", "原件、复印件各一份", "原件和复印件各一份"),
        "原件和复印件",
    ),
    **dict.fromkeys(("核验原件", "查验原件", "验原件", "原件（核验）"), "原件核验"),
}
FORMATS: dict[str, str] = {
    **dict.fromkeys(("纸质", "纸质材料", "纸质版", "纸质件"), "纸质"),
    **dict.fromkeys(("电子", "电子版", "电子件", "电子材料", "电子化"), "电子"),
    **dict.fromkeys(
        ("纸质或电子", "纸质/电子", "电子/纸质", "电子或纸质", "纸质或电子版", "纸质或电子化"), "纸质或电子"
    ),
}
AUDIENCES: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(
        ("个人", "自然人", "居民", "村民", "公民", "群众", "市民", "城乡居民", "个人办事", "辖区居民", "本村村民"), ("个人",)
    ),
    **dict.fromkeys(("企业", "企业法人", "非法人企业", "企业单位"), ("企业",)),
    **dict.fromkeys(
        (
            "其他组织", "其它组织", "事业法人", "社会组织法人", "社会组织", "行政机关", "非法人组织", "事业单位", "社会团体", "机关", "组织",
            "其他",
        ),
        ("其他组织",),
    ),
    "法人": ("企业", "其他组织"),
}  # fmt: skip
"""Word for whom a service is -> our words; 法人 are companies and other organisations."""

LEVELS: dict[str, str] = {
    **dict.fromkeys(("国家级", "国家", "中央"), "国家级"),
    **dict.fromkeys(("省级", "省", "自治区级", "直辖市级"), "省级"),
    **dict.fromkeys(("市级", "市", "地市级", "设区的市级", "地级市", "州级", "市（州）级", "市（地、州）级", "市（州、盟）级"), "市级"),
    **dict.fromkeys(("县级", "县", "区级", "区县级", "县区级", "县（区）级", "区（县）级", "区", "县（市、区）级", "县（区、市）级", "区（县、市）级", "县（区、旗）级"), "县级"),
    **dict.fromkeys(
        (
            "乡镇级", "镇级", "乡级", "乡镇", "镇", "街道级", "街道", "镇（街道）级", "乡镇（街道）级", "乡（镇、街道）级", "镇街级", "乡镇街道级", "镇（乡、街道）级", "镇（街）级", "乡（镇）级", "街（镇）级",
        ),
        "乡镇级",
    ),
    **dict.fromkeys(("村级", "社区级", "村（社区）级", "村", "社区", "村居级", "村社级", "村（居）级", "社区（村）级"), "村级"),
}  # fmt: skip
SERVICE_TYPES: dict[str, str] = {
    **{one: one for one in ("行政许可", "行政确认", "行政给付", "行政奖励", "行政裁决", "行政检查", "其他行政权力", "公共服务")},
    **dict.fromkeys(("其它行政权力", "其他权力", "其他职权", "其他"), "其他行政权力"),
    **dict.fromkeys(("公共服务事项", "便民服务", "公共服务类", "便民服务事项"), "公共服务"),
    "许可": "行政许可", "确认": "行政确认", "给付": "行政给付", "奖励": "行政奖励", "裁决": "行政裁决",
}  # fmt: skip
HANDLINGS: dict[str, str] = {
    **dict.fromkeys(("即办件", "即办", "即办类", "当场办结"), "即办件"),
    **dict.fromkeys(("承诺件", "承诺办件", "承诺", "承诺类", "承诺办结件"), "承诺件"),
}
STATES: dict[str, str] = {
    **dict.fromkeys(
        ("在办", "在用", "正常", "启用", "正常办理", "有效", "是", "办理中", "已发布", "新增", "保留"), "在办"
    ),
    **dict.fromkeys(("暂停", "暂停办理", "停用", "暂缓", "暂停受理", "已暂停"), "暂停"),
    **dict.fromkeys(
        ("取消", "废止", "已取消", "已废止", "撤销", "失效", "停办", "不再办理", "已停办", "已撤销"), "取消"
    ),
    **dict.fromkeys(("更名", "已更名"), "更名"),
}
RESULT_TYPES: dict[str, str] = {
    **dict.fromkeys(("证照", "证件", "证书", "电子证照"), "证照"),
    **dict.fromkeys(("批文", "批复", "文书", "公文"), "批文"),
    **dict.fromkeys(("资金", "补贴", "资金发放"), "资金"),
    "服务": "服务", "其他": "其他", "其它": "其他",
}  # fmt: skip

BOOKINGS: dict[str, str] = {
    **dict.fromkeys(("需要预约", "须预约", "需预约", "必须预约", "要预约", "要先预约", "需提前预约"), "是"),
    **dict.fromkeys(("不需要预约", "不需预约", "无需预约", "无须预约", "不用预约", "不预约也可以", "可以不预约"), "否"),
}
"""What is written about booking -> whether one must."""

POSTAGES: dict[str, str] = {
    **dict.fromkeys(
        ("免费", "免费邮寄", "免费寄递", "免费快递", "包邮", "大厅付", "大厅承担", "政府付费", "财政承担", "寄方付"),
        "大厅付",
    ),
    **dict.fromkeys(
        ("到付", "邮费到付", "运费到付", "快递到付", "自付", "邮费自理", "申请人付", "申请人承担", "收件人付", "您付"),
        "您付",
    ),
}
"""What is written about post -> who pays for it."""

POSTED = "邮寄"
"""The way of delivery that is meant where post is said to be offered."""

PAPER_ENDINGS = (
    "证", "书", "表", "簿", "本", "单", "照片", "证明", "复印件", "原件", "材料", "合同", "协议", "卡", "件", "报告", "函", "决定", "承诺",
    "图", "票据", "发票", "执照", "申请", "意见", "册", "文件", "照", "相片", "名单", "章程", "记录", "资料", "方案", "凭证", "清单", "计划",
    "信",
)  # fmt: skip
"""What the name of a paper ends with; a list with 、 is only taken apart where each part is one."""
COPY_WORDS = ("复印件", "原件")
"""What may be said of all papers of a list at its end, so that the list is not taken apart."""

GENERIC_SHEETS = (
    "sheet", "工作表", "表", "清单", "目录", "汇总", "事项", "总表", "附件", "指南", "数据", "模板", "list", "table",
)  # fmt: skip
"""What is in the name of a sheet that names no window."""
WINDOW_ENDINGS = ("窗口", "专窗", "岗")
BODY_ENDINGS = (
    "局", "委", "办", "站", "所", "中心", "政府", "科", "股", "公司", "银行", "队", "办公室", "办事处", "部", "会", "联",
)  # fmt: skip
"""How windows and offices end, where such a word stands alone in a row above its services."""

NOTE_BEGINNINGS = (
    "注：", "注:", "注意", "备注", "说明", "填表", "制表", "审核", "联系人", "填报", "单位负责人", "附：", "附:", "※", "*", "填写",
)  # fmt: skip
"""What the notes behind a table begin with."""

TITLE_ENDINGS = (
    "办事指南", "服务指南", "办理指南", "办事须知", "办理须知", "服务须知", "办事流程", "办理流程", "办理说明", "工作指南", "指南", "服务卡",
    "一次性告知单", "一次性告知书", "一次性告知",
)  # fmt: skip
"""How the titles of guides end, behind the name of the service."""
SECTION_HEADINGS = (
    "基本信息", "基本要素", "事项基本信息", "受理信息", "办理信息", "审批信息", "材料信息", "收费信息", "结果信息", "其他信息", "咨询投诉",
    "服务信息", "事项信息", "办理要素", "目录", "附件", "流程图", "办理流程图", "相关信息", "内容", "项目内容",
)  # fmt: skip
"""Headings within a guide that name no field and no service."""
FORM_HEADINGS = (
    "序号", "项目", "内容", "要素", "要素名称", "指南要素", "栏目", "填写内容", "具体内容", "说明", "备注", "事项要素", "信息项", "名称", "填写说明",
    "要素内容", "类别", "项目内容", "项目名称",
)  # fmt: skip
"""What stands above the columns of a form that has labels in one and values in the next."""
