"""What an article must have before it is published, and advice on its wording."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from bantin.checking.field_problem import FieldProblem
from bantin.model import Article, FrontMatter
from bantin.model.fields import quote
from bantin.model.labels import OUTCOME_SAMPLES, OUTCOMES, UNKNOWN_SOURCE, UNKNOWN_TITLE
from bantin.model.problem import MOST_TOLD, Severity
from bantin.model.suggestion import suggest
from bantin.reading import Content
from bantin.reading.bodies import read_body
from bantin.reading.text_advice import advise_letters
from bantin.vietnamese.bylines import names_of

BODY = "body"  # headings that import has put in
POSITION = re.compile(r"\.\d+")


@cache
def _fields() -> list[str]:
    """Return the names of all fields, those of records within records too."""
    from bantin.model.keys import keys_by_path  # noqa: PLC0415 - only where a name is unknown

    paths = keys_by_path(FrontMatter).items()
    return [".".join(map(str, (*path, key))) for path, keys in paths for key in keys]


def check_states(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of articles that are published before they are ready."""
    for article in content.articles:
        path = content.file_of(article)
        yield from _check_keys(path, article)
        yield from _check_confirmed(path, article)
        yield from _check_title(path, article)
        yield from _check_source(path, article)
        yield from _check_origin(path, article)
        yield from _check_verbatim(path, article)
        yield from _check_samples(path, content, article)


def check_wording(content: Content) -> Iterator[FieldProblem]:
    """Yield what reading found: advice on wording, and what the page would not say as written."""
    for article in content.articles:
        path = content.file_of(article)
        for field in ("title", "lead"):
            for message in advise_letters(getattr(article.front, field) or ""):
                yield FieldProblem(path, (field,), message, Severity.ADVICE)
        for message, line, column in article.faults:
            yield FieldProblem(path, (), message, line=line, column=column)
        for message, line, column in article.advice:
            yield FieldProblem(path, (), message, Severity.ADVICE, line, column)


def _check_keys(path: str, article: Article) -> Iterator[FieldProblem]:
    """Yield problems of ``inferred`` and ``to_confirm``: their keys are paths of fields."""
    for field in ("inferred", "to_confirm"):
        written = getattr(article.front, field)
        unknown = (key for key in written if POSITION.sub("", key) not in (*_fields(), BODY))
        for key in islice(unknown, MOST_TOLD):
            hint = suggest(key, _fields())
            yield FieldProblem(path, (field, key), f"không có trường nào tên «{key}»{hint}")


def _check_confirmed(path: str, article: Article) -> Iterator[FieldProblem]:
    front = article.front
    if front.status == "published" and front.to_confirm:
        pending = quote(", ".join(front.to_confirm))
        message = f"còn mục chờ xác nhận ({pending}); xác nhận rồi xóa đi, hoặc để «status: draft»"
        yield FieldProblem(path, ("to_confirm",), message)


def _check_title(path: str, article: Article) -> Iterator[FieldProblem]:
    if article.front.status == "published" and article.front.title == UNKNOWN_TITLE:
        message = f"«{UNKNOWN_TITLE}» là chữ tạm của «bantin import»; hãy ghi tiêu đề của bài"
        yield FieldProblem(path, ("title",), message)


def _check_source(path: str, article: Article) -> Iterator[FieldProblem]:
    source = article.front.source
    if article.front.status == "published" and source and source.name == UNKNOWN_SOURCE:
        message = (
            f"«{UNKNOWN_SOURCE}» là chữ tạm của «bantin import»; hãy ghi tên nguồn,"
            " hoặc bỏ cả khối «source» và ghi «date» nếu là bài của cơ quan mình"
        )
        yield FieldProblem(path, ("source", "name"), message)


def _check_origin(path: str, article: Article) -> Iterator[FieldProblem]:
    """Yield what the parts of ``source`` say twice, or against each other."""
    source, front = article.front.source, article.front
    if source is None:
        return
    if source.author and source.authors:
        message = "có cả «author» và «authors»; chỉ giữ một, mỗi tác giả một mục trong «authors»"
        yield FieldProblem(path, ("source", "authors"), message)
    if source.via and source.name in (source.via.name, source.via.url):
        message = (
            f"«via» trùng tên nguồn «{quote(source.name)}»; «name» là nơi đăng bài gốc,"
            " «via» là trang tổng hợp đã lấy qua; chưa rõ nơi đăng gốc thì bỏ «via»"
        )
        yield FieldProblem(path, ("source", "via"), message)
    named = names_of(front.author or "")
    if not source.verbatim and any(name in source.writers for name in named):
        message = (
            f"«{quote(front.author)}» là tác giả bài gốc, không viết bài này; bỏ «author» ở ngoài"
            " khối «source», hoặc ghi «verbatim: true» nếu đăng nguyên văn"
        )
        yield FieldProblem(path, ("author",), message, Severity.ADVICE)


def _check_samples(path: str, content: Content, article: Article) -> Iterator[FieldProblem]:
    """Yield problems of sample sentences that ``bantin new`` wrote: no reader should see them."""
    for name, sample in OUTCOME_SAMPLES.items():
        if article.front.status == "published" and sample in getattr(article.outcome, name):
            heading = OUTCOMES[name]
            message = f"mục «{heading}» còn câu mẫu trong ngoặc; hãy viết nội dung, hoặc xóa cả mục"
            yield FieldProblem(path, (), message, line=_line_of(sample, name, content, article))


def _line_of(sample: str, name: str, content: Content, article: Article) -> int:
    """Return the line of a sample sentence, or that of the heading above it."""
    before, found, _ = read_body(content.docs, article).partition(sample)
    if found:
        return article.body_line + before.count("\n")
    id_ = getattr(article.outcome, f"{name}_id")
    return next((heading.line for heading in article.headings if heading.id == id_), 0)


def _check_verbatim(path: str, article: Article) -> Iterator[FieldProblem]:
    source = article.front.source
    if source is None or not source.verbatim:
        return
    if not source.writers and article.front.author is None:
        message = "đăng nguyên văn thì phải ghi tác giả hoặc cơ quan của nguồn"
        yield FieldProblem(path, ("source",), message)
    if source.published is None:
        message = (
            "đăng nguyên văn thì phải ghi «published», ngày nguồn đăng (Nghị định 147/2024/NĐ-CP)"
        )
        yield FieldProblem(path, ("source",), message)
