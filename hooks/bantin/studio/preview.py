"""Pages as they will be: the real templates and frame, with an article that is not saved yet."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from threading import Event, Lock, Thread

from bantin.build.project import Frame, load_frame
from bantin.catalog import Catalog, build_catalog
from bantin.catalog.documents import DocumentIndex
from bantin.compile.jobs import pages_of
from bantin.compile.page import Page
from bantin.compile.render.render import Renderer
from bantin.compile.render.templates import Templates
from bantin.markdown import parse
from bantin.model import Article, Party, Registries
from bantin.model.proposal import with_proposals
from bantin.model.settings import Settings
from bantin.reading import Content
from bantin.reading.bodies import read_body
from bantin.runtime.cache import Cache
from bantin.runtime.previews import preview_cache

STUDIO = "STUDIO"  # tells the hooks that a build is a preview


class PreviewError(Exception):
    """There is no preview yet; the text tells the editor why."""


class Preview:
    """The site as a preview, and single pages of it with unsaved text.

    Args:
        root: the project.
        settings: of the site.
    """

    def __init__(self, root: Path, settings: Settings) -> None:
        self.site = root / ".cache" / "studio" / "site"
        self._root, self._settings = root, settings
        self._frame: Frame | None = None
        self._failure = ""
        self._process: subprocess.Popen[str] | None = None
        self._building, self._is_due = Lock(), Event()

    def build(self) -> None:
        """Bring the preview of the site up to date."""
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(self.site)]
        environment = {**os.environ, STUDIO: "1", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        with self._building:
            self.site.parent.mkdir(parents=True, exist_ok=True)
            self._process = subprocess.Popen(  # noqa: S603 - our own program, fixed arguments
                command, cwd=self._root, env=environment, stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT, encoding="utf-8", errors="replace",
            )  # fmt: skip
            said, _ = self._process.communicate()
            status = self._process.returncode
            self._frame = load_frame(Cache(preview_cache(self.site)))
            self._failure = said.strip() if status else ""

    def stop(self) -> None:
        """End a build that is under way; the service ends."""
        if self._process:
            self._process.terminate()

    def renew(self) -> None:
        """Have the preview of the site built in the background; several calls make one build."""
        if not self._is_due.is_set():
            self._is_due.set()
            Thread(target=self._build_when_due, daemon=True).start()

    def _build_when_due(self) -> None:
        with self._building:
            self._is_due.clear()
        self.build()

    def page(
        self, content: Content, article: Article, body: str, today: date, address: str = ""
    ) -> bytes:
        """Return a page as it will be once an article is published.

        Args:
            content: without articles that have problems.
            article: as the form has it.
            body: its Markdown, as the form has it.
            today: the day; an article dated later is shown as on its own day.
            address: of the page, from the site root; that of the article if not given.

        Raises:
            PreviewError: the frame has not been rendered yet.
            LookupError: it could not be, or the article has no such page.
        """
        frame = self._frame or load_frame(Cache(preview_cache(self.site)))
        if frame is None and self._failure:
            message = f"chưa dựng được trang xem trước: {self._failure}"
            raise LookupError(message)
        if frame is None:
            message = "trang xem trước đang được chuẩn bị, xin chờ một lát"
            raise PreviewError(message)
        registries = with_proposals(content.registries, content.proposals)
        shown = _published(_with_known_ids(article, registries))
        others = tuple(one for one in content.articles if one.path != article.path)
        articles = tuple(sorted((*others, shown), key=lambda one: one.path))
        whole = replace(content, articles=articles, registries=registries)
        catalog = build_catalog(whole, _day_of(shown, today))
        page = self._find(catalog, shown, address or shown.address)
        (html,) = self._renderer(frame, whole, shown, body).render([page])
        return html

    def _find(self, catalog: Catalog, article: Article, address: str) -> Page:
        for page in pages_of(catalog, article):
            if page.address == address:
                return page
        message = f"không có trang «{address}»"
        raise LookupError(message)

    def _renderer(self, frame: Frame, content: Content, article: Article, body: str) -> Renderer:
        by_path = {one.path: one for one in content.articles}

        def body_html(path: str, resolve: object) -> str:
            is_edited = path == article.path
            text = body if is_edited else read_body(content.docs, by_path[path])
            return parse(text, by_path[path].body_line, resolve).html  # type: ignore[arg-type]

        templates, settings = Templates(frame.templates), self._settings.for_pages()
        return Renderer(templates, frame.shells, settings, body_html)


def _published(article: Article) -> Article:
    """Return an article as it will be once an editor has published it."""
    if article.front.status == "retracted":
        return article
    return replace(article, front=replace(article.front, status="published"))


def _day_of(article: Article, today: date) -> date:
    """Return the day on which an article can first be seen, today at the earliest."""
    published = article.front.date.first if article.front.date else None
    return max(today, published) if published else today


def _with_known_ids(article: Article, registries: Registries) -> Article:
    """Return an article without ids that no registry has, which would lead nowhere."""
    front, documents = article.front, DocumentIndex(registries.documents)
    agencies = [
        Party(name=one.id) if one.id and one.id not in registries.agencies else one
        for one in front.agencies
    ]
    people = [
        one if one.agency in registries.agencies else replace(one, agency=None)
        for one in front.people
    ]
    meeting = front.conference
    if meeting:
        signs = [one for one in meeting.signs if one.isdigit() or one in registries.programs]
        meeting = replace(meeting, signs=tuple(signs))
    known = replace(
        front,
        conference=meeting,
        agencies=tuple(agencies),
        people=tuple(people),
        programs=tuple(one for one in front.programs if one in registries.programs),
        provinces=tuple(one for one in front.provinces if one in registries.provinces),
        districts=tuple(one for one in front.districts if one in registries.districts),
        documents=tuple(one for one in front.documents if documents.find(one)),
    )
    return replace(article, front=known)
