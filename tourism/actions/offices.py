"""Offices: a group that may edit, and a collection of pictures of its own."""

from collections.abc import Iterable

from django.contrib.auth.models import Group, Permission
from django.db import transaction
from django.db.models import Q, QuerySet
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from tourism.models import Commune, GoldenModel, Office

# Models that offices edit, by app: some live above this one.
EDITED = {"tourism": ("place", "trail", "story"), "agenda": ("event",)}
# Wagtail asks for the permissions of its own models, whatever image model is in use.
PICTURES = ("add_image", "change_image", "choose_image")
DOCUMENTS = ("add_document", "change_document", "choose_document")


@transaction.atomic
def create_office(
    *,
    name: str,
    slug: str,
    commune_codes: Iterable[str] = (),
    apidae_member_ids: Iterable[int] = (),
    email: str = "",
) -> Office:
    """An office with its group, its rights and its collection of pictures."""
    group = Group.objects.create(name=name)
    collection = Collection.get_first_root_node().add_child(instance=Collection(name=name))
    office = Office.objects.create(
        name=name,
        slug=slug,
        group=group,
        collection=collection,
        apidae_member_ids=list(apidae_member_ids),
        email=email,
    )
    office.communes.set(Commune.objects.filter(code__in=list(commune_codes)))
    group.permissions.set(editing_permissions(("add", "change", "view")))
    _allow_media(group, collection)
    return office


@transaction.atomic
def grant_agency_rights(*, group: Group) -> None:
    """The département's agency: all pages, all places, trails and events, the offices and the imports."""
    group.permissions.set(
        editing_permissions(("add", "change", "view", "delete"))
        | Permission.objects.filter(
            Q(content_type__app_label="tourism")
            & (
                Q(codename__in=("add_office", "change_office", "view_office"))
                | Q(codename__in=("view_importrun", "view_sourcerecord"))
            )
        )
        | Permission.objects.filter(content_type__app_label="wagtail_localize", codename="submit_translation")
    )
    root = Page.get_first_root_node()
    wanted = Permission.objects.filter(
        content_type__app_label="wagtailcore", codename__in=("add_page", "change_page", "publish_page", "lock_page")
    )
    for permission in wanted:
        GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)
    _allow_media(group, Collection.get_first_root_node())


def editing_permissions(verbs: Iterable[str]) -> QuerySet[Permission]:
    """Access to the admin, and these verbs on what offices edit."""
    edited = Q()
    for app, names in EDITED.items():
        codenames = [f"{verb}_{name}" for verb in verbs for name in names]
        edited |= Q(content_type__app_label=app, codename__in=codenames)
    return Permission.objects.filter(edited | Q(content_type__app_label="wagtailadmin", codename="access_admin"))


def entrust_objects(*, office: Office, model: type[GoldenModel], ids: Iterable[int]) -> int:
    """Give objects to an office; gives how many. The next import leaves them there."""
    return model._default_manager.filter(pk__in=list(ids)).update(office=office)


def _allow_media(group: Group, collection: Collection) -> None:
    media = Permission.objects.filter(content_type__app_label__in=("wagtailimages", "wagtaildocs"))
    for permission in media.filter(codename__in=(*PICTURES, *DOCUMENTS)):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
