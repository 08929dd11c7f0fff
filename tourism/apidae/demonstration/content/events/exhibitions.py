"""Exhibitions that last for months, and visits that come back: the long periods."""

from datetime import timedelta

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.events.cards import (
    CULTURE,
    DEPARTMENTAL,
    EXHIBITION,
    LEISURE,
    NATIONAL,
    OUTING,
    REGIONAL,
    TASTING,
    TOUR,
    event,
)
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    GUIDED_VISIT,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    every_day,
    except_on,
    free,
    opening,
    paid,
    slot,
    slots,
    weekly,
)


def exhibition_drafts(calendar: Calendar) -> list[Draft]:
    return [*_exhibitions(calendar), *_tours(calendar)]


def _exhibitions(calendar: Calendar) -> list[Draft]:
    return [
        event(
            9041101,
            t(
                "« Plantes voyageuses »",
                "“Travelling plants”",
                "«Piante viaggiatrici»",
                de="„Reisende Pflanzen“",
                nl="‘Reizende planten’",
            ),
            "Mane",
            (43.93560, 5.76040),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2188, 2206),
            reach=REGIONAL,
            venue="Salagon, musée et jardins",
            picture="garden",
            office=FORCALQUIER,
            access=(3652, 1199),
            short=t(
                "De la tomate au buddleia : comment les plantes ont suivi les hommes.",
                "From the tomato to the buddleia: how plants followed people.",
                "Dal pomodoro alla buddleia: come le piante hanno seguito gli uomini.",
            ),
            long=t(
                "Herbiers, graines de contrebande et récits d’immigrés au jardin. Le parcours se termine dehors, dans les carrés du prieuré. Fermé le mardi.",
                "Herbaria, smuggled seeds and gardeners’ tales of exile. The visit ends outdoors in the priory beds. Closed on Tuesdays.",
                "Erbari, semi di contrabbando e racconti di giardinieri. Chiuso il martedì.",
            ),
            opens=opening(
                except_on(calendar.plus(-62), calendar.plus(118), (TUESDAY,), "10:00", "18:00"),
                closed=(calendar.plus(9), calendar.plus(37)),
                special=("PREMIER_NOVEMBRE", "ONZE_NOVEMBRE"),
            ),
            price=paid(calendar, (5239, 8, None), (5240, 6, None), free_below=12),
            links=(("EST_SITUE_DANS", 9044007),),
        ),
        event(
            9041102,
            t("Grand feu, petit bleu", "High fire, small blue", "Gran fuoco, piccolo blu"),
            "Moustiers-Sainte-Marie",
            (43.84655, 6.22165),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(4068, 2159),
            reach=NATIONAL,
            venue="Musée de la Faïence",
            picture="pottery",
            office=VERDON,
            access=(3652,),
            short=t(
                "Douze céramistes d’aujourd’hui répondent aux décors de Moustiers.",
                "Twelve potters of today answer the patterns of Moustiers.",
                "Dodici ceramisti di oggi rispondono ai decori di Moustiers.",
            ),
            long=t(
                "Chaque pièce est montrée à côté de celle qui l’a inspirée. Démonstration de décor le premier samedi.",
                "Each piece is shown beside the one that inspired it. Painting demonstration on the first Saturday.",
            ),
            opens=opening(
                slots(
                    calendar.plus(-30),
                    calendar.plus(95),
                    slot("MON WED THU FRI", ("10:00", "12:30"), ("14:00", "17:30")),
                    slot("SAT SUN HOL", ("10:00", "18:00")),
                    slot("TUE", closed=True),
                )
            ),
            price=paid(calendar, (5239, 5, None), (5240, 3, None), free_below=16),
        ),
        event(
            9041103,
            t("Lettres de Mexico", "Letters from Mexico", "Lettere dal Messico", es="Cartas de México"),
            "Barcelonnette",
            (44.38560, 6.65760),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2206, 2235),
            reach=DEPARTMENTAL,
            venue="Musée de la Vallée",
            picture="exhibition",
            office=UBAYE,
            short=t(
                "Une correspondance retrouvée dans un grenier de Jausiers, et les photographies qui vont avec.",
                "Letters found in a Jausiers attic, and the photographs that go with them.",
                "Una corrispondenza ritrovata in una soffitta di Jausiers.",
                es="Una correspondencia hallada en un desván de Jausiers.",
            ),
            opens=opening(
                weekly(calendar.plus(-45), calendar.plus(60), (WEDNESDAY, FRIDAY, SATURDAY, SUNDAY), "14:30", "18:00")
            ),
            price=paid(calendar, (4108, 4, None), free_below=10),
        ),
        event(
            9041104,
            t("Mains négatives", "Hands on the wall", "Mani in negativo", nl="Handen op de muur"),
            "Quinson",
            (43.69950, 6.03930),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2157,),
            reach=NATIONAL,
            venue="Musée de Préhistoire",
            picture="exhibition",
            office=DURANCE,
            access=(3653, 1191),
            audience=(513,),
            short=t(
                "Pourquoi signer une grotte de sa main ? Une enquête à faire en famille.",
                "Why sign a cave with your hand? An inquiry for the whole family.",
                "Perché firmare una grotta con la mano? Un’indagine in famiglia.",
            ),
            # All day long: no opening time is given, as often in real data.
            opens=opening(every_day(calendar.plus(-12), calendar.plus(150))),
            price=paid(calendar, (5239, 8, None), (5240, 6, None), free_below=6),
        ),
        event(
            9041105,
            t("Annot au fil des vitrines", "Annot in its shop windows"),
            "Annot",
            (43.96490, 6.66860),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2235,),
            venue="Rues du village",
            picture="village",
            office=VERDON,
            contact=False,
            short=t(
                "Cent photographies anciennes dans les vitrines du village, visibles à toute heure.",
                "A hundred old photographs in the village windows, to be seen at any hour.",
                "Cento fotografie d’epoca nelle vetrine del paese, visibili a ogni ora.",
            ),
            opens=opening(
                every_day(calendar.plus(-5), calendar.plus(40)),
                status=(4188,),
                words=t("Visible jour et nuit.", "On view day and night."),
            ),
            price=free("ACCES_LIBRE"),
            access=(3653,),
        ),
        event(
            9041106,
            t(
                "Crèches et santons de Haute-Provence",
                "Cribs and santons of Haute-Provence",
                "Presepi e santons dell’Alta Provenza",
            ),
            "Oraison",
            (43.91740, 5.91850),
            kind=CULTURE,
            categories=(EXHIBITION,),
            themes=(2230,),
            venue="Château d’Oraison",
            picture="santons",
            office=DURANCE,
            season=("advent",),
            short=t(
                "Vingt crèches d’argile, de buis et de papier.",
                "Twenty cribs of clay, box wood and paper.",
                "Venti presepi di argilla, bosso e carta.",
            ),
            opens=opening(
                every_day(calendar.december(2), calendar.december(31) + timedelta(days=8), "14:00", "18:00"),
                special=("VINGT_CINQ_DECEMBRE", "PREMIER_JANVIER"),
            ),
            price=free("ENTREE_LIBRE"),
        ),
        event(
            9041107,
            t("Refuges d’art, l’atelier ouvert", "Refuges d’art, the open studio", "Refuges d’art, lo studio aperto"),
            "Digne-les-Bains",
            (44.10330, 6.23260),
            kind=CULTURE,
            categories=(EXHIBITION, 2086),
            themes=(2159, 2282),
            reach=DEPARTMENTAL,
            venue="CAIRN, Musée Promenade",
            picture="exhibition",
            office=DIGNE,
            short=t(
                "Marcher, dormir dans une œuvre, en parler : carnets et maquettes des refuges.",
                "Walk, sleep inside a work of art, talk about it: notebooks and models of the refuges.",
                "Camminare, dormire dentro un’opera, parlarne: taccuini e modellini dei rifugi.",
            ),
            # The two periods are given in no order, and one crosses the other.
            opens=opening(
                weekly(calendar.plus(31), calendar.plus(80), (WEDNESDAY, SATURDAY, SUNDAY), "13:30", "17:00"),
                every_day(calendar.plus(-20), calendar.plus(30), "10:00", "17:30"),
            ),
            price=free("ENTREE_LIBRE"),
        ),
    ]


def _tours(calendar: Calendar) -> list[Draft]:
    start, end = calendar.plus(-40), calendar.plus(110)
    return [
        event(
            9041201,
            t(
                "Visites guidées de la citadelle d’Entrevaux",
                "Guided tours of the Entrevaux citadel",
                "Visite guidate della cittadella di Entrevaux",
                de="Führungen durch die Zitadelle von Entrevaux",
            ),
            "Entrevaux",
            (43.95060, 6.80900),
            kind=CULTURE,
            categories=(TOUR,),
            themes=(2206,),
            venue="Pont-levis",
            picture="citadel",
            office=VERDON,
            access=(3651,),
            short=t(
                "Un départ toutes les demi-heures, à la lampe dans les souterrains.",
                "A tour every half hour, by lamplight underground.",
                "Una visita ogni mezz’ora, con la lampada nei sotterranei.",
            ),
            long=t(
                "Rendez-vous au pont-levis. La montée compte neuf rampes ; de l’eau se vend à mi-chemin.",
                "Meet at the drawbridge. The climb has nine ramps; water is sold half-way up.",
            ),
            opens=opening(
                slots(
                    start,
                    end,
                    slot("SAT SUN HOL", ("10:00", "12:00", "00:30"), ("14:00", "17:00", "00:30")),
                    slot("WED", ("14:00", "16:00", "01:00")),
                    kind=GUIDED_VISIT,
                ),
                status=(4190,),
            ),
            price=paid(calendar, (1717, 6, None), (1718, 3, None), means=(1277,)),
        ),
        event(
            9041202,
            t("Sisteron par les andrones", "Sisteron through its alleys", "Sisteron per i vicoli"),
            "Sisteron",
            (44.19820, 5.94320),
            kind=CULTURE,
            categories=(TOUR,),
            themes=(2206,),
            venue="Office de tourisme",
            picture="village",
            office=SISTERON,
            short=t(
                "Passages couverts, tours de ville et histoires de bateliers.",
                "Covered passages, town towers and boatmen’s tales.",
                "Passaggi coperti, torri e storie di barcaioli.",
            ),
            # Exceptional openings inside the period, beside the days of the week.
            opens=opening(
                weekly(
                    start,
                    end,
                    (THURSDAY,),
                    "10:00",
                    "11:30",
                    extra=(calendar.plus(3), calendar.plus(10), calendar.plus(20)),
                ),
                closed=(calendar.on(THURSDAY, weeks=1),),
            ),
            price=paid(calendar, (4108, 5, None)),
        ),
        event(
            9041203,
            t(
                "Le Train des Pignes à vapeur",
                "The Train des Pignes under steam",
                "Il Train des Pignes a vapore",
                de="Train des Pignes unter Dampf",
                es="El Train des Pignes a vapor",
                nl="De stoomtrein Train des Pignes",
            ),
            "Annot",
            (43.96180, 6.67110),
            kind=LEISURE,
            categories=(OUTING,),
            themes=(2206,),
            reach=REGIONAL,
            venue="Gare d’Annot",
            picture="train",
            office=VERDON,
            audience=(513,),
            access=(3652,),
            short=t(
                "Une locomotive de 1909, des banquettes de bois et l’odeur du charbon.",
                "A 1909 engine, wooden benches and the smell of coal.",
                "Una locomotiva del 1909, panche di legno e odore di carbone.",
                de="Eine Lok von 1909, Holzbänke und Kohlegeruch.",
                es="Una locomotora de 1909, bancos de madera y olor a carbón.",
                nl="Een locomotief uit 1909, houten banken en kolengeur.",
            ),
            long=t(
                "Aller d’Annot à Puget-Théniers en une heure, retour l’après-midi. Réservation indispensable : deux cents places par jour.",
                "From Annot to Puget-Théniers in an hour, back in the afternoon. Booking essential: two hundred seats a day.",
            ),
            opens=opening(
                weekly(
                    start,
                    end,
                    (SUNDAY,),
                    "10:30",
                    "16:30",
                    extra=(calendar.on(FRIDAY, weeks=1), calendar.on(FRIDAY, weeks=2)),
                    note=t("Embarquement vingt minutes avant.", "Boarding twenty minutes before."),
                )
            ),
            price=paid(calendar, (1717, 32, None), (1718, 21, None), free_below=4),
            extra={
                "descriptionTarif": {
                    "leTarifComprend": t("Aller-retour et visite du dépôt.", "Return trip and tour of the depot.")
                }
            },
        ),
        event(
            9041204,
            t("Du moulin à la tartine", "From the mill to the toast", "Dal frantoio alla fetta di pane"),
            "Les Mées",
            (44.02170, 5.98450),
            kind=LEISURE,
            categories=(TASTING, TOUR),
            themes=(2205, 2292),
            venue="Moulin des Pénitents",
            picture="olives",
            office=DIGNE,
            short=t(
                "Trois huiles, trois pains, et l’art de les reconnaître les yeux fermés.",
                "Three oils, three breads, and how to know them with your eyes shut.",
                "Tre oli, tre pani, e l’arte di riconoscerli a occhi chiusi.",
            ),
            opens=opening(weekly(start, end, (FRIDAY, SATURDAY), "16:00", "17:00")),
            price=free("GRATUIT"),
        ),
        event(
            9041205,
            t("Le fort de Savoie à la lanterne", "The Fort de Savoie by lantern"),
            "Colmars",
            (44.18380, 6.62480),
            kind=CULTURE,
            categories=(TOUR, 2112),
            themes=(2206,),
            venue="Fort de Savoie",
            picture="citadel",
            office=VERDON,
            audience=(4549, 513),
            short=t(
                "Une visite de nuit pour enfants courageux, énigmes comprises.",
                "A night tour for brave children, riddles included.",
                "Una visita notturna per bambini coraggiosi, indovinelli compresi.",
            ),
            opens=opening(except_on(calendar.plus(-8), calendar.plus(45), (MONDAY, SUNDAY), "19:30", "21:00")),
            price=paid(calendar, (1717, 7, None), (1718, 4, None)),
            extra={
                "prestations": {
                    "ageMin": 6,
                    "ageMax": 12,
                    "uniteAgeMin": "ANNEE",
                    "uniteAgeMax": "ANNEE",
                    "languesParlees": elements(1197),
                }
            },
        ),
    ]
