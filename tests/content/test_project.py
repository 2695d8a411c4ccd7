"""project: mkdocs.yml read without MkDocs, as MkDocs reads it; its mistakes are told with their places."""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from generator.content import settings_yaml
from generator.content.project import BadSettings, Project, content_folder, open_project
from generator.system.environment import NotReady, templates_folder

PLUGIN = "plugins:\n  - gongshi\n"
SOUND = f"site_name: 大厅\nsite_url: https://demo.example/gongshi/\ndocs_dir: content/pages\n{PLUGIN}"
REAL_WORLD = """\
%YAML 1.1
---
# a site as they are found in the wild
INHERIT: ../base.yml
site_name: !ENV [HALL_NAME, 大厅]
site_url: !ENV [HALL_URL, HALL_OTHER_URL, "https://demo.example/sub"]
repo_url: https://code.example/x
copyright: >
  Copyright &copy; 2026
theme: &theme
  name: material
  custom_dir: !relative $config_dir/overrides
  features: [navigation.tabs, content.code.copy]
  palette:
    - {scheme: default, primary: custom}
    - {scheme: slate, primary: custom}
markdown_extensions:
  - toc: {permalink: true, slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}}
  - pymdownx.emoji:
      emoji_index: !!python/name:material.extensions.emoji.twemoji
      emoji_generator: !!python/name:material.extensions.emoji.to_svg ''
extra: {again: *theme, list: [*theme, *theme], 3: yes, ~: no}
exclude_docs: |
  draft/
plugins:
  - search: {lang: [zh, en]}
  - tags
  - gongshi: {posters: none, content: !ENV [HALL_CONTENT, records]}
hooks: []
? [a, b]
: complex
"""


def write(folder: Path, text: str | bytes, *folders: str) -> Path:
    """A project in ``folder`` with this mkdocs.yml, which gets a name at its end if it has none, and its folders."""
    for name in ("docs", *(folders or ("content/pages",))):
        (folder / name).mkdir(parents=True, exist_ok=True)
    if isinstance(text, str) and re.search(r"^(?:plugins|site_\w+):", text, re.MULTILINE) and "site_name" not in text:
        text += "site_name: x\n"
    (folder / "mkdocs.yml").write_bytes(text if isinstance(text, bytes) else text.encode())
    return folder


def refused(folder: Path) -> list[str]:
    """The lines of every mistake in the project's settings."""
    with pytest.raises(BadSettings) as caught:
        open_project(folder)
    return [str(problem) for problem in caught.value.problems]


# --- what is read ----------------------------------------------------------------------------------------------------


def test_project_is_read_from_mkdocs_yml(tmp_path: Path) -> None:
    """Every folder is absolute; what is not written has the value that MkDocs and the plugin give it."""
    project = open_project(write(tmp_path / "p", f"site_name: x\n{PLUGIN}"))

    root = tmp_path / "p"
    assert project == Project(
        root=root,
        content=root / "content",
        docs=root / "docs",
        kept=root,
        site=root / "site",
        cache=root / ".cache/gongshi",
        templates=templates_folder(),
        site_url=None,
        posters="changed",
        settings_sha256=project.settings_sha256,
    )


@pytest.mark.parametrize(
    "plugins",
    [
        "plugins: [gongshi]",
        "plugins:\n- gongshi",
        "plugins:\n  - search\n  - gongshi:\n  - tags: {}",
        "plugins:\n  - gongshi: {}",
        "plugins:\n  - /gongshi",
        "plugins: {gongshi: }",
        "plugins:\n  gongshi: {posters: changed}\n  search:",
        "plugins:\n  - gongshi:\n      enabled: !ENV [NOT_SET, true]",
        "x: &a [gongshi]\nplugins: *a",
        "x: &a {gongshi: {}}\nplugins:\n  <<: *a\n  search: {}",
        "x: &a {gongshi: {}}\nplugins:\n  <<: [{tags: {}}, *a]",
        "plugins: !ENV [NOT_SET, [gongshi]]",
    ],
)
def test_plugin_is_found_however_it_is_written(tmp_path: Path, plugins: str) -> None:
    """A list of names, of names with options, or a mapping; through anchors and merge keys, too."""
    assert open_project(write(tmp_path, f"site_name: x\n{plugins}\n")).posters == "changed"


@pytest.mark.parametrize("mode", ["changed", "all", "none"])
@pytest.mark.parametrize("form", ["  - gongshi:\n      ", "  gongshi:\n    "], ids=["list", "mapping"])
def test_options_of_the_plugin_are_read(tmp_path: Path, form: str, mode: str) -> None:
    """content and posters stand under the plugin."""
    indent = " " * (len(form) - form.rindex("\n") - 1)
    write(tmp_path, f"plugins:\n{form}posters: {mode}\n{indent}content: data/records\n", "data/records")

    project = open_project(tmp_path)

    assert (project.posters, project.content) == (mode, tmp_path / "data/records")


def test_file_from_the_wild_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tags, anchors, merge keys, complex keys and a parent file are let pass; variables count where they are needed."""
    monkeypatch.setenv("HALL_CONTENT", "data")
    (tmp_path / "base.yml").write_text("docs_dir: prose\nsite_dir: public\nplugins: {tags: {}}\n", "utf-8")

    project = open_project(write(tmp_path / "p", REAL_WORLD, "data", "prose"))

    assert (project.site_url, project.posters) == ("https://demo.example/sub/", "none")
    assert (project.content, project.docs, project.site) == tuple(
        tmp_path / "p" / n for n in ("data", "prose", "public")
    )


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("site_url: https://demo.example/gongshi/", "https://demo.example/gongshi/"),
        ("site_url: https://demo.example/gongshi", "https://demo.example/gongshi/"),
        ("site_url: https://demo.example", "https://demo.example/"),
        ("site_url: 'http://demo.example:8080/a/b/c'", "http://demo.example:8080/a/b/c/"),
        ("site_url: https://demo.example:443//", "https://demo.example:443/"),
        ("site_url: HTTPS://Demo.example/大厅/", "https://Demo.example/大厅/"),
        ("site_url: https://大厅.example/", "https://大厅.example/"),
        ("site_url: https://xn--tlq61y.example/%E5%A4%A7", "https://xn--tlq61y.example/%E5%A4%A7/"),
        ("site_url: http://[2001:db8::1]:8000/", "http://[2001:db8::1]:8000/"),
        ("site_url: http://192.0.2.7", "http://192.0.2.7/"),
        ("site_url: http://dating", "http://dating/"),
        ("site_url: ''", None),
        ("site_url:", None),
        ("site_url: ~", None),
        ("site_url: !ENV NOT_SET", None),
        ("site_author: x", None),
    ],
)
def test_site_address_ends_in_one_slash(tmp_path: Path, line: str, address: str | None) -> None:
    """However site_url is written, addresses can be put behind it; without one there is none."""
    assert open_project(write(tmp_path, f"{line}\n{PLUGIN}")).site_url == address


def test_variable_goes_before_the_default_and_the_first_before_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``!ENV [A, B, default]``, as MkDocs has it; the value is read as if it stood in the file without quotes."""
    write(tmp_path, f"site_url: !ENV [HALL_A, HALL_B, 'https://c.example']\n{PLUGIN}")
    assert open_project(tmp_path).site_url == "https://c.example/"
    monkeypatch.setenv("HALL_B", "https://b.example")
    assert open_project(tmp_path).site_url == "https://b.example/"
    monkeypatch.setenv("HALL_A", "https://a.example")
    assert open_project(tmp_path).site_url == "https://a.example/"
    monkeypatch.setenv("HALL_A", "null")
    assert open_project(tmp_path).site_url is None
    monkeypatch.setenv("HALL_A", "false")
    assert refused(tmp_path) == [
        "mkdocs.yml:1:11 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，实际为“false”。"
        "请写：site_url: https://您的网址/"
    ]


def test_parent_files_supply_what_is_not_written(tmp_path: Path) -> None:
    """INHERIT is followed to its end; mappings are merged key by key, and folders lie in the project's own folder."""
    (tmp_path / "a").mkdir()
    (tmp_path / "base.yml").write_text(
        "site_dir: public\nsite_url: https://base.example\nplugins: {gongshi: {posters: all, content: data}}\n", "utf-8"
    )
    (tmp_path / "a/middle.yml").write_text("INHERIT: ../base.yml\nplugins: {search: {}}\n", "utf-8")
    write(tmp_path / "p", "INHERIT: ../a/middle.yml\nplugins: {gongshi: {posters: none}}\n", "data")

    project = open_project(tmp_path / "p")

    assert (project.posters, project.site_url) == ("none", "https://base.example/")
    assert (project.content, project.site) == (tmp_path / "p/data", tmp_path / "p/public")


def test_site_folder_of_the_command_goes_before_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is meant from where the clerk stands."""
    write(tmp_path / "p", f"site_dir: public\n{PLUGIN}")
    monkeypatch.chdir(tmp_path)

    assert open_project(Path("p"), Path("www")).site == tmp_path / "www"
    assert open_project(Path("p")).site == tmp_path / "p/public"


@pytest.mark.parametrize(
    "text", [f"\ufeffsite_name: x\n{PLUGIN}", PLUGIN.replace("\n", "\r\n")], ids=["mark", "Windows"]
)
def test_what_editors_on_windows_write_is_read(tmp_path: Path, text: str) -> None:
    """A byte order mark and line ends of Windows change nothing."""
    assert open_project(write(tmp_path, text)).posters == "changed"


def test_digest_changes_with_everything_that_the_settings_say(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comment, the parent file, a variable that is named anywhere: each changes it, nothing else does."""
    (tmp_path / "base.yml").write_text("extra: {a: !ENV [HALL_DEEP, 1]}\n", "utf-8")
    text = f"INHERIT: ../base.yml\ntheme: {{name: mkdocs, logo: !ENV HALL_LOGO}}\n{PLUGIN}"
    write(tmp_path / "p", text)

    def digest() -> str:
        return open_project(tmp_path / "p").settings_sha256

    seen = [digest()]
    assert digest() == seen[0]
    for name in ("HALL_LOGO", "HALL_DEEP"):
        monkeypatch.setenv(name, "x")
        seen.append(digest())
    (tmp_path / "base.yml").write_text("extra: {a: !ENV [HALL_DEEP, 2]}\n", "utf-8")
    seen.append(digest())
    write(tmp_path / "p", f"{text}# a comment\n")
    seen.append(digest())
    monkeypatch.setenv("HALL_ELSE", "x")
    assert digest() == seen[-1]
    assert len(set(seen)) == 5


# --- the same as MkDocs ----------------------------------------------------------------------------------------------

AGREED = {
    "defaults": f"site_name: x\n{PLUGIN}",
    "demo": SOUND,
    "no slash": f"site_name: x\nsite_url: https://demo.example/a\nsite_dir: ../www\n{PLUGIN}",
    "host only": f"site_name: x\nsite_url: http://demo.example:8080\nsite_dir: /srv/www/\n{PLUGIN}",
    "upper case": f"site_name: x\nsite_url: HTTPS://Demo.Example/A\nsite_dir: ./a//b/../c\n{PLUGIN}",
    "name of many alphabets": f"site_name: x\nsite_url: https://大厅.example/路\ndocs_dir: 文/页\n{PLUGIN}",
    "no address": f"site_name: x\nsite_url: ''\n{PLUGIN}",
    "null": f"site_name: x\nsite_url:\nsite_dir: ~\ndocs_dir: null\n{PLUGIN}",
    "variables": f"site_name: x\nsite_url: !ENV [HALL_URL, 'https://no.example']\nsite_dir: !ENV [NOT_SET, w]\n{PLUGIN}",
    "parent": f"INHERIT: base.yml\nsite_name: x\nsite_dir: mine\n{PLUGIN}",
    "anchors": f"x: &a https://demo.example/x\nsite_name: *n\nsite_url: *a\n{PLUGIN}".replace("*n", "n"),
    "merge key": f"<<: {{site_dir: merged, site_name: x}}\nsite_url: https://demo.example/\n{PLUGIN}",
    "repeated elsewhere": f"site_name: x\nextra: {{a: 1, a: 2}}\nsite_dir: 'a b'\n{PLUGIN}",
    "block": f"site_name: x\nsite_url: >-\n  https://demo.example/\n  \nsite_dir: |-\n  here\n{PLUGIN}",
}


@pytest.mark.parametrize("text", AGREED.values(), ids=AGREED)
def test_mkdocs_reads_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """site_url, site_dir and docs_dir of a valid file are what MkDocs' own reader makes of it."""
    monkeypatch.setenv("HALL_URL", "https://env.example/x")
    folder = tmp_path / "p"
    (tmp_path / "p").mkdir()
    (folder / "base.yml").write_text("site_url: https://base.example/b\ndocs_dir: prose\nsite_dir: theirs\n", "utf-8")
    write(folder, text, "content/pages", "文/页", "prose")

    ours = open_project(folder)
    theirs = load_config(str(folder / "mkdocs.yml"), plugins=[])

    assert ours.site_url == (theirs.site_url or None)
    assert (str(ours.site), str(ours.docs)) == (theirs.site_dir, theirs.docs_dir)


# --- mistakes --------------------------------------------------------------------------------------------------------

URL_HINT = "请写：site_url: https://您的网址/"
MISTAKES = {
    "no address": (
        f"site_url: demo\n{PLUGIN}",
        f"mkdocs.yml:1:11 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，实际为“demo”。{URL_HINT}",
    ),
    "number": (
        f"site_url: 8000\n{PLUGIN}",
        f"mkdocs.yml:1:11 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，实际为“8000”。{URL_HINT}",
    ),
    "list": (
        f"site_url: [https://a.example]\n{PLUGIN}",
        f"mkdocs.yml:1:11 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，实际为一个列表。{URL_HINT}",
    ),
    "port that is none": (
        f"site_name: x\nsite_url:  https://a.example:99999/\n{PLUGIN}",
        "mkdocs.yml:2:12 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，"
        f"实际为“https://a.example:99999/”。{URL_HINT}",
    ),
    "full-width colon in the address": (
        f"site_url: https：//a.example/\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/site-url] 应为完整的网址，以 http:// 或 https:// 开头，"
        "实际为“https：//a.example/”。请写：site_url: https://a.example/",
    ),
    "password": (
        f"site_url: https://me:secret@a.example/\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/site-url-parts] 网址里不能有用户名、密码、问号或井号，网页的地址要接在它后面。请写：site_url: https://a.example/",
    ),
    "query": (
        f"site_url: https://a.example/?x=1\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/site-url-parts] 网址里不能有用户名、密码、问号或井号，网页的地址要接在它后面。请写：site_url: https://a.example/",
    ),
    "site_dir": (
        f"site_dir: 2026\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/folder] site_dir 应为文件夹的名字，实际为“2026”。请写：site_dir: site",
    ),
    "site_dir around the content": (
        f"site_dir: .\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/site-dir] 内容在这个文件夹里面，生成网站会盖掉它。请写：site_dir: site",
    ),
    "site_dir within the content": (
        f"site_dir: content/site\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/site-in-content] 网站不能放在内容的文件夹里面：里面的文件会被当成内容。请写：site_dir: site",
    ),
    "docs_dir": (
        f"docs_dir: {{}}\n{PLUGIN}",
        "mkdocs.yml:1:11 [project/folder] docs_dir 应为文件夹的名字，实际为一组字段。请写：docs_dir: content/pages",
    ),
    "docs_dir with a name that is too long": (
        f"docs_dir: content/{'乌' * 86}\n{PLUGIN}",
        f"mkdocs.yml:1:11 [project/folder] docs_dir 应为文件夹的名字，实际为“content/{'乌' * 32}…”。请写：docs_dir: content/pages",
    ),
    "docs_dir that is a text": (
        f"docs_dir: {'a/' * 600}\n{PLUGIN}",
        f"mkdocs.yml:1:11 [project/folder] docs_dir 应为文件夹的名字，实际为“{'a/' * 20}…”。请写：docs_dir: content/pages",
    ),
    "content": (
        "plugins:\n  - gongshi:\n      content: ''\n",
        "mkdocs.yml:3:16 [project/folder] content 应为文件夹的名字，实际为“”。请写：content: content",
    ),
    "no plugins": (
        "site_name: x\n",
        "mkdocs.yml:1:1 [project/plugin] plugins 里没有 gongshi。请写：plugins: [gongshi]",
    ),
    "nothing at all": (
        "# empty\n",
        "mkdocs.yml:1:1 [project/plugin] plugins 里没有 gongshi。请写：plugins: [gongshi]\n"
        "mkdocs.yml:1:1 [project/site-name] 没有写 site_name（网站的名称），或者写的不是一段文字。请写：site_name: 大厅名称",
    ),
    "plugins without a value": (
        "site_name: x\nplugins:\n",
        "mkdocs.yml:2:1 [project/plugin] plugins 里没有 gongshi。请写：plugins: [gongshi]",
    ),
    "list without it": (
        "site_name: x\nplugins:\n  - search\n",
        "mkdocs.yml:2:1 [project/plugin] plugins 里没有 gongshi。请写：- gongshi",
    ),
    "mapping without it": (
        "plugins: {search: {}}\n",
        "mkdocs.yml:1:1 [project/plugin] plugins 里没有 gongshi。请写：gongshi: {}",
    ),
    "plugins as text": (
        "plugins: gongshi\n",
        "mkdocs.yml:1:10 [project/plugins] plugins 应为列表，实际为“gongshi”。每项另起一行，以“- ”开头。请写：- gongshi",
    ),
    "twice": (
        "plugins:\n  - gongshi\n  - search\n  - gongshi:\n      posters: all\n",
        "mkdocs.yml:4:5 [project/plugin-twice] plugins 里 gongshi 写了两次，请只留一个。",
    ),
    "switched off": (
        "plugins:\n  - gongshi:\n      enabled: no\n",
        "mkdocs.yml:3:16 [project/plugin-off] gongshi 被关掉了。请删去 enabled，或改成 true。请写：enabled: true",
    ),
    "options not indented": (
        "plugins:\n  - gongshi:\n    posters: none\n",
        "mkdocs.yml:3:5 [project/plugin-indent] 这一行是 gongshi 的选项，缩进不够。请再向右缩进两格。请写：    posters: 内容",
    ),
    "options as text": (
        "plugins:\n  - gongshi: none\n",
        "mkdocs.yml:2:14 [project/options] gongshi 的选项应为一组“选项: 内容”，实际为“none”。请写：posters: changed",
    ),
    "unknown option": (
        "plugins:\n  - gongshi:\n      poster: none\n",
        "mkdocs.yml:3:7 [project/option] gongshi 没有 poster 这个选项。是不是想写：posters？",
    ),
    "strange option": (
        "plugins: {gongshi: {色: 1}}\n",
        "mkdocs.yml:1:21 [project/option] gongshi 没有 色 这个选项。是不是想写：content、posters？",
    ),
    "unknown mode": (
        "plugins:\n  - gongshi:\n      posters: often\n",
        "mkdocs.yml:3:16 [project/posters] posters 只能是：changed、all、none；实际为“often”。请写：posters: changed",
    ),
    "mode as yes or no": (
        "plugins:\n  - gongshi:\n      posters: no\n",
        "mkdocs.yml:3:16 [project/posters] posters 只能是：changed、all、none；实际为“no”。请写：posters: changed",
    ),
    "key twice": (
        f"site_url: https://a.example/\n{PLUGIN}site_url: https://b.example/\n",
        "mkdocs.yml:4:1 [yaml/duplicate-key] 字段 site_url 写了两次，请只留一个。",
    ),
    "option twice": (
        "plugins:\n  - gongshi:\n      posters: all\n      posters: none\n",
        "mkdocs.yml:4:7 [yaml/duplicate-key] 字段 posters 写了两次，请只留一个。",
    ),
    "plugin twice in a mapping": (
        "plugins:\n  gongshi: {}\n  gongshi: {}\n",
        "mkdocs.yml:3:3 [yaml/duplicate-key] 字段 gongshi 写了两次，请只留一个。",
    ),
    "a list": (
        "- gongshi\n",
        "mkdocs.yml:1:1 [project/fields] 应当是“设置: 内容”的形式，冒号用英文冒号，后面空一格。请写：site_name: 大厅名称\n"
        "mkdocs.yml:1:1 [project/plugin] plugins 里没有 gongshi。请写：plugins: [gongshi]",
    ),
    "full-width colon": (
        f"site_name: x\nsite_url：https://a.example/\n{PLUGIN}",
        "mkdocs.yml:2:9 [yaml/full-width-colon] 这里用了中文冒号“：”，应当用英文冒号加一个空格。请写：site_url: https://a.example/",
    ),
    "tab": (
        "site_name: x\nplugins:\n\t- gongshi\n",
        "mkdocs.yml:3:1 [yaml/tab] 缩进里有 Tab，请改成空格（每级两个）。请写：- gongshi",
    ),
    "open bracket": (
        "site_name: [\n",
        "mkdocs.yml:1:12 [yaml/open-bracket] 方括号没有成对，末尾少一个“]”。请写：site_name: []",
    ),
    "second document": (
        f"{PLUGIN}---\nsite_name: x\n",
        "mkdocs.yml:3:1 [yaml/second-document] 一个文件只能有一份内容，请删去“---”及其后的部分，或另存一个文件。",
    ),
    "alias of nothing": (
        f"site_name: *name\n{PLUGIN}",
        "mkdocs.yml:1:12 [project/alias] 这个 *引用没有对上任何 &锚点。星号开头的文字请加引号。",
    ),
    "control character": (
        f"site_name: x\0\n{PLUGIN}",
        "mkdocs.yml:1:13 [file/control-character] 这里有一个看不见的字符（U+0000），会改变或遮住读到的内容。请把前后的字一起删掉，重新输入。",
    ),
    "too deep": (
        f"extra: {'[' * 40}{']' * 40}\n{PLUGIN}",
        "mkdocs.yml:1:39 [yaml/too-deep] 层次超过 32 层，请检查缩进。",
    ),
    "so deep that a parser would crash": (
        f"extra: {'[' * 100_000}{']' * 100_000}\n{PLUGIN}",
        "mkdocs.yml:1:39 [yaml/too-deep] 层次超过 32 层，请检查缩进。",
    ),
    "GBK": (
        f"site_name: 大厅\n{PLUGIN}".encode("gbk"),
        "mkdocs.yml:1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是GBK（ANSI）。请用记事本打开，“另存为”时编码选 UTF-8。",
    ),
    "UTF-16": (
        PLUGIN.encode("utf-16"),
        "mkdocs.yml:1:1 [file/encoding] 文件不是 UTF-8 编码，看起来是UTF-16（Unicode）。请用记事本打开，“另存为”时编码选 UTF-8。",
    ),
    "too large": (
        b"#" * 1_000_001,
        "mkdocs.yml:1:1 [file/too-large] 文件超过 1 MB，没有读取。请检查是不是放错了文件。",
    ),
    "parent that is not there": (
        f"site_name: x\nINHERIT: ../base.yml\n{PLUGIN}",
        "mkdocs.yml:2:10 [project/inherit] INHERIT 的文件“../base.yml”打不开。请写它相对于这个文件的位置。"
        "请写：INHERIT: ../mkdocs.yml",
    ),
    "parent that is no name": (
        f"INHERIT: [a]\n{PLUGIN}",
        "mkdocs.yml:1:10 [project/inherit] INHERIT 的文件“[]”打不开。请写它相对于这个文件的位置。请写：INHERIT: ../mkdocs.yml",
    ),
    "parent with a NUL": (
        f'INHERIT: "\\0"\n{PLUGIN}',
        "mkdocs.yml:1:10 [project/inherit] INHERIT 的文件“<U+0000>”打不开。请写它相对于这个文件的位置。请写：INHERIT: ../mkdocs.yml",
    ),
    "parent of itself": (
        f"INHERIT: ./mkdocs.yml\n{PLUGIN}",
        "mkdocs.yml:1:10 [project/inherit-circle] INHERIT 绕回了已经读过的文件，或者层数太多。请删去一个 INHERIT。",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told_with_its_place(tmp_path: Path, text: str | bytes, told: str) -> None:
    """One line says where, what is there, what is expected, and what to write."""
    assert refused(write(tmp_path, text)) == told.split("\n")


def test_every_mistake_is_told_in_one_run(tmp_path: Path) -> None:
    """They are sorted by place, counted, and end with what to do first; the exit code is that of a content problem."""
    write(tmp_path, "site_url: demo\nsite_dir: 1\nplugins:\n  - gongshi:\n      poster: all\n      posters: x\n")

    with pytest.raises(BadSettings) as caught:
        open_project(tmp_path)

    lines = list(caught.value.report())
    assert [line.text.partition("]")[0] for line in lines if line.is_finding] == [
        "mkdocs.yml:1:11 [project/site-url",
        "mkdocs.yml:2:11 [project/folder",
        "mkdocs.yml:5:7 [project/option",
        "mkdocs.yml:6:16 [project/posters",
    ]
    assert lines[-1].text == "错误 4，待补充 0，提醒 0。请先改正 mkdocs.yml，再运行一次。"
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    ("parent", "told"),
    [
        ("site_url: demo\n", "../base.yml:1:11 [project/site-url] "),
        ("plugins: {gongshi: {poster: all}}\n", "../base.yml:1:29 [project/option] "),
        ("site_name: [\n", "../base.yml:1:12 [yaml/open-bracket] "),
    ],
)
def test_mistake_in_a_parent_file_names_that_file(tmp_path: Path, parent: str, told: str) -> None:
    """The path is the one that INHERIT gives."""
    (tmp_path / "base.yml").write_text(parent, "utf-8")
    write(tmp_path / "p", "INHERIT: ../base.yml\nplugins: {gongshi: {}}\n")

    lines = refused(tmp_path / "p")

    assert len(lines) == 1
    assert lines[0].startswith(told)


def test_chain_of_parents_has_an_end(tmp_path: Path) -> None:
    """More files than anybody needs are a mistake, too."""
    for number in range(settings_yaml.MAX_FILES + 1):
        (tmp_path / f"{number}.yml").write_text(f"INHERIT: {number + 1}.yml\n", "utf-8")

    assert refused(write(tmp_path, f"INHERIT: 0.yml\n{PLUGIN}")) == [
        "8.yml:1:10 [project/inherit-circle] INHERIT 绕回了已经读过的文件，或者层数太多。请删去一个 INHERIT。"
    ]


def test_long_number_in_a_setting_is_not_repeated(tmp_path: Path) -> None:
    """A message never shows what could be somebody's number."""
    number = "1101011990" + "03070074"
    (line,) = refused(write(tmp_path, f"site_url: 'id {number}'\n{PLUGIN}"))

    assert number not in line
    assert "〔数字〕" in line


def test_settings_that_may_not_be_read_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reason is the system's."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    write(tmp_path, PLUGIN)
    monkeypatch.setattr(Path, "open", refuse)

    assert refused(tmp_path) == [
        "mkdocs.yml:1:1 [file/unreadable] 文件或文件夹打不开（没有权限，或者被别的程序打开着）。请检查权限。"
    ]


# --- no project ------------------------------------------------------------------------------------------------------


def told(folder: Path) -> Iterable[str]:
    """What opening and asking for the content say of a folder that is not ready."""
    for ask in (open_project, content_folder):
        with pytest.raises(NotReady) as caught:
            ask(folder)
        yield str(caught.value)


def test_folder_without_settings_is_no_project(tmp_path: Path) -> None:
    """The message says where to go; asked for the content alone, ``content`` is what is missing."""
    advice = "请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。"
    (tmp_path / "empty").mkdir()

    assert list(told(tmp_path / "empty")) == [
        f"empty 里没有 mkdocs.yml。{advice}",
        f"empty 里没有 content 文件夹。{advice}",
    ]


def test_project_without_its_content_says_which_folder_is_missing(tmp_path: Path) -> None:
    """A folder that the settings name is told with its line; that of every project with how to begin."""
    write(tmp_path / "a", "plugins:\n  - gongshi:\n      content: data/records\n", "data")
    write(tmp_path / "b", PLUGIN, "data")

    assert refused(tmp_path / "a") == [
        "mkdocs.yml:3:16 [project/no-folder] 项目里没有“data/records”这个文件夹（content）。"
        "请写已有的文件夹，从 mkdocs.yml 所在的文件夹写起。请写：content: content"
    ]
    assert set(told(tmp_path / "b")) == {
        "b 里没有 content 文件夹。请进入项目文件夹再运行，或先运行 gongshi init 文件夹名。"
    }


def test_content_is_found_before_there_are_settings(tmp_path: Path) -> None:
    """Records can be checked in a folder that has no mkdocs.yml yet."""
    (tmp_path / "content").mkdir()

    assert content_folder(tmp_path) == tmp_path / "content"


def test_folder_is_known_by_the_path_that_leads_to_it(tmp_path: Path) -> None:
    """A link to the project stays as it is, as in MkDocs; dots are resolved."""
    write(tmp_path / "real", PLUGIN)
    (tmp_path / "link").symlink_to("real")

    assert open_project(tmp_path / "x/../link").root == tmp_path / "link"
