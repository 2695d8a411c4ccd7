"""The proof of delivery (送达回证): what was handed over to whom, when, how, and who signed.

Sources: 行政许可法 art. 44 has decisions delivered within ten days and does not say how; organs follow 民事诉讼法:
art. 87 (the day of the signature is that of delivery), 88 (adults of the same household sign for who is not there) and
89 (refusal before witnesses, noted with reason and day), as they have been numbered since 2022; before, 84 to 86.
"""

from generator.kit.filling import blank
from generator.kit.form import Case, Form, choices, lines, notes, rows
from generator.posters.sheet import Json
from generator.texts.kit_forms import DELIVERY

_MANNERS = ("in_person", "left", "post", "electronic", "entrusted", "public")


def parts(case: Case) -> list[Json]:
    """What it says of a service, or blank."""
    return [
        rows(
            (lines(DELIVERY["document"], 2),),
            (blank(DELIVERY["document_number"]), case.item),
            (blank(DELIVERY["recipient"], "private"), blank(DELIVERY["place"], "private")),
            choices(DELIVERY["manner"], [DELIVERY[key] for key in _MANNERS]),
            (blank(DELIVERY["received_on"], "day"), blank(DELIVERY["signature"], "private")),
            (lines(DELIVERY["relation"], 1, "private"),),
            (lines(DELIVERY["refusal"], 3, "private"),),
            (blank(DELIVERY["witness"], "private"), blank(DELIVERY["deliverer"], "private")),
            (lines(DELIVERY["remark"], 2),),
        ),
        notes(DELIVERY["how"]),
    ]


KIND = Form("delivery-receipt", DELIVERY["heading"], parts, stays=True).kind
