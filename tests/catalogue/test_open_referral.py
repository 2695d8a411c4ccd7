"""open_referral: services in the format of Open Referral (HSDS 3), nested and flat."""

from service_sheets import names, rules

from generator.catalogue.open_referral import is_open_referral, services_in_hsds

SERVICE = {
    "id": "s1",
    "name": "Community Counselling",
    "alternate_name": "社区心理咨询",
    "description": "免费的心理咨询。",
    "url": "https://example.org/a",
    "email": "a@example.org",
    "status": "active",
    "application_process": "1.预约\n2.面谈",
    "eligibility_description": "本镇居民",
    "minimum_age": 12,
    "assured_date": "2026-01-31",
    "organization": {"id": "o1", "name": "子虚镇社区服务中心"},
    "phones": [{"id": "p", "number": '"0300-0000100"', "extension": 8}],
    "required_documents": [{"id": "d", "document": "身份证", "uri": "https://example.org/b"}, {"document": "户口簿"}],
    "cost_options": [{"option": "成人", "amount": 20, "currency": "cny", "amount_description": "每次"}],
    "schedules": [{"byday": "MO,TU", "opens_at": "09:00:00", "closes_at": "17:00:00"}],
    "service_at_locations": [
        {"id": "l", "location": {"name": "二楼", "addresses": [{"city": "子虚县", "address_1": "乌有路1号"}]}}
    ],
}
FIELDS = {
    "aliases": ["社区心理咨询"],
    "summary": "免费的心理咨询。",
    "status": {"state": "在办"},
    "body": "子虚镇社区服务中心",
    "conditions": ["本镇居民", "年满12周岁"],
    "materials": [{"name": "身份证", "notes": "网址：https://example.org/b"}, {"name": "户口簿"}],
    "steps": [{"name": "预约"}, {"name": "面谈"}],
    "fee": {"items": [{"name": "收费", "standard": "成人 20元 每次"}]},
    "place": "子虚县乌有路1号 二楼",
    "hours": "周一、周二 09:00—17:00",
    "online": [{"name": "url（网址）", "url": "https://example.org/a"}],
    "enquiry_phone": "0300-0000100转8",
}


def plain(fields: object) -> object:
    """The fields without the day, which is no text."""
    assert isinstance(fields, dict)
    return {key: value for key, value in fields.items() if key != "verified"}


def test_a_page_of_services() -> None:
    """Each part of a service goes to its field; what has none is told."""
    listing = services_in_hsds({"total_items": 1, "contents": [SERVICE]})
    assert names(listing) == ["Community Counselling"]
    assert plain(dict(listing.services[0].fields)) == FIELDS
    assert str(listing.services[0].fields["verified"]) == "2026-01-31"
    assert rules(listing) == ["json/unused"]
    assert "email（1）" in listing.remarks[0].message


def test_services_of_an_organisation_and_single_ones() -> None:
    """An organisation is the body of its services; a list of services and one alone are read, too."""
    listing = services_in_hsds({"name": "子虚镇", "services": [{"id": "1", "name": "甲事项", "status": "defunct"}]})
    assert dict(listing.services[0].fields) == {"body": "子虚镇", "status": {"state": "取消"}}
    assert names(services_in_hsds([{"name": "甲事项"}, {"name": "乙事项"}, {"status": "active"}])) == [
        "甲事项",
        "乙事项",
    ]


def test_flat_tables() -> None:
    """Rows of tables belong to the services that they name."""
    listing = services_in_hsds(
        {
            "organization": [{"id": "o1", "name": "子虚镇"}],
            "service": [
                {"id": "s1", "organization_id": "o1", "name": "甲事项", "status": "inactive"},
                {"id": "s2", "name": "乙事项"},
            ],
            "phone": [{"id": "p", "service_id": "s1", "number": "0300-0000100"}],
            "required_document": [{"service_id": "s2", "document": "身份证"}],
            "cost_option": [{"service_id": "s2", "amount": 0}],
            "service_at_location": [{"id": "x", "service_id": "s1", "location_id": "l1"}],
            "location": [{"id": "l1", "name": "一楼"}],
            "address": [{"location_id": "l1", "city": "子虚县", "address_1": "乌有路1号"}],
        }
    )
    assert [dict(service.fields) for service in listing.services] == [
        {"body": "子虚镇", "enquiry_phone": "0300-0000100", "place": "子虚县乌有路1号 一楼"},
        {"materials": [{"name": "身份证"}], "fee": {"free": True}},
    ]
    assert rules(listing) == ["cell/unread"]


def test_what_is_open_referral() -> None:
    """It is known by its names of fields."""
    assert is_open_referral({"contents": [SERVICE]})
    assert is_open_referral([SERVICE])
    assert not is_open_referral({"data": {"list": [{"taskName": "甲"}]}})
    assert not is_open_referral([{"name": "甲", "price": 1}])
