# What is new for the saved searches.

$ mkdir news; printf '%s' '{"uri":"urn:x:1","type":"text","versioncreated":"2021-03-02T09:00:00Z","headline":"Harbour opens a line","body_text":"The harbour of Riga opens one line to the east this week, the port of the city says.","version":"1","by":"Harbour Wire"}' >news/line-1.json; printf '%s' '{"uri":"urn:x:1","type":"text","versioncreated":"2021-03-02T11:00:00Z","headline":"Harbour opens two lines","body_text":"The harbour of Riga opens two lines to the west this week, the port of the city says.","version":"2","by":"Harbour Wire","pubstatus":"corrected"}' >news/line-2.json; printf '%s' '{"uri":"urn:x:2","type":"text","versioncreated":"2021-03-03T09:00:00Z","headline":"Harbour master resigns","body_text":"The harbour master of Riga has resigned, a paper of the city says.","version":"1"}' >news/master-1.json; printf '%s' '{"uri":"urn:x:2","type":"text","versioncreated":"2021-03-03T10:00:00Z","headline":"Kill: harbour master","body_text":"Kill the story of the harbour master: he has not resigned.","version":"2","pubstatus":"canceled"}' >news/master-2.json; archive-index build --quiet --db new news
[0]

$ archive-query --save port harbour 2>/dev/null; archive-query --save cranes 'crane*' 2>/dev/null; archive-index alerts --db new
cranes: watched from generation 1 on; 0 articles so far
port: watched from generation 1 on; 1 article so far
[0]

$ archive-index alerts --db new
[0]

$ printf '%s' '{"uri":"urn:x:4","type":"text","versioncreated":"2021-03-05T08:00:00Z","headline":"A crane falls","body_text":"A crane has fallen in the harbour of Riga."}' >news/crane-1.json; archive-index build --quiet --db new; archive-index alerts --db new
cranes: 1 new since generation 1 (2021-03-15 10:00)
  2021-03-05  A crane falls  news/crane-1.json#1
port: 1 new since generation 1 (2021-03-15 10:00)
  2021-03-05  A crane falls  news/crane-1.json#1
[0]

$ archive-index alerts --db new; cut -f 2- .local/state/archive-index/alerts.tsv
cranes	alerts	2	1615802400
port	alerts	2	1615802400
[0]

# A command that fails gets the same batch again, before anything newer.

$ printf '%s' '{"uri":"urn:x:5","type":"text","versioncreated":"2021-03-05T10:00:00Z","headline":"Two cranes fall","body_text":"Two cranes have fallen in the harbour of Riga.","replaces":"urn:x:4"}' >news/crane-2.json; archive-index build --quiet --db new; archive-index alerts --db new --exec 'cat >first-$ARCHIVE_ALERT_NAME; echo $ARCHIVE_ALERT_BATCH >>batches; exit 3' 2>&1 | sed 's/batch [0-9a-f]*-/batch ID-/'
archive-query: cranes: the command did not take 1 new article: status 3
  it is handed over again with the next run, as batch ID-2.1615802400-3.1615802400-cranes
archive-query: port: the command did not take 1 new article: status 3
  it is handed over again with the next run, as batch ID-2.1615802400-3.1615802400-port
[0]

$ archive-index alerts --db new --exec false >/dev/null 2>&1
[74]

# The reader's own question has a mark of its own: the batch still comes again.

$ archive-query --db new --since-last cranes --format ids; archive-query --db new --since-last cranes --count
news/crane-2.json#1
0
[0]

$ printf '%s' '{"uri":"urn:x:3","type":"text","versioncreated":"2021-03-15T08:00:00Z","headline":"Harbour dues rise","body_text":"The dues of the harbour of Riga rise by a tenth in April.","embargoed":"2021-03-15T12:00:00Z"}' >news/dues.json; archive-index build --quiet --db new; archive-index alerts --db new --exec 'cat >second-$ARCHIVE_ALERT_NAME; echo $ARCHIVE_ALERT_BATCH >>batches; echo $ARCHIVE_ALERT_NAME: $ARCHIVE_ALERT_ARTICLES'
cranes: 1
port: 1
[0]

$ cut -d- -f2- batches; for n in port cranes; do tail -n +2 first-$n | cmp - <(tail -n +2 second-$n) && echo $n: the same; done
2.1615802400-3.1615802400-cranes
2.1615802400-3.1615802400-port
2.1615802400-3.1615802400-cranes
2.1615802400-3.1615802400-port
port: the same
cranes: the same
[0]

$ archive-index alerts --db new --exec 'echo never'
[0]

# The end of an embargo is news.

$ ARCHIVE_INDEX_NOW=1615809600 archive-index alerts --db new
port: 1 new since generation 4 (2021-03-15 10:00)
  2021-03-15  Harbour dues rise  news/dues.json#1
[0]

# One search, as any answer; noted when all that is new was shown.

$ printf '%s' '{"uri":"urn:x:9","type":"text","versioncreated":"1999-03-05T08:00:00Z","headline":"An old crane","body_text":"A crane of the harbour, long ago."}' >news/old.json; archive-index build --quiet --db new; archive-query --db new --since-last cranes --format line
1999-03-05  An old crane  news/old.json#1
[0]

$ archive-query --db new --since-last cranes --count; archive-index alerts --db new
0
cranes: 1 new since generation 4 (2021-03-15 10:00)
  1999-03-05  An old crane  news/old.json#1
port: 1 new since generation 4 (2021-03-15 12:00)
  1999-03-05  An old crane  news/old.json#1
[0]

# A number, the first of several, a narrower question, words in their lines: these
# take nothing away.

$ archive-query --db new --since-last port --count; archive-query --db new --since-last port -n 1 --format ids; archive-query --db new --since-last port --format ids crane; archive-query --db new --since-last port --kwic 2>&1 | tail -1; archive-query --db new --since-last port --facet status | head -1
3
news/line-2.json#1
news/old.json#1
news/crane-2.json#1
archive-query: not all that is new was shown, so nothing is noted: it is new the next time, too
3 articles of 3
2> archive-query: not all that is new was shown, so nothing is noted: it is new the next time, too
2> archive-query: not all that is new was shown, so nothing is noted: it is new the next time, too
2> archive-query: not all that is new was shown, so nothing is noted: it is new the next time, too
[0]

$ archive-query --db new --since-last port --format ids | wc -l; archive-query --db new --since-last port --count
3
0
[0]

# A line of an earlier version is the mark of both.

$ sed -i 's/\t\(alerts\|reader\)\t/\t/; s/\tport\t.*/\tport\t2\t1615802400/' .local/state/archive-index/alerts.tsv; sort -u -o .local/state/archive-index/alerts.tsv .local/state/archive-index/alerts.tsv; archive-query --db new --since-last port --format ids; archive-index alerts --db new; cut -f 2- .local/state/archive-index/alerts.tsv
news/old.json#1
news/crane-2.json#1
port: 2 new since generation 2 (2021-03-15 10:00)
  2021-03-05  Two cranes fall  news/crane-2.json#1
  1999-03-05  An old crane     news/old.json#1
cranes	alerts	5	1615802400
cranes	reader	5	1615802400
port	alerts	5	1615802400
port	reader	5	1615802400
[0]

$ archive-query --db new --count added:today
3
[0]

# An index that is restored from a backup counts generations again that were told:
# what has come since is new by the clock.  (master.json is told twice: the index had
# lost it.)

$ mkdir old; printf '%s' '{"title":"Harbour opens","text":"The harbour of Riga opens."}' >old/open.json; archive-index build --quiet --db line old; archive-index alerts --db line port; archive-index backup --db line saved >/dev/null
port: watched from generation 1 on; 1 article so far
[0]

$ printf '%s' '{"title":"Harbour master","text":"The harbour has a master."}' >old/master.json; ARCHIVE_INDEX_NOW=1615806000 archive-index build --quiet --db line; ARCHIVE_INDEX_NOW=1615806060 archive-index alerts --db line port; ARCHIVE_INDEX_NOW=1615806060 archive-query --db line --since-last port --count
port: 1 new since generation 1 (2021-03-15 10:00)
  undated  Harbour master  old/master.json#1
2
[0]

$ rm -r line; cp -r saved line; printf '%s' '{"title":"Harbour dues","text":"The harbour takes dues."}' >old/dues.json; ARCHIVE_INDEX_NOW=1615809600 archive-index build --quiet --db line; ARCHIVE_INDEX_NOW=1615809660 archive-index alerts --db line port; ARCHIVE_INDEX_NOW=1615809660 archive-index alerts --db line port
port: 2 new since generation 2 (2021-03-15 11:01)
  undated  Harbour master  old/master.json#1
  undated  Harbour dues    old/dues.json#1
[0]

# Mistakes: one search does not stop the others.

$ printf 'a AND (\n' >.config/archive-index/searches/broken.query; archive-index alerts --db new
2> archive-query: broken: $TMP/.config/archive-index/searches/broken.query, line 1: the bracket that opens here is never closed
2>   @broken
2>   ^~~~~~~
2>   set it right there, or save the search anew with --save
[2]

$ rm .config/archive-index/searches/broken.query; archive-index alerts --db new nosuch
2> archive-query: nosuch: there is no saved search "nosuch"
2>   @nosuch
2>   ^~~~~~~
2> try: \@nosuch (the word itself)
[2]

$ archive-query --exec true port
2> archive-query: --exec goes with --alerts
2>   archive-query --alerts
[2]

$ archive-query --alerts --db new --db index
2> archive-query: --alerts asks one index
2>   name one --db; call it for each
[2]

$ archive-query --alerts --count port
2> archive-query: --alerts and --count contradict each other
2>   leave out one of them
[2]

$ flock .local/state/archive-index/alerts.tsv.lock archive-index alerts --db new
2> archive-query: another program is telling what is new
2>   nothing was changed; try again when it is done
[75]

$ printf 'nonsense\n' >.local/state/archive-index/alerts.tsv; archive-index alerts --db new
2> archive-query: $TMP/.local/state/archive-index/alerts.tsv:1: this says not what was told
2>   take the line out: its search is watched anew then
[2]

$ rm -r .config/archive-index/searches; archive-index alerts --db new
2> archive-query: $TMP/.local/state/archive-index/alerts.tsv:1: this says not what was told
2>   take the line out: its search is watched anew then
[2]

