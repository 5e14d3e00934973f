from bantin.editing.matching import match_records
from bantin.editing.records import insert_record
from bantin.model import Agency

BOOK = """# Sổ cơ quan.
- id: ca-a
  name: Công an tỉnh A
  level: tinh
  province: a
# nhóm sau
- id: ca-c
  name: Công an tỉnh C
  level: tinh
  province: c
- id: xa-d
  name: Công an xã D
  level: xa
"""


def test_record_goes_after_the_last_of_its_group_and_comments_stay() -> None:
    fields = {"id": "ca-b", "name": "Bộ: A", "level": "tinh", "province": "a", "short": None}
    text = insert_record(BOOK, fields, ("level", "province"))
    added = '- id: ca-b\n  name: "Bộ: A"\n  level: tinh\n  province: a\n'
    assert text == BOOK.replace("# nhóm sau\n", f"{added}# nhóm sau\n")


def test_a_record_without_a_group_of_its_own_goes_into_the_wider_one() -> None:
    text = insert_record(
        BOOK, {"id": "ca-z", "level": "tinh", "province": "z"}, ("level", "province")
    )
    assert text.index("ca-c") < text.index("ca-z") < text.index("xa-d")


def test_first_record_of_an_empty_registry() -> None:
    assert insert_record("", {"id": "a", "date": "2020-03-05"}) == "- id: a\n  date: 2020-03-05\n"


def agency(id_: str, name: str) -> Agency:
    return Agency(id=id_, name=name, kind="luc-luong-vu-trang", level="tinh")


RECORDS = {
    a.id: a
    for a in (
        agency("ca-lang-son", "Công an tỉnh Lạng Sơn"),
        agency("ca-lam-dong", "Công an tỉnh Lâm Đồng"),
        agency("bdt-lang-son", "Ban Dân tộc tỉnh Lạng Sơn"),
    )
}


def test_a_record_is_matched_by_id_by_name_and_without_diacritics() -> None:
    for typed in ("ca-lang-son", "Công an tỉnh Lạng Sơn", "cong an tinh lang son", "ca lang son"):
        assert match_records(typed, RECORDS).ids[0] == "ca-lang-son"
        assert match_records(typed, RECORDS).is_certain


def test_an_uncertain_match_lists_candidates() -> None:
    choice = match_records("cong an tinh", RECORDS)
    assert not choice.is_certain
    assert set(choice.ids) >= {"ca-lang-son", "ca-lam-dong"}


def test_a_text_that_matches_nothing() -> None:
    assert match_records("zzz qqq", RECORDS).ids == ()
