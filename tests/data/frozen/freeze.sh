#!/usr/bin/env bash
# Makes the frozen index of the schema of today: freeze.sh ARCHIVE-INDEX SCHEMA.
# Writes /srv/news for a moment, since roots are part of an index.  Done once
# for each schema that was released; what is there is never made again.
set -euo pipefail
tool=$1
target=$(dirname "$0")/schema-$2
root=/srv/news
[[ ! -e $root ]] || { echo "$root is there already" >&2; exit 1; }
trap 'rm -rf "$root"' EXIT
mkdir -p "$root/2021/03/02"
rm -rf "$target"

build() {
  ARCHIVE_INDEX_NOW=$1 "$tool" --db "$target" build --quiet --threads 1 "$root"
}

cat >"$root/wire.jsonl" <<'END'
{"id":"w1","title":"Getreidepreise steigen","text":"Die Preise für Weizen stiegen am Montag.","date":"1987-02-26T15:01:01+01:00","source":"Der Kurier","topics":["grain","wheat"],"organisations":["EG"],"places":["Bonn"],"page":"3","edition":"Spätausgabe","agency":"dpa","status":"corrected"}
{"id":"w2","title":"WHO REPORTS","text":"AIDS numbers were published.\n\nNo. 5 of the series follows.","date":"1987-03","people":["Halfdan Mahler"],"byline":"By Jo Doe","ocr":0.875}
END
printf 'A hotline between two fleets\n\nFigures to follow.\n' \
  >"$root/2021/03/02/hotline.txt"
touch -d 2021-03-14T00:00:00Z "$root"/wire.jsonl "$root"/2021/03/02/hotline.txt
build 1615802400
printf '%s\n\n%s\n\n%s\n' 'A hotline between two fleets' \
  'The U.S. and the ROK opened a hotline. Gen. Kim called it a first step.' \
  'The first lines were laid in 2008.' >"$root/2021/03/02/hotline.txt"
touch -d 2021-03-15T00:00:00Z "$root"/2021/03/02/hotline.txt
build 1615888800
# What the stub does not name.
rm -rf "$target"/{lock,last-run,work,generations/2,segments/000001}
