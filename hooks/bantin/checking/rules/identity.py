"""Permanent ids: no two articles with one, and none that the next edit could change."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from bantin.catalog.identity import old_addresses
from bantin.checking.field_problem import FieldProblem
from bantin.checking.file_names import name_fault
from bantin.model import Article
from bantin.model.problem import Severity
from bantin.reading import Content

SHARED = "cùng mã «{id}» với bài «{other}», nên trong nguồn tin và lịch hai bài lẫn vào nhau; {way}"
COPIED = "bỏ «id» này, hoặc ghi mã riêng, chẳng hạn «{free}»"
UNWRITTEN = "ghi mã riêng cho bài này, chẳng hạn «id: {free}»"
UNSTORED = (
    "bài đã chuyển từ «{id}» mà chưa ghi mã; thêm «id: {id}» (bantin check --fix ghi giúp)"
    " để mã trong nguồn tin và lịch không đổi khi địa chỉ cũ bị bỏ hay xếp lại{several}"
)
SEVERAL = "; có {count} địa chỉ cũ, hãy chọn địa chỉ lúc mới đăng"
STRANGE = (
    "mã «{id}» không phải địa chỉ nay hay địa chỉ cũ nào của bài; nếu bài từng ở đó thì ghi"
    " cả vào «aliases», nếu gõ nhầm thì mã trong nguồn tin và lịch đã đổi"
)


def check_identity(content: Content) -> Iterator[FieldProblem]:
    """Yield a problem for each id that two articles share, and advice where an id would change."""
    owners = defaultdict[str, list[Article]](list)
    own = {article.address for article in content.articles}
    for article in content.articles:
        owners[_first_address(article, own)].append(article)
    for article in content.articles:
        if article.front.id or article.front.aliases:
            yield from _check_stored(content.file_of(article), article, own)
    for id_, articles in owners.items():
        if len(articles) > 1:
            yield from _check_shared(content, id_, articles, owners.keys() | own)


def unstored(article: Article, own: Collection[str]) -> str:
    """Return the id that a moved article has to write down; empty where it need not.

    Args:
        article: any.
        own: the addresses that articles have now; an old address among them is refused.
    """
    if article.front.id or article.front.is_draft:
        return ""
    return next(iter(_right_addresses(article, own)), "")


def _first_address(article: Article, own: Collection[str]) -> str:
    """Return the id of an article as far as it may have it: none that is another's address."""
    return article.front.id or next(iter(_right_addresses(article, own)), article.address)


def _right_addresses(article: Article, own: Collection[str]) -> list[str]:
    """Return the old addresses of an article that no rule refuses."""
    old = old_addresses(article)
    return [one for one in old if one not in own and not name_fault(one.rstrip("/"))]


def _check_stored(path: str, article: Article, own: set[str]) -> Iterator[FieldProblem]:
    id_ = article.front.id
    if missing := unstored(article, own):
        count = len(_right_addresses(article, own))
        several = SEVERAL.format(count=count) if count > 1 else ""
        message = UNSTORED.format(id=missing, several=several)
        yield FieldProblem(path, ("aliases",), message, Severity.ADVICE)
    # What another article now has as its address cannot be an old address of this one.
    if id_ and id_ not in article.front.aliases and id_ not in own:
        yield FieldProblem(path, ("id",), STRANGE.format(id=id_), Severity.ADVICE)


def _check_shared(
    content: Content, id_: str, articles: list[Article], taken: set[str]
) -> Iterator[FieldProblem]:
    first, *others = sorted(articles, key=_first_here)
    for article in others:
        front, free = article.front, _free(id_, taken)
        way = (COPIED if front.id else UNWRITTEN).format(free=free)
        message = SHARED.format(id=id_, other=first.path, way=way)
        field = ("id",) if front.id else ("aliases",) if front.aliases else ()
        yield FieldProblem(content.file_of(article), field, message)


def _first_here(article: Article) -> tuple[str, str]:
    """Sort key: whatever was published here first keeps the id."""
    front = article.front
    day = front.source.collected if front.source and front.source.collected else front.date
    return (day.iso() if day else "9999", article.path)


def _free(id_: str, taken: Iterable[str]) -> str:
    numbered = (f"{id_.removesuffix('/')}-{number}/" for number in range(2, 1000))
    return next(address for address in numbered if address not in taken)
