"""sftp: against asyncssh's server. Only to servers that are known, whole files only, cut off it is completed."""

from collections.abc import Iterator
from pathlib import Path

import asyncssh
import paramiko
import pytest
from delivery_sites import FIRST, SECOND, WITHDRAWN, Pauses, make_site, online, way
from ssh_servers import USER, SshServer, running_ssh

from generator.delivery.deliver import deliver
from generator.delivery.opening import open_target
from generator.delivery.sftp import LANES
from generator.delivery.target import StillOnline, TargetFailed
from generator.system.environment import NotReady, Refused


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    """A server for all tests here."""
    with running_ssh(tmp_path_factory.mktemp("served")) as server:
        yield server


@pytest.fixture
def server(running: SshServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SshServer:
    """The server with an empty folder, and a user at home who knows it."""
    running.before = lambda *_: None
    running.folder = tmp_path / "served"
    running.folder.mkdir()
    running.known_by(tmp_path / "home")
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    return running


def target(server: SshServer, path: str = "/srv/大厅 100%") -> str:
    """The address of a folder of the server."""
    return f"sftp://{USER}@127.0.0.1:{server.port}{path}"


@pytest.fixture
def www(server: SshServer) -> Path:
    """That folder, on the disk of the server; not there yet, but what is to hold it."""
    (server.folder / "srv").mkdir()
    return server.folder / "srv/大厅 100%"


def test_a_site_and_its_next_version_go_to_a_server(server: SshServer, www: Path, tmp_path: Path) -> None:
    """Folders are made as they are needed, and removed when they are empty."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(target(server)), way())
    assert online(www) == FIRST
    plan = deliver(make_site(tmp_path / "site", SECOND), open_target(target(server)), way())

    assert online(www) == SECOND
    assert len(plan.sent) == 6
    assert not (www / WITHDRAWN).parent.exists()
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]
    assert deliver(make_site(tmp_path / "site", SECOND), open_target(target(server)), way()).is_empty


def test_a_server_without_renaming_over_a_file_will_do(server: SshServer, www: Path, tmp_path: Path) -> None:
    """The request is an extension of OpenSSH."""

    def unknown(step: str, _: str) -> None:
        if step == "rename":
            raise asyncssh.SFTPOpUnsupported("no")

    server.before = unknown
    for files in (FIRST, SECOND):
        deliver(make_site(tmp_path / "site", files), open_target(target(server)), way())

    assert online(www) == SECOND


def cut_at(server: SshServer, count: int) -> None:
    """Let the server cut its connections at its step ``count`` from now."""
    left = [count]

    def cut(*_: str) -> None:
        left[0] -= 1
        if left[0] == 0:
            server.cut()

    server.before = cut


@pytest.mark.parametrize("count", [1, 4, 9, 12])
def test_a_connection_that_is_cut_leaves_no_half_file(server: SshServer, www: Path, tmp_path: Path, count: int) -> None:
    """In the middle of writing; a new run completes it."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(target(server)), way())
    second = make_site(tmp_path / "site", SECOND)
    cut_at(server, count)
    with pytest.raises(TargetFailed):
        deliver(second, open_target(target(server)), way())
    assert all(data in (FIRST.get(name), SECOND.get(name)) for name, data in online(www).items())

    server.before = lambda *_: None
    deliver(second, open_target(target(server)), way(token="two"))
    assert online(www) == SECOND


MANY = {f"services/s{number}/index.html": f"<p>{number}</p>".encode() * 200 for number in range(60)} | FIRST


def test_several_files_are_under_way_at_the_same_time(server: SshServer, www: Path, tmp_path: Path) -> None:
    """Each in a channel of one connection, whole; what refers to others waits until they have been read back."""
    before, order = len(server.connections), list[str]()
    server.before = lambda step, path: order.append(path) if step == "rename" else None

    deliver(make_site(tmp_path / "site", MANY), open_target(target(server)), way())

    assert online(www) == MANY
    channels = server.connections[before:]
    assert (len(channels), len({*channels})) == (LANES, 1)
    assert [Path(path).name for path in order].index("index.html") > 0
    home = order.index("/srv/大厅 100%/index.html")
    assert all("services/" not in path for path in order[home:])
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]
    assert deliver(make_site(tmp_path / "site", MANY), open_target(target(server)), way()).is_empty


@pytest.mark.parametrize("allowed", [1, 3])
def test_a_server_that_allows_few_channels_will_do(
    server: SshServer, www: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, allowed: int
) -> None:
    """No more are asked for after the first that was refused."""
    asked = list[object]()

    def opened(client: paramiko.SSHClient) -> object:
        asked.append(client)
        if len(asked) > allowed:
            raise paramiko.ChannelException(1, "no")
        return open_sftp(client)

    open_sftp = paramiko.SSHClient.open_sftp
    monkeypatch.setattr(paramiko.SSHClient, "open_sftp", opened)

    deliver(make_site(tmp_path / "site", MANY), open_target(target(server)), way())

    assert online(www) == MANY
    assert len(asked) == allowed + 1


@pytest.mark.parametrize("count", [5, 30, 62])
def test_a_connection_with_many_channels_that_is_cut_leaves_no_half_file(
    server: SshServer, www: Path, tmp_path: Path, count: int
) -> None:
    """Whatever was in each of them; a new run completes it, and removes what lies beside the site."""
    www.mkdir()
    site = make_site(tmp_path / "site", MANY)
    cut_at(server, count)
    with pytest.raises(TargetFailed):
        deliver(site, open_target(target(server)), way())
    assert all(data == MANY[name] for name, data in online(www).items())

    server.before = lambda *_: None
    deliver(site, open_target(target(server)), way(token="two"))
    assert online(www) == MANY
    assert [path.name for path in (www / ".gongshi").iterdir()] == ["delivered.json"]


def test_a_removal_that_is_refused_is_loud(server: SshServer, www: Path, tmp_path: Path) -> None:
    """It is tried four times, named, and done first by the next publish."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(target(server)), way())
    second, pauses = make_site(tmp_path / "site", SECOND), Pauses()

    def refuse(step: str, path: str) -> None:
        if step == "remove" and path.endswith(WITHDRAWN):
            raise asyncssh.SFTPPermissionDenied("no")

    server.before = refuse
    with pytest.raises(StillOnline) as caught:
        deliver(second, open_target(target(server)), way(sleep=pauses))
    assert caught.value.left == {WITHDRAWN: "没有权限，或者被别的程序打开着"}
    assert pauses.noted == [1, 4, 16]

    server.before = lambda *_: None
    deliver(second, open_target(target(server)), way())
    assert online(www) == SECOND


def test_a_write_that_is_refused_is_told(server: SshServer, www: Path, tmp_path: Path) -> None:
    """The old site stays as it was."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(target(server)), way())

    def refuse(step: str, path: str) -> None:
        if step == "rename" and "linshi" in path:
            raise asyncssh.SFTPPermissionDenied("no")

    server.before = refuse
    with pytest.raises(TargetFailed, match=r"services/linshi/index\.html：没有权限"):
        deliver(make_site(tmp_path / "site", SECOND), open_target(target(server)), way())
    assert online(www) == {**FIRST, "assets/new.css": SECOND["assets/new.css"]}


def test_a_server_that_is_not_known_is_refused(server: SshServer, tmp_path: Path) -> None:
    """With its fingerprint, and the command by which it becomes known."""
    (tmp_path / "home/.ssh/known_hosts").unlink()

    with pytest.raises(NotReady) as caught:
        open_target(target(server))

    assert server.key.get_fingerprint() in str(caught.value)
    assert f"ssh -p {server.port} {USER}@127.0.0.1" in str(caught.value)


def test_a_server_with_another_key_is_refused(server: SshServer, tmp_path: Path) -> None:
    """Somebody may stand between."""
    other = asyncssh.generate_private_key("ssh-ed25519").export_public_key().decode()
    (tmp_path / "home/.ssh/known_hosts").write_text(f"[127.0.0.1]:{server.port} {other}", "utf-8")

    with pytest.raises(NotReady, match="身份和以前不一样"):
        open_target(target(server))


def test_without_a_key_that_fits_nobody_logs_in(
    server: SshServer, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """No password is asked for, and the library says nothing on its own."""
    asyncssh.generate_private_key("ssh-ed25519").write_private_key(str(tmp_path / "home/.ssh/id_ed25519"))

    with pytest.raises(NotReady, match="ssh-agent"):
        open_target(target(server))
    assert capfd.readouterr() == ("", "")


def test_the_users_own_settings_count(server: SshServer, tmp_path: Path) -> None:
    """An alias in ~/.ssh/config, with port, user and key."""
    home = tmp_path / "home/.ssh"
    (home / "id_ed25519").rename(home / "other")
    (home / "config").write_text(
        f"Host web\n  HostName 127.0.0.1\n  Port {server.port}\n  User {USER}\n  IdentityFile {home}/other\n", "utf-8"
    )

    deliver(make_site(tmp_path / "site", FIRST), open_target("sftp://web/www"), way())

    assert online(server.folder / "www") == FIRST


def test_a_server_that_is_not_there_is_told(server: SshServer) -> None:
    """In one line."""
    with pytest.raises(TargetFailed) as caught:
        open_target(f"sftp://{USER}@127.0.0.1:9/www")

    assert "\n" not in str(caught.value)


def test_a_folder_without_one_to_hold_it_is_refused(server: SshServer, tmp_path: Path) -> None:
    """The path is mistyped, more likely than not."""
    with pytest.raises(TargetFailed, match="找不到"):
        deliver(make_site(tmp_path / "site", FIRST), open_target(target(server, "/serv/www")), way())


@pytest.mark.parametrize("text", ["sftp://hall@host", "sftp://", "sftp://host:x/a", "sftp://a@b@c/d"])
def test_other_forms_are_refused(server: SshServer, text: str) -> None:
    """With the form that is right, and without what was typed: it may be a password."""
    with pytest.raises(Refused, match="sftp://用户@服务器/路径"):
        open_target(text)


def test_a_password_is_refused_and_not_repeated(server: SshServer) -> None:
    """Keys are the way."""
    with pytest.raises(Refused) as caught:
        open_target("sftp://hall:geheim@host/x")

    assert "ssh-agent" in str(caught.value)
    assert "geheim" not in str(caught.value)
