#!/bin/sh
# Print the path of a Chromium that starts: found, else the distribution's, else Playwright's.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

playwright_browser() {
    .venv/bin/python 2>/dev/null - <<'PY' || true
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PY
}

# A name is not enough: Ubuntu's chromium-browser may be a script that only asks for a snap.
print_if_starts() {
    path=$(command -v "$1" 2>/dev/null) && "$path" --version >/dev/null 2>&1 && printf '%s\n' "$path"
}

find_browser() {
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"; do
        print_if_starts "$name" && return
    done
    print_if_starts "$(playwright_browser)"
}

install_from_playwright() {
    say "Đang tải Chromium của Playwright…"
    if [ "$(id -u)" -eq 0 ]; then
        .venv/bin/playwright install --with-deps chromium
    else
        .venv/bin/playwright install chromium
    fi
}

# Playwright's driver is a Node that needs libatomic, which a small Debian or Fedora lacks.
if ! .venv/bin/playwright --version >/dev/null 2>&1; then
    sh tools/distro.sh libatomic1 >&2 || sh tools/distro.sh libatomic >&2 || {
        say "Playwright thiếu thư viện libatomic: hãy chạy 'sudo apt-get install libatomic1' rồi gọi lại lệnh make."
        exit 1
    }
fi

find_browser && exit
sh tools/distro.sh chromium >&2 || true
find_browser && exit
install_from_playwright >&2 || true
find_browser && exit
say "Chưa có Chromium để thử trên trình duyệt: hãy chạy 'sudo apt-get install chromium' rồi gọi lại, hoặc chỉ rõ bằng CHROMIUM=/đường/dẫn."
exit 1
