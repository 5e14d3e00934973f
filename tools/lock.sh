#!/bin/sh
# Resolve pyproject.toml into uv.lock and export it as requirements.txt; with --check, only compare.
set -eu
cd "$(dirname "$0")/.."
PATH="$PWD/.venv/bin:$PATH"
export UV_PYTHON_DOWNLOADS=never
unset UV_DEFAULT_INDEX UV_INDEX UV_INDEX_URL UV_EXTRA_INDEX_URL UV_FIND_LINKS

say() { printf '%s\n' "$*" >&2; }

export_lock() {
    echo '# Exported from uv.lock by "make lock".'
    uv export --quiet --frozen --no-emit-project --no-header
}

is_exported() { export_lock | cmp -s - requirements.txt; }

# A private mirror in the lock would shut everyone else out.
is_public() {
    ! grep -E 'registry = "|url = "' uv.lock |
        grep -vqE '"https://(pypi\.org/simple|files\.pythonhosted\.org/[^"]*)"'
}

if [ "${1:-}" = --check ]; then
    uv lock --quiet --check && is_exported || {
        say "uv.lock hoặc requirements.txt chưa khớp pyproject.toml: hãy chạy make lock."
        exit 1
    }
else
    uv lock
    export_lock >requirements.txt
fi
is_public || {
    say "uv.lock ghi địa chỉ kho gói riêng: hãy bỏ cấu hình kho riêng của uv rồi chạy make lock."
    exit 1
}
