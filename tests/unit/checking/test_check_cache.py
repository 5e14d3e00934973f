"""Articles without a problem are not checked again; problems are reported every time."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bantin.checking import check
from bantin.checking.check_cache import CheckCache
from bantin.reading import Content
from bantin.runtime.cache import Cache

Make = Callable[[Mapping[str, str]], Content]
News = Callable[..., str]
ONE, OTHER = "docs/tin/2024/mot.md", "docs/tin/2024/hai.md"


def test_a_cached_check_finds_what_a_new_one_does(
    content: Make, news: News, tmp_path: Path
) -> None:
    cache, good = Cache(tmp_path), news(agencies=["bca"])
    registry = (content({}).data / "agencies.yml").read_text("utf-8")
    for files in (
        {ONE: good, OTHER: good},
        {ONE: news(agencies=["bcaa"])},
        {},
        {ONE: good},
        {"data/agencies.yml": registry.replace("id: bca\n", "id: bcax\n")},
        {"data/agencies.yml": registry + "- id\n"},
        {"data/agencies.yml": registry, OTHER: news(body="Họp Thứ hai, ngày 25/4/2024.")},
        {},
    ):
        made = content(files)
        assert check(made, cache) == check(made)
    assert (tmp_path / "checked").is_file()


def test_only_wrong_or_new_articles_are_checked_again(
    content: Make, news: News, tmp_path: Path
) -> None:
    cache, file = Cache(tmp_path), tmp_path / "checked"
    made = content({ONE: news(agencies=["bca"]), OTHER: news(agencies=["bcaa"])})
    check(made, cache)
    assert [a.path for a in CheckCache(made, cache).unchecked().articles] == ["tin/2024/hai.md"]
    file.write_bytes(file.read_bytes()[:-1])
    assert len(CheckCache(made, cache).unchecked().articles) == len(made.articles)
