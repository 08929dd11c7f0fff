"""What may happen to an announcement: kept, changed, withdrawn, asked about, refused, accepted, forgotten."""

from agenda.actions.announcements.keeping import (
    ChangedByLinkError,
    SettledError,
    change_announcement,
    digest_of,
    forget_announcements,
    receive_again,
    receive_announcement,
    secret_of,
    withdraw_announcement,
)
from agenda.actions.announcements.limits import (
    TooManyError,
    address_digest,
    count_attempt,
    count_change,
    count_kept,
    count_mail,
    proof_bits,
    recipient_digest,
    spend_proof,
)
from agenda.actions.announcements.settling import (
    ChangedError,
    accept_announcement,
    ask_author,
    entrust_announcement,
    refuse_announcement,
)
from agenda.actions.announcements.writing import (
    announcement_mails_wait,
    announcements_wait,
    remind_offices,
    send_announcement_mails,
)

__all__ = [
    "ChangedByLinkError",
    "ChangedError",
    "SettledError",
    "TooManyError",
    "accept_announcement",
    "address_digest",
    "announcement_mails_wait",
    "announcements_wait",
    "ask_author",
    "change_announcement",
    "count_attempt",
    "count_change",
    "count_kept",
    "count_mail",
    "digest_of",
    "entrust_announcement",
    "forget_announcements",
    "proof_bits",
    "receive_again",
    "receive_announcement",
    "recipient_digest",
    "refuse_announcement",
    "remind_offices",
    "secret_of",
    "send_announcement_mails",
    "spend_proof",
    "withdraw_announcement",
]
