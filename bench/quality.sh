#!/usr/bin/env bash
# Measures what the analysis steps find and writes docs/quality.md anew.
#
# Usage: bench/quality.sh [BIN_DIRECTORY] [DATA_DIRECTORY] [PART]...
#
# Without a PART all of them are measured but cross-validation, which trains five
# taggers.
# Each part of the page stands between `<!-- NAME -->` and `<!-- /NAME -->`; a
# function measure_NAME prints it.  To add a part: its markers and its text in
# docs/quality.md, a function here, its name in PARTS.  Parts whose data is not
# there stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${1:-build/release/bin}
data=${2:-../shared/data}
page=docs/quality.md
PARTS=(dates dates-without-publication entities names-reuters
  names-reuters-found names-press article-bodies publication-dates feeds
  pages-a-second)
(($# > 2)) && PARTS=("${@:3}")

measure_dates() {
  [[ -d $data/temporal ]] || return 1
  bench/score_dates.py "$bin/archive-index" "$data/temporal"
}

measure_dates-without-publication() {
  [[ -d $data/temporal ]] || return 1
  bench/score_dates.py "$bin/archive-index" "$data/temporal" --no-anchor
}

# With a model that has not seen what is scored; ARCHIVE_HELD_OUT_MODEL names one
# that is there already, training takes some minutes.
measure_entities() {
  [[ -d $data/ner ]] || return 1
  local model=${ARCHIVE_HELD_OUT_MODEL:-}
  if [[ -z $model ]]; then
    model=build/held-out.model
    ARCHIVE_DATA=$data scripts/train_tagger.sh --held-out "$model" >&2
  fi
  bench/score_entities.py "$bin/archive-index" "$data" "$model"
}

measure_names-reuters() {
  [[ -d $data/reuters21578 ]] || return 1
  bench/entity_facets.sh "$bin" "$data/reuters21578"
}

# The recipe of the tagger on texts that nobody looked at while it was made.
measure_cross-validation() {
  [[ -d $data/ner ]] || return 1
  bench/cross_validate.py "$bin/archive-index" "$data" \
    indexer/analysis/models/entities-en.model
}

# Without the lists of names that the collection brings.
measure_names-reuters-found() {
  [[ -d $data/reuters21578 ]] || return 1
  local bare
  bare=$(mktemp -d)
  for file in "$data"/reuters21578/*.sgm; do
    sed -E 's#<(PLACES|PEOPLE|ORGS)>.*</\1>#<\1></\1>#' "$file" \
      >"$bare/$(basename "$file")"
  done
  bench/entity_facets.sh "$bin" "$bare"
  rm -rf "$bare"
}

measure_names-press() {
  local releases=$data/news/en_senate_press.jsonl.gz
  [[ -f $releases ]] || return 1
  bench/entity_facets.sh "$bin" "$releases"
}

measure_article-bodies() {
  [[ -d $data/extraction ]] || return 1
  bench/score_pages.py "$bin/archive-index" "$data/extraction" bodies
}

measure_publication-dates() {
  [[ -d $data/extraction ]] || return 1
  bench/score_pages.py "$bin/archive-index" "$data/extraction" dates
}

measure_feeds() {
  [[ -d $data/formats/feeds ]] || return 1
  bench/score_feeds.py "$bin/archive-index" "$data/formats/feeds"
}

# Both sets of pages, by one process on one core: all that read does, and extraction
# alone where page_benchmark is built.
measure_pages-a-second() {
  [[ -d $data/extraction ]] || return 1
  bench/pages_a_second.py "$bin/archive-index" "$data/extraction"
}

for part in "${PARTS[@]}"; do
  if ! table=$("measure_$part"); then
    echo "$part: skipped, its data is not in $data" >&2
    continue
  fi
  TABLE=$table python3 - "$page" "$part" <<'END'
import os, re, sys
page, part = sys.argv[1:]
text = open(page, encoding="utf-8").read()
between = re.compile(rf"(<!-- {part} -->\n).*?(<!-- /{part} -->)", re.S)
if not between.search(text):
    sys.exit(f"{page} has no place for {part}")
text = between.sub(lambda m: m[1] + os.environ["TABLE"] + "\n" + m[2], text)
open(page, "w", encoding="utf-8").write(text)
END
  echo "$part: written"
done
