"""The two services of the agenda: events by their next opening, and day by day."""

import pytest

from tests.tourism.apidae.asking import asked
from tests.tourism.apidae.territories import TODAY, event, trail
from tourism.apidae.simulator import ApidaeSimulator, Dataset


def test_simple_agenda_sorts_events_by_next_opening():
    later = event(1, id=1)
    past = event(2, id=3)
    past["ouverture"]["periodesOuvertures"][0] |= {"dateDebut": "2026-11-01", "dateFin": "2026-11-24"}
    running = event(3, id=4)
    running["ouverture"]["periodesOuvertures"][0] |= {"dateDebut": "2026-11-01", "dateFin": "2026-12-24"}
    with ApidaeSimulator(Dataset([later, past, running, trail()]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/simple/list-identifiants")
    assert answer["objetTouristiqueIds"] == [4, 1]
    assert answer["query"]["dateDebut"] == "2026-11-25"


def test_detailed_agenda_repeats_an_object_on_each_open_day():
    markets = event(0, id=7)
    markets["ouverture"]["periodesOuvertures"] = [
        {
            "dateDebut": "2026-11-20",
            "dateFin": "2026-12-10",
            "type": "OUVERTURE_SEMAINE",
            "ouverturesJournalieres": [{"jour": "SAMEDI"}],
        }
    ]
    with ApidaeSimulator(Dataset([markets, event(3)]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants", dateFin="2026-12-31")
        first = asked(simulator, "agenda/detaille/list-objets-touristiques", count=1)
    assert answer["numFound"] == 3
    assert answer["objetTouristiqueIds"] == {"2026-11-28": [7, 5003], "2026-12-05": [7]}
    assert "formatVersion" not in answer
    assert list(first["objetsTouristiques"]) == ["2026-11-28"]
    assert len(first["objetsTouristiques"]["2026-11-28"]) == 1


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ({"type": "OUVERTURE_TOUS_LES_JOURS"}, ["03", "04", "05", "06", "07", "08", "09"]),
        (
            {"type": "OUVERTURE_SAUF", "ouverturesJournalieres": [{"jour": "LUNDI"}, {"jour": "DIMANCHE"}]},
            ["03", "04", "05", "08", "09"],
        ),
        ({"type": "OUVERTURE_SEMAINE", "ouverturesJournalieres": [{"jour": "MARDI"}]}, ["08"]),
        (
            {"type": "OUVERTURE_MOIS", "ouverturesJourDuMois": [{"jourDuMois": "D_1ER", "jour": "SAMEDI"}]},
            ["05"],
        ),
        (
            {
                "type": "OUVERTURE_SEMAINE",
                "ouverturesJournalieres": [{"jour": "MARDI"}],
                "ouverturesExceptionnelles": [{"dateOuverture": "2026-12-04"}],
            },
            ["04", "08"],
        ),
        (
            {"horaires": [{"timePeriods": [{"weekdays": ["MON", "WED"], "timeFrames": [{"startTime": "10:00"}]}]}]},
            ["07", "09"],
        ),
        (
            {
                "horaires": [
                    {"timePeriods": [{"timeFrames": [{"startTime": "10:00"}]}, {"weekdays": ["SUN"], "closed": True}]}
                ]
            },
            ["03", "04", "05", "06", "07", "08", "09"],
        ),
    ],
)
def test_agenda_reads_every_form_of_period(period, days):
    item = event(0)
    item["ouverture"] = {"periodesOuvertures": [{"dateDebut": "2026-12-03", "dateFin": "2026-12-09"} | period]}
    with ApidaeSimulator(Dataset([item]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants")
    assert list(answer["objetTouristiqueIds"]) == [f"2026-12-{day}" for day in days]


def test_agenda_leaves_out_exceptional_closures_and_public_holidays():
    item = event(0)
    item["ouverture"] = {
        "periodesOuvertures": [
            {"dateDebut": "2026-12-23", "dateFin": "2027-01-02", "type": "OUVERTURE_TOUS_LES_JOURS"}
        ],
        "fermeturesExceptionnelles": [
            {"dateFermeture": "2026-12-24"},
            {"dateSpeciale": "VINGT_CINQ_DECEMBRE"},
            {"dateSpeciale": "PREMIER_JANVIER", "dates": ["2027-01-01"]},
            {"dateSpeciale": "LUNDI_PAQUES"},
        ],
    }
    with ApidaeSimulator(Dataset([item]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants")
    assert list(answer["objetTouristiqueIds"]) == [
        "2026-12-23",
        *[f"2026-12-{day}" for day in range(26, 32)],
        "2027-01-02",
    ]


def test_yearly_period_rolls_for_an_activity_but_not_for_an_event():
    item = event(0)
    item["ouverture"] = {
        "periodesOuvertures": [{"dateDebut": "2020-11-27", "dateFin": "2020-11-28", "tousLesAns": True}]
    }
    with ApidaeSimulator(Dataset([item, item | {"type": "ACTIVITE", "id": 1}]), today=TODAY) as simulator:
        answer = asked(simulator, "agenda/detaille/list-identifiants", dateFin="2027-12-31")
    assert answer["objetTouristiqueIds"] == {
        "2026-11-27": [1],
        "2026-11-28": [1],
        "2027-11-27": [1],
        "2027-11-28": [1],
    }
