# Versions, kills and embargoes: what is hidden, and that all counts agree.

$ mkdir news; printf '%s' '{"uri":"urn:x:1","type":"text","versioncreated":"2021-03-02T09:00:00Z","headline":"Harbour opens a line","body_text":"The harbour of Riga opens one line to the east this week, the port of the city says.","version":"1","by":"Harbour Wire"}' >news/line-1.json; printf '%s' '{"uri":"urn:x:1","type":"text","versioncreated":"2021-03-02T11:00:00Z","headline":"Harbour opens two lines","body_text":"The harbour of Riga opens two lines to the west this week, the port of the city says.","version":"2","by":"Harbour Wire","pubstatus":"corrected"}' >news/line-2.json; printf '%s' '{"uri":"urn:x:2","type":"text","versioncreated":"2021-03-03T09:00:00Z","headline":"Harbour master resigns","body_text":"The harbour master of Riga has resigned, a paper of the city says.","version":"1"}' >news/master-1.json; printf '%s' '{"uri":"urn:x:2","type":"text","versioncreated":"2021-03-03T10:00:00Z","headline":"Kill: harbour master","body_text":"Kill the story of the harbour master: he has not resigned.","version":"2","pubstatus":"canceled"}' >news/master-2.json
[0]

$ printf '%s' '{"uri":"urn:x:3","type":"text","versioncreated":"2021-03-15T08:00:00Z","headline":"Harbour dues rise","body_text":"The dues of the harbour of Riga rise by a tenth in April.","embargoed":"2021-03-15T12:00:00Z"}' >news/dues.json; printf '%s' '{"uri":"urn:x:4","type":"text","versioncreated":"2021-03-05T08:00:00Z","headline":"A crane falls","body_text":"A crane has fallen in the harbour of Riga."}' >news/crane-1.json; printf '%s' '{"uri":"urn:x:5","type":"text","versioncreated":"2021-03-05T10:00:00Z","headline":"Two cranes fall","body_text":"Two cranes have fallen in the harbour of Riga.","replaces":"urn:x:4"}' >news/crane-2.json; archive-index build --quiet --db index2 news; rm -r index; mv index2 index
[0]

$ archive-query '*' -n all --sort oldest
2 articles of 2

Harbour opens two lines
  2 March 2021
  corrected · 1 other version (--history)
  The harbour of Riga opens two lines to the west this week, the port of the
  city says.
  news/line-2.json#1

Two cranes fall
  5 March 2021
  1 other version (--history)
  Two cranes have fallen in the harbour of Riga.
  news/crane-2.json#1
[0]

$ archive-query status:any --format csv --fields id,version,status,versions,hidden -n all --sort oldest
id,version,status,versions,hidden\r
news/line-1.json#1,1,usable,1,superseded\r
news/line-2.json#1,2,corrected,1,\r
news/master-1.json#1,1,usable,1,killed\r
news/master-2.json#1,2,canceled,1,killed\r
news/crane-1.json#1,,usable,1,superseded\r
news/crane-2.json#1,,usable,1,\r
news/dues.json#1,,usable,0,embargoed\r
[0]

$ archive-query --format ids status:canceled
news/master-2.json#1
[0]

$ archive-query --format ids 'harbour AND resigned'
2> no articles
2>   harbour   2
2>   resigned  0
[1]

# Every way of counting says the same: count, facet, timeline, coverage, two exports.

$ for q in '*' 'status:any' 'harbour' 'crane* OR status:canceled'; do echo "$q:" $(archive-query --count "$q") $(archive-query --facet status:all --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --timeline year --format csv "$q" | awk -F, 'NR>1{s+=$4}END{print s}') $(archive-query --coverage --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --format ids -n all "$q" | wc -l) $(archive-query --format jsonl -n all "$q" | grep -c '"kind":"hit"'); done
*: 2 2 2 2 2 2
status:any: 7 7 7 7 7 7
harbour: 2 2 2 2 2 2
crane* OR status:canceled: 3 3 3 3 3 3
[0]

$ archive-query --explain 'resigned status:any' | tail -3
resigned    text              2  resigned (2) resigns (1)
status:any  status            7  status:any
all                           2  of 7 articles in 1 segment
[0]

$ archive-query --distinctive word --facet lang 'harbour' | head -3
2 articles of 2, what they have more of than the archive: word

nothing that two of these articles or more have more often than the rest
[0]

$ archive-index status | grep -A1 '^articles'; archive-index status --json | grep -o '"hidden":{[^}]*}'
articles     7 from 2021-03-02 to 2021-03-15
hidden       of these 2 superseded · 2 killed · 1 embargoed (status:any)
"hidden":{"superseded":2,"killed":2,"withheld":0,"embargoed":1}
[0]

# The story of a story.

$ archive-query --history 'news/line-1.json#1'
2 versions, the oldest first

1  Harbour opens a line
   2 March 2021, 09:00 +00:00 · version 1 · usable · superseded · here since
   2021-03-15 10:00
   news/line-1.json#1

2  Harbour opens two lines
   2 March 2021, 11:00 +00:00 · version 2 · corrected · shown · here since
   2021-03-15 10:00
   title     Harbour opens [-a line-] {+two lines+}
   date      [-2021-03-02T09:00:00Z-] {+2021-03-02T11:00:00Z+}
   text      The harbour of Riga opens [-one line-] {+two lines+} to the
             [-east-] {+west+} this week, the port of the …
   news/line-2.json#1
[0]

$ COLUMNS=40 archive-query --history 'news/crane-2.json#1' --plain
2 versions, the oldest first

1  A crane falls
   5 March 2021, 08:00 +00:00 · usable ·
   superseded · here since 2021-03-15
   10:00
   news/crane-1.json#1

2  Two cranes fall
   5 March 2021, 10:00 +00:00 · usable ·
   shown · here since 2021-03-15 10:00
   title     [-A crane falls-] {+Two
             cranes fall+}
   date      [-2021-03-05T08:00:00Z-]
             {+2021-03-05T10:00:00Z+}
   text      [-A crane has-] {+Two
             cranes have+} fallen in the
             harbour of Riga.
   news/crane-2.json#1
[0]

$ archive-query --history 'news/crane-2.json#1' --format json
{"kind":"history","format_version":1,"index":"$INDEX_ID","generation":1,"tool":"$VERSION","id":"news/crane-2.json#1","versions":[{"id":"news/crane-1.json#1","title":"A crane falls","version":"","status":"usable","hidden":"superseded","published":"2021-03-05T08:00:00Z","modified":"","added":"2021-03-15T10:00:00Z","kept_until":null,"differences":[]},{"id":"news/crane-2.json#1","title":"Two cranes fall","version":"","status":"usable","hidden":null,"published":"2021-03-05T10:00:00Z","modified":"","added":"2021-03-15T10:00:00Z","kept_until":null,"differences":[{"field":"title","parts":[{"kind":"removed","text":"A crane falls"},{"kind":"added","text":"Two cranes fall"}]},{"field":"date","parts":[{"kind":"removed","text":"2021-03-05T08:00:00Z"},{"kind":"added","text":"2021-03-05T10:00:00Z"}]},{"field":"text","parts":[{"kind":"removed","text":"A crane has"},{"kind":"added","text":"Two cranes have"},{"kind":"same","text":"fallen in the harbour of Riga."}]}]}]}
[0]

$ archive-query --history 'news/dues.json#1'
1 version, the oldest first

1  Harbour dues rise
   15 March 2021, 08:00 +00:00 · usable · embargoed · embargoed until 15 March
   2021, 12:00 +00:00 · here since 2021-03-15 10:00
   news/dues.json#1
[0]

$ archive-query --history news/dues.json
2> archive-query: there is no article news/dues.json
2>   try: archive-query --history 'news/dues.json#1'
[1]

$ archive-query --history 'news/dues.json#1' harbour
2> archive-query: --history and a query contradict each other
2>   leave out one of them
[2]

$ archive-query --history 'news/dues.json#1' --format csv
2> archive-query: --history prints no csv
2>   --format=json, or archive-query --format=csv 'id:"…"'
[2]

$ archive-query --show 'news/line-1.json#1' | tail -8
version        1
uid            urn:x:1
hidden         superseded: found with status:any alone
versions       1 other version (archive-query --history 'news/line-1.json#1')
id             news/line-1.json#1
file           news/line-1.json, record 1, bytes 0 to 238, read by ninjs
path           $TMP/news/line-1.json
index          generation 1 of 2021-03-15 10:00
[0]

# Its hour comes, without a build.

$ ARCHIVE_INDEX_NOW=1615809599 archive-query --count dues; ARCHIVE_INDEX_NOW=1615809600 archive-query --count dues
0
1
[0]

# A strict embargo: the article enters the index with the first run behind its hour.

$ printf 'embargo = "strict"\n' >index/archive-index.toml; archive-index build --quiet; archive-query --count 'status:any dues'; quest -d index dues | grep -c 'id='
0
0
[1]

$ ARCHIVE_INDEX_NOW=1615806000 archive-index build --summary | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 7 files (0 indexed, 7 unchanged, 0 skipped, 0 failed) in S s, generation 3
[0]

$ archive-index check --sources
6 files as indexed, 0 changed since, 0 gone since
generation 3: 6 articles in 1 segment, as they were written
[0]

$ ARCHIVE_INDEX_NOW=1615809600 archive-index build --summary | sed 's/ in [0-9.]* s,/ in S s,/'; ARCHIVE_INDEX_NOW=1615809600 archive-query --count dues
archive-index: 1 article (1 new, 0 changed, 0 removed) from 7 files (1 indexed, 6 unchanged, 0 skipped, 0 failed) in S s, generation 4
1
[0]

$ printf 'embargo = "perhaps"\n' >index/archive-index.toml; archive-index build --quiet
2> archive-index: $TMP/index/archive-index.toml: embargo: takes one of "hidden" and "strict"
[2]

$ rm index/archive-index.toml; archive-index build --quiet; archive-query --count status:any
7
[0]

# With a takedown and corrections besides: before and behind the next build.

$ archive-index withhold add uid urn:x:5 --who me; archive-index corrections set 'news/line-2.json#1' date 1921-03-02; archive-index corrections set 'news/line-1.json#1' title 'A crane for the harbour'
uid: urn:x:5: 1 article withheld from now on; the next build takes it out of the index
  another version stays: archive-index withhold add id 'news/crane-1.json#1'
news/line-2.json#1: date is 1921-03-02 with the next build
news/line-1.json#1: title is A crane for the harbour with the next build
[0]

$ for q in '*' 'status:any' 'harbour' 'crane* OR status:canceled'; do echo "$q:" $(archive-query --count "$q") $(archive-query --facet status:all --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --timeline year --format csv "$q" | awk -F, 'NR>1{s+=$4}END{print s}') $(archive-query --coverage --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --format ids -n all "$q" | wc -l) $(archive-query --format jsonl -n all "$q" | grep -c '"kind":"hit"'); done
*: 1 1 1 1 1 1
status:any: 6 6 6 6 6 6
harbour: 1 1 1 1 1 1
crane* OR status:canceled: 2 2 2 2 2 2
[0]

$ archive-index build --quiet
[0]

$ for q in '*' 'status:any' 'harbour' 'crane* OR status:canceled'; do echo "$q:" $(archive-query --count "$q") $(archive-query --facet status:all --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --timeline year --format csv "$q" | awk -F, 'NR>1{s+=$4}END{print s}') $(archive-query --coverage --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --format ids -n all "$q" | wc -l) $(archive-query --format jsonl -n all "$q" | grep -c '"kind":"hit"'); done
*: 2 2 2 2 2 2
status:any: 6 6 6 6 6 6
harbour: 2 2 2 2 2 2
crane* OR status:canceled: 3 3 3 3 3 3
[0]

$ archive-index build --quiet --fresh
[0]

$ for q in '*' 'status:any' 'harbour' 'crane* OR status:canceled'; do echo "$q:" $(archive-query --count "$q") $(archive-query --facet status:all --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --timeline year --format csv "$q" | awk -F, 'NR>1{s+=$4}END{print s}') $(archive-query --coverage --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --format ids -n all "$q" | wc -l) $(archive-query --format jsonl -n all "$q" | grep -c '"kind":"hit"'); done
*: 2 2 2 2 2 2
status:any: 6 6 6 6 6 6
harbour: 2 2 2 2 2 2
crane* OR status:canceled: 3 3 3 3 3 3
[0]

$ rm index/withhold.txt index/corrections.tsv; archive-index build --quiet
[0]

$ for q in '*' 'status:any' 'harbour' 'crane* OR status:canceled'; do echo "$q:" $(archive-query --count "$q") $(archive-query --facet status:all --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --timeline year --format csv "$q" | awk -F, 'NR>1{s+=$4}END{print s}') $(archive-query --coverage --format csv "$q" | awk -F, 'NR>1{s+=$3}END{print s}') $(archive-query --format ids -n all "$q" | wc -l) $(archive-query --format jsonl -n all "$q" | grep -c '"kind":"hit"'); done
*: 2 2 2 2 2 2
status:any: 7 7 7 7 7 7
harbour: 2 2 2 2 2 2
crane* OR status:canceled: 3 3 3 3 3 3
[0]

# A later usable version of what was killed is shown again; a file that is gone takes its kill along.

$ printf '%s' '{"uri":"urn:x:2","type":"text","versioncreated":"2021-03-03T12:00:00Z","headline":"Harbour master stays","body_text":"The harbour master of Riga stays.","version":"3"}' >news/master-3.json; archive-index build --quiet; archive-query --format ids master
news/master-3.json#1
[0]

$ rm news/master-[23].json; archive-index build --quiet; archive-query --format ids master
news/master-1.json#1
[0]

# A kill without a version takes what came before it, and nothing that came after.

$ mkdir kills; for v in 1 2 3; do printf '%s' "{\"uri\":\"urn:k:1\",\"type\":\"text\",\"versioncreated\":\"2021-03-03T1$v:00:00Z\",\"headline\":\"Fire $v\",\"body_text\":\"A fire.\",\"version\":\"$v\"}" >kills/fire-$v.json; done; printf '%s' '{"uri":"urn:k:1","type":"text","versioncreated":"2021-03-03T12:30:00Z","headline":"Kill: fire","body_text":"Kill it.","pubstatus":"canceled"}' >kills/kill.json; archive-index build --quiet --db k kills; archive-query --db k status:any --fields id,hidden --format csv --sort oldest
id,hidden\r
kills/fire-1.json#1,superseded\r
kills/fire-2.json#1,superseded\r
kills/kill.json#1,killed\r
kills/fire-3.json#1,\r
[0]

$ rm kills/fire-3.json; archive-index build --quiet --db k; archive-query --db k status:any --fields id,hidden --format csv --sort oldest; archive-query --db k --history kills/kill.json#1 | head -1
id,hidden\r
kills/fire-1.json#1,killed\r
kills/fire-2.json#1,killed\r
kills/kill.json#1,killed\r
3 versions, the oldest first
[0]

# One that says no time is later than what was here when it came; a correction, too.

$ printf '%s' '{"uri":"urn:k:1","type":"text","headline":"Kill: fire","body_text":"Kill it.","pubstatus":"canceled"}' >kills/kill.json; archive-index build --quiet --db k; archive-query --db k status:any --fields id,hidden --format csv --sort oldest
id,hidden\r
kills/fire-1.json#1,killed\r
kills/fire-2.json#1,killed\r
kills/kill.json#1,killed\r
[0]

$ printf '%s' '{"uri":"urn:k:1","type":"text","versioncreated":"2021-03-03T12:30:00Z","headline":"Fire, corrected","body_text":"It was none.","pubstatus":"corrected"}' >kills/kill.json; archive-index build --quiet --db k; archive-query --db k status:any --fields id,hidden --format csv --sort oldest
id,hidden\r
kills/fire-1.json#1,superseded\r
kills/fire-2.json#1,superseded\r
kills/kill.json#1,\r
[0]

# An embargo that is no time holds the article back, and the file is named, once.

$ mkdir held; printf '%s' '{"uri":"urn:h:1","type":"text","versioncreated":"2021-03-03T12:30:00Z","headline":"Results","body_text":"Who has won.","embargoed":"until the match ends"}' >held/match.json; for none in null '""' '"none"' '"0001-01-01T00:00:00"' 1615000000; do printf '%s' '{"uri":"urn:h:'$RANDOM'","type":"text","headline":"Shown","body_text":"All may read it.","embargoed":'$none'}' >held/"n$((++n)).json"; done; archive-index build --quiet --db h held; archive-index build --quiet --db h; archive-index files --db h --failed
failed   held/match.json: article 1: its embargo "until the match ends" is no time: it is held back until the file says when that ends (1 article indexed)
2> archive-index: failed: held/match.json: article 1: its embargo "until the match ends" is no time: it is held back until the file says when that ends
[0]

$ archive-query --db h --count '*'; archive-query --db h status:any results --fields id,hidden --format csv; archive-query --db h --history 'held/match.json#1' | tail -3; archive-query --db h --show 'held/match.json#1' | grep -A1 '^embargo'; ARCHIVE_INDEX_NOW=2524608000 archive-query --db h results --count
5
id,hidden\r
held/match.json#1,embargoed\r
   3 March 2021, 12:30 +00:00 · usable · embargoed · held back: its embargo
   "until the match ends" is no time · here since 2021-03-15 10:00
   held/match.json#1
embargo        "until the match ends": no time, so it is held back
uid            urn:h:1
0
[0]

$ archive-index read held/match.json | grep -o '"unread_embargo":"[^"]*"'; printf 'embargo = "strict"\n' >h/archive-index.toml; archive-index build --quiet --skip-ok --db h; archive-query --db h status:any --count; sed -i 's/until the match ends/2021-03-04T20:00:00Z/' held/match.json; archive-index build --db h; archive-query --db h results --format ids
"unread_embargo":"until the match ends"
5
held/match.json#1
[0]

# Whoever takes the list away hides nothing silently.

$ rm index/generations/*/visibility; archive-query --count '*' 2>&1 | sed 's/[0-9]*\/v/N\/v/'
archive-query: $TMP/index/generations/N/visibility is damaged: it is missing
  build the index anew with archive-index build --fresh
[0]

