"""More pairs in the styles of clubs, ticket shops and town bulletins: held out until their first run,
tuned on since."""

from tests.agenda.dedupe.labelled import LabelledPair, Pairs

NIGHTS = [
    ("Ravine", ["Corvus Mé", "Tilde", "Anaïs Borg"], "Le Bunker Doux", "Manosque", "2026-05-15"),
    ("Magma Disco", ["DJ Pastis 51°", "Lou Sème", "Vieux Cuir"], "La Citerne", "Digne-les-Bains", "2026-03-20"),
    (
        "Bal Électrique",
        ["Fanfare du Couchant", "Mireille & les Volts"],
        "Les Docks d'Aubignosc",
        "Sisteron",
        "2026-06-19",
    ),
    ("Chaloupe", ["Ti'Punch Orkestra", "Selecta Brune"], "Guinguette du Lac Vert", "Gréoux-les-Bains", "2026-08-14"),
    ("Nuit Minérale", ["Ostéo", "Quartzine", "Schiste"], "La Carrière", "Forcalquier", "2026-07-31"),
]
PLAYS = [
    ("Tout le monde descend !", "Gaspard Ribérac", "Le Strapontin", "Sainte-Tulle", "2026-01-23"),
    ("Presque immobile", "Solène Agathos", "Espace des Remparts", "Castellane", "2026-10-16"),
    ("Mon père, ce zéro", "Basile Cantegrel", "Théâtre du Platane", "Oraison", "2026-02-06"),
    ("Seize minutes de gloire", "Tiphaine Orlu", "Salle Émile Garrigue", "Les Mées", "2026-11-13"),
]
FEASTS = [
    ("Fête de la courge", "Volonne", "2026-10-18"),
    ("Journée des moulins", "Entrevaux", "2026-05-24"),
    ("Foire aux agneaux de Haute-Bléone", "Seyne", "2026-04-12"),
    ("Marché des potiers d'Ocrelune", "Moustiers-Sainte-Marie", "2026-08-09"),
]


def pairs() -> list[LabelledPair]:
    """All of them."""
    found = Pairs()
    _clubs(found)
    _ticket_shops(found)
    _bulletins(found)
    _same(found)
    _different(found)
    return found


def _clubs(p: Pairs) -> None:
    for number, (name, guests, venue, town, day) in enumerate(NIGHTS):
        other, other_guests, other_venue, _, _ = NIGHTS[(number + 2) % len(NIGHTS)]
        here = {"venue": venue, "town": town}
        p.same(
            "club, line-up",
            f"{name} w/ {', '.join(guests)}",
            f"{name} : {' + '.join(guests).upper()}",
            f"{day} 23:30",
            **here,
            b={"when": f"{day} 20:00"},
        )
        p.same(
            "club, promoter sells",
            f"{day[8:]}.{day[5:7]} ✦ {name} ✦ {guests[0]}",
            f"{name} x {guests[0]}",
            f"{day} 23:59",
            **here,
            b={"venue": f"{name} Crew", "when": f"{day} 22:00"},
        )
        p.same("club, head of the bill", guests[0], f"{name} invite {guests[0]} [{venue}]", f"{day} 22:00", **here)
        p.same(
            "club, slug as venue",
            f"{name} #{number + 3}",
            f"{name} #{number + 3} avec {guests[1]}",
            f"{day} 23:00",
            town=town,
            a={"venue": venue.lower().replace(" ", "-").replace("'", "-")},
            b={"venue": venue},
        )
        p.different(
            "club, two rooms", f"{name} w/ {guests[0]}", f"{other} w/ {other_guests[0]}", f"{day} 23:00", **here
        )
        p.different(
            "club, next number", f"{name} #4", f"{name} #5", f"{day} 23:00", **here, b={"when": "2026-12-04 23:00"}
        )
        p.different(
            "club, other town's branch",
            f"{name} Club Tour",
            f"{name} Club Tour",
            f"{day} 23:00",
            venue=venue,
            town=town,
            b={"venue": other_venue, "town": "Barcelonnette"},
        )
        p.different(
            "club, warm-up at another bar",
            f"Apéro {other_guests[0]}",
            f"{name} w/ {', '.join(guests)}",
            f"{day} 19:00",
            **here,
            a={"venue": "Bar des Amis"},
            b={"when": f"{day} 23:30"},
        )


def _ticket_shops(p: Pairs) -> None:
    for number, (play, who, venue, town, day) in enumerate(PLAYS):
        other_play, other_who, other_venue, _, _ = PLAYS[(number + 1) % len(PLAYS)]
        here = {"venue": venue, "town": town}
        p.same("shop, artist in play", f"{who} dans « {play} »", who, f"{day} 20:30", **here)
        p.same("shop, play only", f'{who} - "{play}"', play, f"{day} 20:30", **here, b={"when": f"{day} 20:00"})
        p.same(
            "shop, artist first, tour",
            f"{who.upper()}, NOUVEAU SPECTACLE, TOURNÉE 2026",
            f"{who} : {play}",
            f"{day} 20:30",
            **here,
        )
        p.same("shop, tariff", f"{play} | Tarif plein 18,50€", f"{play} - {who} - 20h30", f"{day} 20:30", **here)
        p.same("shop, entities", f"{play} &amp; compagnie", f"{play} & compagnie", f"{day} 20:30", **here)
        p.different("shop, first part", f"{who} : {play}", f"{other_who} : {other_play}", f"{day} 20:30", **here)
        p.different(
            "shop, second evening",
            f"{who} : {play}",
            f"{who} : {play}",
            f"{day} 20:30",
            town=town,
            venue=venue,
            b={"when": "2026-12-18 20:30", "venue": other_venue, "town": "Pierrevert"},
        )
        p.different(
            "shop, meeting with the artist",
            f"{play}",
            f"Rencontre-dédicace avec {who}",
            f"{day} 20:30",
            **here,
            b={"venue": "Librairie du Cours", "when": f"{day} 17:00"},
        )
        p.different(
            "shop, workshop of the artist",
            f"{who} : {play}",
            f"Stage de clown avec {who}",
            f"{day} 20:30",
            **here,
            b={"when": f"{day} 10:00"},
        )


def _bulletins(p: Pairs) -> None:
    for number, (name, town, day) in enumerate(FEASTS):
        other_town = FEASTS[(number + 1) % len(FEASTS)][1]
        p.same("bulletin, ordinal", f"XXIIe {name}", f"22ème {name.lower()}", day, town=town)
        p.same("bulletin, whole sentence", f"Dimanche : {name} toute la journée", name, f"{day} 09:00", town=town)
        p.same(
            "bulletin, town and date",
            f"{town} - {name} - {int(day[8:])} {_MONTHS[int(day[5:7])]} 2026",
            name,
            day,
            town=town,
            b={"at": "town"},
        )
        p.same(
            "bulletin, English",
            {"fr": name, "en": "Village festival"},
            {"fr": f"{name} 🎉", "it": "Festa di paese"},
            day,
            town=town,
        )
        p.same("bulletin, no commune code", name, name, day, town=town, b={"commune_code": ""})
        p.different("bulletin, same feast elsewhere", name, name, day, town=town, b={"town": other_town})
        p.different("bulletin, a meal during it", name, f"Repas des chasseurs à l'auberge de {town}", day, town=town)
        p.different(
            "bulletin, last year's page",
            f"{name} 2025",
            name,
            town=town,
            when=day.replace("2026", "2025"),
            b={"when": day},
        )


_MONTHS = dict(
    zip(
        range(1, 13),
        [
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ],
        strict=True,
    )
)


def _same(p: Pairs) -> None:
    house = {"town": "Barcelonnette", "venue": "Salle Honnorat-Vieux"}
    p.same(
        "DATAtourisme quotes APIDAE",
        "Fête médiévale d'Aigremont",
        "Aigremont au Moyen Âge",
        "2026-07-18, 2026-07-19",
        town="Sisteron",
        a={"ids": "apidae:6012233"},
        b={"ids": "datatourisme:d/1 apidae:6012233", "when": "2026-07-18"},
    )
    p.same(
        "identifier, moved by the source",
        "Marathon des Cols Perdus",
        "Marathon des Cols Perdus",
        "2026-06-07",
        town="Allos",
        ids="apidae:88",
        b={"when": "2026-06-14"},
    )
    p.same(
        "page, title in another order",
        "Verdict – Cie Les Empêcheurs",
        "Les Empêcheurs : Verdict",
        **house,
        url="https://www.billets.exemple/e/verdict-empecheurs-4512",
    )
    p.same(
        "page, query number",
        "Lectures au coin du poêle",
        "Au coin du poêle : lectures",
        **house,
        url="https://exemple.fr/agenda.php?id=3312",
    )
    p.same(
        "Facebook event",
        "Apéro-concert : Les Oisifs",
        "Les Oisifs",
        **house,
        b={"venue": ""},
        url="https://www.facebook.com/events/123456789012345/",
    )
    p.same("words turned round", "Bal trad avec Tafanari", "Tafanari, bal trad", **house)
    p.same("ampersand and et", "Nina & Oscar", "Nina et Oscar", **house)
    p.same("apostrophes", "L’ombre d’un doute léger", "L'ombre d'un doute leger", **house)
    p.same(
        "curly quotes and dashes",
        "“Le Banquet des Ânes” — Cie Tournepierre",
        "Le banquet des anes (Cie Tournepierre)",
        **house,
    )
    p.same(
        "truncated",
        "La véritable histoire de la dernière louve du Mercantour",
        "La véritable histoire de la dernière lou...",
        **house,
    )
    p.same("trailing hours", "Soupe aux étoiles à 19h", "Soupe aux étoiles", "2026-07-22 19:00", **house)
    p.same("ligature", "Le chœur des Cœurs Vaillants", "Le choeur des coeurs vaillants", **house)
    p.same("plural", "Les contes de la lune rousse", "Conte de la lune rousse", **house)
    p.same("article lost", "La Grande Lessive des Fées", "Grande lessive des fées", **house)
    p.same(
        "saint abbreviated venue",
        "Trio Calanquet",
        "Trio Calanquet",
        town="Riez",
        venue="Chapelle Saint-Maxime-le-Haut",
        b={"venue": "Chapelle St-Maxime le Haut"},
    )
    p.same(
        "venue longer",
        "Trio Calanquet",
        "Trio Calanquet – baroque",
        town="Riez",
        venue="Le Tilleul",
        b={"venue": "Café associatif Le Tilleul"},
    )
    p.same(
        "venue alias",
        "Les Frères Lapone",
        "Les Freres Lapone",
        town="Manosque",
        venue="MJC",
        b={"venue": "Maison des jeunes", "venue_aliases": ("MJC", "MJC de Manosque")},
    )
    p.same(
        "venue id",
        "Atelier haïku",
        "Atelier d'écriture haïku",
        "2026-03-28 14:00",
        town="Manosque",
        venue="Médiathèque d'Herbès",
        venue_id="v7",
        b={"venue": "Bibliothèque"},
    )
    p.same(
        "two positions of one square",
        "Les Pavés sonores",
        "Pavés sonores",
        "2026-06-21 18:00",
        a={"at": (43.9601, 5.7802)},
        b={"at": (43.9606, 5.7809)},
    )
    p.same(
        "position and commune",
        "Balade contée du sentier des Lucioles",
        "Balade contée sentier des lucioles",
        "2026-07-29 20:30",
        a={"at": (43.9485, 6.8101)},
        b={"town": "Entrevaux", "at": "town"},
    )
    p.same(
        "no place at all on both",
        "Championnat de pétanque à l'envers du Val Durance",
        "Championnat de pétanque à l'envers du Val Durance",
        "2026-08-22 09:00",
    )
    p.same(
        "no place on one side",
        "Opération rivières propres du Jabron",
        "Rivières propres : Jabron",
        "2026-04-25 09:00",
        a={"town": "Sisteron"},
    )
    p.same(
        "festival told by two offices",
        "Festival Les Voix Mêlées",
        "Les Voix mêlées 2026",
        "2026-07-08..2026-07-12",
        town="Forcalquier",
    )
    p.same(
        "festival, one office gives the first day only",
        "Festival Les Voix Mêlées",
        "Festival les voix mêlées",
        "2026-07-08..2026-07-12",
        town="Forcalquier",
        b={"when": "2026-07-08"},
    )
    p.same(
        "exhibition, two openings",
        "Regards d'altitude, photographies de Milo Varenne",
        "Milo Varenne – Regards d'altitude",
        "2026-05-02..2026-10-31",
        town="Jausiers",
        venue="Villa Tampico Neuve",
        b={"when": "2026-05-01..2026-11-01"},
    )
    p.same(
        "exhibition beside its wrapper",
        "EXPOSITION DE MILO VARENNE",
        "Milo Varenne : exposition photo",
        "2026-05-02..2026-10-31",
        town="Jausiers",
        venue="Villa Tampico Neuve",
    )
    p.same(
        "exhibition, Wednesdays only",
        "Mémoires de pierre sèche",
        "Mémoires de pierre sèche (expo)",
        "2026-07-01..2026-08-30",
        town="Mane",
        venue="Prieuré de Salagnac",
        b={"when": "2026-07-01..2026-08-26/7"},
    )
    p.same(
        "weekly workshop and one of its dates",
        "Initiation à la vannerie",
        "Atelier vannerie",
        "2026-07-01..2026-08-26/7 10:00",
        town="Annot",
        venue="La Grange du Var",
        b={"when": "2026-07-15 10:00"},
    )
    p.same(
        "weekly market, two offices",
        "Marché du mercredi",
        "Marché",
        "2026-01-07..2026-12-30/7 08:00",
        town="Barcelonnette",
    )
    p.same(
        "market with its season",
        "Marché nocturne artisanal",
        "Marché nocturne des artisans",
        "2026-07-02..2026-08-27/7 18:00",
        town="Castellane",
    )
    p.same(
        "vide-grenier, organiser added",
        "Vide-grenier de l'école",
        "Vide grenier",
        "2026-05-31 07:00",
        town="Volx",
        organiser="Sou des écoles de Volx",
    )
    p.same(
        "Italian",
        {"it": "Passeggiata delle marmotte blu"},
        {"it": "Passeggiata delle Marmotte Blu", "fr": "Balade"},
        "2026-07-30 09:00",
        town="Jausiers",
    )
    p.same(
        "Italian and French",
        {"it": "Visita guidata della torre"},
        {"fr": "Visite guidée de la tour"},
        "2026-07-30 10:00",
        town="Entrevaux",
        venue="Tour Varade",
        organiser="Office de tourisme d'Entrevaux",
    )
    p.same(
        "English and French, names alike",
        {"en": "Guided tour of the Citadel of Vauclair"},
        {"fr": "Visite guidée de la citadelle de Vauclair"},
        "2026-08-03 10:00",
        town="Colmars",
    )
    p.same(
        "English and French, page",
        {"en": "Night market"},
        {"fr": "Marché nocturne"},
        "2026-08-05 18:00",
        town="Annot",
        url="https://exemple.fr/agenda/marche-nocturne-annot-5-aout",
    )
    p.same(
        "one language more",
        {"fr": "Le jour de la nuit à l'envers", "en": "Day of the reverse night"},
        {"en": "Day of the Reverse Night"},
        "2026-10-10 19:00",
        town="Banon",
    )
    p.same(
        "moved to the next week",
        "Concours de soupes des Adrets",
        "Concours de soupes des Adrets",
        "2026-10-24 18:00",
        **house,
        b={"when": "2026-10-31 18:00"},
    )
    p.same(
        "postponed said in the title",
        "Reporté : Fanfare La Débandade",
        "Fanfare La Débandade",
        "2026-03-07 20:30",
        **house,
        b={"when": "2026-11-14 20:30"},
    )
    p.same(
        "sold out",
        "COMPLET - Dîner dans le noir chez Mado",
        "Dîner dans le noir chez Mado",
        "2026-02-14 19:30",
        **house,
    )
    p.same(
        "after midnight",
        "Afterhours Cigale",
        "Cigale (after)",
        "2026-08-16 01:00",
        **house,
        b={"when": "2026-08-15 23:59"},
    )
    p.same(
        "all day and an hour",
        "Grand ménage du sentier des crêtes",
        "Grand ménage du sentier des Crêtes",
        "2026-03-21",
        town="Seyne",
        b={"when": "2026-03-21 08:30"},
    )
    p.same(
        "doors and curtain",
        "Sapho Lirette",
        "Sapho Lirette + 1ère partie",
        "2026-03-27 19:30",
        **house,
        b={"when": "2026-03-27 20:30"},
    )
    p.same(
        "changed identifiers",
        "Yoga des cimes",
        "Yoga des cimes",
        "2026-07-09 09:00",
        **house,
        a={"source": "ics", "ids": "ics:u1"},
        b={"source": "ics", "ids": "ics:u2"},
    )
    p.same(
        "same source, promoter and venue",
        "8 Bis + Rowan @Le Grenier",
        "8 Bis / Rowan",
        "2026-04-17 20:30",
        town="Digne-les-Bains",
        source="shop",
        a={"venue": "Eaux Claires Productions"},
        b={"venue": "Le Grenier"},
    )
    p.same(
        "typo in the name",
        "Conférence : les gypaètes du Haut-Verdon",
        "Conférence sur les gypaetes du Haut Verdon",
        "2026-02-20 18:30",
        town="Allos",
        venue="Maison du Parc",
    )
    p.same(
        "typo doubled letter",
        "Rencontre avec Apolline Dessagne",
        "Rencontre avec Appoline Dessagne",
        "2026-02-20 18:30",
        town="Mane",
    )
    p.same(
        "subtitles differ",
        "Isaure Bastide, La Tournée",
        "Isaure Bastide, Midi moins le quart",
        "2026-04-18 20:30",
        **house,
    )
    p.same(
        "years of life",
        "Kermesse 20 ans de l'école buissonnière",
        "20 ans de l'école buissonnière",
        "2026-06-27 14:00",
        town="Peyruis",
    )
    p.same(
        "distance in the title",
        "Course nature des Gabians 12 km",
        "Course des Gabians (12 km)",
        "2026-09-13 09:30",
        town="Villeneuve",
    )
    p.same(
        "part on one side", "Cycle alpages, volet 2 : La laine", "La laine (cycle alpages)", "2026-11-05 18:30", **house
    )
    p.same(
        "same title, other quarter's hall",
        "Soirée jeux de la Marmotte Rieuse",
        "Soirée jeux de la Marmotte rieuse",
        "2026-01-30 19:30",
        town="Digne-les-Bains",
        venue="Maison de quartier du Pigeonnier",
        b={"venue": "Ludothèque"},
    )
    p.same(
        "touching communes, one venue",
        "Cuivres en barrage",
        "Cuivres en barrage",
        "2026-07-17 19:00",
        venue="Barrage de l'Escale-Haute",
        a={"town": "Volonne"},
        b={"town": "Château-Arnoux-Saint-Auban"},
    )
    p.same(
        "long and short",
        "Marionnettes : Petit Ours et le très long hiver (dès 3 ans)",
        "Petit Ours et le très long hiver",
        "2026-12-23 16:00",
        **house,
    )
    p.same(
        "name inside a sentence",
        "Venez découvrir Les Oubliés de la Clue au cinéma de plein air",
        "Les Oubliés de la Clue",
        "2026-08-11 21:30",
        town="Annot",
    )
    p.same(
        "choir and conductor",
        "Choeur Alpes Sonores, dir. H. Quintal : Requiem de Faubert",
        "Requiem de Faubert",
        "2026-04-03 20:30",
        **house,
    )
    p.same(
        "bare title",
        "Concert",
        "Concert de la chorale Mirabelle",
        "2026-12-19 18:00",
        town="Mane",
        venue="Église Saint-André",
    )
    p.same(
        "house's name as title",
        "Le Strapontin",
        "Gaspard Ribérac : Tout le monde descend !",
        "2026-01-23 20:30",
        town="Sainte-Tulle",
        venue="Le Strapontin",
    )


def _different(p: Pairs) -> None:
    house = {"town": "Barcelonnette", "venue": "Salle Honnorat-Vieux"}
    screen = {"town": "Digne-les-Bains", "venue": "Ciné-Toile", "cinema": True}
    p.different(
        "films, one word shared",
        "Le dernier hiver",
        "Le dernier été",
        "2026-02-11 18:00",
        **screen,
        b={"when": "2026-02-11 20:30"},
    )
    p.different(
        "film and its sequel", "Pirouette", "Pirouette 2", "2026-02-11 14:00", **screen, b={"when": "2026-02-11 16:00"}
    )
    p.different("sequels", "Pirouette 2", "Pirouette 3", "2026-02-11 14:00", **screen)
    p.different(
        "film in two screens of the département",
        "Le dernier hiver",
        "Le dernier hiver",
        "2026-02-11 20:30",
        **screen,
        b={"town": "Manosque", "venue": "CinéMistral"},
    )
    p.different(
        "travelling cinema",
        "Le dernier hiver",
        "Le dernier hiver",
        "2026-02-11 18:00",
        organiser="Cinéma de Pays",
        a={"town": "Volx"},
        b={"town": "Villeneuve", "when": "2026-02-11 21:00"},
    )
    p.different(
        "film in two cinemas of a town",
        "Le dernier hiver",
        "Le dernier hiver",
        "2026-02-11 21:00",
        town="Digne-les-Bains",
        venue="Ciné-Toile",
        b={"venue": "Cinématographe Les Lavandes"},
    )
    p.different(
        "ciné-club's evenings", "Ciné-débat : Terre brûlée", "Ciné-débat : Eau trouble", "2026-02-12 20:30", **screen
    )
    p.different(
        "short films",
        "Courts d'hiver – programme 1",
        "Courts d'hiver – programme 2",
        "2026-02-12 18:00",
        **screen,
        b={"when": "2026-02-12 20:00"},
    )
    p.different(
        "competition",
        "RCB 2026 | Concours | Le sel",
        "RCB 2026 | Concours | La cendre",
        "2026-07-12 20:00",
        **house,
    )
    p.different(
        "competition, shared word",
        "RCB 2026 | Marges | Retour à Io",
        "RCB 2026 | Marges | Retour d'un inconnu + Rivages",
        "2026-07-12 20:00",
        **house,
    )
    p.different(
        "one festival, two stages",
        "Les Voix Mêlées : Aïda Morel",
        "Les Voix Mêlées : Trio Lichen",
        "2026-07-09 21:00",
        town="Forcalquier",
        venue="Couvent des Cordelles",
        b={"venue": "Place du Bourguet"},
    )
    p.different(
        "festival and evening",
        "Festival Les Voix Mêlées",
        "Les Voix Mêlées : Trio Lichen",
        "2026-07-08..2026-07-12",
        town="Forcalquier",
        b={"when": "2026-07-09 21:00"},
    )
    p.different(
        "festival and evening, no word",
        "Les Voix Mêlées",
        "Les Voix Mêlées – Trio Lichen",
        "2026-07-08..2026-07-12",
        town="Forcalquier",
        b={"when": "2026-07-09 21:00"},
    )
    p.different(
        "feast and its ball",
        "Fête de la Saint-Elzéar",
        "Bal de la Saint-Elzéar",
        "2026-08-14..2026-08-16",
        town="Banon",
        b={"when": "2026-08-15 22:00"},
    )
    p.different(
        "feast and its fireworks",
        "Fête votive",
        "Feu d'artifice de la fête votive",
        "2026-08-14..2026-08-16",
        town="Banon",
        b={"when": "2026-08-15 22:30"},
    )
    p.different(
        "feast and its contest",
        "Fête patronale",
        "Concours de boules",
        "2026-08-14..2026-08-16",
        town="Banon",
        b={"when": "2026-08-15 14:00"},
    )
    p.different(
        "feast, mass and ball",
        "Grand-messe de la Saint-Elzéar",
        "Grand bal de la Saint-Elzéar",
        "2026-08-15 10:30",
        town="Banon",
        b={"when": "2026-08-15 22:00"},
    )
    p.different(
        "heritage days, one house two things",
        "Journées du patrimoine : concert d'orgue",
        "Journées du patrimoine : visite des combles",
        "2026-09-20 15:00",
        town="Riez",
        venue="Cathédrale",
        b={"when": "2026-09-20 10:00"},
    )
    p.different(
        "heritage days, two communes",
        "Journées du patrimoine – Visite libre de l'église",
        "Journées du patrimoine - visite libre de l'église",
        "2026-09-19, 2026-09-20",
        a={"town": "Mane"},
        b={"town": "Forcalquier"},
    )
    p.different(
        "heritage days, umbrella",
        "Journées européennes du patrimoine",
        "JEP : démonstration de taille de pierre",
        "2026-09-19, 2026-09-20",
        town="Mane",
        b={"when": "2026-09-20 14:00"},
    )
    p.different(
        "library, three things a day",
        "Mois du conte : heure du goûter",
        "Mois du conte : ombres chinoises",
        "2026-11-21 10:00",
        town="Manosque",
        venue="Médiathèque",
        b={"when": "2026-11-21 15:00"},
    )
    p.different(
        "library, storytime by age",
        "Bébés lecteurs 0-18 mois",
        "Bébés lecteurs 2-3 ans",
        "2026-11-18 10:00",
        town="Manosque",
        venue="Médiathèque",
    )
    p.different(
        "castle, two visits",
        "Visite du château en lumière",
        "Visite du château en famille",
        "2026-07-16 21:30",
        town="Allos",
        venue="Château de Rochegude",
        b={"when": "2026-07-16 15:00"},
    )
    p.different(
        "museum, visit and workshop",
        "Visite commentée du musée",
        "Atelier enfants au musée",
        "2026-07-16 15:00",
        town="Digne-les-Bains",
        venue="Musée Promenade Haute",
    )
    p.different(
        "exhibition and its finissage",
        "Milo Varenne : Regards d'altitude",
        "Finissage : Regards d'altitude de Milo Varenne",
        "2026-05-02..2026-10-31",
        town="Jausiers",
        venue="Villa Tampico Neuve",
        b={"when": "2026-10-30 18:00"},
    )
    p.different(
        "exhibition and talk on it",
        "Regards d'altitude",
        "Conférence autour de Regards d'altitude",
        "2026-05-02..2026-10-31",
        town="Jausiers",
        venue="Villa Tampico Neuve",
        b={"when": "2026-06-12 18:30"},
    )
    p.different(
        "two exhibitions of a house, same months",
        "Regards d'altitude",
        "Herbiers d'altitude",
        "2026-05-02..2026-10-31",
        town="Jausiers",
        venue="Villa Tampico Neuve",
    )
    p.different(
        "two painters",
        "Petit Salon : Honorine Fage - Terres",
        "Petit Salon : Lubin Astier - Pastels",
        "2026-04-21..2026-05-09",
        town="Oraison",
        venue="Petit Salon",
    )
    p.different(
        "exhibition and concert inside it",
        "Mémoires de pierre sèche",
        "Concert : Sapho Lirette",
        "2026-07-01..2026-08-30",
        town="Mane",
        venue="Prieuré de Salagnac",
        b={"when": "2026-07-11 21:00"},
    )
    p.different(
        "two markets a day",
        "Marché paysan",
        "Marché aux puces",
        "2026-06-06 08:00",
        town="Forcalquier",
        venue="Place du Bourguet",
        b={"venue": "Parking Espeluque"},
    )
    p.different(
        "two markets of a week",
        "Marché du lundi",
        "Marché du jeudi",
        "2026-07-06..2026-08-31/7 08:00",
        town="Forcalquier",
        b={"when": "2026-07-02..2026-08-27/7 08:00"},
    )
    p.different(
        "night market and Christmas market",
        "Marché nocturne",
        "Marché de Noël",
        "2026-12-19 17:00",
        town="Annot",
        b={"when": "2026-12-19 10:00"},
    )
    p.different(
        "flea markets of two quarters",
        "Vide-greniers des Plantades",
        "Vide-greniers de Saint-Lazare",
        "2026-06-07 08:00",
        town="Manosque",
    )
    p.different(
        "lotos of two clubs",
        "Loto du rugby",
        "Loto du judo",
        "2026-01-25 15:00",
        town="Sisteron",
        venue="Salle polyvalente",
    )
    p.different(
        "lotos of two villages",
        "Loto des aînés",
        "Loto des aînés",
        "2026-01-25 15:00",
        a={"town": "Mane"},
        b={"town": "Forcalquier"},
    )
    p.different(
        "fête de la musique, two bars",
        "Fête de la musique",
        "Fête de la musique",
        "2026-06-21 19:00",
        town="Digne-les-Bains",
        venue="Bar des Sports Neufs",
        b={"venue": "Brasserie du Cours"},
    )
    p.different(
        "fête de la musique, two bands",
        "Fête de la musique : Les Graviers",
        "Fête de la musique : Chorale Mirabelle",
        "2026-06-21 19:00",
        town="Digne-les-Bains",
    )
    p.different(
        "14 July, two parts",
        "Bal du 14 juillet",
        "Retraite aux flambeaux du 14 juillet",
        "2026-07-14 21:30",
        town="Castellane",
    )
    p.different(
        "ceremonies in two villages",
        "Cérémonie du 11 novembre",
        "Cérémonie du 11 novembre",
        "2026-11-11 11:00",
        a={"town": "Volx"},
        b={"town": "Villeneuve"},
    )
    p.different(
        "walks of one guide",
        "Balade botanique : les simples",
        "Balade botanique : les lichens",
        "2026-05-30 09:00",
        town="Seyne",
        organiser="Guide Flore Astre",
    )
    p.different(
        "walk, two starts",
        "Virades de la Plaine",
        "Virades de la Plaine",
        "2026-09-27 09:00",
        a={"town": "Oraison"},
        b={"town": "Valensole"},
    )
    p.different(
        "races of one day",
        "Corrida des Santons – enfants",
        "Corrida des Santons – 10 km",
        "2026-12-06 09:30",
        town="Manosque",
        b={"when": "2026-12-06 11:30"},
    )
    p.different(
        "courses of one school", "Stage aquarelle niveau 1", "Stage aquarelle niveau 2", "2026-07-06 10:00", **house
    )
    p.different("courses of two arts", "Stage aquarelle", "Stage gravure", "2026-07-06 10:00", **house)
    p.different(
        "yoga and pilates",
        "Yoga des cimes",
        "Pilates des cimes",
        "2026-07-09 09:00",
        **house,
        b={"when": "2026-07-09 18:00"},
    )
    p.different("two tributes", "Tribute to Queenie", "Tribute to Abbazia", "2026-05-22 20:30", **house)
    p.different(
        "two choirs",
        "Concert de Noël de la chorale Mirabelle",
        "Concert de Noël du chœur Alpes Sonores",
        "2026-12-13 17:00",
        town="Manosque",
        venue="Église Notre-Dame",
    )
    p.different(
        "one choir, two churches",
        "Concert de Noël de la chorale Mirabelle",
        "Concert de Noël de la chorale Mirabelle",
        "2026-12-13 17:00",
        a={"town": "Manosque"},
        b={"town": "Pierrevert", "when": "2026-12-20 17:00"},
    )
    p.different(
        "one choir, two churches a day",
        "Chorale Mirabelle",
        "Chorale Mirabelle",
        "2026-12-13 15:00",
        town="Manosque",
        venue="Église Notre-Dame",
        b={"venue": "Temple", "when": "2026-12-13 18:00"},
    )
    p.different(
        "season opening and show",
        "Ouverture de saison",
        "Solène Agathos : Presque immobile",
        "2026-10-16 19:00",
        **house,
        b={"when": "2026-10-16 21:00"},
    )
    p.different(
        "general page",
        "Sapho Lirette",
        "Basile Cantegrel",
        "2026-03-27 20:30",
        **house,
        url="https://www.exemple.fr/spectacles/",
    )
    p.different(
        "home page",
        "Yoga des cimes",
        "Conférence : les gypaètes",
        "2026-07-09 18:00",
        **house,
        url="https://www.mairie-exemple.fr/",
    )
    p.different(
        "festival page",
        "Trio Lichen",
        "Aïda Morel",
        "2026-07-09 21:00",
        town="Forcalquier",
        venue="Couvent",
        url="https://voix.exemple.fr/festival-2026",
    )
    p.different(
        "page of a play, later date",
        "Presque immobile",
        "Presque immobile",
        "2026-10-16 20:30",
        **house,
        url="https://exemple.fr/presque-immobile",
        source="alpha",
        a={"source": "alpha"},
        b={"source": "alpha", "when": "2026-10-17 20:30"},
    )
    p.different(
        "sessions",
        "Petit Ours et le très long hiver",
        "Petit Ours et le très long hiver",
        "2026-12-23 10:30",
        **house,
        a={"source": "shop"},
        b={"source": "shop", "when": "2026-12-23 16:00"},
    )
    p.different(
        "same name, other thing",
        "Cigale",
        "Randonnée de la cigale",
        "2026-08-15 23:00",
        town="Riez",
        venue="La Cave",
        b={"when": "2026-08-15 09:00", "venue": "Parking"},
    )
    p.different("first names", "Récital Anna Lebel", "Récital Hanna Ledoux", "2026-05-03 17:00", **house)
    p.different(
        "near names, near places",
        "Balade des Fontaines",
        "Balade des Lavoirs",
        "2026-05-03 10:00",
        a={"at": (43.96, 5.78)},
        b={"at": (43.962, 5.781)},
    )
    p.different(
        "same name, ten kilometres",
        "Fête du miel",
        "Fête du miel",
        "2026-08-02",
        a={"at": (44.09, 6.23)},
        b={"at": (44.18, 6.27)},
    )
    p.different(
        "fair in two valleys, no codes",
        "Foire agricole",
        "Foire agricole",
        "2026-10-03",
        a={"town": "Seyne", "commune_code": ""},
        b={"town": "Barcelonnette", "commune_code": ""},
    )
    p.different(
        "editions",
        "5e Salon du terroir de Lure",
        "6e Salon du terroir de Lure",
        "2025-10-11",
        town="Sisteron",
        b={"when": "2026-10-10"},
    )
    p.different(
        "editions, half a year",
        "Bourse aux skis d'automne",
        "Bourse aux skis de printemps",
        "2026-10-10",
        town="Seyne",
        b={"when": "2026-04-11"},
    )
    p.different(
        "quarterly meeting",
        "Café tricot de Lure",
        "Café tricot de Lure",
        "2026-01-15 14:00",
        **house,
        b={"when": "2026-04-16 14:00"},
    )
    p.different(
        "monthly, one source",
        "Café tricot de Lure",
        "Café tricot de Lure",
        "2026-01-15 14:00",
        **house,
        a={"source": "alpha"},
        b={"source": "alpha", "when": "2026-02-19 14:00"},
    )
    p.different(
        "languages, other things of a house",
        {"en": "Watercolour class"},
        {"fr": "Concert de cornemuses"},
        "2026-07-06 10:00",
        **house,
        b={"when": "2026-07-06 21:00"},
    )
    p.different(
        "languages, two films",
        {"en": "The Last Winter"},
        {"fr": "Eau trouble"},
        "2026-02-12 18:00",
        **screen,
        b={"when": "2026-02-12 20:30"},
    )
    p.different(
        "languages, market and fair far apart",
        {"en": "Christmas market"},
        {"fr": "Marché de Noël"},
        "2026-12-12",
        a={"town": "Allos"},
        b={"town": "Riez"},
    )
    p.different(
        "empty of names",
        "Concert",
        "Concert",
        "2026-06-20 21:00",
        town="Digne-les-Bains",
        venue="Bar des Sports Neufs",
        b={"venue": "Église Saint-Jérôme"},
    )
    p.different(
        "empty of names, other kinds",
        "Atelier",
        "Concert",
        "2026-06-20 16:00",
        town="Digne-les-Bains",
        venue="Médiathèque",
    )
    p.different(
        "sports, two matches",
        "Rugby : Digne contre Die",
        "Rugby : Digne contre Gap",
        "2026-03-15 15:00",
        town="Digne-les-Bains",
        venue="Stade Rolland",
    )
    p.different(
        "rooms to let out",
        "Club de lecture : Giovanna Serre",
        "Club de lecture : Ulysse Marre",
        "2026-03-05 18:00",
        town="Mane",
        venue="Bibliothèque",
    )
    p.different(
        "night and day",
        "Nuit des étoiles",
        "Astronomie : observer le soleil",
        "2026-08-08 21:30",
        town="Seyne",
        b={"when": "2026-08-08 15:00"},
    )
    p.different(
        "children's and adults' version",
        "Murder party au château (enfants)",
        "Dîner-enquête au château (adultes)",
        "2026-10-31 14:00",
        town="Allos",
        venue="Château de Rochegude",
        b={"when": "2026-10-31 20:30"},
    )
