"""The wording of what stands, hangs and lies at a window, for the kinds of sheets of the window set."""

WINDOW: dict[str, str] = {
    "title": "{number}号窗口　{name}",
    "counter": "号窗口",
    "recognised": "{metres}米内看得清",
    "above": "“{window}”窗口上方",
    "beside": "“{window}”窗口旁",
    "hours": "办公时间",
    "phone": "窗口电话",
    "place": "位置",
}
"""What the sheets of a window share, and its number sign."""

DESK_SIGN: dict[str, str] = {
    "post": "岗位",
    "phone": "电话",
    "how": "沿中间虚线向后折，沿四角的线裁下；两面都能看。折好后宽{width}毫米、高{height}毫米。",
}
"""The folded sign on the desk of a window."""

STAFF_BOARD: dict[str, str] = {
    "over": "{hall}　A/B岗公示牌",
    "post": "A岗",
    "post_note": "主办",
    "backup": "B岗",
    "backup_note": "替岗",
    "says": "A岗不在时，请找B岗办理。",
    "services": "在这里办",
    "duties": "窗口职责",
}
"""Who serves at a window, and who stands in: posts, never names."""

DESKS: dict[str, str] = {
    "place": "位置",
    "phone": "电话",
    "hours": "时间",
    "problem": "“办不成事”反映窗口",
    "problem_lead": "办事遇到这些情况，请到这里反映",
    "problem_points": "符合条件，却没有受理|材料齐全，却没有办成|跑了多趟，还没有办好",
    "problem_help": "怎么处理",
    "elderly": "老年人优先",
    "elderly_lead": "老年人请到这里，优先办理",
    "elderly_help": "可以帮您",
}
"""The signs of desks for those whose errand failed, and for the elderly."""

WHEREABOUTS: dict[str, str] = {
    "over": "{hall}　工作人员去向牌",
    "marker": "把磁扣放在圆圈里",
    "back": "预计回来",
    "when": "　　月　　日　　时　　分",
    "backup": "不在时请找",
    "phone": "或者打电话",
}
"""Where the staff of a window is, shown by a marker that is moved."""

WHEREABOUTS_BOARD: dict[str, str] = {
    "title": "工作人员去向公示",
    "post": "窗口和岗位",
    "back": "预计回来",
    "when": "　月　日　时",
    "backup": "不在时请找",
    "unknown": "《{title}》不印：还不知道哪个岗位办、谁替岗的窗口有：{names}。请在 windows.yml 里写 staff_role 和 backup。",
}
"""The same of all windows, on one board."""
