"""The notice of what has to be put right (补正材料通知书): every paper that is missing, once, in writing.

Sources: 行政许可法 art. 32 (4), and art. 82 for the days; they bind permits only, and only there they are cited.
"""

from generator.kit.filling import blank
from generator.kit.form import Case, Form, notes, papers, paragraph, rows
from generator.posters.sheet import Json
from generator.texts.kit_forms import CORRECTION, FORM


def parts(case: Case) -> list[Json]:
    """What it says of a service, or blank."""
    place = case.facts.place if case.facts else case.site.hall.address
    return [
        rows(
            (blank(FORM["number_of_form"]), case.item),
            (blank(FORM["applicant"], "private"), blank(FORM["received"], "day")),
        ),
        paragraph(CORRECTION["text"]),
        papers(case, CORRECTION["missing"], CORRECTION["wanted"]),
        rows(
            (blank(FORM["until"], "day"), blank(CORRECTION["where"], value=place)),
            (blank(FORM["signed_for"], "private"), blank(FORM["signed_on"], "day")),
        ),
        notes(CORRECTION["permit"] if case.is_permit else None),
    ]


KIND = Form("correction-notice", CORRECTION["heading"], parts).kind
