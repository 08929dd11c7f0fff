"""What happens when Wagtail publishes, withdraws or moves a page.

These are Wagtail's own announcements, not the model signals that the project keeps for the search index: every way to
publish (form, workflow, schedule, translation) ends in them, and each calls one action.
"""

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published, page_slug_changed, page_unpublished, post_page_move

from cms.actions import announce_pages, follow_publication


@receiver(page_published)
def on_published(sender: type[Page], instance: Page, **kwargs) -> None:
    """A version of the page became public."""
    follow_publication(page=instance)


@receiver(page_unpublished)
def on_unpublished(sender: type[Page], instance: Page, **kwargs) -> None:
    """A version of the page was withdrawn; Wagtail also sends this before it deletes a live page."""
    announce_pages(pages=[instance])


@receiver(post_page_move)
@receiver(page_slug_changed)
def on_path_changed(sender: type[Page], instance: Page, **kwargs) -> None:
    """The page and all under it have new paths."""
    announce_pages(pages=instance.get_descendants(inclusive=True))
