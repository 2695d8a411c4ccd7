"""The wording of the walk-round sheet (上墙核对单)."""

WALK_ROUND: dict[str, str] = {
    "title": "上墙核对单",
    "over": "{hall}　列于{day}",
    "how": "照着走一圈：在不在、版本号对不对（在海报下面）、有没有破损褪色。扫海报上的二维码，网页会说这一张是不是现行的。",
    "sheet": "张贴件",
    "kind": "种类",
    "paper": "大小",
    "version": "现行版本",
    "hangs": "在",
    "whole": "完好",
    "note": "要做什么",
    "nowhere": "没有写张贴处",
    "not_yet": "先不挂",
    "by": "核对岗位",
    "on": "核对日期",
}
