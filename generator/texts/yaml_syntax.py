"""What the YAML parser complains of, in Chinese."""

SYNTAX: dict[str, str] = {
    "": "写法不符合 YAML 格式",
    "mapping values are not allowed in this context": "这里多了一个冒号：上一行缩进不对，或文字里有冒号没有加引号",
    "did not find expected alphabetic or numeric character": "* 和 & 开头的文字请加引号",
    "could not find expected ':'": "这一行缺少英文冒号",
    "did not find expected key": "缩进没有对齐，或引号没有成对",
    "did not find expected '-' indicator": "列表项没有对齐",
    "found unexpected end of stream": "引号或括号没有成对",
    "found character that cannot start any token": "这个字符不能放在开头，请给整段文字加上引号",
    "did not find expected ',' or ']'": "方括号没有成对，或缺少英文逗号",
    "did not find expected ',' or '}'": "花括号没有成对，或缺少英文逗号",
    "found a tab character that violates indentation": "缩进里有 Tab，请改用空格",
}
"""Message of the YAML parser -> our wording of it."""
