"""The page that says what becomes of every path, read."""

import re
from itertools import product
from pathlib import Path

from django.conf import settings

PAGE = Path(settings.BASE_DIR) / "docs" / "apidae.md"
OUTSIDE = "## Outside the schemas"


def expressions(pattern: str) -> list[re.Pattern]:
    """`a.{b,c}.*` as regular expressions, one per name in braces."""
    parts = re.split(r"\{([^}]+)\}", pattern)
    choices = [part.split(",") if index % 2 else [part] for index, part in enumerate(parts)]
    return [re.compile(re.escape("".join(words)).replace(r"\*", ".*")) for words in product(*choices)]
