"""Advice on agency names in running text: misspelt ones, and those of agencies that had ended.

Searching every word of every article is slow, so the advice on an article is cached until its text,
the registries or the code change. A build does not ask for it; ``bantin check`` and ``serve`` do.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from bantin.checking.field_problem import FieldProblem, locate
from bantin.model import Article, Problem
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.bodies import read_body
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest
from bantin.runtime.processes import split_work

# Field (empty for the body), line of the file, message.
Advice: TypeAlias = list[tuple[str, int, str]]
# By path of the article: the digest of its file, and the advice.
AdviceByPath: TypeAlias = dict[str, tuple[str, Advice]]

COPY = "copy"
REGISTRIES = ("agencies", "provinces", "districts")


class AgencyAdviser:
    """Gives advice on articles; making it searches the registries, which takes a while."""

    def __init__(self, content: Content) -> None:
        # Imported here: where all advice is cached, a check must not wait for these modules.
        from bantin.checking.language.agency_spelling import AgencySpelling  # noqa: PLC0415
        from bantin.checking.language.ended_agencies import EndedAgencies  # noqa: PLC0415

        self.content = content
        self.spelling = AgencySpelling(content.registries)
        self.ended = EndedAgencies(content.registries)

    def advise_all(self, articles: Iterable[Article]) -> AdviceByPath:
        """Return the advice on some articles, by path."""
        return {article.path: (article.digest, self.advise(article)) for article in articles}

    def advise(self, article: Article, text: str | None = None) -> Advice:
        """Return the advice on an article, in the order of its lines.

        Args:
            article: of the content.
            text: its body, where it is not that of the file.
        """
        from bantin.markdown import parse  # noqa: PLC0415 - as above

        first = article.body_line
        written = read_body(self.content.docs, article) if text is None else text
        body = parse(written, first).plain_lines(first)
        advice: Advice = []
        for field in ("title", "lead"):
            text = getattr(article.front, field) or ""
            advice += [(field, 0, message) for _, message in self._spelling(text)]
        in_body = sorted([*self._spelling(body), *self.ended.find(article, body)])
        return advice + [("", first + body.count("\n", 0, at), message) for at, message in in_body]

    def _spelling(self, text: str) -> Iterator[tuple[int, str]]:
        for at, written, right in self.spelling.misspelt(text):
            yield at, f"tên cơ quan «{written}» có phải «{right}»?"
        for at, written, right in self.spelling.wrong_capitals(text):
            yield at, f"tên cơ quan «{written}» nên viết «{right}»"


def advise_all(content: Content, cache: Cache = NO_CACHE, workers: int = 1) -> list[Problem]:
    """Return the advice on all articles, in the order of files.

    Args:
        content: as it was read.
        cache: where advice is saved between checks.
        workers: processes to work with.
    """
    version = _version(content)
    cached: AdviceByPath = cache.load(COPY, version) or {}
    changed = [a for a in content.articles if cached.get(a.path, ("",))[0] != a.digest]
    new: AdviceByPath = {}
    if changed:
        adviser = AgencyAdviser(content)
        for share in split_work(changed, adviser.advise_all, workers):
            new |= share
    advice = {a.path: new.get(a.path) or cached[a.path] for a in content.articles}
    if advice != cached:
        cache.save(COPY, advice, version)
    return _problems(content, advice)


def advise_files(content: Content, paths: Sequence[str]) -> list[Problem]:
    """Return the advice on a few files, by their paths from the project root."""
    articles = [article for article in content.articles if content.file_of(article) in paths]
    return _problems(content, AgencyAdviser(content).advise_all(articles)) if articles else []


def _problems(content: Content, advice: Mapping[str, tuple[str, Advice]]) -> list[Problem]:
    return sorted(
        locate(
            [
                FieldProblem(
                    path=f"{content.docs.name}/{path}",
                    field=(field,) if field else (),
                    message=message,
                    severity=Severity.ADVICE,
                    line=line,
                )
                for path, (_, of_article) in advice.items()
                for field, line, message in of_article
            ],
            content.docs.parent,
        )
    )


def _version(content: Content) -> str:
    """Return the digest of all that advice depends on, the article itself apart."""
    files = [content.data / f"{name}.yml" for name in REGISTRIES]
    texts = [file.read_bytes().hex() if file.is_file() else "" for file in files]
    return digest(code_digest(PACKAGE), *texts)
