"""Where the pairs that wait are announced: in the menu and on the first page."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.menu import MenuItem

from agenda.admin.duplicates.queue import may_settle, waiting_pairs

MOST_SHOWN = 5


class DuplicatesMenuItem(MenuItem):
    """The entry of the menu with how many pairs wait; one statement a page."""

    def __init__(self) -> None:
        super().__init__(
            gettext_lazy("Doublons"), reverse("event_duplicates"), name="duplicates", icon_name="copy", order=1
        )

    def is_shown(self, request: Any) -> bool:
        return may_settle(request.user)

    def render_component(self, request: Any) -> Any:
        component = super().render_component(request)
        number = waiting_pairs(request.user).count()
        if number:
            component.label = _("Doublons (%d)") % number
        return component


def waiting_pairs_part(user: Any) -> dict[str, Any] | None:
    """The part of the first page: the most alike pairs."""
    if not may_settle(user):
        return None
    pairs = list(waiting_pairs(user).select_related("left", "right").only("score", "left__title", "right__title"))
    url = reverse("event_duplicates")
    items = [
        {
            "url": f"{url}?pair={pair.pk}",
            "text": pair.left.title,
            "when": pair.right.title,
            "badge": f"{pair.percent} %",
            "tone": "quiet",
        }
        for pair in pairs[:MOST_SHOWN]
    ]
    title = ngettext("%d doublon possible", "%d doublons possibles", len(pairs)) % len(pairs)
    return {"title": title if pairs else _("Aucun doublon à régler"), "items": items}
