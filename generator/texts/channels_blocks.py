"""Words of pages that are laid out for other places, where they differ from those of the site."""

BLOCKS: dict[str, str] = {
    "note": "（{text}）",
    "labelled": "{label}：{text}",
    "material": "材料",
    "demands": "要求",
    "source": "从哪里来",
    "remarks": "说明",
    "situation": "情况",
    "step": "环节",
    "who": "谁来办",
    "what": "做什么",
    "limit": "时限",
    "fee": "项目",
    "standard": "标准",
}
"""Headings of columns, and how a note stands behind what it is about."""
