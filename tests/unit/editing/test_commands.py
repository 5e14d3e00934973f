import json
from pathlib import Path
from shutil import copytree

import pytest
from click.testing import CliRunner, Result

from bantin.cli import main

ROOT = Path(__file__).parents[3]


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    return tmp_path


def run(site: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--root", str(site)])


def test_new_article_passes_the_check(site: Path) -> None:
    made = run(site, "new", "--title", "Hội nghị giao ban: quý I", "--date", "5/4/2024",
               "--type", "giao-ban", "--agency", "cong an tinh gia lai",
               "--published", "6/4/2024")  # fmt: skip
    assert made.exit_code == 0, made.output
    text = (site / "docs/tin/2024/hoi-nghi-giao-ban-quy-i.md").read_text(encoding="utf-8")
    assert "  - ca-gia-lai\n" in text
    checked = run(site, "check")
    assert checked.exit_code == 0, checked.output


def test_a_new_announcement_has_no_outcome_to_write(site: Path) -> None:
    made = run(site, "new", "--title", "Sắp giao ban", "--date", "5/4/2024", "--type", "giao-ban",
               "--agency", "ca-gia-lai", "--published", "6/3/2024")  # fmt: skip
    assert made.exit_code == 0, made.output
    file = site / "docs/tin/2024/sap-giao-ban.md"
    assert "##" not in file.read_text(encoding="utf-8")


def test_new_article_names_the_province_as_it_was_that_day(site: Path) -> None:
    for day, year, province in (("5/4/2024", 2024, "gia-lai"), ("5/4/2026", 2026, "gia-lai-2025")):
        made = run(site, "new", "--title", f"Giao ban {year}", "--date", day, "--type", "giao-ban",
                   "--agency", "ca-gia-lai", "--published", day)  # fmt: skip
        assert made.exit_code == 0, made.output
        text = (site / f"docs/tin/{year}/giao-ban-{year}.md").read_text(encoding="utf-8")
        assert f"  - {province}\n" in text
    assert run(site, "check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--title", "A", "--agency", "cong an tinh"), "có thể là nhiều cơ quan"),
        (("--title", "A", "--date", "31/2/2024"), "không phải ngày có thật"),
        (("--date", "5/4/2024"), "thiếu «Tiêu đề»"),
    ],
)
def test_new_article_refuses_what_is_not_certain(
    site: Path, arguments: tuple[str, ...], said: str
) -> None:
    refused = run(site, "new", *arguments)
    assert refused.exit_code != 0
    assert said in refused.output
    assert not list((site / "docs/tin").rglob("*.md"))


def test_an_added_agency_gets_the_fields_of_its_kind(site: Path) -> None:
    before = (site / "data/agencies.yml").read_text(encoding="utf-8").splitlines()
    added = run(site, "add", "agency", "--name", "Công an tỉnh Lạng Sơn", "--yes")
    assert added.exit_code == 0, added.output
    after = (site / "data/agencies.yml").read_text(encoding="utf-8").splitlines()
    new = [line for line in after if line not in before or line == "- id: ca-lang-son"]
    assert "- id: ca-lang-son" in new
    assert len(after) == len(before) + 6
    assert run(site, "check").exit_code == 0


def test_added_program_and_document(site: Path) -> None:
    document = run(site, "add", "document", "--type", "Nghị quyết", "--number", "12-NQ/TU",
                   "--date", "3/5/2019", "--yes")  # fmt: skip
    program = run(site, "add", "program", "--name", "Chương trình thử", "--period", "2024-2028",
                  "--party", "ca-gia-lai", "--party", "Hội Thử nghiệm", "--yes")  # fmt: skip
    assert (document.exit_code, program.exit_code) == (0, 0), document.output + program.output
    assert run(site, "check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "lines"),
    [
        (("--name", "huyện Đại Lộc"), ["- id: dai-loc", "  type: huyen"]),
        (("--name", "Tây Giang"), ["- id: tay-giang", "  type: huyen", "  province: quang-nam"]),
        (("--name", "Kông Chro", "--province", "Gia Lai", "--type", "thi-xa"),
         ["  type: thi-xa", "  province: gia-lai"]),
    ],
)  # fmt: skip
def test_an_added_district_is_placed_by_the_list(
    site: Path, arguments: tuple[str, ...], lines: list[str]
) -> None:
    added = run(site, "add", "district", *arguments, "--yes")
    assert added.exit_code == 0, added.output
    after = (site / "data/districts.yml").read_text(encoding="utf-8").splitlines()
    assert set(lines) <= set(after)
    assert "  valid_to: 2025-06-30" in after
    assert run(site, "check").exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("agency", "--name", "Công an tỉnh Gia Lai"), "đã có: mã «ca-gia-lai»"),
        (("district", "--name", "thị xã Điện Bàn"), "đã có: mã «dien-ban»"),
        (("district", "--name", "Châu Thành"), "hãy nêu tỉnh bằng --province"),
        (("district", "--name", "Không Có"), "danh mục huyện không có «Không Có»"),
        (("document", "--type", "Kết luận", "--number", "65-KL/TW"), "đã có ở"),
        (("program", "--name", "A", "--period", "2028-2024"), "cần khoảng năm"),
    ],
)
def test_wrong_record_is_not_written(site: Path, arguments: tuple[str, ...], said: str) -> None:
    before = {file: file.read_bytes() for file in (site / "data").iterdir()}
    refused = run(site, "add", *arguments, "--yes")
    assert refused.exit_code != 0
    assert said in refused.output
    assert {file: file.read_bytes() for file in (site / "data").iterdir()} == before


def test_fix_shows_what_it_changes_and_json_is_for_machines(site: Path) -> None:
    article = site / "docs/tin/2024/bai.md"
    article.parent.mkdir()
    article.write_text("---\ndate: 25/04/2024\ntitle: Bài\n---\n\nChữ Ðông.\n", encoding="utf-8")
    wrong = run(site, "check", "--json")
    assert wrong.exit_code == 1
    assert json.loads(wrong.stdout)[0]["path"] == "docs/tin/2024/bai.md"
    fixed = run(site, "check", "--fix")
    assert fixed.exit_code == 0, fixed.output
    assert "-date: 25/04/2024\n" in fixed.output
    assert "+date: 2024-04-25\n" in fixed.output
    assert "Đông" in article.read_text(encoding="utf-8")
    assert json.loads(run(site, "check", "--json").stdout) == []


def test_check_of_one_path_only(site: Path) -> None:
    article = site / "docs/tin/2024/bai.md"
    article.parent.mkdir()
    article.write_text("---\ntitle: Bài\n---\n", encoding="utf-8")
    assert run(site, "check", "data").exit_code == 0
    assert run(site, "check", "docs/tin/2024").exit_code == 1
    assert run(site, "check", "khong-co").exit_code == 2
