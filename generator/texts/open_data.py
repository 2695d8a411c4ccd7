"""The words of the open data: what each file is, how the page groups them, and how their description names them."""

DATA: dict[str, str] = {
    # --- files ---------------------------------------------------------------------------------------------------
    "services": "全部办事指南（JSON）",
    "services_csv": "办事指南目录（CSV，可用 Excel 打开）",
    "regulations": "全部规章制度（JSON）",
    "hall": "大厅（JSON）",
    "windows": "服务窗口（JSON）",
    "materials": "材料目录（JSON）",
    "bundles": "全部一件事（JSON）",
    "notices": "正在公示的公告目录（JSON）",
    "sheets": "张贴件的版本（JSON）",
    "disclosures": "全部村务和财务公开表（JSON）",
    "table": "{title}（CSV）",
    "news_feed": "公示公告和办理结果（Atom）",
    "changes_feed": "办事指南、制度和一件事的变动（Atom）",
    "hours_calendar": "{name}的开放时间（iCalendar）",
    "notices_calendar": "公示公告的起止日期（iCalendar）",
    "linked": "全部办事指南（JSON-LD：schema.org 和 CPSV-AP 3.2）",
    "hsds": "全部办事指南（JSON：Open Referral HSDS 3.0）",
    "package_file": "数据说明：有哪些文件、每张表有哪些列（Data Package）",
    "schema_file": "{title}的格式说明（JSON Schema）",
    # --- groups on the page --------------------------------------------------------------------------------------
    "tables": "数据表",
    "tables_text": "可以下载后自己统计、核对，或者放进别的系统；每个文件的格式都有说明，版本是 {version}。",
    "feeds": "订阅",
    "feeds_text": "复制网址，添加到阅读器；有新的公示、结果或者内容变动时，阅读器会告诉您。",
    "calendars": "日历",
    "calendars_text": "复制网址，添加到手机或者电脑的日历（选“订阅日历”）；哪天开门、哪天休息、公示到哪天，日历会跟着更新。",
    "linked_group": "关联数据",
    "linked_text": "给搜索引擎、地图和上级政务平台的程序用：按国际通用的格式说明每件事怎么办，不用再对一遍字段。",
    # --- descriptions --------------------------------------------------------------------------------------------
    "package": "{name}公开数据",
    "columns": "表格的列名",
    "rows": "表格的各行，照原表的写法",
}
"""What the files of open data are called and said to be for."""

SERVICE_COLUMNS = ("编号", "事项名称", "状态", "办理窗口", "承诺时限", "咨询电话", "核对日期", "网址")
"""The header of the table of services in the open data."""
