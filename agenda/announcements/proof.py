"""A proof of work in place of a third party's riddle: the phone counts for about a second, a robot for each attempt.

A stamp is ``<unix seconds>.<bits>.<random>.<signature>``: the server keeps nothing of those that it hands out. The
phone looks for a `nonce` such that sha256(stamp + ":" + nonce) begins with `bits` zero bits.
"""

import hashlib
import hmac
import re
import secrets

# Seconds. A draft that is sent the next day asks for a new stamp then.
VALID = 3600
# A clock that was put back a little.
AHEAD = 60
_STAMP = re.compile(r"(\d{1,12})\.(\d{1,2})\.([\w-]{12,32})\.([0-9a-f]{32})", re.ASCII)
_NONCE = re.compile(r"[\w-]{1,64}", re.ASCII)


class BadProofError(ValueError):
    """`code`: bad_proof (not a stamp of ours, or the nonce does not fit) or old_proof (ask for a new stamp)."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


def new_stamp(*, key: bytes, bits: int, now: float) -> str:
    """A stamp of this second, signed with the server's key."""
    text = f"{int(now)}.{bits}.{secrets.token_urlsafe(12)}"
    return f"{text}.{_signature(text, key)}"


def check_proof(stamp: object, nonce: object, *, key: bytes, now: float) -> str:
    """The stamp's digest, by which a second use is noticed. Raises BadProofError."""
    if isinstance(nonce, int) and not isinstance(nonce, bool):
        nonce = str(nonce)[:65]
    if not isinstance(stamp, str) or not isinstance(nonce, str):
        raise BadProofError("bad_proof")
    match = _STAMP.fullmatch(stamp)
    if match is None or not _NONCE.fullmatch(nonce):
        raise BadProofError("bad_proof")
    text = stamp.rpartition(".")[0]
    if not hmac.compare_digest(_signature(text, key), match[4]):
        raise BadProofError("bad_proof")
    if not -AHEAD <= now - int(match[1]) <= VALID:
        raise BadProofError("old_proof")
    digest = hashlib.sha256(f"{stamp}:{nonce}".encode()).digest()
    if int.from_bytes(digest, "big") >> (256 - int(match[2])):
        raise BadProofError("bad_proof")
    return hashlib.sha256(stamp.encode()).hexdigest()


def _signature(text: str, key: bytes) -> str:
    return hmac.new(key, text.encode(), hashlib.sha256).hexdigest()[:32]
