from pathlib import Path

import pytest

from bantin.compile.render.templates import CachedBytecode, Templates
from bantin.runtime.cache import Cache

SOURCE = "{% for item in items %}{{ item.upper() }}, {% endfor %}"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "trang.html").write_text(SOURCE, "utf-8")
    return tmp_path


class Compiled(Templates):
    """Templates that count how often one is compiled."""

    times = 0

    def _generate(self, *args: object, **named: object) -> str:
        Compiled.times += 1
        return super()._generate(*args, **named)  # type: ignore[arg-type]


def rendered(folder: Path, version: str = "v") -> tuple[str, int]:
    """Return a page as a new build makes it, and how many templates it compiled."""
    Compiled.times = 0
    templates = Compiled(folder / "pages", CachedBytecode(Cache(folder / "kept"), version))
    return templates.get_template("trang.html").render(items=("a", "<b>")), Compiled.times


def test_a_template_is_compiled_once_for_many_builds(folder: Path) -> None:
    assert rendered(folder) == ("A, &lt;B&gt;, ", 1)
    assert rendered(folder) == ("A, &lt;B&gt;, ", 0)


def test_a_changed_template_is_compiled_anew(folder: Path) -> None:
    rendered(folder)
    (folder / "pages" / "trang.html").write_text("{{ items[1] }}", "utf-8")
    assert rendered(folder) == ("&lt;b&gt;", 1)


def test_code_of_another_version_is_not_run(folder: Path) -> None:
    rendered(folder)
    assert rendered(folder, "w")[1] == 1


@pytest.mark.parametrize("where", range(0, 101, 4))
def test_damaged_code_is_not_run(folder: Path, where: int) -> None:
    rendered(folder)
    (file,) = (folder / "kept").iterdir()
    whole = file.read_bytes()
    place = where * (len(whole) - 1) // 100
    flipped = bytes([whole[place] ^ 1])
    for data in (whole[:place], whole[:place] + flipped + whole[place + 1 :], b""):
        file.write_bytes(data)
        assert rendered(folder) == ("A, &lt;B&gt;, ", 1)
