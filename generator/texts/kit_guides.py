"""The words of guides to take home, beyond what a guide says anyway (``texts.guide``)."""

TAKE_HOME: dict[str, str] = {
    "title_of": "{service}　办事指南（带回家）",
    "over": "{hall}　办事指南",
    "who": "谁办",
    "what": "做什么",
    "numbered": "{number}{name}",
}
"""The guide to take home."""

SHORT_GUIDE: dict[str, str] = {
    "title_of": "{service}　简版指南",
    "over": "{hall}　简版指南",
    "what": "办什么",
    "conditions_elsewhere": "{audience}。条件有{count}条，请看办事指南。",
    "materials_elsewhere": "{count}种材料，请看办事指南。",
}
"""The guide of one sheet in large type."""
