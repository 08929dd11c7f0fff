"""What the view sets of places, trails and events share."""

from typing import Any, ClassVar

from django.urls import path
from wagtail.snippets.views.snippets import SnippetViewSet

from tourism.admin.field_history import FieldHistoryView
from tourism.admin.history import EditHistoryView
from tourism.admin.views import (
    GoldenCopyView,
    GoldenCreateView,
    GoldenEditView,
    GoldenIndexView,
    ScopedChooserViewSet,
    scoped,
)


class ScopedViewSet(SnippetViewSet):
    """Every view that handles one object asks the policy about it."""

    chooser_viewset_class = ScopedChooserViewSet
    history_view_class = EditHistoryView
    # French needs the article's gender: "Ajouter un lieu", "Ajouter une étape".
    add_label: Any = ""
    # The reference index would be rewritten by each imported object, and says nothing here that foreign keys do not.
    add_to_reference_index = False
    list_per_page = 30
    # Further views of one object: their names are their addresses too.
    object_views: ClassVar[dict[str, type]] = {}

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        return super().construct_view(scoped(view_class), **kwargs)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        label = {"add_item_label": self.add_label} if self.add_label else {}
        return super().get_common_view_kwargs(**{**label, **kwargs})

    def get_urlpatterns(self) -> list[Any]:
        own = [
            path(f"{name.replace('_', '-')}/<{self.pk_path_converter}:pk>/", self.construct_view(view), name=name)
            for name, view in self.object_views.items()
        ]
        return [*super().get_urlpatterns(), *own]


class GoldenViewSet(ScopedViewSet):
    """Places, trails and events. A subclass gives the model, its panels and its columns."""

    index_view_class = GoldenIndexView
    add_view_class = GoldenCreateView
    edit_view_class = GoldenEditView
    copy_view_class = GoldenCopyView
    object_views = {"field_history": FieldHistoryView}
    index_template_name = "tourism/admin/pages/golden_index.html"
    public_path = ""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**{"public_path": self.public_path, **kwargs})
