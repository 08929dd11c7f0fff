"""What the authors of announcements read, in their language. A catalogue of its own: they may write in a language in
which the back office does not exist, and one mail never mixes two."""

LANGUAGES = ("fr", "en", "it", "de", "es", "nl")

_ORDER = LANGUAGES
# By code of a fault, in the order of LANGUAGES; `{…}` is filled with the fault's values.
_SENTENCES: dict[str, tuple[str, str, str, str, str, str]] = {
    "required": (
        "Ce champ est nécessaire.", "This field is needed.", "Questo campo è necessario.",
        "Dieses Feld wird gebraucht.", "Este campo es necesario.", "Dit veld is nodig.",
    ),
    "not_text": (
        "Ce champ n’est pas un texte.", "This field is not a text.", "Questo campo non è un testo.",
        "Dieses Feld ist kein Text.", "Este campo no es un texto.", "Dit veld is geen tekst.",
    ),
    "too_short": (
        "Au moins {least} caractères.", "At least {least} characters.", "Almeno {least} caratteri.",
        "Mindestens {least} Zeichen.", "Al menos {least} caracteres.", "Minstens {least} tekens.",
    ),
    "too_long": (
        "Au plus {most} caractères.", "At most {most} characters.", "Al massimo {most} caratteri.",
        "Höchstens {most} Zeichen.", "Como máximo {most} caracteres.", "Hoogstens {most} tekens.",
    ),
    "bad_email": (
        "Ce n’est pas une adresse électronique.", "This is not an e-mail address.",
        "Non è un indirizzo di posta elettronica.", "Das ist keine E-Mail-Adresse.",
        "No es una dirección de correo electrónico.", "Dit is geen e-mailadres.",
    ),
    "unknown_commune": (
        "Cette commune n’est pas connue ici.", "This commune is not known here.", "Questo comune non è noto qui.",
        "Diese Gemeinde ist hier nicht bekannt.", "Este municipio no se conoce aquí.",
        "Deze gemeente is hier niet bekend.",
    ),
    "unknown_language": (
        "Cette langue n’est pas proposée.", "This language is not offered.", "Questa lingua non è disponibile.",
        "Diese Sprache wird nicht angeboten.", "Este idioma no está disponible.", "Deze taal wordt niet aangeboden.",
    ),
    "bad_id": (
        "L’annonce n’a pas d’identifiant valable.", "The announcement has no valid identifier.",
        "L’annuncio non ha un identificativo valido.", "Die Ankündigung hat keine gültige Kennung.",
        "El anuncio no tiene un identificador válido.", "De aankondiging heeft geen geldig kenmerk.",
    ),
    "bad_dates": (
        "Ces dates ne se comprennent pas.", "These dates cannot be understood.", "Queste date non si capiscono.",
        "Diese Daten sind nicht verständlich.", "Estas fechas no se entienden.", "Deze data zijn niet te begrijpen.",
    ),
    "no_date": (
        "Donnez au moins une date.", "Give at least one date.", "Indicate almeno una data.",
        "Geben Sie mindestens ein Datum an.", "Indique al menos una fecha.", "Geef minstens één datum.",
    ),
    "last_missing": (
        "Jusqu’à quel jour ?", "Until which day?", "Fino a che giorno?", "Bis zu welchem Tag?", "¿Hasta qué día?",
        "Tot welke dag?",
    ),
    "before_first": (
        "Le dernier jour est avant le premier.", "The last day is before the first.",
        "L’ultimo giorno è prima del primo.", "Der letzte Tag liegt vor dem ersten.",
        "El último día es anterior al primero.", "De laatste dag is vóór de eerste.",
    ),
    "dates_too_long": (
        "Au plus dix ans et deux cents dates.", "At most ten years and two hundred dates.",
        "Al massimo dieci anni e duecento date.", "Höchstens zehn Jahre und zweihundert Termine.",
        "Como máximo diez años y doscientas fechas.", "Hoogstens tien jaar en tweehonderd data.",
    ),
    "no_such_day": (
        "Aucun de ces jours n’est entre les deux dates.", "None of these days is between the two dates.",
        "Nessuno di questi giorni è tra le due date.", "Keiner dieser Tage liegt zwischen den beiden Daten.",
        "Ninguno de estos días está entre las dos fechas.", "Geen van deze dagen ligt tussen de twee data.",
    ),
    "overlap": (
        "Des horaires se chevauchent.", "Some hours overlap.", "Alcuni orari si sovrappongono.",
        "Uhrzeiten überschneiden sich.", "Algunos horarios se solapan.", "Sommige tijden overlappen.",
    ),
    "none_of_them": (
        "Un jour de « sauf le » n’est pas une de ces dates.", "A day under “except” is none of these dates.",
        "Un giorno di «tranne» non è una di queste date.", "Ein Tag unter „außer“ ist keiner dieser Termine.",
        "Un día de «excepto» no es una de estas fechas.", "Een dag onder ‘behalve’ is geen van deze data.",
    ),
    "skipped_hour": (
        "La nuit du passage à l’heure d’été, il n’y a rien entre 2 h et 3 h.",
        "In the night in which summer time begins there is nothing from 2 am to 3 am.",
        "Nella notte in cui comincia l’ora legale non c’è nulla dalle 2 alle 3.",
        "In der Nacht, in der die Sommerzeit beginnt, gibt es von 2 bis 3 Uhr nichts.",
        "En la noche en que empieza el horario de verano no hay nada de 2:00 a 3:00.",
        "In de nacht waarin de zomertijd begint is er niets van 2.00 tot 3.00 uur.",
    ),
    "round_the_clock": (
        "La fin est à l’heure du début : chaque date dure 24 heures.",
        "It ends at the hour at which it begins: each date lasts 24 hours.",
        "La fine è all’ora dell’inizio: ogni data dura 24 ore.",
        "Das Ende ist zur Uhrzeit des Anfangs: Jeder Termin dauert 24 Stunden.",
        "El final es a la hora del comienzo: cada fecha dura 24 horas.",
        "Het einde is op het uur van het begin: elke datum duurt 24 uur.",
    ),
    "past": (
        "Toutes ces dates sont passées.", "All these dates are over.", "Tutte queste date sono passate.",
        "Alle diese Termine sind vorbei.", "Todas estas fechas ya han pasado.", "Al deze data zijn voorbij.",
    ),
    "not_json": (
        "L’annonce est illisible.", "The announcement cannot be read.", "L’annuncio è illeggibile.",
        "Die Ankündigung ist nicht lesbar.", "El anuncio es ilegible.", "De aankondiging is onleesbaar.",
    ),
    "no_such_announcement": (
        "Ce lien n’ouvre plus aucune annonce.", "This link opens no announcement any more.",
        "Questo link non apre più nessun annuncio.", "Dieser Link öffnet keine Ankündigung mehr.",
        "Este enlace ya no abre ningún anuncio.", "Deze link opent geen aankondiging meer.",
    ),
    "not_this_way": (
        "Cette adresse ne répond pas à cette demande.", "This address does not answer this request.",
        "Questo indirizzo non risponde a questa richiesta.", "Diese Adresse beantwortet diese Anfrage nicht.",
        "Esta dirección no responde a esta petición.", "Dit adres beantwoordt dit verzoek niet.",
    ),
    "robot": (
        "Ce champ doit rester vide.", "This field must stay empty.", "Questo campo deve restare vuoto.",
        "Dieses Feld muss leer bleiben.", "Este campo debe quedar vacío.", "Dit veld moet leeg blijven.",
    ),
    "bad_proof": (
        "L’envoi n’a pas pu être vérifié : recommencez.", "This could not be verified: send it again.",
        "L’invio non è stato verificato: riprovate.", "Das Absenden konnte nicht geprüft werden: bitte noch einmal.",
        "No se pudo verificar el envío: inténtelo otra vez.", "Het versturen kon niet worden gecontroleerd: opnieuw.",
    ),
    "old_proof": (
        "L’envoi a trop attendu : recommencez.", "This waited too long: send it again.",
        "L’invio ha atteso troppo: riprovate.", "Das hat zu lange gewartet: bitte noch einmal absenden.",
        "El envío esperó demasiado: inténtelo otra vez.", "Dit heeft te lang gewacht: verstuur opnieuw.",
    ),
    "too_many": (
        "Trop d’envois depuis cette connexion : réessayez plus tard.", "Too much sent from this connection: later.",
        "Troppi invii da questa connessione: riprovate più tardi.",
        "Zu viel von diesem Anschluss gesendet: bitte später.",
        "Demasiados envíos desde esta conexión: inténtelo más tarde.",
        "Te veel verstuurd vanaf deze verbinding: probeer later.",
    ),
    "too_many_mails": (
        "Trop d’annonces aujourd’hui avec cette adresse électronique : réessayez demain.",
        "Too many announcements with this e-mail address today: try again tomorrow.",
        "Troppi annunci oggi con questo indirizzo di posta elettronica: riprovate domani.",
        "Heute zu viele Ankündigungen mit dieser E-Mail-Adresse: bitte morgen noch einmal.",
        "Demasiados anuncios hoy con esta dirección de correo: inténtelo mañana.",
        "Te veel aankondigingen vandaag met dit e-mailadres: probeer het morgen opnieuw.",
    ),
    "body_too_large": (
        "L’envoi est trop lourd.", "This is too large.", "L’invio è troppo pesante.", "Das ist zu groß.",
        "El envío es demasiado grande.", "Dit is te groot.",
    ),
    "picture_too_large": (
        "L’image est trop lourde : 8 Mo et 25 millions de points au plus.",
        "The picture is too large: 8 MB and 25 million pixels at most.",
        "L’immagine è troppo pesante: al massimo 8 MB e 25 milioni di pixel.",
        "Das Bild ist zu groß: höchstens 8 MB und 25 Millionen Pixel.",
        "La imagen es demasiado grande: como máximo 8 MB y 25 millones de píxeles.",
        "De afbeelding is te groot: hoogstens 8 MB en 25 miljoen pixels.",
    ),
    "picture_too_slow": (
        "L’image est faite de trop de morceaux : enregistrez-la de nouveau, en JPEG ordinaire.",
        "The picture is made of too many pieces: save it again, as an ordinary JPEG.",
        "L’immagine è fatta di troppi pezzi: salvatela di nuovo come JPEG ordinario.",
        "Das Bild besteht aus zu vielen Teilen: bitte noch einmal als gewöhnliches JPEG speichern.",
        "La imagen tiene demasiadas partes: guárdela de nuevo como JPEG normal.",
        "De afbeelding bestaat uit te veel stukken: sla haar opnieuw op als gewone JPEG.",
    ),
    "picture_too_small": (
        "L’image est trop petite.", "The picture is too small.", "L’immagine è troppo piccola.",
        "Das Bild ist zu klein.", "La imagen es demasiado pequeña.", "De afbeelding is te klein.",
    ),
    "not_a_picture": (
        "Ce n’est pas une image JPEG, PNG ou WebP lisible.", "This is not a readable JPEG, PNG or WebP picture.",
        "Non è un’immagine JPEG, PNG o WebP leggibile.", "Das ist kein lesbares JPEG-, PNG- oder WebP-Bild.",
        "No es una imagen JPEG, PNG o WebP legible.", "Dit is geen leesbare JPEG-, PNG- of WebP-afbeelding.",
    ),
    "settled_since": (
        "Une première version de cette annonce est déjà arrivée, et réglée. Envoyez encore une fois pour que celle-ci "
        "soit relue comme une nouvelle annonce.",
        "A first version of this announcement has come already, and is settled. Send once more to have this one read "
        "as a new announcement.",
        "Una prima versione di questo annuncio è già arrivata ed è conclusa. Inviate ancora una volta perché questa "
        "sia riletta come un nuovo annuncio.",
        "Eine erste Fassung dieser Ankündigung ist schon angekommen und erledigt. Bitte noch einmal absenden, damit "
        "diese als neue Ankündigung gelesen wird.",
        "Una primera versión de este anuncio ya llegó y está resuelta. Envíe otra vez para que esta se lea como un "
        "anuncio nuevo.",
        "Een eerste versie van deze aankondiging is al aangekomen en afgehandeld. Verstuur nog eens om deze als nieuwe "
        "aankondiging te laten lezen.",
    ),
    "changed_by_link": (
        "Cette annonce est arrivée, puis a été modifiée par le lien reçu par courriel : corrigez-la par ce lien. "
        "Envoyée encore une fois d’ici, ce serait une nouvelle annonce.",
        "This announcement came, and was then changed by the mailed link: correct it by that link. Sent once more "
        "from here, it would be a new announcement.",
        "Questo annuncio è arrivato ed è stato poi modificato con il link ricevuto per e-mail: correggetelo con quel "
        "link. Inviato ancora una volta da qui, sarebbe un nuovo annuncio.",
        "Diese Ankündigung kam an und wurde dann über den Link aus der E-Mail geändert: Bitte dort verbessern. Von "
        "hier noch einmal gesendet, wäre es eine neue Ankündigung.",
        "Este anuncio llegó y después se modificó con el enlace recibido por correo: corríjalo con ese enlace. Enviado "
        "otra vez desde aquí, sería un anuncio nuevo.",
        "Deze aankondiging kwam aan en is daarna gewijzigd met de link uit de e-mail: verbeter haar met die link. Nog "
        "eens van hier verstuurd zou het een nieuwe aankondiging zijn.",
    ),
    "settled": (
        "Cette annonce est déjà réglée.", "This announcement is settled already.", "Questo annuncio è già concluso.",
        "Diese Ankündigung ist bereits erledigt.", "Este anuncio ya está resuelto.",
        "Deze aankondiging is al afgehandeld.",
    ),
}  # fmt: skip


def written_in(language: object) -> str:
    """The language in which somebody is answered: theirs when we write it, else English, French when none is said."""
    if not isinstance(language, str) or not language:
        return LANGUAGES[0]
    return language if language in LANGUAGES else "en"


def sentence_of(code: str, language: object, **values: object) -> str:
    """What a fault says to the author of the announcement."""
    return _SENTENCES[code][_ORDER.index(written_in(language))].format(**values)
