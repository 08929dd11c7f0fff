from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CmsConfig(AppConfig):
    name = "cms"
    verbose_name = _("Pages")

    def ready(self) -> None:
        """Wagtail's page signals must be heard in commands and tasks too, where its hooks are not loaded."""
        import_module("cms.receivers")
