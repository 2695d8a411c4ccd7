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

POSTING: dict[str, str] = {
    "title": "《{title}》张贴、撤下记录",
    "head": "张贴、撤下记录",
    "what": "内容",
    "version": "版本",
    "place": "张贴处",
    "term": "张贴期限",
    "posted": "张贴",
    "taken_down": "撤下",
    "time": "时间",
    "post": "岗位",
    "signature": "签名",
    "witness": "见证人",
    "reason": "原因",
    "expired": "期满",
    "other": "其他：",
    "near": "近景（看得清内容）",
    "far": "远景（看得见张贴的位置）",
    "photo": "贴照片，或者写照片编号",
}
"""The words of the record of posting and taking down."""

FEES: dict[str, str] = {
    "title": "收费公示",
    "free": "办事一律不收费",
    "all_free": "{count}项事项，一项也不收费。有人收费的，请打电话投诉。",
    "others_free": "没有列在这里的事项，都不收费。",
    "service": "事项",
    "item": "收费项目",
    "standard": "收费标准",
    "basis": "收费依据",
    "reduction": "减免",
    "none": "—",
    "phone": "监督电话",
    "hotline": "政务热线",
    "price_phone": "价格投诉",
    "unknown": "《{title}》不印：还不知道收不收费的事项有：{names}。请在这些事项的文件里写 fee。",
}
"""The words of the board of fees."""

RATING: dict[str, str] = {
    "title": "好差评牌",
    "title_window": "“{window}”窗口好差评牌",
    "head": "请您评价",
    "window": "{hall}　{window}窗口",
    "code": "好差评二维码，由官方系统发放",
    "how": "请用手机扫码，选一个，再提交。",
    "phone": "不会扫码，请打 {phone} 评价。",
    "every_window": "各窗口",
    "no_picture": "《{title}》不印：图片 {path} 找不到，或者打不开。",
    "absent": "还没有好差评牌。请把官方发的二维码图片放进 content/pages，在 site.yml 里写 rating: {picture: pages/文件名.png}。",
}
"""The words of the plate for rating."""

GRADES = ("非常满意", "满意", "基本满意", "不满意", "非常不满意")
"""The grades of GB/T 39735, from the best to the worst."""

INDEX: dict[str, str] = {
    "title": "办事索引",
    "under": "先看窗口号，再找要办的事",
    "number": "{number}号",
    "continued": "（续）",
    "plan": "平面图",
    "ask": "办什么，请到窗口问",
    "no_window": "《{title}》不印：还不知道在哪个窗口办的事项有：{names}。请在这些事项的文件里写 window。",
}
"""The words of the index at the entrance."""
