from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path

import pytest
from tests.unit.pictures.conftest import Shoot

from bantin.pictures import Picture
from bantin.pictures.measuring import measure_pictures
from bantin.pictures.picture import PictureError
from bantin.pictures.store import PictureStore
from bantin.pictures.variants import make_variants
from bantin.pictures.writer import picture_tasks
from bantin.runtime.cache import Cache
from bantin.runtime.site_files import SiteFiles

PATH = "anh/2024/hop.jpg"


class Portal:
    """A picture, a cache and a site."""

    def __init__(self, folder: Path, data: bytes) -> None:
        self.docs, self.site, self.cache = folder / "docs", folder / "site", folder / "cache"
        self.original = self.docs / PATH
        self.original.parent.mkdir(parents=True)
        self.original.write_bytes(data)

    def pictures(self) -> dict[str, Picture]:
        results = measure_pictures(self.docs, [PATH])
        return {path: one for path, one in results.items() if isinstance(one, Picture)}

    def update(self) -> set[str]:
        return set(self.write(self.pictures()))

    def write(self, pictures: Mapping[str, Picture]) -> AbstractSet[str]:
        store = PictureStore(Cache(self.cache))
        work = picture_tasks(pictures, self.docs, SiteFiles(self.site), store)
        for task in work.tasks:
            task()
        store.prune(work.paths)
        return work.paths

    def files(self) -> dict[str, bytes]:
        files = (file for file in self.site.rglob("*") if file.is_file())
        return {file.relative_to(self.site).as_posix(): file.read_bytes() for file in files}


@pytest.fixture
def portal(tmp_path: Path, shoot: Shoot) -> Portal:
    return Portal(tmp_path, shoot(700, 400))


@pytest.fixture
def makings(monkeypatch: pytest.MonkeyPatch) -> list[Picture]:
    """Pictures that were made, not taken from the cache."""
    made: list[Picture] = []

    def count(data: bytes, picture: Picture) -> dict[str, bytes]:
        made.append(picture)
        return make_variants(data, picture)

    monkeypatch.setattr("bantin.pictures.variants.make_variants", count)
    return made


def test_all_files_and_no_original_are_written(portal: Portal) -> None:
    assert portal.update() == set(portal.files())
    assert len(portal.files()) == 4
    assert portal.original.read_bytes() not in portal.files().values()


def test_deleted_files_come_back_from_the_cache(portal: Portal, makings: list[Picture]) -> None:
    portal.update()
    first = portal.files()
    for address in first:
        (portal.site / address).unlink()
    portal.update()
    assert portal.files() == first
    assert len(makings) == 1


def test_existing_files_are_not_written_again(portal: Portal, makings: list[Picture]) -> None:
    wanted = portal.update()
    file = portal.site / min(wanted)
    changed = file.stat().st_ctime_ns
    assert portal.update() == wanted
    assert file.stat().st_ctime_ns == changed
    assert len(makings) == 1


def test_a_damaged_file_of_the_site_is_replaced(portal: Portal, makings: list[Picture]) -> None:
    wanted = portal.update()
    first = portal.files()
    (portal.site / min(wanted)).write_bytes(b"hong")
    portal.update()
    assert portal.files() == first
    assert len(makings) == 1


@pytest.mark.parametrize("damage", ["cut", "flip", "gone", "empty"])
def test_damaged_cache_entries_are_made_again(
    portal: Portal, makings: list[Picture], damage: str
) -> None:
    portal.update()
    first = portal.files()
    entry = min(portal.cache.iterdir())
    data = bytearray(entry.read_bytes())
    data[-1] ^= 0xFF
    entry.write_bytes({"cut": entry.read_bytes()[:50], "flip": bytes(data)}.get(damage, b""))
    if damage == "gone":
        entry.unlink()
    for address in first:
        (portal.site / address).unlink()
    portal.update()
    assert portal.files() == first
    assert len(makings) == 2


def test_a_changed_original_has_other_addresses(portal: Portal, shoot: Shoot) -> None:
    before = portal.update()
    portal.original.write_bytes(shoot(700, 401))
    after = portal.update()
    assert not before & after
    cached = {entry.name for entry in portal.cache.iterdir()}
    assert cached == {address.rpartition("/")[2] for address in after}


def test_an_original_that_changes_during_the_build_is_an_error(
    portal: Portal, shoot: Shoot
) -> None:
    pictures = portal.pictures()
    portal.original.write_bytes(shoot(700, 401))
    with pytest.raises(PictureError, match=f"ảnh docs/{PATH} vừa bị thay"):
        portal.write(pictures)
