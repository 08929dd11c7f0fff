"""Reference elements that objects of every type use."""

# One line per element: id | fr | en | it | de | es | nl; a trailing number is the id of the parent element.
SHARED = {
    "MoyenCommunicationType": """
201|Téléphone|Telephone|Telefono|Telefon|Teléfono|Telefoon
204|Courriel|E-mail|E-mail|E-Mail|Correo electrónico|E-mail
205|Site web|Website|Sito web|Webseite|Sitio web|Website
""",
    "MembreSitraType": """
233|Contributeur généraliste|General contributor|Contributore generale|Allgemeiner Beitragender|Colaborador general|Algemene bijdrager
""",
    "DistinctionNom": """
8607|Sentier inscrit au PDIPR|Path of the protected network|Sentiero della rete protetta|Weg des geschützten Netzes|Sendero de la red protegida|Pad van het beschermde net
8673|Vélo et fromages|Cycling and cheese|Bici e formaggi|Rad und Käse|Bici y quesos|Fietsen en kaas
8674|Espace VTT-FFC|Federation mountain-bike area|Area MTB federale|Verbands-Mountainbikegebiet|Espacio BTT federado|Mountainbikegebied van de bond
""",
    "LabelTourismeHandicap": """
1224|Tourisme et Handicap, auditif|Tourism and Disability, hearing|Turismo e Disabilità, udito|Tourismus und Behinderung, Hören|Turismo y Discapacidad, auditiva|Toerisme en Handicap, gehoor
1226|Tourisme et Handicap, moteur|Tourism and Disability, mobility|Turismo e Disabilità, motoria|Tourismus und Behinderung, Bewegung|Turismo y Discapacidad, motriz|Toerisme en Handicap, beweging
1227|Tourisme et Handicap, visuel|Tourism and Disability, sight|Turismo e Disabilità, vista|Tourismus und Behinderung, Sehen|Turismo y Discapacidad, visual|Toerisme en Handicap, zicht
""",
    "ReservationType": """
475|Réservation directe|Direct booking|Prenotazione diretta|Direktbuchung|Reserva directa|Rechtstreeks boeken
""",
    "OuvertureComplementaire": """
4187|Dates à confirmer|Dates to be confirmed|Date da confermare|Termine unter Vorbehalt|Fechas por confirmar|Data nog te bevestigen
4188|Sous réserve de météo favorable|Weather permitting|Tempo permettendo|Bei gutem Wetter|Si el tiempo lo permite|Bij goed weer
4189|Sous réserve d’enneigement|Snow permitting|Neve permettendo|Bei ausreichend Schnee|Según la nieve|Bij voldoende sneeuw
4190|Annulé en cas de mauvais temps|Cancelled in bad weather|Annullato in caso di maltempo|Fällt bei schlechtem Wetter aus|Se anula con mal tiempo|Vervalt bij slecht weer
4191|Reporté en cas de mauvais temps|Postponed in bad weather|Rinviato in caso di maltempo|Bei schlechtem Wetter verschoben|Se aplaza con mal tiempo|Uitgesteld bij slecht weer
6176|Annulé|Cancelled|Annullato|Abgesagt|Anulado|Geannuleerd
6564|Complet|Sold out|Esaurito|Ausgebucht|Completo|Volgeboekt
4192|À la demande|On request|Su richiesta|Auf Anfrage|A petición|Op aanvraag
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
1490|Repas|Meal|Pasto|Mahlzeit|Comida|Maaltijd
1723|Famille|Family|Famiglia|Familie|Familia|Gezin
3968|Carte de plusieurs séances|Multi-session card|Tessera più ingressi|Mehrfachkarte|Abono de varias sesiones|Meerbeurtenkaart
4650|Location de patins|Skate hire|Noleggio pattini|Schlittschuhverleih|Alquiler de patines|Schaatsverhuur
5131|Location de raquettes|Snowshoe hire|Noleggio ciaspole|Schneeschuhverleih|Alquiler de raquetas|Sneeuwschoenverhuur
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
504|Cavaliers|Horse riders|Cavalieri|Reiter|Jinetes|Ruiters
563|VTTistes|Mountain bikers|Mountain biker|Mountainbiker|Ciclistas de montaña|Mountainbikers
4548|Enfants de 3 à 5 ans|Children aged 3 to 5|Bambini da 3 a 5 anni|Kinder von 3 bis 5|Niños de 3 a 5 años|Kinderen van 3 tot 5
4550|Jeunes de 13 à 17 ans|Teenagers, 13 to 17|Ragazzi da 13 a 17 anni|Jugendliche von 13 bis 17|Jóvenes de 13 a 17 años|Jongeren van 13 tot 17
""",
    "TypologiePromoSitra": """
1669|Indoor (intérieur)|Indoor|Al coperto|Drinnen|Interior|Binnen
1676|En plein air|Outdoor|All’aperto|Im Freien|Al aire libre|Buiten
""",
    "TourismeAdapte": """
1191|Adapté aux déficiences auditives|Adapted for hearing impairment|Adatto a disabilità uditive|Für Hörgeschädigte|Adaptado a discapacidad auditiva|Voor slechthorenden
1199|Adapté aux déficiences visuelles|Adapted for visual impairment|Adatto a disabilità visive|Für Sehbehinderte|Adaptado a discapacidad visual|Voor slechtzienden
3651|Non accessible en fauteuil roulant|Not wheelchair accessible|Non accessibile in sedia a rotelle|Nicht rollstuhlgerecht|No accesible en silla de ruedas|Niet rolstoeltoegankelijk
3652|Accessible en fauteuil roulant avec aide|Wheelchair accessible with help|Accessibile in sedia a rotelle con aiuto|Mit Hilfe rollstuhlgerecht|Accesible en silla de ruedas con ayuda|Rolstoeltoegankelijk met hulp
3653|Accessible en fauteuil roulant en autonomie|Wheelchair accessible|Accessibile in sedia a rotelle|Rollstuhlgerecht|Accesible en silla de ruedas|Rolstoeltoegankelijk
1196|Adapté aux déficiences mentales|Adapted for learning disabilities|Adatto a disabilità mentali|Für Menschen mit geistiger Behinderung|Adaptado a discapacidad intelectual|Voor verstandelijk gehandicapten
3666|Sans marche|No steps|Senza gradini|Stufenlos|Sin escalones|Zonder treden
3667|Toilettes adaptées|Accessible toilets|Bagni accessibili|Barrierefreie Toiletten|Aseos adaptados|Aangepaste toiletten
3668|Douche adaptée|Accessible shower|Doccia accessibile|Barrierefreie Dusche|Ducha adaptada|Aangepaste douche
3677|Fauteuil de baignade|Beach wheelchair|Sedia da spiaggia|Strandrollstuhl|Silla anfibia|Strandrolstoel
3679|Fauteuil roulant prêté|Wheelchair on loan|Sedia a rotelle in prestito|Leihrollstuhl|Silla de ruedas en préstamo|Leenrolstoel
4213|Boucle magnétique|Hearing loop|Anello magnetico|Induktionsschleife|Bucle magnético|Ringleiding
4218|Maquette tactile ou audiodescription|Tactile model or audio description|Plastico tattile o audiodescrizione|Tastmodell oder Audiodeskription|Maqueta táctil o audiodescripción|Voelmodel of audiodescriptie
5937|Accessible en joëlette|All-terrain chair welcome|Accessibile in joëlette|Mit Joëlette begehbar|Accesible en joëlette|Toegankelijk met joëlette
6410|Accès à l’eau aménagé|Adapted access to the water|Accesso all’acqua attrezzato|Barrierefreier Zugang zum Wasser|Acceso adaptado al agua|Aangepaste toegang tot het water
6503|Itinéraire sans obstacle|Obstacle-free route|Percorso senza ostacoli|Hindernisfreier Weg|Itinerario sin obstáculos|Route zonder obstakels
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
612|Aire de jeux|Playground|Parco giochi|Spielplatz|Parque infantil|Speeltuin
698|Sauna|Sauna|Sauna|Sauna|Sauna|Sauna
929|Espace bébé|Baby care room|Fasciatoio|Wickelraum|Sala de lactancia|Babyruimte
4996|Cheminée|Fireplace|Camino|Kamin|Chimenea|Open haard
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
}
