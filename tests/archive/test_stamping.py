"""archive.stamps, time_service: stamps of a real authority (openssl ts), over HTTP and by files that somebody carries."""

import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from project_builder import make_project

from generator.archive import time_service
from generator.archive.bag import MANIFEST, make_bag
from generator.archive.keys import certificates
from generator.archive.stamps import BadStamp, request, stamped_at
from generator.archive.verify import Verdict, check_stamp
from generator.build.stamping import answered, asked, stamped
from generator.content.project import open_project
from generator.system.environment import NotReady, Refused

CONFIG = """\
[ca]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[tsa_certificate]
extendedKeyUsage = critical, timeStamping
keyUsage = critical, digitalSignature
[tsa]
default_tsa = it
[it]
serial = {folder}/serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
accuracy = secs:1
ordering = no
tsa_name = no
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


def openssl(*arguments: object, folder: Path) -> None:
    """Run openssl; its words are shown where it fails."""
    done = subprocess.run(["openssl", *map(str, arguments)], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


class Authority:
    """A time stamping authority with a root of its own, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir()
        (folder / "tsa.cnf").write_text(CONFIG.format(folder=folder), "utf-8")
        (folder / "serial").write_text("01\n", "utf-8")
        key = ("-newkey", "rsa:2048", "-nodes", "-keyout")
        openssl("req", *key, "ca.key", "-out", "ca.csr", "-subj", "/CN=Invented Root", folder=folder)
        sign = ("x509", "-req", "-days", "30", "-extfile", "tsa.cnf")
        openssl(*sign, "-in", "ca.csr", "-signkey", "ca.key", "-extensions", "ca", "-out", "ca.pem", folder=folder)
        openssl("req", *key, "tsa.key", "-out", "tsa.csr", "-subj", "/CN=Invented TSA", folder=folder)
        by_root = ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial", "-extensions", "tsa_certificate")
        openssl(*sign, "-in", "tsa.csr", *by_root, "-out", "tsa.pem", folder=folder)

    @property
    def root(self) -> bytes:
        """Its root certificate."""
        return (self.folder / "ca.pem").read_bytes()

    def reply(self, question: bytes) -> bytes:
        """The answer to a question."""
        (self.folder / "q.tsq").write_bytes(question)
        command = ("ts", "-reply", "-queryfile", "q.tsq", "-config", "tsa.cnf", "-section", "it")
        openssl(*command, "-signer", "tsa.pem", "-inkey", "tsa.key", "-out", "a.tsr", folder=self.folder)
        return (self.folder / "a.tsr").read_bytes()

    def agrees(self, data: Path, answer: Path) -> None:
        """Let openssl check an answer."""
        openssl("ts", "-verify", "-data", data, "-in", answer, "-CAfile", "ca.pem", folder=self.folder)


@pytest.fixture(scope="module")
def authority(tmp_path_factory: pytest.TempPathFactory) -> Authority:
    """The authority that the hall trusts."""
    return Authority(tmp_path_factory.mktemp("authority") / "it")


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A small bag."""
    folder = tmp_path / "2026-Q4"
    folder.mkdir()
    (folder / "page.html").write_text("x", "utf-8")
    make_bag(folder, {"External-Identifier": "2026-Q4"}, {})
    return folder


@pytest.fixture
def service(authority: Authority) -> Iterator[Any]:
    """The authority on a port of this computer; ``answer`` can be replaced."""

    class Door(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            assert self.headers["Content-Type"] == "application/timestamp-query"
            question = self.rfile.read(int(self.headers["Content-Length"]))
            code, data = server.answer(question)
            self.send_response(code)
            self.send_header("Content-Type", "application/timestamp-reply")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_: object) -> None:
            pass

    server: Any = ThreadingHTTPServer(("127.0.0.1", 0), Door)
    server.answer = lambda question: (200, authority.reply(question))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield server
    server.shutdown()
    server.server_close()


def hall(folder: Path, address: str | None) -> Any:
    """A project whose hall has a time service at ``address``."""
    made = make_project(folder / "project")
    if address:
        with (made / "content" / "site.yml").open("a", encoding="utf-8", newline="\n") as file:
            file.write(f"archive:\n  time_service: {address}\n")
    return open_project(made)


def test_stamp_is_fetched_from_the_service_of_the_hall(
    package: Path, service: Any, authority: Authority, tmp_path: Path
) -> None:
    """It lies beside the package, openssl agrees with it, and it is not fetched again."""
    project = hall(tmp_path, f"http://127.0.0.1:{service.server_port}/tsa")
    told = list(stamped(package, project, authority.root))
    place = tmp_path / "2026-Q4.tsr"
    assert told[0].startswith("时间戳已放在 2026-Q4.tsr：20")
    authority.agrees(package / MANIFEST, place)
    verdict = Verdict()
    check_stamp(package, (package / MANIFEST).read_bytes(), authority.root, verdict)
    assert (verdict.faults, verdict.told[0][:7]) == ([], "时间戳正确：2")
    before = place.read_bytes()
    with pytest.raises(Refused, match=r"2026-Q4\.tsr 已经有了"):
        list(stamped(package, project, authority.root))
    assert place.read_bytes() == before


def test_stamp_is_carried_by_files(package: Path, authority: Authority, tmp_path: Path) -> None:
    """A computer without a network writes the question and takes the answer; openssl understands the question."""
    question = tmp_path / "q.tsq"
    told = list(asked(package, question))
    assert str(question) in told[0]
    told = list(answered(package, authority.reply(question.read_bytes()), None))
    assert told[1].startswith("没有给出证书")
    authority.agrees(package / MANIFEST, tmp_path / "2026-Q4.tsr")
    verdict = Verdict()
    check_stamp(package, (package / MANIFEST).read_bytes(), None, verdict)
    assert verdict.told[0].startswith("有时间戳（20")


def test_two_questions_differ(package: Path) -> None:
    """No old answer can be given to a new question."""
    data = (package / MANIFEST).read_bytes()
    assert request(data) != request(data)


def test_answers_that_prove_nothing_are_not_taken(package: Path, authority: Authority, tmp_path: Path) -> None:
    """Of another package, of another authority, changed in any byte, or no answer at all: nothing is put there."""
    data = (package / MANIFEST).read_bytes()
    good = authority.reply(request(data))
    assert stamped_at(good, data, certificates(authority.root))
    other = Authority(tmp_path / "other")
    for answer, roots, why in (
        (authority.reply(request(b"another")), authority.root, "盖的不是这个包"),
        (other.reply(request(data)), authority.root, "不是给出的证书"),
        (good[:-1], authority.root, "读不懂|不是给出的证书"),
        (b"", authority.root, "读不懂"),
        (b"<html>", authority.root, "读不懂"),
        (good, b"no certificate", "证书文件读不懂"),
    ):
        with pytest.raises(NotReady, match=why):
            list(answered(package, answer, roots))
    assert not (tmp_path / "2026-Q4.tsr").exists()
    trusted = certificates(authority.root)
    for place in range(60, len(good), 97):
        spoilt = bytearray(good)
        spoilt[place] ^= 1
        try:
            when = stamped_at(bytes(spoilt), data, trusted)
        except BadStamp:
            continue
        assert when == stamped_at(good, data, trusted), place


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ((500, b"x"), "没有回答（500）"),
        ((404, b""), "没有回答（404）"),
        ((200, b""), "没有收下：文件读不懂"),
        ((200, b"<html>busy</html>"), "没有收下：文件读不懂"),
        ((200, b"x" * 200_000), "回复太长"),
    ],
)
def test_service_that_does_not_serve_is_told(
    package: Path, service: Any, tmp_path: Path, answer: tuple[int, bytes], why: str
) -> None:
    """The package is as it was, and no stamp is there."""
    service.answer = lambda _: answer
    with pytest.raises(NotReady, match=why):
        list(stamped(package, hall(tmp_path, f"http://127.0.0.1:{service.server_port}/"), None))
    assert not (tmp_path / "2026-Q4.tsr").exists()


def test_service_that_is_not_there_is_told(package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No service, no server, or an address that is none: a sentence, and no traceback."""
    with pytest.raises(NotReady, match="没有设置时间戳服务"):
        list(stamped(package, hall(tmp_path, None), None))
    with pytest.raises(NotReady, match="没有回答"):
        time_service.ask("http://127.0.0.1:1/", b"x")
    for odd in ("file:///etc/hostname", "ftp://127.0.0.1/", ""):
        with pytest.raises(NotReady, match="没有设置时间戳服务"):
            time_service.ask(odd, b"x")
    with pytest.raises(NotReady, match="不是归档包"):
        list(asked(tmp_path, tmp_path / "q.tsq"))


def test_stamp_that_was_changed_is_noticed(package: Path, authority: Authority, tmp_path: Path) -> None:
    """And so is a package that was changed under its stamp."""
    data = (package / MANIFEST).read_bytes()
    list(answered(package, authority.reply(request(data)), authority.root))
    verdict = Verdict()
    check_stamp(package, data + b" ", authority.root, verdict)
    assert verdict.faults == ["2026-Q4.tsr：时间戳不对（盖的不是这个包的清单）。"]
    place = tmp_path / "2026-Q4.tsr"
    place.chmod(0o644)
    place.write_bytes(b"x")
    verdict = Verdict()
    check_stamp(package, data, authority.root, verdict)
    assert verdict.faults == ["2026-Q4.tsr：时间戳不对（文件读不懂，不是时间戳服务的回复）。"]
