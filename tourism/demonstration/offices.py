"""Offices of the demonstration and an account for each role. Names of people and addresses are invented."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db import transaction

from tourism.actions import create_office, grant_agency_rights
from tourism.models import Office

# Shown on the console by `make run`; production has no demonstration.
DEMO_PASSWORD = "traverse-demo"  # noqa: S105 - printed on purpose

# name, slug, INSEE codes of the communes
OFFICES = (
    ("Office de tourisme de Digne-les-Bains et Provence Alpes", "provence-alpes", ("04070", "04001", "04046", "04217")),
    ("Verdon Tourisme", "verdon", ("04135", "04039", "04171", "04144", "04186", "04157", "04076", "04094")),
    ("Office de tourisme du pays de Forcalquier et montagne de Lure", "forcalquier", ("04088", "04111", "04116")),
    ("Office de tourisme de l’Ubaye", "ubaye", ("04019", "04102", "04226", "04096")),
    ("Office de tourisme de Sisteron Buëch", "sisteron", ("04209",)),
    ("Musée de Salagon", "salagon", ()),
)

# role, user name, first and last name, office's slug ('' for the agency)
DEMO_ACCOUNTS = (
    ("administration", "admin", "Camille", "Blanc", None),
    ("agence départementale (pages, tout le territoire)", "agence", "Andréa", "Roux", ""),
    ("office de tourisme (le Verdon seulement)", "verdon", "Sacha", "Martel", "verdon"),
    ("musée (ses fiches seulement)", "salagon", "Dominique", "Lure", "salagon"),
)


@transaction.atomic
def load_offices() -> None:
    """Create the offices and the accounts; those that exist are left as they are."""
    for name, slug, communes in OFFICES:
        if not Office.objects.filter(slug=slug).exists():
            create_office(name=name, slug=slug, commune_codes=communes, email=f"{slug}@example.org")
    agency, _created = Group.objects.get_or_create(name="Agence départementale")
    grant_agency_rights(group=agency)
    users = get_user_model()
    for _role, username, first_name, last_name, slug in DEMO_ACCOUNTS:
        if users.objects.filter(username=username).exists():
            continue
        user = users.objects.create_user(
            username,
            email=f"{username}@example.org",
            password=DEMO_PASSWORD,
            first_name=first_name,
            last_name=last_name,
            is_staff=slug is None,
            is_superuser=slug is None,
        )
        if slug is not None:
            user.groups.add(Office.objects.get(slug=slug).group if slug else agency)
