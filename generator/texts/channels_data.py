"""The words of linked data and of the descriptions of open data, where no record and no page says them."""

LINKED: dict[str, str] = {
    "dataset": "{name}办事指南",
    "dataset_text": "{name}的全部办事指南，内容与网页相同。",
    "counter": "到现场办理",
    "step": "{number}. {name}",
    "step_what": "{name}：{what}",
    "promised": "承诺时限：{readings}。",
    "no_steps": "流程待补充。",
}
"""What linked data says of a service beside its fields."""
