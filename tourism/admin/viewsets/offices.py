"""Offices: who edits, for which communes. The agency's affair."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from tourism.actions import create_office
from tourism.admin.viewsets.golden import ScopedViewSet
from tourism.models import Office

# A new office's group has its name.
GROUP_NAME_LENGTH = Group._meta.get_field("name").max_length


class MemberNumbersField(forms.CharField):
    """Numbers of APIDAE members, separated by commas or spaces; its value is a list of integers."""

    def to_python(self, value: Any) -> list[int]:
        if isinstance(value, list):
            return value
        words = super().to_python(value).replace(",", " ").replace(";", " ").split()
        if any(not word.isascii() or not word.isdigit() or len(word) > 12 for word in words):
            raise ValidationError(_("Des numéros de membre, séparés par des virgules."))
        return sorted({int(word) for word in words})

    def prepare_value(self, value: Any) -> Any:
        return ", ".join(str(number) for number in value) if isinstance(value, list) else value


class OfficeForm(WagtailAdminModelForm):
    """A new office gets its group, its rights and its collection by the action that every script calls too."""

    apidae_member_ids = MemberNumbersField(
        label=gettext_lazy("Membres APIDAE"),
        required=False,
        help_text=gettext_lazy("Numéros des membres dont les fiches sont à l’office, séparés par des virgules."),
    )

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        if self.instance.pk is None:
            if len(name) > GROUP_NAME_LENGTH:
                raise ValidationError(_("Au plus %(most)d caractères."), params={"most": GROUP_NAME_LENGTH})
            if Group.objects.filter(name=name).exists():
                raise ValidationError(_("Un groupe porte déjà ce nom."))
        return name

    def save(self, commit: bool = True) -> Office:
        if self.instance.pk is not None:
            return super().save(commit=commit)
        office = create_office(
            name=self.cleaned_data["name"],
            slug=self.cleaned_data["slug"],
            commune_codes=[commune.pk for commune in self.cleaned_data["communes"]],
            apidae_member_ids=self.cleaned_data["apidae_member_ids"],
            email=self.cleaned_data["email"],
        )
        office.website = self.cleaned_data["website"]
        office.save(update_fields=["website"])
        self.instance = office
        return office


class OfficeViewSet(ScopedViewSet):
    """Organisations that edit."""

    model = Office
    icon = "group"
    menu_label = gettext_lazy("Offices")
    menu_name = "offices"
    add_label = gettext_lazy("Ajouter un office")
    copy_view_enabled = False
    search_fields = ["name"]
    list_display = [
        "name",
        Column("group", label=gettext_lazy("Groupe"), accessor="group.name"),
        Column("email", label=gettext_lazy("Adresse électronique")),
        Column("members", label=gettext_lazy("Membres APIDAE"), accessor=lambda office: len(office.apidae_member_ids)),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
            MultiFieldPanel([FieldPanel("email"), FieldPanel("website")], heading=gettext_lazy("Contact")),
            FieldPanel("communes", widget=forms.CheckboxSelectMultiple(attrs={"class": "tr-columns"})),
            FieldPanel("apidae_member_ids"),
        ],
        base_form_class=OfficeForm,
    )

    def get_queryset(self, request: Any) -> Any:
        return Office.objects.select_related("group").order_by("name")
