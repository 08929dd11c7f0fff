"""DOMAINE_SKIABLE: the smaller resorts and the cross-country tracks."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, no_overrides, t
from tourism.apidae.demonstration.content.places.offices import UBAYE
from tourism.apidae.demonstration.content.places.seasonal import season
from tourism.apidae.demonstration.opening import Calendar, every_day, opening, paid, slot, slots
from tourism.apidae.demonstration.references import element

ALPINE, NORDIC = 3145, 3146


def slope_drafts(calendar: Calendar) -> list[Draft]:
    year = calendar.today.year if calendar.today.month >= 6 else calendar.today.year - 1
    daily = every_day(date(year, 12, 12), date(year + 1, 4, 4), "09:00", "16:45")
    weekends = slots(
        date(year, 12, 12),
        date(year + 1, 3, 21),
        slot("WED SAT SUN HOL", ("09:00", "16:30")),
        slot("FRI", ("16:30", "20:30")),
    )
    rows = (
        (
            9045005,
            t("Montclar – Saint-Jean", "Montclar – Saint-Jean", "Montclar – Saint-Jean", nl="Montclar – Saint-Jean"),
            "Montclar",
            (44.40300, 6.34600),
            ALPINE,
            3151,
            (1300, 2500),
            daily,
            (34.0, 27.0),
            {"nombrePistes": 33, "nombreKmPiste": 50, "nombrePistesVertes": 5, "nombrePistesBleues": 11}
            | {"nombrePistesRouges": 12, "nombrePistesNoires": 5, "nombreRemonteesMecaniques": 11, "nombreHandiski": 4},
            t(
                "Le Dormillouse d’un côté, le lac de Serre-Ponçon de l’autre.",
                "The Dormillouse on one side, lake Serre-Ponçon on the other.",
                "Il Dormillouse da un lato, il lago di Serre-Ponçon dall’altro.",
            ),
            t(
                "Domaine familial en forêt, quatre fauteuils-skis à réserver et une navette depuis Seyne.",
                "A family area in the woods, four sit-skis to book and a shuttle from Seyne.",
                "Area familiare nel bosco, quattro sedie da sci e una navetta da Seyne.",
            ),
            "lift",
            t(
                "L’été : descentes à VTT, lac de baignade et parapente.",
                "In summer: downhill biking, a swimming lake and paragliding.",
                "D’estate: discese in MTB, lago balneabile e parapendio.",
            ),
        ),
        (
            9045006,
            t("Larche – Val d’Oronaye", "Larche – Val d’Oronaye", "Larche – Val d’Oronaye"),
            "Val d'Oronaye",
            (44.45100, 6.84600),
            NORDIC,
            3151,
            (1680, 2000),
            daily,
            (9.0, 5.0),
            {"nombreKmPiste": 30, "nombrePistes": 7, "nombrePistesVertes": 2, "nombrePistesBleues": 3}
            | {"nombrePistesRouges": 2, "nombreKmPisteSkating": 25},
            t(
                "Trente kilomètres de fond au bout de la route, contre l’Italie.",
                "Thirty kilometres of cross-country at the end of the road, against Italy.",
                "Trenta chilometri di fondo in fondo alla strada, al confine con l’Italia.",
            ),
            t(
                "Neige sûre, soleil l’après-midi, salle hors sac chauffée. Les chiens ont leur propre piste.",
                "Reliable snow, afternoon sun, a heated picnic room. Dogs have a track of their own.",
            ),
            "snowshoes",
            None,
        ),
        (
            9045007,
            t("Le Fanget", "Le Fanget", "Le Fanget"),
            "Auzet",
            (44.29500, 6.31600),
            NORDIC,
            3153,
            (1450, 1700),
            weekends,
            (7.5, 4.0),
            {"nombreKmPiste": 24, "nombrePistes": 6, "nombrePistesVertes": 2, "nombrePistesBleues": 2}
            | {"nombrePistesRouges": 2, "nombreKmPisteSkating": 18},
            t(
                "Les pistes de fond du pays de Seyne, dans les hêtres et les mélèzes.",
                "The cross-country tracks of the Seyne country, among beeches and larches.",
                "Le piste di fondo del paese di Seyne, tra faggi e larici.",
            ),
            t(
                "Une montée douce, une longue descente, un foyer avec des crêpes. Nocturne le vendredi, à la frontale.",
                "A gentle climb, a long run down and pancakes in the hut. Friday evenings by headlamp.",
            ),
            "snow",
            None,
        ),
        (
            9045008,
            t("Le Grand Puy", "Le Grand Puy"),
            "Seyne",
            (44.31700, 6.38700),
            ALPINE,
            3153,
            (1370, 1780),
            weekends,
            (21.0, 17.0),
            {"nombrePistes": 15, "nombreKmPiste": 24, "nombrePistesVertes": 3, "nombrePistesBleues": 4}
            | {"nombrePistesRouges": 6, "nombrePistesNoires": 2, "nombreRemonteesMecaniques": 6},
            t(
                "Une station de poche où l’on connaît le prénom du perchman.",
                "A pocket resort where you know the lift man’s first name.",
                "Una stazione tascabile dove si conosce per nome l’addetto allo skilift.",
            ),
            t(
                "Idéale pour apprendre ; location au pied des pistes et soupe à midi.",
                "Fine for learning; skis for hire at the foot of the runs, soup at noon.",
            ),
            "lift",
            None,
        ),
        (
            9045009,
            t("Sainte-Anne – La Condamine", "Sainte-Anne – La Condamine", "Sainte-Anne – La Condamine"),
            "La Condamine-Châtelard",
            (44.47000, 6.72800),
            ALPINE,
            3151,
            (1830, 2400),
            weekends,
            (24.0, 19.0),
            {"nombrePistes": 13, "nombreKmPiste": 25, "nombrePistesVertes": 2, "nombrePistesBleues": 4}
            | {"nombrePistesRouges": 5, "nombrePistesNoires": 2, "nombreRemonteesMecaniques": 4},
            t(
                "Un front de neige d’altitude que des bénévoles font tourner, en haute Ubaye.",
                "High slopes of the upper Ubaye, kept running by volunteers.",
                "Piste d’alta quota dell’alta Ubaye, tenute in vita da volontari.",
            ),
            t(
                "Exposition nord et neige froide jusqu’en avril ; itinéraires de ski de randonnée balisés depuis le parking.",
                "North-facing, with cold snow until April; marked ski-touring routes from the car park.",
                "Esposizione a nord e neve fredda fino ad aprile; itinerari di scialpinismo segnalati dal parcheggio.",
            ),
            "snow",
            None,
        ),
    )
    drafts = []
    for identifier, name, town, at, sort, kind, span, days, rates, figures, short, long, picture, summer in rows:
        extra: dict = {
            "localisation": {"geolocalisation": {"altitudeMini": span[0], "altitudeMaxi": span[1]}},
            "prestations": {
                **({"tourismesAdaptes": elements(3652)} if "nombreHandiski" in figures else {}),
                **no_overrides(),
            },
        }
        if summer:
            extra["aspects"] = [season("ETE", short=summer)]
        drafts.append(
            Draft(
                kind="DOMAINE_SKIABLE",
                id=identifier,
                name=name,
                commune=town,
                at=at,
                altitude=span[0],
                short=short,
                long=long,
                picture=picture,
                opening=opening(days, status=(4189,)),
                price=paid(calendar, (1546, rates[0], None), (1548, rates[1], None), means=(1268, 1277), free_below=6),
                details={
                    "classification": element(sort),
                    "domaineSkiableTypes": elements(kind),
                    "neigeCulture": sort == ALPINE,
                    "remonteeGratuite": False,
                    **figures,
                },
                office=UBAYE,
                extra=extra,
            )
        )
    return drafts
