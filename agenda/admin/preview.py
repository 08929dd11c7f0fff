"""What the dates of the form come to, while they are typed."""

import json
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.permissions import policy_registry

from agenda.admin.schedule import (
    parsed,
    read_schedule,
    schedule_entry,
    schedule_faults,
    single_faults,
    write_schedule,
)
from agenda.admin.single_dates import Changes, OverSource, changed_date, from_text, known_changes
from agenda.models import Event
from cms.texts import MAIN_LANGUAGE
from tourism.schedule import LANGUAGES, Schedule, Span, Status, describe, last_day
from tourism.schedule.date_changes import effects, with_changes
from tourism.schedule.typed import dates_shown, remarks, typed_periods

ALL_PAST = gettext_lazy("Toutes ces dates sont passées.")
# By code of `remarks`; of single dates that are changed the form tells elsewhere.
SLIPS = {
    "none_of_them": gettext_lazy("Un jour de « sauf le » n’est pas une de ces dates."),
    "skipped_hour": gettext_lazy("La nuit du passage à l’heure d’été, il n’y a rien entre 2 h et 3 h."),
    "round_the_clock": gettext_lazy("La fin est à l’heure du début : chaque date dure 24 heures."),
}
DATES_FORM = type("DatesForm", (forms.Form,), dict(schedule_entry().fields))


def dates_context(schedule: Any, *, richer: bool = False, over: OverSource | None = None) -> dict[str, Any]:
    """What `dates_in_words.html` shows of a schedule in JSON; `richer`: it says more than the boxes can; `over`: single
    dates are changed over a source's."""
    context: dict[str, Any] = {
        "base": json.dumps(schedule) if schedule else "",
        "told": dates_told(parsed(schedule)),
        "richer": richer,
        "languages": [(code, name) for code, name in settings.LANGUAGES if code != MAIN_LANGUAGE],
    }
    if over is not None:
        context["source"] = json.dumps(over.source)
        context["known"] = json.dumps([change.to_json() for change in over.known])
        context["changed_dates"] = [changed_date(effect) for effect in effects(parsed(over.source), over.known)]
    return context


def dates_told(schedule: Schedule) -> dict[str, Any]:
    """``{"sentences": {language: text}, "count", "days": [{"day", "hours", "status", "note", "from"}]}``."""
    year = timezone.localdate().year
    spans, complete = dates_shown(schedule) if schedule.periods else ((), True)
    days = len({span.day for span in spans})
    count = ngettext("%d date", "%d dates", days) % days if days else _("Aucune date")
    return {
        "sentences": {language: describe(schedule, language, year=year) for language in LANGUAGES},
        "count": count if complete else _("Les %d prochaines dates") % days,
        "days": [_told(span) for span in spans],
    }


def _told(span: Span) -> dict[str, Any]:
    moved = span.original_day != span.day or span.status == Status.MOVED
    return {
        "day": span.day.isoformat(),
        "hours": _hours(span),
        "status": str(span.status),
        "note": span.note.get("fr", ""),
        "from": span.original_day.isoformat() if moved else "",
    }


def _hours(span: Span) -> str:
    if span.all_day:
        return _("toute la journée")
    if span.end is None:
        return _("%s, heure de fin inconnue") % f"{span.start:%H:%M}"
    if span.end.date() > span.start.date() and f"{span.end:%H:%M}" != "00:00":
        return _("%(start)s, jusqu’à %(end)s le lendemain") % {
            "start": f"{span.start:%H:%M}",
            "end": f"{span.end:%H:%M}",
        }
    return f"{span.start:%H:%M}–{span.end:%H:%M}"


@require_POST
def preview_dates(request: HttpRequest) -> JsonResponse:
    """`dates_told` of the fields posted over the schedule in force (`base`), with ``faults`` by field and ``notes``.

    Asks the database for nothing but who is asking: what is stored is not read, and nothing is kept.
    """
    policy = policy_registry.get_by_type(Event)
    if not policy.user_has_any_permission(request.user, {"add", "change"}):
        raise PermissionDenied
    base = from_text(request.POST.get("base", ""))
    form = DATES_FORM(request.POST)
    form.full_clean()
    faults = {name: str(messages[0]) for name, messages in form.errors.items()}
    over = None
    if not faults and request.POST.get("source"):
        known = known_changes(from_text(request.POST.get("known", "")))
        over = OverSource(from_text(request.POST["source"]), known, base)
    single = over is not None and not over.becomes_whole(form.cleaned_data)
    if not faults:
        find = single_faults if single else schedule_faults
        kind = request.POST.get("when_kind", "")
        faults = {name: str(text) for name, text in find(form.cleaned_data, read_schedule(base), kind=kind)}
    if faults:
        return JsonResponse({"faults": faults, "notes": [], "kept": {}, **dates_told(Schedule())})
    if over is not None and single:
        changes = over.changes_after(form.cleaned_data, back=request.POST.getlist("dates_back"))
        schedule, kept = with_changes(parsed(over.source), changes), _kept_apart(over, changes)
    else:
        schedule, kept = parsed(write_schedule(base, form.cleaned_data)), _kept_whole() if over is not None else {}
    return JsonResponse({"faults": {}, "notes": slips_in(schedule), "kept": kept, **dates_told(schedule)})


def _kept_apart(over: OverSource, changes: Changes) -> dict[str, str]:
    """What saving does with changes of single dates: ``{"how", "words"}``; nothing when there is nothing to do."""
    before, after = ({change.key: change for change in some} for some in (over.known, changes))
    new = [key for key, change in after.items() if key not in before or not before[key].says_the_same(change)]
    back = len(before.keys() - after.keys())
    words = []
    if new:
        said = ngettext(
            "À l’enregistrement, %d date changée est gardée par-dessus celles de la source, qui dira le reste.",
            "À l’enregistrement, %d dates changées sont gardées par-dessus celles de la source, qui dira le reste.",
            len(new),
        )
        words.append(said % len(new))
    if back:
        words.append(ngettext("%d date est rendue à la source.", "%d dates sont rendues à la source.", back) % back)
    return {"how": "single", "words": " ".join(words)} if words else {}


def _kept_whole() -> dict[str, str]:
    words = _(
        "À l’enregistrement, toutes ces dates deviennent les vôtres : ce que la source changera n’y paraîtra plus. "
        "Pour les lui rendre plus tard, cochez « Rendre à la source » sous la première case."
    )
    return {"how": "whole", "words": words}


def slips_in(schedule: Schedule) -> list[str]:
    """What is probably a slip in dates that somebody typed, in words; see `remarks`."""
    typed = typed_periods(schedule)
    codes = dict.fromkeys(SLIPS.get(code, "") for _key, code in remarks(typed)) if typed is not None else {}
    notes = [str(words) for words in codes if words]
    return [str(ALL_PAST), *notes] if is_past(schedule) else notes


def is_past(schedule: Schedule) -> bool:
    """Whether there are dates and each is before today: an event of which one wants a trace, or a slip of the year."""
    last = last_day(schedule)
    return last is not None and last < timezone.localdate()
