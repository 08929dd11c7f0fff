"""The pairs that somebody may settle, and what is shown of one. The number of statements does not depend on either."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Case, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone
from wagtail.permissions import policy_registry

from agenda.actions import joining_refused, proposed_orders
from agenda.admin.duplicates.reasons import spoken_reasons
from agenda.candidates import stored_candidates
from agenda.dedupe import ReasonCode
from agenda.enums import PairState
from agenda.models import Event, EventPair
from cms.texts import MAIN_LANGUAGE, Texts
from tourism.admin.field_history import key_label
from tourism.admin.fields import shortened, spoken_value
from tourism.admin.kinds import EDITED_KINDS
from tourism.admin.policies import office_ids, sees_everything
from tourism.admin.sources import source_name
from tourism.cards import image_urls, images_by_url
from tourism.enums import RecordKind
from tourism.geometry import haversine_m
from tourism.golden import TEXT_FIELDS
from tourism.queries import source_records_of_many

LONGEST_SHOWN = 3_000
# What is compared by eye, in this order; texts in each language that one of the two has.
SHOWN_FIELDS = (
    "name",
    "schedule",
    "opening",
    "status",
    "venue",
    "place",
    "commune_code",
    "address",
    "access",
    "part_of_public_id",
    "event_categories",
    "themes",
    "audiences",
    "accessibility",
    "price",
    "booking",
    "payment",
    "organiser",
    "contacts",
    "services",
    "equipments",
    "spoken_languages",
    "labels",
    "alert",
    "summary",
    "description",
)
# Fields that say which place or festival of ours an event was joined to.
JOINED = {"place": "place", "part_of_public_id": "part_of"}


def may_settle(user: Any) -> bool:
    """Whether somebody settles pairs at all."""
    return policy_registry.get_by_type(Event).user_has_permission(user, "change")


def pairs_for(user: Any) -> QuerySet[EventPair]:
    """Pairs that somebody may settle: the agency all, an office those of which one event is its own. What it may make
    part of what, `joining_refused` says."""
    pairs = EventPair.objects.all()
    if not may_settle(user):
        return pairs.none()
    if sees_everything(user):
        return pairs
    own = office_ids(user)
    return pairs.filter(Q(left__office__in=own) | Q(right__office__in=own))


def offices_settled_for(user: Any) -> frozenset[int] | None:
    """The offices for which somebody settles pairs; None for all of them."""
    return None if sees_everything(user) else office_ids(user)


def mark_refused(pairs: Sequence[EventPair], user: Any) -> None:
    """Tell each pair, as `refused`, why somebody does not join it in its proposed order; '' when they may. Offices
    of the events are to be read along; three statements for an office, none for the agency."""
    offices = offices_settled_for(user)
    orders = {} if offices is None else proposed_orders(pairs)
    for pair in pairs:
        _kept, absorbed = orders.get(pair.pk, (pair.left_id, pair.right_id))
        pair.refused = joining_refused(pair.left if pair.left_id == absorbed else pair.right, offices)


def waiting_pairs(user: Any) -> QuerySet[EventPair]:
    """Those that wait, the most alike first and the ones put off last."""
    today = timezone.localdate()
    shown = Q(left__published=True, right__published=True)
    coming = (Q(left__last_date=None) | Q(left__last_date__gte=today)) & (
        Q(right__last_date=None) | Q(right__last_date__gte=today)
    )
    pairs = pairs_for(user).filter(shown, coming, state__in=(PairState.OPEN, PairState.LATER))
    put_off = Case(When(state=PairState.LATER, then=Value(1)), default=Value(0), output_field=IntegerField())
    return pairs.annotate(put_off=put_off).order_by("put_off", "-score", "pk")


def event_url(event: Event, user: Any) -> str:
    """Its form; the public page of what somebody may not change, whose form would be refused."""
    if policy_registry.get_by_type(Event).user_has_permission_for_instance(user, "change", event):
        return EDITED_KINDS[RecordKind.EVENT].edit_url(event.pk)
    return f"/event/{event.public_id}"


def shown_pair(pair: EventPair, user: Any, *, kept_id: int | None = None) -> dict[str, Any]:
    """A pair side by side: ``{"sides": [kept, absorbed], "rows": [{"key", "label", "values", "differs",
    "contradicts"}], "reasons", "score", "distance", "refused"}``; six statements. `refused`: why this somebody does not
    join them in this order, or ''."""
    stored = list(stored_candidates(Event.objects.filter(pk__in=[pair.left_id, pair.right_id])))
    order = [one.pk for one in sorted(stored, key=lambda one: one.precedence)]
    if kept_id in order and kept_id != order[0]:
        order.reverse()
    events = {event.pk: event for event in (pair.left, pair.right)}
    kept, absorbed = (events[pk] for pk in order)
    records = source_records_of_many(RecordKind.EVENT, order)
    images = images_by_url(url for event in events.values() for url in image_urls(event.facts)[:3])
    communes = {event.commune_id: event.commune.name for event in events.values() if event.commune}
    sides = [_side(event, records[event.pk], images) | {"url": event_url(event, user)} for event in (kept, absorbed)]
    rows = [_row(key, kept, absorbed, communes) for key in _shown_keys(kept, absorbed)]
    return {
        "sides": sides,
        "rows": [row for row in rows if any(row["values"])],
        "reasons": spoken_reasons(pair.reasons),
        "score": pair.percent,
        "refused": joining_refused(absorbed, offices_settled_for(user)),
        "distance": distance_m(kept, absorbed),
        "distance_told": any(reason.get("code") == ReasonCode.DISTANCE for reason in pair.reasons),
    }


def distance_m(a: Event, b: Event) -> int | None:
    """Metres between two events; None when one has no position."""
    points = [(event.longitude, event.latitude) for event in (a, b)]
    if any(part is None for point in points for part in point):
        return None
    return round(haversine_m(*points))


def _side(event: Event, records: list[Any], images: Any) -> dict[str, Any]:
    known = [images[url].digest for url in image_urls(event.facts)[:3] if url in images and images[url].digest]
    sources = [
        {
            "name": source_name(record.source),
            "owner": record.owner,
            "number": record.external_id,
            "seen": record.seen_at,
        }
        for record in records
    ]
    return {
        "event": event,
        "picture": known[0] if known else "",
        "sources": sources,
        "office": event.office.name if event.office else "",
    }


def _shown_keys(*events: Event) -> list[str]:
    """`SHOWN_FIELDS` as override keys: the main language first, then what else is written."""
    keys = []
    for name in SHOWN_FIELDS:
        if name not in TEXT_FIELDS:
            keys.append(name)
            continue
        written = {language for event in events for language, text in _texts(event, name).items() if text.get("text")}
        keys += [f"{name}.{language}" for language in sorted(written, key=lambda code: (code != MAIN_LANGUAGE, code))]
    return keys


def _texts(event: Event, name: str) -> Texts:
    """A text of an event by language: a column, or one of its facts."""
    return getattr(event, name) if hasattr(event, name) else event.facts.get(name) or {}


def _row(key: str, kept: Event, absorbed: Event, communes: dict[str, str]) -> dict[str, Any]:
    said = [_said(event, key, communes) for event in (kept, absorbed)]
    values = [shortened(text, LONGEST_SHOWN) for text in said]
    differs = said[0] != said[1]
    return {
        "key": key,
        "label": key_label(key),
        "values": values,
        "differs": differs,
        "contradicts": differs and all(said),
    }


def _said(event: Event, key: str, communes: dict[str, str]) -> str:
    """One field in words; what stands beside each other, below each other."""
    name, _dot, language = key.partition(".")
    if language:
        return (_texts(event, name).get(language) or {}).get("text", "")
    if name in JOINED:
        joined = getattr(event, JOINED[name])
        return str(joined) if joined is not None else ""
    value = event.facts.get(name)
    if value in (None, "", [], {}):
        return ""
    spoken = spoken_value(name, value, communes=communes)
    return spoken if isinstance(spoken, str) else "\n".join(spoken)
