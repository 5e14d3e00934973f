from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from bantin.editing.records import dump_record
from bantin.importing.drafting.draft_files import dump
from bantin.reading.yaml.reader import load


@pytest.mark.parametrize(
    ("key", "text", "written"),
    [
        ("period", "2026", "2026"),
        ("period", "2019-", "2019-"),
        ("period", "2022-2026", "2022-2026"),
        ("covers", "2023", "2023"),
        ("covers", "2023-Q3", "2023-Q3"),
        ("covers", "6 tháng đầu năm 2024", "6 tháng đầu năm 2024"),
        ("date", "2024", "2024"),
        ("date", "2024-04", "2024-04"),
        ("date", "2024-04-25", "2024-04-25"),
        ("date", "--04-25", "--04-25"),
        ("title", "2024", '"2024"'),
        ("title", "Hội nghị: sơ kết", '"Hội nghị: sơ kết"'),
        ("title", "Phong trào #Vì chủ quyền", '"Phong trào #Vì chủ quyền"'),
        ("title", "Số 1#2", "Số 1#2"),
        ("title", "[Ảnh] Lễ ký", '"[Ảnh] Lễ ký"'),
        ("title", '"Ngày hội" ở Gia Lai', "'\"Ngày hội\" ở Gia Lai'"),
        ("title", "Kể «chuyện», kết:", '"Kể «chuyện», kết:"'),
        ("title", "- bài", '"- bài"'),
        ("title", "*Bài", '"*Bài"'),
        ("title", "@bài", '"@bài"'),
        ("title", "null", '"null"'),
        ("title", "~", '"~"'),
        ("title", "yes", "yes"),
        ("title", "true", '"true"'),
        ("title", "1e3", '"1e3"'),
        ("code", "08", '"08"'),
        ("number", "012", '"012"'),
        ("number", "03/2019/NĐ-CP", "03/2019/NĐ-CP"),
        ("place", r"C:\tin: a", r"'C:\tin: a'"),
    ],
)  # fmt: skip
def test_a_value_has_quotes_only_where_it_needs_them(key: str, text: str, written: str) -> None:
    assert dump({key: text}) == f"{key}: {written}\n"
    assert dump_record({key: text}) == f"- {key}: {written}\n"


TEXTS = st.text(
    st.sampled_from("ab 0129:#-[]{}\"'\\&*!|>%@`,?~=.Đứ—“”null"), min_size=1, max_size=200
).map(lambda text: " ".join(text.split()))


@given(text=TEXTS.filter(bool), key=st.sampled_from(["title", "lead", "covers", "name", "note"]))
def test_whatever_is_written_is_read_back_as_it_was(text: str, key: str) -> None:
    assert load(dump({key: text}))[0] == {key: text}
    assert load(dump({key: [text, text]}))[0] == {key: [text, text]}
    assert load(dump_record({key: text}))[0] == [{key: text}]
    if key != "covers":
        assert YAML(typ="safe").load(StringIO(dump({key: text}))) == {key: text}
