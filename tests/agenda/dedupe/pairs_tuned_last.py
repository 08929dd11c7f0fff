"""More pairs in the styles of associations, sports clubs, parishes, resorts and museums: held out until their
first run, tuned on since."""

from tests.agenda.dedupe.labelled import LabelledPair, Pairs

ASSOCIATIONS = [
    ("Les Amis du Vieux Four", "Cuisson du pain au feu de bois", "Four communal", "Banon", "2026-06-20 10:00"),
    ("Lure Astronomie", "Soirée d'observation des Perséides", "Col du Négron", "Sisteron", "2026-08-12 21:30"),
    ("Chœur de femmes Alizarine", "Stabat Mater de Pergola", "Collégiale Saint-Ours", "Seyne", "2026-04-02 20:30"),
    (
        "Club des Sans Crampons",
        "Sortie raquettes à la cabane du Loup",
        "Parking de la Source",
        "Allos",
        "2026-02-14 09:30",
    ),
    ("Ciné-Ubaye", "La montagne qui chuchote", "Salle du Lauzet-Bas", "Jausiers", "2026-03-12 20:30"),
    (
        "Bibliothèque pour tous",
        "Goûter-philo : c'est quoi le courage ?",
        "Bibliothèque Jeanne-Aubert",
        "Volx",
        "2026-01-21 15:30",
    ),
    ("La Boule Argentée", "Concours à la mêlée du Sapin", "Boulodrome des Peupliers", "Oraison", "2026-09-05 14:00"),
    ("Comité de jumelage", "Soirée paella et sangria", "Salle Marcel-Provence", "Castellane", "2026-07-04 19:30"),
]
EXHIBITIONS = [
    ("Sous l'écorce", "Ferréol Vintimille", "Centre d'art des Fonts", "Digne-les-Bains", "2026-03-07", "2026-05-31"),
    ("Bleus de travail", "Ysolde Marquant", "Maison de Pays", "Barcelonnette", "2026-06-13", "2026-09-13"),
    (
        "Terres cuites, terres crues",
        "Odon Brissac",
        "Moulin de Testevin",
        "Gréoux-les-Bains",
        "2026-07-01",
        "2026-08-30",
    ),
]


def pairs() -> list[LabelledPair]:
    """All of them."""
    found = Pairs()
    _associations(found)
    _exhibitions(found)
    _same(found)
    _different(found)
    return found


def _associations(p: Pairs) -> None:
    for number, (who, what, venue, town, when) in enumerate(ASSOCIATIONS):
        other_who, other_what, _, other_town, _ = ASSOCIATIONS[(number + 3) % len(ASSOCIATIONS)]
        here = {"venue": venue, "town": town, "when": when}
        p.same("association named first", f"{who} : {what}", what, **here)
        p.same("association as organiser", f"{what} ({who})", what, **here, b={"organiser": who, "venue": ""})
        p.same("shouted without accents", what, _without_accents(what).upper(), **here, b={"when": when[:10]})
        p.same("with practical words", f"{what} - gratuit, ouvert à tous, {when[11:13]}h{when[14:]}", what, **here)
        p.same(
            "two offices, commune and point",
            what,
            f"{what} – {town}",
            **here,
            a={"at": "town", "venue": ""},
            b={"venue": venue.lower()},
        )
        p.different(
            "general meeting",
            f"{who} : {what}",
            f"{who} : assemblée générale",
            **here,
            b={"when": f"{when[:10]} 10:00"},
        )
        p.different("two of one town", what, other_what, **here, b={"venue": "Salle des fêtes"})
        p.different("same outing elsewhere", what, what, **here, b={"town": other_town, "venue": "Salle polyvalente"})
        p.different(
            "a month later",
            what,
            what,
            **here,
            a={"source": "alpha"},
            b={"source": "alpha", "when": "2026-12-05 14:00"},
        )


def _exhibitions(p: Pairs) -> None:
    for title, artist, venue, town, first, last in EXHIBITIONS:
        here = {"venue": venue, "town": town, "when": f"{first}..{last}"}
        p.same("exhibition, artist or title", f"{artist} « {title} »", f"Exposition : {title}", **here)
        p.same(
            "exhibition, Tuesdays to Sundays",
            title,
            f"{title} / {artist}",
            **here,
            b={"when": f"{first}..{last}/2 10:00"},
        )
        p.same(
            "exhibition, only the first day known", f"Expo {artist}", f"{artist}, {title}", **here, b={"when": first}
        )
        p.different(
            "exhibition, opening night", f"Expo {artist}", f"Vernissage {artist}", **here, b={"when": f"{first} 18:30"}
        )
        p.different(
            "exhibition, workshop for children",
            title,
            f"Atelier enfants « {title} »",
            **here,
            b={"when": f"{first} 14:30"},
        )
        p.different(
            "exhibition, concert in it",
            title,
            "Concert au milieu des œuvres : duo Sarbacane",
            **here,
            b={"when": f"{last} 18:00"},
        )
        p.different(
            "exhibition before and after", title, "Les mains négatives", **here, b={"when": f"{last}..2026-12-20"}
        )


def _without_accents(text: str) -> str:
    return text.translate(str.maketrans("éèêëàâçîïôûùœ", "eeeeaaciiouuo"))


def _same(p: Pairs) -> None:
    hall = {"town": "Manosque", "venue": "Théâtre Hélène-Giraudy"}
    p.same(
        "ski, snow groomer visit",
        "Montée en dameuse et vin chaud",
        "Montée en dameuse + vin chaud",
        "2026-02-17 17:30",
        town="Allos",
        venue="Front de neige",
    )
    p.same(
        "ski, torchlight descent",
        "Descente aux flambeaux ESF",
        "Descente aux flambeaux",
        "2026-02-18 18:00",
        town="Allos",
    )
    p.same(
        "ski, resort as venue",
        "Derby de la Grande Pente",
        "31e Derby de la Grande Pente",
        "2026-03-28",
        town="Allos",
        b={"venue": "Station de la Foux"},
    )
    p.same(
        "parish",
        "Messe de minuit animée par la chorale",
        "Messe de minuit",
        "2026-12-24 23:00",
        town="Annot",
        venue="Église Saint-Jean",
    )
    p.same(
        "parish concert",
        "Les grandes orgues en fête : Tancrède Maupas",
        "Récital d'orgue : Tancrède Maupas",
        "2026-08-15 17:00",
        town="Riez",
        venue="Cathédrale Notre-Dame",
    )
    p.same(
        "sport, race and its sponsor",
        "Cyclosportive La Bléonaise – Trophée Vélos Gontran",
        "La Bléonaise",
        "2026-05-31 08:00",
        town="Digne-les-Bains",
    )
    p.same(
        "sport, ordinal in words",
        "10ème Ronde des Trois Rochers",
        "La ronde des 3 rochers",
        "2026-10-04 09:00",
        town="Les Mées",
    )
    p.same(
        "sport, match",
        "Handball N2 : Manosque - Gap",
        "Manosque – Gap (handball)",
        "2026-11-07 18:00",
        town="Manosque",
        venue="Gymnase des Iscles-Neuves",
    )
    p.same("theatre, company first", "Cie Mille Feuilles / Le malade s'imagine", "Le Malade s'imagine", **hall)
    p.same(
        "theatre, author",
        "Le malade s'imagine, d'après J.-B. Poquelin",
        "Le malade s'imagine (Cie Mille Feuilles)",
        **hall,
    )
    p.same(
        "theatre, age", "Plouf le têtard - dès 18 mois", "PLOUF LE TETARD (jeune public)", "2026-04-22 10:30", **hall
    )
    p.same(
        "opera broadcast",
        "Opéra au cinéma : La Traversata",
        "La Traversata (en direct du Metropole)",
        "2026-03-21 18:00",
        town="Sisteron",
        venue="Cinéma Le Rex Nouveau",
    )
    p.same(
        "film with director",
        "Ciné-rencontre : Les Sillons, de Maya Courtade",
        "Les Sillons + rencontre avec Maya Courtade",
        "2026-04-09 20:30",
        town="Sisteron",
        venue="Cinéma Le Rex Nouveau",
    )
    p.same("dash or none", "Plein-Chant", "Plein chant", **hall)
    p.same("number written differently", "Les 7 Péchés du jardinier", "Les sept péchés du jardinier", **hall)
    p.same(
        "emoji",
        "🎷 Jazz au lavoir 🎷 Bernique Trio",
        "Jazz au lavoir - Bernique Trio",
        "2026-07-16 19:00",
        town="Forcalquier",
    )
    p.same("star", "★ Jeune public | Le voleur de virgules", "Le voleur de virgules", "2026-02-25 15:00", **hall)
    p.same(
        "hashtag",
        "#FestiVal Vert : la grande tablée",
        "La grande tablée – FestiVal Vert",
        "2026-06-06 12:00",
        town="Peyruis",
    )
    p.same("half of a double bill", "Tartine Reverdy Noire + Loupiote", "Tartine Reverdy Noire", **hall)
    p.same("double bill turned round", "Loupiote / Tartine Reverdy Noire", "Tartine Reverdy Noire & Loupiote", **hall)
    p.same(
        "programme heading in front",
        "Les Jeudis de l'été – Grigri Blues Band",
        "Grigri Blues Band",
        "2026-07-23 21:00",
        town="Castellane",
        venue="Place Marcel-Sauvaire-Vieux",
    )
    p.same(
        "programme heading behind",
        "Grigri Blues Band dans le cadre des Jeudis de l'été",
        "Grigri Blues Band",
        "2026-07-23 21:00",
        town="Castellane",
        b={"venue": "Place centrale"},
    )
    p.same(
        "street and square",
        "Aubade des tambourinaires de Rascasse",
        "Aubade des Tambourinaires de Rascasse",
        "2026-08-15 11:00",
        town="Gréoux-les-Bains",
        venue="Rue Grande",
        b={"venue": "Place de l'Hôtel de ville"},
    )
    p.same(
        "hamlet as commune name",
        "Fête de l'âne des Sauzes",
        "La fête de l'âne",
        "2026-08-23 10:00",
        town="Seyne",
        b={"venue": "Hameau des Sauzes"},
    )
    p.same(
        "English guest guide",
        {"en": "Lavender harvest at Ferme Bellaroche"},
        {"fr": "Récolte de la lavande à la ferme Bellaroche", "en": "Lavender harvest at the Bellaroche farm"},
        "2026-07-15 10:00",
        town="Valensole",
    )
    p.same(
        "English, same organiser and hour",
        {"en": "Meet the shepherd"},
        {"fr": "Rencontre avec le berger"},
        "2026-07-28 18:00",
        town="Colmars",
        venue="Fort de France-Basse",
        organiser="Bureau des guides",
    )
    p.same(
        "Italian, same hall and hour",
        {"it": "Serata di canti popolari"},
        {"fr": "Veillée de chants populaires"},
        "2026-08-01 20:45",
        town="Jausiers",
        venue="Salle du Pelvat",
    )
    p.same(
        "Italian name kept",
        {"it": "Transumanza in Val Fontanile"},
        {"fr": "Transhumance dans le Val Fontanile"},
        "2026-06-27 08:00",
        town="Jausiers",
        organiser="Pro Loco",
    )
    p.same(
        "festival, dates in the title",
        "Festival Contes en balcon du 5 au 9 août 2026",
        "Contes en balcon",
        "2026-08-05..2026-08-09",
        town="Moustiers-Sainte-Marie",
    )
    p.same(
        "festival, one office lists evenings only",
        "Festival Contes en balcon",
        "Contes en Balcon – festival",
        "2026-08-05..2026-08-09",
        town="Moustiers-Sainte-Marie",
        b={"when": "2026-08-05 21:00, 2026-08-07 21:00, 2026-08-09 21:00"},
    )
    p.same(
        "market of the producers",
        "Marché des producteurs de pays",
        "Marché de producteurs",
        "2026-06-05..2026-09-25/7 17:00",
        town="Château-Arnoux-Saint-Auban",
        b={"when": "2026-06-12..2026-09-18/7 17:30"},
    )
    p.same(
        "fair known by its saint",
        "Foire de la Saint-Barnabé",
        "Foire Saint Barnabé (foire annuelle)",
        "2026-10-19",
        town="Digne-les-Bains",
    )
    p.same(
        "car boot sale",
        {"en": "Car boot sale"},
        {"fr": "Vide-greniers"},
        "2026-04-26 07:00",
        town="Pierrevert",
        organiser="APE de Pierrevert",
        venue="Cours du Barri",
    )
    p.same(
        "blood donation",
        "Collecte de sang",
        "Don du sang",
        "2026-02-05 15:00",
        town="Volonne",
        venue="Salle polyvalente",
    )
    p.same(
        "organiser says it all",
        "Loto",
        "Loto du Sou des écoles",
        "2026-02-08 14:30",
        town="Sainte-Tulle",
        venue="Salle Pierre-Max",
        organiser="Sou des écoles",
    )
    p.same(
        "moved because of rain",
        "Concert de la Lyre Valensolaise",
        "Lyre valensolaise",
        "2026-06-12 21:00",
        town="Valensole",
        venue="Place Thiers-Haute",
        b={"when": "2026-06-13 21:00"},
    )
    p.same(
        "new date told by one only",
        "Trail blanc de la Sestrière-Basse – nouvelle date",
        "Trail blanc de la Sestrière-Basse",
        "2026-03-14 09:00",
        town="Colmars",
        b={"when": "2026-01-24 09:00"},
    )
    p.same(
        "cancelled in English",
        {"en": "CANCELLED: Alpine flower walk"},
        {"en": "Alpine flower walk"},
        "2026-06-18 09:00",
        town="Seyne",
    )
    p.same(
        "identifiers, all else differs",
        "Balade aux lanternes",
        {"en": "Lantern stroll"},
        "2026-12-05 17:00",
        town="Entrevaux",
        a={"ids": "apidae:4404"},
        b={"ids": "openagenda:9 apidae:4404", "when": "2026-12-05 18:00"},
    )
    p.same(
        "page, language in the path",
        "Stage de taille de pierre",
        "Taille de pierre : stage",
        "2026-05-08..2026-05-10",
        town="Mane",
        a={"url": "https://pierre.exemple.org/stages/taille-initiation?lang=fr"},
        b={"url": "https://pierre.exemple.org/stages/taille-initiation?lang=en"},
    )
    p.same(
        "shop and venue's own page",
        "Orvet & Couleuvre, tournée d'adieu",
        "ORVET ET COULEUVRE",
        **hall,
        a={"url": "https://billets.exemple/orvet-couleuvre-manosque"},
        b={"url": "https://theatre.exemple/saison/orvet", "when": "2026-07-11 20:00"},
    )
    p.same(
        "price and seats",
        "Dîner-spectacle Cabaret des Ombrelles (45 € boissons comprises)",
        "Cabaret des Ombrelles : dîner spectacle",
        "2026-11-28 20:30",
        town="Gréoux-les-Bains",
        venue="Casino des Sources-Neuves",
    )
    p.same(
        "venue written in a sentence",
        "Nuit du conte",
        "La nuit du conte",
        "2026-10-30 20:00",
        town="Forcalquier",
        venue="dans la salle du Couvent des Capucines",
        b={"venue": "Couvent des Capucines"},
    )
    p.same(
        "venue with its street",
        "Bal des confettis",
        "Bal des Confettis",
        "2026-02-21 21:00",
        town="Oraison",
        venue="Salle de l'Eden-Palace, 4 allée Arthur-Guin",
        b={"venue": "Eden Palace"},
    )
    p.same(
        "venue renamed",
        "Café-théâtre : Les Vilaines",
        "Les Vilaines",
        town="Digne-les-Bains",
        venue="Palais des congrès",
        b={"venue": "Espace Simone-Jaubert", "venue_aliases": ("Palais des congrès",)},
    )
    p.same(
        "points 120 m apart, no names",
        "Yoga sous les platanes",
        "Yoga sous les platanes",
        "2026-07-06 08:30",
        a={"at": (43.7580, 5.8850)},
        b={"at": (43.7590, 5.8855)},
    )
    p.same(
        "one night, two days written",
        "Nuit blanche au fort",
        "Nuit blanche au fort",
        "2026-07-25 22:00",
        town="Colmars",
        b={"when": "2026-07-25 22:00, 2026-07-26 00:00"},
    )
    p.same(
        "daily, two hours of day",
        "Visite de la distillerie Bellaroche",
        "Distillerie Bellaroche : visites",
        "2026-07-01..2026-08-31 11:00",
        town="Valensole",
        venue="Distillerie Bellaroche",
        b={"when": "2026-07-01..2026-08-31"},
    )
    p.same(
        "cut at forty characters",
        "Conférence : les mégalithes oubliés de la montagne de Lure",
        "Conférence : les mégalithes oubliés de l…",
        "2026-04-16 18:00",
        town="Forcalquier",
    )
    p.same(
        "two typos",
        "Spectacle équestre Crinières d'argile",
        "Spectacle equestre Criniere d'argille",
        "2026-08-04 18:30",
        town="Riez",
    )
    p.same(
        "letters doubled, split",
        "Mini-golf nocturne fluo",
        "Minigolf nocturne fluo",
        "2026-07-30 21:00",
        town="Gréoux-les-Bains",
    )


def _different(p: Pairs) -> None:
    hall = {"town": "Manosque", "venue": "Théâtre Hélène-Giraudy"}
    p.different(
        "ski, two races",
        "Slalom des moniteurs",
        "Géant des moniteurs",
        "2026-02-18 10:00",
        town="Allos",
        venue="Front de neige",
        b={"when": "2026-02-18 14:00"},
    )
    p.different(
        "ski, one show two resorts",
        "Descente aux flambeaux ESF",
        "Descente aux flambeaux ESF",
        "2026-02-18 18:00",
        a={"town": "Allos"},
        b={"town": "Jausiers"},
    )
    p.different(
        "ski, weekly and another weekly",
        "Pot d'accueil",
        "Vin chaud de bienvenue",
        "2026-01-04..2026-03-29/7 17:00",
        town="Allos",
        venue="Office de tourisme",
        b={"when": "2026-01-05..2026-03-30/7 17:00"},
    )
    p.different(
        "parish, two masses",
        "Messe de la nuit de Noël",
        "Messe du jour de Noël",
        "2026-12-24 23:00",
        town="Annot",
        venue="Église Saint-Jean",
        b={"when": "2026-12-25 10:30"},
    )
    p.different(
        "parish, two villages",
        "Messe de minuit",
        "Messe de minuit",
        "2026-12-24 22:00",
        a={"town": "Annot", "venue": "Église"},
        b={"town": "Entrevaux", "venue": "Église"},
    )
    p.different(
        "sport, two matches of a day",
        "Handball N2 : Manosque - Gap",
        "Handball N3 féminine : Manosque - Apt",
        "2026-11-07 18:00",
        town="Manosque",
        venue="Gymnase des Iscles-Neuves",
        b={"when": "2026-11-07 16:00"},
    )
    p.different(
        "sport, race lengths",
        "Ronde des Trois Rochers 8 km",
        "Ronde des Trois Rochers 16 km",
        "2026-10-04 09:00",
        town="Les Mées",
        b={"when": "2026-10-04 08:30"},
    )
    p.different(
        "sport, tournament ages", "Tournoi U11", "Tournoi U13", "2026-06-13 09:00", town="Sisteron", venue="Stade"
    )
    p.different(
        "theatre, one author two plays", "Poquelin : Le malade s'imagine", "Poquelin : Les précieuses radicales", **hall
    )
    p.different(
        "theatre, one company two plays a day",
        "Cie Mille Feuilles : Le malade s'imagine",
        "Cie Mille Feuilles : Contes du frigo",
        "2026-07-11 20:30",
        **hall,
        b={"when": "2026-07-11 15:00"},
    )
    p.different(
        "theatre, two towns the same night",
        "Le malade s'imagine",
        "Le malade s'imagine",
        "2026-07-11 20:30",
        **hall,
        b={"town": "Oraison", "venue": "Théâtre du Platane"},
    )
    p.different(
        "theatre, backstage tour",
        "Visite des coulisses",
        "Le malade s'imagine",
        "2026-07-11 18:00",
        **hall,
        b={"when": "2026-07-11 20:30"},
    )
    p.different(
        "opera broadcasts",
        "Opéra au cinéma : La Traversata",
        "Opéra au cinéma : Le Barbu de Séville",
        "2026-03-21 18:00",
        town="Sisteron",
        venue="Cinéma Le Rex Nouveau",
    )
    p.different(
        "films, parts",
        "Les Sillons, partie 1",
        "Les Sillons, partie 2",
        "2026-04-09 18:00",
        town="Sisteron",
        venue="Cinéma Le Rex Nouveau",
        cinema=True,
    )
    p.different(
        "films, one letter",
        "Lila",
        "Lola",
        "2026-04-09 18:00",
        town="Sisteron",
        venue="Cinéma Le Rex Nouveau",
        cinema=True,
    )
    p.different(
        "films, title within a title",
        "Nuit",
        "La nuit du chasseur de papillons",
        "2026-04-09 18:00",
        town="Sisteron",
        venue="Cinéma Le Rex Nouveau",
        cinema=True,
        b={"when": "2026-04-09 20:30"},
    )
    p.different(
        "films, open air in two villages",
        "Cinéma de plein air : Les Sillons",
        "Cinéma de plein air : Les Sillons",
        "2026-07-29 21:30",
        a={"town": "Mane"},
        b={"town": "Forcalquier"},
    )
    p.different(
        "festival of films",
        "Rencontres de Lure : Les Sillons",
        "Rencontres de Lure : Sel noir",
        "2026-10-09 18:00",
        town="Forcalquier",
        venue="Cinéma",
        b={"when": "2026-10-09 21:00"},
    )
    p.different(
        "festival and its market",
        "Fête du livre",
        "Marché de la fête du livre",
        "2026-05-22..2026-05-24",
        town="Banon",
        b={"when": "2026-05-23 09:00"},
    )
    p.different(
        "festival and the author",
        "Fête du livre",
        "Dédicace de Maya Courtade à la fête du livre",
        "2026-05-22..2026-05-24",
        town="Banon",
        b={"when": "2026-05-23 15:00"},
    )
    p.different(
        "festival, opening and closing",
        "Contes en balcon : soirée d'ouverture",
        "Contes en balcon : soirée de clôture",
        "2026-08-05 21:00",
        town="Moustiers-Sainte-Marie",
        b={"when": "2026-08-09 21:00"},
    )
    p.different(
        "festival and one tale",
        "Contes en balcon",
        "Contes en balcon : La louve et le meunier, par Aziza Fahl",
        "2026-08-05..2026-08-09",
        town="Moustiers-Sainte-Marie",
        b={"when": "2026-08-06 21:00"},
    )
    p.different(
        "festival, two tales a night",
        "Contes en balcon : La louve et le meunier",
        "Contes en balcon : L'ogre végétarien",
        "2026-08-06 18:00",
        town="Moustiers-Sainte-Marie",
        b={"when": "2026-08-06 21:00"},
    )
    p.different(
        "festival, off",
        "Festival Contes en balcon",
        "Le Off de Contes en balcon",
        "2026-08-05..2026-08-09",
        town="Moustiers-Sainte-Marie",
        b={"when": "2026-08-08 23:00"},
    )
    p.different(
        "Thursdays, two bands",
        "Les Jeudis de l'été – Grigri Blues Band",
        "Les Jeudis de l'été – Fanfare Zinzoline",
        "2026-07-23 21:00",
        town="Castellane",
        venue="Place Marcel-Sauvaire-Vieux",
        b={"when": "2026-07-30 21:00"},
    )
    p.different(
        "Thursdays, series and one band",
        "Les Jeudis de l'été",
        "Les Jeudis de l'été – Grigri Blues Band",
        "2026-07-02..2026-08-27/7 21:00",
        town="Castellane",
        b={"when": "2026-07-23 21:00"},
    )
    p.different(
        "heritage, two castles",
        "Journées du patrimoine au château",
        "Journées du patrimoine au château",
        "2026-09-19, 2026-09-20",
        a={"town": "Allos", "venue": "Château de Rochegude"},
        b={"town": "Sisteron", "venue": "Château du Thor-Vieux"},
    )
    p.different(
        "heritage, two doors of one village",
        "Visite libre de la chapelle Saint-Roch",
        "Visite libre de la chapelle Sainte-Anne",
        "2026-09-19 10:00",
        town="Annot",
    )
    p.different(
        "heritage, children and adults",
        "Enquête au musée (enfants)",
        "Enquête au musée (adultes)",
        "2026-09-19 15:00",
        town="Digne-les-Bains",
        venue="Musée Promenade Haute",
    )
    p.different(
        "heritage, tower and mill",
        "JEP – Le moulin de Testevin",
        "JEP – La tour de l'horloge",
        "2026-09-19",
        town="Gréoux-les-Bains",
    )
    p.different(
        "gardens",
        "Rendez-vous aux jardins : Jardin des Simples",
        "Rendez-vous aux jardins : Jardin de Lurs-Haut",
        "2026-06-06",
        town="Mane",
    )
    p.different(
        "museum night, two museums",
        "Nuit des musées",
        "Nuit des musées",
        "2026-05-23 19:00",
        town="Digne-les-Bains",
        venue="Musée Promenade Haute",
        b={"venue": "Musée de la Seconde Vallée"},
    )
    p.different(
        "national day, two sides of a valley",
        "Bal populaire et feu d'artifice",
        "Bal populaire et feu d'artifice",
        "2026-07-14 21:00",
        a={"town": "Volonne"},
        b={"town": "Château-Arnoux-Saint-Auban"},
    )
    p.different(
        "national day, ceremony and ball",
        "14 juillet : cérémonie au monument aux morts",
        "14 juillet : bal avec DJ Paprika",
        "2026-07-14 11:00",
        town="Riez",
        b={"when": "2026-07-14 22:00"},
    )
    p.different(
        "neighbours' day, two quarters",
        "Fête des voisins – Les Plantades",
        "Fête des voisins – Le Soubeyran",
        "2026-05-29 19:00",
        town="Manosque",
    )
    p.different(
        "telethon, two things",
        "Téléthon : soupe géante",
        "Téléthon : tournoi de belote",
        "2026-12-05 12:00",
        town="Peyruis",
        b={"when": "2026-12-05 14:00"},
    )
    p.different(
        "belote, two evenings, two clubs",
        "Concours de belote du foot",
        "Concours de belote des chasseurs",
        "2026-01-17 20:30",
        town="Volonne",
        venue="Salle polyvalente",
    )
    p.different(
        "market and its tasting",
        "Marché de la truffe",
        "Repas truffe",
        "2026-01-25 09:00",
        town="Riez",
        b={"when": "2026-01-25 12:30"},
    )
    p.different(
        "markets of two mornings",
        "Marché des producteurs du mardi",
        "Marché des producteurs du vendredi",
        "2026-06-02..2026-09-29/7 08:00",
        town="Oraison",
        b={"when": "2026-06-05..2026-09-25/7 08:00"},
    )
    p.different(
        "market in two towns, weekly",
        "Marché provençal",
        "Marché provençal",
        "2026-01-03..2026-12-26/7 08:00",
        a={"town": "Manosque"},
        b={"town": "Digne-les-Bains"},
    )
    p.different(
        "Christmas markets of two schools",
        "Marché de Noël de l'école Saint-Charles",
        "Marché de Noël de l'école du Plan",
        "2026-12-11 16:30",
        town="Manosque",
    )
    p.different(
        "Christmas market and Santa",
        "Marché de Noël",
        "Arrivée du Père Noël",
        "2026-12-12 10:00",
        town="Barcelonnette",
        b={"when": "2026-12-12 17:00"},
    )
    p.different(
        "two concerts of a choir",
        "Chœur de femmes Alizarine – programme baroque",
        "Chœur de femmes Alizarine – programme sacré",
        "2026-05-09 20:30",
        town="Seyne",
        b={"when": "2026-05-10 17:00"},
    )
    p.different(
        "one choir in two villages",
        "Concert du chœur Alizarine",
        "Concert du chœur Alizarine",
        "2026-05-09 20:30",
        town="Seyne",
        b={"town": "Jausiers", "when": "2026-05-10 17:00"},
    )
    p.different("quartet and quintet", "Quatuor Belladone", "Quintette Digitale", "2026-05-09 20:30", **hall)
    p.different("same first name", "Tancrède Maupas", "Tancrède Olivari", "2026-05-09 20:30", **hall)
    p.different(
        "same last name",
        "Élie Maupas (piano)",
        "Rose Maupas (violon)",
        "2026-05-09 18:00",
        **hall,
        b={"when": "2026-05-09 21:00"},
    )
    p.different(
        "jam and concert",
        "Jam session",
        "Bernique Trio",
        "2026-05-09 22:30",
        town="Forcalquier",
        venue="Café du Cours-Haut",
        b={"when": "2026-05-09 20:00"},
    )
    p.different(
        "concert in a bar and a church",
        "Concert de jazz",
        "Concert de gospel",
        "2026-05-09 20:30",
        town="Forcalquier",
        venue="Café du Cours-Haut",
        b={"venue": "Église"},
    )
    p.different(
        "workshop morning and afternoon",
        "Atelier teinture végétale",
        "Atelier vannerie sauvage",
        "2026-05-16 10:00",
        town="Mane",
        venue="Jardins de Salagnac",
        b={"when": "2026-05-16 14:00"},
    )
    p.different(
        "workshop in two sessions of a source",
        "Atelier teinture végétale",
        "Atelier teinture végétale",
        "2026-05-16 10:00",
        town="Mane",
        venue="Jardins de Salagnac",
        source="s",
        a={"source": "s"},
        b={"source": "s", "when": "2026-05-16 14:00"},
    )
    p.different(
        "workshop levels",
        "Danse swing débutants",
        "Danse swing avancés",
        "2026-01-14 18:00",
        **hall,
        b={"when": "2026-01-14 19:30"},
    )
    p.different(
        "walk, two guides' themes",
        "Sortie nature : chamois",
        "Sortie nature : gypaètes",
        "2026-07-21 06:30",
        town="Allos",
        venue="Parking du Laus-Vieux",
    )
    p.different(
        "walk, night and day",
        "Balade nocturne au marais",
        "Balade matinale au marais",
        "2026-07-21 21:00",
        town="Oraison",
        b={"when": "2026-07-21 06:00"},
    )
    p.different(
        "walk in the next commune",
        "Randonnée patrimoine",
        "Randonnée patrimoine",
        "2026-09-13 09:00",
        a={"town": "Volx", "at": "town"},
        b={"town": "Villeneuve", "at": "town"},
    )
    p.different(
        "talks of a cycle",
        "Université du temps libre : Giordano Brun",
        "Université du temps libre : les volcans",
        "2026-03-03 14:30",
        **hall,
    )
    p.different(
        "talk and film of an evening",
        "Conférence : les volcans",
        "Film : Sel noir",
        "2026-03-03 18:30",
        **hall,
        b={"when": "2026-03-03 20:45"},
    )
    p.different(
        "meeting at two libraries",
        "Rencontre avec Maya Courtade",
        "Rencontre avec Maya Courtade",
        "2026-03-06 18:00",
        town="Manosque",
        venue="Médiathèque d'Herbès",
        b={"town": "Forcalquier", "venue": "Médiathèque", "when": "2026-03-06 14:00"},
    )
    p.different(
        "meeting at two shops of a town",
        "Dédicace de Maya Courtade",
        "Dédicace de Maya Courtade",
        "2026-03-07 10:00",
        town="Manosque",
        venue="Librairie Au Poivre",
        b={"venue": "Librairie de la Saunerie-Haute", "when": "2026-03-07 15:00"},
    )
    p.different(
        "fair of two years, one page",
        "Foire de la Saint-Barnabé 2025",
        "Foire de la Saint-Barnabé 2026",
        "2025-10-19",
        town="Digne-les-Bains",
        url="https://exemple.fr/foire-saint-barnabe",
        b={"when": "2026-10-18"},
    )
    p.different(
        "editions, a year, no number",
        "Derby de la Grande Pente",
        "Derby de la Grande Pente",
        "2025-03-29",
        town="Allos",
        b={"when": "2026-03-28"},
    )
    p.different(
        "quarterly flea markets",
        "Vide-greniers",
        "Vide-greniers",
        "2026-04-12 08:00",
        town="Volx",
        b={"when": "2026-06-14 08:00"},
    )
    p.different(
        "monthly film club, two sources",
        "Ciné-club des Cinq Fontaines",
        "Ciné-club des Cinq Fontaines",
        "2026-01-09 20:30",
        **hall,
        b={"when": "2026-04-10 20:30"},
    )
    p.different(
        "programme page",
        "La nuit du conte",
        "Goûter conté",
        "2026-10-30 20:00",
        town="Forcalquier",
        venue="Couvent des Capucines",
        url="https://couvent.exemple/programmation/",
        b={"when": "2026-10-30 16:00"},
    )
    p.different(
        "office's agenda page",
        "Cuisson du pain",
        "Marché artisanal",
        "2026-06-20 10:00",
        town="Banon",
        url="https://office.exemple/agenda",
    )
    p.different(
        "page by its department",
        "Yoga",
        "Aquarelle",
        "2026-06-20 10:00",
        town="Banon",
        url="https://mjc.exemple/index.php?rubrique=activites",
    )
    p.different(
        "part of, told by the source",
        "Nuits de la Mirabelle",
        "Nuits de la Mirabelle : Orvet",
        "2026-08-07",
        town="Mane",
        a={"ids": "apidae:31"},
        b={"ids": "apidae:32", "part_of": "apidae:31"},
    )
    p.different(
        "languages, two things of a castle",
        {"en": "Falconry show"},
        {"fr": "Visite des cuisines"},
        "2026-08-07 15:00",
        town="Allos",
        venue="Château de Rochegude",
        b={"when": "2026-08-07 17:30"},
    )
    p.different(
        "languages, two towns",
        {"it": "Mercatino di Natale"},
        {"fr": "Marché de Noël"},
        "2026-12-06",
        a={"town": "Jausiers"},
        b={"town": "Barcelonnette"},
    )
    p.different(
        "languages, market and flea market",
        {"en": "Flea market"},
        {"fr": "Marché provençal"},
        "2026-06-14 08:00",
        town="Oraison",
        b={"when": "2026-06-14 08:00"},
    )
    p.different("no place, one word", "Transhumance", "Transhumance", "2026-06-14", a={"town": "Castellane"})
    p.different("no place on either, common name", "Fête de la cerise", "Fête de la cerise", "2026-06-14")
    p.different(
        "points 3 km apart",
        "Balade contée",
        "Balade contée",
        "2026-06-14 17:00",
        a={"at": (43.96, 5.78)},
        b={"at": (43.985, 5.79)},
    )
    p.different(
        "points 40 km apart",
        "Nuit du gypaète barbu",
        "Nuit du gypaète barbu",
        "2026-08-01 21:00",
        a={"at": (44.40, 6.65)},
        b={"at": (44.05, 6.50)},
    )
    p.different(
        "hall of the same name",
        "Bal trad du printemps",
        "Bal trad du printemps",
        "2026-04-11 21:00",
        venue="Salle des fêtes",
        a={"town": "Mane"},
        b={"town": "Peyruis"},
    )
    p.different(
        "stage and concert of one band",
        "Stage d'accordéon avec Loupiote",
        "Loupiote en concert",
        "2026-04-11 14:00",
        **hall,
        b={"when": "2026-04-11 21:00"},
    )
    p.different(
        "school show and public show",
        "Plouf le têtard (séance scolaire)",
        "Plouf le têtard",
        "2026-04-22 09:30",
        **hall,
        a={"source": "s"},
        b={"source": "s", "when": "2026-04-22 16:00"},
    )
    p.different(
        "casting and show",
        "Casting : Reine de la Lavande",
        "Élection de la Reine de la Lavande",
        "2026-05-16 14:00",
        town="Valensole",
        b={"when": "2026-08-02 18:00"},
    )
    p.different(
        "film and book of one name",
        "Projection : Sel noir",
        "Lecture : Sel noir",
        "2026-10-09 21:00",
        town="Forcalquier",
        venue="Cinéma",
        b={"venue": "Librairie", "when": "2026-10-09 17:00"},
    )
    p.different(
        "numbers of nights",
        "Nuits de la Mirabelle – 1re soirée",
        "Nuits de la Mirabelle – 2e soirée",
        "2026-08-07 21:00",
        town="Mane",
        b={"when": "2026-08-08 21:00"},
    )
