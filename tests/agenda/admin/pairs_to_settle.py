"""Pairs that wait for somebody, and how the screen is answered."""

from datetime import timedelta

from django.utils import timezone

from agenda.actions import find_duplicates
from agenda.models import Event, EventPair
from tests.agenda.events import days
from tests.agenda.told import told
from tourism.enums import APIDAE
from tourism.models import Office

URL, BULK = "/admin/duplicates/", "/admin/duplicates/bulk/"
SOON = timezone.localdate() + timedelta(days=20)
NAMES = ("Veillée calendale", "Bal des bergers", "Nuit des santons", "Chœurs gavots", "Foire au miel de châtaignier")


def pairs(number: int, *offices: str) -> list[EventPair]:
    """So many doubtful pairs; the events of each belong to these offices, '' for nobody."""
    for name in NAMES[:number]:
        told(APIDAE, name, f"{name} aux chandelles", schedule=days(SOON), commune_code="04112", venue="Théâtre")
        told("ics:1", name, name, schedule=days(SOON), commune_code="04112")
    find_duplicates()
    found = list(EventPair.objects.order_by("-score", "pk"))
    assert len(found) == number
    for pair in found:
        for pk, office in zip((pair.left_id, pair.right_id), offices or ("", ""), strict=True):
            Event.objects.filter(pk=pk).update(office=Office.objects.get(group__name=office) if office else None)
    return found


def answer(client, pair: EventPair, said: str, **more):
    return client.post(URL, {"pair": pair.pk, "answer": said, **more})


def group_of(user: str) -> str:
    return Office.objects.get(group__user__username=user).group.name
