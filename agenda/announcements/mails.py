"""What the author of an announcement is written, in plain text and in their language; and what an office is."""

from dataclasses import dataclass

from agenda.announcements.links import without_links
from agenda.announcements.words import LANGUAGES, written_in

RECEIVED, ASKED, REFUSED, ACCEPTED, WITHDRAWN = "RECEIVED", "ASKED", "REFUSED", "ACCEPTED", "WITHDRAWN"
KINDS = (RECEIVED, ASKED, REFUSED, ACCEPTED, WITHDRAWN)


@dataclass(frozen=True)
class Mail:
    """Subject and body, ready to be sent."""

    subject: str
    body: str


# (subject, body) by kind, in the order of LANGUAGES. {title}, {note} (question or reason), {link}, {address} (public
# page), {who} (the office, or the site's name), {days} (until what was sent is forgotten).
_TEXTS: dict[str, tuple[tuple[str, str], ...]] = {
    RECEIVED: (
        (
            "Annonce reçue : {title}",
            "Bonjour,\n\nVotre annonce « {title} » est bien arrivée. {who} la relit avant de la publier et vous "
            "écrira.\n\nPour la modifier, la suivre ou la retirer tant qu’elle n’est pas publiée :\n{link}\n\nCe lien "
            "est à vous seul : qui l’a peut changer l’annonce.",
        ),
        (
            "Announcement received: {title}",
            "Hello,\n\nYour announcement “{title}” has arrived. {who} reads it before publishing it and will write to "
            "you.\n\nTo change, follow or withdraw it until it is published:\n{link}\n\nThis link is yours alone: "
            "whoever has it can change the announcement.",
        ),
        (
            "Annuncio ricevuto: {title}",
            "Buongiorno,\n\nil suo annuncio «{title}» è arrivato. {who} lo rilegge prima di pubblicarlo e le "
            "scriverà.\n\nPer modificarlo, seguirlo o ritirarlo finché non è pubblicato:\n{link}\n\nQuesto link è solo "
            "suo: chi lo possiede può cambiare l’annuncio.",
        ),
        (
            "Ankündigung erhalten: {title}",
            "Guten Tag,\n\nIhre Ankündigung „{title}“ ist angekommen. {who} liest sie vor der Veröffentlichung und "
            "schreibt Ihnen.\n\nUm sie bis zur Veröffentlichung zu ändern, zu verfolgen oder zurückzuziehen:\n{link}"
            "\n\nDieser Link gehört nur Ihnen: Wer ihn hat, kann die Ankündigung ändern.",
        ),
        (
            "Anuncio recibido: {title}",
            "Buenos días:\n\nSu anuncio «{title}» ha llegado. {who} lo lee antes de publicarlo y le escribirá.\n\nPara "
            "modificarlo, seguirlo o retirarlo mientras no esté publicado:\n{link}\n\nEste enlace es solo suyo: quien "
            "lo tiene puede cambiar el anuncio.",
        ),
        (
            "Aankondiging ontvangen: {title}",
            "Goedendag,\n\nUw aankondiging “{title}” is aangekomen. {who} leest haar vóór publicatie en schrijft u.\n\n"
            "Om haar te wijzigen, te volgen of in te trekken zolang zij niet gepubliceerd is:\n{link}\n\nDeze link is "
            "alleen van u: wie hem heeft, kan de aankondiging wijzigen.",
        ),
    ),
    ASKED: (
        (
            "Une question sur votre annonce : {title}",
            "Bonjour,\n\n{who} a une question sur votre annonce « {title} » :\n\n{note}\n\nPour répondre, complétez "
            "l’annonce ici :\n{link}",
        ),
        (
            "A question about your announcement: {title}",
            "Hello,\n\n{who} has a question about your announcement “{title}”:\n\n{note}\n\nTo answer, complete the "
            "announcement here:\n{link}",
        ),
        (
            "Una domanda sul suo annuncio: {title}",
            "Buongiorno,\n\n{who} ha una domanda sul suo annuncio «{title}»:\n\n{note}\n\nPer rispondere, completi "
            "l’annuncio qui:\n{link}",
        ),
        (
            "Eine Frage zu Ihrer Ankündigung: {title}",
            "Guten Tag,\n\n{who} hat eine Frage zu Ihrer Ankündigung „{title}“:\n\n{note}\n\nZum Antworten ergänzen "
            "Sie bitte die Ankündigung hier:\n{link}",
        ),
        (
            "Una pregunta sobre su anuncio: {title}",
            "Buenos días:\n\n{who} tiene una pregunta sobre su anuncio «{title}»:\n\n{note}\n\nPara responder, "
            "complete el anuncio aquí:\n{link}",
        ),
        (
            "Een vraag over uw aankondiging: {title}",
            "Goedendag,\n\n{who} heeft een vraag over uw aankondiging “{title}”:\n\n{note}\n\nVul om te antwoorden de "
            "aankondiging hier aan:\n{link}",
        ),
    ),
    REFUSED: (
        (
            "Annonce non publiée : {title}",
            "Bonjour,\n\n{who} n’a pas publié votre annonce « {title} », pour cette raison :\n\n{note}\n\nElle sera "
            "effacée, avec votre adresse, dans {days} jours.",
        ),
        (
            "Announcement not published: {title}",
            "Hello,\n\n{who} did not publish your announcement “{title}”, for this reason:\n\n{note}\n\nIt will be "
            "erased, with your address, in {days} days.",
        ),
        (
            "Annuncio non pubblicato: {title}",
            "Buongiorno,\n\n{who} non ha pubblicato il suo annuncio «{title}», per questo motivo:\n\n{note}\n\nSarà "
            "cancellato, con il suo indirizzo, tra {days} giorni.",
        ),
        (
            "Ankündigung nicht veröffentlicht: {title}",
            "Guten Tag,\n\n{who} hat Ihre Ankündigung „{title}“ aus diesem Grund nicht veröffentlicht:\n\n{note}\n\n"
            "Sie wird mit Ihrer Adresse in {days} Tagen gelöscht.",
        ),
        (
            "Anuncio no publicado: {title}",
            "Buenos días:\n\n{who} no ha publicado su anuncio «{title}» por este motivo:\n\n{note}\n\nSe borrará, con "
            "su dirección, dentro de {days} días.",
        ),
        (
            "Aankondiging niet gepubliceerd: {title}",
            "Goedendag,\n\n{who} heeft uw aankondiging “{title}” om deze reden niet gepubliceerd:\n\n{note}\n\nZij "
            "wordt met uw adres over {days} dagen gewist.",
        ),
    ),
    ACCEPTED: (
        (
            "Annonce publiée : {title}",
            "Bonjour,\n\nVotre annonce « {title} » est publiée :\n{address}\n\nUn changement, une annulation ? Écrivez "
            "à {who}. Votre adresse sera effacée dans {days} jours.",
        ),
        (
            "Announcement published: {title}",
            "Hello,\n\nYour announcement “{title}” is published:\n{address}\n\nA change, a cancellation? Write to "
            "{who}. Your address will be erased in {days} days.",
        ),
        (
            "Annuncio pubblicato: {title}",
            "Buongiorno,\n\nil suo annuncio «{title}» è pubblicato:\n{address}\n\nUna modifica, un annullamento? "
            "Scriva a {who}. Il suo indirizzo sarà cancellato tra {days} giorni.",
        ),
        (
            "Ankündigung veröffentlicht: {title}",
            "Guten Tag,\n\nIhre Ankündigung „{title}“ ist veröffentlicht:\n{address}\n\nEine Änderung, eine Absage? "
            "Schreiben Sie an {who}. Ihre Adresse wird in {days} Tagen gelöscht.",
        ),
        (
            "Anuncio publicado: {title}",
            "Buenos días:\n\nSu anuncio «{title}» está publicado:\n{address}\n\n¿Un cambio, una cancelación? Escriba a "
            "{who}. Su dirección se borrará dentro de {days} días.",
        ),
        (
            "Aankondiging gepubliceerd: {title}",
            "Goedendag,\n\nUw aankondiging “{title}” is gepubliceerd:\n{address}\n\nEen wijziging, een afgelasting? "
            "Schrijf naar {who}. Uw adres wordt over {days} dagen gewist.",
        ),
    ),
    WITHDRAWN: (
        (
            "Annonce retirée : {title}",
            "Bonjour,\n\nVotre annonce « {title} » est retirée : elle ne sera pas publiée. Elle sera effacée, avec "
            "votre adresse, dans {days} jours.",
        ),
        (
            "Announcement withdrawn: {title}",
            "Hello,\n\nYour announcement “{title}” is withdrawn: it will not be published. It will be erased, with "
            "your address, in {days} days.",
        ),
        (
            "Annuncio ritirato: {title}",
            "Buongiorno,\n\nil suo annuncio «{title}» è ritirato: non sarà pubblicato. Sarà cancellato, con il suo "
            "indirizzo, tra {days} giorni.",
        ),
        (
            "Ankündigung zurückgezogen: {title}",
            "Guten Tag,\n\nIhre Ankündigung „{title}“ ist zurückgezogen: Sie wird nicht veröffentlicht und mit Ihrer "
            "Adresse in {days} Tagen gelöscht.",
        ),
        (
            "Anuncio retirado: {title}",
            "Buenos días:\n\nSu anuncio «{title}» está retirado: no se publicará. Se borrará, con su dirección, dentro "
            "de {days} días.",
        ),
        (
            "Aankondiging ingetrokken: {title}",
            "Goedendag,\n\nUw aankondiging “{title}” is ingetrokken: zij wordt niet gepubliceerd. Zij wordt met uw "
            "adres over {days} dagen gewist.",
        ),
    ),
}

_SIGNED = (
    "Vous recevez ce message parce que cette adresse a été donnée avec l’annonce.",
    "You receive this message because this address was given with the announcement.",
    "Riceve questo messaggio perché questo indirizzo è stato indicato con l’annuncio.",
    "Sie erhalten diese Nachricht, weil diese Adresse mit der Ankündigung angegeben wurde.",
    "Recibe este mensaje porque esta dirección se indicó con el anuncio.",
    "U ontvangt dit bericht omdat dit adres bij de aankondiging is opgegeven.",
)


def mail_of(
    kind: str,
    language: str,
    *,
    site: str,
    who: str,
    title: str,
    link: str = "",
    address: str = "",
    note: str = "",
    days: int = 0,
) -> Mail:
    """What the author is told.

    Args:
        kind: one of KINDS.
        title: as its author typed it. Whoever typed it may have given somebody else's address: no link comes of it.
        who: the office, or the site's name when no office has the commune.
        link: where the announcement can be changed; address: where it is published.
        note: the question or the reason, as a person wrote it.
        days: until the announcement and the address are forgotten.
    """
    place = LANGUAGES.index(written_in(language))
    subject, body = _TEXTS[kind][place]
    # What people wrote is put in last and never read as a form.
    said = {
        "title": without_links(title),
        "who": who or site,
        "link": link,
        "address": address,
        "note": note,
        "days": days,
    }
    head = " ".join(subject.format(**said).split())
    return Mail(f"[{site}] {head}", f"{body.format(**said)}\n\n-- \n{site}\n{_SIGNED[place]}\n")
