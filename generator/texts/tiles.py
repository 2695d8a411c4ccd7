"""The wording of sheets that are cut into tiles, folded to a booklet, and of the sheet that a printer is measured with."""

TILES: dict[str, str] = {
    "no_need": "{sheet} 印得下，不用拼：{paper} 就够大。",
    "too_many": "{sheet} 用 {paper} 拼，要超过 {most} 张。请换大一号的纸，或者送去印刷。",
    "no_booklet": "《{title}》只有 {pages} 页，不用折成小册子，直接双面打印。",
    "plan": "拼接图",
    "scale": "共{count}张，缩放 {percent}%。",
    "steps": "打印时选“实际大小”或 100%。\n沿虚线裁去左边和上边，压住相邻一张的空白，对齐角上的十字，用胶带从背面粘好。\n按图中的编号，一行一行地拼。",
    "page": "第{page}张海报",
    "tile": "{row}－{column}",
    "tile_of": "{title}　第{row}行第{column}张",
}

CALIBRATION: dict[str, str] = {
    "title": "打印校准页",
    "how": "打印时选“实际大小”或 100%，不要选“适合页面”。\n用尺子量下面两条线，都应当是 100 毫米；不然请检查打印设置。\n看四边的数：印出来的最小的数，就是这台打印机的页边（毫米）。",
    "width": "横 100 毫米",
    "height": "竖 100 毫米",
    "edge": "{distance}",
    "types": "字号和阅读距离",
    "form": "{points} 磅，只用于填写的表格",
    "greys": "灰度：一格一格分得清，5% 不是白的，90% 和 100% 不一样黑",
    "lines": "线宽（磅）：都不断线",
    "codes": "二维码（毫米）：用手机扫，单子上的是 15 到 20",
    "reversed": "反白字：笔画不糊",
    "words": "便民服务大厅　一次性告知单　ABC 0123",
    "sample": "{points} 磅，{metres} 米（老年人 {elderly} 米）",
}
"""The words of the sheet with which a printer is measured."""
