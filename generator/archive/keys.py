"""The key of a hall (Ed25519), what it signs, and certificates. The only module that knows the library cryptography.

The private key is PKCS#8 in PEM, encrypted where there is a password; whoever has it can sign in the name of the hall.
"""

import base64
import binascii
import hashlib

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from generator.system.environment import NotReady
from generator.texts.archive import KEYS


def new_key(password: str) -> bytes:
    """A new private key, encrypted unless ``password`` is ""."""
    encryption = BestAvailableEncryption(password.encode()) if password else NoEncryption()
    return Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encryption)


def private_key(pem: bytes, password: str) -> Ed25519PrivateKey:
    """The key of a file. Raises NotReady where it cannot be opened; no word of the library, which may quote it."""
    try:
        key = load_pem_private_key(pem, password.encode() or None)
    except TypeError:
        raise NotReady(KEYS["needs_password" if not password else "no_password"]) from None
    except (ValueError, UnsupportedAlgorithm):
        raise NotReady(KEYS["wrong_password" if b"ENCRYPTED" in pem else "bad_private"]) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise NotReady(KEYS["bad_private"])
    return key


def public_pem(key: Ed25519PrivateKey) -> bytes:
    """The public key that belongs to ``key``, as a file."""
    return key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)


def fingerprint(key: Ed25519PrivateKey) -> str:
    """The SHA-256 of the public key, by which people compare two."""
    return fingerprint_of(public_pem(key))


def fingerprint_of(pem: bytes) -> str:
    """The SHA-256 of a public key, whatever line endings its file has. Raises ValueError where it is none."""
    return hashlib.sha256(_public(pem).public_bytes(Encoding.Raw, PublicFormat.Raw)).hexdigest()


def sign(key: Ed25519PrivateKey, data: bytes) -> bytes:
    """The signature of ``data``, as text."""
    return base64.b64encode(key.sign(data)) + b"\n"


def is_signed(pem: bytes, data: bytes, signature: bytes) -> bool:
    """Whether ``signature`` is that of ``data`` by the key of ``pem``. Raises ValueError where that is none."""
    try:
        _public(pem).verify(base64.b64decode(signature.strip(), validate=True), data)
    except (InvalidSignature, binascii.Error):
        return False
    return True


def certificates(pem: bytes) -> list[x509.Certificate]:
    """The certificates in a file, PEM or DER. Raises NotReady where there is none."""
    try:
        if b"-----BEGIN" in pem:
            return x509.load_pem_x509_certificates(pem)
        return [x509.load_der_x509_certificate(pem)]
    except ValueError:
        raise NotReady(KEYS["bad_certificate"]) from None


def _public(pem: bytes) -> Ed25519PublicKey:
    try:
        key = load_pem_public_key(pem)
    except UnsupportedAlgorithm as error:
        raise ValueError(str(error)) from None
    if not isinstance(key, Ed25519PublicKey):
        raise ValueError("no Ed25519 key")
    return key
