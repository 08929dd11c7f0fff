"""Names of communes for values that only have their codes."""

from collections.abc import Iterable
from typing import Any

from tourism.admin.differences import commune_codes
from tourism.models import Commune


def commune_names(changes: Iterable[Any]) -> dict[str, str]:
    """Names by INSEE code of the communes that some changes name; one statement."""
    codes = commune_codes(change for change in changes if isinstance(change, dict))
    return dict(Commune.objects.filter(pk__in=codes).values_list("code", "name"))
