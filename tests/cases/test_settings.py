"""Golden cases of the settings: ``mkdocs.yml`` and variables in, settings or exact problems out."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from pydantic import TypeAdapter

from bantin.model.problem import Severity
from bantin.model.settings import EditorSettings, Settings
from bantin.reading.settings import (
    KEYS,
    advise_settings,
    read_settings,
    read_settings_file,
    settings_of,
)

TEXT = Path(__file__).with_name("settings.yml").read_text(encoding="utf-8")
CASES = yaml.safe_load(TEXT.replace("@LONG@", "x" * 2001))


class HostLoader(yaml.SafeLoader):
    """Reads YAML as MkDocs does: with numbers, dates, and names of Python objects."""


HostLoader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda *_: None)


def expected(case: dict[str, Any]) -> Settings | list[str]:
    if "problems" in case:
        return list(case["problems"])
    return TypeAdapter(Settings).validate_python(case["settings"])


def outcome(read: Settings | list[Any]) -> Settings | list[str]:
    return list(map(str, read)) if isinstance(read, list) else read


def environ(case: dict[str, Any]) -> dict[str, str]:
    return {name: str(value) for name, value in case.get("environ", {}).items()}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_a_file_read_by_the_check(case: dict[str, Any]) -> None:
    read = read_settings_file(case["mkdocs"], environ(case))
    assert outcome(read) == expected(case)


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES])
def test_values_read_by_the_host(case: dict[str, Any]) -> None:
    values = yaml.load(case["mkdocs"], Loader=HostLoader)  # noqa: S506 - a safe loader
    values = {key: value for key, value in values.items() if key in KEYS}
    read = read_settings(values, environ(case), case["mkdocs"])
    assert outcome(read) == expected(case)


def test_no_case_is_told_twice() -> None:
    assert len({case["name"] for case in CASES}) == len(CASES) >= 20


def test_values_of_the_host_without_a_file_are_checked_too() -> None:
    problems = read_settings({"site_name": "Bản tin", "extra": {"publiser": {}}}, {})
    assert outcome(problems) == [
        "mkdocs.yml:1:1: extra.publiser: không có trường nào tên «publiser»; có phải «publisher»?"
    ]


def test_a_file_that_is_not_yaml_is_a_problem_in_its_place() -> None:
    [problem] = outcome(read_settings_file("site_name: Bản tin: số 1\n", {}))  # type: ignore[misc]
    assert str(problem).startswith("mkdocs.yml:1:19: dấu hai chấm kèm dấu cách nằm giữa giá trị;")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<<<<<<< HEAD\nsite_name: A\n=======\nsite_name: B\n", "1:1: dấu «<<<<<<<» của git"),
        ("site_name: A\nnav:\n||||||| goc\n  - a.md\n", "3:1: dấu «|||||||» của git"),
        ("site_name: A\nextra:\n=======\n  repository: x\n", "3:1: dấu «=======» của git"),
        ("site_name:\u00a0A\n", "1:11: có dấu cách không ngắt, U+00A0"),
        ("site_name\uff1aA\n", "1:10: sau «site_name» là «\uff1a»"),
        ("site_name: A\nextra:\n\tpublisher: {}\n", "3:1: thụt đầu dòng bằng phím Tab"),
        ("site_name: \u201cA: b\u201d\n", "1:12: dấu ngoặc cong"),
        ("site_name: A\nextra:\n  publisher: {name: B #2, address: C}\n", "3:14: khối trong"),
        ("site_name: A\nnav:\n  - A: a.md\n  – B: b.md\n", "4:3: «–» không mở mục của danh sách"),
        ("site_name: A\nnav:\n  - A: a.md\n  -B: b.md\n", "4:3: "),
        ("Bản tin\n", "1:1: dòng này không có dạng «tên trường: giá trị»"),
        ("- site_name: A\n", "1:1: dòng này không có dạng «tên trường: giá trị»"),
    ],
)  # fmt: skip
def test_what_the_host_would_refuse_in_english_is_named_by_the_check(
    text: str, expected: str
) -> None:
    [problem] = outcome(read_settings_file(text, {}))  # type: ignore[misc]
    assert str(problem).startswith(f"mkdocs.yml:{expected}")


def test_a_name_in_curly_quotation_marks_is_advised(tmp_path: Path) -> None:
    text = "site_name: Bản tin\nextra:\n  publisher:\n    name: “Báo tỉnh”\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings = settings_of(tmp_path)
    assert isinstance(settings, Settings)
    [advice] = advise_settings(tmp_path, settings)
    assert str(advice).startswith("mkdocs.yml:4:11: extra.publisher.name: cả dòng nằm trong")
    assert advice.severity is Severity.ADVICE


def test_what_the_host_takes_from_the_environment_is_its_own() -> None:
    text = "site_name: A\nextra:\n  publisher: {phone: !ENV [PHONE, 0234], name: !!binary YQ==}\n"
    assert isinstance(read_settings_file(text, {}), Settings)
    values = {"site_name": "A", "extra": {"publisher": {"phone": "0235", "name": "a"}}}
    read = read_settings(values, {}, text)
    assert isinstance(read, Settings)
    assert (read.publisher.phone, read.publisher.name) == ("0235", "a")


def test_pages_do_not_depend_on_the_day_nor_on_the_browser_editor() -> None:
    plain = Settings(site_name="Bản tin")
    edited = replace(plain, has_editor=True, editor=EditorSettings(backend="github", repo="a/b"))
    assert repr(edited.for_pages()) == repr(plain.for_pages())
    assert repr(replace(plain, repository="https://a.vn/{path}").for_pages()) != repr(plain)


def test_settings_without_effect_are_advised(tmp_path: Path) -> None:
    text = "site_name: Bản tin\nextra_css: [https://a.vn/a.css]\nextra_javascript:\n  - a.js\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    settings = settings_of(tmp_path)
    assert isinstance(settings, Settings)
    assert [str(one).partition(": ")[0] for one in advise_settings(tmp_path, settings)] == [
        "mkdocs.yml:2:1", "mkdocs.yml:3:1",
    ]  # fmt: skip


def test_files_that_settings_name_are_looked_for(tmp_path: Path) -> None:
    text = "site_name: A\nhooks: [read.py, raed.py]\nwatch: [dataa]\ntheme: {custom_dir: t}\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    (tmp_path / "read.py").touch()
    assert outcome(settings_of(tmp_path)) == [
        "mkdocs.yml:2:18: hooks: không có tệp hay thư mục «raed.py»",
        "mkdocs.yml:3:9: watch: không có tệp hay thư mục «dataa»",
        "mkdocs.yml:4:21: theme: không có tệp hay thư mục «t»",
    ]
