#!/usr/bin/env bash
# Fuzzes the parsers of untrusted input and adds up the processor time in
# docs/reliability.md.
#
#   scripts/fuzz.sh [SECONDS [TARGET...]]     600 seconds each, all targets
#
# Targets are what tests/fuzz/CMakeLists.txt makes: parser, names, librarian …, and
# one for each reader.  Two run at a time.  Inputs that
# reach new code are kept in build/fuzz/found/TARGET; what breaks a promise is left in
# build/fuzz/broken/.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/install_packages.sh
source scripts/install_packages.sh

seconds=${1:-600}
shift || true
[[ $seconds =~ ^[0-9]+$ ]] || stop "not a number of seconds: $seconds" \
  "scripts/fuzz.sh [SECONDS [TARGET...]]"

install_packages build ci
cmake --preset fuzz >/dev/null
cmake --build --preset fuzz -j "${JOBS:-$(nproc)}" ||
  stop "the build failed" "the first error is above"
targets=("$@")
if [[ ${#targets[@]} -eq 0 ]]; then
  for program in build/fuzz/fuzz/*_fuzz; do
    name=${program##*/}
    # That is what the readers' names are links to.
    [[ $name == reader_fuzz ]] || targets+=("${name%_fuzz}")
  done
fi

# Our own queries, a file each: those of the documents, the wrong ones of the
# tests and the transcripts'.
write_queries() {
  python3 - "$1" <<'PYTHON'
import pathlib
import re
import sys

out = pathlib.Path(sys.argv[1])
out.mkdir(parents=True, exist_ok=True)
queries = set()
for block in re.findall(r"```query\n(.*?)```",
                        pathlib.Path("docs/query-language.md").read_text(),
                        re.S):
    queries.update(block.splitlines())
for wrong in pathlib.Path("tests/data/bad_queries").glob("*.txt"):
    queries.add(wrong.read_text().split("\n")[0])
for transcript in pathlib.Path("tests/cli").glob("*.t"):
    for line in re.findall(r"^\$ archive-query (.*)$",
                           transcript.read_text(), re.M):
        queries.update(re.findall(r"'([^']+)'", line))
        queries.update(re.findall(r'"((?:[^"\\]|\\.)+)"', line))
for number, query in enumerate(sorted(queries - {""})):
    (out / f"own-{number}").write_text(query)
PYTHON
}

run() {
  local target=$1
  local found=build/fuzz/found/$target
  mkdir -p "$found" build/fuzz/broken build/fuzz/logs
  [[ $target == parser ]] && write_queries "$found"
  local dictionary=()
  [[ $target == parser ]] && dictionary=(-dict=tests/fuzz/query.dict)
  local status=passed
  local TIMEFORMAT='%U %S'  # a reader in a child process takes the system's
  local cpu
  cpu=$({ time build/fuzz/fuzz/"${target}_fuzz" "$found" "tests/fuzz/corpus/$target" \
    -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 \
    -artifact_prefix="build/fuzz/broken/$target-" "${dictionary[@]}" \
    >"build/fuzz/logs/$target.txt" 2>&1; } 2>&1) || status=broken
  echo "$target $(awk '{ printf "%.0f", $1 + $2 }' <<<"$cpu") $status"
}

results=$(mktemp)
for target in "${targets[@]}"; do
  while (($(jobs -rp | wc -l) >= 2)); do wait -n; done
  run "$target" >>"$results" &
done
wait
python3 scripts/add_fuzz_seconds.py docs/reliability.md "$results"
cat "$results"
! grep -q broken "$results" ||
  stop "an input broke a promise" "it lies in build/fuzz/broken/"
