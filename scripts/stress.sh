#!/usr/bin/env bash
# The long forms of the tests that break things: what CI runs for seconds runs
# here as long as you say.
#
#   scripts/stress.sh KIND SECONDS [SEED]
#
#   kill      commands are killed at every named point, and runs at random, and
#             started again
#   model     random changes, kills and rebuilds against a model
#   faults    the disk is full or fails, at every call
#   power     the power goes, at every step
#   readers   eight readers in a loop beside a writer
#   all       each of them in turn
#
# The seed is printed; with it the same run can be had again.  Builds the
# release preset.  What passed says so in its last line; docs/reliability.md has
# the figures.
set -euo pipefail
cd "$(dirname "$0")/.."
# shellcheck source=scripts/install_packages.sh
source scripts/install_packages.sh

kinds=(kill model faults power readers)
usage="scripts/stress.sh KIND SECONDS [SEED]"
kind=${1:-}
seconds=${2:-}
seed=${3:-$((RANDOM * 32768 + RANDOM))}
[[ $kind == all || " ${kinds[*]} " == *" $kind "* ]] ||
  stop "the kinds are: ${kinds[*]} all" "$usage"
[[ $seconds =~ ^[0-9]+$ ]] || stop "not a number of seconds: $seconds" "$usage"
[[ $seed =~ ^[0-9]+$ ]] || stop "not a seed: $seed" "$usage"

install_packages build test
preset=${ARCHIVE_STRESS_PRESET:-release}
cmake --preset "$preset" >/dev/null
cmake --build --preset "$preset" -j "${JOBS:-$(nproc)}" --target archive-index \
  archive-query fault_shim indexer_tests ||
  stop "the build failed" "the first error is above"
build=build/$preset
if [[ -d /dev/shm ]]; then export TMPDIR=/dev/shm; fi

# Runs the command with growing seeds in its last place until the time is over.
rounds() {
  local -r end=$((SECONDS + seconds))
  local round=0
  while ((SECONDS < end)); do
    "$@" $((seed + round))
    round=$((round + 1))
  done
  echo "$round rounds, seeds $seed to $((seed + round - 1))"
}

run() {
  echo "== $1: $seconds s, seed $seed"
  local -r faults=tests/faults shim=$build/tests/libfault_shim.so
  case $1 in
    kill)
      python3 "$faults/kills.py" "$build/bin" .
      ARCHIVE_CRASH_SECONDS=$seconds ARCHIVE_CRASH_SEED=$seed \
        "$build/tests/indexer_tests" --gtest_filter="Crash.AtRandom*"
      ;;
    model)
      ARCHIVE_MODEL_SECONDS=$seconds ARCHIVE_MODEL_SEED=$seed \
        "$build/tests/indexer_tests" indexer/writing/model_test.cc
      ;;
    faults) rounds python3 "$faults/faults.py" "$build/bin" "$shim" 20 ;;
    power) rounds python3 "$faults/power_cut.py" "$build/bin" "$shim" 8 2 ;;
    readers) python3 "$faults/readers.py" "$build/bin" "$seconds" "$seed" ;;
  esac
}

for each in "${kinds[@]}"; do
  if [[ $kind == all || $kind == "$each" ]]; then run "$each"; fi
done
