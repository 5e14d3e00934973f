"""Settings from ``mkdocs.yml`` and the environment, or what is wrong with them."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from bantin.model import Location, Problem
from bantin.model.problem import Severity
from bantin.model.settings import (
    REPOSITORY_FORM,
    EditorSettings,
    NavPage,
    Settings,
    SiteFile,
)
from bantin.reading.frontmatter import decode
from bantin.reading.host_settings import host_advice, host_problems
from bantin.reading.messages import problems_of
from bantin.reading.nav import read_nav
from bantin.reading.text_advice import advise_letters
from bantin.reading.yaml.causes import NO_FIELD
from bantin.reading.yaml.errors import LineColumn, line_column
from bantin.reading.yaml.raw_text import check_text
from bantin.reading.yaml.reader import FieldLocations, FieldPath, YamlError, fields_of
from bantin.reading.yaml.values import check_values
from bantin.runtime.clock import build_date

FILE = "mkdocs.yml"
# What a switch is set to; anything else, such as “no”, would mean the opposite of what it says.
SWITCHES = {"": False, "0": False, "1": True}
KEYS = ("site_name", "site_url", "extra")
# Settings that may be any text, so that one cut short would still be accepted.
NAMES = ("name", "address", "responsible")  # of the publisher, as pages show them
TEXT_KEYS = frozenset({"site_name", "name", "address", "phone", "responsible"})


def read_settings(
    values: Mapping[str, Any],
    environ: Mapping[str, str],
    text: str = "",
    file: str = FILE,
    folder: Path | None = None,
) -> Settings | list[Problem]:
    """Return the settings of a build, or everything that is wrong with them.

    Args:
        values: ``site_name``, ``site_url`` and ``extra`` as the host has read them.
        environ: variables of the environment; ``OFFLINE``, ``ADMIN`` and ``BUILD_DATE`` count.
        text: of the file, for the lines of problems, and for numbers and dates, which
            the host no longer has as they were written.
        file: its path from the project root.
        folder: the project; see ``host_problems``.
    """
    locations = FieldLocations(text)
    try:
        _check_form(locations)
    except YamlError as error:
        return [Problem(error.at.of(file), error.message)]
    written = {key: _as_written(values.get(key), locations, (key,)) for key in KEYS}
    site = _read_file({key: value for key, value in written.items() if value}, locations, file)
    switches = _read_switches(environ)
    nav = tuple(read_nav(locations, file))
    of_host = host_problems(locations, file, folder)
    found = (*_as_list(site), *nav, *of_host, *switches.values())
    problems = [one for one in found if isinstance(one, Problem)]
    if problems or not isinstance(site, SiteFile):
        return problems
    return Settings(
        site_name=site.site_name,
        site_url=site.site_url,
        publisher=site.extra.publisher,
        repository=site.extra.repository,
        editor=site.extra.admin,
        nav=tuple(page for page in nav if isinstance(page, NavPage)),
        **switches,  # type: ignore[arg-type]  # no Problem is among them
    )


def advise_settings(folder: Path, settings: Settings) -> list[Problem]:
    """Return advice on the names in the settings of a project, as on the title of an article."""
    locations = FieldLocations((folder / FILE).read_text(encoding="utf-8-sig"))
    named = {("site_name",): settings.site_name} | {
        ("extra", "publisher", key): str(getattr(settings.publisher, key)) for key in NAMES
    }
    letters = [
        Problem(locations.locate(at).of(FILE), message, ".".join(at), Severity.ADVICE)
        for at, text in named.items()
        for message in advise_letters(text)
    ]
    return [*letters, *host_advice(locations, FILE)]


def settings_of(folder: Path) -> Settings | list[Problem]:
    """Return the settings of a project, or what is wrong; nothing where it has no such file."""
    if not (folder / FILE).is_file():
        return []
    text = decode(FILE, (folder / FILE).read_bytes())
    return [text] if isinstance(text, Problem) else read_settings_file(text, {}, folder=folder)


def read_settings_file(
    text: str, environ: Mapping[str, str], file: str = FILE, folder: Path | None = None
) -> Settings | list[Problem]:
    """Return the settings written in a file, read without the host."""
    locations = FieldLocations(text)
    try:
        _check_form(locations)
    except YamlError as error:
        return [Problem(error.at.of(file), error.message)]
    values = {key: locations.value((key,)) for key in KEYS}
    return read_settings(values, environ, text, file, folder)


def _read_file(
    written: dict[str, object], locations: FieldLocations, file: str
) -> SiteFile | list[Problem]:
    try:
        site: SiteFile = _adapter().validate_python(written)
    except ValidationError as error:
        return sorted(problems_of(file, error.errors(include_url=False), locations, SiteFile))
    return list(_check_editor(site.extra.admin, locations, file)) or site


def _check_editor(
    editor: EditorSettings, locations: FieldLocations, file: str
) -> Iterator[Problem]:
    """Yield what is wrong with settings of the editor that are right one by one."""
    for name, message in (
        ("backend", "" if editor.backend or not editor.repo else
         "có «repo» thì phải có trường này: github, gitlab hoặc gitea"),
        ("repo", f"cần {REPOSITORY_FORM}" if editor.backend and not editor.repo else ""),
        ("review", "gitea chưa duyệt được đề xuất; hãy bỏ hoặc dùng gitlab"
         if editor.backend == "gitea" and editor.review else ""),
    ):  # fmt: skip
        if message:
            at = locations.locate(("extra", "admin", name))
            yield Problem(at.of(file), message, f"extra.admin.{name}")


def _read_switches(environ: Mapping[str, str]) -> dict[str, bool | date | Problem | None]:
    return {
        "is_offline": _read_switch(environ, "OFFLINE"),
        "has_editor": _read_switch(environ, "ADMIN"),
        "build_date": _read_build_date(environ),
    }


def _read_switch(environ: Mapping[str, str], name: str) -> bool | Problem:
    written = environ.get(name, "")
    if written in SWITCHES:
        return SWITCHES[written]
    return _environment_problem(f"{name}: thấy «{written}», cần 1 (có) hoặc 0 (không)")


def _read_build_date(environ: Mapping[str, str]) -> date | Problem | None:
    try:
        return build_date(environ) if environ.get("BUILD_DATE") else None
    except ValueError as error:
        return _environment_problem(str(error))


def _environment_problem(message: str) -> Problem:
    return Problem(Location("biến môi trường", 0), message)


def _as_written(value: object, locations: FieldLocations, path: FieldPath) -> object:
    """Return a value as the text it was: 0235 is a telephone's, and “yes” may be a name."""
    if isinstance(value, Mapping):
        return {
            str(key): _as_written(below, locations, (*path, key)) for key, below in value.items()
        }
    if value is None or isinstance(value, str | list):
        return value
    return locations.value(path) or value


def _check_form(locations: FieldLocations) -> None:
    """Raise YamlError for what YAML would change without a word, in the settings that are ours."""
    check_text(locations.text, locations.first_line)
    root = locations.root
    if root is None:
        return
    if not isinstance(root, yaml.MappingNode):
        raise YamlError(LineColumn(locations.first_line, 1), NO_FIELD)
    fields_of(root, locations.first_line)
    ours = [(key, value) for key, value in root.value if key.value in KEYS]
    for key, value in ours:
        _refuse_merged(value, (), locations.first_line)
        locations.value((key.value,))  # refuses a key that is written twice
    mapping = yaml.MappingNode("", ours, root.start_mark, root.end_mark)
    check_values(mapping, locations.text, locations.first_line, is_text=TEXT_KEYS.__contains__)


def _refuse_merged(node: yaml.Node, above: tuple[int, ...], first_line: int) -> None:
    """Raise YamlError for a block that holds itself, or takes in another by ``<<``."""
    if id(node) in above:
        at = line_column(node.start_mark, first_line)
        raise YamlError(at, "khối này chứa chính nó; hãy bỏ dấu & và *, viết thẳng giá trị")
    children = node.value if isinstance(node, yaml.CollectionNode) else ()
    for child in children:
        key, value = child if isinstance(child, tuple) else (None, child)
        if key is not None and key.value == "<<":
            at = line_column(key.start_mark, first_line)
            raise YamlError(at, "«<<» gộp khối khác vào đây; hãy viết thẳng từng giá trị")
        _refuse_merged(value, (*above, id(node)), first_line)


def _as_list(read: SiteFile | list[Problem]) -> list[Problem]:
    return read if isinstance(read, list) else []


@cache
def _adapter() -> TypeAdapter[SiteFile]:
    return TypeAdapter(SiteFile)
