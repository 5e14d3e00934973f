#!/bin/sh
# Make .venv and bring it to what uv.lock says. Needs a python3 and a package registry, nothing else.
set -eu
cd "$(dirname "$0")/.."
venv=.venv/bin/python

say() { printf '%s\n' "$*" >&2; }

is_recent() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

has_venv() { "$1" -c 'import ensurepip, venv' 2>/dev/null; }

find_python() {
    for name in "${PYTHON:-python3}" python3 python3.14 python3.13 python3.12 python3.11; do
        if is_recent "$name"; then
            printf '%s\n' "$name"
            return
        fi
    done
    say "Cần Python 3.11 trở lên: hãy cài gói python3 của hệ điều hành, hoặc chỉ rõ bằng make PYTHON=/đường/dẫn/tới/python3."
    return 1
}

make_venv() {
    python=$(find_python) || exit 1
    # Debian and Ubuntu keep ensurepip in a package of its own, named after the version.
    package=$("$python" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if ! has_venv "$python"; then
        sh tools/distro.sh "$package" >&2 || true
    fi
    if ! has_venv "$python" || ! "$python" -m venv --clear .venv; then
        say "Python ở máy này thiếu phần tạo môi trường: hãy chạy 'sudo apt-get install $package' rồi gọi lại lệnh make."
        exit 1
    fi
}

install_uv() {
    awk '/^uv==/ { found = 1 } found { print } found && !/\\$/ { exit }' requirements.txt |
        "$venv" -m pip install -qq --disable-pip-version-check --require-hashes -r /dev/stdin
}

sync_with_uv() {
    env -u VIRTUAL_ENV UV_PYTHON_DOWNLOADS=never UV_PROJECT_ENVIRONMENT=.venv \
        .venv/bin/uv sync --frozen --inexact
}

# pip knows the mirror or proxy set for this machine, which uv does not read.
sync_with_pip() {
    "$venv" -m pip install --disable-pip-version-check --require-hashes -r requirements.txt &&
        "$venv" -m pip install --disable-pip-version-check --no-deps --editable .
}

say "Đang chuẩn bị môi trường Python trong .venv…"
if ! is_recent "$venv" || ! "$venv" -c 'import pip' 2>/dev/null; then
    make_venv
fi
if ! { install_uv && sync_with_uv; }; then
    say "uv không tải được các gói; đang thử lại bằng pip…"
    sync_with_pip || {
        say "Không tải được các gói Python: hãy kiểm tra kết nối mạng hoặc cấu hình pip rồi gọi lại lệnh make."
        exit 1
    }
fi
