"""Every address of a view set, read from it, and what somebody meets there."""

import re
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.urls import reverse

from tests.tourism.admin.back_office import blocked

# Choosers are open to whoever may enter the back office; they must show nothing of what one may not see.
LISTS_TO_CHOOSE_FROM = {"choose", "choose_results", "chosen_multiple"}
OBJECT = re.compile(r"<(?P<converter>[a-z_]+:)?(?P<name>\w+)>")


def object_addresses(model: type, pk: Any) -> dict[str, str]:
    """Addresses of every view of a view set (and of its chooser) that is about one object, by name."""
    found = {}
    viewsets = (model.snippet_viewset, model.snippet_viewset.chooser_viewset)
    for viewset in viewsets:
        for pattern in viewset.get_urlpatterns():
            names = [match["name"] for match in OBJECT.finditer(str(pattern.pattern))]
            if "pk" in names:
                values = {name: pk if name == "pk" else 1 for name in names}
                found[pattern.name] = reverse(viewset.get_url_name(pattern.name), kwargs=values)
    return found


def common_addresses(model: type) -> dict[str, str]:
    """Addresses of every view of a view set (and of its chooser) that is about no object, by name."""
    found = {}
    for viewset in (model.snippet_viewset, model.snippet_viewset.chooser_viewset):
        for pattern in viewset.get_urlpatterns():
            if not OBJECT.search(str(pattern.pattern)):
                found[pattern.name] = reverse(viewset.get_url_name(pattern.name))
    return found


def state_of(thing: Any) -> dict[str, Any]:
    """All columns of a row as they are stored."""
    return type(thing)._default_manager.filter(pk=thing.pk).values().get()


def closed(name: str, response: Any, thing: Any) -> bool:
    """Nothing to see at an address of a view set for somebody who may not see the thing."""
    if blocked(response) or response.status_code == 405:
        return True
    return name in LISTS_TO_CHOOSE_FROM and response.status_code == 200 and str(thing) not in response.content.decode()


def visits(client: Client, url: str) -> list[Any]:
    return [client.get(url), client.post(url, {})]


def page_editor() -> Client:
    """Somebody who may enter the back office and works neither for an office nor for the agency."""
    group, _created = Group.objects.get_or_create(name="Rédaction")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = get_user_model().objects.create_user("plume", password=None)
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    return client
