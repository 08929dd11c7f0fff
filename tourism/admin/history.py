"""What the history says of an edit made here."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

MOST_SHOWN = 12


class EditFormatter(LogFormatter):
    """ "Modifié : Nom (en), Latitude", with short values before and after as the comment."""

    label = gettext_lazy("Modifier des champs")

    def format_message(self, log_entry: Any) -> str:
        changes = (log_entry.data or {}).get("changes") or []
        if not changes:
            return _("Enregistré sans changement")
        named = ", ".join(self._name(change) for change in changes[:MOST_SHOWN])
        more = len(changes) - MOST_SHOWN
        return _("Modifié : %s") % (named if more <= 0 else f"{named}… (+{more})")

    def format_comment(self, log_entry: Any) -> str:
        changes = [
            change
            for change in ((log_entry.data or {}).get("changes") or [])[:MOST_SHOWN]
            if "before" in change or change.get("given_back")
        ]
        return format_html_join("", "{}", ((self._values(change),) for change in changes))

    def _name(self, change: dict[str, Any]) -> str:
        language = change.get("language")
        return f"{change.get('label', '')} ({language})" if language else str(change.get("label", ""))

    def _values(self, change: dict[str, Any]) -> str:
        said = _("rendu à la source") if change.get("given_back") else ""
        if "before" not in change:
            return format_html("<p>{} : {}</p>", self._name(change), said)
        return format_html(
            "<p>{} : « {} » → « {} » {}</p>",
            self._name(change),
            change["before"] or "—",
            change["after"] or "—",
            said,
        )
