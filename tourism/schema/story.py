"""Stories and what opens their steps."""

from typing import Any

import graphene

from cms.schema.types import GoneError, Image, Language, NotFoundError, required_list
from cms.texts import language_served, text_in
from tourism.cards import image_json, plain_text_in
from tourism.models import Story as StoryModel
from tourism.models import StoryStep as StepModel
from tourism.models import Trigger as TriggerModel
from tourism.queries import card_of_trail, step_by_code, story_by_public_id
from tourism.schema.cards import TrailCard
from tourism.schema.types import BeaconSchemeEnum, TriggerKindEnum


class Trigger(graphene.ObjectType):
    """What opens a step. Only the fields of its kind are set."""

    kind = graphene.Field(TriggerKindEnum, required=True, description="What it is.")
    latitude = graphene.Float(description="Centre of a geofence, degrees WGS 84.")
    longitude = graphene.Float(description="Centre of a geofence, degrees WGS 84.")
    radius = graphene.Float(description="Metres around the centre or the beacon.")
    scheme = graphene.Field(BeaconSchemeEnum, description="Format of the beacon's advertisement.")
    uuid = graphene.String(description="iBeacon and AltBeacon: UUID.")
    major = graphene.Int(description="iBeacon and AltBeacon: major number.")
    minor = graphene.Int(description="iBeacon and AltBeacon: minor number.")
    namespace = graphene.String(description="Eddystone-UID: ten bytes in hexadecimal.")
    instance = graphene.String(description="Eddystone-UID: six bytes in hexadecimal.")
    code = graphene.String(description="Short code carried by QR codes and NFC tags as /q/<code>.")
    number = graphene.String(description="Number printed at the stop, to be typed.")


class StepRules(graphene.ObjectType):
    """When a step may be told."""

    once = graphene.Boolean(required=True, description="Told by itself only once.")
    cooldown = graphene.Int(required=True, description="Seconds before it is told by itself again.")
    after = required_list(graphene.ID, "Steps that must have been told before.")


class StepAnswer(graphene.ObjectType):
    """One answer to a step's question."""

    text = graphene.String(required=True, description="The answer.")
    right = graphene.Boolean(required=True, description="It is right.")
    feedback = graphene.String(description="What to say to who chose it.")


class StoryStep(graphene.ObjectType):
    """One step of a story."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    position = graphene.Int(required=True, description="Order, from 1.")
    name = graphene.String(required=True, description="Title.")
    text = graphene.String(required=True, description="What is told; paragraphs are separated by newlines.")
    latitude = graphene.Float(description="Where it is told, degrees WGS 84.")
    longitude = graphene.Float(description="Where it is told, degrees WGS 84.")
    image = graphene.Field(Image, description="A picture.")
    audio_url = graphene.String(description="A recording, a path on this host.")
    question = graphene.String(description="A question to the visitor.")
    answers = required_list(StepAnswer, "Its possible answers.")
    triggers = required_list(Trigger, "What opens it.")
    rules = graphene.Field(StepRules, required=True, description="When it may be told.")


class Story(graphene.ObjectType):
    """A story in steps, told at places."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    path = graphene.String(required=True, description="Path in the web app.")
    name = graphene.String(required=True, description="Title.")
    intro = graphene.String(description="What it is about.")
    language = graphene.Field(Language, required=True, description="Language really served.")
    languages = required_list(Language, "Languages in which it exists.")
    image = graphene.Field(Image, description="A picture.")
    trail = graphene.Field(TrailCard, description="The trail along which it is told.")
    steps = required_list(StoryStep, "Its steps, in order.")

    @staticmethod
    def resolve_trail(parent: dict[str, Any], _info: graphene.ResolveInfo) -> dict[str, Any] | None:
        return card_of_trail(parent["trail_id"], language=parent["asked_language"])


class StoryCard(graphene.ObjectType):
    """A story in a list."""

    id = graphene.ID(required=True, description="Stable, the same in every language.")
    name = graphene.String(required=True, description="Title.")
    intro = graphene.String(description="What it is about.")
    language = graphene.Field(Language, required=True, description="Language really served.")
    steps = graphene.Int(required=True, description="How many steps.")
    trail = graphene.Field(TrailCard, description="The trail along which it is told.")
    image = graphene.Field(Image, description="A picture.")

    @staticmethod
    def resolve_trail(parent: dict[str, Any], _info: graphene.ResolveInfo) -> dict[str, Any] | None:
        return card_of_trail(parent["trail_id"], language=parent["asked_language"])


class StoryStepRef(graphene.ObjectType):
    """What a code opens."""

    story_id = graphene.ID(required=True, description="Id of the story.")
    step_id = graphene.ID(required=True, description="Id of the step.")
    trail_id = graphene.ID(description="Id of the story's trail.")


def picture(owner: StoryModel | StepModel, language: str, alt: str) -> dict[str, Any] | None:
    """The picture of a story or a step, once it was fetched."""
    if owner.image is None or not owner.image.digest:
        return None
    return image_json(owner.image, alt=alt, credit=owner.image_credit)


def trigger_json(trigger: TriggerModel) -> dict[str, Any]:
    """The fields of a trigger's kind; the others null."""
    names = ("latitude", "longitude", "radius", "uuid", "major", "minor", "namespace", "instance", "code", "number")
    values = {name: getattr(trigger, name) for name in names}
    return {
        "kind": trigger.kind,
        "scheme": trigger.scheme or None,
        **{name: None if value == "" else value for name, value in values.items()},
    }


def step_json(step: StepModel, language: str) -> dict[str, Any]:
    """GraphQL `StoryStep`."""
    name = text_in(step.name, language)
    return {
        "id": step.public_id,
        "position": step.position,
        "name": name,
        "text": text_in(step.text, language),
        "latitude": step.latitude,
        "longitude": step.longitude,
        "image": picture(step, language, name),
        "audio_url": step.audio_url or None,
        "question": text_in(step.question, language) or None,
        "answers": [
            {
                "text": plain_text_in(answer.get("text"), language),
                "right": bool(answer.get("right")),
                "feedback": plain_text_in(answer.get("feedback"), language) or None,
            }
            for answer in step.answers
        ],
        "triggers": [trigger_json(trigger) for trigger in step.triggers.all()],
        "rules": {
            "once": step.once,
            "cooldown": step.cooldown,
            "after": [earlier.public_id for earlier in step.after.all()],
        },
    }


def story_json(story: StoryModel, language: str) -> dict[str, Any]:
    """GraphQL `Story`."""
    name = text_in(story.name, language)
    return {
        "id": story.public_id,
        "path": f"/story/{story.public_id}",
        "name": name,
        "intro": text_in(story.intro, language) or None,
        "language": language_served(story.name, language),
        "languages": [code for code in story.name if story.name[code].get("text")],
        "image": picture(story, language, name),
        "trail_id": story.trail_id,
        "asked_language": language,
        "steps": [step_json(step, language) for step in story.steps.all()],
    }


def story_card_json(story: Any, language: str) -> dict[str, Any]:
    """GraphQL `StoryCard` of a story annotated with its `step_count`."""
    name = text_in(story.name, language)
    return {
        "id": story.public_id,
        "name": name,
        "intro": text_in(story.intro, language) or None,
        "language": language_served(story.name, language),
        "steps": story.step_count,
        "trail_id": story.trail_id,
        "asked_language": language,
        "image": picture(story, language, name),
    }


def resolve_story(public_id: str, language: str) -> dict[str, Any]:
    """GraphQL `Story`. Raises GoneError for one that is no longer told, NotFoundError for an unknown one."""
    story = story_by_public_id(public_id)
    if story is None:
        raise GoneError() if StoryModel.objects.filter(public_id=public_id).exists() else NotFoundError()
    return story_json(story, language)


def resolve_step(code: str) -> dict[str, Any]:
    """GraphQL `StoryStepRef` of a code. Raises GoneError when its story is no longer told: the sign is still there."""
    step = step_by_code(code)
    if step is None:
        known = code.strip() and StepModel.objects.filter(triggers__code=code.strip().lower()).exists()
        raise GoneError() if known else NotFoundError()
    trail = step.story.trail
    return {
        "story_id": step.story.public_id,
        "step_id": step.public_id,
        "trail_id": trail.public_id if trail is not None and trail.published else None,
    }
