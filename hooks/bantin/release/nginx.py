"""Whether nginx would start with the configuration of a site, where there is an nginx to ask."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

# Debian keeps servers outside the path of ordinary users, and of their timed commands.
PLACES = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
PARTS = "include {site}/_nginx/http.conf; server {{ {server} include {site}/_nginx/server.conf; }}"
# A test of a configuration tries to take this port, but does not mind that another has it.
SERVER = "listen 127.0.0.1:49151; root {site};"
FRAME = """\
pid nginx.pid;
error_log stderr;
events {{ }}
http {{ access_log off; {parts} }}
"""


def refused_configuration(site: Path) -> Iterator[str]:
    """Yield in Vietnamese why nginx would not start with the configuration of a site."""
    program = find_program("nginx")
    if not program:
        return
    folder = site.resolve()
    server = SERVER.format(site=f'"{folder}"')
    parts = PARTS.format(site=folder, server=server)
    refusal = _refusal(program, parts)
    # An nginx that takes no configuration at all says nothing about this one.
    if refusal and not _refusal(program, f"server {{ {server} }}"):
        yield f"nginx không nhận cấu hình của bản dựng: {refusal.replace(f'{folder}/', '')}"


def find_program(name: str) -> str | None:
    """Return the path of a program of this machine, servers among them; None where it is not."""
    return shutil.which(name, path=os.pathsep.join((os.environ.get("PATH", ""), *PLACES)))


def _refusal(program: str, parts: str) -> str:
    with TemporaryDirectory() as folder:
        file = Path(folder, "nginx.conf")
        file.write_text(FRAME.format(parts=parts), encoding="utf-8", newline="\n")
        command = [program, "-t", "-q", "-p", f"{folder}/", "-c", str(file)]
        ran = subprocess.run(  # noqa: S603 - a fixed command
            command, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    lines = [line for line in ran.stderr.splitlines() if "[emerg]" in line]
    return (lines or ["?"])[0].partition("[emerg] ")[2] if ran.returncode else ""
