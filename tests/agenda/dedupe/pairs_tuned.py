"""The half on which the rules were tuned: templates over invented names, and written by hand."""

from tests.agenda.dedupe.labelled import LabelledPair, Pairs

# (name, subtitle or guests, venue, town, when)
SHOWS = [
    (
        "Les Tambours de Grésivert",
        "rythmes du large",
        "Théâtre de la Roche Percée",
        "Digne-les-Bains",
        "2026-05-16 20:30",
    ),
    ("Maud Tessarolle", "Vertiges ordinaires", "Espace Barthélemy Lourme", "Manosque", "2026-04-03 20:30"),
    ("Ondine Cabrespine", "piano seul", "Chapelle des Trois Vents", "Forcalquier", "2026-07-23 21:00"),
    ("Compagnie du Loup Bleu", "Le roi sans souliers", "Salle Marguerite Astoin", "Sisteron", "2026-02-27 19:00"),
    ("Brasero Quartet", "musiques des Balkans", "La Grange aux Loirs", "Barcelonnette", "2026-08-05 18:30"),
    ("Zéphyrine Malaucène", "Chansons d'en bas", "Café Le Bigarreau", "Riez", "2026-10-09 19:30"),
    ("Polyphonies du Grand Ubac", "chants corses et alpins", "Église Sainte-Blandine", "Colmars", "2026-08-13 21:00"),
    ("Karl Ostrander", "Nordic Lights Tour", "Le Silo à Sel", "Oraison", "2026-11-21 20:30"),
]
THINGS = [
    ("Fête du petit épeautre noir", "Place de la Fontaine Ronde", "Banon", "2026-09-06"),
    ("Fête de la transhumance des Agnelles", "Pré de la Foire", "Castellane", "2026-06-13 09:00"),
    ("Salon du livre de montagne des Ubayettes", "Salle du Pelvat", "Jausiers", "2026-08-01, 2026-08-02"),
    ("Foire aux santons de la Tour", "Halle aux Grains", "Gréoux-les-Bains", "2026-11-28, 2026-11-29"),
    ("Randonnée des bornes royales", "Parking du Défens", "Annot", "2026-05-24 08:30"),
    ("Trail des Pénitents Gris", "Stade des Lauzières", "Les Mées", "2026-03-29 08:00"),
]


def pairs() -> list[LabelledPair]:
    """All of them."""
    found = Pairs()
    _announced_twice(found)
    _beside_each_other(found)
    _by_hand_same(found)
    _by_hand_different(found)
    return found


def _announced_twice(p: Pairs) -> None:
    for name, more, venue, town, when in SHOWS:
        here = {"venue": venue, "town": town, "when": when}
        day = when[:10]
        p.same("capitals", name, name.upper(), **here)
        p.same("subtitle on one side", name, f"{name}, {more}", **here)
        p.same("subtitle, invented hour", f"{name} : {more}", name, **here, b={"when": f"{day} 20:00"})
        p.same("day and month in front", f"{day[8:]}/{day[5:7]} | {name}", name, **here)
        p.same("at its venue", f"{name} @ {venue}", name, **here)
        p.same("venue after a dash", f"{name} – {venue}", name, **here, b={"town": "", "commune_code": ""})
        p.same("price in the title", f"{name} - 12 €", f"{name} (entrée libre)", **here)
        p.same("concert of", f"Concert de {name}", name, **here, b={"venue": ""})
        p.same("town in the title", f"{name} à {town}", f"{name} ({more})", **here, b={"when": day})
        p.same("venue under another name", name, f"{name} en concert", **here, b={"venue": "Salle des fêtes"})
        p.same("no place on one side", f"{name} - {more}", f"{name} : {more}", **here, b={"venue": "", "town": ""})
    for name, venue, town, when in THINGS:
        here = {"venue": venue, "town": town, "when": when}
        p.same("edition", f"12e édition – {name}", name, **here)
        p.same("year", f"{name} 2026", name, **here, b={"venue": ""})
        p.same("spelling", name, name.replace("oi", "oî", 1).replace("ll", "l", 1).lower(), **here)
        p.same("vague venue", name, name, **here, b={"venue": "Centre-ville"})
        p.same("announced as cancelled", f"[ANNULÉ] {name}", name, **here)
        p.same(
            "points from two geocoders",
            name,
            f"{name} !",
            **here,
            a={"at": "town"},
            b={"at": (44.0, 6.0)} if False else {},
        )


def _beside_each_other(p: Pairs) -> None:
    for number, (name, more, venue, town, when) in enumerate(SHOWS):
        other, other_more, other_venue, other_town, _ = SHOWS[(number + 1) % len(SHOWS)]
        here = {"venue": venue, "town": town, "when": when}
        p.different("same evening, other show", name, other, **here)
        p.different(
            "same evening, other subtitle", f"Festival des Clapas : {name}", f"Festival des Clapas : {other}", **here
        )
        p.different("tour, two towns, one day", name, name, **here, b={"venue": other_venue, "town": other_town})
        p.different(
            "tour, two towns, two days",
            name,
            name,
            **here,
            b={"town": other_town, "venue": other_venue, "when": "2026-12-01 20:30"},
        )
        p.different("series numbers", f"Les Jeudis du Clapas #1 : {name}", f"Les Jeudis du Clapas #2 : {other}", **here)
        p.different("film beside concert", f"Cinéma : {more}", name, **here)
        p.different(
            "festival and its evening",
            "Festival des Clapas",
            f"Festival des Clapas – {name}",
            **here,
            a={"when": "2026-01-01..2026-12-31"},
        )
    for name, venue, town, when in THINGS:
        here = {"venue": venue, "town": town}
        year = {"when": when.replace("2026", "2025")}
        p.different("editions a year apart", f"{name} 2026", f"{name} 2025", when, **here, b=year)
        p.different("a year apart, no year said", name, name, when, **here, b=year)
        p.different(
            "workshop around it",
            name,
            f"Atelier créatif autour de « {name} »",
            when,
            **here,
            a={"when": f"{when[:10]}..2026-12-24"},
        )


def _by_hand_same(p: Pairs) -> None:
    digne = {"town": "Digne-les-Bains", "venue": "Centre culturel Armande Vial"}
    p.same("identifier", "Le Bal des Lucioles", "Soirée guinguette", ids="apidae:771201", **digne)
    p.same(
        "foreign identifier",
        "Visite de la forge",
        "Forge visit",
        town="Seyne",
        a={"ids": "apidae:5512"},
        b={"ids": "datatourisme:e/9 apidae:5512"},
    )
    p.same(
        "page of its own",
        "Orvalie en trio acoustique",
        "ORVALIE",
        url="https://billets.exemple.fr/orvalie-trio-acoustique",
        **digne,
    )
    p.same(
        "page with tracking",
        "Nuit des Marionnettes",
        "La nuit des marionnettes",
        "2026-06-05 19:00",
        a={"url": "https://www.exemple.fr/nuit-des-marionnettes/?utm_source=lettre"},
        b={"url": "http://exemple.fr/nuit-des-marionnettes#infos"},
        **digne,
    )
    p.same("hip hop", "Battle hip-hop des Sources", "BATTLE HIPHOP DES SOURCES", **digne)
    p.same("initials", "O.V.N.I. sur la lande", "OVNI sur la lande", **digne)
    p.same("guests", "Soirée Vinyles Perdus avec DJ Sauge, Mistral K et Basse Terre", "VINYLES PERDUS", **digne)
    p.same(
        "promoter as venue",
        "Basse Couture 003 w/ Fenouil, Tarpan & more",
        "Basse Couture 003 : FENOUIL, TARPAN & more",
        **digne,
        b={"venue": "Collectif Basse Couture"},
    )
    p.same(
        "promoter presents",
        "Collectif Vif-Argent présente : 10 ans de Rocaille",
        "10 ans de Rocaille @ Petite Salle",
        "2026-03-06 22:30",
        **digne,
        b={"venue": "Collectif Vif-Argent", "when": "2026-03-06 20:00"},
    )
    p.same(
        "after midnight",
        "Club Nocturne : Lave & Basalte",
        "Lave & Basalte",
        "2026-05-09 00:30",
        **digne,
        b={"when": "2026-05-08 23:30"},
    )
    p.same("number on one side", "Mauvaises Herbes #21 — Alizée Thoard", "Mauvaises Herbes, Alizée Thoard", **digne)
    p.same(
        "English title",
        {"fr": "Fête de la lavande bleue", "en": "Blue Lavender Festival"},
        {"en": "Blue lavender festival"},
        "2026-07-19",
        town="Valensole",
    )
    p.same(
        "Christmas market",
        {"fr": "Marché de Noël"},
        {"en": "Christmas Market"},
        "2026-12-12 10:00",
        town="Riez",
        venue="Place des Quinconces Neufs",
    )
    p.same(
        "Italian",
        {"it": "Mercatino di Natale"},
        {"fr": "Marché de Noël"},
        "2026-12-12 10:00",
        town="Entrevaux",
        organiser="Comité des fêtes d'Entrevaux",
    )
    p.same(
        "exhibition, other closing day",
        "Exposition Aubin Terrasse – Peintures",
        "Aubin Terrasse, peintures",
        "2026-06-01..2026-09-30",
        venue="Galerie du Four",
        town="Moustiers-Sainte-Marie",
        b={"when": "2026-06-02..2026-09-27"},
    )
    p.same(
        "exhibition, weekends only",
        "Clémence Orsat : Les pierres parlent",
        "Exposition « Les pierres parlent »",
        "2026-06-06..2026-09-27",
        venue="Maison du Lauzet",
        town="Sisteron",
        b={"when": "2026-06-06..2026-09-26/7"},
    )
    p.same(
        "exhibition known by its first day",
        "Exposition Les herbiers de Tante Isabeau",
        "Les herbiers de Tante Isabeau",
        "2026-06-06..2026-09-27",
        venue="Maison du Lauzet",
        town="Sisteron",
        b={"when": "2026-06-06"},
    )
    p.same(
        "weekly market",
        "Marché provençal",
        "Marché hebdomadaire",
        "2026-01-06..2026-12-29/7 08:00",
        town="Oraison",
        venue="Place du Kiosque",
    )
    p.same(
        "market, two spellings",
        "Marché paysan de Volonne",
        "Marché paysan",
        "2026-05-01..2026-09-25/7 17:00",
        town="Volonne",
    )
    p.same("vide-grenier", "Vide-greniers", "Grand vide grenier du village", "2026-05-17 08:00", town="Peyruis")
    p.same(
        "loto",
        "Super loto des pompiers",
        "LOTO DES POMPIERS",
        "2026-01-18 14:30",
        town="Mane",
        venue="Salle polyvalente",
        b={"venue": "Salle des fêtes"},
    )
    p.same("fête nationale", "Fête nationale", "Fête Nationale : feu d'artifice", "2026-07-14 22:00", town="Castellane")
    p.same(
        "moved date",
        "Grand bal folk des Ramoneurs",
        "Bal folk des Ramoneurs",
        "2026-04-18 20:30",
        **digne,
        b={"when": "2026-04-25 20:30"},
    )
    p.same(
        "moved by half a year",
        "[REPORTÉ] Ilario Venz en concert",
        "Ilario Venz",
        "2026-02-18 20:30",
        **digne,
        b={"when": "2026-09-25 20:30"},
    )
    p.same(
        "day too late",
        "Rencontres de l'ocre",
        "Les rencontres de l'ocre",
        "2026-07-03..2026-07-05",
        town="Mane",
        b={"when": "2026-07-03..2026-07-06"},
    )
    p.same(
        "same feed, new numbers",
        "Atelier poterie des Cades",
        "Atelier poterie des Cades",
        "2026-07-08 14:00",
        **digne,
        a={"source": "ics", "ids": "ics:1"},
        b={"source": "ics", "ids": "ics:2"},
    )
    p.same(
        "touching communes, own page",
        "Descente aux flambeaux de la Combe",
        "Descente aux flambeaux de la Combe",
        "2026-02-11 18:00",
        url="https://exemple.fr/descente-aux-flambeaux-combe",
        a={"town": "Volx"},
        b={"town": "Villeneuve"},
    )
    p.same(
        "touching communes, organiser and hour",
        "Marche gourmande des oliviers",
        "Marche gourmande des oliviers",
        "2026-05-10 09:30",
        organiser="Foyer rural de la Durance",
        a={"town": "Volx"},
        b={"town": "Villeneuve"},
    )
    p.same(
        "two languages, same house and hour",
        {"fr": "Contes sous le tilleul"},
        {"en": "Storytelling under the linden tree"},
        "2026-07-21 17:00",
        **digne,
    )
    p.same(
        "name differs in length",
        "Duo Astragale : sonates pour viole et théorbe",
        "Duo Astragale",
        "2026-08-02 18:00",
        town="Annot",
        venue="Chapelle Saint-Pons",
        b={"venue": "chapelle St Pons"},
    )
    p.same(
        "only points",
        "Nuit des chauves-souris du Vançon",
        "La nuit des chauves souris du Vançon",
        "2026-08-28 20:00",
        a={"at": (44.2001, 5.9502)},
        b={"at": (44.2011, 5.9511)},
    )
    p.same("typo", "Récital Hélodie Maruschka", "Récital Mélodie Maruschka", "2026-05-03 17:00", **digne)
    p.same(
        "joined",
        "Cinéparc de la Clue : Le facteur volant",
        "Ciné-parc de la Clue – Le facteur volant",
        "2026-07-25 22:00",
        town="Annot",
    )
    p.same(
        "quote of a programme",
        "Danse à tous les étages : Sable et sel",
        "Sable et sel (sept variations)",
        **digne,
    )


def _by_hand_different(p: Pairs) -> None:
    digne = {"town": "Digne-les-Bains", "venue": "Centre culturel Armande Vial"}
    cine = {"town": "Manosque", "venue": "Cinéma Le Grand Écran", "cinema": True}
    p.different("two films", "Le facteur volant", "L'été de Rosalba", "2026-03-04 20:30", **cine)
    p.different(
        "two films of one cycle",
        "Ciné-club : Le facteur volant",
        "Ciné-club : L'été de Rosalba",
        "2026-03-04 20:30",
        **cine,
    )
    p.different(
        "one film, two cinemas",
        "Le facteur volant",
        "Le facteur volant",
        "2026-03-04 20:30",
        **cine,
        b={"venue": "Cinéma Le Lucernaire"},
    )
    p.different(
        "one film, two towns",
        "Le facteur volant",
        "Le facteur volant",
        "2026-03-04 20:30",
        **cine,
        b={"town": "Forcalquier", "venue": "Cinéma Le Bourguet Neuf"},
    )
    p.different(
        "shared page, two evenings",
        "Festival Sonnailles : ouverture",
        "Festival Sonnailles : Lou Tarasque",
        url="https://exemple.fr/festival-sonnailles",
        **digne,
    )
    p.different(
        "ticket office", "Le roi sans souliers", "Vertiges ordinaires", url="https://exemple.fr/billetterie", **digne
    )
    p.different(
        "season page",
        "Récital Vial",
        "Les mots bleus de Jonas",
        url="https://exemple.fr/saison-culturelle-2026",
        **digne,
    )
    p.different(
        "matinée and evening",
        "Pépin le hérisson (jeune public)",
        "La nuit de Médée",
        "2026-03-14 15:00",
        **digne,
        b={"when": "2026-03-14 20:30"},
    )
    p.different(
        "sessions of one source",
        "Pépin le hérisson",
        "Pépin le hérisson",
        "2026-03-14 10:00",
        **digne,
        a={"source": "alpha"},
        b={"source": "alpha", "when": "2026-03-14 15:00"},
    )
    p.different(
        "part of",
        "Les Nocturnes de la Citadelle",
        "Nocturne contée de la Citadelle",
        "2026-07-10",
        town="Sisteron",
        a={"ids": "apidae:1"},
        b={"part_of": "apidae:1"},
    )
    p.different("séances", "Courts du Verdon | Séance 1 : Départs", "Courts du Verdon | Séance 2 : Retours", **digne)
    p.different(
        "parts, same name",
        "Leçons de jardin #1",
        "Leçons de jardin #2",
        "2026-04-30 19:00",
        **digne,
        b={"when": "2026-04-30 20:15"},
    )
    p.different(
        "distances of a race",
        "Trail des Pénitents Gris – 10 km",
        "Trail des Pénitents Gris – 25 km",
        "2026-03-29 08:00",
        town="Les Mées",
    )
    p.different("ages", "Éveil musical 0-3 ans", "Éveil musical 4-6 ans", "2026-03-25 10:00", **digne)
    for kind in ("Fête nationale", "Marché de Noël", "Vide-greniers", "Fête de la musique", "Feu d'artifice"):
        p.different(
            "same day in two communes", kind, kind, "2026-07-14 10:00", a={"town": "Riez"}, b={"town": "Valensole"}
        )
    p.different(
        "two fairs of a town",
        "Vide-greniers",
        "Vide-greniers",
        "2026-05-17 08:00",
        town="Manosque",
        venue="Quartier des Plantiers",
        b={"venue": "Parking de la Drouille"},
    )
    p.different(
        "heritage days",
        "Journées européennes du patrimoine",
        "Journées du patrimoine : visite de la tour Roubiol",
        "2026-09-19, 2026-09-20",
        town="Forcalquier",
        venue="Divers lieux",
        b={"venue": "Tour Roubiol", "when": "2026-09-19 10:00"},
    )
    p.different(
        "heritage days, two houses",
        "Journées du patrimoine : visite libre de l'église",
        "Journées du patrimoine : atelier calligraphie",
        "2026-09-19",
        town="Forcalquier",
        venue="Église Saint-Mari",
        b={"venue": "Médiathèque"},
    )
    p.different(
        "vernissage",
        "Exposition Aubin Terrasse",
        "Vernissage de l'exposition Aubin Terrasse",
        "2026-06-01..2026-09-30",
        town="Moustiers-Sainte-Marie",
        venue="Galerie du Four",
        b={"when": "2026-06-05 18:00"},
    )
    p.different(
        "guided visit of an exhibition",
        "Les pierres parlent",
        "Visite guidée : Les pierres parlent",
        "2026-06-06..2026-09-27",
        town="Sisteron",
        venue="Maison du Lauzet",
        b={"when": "2026-07-03 15:00"},
    )
    p.different(
        "two exhibitions",
        "Exposition Aubin Terrasse",
        "Exposition Clémence Orsat",
        "2026-06-01..2026-09-30",
        town="Moustiers-Sainte-Marie",
        venue="Galerie du Four",
        b={"when": "2026-06-15..2026-08-30"},
    )
    p.different(
        "exhibition and concert",
        "Exposition Aubin Terrasse",
        "Concert de Noé Tarbal",
        "2026-06-01..2026-09-30",
        town="Moustiers-Sainte-Marie",
        venue="Galerie du Four",
        b={"when": "2026-07-11 21:00"},
    )
    p.different(
        "tribute series",
        "Chandelles : hommage à Vivaldi",
        "Chandelles : hommage à Piazzolla",
        "2026-06-28 19:00",
        **digne,
    )
    p.different(
        "words in common",
        "Le goût de la sieste",
        "Le goût du vertige",
        "2026-03-07 20:00",
        town="Manosque",
        venue="Café-théâtre Le Rire Jaune",
        b={"venue": "Théâtre Jean-Bart", "when": "2026-03-07 18:00"},
    )
    p.different(
        "visit and concert of a house",
        "Visite guidée du château",
        "Concert au château",
        "2026-07-11 15:00",
        town="Allos",
        venue="Château de Rochegude",
        b={"when": "2026-07-11 21:00"},
    )
    p.different(
        "concerts without a name",
        "Concert",
        "Concert de printemps de la chorale Cantarelle",
        "2026-04-11 20:30",
        town="Mane",
        venue="Église",
        b={"when": "2026-04-11 17:00"},
    )
    p.different(
        "moved? no, weekly",
        "Café philo des Ormeaux",
        "Café philo des Ormeaux",
        "2026-01-10..2026-03-28/7 10:00",
        **digne,
        b={"when": "2026-04-04..2026-06-27/7 10:00"},
    )
    p.different(
        "same source, next day",
        "Le roi sans souliers",
        "Le roi sans souliers",
        "2026-02-27 19:00",
        **digne,
        a={"source": "alpha"},
        b={"source": "alpha", "when": "2026-02-28 19:00"},
    )
    p.different(
        "far points",
        "Balade des fontaines cachées",
        "Balade des fontaines cachées",
        "2026-07-02 09:00",
        a={"at": (44.09, 6.23)},
        b={"at": (43.83, 5.78)},
    )
    p.different("unknown place, common name", "Fête du pain", "Fête du pain", "2026-05-17", a={"town": "Banon"})
    p.different("unknown place, one word", "Loto", "Loto", "2026-01-18 14:30")
    p.different(
        "two languages, other hour",
        {"fr": "Contes sous le tilleul"},
        {"en": "Wine tasting evening"},
        "2026-07-21 17:00",
        **digne,
        b={"when": "2026-07-21 20:30"},
    )
    p.different(
        "days of a festival",
        "Festival Sonnailles – Jour 1",
        "Festival Sonnailles – Jour 2",
        "2026-07-03, 2026-07-04",
        **digne,
    )
    p.different(
        "festival and its day",
        "Festival Sonnailles",
        "Festival Sonnailles – Jour 2",
        "2026-07-03..2026-07-05",
        **digne,
        b={"when": "2026-07-04"},
    )
    p.different(
        "holiday cinema",
        "Le rat bricoleur – Ciné-relâche",
        "La baleine à bosse – Ciné-relâche",
        "2026-04-14 10:00",
        **cine,
    )
