from pathlib import Path

from bantin.checking.field_problem import FieldProblem, locate

ARTICLE = "---\ntitle: Bài\nphotos:\n  - alt: a\n---\n"
REGISTRY = "# Chú thích\n- id: a\n  name: A\n- id: b\n  succeeded_by: [x, y]\n"


def test_a_problem_is_located_at_its_field_or_the_nearest_part_written(tmp_path: Path) -> None:
    (tmp_path / "bai.md").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "data.yml").write_text(REGISTRY, encoding="utf-8")
    faults = [
        FieldProblem("bai.md", ("title",), "một"),
        FieldProblem("bai.md", ("photos", 0, "src"), "hai"),
        FieldProblem("bai.md", ("date",), "ba"),
        FieldProblem("bai.md", (), "bốn", line=7),
        FieldProblem("data.yml", ("b", "succeeded_by", 1), "năm"),
        FieldProblem("data.yml", ("b", "parent"), "sáu"),
    ]
    assert [str(problem) for problem in locate(faults, tmp_path)] == [
        "bai.md:2:8: title: một",
        "bai.md:4:5: photos.0.src: hai",
        "bai.md:2:1: date: ba",
        "bai.md:7:1: bốn",
        "data.yml:5:21: succeeded_by.1: năm",
        "data.yml:4:3: parent: sáu",
    ]
