"""Elements of APIDAE's referential used by the demonstration: real ids, labels of our own in six languages.

Ids are unique over all families, so an element is named by its id alone.
"""

from functools import cache

_LANGUAGES = ("Fr", "En", "It", "De", "Es", "Nl")

# One line per element: id | fr | en | it | de | es | nl; a trailing number is the id of the parent element.
_FAMILIES = {
    "MoyenCommunicationType": """
201|Téléphone|Telephone|Telefono|Telefon|Teléfono|Telefoon
204|Courriel|E-mail|E-mail|E-Mail|Correo electrónico|E-mail
205|Site web|Website|Sito web|Webseite|Sitio web|Website
""",
    "MembreSitraType": """
233|Contributeur généraliste|General contributor|Contributore generale|Allgemeiner Beitragender|Colaborador general|Algemene bijdrager
""",
    "ReservationType": """
475|Réservation directe|Direct booking|Prenotazione diretta|Direktbuchung|Reserva directa|Rechtstreeks boeken
""",
    "FeteEtManifestationType": """
1958|Culture|Culture|Cultura|Kultur|Cultura|Cultuur
1962|Manifestations commerciales|Fairs and markets|Fiere e mercati|Messen und Märkte|Ferias y mercados|Beurzen en markten
1966|Nature et détente|Nature and leisure|Natura e relax|Natur und Erholung|Naturaleza y ocio|Natuur en ontspanning
1971|Sports|Sports|Sport|Sport|Deportes|Sport
1973|Traditions et folklore|Traditions and folklore|Tradizioni e folclore|Brauchtum|Tradiciones y folclore|Tradities en folklore
1974|Distractions et loisirs|Entertainment|Svago|Unterhaltung|Entretenimiento|Vermaak
""",
    "FeteEtManifestationPortee": """
2349|Internationale|International|Internazionale|International|Internacional|Internationaal
2350|Nationale|National|Nazionale|National|Nacional|Nationaal
2351|Départementale|Across the département|Dipartimentale|Im Département|Departamental|In het departement
2352|Locale|Local|Locale|Lokal|Local|Lokaal
2353|Régionale|Regional|Regionale|Regional|Regional|Regionaal
2354|Pour les habitants|For residents|Per gli abitanti|Für Einheimische|Para los vecinos|Voor de inwoners
""",
    "FeteEtManifestationCategorie": """
2093|Bal|Ball|Ballo|Ball|Baile|Bal
2095|Concours, tournoi|Contest|Concorso|Wettbewerb|Concurso|Wedstrijd
2108|Descente aux flambeaux|Torchlight descent|Fiaccolata|Fackelabfahrt|Descenso con antorchas|Fakkelafdaling
2117|Excursion|Outing|Escursione|Ausflug|Excursión|Excursie
2096|Fête locale|Local fête|Festa di paese|Dorffest|Fiesta local|Dorpsfeest
5879|Initiation, découverte|Taster session|Iniziazione|Schnupperkurs|Iniciación|Kennismaking
3818|Projection de film|Film screening|Proiezione|Filmvorführung|Proyección de cine|Filmvoorstelling
3717|Dégustation|Tasting|Degustazione|Verkostung|Degustación|Proeverij
2128|Concert|Concert|Concerto|Konzert|Concierto|Concert
2072|Conférence, rencontre|Talk|Conferenza|Vortrag|Conferencia|Lezing
2151|Danse|Dance|Danza|Tanz|Danza|Dans
2080|Exposition|Exhibition|Mostra|Ausstellung|Exposición|Tentoonstelling
2081|Festival|Festival|Festival|Festival|Festival|Festival
2091|Spectacle|Show|Spettacolo|Aufführung|Espectáculo|Voorstelling
2134|Théâtre|Theatre|Teatro|Theater|Teatro|Theater
2101|Visite guidée|Guided tour|Visita guidata|Führung|Visita guiada|Rondleiding
3829|Don du sang|Blood donation|Donazione di sangue|Blutspende|Donación de sangre|Bloeddonatie
2114|Loto|Bingo|Tombola|Lotto|Lotería|Bingo
3854|Réunion publique|Public meeting|Riunione pubblica|Bürgerversammlung|Reunión pública|Openbare vergadering
2105|Fête traditionnelle|Traditional festival|Festa tradizionale|Volksfest|Fiesta tradicional|Traditioneel feest
6017|Transhumance|Transhumance|Transumanza|Almauftrieb|Trashumancia|Transhumance
2062|Brocante|Flea market|Mercatino dell’usato|Trödelmarkt|Mercadillo de antigüedades|Rommelmarkt
2082|Foire, salon|Fair|Fiera|Messe|Feria|Beurs
2083|Marché|Market|Mercato|Markt|Mercado|Markt
2107|Marché régulier|Weekly market|Mercato settimanale|Wochenmarkt|Mercado semanal|Weekmarkt
2092|Vide-grenier|Car boot sale|Mercatino delle pulci|Flohmarkt|Rastrillo|Vlooienmarkt
2068|Compétition sportive|Sports competition|Gara sportiva|Sportwettkampf|Competición deportiva|Sportwedstrijd
2112|Jeu de piste|Treasure hunt|Caccia al tesoro|Schnitzeljagd|Juego de pistas|Speurtocht
2086|Portes ouvertes|Open day|Porte aperte|Tag der offenen Tür|Puertas abiertas|Open dag
""",
    "FeteEtManifestationTheme": """
2069|Artisanat|Crafts|Artigianato|Handwerk|Artesanía|Ambachten
2102|Astronomie|Astronomy|Astronomia|Astronomie|Astronomía|Sterrenkunde
2106|Chorale|Choir|Coro|Chor|Coral|Koor
2133|Cinéma|Cinema|Cinema|Kino|Cine|Film
2158|Balade contée|Storytelling walk|Passeggiata narrata|Erzählspaziergang|Paseo con cuentos|Verhalenwandeling
2159|Art contemporain|Contemporary art|Arte contemporanea|Zeitgenössische Kunst|Arte contemporáneo|Hedendaagse kunst
2188|Fleurs, plantes|Flowers and plants|Fiori e piante|Blumen und Pflanzen|Flores y plantas|Bloemen en planten
2205|Gastronomie|Food|Gastronomia|Gastronomie|Gastronomía|Gastronomie
2206|Historique|History|Storia|Geschichte|Historia|Geschiedenis
2208|Jazz et blues|Jazz and blues|Jazz e blues|Jazz und Blues|Jazz y blues|Jazz en blues
2210|Littérature|Literature|Letteratura|Literatur|Literatura|Literatuur
2213|Marionnette|Puppets|Marionette|Puppenspiel|Marionetas|Poppenspel
2220|Musique classique|Classical music|Musica classica|Klassische Musik|Música clásica|Klassieke muziek
2224|Musique traditionnelle|Folk music|Musica tradizionale|Volksmusik|Música tradicional|Volksmuziek
2227|Musique sacrée|Sacred music|Musica sacra|Kirchenmusik|Música sacra|Gewijde muziek
2230|Noël|Christmas|Natale|Weihnachten|Navidad|Kerst
2235|Photographie|Photography|Fotografia|Fotografie|Fotografía|Fotografie
2157|Préhistoire|Prehistory|Preistoria|Vorgeschichte|Prehistoria|Prehistorie
2259|Sports d’hiver|Winter sports|Sport invernali|Wintersport|Deportes de invierno|Wintersport
2273|Agriculture|Farming|Agricoltura|Landwirtschaft|Agricultura|Landbouw
2276|Conte|Storytelling|Racconto|Erzählung|Cuento|Vertelling
2282|Environnement|Environment|Ambiente|Umwelt|Medio ambiente|Milieu
2284|Alpages|Mountain pastures|Alpeggi|Almen|Pastos de montaña|Alpenweiden
2290|Géologie|Geology|Geologia|Geologie|Geología|Geologie
2291|Jeux de société|Board games|Giochi da tavolo|Gesellschaftsspiele|Juegos de mesa|Gezelschapsspelen
2292|Produits du terroir|Local produce|Prodotti del territorio|Regionale Erzeugnisse|Productos locales|Streekproducten
2327|Randonnée pédestre|Hiking|Escursionismo|Wandern|Senderismo|Wandelen
2339|VTT|Mountain biking|Mountain bike|Mountainbike|BTT|Mountainbiken
3753|Trail|Trail running|Trail running|Trailrunning|Trail|Trailrunning
3855|Yoga|Yoga|Yoga|Yoga|Yoga|Yoga
4068|Poterie|Pottery|Ceramica|Töpferei|Cerámica|Aardewerk
4922|Paléontologie|Palaeontology|Paleontologia|Paläontologie|Paleontología|Paleontologie
2310|Santé, thermalisme|Health and spa|Salute e terme|Gesundheit und Thermen|Salud y termalismo|Gezondheid en kuren
""",
    "OuvertureComplementaire": """
4187|Dates à confirmer|Dates to be confirmed|Date da confermare|Termine unter Vorbehalt|Fechas por confirmar|Data nog te bevestigen
4188|Sous réserve de météo favorable|Weather permitting|Tempo permettendo|Bei gutem Wetter|Si el tiempo lo permite|Bij goed weer
4189|Sous réserve d’enneigement|Snow permitting|Neve permettendo|Bei ausreichend Schnee|Según la nieve|Bij voldoende sneeuw
4190|Annulé en cas de mauvais temps|Cancelled in bad weather|Annullato in caso di maltempo|Fällt bei schlechtem Wetter aus|Se anula con mal tiempo|Vervalt bij slecht weer
4191|Reporté en cas de mauvais temps|Postponed in bad weather|Rinviato in caso di maltempo|Bei schlechtem Wetter verschoben|Se aplaza con mal tiempo|Uitgesteld bij slecht weer
6176|Annulé|Cancelled|Annullato|Abgesagt|Anulado|Geannuleerd
6564|Complet|Sold out|Esaurito|Ausgebucht|Completo|Volgeboekt
""",
    "HoraireType": """
7457|Ouverture|Opening|Apertura|Öffnung|Apertura|Opening
7460|Visite guidée|Guided tour|Visita guidata|Führung|Visita guiada|Rondleiding
""",
    "TarifType": """
1437|Douche|Shower|Doccia|Dusche|Ducha|Douche
1445|Emplacement voiture et tente, par jour|Pitch with car and tent, per day|Piazzola auto e tenda, al giorno|Stellplatz mit Auto und Zelt, pro Tag|Parcela con coche y tienda, por día|Plaats met auto en tent, per dag
1455|Location de mobil-home, la semaine|Mobile home, per week|Casa mobile, a settimana|Mobilheim, pro Woche|Casa móvil, por semana|Stacaravan, per week
1461|Petit déjeuner|Breakfast|Colazione|Frühstück|Desayuno|Ontbijt
1465|Demi-pension, par personne|Half board, per person|Mezza pensione, a persona|Halbpension, pro Person|Media pensión, por persona|Halfpension, per persoon
1466|Chambre double|Double room|Camera doppia|Doppelzimmer|Habitación doble|Tweepersoonskamer
1476|Nuitée|Night|Notte|Übernachtung|Noche|Overnachting
1480|Semaine|Week|Settimana|Woche|Semana|Week
1484|Deux personnes|Two people|Due persone|Zwei Personen|Dos personas|Twee personen
1502|Menu adulte|Set menu|Menù adulti|Menü|Menú adulto|Menu volwassenen
1503|Menu enfant|Children’s menu|Menù bambini|Kindermenü|Menú infantil|Kindermenu
1518|Menu du jour|Today’s menu|Menù del giorno|Tagesmenü|Menú del día|Dagmenu
1546|Forfait adulte, journée|Adult day pass|Giornaliero adulti|Tageskarte Erwachsene|Forfait adulto día|Dagpas volwassene
1548|Forfait enfant, journée|Child day pass|Giornaliero bambini|Tageskarte Kinder|Forfait infantil día|Dagpas kind
1717|Adulte|Adult|Adulti|Erwachsene|Adulto|Volwassene
1718|Enfant|Child|Bambini|Kinder|Niño|Kind
4108|Tarif unique|Single price|Prezzo unico|Einheitspreis|Tarifa única|Vaste prijs
5239|Plein tarif|Full price|Tariffa intera|Voller Preis|Tarifa completa|Vol tarief
5240|Tarif réduit|Reduced price|Tariffa ridotta|Ermäßigt|Tarifa reducida|Verlaagd tarief
""",
    "ModePaiement": """
1268|Carte bancaire|Bank card|Carta di credito|Bankkarte|Tarjeta bancaria|Bankkaart
1271|Chèque|Cheque|Assegno|Scheck|Cheque|Cheque
1274|Chèque-Vacances|Holiday voucher|Buono vacanze|Urlaubsgutschein|Cheque vacaciones|Vakantiecheque
1277|Espèces|Cash|Contanti|Bargeld|Efectivo|Contant
1285|Titre-restaurant|Meal voucher|Buono pasto|Essensgutschein|Vale de comida|Maaltijdcheque
""",
    "Langue": """
1189|Allemand|German|Tedesco|Deutsch|Alemán|Duits
1192|Anglais|English|Inglese|Englisch|Inglés|Engels
1194|Espagnol|Spanish|Spagnolo|Spanisch|Español|Spaans
1197|Français|French|Francese|Französisch|Francés|Frans
1200|Italien|Italian|Italiano|Italienisch|Italiano|Italiaans
1202|Néerlandais|Dutch|Olandese|Niederländisch|Neerlandés|Nederlands
""",
    "TypeClientele": """
513|Familles|Families|Famiglie|Familien|Familias|Gezinnen
512|Cyclistes|Cyclists|Ciclisti|Radfahrer|Ciclistas|Fietsers
558|Randonneurs|Walkers|Escursionisti|Wanderer|Senderistas|Wandelaars
587|Niveau vert, très facile|Green, very easy|Verde, molto facile|Grün, sehr leicht|Verde, muy fácil|Groen, zeer makkelijk
588|Niveau bleu, modéré|Blue, moderate|Blu, medio|Blau, mittel|Azul, moderado|Blauw, matig
589|Niveau rouge, difficile|Red, difficult|Rosso, difficile|Rot, schwierig|Rojo, difícil|Rood, moeilijk
594|Enfants|Children|Bambini|Kinder|Niños|Kinderen
3735|Débutants|Beginners|Principianti|Anfänger|Principiantes|Beginners
4549|Enfants de 6 à 12 ans|Children aged 6 to 12|Bambini da 6 a 12 anni|Kinder von 6 bis 12|Niños de 6 a 12 años|Kinderen van 6 tot 12
""",
    "TourismeAdapte": """
1191|Adapté aux déficiences auditives|Adapted for hearing impairment|Adatto a disabilità uditive|Für Hörgeschädigte|Adaptado a discapacidad auditiva|Voor slechthorenden
1199|Adapté aux déficiences visuelles|Adapted for visual impairment|Adatto a disabilità visive|Für Sehbehinderte|Adaptado a discapacidad visual|Voor slechtzienden
3651|Non accessible en fauteuil roulant|Not wheelchair accessible|Non accessibile in sedia a rotelle|Nicht rollstuhlgerecht|No accesible en silla de ruedas|Niet rolstoeltoegankelijk
3652|Accessible en fauteuil roulant avec aide|Wheelchair accessible with help|Accessibile in sedia a rotelle con aiuto|Mit Hilfe rollstuhlgerecht|Accesible en silla de ruedas con ayuda|Rolstoeltoegankelijk met hulp
3653|Accessible en fauteuil roulant en autonomie|Wheelchair accessible|Accessibile in sedia a rotelle|Rollstuhlgerecht|Accesible en silla de ruedas|Rolstoeltoegankelijk
""",
    "PrestationEquipement": """
613|Aire de pique-nique|Picnic area|Area picnic|Picknickplatz|Merendero|Picknickplaats
606|Abri à vélos|Bicycle shelter|Deposito bici|Fahrradunterstand|Guardabicis|Fietsenstalling
723|Terrasse|Terrace|Terrazza|Terrasse|Terraza|Terras
761|Toilettes publiques|Public toilets|Bagni pubblici|Öffentliche Toiletten|Aseos públicos|Openbare toiletten
792|Aire de camping-cars|Motorhome area|Area camper|Wohnmobilstellplatz|Área de autocaravanas|Camperplaats
803|Barbecue|Barbecue|Barbecue|Grill|Barbacoa|Barbecue
972|Parking|Car park|Parcheggio|Parkplatz|Aparcamiento|Parkeerplaats
978|Table d’orientation|Viewpoint indicator|Tavola d’orientamento|Orientierungstafel|Mesa de orientación|Oriëntatietafel
1093|Piscine|Swimming pool|Piscina|Schwimmbad|Piscina|Zwembad
1106|Restaurant|Restaurant|Ristorante|Restaurant|Restaurante|Restaurant
""",
    "PrestationService": """
926|Petit déjeuner|Breakfast|Colazione|Frühstück|Desayuno|Ontbijt
1026|Boutique|Shop|Negozio|Laden|Tienda|Winkel
1115|Wifi|Wi-Fi|Wi-Fi|WLAN|Wifi|Wifi
1130|Documentation touristique|Tourist brochures|Documentazione turistica|Touristische Unterlagen|Documentación turística|Toeristische folders
""",
    "Environnement": """
135|À la campagne|In the countryside|In campagna|Auf dem Land|En el campo|Op het platteland
162|Vue sur le lac|Lake view|Vista lago|Seeblick|Vista al lago|Uitzicht op het meer
171|En montagne|In the mountains|In montagna|In den Bergen|En la montaña|In de bergen
185|Centre du village|Village centre|Centro del paese|Ortsmitte|Centro del pueblo|Dorpscentrum
""",
    "DescriptifTheme": """
5159|Histoire, culture et patrimoine|History, culture and heritage|Storia, cultura e patrimonio|Geschichte und Kulturerbe|Historia y patrimonio|Geschiedenis en erfgoed
6527|Pas à pas|Step by step|Passo dopo passo|Wegbeschreibung|Paso a paso|Stap voor stap
6604|Alerte aux visiteurs|Visitor alert|Avviso ai visitatori|Besucherhinweis|Aviso a los visitantes|Waarschuwing voor bezoekers
""",
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
""",
    "NatureTerrain": """
4239|Rocher|Rock|Roccia|Fels|Roca|Rots
4240|Cailloux|Stones|Sassi|Steine|Piedras|Stenen
4241|Terre|Earth|Terra|Erde|Tierra|Aarde
4242|Revêtement dur|Hard surface|Fondo duro|Fester Belag|Firme duro|Verhard
4246|Non adapté aux poussettes|Not suitable for pushchairs|Non adatto ai passeggini|Nicht für Kinderwagen|No apto para cochecitos|Niet geschikt voor kinderwagens
""",
    "DomaineSkiableClassification": """
3145|Ski alpin|Alpine skiing|Sci alpino|Alpinski|Esquí alpino|Alpineskiën
""",
    "DomaineSkiableType": """
3150|Domaine relié|Linked ski area|Comprensorio collegato|Verbundenes Skigebiet|Dominio enlazado|Verbonden skigebied
3151|Domaine de station|Resort ski area|Comprensorio della stazione|Skigebiet der Station|Dominio de estación|Skigebied van het station
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
""",
    "DegustationTypeProduit": """
3016|Fromage|Cheese|Formaggio|Käse|Queso|Kaas
3017|Miel et produits de la ruche|Honey|Miele|Honig|Miel|Honing
3020|Vins|Wines|Vini|Weine|Vinos|Wijnen
3031|Huile|Oil|Olio|Öl|Aceite|Olie
5925|Lavande|Lavender|Lavanda|Lavendel|Lavanda|Lavendel
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
1932|Parapente|Paragliding|Parapendio|Gleitschirm|Parapente|Paragliding
1980|Escalade|Climbing|Arrampicata|Klettern|Escalada|Klimmen
2028|Randonnée pédestre|Hiking|Escursionismo|Wandern|Senderismo|Wandelen
""",
    "ActiviteCulturellePrestation": """
1785|Céramique|Ceramics|Ceramica|Keramik|Cerámica|Keramiek
1792|Géologie|Geology|Geologia|Geologie|Geología|Geologie
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


def _labels(fields: list[str]) -> dict[str, str]:
    return {f"libelle{language}": label for language, label in zip(_LANGUAGES, fields, strict=True)}


@cache
def _elements() -> dict[int, dict]:
    elements: dict[int, dict] = {}
    for family, table in _FAMILIES.items():
        for order, line in enumerate(table.strip().splitlines(), start=1):
            identifier, *fields = line.split("|")
            element = {"elementReferenceType": family, "id": int(identifier), **_labels(fields[:6]), "ordre": order}
            if len(fields) == 7:
                element["parent"] = {"elementReferenceType": family, "id": int(fields[6])}
            if int(identifier) in elements:
                raise ValueError(f"element {identifier} is listed twice")
            elements[int(identifier)] = element
    return elements


def element(identifier: int) -> dict:
    """A reference element as API v002 inlines it: type, id, labels in six languages, order. Raises KeyError."""
    return dict(_elements()[identifier])


def all_elements() -> list[dict]:
    """Every element known here, with `actif`, as `elements_reference.json` lists them."""
    return [element | {"actif": True} for element in _elements().values()]
