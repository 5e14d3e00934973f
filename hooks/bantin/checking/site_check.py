"""What is wrong with the settings and with files that are no articles; cached as one answer.

Judged anew it takes 50 ms, and 40 ms more for what is imported to judge it: a fifth of a check.
"""

from collections.abc import Iterator
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field

from bantin.model import Problem
from bantin.pictures.references import SUFFIXES
from bantin.reading import Content
from bantin.reading.listing import ARTICLE, Kind
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest

ENTRY = "site"
SETTINGS = "mkdocs.yml"


def check_site(
    content: Content, cache: Cache = NO_CACHE, today: Day | None = None
) -> list[Problem]:
    """Return what is wrong with the settings, or with files in ``docs/`` that are no articles.

    Args:
        content: as it was read.
        cache: has the answer to the same question.
        today: see ``check_docs``.
    """
    version = digest(code_digest(PACKAGE), str(today), *_asked(content))
    found: list[Problem] | None = cache.load(ENTRY, version)
    if found is None:
        found = _check(content, cache, today)
        cache.save(ENTRY, found, version)
    return found


def _check(content: Content, cache: Cache, today: Day | None) -> list[Problem]:
    # Imported here: see above.
    from bantin.checking.handwritten import check_docs  # noqa: PLC0415
    from bantin.reading.settings import advise_settings, settings_of  # noqa: PLC0415

    folder = content.docs.parent
    settings = settings_of(folder)
    if isinstance(settings, list):
        return settings  # the pages that they name are not known
    return [
        *advise_settings(folder, settings),
        *check_docs(content, settings.nav, cache, today).problems,
    ]


def _asked(content: Content) -> Iterator[str]:
    """Yield all that the answer depends on besides the code."""
    file = content.docs.parent / SETTINGS
    yield file.read_bytes().hex() if file.is_file() else ""
    yield content.docs.name
    for article in content.articles:
        yield f"{article.path} {article.digest}"
    yield from content.unreadable
    for entry in content.entries:
        yield f"{entry.kind} {entry.path}"
        if entry.kind is Kind.FILE and not entry.is_article:
            yield _state(content, entry.path)


def _state(content: Content, path: str) -> str:
    """Return what tells a page or picture from what it was; of other files the name is enough."""
    file = content.docs / path
    if path.endswith(ARTICLE):
        return file.read_bytes().hex()
    stat = file.stat()
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns}" if _is_picture(path) else ""


def _is_picture(path: str) -> bool:
    return path.lower().endswith(SUFFIXES)
