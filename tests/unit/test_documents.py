"""What the written guides name is there: links between them, files, and the list of decisions."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GUIDES = sorted(
    file.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "bench/*.md", "decisions/*.md", "hooks/**/*.md", "tests/**/README.md")
    for file in ROOT.glob(pattern)
)
RECORDS = sorted(path for path in GUIDES if re.match(r"decisions/\d{4}-", path))
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")
CODE = re.compile(r"`([^`\n]+)`")
FOLDERS = ("admin", "bench", "decisions", "hooks", "tests", "theme", "tools")
MADE = ("bench/.cache", "tests/search/measure.py --")
LONGEST_RECORD = 50


def prose(path: str) -> str:
    """Return a guide without its fenced blocks."""
    return FENCED.sub("", (ROOT / path).read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", GUIDES)
def test_every_link_of_a_guide_leads_to_a_file(path: str) -> None:
    targets = LINK.findall(CODE.sub("", prose(path)))
    missing = [target for target in targets if not (ROOT / path).parent.joinpath(target).exists()]
    assert not missing


# A decision may name what was weighed and not taken, or what has gone since.
@pytest.mark.parametrize("path", [path for path in GUIDES if path not in RECORDS])
def test_every_file_that_a_guide_names_is_there(path: str) -> None:
    named = [text for text in CODE.findall(prose(path)) if text.split("/")[0] in FOLDERS]
    paths = [text for text in named if not text.startswith(MADE) and not set(text) & set("<… ")]
    missing = [text for text in paths if "/" in text and not any(ROOT.glob(text.rstrip("/")))]
    assert not missing


def test_the_list_of_decisions_names_each_once() -> None:
    listed = LINK.findall((ROOT / "decisions/README.md").read_text(encoding="utf-8"))
    assert [f"decisions/{name}" for name in listed] == RECORDS


@pytest.mark.parametrize("path", RECORDS)
def test_a_decision_is_short_and_has_its_four_parts(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_RECORD
    assert text.startswith(f"# {path[10:14]}: ")
    for part in ("Context", "Options", "Decision", "Consequences"):
        assert re.search(rf"^## {part}\b", text, re.MULTILINE), part
