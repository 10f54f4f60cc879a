#!/usr/bin/env bash
# Builds everything for daily work (build/dev: with checks, warnings are
# errors) and runs the tests.  Installs what that needs first.  What ctest says
# is the last word.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/install_packages.sh
source scripts/install_packages.sh

echo "1. Debian packages: those to build, GoogleTest, Python, Xapian's tools"
install_packages build test

echo
echo "2. Building (build/dev)"
cmake --preset dev >/dev/null ||
  stop "CMake could not prepare the build" \
    "its message is above; needed is CMake 3.25 or newer, and here is" \
    "$(cmake --version | head -n 1)"
cmake --build --preset dev -j "${JOBS:-$(nproc)}" ||
  stop "the build failed" "the first error is above"

echo
echo "3. Tests"
exec ctest --preset dev --output-on-failure --parallel "${JOBS:-$(nproc)}" "$@"
