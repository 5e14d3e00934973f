"""Settings in ``mkdocs.yml`` that only the host reads: what it would refuse, in its own English.

Told here, an editor meets it in ``bantin check`` too, with line and column.
"""

from collections.abc import Callable, Iterator
from importlib.metadata import entry_points
from pathlib import Path

import yaml

from bantin.model import Problem
from bantin.model.destinations import is_inside
from bantin.model.problem import Severity
from bantin.model.suggestion import LIKE_ONE_OF_FEW, suggest
from bantin.reading.yaml.errors import line_column
from bantin.reading.yaml.reader import FieldLocations

TEXTS = (
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url",
    "repo_name", "docs_dir", "site_dir",
)  # fmt: skip
KNOWN = (
    *TEXTS, "theme", "plugins", "hooks", "watch", "markdown_extensions", "validation", "extra",
    "nav", "dev_addr", "strict", "exclude_docs", "draft_docs", "not_in_nav", "edit_uri",
    "edit_uri_template", "mdx_configs", "remote_branch", "remote_name",
)  # fmt: skip
# Whose form the portal judges itself.
READ_HERE = ("site_name", "site_url")
# The frame of pages is the theme's own, which links to nothing else.
WITHOUT_EFFECT = ("extra_css", "extra_javascript")
REFUSED = {
    "INHERIT": "mọi thiết lập phải nằm trong tệp này; hãy chép các dòng của tệp kia vào đây",
    "extra_templates": "trang do theme làm ra, không nhận mẫu khác; hãy bỏ dòng này",
    "use_directory_urls": "địa chỉ trang của bản tin có dạng /tin/…/; hãy bỏ dòng này",
}
# What hand-written pages are judged by; others take in files of elsewhere, or change words.
EXTENSIONS = ("admonition", "attr_list", "fenced_code", "footnotes", "tables", "toc")
PACKAGE = "markdown.extensions."
THEMES = ("material", "mkdocs", "readthedocs")
WORDS = {
    "tag:yaml.org,2002:int": "một số",
    "tag:yaml.org,2002:float": "một số",
    "tag:yaml.org,2002:bool": "“đúng” hay “sai”",
    "tag:yaml.org,2002:timestamp": "một ngày",
}

UNKNOWN = "không có trường nào tên «{}»{}"
NO_EFFECT = "mục này không có tác dụng: trang chỉ dùng kiểu chữ và mã trong theme; hãy bỏ đi"
QUOTED = 'thấy «{0}», bị đọc thành {1}; hãy đặt trong dấu ngoặc kép: "{0}"'
ONE_TEXT = "cần một dòng chữ"
DOCS = "thấy «{}»; bài và trang luôn nằm trong docs, hãy bỏ dòng này"
HOOKS = "cần một danh sách, mỗi tệp một dòng như «- hooks/read.py»"
LIST = "cần một danh sách, mỗi mục một dòng bắt đầu bằng «- »"
NO_FILE = "không có tệp hay thư mục «{}»"
NO_THEME = "không có giao diện «{}»{}"
NO_EXTENSION = (
    "«{}» không dùng được: có thể đưa tệp ngoài docs vào trang hay đổi chữ; chỉ nhận: {}{}"
)
ELSEWHERE = "hình «{}» ở nơi khác, mọi trang sẽ tải từ đó; hãy đặt tệp vào theme/assets"
NOT_INSTALLED = "«{}» chưa được cài; hãy bỏ đi, hoặc cài gói có nó"


def host_problems(locations: FieldLocations, file: str, folder: Path | None) -> Iterator[Problem]:
    """Yield what the host would refuse to build with.

    Args:
        locations: of the settings file.
        file: its path from the project root.
        folder: the project; without it files and folders that are named are not looked for.
    """
    for key, node in _fields(locations):
        for at, message in _judge(key, node, folder):
            yield Problem(line_column(at.start_mark, 1).of(file), message, key)


def host_advice(locations: FieldLocations, file: str) -> Iterator[Problem]:
    """Yield advice on settings that have no effect here."""
    for key, node in _fields(locations):
        if key in WITHOUT_EFFECT and node.value:
            at = locations.locate_key((key,)).of(file)
            yield Problem(at, NO_EFFECT, key, Severity.ADVICE)


def _fields(locations: FieldLocations) -> list[tuple[str, yaml.Node]]:
    root = locations.root
    pairs = root.value if isinstance(root, yaml.MappingNode) else ()
    return [(str(key.value), value) for key, value in pairs]


def _judge(key: str, node: yaml.Node, folder: Path | None) -> Iterator[tuple[yaml.Node, str]]:
    """Yield what is wrong with a setting, each with the node where that is."""
    if node.tag.startswith("!"):
        return  # from the environment, which only the host reads
    if key in REFUSED:
        yield node, REFUSED[key]
    elif key in TEXTS:
        yield from _judge_text(key, node)
    elif key in JUDGES:
        yield from JUDGES[key](node, folder)
    elif key not in {*KNOWN, *WITHOUT_EFFECT}:
        yield node, UNKNOWN.format(key, suggest(key, KNOWN, least=LIKE_ONE_OF_FEW))


def _judge_text(key: str, node: yaml.Node) -> Iterator[tuple[yaml.Node, str]]:
    if not isinstance(node, yaml.ScalarNode):
        if key not in READ_HERE:
            yield node, ONE_TEXT
        return
    if key == "docs_dir" and node.value != "docs":
        yield node, DOCS.format(node.value)
    if not node.style and (read_as := WORDS.get(_tag_of(node.value))):
        yield node, QUOTED.format(node.value, read_as)


def _tag_of(value: str) -> str:
    """Return the tag that YAML gives a value without quotes."""
    for tag, pattern in yaml.SafeLoader.yaml_implicit_resolvers.get(value[:1], ()):
        if pattern.match(value):
            return str(tag)
    return ""


def _judge_hooks(node: yaml.Node, folder: Path | None) -> Iterator[tuple[yaml.Node, str]]:
    yield from _judge_files(node, folder, HOOKS)


def _judge_watch(node: yaml.Node, folder: Path | None) -> Iterator[tuple[yaml.Node, str]]:
    yield from _judge_files(node, folder, LIST)


def _judge_files(
    node: yaml.Node, folder: Path | None, form: str
) -> Iterator[tuple[yaml.Node, str]]:
    if not isinstance(node, yaml.SequenceNode):
        if node.value:
            yield node, form
        return
    for one in node.value:
        is_there = folder is None or (folder / str(one.value)).exists()
        if not isinstance(one, yaml.ScalarNode):
            yield one, form
        elif not is_there:
            yield one, NO_FILE.format(one.value)


def _judge_theme(node: yaml.Node, folder: Path | None) -> Iterator[tuple[yaml.Node, str]]:
    fields = {key.value: value for key, value in node.value} if _is_mapping(node) else {}
    name = fields.get("name") if _is_mapping(node) else node
    if isinstance(name, yaml.ScalarNode) and name.value not in {"", "null", "~", *THEMES}:
        yield name, NO_THEME.format(name.value, suggest(name.value, THEMES))
    for key in ("favicon", "logo"):
        picture = fields.get(key)
        if isinstance(picture, yaml.ScalarNode) and not is_inside(picture.value or key):
            yield picture, ELSEWHERE.format(picture.value)
    own = fields.get("custom_dir")
    if folder and isinstance(own, yaml.ScalarNode) and not (folder / own.value).is_dir():
        yield own, NO_FILE.format(own.value)


def _judge_extensions(node: yaml.Node, _: Path | None) -> Iterator[tuple[yaml.Node, str]]:
    for one in _names(node):
        name = str(one.value)
        if name.removeprefix(PACKAGE) not in EXTENSIONS:
            hint = suggest(name, EXTENSIONS)
            yield one, NO_EXTENSION.format(name, ", ".join(EXTENSIONS), hint)


def _judge_plugins(node: yaml.Node, _: Path | None) -> Iterator[tuple[yaml.Node, str]]:
    for one in _names(node):
        if str(one.value) not in entry_points(group="mkdocs.plugins").names:
            yield one, NOT_INSTALLED.format(one.value)


def _names(node: yaml.Node) -> list[yaml.Node]:
    """Return the names in a list, each alone or with its options, or in a block."""
    if isinstance(node, yaml.MappingNode):
        return [key for key, _ in node.value]
    items = node.value if isinstance(node, yaml.SequenceNode) else [node] if node.value else []
    return [one.value[0][0] if _is_mapping(one) and one.value else one for one in items]


def _is_mapping(node: yaml.Node) -> bool:
    return isinstance(node, yaml.MappingNode)


JUDGES: dict[str, Callable[[yaml.Node, Path | None], Iterator[tuple[yaml.Node, str]]]] = {
    "hooks": _judge_hooks,
    "watch": _judge_watch,
    "theme": _judge_theme,
    "plugins": _judge_plugins,
    "markdown_extensions": _judge_extensions,
}
