# Clocks that jump, summer time, files of the future: what counts is what a file is, not when.

$ mkdir news; for n in a b c; do printf 'Wheat %s\n\nWheat of %s.\n' $n $n >news/$n.txt; done; printf '%s' '{"uri":"urn:x:3","type":"text","versioncreated":"2021-03-15T08:00:00Z","headline":"Dues rise","body_text":"The dues rise.","embargoed":"2021-03-15T12:00:00Z"}' >news/dues.json; printf '{\n' >news/bad.jsonl; archive-index build --quiet --skip-ok --db idx news 2>/dev/null; archive-query --save wheat wheat 2>/dev/null; archive-index alerts --db idx
wheat: watched from generation 1 on; 3 articles so far
[0]

# A year back: a changed file is read, an unchanged one is not, what failed is not tried
# again, and alerts tell what came, since they go by generations.

$ printf 'Wheat d\n\nNew wheat.\n' >news/d.txt; ARCHIVE_INDEX_NOW=1584266400 archive-index build --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'; ARCHIVE_INDEX_NOW=1584266400 archive-index alerts --db idx; archive-index status --db idx | grep '^last' | sed 's/ in [0-9.]* s/ in S s/'
archive-index: 1 article (1 new, 0 changed, 0 removed) from 6 files (1 indexed, 4 unchanged, 0 skipped, 1 failed) in S s, generation 2
wheat: 1 new since generation 1 (2021-03-15 10:00)
  undated  Wheat d  news/d.txt
last change  2020-03-15 10:00 UTC
last run     2020-03-15 10:00 UTC, published in S s
[0]

# Ten years on: nothing to do; the embargo is over. Back again: it is not.

$ ARCHIVE_INDEX_NOW=1931162400 archive-index build --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'; ARCHIVE_INDEX_NOW=1931162400 archive-query --db idx --count dues; archive-query --db idx --count dues; archive-index check --db idx --sources | tail -1
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 2
1
0
generation 2: 5 articles in 2 segments, as they were written
[0]

# The hour that summer time leaves out, and the one that comes twice, in New York.

$ for at in 1615705199 1615705200 1636264799 1636264800 1636268400; do TZ='EST5EDT,M3.2.0,M11.1.0' ARCHIVE_INDEX_NOW=$at archive-index build --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'; done; TZ='EST5EDT,M3.2.0,M11.1.0' archive-index status --db idx | grep '^last run' | sed 's/ in [0-9.]* s/ in S s/'
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 2
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 2
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 2
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 2
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 2
last run     2021-11-07 07:00 UTC, nothing new in S s
[0]

# Dates of files in the future, and from before there were files, are no reason to wait,
# and any other date is a change.

$ touch -d 2099-01-01 news/a.txt; touch -d 1960-01-01 news/b.txt; archive-index build --settle 2 --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'; archive-index build --settle 2 --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'; touch -d 2098-01-01 news/a.txt; archive-index build --settle 2 --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'
archive-index: 2 articles (0 new, 2 changed, 0 removed) from 6 files (2 indexed, 3 unchanged, 0 skipped, 1 failed) in S s, generation 4
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 6 files (0 indexed, 5 unchanged, 0 skipped, 1 failed) in S s, generation 4
archive-index: 1 article (0 new, 1 changed, 0 removed) from 6 files (1 indexed, 4 unchanged, 0 skipped, 1 failed) in S s, generation 6
[0]

# Other words of the same length under the same date, in place and by another file.

$ touch -r news/c.txt stamp; printf 'Wheat c\n\nBarle of c.\n' >news/c.txt; touch -r stamp news/c.txt; archive-index build --quiet --db idx; archive-query --db idx --format ids barle; printf 'Wheat c\n\nMaize of c.\n' >other; touch -r stamp other; mv other news/c.txt; archive-index build --quiet --db idx; archive-query --db idx --format ids maize
news/c.txt
news/c.txt
[0]
