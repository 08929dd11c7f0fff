"""For whom an event is, for which disability something is done, and whether it has a roof: what the agenda is filtered
by besides category and place, as an editor says it.

Sources say it in labels of their own; the fields show what `agenda.facets` reads in them. An editor's choice keeps the
labels that say nothing else, and adds ours for what no label says.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from agenda.enums import Audience, Disability, Roof
from agenda.facets import NOT_BY_WHEELCHAIR, audiences_of, disabilities_of, is_indoor
from tourism.admin.entries import Entry, choice_entry

LANGUAGES = ("fr", "en", "it", "de", "es", "nl")
# What visitors read. The French is what `agenda.facets` knows.
AUDIENCE_WORDS = {
    Audience.FAMILIES: ("Familles", "Families", "Famiglie", "Familien", "Familias", "Gezinnen"),
    Audience.CHILDREN: ("Enfants", "Children", "Bambini", "Kinder", "Niños", "Kinderen"),
    Audience.TEENAGERS: ("Adolescents", "Teenagers", "Adolescenti", "Jugendliche", "Adolescentes", "Tieners"),
    Audience.ADULTS: ("Adultes", "Adults", "Adulti", "Erwachsene", "Adultos", "Volwassenen"),
    Audience.SENIORS: ("Seniors", "Seniors", "Anziani", "Senioren", "Mayores", "Senioren"),
    Audience.GROUPS: ("Groupes", "Groups", "Gruppi", "Gruppen", "Grupos", "Groepen"),
    Audience.SCHOOLS: ("Scolaires", "Schools", "Scuole", "Schulen", "Escolares", "Scholen"),
}
DISABILITY_WORDS = {
    Disability.MOTOR: (
        "Handicap moteur",
        "Motor impairment",
        "Disabilità motoria",
        "Gehbehinderung",
        "Discapacidad motora",
        "Motorische beperking",
    ),
    Disability.HEARING: (
        "Handicap auditif",
        "Hearing impairment",
        "Disabilità uditiva",
        "Hörbehinderung",
        "Discapacidad auditiva",
        "Auditieve beperking",
    ),
    Disability.VISUAL: (
        "Handicap visuel",
        "Visual impairment",
        "Disabilità visiva",
        "Sehbehinderung",
        "Discapacidad visual",
        "Visuele beperking",
    ),
    Disability.MENTAL: (
        "Handicap mental",
        "Mental impairment",
        "Disabilità mentale",
        "Geistige Behinderung",
        "Discapacidad mental",
        "Mentale beperking",
    ),
}

Label = dict[str, Any]


def audiences_entry() -> Entry:
    """The override key `audiences`."""
    help_text = _("Ce que la catégorie « Jeune public » dit déjà n’a pas à être répété.")
    return _labels_entry("audiences", _("Publics"), Audience, AUDIENCE_WORDS, audiences_of, help_text)


def accessibility_entry() -> Entry:
    """The override key `accessibility`."""
    help_text = _("Ce qui est fait pour ces visiteurs. Un label Tourisme et Handicap compte aussi.")
    return _labels_entry(
        "accessibility", _("Accessibilité"), Disability, DISABILITY_WORDS, disabilities_of, help_text, NOT_BY_WHEELCHAIR
    )


def _labels_entry(
    key: str,
    label: Any,
    choices: type[TextChoices],
    words: Mapping[Any, tuple[str, ...]],
    read_of: Callable[[Mapping[str, Any]], list[str]],
    help_text: Any,
    contradiction: int | None = None,
) -> Entry:
    """A key whose value is labels of sources, shown as values of a closed list. `contradiction`: the id of a label that
    cannot stay beside the first value of the list."""
    name = f"for_{key}"
    field = forms.MultipleChoiceField(
        label=label,
        choices=choices.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "tr-columns"}),
        help_text=help_text,
    )

    def shown(labels: Any) -> list[str]:
        return read_of({key: labels or []})

    def write(value: Any, cleaned: Mapping[str, Any]) -> Any:
        wanted = [choice for choice in choices.values if choice in cleaned[name]]
        if shown(value) == wanted:
            return value
        kept: list[Label] = [one for one in value or () if set(shown([one])) <= set(wanted)]
        if choices.values[0] in wanted:
            kept = [one for one in kept if contradiction is None or one.get("id") != contradiction]
        missing = [choice for choice in wanted if choice not in shown(kept)]
        own = [dict(zip(LANGUAGES, words[choices(choice)], strict=True)) for choice in missing]
        return [*kept, *({"id": None, "family": key, "label": texts} for texts in own)]

    return Entry(key, {name: field}, lambda value: {name: shown(value)}, write)


def roof_entry() -> Entry:
    """The override key `indoor`, which no source writes: see `roof_said`."""
    choices = [choice for choice in Roof.choices if choice[0] != Roof.UNSAID]
    return choice_entry("indoor", _("Sous un toit"), choices, empty=_("Non précisé"))


def roof_shown(values: Mapping[str, Any]) -> str:
    """What the field shows of a folded record: an editor's word, else what labels say; '' when nobody says it."""
    own = values.get("indoor")
    if own:
        return "" if own == Roof.UNSAID else str(own)
    indoor = is_indoor(values)
    if indoor is None:
        return ""
    return Roof.INDOOR.value if indoor else Roof.OUTDOOR.value


def roof_wanted(chosen: str, said: str) -> str | None:
    """The override after an editor chose: None when that is what the sources say; that nobody knows is said too."""
    return None if chosen == said else chosen or Roof.UNSAID.value
