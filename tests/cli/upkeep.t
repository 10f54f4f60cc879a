# Checking, mending, copying and compacting an index.

$ cp -r corpus news && archive-index build --quiet --skip-ok --db idx news 2>/dev/null
[0]

$ archive-index check --sources --db idx
79 files as indexed, 0 changed since, 0 gone since
generation 1: 134 articles in 1 segment, as they were written
[0]

$ archive-index backup --db idx copy && archive-query --db copy --count hotline
generation 1: 134 articles in 1 segment, 1 copied
5
[0]

$ archive-index backup --db idx news
2> archive-index: news is no index and holds other files: 1609
2>   name a new or an empty directory for the index
[2]

$ archive-index backup --db idx
2> archive-index: backup needs to know where to
2>   archive-index backup DIRECTORY
[2]

$ archive-index compact --db idx
generation 1 is compact
[0]

$ rm -r news/wire news/2021 && printf 'Oats\n\nA new text.\n' > news/oats.txt && archive-index build --quiet --skip-ok --db idx && archive-index compact --db idx && archive-index check --db idx --sources
generation 4: 1 segment instead of 2
73 files as indexed, 0 changed since, 0 gone since
generation 4: 112 articles in 1 segment, as they were written
[0]

# An article that was changed behind the back of the clock.

$ touch -r news/oats.txt stamp && sed -i 's/new/old/' news/oats.txt && touch -r stamp news/oats.txt && archive-index check --sources --db idx
damaged: news/oats.txt: what the index holds is not what the file says
72 files as indexed, 0 changed since, 0 gone since
2> archive-index: the index does not hold what the files say
2>   archive-index build --fresh reads them again
[74]

$ archive-index build --quiet --skip-ok --db idx && archive-index check --sources --db idx
73 files as indexed, 0 changed since, 0 gone since
generation 5: 112 articles in 2 segments, as they were written
[0]

# A bit that a disk has lost.

$ printf x | dd of=$(ls -d idx/segments/*/columns | tail -1) bs=1 seek=200 conv=notrunc 2>/dev/null; archive-index check --db idx | sed 's/0000[0-9]*/N/'
damaged: idx/segments/N/columns is damaged: its checksum is wrong
2> archive-index: the index is not what was written
2>   archive-index check --repair takes out what is damaged; the next build reads it again
[0]

$ archive-index check --db idx >/dev/null
2> archive-index: the index is not what was written
2>   archive-index check --repair takes out what is damaged; the next build reads it again
[74]

$ archive-index backup --db idx copy | sed 's/0000[0-9]*/N/'
2> archive-index: copy/work/copy/columns is damaged: its checksum is wrong
2>   build the index anew with archive-index build --fresh
[0]

$ archive-index check --repair --db idx | sed 's/0000[0-9]*/N/'
damaged: idx/segments/N/columns is damaged: its checksum is wrong
repaired: generation 6 is without 1 segment; 1 article in 1 file are to be read again
2> archive-index: the index was damaged
2>   archive-index build reads again what is missing
[0]

$ archive-index build --quiet --skip-ok --db idx && archive-index check --db idx
generation 7: 112 articles in 2 segments, as they were written
[0]

# The list of segments.

$ echo nothing > idx/XAPIANDB; archive-index build --quiet --skip-ok --db idx
2> archive-index: idx/XAPIANDB is damaged: it is no list of segments that archive-index has written
2>   archive-index check --repair makes it from the newest generation
[74]

$ archive-query --db idx wheat
2> archive-query: idx/XAPIANDB is damaged: it is no list of segments that archive-index has written
2>   archive-index check --repair makes it from the newest generation
[74]

$ archive-index check --repair --db idx
damaged: idx/XAPIANDB is damaged: it is no list of segments that archive-index has written
repaired: the index is generation 7 again
generation 7: 112 articles in 2 segments, as they were written
2> archive-index: the index was damaged
2>   archive-index build reads what is newer
[74]

$ archive-index check --db idx
generation 7: 112 articles in 2 segments, as they were written
[0]
