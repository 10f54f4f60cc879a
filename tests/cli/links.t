# Links that lead out of a directory.

$ mkdir -p news far/store; printf 'Inside\n\nWheat inside.\n' >news/a.txt; printf 'Outside\n\nWheat outside.\n' >far/store/b.txt; printf 'Beside\n\nWheat beside.\n' >far/c.txt; ln -s ../far/store news/far; ln -s ../far/store/b.txt news/b-again.txt; ln -s .. far/store/up; ln -s ../../news far/store/home; ln -s nowhere news/gone; archive-index build --quiet --db db news; archive-index files --db db --all
indexed  news/a.txt: 1 article
skipped  news/b-again.txt: a link that leaves the directory
skipped  news/far: a link that leaves the directory
skipped  news/gone: a link to nothing
[0]

$ archive-index build --follow --db db; archive-index files --db db --all; archive-query --db db --format ids wheat
indexed  news/a.txt: 1 article
indexed  news/b-again.txt: 1 article
skipped  news/far/b.txt: another name of news/b-again.txt
skipped  news/far/home: a link to its own directory
indexed  news/far/up/c.txt: 1 article
skipped  news/far/up/store: another name of news/far
skipped  news/gone: a link to nothing
news/far/up/c.txt
news/b-again.txt
news/a.txt
[0]

# A later run without it takes out again what it had led to: in the configuration it stays.

$ archive-index build --db db; archive-query --db db --count wheat; printf 'follow = true\nsettle = 0\n' >db/archive-index.toml; archive-index build --db db; archive-query --db db --count wheat; archive-index build --summary --db db | sed 's/ in [0-9.]* s,/ in S s,/'
1
3
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 7 files (0 indexed, 3 unchanged, 4 skipped, 0 failed) in S s, generation 5
[0]

$ archive-index check --db db --sources | head -1; rm -r far; archive-index build --db db; archive-query --db db --count wheat
3 files as indexed, 0 changed since, 0 gone since
1
[0]
