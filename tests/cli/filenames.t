# Names of files: several of one file, in no charset, in two cases.

# Hard links: each file is read once, under the first of its names; when that goes, under the next.

$ mkdir news; printf 'Wheat\n\nWheat of a.\n' >news/b.txt; ln news/b.txt news/c.txt; mkdir news/sub; ln news/b.txt news/sub/a.txt; archive-index build --quiet --db idx news; archive-index files --db idx --all
indexed  news/b.txt: 1 article
skipped  news/c.txt: another name of news/b.txt
skipped  news/sub/a.txt: another name of news/b.txt
[0]

$ rm news/b.txt; archive-index build --summary --db idx | sed 's/ in [0-9.]* s,/ in S s,/'; archive-query --db idx --format ids wheat
archive-index: 2 articles (1 new, 0 changed, 1 removed) from 2 files (1 indexed, 0 unchanged, 1 skipped, 0 failed) in S s, generation 3
news/c.txt
[0]

$ ln news/c.txt news/a.txt; archive-index build --quiet --db idx; archive-query --db idx --format ids wheat; archive-index check --db idx --sources | tail -1
news/a.txt
generation 5: 1 article in 1 segment, as they were written
[0]

# Names that are not UTF-8 are told apart, asked for and opened.

$ mkdir bytes; for b in e8 e9 ff; do printf 'Name %s\n\nBarley of %s.\n' $b $b >"$(printf 'bytes/n\x'$b'.txt')"; done; printf 'Name\n\nBarley of a code.\n' >bytes/n%E9.txt; printf 'Name\n\nBarley of two bytes.\n' >"$(printf 'bytes/n\xc3\xa9.txt')"; archive-index build --quiet --db b bytes; archive-query --db b --format ids barley -n all --sort source | sort; archive-index build --summary --db b | sed 's/ in [0-9.]* s,/ in S s,/'
bytes/n%25E9.txt
bytes/n%E8.txt
bytes/n%E9.txt
bytes/n%FF.txt
bytes/né.txt
archive-index: 0 articles (0 new, 0 changed, 0 removed) from 5 files (0 indexed, 5 unchanged, 0 skipped, 0 failed) in S s, generation 1
[0]

$ archive-query --db b --show 'bytes/n%E9.txt' | head -1; archive-query --db b --show 'bytes/n%25E9.txt' | grep code; archive-query --db b e9 --format paths | od -An -c | grep -c 351; rm "$(printf 'bytes/n\xe9.txt')"; archive-index build --quiet --db b; archive-query --db b --count barley
Name e9
Barley of a code.
1
4
[0]

# Where capitals count, two cases are two files; where they do not, a name that changes its
# case is a file that moved. So are the two ways to write an accent.

$ mkdir case; printf 'One\n\nOats of one.\n' >case/Report.txt; archive-index build --quiet --db c case; mv case/Report.txt case/REPORT.TXT; archive-index build --summary --db c | sed 's/ in [0-9.]* s,/ in S s,/'; archive-query --db c --format ids oats; printf 'Two\n\nOats of two.\n' >case/report.txt; printf 'Three\n\nOats.\n' >"$(printf 'case/e\xcc\x81.txt')"; printf 'Four\n\nOats.\n' >"$(printf 'case/\xc3\xa9.txt')"; archive-index build --quiet --db c; archive-query --db c --count oats; archive-index check --db c --sources | tail -1
archive-index: 2 articles (1 new, 0 changed, 1 removed) from 1 file (1 indexed, 0 unchanged, 0 skipped, 0 failed) in S s, generation 3
case/REPORT.TXT
4
generation 4: 4 articles in 2 segments, as they were written
[0]
