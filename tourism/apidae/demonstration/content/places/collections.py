"""PATRIMOINE_CULTUREL: more museums, all of them real."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.heritage import CENTRE, MUSEUM, site
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    SATURDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    except_on,
    free,
    opening,
    paid,
    slot,
    slots,
    weekly,
)


def collection_drafts(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    summer = (date(first.year, 4, 1), date(first.year, 9, 30))
    winter = (date(first.year, 10, 1), date(first.year + 1, 3, 31))
    return [
        site(
            9044018,
            t(
                "Musée Gassendi",
                "Musée Gassendi",
                "Museo Gassendi",
                de="Gassendi-Museum",
                es="Museo Gassendi",
                nl="Musée Gassendi",
            ),
            "Digne-les-Bains",
            (44.09380, 6.23610),
            kind=MUSEUM,
            themes=(3393, 3784),
            classes=(3226, 3229),
            address="64 boulevard Gassendi",
            picture="exhibition",
            office=DIGNE,
            short=t(
                "Une ville qui range ensemble ses tableaux, ses fossiles et ses œuvres de marche.",
                "A town that keeps its paintings, its fossils and its walking art in the same cabinets.",
                "Una città che conserva insieme quadri, fossili e arte del cammino.",
                de="Gemälde, Fossilien und Kunst vom Wandern in denselben Vitrinen.",
            ),
            long=t(
                "Dans l’ancien hospice, peinture italienne et provençale, cabinet de sciences et artistes invités par la "
                "réserve géologique se répondent. Demandez le plan des refuges d’art : plusieurs commencent ici.",
                "In the former almshouse, Italian and Provençal painting, a science cabinet and artists invited by the "
                "geological reserve answer one another. Ask for the map of the Refuges d’art: several begin here.",
                "Nell’antico ospizio dialogano pittura italiana e provenzale, gabinetto scientifico e artisti d’oggi. "
                "Chiedete la mappa dei Refuges d’art.",
            ),
            opens=opening(
                slots(*summer, slot("MON WED THU FRI SAT SUN", ("11:00", "19:00")), slot("TUE", closed=True)),
                slots(*winter, slot("MON WED THU FRI SAT SUN", ("13:30", "17:30")), slot("TUE HOL", closed=True)),
                special=("PREMIER_JANVIER", "PREMIER_MAI", "VINGT_CINQ_DECEMBRE"),
            ),
            price=paid(calendar, (5239, 5, None), (5240, 3, None), free_below=16),
            access=(3653, 3667, 4218),
            extra={
                "prestations": {
                    "labelsTourismeHandicap": elements(1226, 1227),
                    "descriptifHandicapMoteur": t(
                        "Ascenseur à tous les étages, entrée de plain-pied rue du Trélus.",
                        "Lift to every floor, step-free entrance in the side street.",
                    ),
                    "descriptifHandicapVisuel": t(
                        "Six reproductions à toucher et un guide audio.", "Six pieces to touch and an audio guide."
                    ),
                    "nombrePersonnesEnFauteuilRoulantAccueilliesSimultanement": 4,
                }
            },
        ),
        site(
            9044022,
            t("Musée Terre et Temps", "Earth and Time museum", "Museo Terra e Tempo"),
            "Sisteron",
            (44.19750, 5.94350),
            kind=MUSEUM,
            themes=(3784, 3456),
            picture="sundial",
            office=SISTERON,
            short=t(
                "Comment mesurer un jour, un siècle, une montagne : cadrans, calendriers et roches.",
                "How to measure a day, a century, a mountain: dials, calendars and rocks.",
                "Come misurare un giorno, un secolo, una montagna: meridiane, calendari e rocce.",
            ),
            long=t(
                "Une chapelle abrite des instruments à mesurer le temps des hommes et celui de la Terre. L’ombre d’un fil "
                "y tourne avec le soleil ; les enfants lancent le pendule.",
                "A chapel holds instruments that measure human time and the Earth’s. The shadow of a wire turns with the "
                "sun, and children set the pendulum going.",
            ),
            opens=opening(
                weekly(*summer, (TUESDAY, WEDNESDAY, FRIDAY, SATURDAY), "10:00", "12:30", yearly=True),
                weekly(*summer, (TUESDAY, WEDNESDAY, FRIDAY, SATURDAY), "14:00", "18:00", yearly=True),
            ),
            price=free("GRATUIT"),
            access=(3652,),
        ),
        site(
            9044029,
            t("Maison Nature et Patrimoines", "House of Nature and Heritage", "Casa Natura e Patrimoni"),
            "Castellane",
            (43.84700, 6.51350),
            kind=CENTRE,
            themes=(3784, 3456),
            picture="ammonite",
            office=VERDON,
            short=t(
                "Des siréniens de pierre, un pays qui fut une mer, et l’histoire du Verdon.",
                "Sea cows turned to stone, a land that was once a sea, and the story of the Verdon.",
                "Sirenidi di pietra, un paese che fu mare e la storia del Verdon.",
            ),
            long=t(
                "Trois étages sur la place : les lamantins fossiles de la vallée de Taulanne, les métiers du moyen Verdon "
                "et une salle pour préparer sa marche.",
                "Three floors on the square: the fossil sea cows of the Taulanne valley, the trades of the middle Verdon "
                "and a room to plan your walk.",
                "Tre piani sulla piazza: i sirenidi fossili, i mestieri del medio Verdon e una sala per preparare la "
                "camminata.",
            ),
            opens=opening(
                except_on(date(first.year, 4, 1), date(first.year, 11, 11), (TUESDAY,), "10:00", "13:00", yearly=True),
                except_on(date(first.year, 4, 1), date(first.year, 11, 11), (TUESDAY,), "15:00", "18:30", yearly=True),
            ),
            price=paid(calendar, (1717, 5, None), (1718, 3, None), (1723, 14, None), free_below=7),
        ),
        site(
            9044033,
            t("Écomusée l’Olivier", "Olive tree museum", "Ecomuseo dell’Olivo", de="Ökomuseum Olivenbaum"),
            "Volx",
            (43.87900, 5.84300),
            kind=MUSEUM,
            themes=(3428,),
            picture="olives",
            office=DURANCE,
            short=t(
                "Six mille ans d’un arbre, dans un ancien four à chaux.",
                "Six thousand years of one tree, in a former lime kiln.",
                "Seimila anni di un albero, in una vecchia fornace.",
                de="Sechstausend Jahre eines Baumes in einem alten Kalkofen.",
            ),
            long=t(
                "On traverse la Méditerranée sans quitter Volx : greffes, pressoirs, lampes et savons. À la sortie, trois "
                "huiles se goûtent à l’aveugle.",
                "Cross the Mediterranean without leaving Volx: grafts, presses, lamps and soap. On the way out, three oils "
                "are tasted blind.",
                "Si attraversa il Mediterraneo senza lasciare Volx: innesti, frantoi, lampade e saponi.",
            ),
            opens=opening(weekly(first, last, tuple(range(6)), "10:00", "18:00", yearly=True)),
            price=paid(calendar, (1717, 4, None), free_below=10),
            access=(3653, 3667),
            minutes=75,
        ),
        site(
            9044034,
            t("La Maison du mulet", "The mule house", "La casa del mulo"),
            "Seyne",
            (44.35100, 6.35720),
            kind=CENTRE,
            themes=(3428, 3453),
            picture="mules",
            office=UBAYE,
            short=t(
                "L’élevage qui fit la renommée de la vallée de la Blanche.",
                "The breeding that made the Blanche valley famous.",
                "L’allevamento che rese celebre la valle della Blanche.",
            ),
            long=t(
                "Bâts, ferrage et foires : les mulets de Seyne partaient jusqu’en Espagne. En août, le concours ramène les "
                "juments sur le foirail.",
                "Packsaddles, shoeing and fairs: the mules of Seyne went as far as Spain. In August the contest brings the "
                "mares back to the fairground.",
            ),
            opens=opening(
                slots(
                    date(first.year, 6, 15),
                    date(first.year, 9, 15),
                    slot("MON TUE WED THU FRI", ("10:00", "12:00"), ("14:30", "18:00")),
                    slot("SUN HOL", ("14:30", "18:00")),
                    yearly=True,
                ),
                status=(4192,),
            ),
            price=paid(calendar, (1717, 4, None), (1718, 2, None), means=(1277,)),
        ),
    ]
