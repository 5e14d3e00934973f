"""Settings from ``mkdocs.yml`` and the environment, or what is wrong with them."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bantin.model import Location, Problem
from bantin.model.settings import (
    REPOSITORY_FORM,
    EditorSettings,
    Settings,
    SiteFile,
)
from bantin.reading.frontmatter import decode
from bantin.reading.messages import problems_of
from bantin.reading.yaml_reader import FieldLocations, FieldPath, YamlError
from bantin.runtime.clock import build_date

FILE = "mkdocs.yml"
# What a switch is set to; anything else, such as “no”, would mean the opposite of what it says.
SWITCHES = {"": False, "0": False, "1": True}
KEYS = ("site_name", "site_url", "extra")


def read_settings(
    values: Mapping[str, Any], environ: Mapping[str, str], text: str = "", file: str = FILE
) -> Settings | list[Problem]:
    """Return the settings of a build, or everything that is wrong with them.

    Args:
        values: ``site_name``, ``site_url`` and ``extra`` as the host has read them.
        environ: variables of the environment; ``OFFLINE``, ``ADMIN`` and ``BUILD_DATE`` count.
        text: of the file, for the lines of problems, and for numbers and dates, which
            the host no longer has as they were written.
        file: its path from the project root.
    """
    locations = FieldLocations(text)
    written = {key: _as_written(values.get(key), locations, (key,)) for key in KEYS}
    site = _read_file({key: value for key, value in written.items() if value}, locations, file)
    switches = _read_switches(environ)
    problems = [one for one in (*_as_list(site), *switches.values()) if isinstance(one, Problem)]
    if problems or not isinstance(site, SiteFile):
        return problems
    return Settings(
        site_name=site.site_name,
        site_url=site.site_url,
        publisher=site.extra.publisher,
        repository=site.extra.repository,
        editor=site.extra.admin,
        **switches,  # type: ignore[arg-type]  # no Problem is among them
    )


def check_settings(folder: Path) -> list[Problem]:
    """Return what is wrong with the settings of a project; nothing where it has no such file."""
    if not (folder / FILE).is_file():
        return []
    text = decode(FILE, (folder / FILE).read_bytes())
    read = [text] if isinstance(text, Problem) else read_settings_file(text, {})
    return read if isinstance(read, list) else []


def read_settings_file(
    text: str, environ: Mapping[str, str], file: str = FILE
) -> Settings | list[Problem]:
    """Return the settings written in a file, read without the host."""
    locations = FieldLocations(text)
    try:
        return read_settings({key: locations.value((key,)) for key in KEYS}, environ, text, file)
    except YamlError as error:
        return [Problem(error.at.of(file), error.message)]


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
    """Return a value with numbers and dates as the texts they were: 0235 is a telephone's."""
    if isinstance(value, Mapping):
        return {key: _as_written(below, locations, (*path, key)) for key, below in value.items()}
    if value is None or isinstance(value, str | bool | list):
        return value
    return locations.value(path) or value


def _as_list(read: SiteFile | list[Problem]) -> list[Problem]:
    return read if isinstance(read, list) else []


@cache
def _adapter() -> TypeAdapter[SiteFile]:
    return TypeAdapter(SiteFile)
