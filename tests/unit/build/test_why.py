"""``bantin why`` names the input whose change had a page made again."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.unit.build.test_run import Portal

from bantin.build.records import load_records
from bantin.cli import main
from bantin.cli.why import LABELS
from bantin.runtime.cache import Cache

ARTICLE = "tin/2024/tin-thuong"


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Portal:
    """A portal built twice; the name of an agency changed in between, and one article."""
    portal = Portal(tmp_path_factory.mktemp("why"))
    portal.update()
    source = portal.docs / f"{ARTICLE}.md"
    source.write_text(f"{source.read_text('utf-8')}\n\nThêm một câu.\n", "utf-8")
    registry = portal.data / "agencies.yml"
    text = registry.read_text("utf-8")
    name = re.findall(r"(?m)^  name: .*$", text)[0]
    registry.write_text(text.replace(name, '  name: "Tên khác"', 1), "utf-8")
    portal.update()
    (portal.docs.parent / ".cache").mkdir()
    portal.cache.rename(portal.docs.parent / ".cache" / "site")
    return portal


def ask(portal: Portal, page: str) -> Result:
    return CliRunner().invoke(main, ["why", page, "--root", str(portal.docs.parent)])


@pytest.mark.parametrize(
    "page", [f"{ARTICLE}/", f"/{ARTICLE}", f"docs/{ARTICLE}.md", f"{ARTICLE}/index.html"]
)
def test_a_page_is_found_by_address_or_source(portal: Portal, page: str) -> None:
    told = ask(portal, page)
    assert told.exit_code == 0
    assert "dựng lại lần gần nhất vì: tệp của bài" in told.output
    assert "khung trang trong theme" in told.output


def test_lists_and_files_have_their_reasons_too(portal: Portal) -> None:
    assert "vì: sổ đăng ký cơ quan" in ask(portal, "co-quan/").output
    assert "vì: các tin mà trang liệt kê; sổ đăng ký cơ quan" in ask(portal, "sitemap.xml").output


def test_a_feed_is_made_again_for_its_own_title_and_stories_alone(portal: Portal) -> None:
    assert "sổ đăng ký" not in ask(portal, "feed.xml").output
    jobs = load_records(Cache(portal.docs.parent / ".cache" / "site")).jobs
    made_again = {name: record.reasons for name, record in jobs.items() if name.startswith("feed ")}
    assert [reasons for reasons in made_again.values() if reasons != ("new",)] == [("title",)]


def test_an_article_is_made_again_for_an_agency_that_it_names(portal: Portal) -> None:
    jobs = load_records(Cache(portal.docs.parent / ".cache" / "site")).jobs
    name, *_ = [name for name, record in jobs.items() if "agencies" in record.reasons]
    assert "cơ quan mà bài nêu" in ask(portal, name).output.split("\n")[1]


def test_a_page_that_is_not_there_is_refused_with_the_nearest(portal: Portal) -> None:
    told = ask(portal, "tin/2024/tin-thuog/")
    assert told.exit_code == 1
    assert f"không có trang «tin/2024/tin-thuog/»; có phải «{ARTICLE}/»?" in told.output


def test_without_a_build_it_says_so(tmp_path: Path) -> None:
    told = CliRunner().invoke(main, ["why", "tin/", "--root", str(tmp_path)])
    assert told.exit_code == 1
    assert "hãy chạy make build" in told.output


def test_every_input_has_a_name_for_editors(portal: Portal) -> None:
    records = load_records(Cache(portal.docs.parent / ".cache" / "site"))
    names = {name for name, _ in records.common}
    names |= {name for record in records.jobs.values() for name, _ in record.inputs}
    assert names <= LABELS.keys()
