"""The notice of an extension (延期办理通知书): why, for how long, until when, and who approved it.

Sources: 行政许可法 art. 42: a permit that cannot be decided within twenty days may take ten more with the approval of
the head of the organ, and the reason is told to the applicant. Art. 82: working days. Of other services only what the
hall has stated itself is printed.
"""

from generator.kit.filling import blank
from generator.kit.form import Case, Form, lines, notes, paragraph, rows
from generator.posters.sheet import Json
from generator.texts.guide import GUIDE
from generator.texts.kit_forms import EXTENSION, FORM


def parts(case: Case) -> list[Json]:
    """What it says of a service, or blank."""
    extension = case.facts.extension if case.facts else None
    basis = EXTENSION["permit"] if case.is_permit else extension.basis if extension else None
    days = GUIDE["readings"].join(extension.readings) if extension else None
    return [
        paragraph(EXTENSION["text"]),
        rows(
            (blank(FORM["number_of_form"]), case.item),
            (blank(FORM["applicant"], "private"), blank(FORM["receipt"])),
            (blank(FORM["accepted"], "day"), blank(EXTENSION["due_before"], "day")),
            (blank(EXTENSION["days"]), blank(EXTENSION["due_now"], "day")),
            (lines(EXTENSION["reason"], 4),),
            (lines(EXTENSION["basis"], 2, value=basis),),
            (blank(EXTENSION["approved_by"], "private"), blank(EXTENSION["approved_on"], "day")),
            (blank(FORM["signed_for"], "private"), blank(FORM["signed_on"], "day")),
        ),
        notes(
            EXTENSION["most"].format(days=days) if days else None,
            GUIDE["extension_text"] if extension else None,
            EXTENSION["complaint"],
        ),
    ]


KIND = Form("extension-notice", EXTENSION["heading"], parts).kind
