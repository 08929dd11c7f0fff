"""Writes that every app above shares."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import F
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from cms.models import BasePage, DataVersion
from cms.queries import main_page_ids
from cms.signals import public_objects_changed


def announce_changes(*, kind: str, ids: Iterable[int], bulk: bool = False) -> None:
    """Tell the rest of the site that public objects changed.

    Raises the data version once the transaction is committed (cached answers end) and sends `public_objects_changed`:
    after the commit for what a person changed, so that the search finds it at once; inside the transaction for what
    comes by thousands, so that what is still to be done about it is written together with the change, or not at all.

    Args:
        kind: "PLACE", "EVENT", "TRAIL", "STORY" or "PAGE".
        ids: primary keys; an empty collection does nothing.
        bulk: the search index may follow later. To be called inside the transaction that changes the objects.
    """
    changed = list(ids)
    if not changed:
        return
    if bulk:
        public_objects_changed.send(sender=None, kind=kind, ids=changed, bulk=True)
        transaction.on_commit(raise_data_version)
        return

    def tell() -> None:
        raise_data_version()
        public_objects_changed.send(sender=None, kind=kind, ids=changed, bulk=False)

    transaction.on_commit(tell)


def raise_data_version() -> None:
    """Make every cached answer out of date."""
    if not DataVersion.objects.filter(pk=1).update(value=F("value") + 1):
        DataVersion.objects.get_or_create(pk=1, defaults={"value": 2})


def follow_publication(*, page: Page) -> None:
    """What a page just published needs: its images in the public sizes, its translations compared, readers told."""
    if isinstance(page, BasePage):
        page.prepare_images()  # takes a while, hence outside the transaction
    with transaction.atomic():
        mark_translations_outdated(page=page)
        announce_pages(pages=[page])


def mark_translations_outdated(*, page: Page) -> None:
    """Hand the published text to the translators: what changed in it shows as "waiting for translations".

    The published translations stay as they are until somebody translates. Does nothing for a page that was never
    submitted for translation, nor for a translation.
    """
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, locale_id=page.locale_id, translations__enabled=True
    ).first()
    if source:
        source.update_from_db()


def announce_pages(*, pages: Iterable[Page]) -> None:
    """Tell the rest of the site that these pages changed for the public; ids are those of the main versions."""
    announce_changes(kind="PAGE", ids=main_page_ids(page.pk for page in pages))
