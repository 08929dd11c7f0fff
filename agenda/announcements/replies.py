"""Ready-made questions and reasons: chosen by an office in its own words, read by the author in theirs."""

from agenda.announcements.words import LANGUAGES, written_in

# In the order of LANGUAGES.
QUESTIONS: dict[str, tuple[str, ...]] = {
    "hours": (
        "À quelle heure cela commence-t-il, et finit-il ?", "At what time does it begin and end?",
        "A che ora comincia e finisce?", "Wann beginnt und endet es?", "¿A qué hora empieza y termina?",
        "Hoe laat begint en eindigt het?",
    ),
    "place": (
        "Où cela se passe-t-il exactement (salle, place, adresse) ?", "Where exactly is it (room, square, address)?",
        "Dove si svolge esattamente (sala, piazza, indirizzo)?", "Wo genau findet es statt (Saal, Platz, Adresse)?",
        "¿Dónde es exactamente (sala, plaza, dirección)?", "Waar is het precies (zaal, plein, adres)?",
    ),
    "price": (
        "Est-ce gratuit ? Sinon, quel est le prix, et faut-il réserver ?",
        "Is it free? If not, what does it cost, and must one book?",
        "È gratuito? Altrimenti, quanto costa e bisogna prenotare?",
        "Ist es kostenlos? Wenn nicht, was kostet es, und muss man sich anmelden?",
        "¿Es gratuito? Si no, ¿cuánto cuesta y hay que reservar?",
        "Is het gratis? Zo niet, wat kost het en moet men reserveren?",
    ),
    "picture": (
        "Qui a fait l’image, et pouvons-nous la publier ?", "Who made the picture, and may we publish it?",
        "Chi ha fatto l’immagine, e possiamo pubblicarla?", "Wer hat das Bild gemacht, und dürfen wir es zeigen?",
        "¿Quién hizo la imagen, y podemos publicarla?", "Wie maakte de afbeelding, en mogen wij haar publiceren?",
    ),
}  # fmt: skip
REASONS: dict[str, tuple[str, ...]] = {
    "known": (
        "Cet événement est déjà annoncé dans l’agenda.", "This event is in the agenda already.",
        "Questo evento è già nell’agenda.", "Diese Veranstaltung steht bereits im Kalender.",
        "Este evento ya está en la agenda.", "Dit evenement staat al in de agenda.",
    ),
    "private": (
        "L’agenda n’annonce que ce qui est ouvert au public.", "The agenda only tells what is open to the public.",
        "L’agenda annuncia solo ciò che è aperto al pubblico.",
        "Der Kalender nennt nur, was öffentlich zugänglich ist.", "La agenda solo anuncia lo abierto al público.",
        "De agenda meldt alleen wat openbaar toegankelijk is.",
    ),
    "elsewhere": (
        "Cela se passe en dehors de notre territoire.", "It takes place outside our territory.",
        "Si svolge fuori dal nostro territorio.", "Es findet außerhalb unseres Gebiets statt.",
        "Tiene lugar fuera de nuestro territorio.", "Het vindt buiten ons gebied plaats.",
    ),
    "advertising": (
        "Ce n’est pas un événement mais une publicité ou une activité permanente.",
        "This is not an event but an advertisement or a permanent activity.",
        "Non è un evento ma una pubblicità o un’attività permanente.",
        "Das ist keine Veranstaltung, sondern Werbung oder ein dauerhaftes Angebot.",
        "No es un evento sino una publicidad o una actividad permanente.",
        "Dit is geen evenement maar reclame of een doorlopende activiteit.",
    ),
    "late": (
        "L’annonce est arrivée trop tard.", "The announcement came too late.", "L’annuncio è arrivato troppo tardi.",
        "Die Ankündigung kam zu spät.", "El anuncio llegó demasiado tarde.", "De aankondiging kwam te laat.",
    ),
    "unclear": (
        "Il manque de quoi comprendre ce qui est proposé.", "Too much is missing to understand what is offered.",
        "Manca troppo per capire che cosa viene proposto.",
        "Es fehlt zu viel, um zu verstehen, was angeboten wird.", "Falta información para entender la propuesta.",
        "Er ontbreekt te veel om te begrijpen wat wordt aangeboden.",
    ),
}  # fmt: skip


def question_in(code: str, language: str) -> str:
    """A ready-made question as its author reads it."""
    return QUESTIONS[code][LANGUAGES.index(written_in(language))]


def reason_in(code: str, language: str) -> str:
    """A ready-made reason as its author reads it."""
    return REASONS[code][LANGUAGES.index(written_in(language))]
