"""legal_bases: the documents that a service rests on."""

import pytest

from generator.catalogue.legal_bases import legal_bases


@pytest.mark.parametrize(
    ("text", "bases"),
    [
        ("《虚谷县救助办法》", [{"title": "虚谷县救助办法"}]),
        (
            "《虚谷县救助办法》（虚政发〔2025〕3号）第十二条：凡有困难的可以申请。",
            [
                {
                    "title": "虚谷县救助办法",
                    "document_number": "虚政发〔2025〕3号",
                    "article": "第十二条",
                    "text": "凡有困难的可以申请。",
                }
            ],
        ),
        (
            "《甲法》第三条第（一）项、《乙条例》第五条",
            [{"title": "甲法", "article": "第三条第（一）项"}, {"title": "乙条例", "article": "第五条"}],
        ),
        (
            "1.《甲法》第三条。2.《关于印发《乙办法》的通知》",
            [{"title": "甲法", "article": "第三条"}, {"title": "关于印发《乙办法》的通知"}],
        ),
        (
            "《甲法》第三条\n县级民政部门负责审批。",
            [{"title": "甲法", "article": "第三条", "text": "县级民政部门负责审批。"}],
        ),
        ("依据《甲法》第三条", [{"title": "甲法", "article": "第三条"}]),
        (
            "县民政局按《甲法》第三条办理",
            [{"title": "甲法", "article": "第三条", "text": "县民政局按《甲法》第三条办理"}],
        ),
        ("上级文件", None),
        ("《没有写完", None),
    ],
)
def test_bases_are_read_with_number_article_and_text(text: str, bases: object) -> None:
    """A basis has a document; what stands behind it is its text, and a text without a document is not understood."""
    assert legal_bases(text) == bases
