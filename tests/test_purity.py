"""The package stands without its host: no module of ``bantin`` needs MkDocs."""

import subprocess
import sys
from pathlib import Path

import pytest

HOOKS = Path(__file__).parent.parent / "hooks"
MODULES = sorted(
    ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")
    for file in (HOOKS / "bantin").rglob("*.py")
)
BLOCK = """
class Blocked:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material", "properdocs"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Blocked())
"""
IMPORT_ALL = """
import importlib, sys
{before}
sys.path.insert(0, {hooks!r})
for name in {modules!r}:
    importlib.import_module(name)
print(*sorted(name for name in sys.modules if name.partition(".")[0] in ("mkdocs", "material")))
"""


@pytest.mark.parametrize("before", ["", BLOCK], ids=["present", "blocked"])
def test_every_module_imports_without_mkdocs(before: str) -> None:
    program = IMPORT_ALL.format(before=before, hooks=str(HOOKS), modules=MODULES)
    ran = subprocess.run(
        [sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout.strip() == ""


def test_the_package_has_modules() -> None:
    assert {"bantin", "bantin.model", "bantin.reading", "bantin.checking"} <= set(MODULES)


def test_no_module_names_the_host_or_logs() -> None:
    for file in (HOOKS / "bantin").rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        for word in ("import mkdocs", "from mkdocs", "import logging", "from logging"):
            assert word not in text, f"{file}: {word}"
