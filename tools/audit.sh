#!/bin/sh
# Look every locked package up among known vulnerabilities; pip-audit runs in an environment that is thrown away.
# Usage: audit.sh [ARGUMENT OF pip-audit...], such as --vulnerability-service osv
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

env=$(mktemp -d)
trap 'rm -rf "$env"' EXIT
trap 'exit 1' INT TERM

.venv/bin/python -m venv "$env"
"$env/bin/python" -m pip install -qq --disable-pip-version-check --require-hashes -r tools/audit.txt
# Strict: a package that could not be looked up is no package without a flaw.
"$env/bin/pip-audit" --strict --progress-spinner off --disable-pip --require-hashes -r requirements.txt "$@" || {
    say "Có gói mang lỗ hổng đã biết, hoặc không hỏi được pypi.org (xem ở trên)."
    exit 1
}
