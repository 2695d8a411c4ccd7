"""A folder of a server that is reached by SFTP. Only this module knows the library, paramiko.

Who may log in is a matter of keys: of the agent, or of ~/.ssh, whose config is read as well. The server has to be known
(known_hosts). A file is written beside the site and renamed, so that nobody is served half of it.
"""

import asyncio
import os
import re
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import groupby
from pathlib import Path
from queue import SimpleQueue
from typing import Any, NamedTuple, TypeVar

import paramiko

from generator.delivery.scrub import reason_of
from generator.delivery.target import STATE, TargetFailed
from generator.delivery.together import together
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


LANES = 8
"""So many files are under way at the same time; OpenSSH allows a connection ten channels where nothing else is set."""

_Result = TypeVar("_Result")


class _Lane(NamedTuple):
    """A channel, which does one thing after the other, and the address of the file that it is writing."""

    sftp: Any
    part: str


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
    """Files below a folder of the server, several of them under way at the same time, each in a channel of its own."""

    in_one_step = False

    def __init__(self, name: str, client: Any, sftp: Any, folder: str) -> None:
        self.name = name
        self._client, self._sftp = client, sftp
        self._folder = folder.rstrip("/") or "/"
        self._lanes = [_Lane(sftp, f"{STATE}{os.getpid()}{PART}")]
        self._most_lanes = LANES
        self._folders: set[str] = set()

    def listing(self) -> dict[str, int]:
        """Every file below the folder; one that is not there yet is empty."""
        found: dict[str, int] = {}
        folders = [""]
        while folders:
            deeper = list[str]()
            for folder, entries in zip(folders, self._together(self._entries, folders), strict=True):
                if entries is None:
                    continue
                self._folders.add(folder)
                for entry in entries:
                    address = f"{folder}/{entry.filename}".lstrip("/")
                    if stat.S_ISDIR(entry.st_mode):
                        deeper.append(address)
                    else:
                        found[address] = entry.st_size
            folders = deeper
        return found

    def _entries(self, lane: "_Lane", folder: str) -> list[Any] | None:
        """What is in a folder; None where there is none."""
        try:
            return list(lane.sftp.listdir_attr(self._path(folder)))
        except FileNotFoundError:
            return None
        except (OSError, *_LOST) as error:
            raise self._failed("list_failed", "", error) from None

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes of files, read from the server."""
        return dict(zip(addresses, self._together(self._read, addresses), strict=True))

    def _read(self, lane: "_Lane", address: str) -> bytes | None:
        try:
            with lane.sftp.open(self._path(address), "rb") as file:
                file.prefetch()
                data: bytes = file.read()
                return data
        except FileNotFoundError:
            return None
        except (OSError, *_LOST) as error:
            raise self._failed("read_failed", address, error) from None

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write each file beside the site, and rename it."""
        self._make_folders((STATE, *files))

        def put(lane: _Lane, address: str) -> None:
            try:
                with lane.sftp.open(self._path(lane.part), "wb") as file:
                    file.set_pipelined(True)
                    file.write(files[address])
                self._rename(lane.sftp, self._path(lane.part), self._path(address))
            except (OSError, *_LOST) as error:
                raise self._failed("write_failed", address, error) from None

        self._together(put, [*files])

    def _together(self, work: "Callable[[_Lane, str], _Result]", addresses: Sequence[str]) -> list[_Result]:
        """What ``work`` gives for each address, in order, each in a lane of its own; the first failure ends all."""
        self._open_lanes(len(addresses) // 2)
        free = SimpleQueue[_Lane]()
        for lane in self._lanes:
            free.put(lane)

        def in_a_lane(address: str) -> _Result:
            lane = free.get()
            try:
                return work(lane, address)
            finally:
                free.put(lane)

        if len(self._lanes) == 1 or len(addresses) < 2:
            return [work(self._lanes[0], address) for address in addresses]
        return together(lambda address: asyncio.to_thread(in_a_lane, address), addresses)

    def _open_lanes(self, wanted: int) -> None:
        """Open as many lanes as are worth it, as far as the server allows."""
        while len(self._lanes) < min(wanted, self._most_lanes):
            try:
                sftp = self._client.open_sftp()
            except (OSError, *_LOST):
                self._most_lanes = len(
                    self._lanes
                )  # the server allows no more, or is gone, which is told by what follows
                return
            sftp.get_channel().settimeout(SECONDS)
            self._lanes.append(_Lane(sftp, f"{STATE}{os.getpid()}-{len(self._lanes)}{PART}"))

    def _rename(self, sftp: Any, part: str, final: str) -> None:
        """Replace ``final``; a server that cannot do that in one step has nothing there for a moment."""
        try:
            sftp.posix_rename(part, final)
        except OSError as error:
            if error.errno is not None:  # refused; without a number, the server does not know the request
                raise
            with suppress(FileNotFoundError):
                sftp.remove(final)
            sftp.rename(part, final)

    def _make_folders(self, addresses: Iterable[str]) -> None:
        """Make the folders of files that are not known to be there, those that hold others first."""
        parents = {parent for address in addresses for parent in _parents(address)}
        missing = sorted(parents - self._folders, key=lambda folder: (folder.count("/") + bool(folder), folder))
        for _, level in groupby(missing, key=lambda folder: folder.count("/") + bool(folder)):
            self._together(self._make_folder, [*level])
        self._folders.update(missing)

    def _make_folder(self, lane: "_Lane", folder: str) -> None:
        try:
            try:
                lane.sftp.mkdir(self._path(folder))
            except OSError:
                if not stat.S_ISDIR(lane.sftp.stat(self._path(folder)).st_mode):
                    raise
        except (OSError, *_LOST) as error:
            raise self._failed("write_failed", folder, error) from None

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


def _parents(address: str) -> Iterator[str]:
    """Every folder above a file, from its own to that of the site, "" (a/b/c.html: a/b, a, "")."""
    folder = address
    while folder:
        folder = folder.rpartition("/")[0]
        yield folder


def _reason(error: BaseException) -> str:
    known = reason_of_system(error) if isinstance(error, OSError) and error.errno else ""
    return known or reason_of(error)
