"""JSON-LD of a public event: what search engines ask for."""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.jsonld import MOST_DATES, PublicEvent, event_json_ld, script_text
from tests.tourism.schedule.form_checks import FIRST, SCHEDULES
from tourism.schedule import Hours, Override, Period, Schedule, Slot, Status
from tourism.schedule.schema_org import schedule_from_schema_org

TODAY = date(2026, 7, 1)
STATUSES = ("EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline")


EVENING = Slot(time(20), time(22))


def on(*days, slot=EVENING, **values):
    periods = (Period(id="p", dates_only=True, extra_dates=days, hours=(Hours(slots=(slot,)),)),)
    return Schedule(periods=periods, **values)


CONCERT = PublicEvent(
    url="https://example.org/event/abc",
    name="Concert au four",
    language="fr",
    schedule=on(date(2026, 7, 11)),
    description="Du pain\net de la musique.",
    images=("https://example.org/four.jpg",),
    categories=("HERITAGE", "CONCERT"),
    venue="Four banal",
    city="La Garde",
    latitude=43.83,
    longitude=6.55,
    facts={
        "address": {"lines": ["Rue du Four"], "postcode": "04170", "city": "La Garde"},
        "price": {"free": False, "lines": [{"min": 6.0, "currency": "EUR"}]},
        "booking": [{"contacts": [{"kind": "BOOKING", "value": "https://billets.example.org"}]}],
        "contacts": [{"kind": "WEBSITE", "value": "https://four.example.org"}],
        "organiser": "Les Amis du four",
    },
)


def node_of(**changes):
    facts = CONCERT.facts | changes.pop("facts", {})
    return event_json_ld(replace(CONCERT, facts=facts, **changes), today=TODAY)


def check_event(node):
    """Google's rules for an Event, and schema.org's for what it does not ask for."""
    assert node["name"]
    start = check_moment(node["startDate"])
    if "endDate" in node:
        end = check_moment(node["endDate"])
        assert end.date() >= start.date()
    if "eventStatus" in node:
        assert node["eventStatus"].removeprefix("https://schema.org/") in STATUSES
    if "previousStartDate" in node:
        assert node["eventStatus"].endswith("EventRescheduled")
        check_moment(node["previousStartDate"])
    places = node["location"] if isinstance(node["location"], list) else [node["location"]]
    for place in places:
        assert place["@type"] in ("Place", "VirtualLocation")
        assert place.get("url") or (place["name"] and place["address"]["addressLocality"])
    if "offers" in node:
        prices = [node["offers"][key] for key in ("price", "lowPrice", "highPrice") if key in node["offers"]]
        assert prices
        assert all(isinstance(price, int | float) for price in prices)
        assert len(node["offers"]["priceCurrency"]) == 3
    for child in node.get("subEvent", ()):
        check_event(child)


def check_moment(text):
    """A date, or a moment with its offset."""
    if len(text) == 10:
        return datetime.combine(date.fromisoformat(text), time(0))
    moment = datetime.fromisoformat(text)
    assert moment.tzinfo is not None
    return moment


def test_one_date_is_one_event():
    node = node_of()
    check_event(node)
    assert node == {
        "@context": "https://schema.org",
        "@type": "MusicEvent",
        "@id": "https://example.org/event/abc",
        "url": "https://example.org/event/abc",
        "name": "Concert au four",
        "description": "Du pain et de la musique.",
        "inLanguage": "fr",
        "image": ["https://example.org/four.jpg"],
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Four banal",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Rue du Four",
                "postalCode": "04170",
                "addressLocality": "La Garde",
                "addressCountry": "FR",
            },
            "geo": {"@type": "GeoCoordinates", "latitude": 43.83, "longitude": 6.55},
        },
        "organizer": {"@type": "Organization", "name": "Les Amis du four", "url": "https://four.example.org"},
        "isAccessibleForFree": False,
        "offers": {
            "@type": "Offer",
            "price": 6.0,
            "url": "https://billets.example.org",
            "priceCurrency": "EUR",
            "availability": "https://schema.org/InStock",
        },
        "startDate": "2026-07-11T20:00:00+02:00",
        "endDate": "2026-07-11T22:00:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
    }


@pytest.mark.parametrize(
    ("slot", "start", "end"),
    [
        (Slot(), "2026-12-05", "2026-12-05"),
        (Slot(time(20)), "2026-12-05T20:00:00+01:00", None),
        (Slot(time(22), time(2)), "2026-12-05T22:00:00+01:00", "2026-12-06T02:00:00+01:00"),
        (Slot(None, time(12)), "2026-12-05", "2026-12-05T12:00:00+01:00"),
    ],
)
def test_hours_that_are_not_known_are_not_invented(slot, start, end):
    node = node_of(schedule=on(date(2026, 12, 5), slot=slot))
    check_event(node)
    assert (node["startDate"], node.get("endDate")) == (start, end)


@pytest.mark.parametrize(
    ("changes", "status"),
    [
        ({"status": "CANCELLED"}, "EventCancelled"),
        ({"status": "POSTPONED"}, "EventPostponed"),
        ({"status": "FULL"}, "EventScheduled"),
        ({"status": "UNCONFIRMED"}, None),
        ({"facts": {"details": {"status_note": "RESCHEDULED"}}}, "EventRescheduled"),
        ({"facts": {"details": {"status_note": "MOVED_ONLINE", "attendance_mode": "ONLINE"}}}, "EventMovedOnline"),
        ({"status": "CANCELLED", "facts": {"details": {"status_note": "RESCHEDULED"}}}, "EventCancelled"),
    ],
)
def test_status_of_the_whole_event(changes, status):
    node = node_of(**changes)
    check_event(node)
    assert node.get("eventStatus") == (status and f"https://schema.org/{status}")
    assert node["startDate"] == "2026-07-11T20:00:00+02:00"


def test_moved_date_says_where_from():
    moved = Override(date(2026, 7, 11), time(20), status=Status.MOVED, new_day=date(2026, 7, 18), new_start=time(21))
    node = node_of(schedule=on(date(2026, 7, 11), overrides=(moved,)))
    check_event(node)
    assert (node["startDate"], node["previousStartDate"], node["eventStatus"]) == (
        "2026-07-18T21:00:00+02:00",
        "2026-07-11T20:00:00+02:00",
        "https://schema.org/EventRescheduled",
    )


@pytest.mark.parametrize(
    ("whole", "of_the_date", "status"),
    [
        ("CANCELLED", Status.MOVED, "EventCancelled"),
        ("POSTPONED", Status.MOVED, "EventPostponed"),
        ("CANCELLED", Status.POSTPONED, "EventCancelled"),
        ("POSTPONED", Status.CANCELLED, "EventCancelled"),
        ("CANCELLED", Status.FULL, "EventCancelled"),
        ("FULL", Status.MOVED, "EventRescheduled"),
        ("UNCONFIRMED", Status.MOVED, "EventRescheduled"),
    ],
)
def test_gravest_of_what_is_said_of_the_whole_and_of_a_date_counts(whole, of_the_date, status):
    days = [date(2026, 7, 11), date(2026, 7, 13)]
    new_day = date(2026, 7, 12) if of_the_date == Status.MOVED else None
    changed = Override(days[0], status=of_the_date, new_day=new_day)
    for event in (on(days[0], overrides=(changed,)), on(*days, overrides=(changed,))):
        node = node_of(schedule=event, status=whole)
        check_event(node)
        one = node.get("subEvent", [node])[0]
        assert one["eventStatus"] == f"https://schema.org/{status}"
        assert "availability" not in one["offers"] or status == "EventRescheduled"
        if whole in ("CANCELLED", "POSTPONED"):
            word = "EventCancelled" if whole == "CANCELLED" else "EventPostponed"
            assert node["eventStatus"] == f"https://schema.org/{word if 'subEvent' in node else status}"


@pytest.mark.parametrize(
    ("status", "availability"),
    [("SCHEDULED", "https://schema.org/InStock"), ("FULL", "https://schema.org/SoldOut"), ("CANCELLED", None)],
)
def test_nothing_is_on_sale_of_what_does_not_take_place(status, availability):
    assert node_of(status=status)["offers"].get("availability") == availability


@pytest.mark.parametrize("status", ["SCHEDULED", "FULL"])
@pytest.mark.parametrize("days", [[date(2026, 6, 1)], [date(2026, 6, 1), date(2026, 6, 30)]])
def test_nothing_is_on_sale_of_what_is_over(status, days):
    node = node_of(schedule=on(*days), status=status)
    check_event(node)
    for one in (node, *node.get("subEvent", ())):
        assert one["offers"]["price"] == 6.0
        assert "availability" not in one["offers"]
    full = tuple(Override(day, status=Status.FULL) for day in days)
    one = node_of(schedule=on(*days, overrides=full))
    assert not any("availability" in node["offers"] for node in one.get("subEvent", [one]))
    today = node_of(schedule=on(*days, TODAY), status=status)
    assert today["offers"]["availability"].rsplit("/")[-1] == {"SCHEDULED": "InStock", "FULL": "SoldOut"}[status]


def test_each_of_several_dates_is_a_whole_event_with_its_own_status():
    days = [date(2026, 6, 1), date(2026, 7, 11), date(2026, 7, 12), date(2026, 7, 13)]
    overrides = (Override(days[2], status=Status.CANCELLED), Override(days[3], status=Status.FULL))
    node = node_of(schedule=on(*days, overrides=overrides))
    check_event(node)
    assert (node["startDate"], node["endDate"]) == ("2026-07-11T20:00:00+02:00", "2026-07-13T22:00:00+02:00")
    assert "eventStatus" not in node
    dates = node["subEvent"]
    assert [one["startDate"][:10] for one in dates] == ["2026-07-11", "2026-07-12", "2026-07-13"]
    assert [one["eventStatus"].rsplit("/")[-1] for one in dates] == [
        "EventScheduled",
        "EventCancelled",
        "EventScheduled",
    ]
    on_sale = [one["offers"].get("availability", "").rsplit("/")[-1] for one in dates]
    assert on_sale == ["InStock", "", "SoldOut"]
    assert all(one["location"] == node["location"] for one in dates)
    assert not any("@id" in one for one in dates)


@pytest.mark.parametrize(
    ("first", "last", "start", "end"),
    [
        (Slot(time(18), time(23, 59)), Slot(), "2026-07-11T18:00:00+02:00", "2026-07-13T00:00:00+02:00"),
        (Slot(), Slot(time(10), time(17)), "2026-07-11", "2026-07-12"),
        (Slot(), Slot(time(20), time(2)), "2026-07-11", "2026-07-13"),
        (Slot(), Slot(time(20), time(0)), "2026-07-11", "2026-07-12"),
        (Slot(), Slot(), "2026-07-11", "2026-07-12"),
        (Slot(time(18)), Slot(time(20)), "2026-07-11T18:00:00+02:00", "2026-07-12T20:00:00+02:00"),
    ],
)
def test_whole_event_begins_and_ends_with_two_moments_or_two_days(first, last, start, end):
    days = (date(2026, 7, 11), date(2026, 7, 12))
    periods = tuple(
        Period(id=day.isoformat(), dates_only=True, extra_dates=(day,), hours=(Hours(slots=(slot,)),))
        for day, slot in zip(days, (first, last), strict=True)
    )
    node = node_of(schedule=Schedule(periods=periods))
    check_event(node)
    assert (node["startDate"], node["endDate"]) == (start, end)


def test_event_whose_every_date_is_off_is_off():
    days = [date(2026, 7, 11), date(2026, 7, 12)]
    node = node_of(schedule=on(*days, overrides=tuple(Override(day, status=Status.CANCELLED) for day in days)))
    assert node["eventStatus"] == "https://schema.org/EventCancelled"


def test_exhibition_keeps_its_first_day_and_says_its_rule():
    exhibition = Period(
        id="p",
        first=date(2026, 5, 1),
        last=date(2026, 9, 30),
        weekdays=(3, 6),
        hours=(Hours(slots=(Slot(time(14), time(18)),)),),
    )
    node = node_of(schedule=Schedule(periods=(exhibition,)), long_running=True, categories=("EXHIBITION",))
    check_event(node)
    assert (node["@type"], node["startDate"], node["endDate"]) == (
        "ExhibitionEvent",
        "2026-05-02T14:00:00+02:00",
        "2026-09-30T18:00:00+02:00",
    )
    (rule,) = node["eventSchedule"]
    assert (rule["repeatFrequency"], rule["startTime"], "subEvent" in node) == ("P1W", "14:00:00", False)


def test_many_dates_are_rules():
    weekly = Period(id="p", first=TODAY, last=TODAY + timedelta(weeks=MOST_DATES + 1), weekdays=(2,))
    node = node_of(schedule=Schedule(periods=(weekly,)))
    check_event(node)
    assert [rule["repeatFrequency"] for rule in node["eventSchedule"]] == ["P1W"]


def test_part_of_a_festival_names_it_with_its_days_and_its_place():
    festival = replace(
        CONCERT, name="Festival", url="https://example.org/event/f", schedule=on(date(2026, 7, 10), date(2026, 7, 12))
    )
    above = node_of(festival=festival)["superEvent"]
    check_event(above)
    assert (above["@id"], above["name"]) == (festival.url, "Festival")
    assert (above["startDate"][:10], above["endDate"][:10]) == ("2026-07-10", "2026-07-12")
    assert not {"subEvent", "superEvent", "description", "offers"} & above.keys()
    assert "superEvent" not in node_of(festival=replace(festival, city="", facts={}))


def test_programme_of_a_festival_is_its_sub_events():
    evening = replace(CONCERT, url="https://example.org/event/def", name="Bal")
    nowhere = replace(CONCERT, name="Ailleurs", city="", facts={})
    node = node_of(schedule=on(date(2026, 7, 11), date(2026, 7, 12)), programme=(evening, nowhere))
    check_event(node)
    assert [(child["name"], child["@id"]) for child in node["subEvent"]] == [("Bal", "https://example.org/event/def")]


def test_event_that_is_over_keeps_its_dates():
    node = node_of(schedule=on(date(2026, 6, 1)))
    assert node["startDate"] == "2026-06-01T20:00:00+02:00"


@pytest.mark.parametrize(
    ("mode", "types"),
    [("", ["Place"]), ("ONLINE", ["VirtualLocation"]), ("MIXED", ["Place", "VirtualLocation"])],
)
def test_attendance(mode, types):
    node = node_of(facts={"details": {"attendance_mode": mode}})
    check_event(node)
    places = node["location"] if isinstance(node["location"], list) else [node["location"]]
    assert [place["@type"] for place in places] == types
    assert node["eventAttendanceMode"].rsplit("/")[-1].startswith({"": "Offline"}.get(mode, mode.title()))


@pytest.mark.parametrize(
    ("price", "offers"),
    [
        ({"free": True}, {"@type": "Offer", "price": 0}),
        (
            {"lines": [{"min": 4, "max": 9}, {"min": 20, "currency": "CHF"}]},
            {"@type": "AggregateOffer", "lowPrice": 4, "highPrice": 9},
        ),
        ({"text": {"fr": "De 4 à 9 €"}}, None),
        ({}, None),
    ],
)
def test_offer_has_a_price_or_is_not_made(price, offers):
    node = node_of(facts={"price": price})
    check_event(node)
    made = node.get("offers")
    assert (made and {key: made[key] for key in offers}) == offers


def test_commune_stands_for_an_address_that_is_not_known():
    node = node_of(facts={"address": {}}, venue="")
    check_event(node)
    assert (node["location"]["name"], node["location"]["address"]["addressLocality"]) == ("La Garde", "La Garde")


@pytest.mark.parametrize("changes", [{"city": "", "facts": {"address": {}}}, {"schedule": Schedule()}, {"name": ""}])
def test_no_node_without_a_place_a_date_or_a_name(changes):
    assert node_of(**changes) is None


def test_nothing_in_a_script_ends_it():
    text = script_text(node_of(name="</script><script>alert(1)</script> & <!--"))
    assert not set("<>&") & set(text)
    assert json.loads(text)["name"] == "</script><script>alert(1)</script> & <!--"


@settings(deadline=None, max_examples=200)
@given(
    SCHEDULES,
    st.sampled_from(["SCHEDULED", "CANCELLED", "FULL", "POSTPONED", "UNCONFIRMED"]),
    st.booleans(),
    st.integers(0, 200),
)
def test_every_schedule_gives_a_valid_event(schedule, status, long_running, days):
    event = replace(CONCERT, schedule=schedule, status=status, long_running=long_running)
    node = event_json_ld(event, today=FIRST + timedelta(days=days))
    if node is not None:
        check_event(json.loads(script_text(node)))
        assert schedule_from_schema_org(node)[0].periods


def test_whole_day_that_is_over_is_not_to_come():
    fair = on(TODAY - timedelta(days=1), TODAY + timedelta(days=5), slot=Slot())
    node = node_of(schedule=fair)
    assert (node["startDate"], "subEvent" in node) == ((TODAY + timedelta(days=5)).isoformat(), False)
