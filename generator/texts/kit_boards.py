"""The wording of stands, banners and screens."""

STAND: dict[str, str] = {
    "over": "办事指引",
    "address": "地址",
    "directions": "怎么去",
    "hours": "办公时间",
    "phone": "咨询电话",
    "windows": "去哪个窗口",
    "scan": "扫码看全部事项",
    "scan_service": "扫码看完整指南",
    "materials": "要带的材料",
    "many_materials": "共{count}种，扫码看清单，或者到窗口领取。",
    "steps": "办理流程",
    "beside": "大厅入口",
}
"""Stands: of the hall, and of a service."""

SCREEN: dict[str, str] = {
    "wide": "横屏",
    "tall": "竖屏",
    "title": "{title}（{screen}）",
    "hours": "办公时间",
    "phone": "咨询电话",
    "address": "地址",
    "windows": "去哪个窗口",
    "services": "{names}等{count}项",
    "scan": "扫码办事、查进度",
    "scan_notice": "扫码看全文",
    "span": "{since}至{until}",
    "more": "……（扫码看全文）",
    "objection": "有意见请找",
}
"""Pictures for the displays of a hall."""

LONG_PICTURE: dict[str, str] = {"over": "{hall}　办事指南", "scan": "长按识别，看完整指南"}
"""A guide as one long picture, for groups in chat."""

BANNER: dict[str, str] = {
    "scale": "比例1∶{scale}，成品宽{width}厘米、高{height}厘米；裁去这一条。",
    "indoor": "大厅室内",
    "outdoor": "大厅门外",
}
"""Banners."""
