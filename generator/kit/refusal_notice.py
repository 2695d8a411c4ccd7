"""The notice that an application is not accepted (不予受理通知书): why, on what basis, where else to go, how to appeal.

Sources: 行政许可法 art. 32 (1), (2): what needs no permit, and what is another organ's; the applicant is told whom to
ask, in a dated document with seal. Appeal: 行政复议法 art. 20 (in force since 2024-01-01), sixty days from the day on
which one knows; 行政诉讼法 art. 46, six months. Some appeals have to be made in this order (行政复议法 art. 23), and
what is no administrative act has other ways, so the clerk ticks which applies; it is ticked for acts by their type.
"""

from generator.kit.filling import blank
from generator.kit.form import Case, Form, choices, lines, paragraph, rows
from generator.posters.sheet import Json
from generator.texts.kit_forms import FORM, REFUSAL

_NO_ACT = (None, "公共服务")
"""Types of service that are not for certain an administrative act."""


_BY_LAW = {True: ("no_permit", "not_ours_by_law"), False: ("not_needed", "not_ours")}
"""The first causes of a permit, which 行政许可法 names, and those of other services."""


def parts(case: Case) -> list[Json]:
    """What it says of a service, or blank."""
    causes = [REFUSAL[key] for key in (*_BY_LAW[case.is_permit], "conditions", "other")]
    redress = case.service.redress if case.service else None
    review, court = (redress.review, redress.court) if redress else (None, None)
    is_act = case.service is not None and case.service.type not in _NO_ACT
    return [
        paragraph(REFUSAL["text"]),
        rows(
            (blank(FORM["number_of_form"]), case.item),
            (blank(FORM["applicant"], "private"), blank(FORM["received"], "day")),
            choices(REFUSAL["cause"], causes),
            (lines(REFUSAL["where"], 1),),
            (lines(REFUSAL["reason"], 4),),
            (lines(REFUSAL["basis"], 2),),
            *_service_basis(case),
            choices(REFUSAL["redress"], [REFUSAL["appeal"], REFUSAL["other_way"]], [is_act]),
            (blank(REFUSAL["review_body"], value=review), blank(REFUSAL["court"], value=court)),
            (blank(FORM["signed_for"], "private"), blank(FORM["signed_on"], "day")),
        ),
    ]


def _service_basis(case: Case) -> list[dict[str, Json]]:
    """What the service rests on, where that is known."""
    named = [
        REFUSAL["basis_of"].format(title=basis.title, article=basis.article or "")
        for basis in (case.service.legal_basis if case.service else ())
    ]
    return [{"cells": [blank(REFUSAL["service_basis"], value="、".join(named))]}] if named else []


KIND = Form("refusal-notice", REFUSAL["heading"], parts).kind
