#!/usr/bin/env bash
# Trains the entity tagger from ../shared/data and writes its model: the same
# bytes every time, with the same compiler on the same kind of machine.
#
# Usage: scripts/train_tagger.sh [--held-out | --aliases] [MODEL]
#
# With --held-out, wikigold, gum_news and uner_ewt_dev are kept out, so that
# they can be scored (bench/quality.sh does).  With --aliases nothing is trained:
# the table of names that mean the same (training/aliases.tsv and the gazetteers)
# is put into the model, as training would put it.  The trainer is built in
# build/training, optimised, whatever else is built.
set -euo pipefail
cd "$(dirname "$0")/.."
options=()
model=indexer/analysis/models/entities-en.model
for argument in "$@"; do
  case $argument in
    --held-out | --aliases) options=("$argument") ;;
    -*)
      echo "train_tagger.sh: there is no option $argument" >&2
      exit 2
      ;;
    *) model=$argument ;;
  esac
done
cmake -S . -B build/training -G Ninja -DCMAKE_BUILD_TYPE=Release \
  -DARCHIVE_BUILD_TESTS=OFF >/dev/null
cmake --build build/training --target train_tagger >/dev/null
build/training/bin/train_tagger "${ARCHIVE_DATA:-../shared/data}" \
  training/aliases.tsv "$model" "${options[@]}"
