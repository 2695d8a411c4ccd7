"""Projects of a made-up county: the same guides for gongshi and, as plain Markdown, for other generators."""

from pathlib import Path

import guides

SITE = f"""organisation: 测速县人民政府
town: 测速县
hall:
  name: 测速县便民服务大厅
  address: 测速县快路1号
  hours: 工作日 9:00—17:00
  phone: {guides.HALL_PHONE}
supervision:
  phone: {guides.COMPLAINTS_PHONE}
life_events: [{", ".join(guides.EVENTS)}]
"""

THEME = "theme:\n  name: material\n  language: zh\n  font: false\n"


def write_content(folder: Path, count: int, kind: str = "short") -> None:
    """A gongshi project of ``count`` services with guides of one kind, "short" or "long"."""
    content = folder / "content"
    (content / "services").mkdir(parents=True)
    (content / "pages").mkdir()
    (folder / "mkdocs.yml").write_text(
        f"site_name: bench\nsite_url: https://bench.example/\ndocs_dir: content/pages\n{THEME}plugins:\n  - gongshi\n",
        "utf-8",
    )
    (content / "site.yml").write_text(SITE, "utf-8")
    offices = list(enumerate(guides.OFFICES, 1))
    windows = "".join(f"  - id: w{n}\n    name: {office}窗口\n    number: {n}\n" for n, office in offices)
    functions = "".join(f"  - name: {office}窗口\n    duties:\n      - {office}事项\n" for _, office in offices)
    (content / "windows.yml").write_text(f"windows:\n{windows}functions:\n{functions}", "utf-8")
    materials = "".join(f"  - id: m{n}\n    name: 第{n}种证件\n" for n in range(guides.SHARED_MATERIALS))
    (content / "materials.yml").write_text(f"materials:\n{materials}", "utf-8")
    for number, name in enumerate(guides.names(count)):
        text = guides.as_yaml(guides.GUIDES[kind](number, name))
        (content / "services" / f"s{number}.yml").write_text(text, "utf-8")


def write_markdown(folder: Path, count: int, kind: str = "short") -> None:
    """The same guides as Markdown pages, out of the navigation, for stock mkdocs-material and zensical."""
    docs = folder / "docs"
    (docs / "services").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(
        "site_name: bench\nsite_url: https://bench.example/\nnav:\n  - index.md\nnot_in_nav: services/*\n"
        f"{THEME}plugins:\n  - search\n",
        "utf-8",
    )
    listed = guides.names(count)
    links = "".join(f"- [{name}](services/s{n}.md)\n" for n, name in enumerate(listed))
    (docs / "index.md").write_text(f"# bench\n\n{links}", "utf-8")
    for number, name in enumerate(listed):
        text = guides.as_markdown(guides.GUIDES[kind](number, name))
        (docs / "services" / f"s{number}.md").write_text(text, "utf-8")
