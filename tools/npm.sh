#!/bin/sh
# Fetch the npm packages that FOLDER/package-lock.json fixes, into .cache/NAME/node_modules.
# Usage: npm.sh FOLDER NAME WHAT        WHAT: the words of the message, such as "trang biên tập"
set -eu
cd "$(dirname "$0")/.."
folder=$1
cache=.cache/$2
what=$3
stamp=$cache/.fetched

say() { printf '%s\n' "$*" >&2; }

# A private mirror in the lock would shut everyone else out.
if grep '"resolved"' "$folder/package-lock.json" | grep -qv '"https://registry\.npmjs\.org/'; then
    say "$folder/package-lock.json ghi địa chỉ kho gói riêng: hãy khóa lại với kho công khai."
    exit 1
fi
cmp -s "$folder/package-lock.json" "$stamp" && exit
say "Đang tải các gói của $what…"
mkdir -p "$cache"
rm -f "$stamp"
cp "$folder/package.json" "$folder/package-lock.json" "$cache/"
# No package may run a program of its own while it is installed.
sh tools/node.sh npm ci --prefix "$cache" --ignore-scripts --no-audit --no-fund --silent \
    --fetch-retry-mintimeout=1000 --fetch-retry-maxtimeout=5000 || {
    say "Không tải được các gói của $what: hãy kiểm tra kết nối mạng rồi gọi lại."
    exit 1
}
cp "$folder/package-lock.json" "$stamp"
