"""DOMAINE_SKIABLE: the ski areas."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.offices import UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    Calendar,
    every_day,
    opening,
    paid,
)
from tourism.apidae.demonstration.references import element


def skiing_drafts(calendar: Calendar) -> list[Draft]:
    year = calendar.today.year if calendar.today.month >= 6 else calendar.today.year - 1
    season = (date(year, 12, 12), date(year + 1, 4, 11))
    rows = (
        (
            9045001,
            t("Pra Loup", "Pra Loup", "Pra Loup", de="Pra Loup", nl="Pra Loup"),
            "Uvernet-Fours",
            (44.36830, 6.60470),
            1600,
            (1500, 2500),
            UBAYE,
            t(
                "Un balcon sur l’Ubaye, relié au Val d’Allos par l’Espace Lumière.",
                "A balcony over the Ubaye, linked to Val d’Allos in the Espace Lumière.",
                "Un balcone sull’Ubaye, collegato alla Val d’Allos dall’Espace Lumière.",
                de="Ein Balkon über der Ubaye, verbunden mit Val d’Allos.",
            ),
            t(
                "Mélèzes, grands espaces et un front de neige à pied. L’été, le domaine devient un parc de VTT.",
                "Larches, wide spaces and slopes you reach on foot. In summer the area becomes a bike park.",
                "Larici, grandi spazi e piste raggiungibili a piedi. D’estate diventa un bike park.",
            ),
            (73, 5, 35, 26, 7, 29, 38.0, 29.0),
            3150,
        ),
        (
            9045002,
            t("Val d’Allos – La Foux", "Val d’Allos – La Foux", "Val d’Allos – La Foux"),
            "Allos",
            (44.29420, 6.56970),
            1800,
            (1800, 2600),
            VERDON,
            t(
                "Soleil du sud et neige d’altitude, aux sources du Verdon.",
                "Southern sun and high-altitude snow at the springs of the Verdon.",
                "Sole del sud e neve d’alta quota, alle sorgenti del Verdon.",
            ),
            t(
                "Un cirque ensoleillé, des pistes larges et la liaison vers Pra Loup par le col.",
                "A sunny bowl, broad runs and the link to Pra Loup over the pass.",
            ),
            (52, 4, 18, 22, 8, 23, 39.0, 30.0),
            3150,
        ),
        (
            9045003,
            t("Le Sauze – Super-Sauze", "Le Sauze – Super-Sauze", "Le Sauze – Super-Sauze"),
            "Enchastrayes",
            (44.37180, 6.68220),
            1400,
            (1400, 2440),
            UBAYE,
            t(
                "L’une des plus anciennes stations de France, restée village.",
                "One of the oldest resorts in France, still a village.",
                "Una delle più antiche stazioni di Francia, rimasta villaggio.",
            ),
            t(
                "Des pistes dans la forêt, un esprit de famille et la vue sur Barcelonnette.",
                "Runs through the forest, a family spirit and a view of Barcelonnette.",
            ),
            (36, 6, 12, 13, 5, 14, 34.0, 27.0),
            3151,
        ),
        (
            9045004,
            t("Chabanon", "Chabanon"),
            "Selonnet",
            (44.34500, 6.27850),
            1600,
            (1550, 2050),
            UBAYE,
            t(
                "Petite station familiale dans les sapins, tournée vers le lac de Serre-Ponçon.",
                "A small family resort among the firs, looking towards the lake of Serre-Ponçon.",
                "Piccola stazione per famiglie tra gli abeti, affacciata sul lago di Serre-Ponçon.",
            ),
            t(
                "Idéale pour les premières glisses ; ski nocturne certains vendredis.",
                "Ideal for first turns; night skiing on some Fridays.",
            ),
            (38, 8, 11, 15, 4, 10, 29.0, 24.0),
            3151,
        ),
    )
    drafts = []
    for identifier, name, town, at, altitude, span, office, short, long, figures, kind in rows:
        runs, green, blue, red, black, lifts, adult, child = figures
        drafts.append(
            Draft(
                kind="DOMAINE_SKIABLE",
                id=identifier,
                name=name,
                commune=town,
                at=at,
                altitude=altitude,
                short=short,
                long=long,
                picture="snow" if identifier % 2 else "lift",
                opening=opening(every_day(*season, "09:00", "16:30"), status=(4189,)),
                price=paid(calendar, (1546, adult, None), (1548, child, None), means=(1268, 1274, 1277), free_below=5),
                details={
                    "classification": element(3145),
                    "domaineSkiableTypes": elements(kind),
                    "neigeCulture": True,
                    "remonteeGratuite": False,
                    "nombrePistes": runs,
                    "nombrePistesVertes": green,
                    "nombrePistesBleues": blue,
                    "nombrePistesRouges": red,
                    "nombrePistesNoires": black,
                    "nombreRemonteesMecaniques": lifts,
                },
                office=office,
                extra={"localisation": {"geolocalisation": {"altitudeMini": span[0], "altitudeMaxi": span[1]}}},
            )
        )
    return drafts
