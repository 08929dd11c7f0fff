"""The screens that settle pairs: who sees what, each answer, several at once, parted again."""

from dataclasses import fields

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from agenda.actions import merge_events, proposed_orders, settle_pair
from agenda.admin.duplicates.reasons import SENTENCES, spoken_reasons
from agenda.dedupe import ReasonCode
from agenda.enums import PairState
from agenda.models import Event, EventPair
from agenda.records import EventRecord
from tests.agenda.admin.pairs_to_settle import BULK, NAMES, SOON, URL, answer, group_of, pairs
from tests.agenda.events import days, make_event
from tests.agenda.told import told
from tests.tourism.admin.back_office import submit
from tourism.admin.fields import spoken_text
from tourism.enums import APIDAE
from tourism.models import Merge, Office, SourceRecord

pytestmark = pytest.mark.django_db
JOINED = "/admin/duplicates/joined/"


def edit_url(event: Event) -> str:
    return f"/admin/snippets/agenda/event/edit/{event.pk}/"


def test_pair_is_shown_side_by_side_with_its_reasons_and_what_differs(agency):
    pair = pairs(1)[0]
    page = agency.get(URL)
    text = page.content.decode()
    assert page.context["pair"] == pair
    assert [side["event"].title for side in page.context["sides"]] == [
        "Veillée calendale aux chandelles",
        "Veillée calendale",
    ]
    rows = {row["key"]: row["differs"] for row in page.context["rows"]}
    assert (rows["name.fr"], rows["schedule"], rows["venue"]) == (True, False, True)
    # What only one of them says contradicts nothing.
    assert [row["key"] for row in page.context["rows"] if row["contradicts"]] == ["name.fr"]
    assert "Un titre contient l’autre" in text and "Apidae Tourisme" in text and 'aria-keyshortcuts="s"' in text


def label(text: str) -> dict:
    return {"id": 1, "family": "f", "label": {"fr": text}}


# What a source may say of an event, each with words that an editor reads of it.
EVERYTHING = {
    "address": ({"lines": ["Rue Grande"], "city": "Manosque"}, "Rue Grande, Manosque"),
    "contacts": ([{"kind": "PHONE", "value": "04"}, {"kind": "EMAIL", "value": "a@b.fr"}], "04\nAdresse"),
    "accessibility": ([label("Boucle magnétique"), label("Rampe")], "Boucle magnétique\nRampe"),
    "audiences": ([label("Familles")], "Familles"),
    "price": ({"free": False, "indication": "PAYANT", "conditions": {"gratuitPourLesMoinsDe": 6}}, "avant 6 ans"),
    "booking": ([{"name": "Foyer", "contacts": [{"kind": "PHONE", "value": "05"}]}], "Foyer – Téléphone : 05"),
    "payment": ([label("Chèque")], "Chèque"),
    "services": ([label("Buvette")], "Buvette"),
    "equipments": ([label("Parking")], "Parking"),
    "labels": ([label("Tourisme et handicap")], "Tourisme et handicap"),
    "themes": ([label("Contes")], "Contes"),
    "access": ({"fr": "Par la place"}, "Par la place"),
    "opening": ({"fr": "À la nuit"}, "À la nuit"),
    "alert": ({"fr": "Report en cas de pluie"}, "Report"),
    "organiser": ("Foyer rural", "Foyer rural"),
    "venue": ("Théâtre", "Théâtre"),
    "status": ("CANCELLED", "Annulé"),
    "spoken_languages": ([label("Italien")], "Italien"),
    "event_categories": (["CONCERT"], "Concert"),
    "commune_code": ("04112", "Manosque"),
    "schedule": (days(SOON), "18\xa0h"),
    "summary": ({"fr": "Bref", "en": "Short"}, "Bref"),
    "description": ({"fr": "Long"}, "Long"),
}
# Numbers, pictures, words of the source's own and of the machine's: shown otherwise, or nothing to compare.
ELSEWHERE = {
    "name", "latitude", "longitude", "altitude", "images", "media", "categories", "temporarily_closed", "links",
    "details", "state", "publish_from", "expires_on", "alert_from", "alert_until", "reach", "place_external_id",
    "place_public_id", "part_of_external_id",
}  # fmt: skip


def test_every_field_of_the_two_is_said_in_words(agency):
    assert EVERYTHING.keys() | ELSEWHERE == {field.name for field in fields(EventRecord)}
    one = told(APIDAE, "1", NAMES[0], **{name: value for name, (value, _words) in EVERYTHING.items()})
    other = make_event("Autre chose", days(SOON))
    EventPair.objects.create(left=one, right=other, score=0.8)
    page = agency.get(URL)
    assert page.context["sides"][1]["event"] == one
    rows = {row["key"]: row["values"][1] for row in page.context["rows"]}
    for name, (_value, words) in EVERYTHING.items():
        assert words in rows.get(name, rows.get(f"{name}.fr", "")), name
    assert rows["summary.en"] == "Short"
    said = "".join(rows.values())
    assert not [mark for mark in ("{", "[", "_", "PAYANT", "CONCERT", "gratuitPour") if mark in said]


def test_texts_that_differ_only_at_their_end_are_said_to_differ(agency):
    pair = pairs(1)[0]
    for pk, end in ((pair.left_id, "a"), (pair.right_id, "b")):
        Event.objects.filter(pk=pk).update(description={"fr": {"text": "long " * 1000 + end}})
    assert [row["differs"] for row in agency.get(URL).context["rows"] if row["key"] == "description.fr"] == [True]


def test_the_other_one_can_be_kept(agency):
    pair = pairs(1)[0]
    kept = agency.get(URL).context["sides"][1]["event"]
    page = agency.get(agency.get(URL).context["swap_url"])
    assert page.context["sides"][0]["event"] == kept
    answer(agency, pair, "same", kept=kept.pk)
    assert Merge.objects.get().kept_id == kept.pk


@pytest.mark.parametrize(
    "said, state, published",
    [("same", PairState.SAME, 1), ("different", PairState.DIFFERENT, 2), ("later", PairState.LATER, 2)],
)
def test_each_answer_is_kept_and_can_be_taken_back(agency, said, state, published):
    pair = pairs(1)[0]
    page = agency.get(answer(agency, pair, said).url)
    pair.refresh_from_db()
    assert (pair.state, Event.objects.filter(published=True).count()) == (state, published)
    assert page.context["done"] == pair
    answer(agency, pair, "undo")
    pair.refresh_from_db()
    assert (pair.state, Event.objects.filter(published=True).count()) == (PairState.OPEN, 2)


def test_next_pair_follows_the_answer(agency):
    first, second = pairs(2)
    assert agency.get(answer(agency, first, "different").url).context["pair"] == second
    assert agency.get(URL).context["number"] == 1


def test_answer_that_does_not_exist_does_nothing(agency):
    pair = pairs(1)[0]
    answer(agency, pair, "maybe")
    assert EventPair.objects.get().state == PairState.OPEN
    assert agency.post(URL, {"pair": "x" * 40, "answer": "same"}).status_code == 404


@pytest.mark.parametrize(
    "kept, absorbed, verdon_sees, verdon_joins",
    [
        ("verdon", "verdon", True, True),
        ("salagon", "verdon", True, True),
        ("", "verdon", True, True),
        ("verdon", "", True, True),
        # What another office announces does not disappear by the word of this one.
        ("verdon", "salagon", True, False),
        ("", "salagon", False, False),
        ("salagon", "", False, False),
        ("salagon", "salagon", False, False),
        ("", "", False, False),
    ],
)
@pytest.mark.parametrize("way", ["one", "many"])
def test_office_settles_pairs_of_which_one_is_its_own_and_joins_nothing_of_another_office(
    agency, verdon, salagon, way, kept, absorbed, verdon_sees, verdon_joins
):
    pair = pairs(1)[0]
    # What APIDAE tells is kept, what a calendar tells is absorbed.
    assert proposed_orders([pair]) == {pair.pk: (pair.left_id, pair.right_id)}
    for pk, name in ((pair.left_id, kept), (pair.right_id, absorbed)):
        office = Office.objects.get(group__name=group_of(name)) if name else None
        Event.objects.filter(pk=pk).update(office=office)
    assert (agency.get(URL).context["number"], agency.get(URL).context["refused"]) == (1, "")
    assert 'type="checkbox" name="pairs"' in agency.get(BULK, {"least": 0}).content.decode()
    page, bulk = verdon.get(URL), verdon.get(BULK, {"least": 0})
    assert page.context["number"] == len(bulk.context["pairs"]) == int(verdon_sees)
    assert ('value="same"' in page.content.decode()) == verdon_joins
    assert ('type="checkbox" name="pairs"' in bulk.content.decode()) == verdon_joins
    if verdon_sees and not verdon_joins:
        said = f"« Veillée calendale » est à « {Office.objects.get(group__name=group_of('salagon')).name} »"
        assert said in page.content.decode() and said in bulk.content.decode()
    sent = answer(verdon, pair, "same") if way == "one" else verdon.post(BULK, {"pairs": [pair.pk]})
    assert sent.status_code == (302 if verdon_sees or way == "many" else 404)
    pair.refresh_from_db()
    assert (pair.state, Merge.objects.count()) == ((PairState.SAME, 1) if verdon_joins else (PairState.OPEN, 0))
    if not verdon_joins:
        settle_pair(pair, state=PairState.SAME, by="")
    assert len(verdon.get(JOINED).context["merges"].object_list) == int(verdon_sees)
    parted = verdon.post(JOINED, {"merge": Merge.objects.get().pk})
    assert parted.status_code == (302 if verdon_sees else 404)


def test_office_gives_its_own_event_up_for_that_of_another_but_not_the_other_way_round(verdon, salagon):
    pair = pairs(1)[0]
    for pk, name in ((pair.left_id, "verdon"), (pair.right_id, "salagon")):
        Event.objects.filter(pk=pk).update(office=Office.objects.get(group__name=group_of(name)))
    swapped = verdon.get(verdon.get(URL).context["swap_url"])
    assert swapped.context["refused"] == "" and 'value="same"' in swapped.content.decode()
    answer(salagon, pair, "same", kept=pair.right_id)
    assert not Merge.objects.exists()
    answer(verdon, pair, "same", kept=pair.right_id)
    assert Merge.objects.get().absorbed_id == pair.left_id
    # Whose event is part of another takes that back, and says that they are two.
    answer(verdon, pair, "undo")
    answer(verdon, pair, "different")
    assert EventPair.objects.get().state == PairState.DIFFERENT


def test_who_edits_no_events_sees_no_pairs(client, django_user_model):
    django_user_model.objects.create_user("reader", password="x")
    client.login(username="reader", password="x")
    assert client.get(URL).status_code in (302, 403)


def test_obvious_ones_are_joined_from_a_list(agency):
    found = pairs(3)
    page = agency.get(BULK, {"least": 70})
    assert len(page.context["pairs"]) == 3
    agency.post(BULK, {"pairs": [found[0].pk, found[2].pk]})
    assert sorted(EventPair.objects.filter(state=PairState.SAME).values_list("pk", flat=True)) == sorted(
        [found[0].pk, found[2].pk]
    )


def test_what_is_shown_as_so_many_percent_is_found_from_there_on(agency):
    pair = pairs(1)[0]
    EventPair.objects.filter(pk=pair.pk).update(score=0.8496)
    assert len(agency.get(BULK, {"least": 85}).context["pairs"]) == 0
    (listed,) = agency.get(BULK, {"least": 80}).context["pairs"]
    assert (listed.percent, agency.get(URL).context["score"]) == (84, 84)


def test_what_speaks_against_a_pair_is_not_hidden_from_who_joins_many(agency):
    pair = pairs(1)[0]
    told = [{"code": "SAME_COMMUNE", "values": {}}, {"code": "SAME_SOURCE", "values": {"source": APIDAE}}]
    EventPair.objects.filter(pk=pair.pk).update(reasons=told)
    assert "Contre : Les deux viennent de Apidae Tourisme" in agency.get(BULK, {"least": 0}).content.decode()


def test_form_of_an_event_leads_to_what_is_part_of_it_and_both_are_two_again(agency):
    pair = pairs(1)[0]
    settle_pair(pair, state=PairState.SAME, by="Zoé")
    merge = Merge.objects.get()
    form = agency.get(f"/admin/snippets/agenda/event/edit/{merge.kept_id}/").content.decode()
    assert "1 fiche réunie ici" in form and f"/admin/duplicates/joined/?event={merge.kept_id}" in form
    agency.post(f"{JOINED}?event={merge.kept_id}", {"merge": merge.pk})
    assert Event.objects.filter(published=True).count() == 2
    assert EventPair.objects.get().state == PairState.DIFFERENT


def test_form_of_what_is_part_of_another_says_so_at_its_top_and_leads_to_both(agency, verdon):
    pair = pairs(1, "", group_of("verdon"))[0]
    url = f"/admin/snippets/agenda/event/edit/{pair.right_id}/"
    assert "est réuni à" not in agency.get(url).content.decode()
    settle_pair(pair, state=PairState.SAME, by="Zoé")
    kept = pair.left
    parting = f"{JOINED}?event={kept.pk}"
    Event.objects.filter(pk=kept.pk).update(office=None)
    for client, heir_url in ((agency, edit_url(kept)), (verdon, f"/event/{kept.public_id}")):
        text = client.get(url).content.decode()
        at = text.index(f"Cet événement est réuni à « {kept} »")
        assert at < text.index('name="when_first"')
        assert f'href="{heir_url}"' in text[at : at + 600] and f'href="{parting}"' in text[at : at + 600]
        # Where it leads the two can be parted, and the form of the kept one says nothing of the kind.
        assert len(client.get(parting).context["merges"].object_list) == 1
    assert "est réuni à" not in agency.get(edit_url(kept)).content.decode()
    agency.post(parting, {"merge": Merge.objects.get().pk})
    assert "est réuni à" not in agency.get(url).content.decode()


def test_form_of_what_is_part_of_what_is_part_of_a_third_leads_to_that_one(agency):
    first, second, third = (told(f"ics:{n}", n, f"Bal {n}", schedule=days(SOON), commune_code="04112") for n in "123")
    merge_events(kept_id=second.pk, absorbed_id=third.pk, by="Zoé")
    merge_events(kept_id=first.pk, absorbed_id=second.pk, by="Zoé")
    text = agency.get(edit_url(third)).content.decode()
    assert "réuni à « Bal 1 »" in text and f'href="{edit_url(first)}"' in text
    parting = agency.get(f"{JOINED}?event={second.pk}")
    assert f'href="{JOINED}?event={second.pk}"' in text and len(parting.context["merges"].object_list) == 1


def test_menu_and_first_page_say_how_many_wait(agency):
    pairs(2)
    text = agency.get("/admin/").content.decode()
    assert "Doublons (2)" in text and "2 doublons possibles" in text


def test_number_of_statements_does_not_depend_on_the_number_of_pairs(agency):
    pairs(1)
    agency.get(URL)
    with CaptureQueriesContext(connection) as few:
        agency.get(URL)
    EventPair.objects.all().delete()
    SourceRecord.objects.all().delete()
    Event.objects.all().delete()
    pairs(5)
    with CaptureQueriesContext(connection) as many:
        agency.get(URL)
    assert len(many) == len(few)


def test_every_reason_has_words():
    assert set(SENTENCES) == set(ReasonCode)
    kept = [{"code": "TITLE_CONTAINED", "values": {"shorter": "a", "longer": "a b"}}, {"code": "OLD"}]
    assert [one["text"] for one in spoken_reasons(kept)] == [
        "Un titre contient l’autre : « a », « a b ».",
        "Autre raison : OLD",
    ]


def test_reasons_name_the_office_and_end_with_one_point():
    kept = [
        {"code": "SAME_SOURCE", "values": {"source": "office:2"}},
        {"code": "SAME_SOURCE", "values": {"source": APIDAE}},
        {"code": "SAME_PRICE", "values": {"price": "Gratuit."}},
        {"code": "SAME_TITLE", "values": {"title": "Et puis..."}},
        {"code": "OTHER_STATE", "values": {"states": "CANCELLED / SCHEDULED", "days": 1}},
    ]
    assert [one["text"] for one in spoken_reasons(kept)] == [
        "Les deux viennent de l’office, qui les distingue.",
        "Les deux viennent de Apidae Tourisme, qui les distingue.",
        "Même prix : Gratuit.",
        "Même titre : « Et puis... ».",
        "Les états diffèrent : Annulé / Prévu.",
    ]


def test_editor_chooses_another_source_for_a_field_and_lets_the_most_trusted_one_speak_again(agency, salagon):
    pair = pairs(1)[0]
    settle_pair(pair, state=PairState.SAME, by="Zoé")
    kept = Merge.objects.get().kept_id
    url = f"/admin/snippets/agenda/event/field-history/{kept}/?field=name.fr"
    voices = agency.get(url).context["voices"]
    assert [(voice["text"], voice["shown"]) for voice in voices] == [
        ("Veillée calendale aux chandelles", True),
        ("Veillée calendale", False),
    ]
    choice = {"field": "name.fr", "source": "ics:1", "number": voices[1]["number"]}
    assert salagon.post(url, choice).status_code in (302, 403)
    assert Event.objects.get(pk=kept).title == "Veillée calendale aux chandelles"
    agency.post(url, choice)
    assert Event.objects.get(pk=kept).title == "Veillée calendale"
    form = agency.get(f"/admin/snippets/agenda/event/edit/{kept}/").content.decode()
    assert "Source choisie par" in form and "2 sources, choisir" in form
    agency.post(url, {"field": "name.fr", "source": "nobody", "number": ""})
    assert Event.objects.get(pk=kept).title == "Veillée calendale"
    agency.post(url, {"field": "name.fr"})
    assert Event.objects.get(pk=kept).title == "Veillée calendale aux chandelles"


def test_what_was_just_written_and_is_announced_already_is_told_and_never_joined_at_once(agency):
    told(APIDAE, "1", NAMES[0], schedule=days(SOON), commune_code="04112", venue="Théâtre")
    own = make_event(NAMES[0], days(SOON), commune_code="04112", venue="Théâtre")
    url = f"/admin/snippets/agenda/event/edit/{own.pk}/"
    submit(agency, url)
    assert "Déjà annoncé ?" in agency.get("/admin/").content.decode()
    assert (Event.objects.filter(published=True).count(), EventPair.objects.count()) == (2, 1)


def test_list_of_obvious_pairs_says_when_both_are(agency):
    pair = pairs(1)[0]
    page = agency.get(BULK, {"least": 0}).content.decode().replace("\u00a0", " ")
    for side in (pair.left, pair.right):
        said = spoken_text("schedule", side.facts["schedule"]).replace("\u00a0", " ")
        assert said and page.count(said) >= 1


def test_address_of_a_settled_pair_shows_no_other_pair(agency):
    settled, waiting = pairs(2)
    answer(agency, settled, "different")
    response = agency.get(URL, {"pair": settled.pk})
    assert (response.status_code, response["Location"]) == (302, URL)
    shown = agency.get(URL)
    assert shown.context["pair"] == waiting
    assert "Cette paire n’attend plus." in [str(message) for message in shown.context["messages"]]
