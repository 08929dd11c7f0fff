"""Development and demonstration: a fixed key, the database under var/, mail to the console."""

import os

from config.settings.base import *

DEBUG = os.environ.get("DEBUG", "0") == "1"
SECRET_KEY = "demonstration-only-change-in-production"  # noqa: S105 - never used by production settings
EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"
VAR_DIR.mkdir(parents=True, exist_ok=True)
