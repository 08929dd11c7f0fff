"""Announcements sent by people without an account, before any of it is kept. Pure: no Django, no database.

`read_announcement` says everything that is wrong at once, `new_stamp` and `check_proof` keep robots away without
asking a third party, `clean_picture` makes a picture of ours out of bytes that nobody knows, `mail_of` writes what its
author is told.
"""

from agenda.announcements.checks import Announcement, Fault, read_announcement, read_envelope, sent_digest_of
from agenda.announcements.mails import Mail, mail_of
from agenda.announcements.pictures import BadPictureError, CleanPicture, clean_picture
from agenda.announcements.proof import BadProofError, check_proof, new_stamp
from agenda.announcements.words import LANGUAGES, sentence_of

__all__ = [
    "LANGUAGES",
    "Announcement",
    "BadPictureError",
    "BadProofError",
    "CleanPicture",
    "Fault",
    "Mail",
    "check_proof",
    "clean_picture",
    "mail_of",
    "new_stamp",
    "read_announcement",
    "read_envelope",
    "sent_digest_of",
    "sentence_of",
]
