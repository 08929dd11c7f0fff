"""PATRIMOINE_NATUREL: the great sites of rock, water and light."""

from tourism.apidae.demonstration.builder import Draft, Text, elements, merge, t
from tourism.apidae.demonstration.content.places.offices import DIGNE, DURANCE, FORCALQUIER, UBAYE, VERDON
from tourism.apidae.demonstration.content.trails import no_overrides
from tourism.apidae.demonstration.opening import Calendar, every_day, free, opening
from tourism.apidae.demonstration.references import element


def _site(
    calendar: Calendar,
    identifier: int,
    name: Text,
    town: str,
    at: tuple[float, float] | None,
    *,
    kinds: tuple[int, ...],
    short: Text,
    long: Text,
    picture: str,
    office: int,
    altitude: int | None = None,
    classes: tuple[int, ...] = (),
    access: tuple[int, ...] = (),
    alert: Text | None = None,
    price: str = "ACCES_LIBRE",
    extra: dict | None = None,
) -> Draft:
    details: dict = {"sentiersBalises": True, "categories": elements(*kinds)}
    if classes:
        details["classements"] = elements(*classes)
    merged: dict = {"prestations": {**({"tourismesAdaptes": elements(*access)} if access else {}), **no_overrides()}}
    if alert:
        merged["presentation"] = {"descriptifsThematises": [{"theme": element(6604), "description": alert}]}
    words = t(
        "Toute l’année.", "All year round.", "Tutto l’anno.", de="Ganzjährig.", es="Todo el año.", nl="Het hele jaar."
    )
    return Draft(
        kind="PATRIMOINE_NATUREL",
        id=identifier,
        name=name,
        commune=town,
        at=at,
        altitude=altitude,
        short=short,
        long=long,
        picture=picture,
        opening=opening(every_day(*calendar.year, yearly=True), ouvertTouteLAnnee="OUVERT_TOUTE_L_ANNEE", words=words),
        price=free(price),
        details=details,
        office=office,
        contact=False,
        extra=merge(merged, extra or {}),
    )


def nature_drafts(calendar: Calendar) -> list[Draft]:
    return [
        _site(
            calendar,
            9044101,
            t("Point Sublime", "Point Sublime", "Point Sublime", de="Point Sublime"),
            "Rougon",
            (43.79360, 6.39930),
            kinds=(2901, 2899),
            altitude=783,
            classes=(2829,),
            picture="gorge",
            office=VERDON,
            access=(3652,),
            short=t(
                "Le balcon d’entrée du grand canyon, au-dessus du couloir Samson.",
                "The balcony at the mouth of the grand canyon, above the Couloir Samson.",
                "Il balcone d’ingresso al gran canyon, sopra il Couloir Samson.",
            ),
            long=t(
                "Dix minutes à pied depuis le parking mènent à la rambarde. Levez les yeux : les vautours fauves, revenus en 1999, tournent au-dessus de Rougon.",
                "Ten minutes on foot from the car park lead to the railing. Look up: griffon vultures, back since 1999, circle above Rougon.",
                "Dieci minuti a piedi dal parcheggio. Alzate gli occhi: i grifoni, tornati nel 1999, volteggiano su Rougon.",
            ),
        ),
        _site(
            calendar,
            9044102,
            t(
                "Lac de Sainte-Croix",
                "Lake of Sainte-Croix",
                "Lago di Sainte-Croix",
                de="See von Sainte-Croix",
                es="Lago de Sainte-Croix",
                nl="Meer van Sainte-Croix",
            ),
            "Sainte-Croix-de-Verdon",
            (43.76060, 6.15120),
            kinds=(2898,),
            altitude=477,
            picture="lake",
            office=VERDON,
            access=(3652,),
            short=t(
                "Onze kilomètres d’eau turquoise entre falaises et lavande.",
                "Eleven kilometres of turquoise water between cliffs and lavender.",
                "Undici chilometri d’acqua turchese tra falesie e lavanda.",
                de="Elf Kilometer türkisblaues Wasser zwischen Felsen und Lavendel.",
                es="Once kilómetros de agua turquesa entre acantilados y lavanda.",
                nl="Elf kilometer turquoise water tussen rotsen en lavendel.",
            ),
            long=t(
                "Né du barrage en 1973, il se parcourt à la rame, à la voile ou en bateau électrique : les moteurs thermiques y sont interdits. La plage du village est surveillée en juillet et août.",
                "Born of the dam in 1973, it is for oars, sails and electric boats: combustion engines are banned. The village beach has lifeguards in July and August.",
                "Nato dalla diga nel 1973, si percorre a remi, a vela o in barca elettrica: i motori termici sono vietati.",
            ),
            alert=t(
                "Le niveau varie : vérifier l’accès aux mises à l’eau.",
                "The level varies: check that slipways are usable.",
                "Il livello varia: verificare gli accessi.",
            ),
        ),
        _site(
            calendar,
            9044103,
            t("Lac d’Allos", "Lake of Allos", "Lago d’Allos", de="Allos-See"),
            "Allos",
            (44.23450, 6.70750),
            kinds=(2908,),
            altitude=2228,
            classes=(4926,),
            picture="mountain_lake",
            office=VERDON,
            short=t(
                "Soixante hectares de bleu sous les tours de grès du Mercantour.",
                "Sixty hectares of blue below the sandstone towers of the Mercantour.",
                "Sessanta ettari di blu sotto le torri di arenaria del Mercantour.",
            ),
            long=t(
                "En cœur de parc national : ni chien, ni drone, ni cueillette, ni baignade. En été, le parking du Laus est réglementé ; des navettes montent d’Allos.",
                "In the heart of the national park: no dogs, drones, picking or bathing. In summer the Laus car park is controlled; shuttles run from Allos.",
            ),
        ),
        _site(
            calendar,
            9044104,
            t(
                "Dalle aux ammonites",
                "The ammonite slab",
                "La lastra delle ammoniti",
                de="Ammonitenplatte",
                nl="Ammonietenplaat",
            ),
            "Digne-les-Bains",
            (44.12040, 6.23190),
            kinds=(2902, 2906),
            altitude=648,
            classes=(2823,),
            picture="ammonite",
            office=DIGNE,
            access=(3653,),
            short=t(
                "Mille cinq cents ammonites sur trois cent vingt mètres carrés de fond marin redressé.",
                "Fifteen hundred ammonites on three hundred and twenty square metres of upturned sea bed.",
                "Millecinquecento ammoniti su un fondale marino raddrizzato.",
            ),
            long=t(
                "On se gare au bord de la route et l’on est devant une mer de deux cents millions d’années. Toucher avec les yeux : le site est en réserve naturelle.",
                "Park by the road and you face a sea two hundred million years old. Look, do not take: the site is a nature reserve.",
            ),
        ),
        _site(
            calendar,
            9044105,
            t("Pénitents des Mées", "The Penitents of Les Mées", "I Penitenti di Les Mées"),
            "Les Mées",
            (44.02900, 5.98330),
            kinds=(2906, 2885),
            altitude=500,
            picture="rocks",
            office=DIGNE,
            short=t(
                "Une procession de pierre de cent mètres de haut, au-dessus des oliviers.",
                "A procession of stone a hundred metres high, above the olive trees.",
                "Una processione di pietra alta cento metri, sopra gli ulivi.",
            ),
            long=t(
                "Saint Donat aurait changé en rochers les moines trop sensibles à la beauté des captives maures. Un sentier fait le tour en trois heures.",
                "Saint Donat is said to have turned to stone the monks who admired the Moorish captives too much. A path goes round in three hours.",
            ),
        ),
        _site(
            calendar,
            9044106,
            t("Grès d’Annot", "The sandstones of Annot", "Le arenarie di Annot"),
            "Annot",
            (43.95490, 6.67390),
            kinds=(2906,),
            altitude=968,
            classes=(4194,),
            picture="rocks",
            office=VERDON,
            short=t(
                "Un chaos de blocs célèbre chez les géologues et les grimpeurs.",
                "A maze of boulders famous with geologists and climbers.",
            ),
            long=t(
                "Ces sables d’une mer profonde portent le nom d’Annot dans les manuels du monde entier. Arches, failles et maisons bâties contre les rochers.",
                "These deep-sea sands carry the name of Annot in textbooks the world over. Arches, clefts and houses built against the rocks.",
            ),
        ),
        _site(
            calendar,
            9044107,
            t(
                "Plateau de Valensole",
                "Valensole plateau",
                "Altopiano di Valensole",
                de="Hochebene von Valensole",
                es="Meseta de Valensole",
                nl="Plateau van Valensole",
            ),
            "Valensole",
            (43.85120, 6.01350),
            kinds=(4198,),
            altitude=600,
            picture="lavender",
            office=DURANCE,
            short=t(
                "Lavandin, blé et amandiers, avec les Alpes pour horizon.",
                "Lavandin, wheat and almond trees, with the Alps on the skyline.",
                "Lavandino, grano e mandorli, con le Alpi all’orizzonte.",
                de="Lavandin, Weizen und Mandelbäume vor den Alpen.",
                es="Lavandín, trigo y almendros, con los Alpes al fondo.",
                nl="Lavandin, graan en amandelbomen, met de Alpen aan de horizon.",
            ),
            long=t(
                "Floraison de mi-juin à mi-juillet. Les champs sont des outils de travail : restez sur les bords et laissez les bouquets aux abeilles.",
                "In bloom from mid-June to mid-July. The fields are someone’s living: stay on the edges and leave the flowers to the bees.",
                "Fioritura da metà giugno a metà luglio. I campi sono luoghi di lavoro: restate ai bordi.",
            ),
        ),
        _site(
            calendar,
            9044108,
            t("Signal de Lure", "Signal de Lure", "Signal de Lure"),
            "Saint-Étienne-les-Orgues",
            (44.12330, 5.80300),
            kinds=(2900, 2901),
            altitude=1826,
            picture="plateau",
            office=FORCALQUIER,
            short=t(
                "Du Ventoux au Viso, le plus vaste horizon de Haute-Provence.",
                "From Ventoux to Viso, the widest horizon in Haute-Provence.",
            ),
            long=t(
                "La route monte entre hêtres et pelouses d’altitude ; la crête se suit à pied, vent compris. Route fermée par la neige en hiver.",
                "The road climbs between beeches and high pastures; walk the ridge, wind included. Closed by snow in winter.",
            ),
        ),
        _site(
            calendar,
            9044109,
            t("Gorges d’Oppedette", "Oppedette gorge"),
            "Oppedette",
            (43.93230, 5.59010),
            kinds=(2899,),
            altitude=480,
            picture="gorge",
            office=FORCALQUIER,
            short=t("Un petit canyon blanc creusé par le Calavon."),
            long=t("Un sentier fait le tour, avec des passages équipés. Sans eau l’été, impressionnant après l’orage."),
        ),
        _site(
            calendar,
            9044110,
            t("Grotte de Méailles", "Méailles cave"),
            "Méailles",
            None,
            kinds=(2911,),
            picture="",
            office=VERDON,
            short=t(
                "L’entrée n’est pas indiquée ici, pour laisser les chauves-souris en paix.",
                "Its entrance is not shown here, to leave the bats in peace.",
            ),
            long=t(
                "Fermée aux visiteurs pendant l’hibernation. Demandez à l’office : des sorties accompagnées se font aux beaux jours.",
                "Closed to visitors while the bats sleep. Ask the office: guided outings take place in fine weather.",
            ),
        ),
        _site(
            calendar,
            9044111,
            t("Cascade de la Lance", "La Lance waterfall", "Cascata della Lance"),
            "Colmars",
            (44.18100, 6.63700),
            kinds=(2902,),
            altitude=1310,
            picture="forest",
            office=VERDON,
            short=t(
                "Un quart d’heure de sous-bois, puis un voile d’eau dans une fente de roche.",
                "A quarter of an hour in the woods, then a veil of water in a cleft of rock.",
            ),
            long=t(
                "Idéal avec des enfants les jours de chaleur. Le sentier part derrière le fort de Savoie.",
                "Ideal with children on hot days. The path starts behind the Fort de Savoie.",
            ),
            extra={"localisation": {"environnements": elements(171)}},
        ),
        _site(
            calendar,
            9044112,
            t("Col de la Bonette", "Col de la Bonette", "Colle della Bonette"),
            "Jausiers",
            (44.32680, 6.80720),
            kinds=(2900, 2901),
            altitude=2715,
            picture="mountain_lake",
            office=UBAYE,
            short=t(
                "La route des cimes, entre Ubaye et Tinée.",
                "The road of summits, between the Ubaye and the Tinée.",
                "La strada delle cime, tra Ubaye e Tinée.",
            ),
            long=t(
                "Ouverte de juin à octobre environ, elle fait le tour de la cime à 2 802 mètres. À pied, dix minutes de plus mènent à la table d’orientation.",
                "Open from about June to October, it loops round the summit at 2,802 metres. Ten more minutes on foot lead to the viewpoint table.",
            ),
        ),
    ]
