#!/bin/sh
# Install packages with the distribution's manager; fails where there is none or no right to.
# Usage: distro.sh PACKAGE...
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

if [ "$(id -u)" -eq 0 ]; then
    sudo=
elif sudo -n true 2>/dev/null; then
    sudo="sudo -n"
else
    exit 1
fi

printf 'Đang cài gói %s của hệ điều hành…\n' "$*" >&2
if has apt-get; then
    $sudo apt-get update -qq
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends "$@" >/dev/null
elif has dnf; then
    $sudo dnf install -y "$@"
elif has zypper; then
    $sudo zypper --non-interactive install "$@"
elif has pacman; then
    $sudo pacman -Sy --noconfirm --needed "$@"
elif has apk; then
    $sudo apk add "$@"
else
    exit 1
fi
