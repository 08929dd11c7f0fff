"""Settings shared by every environment. The environment is read once, here (see README, table of variables)."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent.parent
# Everything that a running instance writes: database, media, packs, caches. One folder to back up.
VAR_DIR = Path(os.environ.get("TRAVERSE_VAR", BASE_DIR / "var"))

DEBUG = False
SECRET_KEY = os.environ.get("SECRET_KEY", "")
ALLOWED_HOSTS = [host for host in os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]").split(",") if host]
CSRF_TRUSTED_ORIGINS = [origin for origin in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if origin]

INSTALLED_APPS = [
    "config",
    "search",
    "agenda",
    "tourism",
    "cms",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "graphene_django",
    "django_tasks_db",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "config" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {"default": dj_database_url.config(default=f"sqlite:///{VAR_DIR / 'traverse.sqlite3'}", conn_max_age=600)}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # WAL lets readers go on during an import; IMMEDIATE avoids lock upgrades that fail at once.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # Pages that change again and again during an import go to the database's file once in 32 MB, not in 4.
        "init_command": (
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-14000; "
            "PRAGMA wal_autocheckpoint=8000;"
        ),
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Paris"
LANGUAGE_CODE = "fr"
# Languages that the site publishes; imported texts in others are kept but not shown.
LANGUAGES = [
    ("fr", "Français"),
    ("en", "English"),
    ("it", "Italiano"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("nl", "Nederlands"),
]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
LOCALE_PATHS = [BASE_DIR / "locale"]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
# Files of npm packages that pages of the server need (GraphiQL), copied there by `make build`.
ASSETS_DIR = VAR_DIR / "assets"
STATICFILES_DIRS = [ASSETS_DIR] if ASSETS_DIR.exists() else []
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 2_000},
    }
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# The built web app is served from the root of the site by WhiteNoise; config.views answers deep links with its shell.
PWA_DIST = Path(os.environ.get("PWA_DIST", BASE_DIR / "frontend-pwa" / "dist"))
# What its catalogues (fr.json, en.json…) call things is what calendars and feed readers call them too.
VISITOR_WORDS = BASE_DIR / "frontend-pwa" / "src" / "i18n"
BASE_MAP = BASE_DIR / "frontend-pwa" / "public" / "map" / "base.json"
WHITENOISE_ROOT = PWA_DIST if PWA_DIST.exists() else None
# Names with a hash of the content may be kept for ever: the web app's build and collected static files.
WHITENOISE_IMMUTABLE_FILE_TEST = r"^/assets/.+-[\w-]{8}\.\w+$|^/static/.+\.[0-9a-f]{12}\..+$"

# Nothing is asked of other hosts and no script stands in the page. The map needs workers and pictures made on the
# spot; styles set by scripts count as inline. The admin's preview shows the web app in a frame of the same host.
CONTENT_SECURITY_POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'"
)


def _add_shell_headers(headers: Any, _path: str, url: str) -> None:
    """The service worker keeps the shell under this name and answers with it: the policy must come along."""
    if url == "/index.html":
        headers["Content-Security-Policy"] = CONTENT_SECURITY_POLICY


WHITENOISE_ADD_HEADERS_FUNCTION = _add_shell_headers

# Lists that the slots of pages choose from; named here because they belong to apps above `cms`.
PAGE_SLOT_CHOICES = {"categories": "agenda.enums.EventCategory", "place_kinds": "tourism.enums.PlaceKind"}
# Seconds during which a preview's address opens a draft.
PREVIEW_TOKEN_MAX_AGE = 3600

WAGTAIL_SITE_NAME = "Traverse"
WAGTAIL_DATE_FORMAT = "%d/%m/%Y"
# The admin asks nothing of other hosts: no check for updates, no avatars from elsewhere.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_IMAGE_MODEL = "cms.CreditedImage"
WAGTAILIMAGES_IMAGE_FORM_BASE = "cms.admin.ImageForm"
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["pdf", "gpx", "kml", "kmz", "csv", "xlsx", "odt", "docx"]
WAGTAILDOCS_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# Where this instance is seen from the outside, without a trailing slash; QR codes, packs, calendars and mails carry it.
# Unless said, on this machine where `manage.py serve` listens.
PUBLIC_URL = (os.environ.get("PUBLIC_URL") or f"http://localhost:{os.environ.get('PORT') or 8000}").rstrip("/")
WAGTAILADMIN_BASE_URL = PUBLIC_URL

# The département that this instance serves. Name and box only; the communes come from tourism/data.
TERRITORY = {"code": "04", "name": "Alpes de Haute-Provence", "bbox": [5.49, 43.66, 6.98, 44.67]}

# APIDAE: a project's number and key, and the addresses of the API.
APIDAE_URL = os.environ.get("APIDAE_URL", "https://api.apidae-tourisme.com/api/v002")
APIDAE_KEY = os.environ.get("APIDAE_KEY", "")
APIDAE_PROJECT = int(os.environ.get("APIDAE_PROJECT", "0"))
# Hosts from which exports and pictures may be fetched.
APIDAE_MEDIA_HOSTS = [
    host for host in os.environ.get("APIDAE_MEDIA_HOSTS", "static.apidae-tourisme.com").split(",") if host
]
APIDAE_EXPORT_HOSTS = [
    host for host in os.environ.get("APIDAE_EXPORT_HOSTS", "export.apidae-tourisme.com").split(",") if host
]
# APIDAE tells of its exports at /apidae/export/<token>: the address is the only thing that protects it.
APIDAE_NOTIFICATION_TOKEN = os.environ.get("APIDAE_NOTIFICATION_TOKEN", "")
if APIDAE_NOTIFICATION_TOKEN and len(APIDAE_NOTIFICATION_TOKEN) < 20:
    raise ImproperlyConfigured("APIDAE_NOTIFICATION_TOKEN can be guessed: give it at least 20 characters.")
# How the timetable reads APIDAE: "export" (what it announces) or "api" (each night, and each hour what changed).
APIDAE_INTERFACE = os.environ.get("APIDAE_INTERFACE", "export" if APIDAE_NOTIFICATION_TOKEN else "api")
if APIDAE_INTERFACE not in ("export", "api"):
    raise ImproperlyConfigured("APIDAE_INTERFACE must be export or api.")
# Seconds that a differential export waits for an older one that may be announced after it.
APIDAE_SETTLE_SECONDS = int(os.environ.get("APIDAE_SETTLE_SECONDS", "120"))

# The zone of the schools of the territory: "school holidays" in the agenda are theirs.
SCHOOL_ZONE = os.environ.get("SCHOOL_ZONE", "B")
if SCHOOL_ZONE not in ("A", "B", "C"):
    raise ImproperlyConfigured("SCHOOL_ZONE must be A, B or C.")

# Somebody is written to when no import succeeded for so many days, or so many per cent of a feed went within a week.
FEED_SILENT_DAYS = int(os.environ.get("FEED_SILENT_DAYS", "3"))
FEED_SHRINK_PERCENT = int(os.environ.get("FEED_SHRINK_PERCENT", "10"))
# Who; the active superusers when nobody is named.
ALERT_EMAILS = [address.strip() for address in os.environ.get("ALERT_EMAILS", "").split(",") if address.strip()]

# Feeds of events may be fetched from this very machine: for tests and simulators only.
FEEDS_ALLOW_LOOPBACK = os.environ.get("FEEDS_ALLOW_LOOPBACK", "") == "1"
# One port of this machine from which they may be: the demonstration's own feeds (`manage.py serve --demonstration`).
FEEDS_LOOPBACK_PORT = int(os.environ.get("FEEDS_LOOPBACK_PORT", "0"))

# Mail, for example smtp://user:password@host:587 (STARTTLS) or smtps://user:password@host:465.
_mail = urlsplit(os.environ.get("EMAIL_URL", "smtp://localhost:25"))
if _mail.scheme not in ("smtp", "smtps"):
    raise ImproperlyConfigured("EMAIL_URL is not an smtp:// or smtps:// address.")
EMAIL_HOST = _mail.hostname or "localhost"
EMAIL_USE_SSL = _mail.scheme == "smtps"
EMAIL_PORT = _mail.port or (465 if EMAIL_USE_SSL else 25)
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
# A password is never sent in the clear.
EMAIL_USE_TLS = bool(EMAIL_HOST_USER) and not EMAIL_USE_SSL
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = SERVER_EMAIL = os.environ.get("EMAIL_FROM", "traverse@localhost")

# What the timetable's jobs are called; `config.jobs` says what they do.
JOB_LABELS = {
    "apidae_exports": _("Intégrer les exports annoncés par Apidae"),
    "apidae_changes": _("Lire ce qui a changé dans Apidae"),
    "apidae_full": _("Lire tout le projet Apidae"),
    "apidae_pictures": _("Télécharger les images des flux"),
    "event_feeds": _("Lire les flux d’événements des offices"),
    "asked_feeds": _("Lire les flux d’événements à la demande"),
    "refresh_public": _("Passer au jour suivant (dates, droits des images, messages du jour)"),
    "find_duplicates": _("Chercher les événements annoncés deux fois"),
    "check_feeds": _("Surveiller les flux"),
    "publish_scheduled": _("Publier les pages programmées"),
    "catch_up_search": _("Mettre la recherche à jour"),
    "announcement_mails": _("Écrire aux auteurs d’annonces et aux offices"),
    "announcement_queues": _("Rappeler aux offices les annonces à relire"),
    "prune": _("Oublier l’historique de plus d’un an, et les annonces réglées"),
}

# What people announce without an account (docs/announcements.md). Zero bits of the proof of work, about a second on a
# phone; attempts and announcements that one address may make; days until what is settled is forgotten.
ANNOUNCEMENTS = {
    "proof_bits": 17,
    "attempts_an_hour": 60,
    "kept_a_day": 30,
    "changes_a_day": 40,
    "mails_a_day": 15,
    "forget_days": int(os.environ.get("ANNOUNCEMENT_FORGET_DAYS", "30")),
}
# How many proxies of ours add to X-Forwarded-For: who sends is counted by what the first of them saw.
TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "0"))

# Set to use Elasticsearch instead of the database's own full text.
ELASTICSEARCH_URL = os.environ.get("ELASTICSEARCH_URL", "")

GRAPHQL: dict[str, Any] = {
    "max_body_bytes": 20_000,
    "max_tokens": 2_000,
    "max_depth": 9,
    "max_aliases": 30,
    "max_cost": 5_000,
    # Only the web app's own documents are answered when true; others get a clear refusal.
    "persisted_only": os.environ.get("GRAPHQL_PERSISTED_ONLY", "") == "1",
    "persisted_documents": BASE_DIR / "frontend-pwa" / "src" / "generated" / "persisted-documents.json",
}
GRAPHENE = {"SCHEMA": "config.schema.schema", "SCHEMA_OUTPUT": "schema.graphql"}

SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"hide_tokens": {"()": "config.tokens.HideTokens"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["hide_tokens"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Django names the address of every refused request.
    "loggers": {"django.request": {"filters": ["hide_tokens"]}, "django.security": {"filters": ["hide_tokens"]}},
}
