"""What the lists and pages of imports share: who may, lists that nobody writes, buttons that post."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy
from django.views import View
from wagtail.admin.views.generic.permissions import PermissionCheckedMixin

from cms.admin.lists import ReadOnlyIndexView
from tourism.admin.policies import sees_everything
from tourism.admin.sources import source_choices
from tourism.admin.viewsets.golden import ScopedViewSet


def source_filter() -> django_filters.ChoiceFilter:
    """A filter by source, by name."""
    return django_filters.ChoiceFilter(
        choices=source_choices, label=gettext_lazy("Source"), empty_label=gettext_lazy("Toutes")
    )


class AgencyActionMixin:
    """Something that only the agency decides. The policy of the model is asked too."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not sees_everything(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class ObjectActionView(AgencyActionMixin, PermissionCheckedMixin, View):
    """One thing done to one object, by a button: POST only."""

    http_method_names = ["post"]
    any_permission_required = ["view", "change"]
    model: Any = None

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        return self.act(get_object_or_404(self.model, pk=pk))

    def act(self, instance: Any) -> HttpResponse:
        """Do it, and say where to go."""
        raise NotImplementedError


class ImportsViewSet(ScopedViewSet):
    """Lists of what happened, with a page for each."""

    inspect_view_enabled = True
    copy_view_enabled = False
    index_view_class = ReadOnlyIndexView
    page_template = ""

    @cached_property
    def inspect_template_name(self) -> str:
        return f"tourism/admin/pages/{self.page_template}.html"
