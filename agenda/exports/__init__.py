"""Events as others read them."""

from agenda.exports.calendar import calendar_of
from agenda.exports.feed import FORMATS, feed_of
from agenda.exports.linked_data import json_ld_of_event

__all__ = ["FORMATS", "calendar_of", "feed_of", "json_ld_of_event"]
