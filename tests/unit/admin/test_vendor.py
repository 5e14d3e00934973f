from collections.abc import Callable
from pathlib import Path

import pytest

from bantin.admin.files import admin_files
from bantin.admin.vendor import REPLACEMENTS, replace_all
from bantin.model.settings import EditorSettings

KNOWN = " ".join(one.old for one in REPLACEMENTS)


def test_every_replacement_is_made() -> None:
    script = replace_all(KNOWN)
    for one in REPLACEMENTS:
        assert one.new in script
        assert one.new.count(one.old) or one.old not in script


def twice(script: str) -> str:
    return f"{script} {REPLACEMENTS[0].old}"


def changed(script: str) -> str:
    return script.replace("latin-wght-normal", "latin-normal", 1)


@pytest.mark.parametrize("spoil", [twice, changed, lambda _script: ""])
def test_another_version_is_refused(spoil: Callable[[str], str]) -> None:
    with pytest.raises(ValueError, match="gói Sveltia CMS khác phiên bản đã biết"):
        replace_all(spoil(KNOWN))


def test_words_that_the_package_does_not_have_are_refused(tmp_path: Path) -> None:
    package, own = tmp_path / "@sveltia" / "cms", tmp_path / "own"
    for folder in (package / "dist", package / "locales", own):
        folder.mkdir(parents=True)
    (package / "dist" / "sveltia-cms.js").write_text(KNOWN, encoding="utf-8")
    (package / "package.json").write_text('{"version": "1.2.3"}', encoding="utf-8")
    (package / "locales" / "vi.json").write_text('{"save": "Lưu"}', encoding="utf-8")
    (package / "locales" / "en-US.json").write_text('{"save": "Save"}', encoding="utf-8")
    (own / "vi.json").write_text('{"keep": {"it": "Giữ"}}', encoding="utf-8")
    with pytest.raises(ValueError, match=r"không có câu keep\.it"):
        list(admin_files(tmp_path, own, "Bản tin", EditorSettings()))
