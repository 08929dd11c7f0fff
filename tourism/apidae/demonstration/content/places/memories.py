"""PATRIMOINE_CULTUREL: more churches, forts, castles and bridges; all of them real."""

from datetime import date

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.places.heritage import SITE, always_open, site
from tourism.apidae.demonstration.content.places.offices import DURANCE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.opening import (
    GUIDED_VISIT,
    SATURDAY,
    SUNDAY,
    TUESDAY,
    WEDNESDAY,
    Calendar,
    every_day,
    free,
    opening,
    paid,
    slot,
    slots,
    weekly,
)


def memory_drafts(calendar: Calendar) -> list[Draft]:
    first, _last = calendar.year
    summer = (date(first.year, 7, 1), date(first.year, 8, 31))
    daily = opening(every_day(*calendar.year, "09:00", "18:00", yearly=True))
    return [
        site(
            9044023,
            t("Couvent des Cordeliers", "Cordeliers convent", "Convento dei Cordeliers"),
            "Forcalquier",
            (43.96100, 5.78000),
            kind=SITE,
            themes=(3538, 3463),
            classes=(5564,),
            picture="garden",
            office=FORCALQUIER,
            short=t(
                "Un cloître franciscain parmi les premiers de France, ses jardins et ses ateliers de senteurs.",
                "One of the first Franciscan cloisters in France, with its gardens and scent workshops.",
                "Uno dei primi chiostri francescani di Francia, con giardini e laboratori di profumi.",
            ),
            long=t(
                "La salle capitulaire, le réfectoire et quatre carrés plantés de simples : on y comprend comment la "
                "montagne de Lure a nourri ses colporteurs en remèdes.",
                "The chapter house, the refectory and four beds of medicinal plants: see how the Lure range filled its "
                "pedlars’ boxes with remedies.",
            ),
            opens=opening(weekly(*calendar.year, tuple(range(6)), "10:00", "18:00", yearly=True)),
            price=paid(calendar, (1717, 5, None), free_below=12),
            access=(3652,),
        ),
        site(
            9044024,
            t(
                "Citadelle et carillon de Forcalquier",
                "Citadel and carillon of Forcalquier",
                "Cittadella e carillon di Forcalquier",
                nl="Citadel en beiaard van Forcalquier",
            ),
            "Forcalquier",
            (43.95750, 5.78250),
            kind=SITE,
            themes=(3530, 3495),
            altitude=628,
            picture="church",
            office=FORCALQUIER,
            short=t(
                "Une chapelle à huit faces, la vue de Lure au Luberon, et le carillon joué à coups de poing.",
                "An eight-sided chapel, a view from Lure to the Luberon, and bells played with the fists.",
                "Una cappella ottagonale, la vista da Lure al Luberon e il carillon suonato a pugni.",
            ),
            long=t(
                "Il reste peu du château des comtes : une tour, des citernes. Le dimanche matin, le carillonneur joue à "
                "l’ancienne ; on peut monter le voir.",
                "Little is left of the counts’ castle: a tower and cisterns. On Sunday mornings the carillonneur plays in the "
                "old way, and you may go up and watch.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            access=(3651,),
            minutes=45,
        ),
        site(
            9044025,
            t("Fort de Tournoux", "Tournoux fort", "Forte di Tournoux", de="Festung Tournoux"),
            "La Condamine-Châtelard",
            (44.46600, 6.74400),
            kind=SITE,
            themes=(3525, 3487),
            classes=(3255,),
            altitude=1500,
            picture="citadel",
            office=UBAYE,
            short=t(
                "Un escalier de casernes taillé dans la montagne, sept cents mètres de pierre au-dessus de l’Ubaye.",
                "A staircase of barracks cut into the mountain, seven hundred metres of stone above the Ubaye.",
                "Una scala di caserme tagliata nella montagna, settecento metri di pietra sull’Ubaye.",
                de="Eine Treppe aus Kasernen, siebenhundert Meter Stein über der Ubaye.",
            ),
            long=t(
                "La visite guidée dure deux heures et demie, avec lampe et bonnes chaussures. Pas de visite par temps "
                "d’orage.",
                "The guided tour takes two and a half hours; bring a torch and good shoes. No tours in stormy weather.",
            ),
            opens=opening(
                slots(
                    *summer,
                    slot("MON TUE WED THU FRI SAT SUN", ("10:00",), ("14:30",)),
                    kind=GUIDED_VISIT,
                    yearly=True,
                ),
                status=(4190,),
                dureeSeance=150,
            ),
            price=paid(calendar, (1717, 9, None), (1718, 5, None), means=(1277, 1271)),
            access=(3651,),
            minutes=150,
        ),
        site(
            9044028,
            t("Chapelle Notre-Dame-du-Roc", "Chapel of Notre-Dame-du-Roc", "Cappella di Notre-Dame-du-Roc"),
            "Castellane",
            (43.84900, 6.51600),
            kind=SITE,
            themes=(3530,),
            altitude=903,
            picture="cliffs",
            office=VERDON,
            short=t(
                "Cent quatre-vingts mètres au-dessus des toits, une chapelle d’ex-voto et le Verdon en dessous.",
                "A hundred and eighty metres above the roofs, a chapel of ex-votos with the Verdon below.",
                "Centottanta metri sopra i tetti, una cappella di ex voto e sotto il Verdon.",
            ),
            long=t(
                "Quarante minutes de montée derrière l’église, par le chemin de croix. Clé et horaires à l’office.",
                "A forty-minute climb behind the church, along the stations of the cross. Key and hours at the office.",
            ),
            opens=daily,
            price=free("ACCES_LIBRE"),
            access=(3651,),
        ),
        site(
            9044030,
            t("Cathédrale de Senez", "Senez cathedral", "Cattedrale di Senez"),
            "Senez",
            (43.91400, 6.40600),
            kind=SITE,
            themes=(3488,),
            classes=(5564, 3328),
            picture="church",
            office=VERDON,
            short=t(
                "Une grande nef romane dans un très petit village, et des tapisseries d’Aubusson.",
                "A great Romanesque nave in a very small village, and Aubusson tapestries.",
                "Una grande navata romanica in un piccolissimo borgo, e arazzi di Aubusson.",
            ),
            long=t(
                "L’un des plus petits évêchés de France siégeait ici. On demande la clé à la mairie, en échange d’un nom "
                "sur le cahier.",
                "One of the smallest bishoprics in France sat here. Ask for the key at the town hall and sign the book.",
            ),
            opens=opening(weekly(*calendar.year, (TUESDAY, WEDNESDAY, SATURDAY), "14:00", "17:00", yearly=True)),
            price=free("ENTREE_LIBRE"),
            access=(3652,),
            minutes=30,
        ),
        site(
            9044031,
            t("Prieuré de Carluc", "Carluc priory", "Priorato di Carluc"),
            "Céreste",
            (43.86100, 5.61700),
            kind=SITE,
            themes=(6207, 3488),
            classes=(5564, 3328),
            picture="rocks",
            office=FORCALQUIER,
            short=t(
                "Une église, une galerie creusée dans le roc et des tombes à la forme des dormeurs.",
                "A church, a gallery cut in the rock and graves in the shape of sleepers.",
                "Una chiesa, una galleria scavata nella roccia e tombe a forma di dormienti.",
            ),
            long=t(
                "Au fond d’un vallon de chênes, à une demi-heure à pied de Céreste. L’ombre y est fraîche même en août.",
                "At the head of an oak valley, half an hour’s walk from Céreste. Cool shade even in August.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            minutes=40,
        ),
        site(
            9044032,
            t(
                "Notre-Dame de Dromon et la Pierre écrite",
                "Notre-Dame de Dromon and the Written Stone",
                "Notre-Dame de Dromon e la Pietra scritta",
            ),
            "Saint-Geniez",
            (44.25000, 6.04500),
            kind=SITE,
            themes=(3530, 3429),
            classes=(3321, 3328),
            altitude=1200,
            picture="hills",
            office=SISTERON,
            short=t(
                "Une inscription romaine au bord de la route et une crypte d’albâtre dans les prés.",
                "A Roman inscription by the road and an alabaster crypt in the meadows.",
                "Un’iscrizione romana lungo la strada e una cripta d’alabastro tra i prati.",
            ),
            long=t(
                "La pierre parle d’une ville nommée Théopolis, que personne n’a retrouvée. La crypte s’ouvre l’été avec "
                "une bénévole de l’association.",
                "The stone speaks of a town called Theopolis, which nobody has found. In summer a volunteer opens the crypt.",
            ),
            opens=opening(weekly(*summer, (SUNDAY,), "15:00", "18:00", yearly=True), status=(4192,)),
            price=free("PARTICIPATION_LIBRE", t("Participation libre.", "Pay what you like.", "Offerta libera.")),
        ),
        site(
            9044035,
            t("Château d’Allemagne-en-Provence", "Castle of Allemagne-en-Provence", "Castello di Allemagne"),
            "Allemagne-en-Provence",
            (43.78400, 6.00700),
            kind=SITE,
            themes=(3495,),
            classes=(5564,),
            picture="villa",
            office=DURANCE,
            short=t(
                "Un donjon du Moyen Âge, un logis de la Renaissance et une cheminée couverte de gypseries.",
                "A medieval keep, a Renaissance house and a chimneypiece covered in plasterwork.",
                "Un mastio medievale, una dimora rinascimentale e un camino di stucchi.",
            ),
            long=t(
                "Les propriétaires reçoivent l’après-midi en été. Comptez une heure, et du temps pour le parc.",
                "The owners open in the afternoons in summer. Allow an hour, and time for the park.",
            ),
            opens=opening(
                slots(
                    *summer,
                    slot("TUE WED THU FRI SAT SUN HOL", ("16:00", "17:00")),
                    kind=GUIDED_VISIT,
                    yearly=True,
                )
            ),
            price=paid(calendar, (1717, 8, None), (1718, 4, None)),
            access=(3651,),
        ),
        site(
            9044036,
            t("Abbaye Notre-Dame de Lure", "Abbey of Notre-Dame de Lure", "Abbazia di Notre-Dame de Lure"),
            "Saint-Étienne-les-Orgues",
            (44.09190, 5.79530),
            kind=SITE,
            themes=(3538,),
            classes=(5564, 3328),
            altitude=1238,
            picture="forest",
            office=FORCALQUIER,
            short=t(
                "Une église seule dans la hêtraie, gardée par un tilleul de plusieurs siècles.",
                "A church alone in the beech wood, guarded by a lime tree several centuries old.",
                "Una chiesa sola nella faggeta, custodita da un tiglio secolare.",
            ),
            long=t(
                "Les moines venaient de Boscodon. Source, aire de pique-nique et départ de sentiers.",
                "The monks came from Boscodon. A spring, picnic tables and the start of several paths.",
            ),
            opens=opening(
                every_day(date(first.year, 5, 1), date(first.year, 10, 31), "09:00", "19:00", yearly=True),
                status=(4189,),
            ),
            price=free("ACCES_LIBRE"),
        ),
        site(
            9044037,
            t("Pont de la Reine Jeanne", "Queen Joan’s bridge", "Ponte della Regina Giovanna"),
            "Saint-Benoît",
            (43.96300, 6.72400),
            kind=SITE,
            themes=(3492,),
            classes=(3255,),
            picture="bridge",
            office=VERDON,
            short=t(
                "Une seule arche sur le Coulomp, entre deux rives de châtaigniers.",
                "A single arch over the Coulomp, between banks of chestnut trees.",
                "Un solo arco sul Coulomp, tra due rive di castagni.",
            ),
            long=t(
                "À un quart d’heure de marche de la halte du Train des Pignes. La rivière y est froide et claire : on y "
                "trempe les pieds, on n’y plonge pas.",
                "A quarter of an hour on foot from the Train des Pignes. The river is cold and clear: paddle, do not dive.",
            ),
            opens=always_open(calendar),
            price=free("ACCES_LIBRE"),
            minutes=20,
        ),
    ]
