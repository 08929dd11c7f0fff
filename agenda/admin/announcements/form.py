"""The form of the queue: what the event will say, a question, a reason."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from agenda.admin.forms import categories_entry
from agenda.admin.schedule import CHANGED_DATES, WHEN, schedule_entry, schedule_faults
from agenda.announcements import sentence_of
from agenda.announcements.checks import DATE_CODES, LONGEST_TEXT, LONGEST_WHERE, TITLE
from agenda.announcements.replies import QUESTIONS, REASONS, question_in, reason_in
from agenda.enums import EventStatus
from agenda.models import Submission
from cms.texts import MAIN_LANGUAGE
from tourism.admin.entries import FREE_CHOICES, commune_entry
from tourism.models import Office
from tourism.schedule import Schedule, ScheduleError
from tourism.schedule.typed import TypedDates, faults, schedule_of, typed_of

OTHER = ("", _("Autre, à écrire ci-dessous"))
AGENCY = "agency"
LONGEST_NOTE = 2_000
# What counts for a decision; accepting looks at everything else.
ASKING, REFUSING, ENTRUSTING = {"question_code", "question"}, {"reason_code", "reason"}, {"office"}
SCHEDULE = schedule_entry()


def schedule_json(submission: Submission) -> dict[str, Any]:
    """The schedule that was announced; {} when it cannot be read any more."""
    try:
        return schedule_of(TypedDates.from_json(submission.dates)).to_json()
    except ScheduleError:
        return {}


def _area(rows: int) -> Any:
    return AdminAutoHeightTextInput(attrs={"rows": rows})


class AnnouncementForm(forms.Form):
    """`decision` says which part counts; the others are not looked at."""

    seen = forms.CharField(widget=forms.HiddenInput)

    title = forms.CharField(label=_("Titre en français"), min_length=TITLE[0], max_length=TITLE[1])
    text = forms.CharField(label=_("Texte en français"), required=False, max_length=LONGEST_TEXT, widget=_area(6))
    where = forms.CharField(label=_("Lieu"), required=False, max_length=LONGEST_WHERE)
    free = forms.ChoiceField(label=_("Prix"), choices=FREE_CHOICES, required=False)
    picture = forms.BooleanField(label=_("Publier l’image"), required=False, initial=True)
    credit = forms.CharField(
        label=_("Crédit de l’image"), required=False, max_length=200, help_text=_("Vide : le nom de l’office.")
    )

    question_code = forms.ChoiceField(label=_("Question"), required=False)
    question = forms.CharField(label=_("Votre question"), required=False, max_length=LONGEST_NOTE, widget=_area(3))
    reason_code = forms.ChoiceField(label=_("Raison"), required=False)
    reason = forms.CharField(label=_("Votre raison"), required=False, max_length=LONGEST_NOTE, widget=_area(3))
    office = forms.ChoiceField(label=_("Office"), required=False)

    def __init__(self, data: Any = None, *, submission: Submission, decision: str = "") -> None:
        super().__init__(data)
        self.submission, self.decision = submission, decision
        self.before = schedule_json(submission)
        self.fields |= commune_entry().fields
        self.fields |= categories_entry().fields
        self.fields |= schedule_entry().fields
        shown = get_language() or MAIN_LANGUAGE
        self.fields["question_code"].choices = [OTHER, *((code, question_in(code, shown)) for code in QUESTIONS)]
        self.fields["reason_code"].choices = [OTHER, *((code, reason_in(code, shown)) for code in REASONS)]
        self.fields["office"].choices = [
            (AGENCY, _("L’agence")),
            *((str(pk), name) for pk, name in Office.objects.values_list("pk", "name")),
        ]
        foreign = submission.language != MAIN_LANGUAGE
        if foreign:
            # A title in another language is not a French one: it would never be asked for, nor be told to be stale.
            self.fields["title"].required = False
            self.fields["title"].help_text = _("Vide : le titre n’est publié que dans la langue de son auteur.")
            self.fields["text"].help_text = _("Vide : le texte n’est publié que dans la langue de son auteur.")
        self.initial |= {
            "seen": submission.updated_at.isoformat(),
            "title": "" if foreign else submission.title,
            "text": "" if foreign else submission.text,
            "where": submission.where,
            "commune_code": submission.commune_id,
            "office": str(submission.office_id or AGENCY),
            **SCHEDULE.read(self.before),
        }
        if not submission.image:
            del self.fields["picture"], self.fields["credit"]

    @property
    def date_fields(self) -> list[Any]:
        """The fields of the periods, for the page, in its order."""
        return [self[name] for name in WHEN if name != "when_except"]

    @property
    def change_fields(self) -> list[Any]:
        """The fields of single dates, which the calendar fills where there is a script."""
        return [self[name] for name in ("when_except", *CHANGED_DATES, "when_changes")]

    def clean_seen(self) -> datetime:
        try:
            return datetime.fromisoformat(self.cleaned_data["seen"])
        except ValueError:
            raise forms.ValidationError(_("Rechargez la page.")) from None

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        # What is typed elsewhere on the page neither counts nor stands in the way.
        for name in self.errors.keys() - self._needed():
            del self.errors[name]
        if self.decision == "accept" and not set(SCHEDULE.fields) & set(self.errors):
            self._check_dates(cleaned)
        for decision, name in (("ask", "question"), ("refuse", "reason")):
            if self.decision == decision and not self.note(name):
                self.add_error(name, _("Choisissez ou écrivez : c’est ce que l’auteur lira."))
        return cleaned

    def _needed(self) -> set[str]:
        for_others = ASKING | REFUSING | ENTRUSTING
        needed = {"ask": ASKING, "refuse": REFUSING, "entrust": ENTRUSTING}
        return {"seen"} | needed.get(self.decision, self.fields.keys() - for_others)

    def _check_dates(self, cleaned: Mapping[str, Any]) -> None:
        if wrong := schedule_faults(cleaned, SCHEDULE.read(self.before), kind=self.data.get("when_kind", "")):
            for name, sentence in wrong:
                self.add_error(name, sentence)
            return
        code = ""
        try:
            schedule = Schedule.from_json(SCHEDULE.write(self.before, cleaned))
            if not schedule.periods:
                code = "no_date"
            elif (typed := typed_of(schedule)) is not None and (still := faults(typed)):
                code = DATE_CODES.get(still[0][1], "bad_dates")
        except ScheduleError:
            code = "bad_dates"
        if code:
            self.add_error("when_first", sentence_of(code, get_language()))

    def note(self, name: str) -> str:
        """The question or the reason as the author will read it: the ready-made one in their language, then what was
        written."""
        said = {"question": question_in, "reason": reason_in}[name]
        code = self.cleaned_data.get(f"{name}_code")
        parts = [said(code, self.submission.language) if code else "", self.cleaned_data.get(name, "")]
        return "\n\n".join(part.strip() for part in parts if part.strip())

    def values(self) -> dict[str, Any]:
        """What the event says, by override key."""
        cleaned, submission = self.cleaned_data, self.submission
        values: dict[str, Any] = {
            "name.fr": cleaned["title"],
            "description.fr": cleaned["text"].replace("\r\n", "\n"),
            "schedule": SCHEDULE.write(self.before, cleaned),
            "venue": cleaned["where"],
            "commune_code": cleaned["commune_code"],
            "event_categories": cleaned["event_categories"],
            "status": EventStatus.SCHEDULED.value,
            "price": {"free": cleaned["free"] == "yes"} if cleaned["free"] else {},
        }
        if submission.language != MAIN_LANGUAGE:
            values |= {
                f"name.{submission.language}": submission.title,
                f"description.{submission.language}": submission.text,
            }
        return {key: value for key, value in values.items() if value not in (None, "", [], {})}

    def picture_credit(self) -> str | None:
        """Whom the picture is credited to; None when it is not to be published."""
        return self.cleaned_data.get("credit", "") if self.cleaned_data.get("picture", True) else None

    def chosen_office(self) -> Office | None:
        """The office that is to settle it."""
        chosen = self.cleaned_data["office"]
        return None if chosen == AGENCY else Office.objects.filter(pk=chosen).first()
