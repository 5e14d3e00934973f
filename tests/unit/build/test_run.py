"""A site brought up to date is the site built from nothing, whatever was edited in between."""

import random
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from multiprocessing import active_children
from pathlib import Path
from shutil import copytree

import pytest

from bantin.build.load import load
from bantin.build.plan import Plan, make_plan
from bantin.build.project import Host, Project
from bantin.build.records import load_records
from bantin.build.run import Report, run
from bantin.compile import cut_shell
from bantin.compile.jobs import Job
from bantin.compile.page import Page
from bantin.model.settings import Settings
from bantin.reading import Content
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import files_below

ROOT = Path(__file__).parents[3]
MINIATURE = ROOT / "tests" / "site"
SETTINGS = Settings("Bản tin thử", "https://bantin.example.vn/", build_date=date(2024, 6, 30))
SHELL = cut_shell("<title><!--@title@--></title><!--@head@--><main><!--@body@--></main>")
STEPS = 50
REGISTRIES = ("agencies", "districts", "documents", "programs", "provinces")
WORDS = ("Biên phòng", "ký kết", "2023", "Kết quả", "xã giáp ranh", "đồng bào", "“Dân vận khéo”")


class Portal:
    """A small portal on disk, whose site is kept up to date."""

    def __init__(self, folder: Path, content: Path | None = None) -> None:
        source = content or MINIATURE
        copytree(source / "docs", folder / "docs")
        copytree(source / "data", folder / "data")
        self.docs, self.data = folder / "docs", folder / "data"
        self.site, self.cache = folder / "site", folder / "cache"
        self.project = Project(folder, self.docs, ROOT / "theme", self.site, self.cache)
        host = folder / "host"
        (host / "gioi-thieu").mkdir(parents=True)
        (host / "gioi-thieu" / "index.html").write_text("<script>a</script>", "utf-8")
        (host / "404.html").write_text("<p>Không có</p>", "utf-8")
        self.day = date(2024, 6, 30)
        self.host = Host(host, dict.fromkeys(range(5), SHELL), "<p>Mở đầu</p>")

    def plan(self) -> tuple[Plan, Content]:
        settings = replace(SETTINGS, build_date=self.day)
        loaded = load(self.project, settings, Cache(self.cache))
        return make_plan(self.project, settings, loaded, self.host), loaded.content

    def update(self, processes: int = 1) -> Report:
        plan, content = self.plan()
        return run(plan, self.project, content, self.host, processes)

    def files(self) -> dict[str, bytes]:
        return {name: (self.site / name).read_bytes() for name in files_below(self.site)}

    def stats(self) -> dict[str, tuple[int, int]]:
        """Return by path what changes when a file is written."""
        stats = {name: (self.site / name).stat() for name in files_below(self.site)}
        return {name: (stat.st_ino, stat.st_mtime_ns) for name, stat in stats.items()}

    def sources(self) -> list[Path]:
        return sorted((self.docs / "tin").rglob("*.md"))


def clean(portal: Portal, folder: Path) -> dict[str, bytes]:
    """Return every file of the site of the same content built from nothing."""
    fresh = Portal(folder, portal.docs.parent)
    fresh.day = portal.day
    fresh.update()
    return fresh.files()


def edit_body(portal: Portal, chance: random.Random) -> None:
    file = chance.choice(portal.sources())
    file.write_text(
        f"{file.read_text('utf-8')}\n\n{chance.choice(WORDS)} {chance.random()}.\n", "utf-8"
    )


def edit_title(portal: Portal, chance: random.Random) -> None:
    file = chance.choice(portal.sources())
    text = file.read_text("utf-8")
    file.write_text(
        re.sub(r"(?m)^title: .*$", f'title: "Tin {chance.random()}"', text, count=1), "utf-8"
    )


def add(portal: Portal, chance: random.Random) -> None:
    file = chance.choice(portal.sources())
    (file.parent / f"bai-moi-{chance.randrange(10**6)}.md").write_bytes(file.read_bytes())


def delete(portal: Portal, chance: random.Random) -> None:
    if len(portal.sources()) > 6:
        chance.choice(portal.sources()).unlink()


def rename(portal: Portal, chance: random.Random) -> None:
    file = chance.choice(portal.sources())
    file.rename(file.with_name(f"doi-ten-{chance.randrange(10**6)}.md"))


def toggle_draft(portal: Portal, chance: random.Random) -> None:
    file = chance.choice(portal.sources())
    text = file.read_text("utf-8")
    draft, shown = "\nstatus: draft\n", "\nstatus: published\n"
    swapped = text.replace(draft, shown) if draft in text else text.replace(shown, draft)
    file.write_text(swapped, "utf-8")


def edit_registry(portal: Portal, chance: random.Random) -> None:
    file = portal.data / f"{chance.choice(REGISTRIES)}.yml"
    text = file.read_text("utf-8")
    names = re.findall(r"(?m)^  (?:name|title): .*$", text)
    old = chance.choice(names)
    key = old.partition(":")[0]
    file.write_text(text.replace(old, f'{key}: "Tên {chance.random()}"', 1), "utf-8")


def cut_succession(portal: Portal, chance: random.Random) -> None:
    """Say that the successor of an agency or a province is not known, or take that back."""
    file = portal.data / f"{chance.choice(['agencies', 'provinces'])}.yml"
    text = file.read_text("utf-8")
    cut, whole = "\n  #succeeded_by", "\n  succeeded_by"
    file.write_text(
        text.replace(cut, whole) if cut in text else text.replace(whole, cut, 1), "utf-8"
    )


def damage(portal: Portal, chance: random.Random) -> None:
    """Do what happens to a cache and an output folder in real life."""
    kind = chance.choice(["cache", "page", "foreign", "lost", "staging"])
    if kind == "page":
        file = portal.site / chance.choice(files_below(portal.site))
        file.write_bytes(file.read_bytes()[: chance.randrange(50)])
    elif kind == "lost":
        (portal.site / chance.choice(files_below(portal.site))).unlink()
    elif kind == "foreign":
        (portal.site / "tin" / "la.txt").write_text("của ai đó", "utf-8")
    elif kind == "staging":
        left = portal.cache / "new-site" / "do-dang" / "index.html"
        left.parent.mkdir(parents=True)
        left.write_text("dở dang", "utf-8")
    else:
        file = portal.cache / chance.choice(files_below(portal.cache))
        data = bytearray(file.read_bytes())
        if data:
            data[chance.randrange(len(data))] ^= 0xFF
            file.write_bytes(data[: chance.randrange(1, len(data) + 1)])


MOVES: tuple[Callable[[Portal, random.Random], None], ...] = (
    edit_body, edit_body, edit_title, add, delete, rename, toggle_draft, edit_registry,
    cut_succession, damage,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_a_site_kept_up_to_date_equals_a_clean_one(tmp_path: Path, seed: int) -> None:
    """After each of 50 random moves, for every file: pages, index, feeds, data, pictures."""
    portal, chance = Portal(tmp_path / "portal"), random.Random(seed)  # noqa: S311 - a series, not a secret
    portal.update()
    for step in range(STEPS):
        move = chance.choice(MOVES)
        move(portal, chance)
        portal.update(processes=1 + step % 2)
        assert portal.files() == clean(portal, tmp_path / str(step)), f"{step}: {move.__name__}"


def test_a_site_brought_up_to_the_next_days_equals_a_clean_one(tmp_path: Path) -> None:
    """A conference announced for a day is to come until its end, then overdue."""
    portal = Portal(tmp_path / "portal")
    portal.update()
    for day in (date(2024, 7, 15), date(2024, 7, 16), date(2025, 1, 11), date(2024, 6, 30)):
        portal.day = day
        portal.update()
        assert portal.files() == clean(portal, tmp_path / day.isoformat()), day


def test_a_day_rewrites_of_the_articles_only_those_overdue_on_it(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.day = date(2024, 7, 15)
    portal.update()
    portal.day = date(2024, 7, 16)
    portal.update()
    jobs = load_records(Cache(portal.cache)).jobs
    written = {name for name, job in jobs.items() if "announced" in job.reasons}
    assert {name for name in written if name.startswith("tin/")} == {"tin/2024/sap-hop-quy-ba.md"}
    assert {"home", "announced", "news 1", "program dan-van-2022", "agency bca"} <= written
    assert "agency doan-xa" not in written


def test_nothing_is_written_when_nothing_changed(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    assert portal.update().written > 50
    before = portal.stats()
    assert portal.update().written == 0
    assert portal.stats() == before


def test_an_edited_body_writes_only_the_page_of_the_article(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.update()
    file = portal.docs / "tin" / "2024" / "tin-thuong.md"
    file.write_text(f"{file.read_text('utf-8')}\n\nThêm một câu.\n", "utf-8")
    assert portal.update().written == 1
    reasons = load_records(Cache(portal.cache)).jobs["tin/2024/tin-thuong.md"].reasons
    assert reasons == ("source",)


def test_records_name_the_input_that_changed(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.update()
    file = portal.data / "programs.yml"
    text = file.read_text("utf-8")
    name = re.findall(r"(?m)^  name: .*$", text)[0]
    file.write_text(text.replace(name, '  name: "Tên khác"', 1), "utf-8")
    portal.update()
    jobs = load_records(Cache(portal.cache)).jobs
    reasons = {reason for job in jobs.values() for reason in job.reasons}
    assert {"new", "programs", "all programs"} == reasons
    (portal.site / "gioi-thieu" / "index.html").unlink()
    (portal.site / "index.html").unlink()
    portal.update()
    assert load_records(Cache(portal.cache)).jobs["home"].reasons == ("missing",)


def fail(*_: object) -> list[Page]:
    message = "đĩa hỏng"
    raise OSError(message)


@pytest.mark.parametrize("place", [0, -1])
@pytest.mark.parametrize("processes", [1, 2])
def test_a_build_that_fails_leaves_the_site_as_it_was(
    tmp_path: Path, place: int, processes: int
) -> None:
    portal = Portal(tmp_path)
    portal.update()
    before = portal.stats()
    edit_title(portal, random.Random(1))  # noqa: S311 - a series, not a secret
    plan, content = portal.plan()
    pages = list(plan.pages)
    pages[place] = Job("broken", (), fail)
    broken = Plan(**{name: getattr(plan, name) for name in Plan.__slots__} | {"pages": pages})
    with pytest.raises(OSError, match="đĩa hỏng"):
        run(broken, portal.project, content, portal.host, processes)
    assert active_children() == []
    assert portal.stats() == before
    portal.update()
    assert portal.files() == clean(portal, tmp_path / "clean")


def test_a_first_build_that_fails_leaves_no_site(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    plan, content = portal.plan()
    pages = (*plan.pages, Job("broken", (), fail))
    broken = Plan(**{name: getattr(plan, name) for name in Plan.__slots__} | {"pages": pages})
    with pytest.raises(OSError, match="đĩa hỏng"):
        run(broken, portal.project, content, portal.host)
    assert not portal.site.exists()
