"""Asks a time stamp service (RFC 3161 over HTTP, section 3.4). The only module of the program that asks the network.

It is loaded by one command alone, and sends 32 bytes of a hash to the one address that the hall has written down.
"""

import urllib.error
import urllib.request

from generator.system.environment import NotReady
from generator.texts.archive import STAMPS

SECONDS = 30
MOST_BYTES = 100_000
"""An answer has some thousand bytes."""


def ask(address: str, question: bytes) -> bytes:
    """The answer of the service at ``address``. Raises NotReady where there is none."""
    if not address.startswith(("http://", "https://")):
        raise NotReady(STAMPS["no_service"])
    headers = {"Content-Type": "application/timestamp-query", "Accept": "application/timestamp-reply"}
    try:
        asked = urllib.request.Request(address, question, headers, method="POST")  # noqa: S310  # It is HTTP: see above.
        with urllib.request.urlopen(asked, timeout=SECONDS) as reply:  # noqa: S310  # The same address as above.
            data: bytes = reply.read(MOST_BYTES + 1)
    except urllib.error.HTTPError as error:
        raise NotReady(STAMPS["unreachable"].format(why=error.code)) from None
    except (OSError, ValueError) as error:
        raise NotReady(STAMPS["unreachable"].format(why=type(error).__name__)) from None
    if len(data) > MOST_BYTES:
        raise NotReady(STAMPS["unreachable"].format(why=STAMPS["too_long"]))
    return data
