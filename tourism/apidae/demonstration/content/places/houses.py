"""PATRIMOINE_CULTUREL: more museums, and houses that keep somebody's memory; all of them real."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, elements, t
from tourism.apidae.demonstration.content.places.heritage import MUSEUM, SITE, always_open, site
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE
from tourism.apidae.demonstration.opening import (
    FRIDAY,
    GUIDED_VISIT,
    WEDNESDAY,
    Calendar,
    free,
    opening,
    paid,
    slot,
    slots,
    weekly,
)


def house_drafts(calendar: Calendar) -> list[Draft]:
    first, last = calendar.year
    return [
        site(
            9044019,
            t(
                "Maison Alexandra David-Néel",
                "House of Alexandra David-Néel",
                "Casa di Alexandra David-Néel",
                de="Haus von Alexandra David-Néel",
                es="Casa de Alexandra David-Néel",
                nl="Huis van Alexandra David-Néel",
            ),
            "Digne-les-Bains",
            (44.08420, 6.22000),
            kind=MUSEUM,
            themes=(3450, 3440),
            classes=(3226,),
            picture="villa",
            office=DIGNE,
            short=t(
                "La maison aux volets rouges où l’exploratrice du Tibet écrivit ses livres.",
                "The house where the explorer of Tibet wrote her books.",
                "La casa dove l’esploratrice del Tibet scrisse i suoi libri.",
                de="Hier schrieb die Tibetforscherin ihre Bücher.",
                nl="Hier schreef de ontdekkingsreizigster van Tibet haar boeken.",
            ),
            long=t(
                "Elle l’avait nommée Samten Dzong, la forteresse de la méditation. On visite le bureau, la chambre et le "
                "jardin par petits groupes ; le musée voisin se parcourt librement.",
                "She named it Samten Dzong, the fortress of meditation. The study, the bedroom and the garden are seen in "
                "small groups; the museum next door is open to all.",
                "La chiamò Samten Dzong, la fortezza della meditazione. Studio, camera e giardino si visitano a piccoli "
                "gruppi.",
            ),
            opens=opening(
                slots(
                    first,
                    last,
                    slot("TUE WED THU FRI SAT SUN", ("10:00", "11:30"), ("14:00", "15:30"), ("16:00", "17:30")),
                    slot("MON", closed=True),
                    kind=GUIDED_VISIT,
                    yearly=True,
                ),
                special=("PREMIER_JANVIER", "VINGT_CINQ_DECEMBRE"),
                dureeSeance=75,
            ),
            price=paid(calendar, (5239, 8, None), (5240, 6, None), free_below=12),
            access=(3652,),
            minutes=75,
        ),
        site(
            9044021,
            t("Le Paraïs, maison de Jean Giono", "Le Paraïs, the house of Jean Giono", "Le Paraïs, casa di Jean Giono"),
            "Manosque",
            (43.83720, 5.79050),
            kind=SITE,
            themes=(3450,),
            picture="book",
            office=DURANCE,
            short=t(
                "La bibliothèque, la pipe et la fenêtre d’où l’écrivain regardait les toits.",
                "The library, the pipe and the window from which the writer watched the roofs.",
                "La biblioteca, la pipa e la finestra da cui lo scrittore guardava i tetti.",
            ),
            long=t(
                "Visite accompagnée le vendredi après-midi, dix personnes au plus : réservez auprès du centre qui porte "
                "son nom.",
                "Guided on Friday afternoons, ten people at most: book with the centre that bears his name.",
            ),
            opens=opening(
                weekly(first, last, (FRIDAY,), "14:30", "16:30", yearly=True),
                status=(4192,),
                closed=(calendar.on(FRIDAY, weeks=4),),
            ),
            price=free("PARTICIPATION_LIBRE", t("Participation libre.", "Pay what you like.", "Offerta libera.")),
            access=(3651,),
            extra={"prestations": {"tailleGroupeMax": 10}},
        ),
        site(
            9044026,
            t(
                "Villas mexicaines de Barcelonnette",
                "Mexican villas of Barcelonnette",
                "Ville messicane di Barcelonnette",
                de="Mexikanische Villen von Barcelonnette",
                es="Villas mexicanas de Barcelonnette",
            ),
            "Barcelonnette",
            (44.38500, 6.65650),
            kind=SITE,
            themes=(6281, 3507),
            picture="villa",
            office=UBAYE,
            short=t(
                "Partis vendre des étoffes, ils revinrent bâtir des palais au bord de l’Ubaye.",
                "They left to sell cloth and came home to build palaces beside the Ubaye.",
                "Partirono a vendere stoffe e tornarono a costruire palazzi sull’Ubaye.",
                es="Se fueron a vender telas y volvieron para construir palacios.",
            ),
            long=t(
                "Une promenade d’une heure, de l’avenue de la Libération au cimetière et à ses mausolées. Les jardins sont "
                "privés : les façades se regardent du trottoir.",
                "An hour’s stroll from the Avenue de la Libération to the cemetery and its mausoleums. The gardens are "
                "private: the fronts are seen from the pavement.",
                "Un’ora a piedi dall’Avenue de la Libération al cimitero. I giardini sono privati.",
                es="Una hora a pie por la avenida de la Libération. Los jardines son privados.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            access=(3653, 3666),
        ),
        site(
            9044027,
            t("Château des Magnans", "Château des Magnans", "Castello dei Magnans"),
            "Jausiers",
            (44.41300, 6.73200),
            kind=SITE,
            themes=(6281, 3495),
            picture="citadel",
            office=UBAYE,
            short=t(
                "Un rêve de tours et de briques, rapporté du Mexique par un enfant du pays.",
                "A dream of towers and brick, brought home from Mexico by a local boy.",
                "Un sogno di torri e mattoni, riportato dal Messico.",
            ),
            long=t(
                "Le château ne se visite pas ; le chemin qui monte du village en fait le tour en vingt minutes.",
                "The castle is not open; the path up from the village goes round it in twenty minutes.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            minutes=30,
            extra={"visites": {"visitable": False, "languesVisite": elements(1197)}},
        ),
        site(
            9044020,
            t(
                "Observatoire de Haute-Provence",
                "Haute-Provence Observatory",
                "Osservatorio dell’Alta Provenza",
                de="Observatorium der Haute-Provence",
                nl="Observatorium van de Haute-Provence",
            ),
            "Saint-Michel-l'Observatoire",
            (43.93080, 5.71330),
            kind=SITE,
            themes=(3559,),
            altitude=650,
            picture="observatory",
            office=FORCALQUIER,
            short=t(
                "Quatorze coupoles dans les chênes ; ici fut découverte la première planète d’une autre étoile.",
                "Fourteen domes among the oaks; here the first planet of another sun was discovered.",
                "Quattordici cupole tra le querce; qui fu scoperto il primo pianeta di un’altra stella.",
                de="Hier wurde der erste Planet einer anderen Sonne entdeckt.",
            ),
            long=t(
                "Le mercredi après-midi, un scientifique ouvre la grande coupole et fait tourner le télescope de cent "
                "quatre-vingt-treize centimètres. Dernier départ à seize heures ; le chemin est à pied depuis l’entrée.",
                "On Wednesday afternoons a scientist opens the great dome and turns the 193-centimetre telescope. Last tour "
                "at four; walk in from the gate.",
                "Il mercoledì pomeriggio uno scienziato apre la grande cupola e fa girare il telescopio da 193 centimetri.",
            ),
            opens=opening(
                slots(
                    date(first.year, 4, 1),
                    date(first.year, 11, 11),
                    slot("WED", ("14:00", "16:00", "00:30")),
                    kind=GUIDED_VISIT,
                    yearly=True,
                ),
                closed=(calendar.on(WEDNESDAY, weeks=2),),
            ),
            price=paid(calendar, (1717, 7, None), (1718, 4, None), free_below=6),
            access=(3652,),
            minutes=90,
        ),
    ]
