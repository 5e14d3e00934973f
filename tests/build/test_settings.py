"""Settings reach pages, feeds and linked data as they are written, not as the host reads them."""

from pathlib import Path

import pytest
from tests.conftest import Build

from bantin.model.settings import Settings
from bantin.reading.settings import settings_of


@pytest.mark.parametrize(
    ("name", "phone"), [("yes", "0260.3862410"), ("1_500", "02603762417"), ("12:30", "0x1F")]
)
def test_the_publisher_is_shown_as_it_is_written(
    miniature: Path, build: Build, name: str, phone: str
) -> None:
    file = miniature / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    [line] = [line for line in text.split("\n") if "publisher:" in line]
    block = f"  publisher:\n    name: {name}\n    phone: {phone}\n    responsible: on"
    file.write_text(text.replace(line, block), encoding="utf-8")
    checked = settings_of(miniature)
    assert isinstance(checked, Settings)
    assert (checked.publisher.name, checked.publisher.phone) == (name, phone)
    built = build(miniature)
    assert built.status == 0, built.output
    footer = built.page("").partition('<dl class="publisher">')[2].partition("</dl>")[0]
    assert [v for v in (name, phone, "on") if f"<dd>{v}</dd>" not in footer] == []
    assert f"<author><name>{name}</name></author>" in built.files()["feed.xml"].decode()
    assert f'"publisher":{{"@type":"GovernmentOrganization","name":"{name}"}}' in built.page("")


def test_no_template_asks_the_host_for_a_setting_of_ours() -> None:
    theme = Path(__file__).parents[2] / "theme"
    asked = [
        file.relative_to(theme).as_posix()
        for file in sorted(theme.rglob("*.html"))
        if "config.extra." in file.read_text(encoding="utf-8").replace("config.extra.bantin.", "")
    ]
    assert asked == []
