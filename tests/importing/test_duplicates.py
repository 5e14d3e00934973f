"""What counts as the same article: the same words with the same numbers, and nothing else."""

import re
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner

from bantin.cli import main

ROOT = Path(__file__).parents[2]
TEXT = """\
Công an huyện và Phòng Giáo dục và Đào tạo huyện Nam Giang sơ kết công tác phối hợp năm {year}

Ngày {day}, Công an huyện Nam Giang và Phòng Giáo dục và Đào tạo huyện tổ chức hội nghị sơ kết
công tác phối hợp bảo đảm an ninh, trật tự trong các trường học.

Trong năm {year}, hai ngành đã mở {talks} buổi nói chuyện ở các trường, đưa pháp luật về ma túy,
giao thông và an toàn trên mạng đến học sinh, giáo viên; các trường có đội tự quản, hòm thư góp
ý và lịch trực ở cổng vào giờ tan học.

Hội nghị giao các trường rà soát học sinh vi phạm, gặp gia đình từng em và báo cáo kết quả vào
cuối mỗi học kỳ cho cơ quan thường trực.

Hai cơ quan thống nhất tiếp tục thực hiện quy chế, chọn trường làm điểm và khen những tập thể có
nhiều việc làm tốt trong phong trào.
"""
PARAGRAPHS = "\n\n".join(" ".join(part.split()) for part in TEXT.split("\n\n"))
FIRST = {"year": "2023", "day": "18/1/2024", "talks": "45"}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    return tmp_path


def import_text(site: Path, name: str, text: str) -> str:
    file = site / name
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(file), "--root", str(site)])
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.parametrize(
    ("changed", "hint"),
    [
        (
            {"year": "2024", "day": "22/1/2025", "talks": "52"},
            r"lời gần giống docs/tin/2024/\S+ nhưng khác số liệu \(.*2025, 22, 52.*\)",
        ),
        # The same day and parties: another report of the same conference.
        ({"talks": "52"}, "cùng hội nghị với docs/tin/2024/"),
        ({"talks": "1.045"}, "cùng hội nghị với docs/tin/2024/"),
    ],
)
def test_a_report_of_other_numbers_is_another_article(
    site: Path, changed: dict[str, str], hint: str
) -> None:
    import_text(site, "a.txt", PARAGRAPHS.format(**FIRST))
    said = import_text(site, "b.txt", PARAGRAPHS.format(**FIRST | changed))
    assert "1 bài nháp mới" in said
    assert re.search(hint, said)
    assert len(list((site / "docs" / "tin").rglob("*.md"))) == 2


@pytest.mark.parametrize(
    "again",
    [
        PARAGRAPHS.format(**FIRST),
        PARAGRAPHS.format(**FIRST).replace("18/1/2024", "18/01/2024"),
        PARAGRAPHS.format(**FIRST).rpartition("Hai cơ quan")[0],
        PARAGRAPHS.format(**FIRST) + "\nBan Tổ chức đã tặng 12 suất quà cho học sinh nghèo.\n",
    ],
    ids=["word for word", "leading zeros", "cut", "one paragraph more"],
)
def test_a_copy_is_the_same_article(site: Path, again: str) -> None:
    import_text(site, "a.txt", PARAGRAPHS.format(**FIRST))
    assert "kho đã có bài này ở docs/tin/2024/" in import_text(site, "b.txt", again)


def test_the_last_of_three_years_is_known_again(site: Path) -> None:
    years = [
        FIRST | {"year": str(y), "day": f"{y - 2005}/1/{y + 1}", "talks": str(y - 1970)}
        for y in (2022, 2023, 2024)
    ]
    for number, year in enumerate(years):
        assert "1 bài nháp mới" in import_text(site, f"{number}.txt", PARAGRAPHS.format(**year))
    assert "kho đã có bài này ở docs/tin/2025/" in import_text(
        site, "again.txt", PARAGRAPHS.format(**years[2])
    )
