"""Words about the layers of a fleet's content: what is wrong with them, and where a field comes from."""

from typing import Final, Literal

CHECKS: Final[dict[str, tuple[Literal["error", "gap", "reminder"], str, str]]] = {
    "layer/no-folder": ("error", "“{layer}”这一层的文件夹不存在。请检查 fleet.yml 里的 folder，或建好这个文件夹。", ""),
    "layer/path": (
        "error",
        "“{path}”不是内容文件的路径。从内容文件夹写起，如 services/linshi-jiuzhu.yml、site.yml，用 / 分开。",
        "",
    ),
    "layer/approvals": (
        "error",
        "批准登记只能放在大厅自己的文件夹里：每个大厅批准的是各层合在一起的内容。请删去这个文件，"
        "用 gongshi approve 在每个大厅里批准（不写 --hall 就是所有大厅）。",
        "",
    ),
    "layer/exists-above": (
        "error",
        "“{layer}”已经有这个文件（{above}）。只改几项的，把要改的几项写进 overrides/{path}，删去这个文件；"
        "整个换掉的，在 layer.yml 里写明。",
        "replaces: [{path}]",
    ),
    "layer/replaces-nothing": (
        "error",
        "上级没有 {path}，没有什么可以换掉。请删去这一项；名字写错的，请改正。{near}",
        "",
    ),
    "layer/replaces-no-file": (
        "error",
        "写了换掉 {path}，本级却没有这个文件。请放上这个文件；不要这一条的，写在 leaves_out 里。",
        "leaves_out: [{path}]",
    ),
    "layer/leaves-nothing": ("error", "上级没有 {path}，不用写“不要”。请删去这一项；名字写错的，请改正。{near}", ""),
    "layer/leaves-own": (
        "error",
        "{path} 写了“不要”，本级又有这个文件。整个换掉的，写在 replaces 里；不要的，请删去文件。",
        "replaces: [{path}]",
    ),
    "layer/override-nothing": (
        "error",
        "上级没有 {path}，没有什么可以改。新写的一条请放在 {path}，不要放在 overrides 里；名字写错的，请改正。{near}",
        "",
    ),
    "layer/override-own": (
        "error",
        "本级已经有 {path} 整个文件，不用再改其中几项。请把这里的内容并进那个文件，再删去这个文件。",
        "",
    ),
    "layer/override-kind": (
        "error",
        "overrides 里只能放内容的 .yml 文件；网页、图片、表格不能只改一部分。请整个换掉：放在本级同一位置，写进 replaces。",
        "replaces: [{path}]",
    ),
    "layer/override-id": ("error", "id 是这条内容的编号，下级不能改。请删去这一行；要新写一条的，另建文件。", ""),
    "layer/override-empty": (
        "error",
        "{field} 没有写内容，什么也不会改。请写上内容，或整行删去；要去掉上级的这一项，只能整个换掉。",
        "replaces: [{path}]",
    ),
    "layer/override-item": (
        "error",
        "这个列表按 id 对上。请给这一项写上 id：上级已有的改那一项，没有的就加上。",
        "- id: 编号",
    ),
    "layer/override-unwritable": (
        "error",
        "这几项并不进上级的文件（{above}）。上级文件有错的，先改好；否则请整个换掉。",
        "replaces: [{path}]",
    ),
    "layer/locked": ("error", "“{layer}”规定下级不能改{field}（{above}）。请删去这一项；确实要改的，请上级来改。", ""),
    "layer/locked-record": (
        "error",
        "“{layer}”规定下级不能改、不能换、不能不要 {path}（{above}）。请删去；确实要改的，请上级来改。",
        "",
    ),
    "layer/locked-replaced": (
        "error",
        "“{layer}”规定下级不能改{field}（{above}），换上的文件里却和上级的不一样。请照上级的写；确实要改的，请上级来改。",
        "",
    ),
    "layer/locked-field": ("error", "没有 {field} 这个字段，锁不住。是不是想写：{near}？", ""),
    "layer/locked-nothing": ("error", "没有 {path} 这个文件，锁不住。名字写错的，请改正。{near}", ""),
    "layer/promise-longer": (
        "error",
        "承诺时限{own}，比“{layer}”的{above}长。下级只能承诺得更快。",
        "{above}，或者更短",
    ),
    "layer/promise-unclear": (
        "error",
        "承诺时限{own}和“{layer}”的{above}单位不同，遇上节假日可能更长。请用同一个单位写，并且不超过它。",
        "{above}，或者更短",
    ),
    "layer/promise-gone": ("error", "“{layer}”承诺{above}办完，这里没有承诺时限了。请照写，或者写得更短。", "{above}"),
}
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""

EXPLAINED: dict[str, str] = {
    "head": "{path}　{title}",
    "field": "  {field}　{value}　{origin}",
    "locked": "    “{layer}”规定下级不能改（{place}）",
    "above": "    {layer}写的是{value}（{place}）",
    "origin": "{layer}：{place}",
    "list": "（{count} 项）",
    "group": "（{count} 栏）",
    "whole": "整个文件：{origin}",
    "left_out": "{layer}不要这一条（{place}）。上级的：",
    "hall": "{hall}：{place}",
    "halls": "改了这一条的大厅：",
    "no_halls": "没有大厅改过这一条。",
    "below": "·",
}
"""What ``gongshi explain`` tells: of each field its value, the layer that wrote it and the file and line."""

NOT_FOUND: dict[str, str] = {
    "none": "没有“{name}”这一条。{near}",
    "near": "最接近的：{names}。",
    "hall_only": "共用的内容里没有“{name}”这一条；是某个大厅自己的，请用 --hall 写明大厅的编号。",
    "several": "“{name}”不止一条，请写其中一个：{names}。",
    "no_fleet": "这里没有 fleet.yml，只有一个大厅，不用写 --hall。",
}
"""Why ``gongshi explain`` has nothing to tell."""

NEAR = "上级有：{names}。"
"""What stands in the upper layers and looks like a name that does not."""

FIELD, BELOW = "“{title}”", "·"
"""How a field is called, and a field of a group behind the name of the group."""
