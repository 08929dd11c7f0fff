# ruff: noqa: E501 (one row of the table is one line)
"""Counts of a place (rooms, seats, pitches, ski runs) as labels with a value."""

from tourism.apidae.mapping.node import Node
from tourism.records import LabelJson

# key | fr | en | it | de | es | nl; languages may be missing at the end.
_TABLE = """
capaciteAccueilPMI|Enfants de moins de 6 ans accueillis|Children under 6 welcomed
capaciteCommissionSecurite|Capacité (commission de sécurité)|Capacity (safety board)
capaciteHebergement|Personnes|People|Persone|Personen|Personas|Personen
capaciteHebergementsInsolites|Personnes en hébergement insolite|People in unusual lodgings
capaciteMaximumPossible|Personnes au plus|People at most|Persone al massimo|Personen höchstens|Personas como máximo|Personen ten hoogste
capaciteTotale|Personnes|People|Persone|Personen|Personas|Personen
capaciteTotaleClassee|Capacité classée|Rated capacity|Capacità classificata|Klassifizierte Kapazität|Capacidad clasificada|Geclassificeerde capaciteit
capaciteTotaleEducationNationale|Capacité agréée Éducation nationale|Capacity approved for schools
capaciteTotaleJeunesseEtCohesionSociale|Capacité agréée jeunesse|Capacity approved for youth groups
capaciteTotaleJeunesseSport|Capacité agréée jeunesse et sports|Capacity approved for youth groups
capaciteTotaleReelle|Capacité réelle|Actual capacity
nombreAppartements|Appartements|Flats|Appartamenti|Wohnungen|Apartamentos|Appartementen
nombreAutresRemontees|Autres remontées|Other lifts|Altri impianti|Weitere Lifte|Otros remontes|Andere liften
nombreCabines|Cabines|Cabins
nombreChambres|Chambres|Bedrooms|Camere|Zimmer|Habitaciones|Kamers
nombreChambresClassees|Chambres classées|Rated rooms|Camere classificate|Klassifizierte Zimmer|Habitaciones clasificadas|Geclassificeerde kamers
nombreChambresCommunicantes|Chambres communicantes|Connecting rooms|Camere comunicanti|Verbindungszimmer|Habitaciones comunicadas|Verbonden kamers
nombreChambresDeclareesHotelier|Chambres|Rooms|Camere|Zimmer|Habitaciones|Kamers
nombreChambresDoubles|Chambres doubles|Double rooms|Camere doppie|Doppelzimmer|Habitaciones dobles|Tweepersoonskamers
nombreChambresEnMezzanine|Chambres en mezzanine|Mezzanine bedrooms
nombreChambresFamiliales|Chambres familiales|Family rooms|Camere familiari|Familienzimmer|Habitaciones familiares|Gezinskamers
nombreChambresMobiliteReduite|Chambres accessibles|Accessible rooms|Camere accessibili|Barrierefreie Zimmer|Habitaciones accesibles|Toegankelijke kamers
nombreChambresQuadruples|Chambres quadruples|Rooms for four|Camere quadruple|Vierbettzimmer|Habitaciones cuádruples|Vierpersoonskamers
nombreChambresSimples|Chambres simples|Single rooms|Camere singole|Einzelzimmer|Habitaciones individuales|Eenpersoonskamers
nombreChambresTriples|Chambres triples|Triple rooms|Camere triple|Dreibettzimmer|Habitaciones triples|Driepersoonskamers
nombreChambresTwin|Chambres à deux lits|Twin rooms|Camere a due letti|Zweibettzimmer|Habitaciones con dos camas|Kamers met twee bedden
nombreClassesEducationNationale|Classes accueillies|School classes welcomed
nombreCouvertsTerrasse|Couverts en terrasse|Seats on the terrace|Coperti in terrazza|Plätze auf der Terrasse|Cubiertos en la terraza|Zitplaatsen op het terras
nombreDortoirs|Dortoirs|Dormitories|Dormitori|Schlafsäle|Dormitorios|Slaapzalen
nombreDortoirsGrands|Grands dortoirs|Large dormitories
nombreDortoirsMoyens|Dortoirs moyens|Medium dormitories
nombreEmplacementsCampingCars|Emplacements pour camping-cars|Motorhome pitches|Piazzole camper|Wohnmobilstellplätze|Parcelas para autocaravanas|Camperplaatsen
nombreEmplacementsCaravaneiges|Emplacements d’hiver|Winter pitches
nombreEmplacementsCaravanes|Emplacements pour caravanes|Caravan pitches|Piazzole roulotte|Wohnwagenstellplätze|Parcelas para caravanas|Caravanplaatsen
nombreEmplacementsClasses|Emplacements classés|Rated pitches|Piazzole classificate|Klassifizierte Stellplätze|Parcelas clasificadas|Geclassificeerde plaatsen
nombreEmplacementsDeclares|Emplacements|Pitches|Piazzole|Stellplätze|Parcelas|Plaatsen
nombreEmplacementsLocatifs|Emplacements locatifs|Rental pitches
nombreEmplacementsNus|Emplacements nus|Bare pitches
nombreEmplacementsPassages|Emplacements de passage|Short-stay pitches
nombreEmplacementsPassagesLocatifs|Emplacements de passage locatifs|Short-stay rental pitches
nombreEmplacementsPassagesNus|Emplacements de passage nus|Short-stay bare pitches
nombreEmplacementsResidentiels|Emplacements résidentiels|Residential pitches
nombreEmplacementsResidentielsNus|Emplacements résidentiels nus|Residential bare pitches
nombreEmplacementsTentes|Emplacements pour tentes|Tent pitches|Piazzole tenda|Zeltplätze|Parcelas para tiendas|Tentplaatsen
nombreEtages|Étages|Floors
nombreHandiski|Remontées accessibles en handiski|Lifts for sit-skis
nombreHebergementsClasses|Hébergements classés|Rated lodgings
nombreHebergementsCinqPersonnes|Hébergements pour cinq|Lodgings for five
nombreHebergementsDeuxPersonnes|Hébergements pour deux|Lodgings for two
nombreHebergementsInsolites|Hébergements insolites|Unusual lodgings
nombreHebergementsMobiliteReduite|Hébergements accessibles|Accessible lodgings|Alloggi accessibili|Barrierefreie Unterkünfte|Alojamientos accesibles|Toegankelijke verblijven
nombreHebergementsPlusSixPersonnes|Hébergements pour plus de six|Lodgings for more than six
nombreHebergementsQuatrePersonnes|Hébergements pour quatre|Lodgings for four
nombreHebergementsSixPersonnes|Hébergements pour six|Lodgings for six
nombreHebergementsTroisPersonnes|Hébergements pour trois|Lodgings for three
nombreHebergementsUnePersonne|Hébergements pour une personne|Lodgings for one
nombreKmPiste|Kilomètres de pistes|Kilometres of runs|Chilometri di piste|Pistenkilometer|Kilómetros de pistas|Kilometer piste
nombreKmPisteBleue|Kilomètres de pistes bleues|Kilometres of blue runs|Chilometri di piste blu|Kilometer blaue Pisten|Kilómetros de pistas azules|Kilometer blauwe piste
nombreKmPisteNoire|Kilomètres de pistes noires|Kilometres of black runs|Chilometri di piste nere|Kilometer schwarze Pisten|Kilómetros de pistas negras|Kilometer zwarte piste
nombreKmPisteRouge|Kilomètres de pistes rouges|Kilometres of red runs|Chilometri di piste rosse|Kilometer rote Pisten|Kilómetros de pistas rojas|Kilometer rode piste
nombreKmPisteSkating|Kilomètres de pistes de skating|Kilometres of skating tracks|Chilometri di piste skating|Kilometer Skatingloipen|Kilómetros de pistas de patinador|Kilometer skatingloipe
nombreKmPisteVerte|Kilomètres de pistes vertes|Kilometres of green runs|Chilometri di piste verdi|Kilometer grüne Pisten|Kilómetros de pistas verdes|Kilometer groene piste
nombreLitsDoubles|Lits doubles|Double beds|Letti matrimoniali|Doppelbetten|Camas dobles|Tweepersoonsbedden
nombreLitsSimples|Lits simples|Single beds|Letti singoli|Einzelbetten|Camas individuales|Eenpersoonsbedden
nombreLocationBungalows|Bungalows à louer|Bungalows to rent|Bungalow in affitto|Mietbungalows|Bungalós en alquiler|Huurbungalows
nombreLocationCaravanes|Caravanes à louer|Caravans to rent
nombreLocationMobilhomes|Mobil-homes à louer|Mobile homes to rent|Case mobili in affitto|Mietmobilheime|Casas móviles en alquiler|Huurstacaravans
nombreLocationTentes|Tentes à louer|Tents to rent|Tende in affitto|Mietzelte|Tiendas en alquiler|Huurtenten
nombreMaximumCouverts|Couverts|Seats|Coperti|Plätze|Cubiertos|Zitplaatsen
nombrePieces|Pièces|Rooms|Locali|Räume|Estancias|Vertrekken
nombrePistes|Pistes|Runs|Piste|Pisten|Pistas|Pistes
nombrePistesBleues|Pistes bleues|Blue runs|Piste blu|Blaue Pisten|Pistas azules|Blauwe pistes
nombrePistesNoires|Pistes noires|Black runs|Piste nere|Schwarze Pisten|Pistas negras|Zwarte pistes
nombrePistesRouges|Pistes rouges|Red runs|Piste rosse|Rote Pisten|Pistas rojas|Rode pistes
nombrePistesVertes|Pistes vertes|Green runs|Piste verdi|Grüne Pisten|Pistas verdes|Groene pistes
nombreRemonteesAccessiblesPietons|Remontées ouvertes aux piétons|Lifts open to walkers|Impianti per pedoni|Lifte für Fußgänger|Remontes para peatones|Liften voor wandelaars
nombreRemonteesMecaniques|Remontées mécaniques|Ski lifts|Impianti di risalita|Liftanlagen|Remontes|Skiliften
nombreRemonteesSkiFond|Remontées de ski de fond|Cross-country lifts
nombreSalles|Salles|Rooms|Sale|Säle|Salas|Zalen
nombreSallesClimatisees|Salles climatisées|Air-conditioned rooms
nombreSallesDEau|Salles d’eau|Shower rooms|Bagni con doccia|Duschbäder|Aseos con ducha|Douchekamers
nombreSallesDeBain|Salles de bain|Bathrooms|Bagni|Badezimmer|Cuartos de baño|Badkamers
nombreSuites|Suites|Suites|Suite|Suiten|Suites|Suites
nombreTelecabines|Télécabines|Gondola lifts|Cabinovie|Kabinenbahnen|Telecabinas|Gondelliften
nombreTelepheriques|Téléphériques|Cable cars|Funivie|Seilbahnen|Teleféricos|Kabelbanen
nombreTelesieges|Télésièges|Chairlifts|Seggiovie|Sessellifte|Telesillas|Stoeltjesliften
nombreTeleskis|Téléskis|Drag lifts|Sciovie|Schlepplifte|Telesquís|Sleepliften
nombreTotalPersonnes|Personnes|People|Persone|Personen|Personas|Personen
nombreTotalPersonnesReel|Personnes (capacité réelle)|People (actual capacity)
nombreVillas|Villas|Villas
nombreWC|Toilettes|Toilets|Bagni|Toiletten|Aseos|Toiletten
superficie|Superficie (ha)|Area (ha)|Superficie (ha)|Fläche (ha)|Superficie (ha)|Oppervlakte (ha)
surface|Surface (m²)|Floor area (m²)|Superficie (m²)|Wohnfläche (m²)|Superficie (m²)|Oppervlakte (m²)
"""
_LANGUAGES = ("fr", "en", "it", "de", "es", "nl")
LABELS = {
    key: dict(zip(_LANGUAGES, texts, strict=False))
    for key, *texts in (line.split("|") for line in _TABLE.strip().splitlines())
}
_HIGHEST = 1_000_000


def read_capacity(block: Node) -> list[LabelJson]:
    """Counts of the type's own block and of its `capacite`: ``{id: None, family: key, label, value}``, no zeros."""
    found: list[LabelJson] = []
    for node in (block.node("capacite"), block) if isinstance(block.raw("capacite"), dict) else (block,):
        for key in node.value:
            if key not in LABELS or any(entry["family"] == key for entry in found):
                continue
            value = node.number(key, 0, _HIGHEST)
            if value:
                value = int(value) if value == int(value) else round(value, 2)
                found.append({"id": None, "family": key, "label": LABELS[key], "value": value})
    return found
