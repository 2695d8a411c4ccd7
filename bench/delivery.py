"""Publishes one edit to an S3 store of 3,000 objects, against a server on this computer, and counts requests.

    python bench/delivery.py [--objects 3000]

The server is moto's, in a process of its own; a first publish fills it. What is measured is the second: a page is changed,
another withdrawn, a third new. A real store adds the time of its answers, so requests are counted, not only seconds.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

import boto3

from generator.delivery.deliver import Way, deliver
from generator.delivery.opening import open_target
from generator.delivery.site import Site, open_site
from generator.publish.manifest import write_manifest_of
from generator.publish.staging import StagedFile

BYTES = 26_000
"""Of a page, about as many as one of a service has."""

SERVER = """
import json, sys, threading
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server
import logging
logging.getLogger("werkzeug").setLevel(logging.ERROR)
app, seen = DomainDispatcherApplication(create_backend_app), []
def answer(environ, start):
    seen.append((environ["REQUEST_METHOD"], environ["PATH_INFO"].rpartition("/")[2], environ["QUERY_STRING"]))
    return app(environ, start)
server = make_server("127.0.0.1", 0, answer, threaded=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
print(server.port, flush=True)
for _ in sys.stdin:
    print(json.dumps(seen), flush=True)
    seen.clear()
"""


def make_site(folder: Path, files: Mapping[str, bytes]) -> Site:
    """Write a site of ``files`` with its manifest."""
    for address, data in files.items():
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(data)
    write_manifest_of(folder, {name: StagedFile(sha256(data).hexdigest(), len(data)) for name, data in files.items()})
    return open_site(folder)


def kind_of(request: list[str]) -> str:
    """What a request does."""
    method, name, query = request
    if "list-type=2" in query:
        return "list"
    what = "remembered" if name.endswith(".json") else "files"
    return "delete" if method == "POST" else f"{method} {what}"


def main() -> None:
    """Fill the store, publish the edit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--objects", type=int, default=3_000)
    count = parser.parse_args().objects
    with (
        tempfile.TemporaryDirectory() as name,
        subprocess.Popen([sys.executable, "-c", SERVER], stdin=-1, stdout=-1, text=True) as server,
    ):
        assert server.stdin is not None and server.stdout is not None
        os.environ |= {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{server.stdout.readline().strip()}",
            "AWS_ACCESS_KEY_ID": "bench",
            "AWS_SECRET_ACCESS_KEY": "bench",
            "AWS_REGION": "us-east-1",
        }
        _make_bucket()
        pages = {f"services/s{number}/index.html": b"%d " % number * (BYTES // 5) for number in range(count)}
        site = make_site(Path(name) / "site", pages)
        for what in ("first publish", "one edit", "nothing to do"):
            if what == "one edit":
                pages |= {"services/s7/index.html": b"edited", "services/new/index.html": b"new"}
                del pages["services/s9/index.html"]
                site = make_site(Path(name) / "site", pages)
            print("", file=server.stdin, flush=True)
            server.stdout.readline()
            started = time.perf_counter()
            plan = deliver(site, open_target("s3://bench/hall"), Way())
            taken = time.perf_counter() - started
            print("", file=server.stdin, flush=True)
            requests = Counter(kind_of(one) for one in json.loads(server.stdout.readline()))
            told = ", ".join(f"{kind} {number}" for kind, number in sorted(requests.items()))
            print(
                f"{what}: {taken:.2f} s; {len(plan.sent)} sent, {len(plan.removed)} removed of {len(site.files)}; {told}"
            )
        server.stdin.close()


def _make_bucket() -> None:
    boto3.client("s3", endpoint_url=os.environ["AWS_ENDPOINT_URL"]).create_bucket(Bucket="bench")


if __name__ == "__main__":
    main()
