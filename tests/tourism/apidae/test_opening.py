"""Single forms of an opening, each with what it means."""

import json
from datetime import UTC, date, datetime, time

import pytest

from tests.tourism.apidae.naive_opening import SHORT, expanded
from tourism.apidae.opening import schedule_from_apidae
from tourism.schedule import Schedule, describe, expand, first_day, last_day, opening_status


def read(*periods: dict, **ouverture) -> tuple[Schedule, list[str]]:
    return schedule_from_apidae({"periodesOuvertures": list(periods), **ouverture}, repeats_yearly=False)


def july(**values) -> dict:
    return {
        "identifiant": 1,
        "dateDebut": "2026-07-06",
        "dateFin": "2026-07-19",
        "type": "OUVERTURE_TOUS_LES_JOURS",
    } | values


def july_days(schedule: Schedule) -> list[int]:
    return sorted({span.day.day for span in expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))})


def test_end_before_start_is_a_sentence():
    schedule, sentences = read(july(dateDebut="2026-06-03", dateFin="2026-06-02"))
    assert schedule.periods == ()
    assert sentences == [
        "Période du 3 au 2\u00a0juin 2026 : la fin est avant le début.",
        "Période du 3 au 2\u00a0juin 2026 : aucun jour n’est retenu.",
    ]


def test_end_before_start_keeps_exceptional_openings():
    schedule, _ = read(july(dateDebut="2026-07-20", ouverturesExceptionnelles=[{"dateOuverture": "2026-07-04"}]))
    assert july_days(schedule) == [4]


def test_one_missing_bound_keeps_the_other_day():
    schedule, sentences = read({"dateDebut": "2026-07-06", "type": "OUVERTURE_TOUS_LES_JOURS"})
    assert july_days(schedule) == [6]
    assert sentences == [
        "Période du 6\u00a0juillet 2026 : il manque une des deux dates ; seul ce jour est retenu.",
    ]


@pytest.mark.parametrize("end", ["9999-12-31", "2999-01-01", "2200-01-01", "9999-12-31T23:59:59"])
def test_end_in_a_far_year_means_that_no_end_is_in_sight(end):
    schedule, sentences = read(july(dateDebut="2026-12-05", dateFin=end, horaireOuverture="10:00:00"))
    assert sentences == []
    assert (schedule.periods[0].first, schedule.periods[0].last) == (date(2026, 12, 5), None)
    assert (first_day(schedule), last_day(schedule)) == (date(2026, 12, 5), None)
    winter = expand(schedule, first=date(2026, 12, 1), last=date(2027, 1, 31))
    assert (len(winter), winter.complete) == (58, True)
    assert expand(schedule, first=date(2150, 3, 1), last=date(2150, 3, 2))[0].day == date(2150, 3, 1)
    assert describe(schedule, "fr") == "tous les jours à partir du 5\u00a0décembre, à partir de 10\u00a0h"
    assert Schedule.from_json(json.loads(json.dumps(schedule.to_json()))) == schedule


def test_last_end_that_is_a_date_is_kept_as_it_is():
    schedule, sentences = read(july(dateFin="2199-12-31"))
    assert (schedule.periods[0].last, last_day(schedule), sentences) == (date(2199, 12, 31), date(2199, 12, 31), [])


def test_weekdays_of_a_period_without_end_are_still_those_that_open():
    schedule, sentences = read(
        july(dateFin="9999-12-31", type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}])
    )
    assert (july_days(schedule), sentences) == ([7, 14, 21, 28], [])


@pytest.mark.parametrize("flags", [{"periode": True}, {"site": "OUVERT_TOUTE_L_ANNEE"}, {}])
def test_site_open_without_end_is_open_every_year(flags):
    period = july(dateDebut="2026-01-01", dateFin="9999-12-31", tousLesAns=flags.get("periode", False))
    ouverture = {"periodesOuvertures": [period], "ouvertTouteLAnnee": flags.get("site")}
    schedule, sentences = schedule_from_apidae(ouverture, repeats_yearly=True)
    assert sentences == []
    for year in (2026, 2027, 2040):
        assert len(expand(schedule, first=date(year, 1, 1), last=date(year, 12, 31))) == (366 if year % 4 == 0 else 365)
    assert expand(schedule, first=date(2025, 1, 1), last=date(2025, 12, 31)) == []
    assert last_day(schedule) is None
    assert describe(schedule, "fr", year=2026) == "tous les jours toute l’année"


def test_site_that_repeats_from_the_middle_of_a_year_without_end():
    period = july(dateDebut="2026-04-01", dateFin="9999-12-31", tousLesAns=True)
    schedule, sentences = schedule_from_apidae({"periodesOuvertures": [period]}, repeats_yearly=True)
    assert (describe(schedule, "fr", year=2026), sentences) == ("tous les jours à partir du 1er\u00a0avril", [])
    assert describe(schedule, "fr", year=2027) == "tous les jours toute l’année"
    assert len(expand(schedule, first=date(2027, 1, 1), last=date(2027, 12, 31))) == 365


def test_end_out_of_sight_without_a_beginning_opens_nothing():
    schedule, sentences = read(july(dateDebut=None, dateFin="9999-12-31"))
    assert schedule.periods == ()
    assert sentences == [
        "Période sans dates : il manque la date de début.",
        "Période sans dates : aucun jour n’est retenu.",
    ]


def test_beginning_in_a_far_year_is_not_a_date():
    _, sentences = read(july(dateDebut="9999-12-31", dateFin="9999-12-31"))
    assert sentences[0] == "Période d’ouverture : la date de début « 9999-12-31 » n’est pas une date."


def test_horaires_win_over_horaire_ouverture():
    horaires = [{"timePeriods": [{"timeFrames": [{"startTime": "10:00", "endTime": "12:00", "recurrence": "00:30"}]}]}]
    schedule, sentences = read(july(horaires=horaires, horaireOuverture="08:00:00"))
    spans = expand(schedule, first=date(2026, 7, 6), last=date(2026, 7, 6))
    assert [(span.start.time(), span.end.time(), span.every_minutes) for span in spans] == [(time(10), time(12), 30)]
    assert sentences == []


@pytest.mark.parametrize("horaires", [[], [{}], [{"timePeriods": []}], "10:00", [None]])
def test_unreadable_horaires_leave_horaire_ouverture(horaires):
    schedule, _ = read(july(horaires=horaires, horaireOuverture="08:00:00"))
    assert expand(schedule, first=date(2026, 7, 6), last=date(2026, 7, 6))[0].start.time() == time(8)


def test_type_of_hours_is_kept_on_the_slots():
    horaires = [
        {
            "type": {"elementReferenceType": "HoraireType", "id": 7460, "libelleFr": "Visite guidée"},
            "timePeriods": [{"weekdays": ["TUE"], "timeFrames": [{"startTime": "15:00"}]}],
        }
    ]
    schedule, _ = read(july(horaires=horaires))
    spans = expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))
    assert [(span.day.day, span.kind, span.label) for span in spans] == [
        (7, "7460", {"fr": "Visite guidée"}),
        (14, "7460", {"fr": "Visite guidée"}),
    ]


def test_hol_closed_closes_the_national_day():
    horaires = [{"timePeriods": [{"timeFrames": [{"startTime": "10:00"}]}, {"weekdays": ["HOL"], "closed": True}]}]
    schedule, _ = read(july(horaires=horaires))
    assert july_days(schedule) == [6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18, 19]


def test_hol_named_opens_the_national_day_and_gives_its_hours():
    horaires = [
        {
            "timePeriods": [
                {"weekdays": ["TUE"], "timeFrames": [{"startTime": "09:00", "endTime": "18:00"}]},
                {"weekdays": ["SUN", "HOL"], "timeFrames": [{"startTime": "10:00", "endTime": "17:00"}]},
            ]
        }
    ]
    schedule, _ = read(july(horaires=horaires))
    assert expanded(schedule, date(2026, 7, 1), date(2026, 7, 31)) == {
        (date(2026, 7, 7), "09:00", "18:00"),
        (date(2026, 7, 12), "10:00", "17:00"),
        (date(2026, 7, 14), "10:00", "17:00"),
        (date(2026, 7, 19), "10:00", "17:00"),
    }


def test_plain_weekdays_ignore_public_holidays():
    horaires = [{"timePeriods": [{"weekdays": ["TUE"], "timeFrames": [{"startTime": "09:00"}]}]}]
    schedule, _ = read(july(horaires=horaires))
    assert july_days(schedule) == [7, 14]


def test_weekdays_of_hours_narrow_the_type():
    horaires = [{"timePeriods": [{"weekdays": SHORT, "timeFrames": [{"startTime": "09:00"}]}]}]
    schedule, sentences = read(
        july(type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}], horaires=horaires)
    )
    assert (july_days(schedule), sentences) == ([7, 14], [])


def test_weekdays_of_hours_are_believed_when_the_type_disagrees():
    horaires = [{"timePeriods": [{"weekdays": ["WED"], "timeFrames": [{"startTime": "09:00"}]}]}]
    schedule, sentences = read(
        july(type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "MARDI"}], horaires=horaires)
    )
    assert july_days(schedule) == [8, 15]
    assert sentences == [
        "Période du 6 au 19\u00a0juillet 2026 : les jours de la période (mardi) ne sont pas ceux de ses horaires "
        "(mercredi), qui sont retenus."
    ]


def test_closed_weekdays_apply_to_the_old_hours_when_no_hours_are_open():
    horaires = [{"timePeriods": [{"weekdays": ["MON"], "closed": True}]}]
    schedule, sentences = read(july(horaires=horaires, horaireOuverture="08:00:00"))
    assert july_days(schedule) == [7, 8, 9, 10, 11, 12, 14, 15, 16, 17, 18, 19]
    assert sentences == ["Période du 6 au 19\u00a0juillet 2026 : les horaires ne contiennent que des fermetures."]


def test_unknown_weekday_alone_does_not_open_every_day():
    horaires = [
        {"timePeriods": [{"weekdays": ["LUN"]}, {"weekdays": ["TUE"], "timeFrames": [{"startTime": "09:00"}]}]},
    ]
    schedule, sentences = read(july(horaires=horaires))
    assert july_days(schedule) == [7, 14]
    assert sentences == ["Période du 6 au 19\u00a0juillet 2026 : le jour « LUN » des horaires est inconnu."]


def test_opening_that_is_also_closed_is_closed_and_reported():
    schedule, sentences = read(
        july(ouverturesExceptionnelles=[{"dateOuverture": "2026-07-25"}]),
        fermeturesExceptionnelles=[{"dateFermeture": "2026-07-25"}],
    )
    assert july_days(schedule) == list(range(6, 20))
    assert sentences == [
        "Période du 6 au 19\u00a0juillet 2026 : le 25\u00a0juillet 2026 est à la fois ouvert et fermé ; "
        "la fermeture est retenue."
    ]


def test_type_without_any_day_is_reported():
    schedule, sentences = read(july(type="OUVERTURE_SAUF", ouverturesJournalieres=[{"jour": "TOUS"}]))
    assert july_days(schedule) == []
    assert sentences == [
        "Période du 6 au 19\u00a0juillet 2026 : tous les jours de la semaine sont exclus.",
        "Période du 6 au 19\u00a0juillet 2026 : aucun jour n’est retenu.",
    ]


def test_weekday_that_the_range_does_not_hold_is_reported():
    _, sentences = read(
        july(dateFin="2026-07-07", type="OUVERTURE_SEMAINE", ouverturesJournalieres=[{"jour": "SAMEDI"}])
    )
    assert sentences == ["Période du 6 au 7\u00a0juillet 2026 : aucun jour n’est ouvert."]


def test_unknown_special_day_keeps_its_dates_and_is_reported():
    schedule, sentences = read(
        july(), fermeturesExceptionnelles=[{"dateSpeciale": "SAINT_GLINGLIN", "dates": ["2026-07-15"]}]
    )
    assert july_days(schedule) == [day for day in range(6, 20) if day != 15]
    assert sentences == ["Fermeture exceptionnelle « SAINT_GLINGLIN » : jour inconnu, seules ses dates sont retenues."]


def test_foreign_special_day_is_honoured_and_reported():
    schedule, sentences = read(
        july(dateDebut="2026-07-31", dateFin="2026-08-02"),
        fermeturesExceptionnelles=[{"dateSpeciale": "FETE_NATIONALE_SUISSE"}],
    )
    days = [span.day.day for span in expand(schedule, first=date(2026, 7, 1), last=date(2026, 8, 31))]
    assert days == [31, 2]
    assert sentences == ["Fermeture exceptionnelle « FETE_NATIONALE_SUISSE » : ce jour n’est pas férié en métropole."]


def test_open_all_year_without_period_is_open_every_day_for_a_site():
    ouverture = {
        "ouvertTouteLAnnee": "OUVERT_TOUTE_L_ANNEE",
        "fermeturesExceptionnelles": [{"dateSpeciale": "PREMIER_MAI"}],
    }
    schedule, sentences = schedule_from_apidae(ouverture, repeats_yearly=True)
    spans = expand(schedule, first=date(2026, 4, 30), last=date(2026, 5, 2))
    assert [(span.day.day, span.all_day) for span in spans] == [(30, True), (2, True)]
    assert sentences == []
    event, sentences = schedule_from_apidae(ouverture, repeats_yearly=False)
    assert event.periods == ()
    assert sentences == ["« Ouvert toute l’année » sans période : aucune date n’est retenue pour un événement."]


def test_temporary_closure_is_kept():
    schedule, _ = read(july(), fermeTemporairement="FERME_TEMPORAIREMENT")
    assert {str(span.status) for span in expand(schedule, first=date(2026, 7, 1), last=date(2026, 7, 31))} == {
        "suspended"
    }
    assert opening_status(schedule, datetime(2026, 7, 8, 12, tzinfo=UTC)).state == "temporarily_closed"


def test_texts_are_kept_in_their_languages():
    schedule, _ = read(
        july(nom="Visites", complementHoraire={"libelleFr": "Sur réservation", "libellePtBR": "Com reserva"}),
        complementHoraire={"libelleFr": "Selon météo"},
    )
    assert (schedule.note, schedule.periods[0].label, schedule.periods[0].note) == (
        {"fr": "Selon météo"},
        {"fr": "Visites"},
        {"fr": "Sur réservation", "pt-br": "Com reserva"},
    )


def test_periods_are_in_order_whatever_the_array():
    late, early = july(identifiant=1, dateDebut="2026-07-10"), july(identifiant=2, dateFin="2026-07-08")
    assert read(late, early)[0] == read(early, late)[0]
    assert [period.id for period in read(late, early)[0].periods] == ["2", "1"]


def test_listed_open_days_are_added_when_no_period_gives_them():
    schedule, sentences = schedule_from_apidae(
        {"periodesOuvertures": [july(dateFin="2026-07-07")]},
        repeats_yearly=False,
        dates_ouverture=["2026-07-06", "2026-07-20"],
    )
    assert july_days(schedule) == [6, 7, 20]
    assert sentences == [
        "1 jours des périodes ne figurent pas dans datesOuverture, le premier le 7\u00a0juillet 2026.",
        "1 jours de datesOuverture ne figurent dans aucune période, le premier le 20\u00a0juillet 2026 ; "
        "ils sont ajoutés.",
    ]


@pytest.mark.parametrize(
    ("opening", "closing", "expected"),
    [
        ("00:00:00", "23:59:00", (None, None)),
        ("00:00:00", "00:00:00", (None, None)),
        ("20:00:00", "24:00", ("20:00", "00:00")),
        ("9:30", None, ("09:30", None)),
        (None, "17:00:00", (None, "17:00")),
        ("21:00:00", "01:30:00", ("21:00", "01:30")),
    ],
)
def test_hours_of_a_day(opening, closing, expected):
    schedule, sentences = read(july(dateFin="2026-07-06", horaireOuverture=opening, horaireFermeture=closing))
    assert expanded(schedule, date(2026, 7, 1), date(2026, 7, 31)) == {(date(2026, 7, 6), *expected)}
    assert sentences == []


def test_equal_hours_leave_the_end_unknown_and_are_reported():
    schedule, sentences = read(july(dateFin="2026-07-06", horaireOuverture="20:30:00", horaireFermeture="20:30:00"))
    assert expanded(schedule, date(2026, 7, 1), date(2026, 7, 31)) == {(date(2026, 7, 6), "20:30", None)}
    assert sentences == [
        "Période du 6\u00a0juillet 2026 : l’heure de fin est celle du début (20:30) ; la fin est inconnue."
    ]
