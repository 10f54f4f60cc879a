#!/usr/bin/env bash
# Measures what the analysis steps find and writes docs/quality.md anew.
#
# Usage: bench/quality.sh [BIN_DIRECTORY] [DATA_DIRECTORY]
#
# Each part of the page stands between `<!-- NAME -->` and `<!-- /NAME -->`; a
# function measure_NAME prints it.  To add a part: its markers and its text in
# docs/quality.md, a function here, its name in PARTS.  Parts whose data is not
# there stay as they are.
set -euo pipefail
cd "$(dirname "$0")/.."
bin=${1:-build/release/bin}
data=${2:-../shared/data}
page=docs/quality.md
PARTS=(dates dates-without-publication article-bodies publication-dates)

measure_dates() {
  [[ -d $data/temporal ]] || return 1
  bench/score_dates.py "$bin/archive-index" "$data/temporal"
}

measure_dates-without-publication() {
  [[ -d $data/temporal ]] || return 1
  bench/score_dates.py "$bin/archive-index" "$data/temporal" --no-anchor
}

measure_article-bodies() {
  [[ -d $data/extraction ]] || return 1
  bench/score_pages.py "$bin/archive-index" "$data/extraction" bodies
}

measure_publication-dates() {
  [[ -d $data/extraction ]] || return 1
  bench/score_pages.py "$bin/archive-index" "$data/extraction" dates
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
