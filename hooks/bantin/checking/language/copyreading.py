"""Copy lint: advice on names in running text, remembered as long as text and registries stay."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from bantin.checking.field_problem import FieldProblem, locate
from bantin.markdown import parse
from bantin.model import Article, Problem
from bantin.model.problem import Severity
from bantin.reading import Content
from bantin.reading.content import read_body
from bantin.runtime.cache import NO_CACHE, Cache
from bantin.runtime.fingerprint import PACKAGE, code_digest, digest
from bantin.runtime.processes import split_work

Advice: TypeAlias = list[tuple[str, int, str]]
Known: TypeAlias = dict[str, tuple[str, Advice]]

COPY = "copy"
REGISTRIES = ("agencies", "provinces", "districts")


class Copyreader:
    """Reads articles for names; the registries are made ready when first needed."""

    def __init__(self, content: Content) -> None:
        # Imported here: where everything is remembered a check must not wait for them.
        from bantin.checking.language.ended import Ended  # noqa: PLC0415
        from bantin.checking.language.spelling import Speller  # noqa: PLC0415

        self.content = content
        self.speller = Speller(content.registries)
        self.ended = Ended(content.registries)

    def read_all(self, articles: Iterable[Article]) -> Known:
        """Return the advice on some articles, each with the digest of what was read."""
        return {article.path: (article.digest, self.read(article)) for article in articles}

    def read(self, article: Article) -> Advice:
        """Return the advice on an article: field, line of the file, message."""
        first = article.body_line
        body = parse(read_body(self.content.docs, article), first).plain_lines(first)
        found: Advice = []
        for field in ("title", "lead"):
            text = getattr(article.front, field) or ""
            found += [(field, 0, message) for _, message in self._spelling(text)]
        told = [*self._spelling(body), *self.ended.named(article, body)]
        return found + [("", first + body.count("\n", 0, at), said) for at, said in sorted(told)]

    def _spelling(self, text: str) -> Iterator[tuple[int, str]]:
        for at, found, right in self.speller.slips(text):
            yield at, f"tên cơ quan «{found}» có phải «{right}»?"
        for at, found, right in self.speller.other_capitals(text):
            yield at, f"tên cơ quan «{found}» nên viết «{right}»"


def read_copy(content: Content, cache: Cache = NO_CACHE, workers: int = 1) -> list[Problem]:
    """Return the advice on all articles, in the order of files.

    Args:
        content: as it was read.
        cache: where advice is saved between checks.
        workers: processes to read with.
    """
    version = _version(content)
    known: Known = cache.load(COPY, version) or {}
    waiting = [a for a in content.articles if known.get(a.path, ("",))[0] != a.digest]
    fresh: Known = {}
    if waiting:
        reader = Copyreader(content)
        for share in split_work(waiting, reader.read_all, workers):
            fresh |= share
    kept = {a.path: fresh.get(a.path) or known[a.path] for a in content.articles}
    if kept != known:
        cache.save(COPY, kept, version)
    return _problems(content, kept)


def read_saved(content: Content, paths: Sequence[str]) -> list[Problem]:
    """Return the advice on a few articles, by their paths from the project root."""
    wanted = {path.removeprefix(f"{content.docs.name}/") for path in paths}
    articles = [article for article in content.articles if article.path in wanted]
    return _problems(content, Copyreader(content).read_all(articles)) if articles else []


def _problems(content: Content, kept: Known) -> list[Problem]:
    faults = [
        FieldProblem(
            f"{content.docs.name}/{path}", (field,) if field else (), said, Severity.ADVICE, line
        )
        for path, (_, advice) in kept.items()
        for field, line, said in advice
    ]
    return sorted(locate(faults, content.docs.parent))


def _version(content: Content) -> str:
    """Digest of all that advice depends on besides the article itself."""
    files = [content.data / f"{name}.yml" for name in REGISTRIES]
    texts = [file.read_bytes().hex() if file.is_file() else "" for file in files]
    return digest(code_digest(PACKAGE), *texts)
