# What an administrator sets up once: files that are still being written, files
# that fail, what status tells, a log, commands around a run.

# Somebody writes to oats.txt until we say stop.

$ mkdir news && mkfifo going ended && printf 'Barley\n\nOld.\n' > news/barley.txt; (for i in $(seq 900); do [ -e stop ] && break; echo "Line $i." >> news/oats.txt; [ $i = 1 ] && echo > going; sleep 0.05; done; echo > ended) & read _ < going; archive-index build --settle 1 --db idx news; archive-index files --all --db idx; touch stop; read _ < ended
indexed  news/barley.txt: 1 article
skipped  news/oats.txt: still being written
[0]

$ touch -d '1 hour ago' news/oats.txt; archive-index build --settle 0.1 --db idx && archive-index files --all --db idx
indexed  news/barley.txt: 1 article
indexed  news/oats.txt: 1 article
[0]

$ archive-index build --settle soon --db idx
2> archive-index: --settle: soon is no number of seconds
2>   archive-index -h shows what there is
[2]

# A file that fails is told once, with status 3; then only when it was right in between.

$ echo '{' > news/bad.jsonl; archive-index build --db idx
2> archive-index: failed: news/bad.jsonl: line 1: not valid JSON at column 2
[3]

$ archive-index build --db idx
[0]

$ echo '{{' > news/bad.jsonl; archive-index build --db idx
[0]

$ archive-index build --retry-failed --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 3 files (0 indexed, 2 unchanged, 0 skipped, 1 failed) in S s, generation 4
[0]

$ echo '{"title":"Rye","text":"Rye was dear."}' > news/bad.jsonl; archive-index build --db idx
[0]

$ echo '{' > news/bad.jsonl; archive-index build --db idx
2> archive-index: failed: news/bad.jsonl: line 1: not valid JSON at column 2
[3]

# How the last run ended, also one that changed nothing, failed, or was stopped early.

$ ARCHIVE_INDEX_NOW=1615803300 archive-index build --db idx; archive-index status --db idx | grep '^last' | sed 's/in [0-9.]* s/in S s/'
last change  2021-03-15 10:00 UTC
last run     2021-03-15 10:15 UTC, nothing new in S s
[0]

$ mv news elsewhere; ARCHIVE_INDEX_NOW=1615804200 archive-index build --db idx news
2> archive-index: news does not exist
2>   name a directory or a file that is there
[66]

$ archive-index status --db idx | grep '^last'
last change  2021-03-15 10:00 UTC
last run     2021-03-15 10:30 UTC, failed: news does not exist
last good    2021-03-15 10:15 UTC
[0]

$ archive-index status --json --db idx | python3 -c 'import json, sys; s = json.load(sys.stdin); r = s["last_run"]; print(r["began"], r["ended"], r["result"], r["error"], r["generation"], s["last_success"], sorted(r["stages"]))'
2021-03-15T10:30:00Z 2021-03-15T10:30:00Z failed news does not exist 7 2021-03-15T10:15:00Z ['compare', 'merge', 'open', 'publish', 'read', 'settle', 'write']
[0]

$ mv elsewhere news; ARCHIVE_INDEX_NOW=1615804200 archive-index build --db idx; sed 's/=[0-9]*\.[0-9]*$/=S/' idx/last-run
began=1615804200
ended=1615804200
last-success=1615804200
result=unchanged
generation=7
articles.new=0
articles.changed=0
articles.removed=0
files.indexed=0
files.unchanged=2
files.skipped=0
files.failed=1
files.gone=0
files.newly-failed=0
seconds=S
seconds.open=S
seconds.compare=S
seconds.read=S
seconds.settle=S
seconds.write=S
seconds.publish=S
seconds.merge=S
[0]

# A run that meets a locked index notes nothing.

$ ARCHIVE_INDEX_NOW=1615805100 flock idx/lock archive-index build --quiet --db idx; grep ended idx/last-run
ended=1615804200
2> archive-index: another run is writing to this index
2>   nothing was changed; archive-index build --wait 600 waits for its end
[0]

# The log: a line for each event.

$ printf 'Wheat\n\nNew.\n' > news/wheat.txt; archive-index build --db idx --log "$TMP/build.log"; archive-index build --db idx none --log build.log; sed 's/\[[0-9]*\]/[N]/; s/[0-9.e-]* s, gen/S s, gen/' build.log
2021-03-15T10:00:00Z archive-index[N] idx: began, with the directories from before
2021-03-15T10:00:00Z archive-index[N] idx: 1 file to read, 2 as before, 0 gone
2021-03-15T10:00:00Z archive-index[N] idx: published generation 8 with 3 articles
2021-03-15T10:00:00Z archive-index[N] idx: ended with status 0: 1 article (1 new) from 4 files (1 indexed, 2 unchanged, 1 failed) in S s, generation 8
2021-03-15T10:00:00Z archive-index[N] idx: began none
2021-03-15T10:00:00Z archive-index[N] idx: ended with status 66: none does not exist
2> archive-index: none does not exist
2>   name a directory or a file that is there
[0]

$ for i in 1 2 3 4 5 6 7 8; do archive-index build --db idx$i --log many.log news 2>/dev/null & done; wait; grep -vcE '^2021-03-15T10:00:00Z archive-index\[[0-9]+\] idx[1-8]: (began news|4 files to read, 0 as before, 0 gone|failed: news/bad.jsonl: line 1: .*|published generation 1 with 3 articles|ended with status 3: .* generation 1)$' many.log; wc -l < many.log
0
40
[0]

# A log that cannot be written stops nothing.

$ archive-index build --db idx --log /nowhere/build.log
2> archive-index: cannot open /nowhere/build.log: No such file or directory
[0]

# Commands before and after.

$ printf 'settle = 0\nlog = "%s/hooks.log"\npre-build = "echo before $ARCHIVE_INDEX_HOOK in $(basename $ARCHIVE_INDEX_DB); flock -n $ARCHIVE_INDEX_DB/lock true || echo locked; ls /proc/self/fd | wc -l"\npost-build = "echo $ARCHIVE_INDEX_HOOK: generation $ARCHIVE_INDEX_GENERATION, $ARCHIVE_INDEX_NEW new, $ARCHIVE_INDEX_CHANGED changed, $ARCHIVE_INDEX_REMOVED removed, $ARCHIVE_INDEX_NEWLY_FAILED failed; flock -n $ARCHIVE_INDEX_DB/lock true && echo free; archive-query --count wheat --db $ARCHIVE_INDEX_DB"\n' "$TMP" > idx/archive-index.toml; printf 'More wheat\n\nNew.\n' > news/more.txt; archive-index build --db idx
2> before pre-build in idx
2> locked
2> 4
2> post-build: generation 9, 1 new, 0 changed, 0 removed, 0 failed
2> free
2> 2
[0]

# Nothing new: nothing to tell.

$ archive-index build --db idx
2> before pre-build in idx
2> locked
2> 4
[0]

$ printf 'settle = 0\npre-build = "echo the disk is not there >&2; exit 5"\n' > idx/archive-index.toml; rm news/more.txt; archive-index build --db idx
2> the disk is not there
2> archive-index: the pre-build command ended with status 5: echo the disk is not there >&2; exit 5
2>   nothing was read or changed; the command stands in the configuration as pre-build
[4]

$ archive-index status --db idx | grep '^last'; archive-query --db idx --count wheat
last change  2021-03-15 10:00 UTC
last run     2021-03-15 10:00 UTC, failed: the pre-build command ended with status 5: echo the disk is not there >&2; exit 5
last good    2021-03-15 10:00 UTC
2
[0]

# What fails afterwards is told, and has no effect on the status.

$ printf 'settle = 0\npost-build = "exit 9"\n' > idx/archive-index.toml; archive-index build --db idx
2> archive-index: the post-build command ended with status 9: exit 9
[0]

$ printf 'settle = 0\npost-build = "kill -9 $$"\n' > idx/archive-index.toml; touch news/wheat.txt; archive-index build --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 1 article (0 new, 1 changed, 0 removed) from 4 files (1 indexed, 2 unchanged, 0 skipped, 1 failed) in S s, generation 13
2> archive-index: the post-build command ended with signal 9: kill -9 $$
[0]

# A signal is passed on to a command and to what it has started, and ends the run.

$ printf '#!/bin/sh\nsh -c '"'"'trap "echo inner told >&2; exit" TERM; echo > started; sleep 60 & wait'"'"'\ntrue\n' > slow.sh; chmod +x slow.sh; printf 'settle = 0\npre-build = "%s/slow.sh"\n' "$TMP" > idx/archive-index.toml; mkfifo started; archive-index build --db idx 2>errors & read _ < started; kill -TERM $!; wait $!; echo status $?; grep -v Terminated errors | sort; archive-index status --db idx | grep '^last run'
status 143
  nothing was read or changed
archive-index: stopped while the pre-build command ran
inner told
last run     2021-03-15 10:00 UTC, stopped before its end
[0]

$ printf 'settle = 0\npost-build = "%s/slow.sh"\n' "$TMP" > idx/archive-index.toml; touch news/wheat.txt; archive-index build --quiet --skip-ok --db idx 2>errors & read _ < started; kill -INT $!; wait $!; echo status $?; grep -v -e told -e Terminated errors; archive-index status --db idx | grep '^last run' | sed 's/ in [0-9.]* s/ in S s/'
status 130
archive-index: stopped while the post-build command ran
last run     2021-03-15 10:00 UTC, published in S s
[0]

# One that does not listen is killed by a second signal, or five seconds later.

$ printf '#!/bin/sh\ntrap "echo > told" TERM\necho > started\nwhile :; do { read _ < never; } 2>/dev/null; done\n' > deaf.sh; mkfifo told never; chmod +x deaf.sh; printf 'pre-build = "%s/deaf.sh"\n' "$TMP" > idx/archive-index.toml; archive-index build --db idx & read _ < started; kill -TERM $!; read _ < told; kill -TERM $!; wait $!
2> archive-index: stopped while the pre-build command ran
2>   nothing was read or changed
[143]

$ echo 'log = "build.log"' > idx/archive-index.toml; archive-index build --db idx
2> archive-index: idx/archive-index.toml: log: takes a whole path, which begins with /
[2]

# Without what names are found with, articles are written without them: that is told
# under cron, too, whenever some are.

$ export ARCHIVE_ENTITY_MODEL=$TMP/none; archive-index build --quiet --skip-ok --db bare news 2>&1 | sed "s|$TMP|TMP|; s|: No such.*||" | grep -v failed; archive-index build --quiet --db bare
archive-index: no people, organisations and places are found: cannot open TMP/none
  install it again, or write entities = "source" into the configuration
[0]

$ printf 'entities = "source"\n' > bare/archive-index.toml; export ARCHIVE_ENTITY_MODEL=$TMP/none; touch news/wheat.txt; archive-index build --quiet --db bare
[0]

# A limit of the size of files is told, and is no death; the next run goes on.

$ (ulimit -f 1; archive-index build --quiet --db small news); ls small; archive-index build --skip-ok --quiet --db small news 2>/dev/null && archive-query --db small --count wheat
generations
last-run
lock
segments
work
1
2> archive-index: while writing small/work/1: Modifications failed (DatabaseError: Error writing block 0 (File too large)), and couldn't open at the old revision: Error writing block 0
2>   see to the disk, its room and its rights, and run it again; what was published stays
[0]
