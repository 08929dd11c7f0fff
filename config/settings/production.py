"""Production: refuses to start without its secrets; HTTPS only."""

import os

from django.core.exceptions import ImproperlyConfigured

from config.settings.base import *

if not SECRET_KEY:
    raise ImproperlyConfigured("SECRET_KEY is missing from the environment.")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = os.environ.get("SECURE_SSL_REDIRECT", "1") == "1"
SECURE_HSTS_SECONDS = 31_536_000
SESSION_COOKIE_SECURE = True
CSRF_COOKIE_SECURE = True
