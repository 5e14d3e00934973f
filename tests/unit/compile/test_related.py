from collections.abc import Callable, Mapping

from bantin.catalog import Catalog
from bantin.compile.related import SHOWN, Neighbours

Make = Callable[[Mapping[str, str]], Catalog]
News = Callable[..., str]
PROGRAM = "dan-van-cong-an-2016"


def many(news: News) -> dict[str, str]:
    files = {}
    for number in range(30):
        year = 2010 + number // 3
        files[f"docs/tin/{year}/bai-{number}.md"] = news(
            date=f"{year}-12-30",
            conference={"date": f"{year}-{number % 3 + 1:02}", "types": ["so-ket"]},
            programs=[PROGRAM] if number % 7 == 0 else [],
            agencies=["bca"] if number % 2 else [],
        )
    files["docs/tin/2019/them.md"] = news(
        date="2019-12-31",
        conference={"date": "2019-01"},
        same_event_as="tin/2019/bai-27.md",
        agencies=["bca"],
    )
    return files


def test_five_related_stories_none_about_the_same_conference(catalog: Make, news: News) -> None:
    archive = catalog(many(news))
    order = Neighbours(archive)
    assert len(archive.articles) == 31
    for article in archive.articles:
        related = [other.path for other in order.related(article)]
        assert len(related) == SHOWN == len(set(related))
        assert article.path not in related
        assert article.front.same_event_as not in related
        assert set(related) <= {story.path for story in archive.stories}


def test_stories_of_the_same_programme_come_first(catalog: Make, news: News) -> None:
    archive = catalog(many(news))
    first = archive.by_path["tin/2017/bai-21.md"]
    related = [other.path for other in Neighbours(archive).related(first)]
    of_programme = {path for path in related if PROGRAM in archive.by_path[path].front.programs}
    assert len(of_programme) == 4
    assert related[:4] == [path for path in related if path in of_programme]


def test_following_the_older_story_passes_all_stories(catalog: Make, news: News) -> None:
    archive = catalog(many(news))
    order = Neighbours(archive)
    passed, current = [archive.stories[0]], archive.stories[0]
    assert order.newer_and_older(current)[0] is None
    while following := order.newer_and_older(current)[1]:
        assert order.newer_and_older(following)[0] is current
        passed.append(following)
        current = following
    assert tuple(passed) == archive.stories


def test_a_further_report_has_the_neighbours_of_its_principal(catalog: Make, news: News) -> None:
    archive = catalog(many(news))
    order = Neighbours(archive)
    newer, older = order.newer_and_older(archive.by_path["tin/2019/them.md"])
    principal = archive.by_path["tin/2019/bai-27.md"]
    assert (newer, older) == order.newer_and_older(principal)


def test_a_single_article_has_no_neighbours(catalog: Make, news: News) -> None:
    archive = catalog({"docs/tin/2024/bai.md": news()})
    order = Neighbours(archive)
    assert order.related(archive.articles[0]) == []
    assert order.newer_and_older(archive.articles[0]) == (None, None)
