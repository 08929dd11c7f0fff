"""DEGUSTATION: more invented farms, said to be so in their text."""

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.food import establishment
from tourism.apidae.demonstration.content.places.offices import FORCALQUIER, SISTERON, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    except_on,
    free,
    opening,
    weekly,
)


def farm_drafts(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    hours = opening(weekly(first, last, (WEDNESDAY, FRIDAY, SATURDAY), "15:00", "19:00", yearly=True))
    mornings = opening(except_on(first, last, (MONDAY, TUESDAY), "09:00", "12:30", yearly=True))
    rows = (
        (
            9046605,
            t("Chèvrerie du Contadour", "Le Contadour goat farm", "Caprile del Contadour", de="Ziegenhof Contadour"),
            "Redortiers",
            (44.10100, 5.64400),
            3016,
            4393,
            "cheese",
            FORCALQUIER,
            mornings,
            t(
                "Banon fermier et tommes au thym, sur le plateau de Giono.",
                "Farm banon and thyme tommes, on Giono’s plateau.",
                "Banon di fattoria e tome al timo, sull’altopiano di Giono.",
            ),
            t(
                "Les chevreaux naissent en février ; on peut donner le biberon.",
                "Kids are born in February; you may give the bottle.",
                "I capretti nascono a febbraio; si può dare il biberon.",
            ),
        ),
        (
            9046606,
            t("Truffière des Trois Chênes", "Les Trois Chênes truffle farm", "Tartufaia delle Tre Querce"),
            "Saint-Maime",
            (43.90000, 5.78800),
            3033,
            None,
            "truffles",
            FORCALQUIER,
            hours,
            t(
                "Démonstration de cavage avec une chienne qui ne se trompe jamais.",
                "Truffle hunting with a dog that is never wrong.",
                "Dimostrazione di cerca con una cagna che non sbaglia mai.",
            ),
            t(
                "De décembre à mars, sur réservation ; brouillade à la fin.",
                "December to March, by booking; scrambled eggs to finish.",
                "Da dicembre a marzo, su prenotazione.",
            ),
        ),
        (
            9046607,
            t(
                "Distillerie du Contadour bas",
                "Contadour bas distillery",
                "Distilleria del Contadour basso",
                nl="Distilleerderij Contadour",
            ),
            "Lardiers",
            (44.05600, 5.71100),
            5925,
            4420,
            "alembic",
            FORCALQUIER,
            hours,
            t(
                "Un alambic de cuivre, de la lavande fine, et l’hysope en septembre.",
                "A copper still, fine lavender, and hyssop in September.",
                "Un alambicco di rame, lavanda vera e issopo a settembre.",
            ),
            t(
                "Visite commentée avec casque amplificateur pour les malentendants.",
                "A guided visit, with headphones for the hard of hearing.",
                "Visita guidata, con cuffie per chi sente poco.",
            ),
        ),
        (
            9046608,
            t("Ferme de l’Épeautre", "The einkorn farm", "Fattoria del farro"),
            "Redortiers",
            (44.09000, 5.62600),
            3021,
            4424,
            "loaves",
            FORCALQUIER,
            mornings,
            t(
                "Le plus ancien des blés, moulu à la meule de pierre.",
                "The oldest of wheats, ground on a millstone.",
                "Il più antico dei grani, macinato a pietra.",
            ),
            t("Fournée le vendredi.", "Bread is baked on Fridays.", "Pane il venerdì."),
        ),
        (
            9046609,
            t("Bergerie des Hautes Terres", "Hautes Terres sheep farm", "Ovile delle Terre Alte"),
            "Turriers",
            (44.40100, 6.16400),
            3025,
            4456,
            "flock",
            SISTERON,
            hours,
            t(
                "Agneau de Sisteron en caissette, et la traversée du troupeau en juin.",
                "Sisteron lamb by the box, and the flock’s journey in June.",
                "Agnello di Sisteron in cassetta e il passaggio del gregge a giugno.",
            ),
            t(
                "On suit le chien au travail à dix-sept heures.",
                "Watch the dog at work at five.",
                "Si segue il cane al lavoro alle diciassette.",
            ),
        ),
        (
            9046610,
            t("Brasserie des Sources de l’Asse", "Asse Springs brewery", "Birrificio delle Sorgenti dell’Asse"),
            "Barrême",
            (43.95500, 6.36800),
            3012,
            None,
            "jars",
            VERDON,
            hours,
            t(
                "Bières de seigle et de miel, à deux pas du Train des Pignes.",
                "Rye and honey beers, a step from the Train des Pignes.",
                "Birre di segale e miele, a due passi dal Train des Pignes.",
            ),
            t(
                "Visite du brassin le samedi ; limonade pour les conducteurs.",
                "Brewing on Saturdays; lemonade for drivers.",
            ),
        ),
    )
    return [
        establishment(
            "DEGUSTATION",
            identifier,
            name,
            town,
            at,
            short=short,
            long=long,
            picture=picture,
            opens=opens,
            price=free("GRATUIT", t("Dégustation gratuite.", "Free tasting.", "Degustazione gratuita.")),
            details={
                "aoc": label is not None,
                "typesProduit": elements(product),
                "statutsExploitant": elements(3038),
                **({"aopAocIgps": elements(label)} if label else {}),
            },
            office=office,
            extra={"visites": {"visitable": True, "dureeMoyenneVisiteIndividuelle": 45}},
        )
        for identifier, name, town, at, product, label, picture, office, opens, short, long in rows
    ]
