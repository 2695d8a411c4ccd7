"""A folder of a server that is reached by SFTP. Only this module knows the library, paramiko.

Who may log in is a matter of keys: of the agent, or of ~/.ssh, whose config is read as well. The server has to be known
(known_hosts). A file is written beside the site and renamed, so that nobody is served half of it.
"""

import os
import re
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

import paramiko

from generator.delivery.scrub import reason_of
from generator.delivery.target import STATE, TargetFailed
from generator.publish.files_in_use import reason_of as reason_of_system
from generator.publish.placing import PART
from generator.system.environment import NotReady, Refused
from generator.texts.delivery import FAILURES

SCHEME = "sftp://"
SECONDS = 30
"""So long an answer is waited for."""

_FORM = re.compile(r"sftp://(?:([^@/:]+)@)?(\[[^\]]+\]|[^@/:\[\]]+)(?::(\d{1,5}))?(/.*)")
_QUIET = "gongshi-quiet"
"""What the library logs goes nowhere: it would tell of users, keys and places on standard error."""
_LOST = (EOFError, paramiko.SSHException)


class _UnknownHost(Exception):
    """Raised for a server that is not in known_hosts; its text is the fingerprint of the key that it has shown."""


class _Refuse(paramiko.MissingHostKeyPolicy):  # type: ignore[misc]  # The library ships no types.
    def missing_host_key(self, client: Any, hostname: str, key: Any) -> None:  # noqa: ARG002  # As the library calls it.
        raise _UnknownHost(key.fingerprint)


def open_sftp(text: str) -> "SftpTarget":
    """The target ``sftp://USER@HOST[:PORT]/PATH``; ``/~/`` begins a path in the user's home.

    Raises Refused for another form, NotReady for a server that is not known or a key that does not fit, TargetFailed.
    """
    found = _FORM.fullmatch(text)
    if found is None:
        raise Refused(FAILURES["no_host"])
    user, host, port, path = found.groups()
    name = text.rstrip("/")
    known = _settings_of(host.strip("[]"))
    user, port = user or known.get("user"), int(port or known.get("port", 22))
    client = paramiko.SSHClient()
    client.set_log_channel(_QUIET)
    for channel in (_QUIET, f"{_QUIET}.sftp"):
        paramiko.util.get_logger(channel).disabled = True
    client.load_system_host_keys()
    client.set_missing_host_key_policy(_Refuse())
    try:
        client.connect(
            known["hostname"], port, user, key_filename=known.get("identityfile"), timeout=SECONDS, auth_timeout=SECONDS
        )
        sftp = client.open_sftp()
    except _UnknownHost as error:
        where = f"{'' if port == 22 else f'-p {port} '}{user + '@' if user else ''}{host}"
        raise NotReady(FAILURES["unknown_host"].format(host=host, fingerprint=error, where=where)) from None
    except paramiko.BadHostKeyException:
        raise NotReady(FAILURES["other_host"].format(host=host)) from None
    except paramiko.AuthenticationException:
        raise NotReady(FAILURES["no_login"].format(host=host)) from None
    except Exception as error:  # What the library raises is not listed; every one is told.
        client.close()
        raise TargetFailed(FAILURES["list_failed"].format(name=name, reason=_reason(error))) from None
    sftp.get_channel().settimeout(SECONDS)
    return SftpTarget(name, client, sftp, path.removeprefix("/~/") if path.startswith("/~/") else path)


def _settings_of(host: str) -> dict[str, Any]:
    """What ~/.ssh/config says of ``host``; at least its name."""
    path = Path("~/.ssh/config").expanduser()
    config = paramiko.SSHConfig.from_path(path) if path.is_file() else paramiko.SSHConfig()
    return dict(config.lookup(host))


class SftpTarget:
    """Files below a folder of the server."""

    in_one_step = False

    def __init__(self, name: str, client: Any, sftp: Any, folder: str) -> None:
        self.name = name
        self._client, self._sftp = client, sftp
        self._folder = folder.rstrip("/") or "/"
        self._part = f"{STATE}{os.getpid()}{PART}"
        self._folders: set[str] = set()

    def listing(self) -> dict[str, int]:
        """Every file below the folder; one that is not there yet is empty."""
        try:
            return self._below("")
        except FileNotFoundError:
            return {}
        except (OSError, *_LOST) as error:
            raise self._failed("list_failed", "", error) from None

    def _below(self, folder: str) -> dict[str, int]:
        found: dict[str, int] = {}
        for entry in self._sftp.listdir_attr(self._path(folder)):
            address = f"{folder}{entry.filename}"
            if stat.S_ISDIR(entry.st_mode):
                found |= self._below(f"{address}/")
            else:
                found[address] = entry.st_size
        self._folders.add(folder.rstrip("/"))
        return found

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes of files, read from the server."""
        return {address: self._read(address) for address in addresses}

    def _read(self, address: str) -> bytes | None:
        try:
            with self._sftp.open(self._path(address), "rb") as file:
                file.prefetch()
                data: bytes = file.read()
                return data
        except FileNotFoundError:
            return None
        except (OSError, *_LOST) as error:
            raise self._failed("read_failed", address, error) from None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write each file beside the site, and rename it."""
        for address, data in files.items():
            try:
                self._make_folder(STATE.rstrip("/"))
                self._make_folder(address.rpartition("/")[0])
                with self._sftp.open(self._path(self._part), "wb") as file:
                    file.set_pipelined(True)
                    file.write(data)
                self._rename(self._path(self._part), self._path(address))
            except (OSError, *_LOST) as error:
                raise self._failed("write_failed", address, error) from None

    def _rename(self, part: str, final: str) -> None:
        """Replace ``final``; a server that cannot do that in one step has nothing there for a moment."""
        try:
            self._sftp.posix_rename(part, final)
        except OSError as error:
            if error.errno is not None:  # refused; without a number, the server does not know the request
                raise
            with suppress(FileNotFoundError):
                self._sftp.remove(final)
            self._sftp.rename(part, final)

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        if folder:
            self._make_folder(folder.rpartition("/")[0])
        try:
            self._sftp.mkdir(self._path(folder))
        except OSError:
            if not stat.S_ISDIR(self._sftp.stat(self._path(folder)).st_mode):
                raise
        self._folders.add(folder)

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Remove files, and folders that they leave empty."""
        left = {}
        for address in addresses:
            try:
                with suppress(FileNotFoundError):
                    self._sftp.remove(self._path(address))
                self._remove_empty(address.rpartition("/")[0])
            except (OSError, *_LOST) as error:
                if not self._client.get_transport().is_active():
                    raise self._failed("remove_failed", address, error) from None
                left[address] = _reason(error)
        return left

    def _remove_empty(self, folder: str) -> None:
        with suppress(OSError):
            while folder:
                self._sftp.rmdir(self._path(folder))
                self._folders.discard(folder)
                folder = folder.rpartition("/")[0]

    def settle(self) -> None:
        """Nothing: each file was there at once."""

    def close(self) -> None:
        """End the connection."""
        self._client.close()

    def _path(self, address: str) -> str:
        return f"{self._folder.rstrip('/')}/{address}".rstrip("/") or "/"

    def _failed(self, what: str, address: str, error: BaseException) -> TargetFailed:
        return TargetFailed(FAILURES[what].format(name=self.name, address=address, reason=_reason(error)))


def _reason(error: BaseException) -> str:
    known = reason_of_system(error) if isinstance(error, OSError) and error.errno else ""
    return known or reason_of(error)
