"""Classes and themes of DATAtourisme's ontology that events have: their French names and our categories. Pure."""

from agenda.enums import EventCategory as Category

# The class of every event, and those of other vocabularies, say nothing.
SILENT = frozenset({"EntertainmentAndEvent", "PointOfInterest", "Event", "Product", "CulturalEvent", "BusinessEvent"})
# Class: French name, category. None: says nothing that a visitor chooses by.
CLASSES: dict[str, tuple[str, Category | None]] = {
    "Concert": ("Concert", Category.CONCERT),
    "MusicEvent": ("Événement musical", Category.CONCERT),
    "Recital": ("Récital", Category.CONCERT),
    "ShowEvent": ("Spectacle", Category.SHOW),
    "TheaterEvent": ("Théâtre", Category.SHOW),
    "DanceEvent": ("Danse", Category.SHOW),
    "CircusEvent": ("Cirque", Category.SHOW),
    "CircusPlace": ("Cirque", Category.SHOW),
    "Opera": ("Opéra", Category.SHOW),
    "Operetta": ("Opérette", Category.SHOW),
    "ScreeningEvent": ("Projection", Category.CINEMA),
    "Exhibition": ("Exposition", Category.EXHIBITION),
    "ExhibitionEvent": ("Exposition", Category.EXHIBITION),
    "VisualArtsEvent": ("Arts visuels", Category.EXHIBITION),
    "Festival": ("Festival", Category.FESTIVAL),
    "Market": ("Marché", Category.MARKET),
    "FairOrShow": ("Foire ou salon", Category.FAIR),
    "TradeFair": ("Salon", Category.FAIR),
    "SaleEvent": ("Vente", None),
    "BricABrac": ("Brocante, vide-greniers", Category.FLEA_MARKET),
    "GarageSale": ("Vide-greniers", Category.FLEA_MARKET),
    "Carnival": ("Carnaval", Category.FEAST),
    "Parade": ("Défilé", Category.FEAST),
    "LocalAnimation": ("Animation locale", None),
    "TraditionalCelebration": ("Fête traditionnelle", Category.FEAST),
    "ReligiousEvent": ("Célébration religieuse", Category.HERITAGE),
    "PilgrimageAndProcession": ("Pèlerinage", Category.HERITAGE),
    "Commemoration": ("Commémoration", Category.HERITAGE),
    "Visit": ("Visite", Category.GUIDED_TOUR),
    "Rambling": ("Randonnée", Category.WALK),
    "TrainingWorkshop": ("Atelier, stage", Category.WORKSHOP),
    "Conference": ("Conférence", Category.TALK),
    "Congress": ("Congrès", Category.TALK),
    "Seminar": ("Séminaire", Category.TALK),
    "Reading": ("Lecture", Category.TALK),
    "LiteraryEvent": ("Événement littéraire", Category.TALK),
    "Tasting": ("Dégustation", Category.TASTING),
    "SportsEvent": ("Événement sportif", Category.SPORT),
    "SportsCompetition": ("Compétition sportive", Category.SPORT),
    "SportsDemonstration": ("Démonstration sportive", Category.SPORT),
    "Rally": ("Rallye", Category.SPORT),
    "ChildrensEvent": ("Jeune public", Category.CHILDREN),
    "OpenDay": ("Journée portes ouvertes", None),
    "Game": ("Jeu", None),
    "SocialEvent": ("Événement de la vie locale", None),
}
# Themes that say what the event is.
THEMES: dict[str, Category] = {
    "HeritageDays": Category.HERITAGE,
    "EuropeanHeritageDays": Category.HERITAGE,
}
# The first of these is said before the others: a more telling class stands behind.
GENERAL = frozenset({Category.SHOW, Category.SPORT})
