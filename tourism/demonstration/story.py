"""The story of the demonstration: six steps along the loop of Moustiers, in three languages.

Beacon identifiers, codes and numbers are invented. The legend of the star is told as what it is, a legend.
"""

from typing import Any

from django.db import transaction

from cms.texts import HUMAN, Texts, texts_from_plain
from tourism.actions import announce_story, new_public_id
from tourism.apidae.demonstration.content.trails import STORY_STOPS, STORY_TRAIL_ID
from tourism.enums import APIDAE, BeaconScheme, RecordKind, TriggerKind
from tourism.models import RemoteImage, SourceRecord, Story, StoryStep, Trail, Trigger

SOURCE = "demonstration"
BEACON_UUID = "7b0d5c1e-04aa-4e57-9c0f-5a7e1a04f00d"


def t(fr: str, en: str, it: str) -> Texts:
    """A text written by people in three languages."""
    return texts_from_plain({"fr": fr, "en": en, "it": it}, origin=HUMAN)


def p(fr: str, en: str, it: str) -> dict[str, str]:
    """Plain texts in three languages."""
    return {"fr": fr, "en": en, "it": it}


NAME = t("L’étoile et le potier", "The star and the potter", "La stella e il vasaio")
INTRO = t(
    "Blanche apprend le métier de son grand-père, potier à Moustiers. Aujourd’hui, il l’envoie porter un bol à "
    "l’ermite de la chapelle : sur le chemin, six haltes lui livrent un morceau de l’histoire du village.",
    "Blanche is learning her grandfather’s trade: he is a potter in Moustiers. Today he sends her to take a bowl to "
    "the hermit of the chapel, and at six stops along the way the village tells her a piece of its story.",
    "Blanche impara il mestiere del nonno, vasaio a Moustiers. Oggi lui la manda a portare una ciotola all’eremita "
    "della cappella: lungo il cammino, sei soste le raccontano un pezzo della storia del paese.",
)

STEPS: tuple[dict[str, Any], ...] = (
    {
        "name": t("La terre et le feu", "Earth and fire", "La terra e il fuoco"),
        "text": t(
            "« Regarde tes mains », dit le grand-père. « Moustiers tient dedans : de l’argile, de l’eau, du bois "
            "pour le four. » Sur la place, l’eau du torrent passe sous les maisons. Sans elle, ni moulin, ni faïence.",
            "“Look at your hands,” says her grandfather. “Moustiers fits inside them: clay, water, and wood for the "
            "kiln.” On the square the torrent runs beneath the houses. Without it, no mill and no earthenware.",
            "«Guardati le mani», dice il nonno. «Moustiers ci sta dentro: argilla, acqua e legna per il forno.» "
            "Sulla piazza il torrente passa sotto le case. Senza di lui, né mulino né maiolica.",
        ),
        "radius": 35,
        "number": "101",
    },
    {
        "name": t("Le pont et le torrent", "The bridge and the torrent", "Il ponte e il torrente"),
        "text": t(
            "L’Adou coupe le village en deux. Blanche tend l’oreille : après l’orage, il gronde, l’été il chuchote. "
            "Les anciens savaient à son bruit s’il fallait rentrer les pots qui séchaient dehors.",
            "The Adou cuts the village in two. Blanche listens: after a storm it roars, in summer it whispers. The "
            "old people could tell from its voice whether the pots drying outside had to be brought in.",
            "L’Adou taglia il paese in due. Blanche tende l’orecchio: dopo il temporale ruggisce, d’estate sussurra. "
            "Gli anziani capivano dal suo rumore se bisognava ritirare i vasi messi ad asciugare.",
        ),
        "question": t(
            "Pourquoi les potiers écoutaient-ils le torrent ?",
            "Why did the potters listen to the torrent?",
            "Perché i vasai ascoltavano il torrente?",
        ),
        "answers": [
            {
                "text": p("Pour prévoir la pluie", "To foresee the rain", "Per prevedere la pioggia"),
                "right": True,
                "feedback": p(
                    "Oui : un pot cru sous l’averse redevient de la boue.",
                    "Yes: an unfired pot in a downpour turns back into mud.",
                    "Sì: un vaso crudo sotto l’acquazzone torna fango.",
                ),
            },
            {
                "text": p("Pour chanter en mesure", "To sing in time", "Per cantare a tempo"),
                "right": False,
                "feedback": p(
                    "Joli, mais leur souci était la pluie sur les pots encore crus.",
                    "A nice thought, but they worried about rain on pots not yet fired.",
                    "Bello, ma temevano la pioggia sui vasi ancora crudi.",
                ),
            },
        ],
        "radius": 30,
        "number": "102",
    },
    {
        "name": t("Les marches", "The steps", "I gradini"),
        "text": t(
            "Le chemin monte entre les oratoires. À chaque halte, Blanche change le bol de main. « On ne casse que ce "
            "que l’on serre trop », répétait le grand-père. Retournez-vous : le village n’est plus qu’un toit.",
            "The path climbs between the wayside shrines. At each one Blanche shifts the bowl to the other hand. “You "
            "only break what you hold too tight,” her grandfather used to say. Turn round: the village is one roof.",
            "Il sentiero sale tra le edicole. A ogni sosta Blanche cambia mano alla ciotola. «Si rompe solo ciò che "
            "si stringe troppo», ripeteva il nonno. Voltatevi: il paese è ormai un solo tetto.",
        ),
        "radius": 35,
        "number": "103",
    },
    {
        "name": t("La chapelle dans la faille", "The chapel in the cleft", "La cappella nella gola"),
        "text": t(
            "Notre-Dame de Beauvoir se tient entre deux falaises. L’ermite prend le bol, le remplit à la source et le "
            "rend : « Garde-le. Un bol qui n’a servi personne n’est qu’une forme. » Dedans, un bout de ciel tremble.",
            "Notre-Dame de Beauvoir stands between two cliffs. The hermit takes the bowl, fills it at the spring and "
            "hands it back: “Keep it. A bowl that has served nobody is only a shape.” A scrap of sky trembles in it.",
            "Notre-Dame de Beauvoir sta tra due falesie. L’eremita prende la ciotola, la riempie alla sorgente e la "
            "rende: «Tienila. Una ciotola che non ha servito nessuno è solo una forma.» Dentro trema un po’ di cielo.",
        ),
        "radius": 40,
        "number": "104",
        "beacon": (4, 104),
    },
    {
        "name": t("L’étoile", "The star", "La stella"),
        "text": t(
            "Levez les yeux : une chaîne relie les deux falaises, une étoile pend au milieu. On raconte qu’un "
            "chevalier, revenu de captivité, l’y fit suspendre. Personne ne sait si c’est vrai. L’étoile est là.",
            "Look up: a chain joins the two cliffs and a star hangs in the middle. They say that a knight back from "
            "captivity had it put there. Nobody knows whether that is true. The star, at any rate, is there.",
            "Alzate gli occhi: una catena unisce le due falesie e in mezzo pende una stella. Si racconta che la fece "
            "appendere un cavaliere tornato dalla prigionia. Nessuno sa se sia vero. La stella, però, c’è.",
        ),
        "question": t(
            "De quelle couleur est l’étoile au soleil ?",
            "What colour is the star in the sun?",
            "Di che colore è la stella al sole?",
        ),
        "answers": [
            {
                "text": p("Dorée", "Golden", "Dorata"),
                "right": True,
                "feedback": p("Bien vu !", "Well spotted!", "Ben visto!"),
            },
            {
                "text": p("Bleue", "Blue", "Azzurra"),
                "right": False,
                "feedback": p(
                    "Attendez qu’un rayon la touche.", "Wait for a ray of sun.", "Aspettate un raggio di sole."
                ),
            },
        ],
        "radius": 45,
        "number": "105",
    },
    {
        "name": t("Le retour", "The way back", "Il ritorno"),
        "text": t(
            "À Sainte-Anne, Blanche pose enfin le bol. Le grand-père l’attendait. Il le retourne : sous le pied, il "
            "avait gravé une étoile. « Maintenant, tu sais ce qu’il faut y mettre. »",
            "At Sainte-Anne Blanche puts the bowl down at last. Her grandfather was waiting. He turns it over: on its "
            "foot he had carved a star. “Now you know what to put in it.”",
            "A Sainte-Anne Blanche posa finalmente la ciotola. Il nonno l’aspettava. La rovescia: sotto il piede "
            "aveva inciso una stella. «Adesso sai che cosa metterci.»",
        ),
        "radius": 40,
        "number": "106",
    },
)


@transaction.atomic
def load_story() -> Story | None:
    """Write the story on its imported trail; None when that trail is not there. Written anew each time."""
    record = SourceRecord.objects.filter(
        source=APIDAE, external_id=str(STORY_TRAIL_ID), kind=RecordKind.TRAIL, subject_id__isnull=False
    ).first()
    if record is None:
        return None
    trail = Trail.objects.select_related("commune").get(pk=record.subject_id)
    pictures = [entry for entry in trail.facts.get("images", ()) if entry.get("url")]
    picture = RemoteImage.objects.filter(url=pictures[0]["url"]).first() if pictures else None
    story, _created = Story.objects.update_or_create(
        public_id=new_public_id(SOURCE, "story-1"),
        defaults={
            "name": NAME,
            "intro": INTRO,
            "trail": trail,
            "office": trail.office,
            "image": picture,
            "image_credit": pictures[0].get("credit", "") if pictures else "",
        },
    )
    StoryStep.objects.filter(story=story).delete()
    for position, (step, (_name, latitude, longitude)) in enumerate(zip(STEPS, STORY_STOPS, strict=True), start=1):
        written = StoryStep.objects.create(
            story=story,
            public_id=new_public_id(SOURCE, f"story-1-step-{position}"),
            position=position,
            name=step["name"],
            text=step["text"],
            question=step.get("question", {}),
            answers=step.get("answers", []),
            latitude=latitude,
            longitude=longitude,
        )
        triggers = [
            Trigger(
                kind=TriggerKind.GEOFENCE, latitude=latitude, longitude=longitude, radius=step["radius"], step=written
            ),
            Trigger(kind=TriggerKind.QR, code=f"etoile{position}", step=written),
            Trigger(kind=TriggerKind.NUMBER, number=step["number"], step=written),
        ]
        if "beacon" in step:
            major, minor = step["beacon"]
            triggers.append(
                Trigger(
                    kind=TriggerKind.BEACON,
                    scheme=BeaconScheme.ALTBEACON,
                    uuid=BEACON_UUID,
                    major=major,
                    minor=minor,
                    radius=10,
                    step=written,
                )
            )
        Trigger.objects.bulk_create(triggers)
    announce_story(story)
    return story
