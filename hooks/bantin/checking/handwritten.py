"""The hand-written pages: which may be rendered, which photographs they may show, what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date as Day  # noqa: N812 -- a class, and `date` names a field
from pathlib import Path

from bantin.checking.gate import NEWS, named_pages, strays
from bantin.checking.hidden import DRAFT, ONLY_TEXT, hidden_reason
from bantin.checking.page_source import refuse_html, split_page
from bantin.markdown.builder import NO_WORDS
from bantin.markdown.parser import read_markdown
from bantin.model import Location, Problem
from bantin.model.destinations import anchor_of, file_of, is_inside
from bantin.model.fields import quote
from bantin.model.problem import Severity
from bantin.model.settings import NavPage
from bantin.model.suggestion import suggest
from bantin.pictures import Picture
from bantin.pictures.measuring import measure_pictures
from bantin.pictures.references import SUFFIXES, mentions
from bantin.reading import Content
from bantin.reading.frontmatter import decode
from bantin.runtime.cache import NO_CACHE, Cache

# Where measures are cached, apart from those of the photographs of articles.
MEASURES = "pages"
NO_PICTURE_FILE = "không có ảnh docs/{}{}"
UNUSABLE = "ảnh «{}» {}"
NO_TARGET = "liên kết tới «{}» không dẫn tới bài, ảnh hay trang nào trong «nav»{}"

NO_HEADING = "liên kết tới «{}»: bài đó không có đề mục này{}"
UNPUBLISHED = "liên kết tới «{}» {}; hãy đăng bài ấy trước, hoặc bỏ liên kết"


@dataclass(frozen=True, slots=True)
class Handwritten:
    """The hand-written pages of a site.

    Attributes:
        pages: paths of those that may be rendered, from ``docs/``.
        pictures: photographs that they may show, by path.
        problems: of the pages, and of every other file in ``docs/``.
    """

    pages: tuple[str, ...] = ()
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def check_docs(
    content: Content, nav: Iterable[NavPage], cache: Cache = NO_CACHE, today: Day | None = None
) -> Handwritten:
    """Return the pages that ``nav`` names, and all that is wrong in ``docs/`` besides articles.

    Args:
        content: as it was read.
        nav: the pages that are named.
        cache: of earlier builds.
        today: without it a link to an article of a later day is not looked at.
    """
    nav = tuple(nav)
    named, problems = named_pages(content.entries, nav)
    problems += strays(content.entries, {page.path for page in nav}, content.docs.name)
    texts = {path: _read(content, path) for path in named}
    sources = {path: text for path, text in texts.items() if isinstance(text, str)}
    shown = sorted({picture for text in sources.values() for picture in mentions(text)})
    found = measure_pictures(content.docs, shown, cache.at(MEASURES))
    checked = _Check(content, named, found, today)
    faults = {path: list(checked.page(path, text)) for path, text in sources.items()}
    problems += [text for text in texts.values() if isinstance(text, Problem)]
    problems += [fault for found_faults in faults.values() for fault in found_faults]
    return Handwritten(
        tuple(path for path, told in faults.items() if not any(map(_is_problem, told))),
        {path: one for path, one in found.items() if isinstance(one, Picture)},
        tuple(sorted(problems)),
    )


def _is_problem(one: Problem) -> bool:
    return one.severity is Severity.PROBLEM


def _read(content: Content, path: str) -> str | Problem:
    return decode(f"{content.docs.name}/{path}", Path(content.docs, path).read_bytes())


class _Check:
    """What the rules ask about a page: which files there are."""

    def __init__(
        self,
        content: Content,
        named: Iterable[str],
        pictures: Mapping[str, Picture | str],
        today: Day | None,
    ) -> None:
        self._day = today
        self._docs, self._targets = content.docs.name, {*named}
        self._pictures = pictures
        self._files = [entry.path for entry in content.entries]
        self._articles = {article.path: article for article in content.articles}
        self._unreadable = {*content.unreadable}

    def page(self, path: str, text: str) -> Iterator[Problem]:
        """Yield what is wrong with a page."""
        shown = f"{self._docs}/{path}"
        problems, body, line = split_page(shown, text)
        yield from problems
        yield from refuse_html(shown, body, line)
        reading = read_markdown(body, line)
        for one in reading.builder.faults:
            if one.message != NO_WORDS:
                yield Problem(Location(shown, one.line, one.column), one.message)
        for link in reading.body.links:
            refuse = self._refuse_picture if link.is_picture else self._refuse_link
            at = Location(shown, link.line, link.column)
            if message := refuse(path, link.target):
                yield Problem(at, message)
            elif reason := self._hidden_reason(path, link.target):
                message = ONLY_TEXT.format(quote(link.target), reason)
                yield Problem(at, message, severity=Severity.ADVICE)

    def _refuse_picture(self, path: str, target: str) -> str:
        file = file_of(path, target)
        found = self._pictures.get(file)
        if found is None:
            photos = [one for one in self._files if one.lower().endswith(SUFFIXES)]
            return NO_PICTURE_FILE.format(file, suggest(file, photos))
        return UNUSABLE.format(target, found) if isinstance(found, str) else ""

    def _refuse_link(self, path: str, target: str) -> str:
        file = file_of(path, target)
        if not is_inside(target) or file in self._targets or file in self._pictures:
            return ""
        if file.startswith(NEWS):
            return self._refuse_article(target, file)
        return NO_TARGET.format(target, suggest(file, self._targets))

    def _hidden_reason(self, path: str, target: str) -> str:
        article = self._articles.get(file_of(path, target))
        return hidden_reason(article, self._day) if article else ""

    def _refuse_article(self, target: str, file: str) -> str:
        """Say why no article is at a link."""
        article = self._articles.get(file)
        if article is None:
            is_read = file not in self._unreadable
            return NO_TARGET.format(target, suggest(file, self._articles)) if is_read else ""
        if hidden_reason(article, self._day) == DRAFT:
            return UNPUBLISHED.format(target, DRAFT)
        anchor, ids = anchor_of(target), article.anchors
        return NO_HEADING.format(target, suggest(anchor, ids)) if anchor not in ("", *ids) else ""
