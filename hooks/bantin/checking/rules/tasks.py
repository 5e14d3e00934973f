"""Tasks of an article, and what later articles say of them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from bantin.catalog.articles import belonging_date
from bantin.catalog.bounds.rules import BoundsRules
from bantin.catalog.documents import DocumentIndex
from bantin.catalog.kinship import Kinship
from bantin.checking.field_problem import FieldProblem
from bantin.checking.rules.references import not_valid
from bantin.model import Article, FollowUp, Registries
from bantin.model.labels import TASK_STATES
from bantin.model.problem import Severity
from bantin.model.suggestion import suggest
from bantin.model.tasks.ids import Pin, name_tasks, pin_of
from bantin.model.tasks.record import NOT_MENTIONED
from bantin.reading import Content
from bantin.vietnamese.dates import in_words


def check_tasks(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of what an article says of its own tasks, and of sentences it quotes."""
    for article in content.articles:
        front, path = article.front, content.file_of(article)
        if front.tasks:
            texts = [task.text for task in article.tasks]
            for position, message in name_tasks(texts, front.tasks).faults:
                yield FieldProblem(path, ("tasks", position), message)
            yield from _check_owners(path, article, content.registries)
            yield from _check_due(path, article)
        told: set[str] = set()
        for position, one in enumerate(front.follows):
            if message := _quote_fault(one):
                yield FieldProblem(path, ("follows", position), message)
            if one.task in told:
                message = "nhiệm vụ này đã ghi ở trên; mỗi bài nói về một nhiệm vụ một lần"
                yield FieldProblem(path, ("follows", position, "task"), message)
            told.add(one.task)
        for position, near in article.misquotes:
            hint = f"; có phải «{near}»?" if near else ""
            message = f"thân bài không có câu này{hint}"
            yield FieldProblem(path, ("follows", position, "quote"), message)


def _check_owners(path: str, article: Article, registries: Registries) -> Iterator[FieldProblem]:
    meeting = article.front.conference
    if meeting is None or meeting.date is None:
        return
    for position, note in enumerate(article.front.tasks):
        for place, party in enumerate(note.owners):
            record = registries.agencies.get(party.id or "")
            if record and not record.is_valid_on(meeting.date):
                message = not_valid(record, registries.agencies, meeting.date)
                yield FieldProblem(path, ("tasks", position, "owners", place), message)


def _check_due(path: str, article: Article) -> Iterator[FieldProblem]:
    day = belonging_date(article.front)
    for position, note in enumerate(article.front.tasks):
        if note.due and day and day.is_after(note.due):
            due, held = (in_words(one, weekday=False) for one in (note.due, day))
            message = f"hạn {due} ở trước ngày của bài ({held}); hạn là lúc phải xong"
            yield FieldProblem(path, ("tasks", position, "due"), message)


def _quote_fault(one: FollowUp) -> str:
    """Return what is wrong with the sentence of a follow-up being there, or not."""
    if one.state == NOT_MENTIONED:
        return f"«{NOT_MENTIONED}» thì không ghi «quote»" if one.quote else ""
    if one.quote:
        return ""
    state = TASK_STATES[one.state].lower()
    return f"ghi «{one.state}» ({state}) thì cần «quote»: câu trong thân bài nói điều đó"


def check_follows(content: Content) -> Iterator[FieldProblem]:
    """Yield problems of follow-ups whose task is unknown, or of a later or unrelated meeting."""
    followers = [article for article in content.articles if article.front.follows]
    if not followers:
        return
    by_address = articles_by_address(content.articles)
    registries = content.registries
    kinship, unread = Kinship(registries), _addresses(content.unreadable)
    days = BoundsRules(registries, DocumentIndex(registries.documents))
    pinned: dict[tuple[str, str], str] = {}
    for article in followers:
        for position, one in enumerate(article.front.follows):
            target = by_address.get(one.address)
            if one.address in unread:
                continue
            message = _unknown(one, target, by_address)
            message = message or (target and _out_of_place(article, target, days, kinship)) or ""
            if message:
                path = content.file_of(article)
                yield FieldProblem(path, ("follows", position, "task"), message)
            elif target:
                pinned.setdefault((target.path, one.task_id), article.path)
    yield from _unpinned(content, pinned)


def articles_by_address(articles: tuple[Article, ...]) -> Mapping[str, Article]:
    """Return articles by every address they have or had."""
    old = {
        address: article
        for article in articles
        for address in (*article.front.aliases, article.front.id or "")
    }
    return old | {article.address: article for article in articles}


def _addresses(paths: tuple[str, ...]) -> frozenset[str]:
    return frozenset(path.removesuffix(".md") + "/" for path in paths)


def _unknown(one: FollowUp, target: Article | None, by_address: Mapping[str, Article]) -> str:
    """Return that there is no such article, or that it has no such task."""
    if target is None:
        return f"không có bài «{one.address}»{suggest(one.address, list(by_address))}"
    ids = [task.id for task in target.tasks]
    if one.task_id in ids:
        return ""
    has = f"; bài có: {', '.join(ids)}" if ids else "; bài không có mục nào dưới «Nhiệm vụ»"
    return f"bài «{one.address}» không có nhiệm vụ «{one.task_id}»{has}"


def _out_of_place(article: Article, target: Article, days: BoundsRules, kinship: Kinship) -> str:
    """Return why an article cannot tell of the tasks of another."""
    if message := _not_before(article, target, days):
        return message
    shown = target.address
    if target.front.status != "published" and article.front.status == "published":
        return f"bài «{shown}» không đăng, nên nhiệm vụ của bài đó không dẫn tới được"
    if not kinship.are_related(article, target):
        return f"bài «{shown}» không chung chương trình hay cơ quan nào với bài này"
    return ""


def _not_before(article: Article, target: Article, days: BoundsRules) -> str:
    """Return that a task was not set at a conference before that of an article."""
    only = "chỉ ghi nhiệm vụ của hội nghị trước"
    if _event(article) == _event(target):
        return f"nhiệm vụ này đề ra ở chính hội nghị của bài; {only}"
    other = days.of([target])
    if days.of([article]).is_before(other):
        held = belonging_date(target.front)
        day = in_words(held, weekday=False) if held and held.year else other.label
        return f"nhiệm vụ này đề ra {day}, sau hội nghị của bài; {only}"
    return ""


def _event(article: Article) -> str:
    return article.front.same_event_as or article.path


def _unpinned(content: Content, followed: Mapping[tuple[str, str], str]) -> Iterator[FieldProblem]:
    """Yield advice on tasks that others name, and whose id goes by their order alone."""
    by_path = {article.path: article for article in content.articles}
    for (path, id_), follower in followed.items():
        article = by_path[path]
        task = next(task for task in article.tasks if task.id == id_)
        if not task.is_pinned and (pin := pin_of(task, article.tasks)):
            message = (
                f"bài «{follower}» dẫn tới nhiệm vụ này, mà mã «{id_}» chỉ theo thứ tự; để mã giữ"
                f" nguyên khi sửa bài, hãy ghi «tasks: - {{id: {id_}, begins: {pin.begins}}}»"
            )
            yield FieldProblem(content.file_of(article), (), message, Severity.ADVICE, task.line)


def unpinned(content: Content) -> Mapping[str, list[Pin]]:
    """Return by file what binds the ids of followed tasks to their words, where they are not."""
    by_address = articles_by_address(content.articles)
    pins: dict[str, list[Pin]] = defaultdict(list)
    followed = {(f.address, f.task_id) for a in content.articles for f in a.front.follows}
    for address, id_ in sorted(followed):
        article = by_address.get(address)
        for task in article.tasks if article else ():
            is_wanted = task.id == id_ and not task.is_pinned
            if article and is_wanted and (pin := pin_of(task, article.tasks)):
                pins[content.file_of(article)].append(pin)
    return pins
