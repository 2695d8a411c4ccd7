"""The messages of reading a hall's own files: rule -> (message, what to do instead; may be empty)."""

SOURCE_MESSAGES: dict[str, tuple[str, str]] = {
    "source/unreadable": ("文件打不开。如果它正在 Word 或 WPS 里打开，请先保存并关闭。", ""),
    "source/broken": ("文件已损坏或不完整。请重新取得文件，或在 Word 或 WPS 里打开后另存为 .docx。", ""),
    "source/strict": ("文件存成了“Strict Open XML”，不读取。", "在 Word 里打开它，另存为“Word 文档 (*.docx)”"),
    "source/embedded": ("文件里嵌着另一个文件（尚未合并的内容），读不全，因此没有读取。", "在 Word 里打开它，另存为 .docx"),
    "source/encoding": ("文字的编码不认识。支持 UTF-8、GB18030（含 GBK）和 Unicode 文本。", "用记事本打开它，另存为编码 UTF-8"),
    "source/empty": ("文件里没有文字。", ""),
    "source/time": ("{seconds} 秒内没有读完，已停止。", "删去图片等无关内容再试"),
    "source/memory": ("读取时程序中止：文件太大或已损坏。", "在 Word 或 WPS 里打开它，删去图片等无关内容，另存为 .docx"),
}  # fmt: skip
