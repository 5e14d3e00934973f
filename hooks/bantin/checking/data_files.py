"""Files in ``data/`` that nobody reads: what an editor wrote there would be missed in silence."""

from collections.abc import Iterator

from bantin.checking.field_problem import FieldProblem
from bantin.model.problem import Severity
from bantin.model.registry import RECORD_TYPES
from bantin.model.suggestion import suggest
from bantin.reading import Content
from bantin.reading.listing import Kind, list_docs, printable

REGISTRIES = frozenset({f"{name}.yml" for name in (*RECORD_TYPES, "glossary")})
# Written and read by commands.
OF_COMMANDS = "import-answers.jsonl"
PROPOSALS = "proposals/"
YAML = (".yml", ".yaml")
# What people and programs put behind an ending that they mean.
COPIED = (".bak", ".orig", ".old", ".txt", "~")

UNREAD = "tệp này không phải sổ đăng ký nào nên không được đọc; hãy đổi tên hoặc chuyển đi{}"
OTHER = "tệp này không được đọc; hãy chuyển ra ngoài thư mục này"


def check_data_files(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each file that looks like a registry, and advice on others."""
    for entry in list_docs(content.data) if content.data.is_dir() else ():
        if entry.path in REGISTRIES or entry.path == OF_COMMANDS or entry.is_left_by_system:
            continue
        folder, _, name = entry.path.rpartition("/")
        if f"{folder}/" == PROPOSALS and name.endswith(YAML[0]) and entry.kind is Kind.FILE:
            continue
        path, is_yaml = f"{content.data.name}/{printable(entry.path)}", _is_yaml(name)
        message = UNREAD.format(suggest(name, REGISTRIES)) if is_yaml else OTHER
        severity = Severity.PROBLEM if is_yaml else Severity.ADVICE
        yield FieldProblem(path, (), message, severity, line=1)


def _is_yaml(name: str) -> bool:
    lower = name.lower()
    for suffix in COPIED:
        lower = lower.removesuffix(suffix)
    return lower.endswith(YAML)
