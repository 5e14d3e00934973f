"""From a pasted text to a published article: records proposed, confirmed, moved into registries."""

from pathlib import Path
from shutil import copytree

import pytest
import yaml
from click.testing import CliRunner, Result

from bantin.checking import check
from bantin.cli import main
from bantin.model.labels import UNKNOWN_TITLE
from bantin.model.problem import Severity
from bantin.reading import read

ROOT = Path(__file__).parents[2]
LOCAL = """Công an tỉnh Sóc Trăng, Bộ CHQS và BĐBP tỉnh giao ban quý I/2024

Ngày 12/4/2024, Công an tỉnh Sóc Trăng, Bộ Chỉ huy Quân sự tỉnh Sóc Trăng và Bộ Chỉ huy Bộ đội \
Biên phòng tỉnh Sóc Trăng giao ban quý I/2024 thực hiện Nghị định số 03/2019/NĐ-CP ngày 05/9/2019 \
của Chính phủ. Trong quý I, ba lực lượng đã trao đổi 120 nguồn tin và tuần tra 45 đợt.
"""
DISTRICT = """Ký kết quy chế phối hợp giữa Công an huyện Tây Giang và Hội Nông dân huyện Tây Giang

Sáng 5/10/2021, tại tỉnh Quảng Nam, Công an huyện Tây Giang và Hội Nông dân huyện Tây Giang \
tổ chức hội nghị ký kết Quy chế phối hợp bảo đảm an ninh, trật tự ở nông thôn, giai đoạn 2021-2025 \
theo Kế hoạch số 238/KH-UBND ngày 3/2/2021 của Ủy ban nhân dân tỉnh Quảng Nam. Hai bên ký 2 bản.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    copytree(ROOT / "data", tmp_path / "data")
    (tmp_path / "docs" / "tin").mkdir(parents=True)
    return tmp_path


def import_text(site: Path, text: str, name: str = "bai.txt") -> Path:
    before = set((site / "docs").rglob("*.md"))
    (site / name).write_text(text, encoding="utf-8")
    result = CliRunner().invoke(main, ["import", str(site / name), "--root", str(site)])
    assert result.exit_code == 0, result.output
    [draft] = set((site / "docs").rglob("*.md")) - before
    return draft


def accept(site: Path, draft: Path, typed: str, *options: str) -> Result:
    arguments = ["accept", str(draft), "--root", str(site), *options]
    return CliRunner().invoke(main, arguments, input=typed)


def front(draft: Path) -> dict[str, object]:
    return dict(yaml.safe_load(draft.read_text(encoding="utf-8").split("---\n")[1]))


def ids(site: Path, registry: str) -> set[str]:
    return set(getattr(read(site / "docs", site / "data").registries, registry))


def new_ids(site: Path, registry: str) -> set[str]:
    return ids(site, registry) - set(
        getattr(read(ROOT / "docs", ROOT / "data").registries, registry)
    )


def problems(site: Path) -> list[str]:
    found = check(read(site / "docs", site / "data"))
    return [str(one) for one in found if one.severity is Severity.PROBLEM]


def test_a_draft_names_proposed_records_and_is_right(site: Path) -> None:
    draft = front(import_text(site, LOCAL))
    assert draft["agencies"] == ["ca-soc-trang", "chqs-soc-trang", "bp-soc-trang"]
    assert draft["programs"] == ["nghi-dinh-03-tai-soc-trang"]
    assert new_ids(site, "agencies") == set()
    assert problems(site) == []


def test_a_local_number_leads_to_its_own_proposal(site: Path) -> None:
    text = LOCAL.replace(
        "Nghị định số 03/2019/NĐ-CP ngày 05/9/2019 của Chính phủ", "Quy chế số 17/QCPH"
    )
    assert front(import_text(site, text))["documents"] == ["quy-che-17-qcph"]
    assert problems(site) == []


def test_a_local_report_lands_in_no_other_province(site: Path) -> None:
    assert "nd03-quang-nam-2019" not in str(front(import_text(site, LOCAL)))


def test_proposals_are_whole_records(site: Path) -> None:
    import_text(site, DISTRICT)
    by_id = {one.id: one.fields for one in read(site / "docs", site / "data").proposals}
    assert by_id["tay-giang"] == {
        "id": "tay-giang", "name": "Tây Giang", "type": "huyen", "province": "quang-nam",
        "valid_to": "2025-06-30",
    }  # fmt: skip
    police = by_id["cong-an-huyen-tay-giang-quang-nam"]
    assert (police["kind"], police["level"]) == ("luc-luong-vu-trang", "huyen")
    assert (police["province"], police["district"]) == ("quang-nam", "tay-giang")
    assert by_id["ke-hoach-238-kh-ubnd"]["date"] == "2021-02-03"
    [program] = [fields for fields in by_id.values() if "parties" in fields]
    assert program["period"] == "2021-2025"
    assert "bảo đảm an ninh, trật tự ở nông thôn" in str(program["name"])


def test_enter_accepts_everything_and_publishes(site: Path) -> None:
    draft = import_text(site, DISTRICT)
    result = accept(site, draft, "\n" * 30)
    # The source is the one thing that Enter cannot answer.
    assert "hãy gõ tên nguồn" in result.output
    result = accept(site, draft, "Báo Quảng Nam\n\n")
    assert "Đã đăng." in result.output, result.output
    assert front(draft)["status"] == "published"
    assert "to_confirm" not in front(draft)
    assert new_ids(site, "districts") == {"tay-giang"}
    assert "cong-an-huyen-tay-giang-quang-nam" in new_ids(site, "agencies")
    assert not list((site / "data" / "proposals").glob("*"))
    assert problems(site) == []


def test_a_published_article_may_not_name_a_proposal(site: Path) -> None:
    draft = import_text(site, LOCAL)
    text = draft.read_text(encoding="utf-8").replace("status: draft", "status: published")
    draft.write_text(text, encoding="utf-8")
    said = "\n".join(problems(site))
    assert "mã «ca-soc-trang» mới là đề nghị trong data/proposals/" in said
    assert "«Nguồn chưa ghi tên» là chữ tạm" in said


def test_an_existing_record_takes_the_place_of_a_proposed_one(site: Path) -> None:
    first = import_text(site, LOCAL)
    second = import_text(site, LOCAL.replace("12/4/2024", "15/7/2024").replace("quý I", "quý II")
                         .replace("120", "98"), "hai.txt")  # fmt: skip
    accept(site, first, "ca-gia-lai\n" + "?\n" * 20)
    assert "ca-gia-lai" in str(front(first)["agencies"])
    assert "ca-gia-lai" in str(front(second)["agencies"])
    proposals = read(site / "docs", site / "data").proposals
    assert "ca-soc-trang" not in str([one.fields for one in proposals])


def test_a_refused_record_leaves_the_draft(site: Path) -> None:
    draft = import_text(site, LOCAL)
    accept(site, draft, "-\n" + "?\n" * 20)
    assert len(front(draft)["agencies"]) == 2  # type: ignore[arg-type]
    assert problems(site) == []


def test_a_field_of_a_record_can_be_put_right(site: Path) -> None:
    draft = import_text(site, LOCAL)
    accept(site, draft, "shrt=x\nshort=BP Sóc Trăng\n\n" + "?\n" * 20)
    records = read(site / "docs", site / "data").registries.agencies
    assert [one.short for one in records.values() if one.short == "BP Sóc Trăng"] != []


def test_what_is_left_for_later_keeps_the_article_a_draft(site: Path) -> None:
    draft = import_text(site, LOCAL)
    result = accept(site, draft, "\n" * 5 + "?\n" * 20)
    assert "bài vẫn là nháp" in result.output
    assert front(draft)["status"] == "draft"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("2\n", "không có «2»"),
        ("-7\n", "danh sách chỉ có 1 mục"),
        ("xyzxyz\n", "không có «xyzxyz»"),
    ],
)
def test_an_answer_that_means_nothing_is_asked_again(site: Path, typed: str, expected: str) -> None:
    draft = import_text(site, LOCAL)
    result = accept(site, draft, "\n" * 6 + typed + "?\n" * 20)
    assert expected in result.output


def test_a_value_that_cannot_be_read_is_refused_at_once(site: Path) -> None:
    draft = import_text(site, LOCAL)
    result = accept(
        site, draft, "\n" * 4 + "n\n" + "\n" * 3 + "ngày mười hai\n12/4/2024\n" + "?\n" * 20
    )
    assert "ngày mười hai" in result.output
    assert str(front(draft)["conference"]["date"]) == "2024-04-12"  # type: ignore[index]
    assert (
        read(site / "docs", site / "data").problems == read(ROOT / "docs", ROOT / "data").problems
    )


def test_an_editor_can_go_back(site: Path) -> None:
    draft = import_text(site, LOCAL)
    result = accept(site, draft, "\n" * 4 + "n\n" + "\n<\nTiêu đề mới\n" + "?\n" * 20)
    assert front(draft)["title"] == "Tiêu đề mới"
    assert "đây là mục đầu tiên" not in result.output


def test_stopping_says_that_nothing_is_lost(site: Path) -> None:
    draft = import_text(site, LOCAL)
    result = accept(site, draft, "\n" * 6)
    assert "Đã dừng. Những gì đã trả lời đều đã lưu" in result.output
    assert "Aborted" not in result.output


def test_questions_name_fields_and_records(site: Path) -> None:
    draft = import_text(site, LOCAL)
    result = accept(site, draft, "\n" * 4 + "n\n" + "\n" * 20)
    assert "Loại hội nghị (conference.types): Giao ban (giao-ban)" in result.output
    assert "1. Công an tỉnh Sóc Trăng" in result.output


def test_a_title_that_stands_for_none_is_refused(site: Path) -> None:
    draft = import_text(site, LOCAL)
    text = draft.read_text(encoding="utf-8")
    title = str(front(draft)["title"])
    draft.write_text(text.replace(title, UNKNOWN_TITLE, 1), encoding="utf-8")
    result = accept(site, draft, "\n" * 4 + "n\n" + "\n" * 5)
    assert "bài chưa có tiêu đề: hãy gõ tiêu đề" in result.output
    draft.write_text(
        draft.read_text(encoding="utf-8").replace("status: draft", "status: published"),
        encoding="utf-8",
    )
    assert any(UNKNOWN_TITLE in one for one in problems(site))


def test_values_are_typed_as_people_write_them(site: Path) -> None:
    draft = import_text(site, LOCAL)
    accept(
        site, draft, "\n" * 4 + "n\n" + "\n" + "\n" + "sơ kết, giao ban\n13/4/2024\n" + "?\n" * 20
    )
    assert front(draft)["conference"]["types"] == ["so-ket", "giao-ban"]  # type: ignore[index]
    assert str(front(draft)["conference"]["date"]) == "2024-04-13"  # type: ignore[index]


def test_answers_are_kept_without_texts_or_persons(site: Path) -> None:
    draft = import_text(site, LOCAL)
    accept(site, draft, "\n" * 30)
    kept = (site / "data" / "import-answers.jsonl").read_text(encoding="utf-8")
    assert '"field": "conference.date"' in kept
    assert '"right": "2024-04-12"' in kept
    assert '"field": "title"' not in kept


HEADED = """Hội Nông dân và Công an tỉnh Gia Lai sơ kết chương trình phối hợp năm 2023

Ngày 5/1/2024, Công an tỉnh Gia Lai và Hội Nông dân tỉnh Gia Lai tổ chức hội nghị sơ kết chương \
trình phối hợp năm 2023 về bảo đảm an ninh, trật tự ở nông thôn trên địa bàn tỉnh.

Hai ngành đã phối hợp tổ chức 45 buổi tuyên truyền cho 3.200 lượt người dân ở các buôn, làng.

Tuy nhiên, một số nơi việc trao đổi thông tin giữa hai bên còn chậm, chưa thành nền nếp.
"""


def test_headings_that_import_puts_in_are_to_be_confirmed(site: Path) -> None:
    draft = import_text(site, HEADED)
    assert "## Hạn chế" in draft.read_text(encoding="utf-8")
    evidence = front(draft)["to_confirm"]["body"]["evidence"]  # type: ignore[index]
    assert "«Hạn chế» trước «Tuy nhiên, một số nơi" in " ".join(evidence.split())
    for _ in range(3):
        accept(site, draft, "\n" + "-\n" * 9, "--high")
    assert "## Hạn chế" not in draft.read_text(encoding="utf-8")
    assert "Tuy nhiên, một số nơi" in draft.read_text(encoding="utf-8")


def test_without_a_path_all_drafts_are_gone_through(site: Path) -> None:
    drafts = [import_text(site, LOCAL), import_text(site, DISTRICT, "hai.txt")]
    arguments = ["accept", "--root", str(site), "--no-publish"]
    typed = "\n" * 20 + "Báo Sóc Trăng\n" * 20 + "\n" * 20 + "Báo Quảng Nam\n"
    result = CliRunner().invoke(main, arguments, input=typed)
    assert "[2/2]" in result.output
    result = CliRunner().invoke(main, arguments, input="\n" * 20 + "Báo\n")
    assert [front(draft).get("to_confirm") for draft in drafts] == [None, None]
    assert "Không có bài nháp nào" in CliRunner().invoke(main, arguments).output
