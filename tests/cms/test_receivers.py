"""Whatever way a page is published, withdrawn or moved, the rest of the site hears of it once it is committed."""

import pytest

from cms.models import DataVersion
from cms.queries import page_by_path
from cms.signals import public_objects_changed
from tests.cms.conftest import body_of


@pytest.fixture
def heard(django_capture_on_commit_callbacks):
    """A function that makes a call, commits it, and gives the (kind, ids) announced."""

    def listen(call):
        announced = []

        def receive(sender, kind, ids, **kwargs):
            announced.append((kind, ids))

        public_objects_changed.connect(receive)
        try:
            with django_capture_on_commit_callbacks(execute=True):
                call()
        finally:
            public_objects_changed.disconnect(receive)
        return announced

    return listen


def _version():
    row = DataVersion.objects.filter(pk=1).first()
    return row.value if row else 1


def test_publication_is_announced_and_raises_the_data_version(article, heard):
    page = article(live=False)
    before = _version()
    assert heard(lambda: page.get_latest_revision().publish()) == [("PAGE", [page.pk])]
    assert _version() == before + 1


def test_saving_a_draft_is_announced_to_nobody(article, heard):
    page = article()
    assert heard(page.save_revision) == []


def test_publication_of_a_translation_is_announced_under_the_french(article, heard):
    page = article()
    page.copy_for_translation(page.locale.__class__.objects.get(language_code="en"), copy_parents=True)
    english = page.get_translations().get().specific
    assert heard(lambda: english.save_revision().publish()) == [("PAGE", [page.pk])]


@pytest.mark.parametrize("withdraw", ["unpublish", "delete"])
def test_withdrawal_is_announced(withdraw, article, heard):
    page = article()
    key = page.pk
    assert heard(getattr(page, withdraw)) == [("PAGE", [key])]


def test_move_is_announced_for_all_that_moved(article, heard):
    target, page = article("Cible"), article("Verdon")
    below = article("Gorges", parent=page)
    assert heard(lambda: page.move(target, pos="last-child")) == [("PAGE", sorted([page.pk, below.pk]))]


def test_publication_draws_the_images_of_the_page(article, image):
    lead, inside = image("tete"), image("corps")
    page = article(live=False)
    page.image = lead
    page.body = body_of(("image", {"image": {"image": inside.pk, "alt_text": "", "decorative": True}, "caption": ""}))
    revision = page.save_revision()
    assert lead.renditions.count() == inside.renditions.count() == 0
    revision.publish()
    for picture in (lead, inside):
        assert sorted(picture.renditions.values_list("filter_spec", "width")) == [
            ("width-1200|format-webp", 1200),
            ("width-480|format-webp", 480),
        ]


@pytest.mark.parametrize("damage", ["lost", "broken"])
def test_publication_with_a_damaged_image_goes_on_without_it(damage, article, image, caplog):
    picture = image("perdue")
    if damage == "lost":
        picture.file.storage.delete(picture.file.name)
    else:
        with picture.file.storage.open(picture.file.name, "wb") as file:
            file.write(b"not a picture")
    page = article("Le Verdon", slug="verdon", image=picture)
    assert page.live
    found = page_by_path("verdon", language="fr")
    assert (found["title"], found["image"]) == ("Le Verdon", None)
    assert "perdue" in caplog.text
