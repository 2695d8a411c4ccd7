"""portal: a package that says what to put and what to delete; equal contents are equal bytes."""

import json
import subprocess
import sys
import zipfile
from hashlib import sha256
from pathlib import Path

import pytest
from delivery_sites import FIRST, SECOND, WITHDRAWN, make_site, way

from generator.delivery.deliver import deliver
from generator.delivery.opening import open_target
from generator.delivery.target import TargetFailed
from generator.system.environment import Refused


def unpacked(package: Path) -> dict[str, bytes]:
    """Name -> bytes of everything in the package."""
    with zipfile.ZipFile(package) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_a_package_has_the_site_and_what_has_to_be_deleted(tmp_path: Path) -> None:
    """The list of the portal's deletions goes on, for it may have left a package out."""
    package = tmp_path / "门户.zip"
    deliver(make_site(tmp_path / "site", FIRST), open_target(f"portal:{package}"), way())
    assert unpacked(package)["removed.txt"] == b""
    deliver(make_site(tmp_path / "site", SECOND), open_target(f"portal:{package}"), way())
    third = {name: data for name, data in SECOND.items() if name != "sw.js"}
    deliver(make_site(tmp_path / "site", third), open_target(f"portal:{package}"), way())

    found = unpacked(package)
    assert {name[5:]: data for name, data in found.items() if name.startswith("site/")} == third
    assert found["removed.txt"].decode().splitlines() == [WITHDRAWN, "sw.js"]
    assert json.loads(found["manifest.json"]) == {
        name: {"sha256": sha256(data).hexdigest(), "bytes": len(data)} for name, data in third.items()
    }
    deliver(make_site(tmp_path / "site", FIRST), open_target(f"portal:{package}"), way())
    assert unpacked(package)["removed.txt"].decode().splitlines() == [
        "assets/new.css",
        "services/linshi/index.html",
    ]


def test_equal_sites_are_equal_packages(tmp_path: Path) -> None:
    """Made twice, or over each other; another program can unpack it, names in Chinese included."""
    site = make_site(tmp_path / "site", FIRST)
    one, two = tmp_path / "1.zip", tmp_path / "2.zip"
    for package in (one, two, one):
        deliver(site, open_target(f"portal:{package}"), way())

    assert one.read_bytes() == two.read_bytes()
    subprocess.run([sys.executable, "-m", "zipfile", "-e", str(one), str(tmp_path / "out")], check=True)
    assert (tmp_path / "out/site/办事 指南/50%.html").read_bytes() == b"odd"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.zip", "2.zip", "out", "site"]


@pytest.mark.parametrize("data", [b"", b"no zip", b"PK\x05\x06" + b"\0" * 18])
def test_another_file_is_not_replaced(tmp_path: Path, data: bytes) -> None:
    """Not even when files of a folder would be taken over."""
    package = tmp_path / "theirs.zip"
    package.write_bytes(data)

    with pytest.raises(Refused, match="不是本程序做的包"):
        deliver(make_site(tmp_path / "site", FIRST), open_target(f"portal:{package}"), way(take_over=True))
    assert package.read_bytes() == data


def test_places_where_no_package_can_be_are_refused(tmp_path: Path) -> None:
    """Another ending, in the site, in no folder."""
    with pytest.raises(Refused, match=r"portal:文件\.zip"):
        open_target("portal:x.tar")
    with pytest.raises(Refused, match="不能发布到那里"):
        open_target(f"portal:{tmp_path}/site/x.zip", tmp_path / "site")
    with pytest.raises(TargetFailed, match="找不到"):
        open_target(f"portal:{tmp_path}/no/x.zip").listing()
