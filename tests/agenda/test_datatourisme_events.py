"""Events of DATAtourisme to `EventRecord`."""

import copy
import json
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.sources.datatourisme import map_event
from tests.agenda.foreign_checks import check
from tests.real_events import DATATOURISME, needs_real_events
from tests.tourism.apidae.mapping_checks import mutated, odd_values, paths_in
from tourism.apidae.mapping import Unmappable
from tourism.schedule import Schedule, expand

DATA = "https://data.datatourisme.gouv.fr"


def named(identifier, french, english=None, kind="Theme"):
    texts = {"fr": [french]} | ({"en": [english]} if english else {})
    return {"@id": f"kb:{identifier}", "@type": [kind], "rdfs:label": texts}


def medium(url, mime="JPEG", **rights):
    return {
        "@id": f"{DATA}/m",
        "@type": ["ebucore:EditorialObject"],
        "ebucore:hasAnnotation": [
            {"@id": f"{DATA}/a", "credits": ["Jeanne Martin"], "ebucore:title": {"fr": ["Four"]}} | rights
        ],
        "ebucore:hasRelatedResource": [
            {"@id": f"{DATA}/r", "ebucore:locator": [url], "ebucore:hasMimeType": [{"@id": f"kb:{mime}"}]}
        ],
    }


EVENT = {
    "@id": f"{DATA}/15/0f0f0f0f-0000-3000-8000-000000000001",
    "@type": ["schema:Event", "EntertainmentAndEvent", "PointOfInterest", "ShowEvent", "Concert", "StoryTellingNight"],
    "dc:identifier": "4800001",
    "rdfs:label": {"fr": ["Veillée au <b>four</b> banal"], "en": ["Evening at the village oven"]},
    "rdfs:comment": {"fr": ["On cuit le pain ensemble."]},
    "schema:startDate": ["2026-07-11"],
    "schema:endDate": ["2026-07-12"],
    "lastUpdate": "2026-05-01",
    "lastUpdateDatatourisme": "2026-05-02T04:00:00.000Z",
    "hasBeenCreatedBy": {"@id": f"{DATA}/o/office", "schema:legalName": "Office du haut Verdon"},
    "hasBeenPublishedBy": [{"@id": f"{DATA}/o/region", "schema:legalName": "Région"}],
    "hasDescription": [
        {
            "@id": f"{DATA}/d",
            "@type": ["Description"],
            "shortDescription": {"fr": ["On cuit le pain ensemble."]},
            "dc:description": {"fr": ["Pétrissage.", "Puis musique."]},
            "isDedicatedTo": [named("Families", "Familles", "Families", "PeopleAudience")],
        }
    ],
    "hasAudience": [named("Local", "Locale", "Local", "GeographicReach")],
    "hasTheme": [named("HeritageDays", "Journées du patrimoine", "Heritage days")],
    "hasFeature": [{"@id": f"{DATA}/f", "features": [named("Toilet", "Toilettes", "Toilets")]}],
    "availableLanguage": ["fr", "oc"],
    "reducedMobilityAccess": True,
    "hasContact": [
        {
            "@id": f"{DATA}/c",
            "schema:legalName": "Les Amis du four",
            "schema:telephone": ["+33 4 92 00 00 00"],
            "schema:email": ["four@example.org"],
            "foaf:homepage": ["https://www.example.org/"],
        }
    ],
    "hasBookingContact": [{"@id": f"{DATA}/b", "foaf:homepage": ["https://billets.example.org/four"]}],
    "offers": [
        {
            "schema:acceptedPaymentMethod": [named("Cash", "Espèce", "Cash")],
            "schema:priceSpecification": [
                {"schema:priceCurrency": "EUR", "hasEligiblePolicy": named("Free", "Gratuit", "Free")},
                {
                    "schema:minPrice": ["4,5"],
                    "schema:price": "6",
                    "schema:priceCurrency": "EUR",
                    "hasEligiblePolicy": named("BaseRateFullRate", "Plein tarif"),
                },
            ],
        }
    ],
    "hasMainRepresentation": [medium("https://example.org/four 1.jpg", rightsEndDate="2026-12-31")],
    "hasRepresentation": [
        medium("https://example.org/four 1.jpg", rightsEndDate="2026-12-31"),
        medium("https://example.org/programme.pdf", "PDF"),
    ],
    "isLocatedAt": [
        {
            "@id": f"{DATA}/l",
            "schema:geo": {"schema:latitude": "43.83", "schema:longitude": "6.55"},
            "schema:address": [
                {
                    "schema:streetAddress": ["Rue du Four"],
                    "schema:postalCode": "04170",
                    "schema:addressLocality": "La Garde",
                    "hasAddressCity": [{"@id": "kb:04092", "insee": "04092", "rdfs:label": {"fr": ["La Garde"]}}],
                }
            ],
        }
    ],
    "takesPlaceAt": [
        {
            "@id": f"{DATA}/p1",
            "@type": ["Period"],
            "startDate": "2026-07-11",
            "endDate": "2026-07-12",
            "startTime": "18:00:00",
        },
        {
            "@id": f"{DATA}/p2",
            "@type": ["Period"],
            "startDate": "2026-07-18",
            "endDate": "2026-07-18",
            "startTime": "21:00:00",
            "endTime": "01:00:00",
        },
    ],
}


def mapped(**changes):
    return map_event({key: value for key, value in (EVENT | changes).items() if value is not ...})


def record(**changes):
    return mapped(**changes).record


def days_of(found):
    schedule = Schedule.from_json(found.schedule) if found.schedule else Schedule()
    return [
        f"{span.day} {'' if span.all_day else f'{span.start:%H:%M}'}-{f'{span.end:%H:%M}' if span.end_known else ''}"
        for span in expand(schedule, first=date(2026, 1, 1), last=date(2027, 12, 31))
    ]


def test_event_says_what_it_says():
    result = mapped()
    assert result.remarks == []
    assert (result.kind, result.external_id, result.owner, result.owner_id, result.modified_at) == (
        "EVENT",
        "0f0f0f0f-0000-3000-8000-000000000001",
        "Office du haut Verdon",
        "office",
        "2026-05-01T00:00:00+00:00",
    )
    said = json.loads(json.dumps(result.record.to_json()))
    assert said.pop("schedule")["periods"]
    picture = {"credit": "Jeanne Martin", "title": {"fr": "Four"}, "expires": "2026-12-31", "modified": ""}
    assert said == {
        "name": {"fr": "Veillée au four banal", "en": "Evening at the village oven"},
        "summary": {"fr": "On cuit le pain ensemble."},
        "description": {"fr": "Pétrissage.\n\nPuis musique."},
        "latitude": 43.83,
        "longitude": 6.55,
        "commune_code": "04092",
        "address": {"lines": ["Rue du Four"], "postcode": "04170", "city": "La Garde"},
        "contacts": [
            {"kind": "PHONE", "value": "+33 4 92 00 00 00", "note": {"fr": "Les Amis du four"}},
            {"kind": "EMAIL", "value": "four@example.org", "note": {"fr": "Les Amis du four"}},
            {"kind": "WEBSITE", "value": "https://www.example.org/", "note": {"fr": "Les Amis du four"}},
        ],
        "images": [{"url": "https://example.org/four%201.jpg"} | picture],
        "media": [
            {
                "kind": "DOCUMENT",
                "url": "https://example.org/programme.pdf",
                "credit": "Jeanne Martin",
                "title": {"fr": "Four"},
                "expires": None,
            }
        ],
        "categories": [
            {"id": None, "family": "class", "label": {"fr": "Spectacle"}},
            {"id": None, "family": "class", "label": {"fr": "Concert"}},
            {"id": None, "family": "class", "label": {"en": "Story telling night"}},
        ],
        "audiences": [{"id": None, "family": "audience", "label": {"fr": "Familles", "en": "Families"}}],
        "accessibility": [
            {
                "id": None,
                "family": "accessibility",
                "label": {
                    "fr": "Accessible aux personnes à mobilité réduite",
                    "en": "Access for people with reduced mobility",
                },
            }
        ],
        "equipments": [{"id": None, "family": "feature", "label": {"fr": "Toilettes", "en": "Toilets"}}],
        "payment": [{"id": None, "family": "payment", "label": {"fr": "Espèce", "en": "Cash"}}],
        "spoken_languages": [
            {"id": None, "family": "language", "label": {"fr": "Français", "en": "French"}},
            {"id": None, "family": "language", "label": {"fr": "oc"}},
        ],
        "temporarily_closed": False,
        "price": {
            "free": False,
            "lines": [
                {
                    "label": {"id": None, "family": "policy", "label": {"fr": "Plein tarif"}},
                    "min": 4.5,
                    "max": 6.0,
                    "currency": "EUR",
                }
            ],
        },
        "booking": [{"contacts": [{"kind": "BOOKING", "value": "https://billets.example.org/four"}]}],
        "details": {"identifiers": [{"source": "apidae", "external_id": "4800001"}]},
        "state": "PUBLISHED",
        "event_categories": ["CONCERT", "HERITAGE", "SHOW"],
        "themes": [
            {"id": None, "family": "theme", "label": {"fr": "Journées du patrimoine", "en": "Heritage days"}},
        ],
        "status": "SCHEDULED",
    }


def test_dates_are_those_of_the_periods():
    assert days_of(record()) == ["2026-07-11 18:00-", "2026-07-12 18:00-", "2026-07-18 21:00-01:00"]


def test_dates_in_two_lists_are_read_where_periods_are_missing():
    assert days_of(record(takesPlaceAt=...)) == ["2026-07-11 -", "2026-07-12 -"]


def test_opening_hours_at_the_dates_say_more_than_the_periods():
    place = EVENT["isLocatedAt"][0] | {
        "schema:openingHoursSpecification": [
            {
                "schema:validFrom": "2026-07-11T00:00:00",
                "schema:validThrough": "2026-07-12T00:00:00",
                "schema:opens": "18:00:00",
                "schema:closes": "20:00:00",
                "schema:dayOfWeek": [{"@id": "schema:Sunday"}],
            }
        ]
    }
    assert days_of(record(isLocatedAt=[place])) == ["2026-07-12 18:00-20:00", "2026-07-18 21:00-01:00"]


def at(code):
    place = copy.deepcopy(EVENT["isLocatedAt"][0])
    place["schema:address"][0]["hasAddressCity"][0]["insee"] = code
    return [place]


@pytest.mark.parametrize(
    ("identifier", "commune", "publisher", "found"),
    [
        ("4800001", "04092", "Région", ("apidae", "4800001")),
        ("4800001", "67482", "Apidae Tourisme", ("apidae", "4800001")),
        ("4800001", "67482", "Tourisme en Alsace", ("Tourisme en Alsace", "4800001")),
        ("SITRA2_EVE_777001", "67482", "Région", ("apidae", "777001")),
        ("sitraEVE777001", "04092", "Région", ("apidae", "777001")),
        ("FMACEN0000000001", "37132", "SIT du Centre", ("SIT du Centre", "FMACEN0000000001")),
        ("FMACEN0000000001", "37132", None, ("DATAtourisme", "FMACEN0000000001")),
    ],
)
def test_number_of_the_first_system_is_kept_with_its_name(identifier, commune, publisher, found):
    changes = {"dc:identifier": identifier, "isLocatedAt": at(commune)}
    changes["hasBeenPublishedBy"] = [{"schema:legalName": publisher}] if publisher else ...
    (kept,) = record(**changes).details["identifiers"]
    assert (kept["source"], kept["external_id"]) == found


def test_event_without_such_a_number_has_none():
    assert record(**{"dc:identifier": ...}).details == {}


def test_names_without_prefixes_and_texts_with_their_language():
    raw = {
        "@id": f"{DATA}/15/abc",
        "@type": "EntertainmentAndEvent",
        "label": [{"@language": "fr", "@value": "Bal"}, {"@language": "en", "@value": "Ball"}],
        "takesPlaceAt": {"startDate": "2026-07-13", "endDate": "2026-07-13"},
        "isLocatedAt": {"geo": {"latitude": 43.8, "longitude": 6.5}, "address": {"addressLocality": "La Garde"}},
    }
    found = map_event(raw).record
    assert (found.name, found.latitude, found.address) == ({"fr": "Bal", "en": "Ball"}, 43.8, {"city": "La Garde"})
    assert days_of(found) == ["2026-07-13 -"]


@pytest.mark.parametrize(
    ("prices", "price"),
    [
        ([{"hasEligiblePolicy": {"@id": "kb:Free"}}], {"free": True}),
        ([{"schema:price": "0"}], {"free": True, "lines": [{"min": 0.0, "max": 0.0, "currency": "EUR"}]}),
        ([{"schema:price": 12}], {"free": False, "lines": [{"min": 12.0, "max": 12.0, "currency": "EUR"}]}),
        ([{"hasEligiblePolicy": {"@id": "kb:Group"}}], {}),
    ],
)
def test_free_only_when_nobody_pays(prices, price):
    assert record(offers=[{"schema:priceSpecification": prices}]).price == price


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        ([], "L’événement n’est pas un objet JSON."),
        ({"@type": "Event"}, "Identifiant (@id) absent ou illisible : « None »."),
        ({"@id": "x/1", "@type": ["Restaurant"]}, "Cette fiche de DATAtourisme n’est pas un événement."),
        ({"@id": "x/1", "@type": ["schema:Event"]}, "L’événement 1 n’a de nom dans aucune langue."),
    ],
)
def test_what_is_no_event_goes_to_quarantine(raw, sentence):
    with pytest.raises(Unmappable) as problem:
        map_event(raw)
    assert problem.value.sentence == sentence


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"hasContact": ["x"]}, "hasContact : un objet est attendu, « x » est ignoré."),
        ({"offers": [{"schema:priceSpecification": [{"schema:price": "dix"}]}]}, "Tarif illisible : « dix »."),
        (
            {"hasMainRepresentation": [medium("https://example.org/a.jpg", rightsEndDate="bientôt")]},
            "Média non repris, la fin de ses droits n’est pas lisible.",
        ),
        ({"hasMainRepresentation": [medium("javascript:x")]}, "Adresse de média refusée : « javascript:x »."),
        ({"takesPlaceAt": [{"startDate": "?"}]}, "Le début « ? » n’est pas une date."),
        ({"lastUpdate": "hier"}, "Date de modification illisible : « hier »."),
        ({"isLocatedAt": [*at("04092"), *at("04093")]}, "L’événement a lieu à 2 endroits : le premier est repris."),
    ],
)
def test_what_is_not_understood_is_remarked_and_the_rest_is_read(changes, remark):
    result = mapped(**changes)
    assert remark in result.remarks
    assert result.record.price or "offers" in changes


PATHS = paths_in(EVENT)


@st.composite
def mutated_events(draw):
    return mutated(draw, EVENT, PATHS)


@settings(deadline=None, max_examples=400)
@given(mutated_events() | odd_values)
def test_no_event_however_spoiled_raises_anything_else(raw):
    check(map_event, raw)


PERIODS = st.lists(
    st.tuples(st.dates(date(2026, 1, 1), date(2027, 6, 1)), st.integers(0, 40), st.none() | st.times()), max_size=6
)


@settings(deadline=None)
@given(PERIODS)
def test_dates_in_are_dates_out(given_periods):
    periods = []
    expected = set()
    for first, length, start in given_periods:
        at_time = {} if start is None else {"startTime": start.isoformat("seconds")}
        periods.append({"startDate": f"{first}", "endDate": f"{first + timedelta(days=length)}"} | at_time)
        expected |= {
            f"{first + timedelta(days=number)} " + ("-" if start is None else f"{start:%H:%M}-")
            for number in range(length + 1)
        }
    found = record(takesPlaceAt=periods, **{"schema:startDate": ..., "schema:endDate": ...})
    # A time that the change to summer time skips is found an hour later.
    skips = ("2026-03-29 02", "2027-03-28 02")
    assert set(days_of(found)) == {one.replace(" 02", " 03") if one.startswith(skips) else one for one in expected}


@needs_real_events
def test_real_events_are_mapped_with_all_their_days():
    for event in json.loads(DATATOURISME.read_text()):
        result = map_event(event)
        check(map_event, event)
        schedule = Schedule.from_json(result.record.schedule)
        spans = expand(schedule, first=date(2000, 1, 1), last=date(2100, 1, 1))
        within = [(one["startDate"], one["endDate"]) for one in event["takesPlaceAt"]]
        assert spans
        assert all(any(first <= str(span.day) <= last for first, last in within) for span in spans)
        assert result.remarks == []
        assert result.record.commune_code
        assert result.record.event_categories
