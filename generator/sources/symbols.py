"""What the signs of symbol fonts look like, in characters that every font has.

In Wingdings and Symbol a square or a tick has the code of a letter; Word writes it as U+F000 and that code.
"""

_PRIVATE = 0xF000
_SIGNS = {
    "wingdings": {
        0x6C: "●", 0x6D: "○", 0x6E: "■", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0x75: "◆", 0x76: "◆", 0x77: "◆",
        0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xB2: "☆", 0xD8: "➢", 0xE0: "→", 0xE8: "→", 0xF0: "⇨",
        0xFB: "✗", 0xFC: "✓", 0xFD: "☒", 0xFE: "☑",
        **{0x80 + number: character for number, character in enumerate("⓪①②③④⑤⑥⑦⑧⑨⑩⓿❶❷❸❹❺❻❼❽❾❿")},
    },
    "wingdings 2": {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"},
    "symbol": {0xA8: "◆", 0xAE: "→", 0xB3: "≥", 0xA3: "≤", 0xB0: "°", 0xB4: "×", 0xB7: "•", 0xB8: "÷", 0xD7: "·"},
}  # fmt: skip


def symbol(text: str, font: str) -> str:
    """``text`` with the signs of a symbol font as characters; what is not known here, and other fonts, as they are."""
    signs = _SIGNS.get(font.lower(), {})
    return "".join(signs.get(ord(character) % _PRIVATE, character) if signs else character for character in text)
