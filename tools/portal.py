"""The portal on any system that has Python: ``python tools/portal.py``, or two clicks on the file.

Without a word behind it, it opens the editing desk in the browser; ``serve``, ``build`` and
``offline`` are those of make, and everything else is given to ``bantin``:
``python tools/portal.py check``. What is missing is set up first.
"""

import os
import subprocess
import sys
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "hooks"))
from bantin.runtime.streams import use_utf8  # noqa: E402 - not installed yet

OLDEST = (3, 11)
ADDRESS = "127.0.0.1:8000"
HOST_COMMANDS = {
    "serve": ("serve", "--dev-addr", ADDRESS),
    "build": ("build", "--strict"),
    "offline": ("build", "--strict", "--site-dir", "site-offline"),
}
# What the environment is made from, and what says that it was.
SOURCES = ("pyproject.toml", "requirements.txt")
STAMP = ".synced"


def program(environment: Path, name: str, system: str) -> Path:
    """Return where a virtual environment has a program; ``system`` is as ``os.name`` has it."""
    return environment / ("Scripts" if system == "nt" else "bin") / name


def command_line(words: Sequence[str], python: Path) -> list[str]:
    """Return the command for the words typed behind the script."""
    name, *rest = words or ["studio"]
    if name in HOST_COMMANDS:
        return [str(python), str(ROOT / "hooks/command.py"), *HOST_COMMANDS[name], *rest]
    return [str(python), "-c", "from bantin.cli import main; main(prog_name='bantin')", name, *rest]


def environ_of(words: Sequence[str], environ: Mapping[str, str]) -> dict[str, str]:
    """Return the environment in which a command runs."""
    offline = {"OFFLINE": "1"} if words[:1] == ["offline"] else {}
    return {**environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **offline}


def is_ready(root: Path) -> bool:
    """Whether the environment was set up since the list of packages last changed."""
    stamp = root / ".venv" / STAMP
    if not stamp.is_file():
        return False
    made = stamp.stat().st_mtime
    return all((root / name).stat().st_mtime <= made for name in SOURCES)


def set_up(root: Path, python: Path) -> bool:
    """Make the environment; return whether that went well."""
    _say("Đang chuẩn bị môi trường Python trong .venv; lần đầu mất vài phút…")
    if not python.exists():
        venv.create(root / ".venv", with_pip=True)
    pip = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    steps = (
        [*pip, "--require-hashes", "--requirement", "requirements.txt"],
        [*pip, "--no-deps", "--editable", "."],
    )
    for step in steps:
        if subprocess.run(step, cwd=root, check=False).returncode:  # noqa: S603 - fixed commands
            _say("Không tải được các gói Python: hãy kiểm tra kết nối mạng rồi chạy lại.")
            return False
    (root / ".venv" / STAMP).touch()
    return True


def main(words: Sequence[str]) -> int:
    """Run a command and return its status."""
    use_utf8()
    if sys.version_info < OLDEST:
        _say("Cần Python 3.11 trở lên; tải tại python.org.")
        return 1
    python = program(ROOT / ".venv", "python.exe" if os.name == "nt" else "python", os.name)
    if not is_ready(ROOT) and not set_up(ROOT, python):
        return 1
    command, environ = command_line(words, python), environ_of(words, os.environ)
    try:
        return subprocess.run(command, cwd=ROOT, env=environ, check=False).returncode  # noqa: S603 - our own commands
    except KeyboardInterrupt:  # Ctrl + C ends what is served, and this with it
        return 0


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
