"""``bantin tasks``: sentences that may tell what became of the tasks of earlier conferences."""

from collections.abc import Callable, Iterator
from pathlib import Path

import click

from bantin.catalog.task_pairs import SENTENCE_END, Pair, task_pairs
from bantin.cli.content import read_content
from bantin.model import Article
from bantin.reading import Content
from bantin.reading.bodies import Bodies

FOLDER = click.Path(file_okay=False, path_type=Path)
MOST = 20
MOST_SHARED = 5
NOTHING = "Không có câu nào của bài sau giống một nhiệm vụ của bài trước."
BEWARE = "Chỉ là gợi ý theo chữ và số chung: hãy đọc cả hai bài rồi mới ghi vào «follows»."


@click.command()
@click.argument("paths", nargs=-1)
@click.option("--most", default=MOST, show_default=True, help="Số cặp in ra nhiều nhất.")
@click.option("--root", default=".", type=FOLDER, help="Thư mục gốc có docs/ và data/.")
def tasks(paths: tuple[str, ...], most: int, root: Path) -> None:
    """Tìm câu của bài sau có thể nói về nhiệm vụ của bài trước; PATHS là các bài sau cần xem."""
    content = read_content(root)
    pairs = task_pairs(content.articles, content.registries, _sentences(content))
    wanted = [pair for pair in pairs if not paths or _is_named(pair.later, paths)]
    for pair in wanted[:most]:
        click.echo("\n".join(_lines(content, pair)))
    click.echo(BEWARE if wanted else NOTHING)


def _is_named(article: Article, paths: tuple[str, ...]) -> bool:
    return any(path.endswith(article.path) for path in paths)


def _sentences(content: Content) -> Callable[[Article], Iterator[str]]:
    """Return a function that gives the sentences of a body but for its own tasks."""
    bodies = Bodies(content.docs)

    def of(article: Article) -> Iterator[str]:
        own = {task.text for task in article.tasks}
        for section in bodies.sections(article):
            for text in section.paragraphs:
                if text not in own:
                    yield from SENTENCE_END.split(text)

    return of


def _lines(content: Content, pair: Pair) -> Iterator[str]:
    yield f"{content.file_of(pair.article)}:{pair.task.line}: {pair.task.text}"
    yield f"  {content.file_of(pair.later)}: «{pair.sentence}»"
    yield f"  chung: {', '.join(pair.shared[:MOST_SHARED])}"
    address = f"{pair.article.address}#{pair.task.id}"
    yield f"  - {{task: {address}, state: …, quote: {pair.sentence}}}"
    yield ""
