"""Stories: ordered steps that a place, a beacon, a QR code or a number opens."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from cms.texts import MAIN_LANGUAGE, text_in
from tourism.enums import BeaconScheme, TriggerKind

CODE = RegexValidator(r"^[a-z0-9]{4,16}$", _("De 4 à 16 lettres minuscules ou chiffres."))
NUMBER = RegexValidator(r"^[0-9]{1,6}$", _("De 1 à 6 chiffres."))


class Story(ClusterableModel):
    """A story, usually told along a trail."""

    public_id = models.CharField(max_length=16, unique=True)
    name = models.JSONField(_("nom"), default=dict)
    intro = models.JSONField(_("introduction"), default=dict, blank=True)
    trail = models.ForeignKey("tourism.Trail", null=True, blank=True, on_delete=models.SET_NULL, related_name="stories")
    office = models.ForeignKey("tourism.Office", null=True, blank=True, on_delete=models.SET_NULL)
    image = models.ForeignKey("tourism.RemoteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    image_credit = models.CharField(max_length=200, blank=True)
    published = models.BooleanField(_("publié"), default=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("récit")
        verbose_name_plural = _("récits")

    def __str__(self) -> str:
        return text_in(self.name, MAIN_LANGUAGE) or self.public_id


class StoryStep(ClusterableModel):
    """One step: what is told, and when it may be told."""

    story = ParentalKey(Story, on_delete=models.CASCADE, related_name="steps")
    public_id = models.CharField(max_length=16, unique=True)
    position = models.PositiveSmallIntegerField(_("ordre"))
    name = models.JSONField(_("titre"), default=dict)
    text = models.JSONField(_("texte"), default=dict)
    question = models.JSONField(_("question"), default=dict, blank=True)
    # [{"text": {"fr": …}, "right": bool, "feedback": {"fr": …}}]
    answers = models.JSONField(_("réponses"), default=list, blank=True)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    image = models.ForeignKey("tourism.RemoteImage", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    image_credit = models.CharField(max_length=200, blank=True)
    audio_url = models.CharField(max_length=300, blank=True)
    once = models.BooleanField(_("une seule fois"), default=True)
    cooldown = models.PositiveIntegerField(_("attente avant de rejouer (s)"), default=0)
    after = models.ManyToManyField("self", symmetrical=False, blank=True, verbose_name=_("après les étapes"))

    class Meta:
        verbose_name = _("étape")
        verbose_name_plural = _("étapes")
        ordering = ["story_id", "position"]
        constraints = [models.UniqueConstraint(fields=["story", "position"], name="step_position")]

    def __str__(self) -> str:
        return text_in(self.name, MAIN_LANGUAGE) or self.public_id


class Trigger(models.Model):
    """What opens a step. Exactly the fields of its kind are filled."""

    step = ParentalKey(StoryStep, on_delete=models.CASCADE, related_name="triggers")
    kind = models.CharField(max_length=10, choices=TriggerKind.choices)
    latitude = models.FloatField(null=True, blank=True)
    longitude = models.FloatField(null=True, blank=True)
    radius = models.FloatField(_("rayon (m)"), null=True, blank=True)
    scheme = models.CharField(max_length=14, choices=BeaconScheme.choices, blank=True)
    uuid = models.CharField(max_length=36, blank=True)
    major = models.PositiveIntegerField(null=True, blank=True)
    minor = models.PositiveIntegerField(null=True, blank=True)
    namespace = models.CharField(max_length=20, blank=True)
    instance = models.CharField(max_length=12, blank=True)
    code = models.CharField(max_length=16, blank=True, validators=[CODE])
    number = models.CharField(max_length=6, blank=True, validators=[NUMBER])

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="trigger_has_fields_of_its_kind",
                condition=(
                    Q(kind="GEOFENCE", latitude__isnull=False, longitude__isnull=False, radius__gt=0)
                    | (Q(kind="BEACON") & ~Q(scheme=""))
                    | (Q(kind__in=["QR", "NFC"]) & ~Q(code=""))
                    | (Q(kind="NUMBER") & ~Q(number=""))
                ),
            ),
            models.UniqueConstraint(fields=["kind", "code"], condition=~Q(code=""), name="trigger_code"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.code or self.number or ''}".strip()

    def clean(self) -> None:
        needed = (
            {
                TriggerKind.GEOFENCE: ("latitude", "longitude", "radius"),
                TriggerKind.BEACON: ("scheme",),
                TriggerKind.QR: ("code",),
                TriggerKind.NFC: ("code",),
                TriggerKind.NUMBER: ("number",),
            }.get(TriggerKind(self.kind), ())
            if self.kind
            else ()
        )
        missing = {name: _("À remplir pour ce déclencheur.") for name in needed if getattr(self, name) in (None, "")}
        if missing:
            raise ValidationError(missing)
