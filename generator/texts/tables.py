"""What stands on every table for Excel."""

from typing import Final

PAGE_OF_PAGES: Final = "第 &P 页，共 &N 页"
"""At the foot of a printed sheet; Excel puts the numbers in."""

SAVED: Final[dict[str, str]] = {
    "inside": "{name} 不能放在项目文件夹里：那里的表格会当成台账。请在 --out 后面写项目外面的位置，如 ../{example}。",
    "ending": "--out 后面的文件名以 {endings} 结尾，如 ../{example}。",
    "written": "已写好 {path}。",
    "or": " 或者 ",
}
"""What is said when a table is saved for the hall's own people."""
