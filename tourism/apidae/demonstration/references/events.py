"""Reference elements of events."""

# One line per element: id | fr | en | it | de | es | nl; a trailing number is the id of the parent element.
EVENTS = {
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
2084|Rassemblement|Gathering|Raduno|Treffen|Concentración|Bijeenkomst
4546|Ouverture exceptionnelle|Special opening|Apertura straordinaria|Sonderöffnung|Apertura excepcional|Bijzondere openstelling
2086|Portes ouvertes|Open day|Porte aperte|Tag der offenen Tür|Puertas abiertas|Open dag
2065|Carnaval|Carnival|Carnevale|Karneval|Carnaval|Carnaval
2079|Défilé, cortège|Parade|Sfilata|Umzug|Desfile|Optocht
2109|Feu d’artifice|Fireworks|Fuochi d’artificio|Feuerwerk|Fuegos artificiales|Vuurwerk
2121|Dîner-spectacle|Dinner show|Cena spettacolo|Dinnershow|Cena espectáculo|Dinnershow
2123|Goûter|Afternoon tea|Merenda|Nachmittagstee|Merienda|Vieruurtje
2147|Cirque|Circus|Circo|Zirkus|Circo|Circus
3783|Dédicaces|Book signing|Firma copie|Signierstunde|Firma de libros|Signeersessie
3786|Célébration religieuse|Religious service|Celebrazione religiosa|Gottesdienst|Celebración religiosa|Kerkdienst
3871|Démonstration|Demonstration|Dimostrazione|Vorführung|Demostración|Demonstratie
4526|Son et lumière|Sound and light|Suoni e luci|Licht und Ton|Luz y sonido|Klank- en lichtspel
5754|Vernissage, inauguration|Opening|Inaugurazione|Eröffnung|Inauguración|Opening
""",
    "FeteEtManifestationTheme": """
2069|Artisanat|Crafts|Artigianato|Handwerk|Artesanía|Ambachten
2102|Astronomie|Astronomy|Astronomia|Astronomie|Astronomía|Sterrenkunde
2106|Chorale|Choir|Coro|Chor|Coral|Koor
2133|Cinéma|Cinema|Cinema|Kino|Cine|Film
2158|Balade contée|Storytelling walk|Passeggiata narrata|Erzählspaziergang|Paseo con cuentos|Verhalenwandeling
2159|Art contemporain|Contemporary art|Arte contemporanea|Zeitgenössische Kunst|Arte contemporáneo|Hedendaagse kunst
2077|Art lyrique|Opera|Lirica|Oper|Ópera|Opera
2156|Caritatif|Charity|Beneficenza|Wohltätigkeit|Benéfico|Liefdadigheid
2184|Fanfares|Brass bands|Fanfare|Blaskapellen|Charangas|Fanfares
2304|Dessin|Drawing|Disegno|Zeichnen|Dibujo|Tekenen
2312|Ski de randonnée|Ski touring|Scialpinismo|Skitouren|Esquí de travesía|Toerskiën
2346|Natation|Swimming|Nuoto|Schwimmen|Natación|Zwemmen
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
2064|Animaux|Animals|Animali|Tiere|Animales|Dieren
2126|Architecture|Architecture|Architettura|Architektur|Arquitectura|Architectuur
2136|Chanson|Songs|Canzone|Chanson|Canción|Chanson
2140|Musiques du monde|World music|Musiche del mondo|Weltmusik|Músicas del mundo|Wereldmuziek
2144|Loisirs créatifs|Arts and crafts|Attività creative|Basteln|Manualidades|Knutselen
2214|Médiéval|Medieval|Medievale|Mittelalter|Medieval|Middeleeuws
2232|Peinture|Painting|Pittura|Malerei|Pintura|Schilderkunst
2263|Sports d’eau|Water sports|Sport acquatici|Wassersport|Deportes acuáticos|Watersport
2293|Sciences|Science|Scienze|Wissenschaft|Ciencias|Wetenschap
2306|Gospel|Gospel|Gospel|Gospel|Góspel|Gospel
2322|Ski alpin|Alpine skiing|Sci alpino|Alpinski|Esquí alpino|Alpineskiën
2324|Ski nordique|Nordic skiing|Sci nordico|Nordischer Skisport|Esquí nórdico|Langlaufen
2332|Patinage|Skating|Pattinaggio|Eislaufen|Patinaje|Schaatsen
2337|Cyclisme|Cycling|Ciclismo|Radsport|Ciclismo|Wielrennen
2342|Raquettes|Snowshoes|Ciaspole|Schneeschuhe|Raquetas|Sneeuwschoenen
2371|Escalade|Climbing|Arrampicata|Klettern|Escalada|Klimmen
5498|Chants polyphoniques|Polyphonic song|Canti polifonici|Mehrstimmiger Gesang|Cantos polifónicos|Meerstemmige zang
5543|Rock|Rock|Rock|Rock|Rock|Rock
5759|Marche nordique|Nordic walking|Nordic walking|Nordic Walking|Marcha nórdica|Nordic walking
""",
}
