"""Views that every view set of an office's things shares, and those of golden objects."""

import re
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import Model, QuerySet
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.ui.tables import BulkActionsCheckboxColumn
from wagtail.admin.widgets.button import HeaderButton
from wagtail.log_actions import log
from wagtail.permissions import policy_registry
from wagtail.snippets.views.chooser import (
    ChooseResultsView,
    ChooseView,
    SnippetChooserViewSet,
    SnippetChosenMultipleView,
    SnippetChosenView,
)
from wagtail.snippets.views.snippets import CopyView, CreateView, EditView, IndexView
from wagtail.snippets.widgets import AdminSnippetChooser

from tourism.actions.editing import value_of
from tourism.actions.folding import sort_key
from tourism.admin.kinds import EDITED_KINDS, HEADER_BUTTONS, kind_of
from tourism.admin.policies import ANY, office_ids, sees_everything
from tourism.cards import image_urls, images_by_url
from tourism.models import GoldenModel

WORD = re.compile(r"\w+")
MOST_WORDS = 8
# Columns that lists do not show and that can be long.
LONG_COLUMNS = ("summary", "description")


class OfficeScopedMixin:
    """Asks the policy about the very object, in every view that has one: Wagtail's own views ask about the model
    alone in most places."""

    def get_object(self, *args: Any, **kwargs: Any) -> Any:
        found = super().get_object(*args, **kwargs)
        if isinstance(found, Model) and found.pk is not None:
            policy = policy_registry.get_by_type(type(found))
            needed = getattr(self, "permission_required", None)
            if needed in (None, "add") or not isinstance(needed, str):
                allowed = policy.user_has_any_permission_for_instance(self.request.user, ANY, found)
            else:
                allowed = policy.user_has_permission_for_instance(self.request.user, needed, found)
            if not allowed:
                raise PermissionDenied
        return found


def scoped(view_class: type) -> type:
    """The view class with OfficeScopedMixin, when it handles one object."""
    if not hasattr(view_class, "get_object") or issubclass(view_class, OfficeScopedMixin):
        return view_class
    return type(view_class.__name__, (OfficeScopedMixin, view_class), {})


def search_words(query: str) -> list[str]:
    """Words of a query as `sort_key` has them: without accents, case and punctuation."""
    return WORD.findall(sort_key(query))[:MOST_WORDS]


def having_words(queryset: QuerySet[Any], query: str) -> QuerySet[Any]:
    """Objects whose title has every word of the query somewhere."""
    for word in search_words(query):
        queryset = queryset.filter(sort_key__contains=word)
    return queryset


class OwnRowsColumn(BulkActionsCheckboxColumn):
    """Boxes to tick beside what may be deleted (`deletable`, set by the list view)."""

    cell_template_name = "tourism/admin/columns/own_tick.html"


class GoldenIndexView(IndexView):
    """A list of golden objects: its number of statements does not depend on its number of rows."""

    def get_base_queryset(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(self.model)
        instances = policy.instances_user_has_any_permission_for(self.request.user, ANY)
        return instances.select_related("commune", "office").defer(*LONG_COLUMNS)

    def search_queryset(self, queryset: QuerySet[Any]) -> QuerySet[Any]:
        return having_words(queryset, self.search_query) if self.is_searching else queryset

    @cached_property
    def columns(self) -> list[Any]:
        """The picture before the title; no office column for those who see one office only."""
        columns = [
            OwnRowsColumn(column.name, obj_type=column.obj_type)
            if isinstance(column, BulkActionsCheckboxColumn)
            else column
            for column in super().columns
        ]
        if not sees_everything(self.request.user) and len(office_ids(self.request.user)) < 2:
            columns = [column for column in columns if column.name != "office"]
        return sorted(columns, key=lambda column: {"bulk_actions": 0, "thumbnail": 1}.get(column.name, 2))

    def get_table(self, object_list: Iterable[Any]) -> Any:
        subjects = list(object_list)
        self.prepare(subjects)
        if not any(subject.deletable for subject in subjects):
            self.columns = [column for column in self.columns if column.name != "bulk_actions"]
        return super().get_table(subjects)

    def prepare(self, subjects: list[Any]) -> None:
        """Read at once what the columns need of the whole page."""
        first = {subject.pk: image_urls(subject.facts)[:3] for subject in subjects}
        images = images_by_url(url for urls in first.values() for url in urls)
        for subject in subjects:
            known = [images[url].digest for url in first[subject.pk] if url in images]
            subject.thumbnail = known[0] if known else ""
        policy = policy_registry.get_by_type(self.model)
        deletable = policy.deletable_ids(self.request.user, [subject.pk for subject in subjects])
        for subject in subjects:
            subject.deletable = subject.pk in deletable

    def get_delete_url(self, instance: GoldenModel) -> str | None:
        """Nothing that a source brought is deleted."""
        return super().get_delete_url(instance) if instance.deletable else None

    def get_copy_url(self, instance: GoldenModel) -> str | None:
        return super().get_copy_url(instance) if self.copy_url_name else None


class ChangesLoggedMixin:
    """Saves through the form and tells the history which fields changed."""

    def save_instance(self) -> Any:
        instance = self.form.save()
        log(
            instance=instance,
            action="tourism.edit",
            user=self.request.user,
            content_changed=bool(self.form.changes),
            data={"changes": self.form.changes},
        )
        return instance


class GoldenEditView(ChangesLoggedMixin, EditView):
    """The form of one golden object."""

    # Where the web app shows it: the path before the public id.
    public_path = ""

    @cached_property
    def header_buttons(self) -> list[Any]:
        buttons = list(super().header_buttons)
        history = EDITED_KINDS[kind_of(self.model)].history_url(self.object.pk)
        buttons.append(HeaderButton(_("Qui l’a dit ?"), url=history, icon_name="history"))
        if self.object.published and self.public_path:
            url = f"{self.public_path}{self.object.public_id}"
            buttons.append(HeaderButton(_("Voir sur le site"), url=url, icon_name="view", attrs={"target": "_blank"}))
        return [*buttons, *filter(None, (make(self.object) for make in HEADER_BUTTONS))]


class GoldenCreateView(CreateView):
    """A new object of an office's own."""

    def save_instance(self) -> Any:
        instance = self.form.save()
        log(instance=instance, action="wagtail.create", user=self.request.user, content_changed=True)
        return instance


class GoldenCopyView(OfficeScopedMixin, CopyView):
    """A form filled with another object's values; what it saves is an office's own entry."""

    def get_initial_form_instance(self) -> GoldenModel:
        original = self.get_object()
        form = self.form_class(instance=original, for_user=self.request.user)
        values = {entry.key: value_of(form.current, entry.key) for entry in form.entries}
        copied = self.model(office=original.office)
        copied.overrides = {key: {"value": value} for key, value in values.items() if value not in (None, "", [], {})}
        return copied


class ScopedChooseMixin:
    """Choosers show what one may see, by title."""

    def get_object_list(self) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(self.model_class)
        return policy.instances_user_has_any_permission_for(self.request.user, ANY)

    def filter_object_list(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        if not hasattr(self.model_class, "sort_key"):
            return super().filter_object_list(objects)
        return having_words(objects, self.request.GET.get("q", ""))


class ScopedChosenMixin:
    """What was chosen is given back only to those who may see it."""

    def get_object(self, pk: Any) -> Any:
        found = super().get_object(pk)
        policy = policy_registry.get_by_type(self.model_class)
        if not policy.user_has_any_permission_for_instance(self.request.user, ANY, found):
            raise PermissionDenied
        return found

    def get_objects(self, pks: Any) -> QuerySet[Any]:
        policy = policy_registry.get_by_type(self.model_class)
        return policy.instances_user_has_any_permission_for(self.request.user, ANY).filter(pk__in=pks)


class ScopedChooser(AdminSnippetChooser):
    """A chooser that names what it holds only when the field could hold it (`allowed`, set by the form), and that
    survives what is no primary key at all."""

    allowed: QuerySet[Any] | None = None

    def get_instance(self, value: Any) -> Any:
        try:
            instance = super().get_instance(value)
        except (ValueError, TypeError, OverflowError):
            return None
        if instance is not None and self.allowed is not None and not self.allowed.filter(pk=instance.pk).exists():
            return None
        return instance


def limit_chooser(field: Any, user: Any) -> None:
    """Limit a field that chooses an object to what somebody may see."""
    policy = policy_registry.get_by_type(field.queryset.model)
    field.queryset = policy.instances_user_has_any_permission_for(user, ANY)
    if isinstance(field.widget, ScopedChooser):
        field.widget.allowed = field.queryset


class ScopedChooserViewSet(SnippetChooserViewSet):
    """Choosers limited to one's office."""

    base_widget_class = ScopedChooser
    choose_view_class = type("ScopedChooseView", (ScopedChooseMixin, ChooseView), {})
    choose_results_view_class = type("ScopedChooseResultsView", (ScopedChooseMixin, ChooseResultsView), {})
    chosen_view_class = type("ScopedChosenView", (ScopedChosenMixin, SnippetChosenView), {})
    chosen_multiple_view_class = type("ScopedChosenMultipleView", (ScopedChosenMixin, SnippetChosenMultipleView), {})

    def get_urlpatterns(self) -> list[Any]:
        # Nothing is made while it is chosen: without a form, that view of Wagtail's breaks.
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]
