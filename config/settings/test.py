"""Tests: a database file that --reuse-db can keep, fast passwords, tasks done at once."""

import tempfile
from pathlib import Path

from config.settings.base import *

SECRET_KEY = "tests-only"  # noqa: S105 - never used outside the tests
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": str(VAR_DIR / "test.sqlite3")}
ANNOUNCEMENTS["proof_bits"] = 8  # counted in a blink
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
MEDIA_ROOT = Path(tempfile.mkdtemp(prefix="traverse-test-media-"))
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
ELASTICSEARCH_URL = ""
APIDAE_SETTLE_SECONDS = 0
ALERT_EMAILS: list[str] = []
