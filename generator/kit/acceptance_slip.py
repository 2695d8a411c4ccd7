"""The notice of acceptance (受理通知书), which is also the receipt of what was handed in: number, query code, due day.

Sources: 行政许可法 art. 32: whether an application is accepted or not is told in a dated document with the special seal
of the organ; art. 45: procedures that do not count are told in writing. The query code leads to the look-up of the site
and is written by hand, since it is the applicant's own.
"""

from generator.kit.filling import blank
from generator.kit.form import Case, Form, choices, notes, papers, rows
from generator.posters.sheet import Json
from generator.site import addresses
from generator.texts.guide import GUIDE
from generator.texts.kit_forms import ACCEPTANCE, FORM


def parts(case: Case) -> list[Json]:
    """What it says of a service, or blank."""
    promised = case.facts.promised if case.facts else None
    limit = GUIDE["readings"].join(promised.readings) if promised else None
    return [
        rows(
            (blank(FORM["receipt"]), blank(ACCEPTANCE["code"], "private")),
            (blank(FORM["applicant"], "private"), case.item),
            (blank(FORM["received"], "day"), blank(FORM["accepted"], "day")),
            choices(ACCEPTANCE["decision"], [ACCEPTANCE["taken"], ACCEPTANCE["accepted"]]),
            (blank(ACCEPTANCE["limit"], value=limit), blank(FORM["due"], "day")),
            (case.post, blank(FORM["signed_for"], "private")),
        ),
        papers(case, ACCEPTANCE["received"], ACCEPTANCE["note"]),
        notes(_clock(case), _not_counted(case), ACCEPTANCE["look_up"]),
    ]


def _clock(case: Case) -> str | None:
    """From when the limit is counted, where the service says so."""
    limits = case.service.time_limits if case.service else None
    start = limits.clock_starts if limits else None
    return ACCEPTANCE["clock"].format(start=start.rstrip("。")) if start else None


def _not_counted(case: Case) -> str | None:
    """Procedures that do not count: 行政许可法 art. 45 wants the applicant told of them in writing."""
    named = [
        procedure.name + (f" {GUIDE['readings'].join(procedure.readings)}" if procedure.readings else "")
        for procedure in (case.facts.special_procedures if case.facts else ())
        if procedure.counts is False
    ]
    return ACCEPTANCE["not_counted"].format(procedures="、".join(named)) if named else None


KIND = Form("acceptance-slip", ACCEPTANCE["heading"], parts, addresses.LOOKUP).kind
