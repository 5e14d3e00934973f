"""What is cached is what was read: whole articles, and registries without problems."""

from collections.abc import Callable, Mapping
from pathlib import Path

from bantin.reading import Content, read
from bantin.reading.cache import CachedArticle, load_articles, load_registries, save_articles
from bantin.reading.registry import read_registries
from bantin.runtime.cache import Cache
from bantin.runtime.filestat import stat_of

SITE = Path(__file__).parents[2] / "site"


def test_cached_articles_equal_those_that_were_read(tmp_path: Path) -> None:
    articles, cache = read(SITE / "docs", SITE / "data").articles, Cache(tmp_path)
    looks = [stat_of(SITE / "docs" / article.path) for article in articles]
    kept = [CachedArticle(article, look) for article, look in zip(articles, looks, strict=True)]
    save_articles(cache, "v", kept)
    assert len(articles) > 10
    assert [one.article for one in load_articles(cache, "v").values()] == list(articles)
    assert load_articles(cache, "w") == {}


def test_cached_registries_equal_those_that_were_read(
    content: Callable[[Mapping[str, str]], Content], tmp_path: Path
) -> None:
    data, memory = content({}).data, tmp_path / "cache/registries"
    cache = Cache(memory.parent)
    file = data / "agencies.yml"
    whole = file.read_text("utf-8")
    other = data / "khac.txt"
    for text in (whole, whole, whole.replace("id: bca\n", "id: bcax\n"), whole + "- id\n", whole):
        file.write_text(text, "utf-8")
        assert load_registries(data, cache, "v") == read_registries(data)
    assert memory.is_file()
    file.rename(other)
    assert load_registries(data, cache, "v") == read_registries(data)
    file.symlink_to(other)
    told = load_registries(data, cache, "v")
    assert told == read_registries(data)
    assert told[1]
    memory.write_bytes(memory.read_bytes()[:-1])
    assert load_registries(data, cache, "v") == told
