"""What the history says of the edits made here."""

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter
from wagtail.snippets.views.snippets import HistoryView

from tourism.admin.fields import shortened, split_key, spoken_text

MOST_SHOWN = 20
LONGEST_VALUE = 200


class EditFormatter(LogFormatter):
    """ "Modifié :" and a list of the fields, with short values before and after."""

    label = gettext_lazy("Modifier des champs")

    def format_message(self, log_entry: Any) -> str:
        changes = (log_entry.data or {}).get("changes") or []
        if not changes:
            return _("Enregistré sans changement")
        said = " ; ".join(spoken_change(change) for change in changes[:MOST_SHOWN])
        more = len(changes) - MOST_SHOWN
        return _("Modifié : %s") % (said if more <= 0 else f"{said} ; + {more}")


class EditHistoryView(HistoryView):
    """Wagtail's, whose own sentence for an empty list is no French: "Il n'y a pas de entrées"."""

    @cached_property
    def no_results_message(self) -> str:
        if self.is_searching or self.is_filtering:
            return _("Rien ne correspond à ces filtres.")
        return _("Personne n’a encore rien modifié ici.")


def spoken_change(change: dict[str, Any]) -> str:
    """One field: "Nom (en) : « Chapel » → « Shrine »"; what has no short value is only named."""
    language = change.get("language")
    name = f"{change.get('label', '')} ({language})" if language else str(change.get("label", ""))
    if change.get("given_back"):
        name = f"{name} – {_('rendu à la source')}"
    if "before" not in change:
        return name
    before, after = (_spoken_value(change, side) for side in ("before", "after"))
    return f"{name} : « {before} » → « {after} »"


def _spoken_value(change: dict[str, Any], side: str) -> str:
    said = spoken_text(split_key(change.get("key", ""))[0], change.get(side))
    return shortened(said, LONGEST_VALUE) or "—"
