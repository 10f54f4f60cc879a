# Earlier texts of a file that is changed.

$ mkdir news; printf 'Harbour opens\n\nThe harbour opens one line.\n' >news/line.txt; printf 'Other\n\nOther words.\n' >news/other.txt; archive-index build --quiet --db db news; printf 'keep-versions = 2\nsettle = 0\n' >db/archive-index.toml; printf 'Harbour opens\n\nThe harbour opens two lines.\n' >news/line.txt; ARCHIVE_INDEX_NOW=1615806000 archive-index build --quiet --db db; archive-query --db db --history news/line.txt
2 versions, the oldest first

1  Harbour opens
   undated · usable · an earlier text, kept since 2021-03-15 11:00 · here since
   2021-03-15 10:00
   news/line.txt

2  Harbour opens
   undated · usable · shown · here since 2021-03-15 11:00
   text      The harbour opens [-one line.-] {+two lines.+}
   news/line.txt
[0]

# What is searched is what the file says now; a file that was merely touched has no other text.

$ archive-query --db db --count one; archive-query --db db --count two; touch news/line.txt; ARCHIVE_INDEX_NOW=1615807000 archive-index build --quiet --db db; archive-query --db db --history news/line.txt | head -1; archive-query --db db --show news/line.txt | grep -A1 ^kept
0
1
2 versions, the oldest first
kept           1 earlier text (archive-query --history 'news/line.txt')
file           news/line.txt, record 1, bytes 0 to 44, read by plain
[0]

# As many as are asked for, the newest.

$ for n in three four; do printf 'Harbour opens\n\nThe harbour opens %s lines.\n' $n >news/line.txt; ARCHIVE_INDEX_NOW=1615810000 archive-index build --quiet --db db; done; archive-query --db db --history news/line.txt --format json
{"kind":"history","format_version":1,"index":"$INDEX_ID","generation":9,"tool":"$VERSION","id":"news/line.txt","versions":[{"id":"news/line.txt","title":"Harbour opens","version":"","status":"usable","hidden":"superseded","published":"","modified":"","added":"2021-03-15T10:00:00Z","kept_until":"2021-03-15T12:06:40Z","differences":[]},{"id":"news/line.txt","title":"Harbour opens","version":"","status":"usable","hidden":"superseded","published":"","modified":"","added":"2021-03-15T12:06:40Z","kept_until":"2021-03-15T12:06:40Z","differences":[{"field":"text","parts":[{"kind":"same","text":"The harbour opens"},{"kind":"removed","text":"two"},{"kind":"added","text":"three"},{"kind":"same","text":"lines."}]}]},{"id":"news/line.txt","title":"Harbour opens","version":"","status":"usable","hidden":null,"published":"","modified":"","added":"2021-03-15T12:06:40Z","kept_until":null,"differences":[{"field":"text","parts":[{"kind":"same","text":"The harbour opens"},{"kind":"removed","text":"three"},{"kind":"added","text":"four"},{"kind":"same","text":"lines."}]}]}]}
[0]

# They survive compact, corrections, a copy and a fresh build, which compares as well.

$ archive-index compact --db db >/dev/null; archive-index corrections set news/line.txt title 'Port opens' --db db >/dev/null; archive-index build --quiet --db db; archive-index backup --db db copy >/dev/null; archive-query --db copy --history news/line.txt | grep -E '^[0-9]|   text'
3 versions, the oldest first
1  Harbour opens
2  Harbour opens
   text      The harbour opens [-two-] {+three+} lines.
3  Port opens
   text      The harbour opens [-three-] {+four+} lines.
[0]

$ printf 'Harbour opens\n\nThe harbour opens five lines.\n' >news/line.txt; archive-index build --fresh --quiet --db db; archive-query --db db --history news/line.txt | grep -E '^[0-9]|   (text|title)'; archive-index check --db db --sources | tail -1
3 versions, the oldest first
1  Harbour opens
2  Harbour opens
   text      The harbour opens [-three-] {+four+} lines.
3  Port opens
   title     [-Harbour-] {+Port+} opens
   text      The harbour opens [-four-] {+five+} lines.
generation 13: 2 articles in 1 segment, as they were written
[0]

# Set to 0, none is kept any more, and none is dropped.

$ printf 'settle = 0\n' >db/archive-index.toml; printf 'Harbour closes\n\nNo line.\n' >news/line.txt; archive-index build --quiet --db db; archive-query --db db --history news/line.txt | grep -E '^[0-9]|   text'
3 versions, the oldest first
1  Harbour opens
2  Harbour opens
   text      The harbour opens [-three-] {+four+} lines.
3  Port opens
   text      [-The harbour opens four lines.-] {+No line.+}
[0]

# What is withheld takes its earlier texts along, and an earlier text alone can be withheld.

$ printf 'keep-versions = 9\nsettle = 0\n' >db/archive-index.toml; printf '{"id":"urn:a","title":"A","text":"The quokka text."}\n' >news/a.jsonl; archive-index build --quiet --db db; printf '{"id":"urn:b","title":"A","text":"Another text."}\n' >news/a.jsonl; archive-index build --quiet --db db; archive-query --db db --history news/a.jsonl#1 | grep -c quokka; archive-index withhold add uid urn:a --who me --db db >/dev/null; archive-query --db db --history news/a.jsonl#1 | grep -c quokka
1
0
[1]

$ archive-index build --quiet --db db; archive-query --db db --history news/a.jsonl#1 | head -1; cat db/segments/*/docdata.glass | strings | grep -c quokka; archive-index status --db db | grep '^last run' | sed 's/ in [0-9.]* s/ in S s/'
1 version, the oldest first
0
last run     2021-03-15 10:00 UTC, published in S s
[0]

$ archive-index withhold add id news/line.txt --who me --db db >/dev/null; archive-index build --quiet --db db; archive-query --db db --history news/line.txt 2>&1 | head -1; archive-index withhold remove id news/line.txt --db db >/dev/null; archive-index build --quiet --db db; archive-query --db db --history news/line.txt | head -1
archive-query: there is no article news/line.txt
1 version, the oldest first
[0]
