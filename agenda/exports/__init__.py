"""Events as others read them."""

from agenda.exports.linked_data import json_ld_of_event

__all__ = ["json_ld_of_event"]
