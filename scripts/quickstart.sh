#!/usr/bin/env bash
# From a fresh Debian 12 and a clean clone to a first answer: installs what is
# needed to build, builds, indexes corpus/ and asks it a question.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/install_packages.sh
source scripts/install_packages.sh

show() {
  printf '\n$ %s\n' "$*"
}

echo "1. Debian packages: compiler, CMake, Xapian, ICU and a few libraries"
install_packages build

echo
echo "2. Building (build/release; some minutes the first time)"
cmake --preset release -DARCHIVE_BUILD_TESTS=OFF >/dev/null ||
  stop "CMake could not prepare the build" \
    "its message is above; needed is CMake 3.25 or newer, and here is" \
    "$(cmake --version | head -n 1)"
cmake --build --preset release -j "${JOBS:-$(nproc)}" ||
  stop "the build failed" "the first error is above"

# An index of its own, so that one you have already is left alone.
export ARCHIVE_INDEX_DB=$PWD/build/quickstart-index
export PATH=$PWD/build/release/bin:$PATH

echo
echo "3. An index of the articles in corpus/, and a question"
show export ARCHIVE_INDEX_DB="$ARCHIVE_INDEX_DB" \
  'PATH=build/release/bin:$PATH'

# One file of the corpus is broken on purpose, to show how that is told.
show archive-index build corpus/ --summary
archive-index build corpus/ --summary --skip-ok ||
  stop "corpus/ could not be indexed" "the reason is above"

show 'archive-query "hotline AND Eastern"'
archive-query "hotline AND Eastern" ||
  stop "the question was not answered" "the reason is above"

echo
echo "That works.  Next: archive-index build DIRECTORY with news of your own,"
echo "archive-query -h for what can be asked, scripts/test.sh for the tests."
