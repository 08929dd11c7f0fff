#!/bin/sh
# Installs what the project needs from the system, or prints the one line to type where it may not.
# usage: need.sh python PYTHON | need.sh chromium java …
set -eu

missing=""
while [ $# -gt 0 ]; do
    case "$1" in
    python)
        python=$2
        shift
        "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
            echo "Traverse needs Python 3.11 or later; $python is $("$python" --version 2>&1)." >&2
            echo "Try: make PYTHON=python3.12 …" >&2
            exit 1
        }
        "$python" -c 'import ensurepip, venv' 2>/dev/null || missing="$missing python3-venv"
        ;;
    chromium)
        [ -x "${CHROMIUM:-/usr/bin/chromium}" ] || missing="$missing chromium fonts-dejavu-core"
        ;;
    java)
        # The search tests start a real Elasticsearch unless the environment names one.
        if [ -z "${ELASTICSEARCH_URL:-}" ]; then
            command -v java >/dev/null 2>&1 || missing="$missing openjdk-17-jre-headless"
            command -v mvn >/dev/null 2>&1 || missing="$missing maven"
            command -v unzip >/dev/null 2>&1 || missing="$missing unzip"
        fi
        ;;
    esac
    shift
done
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing$missing…"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    # shellcheck disable=SC2086 - a list of names
    apt-get install -y -qq --no-install-recommends $missing >/dev/null
else
    echo "Some system packages are missing. Type this, then try again:" >&2
    echo "  sudo apt-get install --no-install-recommends$missing" >&2
    exit 1
fi
