# Takedowns: in effect with the next query, out of the segments with the next build.

$ archive-query --count hotline; archive-query --format ids hotline | head -2
5
corpus/wire/wire-1.sgm#5
corpus/2021/03/02/courier-hotline.txt
[0]

$ archive-index withhold add id corpus/2021/03/02/courier-hotline.txt --who 'J. Doe, legal' --why 'court order 7 O 12/21'
id: corpus/2021/03/02/courier-hotline.txt: 1 article withheld from now on; the next build takes it out of the index
[0]

$ cat index/withhold.txt
id: corpus/2021/03/02/courier-hotline.txt | J. Doe, legal | 2021-03-15 | court order 7 O 12/21
[0]

$ archive-query --count hotline; archive-query --count 'status:any hotline'; archive-query --format ids hotline | grep -c courier-hotline.txt
4
4
0
[1]

$ archive-query --show corpus/2021/03/02/courier-hotline.txt
2> archive-query: there is no article corpus/2021/03/02/courier-hotline.txt
2>   archive-query --format=ids QUERY prints ids
[1]

# Its words are no words of the index, not in advice, not in what a word stands for.

$ mkdir words; printf 'Plans\n\nBy Zebediah Quux\n\nSecret quokka plans.\n' >words/a.txt; printf 'Other\n\nBy Ann Other\n\nOrdinary plans, quotas.\n' >words/b.txt; archive-index build --quiet --db words.idx words; for i in 1 2; do archive-query --db words.idx quokkb; archive-query --db words.idx byline:zebediak; archive-query --db words.idx byline:quux; archive-query --db words.idx --explain 'quo* OR plan*' | tail -3; archive-index withhold add id words/a.txt --who me --db words.idx >/dev/null; done
1 article of 2

Plans
  undated
  Secret quokka plans.
  words/a.txt
quo*        text              2  quokka (1) quotas (1)
plan*       text              2  plans (2)
all                           2  of 2 articles in 1 segment
quo*        text              1  quotas (1)
plan*       text              1  plans (1)
all                           1  of 1 article in 1 segment
2> no articles
2>   quokkb  0   did you mean quokka (1)?
2> no articles
2>   byline:zebediak  0   did you mean zebediah (1)?
2> no articles
2>   quokkb  0
2> no articles
2>   byline:zebediak  0
2> no articles
2>   byline:quux  0
[0]

$ archive-query --count '*'; archive-query --facet status '*' | head -1
133
133 articles of 133
[0]

$ archive-index withhold list
id: corpus/2021/03/02/courier-hotline.txt | J. Doe, legal | 2021-03-15 | court order 7 O 12/21  (1 article still in the segments)
[0]

$ archive-index backup copy
generation 1: 134 articles in 1 segment, 1 copied
2> archive-index: the copy holds 1 article that is withheld: run archive-index build, then backup again
[0]

# The next build takes it out: stock tools cannot see it, and no file holds it.

$ archive-index build --quiet --skip-ok; archive-index withhold list; quest -d index memorandum | grep -c courier-hotline.txt; grep -rl 'China and South Korea add two' index | wc -l
id: corpus/2021/03/02/courier-hotline.txt | J. Doe, legal | 2021-03-15 | court order 7 O 12/21
0
0
[0]

$ archive-index check --sources | tail -1; archive-index backup copy; archive-query --db copy --count hotline; grep -rl 'China and South Korea add two' copy | wc -l
generation 3: 133 articles in 1 segment, as they were written
generation 3: 133 articles in 1 segment, 1 copied
4
0
[0]

$ archive-index build --fresh --quiet --skip-ok; archive-query --count hotline; archive-index files --failed | wc -l
4
2
2> archive-index: failed: corpus/broken/feed.jsonl: line 2: not valid JSON at column 138
2>                        corpus/broken/half-a-year.zip: 1896/01/05/bones.txt: damaged (ZIP decompression failed (-3))
[0]

# A file of many articles, a uid, a url; the id of the file stands for all.

$ archive-query --count 'path:"wire-1.sgm"'; archive-index withhold add id corpus/wire/wire-1.sgm --who me --when 2021-03-14; archive-query --count 'path:"wire-1.sgm"'
8
id: corpus/wire/wire-1.sgm: 8 articles withheld from now on; the next build takes them out of the index
0
[0]

$ archive-index withhold add uid urn:corpus:agency:20140806:rosetta --who 'A | B'; archive-index withhold add url https://nowhere.example/a --who me --why 'a # b'
uid: urn:corpus:agency:20140806:rosetta: 1 article withheld from now on; the next build takes it out of the index
url: https://nowhere.example/a: the index has no such article; none will enter it
[0]

$ cat index/withhold.txt; archive-index withhold list --json
id: corpus/2021/03/02/courier-hotline.txt | J. Doe, legal | 2021-03-15 | court order 7 O 12/21
id: corpus/wire/wire-1.sgm | me | 2021-03-14
uid: urn:corpus:agency:20140806:rosetta | "A | B" | 2021-03-15
url: https://nowhere.example/a | me | 2021-03-15 | "a # b"
{"format_version":1,"index":"$TMP/index","withheld":[{"by":"id","value":"corpus/2021/03/02/courier-hotline.txt","who":"J. Doe, legal","when":"2021-03-15","why":"court order 7 O 12/21","in_segments":0},{"by":"id","value":"corpus/wire/wire-1.sgm","who":"me","when":"2021-03-14","why":"","in_segments":8},{"by":"uid","value":"urn:corpus:agency:20140806:rosetta","who":"A | B","when":"2021-03-15","why":"","in_segments":1},{"by":"url","value":"https://nowhere.example/a","who":"me","when":"2021-03-15","why":"a # b","in_segments":0}]}
[0]

$ archive-index build --quiet --skip-ok; archive-query --count '*'; archive-index check | tail -1
124
generation 6: 124 articles in 1 segment, as they were written
[0]

# All of it withheld is not nothing there.

$ mkdir one; printf 'Plans\n\nSecret quokka plans.\n' >one/a.txt; archive-index build --quiet --db one.idx one; archive-index withhold add id one/a.txt --who me --db one.idx; archive-query --db one.idx quokka; archive-query --db one.idx quokla
id: one/a.txt: 1 article withheld from now on; the next build takes it out of the index
2> no articles: all that the index holds are withheld (withhold.txt)
2> no articles: all that the index holds are withheld (withhold.txt)
[1]

# A kill that is withheld would show again what it killed: that is said of each.

$ mkdir kill; for v in 1 2; do printf '%s' "{\"uri\":\"urn:k:1\",\"type\":\"text\",\"versioncreated\":\"2021-03-03T1$v:00:00Z\",\"headline\":\"Fire $v\",\"body_text\":\"A fire.\",\"version\":\"$v\",\"pubstatus\":\"$(test $v = 2 && echo canceled || echo usable)\"}" >kill/fire-$v.json; done; archive-index build --quiet --db kill.idx kill; archive-index withhold add id kill/fire-2.json --who me --db kill.idx; archive-query --db kill.idx --count fire; archive-index withhold add id kill/fire-1.json --who me --db kill.idx
id: kill/fire-2.json: 1 article withheld from now on; the next build takes it out of the index
0
id: kill/fire-1.json: 1 article withheld from now on; the next build takes it out of the index
2> archive-index: kill/fire-1.json#1 was killed, and the next build shows it again unless another kill stays or it is withheld, too
2>   archive-index withhold add id 'kill/fire-1.json#1'
[0]

# Counts agree before and behind, and every run that writes segments takes it out.

$ mkdir town port; for n in 1 2 3; do printf 'Town %s\n\nquokka number %s.\n' $n $n >town/$n.txt; done; printf 'Port\n\nShips.\n' >port/a.txt; archive-index build --quiet --db two town port; archive-index withhold add id town/2.txt --who me --db two >/dev/null; archive-index status --db two | grep -E '^(articles|hidden|withheld|roots|   )'; archive-index status --db two --json | grep -o '"articles":{[^}]*}[^}]*}'
articles     3 · 3 undated
withheld     1 article besides by withhold.txt; the next build takes it out of the segments
roots        town, ~/town, 2 articles
             port, ~/port, 1 article
"articles":{"total":3,"first":null,"last":null,"undated":3,"hidden":{"superseded":0,"killed":0,"withheld":0,"embargoed":0},"withheld_by_list":1}
"articles":{"new":4,"changed":0,"removed":0},"files":{"indexed":4,"unchanged":0,"skipped":0,"failed":0,"newly_failed":0,"gone":0}
[0]

$ archive-index compact --db two; archive-index status --db two | grep -E '^(articles|hidden|withheld|roots|   )'; grep -rl 'quokka number 2' two | wc -l; archive-index build --db two; archive-index check --db two --sources | tail -1; archive-index compact --db two
generation 3: 1 segment instead of 1
1 article taken out that withhold.txt names
articles     3 · 3 undated
roots        town, ~/town, 2 articles
             port, ~/port, 1 article
0
generation 3: 3 articles in 1 segment, as they were written
generation 3 is compact
[0]

$ archive-index withhold add id town/3.txt --who me --db two >/dev/null; archive-index forget port --db two; archive-query --db two --count '*'; grep -rl 'quokka number 3' two | wc -l; archive-index withhold remove id town/2.txt --db two >/dev/null; archive-index build --quiet --db two; archive-query --db two --format ids '*'
1
0
town/2.txt
town/1.txt
[0]

# Undone: what was taken out comes back.

$ archive-index withhold remove id corpus/wire/wire-1.sgm; archive-index build --quiet --skip-ok; archive-query --count 'path:"wire-1.sgm"'
id: corpus/wire/wire-1.sgm: no longer withheld; what was taken out comes back with the next build
8
[0]

$ for line in 'uid urn:corpus:agency:20140806:rosetta' 'url https://nowhere.example/a' 'id corpus/2021/03/02/courier-hotline.txt'; do archive-index withhold remove $line >/dev/null; done; archive-index build --quiet --skip-ok; archive-query --count '*'; archive-query --count hotline; cat index/withhold.txt
134
5
[0]

# Lines by hand: a half one is told and obeyed, one that names nothing is left out.

$ printf 'id: corpus/2021/03/02/courier-hotline.txt | J. Doe\nhotline | me | 2021-03-15\nuid: | me\n# a remark\n' >index/withhold.txt; archive-query --count hotline
4
2> archive-query: withhold.txt:1: the day on which it was asked for is missing: 2021-03-15
2>   id: corpus/2021/03/02/courier-hotline.txt | J. Doe
2>                                                     ^
2> archive-query: withhold.txt:2: a line begins with id:, uid: or url:; it is left out
2>   hotline | me | 2021-03-15
2>   ^
2> archive-query: withhold.txt:3: behind uid: nothing is named; the line is left out
2>   uid: | me
2>      ^
[0]

$ archive-index build --quiet --skip-ok; archive-query --count hotline 2>/dev/null
4
2> archive-index: withhold.txt:1: the day on which it was asked for is missing: 2021-03-15
2>   id: corpus/2021/03/02/courier-hotline.txt | J. Doe
2>                                                     ^
2> archive-index: withhold.txt:2: a line begins with id:, uid: or url:; it is left out
2>   hotline | me | 2021-03-15
2>   ^
2> archive-index: withhold.txt:3: behind uid: nothing is named; the line is left out
2>   uid: | me
2>      ^
[0]

$ archive-index withhold
2> archive-index: withhold needs to know what to do
2>   it knows list, add, remove
[2]

$ archive-index withhold forget x
2> archive-index: withhold does not know forget
2>   it knows list, add, remove
[2]

$ archive-index withhold add id x
2> archive-index: who asked for it?
2>   archive-index withhold add … --who NAME [--why TEXT]
[2]

$ archive-index withhold add title x --who me
2> archive-index: add needs an article
2>   archive-index withhold add id|uid|url NAME
[2]

$ archive-index withhold add id x --who me --when tomorrow
2> archive-index: --when: tomorrow is no day
2>   write it as 2021-03-15
[2]

$ archive-index withhold remove id x
2> archive-index: id: x is not withheld
2>   archive-index withhold list
[2]

