"""Time stamps (RFC 3161): the question, and what an answer proves. The only module that knows rfc3161-client.

A stamp says that the bytes were there at a time, in the word of a service that the hall does not run.
"""

import hashlib
from collections.abc import Sequence
from typing import Any

from rfc3161_client import (
    HashAlgorithm,
    TimestampRequestBuilder,
    VerificationError,
    VerifierBuilder,
    decode_timestamp_response,
)

from generator.system.clock import BEIJING
from generator.texts.archive import STAMPS


class BadStamp(Exception):
    """An answer that proves nothing; the text says why."""


def request(data: bytes) -> bytes:
    """The question for a stamp of ``data``: its SHA-256 and a number that no answer before can know."""
    builder = TimestampRequestBuilder().data(data).hash_algorithm(HashAlgorithm.SHA256)
    return bytes(builder.nonce(nonce=True).cert_request(cert_request=True).build().as_bytes())


def stamped_at(answer: bytes, data: bytes, roots: Sequence[Any] | None) -> str:
    """When ``data`` was stamped, in China. Raises BadStamp.

    ``roots`` are the certificates that are trusted; without any, who has stamped is not checked, only what.
    """
    try:
        response = decode_timestamp_response(answer)
        status = response.status
        if status not in (0, 1):
            raise BadStamp(STAMPS["refused"].format(status=status))
        info = response.tst_info
        moment = info.gen_time.astimezone(BEIJING).strftime("%Y-%m-%d %H:%M:%S")
        stamped = bytes(info.message_imprint.message)
    except (ValueError, TypeError):
        raise BadStamp(STAMPS["unreadable"]) from None
    if stamped not in _digests(data):
        raise BadStamp(STAMPS["other"])
    if roots:
        builder = VerifierBuilder()
        for root in roots:
            builder = builder.add_root_certificate(root)
        try:
            builder.build().verify_message(response, data)
        except (VerificationError, ValueError):
            raise BadStamp(STAMPS["not_trusted"]) from None
    return str(moment)


def _digests(data: bytes) -> set[bytes]:
    return {hashlib.new(name, data).digest() for name in ("sha256", "sha384", "sha512")}
