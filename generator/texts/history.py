"""What has changed: the words of the records of changes."""

CHANGES: dict[str, str] = {
    "edited": "改了：{fields}。",
    "new": "新增这一项。",
    "and": "、",
}
"""What a change says that was read from Git, where no note of the record says more."""
