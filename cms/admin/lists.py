"""Lists of what happened: nobody ticks their rows, and the first column is named by us."""

from typing import Any

from django.utils.functional import cached_property
from wagtail.snippets.views.snippets import IndexView


class ReadOnlyIndexView(IndexView):
    """A list without boxes to tick: there is nothing that one could do to its rows together.

    `title_label` and `title_accessor` name the first column and say what stands in it; Wagtail's own when empty.
    """

    title_label: Any = ""
    title_accessor: Any = None

    @cached_property
    def columns(self) -> list[Any]:
        return [column for column in super().columns if column.name != "bulk_actions"]

    def _get_title_column(self, *args: Any, **kwargs: Any) -> Any:
        column = super()._get_title_column(*args, **kwargs)
        column.label = self.title_label or column.label
        column.accessor = self.title_accessor or column.accessor
        return column
