"""A real server of SFTP (asyncssh), which can be told to refuse, and to cut the connection."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import asyncssh

USER = "hall"


class SshServer:
    """The server: its port, its key, the folder that it serves as ``/``, and what it was asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.key = asyncssh.generate_private_key("ssh-ed25519")
        self.user_key = asyncssh.generate_private_key("ssh-ed25519")
        self.before: Callable[[str, str], object] = lambda *_: None
        """Called with each request (remove, write, rename) and its path; may raise what the server then answers."""
        self.connections: list[Any] = []
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._loop.run_forever, daemon=True).start()
        self.port = int(self._wait(self._begin()).sockets[0].getsockname()[1])

    def _wait(self, work: Any) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _begin(self) -> Any:
        server = self

        class Files(asyncssh.SFTPServer):
            def __init__(self, channel: Any) -> None:
                super().__init__(channel, chroot=str(server.folder).encode())
                server.connections.append(channel.get_connection())

            def open(self, path: bytes, pflags: int, attrs: Any) -> Any:
                if pflags & asyncssh.FXF_WRITE:
                    server.before("write", path.decode())
                return super().open(path, pflags, attrs)

            def posix_rename(self, oldpath: bytes, newpath: bytes) -> Any:
                server.before("rename", newpath.decode())
                return super().posix_rename(oldpath, newpath)

            def remove(self, path: bytes) -> Any:
                server.before("remove", path.decode())
                return super().remove(path)

        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[self.key],
            authorized_client_keys=asyncssh.import_authorized_keys(self.user_key.export_public_key().decode()),
            sftp_factory=Files,
        )

    def cut(self) -> None:
        """Cut every connection, from within the server."""
        for connection in self.connections:
            connection.abort()

    def known_by(self, home: Path) -> None:
        """Make ``home`` one whose user has a key for the server, and knows it."""
        ssh = home / ".ssh"
        ssh.mkdir(parents=True, exist_ok=True)
        key = self.key.export_public_key().decode().strip()
        (ssh / "known_hosts").write_text(f"[127.0.0.1]:{self.port} {key}\n", "utf-8")
        self.user_key.write_private_key(str(ssh / "id_ed25519"))

    def stop(self) -> None:
        """End the server."""
        self._loop.call_soon_threadsafe(self._loop.stop)


@contextmanager
def running_ssh(folder: Path) -> Iterator[SshServer]:
    """A server, until the block ends."""
    server = SshServer(folder)
    try:
        yield server
    finally:
        server.stop()
