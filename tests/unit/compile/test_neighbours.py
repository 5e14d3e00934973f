"""The inputs of a page change with its neighbours, and with nothing else of other articles."""

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from bantin.catalog import build_catalog
from bantin.compile.inputs import Inputs, PageInputs
from bantin.compile.pages.program_box import program_boxes
from bantin.compile.related import Neighbours
from bantin.model import Article, FrontMatter, Party
from bantin.reading import Content
from bantin.vietnamese.dates import PartialDate

Make = Callable[[Mapping[str, str]], Content]
Seen = dict[str, tuple[Inputs, object]]
TODAY = date(2024, 6, 30)
YEARS = range(2009, 2024)
PROGRAM = "dan-van-cong-an-2016"


def story(number: int, year: int) -> Article:
    """A story on a day of its own, perhaps of a programme or of an agency."""
    front = FrontMatter(
        title=f"Bài {number}",
        date=PartialDate(year, number % 12 + 1, number % 28 + 1),
        programs=(PROGRAM,) if number % 5 == 0 else (),
        agencies=(Party(id="bca"),) if number % 4 == 0 else (),
    )
    return Article(f"tin/{year}/bai-{number}.md", front, f"{number}", shown_digest=f"{front}")


def inputs_and_view(content: Content, articles: Sequence[Article]) -> Seen:
    """Return, by name of an article, its inputs and what its page shows of others."""
    catalog = build_catalog(replace(content, articles=tuple(articles)), TODAY)
    inputs, order = PageInputs(catalog), Neighbours(catalog)
    return {
        article.slug: (
            inputs.of_article(article),
            (
                order.related(article),
                order.newer_and_older(article),
                program_boxes(catalog, order, article),
            ),
        )
        for article in catalog.articles
    }


@pytest.mark.parametrize("seed", range(10))
def test_a_page_with_the_same_inputs_shows_the_same_neighbours(content: Make, seed: int) -> None:
    chance, empty, unchanged = random.Random(seed), content({}), 0  # noqa: S311 - a series, not a secret
    articles = [story(number, chance.choice(YEARS)) for number in range(60)]
    before = inputs_and_view(empty, articles)
    for _ in range(20):
        for number in chance.sample(range(60), 3):
            articles[number] = story(number, chance.choice(YEARS))
        after = inputs_and_view(empty, articles)
        same = [name for name in before if before[name][0] == after[name][0]]
        assert [before[name][1] for name in same] == [after[name][1] for name in same]
        unchanged, before = unchanged + len(same), after
    assert unchanged


def test_a_new_story_leaves_the_inputs_of_most_pages_as_they_are(content: Make) -> None:
    articles, empty = [story(number, YEARS[number // 4]) for number in range(60)], content({})
    before, after = (
        inputs_and_view(empty, articles),
        inputs_and_view(empty, [*articles, story(61, TODAY.year)]),
    )
    changed = [name for name in before if before[name][0] != after[name][0]]
    assert 0 < len(changed) < len(before) // 2
