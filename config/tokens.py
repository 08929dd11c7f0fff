"""Keeps what is secret in an address out of the logs."""

import logging
import re

# /apidae/export/<token>: whoever knows it can announce exports. /announce/<secret>, /announcements/<secret>: whoever
# knows it can change an announcement.
_ADDRESS = re.compile(r"(/apidae/export/|/announce(?:ments)?/(?!proof\b))[^\s/?\"']+")


class HideTokens(logging.Filter):
    """Blots the secret part of addresses out of what is logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        text = record.getMessage()
        hidden = _ADDRESS.sub(r"\1…", text)
        if hidden != text:
            record.msg, record.args = hidden, None
        return True
