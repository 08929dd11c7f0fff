"""Events of OpenAgenda to `EventRecord`."""

import copy
import json
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agenda.sources.openagenda import map_event, without_markdown
from tests.agenda.foreign_checks import check
from tests.real_events import OPENAGENDA, needs_real_events
from tests.tourism.apidae.mapping_checks import mutated, odd_values, paths_in
from tourism.apidae.mapping import Unmappable
from tourism.schedule import Schedule, expand

EVENT = {
    "uid": 10000001,
    "slug": "veillee-au-four",
    "title": {"fr": "Veillée au <b>four</b> banal", "en": "Evening at the village oven"},
    "description": {"fr": "On cuit le pain ensemble."},
    "longDescription": {"fr": "## Au programme\n\n* **pétrissage**\n* [inscription](https://example.org/i)"},
    "keywords": {"fr": ["Atelier", "pain"], "en": ["bread"]},
    "conditions": {"fr": "Entrée libre"},
    "image": {
        "filename": "a.base.image.jpg",
        "base": "https://cdn.example.org/",
        "variants": [
            {"filename": "a.full.image.jpg", "type": "full"},
            {"filename": "a.thumb.jpg", "type": "thumbnail"},
        ],
    },
    "imageCredits": "Jeanne Martin",
    "registration": [
        {"type": "link", "value": "https://billets.example.org/four"},
        {"type": "email", "value": "four@example.org"},
        {"type": "phone", "value": "04 92 00 00 00"},
        {"type": "phone", "value": "04 92 00 00 00"},
    ],
    "accessibility": {"ii": False, "hi": True, "vi": False, "pi": False, "mi": True},
    "age": {"min": 6, "max": 12},
    "attendanceMode": 3,
    "onlineAccessLink": "https://example.org/direct",
    "status": 5,
    "state": 2,
    "draft": 0,
    "private": 0,
    "timezone": "Europe/Paris",
    "timings": [
        {"begin": "2026-07-11T18:00:00+02:00", "end": "2026-07-11T22:00:00+02:00"},
        {"begin": "2026-07-18T18:00:00+02:00", "end": "2026-07-19T01:00:00+02:00"},
    ],
    "location": {
        "uid": 20000001,
        "name": "Four banal",
        "address": "Rue du Four, 04170 La Garde",
        "postalCode": "04170",
        "city": "La Garde",
        "insee": "04092",
        "latitude": 43.83,
        "longitude": 6.55,
        "timezone": "Europe/Paris",
        "access": {"fr": "Par l’escalier"},
        "phone": "04 92 11 11 11",
    },
    "type-d-evenement": {"id": 4, "label": {"fr": "Fête", "en": "Feast"}},
    "publics": [{"id": 1, "label": {"fr": "Familles"}}, {"id": 2, "label": "Voisins"}],
    "categories": 7,
    "extIds": [{"key": "mairie", "value": 77}],
    "originAgenda": {"uid": 30000001, "title": "Agenda du haut Verdon"},
    "member": {"name": "Paul Durand", "email": "paul@example.org"},
    "updatedAt": "2026-05-01T10:00:00.000Z",
}


def mapped(**changes):
    return map_event({key: value for key, value in (EVENT | changes).items() if value is not ...})


def record(**changes):
    return mapped(**changes).record


def test_event_says_what_it_says():
    result = mapped()
    assert result.remarks == []
    assert (result.kind, result.external_id, result.owner, result.owner_id, result.modified_at) == (
        "EVENT",
        "10000001",
        "Agenda du haut Verdon",
        "30000001",
        "2026-05-01T10:00:00+00:00",
    )
    said = json.loads(json.dumps(result.record.to_json()))
    assert said.pop("schedule")["periods"]
    assert said == {
        "name": {"fr": "Veillée au four banal", "en": "Evening at the village oven"},
        "summary": {"fr": "On cuit le pain ensemble."},
        "description": {"fr": "Au programme\n\n• pétrissage\n• inscription (https://example.org/i)"},
        "latitude": 43.83,
        "longitude": 6.55,
        "commune_code": "04092",
        "address": {"venue": "Four banal", "lines": ["Rue du Four"], "postcode": "04170", "city": "La Garde"},
        "access": {"fr": "Par l’escalier"},
        "contacts": [{"kind": "WEBSITE", "value": "https://example.org/direct"}],
        "images": [
            {
                "url": "https://cdn.example.org/a.full.image.jpg",
                "credit": "Jeanne Martin",
                "title": {},
                "expires": None,
                "modified": "",
            }
        ],
        "categories": [
            {"id": None, "family": "type-d-evenement", "label": {"fr": "Fête", "en": "Feast"}},
            {"id": None, "family": "publics", "label": {"fr": "Familles"}},
            {"id": None, "family": "publics", "label": {"fr": "Voisins"}},
        ],
        "audiences": [{"id": None, "family": "age", "label": {"fr": "De 6 à 12 ans", "en": "Aged 6 to 12"}}],
        "accessibility": [
            {"id": None, "family": "accessibility", "label": {"fr": "Handicap auditif", "en": "Hearing impairment"}},
            {"id": None, "family": "accessibility", "label": {"fr": "Handicap moteur", "en": "Motor impairment"}},
        ],
        "temporarily_closed": False,
        "price": {"text": {"fr": "Entrée libre"}, "free": True},
        "booking": [
            {
                "contacts": [
                    {"kind": "BOOKING", "value": "https://billets.example.org/four"},
                    {"kind": "EMAIL", "value": "four@example.org"},
                    {"kind": "PHONE", "value": "04 92 00 00 00"},
                ]
            }
        ],
        "details": {"attendance_mode": "MIXED", "identifiers": [{"source": "mairie", "external_id": "77"}]},
        "state": "PUBLISHED",
        "event_categories": ["FEAST", "WORKSHOP", "CHILDREN"],
        "themes": [
            {"id": None, "family": "keyword", "label": {"fr": "Atelier"}},
            {"id": None, "family": "keyword", "label": {"fr": "pain"}},
            {"id": None, "family": "keyword", "label": {"en": "bread"}},
        ],
        "status": "FULL",
        "venue": "Four banal",
        "place_external_id": "20000001",
    }


def test_nobody_who_contributed_is_named():
    assert "Durand" not in json.dumps(record().to_json(), ensure_ascii=False)


def test_dates_are_those_of_the_timings():
    schedule = Schedule.from_json(record().schedule)
    spans = expand(schedule, first=date(2026, 1, 1), last=date(2027, 1, 1))
    assert {(span.start, span.end) for span in spans} == {
        (datetime.fromisoformat(one["begin"]), datetime.fromisoformat(one["end"])) for one in EVENT["timings"]
    }


def test_short_answer_gives_the_dates_that_it_has():
    first, last = EVENT["timings"]
    result = mapped(timings=..., firstTiming=first, nextTiming=first, lastTiming=last)
    assert [period.extra_dates for period in Schedule.from_json(result.record.schedule).periods] == [
        (date(2026, 7, 11),),
        (date(2026, 7, 18),),
    ]
    assert result.remarks == [
        "La liste des dates (timings) manque : seules la première, la prochaine et la dernière sont lues."
    ]


def test_event_of_another_time_zone():
    timings = [{"begin": "2026-07-11T16:00:00Z", "end": "2026-07-11T20:00:00Z"}]
    found = Schedule.from_json(record(timings=timings, timezone=None, location={"timezone": "Europe/London"}).schedule)
    assert (found.timezone, found.periods[0].hours[0].slots[0].start.hour) == ("Europe/London", 17)


@pytest.mark.parametrize(
    ("number", "status", "note"),
    [
        (1, "SCHEDULED", None),
        (2, "SCHEDULED", "RESCHEDULED"),
        (3, "SCHEDULED", "MOVED_ONLINE"),
        (4, "POSTPONED", None),
        (5, "FULL", None),
        (6, "CANCELLED", None),
        ({"id": 6, "label": {"fr": "Annulé"}}, "CANCELLED", None),
        (..., "SCHEDULED", None),
    ],
)
def test_status(number, status, note):
    found = record(status=number)
    assert (found.status, found.details.get("status_note")) == (status, note)


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "PUBLISHED"),
        ({"state": ...}, "PUBLISHED"),
        ({"state": 1}, "HIDDEN"),
        ({"state": 0}, "HIDDEN"),
        ({"state": -1}, "HIDDEN"),
        ({"state": 9}, "HIDDEN"),
        ({"draft": True}, "HIDDEN"),
        ({"private": 1}, "HIDDEN"),
    ],
)
def test_state(changes, state):
    assert record(**changes).state == state


def test_removed_event_is_deleted_without_a_title():
    result = map_event({"uid": 10000001, "removed": True, "updatedAt": "2026-05-02T10:00:00.000Z"})
    assert (result.external_id, result.record.state, result.record.name) == ("10000001", "DELETED", {})
    assert result.modified_at == "2026-05-02T10:00:00+00:00"


def test_online_event_has_no_place():
    found = record(location=None, attendanceMode=2)
    assert (found.address, found.latitude, found.venue) == ({}, None, "")
    assert found.details["attendance_mode"] == "ONLINE"


@pytest.mark.parametrize(
    ("conditions", "free"),
    [
        ("gratuit et ouvert à tous", True),
        ("Entrée gratuite", True),
        ("Accès libre.", True),
        ("Gratuit pour les moins de 12 ans", None),
        ("Gratuit, 5 € de participation", None),
        ("29 à 59€", None),
    ],
)
def test_free_only_where_the_conditions_leave_no_doubt(conditions, free):
    price = record(conditions={"fr": conditions}).price
    assert (price["text"], price.get("free")) == ({"fr": conditions}, free)


@pytest.mark.parametrize(
    ("keywords", "categories"),
    [
        (["Brocante"], ["FLEA_MARKET"]),
        (["vide-greniers", "marchés de Noël"], ["FLEA_MARKET", "MARKET"]),
        (["THÉÂTRE"], ["SHOW"]),
        (["concertation"], ["OTHER"]),
        ([], ["OTHER"]),
    ],
)
def test_category_only_where_a_keyword_leaves_no_doubt(keywords, categories):
    found = record(keywords={"fr": keywords}, age=None, **{"type-d-evenement": ...})
    assert found.event_categories == categories


@pytest.mark.parametrize(
    ("ages", "words", "categories"),
    [
        ({"min": 3, "max": 99}, "De 3 à 99 ans", ["OTHER"]),
        ({"min": 16, "max": None}, "À partir de 16 ans", ["OTHER"]),
        ({"min": None, "max": 10}, "De 0 à 10 ans", ["CHILDREN"]),
        ({"min": None, "max": None}, None, ["OTHER"]),
        ({"min": 0, "max": None}, None, ["OTHER"]),
    ],
)
def test_ages(ages, words, categories):
    found = record(age=ages, keywords={}, **{"type-d-evenement": ...})
    assert [entry["label"]["fr"] for entry in found.audiences] == ([words] if words else [])
    assert found.event_categories == categories


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**Jean** et __Anne__", "Jean et Anne"),
        ("*doux*, 2 * 3 * 4, a*b*c", "doux, 2 * 3 * 4, a*b*c"),
        ("# Titre\n- un\n+ deux", "Titre\n• un\n• deux"),
        ("[ici](https://example.org)", "ici (https://example.org)"),
        ("![](https://example.org/a.jpg)", "https://example.org/a.jpg"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        (r"snake\_case et 3\*4", "snake_case et 3*4"),
        ("snake_case", "snake_case"),
    ],
)
def test_markdown_is_told_in_plain_words(markdown, text):
    assert without_markdown(markdown) == text


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (None, "L’événement n’est pas un objet JSON."),
        ({"title": {"fr": "x"}}, "Identifiant (uid) absent ou illisible : « None »."),
        ({"uid": 5}, "L’événement 5 n’a de titre dans aucune langue."),
    ],
)
def test_what_is_no_event_goes_to_quarantine(raw, sentence):
    with pytest.raises(Unmappable) as problem:
        map_event(raw)
    assert problem.value.sentence == sentence


@pytest.mark.parametrize(
    ("changes", "remark"),
    [
        ({"status": 9}, "status : la valeur « 9 » est inconnue."),
        ({"keywords": ["x"]}, "keywords : des listes par langue sont attendues, une liste est ignoré."),
        ({"registration": [{"type": "fax", "value": "1"}]}, "registration : le type « fax » est inconnu."),
        (
            {"registration": [{"type": "link", "value": "javascript:x"}]},
            "Adresse de réservation illisible, non repris : « javascript:x ».",
        ),
        ({"age": {"min": 12, "max": 6}}, "L’âge minimal (12) dépasse l’âge maximal (6) : les âges ne sont pas repris."),
        ({"image": {"filename": "a b", "base": "ftp://x/"}}, "Image sans adresse lisible : « a b »."),
        ({"timings": [{"begin": "?"}]}, "Le début « ? » n’est pas une date avec une heure."),
        ({"updatedAt": "hier"}, "Date de modification illisible : « hier »."),
    ],
)
def test_what_is_not_understood_is_remarked_and_the_rest_is_read(changes, remark):
    result = mapped(**changes)
    assert remark in result.remarks
    assert result.record.venue == "Four banal"


PATHS = paths_in(EVENT)


@st.composite
def mutated_events(draw):
    return mutated(draw, copy.deepcopy(EVENT), PATHS)


@settings(deadline=None, max_examples=400)
@given(mutated_events() | odd_values)
def test_no_event_however_spoiled_raises_anything_else(raw):
    check(map_event, raw)


@settings(deadline=None)
@given(st.lists(st.tuples(st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.integers(0, 22)), max_size=12))
def test_dates_in_are_dates_out(pairs):
    timings = [
        {"begin": f"{day}T{hour:02}:15:00+00:00", "end": f"{day}T{hour + 1:02}:30:00+00:00"} for day, hour in pairs
    ]
    found = Schedule.from_json(record(timings=timings).schedule) if timings else Schedule()
    spans = expand(found, first=date(2025, 1, 1), last=date(2029, 1, 1))
    local_hours = {(day, hour) for day, hour in pairs if not _repeated(day, hour)}
    assert {(span.start, span.end) for span in spans} >= {
        (
            datetime.fromisoformat(f"{day}T{hour:02}:15:00+00:00"),
            datetime.fromisoformat(f"{day}T{hour + 1:02}:30:00+00:00"),
        )
        for day, hour in local_hours
    }
    assert len(spans) <= len(set(pairs))


def _repeated(day, hour):
    """Whether it begins or ends in the second reading of the hour that the change to winter time repeats."""
    return day in (date(2026, 10, 25), date(2027, 10, 31)) and hour in (0, 1)


@needs_real_events
def test_real_events_are_mapped_without_a_remark_about_their_dates():
    for event in json.loads(OPENAGENDA.read_text()):
        result = map_event(event)
        check(map_event, event)
        spans = expand(Schedule.from_json(result.record.schedule), first=date(2000, 1, 1), last=date(2100, 1, 1))
        assert {(span.start, span.end) for span in spans} == {
            (datetime.fromisoformat(one["begin"]), datetime.fromisoformat(one["end"])) for one in event["timings"]
        }
        assert result.remarks == []
        assert result.record.commune_code == (event["location"]["insee"] or "")
        assert result.record.name["fr"]
