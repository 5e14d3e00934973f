"""Questions at a terminal: a wrong answer is reported and asked again; none may be an answer."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    return tmp_path


def typed(site: Path, command: str, *answers: str) -> str:
    """Run a command at a terminal, type answers, and return what the screen showed."""
    ours, theirs = pty.openpty()
    run = "from bantin.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", run, *command.split(), "--root", str(site)],
        stdin=theirs, stdout=theirs, stderr=theirs, env=os.environ | {"PYTHONUTF8": "1"},
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode())
    shown = b""
    try:
        while part := os.read(ours, 65536):
            shown += part
    except OSError:  # the terminal closes with the process
        pass
    os.close(ours)
    assert process.wait() == 0, shown.decode()
    return shown.decode()


def test_a_wrong_answer_is_asked_again_and_earlier_ones_stay(site: Path) -> None:
    screen = typed(site, "new", "Hội nghị thử", "31/2/2022", "22/3/2022",
                   "sơ cấp", "sơ kết, ký kết", "cong an tinh gia lai", "", "")  # fmt: skip
    assert "«31/2/2022» không phải ngày có thật" in screen
    assert "không có loại «so-cap»" in screen
    text = (site / "docs/tin/2022/hoi-nghi-thu.md").read_text(encoding="utf-8")
    assert "  date: 2022-03-22\n" in text
    assert "    - so-ket\n    - ky-ket\n" in text
    assert "  - ca-gia-lai\n" in text


def test_none_of_the_candidates_can_be_chosen(site: Path) -> None:
    screen = typed(site, "new", "Hội nghị thử", "22/3/2022", "ký kết", "Công an tỉnh", "0", "", "")
    assert "0. không phải mục nào ở trên" in screen
    text = (site / "docs/tin/2022/hoi-nghi-thu.md").read_text(encoding="utf-8")
    assert "agencies:\n  - name: Công an tỉnh\n" in text


def test_parties_of_a_programme_are_asked_for(site: Path) -> None:
    screen = typed(site, "add program --yes", "Chương trình thử", "cong an tinh gia lai",
                   "Hội Hoàn toàn Khác lạ Xyz", "", "2024-2028")  # fmt: skip
    assert "Không có cơ quan nào như «Hội Hoàn toàn Khác lạ Xyz» trong sổ." in screen
    text = (site / "data/programs.yml").read_text(encoding="utf-8")
    assert "  parties:\n    - ca-gia-lai\n    - name: Hội Hoàn toàn Khác lạ Xyz\n" in text
