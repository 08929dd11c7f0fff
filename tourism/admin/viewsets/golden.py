"""What the view sets of places, trails and events share."""

from typing import Any

from wagtail.snippets.views.snippets import SnippetViewSet

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
    # French needs the article's gender: "Ajouter un lieu", "Ajouter une étape".
    add_label: Any = ""
    # The reference index would be rewritten by each imported object, and says nothing here that foreign keys do not.
    add_to_reference_index = False
    list_per_page = 30

    def construct_view(self, view_class: type, **kwargs: Any) -> Any:
        return super().construct_view(scoped(view_class), **kwargs)

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        label = {"add_item_label": self.add_label} if self.add_label else {}
        return super().get_common_view_kwargs(**{**label, **kwargs})


class GoldenViewSet(ScopedViewSet):
    """Places, trails and events. A subclass gives the model, its panels and its columns."""

    index_view_class = GoldenIndexView
    add_view_class = GoldenCreateView
    edit_view_class = GoldenEditView
    copy_view_class = GoldenCopyView
    public_path = ""

    def get_common_view_kwargs(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_common_view_kwargs(**{"public_path": self.public_path, **kwargs})
