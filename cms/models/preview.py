"""Drafts kept for the web app while somebody looks at them."""

import json
from datetime import timedelta

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.crypto import get_random_string
from wagtail.models import Page


class PreviewDraftQuerySet(models.QuerySet):
    """How drafts come and go."""

    def expired(self) -> "PreviewDraftQuerySet":
        """Those that no valid token can point at any more."""
        return self.filter(saved_at__lt=timezone.now() - timedelta(seconds=settings.PREVIEW_TOKEN_MAX_AGE))

    def keep(self, page: Page, *, user) -> "PreviewDraft":
        """Store what the form holds now; one row per editor and page, so that typing does not fill the table."""
        self.expired().delete()
        user = user if user is not None and user.is_authenticated else None
        subject = str(page.pk) if page.pk else f"new:{page._meta.label_lower}:{page.url_path}"[:255]
        values = {
            "content_type": ContentType.objects.get_for_model(type(page)),
            "page_id": page.pk,
            "content": json.loads(json.dumps(page.serializable_data(), cls=DjangoJSONEncoder)),
            "saved_at": timezone.now(),
        }
        if user is None:
            return self.create(key=new_key(), subject=subject, **values)
        draft, _created = self.update_or_create(
            user=user, subject=subject, defaults=values, create_defaults={**values, "key": new_key()}
        )
        return draft


def new_key() -> str:
    """An unguessable name for a draft."""
    return get_random_string(32)


class PreviewDraft(models.Model):
    """The unsaved content of a page, readable by whoever holds a token for `key`; a working copy, not a revision."""

    key = models.CharField(max_length=40, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=255)  # which page, or which kind of new page
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    page_id = models.IntegerField(null=True)  # None for a page that was never saved
    content = models.JSONField()
    saved_at = models.DateTimeField(db_index=True)

    objects = PreviewDraftQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "subject"], name="one_preview_per_user_and_page")]

    def __str__(self) -> str:
        return self.subject
