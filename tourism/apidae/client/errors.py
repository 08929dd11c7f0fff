"""What can go wrong when reading APIDAE."""

from tourism.attempts import AttemptError


class ApidaeError(AttemptError):
    """Something prevented reading APIDAE. `str()` is a French sentence, free of keys."""


class ApidaeUnavailable(ApidaeError):  # noqa: N818 (what happened, as callers say it)
    """The platform did not answer, or answered that it cannot, after all retries."""


class ApidaeRefused(ApidaeError):  # noqa: N818 (what happened, as callers say it)
    """The platform or the client's own rules refused the request (wrong key, address outside the allowed hosts)."""


class ApidaeBadAnswer(ApidaeError):  # noqa: N818 (what happened, as callers say it)
    """Something else than the expected answer came: a web page, cut JSON, missing keys, too large a file."""


class ApidaeIncomplete(ApidaeBadAnswer):
    """The feed could not be read to its end: nothing may be withdrawn on the strength of it."""


class ApidaeNotFound(ApidaeError):  # noqa: N818 (what happened, as callers say it)
    """The object, export or file does not exist, or not for this project."""
