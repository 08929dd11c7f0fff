"""More invented lodgings, said to be so in their text: cottages, caravans, huts and hostels."""

from typing import Any

from tourism.apidae.demonstration.builder import Draft, t
from tourism.apidae.demonstration.content.places.offices import DIGNE, FORCALQUIER, SISTERON, UBAYE, VERDON
from tourism.apidae.demonstration.content.places.rooms import HOSTEL, RENTAL, room
from tourism.apidae.demonstration.opening import Calendar


def hut_drafts(calendar: Calendar) -> list[Draft]:
    rows: tuple[tuple[Any, ...], ...] = (
        (
            RENTAL,
            9046205,
            t("Gîte de la Bergerie haute", "La Bergerie haute cottage", "Casa della Bergerie haute"),
            "Seyne",
            (44.35900, 6.34600),
            (2620, 8, (580, 1150)),
            UBAYE,
            (1, 12),
            t(
                "Une bergerie pour huit, poêle de masse et vue sur la Blanche.",
                "A sheepfold for eight, with a masonry stove and a view of the Blanche.",
                "Un ovile per otto, stufa in muratura e vista sulla Blanche.",
            ),
            t(
                "Chambre et douche de plain-pied au rez-de-chaussée, raquettes prêtées l’hiver.",
                "A step-free bedroom and shower on the ground floor; snowshoes lent in winter.",
                "Camera e doccia senza gradini al piano terra; ciaspole in prestito.",
            ),
            (3653, 3668),
        ),
        (
            RENTAL,
            9046206,
            t(
                "Chambres d’hôtes du Moulin d’Oise",
                "Moulin d’Oise bed and breakfast",
                "Bed and breakfast Moulin d’Oise",
                de="Gästezimmer Moulin d’Oise",
            ),
            "Céreste",
            (43.85300, 5.59200),
            (2619, 6, (480, 640)),
            FORCALQUIER,
            (3, 11),
            t(
                "Trois chambres dans un moulin, petit déjeuner au bruit de l’eau.",
                "Three rooms in a mill, with breakfast to the sound of water.",
                "Tre camere in un mulino, colazione al rumore dell’acqua.",
            ),
            t(
                "Table d’hôtes le mardi et le samedi ; la véloroute passe devant le portail.",
                "Dinner with the hosts on Tuesdays and Saturdays; the cycle route passes the gate.",
            ),
            (),
        ),
        (
            RENTAL,
            9046207,
            t("Les Roulottes du Jabron", "The Jabron caravans", "I carrozzoni dello Jabron"),
            "Noyers-sur-Jabron",
            (44.17000, 5.83000),
            (2626, 4, (350, 520)),
            SISTERON,
            (4, 10),
            t(
                "Deux roulottes de bois dans un verger, sans réseau et sans voisins.",
                "Two wooden caravans in an orchard, without signal or neighbours.",
                "Due carrozzoni di legno in un frutteto, senza rete e senza vicini.",
            ),
            t(
                "Toilettes sèches, douche chauffée au bois, œufs à ramasser.",
                "Dry toilets, a wood-heated shower, eggs to collect.",
            ),
            (),
        ),
        (
            RENTAL,
            9046208,
            t("Chalet du Sauze", "Le Sauze chalet", "Chalet del Sauze", nl="Chalet Le Sauze"),
            "Enchastrayes",
            (44.37050, 6.68100),
            (2620, 6, (520, 1390)),
            UBAYE,
            (1, 12),
            t(
                "Pour six, au pied des pistes l’hiver, sur le GR l’été.",
                "For six, at the foot of the runs in winter, on the long-distance path in summer.",
                "Per sei, ai piedi delle piste d’inverno, sul sentiero d’estate.",
            ),
            t(
                "Cheminée, casiers à skis, lits faits à l’arrivée.",
                "A fireplace, ski lockers, beds made on arrival.",
                "Camino, armadietti per sci, letti pronti all’arrivo.",
            ),
            (),
        ),
        (
            HOSTEL,
            9046304,
            t(
                "Refuge du lac d’Allos – démonstration",
                "Lake Allos hut – demonstration",
                "Rifugio del lago d’Allos – dimostrazione",
            ),
            "Allos",
            (44.23480, 6.70400),
            (2648, 38, (24, 56)),
            VERDON,
            (6, 9),
            t(
                "Les pieds presque dans le lac, tarte aux myrtilles et lever de soleil compris.",
                "Almost with its feet in the lake; bilberry tart and sunrise included.",
                "Quasi con i piedi nel lago; torta di mirtilli e alba comprese.",
            ),
            t(
                "Trente-huit places en dortoirs, drap de sac obligatoire, pas de douche en fin de saison.",
                "Thirty-eight bunks, sheet sleeping bag required, no showers late in the season.",
                "Trentotto posti in camerata, sacco lenzuolo obbligatorio.",
            ),
            (3651,),
        ),
        (
            HOSTEL,
            9046305,
            t(
                "Gîte d’étape de Maljasset",
                "Maljasset walkers’ hostel",
                "Posto tappa di Maljasset",
                de="Wanderherberge Maljasset",
            ),
            "Saint-Paul-sur-Ubaye",
            (44.58300, 6.85000),
            (2647, 34, (23, 52)),
            UBAYE,
            (1, 12),
            t(
                "Au bout de la haute Ubaye, sur le tour du Chambeyron et le GR 5.",
                "At the far end of the upper Ubaye, on the Chambeyron circuit and the GR 5.",
                "In fondo all’alta Ubaye, sul giro dello Chambeyron e sul GR 5.",
            ),
            t(
                "Gardé en été et de février à avril pour le ski de randonnée.",
                "With a warden in summer, and from February to April for ski touring.",
                "Gestito d’estate e da febbraio ad aprile per lo scialpinismo.",
            ),
            (),
        ),
        (
            HOSTEL,
            9046306,
            t("Gîte des Prés hauts", "Les Prés hauts hostel", "Posto tappa dei Prés hauts"),
            "Prads-Haute-Bléone",
            (44.22100, 6.44300),
            (2647, 18, (20, 45)),
            DIGNE,
            (4, 10),
            t(
                "Dix-huit lits sur la traversée de Digne à Allos, soupe à dix-neuf heures.",
                "Eighteen beds on the crossing from Digne to Allos, soup at seven.",
                "Diciotto letti sulla traversata da Digne ad Allos, zuppa alle diciannove.",
            ),
            t(
                "Abri pour ânes et mules, étendage au-dessus du poêle.",
                "Shelter for donkeys and mules, drying lines above the stove.",
            ),
            (),
        ),
    )
    return [room(calendar, *row) for row in rows]
