"""A site brought up to date is the site built from nothing, whatever was edited in between."""

import random
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from bantin.build.cleanup import sweep
from bantin.build.page_records import recall
from bantin.build.page_writer import Writer
from bantin.build.previous_site import files_of, tick
from bantin.catalog import build_catalog
from bantin.compile import Renderer, cut_shell, jobs
from bantin.compile.jobs import Job
from bantin.compile.render.templates import Templates
from bantin.model.settings import Settings
from bantin.publish import Publication
from bantin.reading import read
from bantin.reading.content import read_body
from bantin.runtime.cache import NO_CACHE, Cache

ROOT = Path(__file__).parents[3]
MINIATURE = ROOT / "tests" / "site"
TODAY = date(2024, 6, 30)
SHELL = cut_shell("<title><!--@title@--></title><!--@head@--><main><!--@body@--></main>")
STEPS = 50
REGISTRIES = ("agencies", "districts", "documents", "programs", "provinces")
WORDS = ("Biên phòng", "ký kết", "2023", "Kết quả", "xã giáp ranh", "đồng bào", "“Dân vận khéo”")


class Portal:
    """A small portal on disk with the site that is kept up to date."""

    def __init__(self, folder: Path) -> None:
        copytree(MINIATURE / "docs", folder / "docs")
        copytree(MINIATURE / "data", folder / "data")
        self.docs, self.data = folder / "docs", folder / "data"
        self.site, self.cache = folder / "site", folder / "cache"
        self.site.mkdir()

    def update(self) -> int:
        """Bring the kept site up to date; return how many pages were written again."""
        started = tick(self.cache / "started")
        renderer, made = self._renderer(Cache(self.cache))
        memory = recall(Cache(self.cache), "engine")
        report = Writer(renderer, self.site, memory).write(made)
        report.memory.save(Cache(self.cache))
        sweep(self.site, report.files, started)
        return report.written

    def clean(self) -> dict[str, str]:
        """Return every page as made from nothing, by its file."""
        renderer, made = self._renderer(NO_CACHE)
        pages = [page for job in made for page in job.make()]
        html = zip(pages, renderer.render(pages), strict=True)
        return {f"{page.address}index.html": data.decode() for page, data in html}

    def kept(self) -> dict[str, str]:
        """Return every file of the kept site."""
        return {name: (self.site / name).read_text("utf-8") for name in files_of(self.site)}

    def sources(self) -> list[Path]:
        return sorted((self.docs / "tin").rglob("*.md"))

    def _renderer(self, cache: Cache) -> tuple[Renderer, list[Job]]:
        content = read(self.docs, self.data, cache)
        catalog = build_catalog(content, TODAY)
        settings = Settings("Bản tin thử")
        renderer = Renderer(
            Templates(ROOT / "theme" / "pages"),
            dict.fromkeys(range(5), SHELL),
            settings,
            lambda path: read_body(self.docs, catalog.by_path[path]),
        )
        publication = Publication(catalog, settings, lambda _: True)
        return renderer, list(publication.jobs(jobs(catalog, "<p>Mở đầu</p>")))


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
    """Say that what came after a body or a place is not known, or take that back."""
    file = portal.data / f"{chance.choice(['agencies', 'provinces'])}.yml"
    text = file.read_text("utf-8")
    cut, whole = "\n  #succeeded_by", "\n  succeeded_by"
    file.write_text(
        text.replace(cut, whole) if cut in text else text.replace(whole, cut, 1), "utf-8"
    )


def damage(portal: Portal, chance: random.Random) -> None:
    """What happens to a cache and an output folder in real life."""
    name = chance.choice(["pages", "articles", "page", "foreign"])
    if name == "page":
        file = portal.site / chance.choice(files_of(portal.site))
        file.write_bytes(file.read_bytes()[: chance.randrange(50)])
    elif name == "foreign":
        (portal.site / "tin" / "la.txt").write_text("của ai đó", "utf-8")
    elif (portal.cache / name).is_file():
        data = bytearray((portal.cache / name).read_bytes())
        data[chance.randrange(len(data))] ^= 0xFF
        (portal.cache / name).write_bytes(data[: chance.randrange(1, len(data))])


MOVES: tuple[Callable[[Portal, random.Random], None], ...] = (
    edit_body, edit_body, edit_title, add, delete, rename, toggle_draft, edit_registry,
    cut_succession, damage,
)  # fmt: skip


@pytest.mark.parametrize("seed", range(4))
def test_kept_site_equals_a_clean_one_after_any_series_of_moves(tmp_path: Path, seed: int) -> None:
    portal, chance = Portal(tmp_path), random.Random(seed)  # noqa: S311 - a series, not a secret
    portal.update()
    for step in range(STEPS):
        move = chance.choice(MOVES)
        move(portal, chance)
        portal.update()
        assert portal.kept() == portal.clean(), f"step {step}: {move.__name__}"


def test_nothing_is_written_again_when_nothing_changed(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    assert portal.update() > 50
    assert portal.update() == 0


def test_an_edited_body_writes_again_only_the_article(tmp_path: Path) -> None:
    portal = Portal(tmp_path)
    portal.update()
    file = portal.docs / "tin" / "2024" / "tin-thuong.md"
    file.write_text(f"{file.read_text('utf-8')}\n\nThêm một câu.\n", "utf-8")
    assert portal.update() == 1
