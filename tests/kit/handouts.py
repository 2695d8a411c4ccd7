"""A service and its hall for tests of what is handed out and filled in, and what such sheets are looked at for."""

import segno
from test_press import SITE, Grey

from generator.facts.services import ServiceFacts, service_facts
from generator.model import Dataset, Material, Service, Window
from generator.posters.sheet import Json, Sheet

URL = "https://xugu.example/services/linshi-jiuzhu/"
NAMES = ("居民身份证", "家庭经济状况核对授权书")
LONG = "家庭经济状况核对授权书和全部家庭成员的收入与财产声明" * 7


def service(**fields: object) -> Service:
    """A service with all that a resident asks for, with ``fields`` in place of its own."""
    sound: dict[str, object] = {
        "id": "linshi-jiuzhu",
        "name": "临时救助",
        "summary": "家里突然遇到难处，可以申请一次性的救助。",
        "type": "行政给付",
        "handling": "承诺件",
        "status": {"state": "在办"},
        "audience": ["个人"],
        "window": "民政",
        "body": "县级民政部门",
        "level": "县级",
        "legal_basis": [{"title": "社会救助暂行办法", "document_number": "国务院令第649号", "article": "第四十七条"}],
        "conditions": ["家里突然遇到难处", "基本生活暂时有困难"],
        "exclusions": ["不如实说明情况"],
        "materials": [
            {"material": "id-card", "necessity": "必要", "copies": "1", "original": "原件核验"},
            {"name": "申请书", "necessity": "必要", "copies": "1", "original": "原件", "notes": "不会写的由窗口代写。"},
            {"name": "诊断证明", "necessity": "容缺后补", "copies": "2", "original": "复印件"},
        ],
        "situations": [{"name": "因病申请", "materials": ["id-card", "诊断证明"], "notes": "先申请，后补证明。"}],
        "steps": [
            {"name": "受理", "who": "民政救济岗", "what": "当场查看材料。", "limit": {"immediate": "是"}},
            {"name": "审核", "who": "虚谷镇人民政府", "what": "入户查看。", "limit": {"days": "5", "unit": "工作日"}},
            {"name": "办结", "who": "县级民政部门"},
        ],
        "time_limits": {
            "statutory": {"unregulated": "是"},
            "promised": {"days": "20", "unit": "工作日"},
            "clock_starts": "受理的第二天",
            "extension": {"days": "10", "unit": "工作日", "basis": "限时办结制度第七条"},
        },
        "fee": {"free": "是"},
        "result": {"name": "救助金", "type": "资金", "delivery": ["窗口领取"]},
        "visits": "1",
        "agent": "是",
        "faq": [{"question": "外地人能申请吗？", "answer": "能，在遇到困难的地方申请。"}],
        "verified": "2026-09-15",
    }
    return Service.model_validate(sound | fields)


def hall_of(*services: Service) -> Dataset:
    """The hall with one window that offers these services."""
    desk = {"id": "mz", "name": "民政救济", "aliases": ["民政"], "number": "4", "staff_role": "民政救济岗"}
    window = Window.model_validate({**desk, "phone": "0300-0000104"})
    card = Material.model_validate({"id": "id-card", "name": "居民身份证"})
    return Dataset(SITE, (window,), (), {card.id: card}, {one.id: one for one in services}, {}, {}, {})


def facts_of(one: Service) -> ServiceFacts:
    """What follows from a service in this hall."""
    return service_facts(one, hall_of(one))


def papers(count: int, name: str = NAMES[1]) -> list[dict[str, str]]:
    """So many materials, each with a number in its name."""
    return [{"name": f"{name}{n}", "copies": "1", "original": "原件和复印件"} for n in range(1, count + 1)]


def body_of(sheet: Sheet) -> dict[str, Json]:
    """What a sheet hands to its template."""
    body = sheet.data["body"]
    assert isinstance(body, dict)
    return body


def code_in(picture: Grey, left: float, top: float, right: float, bottom: float, url: str = URL) -> list[list[bool]]:
    """The matrix of the QR code between these millimetres, read at the centre of each module of one for ``url``."""
    modules = len(expected_code(url))
    x0, y0, x1, y1 = (round(mm * picture.per_mm) for mm in (left, top, right, bottom))
    dark = [(x, y) for y in range(y0, y1) for x, grey in enumerate(picture.row(y, x0, x1), x0) if grey < 100]
    x0, y0 = min(x for x, _ in dark), min(y for _, y in dark)
    size = max(x for x, _ in dark) - x0 + 1
    centres = [round((n + 0.5) * size / modules - 0.5) for n in range(modules)]
    return [[picture.row(y0 + y)[x0 + x] < 128 for x in centres] for y in centres]


def expected_code(url: str = URL) -> list[list[bool]]:
    """The matrix of the code of an address."""
    return [[bool(module) for module in row] for row in segno.make(url, error="m", micro=False).matrix]


def is_blank_outside(picture: Grey, edge: float) -> bool:
    """Whether nothing is printed in the outermost ``edge`` millimetres at the left, the right and below."""
    rim = int(edge * picture.per_mm)
    sides = all(min(picture.row(y, 0, rim) + picture.row(y, picture.width - rim)) == 255 for y in range(picture.height))
    centre = picture.width // 2
    below = all(
        min(picture.row(y, 0, centre - 2) + picture.row(y, centre + 3)) == 255
        for y in range(picture.height - rim, picture.height)
    )
    return sides and below
