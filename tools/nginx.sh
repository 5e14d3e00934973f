#!/bin/sh
# Print the path of an nginx that starts: found, else the distribution's, with its brotli module
# where there is one.
set -eu
cd "$(dirname "$0")/.."

say() { printf '%s\n' "$*" >&2; }

print_if_starts() {
    path=$(command -v "$1" 2>/dev/null) && "$path" -v >/dev/null 2>&1 && printf '%s\n' "$path"
}

# Debian keeps servers outside the path of ordinary users.
find_nginx() {
    for name in "${NGINX:-}" nginx /usr/sbin/nginx /usr/local/sbin/nginx /opt/homebrew/bin/nginx; do
        print_if_starts "$name" && return
    done
    return 1
}

find_nginx && exit
sh tools/distro.sh nginx-light libnginx-mod-http-brotli-static >&2 ||
    sh tools/distro.sh nginx-light >&2 || sh tools/distro.sh nginx >&2 || true
find_nginx && exit
say "Chưa có nginx để thử máy chủ: hãy chạy 'sudo apt-get install nginx-light' rồi gọi lại, hoặc chỉ rõ bằng NGINX=/đường/dẫn."
exit 1
