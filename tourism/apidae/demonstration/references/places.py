"""Reference elements of one type of object each: sites, facilities, lodgings, tables, shops."""

# One line per element: id | fr | en | it | de | es | nl; a trailing number is the id of the parent element.
PLACES = {
    "PatrimoineCulturelType": """
3200|Centre d’interprétation|Interpretation centre|Centro d’interpretazione|Informationszentrum|Centro de interpretación|Bezoekerscentrum
3201|Musée|Museum|Museo|Museum|Museo|Museum
3202|Parc et jardin|Park and garden|Parco e giardino|Park und Garten|Parque y jardín|Park en tuin
3203|Site et monument historiques|Historic site|Sito storico|Historische Stätte|Sitio histórico|Historische plek
""",
    "PatrimoineCulturelTheme": """
3424|Préhistoire|Prehistory|Preistoria|Vorgeschichte|Prehistoria|Prehistorie
3429|Archéologie|Archaeology|Archeologia|Archäologie|Arqueología|Archeologie
3440|Ethnologie|Ethnology|Etnologia|Ethnologie|Etnología|Volkenkunde
3442|Minéraux|Minerals|Minerali|Mineralien|Minerales|Mineralen
3450|Littérature|Literature|Letteratura|Literatur|Literatura|Literatuur
3453|Arts et traditions populaires|Folk arts and traditions|Arti e tradizioni popolari|Volkskunst|Artes y tradiciones populares|Volkskunst
3456|Histoire locale|Local history|Storia locale|Ortsgeschichte|Historia local|Lokale geschiedenis
3463|Jardin botanique|Botanical garden|Orto botanico|Botanischer Garten|Jardín botánico|Botanische tuin
3487|Patrimoine militaire|Military heritage|Patrimonio militare|Militärisches Erbe|Patrimonio militar|Militair erfgoed
3488|Patrimoine religieux|Religious heritage|Patrimonio religioso|Kirchliches Erbe|Patrimonio religioso|Religieus erfgoed
3495|Château|Castle|Castello|Burg|Castillo|Kasteel
3507|Ville, village|Town, village|Città, borgo|Stadt, Dorf|Ciudad, pueblo|Stad, dorp
3525|Fort|Fort|Forte|Festung|Fuerte|Fort
3530|Chapelle|Chapel|Cappella|Kapelle|Capilla|Kapel
3538|Monastère|Monastery|Monastero|Kloster|Monasterio|Klooster
3559|Observatoire|Observatory|Osservatorio|Sternwarte|Observatorio|Sterrenwacht
3393|Beaux-arts|Fine arts|Belle arti|Bildende Kunst|Bellas artes|Beeldende kunst
3428|Agriculture et monde rural|Farming and rural life|Agricoltura e mondo rurale|Landleben|Agricultura y mundo rural|Landbouw en plattelandsleven
3448|Artisanat|Crafts|Artigianato|Handwerk|Artesanía|Ambachten
3458|Parc|Park|Parco|Park|Parque|Park
3492|Pont, viaduc|Bridge, viaduct|Ponte, viadotto|Brücke, Viadukt|Puente, viaducto|Brug, viaduct
3501|Moulin|Mill|Mulino|Mühle|Molino|Molen
3554|Environnement et nature|Environment and nature|Ambiente e natura|Umwelt und Natur|Medio ambiente y naturaleza|Milieu en natuur
3784|Géologie|Geology|Geologia|Geologie|Geología|Geologie
6207|Prieuré|Priory|Priorato|Priorat|Priorato|Priorij
6281|Villa|Villa|Villa|Villa|Villa|Villa
""",
    "PatrimoineCulturelCategorie": """
3226|Musée de France|Museum of France|Museo di Francia|Museum Frankreichs|Museo de Francia|Museum van Frankrijk
3229|Musée municipal|Municipal museum|Museo civico|Städtisches Museum|Museo municipal|Gemeentelijk museum
3231|Musée départemental|Museum of the département|Museo dipartimentale|Museum des Départements|Museo departamental|Departementaal museum
3255|Inscrit monument historique|Listed building|Edificio tutelato|Eingetragenes Denkmal|Monumento inscrito|Ingeschreven monument
3261|Plus beaux villages de France|Most beautiful villages of France|Borghi più belli di Francia|Schönste Dörfer Frankreichs|Pueblos más bellos de Francia|Mooiste dorpen van Frankrijk
3321|Gallo-romain|Gallo-Roman|Gallo-romano|Galloromanisch|Galorromano|Gallo-Romeins
3328|Roman|Romanesque|Romanico|Romanisch|Románico|Romaans
5564|Classé monument historique|Protected historic monument|Monumento storico classificato|Denkmalgeschützt|Monumento clasificado|Beschermd monument
""",
    "PatrimoineNaturelCategorie": """
2885|Falaise|Cliff|Falesia|Felswand|Acantilado|Klif
2898|Lac|Lake|Lago|See|Lago|Meer
2899|Gorges|Gorge|Gola|Schlucht|Garganta|Kloof
2900|Montagne|Mountain|Montagna|Berg|Montaña|Berg
2901|Point de vue|Viewpoint|Belvedere|Aussichtspunkt|Mirador|Uitzichtpunt
2902|Curiosité naturelle|Natural curiosity|Curiosità naturale|Naturdenkmal|Curiosidad natural|Natuurverschijnsel
2906|Rocher|Rock|Roccia|Fels|Roca|Rots
2911|Grotte|Cave|Grotta|Höhle|Cueva|Grot
2908|Lac d’altitude|Mountain lake|Lago alpino|Bergsee|Lago de montaña|Bergmeer
4198|Plateau|Plateau|Altopiano|Hochebene|Meseta|Plateau
2877|Cascade|Waterfall|Cascata|Wasserfall|Cascada|Waterval
2888|Rivière|River|Fiume|Fluss|Río|Rivier
2904|Plan d’eau|Small lake|Specchio d’acqua|Badesee|Lago pequeño|Plas
2907|Forêt|Forest|Foresta|Wald|Bosque|Bos
2910|Col|Mountain pass|Valico|Pass|Puerto de montaña|Bergpas
4808|Vallon|Small valley|Vallone|Tal|Valle pequeño|Dal
""",
    "PatrimoineNaturelClassement": """
2823|Réserve naturelle|Nature reserve|Riserva naturale|Naturschutzgebiet|Reserva natural|Natuurreservaat
2827|Patrimoine mondial UNESCO|UNESCO World Heritage|Patrimonio mondiale UNESCO|UNESCO-Welterbe|Patrimonio mundial UNESCO|UNESCO-werelderfgoed
2829|Site classé|Listed site|Sito tutelato|Geschützte Stätte|Sitio protegido|Beschermd gebied
4194|Espace naturel sensible|Sensitive natural area|Area naturale sensibile|Schutzwürdiger Naturraum|Espacio natural sensible|Kwetsbaar natuurgebied
4926|Natura 2000|Natura 2000|Natura 2000|Natura 2000|Natura 2000|Natura 2000
""",
    "EquipementRubrique": """
2988|Loisirs sportifs|Sports|Sport|Sport|Deporte|Sport
2991|Loisirs culturels|Culture|Cultura|Kultur|Cultura|Cultuur
2993|Autres loisirs|Other leisure|Altro tempo libero|Weitere Freizeit|Otro ocio|Overige vrije tijd
""",
    "EquipementActivite": """
3113|Sports cyclistes|Cycling|Ciclismo|Radsport|Ciclismo|Wielersport
3159|Golf|Golf|Golf|Golf|Golf|Golf
3184|Sports pédestres|Walking and running|Camminare e correre|Gehen und Laufen|Caminar y correr|Wandelen en lopen
3232|Transports touristiques|Tourist transport|Trasporti turistici|Touristischer Verkehr|Transporte turístico|Toeristisch vervoer
3234|Établissement thermal|Thermal baths|Stabilimento termale|Thermalbad|Balneario|Kuuroord
3241|Via ferrata|Via ferrata|Via ferrata|Klettersteig|Vía ferrata|Via ferrata
3283|Itinéraire cyclotouriste|Cycling route|Itinerario cicloturistico|Radroute|Ruta cicloturista|Fietsroute|3113
3284|Itinéraire VTT|Mountain-bike trail|Itinerario MTB|Mountainbike-Strecke|Ruta de BTT|Mountainbikeroute|3113
3298|Plage, baignade|Beach, bathing|Spiaggia|Strand, Baden|Playa|Strand
3333|Randonnée pédestre|Walking trail|Sentiero escursionistico|Wanderweg|Ruta de senderismo|Wandelroute|3184
3402|Base de loisirs|Leisure park|Base ricreativa|Freizeitzentrum|Base de ocio|Recreatiepark
3415|Train touristique|Tourist train|Treno turistico|Touristenzug|Tren turístico|Toeristentrein|3232
4201|Parcours de trail|Trail-running route|Percorso di trail|Trailrunning-Strecke|Ruta de trail|Trailrunroute|3184
5447|Itinéraire vélo électrique|E-bike route|Itinerario e-bike|E-Bike-Route|Ruta en bici eléctrica|E-bikeroute|3113
6396|Base de canoë-kayak|Canoe and kayak base|Base canoa e kayak|Kanu- und Kajakzentrum|Base de kayak|Kano- en kajakcentrum
3292|Patinoire|Ice rink|Pista di pattinaggio|Eisbahn|Pista de hielo|IJsbaan
3294|Piscine|Swimming pool|Piscina|Schwimmbad|Piscina|Zwembad
3302|Itinéraire raquettes|Snowshoe route|Itinerario con le ciaspole|Schneeschuhroute|Ruta con raquetas|Sneeuwschoenroute
3311|Centre équestre|Riding centre|Centro ippico|Reitzentrum|Centro ecuestre|Manege
3331|Sentier thématique|Themed path|Sentiero tematico|Themenweg|Sendero temático|Themapad|3184
3338|Cinéma|Cinema|Cinema|Kino|Cine|Bioscoop
3280|Véloroute, voie verte|Cycle route, greenway|Ciclovia|Radweg|Vía verde|Fietsroute|3113
4766|Espace spa thermal|Thermal spa|Spa termale|Thermal-Spa|Spa termal|Thermale spa
5258|Site d’escalade|Climbing site|Falesia attrezzata|Kletterfelsen|Zona de escalada|Klimgebied
""",
    "NatureTerrain": """
4239|Rocher|Rock|Roccia|Fels|Roca|Rots
4240|Cailloux|Stones|Sassi|Steine|Piedras|Stenen
4241|Terre|Earth|Terra|Erde|Tierra|Aarde
4242|Revêtement dur|Hard surface|Fondo duro|Fester Belag|Firme duro|Verhard
4246|Non adapté aux poussettes|Not suitable for pushchairs|Non adatto ai passeggini|Nicht für Kinderwagen|No apto para cochecitos|Niet geschikt voor kinderwagens
4238|Neige non damée|Ungroomed snow|Neve non battuta|Ungespurter Schnee|Nieve sin pisar|Ongeprepareerde sneeuw
4243|Gravillons|Gravel|Ghiaietto|Kies|Gravilla|Grind
4244|Adapté aux poussettes de ville|Suitable for pushchairs|Adatto ai passeggini|Für Kinderwagen geeignet|Apto para cochecitos|Geschikt voor kinderwagens
""",
    "DomaineSkiableClassification": """
3145|Ski alpin|Alpine skiing|Sci alpino|Alpinski|Esquí alpino|Alpineskiën
3146|Ski de fond|Cross-country skiing|Sci di fondo|Langlauf|Esquí de fondo|Langlaufen
""",
    "DomaineSkiableType": """
3150|Domaine relié|Linked ski area|Comprensorio collegato|Verbundenes Skigebiet|Dominio enlazado|Verbonden skigebied
3151|Domaine de station|Resort ski area|Comprensorio della stazione|Skigebiet der Station|Dominio de estación|Skigebied van het station
3153|Domaine pour débutants|Beginners’ ski area|Comprensorio per principianti|Anfängergebiet|Dominio para principiantes|Beginnersgebied
""",
    "HotellerieType": """
2734|Hôtel|Hotel|Albergo|Hotel|Hotel|Hotel
2736|Hôtel-restaurant|Hotel and restaurant|Albergo ristorante|Hotel-Restaurant|Hotel restaurante|Hotel-restaurant
""",
    "HotellerieClassement": """
2749|2 étoiles|2 stars|2 stelle|2 Sterne|2 estrellas|2 sterren
2750|3 étoiles|3 stars|3 stelle|3 Sterne|3 estrellas|3 sterren
2751|4 étoiles|4 stars|4 stelle|4 Sterne|4 estrellas|4 sterren
""",
    "HotelleriePleinAirType": """
2409|Camping à la ferme|Farm campsite|Campeggio in fattoria|Camping auf dem Bauernhof|Camping en granja|Kamperen bij de boer
2418|Aire de camping-cars|Motorhome area|Area camper|Wohnmobilstellplatz|Área de autocaravanas|Camperplaats
2410|Camping|Campsite|Campeggio|Campingplatz|Camping|Camping
2416|Aire naturelle|Nature campsite|Area naturale|Naturzeltplatz|Camping natural|Natuurkampeerterrein
""",
    "HotelleriePleinAirClassement": """
2543|2 étoiles|2 stars|2 stelle|2 Sterne|2 estrellas|2 sterren
2546|3 étoiles|3 stars|3 stelle|3 Sterne|3 estrellas|3 sterren
2548|4 étoiles|4 stars|4 stelle|4 Sterne|4 estrellas|4 sterren
""",
    "HebergementLocatifType": """
2619|Chambre d’hôtes|Bed and breakfast|Bed and breakfast|Gästezimmer|Casa de huéspedes|Bed and breakfast
2620|Meublé, gîte|Self-catering cottage|Casa vacanze|Ferienwohnung|Alojamiento rural|Vakantiewoning
2626|Hébergement insolite|Unusual lodging|Alloggio insolito|Besondere Unterkunft|Alojamiento insólito|Bijzondere overnachting
""",
    "HebergementLocatifClassementPrefectoral": """
2629|3 étoiles|3 stars|3 stelle|3 Sterne|3 estrellas|3 sterren
2630|4 étoiles|4 stars|4 stelle|4 Sterne|4 estrellas|4 sterren
""",
    "HebergementCollectifType": """
2644|Village de vacances|Holiday village|Villaggio vacanze|Feriendorf|Pueblo de vacaciones|Vakantiedorp
2647|Gîte d’étape|Walkers’ hostel|Posto tappa|Wanderherberge|Albergue de etapa|Trekkershut
2648|Refuge|Mountain hut|Rifugio|Berghütte|Refugio|Berghut
""",
    "RestaurationType": """
2861|Ferme-auberge|Farm inn|Agriturismo|Bauerngasthof|Granja restaurante|Boerderijherberg
2866|Restaurant|Restaurant|Ristorante|Restaurant|Restaurante|Restaurant
""",
    "RestaurationCategorie": """
2882|Crêperie|Crêperie|Creperia|Crêperie|Crepería|Crêperie
2883|Restaurant traditionnel|Traditional restaurant|Ristorante tradizionale|Traditionelles Restaurant|Restaurante tradicional|Traditioneel restaurant
2895|Restaurant d’altitude|Mountain restaurant|Ristorante in quota|Bergrestaurant|Restaurante de altura|Bergrestaurant
5351|Bistronomie|Modern bistro|Bistronomia|Gehobenes Bistro|Bistronomía|Bistronomie
2880|Brasserie|Brasserie|Brasserie|Brasserie|Cervecería|Brasserie
2886|Pizzeria|Pizzeria|Pizzeria|Pizzeria|Pizzería|Pizzeria
""",
    "RestaurationSpecialite": """
2985|Cuisine méditerranéenne|Mediterranean food|Cucina mediterranea|Mittelmeerküche|Cocina mediterránea|Mediterrane keuken
2995|Cuisine végétarienne|Vegetarian food|Cucina vegetariana|Vegetarische Küche|Cocina vegetariana|Vegetarische keuken
4109|Cuisine provençale|Provençal food|Cucina provenzale|Provenzalische Küche|Cocina provenzal|Provençaalse keuken
""",
    "CommerceEtServiceType": """
1874|Commerces|Shops|Negozi|Geschäfte|Comercios|Winkels
1875|Services|Services|Servizi|Dienstleistungen|Servicios|Diensten
""",
    "CommerceEtServiceTypeDetaille": """
2172|Librairie|Bookshop|Libreria|Buchhandlung|Librería|Boekhandel
2207|Location de vélos|Bicycle hire|Noleggio bici|Fahrradverleih|Alquiler de bicicletas|Fietsverhuur
2215|Boulangerie|Bakery|Panificio|Bäckerei|Panadería|Bakkerij
2231|Produits régionaux|Local produce|Prodotti regionali|Regionale Produkte|Productos regionales|Streekproducten
2246|Potier|Potter|Ceramista|Töpfer|Ceramista|Pottenbakker
2192|Magasin de sport|Sports shop|Negozio di sport|Sportgeschäft|Tienda de deportes|Sportwinkel
2219|Confiserie|Confectioner|Confetteria|Süßwarenladen|Confitería|Snoepwinkel
3718|Savonnier|Soap maker|Saponificio|Seifensieder|Jabonero|Zeepmaker
4724|Santonnier|Santon maker|Fabbricante di santons|Krippenfigurenmacher|Belenista|Santonmaker
""",
    "DegustationTypeProduit": """
3016|Fromage|Cheese|Formaggio|Käse|Queso|Kaas
3017|Miel et produits de la ruche|Honey|Miele|Honig|Miel|Honing
3020|Vins|Wines|Vini|Weine|Vinos|Wijnen
3031|Huile|Oil|Olio|Öl|Aceite|Olie
5925|Lavande|Lavender|Lavanda|Lavendel|Lavanda|Lavendel
3012|Bière|Beer|Birra|Bier|Cerveza|Bier
3021|Fruits|Fruit|Frutta|Obst|Fruta|Fruit
3025|Viande et charcuterie|Meat|Carne e salumi|Fleisch|Carne y embutidos|Vlees
3033|Truffe|Truffles|Tartufo|Trüffel|Trufa|Truffel
""",
    "DegustationStatutExploitant": """
3028|Coopérative|Cooperative|Cooperativa|Genossenschaft|Cooperativa|Coöperatie
3038|Producteur|Producer|Produttore|Erzeuger|Productor|Producent
""",
    "AopAocIgp": """
4392|AOP Pierrevert|PDO Pierrevert|DOP Pierrevert|g.U. Pierrevert|DOP Pierrevert|BOB Pierrevert
4393|AOP Banon|PDO Banon|DOP Banon|g.U. Banon|DOP Banon|BOB Banon
4420|AOP Huile essentielle de lavande de Haute-Provence|PDO Haute-Provence lavender oil|DOP olio essenziale di lavanda|g.U. Lavendelöl der Haute-Provence|DOP aceite de lavanda|BOB lavendelolie
4429|AOP Huile d’olive de Haute-Provence|PDO Haute-Provence olive oil|DOP olio d’oliva dell’Alta Provenza|g.U. Olivenöl der Haute-Provence|DOP aceite de oliva|BOB olijfolie
4418|IGP Miel de Provence|PGI Provence honey|IGP miele di Provenza|g.g.A. Provence-Honig|IGP miel de Provenza|BGA Provence-honing
4424|IGP Petit épeautre de Haute-Provence|PGI Haute-Provence einkorn|IGP farro dell’Alta Provenza|g.g.A. Einkorn der Haute-Provence|IGP escanda de Alta Provenza|BGA eenkoorn
4456|IGP Agneau de Sisteron|PGI Sisteron lamb|IGP agnello di Sisteron|g.g.A. Sisteron-Lamm|IGP cordero de Sisteron|BGA lam van Sisteron
""",
    "ActiviteType": """
1789|Activités sportives|Sports|Attività sportive|Sport|Actividades deportivas|Sport
1790|Activités culturelles|Culture|Attività culturali|Kultur|Actividades culturales|Cultuur
""",
    "ActiviteCategorie": """
1797|Pratique encadrée|With an instructor|Con istruttore|Unter Anleitung|Con monitor|Onder begeleiding
1886|Matériel fourni|Equipment provided|Attrezzatura fornita|Ausrüstung inklusive|Material incluido|Materiaal inbegrepen
""",
    "ActiviteSportivePrestation": """
1922|Canoë-kayak|Canoe and kayak|Canoa e kayak|Kanu und Kajak|Piragüismo|Kano en kajak
1925|Rafting|Rafting|Rafting|Rafting|Rafting|Raften
1927|Montgolfière|Hot-air balloon|Mongolfiera|Heißluftballon|Globo aerostático|Luchtballon
1933|Planeur|Glider|Aliante|Segelflug|Planeador|Zweefvliegen
1932|Parapente|Paragliding|Parapendio|Gleitschirm|Parapente|Paragliding
1980|Escalade|Climbing|Arrampicata|Klettern|Escalada|Klimmen
2028|Randonnée pédestre|Hiking|Escursionismo|Wandern|Senderismo|Wandelen
1923|Canyoning|Canyoning|Canyoning|Canyoning|Barranquismo|Canyoning
2001|Chiens de traîneau|Dog sledding|Cani da slitta|Hundeschlitten|Trineo con perros|Hondensleeën
2003|Raquettes|Snowshoeing|Ciaspole|Schneeschuhwandern|Raquetas|Sneeuwschoenwandelen
2025|Randonnée avec un âne|Walking with a donkey|Passeggiata con l’asino|Eselwandern|Senderismo con burro|Wandelen met een ezel
3705|VTT électrique|E-mountain biking|E-MTB|E-Mountainbike|BTT eléctrica|E-mountainbiken
3852|Paddle|Stand-up paddle|Stand up paddle|Stehpaddeln|Paddle surf|Suppen
""",
    "ActiviteCulturellePrestation": """
1785|Céramique|Ceramics|Ceramica|Keramik|Cerámica|Keramiek
1792|Géologie|Geology|Geologia|Geologie|Geología|Geologie
1778|Astronomie|Astronomy|Astronomia|Astronomie|Astronomía|Sterrenkunde
1849|Cosmétiques|Cosmetics|Cosmetici|Kosmetik|Cosméticos|Cosmetica
""",
    "SejourPackageTransport": """
3098|À pied|On foot|A piedi|Zu Fuß|A pie|Te voet
3134|À vélo|By bicycle|In bicicletta|Mit dem Fahrrad|En bicicleta|Met de fiets
""",
    "SejourPackageTypeHebergement": """
3121|Gîte|Cottage|Casa vacanze|Ferienhaus|Casa rural|Vakantiehuis
3129|Hôtel|Hotel|Albergo|Hotel|Hotel|Hotel
""",
    "StructureType": """
3166|Office de tourisme|Tourist office|Ufficio turistico|Tourismusbüro|Oficina de turismo|Toeristenbureau
3167|Comité départemental du tourisme|Tourism agency of the département|Ente turistico dipartimentale|Tourismusverband|Agencia departamental de turismo|Toeristenbond
3196|Association culturelle|Cultural association|Associazione culturale|Kulturverein|Asociación cultural|Culturele vereniging
""",
    "TerritoireType": """
3218|Départemental|Département|Dipartimentale|Département|Departamental|Departement
3220|Territorial|Area|Territoriale|Gebiet|Territorial|Gebied
6242|Parc|Park|Parco|Park|Parque|Park
""",
}
