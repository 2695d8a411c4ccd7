"""The wording of notices on paper, of the record of their posting, and of the boards for fees and ways."""

NOTICE: dict[str, str] = {
    "over": "{hall}　{kind}",
    "period": "时间",
    "objection": "有意见找谁",
    "basis": "依据",
    "law": "《{title}》{articles}",
    "names_basis": "公布姓名的依据",
    "hangs_until": "张贴到",
    "seal": "（盖章处）",
    "greeting": "{addressed_to}：",
    "page": "— {number} —",
}
"""The words of a notice on the wall."""
