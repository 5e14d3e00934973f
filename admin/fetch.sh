#!/bin/sh
# Fetch the packages of the browser editor, as package-lock.json fixes them, into .cache/admin/.
set -eu
cd "$(dirname "$0")/.."
cache=.cache/admin
stamp=$cache/.fetched

say() { printf '%s\n' "$*" >&2; }

# A private mirror in the lock would shut everyone else out.
if grep '"resolved"' admin/package-lock.json | grep -qv '"https://registry\.npmjs\.org/'; then
    say "admin/package-lock.json ghi địa chỉ kho gói riêng: hãy khóa lại với kho công khai."
    exit 1
fi
cmp -s admin/package-lock.json "$stamp" && exit
say "Đang tải các gói của trang biên tập…"
mkdir -p "$cache"
rm -f "$stamp"
cp admin/package.json admin/package-lock.json "$cache/"
# Nothing of a package is run, neither here nor when the site is built.
sh tools/npm.sh ci --prefix "$cache" --ignore-scripts --no-audit --no-fund --silent || {
    say "Không tải được các gói của trang biên tập: hãy kiểm tra kết nối mạng rồi gọi lại."
    exit 1
}
cp admin/package-lock.json "$stamp"
