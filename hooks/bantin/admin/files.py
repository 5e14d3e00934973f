"""Every file of the browser editor: those of its package, adapted, and the portal's own."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from bantin.admin.config import configuration
from bantin.admin.page import page
from bantin.admin.vendor import replace_all
from bantin.model.sections import Section
from bantin.model.settings import EditorSettings, Settings
from bantin.runtime.scripts import without_comments

ICONS = "@fontsource-variable/material-symbols-outlined"
CMS = "@sveltia/cms"
COPIES = {
    "js-yaml.js": "js-yaml/dist/browser/js-yaml.umd.min.js",
    "material-symbols-outlined.woff2": (
        f"{ICONS}/files/material-symbols-outlined-latin-wght-normal.woff2"
    ),
    "LICENSE.sveltia-cms.txt": f"{CMS}/LICENSE.txt",
    "LICENSE.material-symbols.txt": f"{ICONS}/LICENSE",
    "LICENSE.js-yaml.txt": "js-yaml/LICENSE",
}
OWN = ("format.js", "drafts.js", "start.js")
WORDS = "vi.json"
NO_EDITOR = "không dựng được trang biên tập: {}"
NO_PACKAGES = "thiếu gói của trang biên tập trong .cache/admin; hãy dựng bằng lệnh make admin"


class File(NamedTuple):
    """A file of the editor: its path from the site root, and what it holds."""

    path: str
    content: bytes


class EditorError(Exception):
    """The browser editor cannot be built; the message says why, in Vietnamese."""


def editor_files(root: Path, settings: Settings) -> tuple[File, ...]:
    """Return the files of the browser editor; none unless ``ADMIN=1`` is set.

    Args:
        root: folder of the project, in whose ``.cache/admin`` the package is.
        settings: of the site.

    Raises:
        EditorError: the package is missing or not as expected.
    """
    if not settings.has_editor:
        return ()
    packages = root / ".cache" / "admin" / "node_modules"
    if not packages.is_dir():
        raise EditorError(NO_PACKAGES)
    try:
        files = admin_files(packages, root / "admin", settings.site_name, settings.editor)
        return tuple(files)
    except (OSError, ValueError) as error:
        raise EditorError(NO_EDITOR.format(error)) from error


def admin_files(
    packages: Path, own: Path, site_name: str, editor: EditorSettings
) -> Iterator[File]:
    """Yield the files; ValueError where the package is not as expected.

    Args:
        packages: the folder ``node_modules``.
        own: the project's ``admin/``.
        site_name: the name of the portal.
        editor: where articles are saved.
    """
    yield _file("index.html", page(site_name, editor).encode())
    yield _file("config.json", _json(configuration(site_name, editor)))
    script = (packages / CMS / "dist" / "sveltia-cms.js").read_text(encoding="utf-8")
    yield _file("sveltia-cms.js", replace_all(script).encode())
    yield _file("package.json", _json({"version": _version(packages / CMS)}))
    yield _file(f"locales/{WORDS}", _words(packages / CMS / "locales", own / WORDS))
    for name in OWN:
        script = (own / name).read_text(encoding="utf-8")
        yield _file(name, without_comments(script).encode())
    for name, source in COPIES.items():
        yield _file(name, (packages / source).read_bytes())


def _file(name: str, content: bytes) -> File:
    return File(f"{Section.ADMIN.address}{name}", content)


def _version(package: Path) -> str:
    described = json.loads((package / "package.json").read_text(encoding="utf-8"))
    return str(described["version"])


def _words(locales: Path, own: Path) -> bytes:
    """Return the Vietnamese words of the package, with the portal's own in place of some."""
    words = json.loads((locales / WORDS).read_text(encoding="utf-8"))
    originals = json.loads((locales / "en-US.json").read_text(encoding="utf-8"))
    ours = json.loads(own.read_text(encoding="utf-8"))
    if unknown := sorted(_paths(ours) - _paths(originals)):
        message = f"admin/{WORDS}: gói Sveltia CMS không có câu {', '.join(unknown)}"
        raise ValueError(message)
    return _json(_merge(words, ours))


def _paths(words: Mapping[str, object], above: str = "") -> set[str]:
    paths = set()
    for key, value in words.items():
        path = f"{above}{key}"
        paths |= _paths(value, f"{path}.") if isinstance(value, dict) else {path}
    return paths


def _merge(words: Mapping[str, object], ours: Mapping[str, object]) -> dict[str, object]:
    merged = dict(words)
    for key, value in ours.items():
        below = merged.get(key)
        if isinstance(value, dict) and isinstance(below, dict):
            merged[key] = _merge(below, value)
        else:
            merged[key] = value
    return merged


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()
