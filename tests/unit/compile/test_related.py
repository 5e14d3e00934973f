from collections.abc import Callable, Mapping

from bantin.catalog import Catalog
from bantin.compile.related import SHOWN, Neighbours

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
TERM = "dan-van-cong-an-2016"


def many(news: News) -> dict[str, str]:
    files = {}
    for number in range(30):
        year = 2010 + number // 3
        files[f"docs/tin/{year}/bai-{number}.md"] = news(
            date=f"{year}-12-30",
            conference={"date": f"{year}-{number % 3 + 1:02}", "types": ["so-ket"]},
            programs=[TERM] if number % 7 == 0 else [],
            agencies=["bca"] if number % 2 else [],
        )
    files["docs/tin/2019/them.md"] = news(
        date="2019-12-31",
        conference={"date": "2019-01"},
        same_event_as="tin/2019/bai-27.md",
        agencies=["bca"],
    )
    return files


def test_related_stories_are_never_the_same_event_and_never_none(catalog: Make, news: News) -> None:
    made = catalog(many(news))
    order = Neighbours(made)
    assert len(made.articles) == 31
    for article in made.articles:
        found = [other.path for other in order.related(article)]
        assert len(found) == SHOWN == len(set(found))
        assert article.path not in found
        assert article.front.same_event_as not in found
        assert set(found) <= {story.path for story in made.stories}


def test_the_same_programme_counts_most(catalog: Make, news: News) -> None:
    made = catalog(many(news))
    first = made.by_path["tin/2017/bai-21.md"]
    related = [other.path for other in Neighbours(made).related(first)]
    told = {path for path in related if TERM in made.by_path[path].front.programs}
    assert len(told) == 4
    assert related[:4] == [path for path in related if path in told]


def test_newer_and_older_lead_through_all_stories(catalog: Make, news: News) -> None:
    made = catalog(many(news))
    order = Neighbours(made)
    walked, here = [made.stories[0]], made.stories[0]
    assert order.around(here)[0] is None
    while following := order.around(here)[1]:
        assert order.around(following)[0] is here
        walked.append(following)
        here = following
    assert tuple(walked) == made.stories


def test_a_further_report_stands_where_its_principal_does(catalog: Make, news: News) -> None:
    made = catalog(many(news))
    order = Neighbours(made)
    newer, older = order.around(made.by_path["tin/2019/them.md"])
    principal = made.by_path["tin/2019/bai-27.md"]
    assert (newer, older) == order.around(principal)


def test_a_single_article_has_no_neighbours(catalog: Make, news: News) -> None:
    made = catalog({"docs/tin/2024/bai.md": news()})
    order = Neighbours(made)
    assert order.related(made.articles[0]) == []
    assert order.around(made.articles[0]) == (None, None)
