"""Triggers of stories: which step starts when the phone is here, hears a beacon, reads a code. Pure.

The web app has the same engine in TypeScript (``frontend-pwa/src/triggers/match.ts``); ``tests/vectors/triggers``
holds the cases that both must pass.
"""

from tourism.triggers.authoring import check_story
from tourism.triggers.engine import advance, initial_state
from tourism.triggers.identity import beacon_key, normal_code, normal_number

__all__ = ["advance", "beacon_key", "check_story", "initial_state", "normal_code", "normal_number"]
