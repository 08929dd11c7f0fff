"""What a price says beside its amounts, as an editor reads it."""

from collections.abc import Callable, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

# `indication` of a price: APIDAE's word for it.
INDICATIONS: dict[str, Any] = {
    "GRATUIT": gettext_lazy("Gratuit"),
    "ACCES_LIBRE": gettext_lazy("Accès libre"),
    "ENTREE_LIBRE": gettext_lazy("Entrée libre"),
    "PARTICIPATION_LIBRE": gettext_lazy("Participation libre"),
    "ACCES_LIBRE_STATIONNEMENT_PAYANT_OBLIGATOIRE": gettext_lazy("Accès libre, stationnement payant obligatoire"),
    "ACCES_LIBRE_TRANSPORT_PAYANT": gettext_lazy("Accès libre, transport payant"),
    "PAYANT": gettext_lazy("Payant"),
    "PAYANT_TARIFS_NON_COMMUNIQUES": gettext_lazy("Payant, tarifs non communiqués"),
}
# Ages of `conditions` by the two names of their bounds, with what is said of them.
_AGES: dict[str, Any] = {"conditionJunior": gettext_lazy("Junior"), "conditionEnfant": gettext_lazy("Enfant")}


def price_word(price: Mapping[str, Any]) -> str:
    """Free, to be paid or between the two; '' when nobody says."""
    if (said := INDICATIONS.get(price.get("indication") or "")) is not None:
        return str(said)
    free = price.get("free")
    return "" if not isinstance(free, bool) else _("Gratuit") if free else _("Payant")


def price_conditions(price: Mapping[str, Any], *, label_of: Callable[[Mapping[str, Any]], str]) -> list[str]:
    """For whom it is free, what the ages are, what is included: a sentence each. `label_of`: a label in words.

    Raises what a value of another shape makes it raise.
    """
    conditions = price.get("conditions") or {}
    said = []
    if (below := conditions.get("gratuitPourLesMoinsDe")) is not None:
        said.append(ngettext("Gratuit avant %d an", "Gratuit avant %d ans", below) % below)
    if (above := conditions.get("gratuitPourLesPlusDe")) is not None:
        said.append(ngettext("Gratuit après %d an", "Gratuit après %d ans", above) % above)
    for key, name in _AGES.items():
        first, last = conditions.get(f"{key}AgeMin"), conditions.get(f"{key}AgeMax")
        if first is not None and last is not None:
            said.append(_("%(name)s : de %(first)d à %(last)d ans") % {"name": name, "first": first, "last": last})
        elif first is not None:
            said.append(_("%(name)s : à partir de %(first)d ans") % {"name": name, "first": first})
        elif last is not None:
            said.append(_("%(name)s : jusqu’à %(last)d ans") % {"name": name, "last": last})
    if free_for := conditions.get("conditionsGratuite"):
        said.append(_("Gratuit pour : %s") % ", ".join(label_of(label) for label in free_for))
    if isinstance(taxed := price.get("tourist_tax_included"), bool):
        said.append(_("Taxe de séjour comprise") if taxed else _("Taxe de séjour en plus"))
    return said


# What of a price has words here; anything else is said piece by piece.
WORDED = frozenset({"free", "indication", "text", "lines", "includes", "excludes", "tourist_tax_included"})
WORDED_CONDITIONS = frozenset(
    {
        "gratuitPourLesMoinsDe",
        "gratuitPourLesPlusDe",
        "conditionsGratuite",
        *(f"{key}{bound}" for key in _AGES for bound in ("AgeMin", "AgeMax")),
    }
)
