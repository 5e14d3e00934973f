from pathlib import Path

import pytest
from tests.unit.studio.conftest import EDITOR, git, open_desk

from bantin.studio.archive import ChangedError, DeskError
from bantin.studio.bringing_in import accept_proposal, bring_in, choices, named, original_of
from bantin.studio.desk import Desk
from bantin.studio.listing import list_articles
from bantin.studio.working_copies import WorkingCopy

PAGE = (
    "<html><head><title>Công an huyện Hải Lăng và Hội Phụ nữ ký quy chế</title></head><body>"
    "<h1>Công an huyện Hải Lăng và Hội Phụ nữ ký quy chế phối hợp</h1>"
    "<p>Sáng 12/3/2024, Công an huyện Hải Lăng và Hội Liên hiệp Phụ nữ huyện Hải Lăng tổ chức hội "
    "nghị ký kết quy chế phối hợp giai đoạn 2024-2028.</p><p>Hai bên tổ chức 15 buổi tuyên truyền, "
    "phát 1.200 tờ rơi cho hội viên.</p></body></html>"
)


def test_an_article_is_saved_as_it_was_typed(desk: Desk, path: str) -> None:
    opened = desk.article(path)
    fields = {**opened.fields, "title": "Tên mới của bài"}
    assert desk.save(path, fields, opened.body, opened.base, EDITOR) == path
    again = desk.article(path)
    assert again.fields == fields
    assert again.body.strip() == opened.body.strip()
    assert again.base != opened.base


def test_a_file_changed_meanwhile_is_not_overwritten(desk: Desk, path: str) -> None:
    opened, file = desk.article(path), desk.file_of(path)
    text = file.read_text(encoding="utf-8") + "\nCâu của người khác.\n"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ChangedError) as raised:
        desk.save(path, opened.fields, "Câu của tôi.", opened.base, EDITOR)
    assert raised.value.text == text
    assert file.read_text(encoding="utf-8") == text


def test_what_is_wrong_is_not_published(desk: Desk, path: str) -> None:
    opened = desk.article(path)
    before = desk.file_of(path).read_bytes()
    fields = {**opened.fields, "agencies": ["khong-co-co-quan-nay"]}
    with pytest.raises(DeskError, match="chưa đăng được"):
        desk.save(path, fields, opened.body, opened.base, EDITOR)
    assert desk.file_of(path).read_bytes() == before
    assert desk.save(path, {**fields, "status": "draft"}, opened.body, opened.base, EDITOR)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "30/2/2024", "date"),
        ("period", "2030-2020", "period"),
        ("date", "1900-13-45", "date"),
        ("conference", {"date": "2024-06-29", "types": ["hop-kin"]}, "conference.types"),
        ("documents", ["999999/QĐ-KHÔNG-CÓ"], "documents.0"),
        ("programs", ["khong-co"], "programs.0"),
        ("source", {"name": "Báo A", "url": "ftp://a"}, "source.url"),
        ("photos", [{"src": "khong-co.jpg", "alt": "Ảnh"}], "photos.0.src"),
        ("status", "hien", "status"),
    ],
)
def test_a_wrong_value_is_told_beside_its_field(
    desk: Desk, path: str, field: str, value: object, told: str
) -> None:
    opened = desk.article(path)
    found = desk.judge(path, {**opened.fields, field: value}, opened.body)
    assert any(one.stops and one.field.startswith(told) for one in found), found


def test_a_fault_of_the_text_is_told_with_its_line(desk: Desk, path: str) -> None:
    opened = desk.article(path)
    body = "Một.\n\nHai.\n\n<<<<<<< HEAD\nBa.\n=======\nBốn.\n>>>>>>> kia\n"
    found = desk.judge(path, opened.fields, body)
    assert any(one.stops and one.field == "body" for one in found), found


@pytest.mark.parametrize(
    "path",
    ["../mkdocs.yml", "tin/../../x.md", "/etc/passwd", "tin/2024/khong-co.md", "index.md",
     "tin/2024", "..\\x.md", "tin/2024/a\0.md"],
)  # fmt: skip
def test_no_other_file_can_be_opened(desk: Desk, path: str) -> None:
    with pytest.raises((DeskError, ValueError)):
        desk.article(path)


def test_what_was_typed_comes_back_with_the_article(desk: Desk, path: str, project: Path) -> None:
    opened = desk.article(path)
    copy = WorkingCopy(path, {**opened.fields, "title": "Đang gõ"}, "Dở", opened.base, EDITOR, 2)
    desk.keep(copy)
    desk.keep(copy._replace(number=1, body="Cũ hơn, đến muộn"))
    assert open_desk(project).article(path).copy == copy
    desk.save(path, opened.fields, opened.body, opened.base, EDITOR)
    assert desk.article(path).copy is None


def test_a_new_draft_is_listed_first_and_moves_to_its_year(desk: Desk) -> None:
    path = desk.create("Hội nghị sơ kết công tác dân vận", EDITOR)
    assert list_articles(desk)[0].path == path
    assert [row.path for row in list_articles(desk, "so ket cong tac dan van")] == [path]
    opened = desk.article(path)
    fields = {**opened.fields, "conference": {"date": "5/11/2023", "types": ["so-ket"]}}
    moved = desk.save(path, fields, opened.body, opened.base, EDITOR)
    assert moved == path.replace("tin/2024/", "tin/2023/")
    assert desk.article(moved).fields["conference"]["date"] == "2023-11-05"
    assert not (desk.content.docs / path).exists()


def test_records_are_found_without_marks(desk: Desk) -> None:
    agency = next(iter(desk.content.registries.agencies.values()))
    assert agency.id in [one.id for one in choices(desk, "agencies", agency.id.replace("-", " "))]
    assert named(desk, "agencies", agency.id).name == agency.name
    assert named(desk, "agencies", "khong-co").note == "không có trong sổ"


def test_a_file_is_brought_in_with_its_original_and_its_records(desk: Desk) -> None:
    (done,) = bring_in(desk, PAGE.encode(), "ky-quy-che.html", EDITOR)
    assert done.path, done
    assert "1.200 tờ rơi" in original_of(desk.root, done.path)["text"]
    for proposal in list(desk.content.proposals):
        accept_proposal(desk, proposal.id, {}, EDITOR)
    assert not desk.content.proposals
    (again,) = bring_in(desk, PAGE.encode(), "ky-quy-che.html", EDITOR)
    assert again.message == "kho đã có bài này"


def test_a_file_that_cannot_be_read_is_told(desk: Desk) -> None:
    (done,) = bring_in(desk, b"\x00\x01\x02", "anh.bin", EDITOR)
    assert not done.path
    assert done.message


def test_each_save_is_a_version_under_the_name_of_the_editor(repository: Path) -> None:
    desk = open_desk(repository)
    path = next(a.path for a in desk.content.articles if a.front.status == "published")
    opened = desk.article(path)
    (repository / "rieng.txt").write_text("của người khác")
    fields = {**opened.fields, "title": "Tên mới"}
    desk.save(path, fields, opened.body, opened.base, EDITOR)
    latest, first = desk.history.versions(desk.file_of(path))
    assert (latest.editor, latest.message) == (EDITOR, "Sửa: Tên mới")
    assert desk.version(path, first.id)["fields"] == opened.fields
    assert "rieng.txt" in git(repository, "status", "--porcelain")
    with pytest.raises(Exception, match="no version"):
        desk.version(path, "0" * 40)


def test_two_offices_meet_at_the_remote(repository: Path, tmp_path: Path) -> None:
    remote, other = tmp_path / "remote.git", tmp_path / "tests" / "other"
    git(repository, "clone", "--quiet", "--bare", str(repository), str(remote))
    git(repository, "remote", "add", "origin", str(remote))
    git(repository, "fetch", "--quiet", "origin")
    git(repository, "branch", "--set-upstream-to", "origin/main")
    git(repository, "clone", "--quiet", str(remote), str(other))
    here, there = open_desk(repository), open_desk(other)
    one, two = [a.path for a in here.content.articles if a.front.status == "published"][:2]

    def retitle(desk: Desk, path: str, title: str) -> None:
        opened = desk.article(path)
        desk.save(path, {**opened.fields, "title": title}, opened.body, opened.base, EDITOR)

    retitle(here, one, "Sửa ở đây")
    assert here.share()
    retitle(there, two, "Sửa ở kia")
    assert there.share()
    assert there.article(one).fields["title"] == "Sửa ở đây"
    # Both change one title: nobody's words are lost, and no marks of a merge are left in a file.
    retitle(there, one, "Tên của kia")
    assert there.share()
    retitle(here, one, "Tên của đây")
    with pytest.raises(DeskError, match="chưa gửi lên máy chủ được"):
        here.share()
    assert here.article(one).fields["title"] == "Tên của đây"
    assert "<<<<" not in here.file_of(one).read_text(encoding="utf-8")


def test_an_article_waits_for_a_reviewer_and_goes_back(repository: Path) -> None:
    desk = open_desk(repository)
    path = desk.create("Hội nghị chờ duyệt", EDITOR)
    for status in ("review", "draft", "review", "published"):
        opened = desk.article(path)
        fields = {**opened.fields, "status": status}
        desk.save(path, fields, "Một câu về hội nghị.", opened.base, "Người duyệt")
        assert desk.article(path).fields["status"] == status
        assert list_articles(desk, "cho duyet")[0].status == status
    messages = [one.message.partition(":")[0] for one in desk.history.versions(desk.file_of(path))]
    assert messages == ["Đăng", "Gửi duyệt", "Đưa về nháp", "Gửi duyệt", "Bài nháp mới"]


def test_what_others_put_on_the_disk_is_listed(
    desk: Desk, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.file_of(path)
    file.with_name("bai-moi-tu-ngoai.md").write_bytes(file.read_bytes())
    desk.refresh_if_old()  # a moment ago: nothing is read
    assert "bai-moi-tu-ngoai" not in {one.slug for one in desk.content.articles}
    monkeypatch.setattr("bantin.studio.archive.FRESH", -1.0)
    desk.refresh_if_old()
    assert "bai-moi-tu-ngoai" in {one.slug for one in desk.content.articles}
