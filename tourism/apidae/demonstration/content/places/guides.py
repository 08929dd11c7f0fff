"""ACTIVITE and SEJOUR_PACKAGE: more outings with somebody who knows, on water, rock and snow."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.places.leisure import activity
from tourism.apidae.demonstration.content.places.offices import DURANCE, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    except_on,
    opening,
    paid,
    slot,
    slots,
    weekly,
)

EVERY_DAY = "MON TUE WED THU FRI SAT SUN"


def guide_drafts(calendar: Calendar) -> list[Draft]:
    return [*_water(calendar), *_snow(calendar)]


def _water(calendar: Calendar) -> list[Draft]:
    first, _last = calendar.year
    warm = (date(first.year, 5, 15), date(first.year, 9, 20))
    return [
        activity(
            9045205,
            t("Canyoning au Riou", "Canyoning in the Riou", "Canyoning nel Riou", de="Canyoning im Riou"),
            "La Palud-sur-Verdon",
            (43.77900, 6.34400),
            sports=(1923,),
            age=8,
            picture="canyon",
            office=VERDON,
            short=t(
                "Sauts, toboggans et rappels dans une eau couleur de menthe : le canyon des premières fois.",
                "Jumps, slides and abseils in mint-green water: the canyon for a first time.",
                "Salti, scivoli e calate in un’acqua color menta: il canyon per cominciare.",
            ),
            long=t(
                "Une demi-journée avec une guide diplômée, huit personnes au plus. Combinaison fournie, baskets à prévoir.",
                "Half a day with a qualified guide, eight people at most. Wetsuit provided; bring trainers.",
                "Mezza giornata con una guida diplomata, massimo otto persone.",
            ),
            opens=opening(
                slots(*warm, slot(EVERY_DAY, ("09:00", "12:30"), ("14:00", "17:30")), yearly=True),
                status=(4190, 4192),
                dureeSeance=210,
            ),
            price=paid(calendar, (1717, 55, None), (1718, 45, None)),
        ),
        activity(
            9045206,
            t("Le Verdon en raft", "Rafting the Verdon", "Il Verdon in raft", nl="Raften op de Verdon"),
            "Castellane",
            (43.84400, 6.51000),
            sports=(1925, 1922),
            age=7,
            picture="rafting",
            office=VERDON,
            short=t(
                "De Castellane au Point Sublime, au rythme des lâchers d’eau.",
                "From Castellane to Point Sublime, when the dam lets the water go.",
                "Da Castellane al Point Sublime, al ritmo dei rilasci d’acqua.",
                nl="Van Castellane naar Point Sublime, als de dam water loslaat.",
            ),
            long=t(
                "Deux départs les jours de lâcher, le mardi et le vendredi en été ; les autres jours, la rivière se descend "
                "en canoë-raft.",
                "Two departures on release days, Tuesdays and Fridays in summer; on other days the river is run in inflatable "
                "canoes.",
            ),
            opens=opening(
                weekly(*warm, (TUESDAY, FRIDAY), "09:30", "11:30", yearly=True),
                weekly(*warm, (TUESDAY, FRIDAY), "14:00", "16:00", yearly=True),
                status=(4192,),
                dureeSeance=120,
            ),
            price=paid(calendar, (1717, 42, None), (1718, 35, None)),
        ),
        activity(
            9045213,
            t("Paddle au lever du jour", "Paddle board at sunrise", "SUP all’alba"),
            "Esparron-de-Verdon",
            (43.73800, 5.97100),
            sports=(3852,),
            age=12,
            picture="lake",
            office=DURANCE,
            short=t(
                "Le lac est un miroir, les hérons n’ont pas encore bougé.",
                "The lake is a mirror and the herons have not stirred.",
                "Il lago è uno specchio e gli aironi non si sono ancora mossi.",
            ),
            long=t(
                "Une heure et demie dans les basses gorges, thé sur une crique au retour.",
                "An hour and a half in the lower gorge, tea on a cove on the way back.",
            ),
            opens=opening(
                weekly(*warm, (WEDNESDAY, SATURDAY), "06:45", "08:15", yearly=True), status=(4191,), dureeSeance=90
            ),
            price=paid(calendar, (4108, 28, None)),
        ),
        activity(
            9045212,
            t("Escalade de bloc dans les grès", "Bouldering in the sandstones", "Boulder nelle arenarie"),
            "Annot",
            (43.95600, 6.67300),
            sports=(1980,),
            age=6,
            picture="climbing",
            office=VERDON,
            short=t(
                "Grimper à un mètre du sol, sur un tapis, dans une forêt de châtaigniers.",
                "Climb one metre up, above a mat, in a chestnut wood.",
                "Arrampicare a un metro da terra, sopra un materasso, tra i castagni.",
            ),
            long=t(
                "Chaussons et magnésie fournis ; on apprend à tomber avant d’apprendre à monter.",
                "Shoes and chalk provided; learn to fall before you learn to climb.",
            ),
            opens=opening(
                weekly(
                    date(first.year, 4, 1), date(first.year, 10, 31), (THURSDAY, SUNDAY), "14:00", "16:30", yearly=True
                ),
                status=(4190,),
                dureeSeance=150,
            ),
            price=paid(calendar, (1717, 32, None), (1718, 24, None), (1723, 90, None)),
        ),
    ]


def _snow(calendar: Calendar) -> list[Draft]:
    year = calendar.today.year if calendar.today.month >= 6 else calendar.today.year - 1
    winter = (date(year, 12, 12), date(year + 1, 3, 31))
    return [
        activity(
            9045207,
            t(
                "Sur les traces du lièvre variable",
                "Tracking the mountain hare",
                "Sulle tracce della lepre bianca",
                de="Auf den Spuren des Schneehasen",
            ),
            "Val d'Oronaye",
            (44.45200, 6.84200),
            sports=(2003,),
            age=8,
            picture="snowshoes",
            office=UBAYE,
            short=t(
                "Raquettes aux pieds, lire dans la neige qui est passé cette nuit.",
                "On snowshoes, read in the snow who came by last night.",
                "Con le ciaspole, leggere nella neve chi è passato stanotte.",
            ),
            long=t(
                "Une accompagnatrice en montagne, douze personnes, trois heures au pied du col de Larche. Raquettes prêtées.",
                "A mountain leader, twelve people, three hours below the Larche pass. Snowshoes lent.",
                "Un’accompagnatrice, dodici persone, tre ore sotto il colle della Maddalena.",
            ),
            opens=opening(
                except_on(*winter, (MONDAY, SATURDAY), "13:30", "16:30"), status=(4189, 4191), dureeSeance=180
            ),
            price=paid(calendar, (1717, 26, None), (1718, 20, None)),
        ),
        activity(
            9045208,
            t("Chiens de traîneau au Fanget", "Dog sledding at Le Fanget", "Cani da slitta al Fanget", nl="Huskytocht"),
            "Auzet",
            (44.29600, 6.31700),
            sports=(2001,),
            age=5,
            picture="snowshoes",
            office=UBAYE,
            short=t(
                "Assis sous une couverture ou debout aux commandes, douze huskys et la forêt.",
                "Sit under a blanket or stand and drive: twelve huskies and the forest.",
                "Seduti sotto una coperta o in piedi alla guida: dodici husky e la foresta.",
            ),
            long=t(
                "Baptême de vingt minutes ou initiation d’une heure. Sans neige, les chiens tirent un kart.",
                "A twenty-minute ride or an hour’s lesson. Without snow the dogs pull a cart.",
            ),
            opens=opening(
                slots(*winter, slot("WED SAT SUN HOL", ("10:00", "12:00", "00:30"), ("14:00", "16:30", "00:30"))),
                status=(4189,),
                dureeSeance=20,
            ),
            price=paid(calendar, (1717, 35, 70), (1718, 25, None)),
        ),
    ]
